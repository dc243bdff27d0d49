"""Names of copies, and which old ones go."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

_FORMAT = "%Y%m%d-%H%M%S"


def copy_name(slug: str, made: datetime) -> str:
    """Name of the file of a copy; names of one municipality are in order of time, which is that of UTC."""
    return f"socdom-{slug}-{made.astimezone(UTC).strftime(_FORMAT)}.tar.gz"


def key_name(made: datetime) -> str:
    """Name of the file of a copy of the key."""
    return f"socdom-sleutel-{made.astimezone(UTC).strftime(_FORMAT)}"


def copies(folder: Path, slug: str) -> list[Path]:
    """The copies of a municipality in a folder, oldest first."""
    own = re.compile(rf"socdom-{re.escape(slug)}-\d{{8}}-\d{{6}}\.tar\.gz")
    return sorted(path for path in folder.iterdir() if own.fullmatch(path.name) and path.is_file())


def thin_copies(folder: Path, slug: str, keep: int) -> list[Path]:
    """Remove all but the newest copies of a municipality.

    Args:
        keep: how many stay, at least 1.

    Returns:
        Those that were removed.
    """
    gone = copies(folder, slug)[:-keep]
    for path in gone:
        path.unlink()
    return gone
