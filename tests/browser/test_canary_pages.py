"""Canaries behind a running dashboard: all it sends, writes and prints is searched for marked persons and exact numbers.

The server itself may know where person-level data stands: it was started in the environment of the run that made the
edition. Nothing of that may go further than the server.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, WebSocket, expect

from socdom import dutch
from socdom.dashboard.choosing import BY_ADDRESS
from socdom.editions.read import Edition
from tests.lib.browser import SECRETS, Dashboard, environment, open_live, running_dashboard
from tests.lib.canary_search import Marks, marks_in
from tests.lib.canary_town import CanaryTown
from tests.lib.small_town import SLUG

pytestmark = pytest.mark.browser

WIJK = "WK999802"
PAGES = ("", "beleidsindicatoren", "over", "vraag", "signalen", "doelen", "vergelijken", "rapporten")
THEMES = tuple(BY_ADDRESS)
PERSONS = ("wmo_clienten", "wmo_stand", "wmo_begeleiding", "wmo_hulp_bij_huishouden", "wmo_instroom")
# What can be chosen, and what is not a choice besides.
ASKED = (f"wmo?wijk={WIJK}&kwartaal=2020Q3&eenheid=aantal&leeftijd=0-11&soort=zin",)
DOCUMENTS = (
    *(
        f"bestanden/{name}"
        for name in ("cijfers.csv", "cijfers.xlsx", "kwartaalrapport.html", "kwartaalrapport.pdf")
    ),
    *(f"bestanden/{name}" for name in ("bijeenkomst.html", "raadsinformatiebrief.pdf")),
    *(
        f"rapporten/2020Q4/{name}"
        for name in ("bijeenkomst.pdf", "raadsinformatiebrief.html", "cijfers-open.csv")
    ),
)
REFUSED = (
    ("GET", "bestaat-niet"),
    ("GET", "jeugd?wijk=BU99980201&kwartaal=1999Q9&eenheid=geld"),
    ("GET", "wmo?wijk=123456782"),
    ("GET", "bestanden/figures.parquet"),
    ("GET", "bestanden/manifest.json"),
    ("GET", "bestanden/archive.json"),
    ("GET", "bestanden/raadsinformatiebrief.docx"),
    ("GET", "rapporten/2020Q4/manifest.json"),
    ("GET", "rapporten/2020Q4/kwartaalrapport.ipynb"),
    ("GET", "rapporten/actueel/archive.json"),
    ("GET", "rapporten/..%2F..%2F..%2Fdata%2Fkleindorp%2Fleveringen%2Fclienten.csv"),
    ("PUT", "rapporten/2020Q4/cijfers.csv"),
    ("GET", "../../data/kleindorp/leveringen/clienten.csv"),
    ("GET", "bestanden/..%2F..%2F..%2F..%2Fdata%2Fkleindorp%2Fleveringen%2Fclienten.csv"),
    ("GET", "voila/files/wmo.ipynb"),
    ("GET", "api/kernels"),
    ("GET", "kies/wmo"),
    ("POST", "kies/geld"),
    ("POST", "kies/wmo?wijk=123456782"),
    ("POST", "over"),
    ("PUT", "bestanden/cijfers.csv"),
    ("DELETE", "api/kernels/1"),
    ("FOUT", ""),
)
_UNKNOWN_KERNEL = {"name": "bestaat-niet", "display_name": "bestaat niet", "language": "geen"}
# A notebook that tells all it knows and all it sees around it.
_TELLS = """
import os, pathlib, sys
seen = sorted(str(path) for path in pathlib.Path(os.environ["SOCDOM_EDITION"]).parent.glob("**/*"))
print(sorted(os.environ.items()), seen)
print(seen, file=sys.stderr)
raise ValueError(sorted(os.environ.items()), seen, sys.argv, pathlib.Path.cwd())
"""


@dataclass
class Traffic:
    """All that went over the line: where it came from → bytes."""

    answers: dict[str, bytes] = field(default_factory=dict)
    statuses: dict[str, int] = field(default_factory=dict)
    frames: list[bytes] = field(default_factory=list)

    def ask(self, dashboard: Dashboard, method: str, path: str) -> None:
        status, headers, body = dashboard.ask(
            method, f"/{path}", {"X-Editie": dashboard.edition.resolve().name}
        )
        self.statuses[f"{method} /{path}"] = status
        self.answers[f"{method} /{path}"] = body
        self.answers[f"{method} /{path} (headers)"] = json.dumps(headers).encode()

    def listen(self, page: Page) -> None:
        """Keep all that goes to and from a tab from now on."""
        page.on("response", self._keep)
        page.on("websocket", self._keep_frames)

    def _keep(self, response: Response) -> None:
        if response.ok:
            self.answers[f"{len(self.answers)} {response.url}"] = response.body()

    def _keep_frames(self, socket: WebSocket) -> None:
        for event in ("framesent", "framereceived"):
            socket.on(
                event, lambda load: self.frames.append(load.encode() if isinstance(load, str) else load)
            )


@dataclass(frozen=True)
class Live:
    """A dashboard about the town with canaries, what it sent, and what was found around it while it ran."""

    traffic: Traffic
    chosen: float
    kernels: list[dict[str, str]]
    files: dict[str, bytes]


@pytest.fixture(scope="module")
def live(canary_town: CanaryTown, browser: Browser) -> Iterator[Live]:
    # The name of a socket of a kernel has at most some hundred characters, so the folder is not one of pytest's.
    with TemporaryDirectory(prefix="kanarie-") as temporary:
        folder = Path(temporary)
        notebooks = _notebooks(canary_town, folder / "paginas")
        variables = canary_town.environment() | {"HOME": temporary, "TMPDIR": temporary}
        edition = canary_town.places.rendered / SLUG / "actueel"
        traffic, log = Traffic(), folder / "server.log"
        with running_dashboard(edition, notebooks=notebooks, variables=variables, log=log) as running:
            for path in (*PAGES, *THEMES, *ASKED, *DOCUMENTS):
                traffic.ask(running, "GET", path)
            for method, path in REFUSED:
                traffic.ask(running, method, path)
            kernels, files = _visit(browser, running, traffic, folder)
        yield Live(
            traffic,
            _chosen(edition),
            kernels,
            files | {f"afterwards {name}": data for name, data in _contents(folder).items()},
        )


def _chosen(edition: Path) -> float:
    """The largest count that the edition shows of the choice that is made on the page."""
    figures = Edition(edition).figures
    rows = figures["indicator"].isin(PERSONS) & figures["area"].eq(WIJK) & figures["period"].eq("2020Q3")
    counts = figures.loc[rows & figures["dimension"].eq(""), "numerator"].dropna()
    assert len(counts), "nothing is shown of the choice"
    return float(counts.max())


def _contents(folder: Path) -> dict[str, bytes]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}


def _notebooks(town: CanaryTown, folder: Path) -> Path:
    """The theme pages, of which one tells what it knows and one cannot start."""
    shutil.copytree(town.places.notebooks / "dashboard", folder)
    _change(folder / "geld.ipynb", lambda notebook: notebook["metadata"].update(kernelspec=_UNKNOWN_KERNEL))
    _change(folder / "schulden.ipynb", lambda notebook: notebook["cells"][-1].update(source=_TELLS))
    return folder


def _change(path: Path, change: Callable[[dict[str, Any]], None]) -> None:
    notebook = json.loads(path.read_text(encoding="utf-8"))
    change(notebook)
    path.write_text(json.dumps(notebook), encoding="utf-8")


def _visit(
    browser: Browser, running: Dashboard, traffic: Traffic, folder: Path
) -> tuple[list[dict[str, str]], dict[str, bytes]]:
    """Choose on a theme page as a reader does, unfold all there is, and begin on the page that tells what it knows.

    Gives the environments of the kernels and the files of the server while a kernel was there.
    """
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    traffic.listen(page)
    open_live(page, running.address + "wmo")
    for label, option in (("Wijk", "Buiten"), ("Eenheid", "Aantallen"), ("Kwartaal", "3e kwartaal 2020")):
        page.get_by_role("combobox", name=label, exact=True).select_option(option)
        expect(page.locator("#kies-gezegd")).to_contain_text(option, ignore_case=True, timeout=15_000)
    page.evaluate("document.querySelectorAll('#blokken details').forEach(part => { part.open = true; })")
    expect(page.locator(".bezig")).to_have_count(0, timeout=20_000)
    traffic.answers["the page after all choices"] = _shown(page)
    seen = [environment(pid) for pid in running.kernels()], _contents(folder)
    page.goto(running.address + "schulden")
    page.locator("#kiezen select").first.focus()
    expect(page.get_by_role("alert")).to_contain_text("Kiezen lukt nu niet", timeout=20_000)
    traffic.answers["the page that talks"] = _shown(page)
    page.goto("about:blank")
    context.close()
    return seen


def _shown(page: Page) -> bytes:
    """The body of a page as it stands now."""
    return page.locator("body").evaluate("e => e.outerHTML").encode()


@pytest.fixture(scope="module")
def marks(canary_town: CanaryTown) -> Marks:
    """The canaries, and the secrets and places that only the server knows."""
    places = canary_town.places
    known = (*SECRETS.values(), str(places.data), str(places.key), str(places.key.parent))
    return replace(canary_town.marks, words=(*canary_town.marks.words, *known))


def test_the_figures_did_go_over_the_line(live: Live) -> None:
    """Otherwise a search that finds nothing would say nothing."""
    statuses = live.traffic.statuses
    assert [path for path in (*PAGES, *THEMES, *ASKED, *DOCUMENTS) if statuses[f"GET /{path}"] != 200] == []
    assert {405, 404, 500} <= {statuses[f"{method} /{path}"] for method, path in REFUSED}
    assert all(statuses[f"{method} /{path}"] >= 400 for method, path in REFUSED)
    rounded = Marks((), frozenset({"11620", "12345"}))
    assert marks_in(live.traffic.answers["GET /bestanden/cijfers.csv"], rounded) == ["11620", "12345"]
    assert marks_in(live.traffic.answers["GET /werk-en-inkomen"], rounded) == ["12345"]
    chosen = Marks((), frozenset({f"{live.chosen:.0f}"}))
    assert marks_in(b"".join(live.traffic.frames), chosen) == [f"{live.chosen:.0f}"]
    assert dutch.number(live.chosen) in live.traffic.answers["the page after all choices"].decode()


def test_no_answer_holds_a_canary(live: Live, marks: Marks) -> None:
    found = {where: marks_in(content, marks) for where, content in live.traffic.answers.items()}
    assert {where: here for where, here in found.items() if here} == {}


def test_no_frame_of_a_websocket_holds_a_canary(live: Live, marks: Marks) -> None:
    assert len(live.traffic.frames) > 20
    assert marks_in(b"\n".join(live.traffic.frames), marks) == []


def test_server_and_kernels_leave_no_canary_behind(live: Live, marks: Marks) -> None:
    assert any("kernel-" in name and name.endswith(".json") for name in live.files), (
        "no connection file was seen"
    )
    assert "afterwards server.log" in live.files
    found = {name: marks_in(content, marks, name) for name, content in live.files.items()}
    assert {name: here for name, here in found.items() if here} == {}
    assert live.kernels
    assert [marks_in(json.dumps(variables), marks) for variables in live.kernels] == [[]] * len(live.kernels)


def test_a_page_that_tells_all_it_knows_reaches_no_reader(live: Live) -> None:
    """Not even what a kernel may know: its environment, the folder of its edition, the lines of its notebook."""
    said = [live.traffic.answers[where] for where in ("GET /schulden", "the page that talks")]
    for content in (*said, b"\n".join(live.traffic.frames)):
        assert b"SOCDOM_EDITION" not in content
        assert b"ValueError" not in content
        assert b".edities" not in content
