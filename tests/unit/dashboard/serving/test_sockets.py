"""The connection between a page and its kernel, seen from the side of the kernel."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

import pytest
from tornado.websocket import WebSocketClosedError

from socdom.dashboard.serving.sockets import MOST_UNSENT, KernelSocket
from tests.lib.visitor import framed


class _Line:
    """The line to a page: what was sent, and whether the page reads it."""

    def __init__(self, reads: bool = True) -> None:
        self.sent: list[bytes] = []
        self.closed = False
        self.stream = self
        self._reads = reads

    def write_message(self, message: bytes, binary: bool) -> asyncio.Future[None]:
        done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        if self._reads:
            done.set_result(None)
        self.sent.append(message)
        return done

    def is_closing(self) -> bool:
        return False

    def close(self) -> None:
        self.closed = True


def told(line: Any, tell: Callable[[KernelSocket], Any]) -> None:
    """Let the kernel say something over a line."""

    async def say() -> None:
        handler = KernelSocket.__new__(KernelSocket)
        handler.initialize()
        handler.ws_connection = line
        for _ in range(3):
            tell(handler)
            await asyncio.sleep(0)

    asyncio.run(say())


@pytest.mark.parametrize(
    "kind", ["stream", "error", "execute_result", "display_data", "execute_input", "input_request"]
)
def test_what_a_kernel_prints_shows_or_raises_goes_nowhere(kind: str) -> None:
    line = _Line()
    told(line, lambda handler: handler.write_message(framed(kind, {"text": "geheim"}), binary=True))
    told(line, lambda handler: handler.write_message('{"header": {"msg_type": "comm_msg"}}'))
    told(line, lambda handler: handler.write_message({"header": {"msg_type": "comm_msg"}}))
    assert line.sent == []


def test_widgets_and_the_end_of_the_kernel_arrive() -> None:
    line = _Line()
    told(
        line,
        lambda handler: handler.write_message(framed("status", {"execution_state": "dead"}), binary=True),
    )
    assert len(line.sent) == 3
    assert not line.closed


@pytest.mark.parametrize(("reads", "cut"), [(False, True), (True, False)])
def test_a_page_that_does_not_read_loses_its_line(reads: bool, cut: bool) -> None:
    line = _Line(reads)
    large = framed("comm_msg", {"data": "a" * (MOST_UNSENT // 2 + 1)})
    told(line, lambda handler: handler.write_message(large, binary=True))
    assert line.closed is cut
    assert len(line.sent) == (2 if cut else 3)


def test_a_line_that_is_gone_is_no_fault() -> None:
    class Gone(_Line):
        def write_message(self, message: bytes, binary: bool) -> asyncio.Future[None]:
            raise WebSocketClosedError

    told(Gone(), lambda handler: handler.write_message(framed("comm_msg", {}), binary=True))
    told(None, lambda handler: handler.write_message(framed("comm_msg", {}), binary=True))
