"""The configuration of nginx in the real nginx: what comes through to the dashboard, what does not, what is written down."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.lib.browser import free_port
from tests.lib.echo import running_echo
from tests.lib.nginx import DEPLOY, NAME, Nginx, running_nginx

KERNEL = "/api/kernels/12345678-1234-1234-1234-123456789abc/channels"
UPGRADE = {"Upgrade": "websocket", "Connection": "Upgrade"}
# What programmes behind a proxy have believed, somewhere, sometime.
NAMES_OF_SOMEBODY = (
    "Authorization", "Forwarded", "From", "Proxy", "Proxy-Authorization", "Remote-Addr", "Remote-Email",
    "Remote-Groups", "Remote-User", "True-Client-Ip", "X-Auth-Request-Email", "X-Auth-Request-Groups",
    "X-Auth-Request-User", "X-Client-Ip", "X-Cluster-Client-Ip", "X-Forwarded-Email", "X-Forwarded-For",
    "X-Forwarded-Groups", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Preferred-Username",
    "X-Forwarded-Proto", "X-Forwarded-Server", "X-Forwarded-User", "X-Http-Method-Override", "X-Original-Url",
    "X-Real-Ip", "X-Remote-User", "X-Request-Id", "X-Rewrite-Url", "X-Scheme", "X-Socdom-Proxy",
)  # fmt: skip


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """nginx before a server that says back what it was asked."""
    with running_echo() as port, running_nginx(tmp_path_factory.mktemp("nginx"), port) as running:
        yield running


@pytest.fixture(scope="module")
def without_dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """nginx before nothing."""
    with running_nginx(tmp_path_factory.mktemp("dicht"), free_port()) as running:
        yield running


def passed_on(nginx: Nginx, path: str = "/", **headers: str) -> dict[str, Any]:
    """What the server behind nginx was asked."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    status, _, body = nginx.ask(path, headers=named)
    assert status == 200
    found: dict[str, Any] = json.loads(body)
    found["headers"] = {name.lower(): value for name, value in found["headers"]}
    return found


def handshake(nginx: Nginx, *options: str) -> str:
    """What `openssl` tells of a connection; "" when there is none."""
    command = ["openssl", "s_client", "-connect", f"{NAME}:{nginx.port}", "-brief", *options]
    run = subprocess.run(command, input="", capture_output=True, text=True, timeout=60)
    return run.stdout + run.stderr if run.returncode == 0 else ""


