"""What a page may say to its kernel. Everything is checked, and said again in our own words, before it gets there.

A page opens one control channel and asks for the state of the widgets, sets the place in a list, and asks for a folded
part. That is all: no code, no other widget, no other state, no binary part. A message that passes is made anew from the
checked values, so that two readings of one text (a name twice, another order) do not exist.

Framing: `v1.kernel.websocket.jupyter.org` of jupyter_server. Little-endian numbers of 8 bytes: how many offsets, the
offsets; then the channel, header, parent header, metadata and content.
"""

from __future__ import annotations

import json
import re
from typing import Any

LARGEST = 64 * 1024  # bytes
CONTROL_TARGET = "jupyter.widget.control"
_NUMBER = 8
_OFFSETS = 6
_CHANNEL = b"shell"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,64}")
_PART = re.compile(r"[A-Za-z0-9_.-]{1,120}")
_MOST = 10_000
# What a page hears: widgets, their states, and that its kernel is gone. Nothing that a kernel prints, shows or raises.
HEARD = frozenset({"comm_open", "comm_msg", "comm_close", "status"})


class _Refused(ValueError):
    """Not something our page says."""


def checked(frame: bytes) -> bytes | None:
    """The message as it may go to the kernel; None when it may not.

    Args:
        frame: as it came from the page.
    """
    try:
        header, metadata, content = _parts(frame)
        return _frame(header, metadata, content)
    except (ValueError, RecursionError):
        return None


def kind_of(frame: bytes) -> str:
    """The kind of a message of the kernel, as jupyter_server framed it."""
    count = int.from_bytes(frame[:_NUMBER], "little")
    if count < _OFFSETS or len(frame) < _NUMBER * (count + 1):
        return ""
    start, end = (int.from_bytes(frame[_NUMBER * n : _NUMBER * (n + 1)], "little") for n in (2, 3))
    return str(json.loads(frame[start:end]).get("msg_type", ""))


def _parts(frame: bytes) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """Header, metadata and content that are right, with nothing besides."""
    channel, header, parent, metadata, content = _cut(frame)
    if channel != _CHANNEL or _read(parent) != {}:
        raise _Refused
    asked, named, said = _read(header), _read(metadata), _read(content)
    kind = asked.get("msg_type")
    # A date and a user name may come along; they go no further.
    kept = {"msg_id": _name(asked.get("msg_id")), "session": _name(asked.get("session"))}
    head = kept | {"msg_type": kind, "username": "", "version": "5.3"}
    comm = _name(said.get("comm_id"))
    if kind == "comm_open":
        _require(said == {"comm_id": comm, "target_name": CONTROL_TARGET, "data": {}})
        _require(named == {"version": "1.0.0"})
        return head, named, said
    _require(kind == "comm_msg" and named == {} and said.keys() == {"comm_id", "data"})
    return head, {}, {"comm_id": comm, "data": _data(said["data"])}


def _data(data: Any) -> dict[str, Any]:
    """What is said to a widget: give the states, take this place in the list, or unfold this part."""
    _require(isinstance(data, dict))
    method = data.get("method")
    if method == "request_states":
        _require(data.keys() == {"method"})
        return {"method": method}
    if method == "update":
        state = data.get("state")
        _require(data.keys() <= {"method", "state", "buffer_paths"} and data.get("buffer_paths", []) == [])
        _require(isinstance(state, dict) and state.keys() == {"index"})
        return {"method": method, "state": {"index": _whole(state["index"], 0)}, "buffer_paths": []}
    content = data.get("content")
    _require(method == "custom" and data.keys() == {"method", "content"} and isinstance(content, dict))
    _require(content.keys() == {"uitvouwen", "beurt"})
    part = content["uitvouwen"]
    _require(isinstance(part, str) and _PART.fullmatch(part) is not None)
    return {"method": method, "content": {"uitvouwen": part, "beurt": _whole(content["beurt"], -1)}}


def _require(right: bool) -> None:
    if not right:
        raise _Refused


def _name(value: Any) -> str:
    _require(isinstance(value, str) and _NAME.fullmatch(value) is not None)
    return str(value)


def _whole(value: Any, least: int) -> int:
    # In Python a truth value is a whole number as well.
    _require(type(value) is int and least <= value <= _MOST)
    return int(value)


def _cut(frame: bytes) -> list[bytes]:
    """The five parts, which lie behind each other to the last byte."""
    _require(_NUMBER * (_OFFSETS + 1) <= len(frame) <= LARGEST)
    numbers = [
        int.from_bytes(frame[n : n + _NUMBER], "little") for n in range(0, _NUMBER * (_OFFSETS + 1), _NUMBER)
    ]
    offsets = numbers[1:]
    _require(numbers[0] == _OFFSETS and offsets[0] == _NUMBER * (_OFFSETS + 1))
    _require(offsets == sorted(offsets) and offsets[-1] == len(frame))
    return [frame[start:end] for start, end in zip(offsets, offsets[1:], strict=False)]


def _read(text: bytes) -> dict[str, Any]:
    found = json.loads(text, object_pairs_hook=_once, parse_constant=_refuse)
    _require(isinstance(found, dict))
    return dict(found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    _require(len(dict(pairs)) == len(pairs))
    return dict(pairs)


def _refuse(value: str) -> None:
    raise _Refused


def _frame(header: dict[str, Any], metadata: dict[str, Any], content: dict[str, Any]) -> bytes:
    parts = [_CHANNEL, *(json.dumps(part).encode() for part in (header, {}, metadata, content))]
    offsets = [_NUMBER * (_OFFSETS + 1)]
    for part in parts:
        offsets.append(offsets[-1] + len(part))
    return b"".join([*(number.to_bytes(_NUMBER, "little") for number in (_OFFSETS, *offsets)), *parts])
