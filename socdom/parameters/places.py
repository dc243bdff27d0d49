"""Where things stand on disk; the only module that reads the environment for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Places:
    """Folders of a workplace.

    Attributes:
        root: the folder with `parameters/`, `notebooks/` and `rendered/`.
        data: person-level zone; never served, never in git.
        open_data: published files of CBS and BZK, laid out per supplier; None when not set.
        key: file with the key of the pseudonyms, outside the repository.
        operations: what the running system keeps of itself: journal, accounts, counts of use; nothing of a client.
            None for `beheer` in the root.
    """

    root: Path
    data: Path
    open_data: Path | None
    key: Path
    operations: Path | None = None

    @classmethod
    def from_environment(cls, environ: dict[str, str] | None = None) -> Places:
        """Read SOCDOM_ROOT, _DATA, _OPEN_DATA, _SLEUTEL and _BEHEER; each has a default."""
        env = os.environ if environ is None else environ
        root = Path(env.get("SOCDOM_ROOT", ".")).resolve()
        config = Path(env.get("XDG_CONFIG_HOME") or Path.home() / ".config")
        open_data = env.get("SOCDOM_OPEN_DATA")
        return cls(
            root=root,
            data=Path(env.get("SOCDOM_DATA") or root / "data"),
            open_data=Path(open_data).resolve() if open_data else None,
            key=Path(env.get("SOCDOM_SLEUTEL") or config / "socdom" / "sleutel"),
            operations=Path(env["SOCDOM_BEHEER"]).resolve() if env.get("SOCDOM_BEHEER") else None,
        )

    @property
    def parameters(self) -> Path:
        return self.root / "parameters"

    @property
    def notebooks(self) -> Path:
        return self.root / "notebooks"

    @property
    def rendered(self) -> Path:
        return self.root / "rendered"

    @property
    def snapshots(self) -> Path:
        """Folder with what was fetched of published tables; nothing of a person."""
        return self.data / "open_data"

    def deliveries(self, gemeente: str) -> Path:
        """Folder with the deliveries of a municipality."""
        return self.data / gemeente / "leveringen"

    def kept(self, gemeente: str) -> Path:
        """Folder with what the running system keeps of a municipality."""
        return (self.operations or self.root / "beheer") / gemeente
