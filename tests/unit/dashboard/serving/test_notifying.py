"""A server tells systemd that it is there: what goes over the line, to whom, and nothing where nobody listens."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.dashboard.serving.notifying import ALIVE, READY, Notifier


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(5)
        yield line


def test_it_says_that_it_is_ready_and_alive(listener: socket.socket) -> None:
    notifier = Notifier({"NOTIFY_SOCKET": listener.getsockname()})
    notifier.tell(READY)
    notifier.tell(ALIVE)
    assert [listener.recv(64), listener.recv(64)] == [b"READY=1", b"WATCHDOG=1"]


def test_an_address_without_a_file_is_reached() -> None:
    name = f"socdom-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(f"\0{name}")
        line.settimeout(5)
        Notifier({"NOTIFY_SOCKET": f"@{name}"}).tell(READY)
        assert line.recv(64) == b"READY=1"


def test_what_the_server_starts_cannot_speak_for_it() -> None:
    environ = {"NOTIFY_SOCKET": "/nergens", "WATCHDOG_USEC": "60000000", "PATH": "/bin"}
    Notifier(environ)
    assert environ == {"PATH": "/bin"}


@pytest.mark.parametrize(
    ("environ", "every"),
    [
        ({}, 0),
        ({"WATCHDOG_USEC": "60000000"}, 30_000),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": str(os.getpid())}, 30_000),
        ({"WATCHDOG_USEC": "60000000", "WATCHDOG_PID": "1"}, 0),
        ({"WATCHDOG_USEC": "morgen"}, 0),
    ],
)
def test_signs_of_life_come_twice_in_the_time_that_systemd_waits(environ: dict[str, str], every: int) -> None:
    assert Notifier(environ).every == every


def test_nobody_listening_is_no_fault(tmp_path: Path) -> None:
    Notifier({}).tell(READY)
    Notifier({"NOTIFY_SOCKET": str(tmp_path / "weg")}).tell(READY)
