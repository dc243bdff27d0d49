"""Saving a text without ever writing over what somebody else wrote in the meantime.

Who saves says which file was read, by its checksum. Another one on the disk is left as it is, and handed back. Forms
wait for each other with a lock on the folder, so that nothing comes between looking and writing; an editor that knows
no lock can still come in those few milliseconds. A file that is new never takes the place of one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from socdom.errors import ParameterError
from socdom.parameters.duiding_draft import Draft, draft_text, read_draft
from socdom.parameters.text import read_text
from socdom.pipeline.storage import writing
from socdom.whole_files import in_turn, put_file, put_new_file

NO_FILE = ""


@dataclass(frozen=True)
class Saved:
    """The file holds the text; `written` is False when it did so already.

    Attributes:
        mark: its checksum, to save again with.
    """

    mark: str
    written: bool


@dataclass(frozen=True)
class TakenElsewhere:
    """Somebody else changed the file; nothing was written.

    Attributes:
        mark: checksum of what stands there now; `NO_FILE` when the file is gone.
        found: what stands there; None when it is gone, or no valid text.
    """

    mark: str
    found: Draft | None


def mark_of(path: Path) -> str:
    """Checksum of a file; `NO_FILE` when it is not there."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return NO_FILE


def save(path: Path, draft: Draft, mark: str) -> Saved | TakenElsewhere:
    """Write a text, when the file is still the one that was read.

    Args:
        path: the file; its folder is made.
        draft: what it will hold.
        mark: checksum of the file as it was read; `NO_FILE` when there was none.

    Raises:
        ParameterError: the text cannot be kept, or is approved without what that takes; nothing was written.
        StorageError: it cannot be written; what was there stays.
    """
    content = draft_text(draft).encode()
    with writing(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        with in_turn(path.parent):
            now = mark_of(path)
            found = _found(path) if now != NO_FILE else None
            if now != mark:
                return TakenElsewhere(now, found)
            if found == draft.tidy:
                return Saved(mark, written=False)
            try:
                _put(path, content, new=now == NO_FILE)
            except FileExistsError:
                return TakenElsewhere(mark_of(path), _found(path))
    return Saved(hashlib.sha256(content).hexdigest(), written=True)


def _put(path: Path, content: bytes, *, new: bool) -> None:
    if new:
        put_new_file(path, content)
    else:
        put_file(path, content, mode=path.stat().st_mode & 0o777)


def _found(path: Path) -> Draft | None:
    try:
        return read_draft(read_text(path, path.name), path.name)
    except (ParameterError, FileNotFoundError):
        return None
