"""What a lock says: each package with its version, where it is needed, and checksums of its files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[2]
LOCK = ROOT / "requirements.lock"

_LINE = re.compile(
    r"(?P<name>[a-z0-9_.-]+)(?:\[[^]]*\])?==(?P<version>[^ ;]+)(?: ; (?P<marker>.*?))?(?P<hashes>(?: --hash=\S+)*)"
)


@dataclass(frozen=True)
class Locked:
    """A line of a lock: one version of one package.

    Attributes:
        marker: where it is needed, as packaging writes it; "" is everywhere.
        hashes: sha256 in hex, of every file of this version that may be installed.
    """

    name: str
    version: str
    marker: str
    hashes: tuple[str, ...]

    @property
    def needed_here(self) -> bool:
        """Whether this machine and this Python install it."""
        return not self.marker or Marker(self.marker).evaluate()


def read_lock(path: Path = LOCK) -> list[Locked]:
    """All lines of a lock, in its order.

    Raises:
        ValueError: a line that is no package with an exact version.
    """
    text = re.sub(r" *\\\n +", " ", path.read_text(encoding="utf-8"))
    return [_locked(line) for line in text.splitlines() if line.strip()]


def _locked(line: str) -> Locked:
    found = _LINE.fullmatch(line.strip())
    if found is None:
        raise ValueError(f"geen pakket met een vaste versie: {line[:80]}")
    hashes = tuple(sorted(re.findall(r"--hash=sha256:([0-9a-f]{64})", found["hashes"])))
    return Locked(found["name"], found["version"], (found["marker"] or "").strip(), hashes)
