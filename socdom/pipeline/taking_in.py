"""From deliveries to tables: read, examined, and kept as a vintage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from socdom.errors import DeliveryError, ParameterError
from socdom.parameters import Gemeente, Places
from socdom.parameters.bronnen import Bronnen, Controle
from socdom.parameters.correcties import load_corrections
from socdom.parameters.gebieden import Gebieden, load_gebieden
from socdom.pipeline.gate import Gate
from socdom.pipeline.keeping import keep_delivery, kept_faults, vintages_home
from socdom.pipeline.progress import Progress
from socdom.pipeline.renewal import finish_renewal
from socdom.pipeline.storage import writing
from socdom.quarters import Quarter
from socdom.sources.corrections import correction_faults
from socdom.sources.delivered import Delivered
from socdom.sources.deliveries import take_in
from socdom.sources.delivery_spec import DELIVERIES
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
        warnings: Dutch sentences for who runs, about what was kept before.
        refusal: what to raise when the delivery is refused, else None.
    """

    tables: Tables | None
    report: DeliveryReport
    notes: tuple[str, ...]
    refusal: DeliveryError | None
    warnings: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The report for a terminal; why the delivery is refused is told by the refusal."""
        return "\n".join([text(self.report, refusing=False), *(f"Let op: {one}" for one in self.warnings)])

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
    today: date | None = None,
    gate: Gate | None = None,
) -> Intake:
    """Read what was delivered, judge it, and keep it when it is new and good.

    Args:
        supply: of `supply_of`; what it read from a database is not read twice.
        quarter: the quarter the figures are for; None judges without one.
        keep: whether an accepted delivery that is new becomes a vintage.
        today: the day it is; None for that of `gemeente.yml`, or else of the clock.
        gate: what is asked more of it, of a run that nobody watches.

    Raises:
        ParameterError: a parameter of the sources or a correction is not valid.
        DeliveryError: a database or the messages cannot be read at all, or a file is being written.
        StorageError: the key or the vintage cannot be written.
    """
    folder = places.parameters / slug
    finish_renewal(places)
    with writing(places.key.parent):
        key = load_key(places.key, root=places.root)
    gebieden = load_gebieden(folder / "gebieden.csv")
    corrections = load_corrections(folder)
    if wrong := correction_faults(corrections):
        raise ParameterError(wrong)
    progress("Leveringen lezen en controleren")
    unreadable = gemeente.bronnen.controle.onleesbaar
    delivered = take_in(supply.parts(), gebieden, key, corrections=corrections, unreadable=unreadable)
    supply.require_unchanged()
    home, today = vintages_home(places, slug), today or gemeente.vandaag or date.today()
    warnings = tuple(str(fault) for fault in kept_faults(home, key))
    history, controle = _earlier(home, supply, key, today), gemeente.bronnen.controle
    settings = gate.controle(controle) if gate else controle
    report = _judged(delivered, gemeente, gebieden, supply, history, settings, today, quarter)
    older = gate.faults(report, history[0], _counts(history[0][-1:]), supply.checksums, key) if gate else ()
    refusing = (*report.refusing, *older)
    refusal = DeliveryError(refusing) if refusing else None
    if keep and refusal is None:
        progress("Levering bewaren")
        keep_delivery(
            home,
            delivered.require(),
            received=today,
            sources=supply.checksums,
            key=key,
            bewaren=gemeente.bronnen.bewaren,
            about={_COUNTS: _delivered_counts(report).as_dict()},
        )
    tables = None if refusal else delivered.tables
    return Intake(tables, report, (*delivered.notes, *notes(report)), refusal, warnings)


def _judged(
    delivered: Delivered,
    gemeente: Gemeente,
    gebieden: Gebieden,
    supply: Supply,
    history: tuple[list[Vintage], date],
    settings: Controle,
    today: date,
    quarter: Quarter | None,
) -> DeliveryReport:
    """The delivery beside those that were kept before it; `history` is that of `_earlier`."""
    (earlier, received), messages = history, supply.messages
    aside = aside_findings(messages.set_aside, sum(messages.counts.values()), settings) if messages else ()
    return examine(
        delivered,
        _counts(earlier[-1:]),
        settings,
        today=today,
        quarter=quarter,
        gebieden=gebieden,
        starts=_starts(gemeente.bronnen),
        more=aside,
        year_ago=_counts([one for one in earlier if one.received <= received - _YEAR][-1:]),
    )


def _starts(bronnen: Bronnen) -> dict[str, Quarter]:
    """Delivery → first quarter it is complete for."""
    return {
        name: Quarter.parse(bronnen.later_vanaf.get(spec.file, bronnen.leveringen_vanaf))
        for name, spec in DELIVERIES.items()
    }


def _earlier(home: Path, supply: Supply, key: bytes, today: date) -> tuple[list[Vintage], date]:
    """The deliveries that were kept before this one, oldest first, and the day on which this one came in: a later run
    on the same delivery holds it against the same ones."""
    known = vintages(home)
    if not same_as_newest(home, supply.checksums, key):
        return known, today
    own = max(known, key=lambda vintage: vintage.number)
    known.remove(own)
    return known, own.received


def _delivered_counts(report: DeliveryReport) -> Previous:
    """Rows as the next delivery is counted: as delivered, also allocations that were deleted and reach no table."""
    own = [one for one in report.deliveries if one.rows > one.left_out]
    return Previous(
        report.today,
        {one.delivery: one.rows - one.left_out for one in own},
        {one.delivery: one.per_quarter for one in own},
    )


def _counts(found: Sequence[Vintage]) -> Previous | None:
    """Counts of a vintage; None without one."""
    if not found:
        return None
    counts = found[0].about.get(_COUNTS)
    return Previous.from_dict(counts) if counts else previous_of(read_vintage(found[0]), found[0].received)
