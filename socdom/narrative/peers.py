"""The municipality beside its reference group or, where there is none, beside the whole country."""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.areas import COUNTRY, reference_code
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State
from socdom.narrative.wording import direction
from socdom.quarters import period_phrase


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

    def sentence(self, *, name_period: bool = False) -> str:
        """ "In vergelijkbare gemeenten was dat € 1.408.", or "In 2023 was dat in ..."."""
        assert self.pair.now is not None, "peers stand beside a figure"
        number = self.pair.text(self.pair.earlier, words=True)
        if not name_period:
            return dutch.sentence(f"In {self.place} was dat {number}")
        return dutch.sentence(f"In {period_phrase(self.pair.now.period)} was dat in {self.place} {number}")


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
            beside = Comparison(pair.description, now, other, State.EQUAL, pair.counting)
            change = beside.difference
            state = State.HIGHER if change > 0 else State.LOWER if change < 0 else State.EQUAL
            return Peers(Comparison(pair.description, now, other, state, pair.counting), place)
    return None
