"""The wait for a kernel: it ends with an answer, with the end of the kernel, or with the end of patience."""

from __future__ import annotations

import asyncio

import pytest

from socdom.dashboard.kernels.client import PromptClient


class Asked(PromptClient):
    """A client of a kernel that is not there."""

    alive = True
    answers: list[bool]

    async def _answers(self) -> bool:
        await asyncio.sleep(0.001)
        return self.answers.pop(0) if self.answers else False

    async def _async_is_alive(self) -> bool:
        return self.alive


def _wait(client: Asked, seconds: float | None) -> None:
    asyncio.run(client.wait_for_ready(timeout=seconds))


def test_asks_until_there_is_an_answer() -> None:
    client = Asked()
    client.answers = [False, False, True, True]
    _wait(client, None)
    assert client.answers == [True]


def test_a_kernel_that_ended_is_not_waited_for() -> None:
    client = Asked()
    client.answers, client.alive = [], False
    with pytest.raises(RuntimeError, match="gestopt"):
        _wait(client, None)


def test_a_silent_kernel_is_waited_for_no_longer_than_asked() -> None:
    client = Asked()
    client.answers = []
    with pytest.raises(RuntimeError, match="antwoordt niet"):
        _wait(client, 0.05)
