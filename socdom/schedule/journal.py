"""What became of each task, kept from night to night in `beheer/<gemeente>/journaal.json`.

The job writes it and the dashboard reads it, so it holds dates and kinds of faults and nothing of a delivery: the text
of a fault stays in the person-level zone.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from socdom.whole_files import put_file

JOURNAL = "journaal.json"


class _Kept(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class TaskState(_Kept):
    """What became of a task.

    Attributes:
        code: exit code of the last attempt; 0 is done, None is that none ended.
        tries: failed attempts since it was last done.
        mark: what the last attempt was made of, as one hash; a fault that stays is not tried again on the same.
    """

    last_attempt: AwareDatetime | None = None
    last_done: AwareDatetime | None = None
    failed_since: AwareDatetime | None = None
    next_try: AwareDatetime | None = None
    code: int | None = None
    tries: Annotated[int, Field(ge=0)] = 0
    mark: str = ""


class Journal(_Kept):
    """All tasks by name, and which mails were sent: their key → the day."""

    tasks: dict[str, TaskState] = {}
    sent: dict[str, date] = {}


def read_journal(folder: Path) -> Journal:
    """The journal in `beheer/<gemeente>`; an empty one when there is none, or it cannot be read.

    A journal that is lost costs an attempt too many and no figure: what is due also follows from the editions.
    """
    try:
        return Journal.model_validate_json((folder / JOURNAL).read_bytes())
    except (OSError, ValidationError):
        return Journal()


def write_journal(folder: Path, journal: Journal) -> None:
    """Put the journal in its place, for every user of the machine to read.

    Raises:
        OSError: it cannot be written; the one there was stays as it was.
    """
    folder.mkdir(parents=True, exist_ok=True)
    put_file(folder / JOURNAL, (journal.model_dump_json(indent=1) + "\n").encode())
