"""Vintages: every delivery is kept as it was when it came in, pseudonymised; person-level zone.

A vintage is a folder `2021-02-15-0a1b2c3d` in `data/<gemeente>/vintages`: a Parquet file per table, and
`vintage.json`, which is written last and holds the checksum of all. It is made under another name and renamed when it
is whole, so a run that is broken off leaves nothing that counts. Only the owner can read it.

Whoever writes here holds the lock of the municipality.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.sources.pseudonyms import sealed
from socdom.sources.vintage_tables import read_table, read_tables, write_private, write_tables
from socdom.tables.model import COLUMNS, Tables
from socdom.whole_files import checksum

_RECORD = "vintage.json"
_FORM = 1
# Hidden names: what is being made or taken away is not listed, and is swept up by the next that writes.
DRAFT, GONE = ".concept-", ".weg-"
_REMEDY = "Zet deze map terug uit een reservekopie. Is die er niet: verwijder de map."


@dataclass(frozen=True)
class Vintage:
    """A delivery as it was when it came in.

    Attributes:
        folder: where it lies.
        received: day on which it came in.
        number: higher for what was written later; from 1.
        checksum: SHA-256 over all that follows and the tables, in hexadecimal.
        sources: name of each source → its checksum, sealed with the key of the pseudonyms.
        rows: table → number of rows.
        key_id: tells one key of the pseudonyms from another, and nothing of the key.
        files: name of each file → its SHA-256.
        about: what the writer told about it.
    """

    folder: Path
    received: date
    number: int
    checksum: str
    sources: Mapping[str, str]
    rows: Mapping[str, int]
    key_id: str
    files: Mapping[str, str]
    about: Mapping[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Name of its folder."""
        return self.folder.name


def key_id(key: bytes) -> str:
    """Tells one key of the pseudonyms from another; 16 hexadecimal digits."""
    return sealed("sleutel", key)[:16]


def seal_all(sources: Mapping[str, str], key: bytes) -> dict[str, str]:
    """Name of each source → its checksum, sealed."""
    return {name: sealed(value, key) for name, value in sorted(sources.items())}


def vintages(home: Path) -> list[Vintage]:
    """All vintages that can be used, oldest first; see `damaged` for the others."""
    found = [item for item in _listed(home) if isinstance(item, Vintage)]
    return sorted(found, key=lambda vintage: (vintage.received, vintage.number))


def damaged(home: Path) -> list[Fault]:
    """What is wrong with the vintages that cannot be used."""
    return [item for item in _listed(home) if isinstance(item, Fault)]


def same_as_newest(home: Path, sources: Mapping[str, str], key: bytes) -> bool:
    """Whether the vintage that was written last has the very same sources.

    Args:
        sources: name → checksum of its content, as for `write_vintage`.
    """
    written = max(vintages(home), key=lambda vintage: vintage.number, default=None)
    return written is not None and dict(written.sources) == seal_all(sources, key)


def write_vintage(
    home: Path,
    tables: Tables,
    *,
    received: date,
    sources: Mapping[str, str],
    key: bytes,
    about: Mapping[str, Any],
) -> Vintage:
    """Keep a delivery. The same tables, arguments and earlier vintages give the same bytes.

    Args:
        home: `data/<gemeente>/vintages`; made with mode 0700.
        received: day on which the delivery came in.
        sources: name of each source → checksum of its content; they are sealed here.
        key: key of the pseudonyms.
        about: what else to remember; values that JSON knows.

    Raises:
        OSError: the disk is full, or the user may not write there; nothing is left behind.
    """
    return write_sealed(
        home, tables, received, seal_all(sources, key), key_id(key), about, number=_next_number(home)
    )


