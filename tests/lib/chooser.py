"""A visitor who chooses, without a browser: speaks as the script of the page does, and sees whether an answer is right.

For crowds and long runs; `tests.lib.visitor` is for what a page would never say.
"""

from __future__ import annotations

import asyncio
import html
import itertools
import re
import time
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Subprotocol

from tests.lib.visitor import PROTOCOL, framed, heard, named

PATIENCE = 10.0  # seconds, as the page has
_NUMBERS = itertools.count()


class WrongAnswer(AssertionError):
    """What came is not of the choice that was made."""


class Hang(AssertionError):
    """No answer in time."""


@dataclass
class Kernel:
    """What a page knows of its kernel."""

    number: str
    key: str
    socket: ClientConnection
    models: dict[str, dict[str, Any]] = field(default_factory=dict)

    def model(self, name: str) -> str:
        """The number of a widget by the name of ours that it has."""
        return named(self.models, name)


class Chooser:
    """One visitor with one page open.

    Args:
        address: of the server, ending in a slash.
        page: address of the page ("jeugd").
    """

    def __init__(self, address: str, page: str) -> None:
        self.page = page
        self.starts = 0
        self._client = httpx.AsyncClient(base_url=address, timeout=60.0)
        self._socket_address = address.replace("http", "ws", 1)
        self._edition = ""
        self._kernel: Kernel | None = None

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.leave()
        await self._client.aclose()

    @property
    def edition(self) -> str:
        """The name of the edition that the page says it is of; "" before it was read."""
        return self._edition

    def shown(self) -> str:
        """The HTML of the blocks that answer the last choice."""
        assert self._kernel is not None
        models = self._kernel.models
        children = models[self._kernel.model("blokken")]["children"]
        return "".join(models[child.removeprefix("IPY_MODEL_")]["value"] for child in children)

    async def read(self) -> float:
        """Open the page and read it; seconds until the last byte."""
        start = time.perf_counter()
        answer = await self._client.get(self.page)
        answer.raise_for_status()
        took = time.perf_counter() - start
        self._edition = answer.text.partition('data-editie="')[2].partition('"')[0]
        return took

    async def touch(self) -> float:
        """Begin to choose; seconds until choices are alive."""
        start = time.perf_counter()
        await self._begin()
        return time.perf_counter() - start

    async def choose(self, **values: str) -> float:
        """Choose; seconds until the whole answer is there. A kernel that has ended is replaced, as the page does.

        Args:
            values: name of a select → value; a select that is not named goes to its first option.

        Raises:
            WrongAnswer: words, address or chart of another choice.
            Hang: nothing in ten seconds after the kernel was there.
        """
        start = time.perf_counter()
        try:
            await self._ask(values)
        except ConnectionClosed:
            self._kernel = None
            await self._ask(values)
        return time.perf_counter() - start

    async def leave(self) -> None:
        """Close the tab: the page says that its kernel may end."""
        if self._kernel is None:
            return
        kernel, self._kernel = self._kernel, None
        await kernel.socket.close()
        await self._client.post(f"sluit/{kernel.number}", content=kernel.key)

    async def _ask(self, values: Mapping[str, str]) -> None:
        kernel = self._kernel or await self._begin()
        await self._in_time(_answered(kernel, values))

    async def _in_time(self, answer: Awaitable[None]) -> None:
        """Wait as long as the page does; then it lets go of its kernel."""
        try:
            async with asyncio.timeout(PATIENCE):
                await answer
        except TimeoutError:
            await self.leave()
            raise Hang(f"no answer in {PATIENCE:.0f} s") from None

    async def _begin(self) -> Kernel:
        if not self._edition:
            await self.read()
        answer = await self._client.post(f"kies/{self.page}", headers={"X-Editie": self._edition})
        answer.raise_for_status()
        found = answer.json()
        self.starts += 1
        address = (
            f"{self._socket_address}api/kernels/{found['kern']}/channels?session_id=bezoeker-{next(_NUMBERS)}"
        )
        protocols = [Subprotocol(PROTOCOL), Subprotocol(f"sleutel.{found['sleutel']}")]
        socket = await connect(
            address, subprotocols=protocols, max_size=None, compression=None, open_timeout=60.0
        )
        self._kernel = kernel = Kernel(found["kern"], found["sleutel"], socket)
        await self._in_time(_know(kernel))
        return kernel


