"""The municipality beside its reference group or, where there is none, beside the whole country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socdom import dutch
from socdom.editions.read import Edition
from socdom.judgement.likeness import likeness
from socdom.judgement.published_rounding import is_about_equal
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
        return dutch.sentence(f"In {self.place} was dat {self.elsewhere(words=True)}")

    @property
    def change(self) -> str:
        """ "Minder dan in vergelijkbare gemeenten. Daar was dat € 1.408." """
        return dutch.sentence(f"{capital(self.versus)}. Daar was dat {self.elsewhere(words=True)}")

    def elsewhere(self, *, words: bool = False) -> str:
        """The number elsewhere, as a reader sees it."""
        return self.pair.text(self.pair.earlier, words=words)


def peers(edition: Edition, pair: Comparison) -> Peers | None:
    """What the municipality may be set beside; None for counts, other areas and figures that are not finished.

    Which that is, and whether a difference is more than rounding, is what `socdom.judgement` says, as on the page
    Vergelijken.
    """
    now = pair.now
    if now is None or pair.value is None or now.area != edition.meta.code or pair.form == "aantal":
        return None
    found = likeness(edition, now.indicator, now.period).with_others
    if not found.possible or found.figure is None or found.figure.value is None:
        return None
    beside = Comparison(pair.description, now, found.figure, State.EQUAL, pair.counting, pair.rules)
    equal = is_about_equal(pair.description, now, found.figure.value)
    state = State.EQUAL if equal else State.HIGHER if beside.difference > 0 else State.LOWER
    return Peers(replace(beside, state=state), str(found.ground))
