"""What each task last failed on or warned of, for the operator: in the person-level zone, as it may name a file or row.

It goes into no log, mail or page; these say what failed by a code.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from socdom.parameters import Places
from socdom.whole_files import put_file

_FOLDER = "meldingen"
_WARNINGS = "let op"


def keep_fault(places: Places, gemeente: str, task: str, text: str) -> None:
    """Keep the text of a fault, readable for the user of the job only.

    A disk that is full may be the very fault, so that it cannot be kept is no fault of its own.
    """
    path = fault_file(places, gemeente, task)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        put_file(path, f"{text}\n".encode(), mode=0o600)
    except OSError:
        return


def forget_fault(places: Places, gemeente: str, task: str) -> None:
    """Remove the text of a fault that is over."""
    try:
        fault_file(places, gemeente, task).unlink(missing_ok=True)
    except OSError:  # it may still be read; the journal says that it is over
        return


def fault_text(places: Places, gemeente: str, task: str) -> str:
    """The text of the last fault of a task; "" when there is none."""
    try:
        return fault_file(places, gemeente, task).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def keep_warnings(places: Places, gemeente: str, task: str, warnings: Sequence[str]) -> None:
    """Keep what a task that succeeded warned of, instead of what it warned of before."""
    if warnings:
        keep_fault(places, gemeente, f"{task} {_WARNINGS}", "\n".join(warnings))
    else:
        forget_fault(places, gemeente, f"{task} {_WARNINGS}")


def warnings_of(places: Places, gemeente: str, task: str) -> tuple[str, ...]:
    """What a task warned of when it last made something."""
    return tuple(fault_text(places, gemeente, f"{task} {_WARNINGS}").splitlines())


def fault_file(places: Places, gemeente: str, task: str) -> Path:
    """Where the text of a fault of a task stands, when there is one."""
    return places.data / gemeente / _FOLDER / f"{task.replace(' ', '-')}.txt"
