"""What is typed and not saved yet, kept on this machine: who closes a tab or restarts the kernel loses nothing.

It stands beside the deliveries, in a folder of the user alone whose name begins with a dot, so that no edition, list
or copy reads it and it is never in git. A kept text is nobody's delivery: what may not stand in any file, such as a
number of a person, is not kept either.

Two windows can have one subject open. Each knows by a checksum what it read or wrote last; a text that another window
kept in the meantime is left as it is, and not thrown away.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft, never_in_a_file
from socdom.pipeline.storage import writing
from socdom.whole_files import in_turn, put_file
from socdom.workbench.writing.saving import NO_FILE, mark_of

_ENDING = ".json"
_THEME = ("thema:", "thema-")  # of a key, and of the name of a file
_OWN_FOLDER, _OWN_FILE = 0o700, 0o600


@dataclass(frozen=True)
class Kept:
    """A text that was not saved.

    Attributes:
        draft: as it stood in the fields; comments, which nobody types, do not come back.
        aside: the own text that was put aside for that of somebody else; None when there was none.
        base: checksum of the file that it began with; `NO_FILE` when there was none.
    """

    draft: Draft
    aside: Draft | None
    base: str


class Keeper:
    """The kept texts of a quarter, for one form.

    Args:
        places, slug, quarter: which; nothing is made before the first text is kept.
    """

    def __init__(self, places: Places, slug: str, quarter: str) -> None:
        # Each user has a folder: a file that only its owner may read cannot be shared.
        self.folder = places.data / slug / f".klad-{os.getuid()}" / quarter
        self._marks: dict[str, str] = {}  # by subject: what this form read or wrote last

    def left(self) -> list[str]:
        """Subjects (`Draft.key`) with a kept text, the newest first."""
        found = sorted(self.folder.glob(f"*{_ENDING}"), key=_moment, reverse=True)
        return [path.stem.replace(_THEME[1], _THEME[0]) for path in found]

    def read(self, key: str) -> Kept | None:
        """The kept text of a subject; None when there is none, or none that can be read."""
        path = self._path(key)
        self._marks[key] = NO_FILE
        try:
            mark = mark_of(path)
            kept = _kept(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None  # it does not become ours, so it is not written over
        self._marks[key] = mark
        return kept

    def moment(self, key: str) -> datetime:
        """When the text was kept, by the clock of this machine."""
        return datetime.fromtimestamp(_moment(self._path(key)))

    def keep(self, key: str, kept: Kept) -> bool:
        """Keep a text; False, and nothing is written, when another window kept one in the meantime.

        Raises:
            ParameterError: it holds what may not stand in any file.
            StorageError: it cannot be written; what was kept stays.
        """
        drafts = [kept.draft, *([kept.aside] if kept.aside else [])]
        if faults := [fault for draft in drafts for fault in never_in_a_file(draft)]:
            raise ParameterError(faults)
        path = self._path(key)
        with writing(self.folder):
            for folder in (self.folder.parent, self.folder):
                folder.mkdir(mode=_OWN_FOLDER, parents=True, exist_ok=True)
            with in_turn(self.folder):
                if mark_of(path) != self._marks.get(key, NO_FILE):
                    return False
                put_file(path, _content(kept), mode=_OWN_FILE)
                self._marks[key] = mark_of(path)
        return True

    def forget(self, key: str) -> None:
        """Throw a kept text away, unless it is of another window.

        Raises:
            StorageError: it cannot be removed.
        """
        path = self._path(key)
        if not path.exists():
            return
        with writing(self.folder), in_turn(self.folder):
            if mark_of(path) == self._marks.get(key, NO_FILE):
                path.unlink(missing_ok=True)
                self._marks[key] = NO_FILE

    def _path(self, key: str) -> Path:
        return self.folder / f"{key.replace(*_THEME)}{_ENDING}"


def _moment(path: Path) -> float:
    """Seconds since 1970; 0 for a file that another window just threw away."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0.0


def _content(kept: Kept) -> bytes:
    told = {
        "draft": asdict(replace(kept.draft, notes={})),
        "aside": asdict(replace(kept.aside, notes={})) if kept.aside else None,
        "base": kept.base,
    }
    return json.dumps(told, default=date.isoformat).encode()


def _kept(found: Mapping[str, Any]) -> Kept:
    aside = found["aside"]
    return Kept(_draft(found["draft"]), _draft(aside) if aside else None, str(found["base"]))


def _draft(found: Mapping[str, Any]) -> Draft:
    """Raises ValueError, KeyError, TypeError or AttributeError for what `Keeper.keep` did not write."""
    return Draft(
        indicator=str(found["indicator"]),
        thema=str(found["thema"]),
        rol=str(found["rol"]),
        datum=date.fromisoformat(found["datum"]) if found["datum"] else None,
        status="goedgekeurd" if found["status"] == "goedgekeurd" else "concept",
        parts={heading: str(found["parts"][heading]) for heading in PARTS},
    )
