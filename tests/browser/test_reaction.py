"""The question at the foot of a page: by keyboard, without JavaScript, narrow, dark, on paper, and for who cannot see."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.lib.browser import AXE_OPTIONS, Dashboard, open_live, open_page

QUESTION = "Was deze pagina duidelijk?"
THANKS = "Dank u wel. Uw antwoord is geteld."


@pytest.fixture
def bare(browser: Browser) -> Iterator[Page]:
    """A tab without JavaScript."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    yield context.new_page()
    context.close()


def test_it_is_answered_by_keyboard_and_the_choice_stays(page: Page, dashboard: Dashboard) -> None:
    open_live(page, f"{dashboard.address}jeugd")
    wijk = page.locator("#kiezen select").first
    wijk.select_option(index=1)
    page.locator("#kiezen[data-stand=klaar]").wait_for()
    chosen, address = wijk.input_value(), page.url
    page.get_by_role("button", name="Deels", exact=True).focus()
    page.keyboard.press("Enter")
    thanks = page.get_by_text(THANKS)
    thanks.wait_for(state="visible")
    assert page.evaluate("document.activeElement.id") == "reactie-dank"
    assert page.get_by_role("heading", name=QUESTION).count() == 0
    assert (wijk.input_value(), page.url) == (chosen, address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_before_and_after(page: Page, dashboard: Dashboard, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_page(page, f"{dashboard.address}over")
    assert page.get_by_role("region", name=QUESTION).is_visible()
    before = Axe().run(page, context=".reactie", options=AXE_OPTIONS).response["violations"]
    page.get_by_role("button", name="Nee", exact=True).click()
    page.get_by_text(THANKS).wait_for(state="visible")
    assert before + Axe().run(page, context=".reactie", options=AXE_OPTIONS).response["violations"] == []


def test_a_narrow_page_without_javascript_comes_back_with_thanks(bare: Page, dashboard: Dashboard) -> None:
    bare.goto(f"{dashboard.address}over")
    buttons = [bare.get_by_role("button", name=name, exact=True) for name in ("Ja", "Deels", "Nee")]
    boxes = [button.bounding_box() for button in buttons]
    assert all(box and box["height"] >= 44 and box["x"] + box["width"] <= 320 for box in boxes)
    assert not bare.get_by_text(THANKS).is_visible()
    with bare.expect_navigation():
        buttons[0].click()
    assert bare.url == f"{dashboard.address}over#reactie-dank"
    assert bare.get_by_text(THANKS).is_visible()
    assert not buttons[0].is_visible()


def test_an_answer_that_does_not_arrive_is_said(page: Page, dashboard: Dashboard) -> None:
    open_page(page, f"{dashboard.address}over")
    page.route("**/reactie", lambda route: route.abort())
    page.get_by_role("button", name="Ja", exact=True).click()
    page.get_by_text("Uw antwoord is niet aangekomen.").wait_for(state="visible")
    assert page.get_by_role("button", name="Ja", exact=True).is_visible()


def test_it_is_not_on_paper(page: Page, dashboard: Dashboard) -> None:
    open_page(page, f"{dashboard.address}over")
    page.emulate_media(media="print")
    assert not page.locator(".reactie").is_visible()
