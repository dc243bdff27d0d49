"""The door of the server: under which names it is served, who may what, and that there is no way around it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any
from urllib.parse import urljoin

import pytest
from tornado.httputil import HTTPHeaders
from tornado.routing import Rule, RuleRouter
from tornado.web import Application, HTTPError, RequestHandler

from socdom.dashboard.serving import guard
from socdom.dashboard.serving.access.identity import Reader, Visitor
from socdom.dashboard.serving.guard import (
    ReaderRights,
    guarded,
    is_guarded,
    of_this_site,
    require_guarded,
    to_root,
    told,
    visitor_of,
)


def test_a_reader_may_four_things() -> None:
    rights = ReaderRights(identity_provider=Visitor())
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


def test_a_visitor_with_two_sessions_is_one_account() -> None:
    def asked_by(session: str) -> Any:
        return SimpleNamespace(current_user=Reader(username=session, account="a1"))

    assert visitor_of(asked_by("eerste")) == visitor_of(asked_by("tweede")) == "a1"


@pytest.mark.parametrize(
    ("path", "way"),
    [("/", "./"), ("/jeugd", "./"), ("/bestanden/cijfers.csv", "../"), ("/a/b/c.pdf", "../../")],
)
def test_the_way_back_to_the_root_holds_under_any_base(path: str, way: str) -> None:
    assert to_root(path) == way
    assert (
        urljoin(f"https://gemeente.example/sociaal-domein{path}", way)
        == "https://gemeente.example/sociaal-domein/"
    )


def test_a_log_tells_kind_and_place_only() -> None:
    with pytest.raises(ValueError, match="Jansen") as raised:
        raise ValueError("123456782 in de rij van mevrouw Jansen")
    assert told(raised.type, raised.tb).startswith("ValueError in test_guard.py:")
    assert told(OSError, None) == "OSError in ?"
