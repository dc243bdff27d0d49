"""What a run and the processes that make its documents say to each other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from socdom.errors import Fault
from socdom.report.documents import Document


@dataclass(frozen=True)
class Job:
    """One document to make.

    Attributes:
        document: which one.
        edition: folder of the edition; the files come there.
        notebook: the notebook that makes it.
        workspace: folder for what is temporary; it is made and removed, and so is the one it stands in when a run is
            killed and nothing else is in that.
        keep_failed: folder in the person-level zone for a notebook that failed; None keeps nothing.
        timeout: seconds for the cells of the notebook.
    """

    document: Document
    edition: Path
    notebook: Path
    workspace: Path
    keep_failed: Path | None
    timeout: float


@dataclass(frozen=True)
class Step:
    """How far a document is: a short Dutch text."""

    text: str


@dataclass(frozen=True)
class Made:
    """A document is ready, with the names of its files in the folder of the edition."""

    files: tuple[str, ...]


@dataclass(frozen=True)
class Failed:
    """A document could not be made.

    Attributes:
        kind: class of the error.
        faults: for the user.
        trace: for who asked for it with --debug; only of a fault in socdom itself.
    """

    kind: type[Exception]
    faults: tuple[Fault | str, ...]
    trace: str = ""


@dataclass(frozen=True)
class CannotWrite:
    """The system refused to write (or read) a file: number of the error, reason and file."""

    number: int
    reason: str
    file: str | None


def failed_path(notebook: Path, folder: Path) -> Path:
    """Where a notebook is kept when it fails."""
    return folder / f"{notebook.stem}-mislukt.ipynb"


Outcome = Made | Failed | CannotWrite
