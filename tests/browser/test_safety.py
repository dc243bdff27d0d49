"""What a visitor cannot do: run code, read files, change the template, keep a kernel."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from jupyter_client.session import Session
from jupyter_server.services.kernels.connection.base import serialize_msg_to_ws_v1
from playwright.sync_api import Browser, Page
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from socdom.dashboard.voila_patches import PROTOCOL
from tests.lib.browser import ROOT, SECRETS, Dashboard, environment, open_page, wait_until

pytestmark = pytest.mark.browser

FORBIDDEN = (
    "/voila/files/jeugd.ipynb",
    "/voila/files/figures.parquet",
    "/voila/files/logo.png",
    "/voila/render/jeugd.ipynb",
    "/voila/render/jeugd.ipynb?template=lab",
    "/voila/tree",
    "/voila/api/contents",
    "/voila/api/contents/jeugd.ipynb",
    "/jeugd.ipynb",
    "/files/jeugd.ipynb",
    "/api/kernels",
    "/api/contents",
    "/api/terminals",
    "/login",
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
    "/static/../../dashboard/server.py",
    "/static/..%2f..%2fdashboard%2fserver.py",
    "/static/%2e%2e/%2e%2e/dashboard/server.py",
    "/voila/static/../../../../../../etc/passwd",
    "/voila/templates/raad/static/../index.html.j2",
    "/voila/templates/..%2f..%2f..%2fetc/passwd",
    "/bestaat-niet",
)


@pytest.mark.parametrize("path", FORBIDDEN)
def test_address_is_refused_in_dutch(dashboard: Dashboard, path: str) -> None:
    status, headers, text = dashboard.get(path)
    assert status >= 400
    assert "root:" not in text
    if headers["Content-Type"].startswith("text/html"):
        assert '<html lang="nl">' in text
        assert "Naar het overzicht" in text
    assert "Traceback" not in text


@pytest.mark.parametrize(
    "path",
    ["/", "/over", "/static/raad.css", "/bestanden/cijfers.csv", "/bestaat-niet", "/voila/static/voila.js"],
)
def test_every_answer_has_the_safety_headers(dashboard: Dashboard, path: str) -> None:
    headers = dashboard.get(path)[1]
    policy = headers["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert "script-src 'self' 'unsafe-eval';" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in headers
    assert "Set-Cookie" not in headers


def test_documents_of_the_edition_are_offered(dashboard: Dashboard) -> None:
    status, headers, text = dashboard.get("/bestanden/cijfers.csv")
    assert (status, headers["Content-Disposition"]) == (
        200,
        'attachment; filename="2020-K4-sociaal-domein-cijfers-v1.0-concept.csv"',
    )
    assert text == (dashboard.edition / "cijfers.csv").read_bytes().decode()
    assert dashboard.get("/bestanden/kwartaalrapport.html")[0] == 200


@pytest.fixture(scope="module")
def theme(browser: Browser, dashboard: Dashboard) -> Iterator[Page]:
    """One theme page for all tests that look at what is behind it."""
    context = browser.new_context()
    page = context.new_page()
    open_page(page, dashboard.address + "schulden?kwartaal=2020Q3")
    yield page
    context.close()


def channels(dashboard: Dashboard, page: Page, *protocols: str) -> ClientConnection:
    """A connection to the kernel of a page, as a hostile visitor would make it."""
    kernel = json.loads(page.locator("#jupyter-config-data").text_content() or "")["kernelId"]
    address = f"ws://127.0.0.1:{dashboard.port}/api/kernels/{kernel}/channels?session_id={uuid.uuid4()}"
    return connect(address, subprotocols=[Subprotocol(protocol) for protocol in protocols] or None)


def send(connection: ClientConnection, kind: str, content: dict[str, object], channel: str) -> None:
    """Send a message to a channel of the kernel."""
    session = Session()
    connection.send(serialize_msg_to_ws_v1(session.msg(kind, content), channel, session.pack))


def answers(connection: ClientConnection) -> str:
    """Everything that comes back until the answer to an allowed question that is asked now."""
    send(connection, "kernel_info_request", {}, "shell")
    received = ""
    while "kernel_info_reply" not in received:
        part = connection.recv(timeout=20)
        received += part if isinstance(part, str) else part.decode("utf-8", "replace")
    return received


def test_visitor_cannot_run_code(theme: Page, dashboard: Dashboard, tmp_path: Path) -> None:
    mark = tmp_path / "uitgevoerd"
    code = f"open({str(mark)!r}, 'w').close()"
    with channels(dashboard, theme, PROTOCOL) as connection:
        for channel in ("shell", "control"):
            send(connection, "execute_request", {"code": code, "silent": False}, channel)
            expression = {"command": "evaluate", "arguments": {"expression": code}}
            send(connection, "debug_request", expression, channel)
        received = answers(connection)
    assert "execute_reply" not in received
    assert not mark.exists()


@pytest.mark.parametrize("protocols", [[], ["v1"], [f"x{PROTOCOL}"], [f"{PROTOCOL}x", "anders"]])
def test_only_one_framing_is_spoken(theme: Page, dashboard: Dashboard, protocols: list[str]) -> None:
    with pytest.raises(InvalidStatus, match="400"):
        channels(dashboard, theme, *protocols)


def test_the_framing_may_be_one_of_several(theme: Page, dashboard: Dashboard) -> None:
    with channels(dashboard, theme, "anders", PROTOCOL) as connection:
        assert connection.subprotocol == PROTOCOL


def test_visitor_reads_no_source_from_an_error(theme: Page, dashboard: Dashboard) -> None:
    state = {"_model_name": 1}
    broken = {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget", "data": {"state": state}}
    with channels(dashboard, theme, PROTOCOL) as connection:
        send(connection, "comm_open", broken, "shell")
        received = answers(connection)
    assert "site-packages" not in received
    assert "Traceback" not in received


def test_kernel_knows_little(theme: Page, dashboard: Dashboard) -> None:
    [kernel] = dashboard.kernels()
    known = environment(kernel)
    assert [name for name in known if name.startswith("SOCDOM")] == ["SOCDOM_EDITION"]
    assert known["SOCDOM_EDITION"] == str(dashboard.edition.resolve())
    assert not set(SECRETS) & set(known)
    assert not set(SECRETS.values()) & set(known.values())
    assert environment(dashboard.process)["SOCDOM_SLEUTEL"] == "geplante-sleutel"


def test_kernel_ends_with_its_page(theme: Page, dashboard: Dashboard) -> None:
    assert len(dashboard.kernels()) == 1
    theme.close(run_before_unload=True)
    wait_until(lambda: not dashboard.kernels(), "de kernel blijft bestaan", seconds=15)


def test_folder_with_notebooks_holds_nothing_else() -> None:
    kinds = {
        path.suffix for path in (ROOT / "notebooks" / "dashboard").iterdir() if not path.name.startswith(".")
    }
    assert kinds == {".ipynb"}