def write_sealed(
    home: Path,
    tables: Tables,
    received: date,
    sources: Mapping[str, str],
    key: str,
    about: Mapping[str, Any],
    *,
    number: int,
) -> Vintage:
    """As `write_vintage`, with sources that are sealed already, the id of the key and a number of its own."""
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep(home)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=home))
    try:
        record: dict[str, Any] = {
            "form": _FORM,
            "received": received.isoformat(),
            "number": number,
            "key_id": key,
            "sources": dict(sources),
            "rows": {name: len(getattr(tables, name)) for name in COLUMNS},
            "files": write_tables(tables, draft),
            "about": dict(about),
        }
        record["checksum"] = _checksum(record)
        write_private(draft / _RECORD, (_json(record) + "\n").encode())
        flush_folder(draft)
        folder = home / f"{record['received']}-{record['checksum'][:8]}"
        os.rename(draft, folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    flush_folder(home)
    return _vintage(folder, record)


def read_vintage(vintage: Vintage) -> Tables:
    """The tables of a vintage, equal to those that were written.

    Raises:
        DeliveryError: a file was lost or changed after it was written.
    """
    _require_unchanged(vintage, sorted(vintage.files))
    return read_tables(vintage.folder)


def read_one_table(vintage: Vintage, name: str) -> pd.DataFrame:
    """One table of a vintage, as `read_vintage` gives it.

    Raises:
        DeliveryError: its file was lost or changed after it was written.
    """
    file = f"{name}.parquet"
    _require_unchanged(vintage, [file] if file in vintage.files else [])
    return read_table(vintage.folder / file, name)


def _require_unchanged(vintage: Vintage, names: Sequence[str]) -> None:
    wrong = [
        name
        for name in names
        if not (vintage.folder / name).is_file() or checksum(vintage.folder / name) != vintage.files[name]
    ]
    if wrong:
        rule = f"deze bestanden zijn weg of veranderd: {', '.join(wrong)}"
        raise DeliveryError(Fault(_place(vintage.folder), rule, len(wrong), remedy=_REMEDY))


def remove(vintage: Vintage) -> None:
    """Take a vintage away: at once out of sight, then from the disk."""
    gone = vintage.folder.with_name(f"{GONE}{vintage.name}")
    shutil.rmtree(gone, ignore_errors=True)
    os.rename(vintage.folder, gone)
    shutil.rmtree(gone)


def sweep(home: Path) -> None:
    """Take away what an earlier run left half made or half removed."""
    for prefix in (DRAFT, GONE):
        for leftover in sorted(home.glob(f"{prefix}*")):
            shutil.rmtree(leftover)


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, so that a power cut does not undo a rename."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _next_number(home: Path) -> int:
    # One that is damaged keeps its place and name: the same delivery once more must not get that name too.
    return max((vintage.number for vintage in vintages(home)), default=0) + len(damaged(home)) + 1


def _listed(home: Path) -> list[Vintage | Fault]:
    folders = sorted(path for path in home.glob("[!.]*") if path.is_dir())
    return [_look(folder) for folder in folders]


def _look(folder: Path) -> Vintage | Fault:
    """Read what a vintage says of itself; its tables are checked when they are read."""
    try:
        record = json.loads((folder / _RECORD).read_text(encoding="utf-8"))
        if record["form"] > _FORM:
            remedy = "Gebruik de nieuwste versie van socdom."
            return Fault(_place(folder), "deze is bewaard door een nieuwere versie van socdom", remedy=remedy)
        vintage = _vintage(folder, record)
        if record["checksum"] == _checksum(record):
            return vintage
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        pass
    return Fault(_place(folder), f"{_RECORD} ontbreekt of is beschadigd", remedy=_REMEDY)


def _vintage(folder: Path, record: Mapping[str, Any]) -> Vintage:
    return Vintage(
        folder=folder,
        received=date.fromisoformat(record["received"]),
        number=record["number"],
        checksum=record["checksum"],
        sources=record["sources"],
        rows=record["rows"],
        key_id=record["key_id"],
        files=record["files"],
        about=record["about"],
    )


def _checksum(record: Mapping[str, Any]) -> str:
    content = {name: value for name, value in record.items() if name != "checksum"}
    return hashlib.sha256(_json(content).encode()).hexdigest()


def _json(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True)


def _place(folder: Path) -> str:
    return f"bewaarde levering {folder.name}"
