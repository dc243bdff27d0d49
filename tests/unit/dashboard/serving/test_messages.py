"""What a page may say to its kernel, judged by jupyter_server's own reading of what comes out."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1

from socdom.dashboard.serving.messages import HEARD, LARGEST, checked, kind_of
from tests.lib.visitor import framed, read, require_harmless

COMM = "vraag-1"
OPEN = (
    "comm_open",
    {"comm_id": COMM, "target_name": "jupyter.widget.control", "data": {}},
    {"version": "1.0.0"},
)


def update(index: Any = 2, **more: Any) -> dict[str, Any]:
    return {
        "comm_id": COMM,
        "data": {"method": "update", "state": {"index": index, **more}, "buffer_paths": []},
    }


def custom(part: Any = "meer-wmo_clienten", turn: Any = 3, **more: Any) -> dict[str, Any]:
    return {
        "comm_id": COMM,
        "data": {"method": "custom", "content": {"uitvouwen": part, "beurt": turn, **more}},
    }


SAID = (
    OPEN,
    ("comm_msg", {"comm_id": COMM, "data": {"method": "request_states"}}),
    ("comm_msg", update()),
    ("comm_msg", custom()),
)


@pytest.mark.parametrize("said", SAID, ids=["open", "states", "update", "custom"])
def test_what_our_page_says_arrives_with_the_same_meaning(said: tuple[Any, ...]) -> None:
    passed = checked(framed(*said))
    assert passed is not None
    channel, (header, parent, metadata, content) = read(passed)
    assert (channel, header["msg_type"], content) == ("shell", said[0], said[1])
    assert (parent, metadata) == ({}, said[2] if len(said) > 2 else {})
    assert header.keys() == {"msg_id", "session", "msg_type", "username", "version"}
    assert checked(passed) == passed


KINDS = (
    "execute_request", "complete_request", "inspect_request", "history_request", "debug_request", "shutdown_request",
    "interrupt_request", "create_subshell_request", "comm_close", "comm_info_request", "kernel_info_request", "input_reply", "",
)  # fmt: skip


@pytest.mark.parametrize("channel", ["shell", "control", "stdin", "iopub", "", "shell\0"])
@pytest.mark.parametrize("kind", KINDS)
def test_no_other_kind_over_any_channel(kind: str, channel: str) -> None:
    code = {"code": "1", "silent": False}
    for content in (code, update() | code, update()):
        assert checked(framed(kind, content, channel=channel)) is None


@pytest.mark.parametrize("channel", ["control", "stdin", "iopub", "", "SHELL", "shell "])
def test_what_is_right_goes_over_one_channel(channel: str) -> None:
    assert checked(framed("comm_msg", update(), channel=channel)) is None


WRONG = {
    "a state that is no place": update() | {"data": {"method": "update", "state": {"value": "x"}, "buffer_paths": []}},
    "a state besides": update(value="x"),
    "hidden widget made visible": update(disabled=False),
    "a truth value": update(True),
    "a broken number": update(1.5),
    "a whole number as text": update("1"),
    "below": update(-1),
    "far": update(10**9),
    "nothing": update(None),
    "a list": update([1]),
    "a binary part": {"comm_id": COMM, "data": {"method": "update", "state": {"index": 1}, "buffer_paths": [["x"]]}},
    "another method": {"comm_id": COMM, "data": {"method": "echo_update", "state": {"index": 1}}},
    "custom of another kind": {"comm_id": COMM, "data": {"method": "custom", "content": {"event": "click"}}},
    "custom with more": custom(event="click"),
    "custom with a path": custom("../../etc/passwd"),
    "custom with markup": custom("<b>"),
    "custom with a long name": custom("a" * 121),
    "custom with a list": custom(["a"]),
    "custom with a turn as text": custom(turn="1"),
    "no data": {"comm_id": COMM},
    "data as a list": {"comm_id": COMM, "data": [1]},
    "content besides": update() | {"code": "1"},
    "a comm that is no name": update() | {"comm_id": "a b"},
    "a comm that is a number": update() | {"comm_id": 1},
    "empty": {},
}  # fmt: skip


@pytest.mark.parametrize("content", WRONG.values(), ids=WRONG)
def test_no_other_content(content: Any) -> None:
    assert checked(framed("comm_msg", content)) is None


@pytest.mark.parametrize(
    "target", ["jupyter.widget", "jupyter.widget.version", "", "jupyter.widget.control "]
)
def test_no_widget_can_be_made(target: str) -> None:
    made = {"comm_id": COMM, "target_name": target, "data": {"state": {"_model_name": "ImageModel"}}}
    assert checked(framed("comm_open", made, {"version": "2.1.0"})) is None
    assert checked(framed("comm_open", made | {"data": {}}, {"version": "1.0.0"})) is None


def rebuilt(change: Callable[[list[bytes]], list[bytes]], channel: str = "shell") -> bytes:
    """A right message with its parts changed before they are framed."""
    parts = [json.dumps(part).encode() for part in read(framed("comm_msg", update()))[1]]
    return serialize_msg_to_ws_v1(change(parts), channel)


RUN = b'{"msg_id": "a", "session": "b", "msg_type": "execute_request", "msg_type": "comm_msg"}'
BENT = {
    "a name twice in the header": lambda parts: [RUN, *parts[1:]],
    "a name twice deep down": lambda parts: [*parts[:3], parts[3].replace(b'"index": 2', b'"index": 2, "index": 3')],
    "a parent": lambda parts: [parts[0], b'{"msg_id": "a"}', *parts[2:]],
    "metadata": lambda parts: [*parts[:2], b'{"subshell_id": "a"}', parts[3]],
    "a buffer": lambda parts: [*parts, b"buffer"],
    "a part too few": lambda parts: parts[:3],
    "not a number": lambda parts: [*parts[:3], parts[3].replace(b'"index": 2', b'"index": NaN')],
    "not JSON": lambda parts: [*parts[:3], b"{'index': 2}"],
    "a list": lambda parts: [b"[]", *parts[1:]],
    "deep": lambda parts: [*parts[:3], b"[" * 20_000 + b"]" * 20_000],
    "a number without end": lambda parts: [*parts[:3], parts[3].replace(b'"index": 2', b'"index": ' + b"9" * 5000)],
    "too large": lambda parts: [*parts[:3], parts[3] + b" " * LARGEST],
    "not UTF-8": lambda parts: [*parts[:3], b"\xff\xfe"],
}  # fmt: skip


@pytest.mark.parametrize("change", BENT.values(), ids=BENT)
def test_no_two_readings_of_one_message(change: Callable[[list[bytes]], list[bytes]]) -> None:
    assert checked(rebuilt(list)) is not None
    assert checked(rebuilt(change)) is None


@pytest.mark.parametrize(
    "frame", [b"", b"\0" * 7, b"\0" * 200, b"\xff" * 200, (10**17).to_bytes(8, "little") * 30]
)
def test_a_frame_of_another_form_is_refused_at_once(frame: bytes) -> None:
    """The fourth is how one message in the older framing made Voilà fill the memory: a number of parts without end."""
    assert checked(frame) is None
    assert kind_of(frame) == ""


def test_offsets_that_overlap_or_leave_a_gap_are_refused() -> None:
    frame = framed("comm_msg", update())
    for place in range(1, 7):
        for by in (-1, 1, 2**40):
            offset = int.from_bytes(frame[8 * place : 8 * place + 8], "little") + by
            assert checked(frame[: 8 * place] + offset.to_bytes(8, "little") + frame[8 * place + 8 :]) is None
    assert checked(frame + b"x") is None


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(SAID), st.data())
def test_whatever_is_bent_what_passes_is_what_a_page_says(said: tuple[Any, ...], data: st.DataObject) -> None:
    """Bytes are changed at will; what still passes is read by jupyter_server and is one of the four."""
    frame = bytearray(framed(*said))
    for _ in range(data.draw(st.integers(0, 6))):
        frame[data.draw(st.integers(0, len(frame) - 1))] = data.draw(st.integers(0, 255))
    require_harmless(checked(bytes(frame)))


def test_a_page_hears_widgets_and_the_end_of_its_kernel_only() -> None:
    assert kind_of(framed("stream", {"name": "stderr", "text": "geheim"})) == "stream"
    loud = {
        "stream",
        "error",
        "execute_input",
        "execute_result",
        "display_data",
        "execute_reply",
        "inspect_reply",
    }
    assert not loud & HEARD
