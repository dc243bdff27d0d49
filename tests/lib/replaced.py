"""Two editions with other numbers for the same figures, put in each other's place while a dashboard serves them."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from socdom.editions.sums import write_sums
from socdom.editions.write import staged
from tests.lib.sample_edition import figures, write_sample

NAME = "2020Q4"
# So far apart that hardly a number of the one is a number of the other, and a share stays below the whole.
SCALES = {"ene": 1.0, "andere": 0.6}
# What of a page is a number of an edition: a cell or a value that says which figure it is, and every drawing.
_FIGURES = re.compile(r'<(td|span)\b[^>]*\bdata-cijfer="[^"]*"[^>]*>.*?</\1>|<svg\b.*?</svg>', re.DOTALL)


def figures_in(page: str) -> tuple[str, ...]:
    """All cells, values and drawings of a page, in order."""
    return tuple(match[0] for match in _FIGURES.finditer(page))


@dataclass
class Replaced:
    """A place where one of two editions stands.

    Attributes:
        home: `rendered/<gemeente>`.
        sources: word of an edition → folder with its files.
        told: name of every folder that was ever put in place → word of its edition.
    """

    home: Path
    sources: dict[str, Path]
    told: dict[str, str] = field(default_factory=dict)
    _numbers: count = field(default_factory=count)

    @property
    def place(self) -> Path:
        """The link that the dashboard follows."""
        return self.home / NAME

    def put(self, word: str) -> str:
        """Put an edition in place as a run does, each time as another release of it; gives the name of its folder."""
        with staged(self.home, NAME) as folder:
            shutil.copytree(self.sources[word], folder, dirs_exist_ok=True)
            manifest = folder / "manifest.json"
            content = json.loads(manifest.read_bytes()) | {"fingerprint": f"wissel {next(self._numbers)}"}
            manifest.write_text(json.dumps(content), encoding="utf-8")
            write_sums(folder)
        name = self.place.resolve().name
        self.told[name] = word
        return name


def two_editions(folder: Path) -> Replaced:
    """Both editions with their pages; the first stands in place."""
    sources = {word: _written(folder / word, scale) for word, scale in SCALES.items()}
    replaced = Replaced(folder / "rendered" / "lindeveen", sources)
    replaced.put(next(iter(sources)))
    return replaced


def _written(folder: Path, scale: float) -> Path:
    rows = figures()
    rows[["numerator", "value"]] *= scale
    edition = Edition(write_sample(folder, NAME, rows=rows))
    write_pages(edition, edition.folder)
    return edition.folder
