"""The address of a visitor behind a proxy: believed from this machine only, and only when it is one address."""

from __future__ import annotations

import pytest
from tornado.httputil import HTTPServerRequest
from tornado.web import Application, RequestHandler

from socdom.dashboard.serving.access.forwarded import believe_proxy, is_from_this_machine, visitor_address
from socdom.dashboard.serving.guard import PUBLIC, guarded
from tests.lib.peers import request_from
from tests.lib.rules import asking


def request(peer: str = "127.0.0.1", **headers: str) -> HTTPServerRequest:
    return request_from(peer, {name.replace("_", "-"): value for name, value in headers.items()})


@pytest.mark.parametrize("peer", ["127.0.0.1", "127.8.9.10", "::1", "::ffff:127.0.0.1"])
def test_a_proxy_on_this_machine_is_believed(peer: str) -> None:
    asked = request(peer, X_Forwarded_For="192.0.2.7", X_Forwarded_Proto="https")
    believe_proxy(asked)
    assert (asked.remote_ip, asked.protocol) == ("192.0.2.7", "https")


@pytest.mark.parametrize("peer", ["192.0.2.1", "10.0.0.8", "2001:db8::1", "0.0.0.0", ""])
def test_nobody_else_is(peer: str) -> None:
    asked = request(peer, X_Forwarded_For="192.0.2.7", X_Forwarded_Proto="https")
    believe_proxy(asked)
    assert (asked.remote_ip, asked.protocol) == (peer, "http")


@pytest.mark.parametrize(
    "told",
    ["", "192.0.2.7, 192.0.2.8", "192.0.2.7,", "localhost", "192.0.2.7:80", "192.0.2", "1 OR 1", "\x00"],
)
def test_what_is_not_one_address_changes_nothing(told: str) -> None:
    asked = request(X_Forwarded_For=told, X_Forwarded_Proto="https")
    believe_proxy(asked)
    assert (asked.remote_ip, asked.protocol) == ("127.0.0.1", "http")


def test_other_headers_say_nothing() -> None:
    asked = request(
        X_Real_Ip="192.0.2.9", Forwarded="for=192.0.2.9", X_Scheme="https", X_Forwarded_For="192.0.2.7"
    )
    believe_proxy(asked)
    assert (asked.remote_ip, asked.protocol) == ("192.0.2.7", "http")


def test_a_protocol_there_is_not_stays_as_it_was() -> None:
    asked = request(X_Forwarded_For="192.0.2.7", X_Forwarded_Proto="gopher")
    believe_proxy(asked)
    assert asked.protocol == "http"


def test_a_socket_that_is_no_network_is_not_this_machine() -> None:
    asked = request()
    asked.connection = None  # type: ignore[assignment]
    assert not is_from_this_machine(asked)


@pytest.mark.parametrize(
    ("told", "counts_as"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::"),
        ("2001:db8:1:3::1", "2001:db8:1:3::"),
    ],
)
def test_a_house_with_ipv6_is_one_visitor(told: str, counts_as: str) -> None:
    assert visitor_address(told) == counts_as


class Echo(RequestHandler):
    resource = PUBLIC

    def get(self) -> None:
        self.finish(f"{self.request.remote_ip} {self.request.protocol}")


@pytest.mark.parametrize(("told", "seen"), [(True, "192.0.2.7 https"), (False, "127.0.0.1 http")])
def test_the_door_believes_a_proxy_when_the_operator_said_so(told: bool, seen: str) -> None:
    application = Application(guarded([("/", Echo)]), is_served=lambda asked: True, behind_proxy=told)
    with asking(application) as visitor:
        headers = {"X-Forwarded-For": "192.0.2.7", "X-Forwarded-Proto": "https"}
        assert visitor.fetch("/", headers=headers).body.decode() == seen
