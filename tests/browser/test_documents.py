"""The documents of a quarter in Chromium, opened as files: for everybody, wide and narrow, and without a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext

from socdom.report.documents import ALL
from socdom.report.index_page import INDEX, write_index
from tests.lib.browser import AXE_OPTIONS
from tests.unit.report.conftest import whole_report

pytestmark = pytest.mark.browser
PAGES = [*(f"{document.stem}.html" for document in ALL), INDEX]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = whole_report(tmp_path_factory)
    write_index(found)
    return found


@pytest.fixture(params=[1280, 320])
def context(request: pytest.FixtureRequest, browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": request.param, "height": 900}, locale="nl-NL")
    yield opened
    opened.close()


@pytest.mark.parametrize("name", PAGES)
def test_no_barrier_and_nothing_from_elsewhere(context: BrowserContext, folder: Path, name: str) -> None:
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((folder / name).as_uri())
    page.wait_for_load_state("networkidle")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
        assert [(item["id"], node["html"][:200]) for item in found for node in item["nodes"]] == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator("h1").count() == 1
    assert [url for url in asked if not url.startswith("data:")] == [(folder / name).as_uri()]
    assert errors == []


@pytest.mark.parametrize("name", PAGES)
def test_all_of_it_is_there_without_a_script(browser: Browser, folder: Path, name: str) -> None:
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, locale="nl-NL")
        page = context.new_page()
        page.goto((folder / name).as_uri())
        page.emulate_media(media="print")
        words = page.locator("main").text_content() if scripts else page.locator("main").inner_text()
        texts.append(len((words or "").split()))
        context.close()
    # What is folded on a page, or for a screen reader only, is not in what is seen.
    assert texts[1] > texts[0] / 2
