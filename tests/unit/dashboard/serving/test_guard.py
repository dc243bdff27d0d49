"""The door of the server: under which names it is served, who may what, and that there is no way around it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders
from tornado.routing import Rule, RuleRouter
from tornado.web import Application, HTTPError, RequestHandler

from socdom.dashboard.serving import guard
from socdom.dashboard.serving.guard import (
    ReaderRights,
    guarded,
    is_guarded,
    of_this_site,
    require_guarded,
    served_names,
    told,
    visitor_of,
)

OWN = served_names({"localhost", "Balie"}, lambda: "https://dashboard.lindeveen.example:8443/raad/")


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


def test_a_reader_may_four_things() -> None:
    rights = ReaderRights(identity_provider=guard.Visitor())
    actions, resources = (
        ("read", "write", "execute", ""),
        ("page", "choice", "kernels", "contents", "terminals", "server", ""),
    )
    allowed = {
        (act, what) for act in actions for what in resources if rights.is_authorized(None, None, act, what)
    }  # type: ignore[arg-type]
    assert allowed == {("read", "page"), ("execute", "choice"), ("execute", "kernels")}


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://kwaad.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
     {"Origin": "http://dash.example", "Sec-Fetch-Site": "none"}],
)  # fmt: skip
def test_what_another_site_asks_for_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(HTTPError, match="403"):
        of_this_site(SimpleNamespace(headers=HTTPHeaders(headers), host="dash.example"))  # type: ignore[arg-type]


@pytest.mark.parametrize("headers", [{}, {"Origin": "https://dash.example", "Sec-Fetch-Site": "same-origin"}])
def test_our_own_page_may_ask(headers: dict[str, str]) -> None:
    of_this_site(SimpleNamespace(headers=HTTPHeaders(headers), host="dash.example"))  # type: ignore[arg-type]


class _Open(RequestHandler):
    """A handler as somebody may write it, with no thought of who asks."""


def test_an_application_with_a_way_around_the_door_is_refused() -> None:
    closed = Application(guarded([(r"/a", _Open), (r"/b", _Open, {})]))
    require_guarded(closed)
    inside = RuleRouter([(r"/c", _Open)])
    closed.default_router.rules.append(Rule(SimpleNamespace(), inside))  # type: ignore[arg-type]
    with pytest.raises(RuntimeError, match="_Open"):
        require_guarded(closed)
    with pytest.raises(RuntimeError, match="_Open"):
        require_guarded(Application([(r"/a", _Open)]))


def test_files_that_tornado_adds_by_itself_are_noticed() -> None:
    with pytest.raises(RuntimeError, match="Static"):
        require_guarded(Application(guarded([(r"/a", _Open)]), static_path="/elders"))


def test_the_door_stands_before_whatever_a_handler_does() -> None:
    ((_, handler),) = guarded([(r"/a", _Open)])
    assert is_guarded(handler)
    assert handler.prepare is guard.Guarded.prepare
    assert not is_guarded(_Open)


def test_a_visitor_is_a_name_or_an_address() -> None:
    def asked_by(name: str) -> Any:
        return SimpleNamespace(
            current_user=SimpleNamespace(username=name), request=SimpleNamespace(remote_ip="10.0.0.1")
        )

    assert visitor_of(asked_by("lezer")) == "10.0.0.1"
    assert visitor_of(asked_by("raadslid")) == "raadslid"


def test_a_log_tells_kind_and_place_only() -> None:
    with pytest.raises(ValueError, match="Jansen") as raised:
        raise ValueError("123456782 in de rij van mevrouw Jansen")
    assert told(raised.type, raised.tb).startswith("ValueError in test_guard.py:")
    assert told(OSError, None) == "OSError in ?"
