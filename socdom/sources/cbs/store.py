"""Keep a table of CBS on disk: whole or not at all.

It is written in a folder of its own beside the others and then renamed, which the file system does at once. A
snapshot of the same day with the same request and the same figures is left as it is.
"""

from __future__ import annotations

import errno
import json
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

import pandas as pd

from socdom.errors import DeliveryError
from socdom.sources.cbs.snapshot import (
    BLANK,
    MANIFEST,
    MEASURES,
    OBSERVATIONS,
    Snapshot,
    checksum_of,
    codes_file,
    content_checksum,
    days_of,
    read_snapshot,
    table_folder,
)

_BUSY, _GONE = ".bezig-", ".weg-"


def write_snapshot(store: Path, snapshot: Snapshot) -> Snapshot:
    """Write a snapshot under its table and day, and give it back with its files and checksum.

    Another one of that day is replaced: what was fetched later, or is whole where the other is damaged, is better.

    Raises:
        OSError: the disk is full, or the user may not write there; what stood there stays as it was.
    """
    home = table_folder(store, snapshot.table)
    home.mkdir(parents=True, exist_ok=True)
    day = snapshot.day.isoformat()
    busy = Path(tempfile.mkdtemp(prefix=_BUSY, dir=home))
    try:
        manifest = _write_files(busy, snapshot)
        if not _is_there(store, snapshot.table, day, manifest):
            _put_in_place(busy, home / day)
    finally:
        shutil.rmtree(busy, ignore_errors=True)
    return read_snapshot(store, snapshot.table, day)


def _write_files(folder: Path, snapshot: Snapshot) -> dict[str, Any]:
    frames = {OBSERVATIONS: snapshot.observations, BLANK: snapshot.blank, MEASURES: snapshot.measures}
    frames |= {codes_file(name): snapshot.codes(name) for name in snapshot.dimensions}
    for name, frame in frames.items():
        _write(frame, folder / name)
    files = {name: checksum_of(folder / name) for name in sorted(frames)}
    manifest = {
        "table": snapshot.table,
        "catalog": snapshot.catalog,
        "day": snapshot.day.isoformat(),
        "title": snapshot.title,
        "modified": snapshot.modified,
        "source": snapshot.source,
        "licence": snapshot.licence,
        "request": dict(snapshot.request),
        "rows": len(snapshot.observations),
        "dimensions": list(snapshot.dimensions),
        "notes": list(snapshot.notes),
        "files": files,
        "checksum": content_checksum(files),
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"
    (folder / MANIFEST).write_text(text, encoding="utf-8")
    return manifest


def _write(frame: pd.DataFrame, path: Path) -> None:
    frame.reset_index(drop=True).to_parquet(path, index=False, compression="zstd")


def _is_there(store: Path, table: str, day: str, manifest: dict[str, Any]) -> bool:
    """Whether a whole snapshot of that day says the same."""
    if day not in days_of(store, table):
        return False
    try:
        read_snapshot(store, table, day)
    except DeliveryError:
        return False
    found = json.loads((table_folder(store, table) / day / MANIFEST).read_text(encoding="utf-8"))
    return found == manifest


def _put_in_place(new: Path, place: Path) -> None:
    """A folder that is not empty cannot be replaced by a rename, so the old one goes aside first.

    When another run puts its own there at the same moment, that one stays: it is as new.
    """
    new.chmod(0o755)
    aside = Path(tempfile.mkdtemp(prefix=_GONE, dir=place.parent))
    try:
        with suppress(FileNotFoundError):
            place.rename(aside / place.name)
        try:
            new.rename(place)
        except OSError as error:
            if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
                return
            with suppress(FileNotFoundError):
                (aside / place.name).rename(place)
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)
