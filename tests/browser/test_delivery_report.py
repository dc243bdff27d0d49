"""The report on a delivery as a page: no barriers, nothing that sticks out, the outcome first."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from socdom import pipeline
from tests.lib.browser import AXE_OPTIONS
from tests.lib.small_town import SLUG, make_workplace

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("levering")
    places = make_workplace(folder)
    clients = places.deliveries(SLUG) / "clienten.csv"
    clients.write_text(clients.read_text(encoding="utf-8").replace(";man;", ";x;", 1), encoding="utf-8")
    checked = pipeline.check(SLUG, places=places)
    return pipeline.write_check(checked, SLUG, folder / "verslag.html").as_uri()


@pytest.fixture(params=[(1280, "light"), (1280, "dark"), (320, "light")])
def opened(request: pytest.FixtureRequest, browser: Browser, address: str) -> Iterator[Page]:
    width, scheme = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 600}, color_scheme=scheme, locale="nl-NL"
    )
    page = context.new_page()
    page.goto(address)
    yield page
    context.close()


def test_no_barrier_and_nothing_sticks_out(opened: Page) -> None:
    opened.evaluate("document.querySelectorAll('details').forEach((item, place) => item.open = place < 3)")
    found = Axe().run(opened, options=AXE_OPTIONS).response["violations"]
    assert not [(item["id"], item["nodes"][0]["html"]) for item in found]
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    expect(opened.get_by_text("De levering is afgekeurd.")).to_be_in_viewport()
    expect(opened.get_by_role("heading", name="Hierop is afgekeurd")).to_be_in_viewport()
