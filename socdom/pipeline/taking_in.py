"""From deliveries to tables: read, examined, and kept as a vintage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from socdom.errors import DeliveryError, ParameterError
from socdom.parameters import Gemeente, Places
from socdom.parameters.correcties import load_corrections
from socdom.parameters.gebieden import load_gebieden
from socdom.pipeline.keeping import keep_delivery, vintages_home
from socdom.pipeline.progress import Progress
from socdom.pipeline.renewal import finish_renewal
from socdom.quarters import Quarter
from socdom.sources.corrections import correction_faults
from socdom.sources.deliveries import take_in
from socdom.sources.examine import (
    DeliveryReport,
    Previous,
    aside_findings,
    examine,
    notes,
    page,
    previous_of,
    text,
)
from socdom.sources.pseudonyms import load_key
from socdom.sources.supply import Supply
from socdom.sources.vintages import Vintage, read_vintage, same_as_newest, vintages
from socdom.tables import Tables

_COUNTS = "aantallen"
_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Intake:
    """A delivery after intake.

    Attributes:
        tables: what was delivered; None when the delivery is refused.
        report: how the delivery was judged; of the person-level zone, its counts are not protected.
        notes: Dutch sentences for the page "over deze cijfers", safe to publish.
        refusal: what to raise when the delivery is refused, else None.
    """

    tables: Tables | None
    report: DeliveryReport
    notes: tuple[str, ...]
    refusal: DeliveryError | None

    @property
    def text(self) -> str:
        """The report for a terminal; why the delivery is refused is told by the refusal."""
        return text(self.report, refusing=False)

    @property
    def page(self) -> str:
        """The report as a piece of HTML."""
        return page(self.report, heading_level=1)

    def require(self) -> Tables:
        """The tables.

        Raises:
            DeliveryError: the delivery is refused; all faults at once.
        """
        if self.refusal is not None:
            raise self.refusal
        assert self.tables is not None
        return self.tables


def taken_in(
    places: Places,
    slug: str,
    gemeente: Gemeente,
    supply: Supply,
    progress: Progress,
    *,
    quarter: Quarter | None = None,
    keep: bool = False,
) -> Intake:
    """Read what was delivered, judge it, and keep it when it is new and good.

    Args:
        supply: of `supply_of`; what it read from a database is not read twice.
        quarter: the quarter the figures are for; None judges without one.
        keep: whether an accepted delivery that is new becomes a vintage.

    Raises:
        ParameterError: a parameter of the sources or a correction is not valid.
        DeliveryError: a database or the messages cannot be read at all.
        StorageError: the vintage cannot be written.
    """
    folder = places.parameters / slug
    finish_renewal(places)
    key = load_key(places.key, root=places.root)
    gebieden = load_gebieden(folder / "gebieden.csv")
    corrections = load_corrections(folder)
    if wrong := correction_faults(corrections):
        raise ParameterError(wrong)
    progress("Leveringen lezen en controleren")
    settings = gemeente.bronnen.controle
    delivered = take_in(
        supply.parts(), gebieden, key, corrections=corrections, unreadable=settings.onleesbaar
    )
    today = gemeente.vandaag or date.today()
    home = vintages_home(places, slug)
    earlier = _earlier(home, supply, key)
    aside = supply.messages.set_aside if supply.messages else ()
    report = examine(
        delivered,
        _counts(earlier[-1:]),
        settings,
        today=today,
        quarter=quarter,
        gebieden=gebieden,
        more=aside_findings(aside, sum(supply.messages.counts.values()), settings) if aside else (),
        year_ago=_counts([one for one in earlier if one.received <= today - _YEAR][-1:]),
    )
    refusal = DeliveryError(report.refusing) if report.refusing else None
    if keep and refusal is None:
        progress("Levering bewaren")
        tables = delivered.require()
        keep_delivery(
            home,
            tables,
            received=today,
            sources=supply.checksums,
            key=key,
            bewaren=gemeente.bronnen.bewaren,
            about={_COUNTS: previous_of(tables, today).as_dict()},
        )
    return Intake(None if refusal else delivered.tables, report, (*delivered.notes, *notes(report)), refusal)


def _earlier(home: Path, supply: Supply, key: bytes) -> list[Vintage]:
    """The deliveries that were kept before this one, oldest first."""
    known = vintages(home)
    if known and same_as_newest(home, supply.checksums, key):
        known.remove(max(known, key=lambda vintage: vintage.number))
    return known


def _counts(found: Sequence[Vintage]) -> Previous | None:
    """Counts of a vintage; None without one."""
    if not found:
        return None
    counts = found[0].about.get(_COUNTS)
    return Previous.from_dict(counts) if counts else previous_of(read_vintage(found[0]), found[0].received)
