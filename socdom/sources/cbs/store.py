"""Keep a table of CBS on disk: whole or not at all.

It is written in a folder of its own beside the others and then renamed, which the file system does at once. What is
the same as the newest snapshot (request, figures, codes and measures) is not written again: that CBS still gives the
same on a later day is remembered beside it.
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
    CHECKED,
    MANIFEST,
    MEASURES,
    OBSERVATIONS,
    Snapshot,
    codes_file,
    content_checksum,
    days_of,
    read_snapshot,
    snapshot_in,
    table_folder,
)
from socdom.whole_files import checksum, put_file

# What is being written; what makes room for another of the same day.
BUSY, GONE = ".bezig-", ".weg-"


def write_snapshot(store: Path, snapshot: Snapshot) -> Snapshot:
    """Write a snapshot under its table and day, and give back what now is kept, with its files and checksum.

    That is the newest one there was when it says the same; its `checked` then is the day of this one. Another one of
    the same day is replaced: what was fetched later, or is whole where the other is damaged, is better.

    Raises:
        OSError: the disk is full, or the user may not write there; what stood there stays as it was.
    """
    home = table_folder(store, snapshot.table)
    home.mkdir(parents=True, exist_ok=True)
    day = snapshot.day.isoformat()
    busy = Path(tempfile.mkdtemp(prefix=BUSY, dir=home))
    try:
        manifest = _write_files(busy, snapshot)
        known = _newest_until(store, snapshot.table, day)
        if known is not None and _says_the_same(known, snapshot_in(busy, manifest)):
            day = known.day.isoformat()
            _remember(home, known, snapshot.day.isoformat())
        else:
            _put_in_place(busy, home / day)
    finally:
        shutil.rmtree(busy, ignore_errors=True)
    return read_snapshot(store, snapshot.table, day)


def _newest_until(store: Path, table: str, day: str) -> Snapshot | None:
    """The newest snapshot, when it is whole and of this day or before."""
    days = days_of(store, table)
    if not days or days[-1] > day:
        return None
    try:
        return read_snapshot(store, table, days[-1])
    except DeliveryError:
        return None


def _says_the_same(one: Snapshot, other: Snapshot) -> bool:
    """Whether all that a reader sees of two snapshots is equal, but the day and when CBS touched the table."""
    said = ("table", "catalog", "title", "source", "licence", "request", "dimensions", "notes")
    if any(getattr(one, name) != getattr(other, name) for name in said):
        return False
    return one.checksum == other.checksum or (
        one.measures.equals(other.measures)
        and all(one.codes(name).equals(other.codes(name)) for name in one.dimensions)
        and _cells(one).equals(_cells(other))
    )


def _cells(snapshot: Snapshot) -> pd.DataFrame:
    """Figures and what is blank, in an order that does not depend on that of CBS."""
    cells = pd.concat([snapshot.observations, snapshot.blank.add_prefix("blank ")], axis=1)
    return cells.sort_values(list(snapshot.dimensions), ignore_index=True)


def _remember(home: Path, known: Snapshot, day: str) -> None:
    """Keep the last day on which CBS gave what a snapshot holds; at once, or not."""
    if (known.checked or known.day).isoformat() >= day:
        return
    said = {"day": known.day.isoformat(), "checksum": known.checksum, "checked": day}
    put_file(home / CHECKED, (json.dumps(said, indent=2) + "\n").encode())


def _write_files(folder: Path, snapshot: Snapshot) -> dict[str, Any]:
    frames = {OBSERVATIONS: snapshot.observations, BLANK: snapshot.blank, MEASURES: snapshot.measures}
    frames |= {codes_file(name): snapshot.codes(name) for name in snapshot.dimensions}
    for name, frame in frames.items():
        _write(frame, folder / name)
    files = {name: checksum(folder / name) for name in sorted(frames)}
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


def _put_in_place(new: Path, place: Path) -> None:
    """A folder that is not empty cannot be replaced by a rename, so the old one goes aside first.

    When another run puts its own there at the same moment, that one stays: it is as new.
    """
    new.chmod(0o755)
    aside = Path(tempfile.mkdtemp(prefix=GONE, dir=place.parent))
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
