"""One visitor and a few at once: the dashboard and the frameworks beside it, each measured in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

from playwright.async_api import Browser

from tests.bench.dashboard.apps import App
from tests.bench.dashboard.browser import Opened, chosen, many_chosen, opened, visitor
from tests.bench.dashboard.plan import Plan
from tests.bench.dashboard.results import median


@dataclass(frozen=True)
class Pace:
    """How long an app took, in seconds.

    Attributes:
        very_first: until the chart for the first visitor since the server started.
        content, chart: median time until something is painted, and until the chart is in the page.
        hung: pages that were not there in a minute.
        choices: of each choice, from the touch until its chart is in the page.
    """

    very_first: float
    content: float
    chart: float
    hung: int
    choices: Sequence[float]


@dataclass(frozen=True)
class Memory:
    """Megabytes of an app, with all its processes.

    Attributes:
        empty: before the first visitor.
        one: with the first visitor, who chose once.
        more: for every next one, who did the same.
        each: of all of them together, for each.
    """

    empty: float
    one: float
    more: float
    each: float


async def pace(app: App, browser: Browser, plan: Plan) -> Pace:
    """How quick an app is for one visitor at a time, when it is at rest."""
    loads: list[Opened] = []
    hung = 0
    with app.running(plan.edition, plan.folder) as server:
        while len(loads) <= plan.loads and hung <= plan.loads:
            await server.rest(app.patience)
            async with visitor(browser, app.shows) as page:
                try:
                    loads.append(await opened(page, server.address + app.page))
                except TimeoutError:
                    hung += 1
        await server.rest(app.patience)
        async with visitor(browser, app.shows) as page:
            await opened(page, server.address + app.page)
            choices = await many_chosen(page, app.choose, plan.wijken, plan.choices)
    first, *later = loads
    content, chart = median([load.content for load in later]), median([load.chart for load in later])
    return Pace(first.chart, content, chart, hung, choices)


async def memory(app: App, browser: Browser, plan: Plan) -> Memory:
    """Memory of an app that was started anew, while visitors come and stay."""
    with app.running(plan.edition, plan.folder) as server:
        await server.rest(app.patience)
        taken = [server.megabytes()]
        async with AsyncExitStack() as stack:
            for _ in range(plan.together):
                page = await stack.enter_async_context(visitor(browser, app.shows))
                await opened(page, server.address + app.page)
                await chosen(page, app.choose, plan.wijken[0])
                taken.append(server.megabytes())
    more = (taken[-1] - taken[1]) / (plan.together - 1)
    return Memory(taken[0], taken[1], more, taken[-1] / plan.together)
