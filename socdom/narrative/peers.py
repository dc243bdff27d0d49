"""The municipality beside its reference group or, where there is none, beside the whole country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socdom import dutch
from socdom.areas import COUNTRY, reference_code
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State
from socdom.narrative.wording import HEIGHT, capital, direction


@dataclass(frozen=True)
class Peers:
    """A figure of the municipality beside the same figure elsewhere.

    Attributes:
        pair: the two figures of the same period; `before` is the one elsewhere.
        place: where, as in a sentence.
    """

    pair: Comparison
    place: str

    @property
    def versus(self) -> str:
        """Sentence part after a figure: "minder dan in vergelijkbare gemeenten"."""
        if self.pair.state is State.EQUAL:
            return f"ongeveer gelijk aan {self.place}"
        return f"{direction(self.pair)} dan in {self.place}"

    @property
    def height(self) -> str:
        """Label in words, and the end of a sentence: "lager dan in vergelijkbare gemeenten"."""
        return f"{HEIGHT[self.pair.state]} in {self.place}"

    def sentence(self) -> str:
        """ "In vergelijkbare gemeenten was dat € 1.408." """
        return dutch.sentence(f"In {self.place} was dat {self._elsewhere}")

    @property
    def change(self) -> str:
        """ "Minder dan in vergelijkbare gemeenten. Daar was dat € 1.408." """
        return dutch.sentence(f"{capital(self.versus)}. Daar was dat {self._elsewhere}")

    @property
    def _elsewhere(self) -> str:
        return self.pair.text(self.pair.earlier, words=True)


def peers(edition: Edition, pair: Comparison) -> Peers | None:
    """What the municipality may be set beside; None for counts, other areas and figures that are not finished."""
    now = pair.now
    if now is None or pair.value is None or now.status == "onvolledig" or now.area != edition.meta.code:
        return None
    if pair.form == "aantal":
        return None
    places = ((reference_code(now.area), "vergelijkbare gemeenten"), (COUNTRY, "heel Nederland"))
    for code, place in places:
        other = edition.figure(now.indicator, now.period, code)
        if other is not None and other.shown and other.status != "onvolledig":
            beside = Comparison(pair.description, now, other, State.EQUAL, pair.counting, pair.rules)
            change = beside.difference
            state = State.HIGHER if change > 0 else State.LOWER if change < 0 else State.EQUAL
            return Peers(replace(beside, state=state), place)
    return None
