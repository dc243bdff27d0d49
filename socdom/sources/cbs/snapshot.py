"""A table of CBS as it was on a day, read from disk; the network is never used here.

`<store>/cbs/<table>/<day>/` holds Parquet files and `snapshot.json`, which says where they come from, under which
licence, and the SHA-256 of each. A snapshot that is not whole is told; an older one is not taken in its place.
`checked.json` beside it says on which later day CBS gave the very same.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow.parquet as pq

from socdom import dutch
from socdom.errors import Fault
from socdom.sources.cbs.errors import FETCH, FETCH_AGAIN, CbsError
from socdom.sources.cbs.request import PERIODS, TableRequest
from socdom.whole_files import checksum

LICENCE = "CC BY 4.0"
MANIFEST, CHECKED = "snapshot.json", "checked.json"
OBSERVATIONS, BLANK, MEASURES = "observations.parquet", "blank.parquet", "measures.parquet"
CODE_COLUMNS = ("key", "title", "description", "status", "ended")
MEASURE_COLUMNS = ("key", "stem", "title", "description", "unit", "decimals")
DEFINITIVE = "Definitief"

_DAY_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Snapshot:
    """One table on one day.

    Attributes:
        table, catalog: number of the table ("83262NED") and the catalogue it is in ("CBS" or "IV3").
        day: day it was fetched.
        title: Dutch title CBS gives the table.
        modified: when CBS last changed the table, as CBS writes it ("2020-11-26T02:00:00"); "" when not said.
        source: address of the table.
        licence: "CC BY 4.0"; CBS is to be named as source.
        request: what was asked, as `TableRequest.as_data` says it.
        observations: one row per combination of keys that CBS has. First the dimensions (text, no spaces around
            keys), then the measures: numbers (float, NaN is missing) in the unit of `measures`, or text where CBS
            gives text. A measure has its stem as name (v4: its code); where a stem is in the table twice, its key.
        blank: same rows, one column per measure of numbers: True where CBS left the cell empty, as it cannot occur.
            NaN that is not blank is "." at CBS: unknown, too unreliable, or secret.
        measures: MEASURE_COLUMNS, one row per measure of `observations`; `stem` is the name of its column there.
        dimensions: names of the dimensions.
        notes: Dutch sentences about how it was read.
        files: its files, for the manifest of an edition.
        checksum: SHA-256 over its content: the same for the same figures.
        checked: last day on which CBS gave the very same; None when it was not asked again.
    """

    table: str
    catalog: str
    day: date
    title: str
    modified: str
    source: str
    licence: str
    request: Mapping[str, Any]
    observations: pd.DataFrame
    blank: pd.DataFrame
    measures: pd.DataFrame
    dimensions: tuple[str, ...]
    code_lists: Mapping[str, pd.DataFrame] = field(repr=False)
    notes: tuple[str, ...] = ()
    files: tuple[Path, ...] = ()
    checksum: str = ""
    checked: date | None = None

    @property
    def age(self) -> str:
        """Dutch words about when it was fetched and, where that was later, last checked."""
        fetched = f"opgehaald op {dutch.day(self.day)}"
        if self.checked is None or self.checked <= self.day:
            return fetched
        return f"{fetched}, voor het laatst gecontroleerd op {dutch.day(self.checked)}"

    def codes(self, dimension: str) -> pd.DataFrame:
        """The keys of a dimension, CODE_COLUMNS, in the order of CBS; all keys, also those that were not asked for.

        `key` has no spaces around it. `status` is of periods: "Definitief", "Voorlopig", "NaderVoorlopig" or "". CBS
        says it in a column, or with `*` and `**` behind the title, which are then taken off. `ended` is the day a
        municipality was abolished, NaT for others.

        Raises:
            CbsError: the table has no such dimension.
        """
        if dimension not in self.code_lists:
            has = ", ".join(self.dimensions)
            raise CbsError(Fault(f"CBS {self.table}", f"de tabel heeft {dimension} niet; wel {has}"))
        return self.code_lists[dimension]

    def provisional(self) -> frozenset[str]:
        """Keys of the periods whose figures may still change ("Voorlopig" and "NaderVoorlopig")."""
        if PERIODS not in self.code_lists:
            return frozenset()
        codes = self.codes(PERIODS)
        return frozenset(codes["key"][~codes["status"].isin([DEFINITIVE, ""])])

    def abolished(self, dimension: str) -> frozenset[str]:
        """Keys of municipalities that CBS calls abolished ("Opgeheven per …")."""
        codes = self.codes(dimension)
        return frozenset(codes["key"][codes["ended"].notna()])

    def covers(self, request: TableRequest) -> bool:
        """Whether everything a request asks for was asked for when this snapshot was fetched."""
        return TableRequest.from_data(self.request).covers(request)


def newest(store: Path, table: str) -> Snapshot:
    """The snapshot of the newest day.

    Args:
        store: folder with `cbs/`.
        table: number of the table.

    Raises:
        CbsError: there is none, or the newest is damaged.
    """
    days = days_of(store, table)
    if not days:
        rule = "van deze tabel zijn nog geen cijfers opgehaald"
        raise CbsError(Fault(f"CBS {table}", rule, remedy=FETCH))
    return read_snapshot(store, table, days[-1])


def days_of(store: Path, table: str) -> list[str]:
    """Days ("2026-11-22") a table has a snapshot of, oldest first; whole or not."""
    folder = table_folder(store, table)
    if not folder.is_dir():
        return []
    return sorted(p.name for p in folder.iterdir() if p.is_dir() and _DAY_NAME.fullmatch(p.name))


def table_folder(store: Path, table: str) -> Path:
    """Folder with the snapshots of a table."""
    return store / "cbs" / table


def read_snapshot(store: Path, table: str, day: str) -> Snapshot:
    """The snapshot of one day.

    Raises:
        CbsError: a file is missing, or is not the one that was written.
    """
    folder = table_folder(store, table) / day
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        found = {name: checksum(folder / name) for name in manifest["files"]}
        if found != manifest["files"] or manifest["checksum"] != content_checksum(found):
            raise ValueError("a file is not the one that was written")
        snapshot = snapshot_in(folder, manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise CbsError(_damaged(store, table, day)) from None
    return _with_check(snapshot, folder.parent / CHECKED)


def _with_check(snapshot: Snapshot, path: Path) -> Snapshot:
    """With the day it was last checked; what says so of another snapshot, or cannot be read, does not count."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        same = (said["day"], said["checksum"]) == (snapshot.day.isoformat(), snapshot.checksum)
        checked = date.fromisoformat(said["checked"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return snapshot
    return snapshot if checked is None else replace(snapshot, checked=checked, files=(*snapshot.files, path))


def content_checksum(files: Mapping[str, str]) -> str:
    """SHA-256 over the names and checksums of files."""
    lines = "\n".join(f"{name} {digest}" for name, digest in sorted(files.items()))
    return hashlib.sha256(lines.encode()).hexdigest()


def codes_file(dimension: str) -> str:
    """Name of the file with the keys of a dimension."""
    return f"codes_{dimension}.parquet"


def snapshot_in(folder: Path, manifest: Mapping[str, Any]) -> Snapshot:
    """The snapshot whose files are in a folder, as its manifest describes it; not checked for damage."""
    dimensions = tuple(manifest["dimensions"])
    return Snapshot(
        table=manifest["table"],
        catalog=manifest["catalog"],
        day=date.fromisoformat(manifest["day"]),
        title=manifest["title"],
        modified=manifest["modified"],
        source=manifest["source"],
        licence=manifest["licence"],
        request=manifest["request"],
        observations=_frame(folder / OBSERVATIONS),
        blank=_frame(folder / BLANK),
        measures=_frame(folder / MEASURES),
        dimensions=dimensions,
        code_lists={name: _codes(folder / codes_file(name)) for name in dimensions},
        notes=tuple(manifest["notes"]),
        files=tuple(folder / name for name in (MANIFEST, *sorted(manifest["files"]))),
        checksum=manifest["checksum"],
    )


def _frame(path: Path) -> pd.DataFrame:
    # Without the detours of pandas, which take longer than reading where there are hundreds of small files.
    return pq.ParquetFile(path).read(use_threads=False).to_pandas()


def _codes(path: Path) -> pd.DataFrame:
    # Parquet knows no seconds and gives milliseconds.
    frame = _frame(path)
    frame["ended"] = frame["ended"].astype("datetime64[s]")
    return frame


def _damaged(store: Path, table: str, day: str) -> Fault:
    older = [other for other in days_of(store, table) if other < day]
    where = f"map {table_folder(store, table) / day}"
    remedy = FETCH_AGAIN
    if older:
        remedy += f" Wilt u toch de cijfers van {older[-1]} gebruiken? Verwijder dan de {where}."
    return Fault(f"CBS {table}", f"de opgehaalde cijfers van {day} zijn beschadigd ({where})", remedy=remedy)
