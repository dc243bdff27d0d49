"""The example municipality whole: its deliveries, the edition of a quarter and that of the dashboard."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from socdom import pipeline
from socdom.parameters import Places
from socdom.sources.demo import write_deliveries
from tests.lib.unattacked import without_attack

ROOT = Path(__file__).resolve().parents[2]
SLUG, QUARTER = "lindeveen", "2020Q4"
_DOCUMENTS = re.compile(r"^documenten:.*\n(?:[ -].*\n)*", re.MULTILINE)


def make_lindeveen(folder: Path) -> Places:
    """A workplace with Lindeveen as `socdom demo` makes it; half a minute of computing.

    Without the attack, the documents and the finished pages, which take most of the time and no notebook looks at.
    """
    root = folder / "plek"
    shutil.copytree(ROOT / "parameters" / SLUG, root / "parameters" / SLUG)
    shutil.copytree(ROOT / "notebooks", root / "notebooks", ignore=shutil.ignore_patterns(".*"))
    asked = root / "parameters" / SLUG / QUARTER / "kwartaal.yml"
    asked.write_text(
        _DOCUMENTS.sub("", asked.read_text(encoding="utf-8")) + "documenten: []\n", encoding="utf-8"
    )
    places = Places(root, folder / "data", None, folder / "sleutel")
    write_deliveries(places.deliveries(SLUG))
    with pytest.MonkeyPatch.context() as patch:
        without_attack(patch)
        patch.setattr("socdom.pipeline.publish.write_pages", lambda *_: None)
        pipeline.quarter(QUARTER, SLUG, places=places)
        pipeline.refresh(SLUG, places=places)
    return places
