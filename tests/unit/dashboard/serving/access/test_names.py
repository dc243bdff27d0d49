"""Under which names the server answers."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders

from socdom.dashboard.serving.access.chosen import served
from socdom.dashboard.serving.access.names import is_local, on_this_machine, served_names
from socdom.dashboard.serving.operations import Operations
from socdom.parameters.beheer import Beheer
from socdom.parameters.toegang import Toegang
from tests.lib.rules import BY_DEFAULT

ADDRESS = "https://dashboard.lindeveen.example:8443/raad/"
OWN = served_names({"localhost", "Balie"}, lambda: ADDRESS)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8866",
        "127.0.0.1:8866",
        "10.2.3.4",
        "[::1]:8866",
        "balie:80",
        "dashboard.lindeveen.example",
    ],
)
def test_names_and_numbers_of_ours_are_served(host: str) -> None:
    assert OWN(host)


@pytest.mark.parametrize(
    "host",
    ["", "kwaad.example", "localhost.kwaad.example", "dashboard.lindeveen.example.kwaad.example", "balie.kwaad.example",
     "127.0.0.1.kwaad.example", "0x7f.1", "kwaad.example:8866", "kwaad.example@127.0.0.1"],
)  # fmt: skip
def test_a_name_that_is_not_ours_is_not(host: str) -> None:
    """A page of another site may let such a name point to our address, and then reads our answers."""
    assert not OWN(host)


def test_without_a_published_address_no_empty_name_is_ours() -> None:
    assert not served_names((), lambda: "")("")


def asked(host: str, remote: str = "127.0.0.1", **headers: str) -> Any:
    named = HTTPHeaders({name.replace("_", "-"): value for name, value in headers.items()})
    return SimpleNamespace(host=host, remote_ip=remote, headers=named)


def test_without_a_choice_only_the_machine_itself_is_answered() -> None:
    answers = served(BY_DEFAULT, lambda: ADDRESS)
    assert all(map(answers, map(asked, ("localhost:8866", "127.0.0.1", "127.0.0.53:1", "[::1]:8866"))))
    others = ("dashboard.lindeveen.example:8443", "10.2.3.4", "0.0.0.0", "[fe80::1]", "balie", "")
    assert not any(map(answers, map(asked, others)))


@pytest.mark.parametrize("header", ["X_Forwarded_For", "Forwarded", "X_Real_IP", "Via", "X_Forwarded_Host"])
def test_what_a_proxy_passes_on_did_not_come_from_the_machine(header: str) -> None:
    assert on_this_machine(asked("127.0.0.1:8866"))
    assert not on_this_machine(asked("127.0.0.1:8866", **{header: "127.0.0.1"}))


def test_a_local_name_from_elsewhere_is_not_local() -> None:
    assert not on_this_machine(asked("localhost", remote="10.0.0.9"))
    assert not on_this_machine(asked("localhost", remote="0.0.0.0"))


@pytest.mark.parametrize(("kind", "numbers"), [("open", True), ("accounts", False), ("sso", False)])
def test_with_a_log_in_no_number_of_the_network_is_served_as_that_has_no_tls(
    kind: Any, numbers: bool
) -> None:
    answers = served(Operations(Beheer(toegang=Toegang(wijze=kind)), BY_DEFAULT.folder), lambda: ADDRESS)
    assert answers(asked("dashboard.lindeveen.example:8443"))
    assert answers(asked("localhost:8866"))
    assert answers(asked("10.2.3.4")) is numbers
    assert not answers(asked("kwaad.example"))


def test_local_names_never_leave_the_machine() -> None:
    assert all(map(is_local, ("localhost", "LOCALHOST:1", "127.0.0.1:8866", "[::1]")))
    assert not any(
        map(is_local, ("", "10.0.0.1", "localhost.kwaad.example", "127.0.0.1.kwaad.example", "[::2]"))
    )
