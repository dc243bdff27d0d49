"""The log-in of a hub without a hub: what stands between its answers and a reader. With a real one: functional/test_hub."""

from __future__ import annotations

import asyncio
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest, RequestStartLine
from tornado.web import HTTPError

from socdom.dashboard.serving.access.chosen import asks_who, identity_provider
from socdom.dashboard.serving.access.hub import COOKIE, HubVisitor, hub_of
from socdom.dashboard.serving.operations import Operations
from socdom.errors import ServerError
from socdom.parameters.beheer import Beheer

TOLD = {"JUPYTERHUB_SERVICE_NAME": "lindeveen", "JUPYTERHUB_SERVICE_PREFIX": "/services/lindeveen/"}
RIGHT = "access:services!service=lindeveen"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


class Answers:
    """Takes the place of the hub: who has which token, and what they may."""

    known: dict[str, dict[str, Any]] = {}
    away = False

    async def __call__(self, token: str, *, sync: bool) -> dict[str, Any] | None:
        if self.away:
            raise HTTPError(500, "Failed to connect to Hub API at 'http://127.0.0.1:8081'")
        return self.known.get(token)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hub() -> Answers:
    answers = Answers()
    answers.known = {
        "t1": {"name": "raadslid", "scopes": [RIGHT]},
        "t2": {"name": "raadslid", "scopes": [RIGHT]},
        "t3": {"name": "ander", "scopes": ["access:services!service=elders"]},
    }
    return answers


@pytest.fixture
def visitors(monkeypatch: pytest.MonkeyPatch, clock: Clock, hub: Answers) -> HubVisitor:
    for name, value in {**TOLD, "JUPYTERHUB_API_TOKEN": "geheim"}.items():
        monkeypatch.setenv(name, value)
    found = HubVisitor(clock=clock)
    found.hub = SimpleNamespace(
        user_for_token=hub,
        access_scopes={RIGHT},
        check_scopes=lambda wanted, user: wanted & set(user["scopes"]),
        hub_host="",
        hub_prefix="/hub/",
    )
    return found


def asked_with(code: str | None) -> SimpleNamespace:
    headers = HTTPHeaders({"Host": "localhost", **({"Cookie": f"{COOKIE}={code}"} if code else {})})
    return SimpleNamespace(
        request=HTTPServerRequest(start_line=RequestStartLine("GET", "/", "HTTP/1.1"), headers=headers)
    )


def test_who_the_hub_lets_in_is_known_as_a_number(visitors: HubVisitor) -> None:
    codes = [asyncio.run(visitors.log_in(token)) for token in ("t1", "t2")]
    one, other = (asyncio.run(visitors.get_user(asked_with(code))) for code in codes)
    assert one
    assert other
    assert one.account == other.account
    assert one.username != other.username
    assert "raadslid" not in f"{one}{other}"
    assert visitors.reader(asked_with(codes[0]).request) == one


@pytest.mark.parametrize("token", ["t3", "onbekend"])
def test_who_has_no_right_gets_no_session(visitors: HubVisitor, token: str) -> None:
    assert asyncio.run(visitors.log_in(token)) is None


@pytest.mark.parametrize("code", [None, "", "t1", "A" * 43])
def test_a_code_that_was_not_given_opens_nothing(visitors: HubVisitor, code: str | None) -> None:
    asyncio.run(visitors.log_in("t1"))
    assert asyncio.run(visitors.get_user(asked_with(code))) is None
    assert visitors.reader(asked_with(code).request) is None


def test_who_the_hub_revokes_is_out_at_the_next_request(visitors: HubVisitor, hub: Answers) -> None:
    code = asyncio.run(visitors.log_in("t1"))
    del hub.known["t1"]
    assert asyncio.run(visitors.get_user(asked_with(code))) is None


def test_a_session_ends_by_itself_and_when_asked(visitors: HubVisitor, clock: Clock) -> None:
    codes = [asyncio.run(visitors.log_in("t1")) for _ in range(2)]
    assert visitors.end(asked_with(codes[0]).request) == "/hub/logout"
    assert asyncio.run(visitors.get_user(asked_with(codes[0]))) is None
    clock.now = 12 * 3600 - 1
    assert asyncio.run(visitors.get_user(asked_with(codes[1])))
    clock.now += 1
    assert asyncio.run(visitors.get_user(asked_with(codes[1]))) is None


def test_a_kernel_of_who_was_away_for_long_may_end(visitors: HubVisitor, clock: Clock) -> None:
    code = asyncio.run(visitors.log_in("t1"))
    reader = asyncio.run(visitors.get_user(asked_with(code)))
    assert reader
    assert visitors.is_known(reader.username)
    clock.now = 15 * 60
    assert not visitors.is_known(reader.username)


def test_a_hub_that_does_not_answer_lets_nobody_in(visitors: HubVisitor, hub: Answers) -> None:
    code = asyncio.run(visitors.log_in("t1"))
    hub.away = True
    with pytest.raises(HTTPError) as told:
        asyncio.run(visitors.get_user(asked_with(code)))
    assert (told.value.status_code, told.value.log_message) == (503, None)


def test_it_does_not_start_without_what_the_hub_must_say(tmp_path: Path) -> None:
    with pytest.raises(ServerError) as told:
        hub_of({})
    assert len(told.value.faults) == 3
    with pytest.raises(ServerError):
        hub_of({**TOLD, "SOCDOM_HUBSLEUTEL": str(tmp_path / "weg")})
    (tmp_path / "sleutel").write_text("uit een bestand\n", encoding="utf-8")
    assert hub_of({**TOLD, "SOCDOM_HUBSLEUTEL": str(tmp_path / "sleutel")}).api_token == "uit een bestand"


def test_the_operator_chooses_it(tmp_path: Path) -> None:
    operations = Operations(Beheer.model_validate({"toegang": {"wijze": "hub"}}), tmp_path)
    assert identity_provider(operations) is HubVisitor
    assert asks_who(operations)
