"""Work of others that lies in the package itself: not installed, but shipped."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

STATIC = Path("socdom/share/static")


@dataclass(frozen=True)
class Vendored:
    """Files of others in socdom/share.

    Attributes:
        folder: where they lie, from the root of the repository.
        pattern: which files in it.
        states: file that states the licence, and words in it by which it is known.
        version: file and pattern that tell the version; None where the files have none.
    """

    name: str
    licence: str
    folder: Path
    pattern: str
    states: tuple[str, str]
    version: tuple[str, str] | None = None

    def files(self, root: Path) -> list[Path]:
        """The files, in order of name."""
        return sorted((root / self.folder).glob(self.pattern))

    def version_in(self, root: Path) -> str | None:
        """The version that the folder states."""
        if self.version is None:
            return None
        name, pattern = self.version
        found = re.search(pattern, (root / self.folder / name).read_text(encoding="utf-8"))
        if found is None:
            raise ValueError(f"{self.folder / name} noemt geen versie")
        return found[1]


VENDORED = (
    Vendored(
        "reveal.js",
        "MIT",
        STATIC / "reveal",
        "reveal.*",
        ("LICENSE", "Permission is hereby granted, free of charge"),
        ("README.md", r"Version (\d+\.\d+\.\d+)"),
    ),
    Vendored(
        "Noto Sans", "OFL-1.1", STATIC / "fonts", "*.woff2", ("OFL.txt", "SIL OPEN FONT LICENSE Version 1.1")
    ),
)
