"""All routes of the server with accounts, each asked by everybody there can be: only a session that is valid opens."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from socdom.access import accounts
from socdom.access.store import new_code
from socdom.dashboard.serving.app import DashboardApp
from tests.lib.access import Clock, cheap, with_account
from tests.lib.rules import asking
from tests.unit.dashboard.serving.test_every_rule import KERNEL, addresses

INVITATION = f"/uitnodiging/{'a' * 43}"
# Without anything of an edition, for everybody; what each answers to GET when nobody is logged in.
BEFORE_THE_DOOR = {
    "/static/raad.css": 200,
    "/gezondheid": 200,
    "/inloggen": 200,
    INVITATION: 404,
    "/uitloggen": 405,
    "/bestaat-niet": 404,
}
FOR_SCRIPTS = ("/kies/jeugd", f"/sluit/{KERNEL}", f"/api/kernels/{KERNEL}/channels")
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")
TOLD = (b"data-cijfer", b"<figure", b"4e kwartaal", b"Cijfers tot en met", b"jeugdhulp", b"WK9999")


def routes(app: DashboardApp) -> list[str]:
    """An address for each rule there is."""
    return addresses(app.app, INVITATION)


def nobody(app: DashboardApp, clock: Clock) -> str:
    return ""


def forged(app: DashboardApp, clock: Clock) -> str:
    return new_code()


def expired(app: DashboardApp, clock: Clock) -> str:
    code = with_account(app.identity_provider.store, "oud@x.nl", cheap(), clock.now)
    clock.later(hours=12)
    return code


def revoked(app: DashboardApp, clock: Clock) -> str:
    code = with_account(app.identity_provider.store, "weg@x.nl", cheap(), clock.now)
    assert accounts.revoke(app.identity_provider.store, ["weg@x.nl"]) == []
    return code


def name_in_place_of_code(app: DashboardApp, clock: Clock) -> str:
    """What is kept of a session opens nothing: who reads the file cannot log in with it."""
    with_account(app.identity_provider.store, "c@x.nl", cheap(), clock.now)
    return str(app.identity_provider.store.execute("select code from sessions").fetchone()[0])


def test_the_list_of_addresses_is_whole(app: DashboardApp) -> None:
    found = routes(app)
    assert {"/", "/jeugd", "/over", "/zoeken?zoek=jeugd", *BEFORE_THE_DOOR, *FOR_SCRIPTS} <= set(found)
    assert len(found) > 25


@pytest.mark.parametrize("who", [nobody, forged, expired, revoked, name_in_place_of_code])
def test_who_has_no_session_gets_nothing(
    app: DashboardApp, clock: Clock, who: Callable[[DashboardApp, Clock], str]
) -> None:
    code = who(app, clock)
    methods = METHODS if who is nobody else ("GET", "POST")
    with asking(app.app) as visitor:
        for address in routes(app):
            for method in methods:
                answer = visitor.fetch(
                    address,
                    method=method,
                    body=b"" if method in ("POST", "PUT", "PATCH") else None,
                    follow_redirects=False,
                    headers={"Cookie": f"socdom={code}; __Host-socdom={code}"},
                )
                seen = (method, address, answer.code)
                body = answer.body or b""
                if address != "/static/raad.css":
                    assert not [word for word in TOLD if word in body], seen
                    assert answer.headers["Cache-Control"] == "no-store", seen
                if address in BEFORE_THE_DOOR:
                    assert method != "GET" or answer.code == BEFORE_THE_DOOR[address], seen
                elif address in FOR_SCRIPTS:
                    assert answer.code == 401, seen
                elif method in ("GET", "HEAD"):
                    assert answer.code == 303, seen
                    assert "/inloggen" in answer.headers["Location"], seen
                    assert body == b"", seen
                else:
                    assert answer.code in (403, 405), seen


def test_who_has_a_session_gets_everything(app: DashboardApp, clock: Clock) -> None:
    """Otherwise the tests above would say nothing."""
    code = with_account(app.identity_provider.store, "a@x.nl", cheap(), clock.now)
    with asking(app.app) as visitor:
        statuses = {}
        for address in routes(app):
            answer = visitor.fetch(address, follow_redirects=False, headers={"Cookie": f"socdom={code}"})
            statuses[address] = answer.code
            if (
                answer.code == 200
                and b"</header>" in (answer.body or b"")
                and not address.startswith("/rapporten")
            ):
                assert b"Uitloggen" in answer.body, address
                assert answer.headers["Cache-Control"] == "no-store"
    assert statuses["/"] == statuses["/jeugd"] == statuses["/bestanden/cijfers.csv"] == 200
    assert statuses["/inloggen"] == 303
    assert {address for address, status in statuses.items() if status in (401, 403)} == set()


def test_the_log_in_is_asked_for_every_answer_anew(app: DashboardApp, clock: Clock) -> None:
    code = with_account(app.identity_provider.store, "d@x.nl", cheap(), clock.now)
    asked_by = {"Cookie": f"socdom={code}"}
    with asking(app.app) as visitor:
        assert visitor.fetch("/jeugd", headers=asked_by).code == 200
        accounts.revoke(app.identity_provider.store, ["d@x.nl"])
        assert visitor.fetch("/jeugd", headers=asked_by, follow_redirects=False).code == 303
