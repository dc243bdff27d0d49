"""The catalogue in Chromium: opened as a file, without a server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from socdom.disclosure.policy import CBS5
from socdom.editions.model import Description
from socdom.indicators import catalogue
from socdom.pipeline.protection import record_of
from socdom.report.catalogue import write_catalogue
from tests.lib.browser import AXE_OPTIONS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("catalogus")
    items = [Description.model_validate(item.describe()) for item in catalogue().values()]
    return write_catalogue(items, folder, date(2026, 11, 22), record_of(CBS5))[0].as_uri()


@pytest.fixture(params=[1280, 768, 320])
def opened(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, locale="nl-NL")
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_no_barrier_and_nothing_sticks_out(opened: Page) -> None:
    opened.evaluate("document.querySelectorAll('details').forEach((item, place) => item.open = place < 3)")
    found = Axe().run(opened, options=AXE_OPTIONS).response["violations"]
    assert not [(item["id"], item["nodes"][0]["html"]) for item in found]
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_filter_narrows_the_list_and_tells_how_far(opened: Page) -> None:
    every = opened.locator("details[data-zoek]").count()
    opened.get_by_label("Zoek in de catalogus").fill("JEUGDHULP_gebruik")
    expect(opened.get_by_role("status")).to_contain_text(f"van de {every} indicatoren gevonden.")
    expect(opened.locator("#jeugdhulp_gebruik")).to_be_visible()
    expect(opened.locator("#lasten_wmo")).to_be_hidden()
    opened.get_by_label("Zoek in de catalogus").fill("")
    expect(opened.locator("#lasten_wmo")).to_be_visible()


def test_a_link_opens_its_definition(opened: Page, address: str) -> None:
    opened.goto(f"{address}#wmo_clienten")
    expect(opened.locator("#wmo_clienten")).to_have_attribute("open", "")


def test_all_is_there_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator("#zoek")).to_be_hidden()
    expect(page.locator("#jeugdhulp_gebruik summary")).to_be_visible()
    context.close()
