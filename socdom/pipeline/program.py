"""The program that makes an edition, as one hash: package and report notebooks."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import socdom
from socdom.editions.intact import checksum
from socdom.parameters import Places


def program_hash(places: Places) -> str:
    """Hash of the package and of the report notebooks, so that a change in them makes a new edition."""
    notebooks = hash_of(sorted(places.notebooks.glob("report/*.ipynb")))
    return hashlib.sha256(f"{_package_hash()} {notebooks}".encode()).hexdigest()


@cache
def _package_hash() -> str:
    """Once a process: what it has loaded stays what it runs, also when the files are replaced under it."""
    package = Path(socdom.__file__).parent
    return hash_of([path for path in sorted(package.rglob("*")) if path.is_file() and path.suffix != ".pyc"])


def hash_of(files: Sequence[Path]) -> str:
    """One hash of the names and contents of files, in their order."""
    digest = hashlib.sha256()
    for path in files:
        digest.update(f"{path.name} {checksum(path)}\n".encode())
    return digest.hexdigest()
