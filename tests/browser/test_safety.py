"""What a visitor cannot do: run code, read files, reach the kernel of another, change the template, keep a kernel."""

from __future__ import annotations

import json
import socket
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import serialize_binary_message
from playwright.sync_api import Browser
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection

from socdom.dashboard.serving.messages import HEARD, LARGEST
from socdom.dashboard.serving.sockets import MOST_MESSAGES
from tests.lib.browser import ROOT, SECRETS, Dashboard, environment, open_live, wait_until
from tests.lib.visitor import (
    PROTOCOL,
    Page,
    ask,
    begin,
    choose,
    edition_of,
    framed,
    heard,
    named,
    states,
)

pytestmark = pytest.mark.browser

NO_KERNEL = "12345678-1234-1234-1234-123456789abc"
FORBIDDEN = (
    "/voila/files/jeugd.ipynb",
    "/voila/files/figures.parquet",
    "/voila/files/logo.png",
    "/voila/render/jeugd.ipynb",
    "/voila/render/jeugd.ipynb?template=lab",
    "/voila/tree",
    "/voila/api/contents",
    "/voila/api/contents/jeugd.ipynb",
    "/voila/static/voila.js",
    "/voila/static/../../../../../../etc/passwd",
    "/voila/templates/raad/static/../index.html.j2",
    "/voila/templates/..%2f..%2f..%2fetc/passwd",
    "/voila/labextensions/jupytext/package.json",
    f"/voila/query/{NO_KERNEL}",
    f"/voila/execution/{NO_KERNEL}",
    f"/voila/api/shutdown/{NO_KERNEL}",
    "/jeugd.ipynb",
    "/jeugd.py",
    "/files/jeugd.ipynb",
    "/api",
    "/api/kernels",
    f"/api/kernels/{NO_KERNEL}",
    "/api/kernelspecs",
    "/api/sessions",
    "/api/contents",
    "/api/terminals",
    "/api/security/csp-report",
    "/login",
    "/logout",
    "/lab",
    "/metrics",
    "/bestanden/",
    "/bestanden/figures.parquet",
    "/bestanden/manifest.json",
    "/bestanden/edition.json",
    "/bestanden/../figures.parquet",
    "/bestanden/..%2Ffigures.parquet",
    "/bestanden/kwartaalrapport.pdf",
    "/rapporten/",
    "/rapporten/2020Q4/",
    "/rapporten/2020Q4/kwartaalrapport.html",
    "/rapporten/2020Q4/figures.parquet",
    "/rapporten/../2020Q4/figures.parquet",
    "/rapporten/..%2F2020Q4%2Ffigures.parquet",
    "/cijfer/",
    "/cijfer/..%2Ffigures.csv",
    "/cijfer/figures.parquet",
    "/cijfer/bestaat_niet.csv",
    "/static/",
    "/static/../../dashboard/serving/server.py",
    "/static/..%2f..%2fdashboard%2fserving%2fserver.py",
    "/static/%2e%2e/%2e%2e/dashboard/serving/server.py",
    "/static//etc/passwd",
    "/kies/jeugd",
    "/kies/jeugd.ipynb",
    "/kies/..%2Fjeugd",
    f"/sluit/{NO_KERNEL}",
    f"/api/kernels/{NO_KERNEL}/channels",
    "/bestaat-niet",
    "//bestaat-niet",
    "http://kwaad.example/",
)


@pytest.mark.parametrize("path", FORBIDDEN)
def test_address_is_refused_in_dutch(dashboard: Dashboard, path: str) -> None:
    status, headers, text = dashboard.get(path)
    assert 400 <= status < 500
    assert "root:" not in text
    assert "Traceback" not in text
    if headers["Content-Type"].startswith("text/html"):
        assert '<html lang="nl"' in text
        assert "Naar het overzicht" in text
    else:
        assert json.loads(text) == {"fout": status}


@pytest.mark.parametrize(
    "path", ["/", "/jeugd", "/bestanden/cijfers.csv", "/static/raad.css", f"/sluit/{NO_KERNEL}"]
)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "FOUT", "POST"])
def test_one_can_read_and_nothing_else(dashboard: Dashboard, method: str, path: str) -> None:
    override = {"X-HTTP-Method-Override": "GET", "X-Method-Override": "GET", "Content-Length": "0"}
    status, headers, body = ask(dashboard.port, method, path, override)
    assert status in (404, 405)
    assert b"data-cijfer" not in body
    assert not [name for name in headers if name.startswith("Access-Control")]


