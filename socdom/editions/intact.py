"""Whether the files of an edition are still as they were made."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from socdom.errors import EditionError, Fault


def is_intact(folder: Path) -> bool:
    """Whether every file the manifest names is there with its checksum."""
    try:
        files = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["files"]
    except (OSError, ValueError, KeyError):
        return False
    return all(
        (folder / name).is_file() and checksum(folder / name) == value for name, value in files.items()
    )


def require_intact(folder: Path) -> None:
    """Refuse an edition of which a file was lost or changed after it was made.

    Raises:
        EditionError: with what to do.
    """
    if not is_intact(folder):
        raise EditionError(
            Fault(
                folder.name,
                "een bestand van deze editie ontbreekt of is veranderd",
                remedy="Maak de editie opnieuw met socdom quarter of socdom refresh.",
            )
        )


def checksum(path: Path) -> str:
    """SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
