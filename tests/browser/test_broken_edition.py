"""When what is behind a page fails: the finished page stays, no kernel is left, and nobody reads an error."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from tests.lib.browser import NOTEBOOKS, Dashboard, open_page, running_dashboard, wait_until
from tests.lib.sample_edition import write_sample
from tests.lib.visitor import ask, begin, edition_of, states

pytestmark = pytest.mark.browser

SECRET = "geheim-1837"
BROKEN = {
    "jeugd": f"{SECRET.replace('-', '_')} = 5\nraise ValueError('{SECRET}', {SECRET.replace('-', '_')})",
    "wmo": f"import os, sys\nprint('{SECRET}', file=sys.stderr)\nos._exit(1)",
    "geld": f"print('{SECRET}')",
    "samenhang": f"print('{SECRET}'",
}
CELLS = 30
# A widget that is filled at the very end of each of many cells: where plain Voilà may wait for ever (D1).
_FILLED = (
    f"import ipywidgets\nfrom IPython.display import display\noutputs = [ipywidgets.Output() for _ in range({CELLS})]",
    *(
        f"with outputs[{number}]:\n    display({number})\n    print('klaar', {number})"
        for number in range(CELLS)
    ),
    "display(ipywidgets.VBox(outputs))",
)


@dataclass(frozen=True)
class Behind:
    """A dashboard with notebooks that fail, and its log."""

    dashboard: Dashboard
    log: Path


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Behind]:
    home = tmp_path_factory.mktemp("kapot")
    folder = write_sample(home)
    write_pages(Edition(folder), folder.resolve())
    notebooks = shutil.copytree(NOTEBOOKS, home / "paginas")
    for name, source in BROKEN.items():
        put(notebooks / f"{name}.ipynb", source)
    put(notebooks / "werk-en-inkomen.ipynb", *_FILLED)
    with running_dashboard(folder, notebooks=notebooks, log=home / "log") as running:
        yield Behind(running, home / "log")


def put(path: Path, *sources: str) -> None:
    """Give a notebook other cells of code."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    last = notebook["cells"].pop()
    notebook["cells"] += [
        {**last, "id": f"cel-{number}", "source": source} for number, source in enumerate(sources)
    ]
    path.write_text(json.dumps(notebook), encoding="utf-8")


@pytest.mark.parametrize("address", BROKEN)
def test_a_notebook_that_fails_answers_soon_and_leaves_no_kernel(behind: Behind, address: str) -> None:
    """Plain Voilà goes on sending signs of life, for ever, when a kernel dies while a page is made (D9)."""
    port = behind.dashboard.port
    began = time.monotonic()
    status, headers, body = ask(
        port, "POST", f"/kies/{address}", {"X-Editie": edition_of(port, address), "Content-Length": "0"}
    )
    assert (status, body) == (500, b'{"fout": 500}')
    assert "Set-Cookie" not in headers
    assert time.monotonic() - began < 30
    wait_until(lambda: not behind.dashboard.kernels(), "een kernel blijft bestaan", seconds=15)


def test_the_log_tells_nothing_of_a_failure_but_its_place(behind: Behind) -> None:
    port = behind.dashboard.port
    ask(
        port,
        "POST",
        f"/kies/jeugd?x={SECRET}",
        {"X-Editie": edition_of(port, "jeugd"), "Content-Length": "0"},
    )
    ask(port, "GET", f"/bestaat-niet/{SECRET}?naam={SECRET}")
    text = behind.log.read_text(encoding="utf-8")
    assert "NotebookFailed in live.py" in text, "van een fout staat niets in het logboek"
    for word in (SECRET, SECRET.replace("-", "_"), "Traceback", "127.0.0.1 ", "naam="):
        assert word not in text


def test_output_widgets_that_are_filled_at_the_start_stop_no_page(behind: Behind) -> None:
    fill(behind.dashboard, times=3)


@pytest.mark.long
def test_output_widgets_stop_none_of_five_hundred_pages(behind: Behind) -> None:
    fill(behind.dashboard, times=500)


def fill(dashboard: Dashboard, times: int) -> None:
    """Open the page with Output widgets so many times; fails when it is late once or an output is missing."""
    for _ in range(times):
        began = time.monotonic()
        page = begin(dashboard.port, "werk-en-inkomen")
        assert time.monotonic() - began < 20
        with page.socket() as connection:
            shown = [state["outputs"] for state in states(connection).values() if "outputs" in state]
        assert [output[-1]["text"] for output in shown] == [f"klaar {number}\n" for number in range(CELLS)]
    wait_until(lambda: not dashboard.kernels(), "een kernel blijft bestaan", seconds=15)


def test_finished_page_stays_when_choosing_fails(behind: Behind, browser: Browser) -> None:
    page = browser.new_page()
    open_page(page, behind.dashboard.address + "jeugd")
    before = page.locator("#blokken").inner_text()
    page.get_by_role("combobox", name="Kwartaal", exact=True).select_option(index=1)
    expect(page.get_by_role("alert")).to_contain_text("Kiezen lukt nu niet", timeout=40_000)
    assert page.locator("#blokken").inner_text() == before
    assert page.get_by_role("combobox", name="Kwartaal", exact=True).evaluate("e => e.selectedIndex") == 0
    assert page.locator("main h1").count() == 1
    assert SECRET not in page.content()
    page.close()


def test_an_edition_that_was_taken_away_gives_pages_in_dutch(behind: Behind) -> None:
    running = behind.dashboard
    home = running.edition.parent
    home.rename(home.with_name("elders"))
    try:
        for path in ("/", "/over", "/jeugd", "/bestaat-niet"):
            status, _, text = running.get(path)
            assert (status, "Naar het overzicht" in text) == (404, True)
    finally:
        home.with_name("elders").rename(home)
    assert running.get("/")[0] == 200