ANSWERS = (
    ("GET", "/"), ("GET", "/jeugd"), ("HEAD", "/over"), ("GET", "/static/raad.css"), ("GET", "/bestanden/cijfers.csv"),
    ("GET", "/bestaat-niet"), ("POST", "/over"), ("POST", "/kies/jeugd"), ("GET", f"/api/kernels/{NO_KERNEL}/channels"),
)  # fmt: skip


@pytest.mark.parametrize(("method", "path"), ANSWERS)
def test_every_answer_has_the_safety_headers(dashboard: Dashboard, method: str, path: str) -> None:
    asked_by = {"Origin": dashboard.address.rstrip("/"), "Content-Length": "0"}
    headers = ask(dashboard.port, method, path, asked_by)[1]
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self';", "base-uri 'none'", "frame-ancestors 'none'"):
        assert part in policy
    assert "http" not in policy
    assert "eval" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert not {"Server", "Set-Cookie", "X-Powered-By"} & set(headers)
    assert not [name for name in headers if name.startswith("Access-Control")]


def test_documents_of_the_edition_are_offered(dashboard: Dashboard) -> None:
    status, headers, text = dashboard.get("/bestanden/cijfers.csv")
    assert (status, headers["Content-Disposition"]) == (
        200,
        'attachment; filename="2020-K4-sociaal-domein-cijfers-v1.0-concept.csv"',
    )
    assert text == (dashboard.edition / "cijfers.csv").read_bytes().decode()
    assert dashboard.get("/bestanden/kwartaalrapport.html")[0] == 200


@pytest.mark.parametrize("host", ["kwaad.example", "127.0.0.1.kwaad.example", "localhost.kwaad.example:80"])
def test_under_the_name_of_another_site_there_is_nothing(dashboard: Dashboard, host: str) -> None:
    """A page of another site can let its own name point to our address ("DNS rebinding")."""
    for path in ("/", "/jeugd", "/bestanden/cijfers.csv", f"/api/kernels/{NO_KERNEL}/channels"):
        status, _, body = ask(dashboard.port, "GET", path, {"Host": host})
        assert status == 421
        assert b"data-cijfer" not in body
        assert b"WK9999" not in body