async def _know(kernel: Kernel) -> None:
    """Ask for all widgets, as the page does."""
    control = f"vraag-{next(_NUMBERS)}"
    opened = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
    await kernel.socket.send(framed("comm_open", opened, {"version": "1.0.0"}))
    await kernel.socket.send(framed("comm_msg", {"comm_id": control, "data": {"method": "request_states"}}))
    while not kernel.models:
        kind, content = heard(await kernel.socket.recv())
        if kind == "comm_msg" and content["comm_id"] == control:
            states = content["data"]["states"]
            kernel.models.update({model: dict(found["state"]) for model, found in states.items()})


async def _answered(kernel: Kernel, values: Mapping[str, str]) -> None:
    """Ask what differs, and wait for the words of the choice, which come last."""
    selects = {
        name[5:]: model
        for model in kernel.models
        for name in _names(kernel, model)
        if name.startswith("kies-")
    }
    wanted = {}
    for name, model in selects.items():
        state = kernel.models[model]
        labels = list(state["_options_labels"])
        wanted[name] = values.get(name, labels[0])
        index = labels.index(wanted[name])
        if state["index"] != index:
            state["index"] = index
            data = {"method": "update", "state": {"index": index}, "buffer_paths": []}
            await kernel.socket.send(framed("comm_msg", {"comm_id": model, "data": data}))
    while not _is_answer(kernel, wanted):
        _take_in(kernel, await kernel.socket.recv())
    check_blocks(kernel, wanted, selects)


def _is_answer(kernel: Kernel, wanted: Mapping[str, str]) -> bool:
    """Whether the words are of this choice; of an earlier one they may still come."""
    words = _plain(kernel.models[kernel.model("gekozen")]["value"]).lower()
    # A label inside a sentence may begin with a small letter.
    return all(_plain(label).lower() in words for label in wanted.values())


def _take_in(kernel: Kernel, frame: bytes | str) -> None:
    kind, content = heard(frame)
    if kind == "comm_open":
        kernel.models[content["comm_id"]] = dict(content["data"]["state"])
    elif kind == "comm_msg" and content["data"].get("method") == "update":
        kernel.models[content["comm_id"]].update(content["data"]["state"])


def check_blocks(kernel: Kernel, wanted: Mapping[str, str], selects: Mapping[str, str]) -> None:
    """What shows must be of the wijk that was chosen."""
    children = kernel.models[kernel.model("blokken")]["children"]
    first = all(kernel.models[selects[name]]["_options_labels"][0] == label for name, label in wanted.items())
    if first != (not children):
        raise WrongAnswer("blocks while the page as it started was chosen, or none for a choice")
    if first or "wijk" not in wanted:
        return
    shown = _plain("".join(kernel.models[child.removeprefix("IPY_MODEL_")]["value"] for child in children))
    drawn = re.search(r'<svg[^>]*class="breed"[^>]*aria-label="([^"]*)"', shown)
    whole = kernel.models[selects["wijk"]]["_options_labels"][0]
    if drawn is None or (wanted["wijk"] != whole and wanted["wijk"] not in drawn[1]):
        raise WrongAnswer("the first chart is not of the wijk that was chosen")


def _names(kernel: Kernel, model: str) -> list[str]:
    return list(kernel.models[model].get("_dom_classes") or ())


def _plain(text: str) -> str:
    return html.unescape(text).replace("\N{NO-BREAK SPACE}", " ")
