"""The dashboard beside the same chart with the same data in other frameworks."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

from playwright.async_api import Browser

from tests.bench.dashboard.apps import BESIDE, OURS
from tests.bench.dashboard.browser import chosen, opened, touched, visitor
from tests.bench.dashboard.plan import Plan
from tests.bench.dashboard.results import Entry, median, p95
from tests.bench.dashboard.same_chart import Memory, Pace, memory, pace
from tests.bench.entries import Target

_NOT_OURS = ("Streamlit", "Panel", "Solara", "Dash")  # frameworks of another kind than Voilà


async def beside_entries(browser: Browser, plan: Plan) -> AsyncIterator[Entry]:
    """Time and memory of one visitor and a few, of every framework in turn."""
    paces: dict[str, Pace] = {}
    memories: dict[str, Memory] = {}
    for app in (OURS, *BESIDE):
        paces[app.name] = await pace(app, browser, plan)
        memories[app.name] = await memory(app, browser, plan)
        print(app.name, "done", flush=True)
    alive, first = await _first_touch(browser, plan)
    loads, choices, together = f"{plan.loads} loads", f"{plan.choices} choices", f"{plan.together} visitors"

    def entry(what: str, size: str, unit: str, of: Callable[[str], float], *targets: Target) -> Entry:
        beside = {app.name: of(app.name) for app in BESIDE}
        return Entry(what, size, of(OURS.name), unit, beside, targets)

    yield entry("first chart, first visitor", "1 load", "s", lambda name: paces[name].very_first)
    yield entry("first content", loads, "s", lambda name: paces[name].content, Target("value", at_most=0.3))
    yield entry("first chart", loads, "s", lambda name: paces[name].chart)
    yield entry("pages that hung", loads, "", lambda name: paces[name].hung, Target("value", at_most=0))
    others = {name: paces[name].chart for name in _NOT_OURS}
    bounds = (Target("value", at_most=0.5), Target("ratio", at_most=1))
    yield Entry(
        "choices alive after the first touch, beside a first chart", loads, median(alive), "s", others, bounds
    )
    yield Entry("first choice, its kernel included, beside a first chart", loads, median(first), "s", others)
    for what, of, most in (("median", median, 80), ("p95", p95, 150)):
        took = {name: of(found.choices) * 1000 for name, found in paces.items()}
        yield entry(
            f"choice to chart, {what}", choices, "ms", took.__getitem__, Target("value", at_most=most)
        )
    yield entry("memory without visitors", "", "MB", lambda name: memories[name].empty)
    yield entry("memory with one visitor", "1 visitor", "MB", lambda name: memories[name].one)
    yield entry("memory for one visitor more", together, "MB", lambda name: memories[name].more)
    yield entry("memory per visitor, all in", together, "MB", lambda name: memories[name].each)


async def _first_touch(browser: Browser, plan: Plan) -> tuple[list[float], list[float]]:
    """Of new visitors: seconds from the first touch until choices are alive, and from a choice that is the first touch."""
    alive, first = [], []
    with OURS.running(plan.edition, plan.folder) as server:
        for number in range(plan.loads):
            for taken in (alive, first):
                await server.rest(OURS.patience)
                async with visitor(browser, OURS.shows) as page:
                    await opened(page, server.address + OURS.page)
                    name = plan.wijken[number % len(plan.wijken)]
                    taken.append(await (touched(page) if taken is alive else chosen(page, OURS.choose, name)))
    return alive, first
