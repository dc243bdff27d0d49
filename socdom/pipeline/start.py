"""start: any municipality, from its name to its first edition, with published figures only."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from socdom import dutch
from socdom.errors import DeliveryError, Fault
from socdom.parameters import Places
from socdom.parameters.bronnen import Bronnen
from socdom.pipeline.fetch import FetchReport, fetch_sources, hosts_from
from socdom.pipeline.new_municipality import PublishedSources, check_free, rewrite_sources, write_parameters
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.publish import Published, relative
from socdom.pipeline.storage import writing
from socdom.pipeline.verbs import refresh
from socdom.sources.cbs.client import CbsClient, Limits
from socdom.sources.cbs.errors import FetchError
from socdom.sources.cbs.municipalities import (
    Municipality,
    Regions,
    find,
    regions_in_files,
    regions_in_store,
    regions_of_cbs,
    slug_of,
)
from socdom.sources.cbs.regions import KWB_TABLES
from socdom.sources.cbs.themes import THEMES, read_themes
from socdom.sources.iv3 import read_iv3
from socdom.sources.iv3_cbs import TABLES as IV3_TABLES
from socdom.sources.kwb import read_kwb
from socdom.sources.open_data import OpenData

# Newest years that are asked for; of the newest one CBS may have a begroting and inhabitants only.
_YEARS = 3
_TRIED = re.compile(r" \(\d+ keer geprobeerd\)$")
# To look up a name, CBS is not asked for long: there may be files as well.
_LOOK_UP = Limits(tries=2)
# How every source begins to tell that it does not have the municipality.
_ELSEWHERE = "gemeente "
Connect = Callable[[Limits], CbsClient]


def _connect(limits: Limits) -> CbsClient:
    return CbsClient(hosts_from(), limits=limits)


@dataclass(frozen=True)
class Started:
    """What came of it.

    Attributes:
        municipality: which one was meant.
        slug: name of its folder ("bergen-nh").
        quarter: newest quarter that has ended ("2026Q3").
        sources: the published figures that are shown.
        left_out: Dutch sentences about figures that are not there.
        fetched: what was fetched of CBS.
        published: the first edition; None when it could not be made yet.
        trouble: why there is no edition yet, in Dutch; "" when there is one.
        folder: its parameters, as the user can type it.
    """

    municipality: Municipality
    slug: str
    quarter: str
    sources: PublishedSources
    left_out: tuple[str, ...]
    fetched: FetchReport
    published: Published | None
    trouble: str
    folder: str

    @property
    def text(self) -> str:
        """The report in Dutch."""
        one = self.municipality
        lines = [f"Gemeente {one.name} ({one.code}) is ingericht: {self.folder}"]
        lines += [f"  {line}" for line in self._shown()]
        lines += [f"Let op: {sentence}" for sentence in (*self.fetched.remarks, *self.left_out)]
        if self.published is None:
            lines.append(f"Er is nog geen editie. {self.trouble}")
            lines.append(
                f"Probeer het later: socdom fetch -g {self.slug} en daarna socdom refresh -g {self.slug}."
            )
        else:
            lines.append(f"De eerste editie is klaar: {relative(self.published.folder)}")
            lines.append(f"Vul in {self.folder}/gemeente.yml het adres van de griffie in.")
            lines.append(f"Bekijk het dashboard: socdom dashboard -g {self.slug}")
        return "\n".join(lines)

    def _shown(self) -> list[str]:
        found = []
        if self.sources.iv3:
            found.append(f"Geld per taakveld (Iv3): {_years(self.sources.iv3)}")
        if self.sources.kwb:
            found.append(f"Kerncijfers wijken en buurten: {_years(self.sources.kwb)}")
        if self.sources.cbs:
            found.append(f"Andere cijfers van het CBS: {dutch.listing(self.sources.cbs)}")
        return found


def start(
    gemeente: str,
    *,
    places: Places | None = None,
    day: date | None = None,
    progress: Progress = silent,
    connect: Connect = _connect,
) -> Started:
    """Write the parameters of a municipality, fetch its published figures and make its first edition.

    Its folder under `parameters/` is written whole before anything is fetched, and stays when fetching fails. A year or
    theme CBS has no figures of is left out of the parameters, and told. Without a connection, what was fetched before
    and files with open data are used.

    Args:
        gemeente: name or code, as "Dongen", "gemeente Bergen (NH.)", "GM0766" or "766".
        day: today, when None.
        connect: makes a client that asks CBS.

    Raises:
        ParameterError: no municipality has this name or code, or more than one; or it has begun already.
        DeliveryError: CBS cannot be reached and there are no files that name municipalities.
        StorageError: the disk is full, or the user may not write there.
    """
    places, today = places or Places.from_environment(), day or date.today()
    progress("Gemeente opzoeken")
    regions, reached = _regions(places, today, connect)
    one = find(gemeente, regions.municipalities)
    slug = slug_of(one.name)
    check_free(places.parameters, slug, one.code)
    wished = _wished(places, today)
    progress("Parameters schrijven")
    with writing(places.parameters):
        quarter = write_parameters(places.parameters, slug, one, regions, wished, today)
    try:
        with connect(Limits() if reached else _LOOK_UP) as client:
            fetched = _fetched(places, one.code, wished, today, progress, client)
    except FetchError as error:  # another run is fetching; what is there can be used
        fetched = FetchReport((), (), tuple(_sentence(fault) for fault in error.faults))
    progress("Nagaan welke cijfers er zijn")
    found, left_out = _settled(places, one.code, wished, fetched)
    folder = places.parameters / slug
    started = Started(one, slug, str(quarter), found, left_out, fetched, None, "", relative(folder))
    if not found:
        return replace(started, trouble="Het CBS is niet te bereiken, of het geeft geen cijfers.")
    with writing(folder):
        rewrite_sources(folder, one, found)
    try:
        return replace(started, published=refresh(slug, places=places, progress=progress))
    except DeliveryError as error:
        return replace(started, trouble=str(error))


def _regions(places: Places, today: date, connect: Connect) -> tuple[Regions, bool]:
    """From CBS, or when it cannot be reached from what was fetched or from files; and whether CBS was reached."""
    try:
        with connect(_LOOK_UP) as client:
            return regions_of_cbs(client, today.year), True
    except DeliveryError as error:
        unreachable = error.faults
    found = regions_in_store(places.snapshots) or regions_in_files(places.open_data)
    if found is None:
        raise FetchError(unreachable[-1:], kept=0)  # of each table that was tried it is the same
    return found, False


def _wished(places: Places, today: date) -> PublishedSources:
    """The newest years of each source, years of which there is a file, and all themes."""
    bzk: set[int] = set()
    kwb: set[int] = set()
    if folder := places.open_data:
        bzk = {int(path.name[:4]) for path in folder.glob("finance_iv3/[12][0-9][0-9][0-9]_*.csv")}
        found = {path.parent.name for path in folder.glob("cbs_statline/*/*TypedDataSet.parquet")}
        kwb = {year for year, table in KWB_TABLES.items() if any(name.startswith(table) for name in found)}
    return PublishedSources(
        iv3=tuple(sorted(bzk | _newest(IV3_TABLES, today))),
        kwb=tuple(sorted(kwb | _newest(KWB_TABLES, today))),
        cbs=tuple(sorted(THEMES)),
    )


def _newest(tables: Iterable[int], today: date) -> set[int]:
    return set(sorted(year for year in tables if year <= today.year)[-_YEARS:])


def _fetched(
    places: Places, code: str, wished: PublishedSources, today: date, progress: Progress, client: CbsClient
) -> FetchReport:
    bronnen = Bronnen(iv3=wished.iv3, kwb=wished.kwb, cbs=wished.cbs)  # type: ignore[arg-type]
    return fetch_sources(code, bronnen, places.snapshots, day=today, progress=progress, client=client)


def _settled(
    places: Places, code: str, wished: PublishedSources, fetched: FetchReport
) -> tuple[PublishedSources, tuple[str, ...]]:
    """What can be read, each source on its own, and sentences about what cannot."""
    why: dict[str, list[str]] = {}
    failed = {failure.table: failure.faults for failure in fetched.failures}

    def works(label: str, tables: Iterable[str], read: Callable[[], OpenData]) -> bool:
        try:
            return bool(len(read().series))
        except DeliveryError as error:
            # What is there and does not fit tells more than that CBS could not be reached.
            gone = (failed[table] for table in tables if table in failed)
            faults = error.faults if _is_elsewhere(error, code) else next(gone, error.faults)
            why.setdefault(_reason(faults), []).append(label)
            return False

    def iv3(year: int) -> bool:
        read = partial(read_iv3, folder, code, [year], store)
        return works(f"Iv3 {year}", [IV3_TABLES.get(year, "")], read)

    def kwb(year: int) -> bool:
        return works(
            f"Kerncijfers {year}", [KWB_TABLES[year]], partial(read_kwb, folder, code, [year], store)
        )

    def theme(name: str) -> bool:
        tables = [table.table for table in THEMES[name].tables]
        return works(f"thema {name}", tables, partial(read_themes, store, code, [name]))

    folder, store = places.open_data, places.snapshots
    found = PublishedSources(
        tuple(filter(iv3, wished.iv3)), tuple(filter(kwb, wished.kwb)), tuple(filter(theme, wished.cbs))
    )
    return found, tuple(_left_out(labels, reason) for reason, labels in why.items())


def _is_elsewhere(error: DeliveryError, code: str) -> bool:
    """Whether a source is there, and does not have the municipality."""
    return any(
        isinstance(fault, Fault) and fault.rule.startswith(f"{_ELSEWHERE}{code} ") for fault in error.faults
    )


def _left_out(labels: Sequence[str], reason: str) -> str:
    told = f"er zijn geen cijfers voor {dutch.listing(labels)}. Reden: {reason}."
    if reason.startswith(_ELSEWHERE):
        return told
    return f"{told} Zijn ze er later wel? Zet ze dan in gemeente.yml en haal ze op met socdom fetch."


def _reason(faults: Sequence[Fault | str]) -> str:
    """Why there is nothing, without how often it was tried, so that what has one reason is told once."""
    first = faults[0]
    return _TRIED.sub("", first.rule if isinstance(first, Fault) else first.removesuffix("."))


def _sentence(fault: Fault | str) -> str:
    return fault if isinstance(fault, str) else f"{fault.rule}. {fault.remedy}".rstrip()


def _years(years: Sequence[int]) -> str:
    return dutch.listing([str(year) for year in years])
