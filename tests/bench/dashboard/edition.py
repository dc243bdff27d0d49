"""The edition that is shown: that of the example municipality, as the dashboard of a town would have it."""

from __future__ import annotations

import time
from collections.abc import AsyncIterator
from pathlib import Path

from playwright.async_api import Browser

from socdom.dashboard.drawing.ahead import draw, tasks
from socdom.editions.drawn import drawings_folder
from socdom.editions.read import Edition
from socdom.pipeline.verbs import refresh
from tests.bench.dashboard.plan import Plan
from tests.bench.dashboard.results import Entry
from tests.bench.documents import SLUG, workplace


def made_edition(folder: Path) -> Path:
    """The edition `actueel` in a workplace of the bench; made anew when the code or the deliveries changed."""
    places = workplace(folder)
    refresh(SLUG, places=places, progress=lambda line: print(line, flush=True))
    return places.rendered / SLUG / "actueel"


async def drawing_entries(browser: Browser, plan: Plan) -> AsyncIterator[Entry]:
    """Drawing ahead, as the server does when it has nothing else to do; what was drawn before is not drawn again."""
    edition = Edition(plan.edition)
    folder = drawings_folder(plan.edition)
    start = time.perf_counter()
    drawings = draw(edition, folder)
    seconds = time.perf_counter() - start
    size = f"{len(tasks(edition))} choices, {drawings} drawings"
    yield Entry("drawing ahead, once per edition", size, seconds, "s")
    megabytes = sum(path.stat().st_size for path in folder.iterdir()) / 2**20
    yield Entry("drawings that are kept", size, megabytes, "MB")
