"""Asking and searching as a reader does it: with the keyboard, without a script, wide and narrow."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.test_every_page import faults, watch, width
from tests.lib.browser import Dashboard

pytestmark = pytest.mark.browser

FILLED_IN = (
    "vraag?pagina=jeugd&cijfer=jeugdhulp_gebruik&wijk=WK999902",
    "zoeken?q=jeugdhulp+noorderlinde",
)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """A tab in which no script runs: all of this works without."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-NL", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_a_word_typed_on_any_page_leads_to_the_figure(tab: Page, dashboard: Dashboard) -> None:
    requests, _ = watch(tab)
    tab.goto(f"{dashboard.address}signalen")
    box = tab.get_by_role("searchbox").first
    box.fill("jeugdhulp")
    box.press("Enter")
    assert tab.url == f"{dashboard.address}zoeken?q=jeugdhulp"
    expect(tab.get_by_role("heading", level=2).first).to_have_text("Cijfers")
    tab.get_by_role("main").get_by_role("link", name="Jongeren met jeugdhulp", exact=True).first.click()
    assert tab.url == f"{dashboard.address}jeugd#f-jeugdhulp_gebruik-gm9999"
    expect(tab.locator("#f-jeugdhulp_gebruik-gm9999")).to_be_visible()
    assert {url.startswith(dashboard.address) for url in requests} == {True}


def test_a_question_about_a_page_is_filled_in(tab: Page, dashboard: Dashboard) -> None:
    tab.goto(f"{dashboard.address}jeugd")
    tab.get_by_role("link", name="Stel een vraag over deze pagina").click()
    expect(tab.get_by_role("textbox", name="Kopieer deze tekst")).to_contain_text("Pagina: Jeugd")
    mail = tab.get_by_role("link", name=re.compile("Mail deze vraag.*Technische vraag")).get_attribute("href")
    assert mail is not None
    assert mail.startswith("mailto:griffie@lindeveen.example?subject=Technische%20vraag")


@pytest.mark.parametrize("address", FILLED_IN)
def test_a_page_that_is_filled_in_is_accessible(browser: Browser, dashboard: Dashboard, address: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page = context.new_page()
    page.goto(f"{dashboard.address}{address}")
    assert faults(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert faults(page) == []
    assert width(page) == 320
    context.close()
