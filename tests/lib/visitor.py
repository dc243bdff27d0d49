"""A visitor without a browser: asks for a kernel, speaks with it, and can say what a browser never would."""

from __future__ import annotations

import http.client
import json
import uuid
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import deserialize_msg_from_ws_v1, serialize_msg_to_ws_v1
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

PROTOCOL = "v1.kernel.websocket.jupyter.org"
WAIT = 60.0


@dataclass(frozen=True)
class Page:
    """What a page has after it asked for a kernel."""

    port: int
    kernel: str
    root: str
    key: str

    def socket(
        self, *protocols: str, session: str = "", **options: Any
    ) -> AbstractContextManager[ClientConnection]:
        """A connection to the kernel; with the protocols of our page unless others are given."""
        names = protocols or (PROTOCOL, f"sleutel.{self.key}")
        session = session or uuid.uuid4().hex
        address = f"ws://127.0.0.1:{self.port}/api/kernels/{self.kernel}/channels?session_id={session}"
        return connect(address, subprotocols=[Subprotocol(name) for name in names if name] or None, **options)


def ask(
    port: int, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and bytes of the answer to any request, the address exactly as written."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=WAIT)
    try:
        connection.request(method, path, body, dict(headers or {}))
        answer = connection.getresponse()
        return answer.status, dict(answer.getheaders()), answer.read()
    finally:
        connection.close()


def edition_of(port: int, address: str, headers: Mapping[str, str] | None = None) -> str:
    """The name of the edition that a page is of, as it tells its script."""
    text = ask(port, "GET", f"/{address}", headers)[2].decode()
    return text.partition('data-editie="')[2].partition('"')[0]


def begin(port: int, address: str, query: str = "", headers: Mapping[str, str] | None = None) -> Page:
    """Begin to choose on a page, with the cookie of somebody where that is needed."""
    told = {**(headers or {}), "X-Editie": edition_of(port, address, headers)}
    status, _, body = ask(port, "POST", f"/kies/{address}?{query}", told)
    assert status == 200, f"kies gaf {status}"
    found = json.loads(body)
    return Page(port, found["kern"], found["pagina"], found["sleutel"])


def framed(kind: str, content: Any, metadata: Any = None, channel: str = "shell", **header: Any) -> bytes:
    """A message as our page frames it; every part can be made into something else."""
    session = Session()
    message = session.msg(kind, content, metadata=metadata or {})
    message["header"] |= header
    return serialize_msg_to_ws_v1(message, channel, session.pack)


def heard(frame: bytes | str) -> tuple[str, dict[str, Any]]:
    """Kind and content of what came."""
    assert isinstance(frame, bytes)
    count = int.from_bytes(frame[:8], "little")
    places = [int.from_bytes(frame[8 * n : 8 * n + 8], "little") for n in range(1, count + 1)]
    parts = [frame[start:end] for start, end in zip(places, places[1:], strict=False)]
    return json.loads(parts[1])["msg_type"], json.loads(parts[4])


def states(socket: ClientConnection, received: list[bytes] | None = None) -> dict[str, dict[str, Any]]:
    """Model → state of every widget, as the page asks for it; the answer to an allowed question, so also a rest.

    Args:
        received: gets every message that came until then.
    """
    control = f"vraag-{uuid.uuid4().hex}"
    opened = {"comm_id": control, "target_name": "jupyter.widget.control", "data": {}}
    socket.send(framed("comm_open", opened, {"version": "1.0.0"}))
    socket.send(framed("comm_msg", {"comm_id": control, "data": {"method": "request_states"}}))
    while True:
        frame = socket.recv(timeout=WAIT)
        assert isinstance(frame, bytes)
        if received is not None:
            received.append(frame)
        kind, content = heard(frame)
        if kind == "comm_msg" and content["comm_id"] == control:
            return {model: found["state"] for model, found in content["data"]["states"].items()}


def named(found: Mapping[str, Mapping[str, Any]], name: str) -> str:
    """The model with a name of ours ("kies-wijk", "gekozen")."""
    return next(model for model, state in found.items() if name in state.get("_dom_classes", ()))


def choose(socket: ClientConnection, model: str, index: Any) -> None:
    """Take a place in a list."""
    data = {"method": "update", "state": {"index": index}, "buffer_paths": []}
    socket.send(framed("comm_msg", {"comm_id": model, "data": data}))


def read(frame: bytes) -> tuple[str, list[Any]]:
    """Channel and parts, as jupyter_server reads them before they go to the kernel."""
    channel, parts = deserialize_msg_from_ws_v1(frame)
    return channel, [json.loads(part) for part in parts]


def require_harmless(passed: bytes | None) -> None:
    """Nothing but a place in a list, a folded part, a question for the states or its channel; fails otherwise."""
    if passed is None:
        return
    channel, (header, parent, metadata, content) = read(passed)
    assert (channel, parent) == ("shell", {})
    assert header["msg_type"] in ("comm_open", "comm_msg")
    if header["msg_type"] == "comm_open":
        assert (content["target_name"], content["data"]) == ("jupyter.widget.control", {})
        return
    assert metadata == {}
    said = content["data"]
    assert said["method"] in ("update", "custom", "request_states")
    assert set(said.get("state", {})) <= {"index"}
    assert set(said.get("content", {})) <= {"uitvouwen", "beurt"}
