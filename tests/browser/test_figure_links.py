"""What one can do with a figure, in a browser: its address opens it, also where it is folded, and its file is saved."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.lib.browser import Dashboard
from tests.lib.views import csv_rows

FOLDED = "f-wmo_einde-gm9999"


@pytest.mark.parametrize("script", [True, False])
def test_the_address_of_a_folded_figure_shows_it(
    browser: Browser, dashboard: Dashboard, script: bool
) -> None:
    context = browser.new_context(locale="nl-NL", java_script_enabled=script)
    page = context.new_page()
    page.goto(f"{dashboard.address}wmo#{FOLDED}")
    heading = page.locator(f"#{FOLDED}")
    heading.wait_for(state="visible")
    place = heading.bounding_box()
    assert place is not None
    assert 0 <= place["y"] < 200
    context.close()


def test_the_address_of_a_folded_figure_shows_it_with_the_choice_in_it(
    page: Page, dashboard: Dashboard
) -> None:
    page.goto(f"{dashboard.address}wmo?kwartaal=2020Q3#{FOLDED}")
    page.locator("#kiezen[data-stand=klaar]").wait_for(timeout=60_000)
    heading = page.locator(f"#{FOLDED}")
    heading.wait_for(state="visible")
    figure = page.locator(f"figure[aria-labelledby={FOLDED}]")
    assert "kwartaal=2020Q3" in figure.get_by_text("Vraag hierover").get_attribute("href")
    own = figure.get_by_role(
        "link", name=re.compile("^Link naar dit cijfer ?: Gestopt met Wmo-hulp$")
    ).get_attribute("href")
    assert own == f"wmo?kwartaal=2020Q3#{FOLDED}"


def test_the_figures_of_a_chart_are_saved_under_a_name_that_tells(page: Page, dashboard: Dashboard) -> None:
    page.goto(f"{dashboard.address}jeugd")
    with page.expect_download() as saved:
        page.get_by_role("link", name="tekst (CSV) van Jongeren met jeugdhulp", exact=True).click()
    assert saved.value.suggested_filename == "2020-K4-lindeveen-jeugdhulp-gebruik.csv"
    assert len(csv_rows(saved.value.path().read_bytes())) >= 12
    assert page.url == f"{dashboard.address}jeugd", "a download leaves the page as it is"


def test_the_address_of_a_figure_is_copied_and_that_is_said(page: Page, dashboard: Dashboard) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{dashboard.address}jeugd")
    link = page.get_by_role("link", name=re.compile("^Link naar dit cijfer ?: Jongeren met jeugdhulp$"))
    link.click()
    page.locator(".acties [role=status]", has_text="De link is gekopieerd.").wait_for()
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied == f"{dashboard.address}jeugd#f-jeugdhulp_gebruik-gm9999"
