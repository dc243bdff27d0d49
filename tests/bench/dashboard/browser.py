"""What a visitor with a real browser meets: Debian's Chromium, without a screen."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from tests.bench.dashboard.apps import Choose
from tests.lib.browser import CHROMIUM, CHROMIUM_FLAGS

_STOPWATCH = (Path(__file__).parent / "stopwatch.js").read_text(encoding="utf-8")
_PATIENCE = 60.0
_ARM_ALIVE = "stopwatch.arm_until(() => document.querySelector('#kiezen').dataset.stand === 'klaar')"
# Nothing outside this machine is asked for: no address has a number there.
_ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@dataclass(frozen=True)
class Opened:
    """A page as it came in, seconds since the address was asked for.

    Attributes:
        content: when the first text or image was painted.
        chart: when the chart was in the page.
    """

    content: float
    chart: float


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """A browser until the block ends."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=str(CHROMIUM), args=[*CHROMIUM_FLAGS, _ALONE]
        )
        yield browser
        await browser.close()


@asynccontextmanager
async def visitor(browser: Browser, shows: str) -> AsyncIterator[Page]:
    """A tab with nothing in its cache, until the block ends; then the visitor leaves."""
    context = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    context.set_default_timeout(_PATIENCE * 1000)
    await context.add_init_script(_STOPWATCH.replace("SHOWS", f"({shows})"))
    page = await context.new_page()
    try:
        yield page
    finally:
        await page.goto("about:blank")
        await context.close()


async def opened(page: Page, address: str) -> Opened:
    """Open a page and wait for its chart.

    Raises:
        TimeoutError: it does not come in a minute.
    """
    await page.goto(address, wait_until="commit")
    async with asyncio.timeout(_PATIENCE):
        chart = await page.evaluate("stopwatch.first")
        content = await page.evaluate("stopwatch.painted()")
    return Opened(content / 1000, chart / 1000)


async def painted(page: Page, address: str) -> float:
    """Open a page; seconds until something is painted."""
    await page.goto(address, wait_until="commit")
    async with asyncio.timeout(_PATIENCE):
        return await page.evaluate("stopwatch.painted()") / 1000


async def chosen(page: Page, choose: Choose, name: str) -> float:
    """Choose an area; seconds from the touch until its chart is in the page.

    Raises:
        TimeoutError: it does not come in a minute.
    """
    await page.evaluate("name => stopwatch.arm(name)", name)
    await choose(page, name)
    async with asyncio.timeout(_PATIENCE):
        return await page.evaluate("stopwatch.answer") / 1000


async def touched(page: Page) -> float:
    """Touch the first select of the dashboard, without choosing; seconds until choices are alive."""
    await page.evaluate(_ARM_ALIVE)
    await page.locator("select").first.dispatch_event("pointerdown")
    async with asyncio.timeout(_PATIENCE):
        return await page.evaluate("stopwatch.answer") / 1000


async def many_chosen(page: Page, choose: Choose, names: Sequence[str], times: int) -> list[float]:
    """Choose one area after another; seconds of each."""
    return [await chosen(page, choose, names[number % len(names)]) for number in range(1, times + 1)]
