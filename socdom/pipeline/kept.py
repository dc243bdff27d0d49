"""Which deliveries are kept, and thinning them by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdom import dutch
from socdom.errors import Fault
from socdom.parameters import Places, load_gemeente
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.lock import exclusive
from socdom.pipeline.renewal import finish_renewal
from socdom.pipeline.storage import writing
from socdom.sources.thinning import thin as thinned_out
from socdom.sources.thinning import to_thin
from socdom.sources.vintages import Vintage, damaged
from socdom.sources.vintages import vintages as kept_vintages


@dataclass(frozen=True)
class KeptDeliveries:
    """The deliveries that are kept.

    Attributes:
        kept: oldest first.
        spare: those of them that the rule would remove.
        removed: those that were removed just now.
        damaged: what is wrong with those that cannot be used.
    """

    kept: tuple[Vintage, ...]
    spare: tuple[Vintage, ...]
    removed: tuple[Vintage, ...]
    damaged: tuple[Fault, ...]

    @property
    def text(self) -> str:
        """The list in Dutch, for a terminal."""
        lines = [self._line(vintage) for vintage in self.kept] or ["Er is nog geen levering bewaard."]
        if self.spare:
            lines.append("Met * hoeft u niet te bewaren. Verwijder die met --uitdunnen.")
        if self.removed:
            words = "levering is" if len(self.removed) == 1 else "leveringen zijn"
            lines.append(f"{len(self.removed)} {words} verwijderd.")
        return "\n".join([*lines, *(f"Let op: {fault}" for fault in self.damaged)])

    def _line(self, vintage: Vintage) -> str:
        rows = dutch.number(sum(vintage.rows.values()))
        mark = " *" if vintage in self.spare else ""
        return f"{dutch.day(vintage.received):<20}{rows:>12} rijen  {vintage.name}{mark}"


def vintages(gemeente: str, *, thin: bool = False, places: Places | None = None) -> KeptDeliveries:
    """List the deliveries of a municipality that are kept.

    Args:
        thin: first remove those that the rule in the parameters (`bronnen.bewaren`) does not keep.

    Raises:
        ParameterError: the parameters of the municipality are not valid.
        EditionError: another run is busy.
        StorageError: a delivery cannot be removed.
    """
    places = places or Places.from_environment()
    parameters = load_gemeente(places.parameters / gemeente)
    home, rule = vintages_home(places, gemeente), parameters.bronnen.bewaren
    today = parameters.vandaag or date.today()
    finish_renewal(places)
    removed: list[Vintage] = []
    if thin:
        with writing(home), exclusive(places.rendered / gemeente):
            removed = thinned_out(home, today, rule)
    kept = kept_vintages(home)
    return KeptDeliveries(
        tuple(kept), tuple(to_thin(kept, today, rule)), tuple(removed), tuple(damaged(home))
    )
