"""The quarterly report, part by part; the notebook calls these in its order."""

from __future__ import annotations

from pathlib import Path

from socdom.errors import Fault
from socdom.report.agreement import edition_of
from socdom.report.extended import Extended
from socdom.report.kern import Kern
from socdom.report.parts import Parts
from socdom.report.sections import Section

_EDITIONS: dict[str, type[Parts]] = {"kern": Kern, "uitgebreid": Extended}
_CHOOSE = "kies kern of uitgebreid, gevonden: {!r}"


class Kwartaalrapport:
    """The report on one edition; every method gives one part of it, empty when the edition leaves it out.

    Args:
        editie_map: folder of the edition.
        gemeente: folder name of the municipality, must be that of the edition.
        kwartaal: quarter as "2020Q4", must be that of the edition.
        editie: "kern" (main lines, at most eight pages) or "uitgebreid" (every indicator).

    Raises:
        EditionError: the folder holds no edition.
        ParameterError: the parameters do not agree with the edition; all faults at once.
    """

    def __init__(self, editie_map: str | Path, gemeente: str, kwartaal: str, editie: str) -> None:
        unknown = [] if editie in _EDITIONS else [Fault("editie", _CHOOSE.format(editie))]
        self.edition = edition_of(editie_map, gemeente, kwartaal, unknown)
        self._parts = _EDITIONS[editie](self.edition)

    def voorblad(self) -> Section:
        """Title, main lines and what is asked of the council: the first page."""
        return self._parts.voorblad()

    def kerngetallen(self) -> Section:
        """One table with all key figures."""
        return self._parts.kerngetallen()

    def terugblik(self) -> Section:
        """What was said before, and what came of it; the long edition has it."""
        return self._parts.terugblik()

    def jeugd(self) -> Section:
        """Theme Jeugd."""
        return self._parts.theme("jeugd")

    def wmo(self) -> Section:
        """Theme Wmo."""
        return self._parts.theme("wmo")

    def werk_en_inkomen(self) -> Section:
        """Themes Werk en inkomen and Schulden."""
        return self._parts.theme("inkomen", "schulden")

    def samenhang(self) -> Section:
        """Theme Samenhang: people with help under several laws."""
        return self._parts.theme("samenhang")

    def geld(self) -> Section:
        """Finances: realised beside the budget, and beside other municipalities."""
        return self._parts.geld()

    def signalen(self) -> Section:
        """Signals, what changed since the edition before, goals, promises and motions."""
        return self._parts.signalen()

    def beleidsindicatoren(self) -> Section:
        """The policy indicators; the short edition has those with a figure."""
        return self._parts.beleidsindicatoren()

    def inwoners(self) -> Section:
        """Theme Inwoners, in an edition that has figures of it."""
        return self._parts.theme("bevolking")

    def wijken(self) -> Section:
        """A profile of every wijk; the long edition has it."""
        return self._parts.wijken()

    def vergelijken(self) -> Section:
        """The municipality beside others, figure by figure; the long edition has it."""
        return self._parts.vergelijken()

    def ontwikkelingen(self) -> Section:
        """What is new around the dashboard."""
        return self._parts.ontwikkelingen()

    def over_de_cijfers(self) -> Section:
        """Sources, definitions, status words, the rules for hiding and what they cost."""
        return self._parts.over_de_cijfers()

    def bijlagen(self) -> Section:
        """Tables that the other parts rest on; the long edition has them."""
        return self._parts.bijlagen()
