"""Fetch tables of CBS one after another; one that fails does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from socdom.errors import DeliveryError, Fault
from socdom.sources.cbs.client import CbsClient
from socdom.sources.cbs.odata3 import fetch_v3
from socdom.sources.cbs.odata4 import fetch_v4
from socdom.sources.cbs.request import PERIODS, TableRequest
from socdom.sources.cbs.snapshot import Snapshot, days_of, newest
from socdom.sources.cbs.store import write_snapshot


@dataclass(frozen=True)
class Failure:
    """A table that could not be fetched.

    Attributes:
        table: its number.
        faults: why.
        older: the snapshot that stays in use; None when there is none, it is damaged, or is of other regions.
    """

    table: str
    faults: tuple[Fault | str, ...]
    older: Snapshot | None


@dataclass(frozen=True)
class Fetched:
    """What came of it: the snapshots that were made, and the tables that failed; each in order of the requests."""

    snapshots: tuple[Snapshot, ...]
    failures: tuple[Failure, ...]


def fetch_all(
    requests: Iterable[TableRequest],
    store: Path,
    day: date,
    client: CbsClient,
    progress: Callable[[str], None] = lambda _step: None,
) -> Fetched:
    """Fetch and keep every table that is asked for.

    Requests for one table are put together. What the newest snapshot was asked for is asked again with it, so that a
    snapshot of one municipality is not lost when another one is fetched into the same folder.

    Args:
        store: folder with `cbs/`.
        day: of the snapshots.
        progress: told in Dutch which table is being fetched.

    Raises:
        OSError: it cannot be written.
    """
    snapshots, failures = [], []
    combined = _combined(requests)
    for number, request in enumerate(combined, 1):
        progress(f"Cijfers ophalen bij het CBS: tabel {request.table} ({number} van {len(combined)})")
        try:
            snapshots.append(
                write_snapshot(store, fetch_table(client, request, day, _newest(store, request)))
            )
        except DeliveryError as error:
            older = _newest(store, request)
            usable = older if older is not None and _stands_in(older, request) else None
            failures.append(Failure(request.table, error.faults, usable))
    return Fetched(tuple(snapshots), tuple(failures))


def fetch_table(
    client: CbsClient, request: TableRequest, day: date, older: Snapshot | None = None
) -> Snapshot:
    """Fetch one table, without keeping it.

    Args:
        older: a snapshot whose request is asked again along with this one; its measures may be gone.

    Raises:
        CbsError: see `odata3.fetch_v3`.
    """
    wide = request
    if older is not None:
        asked = TableRequest.from_data(older.request)
        # Keys of a dimension that is no longer there would stop what does not need them.
        if (asked.api, asked.catalog) == (request.api, request.catalog):
            wide = request.with_also(asked)
    fetch = fetch_v3 if request.api == "v3" else fetch_v4
    return fetch(client, wide, day, request.measures)


def _stands_in(older: Snapshot, request: TableRequest) -> bool:
    """Whether a snapshot holds the regions that are asked for; newer periods it may lack."""

    def regions(asked: TableRequest) -> TableRequest:
        keys = {name: wanted for name, wanted in asked.keys.items() if name != PERIODS}
        return replace(asked, keys=keys, periods=(), since=0, measures=())

    return regions(TableRequest.from_data(older.request)).covers(regions(request))


def _combined(requests: Iterable[TableRequest]) -> list[TableRequest]:
    found: dict[str, TableRequest] = {}
    for request in requests:
        earlier = found.get(request.table)
        found[request.table] = request if earlier is None else earlier.with_also(request)
    return list(found.values())


def _newest(store: Path, request: TableRequest) -> Snapshot | None:
    """The snapshot there is, when it is whole."""
    if not days_of(store, request.table):
        return None
    try:
        return newest(store, request.table)
    except DeliveryError:
        return None
