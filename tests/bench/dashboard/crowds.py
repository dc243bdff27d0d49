"""One, some and forty visitors at once."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

from playwright.async_api import Browser

from tests.bench.dashboard.apps import OURS
from tests.bench.dashboard.crowd import Visit, crowd
from tests.bench.dashboard.plan import Plan
from tests.bench.dashboard.results import Entry, median, p95
from tests.bench.entries import Target

_NONE = (Target("value", at_most=0),)
_COUNCIL = 40  # visitors at which memory and time have a target


async def crowd_entries(browser: Browser, plan: Plan) -> AsyncIterator[Entry]:
    """Errors, time and memory of visitors who choose every few seconds, on a server that is at rest before it."""
    largest = max(plan.crowds)
    for visitors, seconds in plan.crowds.items():
        with OURS.running(plan.edition, plan.folder) as server:
            drawing = await server.rest(OURS.patience)
            real = plan.real if visitors == largest else 0
            visit = await crowd(server, plan.offered, visitors, seconds, real, browser)
        print(f"{visitors} visitors: ready after {drawing:.0f} s", *visit.errors[:10], sep="\n", flush=True)
        for entry in _entries(visit, visitors, seconds, real):
            yield entry


def _entries(visit: Visit, visitors: int, seconds: float, real: int) -> Iterator[Entry]:
    size = f"{visitors} visitors, {seconds / 60:.1f} min, {len(visit.choices) + len(visit.seen)} choices"
    yield Entry("errors", size, len(visit.errors), "", targets=_NONE)
    yield Entry("hangs", size, visit.hangs, "", targets=_NONE)
    yield Entry("page read, p95", size, p95(visit.read) * 1000, "ms")
    yield Entry("choices alive, p95", size, p95(visit.alive), "s")
    yield Entry("kernels started", size, visit.starts, "")
    yield Entry("choice answered, median", size, median(visit.choices) * 1000, "ms")
    yield Entry(
        "choice answered, p95", size, p95(visit.choices) * 1000, "ms", targets=(Target("value", at_most=500),)
    )
    yield Entry("choice answered, slowest", size, max(visit.choices, default=float("nan")) * 1000, "ms")
    if visit.seen:
        yield Entry(f"choice in the page of {real} browsers, p95", size, p95(visit.seen) * 1000, "ms")
    each = (visit.full - visit.empty) / visitors
    bound = (Target("value", at_most=25),) if visitors >= _COUNCIL else ()
    yield Entry("memory for each visitor", size, each, "MB", targets=bound)
    yield Entry("memory per visitor, all in", size, visit.full / visitors, "MB")
    before = {"before they came": visit.empty}
    yield Entry("memory after they left", size, visit.left, "MB", before, (Target("ratio", at_most=1.1),))
    yield Entry(
        "kernels gone after the last one left", size, visit.gone, "s", targets=(Target("value", at_most=60),)
    )
