"""The page Wijken in a browser: list and map at every width, a wijk by list, by link and by pressing the map."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_every_page import faults
from tests.lib.browser import Dashboard, open_live, open_page

pytestmark = pytest.mark.browser

CENTRUM, NOORDERLINDE = "WK999903", "WK999902"


def test_on_a_phone_the_list_comes_before_the_map_and_nothing_runs_over(
    page: Page, dashboard: Dashboard
) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    open_page(page, dashboard.address + "wijken")
    assert faults(page) == []
    tops = page.locator("#blokken .helften > figure").evaluate_all(
        "all => all.map(item => item.getBoundingClientRect().top)"
    )
    assert len(tops) == 2
    assert tops == sorted(tops)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.get_by_role("img", name="Kaart van Lindeveen").is_visible()


def test_a_wijk_can_be_pressed_on_the_map_and_chosen_by_a_link(page: Page, dashboard: Dashboard) -> None:
    open_live(page, dashboard.address + "wijken")
    page.locator(f".smal [data-wijk={CENTRUM}]").first.click()
    said = page.locator("#kies-gezegd")
    expect(said).to_contain_text("Centrum", timeout=20_000)
    assert parse_qs(urlparse(page.url).query) == {"wijk": [CENTRUM]}
    assert page.evaluate("document.activeElement.id") == "kies-wijk"
    expect(page.locator("#blokken h2").first).to_have_text("Centrum naast heel Lindeveen")
    assert page.locator(".gekozen").count() == 1
    assert faults(page) == []
    # By keyboard: a link to this page is a choice as well.
    page.get_by_role("link", name="Alle wijken naast elkaar").press("Enter")
    expect(said).to_contain_text("alle wijken", timeout=20_000)
    page.get_by_role("link", name="Noorderlinde", exact=True).press("Enter")
    expect(page.locator("#blokken h2").first).to_have_text(
        "Noorderlinde naast heel Lindeveen", timeout=20_000
    )
    assert parse_qs(urlparse(page.url).query) == {"wijk": [NOORDERLINDE]}
