"""Which reports the council can get: per edition what it is, its files, its corrections, and what changed."""

from __future__ import annotations

from datetime import date
from typing import Literal

from socdom.editions.documents import ErratumRecord
from socdom.editions.record import Record


class FileRecord(Record):
    """A file of an edition that a reader can get.

    Attributes:
        title: what it is, in Dutch; files with the same title are forms of the same document.
        form: "webpagina", "PDF", …
        size: in bytes.
        pages: of a PDF; None for anything else.
        checksum: SHA-256, in hexadecimal.
    """

    name: str
    title: str
    form: str
    size: int
    pages: int | None = None
    checksum: str


class RevisedLine(Record):
    """A figure that became another one, as texts."""

    title: str
    period: str
    was: str
    now: str
    reason: str


class ChangedRecord(Record):
    """What changed since the edition before, as texts.

    Attributes:
        since: "sinds de uitgave over het 3e kwartaal 2020".
        lines: a sentence for each kind of change.
        revised: the most important revised figures; more: how many there are beside them.
        definitions: what is counted or told otherwise.
    """

    since: str
    lines: tuple[str, ...]
    revised: tuple[RevisedLine, ...] = ()
    more: int = 0
    definitions: tuple[str, ...] = ()


class ArchivedEdition(Record):
    """An edition that the council can get.

    Attributes:
        name: folder in `rendered/<gemeente>`: "2020Q4-v1.0", or "2020Q4" for a concept.
        edition: "kern" or "uitgebreid".
        manifest: checksum of its manifest, which has the checksum of every file.
        replaced_by: the version that came after it; "" for the newest.
        changed: None where that was not told, or cannot be read by this version of the package.
    """

    name: str
    period: str
    edition: str
    version: str
    state: Literal["concept", "definitief"]
    figures_as_of: date
    manifest: str
    files: tuple[FileRecord, ...]
    errata: tuple[ErratumRecord, ...] = ()
    replaced_by: str = ""
    changed: ChangedRecord | None = None


class ArchiveRecord(Record):
    """The editions, newest quarter and highest version first."""

    editions: tuple[ArchivedEdition, ...] = ()

    def find(self, name: str) -> ArchivedEdition | None:
        """The edition with a name; None when it is not in the archive."""
        return next((item for item in self.editions if item.name == name), None)
