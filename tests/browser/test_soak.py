"""Hundreds of visitors one after another: none waits for ever, and nothing stays behind."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.lib.browser import Dashboard, wait_until
from tests.lib.chooser import Chooser
from tests.lib.sample_edition import WIJKEN

pytestmark = [pytest.mark.browser, pytest.mark.long]

LOADS, AT_ONCE = 500, 3
# The server refuses who begins more often than 200 times in a minute.
_PACE = 60 / 180


async def visits(address: str) -> list[float]:
    """Seconds of every first choice, of visitors who come, choose a wijk and leave."""
    took: list[float] = []
    room = asyncio.Semaphore(AT_ONCE)
    names = sorted(WIJKEN.values())

    async def visit(number: int) -> None:
        async with room, Chooser(address, "jeugd") as reader:
            await reader.read()
            start = time.perf_counter()
            await reader.choose(wijk=names[number % len(names)])
            took.append(time.perf_counter() - start)

    async with asyncio.TaskGroup() as group:
        for number in range(LOADS):
            group.create_task(visit(number))
            await asyncio.sleep(_PACE)
    return took


def test_five_hundred_visitors_get_their_answer_and_leave_nothing(dashboard: Dashboard) -> None:
    took = asyncio.run(visits(dashboard.address))
    assert len(took) == LOADS
    wait_until(lambda: not dashboard.kernels(), "een kernel blijft bestaan nadat de bezoeker is vertrokken")
