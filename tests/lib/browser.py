"""A running dashboard and a browser, for tests that drive real pages."""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from playwright.sync_api import Browser, Page, Playwright

from socdom.dashboard.kernels.process import KERNEL_NAME

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = ROOT / "notebooks" / "dashboard"
CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE_OPTIONS = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
PATIENCE = 60.0
# Planted in the environment of the server; a kernel must not know them.
SECRETS = {
    "SOCDOM_SLEUTEL": "geplante-sleutel",
    "SOCDOM_DATA": "geplante-map",
    "GEPLANT_WACHTWOORD": "geplant",
}
_SERVE = """
import sys
from pathlib import Path
from socdom.dashboard.serving.operations import Operations
from socdom.dashboard.serving.server import serve
from socdom.parameters.beheer import load_beheer
edition, notebooks, parameters, kept = map(Path, sys.argv[3:])
ahead = sys.argv[2] == "vooruit"
serve(edition, notebooks, Operations(load_beheer(parameters), kept), port=int(sys.argv[1]), draw_ahead=ahead)
"""


@dataclass(frozen=True)
class Dashboard:
    """A dashboard that runs in its own process."""

    port: int
    process: int
    edition: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def get(self, path: str) -> tuple[int, dict[str, str], str]:
        """Status, headers and text of an address exactly as written: nothing is tidied as a browser would."""
        status, headers, body = self.ask("GET", path)
        return status, headers, body.decode("utf-8", "replace")

    def ask(
        self, method: str, path: str, headers: Mapping[str, str] = MappingProxyType({})
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and bytes of the answer to a request of any kind."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, headers=dict(headers))
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        finally:
            connection.close()

    def kernels(self) -> list[int]:
        """Process numbers of the kernels that run now, forked ones and others."""
        return [pid for pid in _descendants(self.process) if _name(pid) == KERNEL_NAME]


@contextmanager
def running_dashboard(
    edition: Path,
    *,
    notebooks: Path = NOTEBOOKS,
    variables: Mapping[str, str] = os.environ,
    log: Path | None = None,
    parameters: Path = Path("geen parameters"),
    kept: Path = Path("niets bewaard"),
    draw_ahead: bool = False,
    port: int = 0,
) -> Iterator[Dashboard]:
    """Serve an edition on a free port until the block ends.

    Args:
        notebooks: folder with the notebooks of the theme pages.
        variables: environment of the server, besides SECRETS.
        log: file for all it prints; without one it prints as the tests do.
        parameters: folder with a `beheer.yml`; without that file all is as by default.
        kept: folder for accounts, counts of use and the journal.
        draw_ahead: draw what readers can choose before anybody does, as a server does.
        port: a free one for 0.
    """
    port, ahead = port or free_port(), "vooruit" if draw_ahead else "niet"
    command = [sys.executable, "-c", _SERVE, *map(str, (port, ahead, edition, notebooks, parameters, kept))]
    with ExitStack() as stack:
        output = stack.enter_context(log.open("wb")) if log else None
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env={**variables, **SECRETS},
            stdout=output,
            stderr=output and subprocess.STDOUT,
        )
        dashboard = Dashboard(port, process.pid, edition)
        try:
            wait_until(lambda: process.poll() is None and _answers(dashboard), "het dashboard start niet")
            yield dashboard
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium without a screen."""
    assert CHROMIUM.is_file(), (
        f"{CHROMIUM} ontbreekt. Installeer het pakket chromium; deze tests slaan niets over."
    )
    return playwright.chromium.launch(executable_path=str(CHROMIUM), args=CHROMIUM_FLAGS)


def open_page(page: Page, address: str) -> None:
    """Go to a page; it is ready at once."""
    page.goto(address, wait_until="domcontentloaded")
    page.locator("main h1").wait_for(state="visible")


def open_live(page: Page, address: str) -> None:
    """Go to a page with choices and begin to choose, as one does: by going to the first select."""
    open_page(page, address)
    page.locator("#kiezen select").first.focus()
    wait_for_answer(page)


def wait_for_answer(page: Page) -> None:
    """Wait until the page shows what is chosen, and a kernel is there for the next choice."""
    page.locator("#kiezen[data-stand=klaar]").wait_for(timeout=PATIENCE * 1000)


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition: Callable[[], bool], otherwise: str, seconds: float = PATIENCE) -> None:
    """Wait for something to become true; fails with a sentence when it does not."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, otherwise
        time.sleep(0.1)


def environment(pid: int) -> dict[str, str]:
    """The environment a process was started with."""
    pairs = Path(f"/proc/{pid}/environ").read_text(encoding="utf-8").split("\0")
    return dict(pair.split("=", 1) for pair in pairs if "=" in pair)


def _answers(dashboard: Dashboard) -> bool:
    try:
        # Who is not known may be led elsewhere or refused: that is an answer too.
        return dashboard.get("/")[0] < 500
    except OSError:
        return False


def _children(pid: int) -> list[int]:
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _descendants(pid: int) -> Iterator[int]:
    for child in _children(pid):
        yield child
        yield from _descendants(child)


def _name(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text().strip()
    except OSError:
        return ""
