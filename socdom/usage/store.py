"""Counts on disk, a file for each month in `beheer/<gemeente>/gebruik/`: what was counted → how often.

Several servers may add at once, and each may be stopped at any moment: a file is read and replaced under a lock that
the system lets go of, and whoever reads sees the old file or the new one.
"""

from __future__ import annotations

import fcntl
import json
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

from socdom.usage.cells import Cell, Counts
from socdom.usage.periods import month_before
from socdom.whole_files import put_file

FOLDER = "gebruik"
DAYS_KEPT_FOR = 18  # months; after that a month is one number
_UNREADABLE = ".onleesbaar"
_LOCK = ".slot"
_FILE = re.compile(r"\d{4}-\d{2}\.json")
_CELL = re.compile(r"\d{4}-\d{2}(?:-\d{2})? [a-z]+ [a-z0-9_-]+")


def add(folder: Path, counts: Counts) -> None:
    """Add to what is kept.

    A file that cannot be understood is set aside: what is counted now does not wait for somebody to mend it.

    Args:
        folder: `beheer/<gemeente>/gebruik`; made when it is not there.
        counts: to be added; what was written is taken out.

    Raises:
        OSError: it cannot be written. What was written is no longer in `counts`, and what was not still is.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with _alone(folder):
        for month in sorted({cell.month for cell in counts}):
            path = folder / f"{month}.json"
            new = Counter({cell: number for cell, number in counts.items() if cell.month == month})
            _write(path, _kept(path) + new)
            for cell in new:  # written: should a next month fail, these must not be added again
                del counts[cell]


def read(folder: Path) -> Counts:
    """All that is kept; a month that cannot be understood is left out, and so is a folder that is not there."""
    found: Counts = Counter()
    for path in _months(folder):
        with suppress(ValueError):
            found.update(_read(path))
    return found


def thin(folder: Path, today: date) -> None:
    """Of what is older than `DAYS_KEPT_FOR` months keep months and no days.

    Raises:
        OSError: as of `add`.
    """
    last = month_before(today, DAYS_KEPT_FOR)
    old = [path for path in _months(folder) if path.stem < last]
    if not old:
        return
    with _alone(folder):
        for path in old:
            kept = _kept(path)
            months: Counts = Counter()
            for cell, count in kept.items():
                months[cell._replace(when=cell.month)] += count
            if months != kept:
                _write(path, months)


def _months(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("*.json") if _FILE.fullmatch(path.name))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One writer at a time; the system lets go of the lock when a process ends in any way."""
    with (folder / _LOCK).open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _kept(path: Path) -> Counts:
    try:
        return _read(path)
    except FileNotFoundError:
        return Counter()
    except ValueError:
        path.replace(path.with_name(path.name + _UNREADABLE))
        return Counter()


def _read(path: Path) -> Counts:
    """
    Raises:
        ValueError: it does not hold counts of its month.
    """
    content = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(content, dict) or not all(map(_is_count, content.items())):
        raise ValueError(path.name)
    found = Counter({Cell(*key.split(" ")): number for key, number in content.items()})
    if any(cell.month != path.stem for cell in found):
        raise ValueError(path.name)
    return found


def _is_count(item: tuple[str, object]) -> bool:
    key, number = item
    return bool(_CELL.fullmatch(key)) and type(number) is int and number >= 0


def _write(path: Path, counts: Counts) -> None:
    text = {" ".join(cell): number for cell, number in sorted(counts.items())}
    put_file(path, (json.dumps(text, indent=1) + "\n").encode(), mode=0o640)
