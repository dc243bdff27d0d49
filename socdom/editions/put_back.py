"""One step back: the edition `actueel` of before in its place again, and the mark that says so.

The edition that went stays in the store until a newer one comes, so a step forward is possible as well. The register of
releases stays as it is: what was shown once may be known. The mark `rendered/<gemeente>/.teruggezet` counts only while
the edition it names stands in place, so a run that puts another one there needs to know nothing of it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from socdom.editions.frozen import STORE, is_folder_of, put_link, remove_tree
from socdom.editions.intact import is_intact
from socdom.editions.read import Edition
from socdom.editions.record import Record
from socdom.errors import EditionError, Fault
from socdom.whole_files import put_file

ACTUEEL = "actueel"
_MARK = ".teruggezet"


class PutBack(Record):
    """What stands in place of what.

    Attributes:
        place: folder in the store of the edition that was put back.
        instead_of: folder in the store of the edition that went.
        made_of: of the manifest of the edition that went: what it was made of.
        reason: why, in the words of who did it; may be empty.
    """

    place: str
    instead_of: str
    made_of: dict[str, Any]
    reason: str = ""


def put_back(home: Path, reason: str = "") -> PutBack:
    """Let `actueel` lead to the edition before the one that stands there, at once.

    The mark comes first: a run that breaks off in between leaves one that does not count.

    Args:
        home: `rendered/<gemeente>`; hold its lock.

    Raises:
        EditionError: there is no edition before this one that can be read, or it stands there already.
    """
    if present_mark(home) is not None:
        remedy = "Met --vooruit zet u de nieuwste weer terug."
        raise EditionError(Fault(ACTUEEL, "de editie van daarvoor staat er al", remedy=remedy))
    now = (home / ACTUEEL).resolve()
    before = next(_earlier(home, now), None)
    if before is None:
        remedy = "Een oudere haalt u uit een reservekopie, met socdom restore."
        raise EditionError(
            Fault(ACTUEEL, "er is geen eerdere editie die heel is en die u kunt terugzetten", remedy=remedy)
        )
    mark = PutBack(place=before.name, instead_of=now.name, made_of=_made_of(now), reason=reason)
    _write_mark(home, mark)
    # The one that stands in place is the newest: it is kept when the next edition comes, and the wrong one goes.
    os.utime(before)
    put_link(home, ACTUEEL, before)
    return mark


def put_forward(home: Path) -> PutBack:
    """Undo `put_back`: the edition that went stands in place again.

    Args:
        home: `rendered/<gemeente>`; hold its lock.

    Raises:
        EditionError: no edition was put back, or the one that went is gone or damaged.
    """
    mark = present_mark(home)
    if mark is None:
        raise EditionError(Fault(ACTUEEL, "er is geen eerdere editie teruggezet"))
    newer = home / STORE / mark.instead_of
    if not _usable(newer):
        remedy = "Maak haar opnieuw met socdom refresh."
        raise EditionError(Fault(ACTUEEL, "de nieuwere editie is er niet meer", remedy=remedy))
    os.utime(newer)
    put_link(home, ACTUEEL, newer)
    (home / _MARK).unlink()
    return mark


def present_mark(home: Path) -> PutBack | None:
    """What was put back and stands there now; None when the newest edition does."""
    try:
        mark = PutBack.model_validate_json((home / _MARK).read_bytes())
    except (OSError, ValidationError):
        return None
    return mark if (home / ACTUEEL).resolve().name == mark.place else None


def drop_stale_mark(home: Path) -> None:
    """Remove a mark that counts no more, as another edition was put in place since."""
    if present_mark(home) is None:
        (home / _MARK).unlink(missing_ok=True)


def forget_gone(home: Path, mark: PutBack) -> None:
    """Remove the edition that went, for ever; what it was made of stays known in the mark."""
    remove_tree(home / STORE / mark.instead_of)


def _made_of(folder: Path) -> dict[str, Any]:
    """Its manifest but for the checksums of its files; empty when it cannot be read."""
    try:
        manifest: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
        return {name: value for name, value in manifest.items() if name != "files"}
    except (OSError, ValueError):
        return {}


def _earlier(home: Path, now: Path) -> Iterator[Path]:
    """Whole editions `actueel` beside the present one, newest first."""
    store = home / STORE
    if not store.is_dir():
        return
    folders = (path for path in store.iterdir() if is_folder_of(ACTUEEL, path.name) and path.resolve() != now)
    for path in sorted(folders, key=lambda path: path.stat().st_mtime, reverse=True):
        if _usable(path):
            yield path


def _usable(folder: Path) -> bool:
    """Whether this version of the package can show an edition, and every file is as it was made."""
    try:
        Edition(folder)
    except EditionError:
        return False
    return is_intact(folder)


def _write_mark(home: Path, mark: PutBack) -> None:
    put_file(home / _MARK, (mark.model_dump_json() + "\n").encode())
