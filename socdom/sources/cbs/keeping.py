"""Since when a table was not asked for, and which snapshots are kept.

Kept are all of the last 13 months, and of before the last one of each calendar quarter. The newest of a table always
stays, however old. Whoever tidies holds the lock of the store.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from socdom.sources.cbs.snapshot import CHECKED, days_of, table_folder
from socdom.sources.cbs.store import BUSY, GONE
from socdom.sources.thinning import beyond, months_before

MONTHS = 13
_OLD = ".oud-"


def to_thin(days: Sequence[date], today: date) -> list[date]:
    """The days of a table whose snapshot can go, oldest first.

    Args:
        days: of which there is a snapshot.
        today: the day to count the months back from.
    """
    return beyond(sorted(days), lambda day: day, months_before(today, MONTHS))


def last_asked(store: Path, table: str) -> date | None:
    """The last day on which CBS gave a table, new or the same as before; None when it never did."""
    days = days_of(store, table)
    if not days:
        return None
    try:
        said = json.loads((table_folder(store, table) / CHECKED).read_text(encoding="utf-8"))
        checked = date.fromisoformat(said["checked"])
    except (OSError, ValueError, KeyError, TypeError):  # never asked again, or what says so is damaged
        checked = date.min
    return max(checked, date.fromisoformat(days[-1]))


def tidy(store: Path, today: date) -> None:
    """Thin the snapshots of every table, and clear what a run that broke off left behind.

    A snapshot is whole or gone, whenever this ends.

    Raises:
        OSError: the user may not write there.
    """
    for home in sorted(path for path in (store / "cbs").glob("*") if path.is_dir()):
        _clear(home)
        for day in to_thin([date.fromisoformat(name) for name in days_of(store, home.name)], today):
            aside = Path(tempfile.mkdtemp(prefix=_OLD, dir=home))
            (home / day.isoformat()).rename(aside / day.isoformat())
            shutil.rmtree(aside)


def _clear(home: Path) -> None:
    """Throw away what was never finished; what had made room for another that never came is put back."""
    for aside in sorted(home.glob(f"{GONE}*")):
        for folder in sorted(aside.iterdir()):
            if not (home / folder.name).exists():
                folder.rename(home / folder.name)
    for prefix in (BUSY, GONE, _OLD):
        for folder in sorted(home.glob(f"{prefix}*")):
            shutil.rmtree(folder)