def test_without_tls_one_is_sent_to_the_name_of_the_dashboard(nginx: Nginx) -> None:
    with socket.create_connection(("127.0.0.1", nginx.plain_port)) as line:
        line.sendall(b"GET /jeugd?wijk=1 HTTP/1.1\r\nHost: kwaad.example\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: line.recv(4096), b"")).decode()
    assert answer.startswith("HTTP/1.1 308 ")
    assert f"Location: https://{NAME}/jeugd?wijk=1\r\n" in answer
    assert "kwaad" not in answer


@pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
def test_safe_versions_of_tls_are_spoken(nginx: Nginx, version: str) -> None:
    told = handshake(nginx, version)
    assert f"Protocol version: TLSv{version[4:].replace('_', '.')}" in told
    assert "GCM" in told or "CHACHA20" in told


@pytest.mark.parametrize(
    "weak",
    [
        ("-tls1", "-cipher", "ALL:@SECLEVEL=0"),
        ("-tls1_1", "-cipher", "ALL:@SECLEVEL=0"),
        ("-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-SHA:@SECLEVEL=0"),
        ("-tls1_2", "-cipher", "ECDHE-ECDSA-AES256-SHA384:@SECLEVEL=0"),
        ("-tls1_2", "-cipher", "ECDHE-ECDSA-AES128-CCM:@SECLEVEL=0"),
        ("-tls1_2", "-groups", "secp521r1"),
    ],
)
def test_what_is_weak_is_not(nginx: Nginx, weak: tuple[str, ...]) -> None:
    assert handshake(nginx, *weak) == ""


def test_a_browser_is_told_to_come_back_over_tls_only(nginx: Nginx, without_dashboard: Nginx) -> None:
    for server, path in ((nginx, "/"), (nginx, "/melding/druk.html"), (without_dashboard, "/")):
        headers = server.ask(path)[1]
        assert headers["Strict-Transport-Security"] == "max-age=31536000"
        assert headers["Server"] == "nginx"


@pytest.mark.parametrize("name", NAMES_OF_SOMEBODY)
def test_what_a_visitor_says_of_himself_does_not_arrive(nginx: Nginx, name: str) -> None:
    """In no spelling; also not where it becomes part of what nginx says itself."""
    for spelled in (name, name.lower(), name.upper(), name.replace("-", "_")):
        sent = passed_on(nginx, **{spelled: "192.0.2.66"})["headers"]
        kept = {key: value for key, value in sent.items() if "192.0.2.66" in value}
        # These say who a visitor claims to be to others; nothing of ours reads them.
        assert set(kept) <= {
            "from",
            "proxy-authorization",
            "remote-addr",
            "true-client-ip",
            "x-cluster-client-ip",
        }


def test_nginx_says_where_a_visitor_came_from(nginx: Nginx) -> None:
    sent = passed_on(nginx)["headers"]
    assert sent["x-forwarded-for"] == "127.0.0.1"
    assert sent["x-forwarded-proto"] == "https"
    assert sent["host"] == f"{NAME}:{nginx.port}"
    numbers = {passed_on(nginx)["headers"]["x-request-id"] for _ in range(3)}
    assert len(numbers) == 3
    assert not {
        "x-forwarded-user",
        "x-forwarded-groups",
        "x-socdom-proxy",
        "upgrade",
        "accept-encoding",
    } & set(sent)


def test_only_a_choice_becomes_a_websocket(nginx: Nginx) -> None:
    sent = passed_on(nginx, KERNEL, **UPGRADE)["headers"]
    assert (sent["upgrade"], sent["connection"]) == ("websocket", "upgrade")
    for path in ("/", "/jeugd", "/api/kernels", "/api/kernels/../../jeugd", f"/jeugd{KERNEL}", KERNEL + "x"):
        assert "upgrade" not in passed_on(nginx, path, **UPGRADE)["headers"], path
    assert "upgrade" not in passed_on(nginx, KERNEL, Upgrade="h2c", Connection="Upgrade")["headers"]


@pytest.mark.parametrize(
    ("path", "compressed"),
    [("/", True), ("/jeugd?wijk=1", True), ("/static/raad.css", True), ("/inloggen", False),
     ("/uitnodiging/abc", False), ("/kies/jeugd", False), ("/zoeken?zoek=a", False), ("/vraag?pagina=jeugd", False),
     ("/reactie", False), ("/zoekend", True)],
)  # fmt: skip
def test_what_holds_a_secret_or_says_back_what_was_asked_is_not_compressed(
    nginx: Nginx, path: str, compressed: bool
) -> None:
    _, headers, body = nginx.ask(path, headers={"Accept-Encoding": "gzip"})
    assert (headers.get("Content-Encoding") == "gzip") == compressed
    text = gzip.decompress(body) if compressed else body
    assert json.loads(text)["path"] == path
    assert headers["Cache-Control"] == "no-cache"
    if compressed:
        assert len(body) < len(text) / 3
        assert headers["Vary"] == "Accept-Encoding"


def test_a_body_is_no_larger_than_a_choice_needs(nginx: Nginx) -> None:
    assert nginx.ask("/kies/jeugd", "POST", body=b"a" * 64 * 1024)[0] == 200
    status, headers, body = nginx.ask("/kies/jeugd", "POST", body=b"a" * (64 * 1024 + 1))
    assert status == 413
    assert "Dit verzoek kunnen wij niet beantwoorden" in body.decode()
    assert headers["Content-Security-Policy"].startswith("default-src 'none'")


def test_a_head_that_never_ends_is_refused_in_dutch(nginx: Nginx) -> None:
    status, _, body = nginx.ask("/", headers={"X-Lang": "a" * 40_000})
    assert status == 400
    assert "Dit verzoek kunnen wij niet beantwoorden" in body.decode()


def test_without_a_dashboard_one_reads_so(without_dashboard: Nginx) -> None:
    for method, path in (("GET", "/jeugd?wijk=1"), ("POST", "/kies/jeugd"), ("GET", KERNEL)):
        status, headers, body = without_dashboard.ask(path, method)
        assert status == 503
        assert "Het dashboard is er nu niet" in body.decode()
        assert headers["Retry-After"] == "60"
        assert headers["Cache-Control"] == "no-store"
        assert "127.0.0.1" not in body.decode()
    style = without_dashboard.ask("/melding/melding.css")
    assert (style[0], style[1]["Content-Type"]) == (200, "text/css")


def test_of_the_folder_of_nginx_nobody_sees_more_than_its_pages(nginx: Nginx) -> None:
    for path in (
        "/melding/../naam.conf",
        "/melding/..%2fnaam.conf",
        "/melding..%2fnaam.conf",
        "/melding../naam.conf",
    ):
        status, _, body = nginx.ask(path)
        assert b"ssl_certificate" not in body
        assert status in (200, 400, 404)
    for path in ("/melding/", "/melding/weg.html"):
        status, _, body = nginx.ask(path)
        assert status in (403, 404)
        assert "Dit verzoek kunnen wij niet beantwoorden" in body.decode()


def test_who_asks_too_often_is_asked_to_wait(nginx: Nginx) -> None:
    answers = nginx.ask_again("/inloggen", 300)
    assert answers[:80] == [200] * 80
    assert answers.count(429) > 50
    nginx.ask_again("/inloggen", 20)
    status, headers, body = nginx.ask("/inloggen")
    assert status == 429
    assert headers["Retry-After"] == "60"
    assert "Er komen nu te veel vragen" in body.decode()
    # Another visitor does not wait for that.
    assert nginx.ask_again("/inloggen", 20, "127.0.0.9") == [200] * 20
    # Pages are counted apart, so somebody who guesses does not close them for a town hall.
    assert nginx.ask("/jeugd")[0] == 200


def test_a_full_council_reads_at_once(nginx: Nginx) -> None:
    """Forty readers behind one address, with twelve files each."""
    assert set(nginx.ask_again("/static/raad.css", 480)) == {200}


def test_logs_say_nothing_about_who_asked_or_for_what(nginx: Nginx, without_dashboard: Nginx) -> None:
    agent = {
        "User-Agent": "Browser van Anna",
        "Referer": "https://intranet.example/anna",
        "Cookie": "sessie=geheim",
    }
    for server in (nginx, without_dashboard):
        for path in ("/jeugd?wijk=Geheimwijk", "/uitnodiging/geheimecode", "/zoeken?zoek=anna", "/Anna/de%20Vries",
                     f"{KERNEL}?session_id=geheim", "/oauth2/callback?code=geheim"):  # fmt: skip
            server.ask(path, headers=agent)
        server.ask("/kies/jeugd", "POST", headers=agent, body=b"a" * 70_000)
        server.ask("/", headers={"X-Lang": "a" * 40_000})
    for server in (nginx, without_dashboard):
        logged = server.logged()
        assert '"pad":"/uitnodiging/"' in logged
        assert '"pad":"/jeugd"' in logged
        for secret in ("127.0.0.1", "anna", "geheim", "browser", "intranet", "?", "12345678-"):
            assert secret not in logged.lower(), secret


def test_a_line_of_the_log_is_json(nginx: Nginx) -> None:
    nginx.ask("/jeugd")
    lines = (nginx.folder / "log" / "socdom.log").read_text(encoding="utf-8").splitlines()
    assert {frozenset(json.loads(line)) for line in lines} == {
        frozenset({"tijd", "methode", "pad", "status", "bytes", "seconden", "nummer"})
    }


@pytest.mark.long
def test_who_says_nothing_loses_the_line(nginx: Nginx) -> None:
    """Slow heads and slow bodies keep a line for ten seconds, not for ever."""
    context = ssl.create_default_context(cafile=str(nginx.certificate))
    starts = (b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ", b"POST /kies/jeugd HTTP/1.1\r\nHost: localhost\r\n"
              b"Content-Length: 100\r\n\r\na")  # fmt: skip
    for start in starts:
        with (
            socket.create_connection((NAME, nginx.port)) as plain,
            context.wrap_socket(plain, server_hostname=NAME) as line,
        ):
            begun = time.monotonic()
            line.sendall(start)
            line.settimeout(30)
            while line.recv(4096):
                pass
            assert 8 < time.monotonic() - begun < 20


def test_every_file_says_in_dutch_what_an_administrator_does_with_it() -> None:
    files = [*(DEPLOY / "nginx").glob("*.conf"), DEPLOY / "nginx" / "naam.voorbeeld"]
    assert len(files) >= 8
    for path in files:
        assert path.read_text(encoding="utf-8").startswith("# "), path.name