def test_a_page_of_another_site_starts_no_kernel(dashboard: Dashboard) -> None:
    edition = edition_of(dashboard.port, "jeugd")
    for other in ({"Origin": "https://kwaad.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        asked_by = {"X-Editie": edition, "Content-Length": "0", **other}
        status, _, body = ask(dashboard.port, "POST", "/kies/jeugd", asked_by)
        assert (status, json.loads(body)) == (403, {"fout": 403})
    for headers, expected in (({"X-Editie": "2019Q1"}, 409), ({}, 409)):
        assert ask(dashboard.port, "POST", "/kies/jeugd", {"Content-Length": "0", **headers})[0] == expected
    for query in ("wijk=BU99990101", "kwartaal=1999Q1", "cijfer=geheim"):
        asked_by = {"X-Editie": edition, "Content-Length": "0"}
        assert ask(dashboard.port, "POST", f"/kies/jeugd?{query}", asked_by)[0] == 404
    assert dashboard.kernels() == []


def test_a_large_request_is_not_read(dashboard: Dashboard) -> None:
    for head in ({"X-Lang": "a" * 200_000}, {"Content-Length": str(10**9)}):
        with socket.create_connection(("127.0.0.1", dashboard.port), timeout=20) as line:
            told = "".join(f"{name}: {value}\r\n" for name, value in head.items())
            try:
                line.sendall(f"POST /sluit/{NO_KERNEL} HTTP/1.1\r\nHost: localhost\r\n{told}\r\n".encode())
                assert line.recv(100) in (b"", *(b"HTTP/1.1 400 Bad Request\r\n\r\n",))
            except ConnectionError:
                pass  # it hung up before we were done
    assert dashboard.get("/")[0] == 200


@pytest.fixture
def page(dashboard: Dashboard) -> Iterator[Page]:
    """A page that began to choose; its kernel is gone when the test is over."""
    begun = begin(dashboard.port, "schulden", "kwartaal=2020Q3")
    yield begun
    ask(dashboard.port, "POST", f"/sluit/{begun.kernel}", body=begun.key.encode())
    wait_until(lambda: not dashboard.kernels(), "een kernel blijft bestaan", seconds=15)


def refused(page: Page, *protocols: str, **options: Any) -> int:
    """Status with which a connection is refused; fails when it is made."""
    with pytest.raises(InvalidStatus) as answer, page.socket(*protocols, **options):
        raise AssertionError("de verbinding kwam tot stand")
    return answer.value.response.status_code


def test_a_kernel_of_another_does_not_exist(page: Page, dashboard: Dashboard) -> None:
    """Who knows the number of a kernel knows nothing: no connection, no end, no difference with one there is not."""
    other = begin(dashboard.port, "schulden")
    try:
        for key in ("", "sleutel.", "sleutel.x", f"sleutel.{other.key}", f"sleutel.{page.key}x", other.key):
            assert refused(page, PROTOCOL, key) == 404
        none = Page(page.port, NO_KERNEL, "", page.key)
        assert refused(none) == 404
        ends = [
            ask(page.port, "POST", f"/sluit/{number}", body=key)
            for number in (page.kernel, NO_KERNEL)
            for key in (b"", b"x", other.key.encode(), b"\xff" * 300)
        ]
        known = [(status, body) for status, _, body in ends]
        assert known == [(404, b'{"fout": 404}')] * 8
        for method in ("GET", "DELETE", "POST"):
            assert ask(page.port, method, f"/api/kernels/{page.kernel}", {"Content-Length": "0"})[0] == 404
        assert len(dashboard.kernels()) == 2
    finally:
        assert ask(page.port, "POST", f"/sluit/{other.kernel}", body=other.key.encode())[0] == 204


def test_a_kernel_has_one_connection_and_ends_with_it(page: Page, dashboard: Dashboard) -> None:
    with page.socket() as connection:
        assert connection.subprotocol == PROTOCOL
        assert not {"server", "set-cookie"} & {name.lower() for name in connection.response.headers}
        assert page.key not in str(connection.response.headers)
        assert states(connection)
        assert refused(page) == 404
        assert states(connection), "de tweede poging stoort de eerste"
    wait_until(lambda: not dashboard.kernels(), "de kernel blijft bestaan", seconds=15)
    assert refused(page) == 404


@pytest.mark.parametrize("protocols", [[""], ["v1"], [f"x{PROTOCOL}"], [f"{PROTOCOL}x", "anders"]])
def test_only_one_framing_is_spoken(page: Page, protocols: list[str]) -> None:
    assert refused(page, *protocols, f"sleutel.{page.key}") == 400
    assert refused(page, PROTOCOL, f"sleutel.{page.key}", session="a%20b") == 400
    assert refused(page, PROTOCOL, f"sleutel.{page.key}", session="a" * 65) == 400


def test_a_page_of_another_site_gets_no_connection(page: Page) -> None:
    assert refused(page, origin="https://kwaad.example") == 403


RUN = {
    "silent": False,
    "store_history": False,
    "user_expressions": {},
    "allow_stdin": False,
    "stop_on_error": False,
}


def hostile(mark: Path) -> Iterator[bytes | str]:
    """Everything that would run code or reach further, in every framing and over every channel."""
    code = f"open({str(mark)!r}, 'w').close()"
    run, right = {"code": code, **RUN}, {"comm_id": "a", "data": {"method": "request_states"}}
    session = Session()
    for channel in ("shell", "control", "stdin", "iopub", ""):
        for kind in (
            "execute_request",
            "debug_request",
            "complete_request",
            "inspect_request",
            "shutdown_request",
        ):
            asked = {**run, "command": "evaluate", "arguments": {"expression": code}, "restart": False}
            yield framed(kind, asked, channel=channel)
            yield framed(kind, asked, {"subshell_id": "a"}, channel)
            message = session.msg(kind, asked) | {"channel": channel, "buffers": []}
            text = json.dumps(message, default=str)
            yield text
            yield serialize_binary_message(json.loads(text) | {"buffers": [b"a"]})
            # A name twice, and the kind outside the header.
            yield text.replace('"msg_type"', '"msg_type": "comm_msg", "msg_type"')
            yield framed("comm_msg", run, channel=channel, **{"msg_type": kind})
            yield framed("comm_msg", right | run, {"msg_type": kind}, channel)
    yield from (b"", b"\xff" * 500, (10**17).to_bytes(8, "little") + b"a" * 400, "{}", "[" * 1000)


@pytest.mark.parametrize("compression", [None, "deflate"])
def test_visitor_cannot_run_code(page: Page, tmp_path: Path, compression: str | None) -> None:
    mark = tmp_path / "uitgevoerd"
    received: list[bytes] = []
    asked = list(hostile(mark))
    assert len(asked) > 150
    for number in range(0, len(asked), MOST_MESSAGES - 10):
        if number:
            page = begin(page.port, "schulden")
        with page.socket(compression=compression) as connection:
            for message in asked[number : number + MOST_MESSAGES - 10]:
                connection.send(message)
            assert len(states(connection, received)) > 5
    assert {heard(frame)[0] for frame in received} <= HEARD
    assert not mark.exists()


def test_visitor_makes_no_widget_and_sets_no_state(page: Page) -> None:
    """Hidden and disabled widgets, those of any class, and values outside the lists."""
    received: list[bytes] = []
    with page.socket() as connection:
        before = states(connection, received)
        classes = [name for name in dir(ipywidgets) if isinstance(getattr(ipywidgets, name), type)]
        assert {"Text", "Image", "FileUpload", "Button", "Output"} <= set(classes)
        for name in [*classes, "ImageModel", "Onbekend"][: MOST_MESSAGES // 2]:
            state = {
                "_model_name": f"{name}Model",
                "_model_module": "@jupyter-widgets/controls",
                "value": "x",
            }
            made = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget", "data": {"state": state}}
            connection.send(framed("comm_open", made, {"version": "2.1.0"}))
        for model in list(before)[:20]:
            wild = {
                "value": "<b>wild</b>",
                "disabled": False,
                "children": [],
                "layout": "IPY_MODEL_x",
                "_options_labels": ["x"],
            }
            data = {"method": "update", "state": wild, "buffer_paths": []}
            connection.send(framed("comm_msg", {"comm_id": model, "data": data}))
        assert states(connection, received) == before
        period = named(before, "kies-kwartaal")
        for index in (-1, 10**6, 9999, None, True, "1", 1.0, [0], {"a": 1}):
            choose(connection, period, index)
        assert states(connection, received) == before
        choose(connection, period, before[period]["index"] + 1)
        assert states(connection, received)[period]["index"] == before[period]["index"] + 1
    text = b"".join(received)
    assert {heard(frame)[0] for frame in received} <= HEARD
    assert b"Traceback" not in text
    assert b"site-packages" not in text
    assert b"wild" not in text


def end_of(connection: ClientConnection) -> int:
    """The code with which the server ends a connection."""
    with pytest.raises(ConnectionClosed) as closed:
        for _ in iter(lambda: connection.recv(timeout=20), None):
            pass
    return closed.value.rcvd.code if closed.value.rcvd else 1006


def test_who_says_too_much_or_too_often_loses_the_connection(page: Page, dashboard: Dashboard) -> None:
    with page.socket() as connection:
        connection.send(b"a" * (LARGEST + 1))
        assert end_of(connection) in (1006, 1009)
    often = begin(dashboard.port, "schulden")
    with often.socket() as connection:
        for _ in range(MOST_MESSAGES + 1):
            connection.send(b"a")
        assert end_of(connection) == 1008
    wait_until(lambda: not dashboard.kernels(), "de kernel blijft bestaan", seconds=15)


def test_kernel_knows_little(page: Page, dashboard: Dashboard) -> None:
    [kernel] = dashboard.kernels()
    known = environment(kernel)
    assert [name for name in known if name.startswith("SOCDOM")] == ["SOCDOM_EDITION"]
    assert known["SOCDOM_EDITION"] == str(dashboard.edition.resolve())
    assert not set(SECRETS) & set(known)
    assert not set(SECRETS.values()) & set(known.values())
    assert page.key not in known.values()
    assert environment(dashboard.process)["GEPLANT_WACHTWOORD"] == "geplant"


def test_kernel_ends_with_its_page(browser: Browser, dashboard: Dashboard) -> None:
    context = browser.new_context()
    tab = context.new_page()
    asked: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("websocket", lambda line: asked.append(line.url))
    open_live(tab, dashboard.address + "schulden")
    assert len(dashboard.kernels()) == 1
    tab.close(run_before_unload=True)
    wait_until(lambda: not dashboard.kernels(), "de kernel blijft bestaan", seconds=15)
    context.close()
    assert any("/channels" in url for url in asked)
    assert not [url for url in asked if "sleutel" in url.lower()], "de sleutel staat in een adres"


def test_folder_with_notebooks_holds_nothing_else() -> None:
    kinds = {
        path.suffix for path in (ROOT / "notebooks" / "dashboard").iterdir() if not path.name.startswith(".")
    }
    assert kinds == {".ipynb"}


@pytest.mark.long
def test_who_sends_a_request_letter_by_letter_is_cut_off(dashboard: Dashboard) -> None:
    began = time.monotonic()
    with socket.create_connection(("127.0.0.1", dashboard.port), timeout=100) as line:
        line.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nX-A: ")
        try:
            while time.monotonic() - began < 90:
                line.sendall(b"a")
                time.sleep(2)
        except ConnectionError:
            pass
    assert 30 < time.monotonic() - began < 80
