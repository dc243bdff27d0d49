"""A copy of the accounts for a backup, while the dashboard goes on: without what must not come back to life."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

_PATIENCE = 30.0  # seconds
_PASSING = ("sessions", "invitations")


def copy_store(file: Path, target: Path) -> None:
    """Copy the accounts as they are at one moment.

    Who was logged in or invited is left out: a log-out or a used invitation must not be undone by putting a copy back.

    Args:
        file: the store.
        target: a new file.

    Raises:
        sqlite3.Error: the store cannot be read.
    """
    with (
        closing(sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)) as old,
        closing(sqlite3.connect(target, isolation_level=None)) as new,
    ):
        old.backup(new)
        new.execute("pragma journal_mode = delete")
        known = {name for (name,) in new.execute("select name from sqlite_master where type = 'table'")}
        for table in known.intersection(_PASSING):
            new.execute(f"delete from {table}")
        # What was deleted stands in the free pages of the file until it is written anew.
        new.execute("vacuum")
