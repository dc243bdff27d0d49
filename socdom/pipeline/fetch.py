"""fetch: the published tables a municipality uses, from CBS to snapshots on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from socdom import dutch
from socdom.errors import DeliveryError, EditionError, Fault, ParameterError
from socdom.parameters import Places, load_gemeente
from socdom.parameters.bronnen import Bronnen
from socdom.parameters.vergelijking import Vergelijking
from socdom.pipeline.lock import exclusive
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.storage import writing
from socdom.sources.cbs import themes
from socdom.sources.cbs.borders import fetch_borders
from socdom.sources.cbs.borders_store import border_files, write_borders
from socdom.sources.cbs.client import CbsClient, Hosts
from socdom.sources.cbs.errors import FetchError
from socdom.sources.cbs.fetch import Failure, fetch_all
from socdom.sources.cbs.keeping import tidy
from socdom.sources.iv3_cbs import requests_for as iv3_requests
from socdom.sources.reference_group import BY_CLASS


@dataclass(frozen=True)
class FetchedTable:
    """A table that was fetched: its number, title and rows, and the day of its snapshot.

    Attributes:
        unchanged: whether CBS gave the very same as on that earlier day.
    """

    table: str
    title: str
    rows: int
    day: date
    unchanged: bool = False

    @property
    def text(self) -> str:
        """A line in Dutch."""
        size = f"{dutch.number(self.rows)} {'rij' if self.rows == 1 else 'rijen'}"
        same = f", niet veranderd sinds {dutch.day(self.day)}" if self.unchanged else ""
        return f"  {self.table}  {self.title}: {size}{same}"


@dataclass(frozen=True)
class FetchReport:
    """What came of fetching.

    Attributes:
        tables: what was fetched.
        failures: what was not, with the older snapshot that stays in use, if there is one.
        remarks: Dutch sentences: of each older snapshot that stays in use, and of what a table lacks.
    """

    tables: tuple[FetchedTable, ...]
    failures: tuple[Failure, ...]
    remarks: tuple[str, ...]

    @property
    def text(self) -> str:
        """The report in Dutch, a line per table."""
        noun = "tabel is" if len(self.tables) == 1 else "tabellen zijn"
        lines = [f"{len(self.tables)} {noun} opgehaald bij het CBS."]
        lines += [found.text for found in self.tables]
        return "\n".join([*lines, *(f"Let op: {remark}" for remark in self.remarks)])

    @property
    def missing(self) -> tuple[Failure, ...]:
        """Tables that failed and of which there is no older snapshot either."""
        return tuple(failure for failure in self.failures if failure.older is None)


def fetch(
    gemeente: str,
    *,
    places: Places | None = None,
    day: date | None = None,
    progress: Progress = silent,
    client: CbsClient | None = None,
) -> FetchReport:
    """Fetch what the parameters of a municipality ask of CBS; what was fetched before stays.

    Args:
        gemeente: name of its folder under `parameters/`.
        day: of the snapshots; today when None.
        client: asks CBS, and stays open; one to CBS itself, or to the address in SOCDOM_CBS, when None.

    Raises:
        ParameterError: the parameters are not valid, or ask nothing of CBS.
        FetchError: a table failed and there is no older snapshot of it; all such tables at once. The tables that
            did not fail are kept. Or another run is fetching into the same folder.
        StorageError: the disk is full, or the user may not write there.
    """
    places = places or Places.from_environment()
    parameters = load_gemeente(places.parameters / gemeente)
    report = fetch_sources(
        parameters.code,
        parameters.bronnen,
        places.snapshots,
        comparison=parameters.vergelijking,
        borders=parameters.grenzen.cbs if parameters.grenzen else None,
        day=day or date.today(),
        progress=progress,
        client=client,
    )
    if not report.tables and not report.failures:
        remedy = 'Vul in gemeente.yml onder bronnen in: "cbs", "kwb" of "iv3".'
        raise ParameterError(
            Fault(f"parameters/{gemeente}", "deze gemeente gebruikt geen cijfers van het CBS", remedy=remedy)
        )
    if report.missing:
        faults = [fault for failure in report.missing for fault in failure.faults]
        raise FetchError(faults, kept=len(report.tables))
    return report


def fetch_sources(
    code: str,
    bronnen: Bronnen,
    store: Path,
    *,
    day: date,
    comparison: Vergelijking = BY_CLASS,
    borders: int | None = None,
    progress: Progress = silent,
    client: CbsClient | None = None,
) -> FetchReport:
    """Fetch what `bronnen` asks of CBS, and tell what failed without raising.

    Kerncijfers wijken en buurten come before Iv3, as these say which municipalities are comparable. Snapshots that need
    not be kept are removed.

    Args:
        code: CBS code of the municipality.
        store: folder for the snapshots.
        comparison: with which municipalities it is compared.
        borders: year of the borders of wijken; None when they are not asked for.

    Raises:
        FetchError: another run is fetching into the same folder.
        StorageError: the disk is full, or the user may not write there.
    """
    with nullcontext(client) if client else CbsClient(hosts_from()) as asking, writing(store), _alone(store):
        tidy(store, day)
        first = fetch_all(themes.requests_for(code, bronnen, day), store, day, asking, progress)
        try:
            second = fetch_all(
                iv3_requests(bronnen.iv3, code, store, comparison), store, day, asking, progress
            )
            found, failures = second.snapshots, second.failures
        except DeliveryError as error:
            found, failures = (), (Failure("iv3", error.faults, None),)
        tidy(store, day)
        drawn = _borders(asking, store, code, borders, day, progress) if borders else FetchReport((), (), ())
    snapshots, failures = first.snapshots + found, first.failures + failures
    tables = tuple(
        FetchedTable(s.table, s.title, len(s.observations), s.day, unchanged=s.checked is not None)
        for s in snapshots
    )
    stale = tuple(_stale(failure) for failure in failures if failure.older is not None)
    remarks = stale + tuple(note for s in snapshots for note in s.notes)
    return FetchReport(tables + drawn.tables, failures + drawn.failures, remarks + drawn.remarks)


def _borders(
    asking: CbsClient, store: Path, code: str, year: int, day: date, progress: Progress
) -> FetchReport:
    """Fetch the borders of the wijken; those that were kept stay in use when that fails."""
    table = f"wijkgrenzen {year}"
    progress(f"Grenzen ophalen bij het CBS: {table}")
    try:
        shapes = fetch_borders(asking, code, year)
    except DeliveryError as error:
        if not border_files(store, code, year):
            return FetchReport((), (Failure(table, error.faults, None),), ())
        told = f"{table} zijn niet opgehaald: {_why(error.faults)}. De bewaarde blijven in gebruik."
        return FetchReport((), (), (told,))
    changed = write_borders(store, code, year, shapes, day)
    kept = date.fromisoformat(border_files(store, code, year)[0].stem)
    found = FetchedTable(table, "grenzen van de wijken", len(shapes), kept, unchanged=not changed)
    return FetchReport((found,), (), ())


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    """One run at a time that fetches into a folder."""
    with ExitStack() as stack:
        try:
            stack.enter_context(exclusive(store))
        except EditionError:
            rule = "socdom haalt nu al cijfers op"
            remedy = "Wacht tot dat klaar is en probeer het opnieuw."
            raise FetchError([Fault("CBS", rule, remedy=remedy)], kept=0) from None
        yield


def hosts_from(environ: Mapping[str, str] | None = None) -> Hosts:
    """Where CBS is: the address in SOCDOM_CBS stands in for all its hosts, as of a mirror.

    Raises:
        ParameterError: it is no address.
    """
    base = (os.environ if environ is None else environ).get("SOCDOM_CBS", "")
    if base and not base.startswith(("http://", "https://")):
        raise ParameterError(
            Fault("SOCDOM_CBS", "dit is een adres dat begint met https://", remedy="Of laat het weg.")
        )
    return Hosts(base)


def _stale(failure: Failure) -> str:
    assert failure.older is not None
    return (
        f"tabel {failure.table} is niet opgehaald: {_why(failure.faults)}. "
        f"De cijfers van {dutch.day(failure.older.day)} blijven in gebruik."
    )


def _why(faults: Sequence[Fault | str]) -> str:
    return "; ".join(fault.rule if isinstance(fault, Fault) else fault for fault in faults)
