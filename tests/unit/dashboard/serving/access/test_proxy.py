"""Who the proxy names is believed when it shows that it is the proxy, from this machine; and is never kept by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tornado.httputil import HTTPHeaders, HTTPServerRequest

from socdom.dashboard.serving.access.proxy import LastSeen, ProxyVisitor, read_secret
from socdom.dashboard.serving.operations import Operations
from socdom.errors import ServerError
from socdom.parameters.beheer import Beheer
from socdom.parameters.sso import Sso
from socdom.parameters.toegang import Toegang
from tests.lib.peers import request_from

SECRET = "0123456789abcdef" * 4
NAME = "Anna.de.Vries@lindeveen.example"
SHOWN = {"X-Socdom-Proxy": SECRET, "X-Forwarded-User": NAME}


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "proxygeheim"
    path.write_text(f"{SECRET}\n", encoding="ascii")
    path.chmod(0o640)
    return path


def provider(secret: Path, **settings: Any) -> ProxyVisitor:
    sso = Sso(geheim=str(secret), **settings)
    chosen = Operations(Beheer(toegang=Toegang(wijze="sso", sso=sso)), secret.parent)

    class Here(ProxyVisitor):
        operations = chosen  # type: ignore[assignment]

    return Here()


def asked(headers: dict[str, str] | HTTPHeaders, peer: str = "127.0.0.1") -> HTTPServerRequest:
    return request_from(peer, headers)


def test_who_the_proxy_names_is_a_reader_without_a_name(secret: Path) -> None:
    found = provider(secret).reader(asked(SHOWN))
    assert found is not None
    assert found.account
    told = repr(found).casefold()
    assert not any(part in told for part in ("anna", "vries", "lindeveen"))


def test_the_same_person_is_the_same_and_another_is_another(secret: Path) -> None:
    here = provider(secret)
    names = [NAME, NAME.upper(), f" {NAME} ", "bob@lindeveen.example"]
    found = [here.reader(asked(SHOWN | {"X-Forwarded-User": name})) for name in names]
    accounts = [reader.account for reader in found if reader]
    assert len(accounts) == 4
    assert accounts[0] == accounts[1] == accounts[2] != accounts[3]


def test_after_a_restart_the_number_of_a_person_is_another(secret: Path) -> None:
    found = [provider(secret).reader(asked(SHOWN)) for _ in range(2)]
    assert None not in found
    assert len({reader.account for reader in found if reader}) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-User": NAME},
        {"X-Forwarded-User": NAME, "X-Socdom-Proxy": ""},
        {"X-Forwarded-User": NAME, "X-Socdom-Proxy": SECRET[:-1]},
        {"X-Forwarded-User": NAME, "X-Socdom-Proxy": SECRET + "0"},
        {"X-Forwarded-User": NAME, "X-Socdom-Proxy": f"{SECRET},{SECRET}"},
        {"X-Forwarded-User": NAME, "X-Socdom-Proxy": "é" * 64},
        {"X-Forwarded-User": NAME, "X-Socdom-Proxy": SECRET.upper()},
        {"X-Socdom-Proxy": SECRET},
        {"X-Socdom-Proxy": SECRET, "X-Forwarded-User": "  "},
        {"X-Socdom-Proxy": SECRET, "X-Forwarded-User": "a" * 321},
        {"X-Socdom-Proxy": SECRET, "X-Forwarded-User": "an\x7fna"},
        {"X-Socdom-Proxy": SECRET, "X-Forwarded-Email": NAME},
        {"X-Socdom-Proxy": SECRET, "Remote-User": NAME, "Authorization": "token x"},
    ],
)
def test_anything_less_is_nobody(secret: Path, headers: dict[str, str]) -> None:
    assert provider(secret).reader(asked(headers)) is None


def test_a_secret_said_twice_is_not_the_secret(secret: Path) -> None:
    headers = HTTPHeaders(SHOWN)
    headers.add("X-Socdom-Proxy", SECRET)
    assert provider(secret).reader(asked(headers)) is None


@pytest.mark.parametrize("peer", ["192.0.2.1", "10.0.0.8", "2001:db8::1"])
def test_from_another_machine_the_right_secret_is_not_enough(secret: Path, peer: str) -> None:
    assert provider(secret).reader(asked(SHOWN, peer)) is None


@pytest.mark.parametrize(
    ("groups", "allowed"),
    [("raad", True), ("sport, griffie", True), ("sport,raad ", True), ("", False), ("raadzaal", False), ("RAAD", False),
     ("sport", False), ("raad;griffie", False)],
)  # fmt: skip
def test_only_who_is_in_one_of_the_groups(secret: Path, groups: str, allowed: bool) -> None:
    here = provider(secret, groepen=["raad", "griffie"])
    assert (here.reader(asked(SHOWN | {"X-Forwarded-Groups": groups})) is not None) == allowed


def test_another_proxy_may_use_another_header(secret: Path) -> None:
    here = provider(secret, kop="X-Auth-Request-Email")
    assert here.reader(asked({"X-Socdom-Proxy": SECRET, "X-Auth-Request-Email": NAME})) is not None
    assert here.reader(asked(SHOWN)) is None


def test_who_asks_nothing_any_more_is_asked_again(secret: Path) -> None:
    here = provider(secret)
    reader = here.reader(asked(SHOWN))
    assert reader is not None
    assert here.is_known(reader.username)
    assert not here.is_known("lezer")
    # Nobody logged in for another server, or before this one started.
    assert not provider(secret).is_known(reader.username)


def test_logging_out_ends_the_session_of_the_proxy(secret: Path) -> None:
    assert provider(secret).end(asked(SHOWN)) == "/melding/uitloggen.html"
    assert provider(secret, uitloggen="/af/").end(asked(SHOWN)) == "/af/"


def test_lately_ends_and_what_is_old_is_forgotten() -> None:
    moment = [0.0]
    seen = LastSeen(60, lambda: moment[0])
    seen.now("a")
    moment[0] = 30
    seen.now("b")
    moment[0] = 59
    assert seen.lately("a")
    moment[0] = 61
    assert not seen.lately("a")
    assert seen.lately("b")
    seen.now("b")
    moment[0] = 110
    assert seen.lately("b")
    seen.now("c")
    assert vars(seen)["_seen"].keys() == {"b", "c"}


class TestSecret:
    def test_without_the_file_the_server_does_not_start(self, tmp_path: Path) -> None:
        with pytest.raises(ServerError, match="is er niet of is niet te lezen"):
            read_secret(tmp_path / "weg")

    def test_a_file_for_everybody_is_refused(self, secret: Path) -> None:
        secret.chmod(0o644)
        with pytest.raises(ServerError, match="iedereen op deze computer"):
            read_secret(secret)

    @pytest.mark.parametrize(
        "text", ["", "kort", "a" * 31, "a" * 257, f"{SECRET}\n{SECRET}", '"' + "a" * 40 + '"']
    )
    def test_what_is_no_secret_is_refused_and_never_told(self, secret: Path, text: str) -> None:
        secret.write_text(text, encoding="ascii")
        with pytest.raises(ServerError, match="letters en cijfers") as refused:
            read_secret(secret)
        assert "aaaa" not in str(refused.value)

    def test_the_end_of_the_line_does_not_belong_to_it(self, secret: Path) -> None:
        assert read_secret(secret) == SECRET.encode()
