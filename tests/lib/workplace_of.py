"""A workplace with the parameters of Lindeveen and nothing else, for what an operator sets and keeps."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from shutil import copytree

from socdom.parameters import Places
from tests.lib.browser import ROOT


@dataclass(frozen=True)
class Workplace:
    """Folders of a workplace.

    Attributes:
        places: as every command knows them.
    """

    places: Places

    @property
    def parameters(self) -> Path:
        """Folder with `gemeente.yml` and `beheer.yml`."""
        return self.places.parameters / "lindeveen"

    @property
    def kept(self) -> Path:
        """What the running system keeps."""
        return self.places.kept("lindeveen")


def workplace_of(root: Path, beheer: str) -> Workplace:
    """A workplace of its own.

    Args:
        root: an empty folder.
        beheer: text of `beheer.yml`.
    """
    made = Workplace(Places.from_environment({"SOCDOM_ROOT": str(root)}))
    copytree(ROOT / "parameters" / "lindeveen", made.parameters)
    (made.parameters / "beheer.yml").write_text(beheer, encoding="utf-8")
    return made
