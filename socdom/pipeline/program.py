"""The program that makes an edition, as one hash: package and report notebooks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import socdom
from socdom.editions.intact import checksum
from socdom.parameters import Places


def program_hash(places: Places) -> str:
    """Hash of the package and of the report notebooks, so that a change in them makes a new edition."""
    package = Path(socdom.__file__).parent
    files = [path for path in sorted(package.rglob("*")) if path.is_file() and path.suffix != ".pyc"]
    return hash_of([*files, *sorted(places.notebooks.glob("report/*.ipynb"))])


def hash_of(files: Sequence[Path]) -> str:
    """One hash of the names and contents of files, in their order."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name} {checksum(path)}\n".encode())
    return digest.hexdigest()
