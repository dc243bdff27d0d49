"""JupyterLab as `socdom lab` opens it: in Dutch, on the start page, shut to the internet, and with what was open last time."""

from __future__ import annotations

import json
import shutil
import urllib.request
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.lib.browser import AXE_OPTIONS, PATIENCE, ROOT
from tests.lib.jupyterlab import run_all, running_lab, wait_for_kernel

TOKEN = "token=proef"
_WRONG = 'gemeente = "lindeveem"'
TASKS = {
    "Levering controleren", "Verkennen", "Signaal uitzoeken", "Duiding schrijven", "Nieuwe indicator",
    "Teamoverzicht", "Evaluatie",
}  # fmt: skip
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a lab on a workplace with the notebooks, Lindeveen's parameters, and no deliveries."""
    folder = tmp_path_factory.mktemp("lab")
    root, home = folder / "plek", folder / "thuis"
    shutil.copytree(ROOT / "notebooks" / "analysis", root / "notebooks" / "analysis")
    shutil.copytree(ROOT / "parameters" / "lindeveen", root / "parameters" / "lindeveen")
    home.mkdir()
    own = {"SOCDOM_DATA": str(root / "data"), "SOCDOM_SLEUTEL": str(folder / "sleutel")}
    with running_lab(root, home, variables=own) as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    made.set_default_timeout(20_000)
    expect.set_options(timeout=20_000)
    yield made
    made.close()


def opened(context: BrowserContext, lab: str) -> Page:
    page = context.new_page()
    page.goto(f"{lab}?{TOKEN}")
    page.locator(".jp-MarkdownViewer h1").wait_for()
    return page


def test_a_link_of_the_start_page_opens_a_notebook_whose_errors_are_dutch(
    context: BrowserContext, lab: str
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = opened(context, lab)
    page.on("websocket", lambda socket: asked.append(socket.url))
    expect(page.locator(".jp-MarkdownViewer h1")).to_contain_text("Werkplek voor de analist")
    expect(page.locator(".lm-MenuBar-itemLabel").first).to_have_text("Bestand")
    expect(page.locator(".jp-FileBrowser")).to_contain_text("evaluatie.ipynb")
    page.get_by_role("link", name="Levering controleren").click()
    cells = page.locator(".jp-NotebookPanel .jp-CodeCell")
    expect(cells).to_have_count(2)
    wait_for_kernel(lab, "notebooks/analysis/levering_controleren.ipynb")
    cells.first.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(f'{_WRONG}; kwartaal = ""')
    run_all(page)
    told = cells.nth(1).locator(".jp-OutputArea-output")
    expect(told).to_contain_text("een gemeente van deze werkplek, gevonden: 'lindeveem'.")
    assert "Traceback" not in told.inner_text()
    assert {urlsplit(url).netloc for url in asked if not url.startswith(("data:", "blob:"))} == {
        urlsplit(lab).netloc
    }


def test_what_was_open_last_time_is_open_again(context: BrowserContext, lab: str) -> None:
    page = opened(context, lab)
    page.get_by_role("link", name="Evaluatie").click()
    page.locator(".jp-NotebookPanel:visible").wait_for()
    with page.expect_response(
        lambda answer: "/api/workspaces/" in answer.url and answer.request.method == "PUT"
    ):
        page.locator(".lm-TabBar-tab", has_text="evaluatie.ipynb").first.click()
    page.close()
    again = opened(context, lab)
    for name in ("start.md", "evaluatie.ipynb"):
        expect(again.locator("#jp-main-dock-panel .lm-TabBar-tab", has_text=name)).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 768])
def test_the_start_page_is_accessible(context: BrowserContext, lab: str, width: int) -> None:
    page = opened(context, lab)
    page.set_viewport_size({"width": width, "height": 900})
    text = page.locator(".jp-MarkdownViewer .jp-RenderedHTMLCommon")
    assert TASKS <= set(text.get_by_role("link").all_inner_texts())
    assert text.evaluate("node => node.scrollWidth <= node.clientWidth")
    found = Axe().run(
        page, context={"include": [[".jp-MarkdownViewer .jp-RenderedHTMLCommon"]]}, options=AXE_OPTIONS
    )
    # The page around it is of JupyterLab.
    assert [item["id"] for item in found.response["violations"]] == []


def test_every_link_of_the_start_page_is_there() -> None:
    text = (ROOT / "notebooks" / "analysis" / "start.md").read_text(encoding="utf-8")
    targets = [part.partition(")")[0] for part in text.split("](")[1:]]
    assert len(targets) > len(TASKS)
    assert [name for name in targets if not (ROOT / "notebooks" / "analysis" / name).exists()] == []


@pytest.mark.parametrize(
    ("path", "expected"),
    [("lab/api/news", {"news": []}), ("lab/api/update", {"notification": None})],
)
def test_nothing_is_asked_of_the_internet(lab: str, path: str, expected: object) -> None:
    with urllib.request.urlopen(f"{lab}{path}?{TOKEN}", timeout=PATIENCE) as answer:
        assert json.load(answer) == expected


def test_the_list_of_extensions_holds_only_what_is_on_this_machine(lab: str) -> None:
    with urllib.request.urlopen(f"{lab}lab/api/extensions?{TOKEN}&refresh=1", timeout=PATIENCE) as answer:
        assert all(item["installed"] for item in json.load(answer))
