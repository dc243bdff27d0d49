"""Many visitors at once, each choosing every few seconds: what goes wrong, how long it takes, what memory comes back."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from httpx import HTTPError
from playwright.async_api import Browser
from playwright.async_api import Error as BrowserError
from websockets.exceptions import WebSocketException

from tests.bench.dashboard.apps import OURS
from tests.bench.dashboard.browser import chosen, opened, visitor
from tests.bench.dashboard.servers import Server
from tests.lib.chooser import Chooser, Hang

# Seconds that a visitor looks at an answer before choosing again, and in which all of them come.
_LOOKS, _COME = (2.0, 8.0), 5.0
_LEFT = 60.0
_FAULTS = (AssertionError, HTTPError, OSError, WebSocketException, BrowserError)
Choice = Callable[[dict[str, str]], Awaitable[float]]


@dataclass
class Visit:
    """What happened to all visitors together; seconds and megabytes.

    Attributes:
        read, alive: until a page was read, and until choices were alive after the first touch.
        choices, seen: of each choice, by its messages; and in the page of a browser.
        errors, hangs: what went wrong, by its kind, and answers that did not come in ten seconds.
        starts: kernels that were started.
        empty, full, left: memory before, with all of them there at the end, and after.
        gone: seconds after the last one left until its kernel had gone.
    """

    read: list[float] = field(default_factory=list)
    alive: list[float] = field(default_factory=list)
    choices: list[float] = field(default_factory=list)
    seen: list[float] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    hangs: int = 0
    starts: int = 0
    empty: float = 0.0
    full: float = 0.0
    left: float = 0.0
    gone: float = 0.0


async def crowd(
    server: Server,
    offered: dict[str, Sequence[str]],
    visitors: int,
    seconds: float,
    real: int = 0,
    browser: Browser | None = None,
) -> Visit:
    """Let visitors come, choose for a while and leave.

    Args:
        offered: name of a select → its options as a reader sees them.
        visitors: how many; `real` of them with a browser.
        seconds: how long they stay after the first one came.
    """
    visit = Visit(empty=server.megabytes())
    kernels = len(server.processes())
    end = time.monotonic() + seconds
    draws = [random.Random(number) for number in range(visitors)]
    stays = [
        _in_browser(server, browser, offered["wijk"][1:], draw, end, visit)
        if browser is not None and number < real
        else _by_messages(server, offered, draw, end, visit)
        for number, draw in enumerate(draws)
    ]
    async with asyncio.TaskGroup() as group:
        for stay in stays:
            group.create_task(stay)
        await asyncio.sleep(max(seconds - 1, 1))
        visit.full = server.megabytes()
    began = time.monotonic()
    while len(server.processes()) > kernels and time.monotonic() - began < _LEFT:
        await asyncio.sleep(0.1)
    visit.gone = time.monotonic() - began
    await server.rest(_LEFT)
    visit.left = server.megabytes()
    return visit


async def _by_messages(
    server: Server, offered: dict[str, Sequence[str]], draw: random.Random, end: float, visit: Visit
) -> None:
    await asyncio.sleep(draw.uniform(0, _COME))
    async with Chooser(server.address, OURS.page) as reader:
        async with _told(visit):
            visit.read.append(await reader.read())
            await asyncio.sleep(draw.uniform(*_LOOKS))
            visit.alive.append(await reader.touch())
        asked = {"wijk": ""}
        while time.monotonic() < end:
            asked = _other(offered, asked["wijk"], draw)
            async with _told(visit):
                visit.choices.append(await reader.choose(**asked))
            await asyncio.sleep(min(draw.uniform(*_LOOKS), max(end - time.monotonic(), 0) + 1))
        # Who looks at memory must find everybody there.
        await asyncio.sleep(draw.uniform(1, 2))
        visit.starts += reader.starts


async def _in_browser(
    server: Server, browser: Browser, wijken: Sequence[str], draw: random.Random, end: float, visit: Visit
) -> None:
    await asyncio.sleep(draw.uniform(0, _COME))
    async with visitor(browser, OURS.shows) as page:
        async with _told(visit):
            await opened(page, server.address + OURS.page)
        shown = ""
        while time.monotonic() < end:
            shown = draw.choice([name for name in wijken if name != shown])
            async with _told(visit):
                visit.seen.append(await chosen(page, OURS.choose, shown))
            await asyncio.sleep(draw.uniform(*_LOOKS))


def _other(offered: dict[str, Sequence[str]], shown: str, draw: random.Random) -> dict[str, str]:
    """A choice: always of another wijk than is shown, and now and then of a quarter and a unit as well."""
    chosen = {
        name: options[0] if draw.random() < 0.7 else draw.choice(options[1:])
        for name, options in offered.items()
    }
    return chosen | {"wijk": draw.choice([name for name in offered["wijk"][1:] if name != shown])}


@asynccontextmanager
async def _told(visit: Visit) -> AsyncIterator[None]:
    """Writes down what goes wrong, and goes on."""
    try:
        yield
    except (Hang, TimeoutError):
        visit.hangs += 1
    except _FAULTS as fault:
        visit.errors.append(f"{type(fault).__name__}: {fault}"[:200])
