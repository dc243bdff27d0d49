"""What must hold on every page of the dashboard, wide and narrow, light and dark, on screen and on paper."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from socdom.dashboard.menu import menu
from socdom.editions.read import Edition
from tests.lib.browser import AXE_OPTIONS, Dashboard, open_page

pytestmark = pytest.mark.browser

FINISHED = (
    "",
    "signalen",
    "doelen",
    "vergelijken",
    "beleidsindicatoren",
    "over",
    "vraag",
    "rapporten",
    "bestaat-niet",
)
THEMES = ("jeugd", "wmo", "werk-en-inkomen", "schulden", "samenhang", "geld", "inwoners")


def faults(page: Page) -> list[str]:
    """What axe finds, as one line per element."""
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def watch(page: Page) -> tuple[list[str], list[str]]:
    """The addresses a page asks for and the errors of its scripts, as they come."""
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    return requests, errors


def frame(html: str) -> list[str]:
    """Header and footer of a page, without the mark of where you are and with relative links."""
    parts = re.findall(r"<header>.*?</header>|<footer.*?</footer>", html, flags=re.DOTALL)
    plain = [re.sub(r' aria-current="page"', "", part) for part in parts]
    return [re.sub(r"\s+", " ", part) for part in plain if "merk-titel" in part or "menu-onder" in part]


@pytest.mark.parametrize("address", [*FINISHED, *THEMES])
def test_page_is_accessible_and_stays_at_home(page: Page, dashboard: Dashboard, address: str) -> None:
    requests, errors = watch(page)
    open_page(page, dashboard.address + address)

    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title().endswith("| Dashboard sociaal domein, Gemeente Lindeveen")
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.locator(".storing").count() == 0
    assert "Lindeveen bestaat niet" in page.locator("body > header").inner_text()
    assert faults(page) == []

    page.emulate_media(color_scheme="dark")
    assert faults(page) == []
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert faults(page) == []

    assert [url for url in requests if not url.startswith((dashboard.address, "data:"))] == []
    assert errors == []
    assert page.context.cookies() == []
    if address in THEMES:
        check_frame_and_paper(page, dashboard)


def check_frame_and_paper(page: Page, dashboard: Dashboard) -> None:
    """A theme page has the header and footer of a finished page, and prints in full."""
    shown = page.locator("body > header, footer").evaluate_all("all => all.map(e => e.outerHTML).join('')")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.getElementById('rendered_cells')).position") == "static"
    assert page.locator(".widget-dropdown").filter(visible=True).count() == 0
    footer = page.locator("footer").bounding_box()
    assert footer is not None
    # The last thing on the page lies below everything else, not over it at the end of the first screen.
    assert footer["y"] >= page.evaluate("document.querySelector('main').getBoundingClientRect().bottom") - 1
    page.goto(dashboard.address + "over")
    finished = page.locator("body > header, footer").evaluate_all("all => all.map(e => e.outerHTML).join('')")
    assert frame(shown) == frame(finished)
    assert len(frame(shown)) == 2


def test_theme_page_is_readable_before_its_kernel_is_there(page: Page, dashboard: Dashboard) -> None:
    page.goto(dashboard.address + "wmo", wait_until="commit")
    page.locator("#loading h1").wait_for(state="visible")
    assert page.locator("#rendered_cells").is_hidden()
    assert page.get_by_text("De keuzes worden geladen").is_visible()
    first = page.locator("#loading figure").first
    assert first.locator("svg.breed").is_visible()
    before = first.inner_text()
    page.locator("#loading summary").first.click()
    page.evaluate("window.scrollTo(0, 900)")

    page.get_by_role("combobox", name="Kwartaal").wait_for(state="visible")
    assert page.locator("#loading").count() == 0
    page.wait_for_function("Math.abs(window.scrollY - 900) <= 1")
    assert page.locator("figure details").first.get_attribute("open") is not None
    page.locator("summary").first.click()
    assert page.locator("figure").first.inner_text() == before


def test_menu_leads_to_every_page_and_says_where_you_are(page: Page, dashboard: Dashboard) -> None:
    items = menu(Edition(dashboard.edition))
    open_page(page, dashboard.address)
    navigation = page.get_by_role("navigation", name="Hoofdmenu")
    assert navigation.get_by_role("link").all_inner_texts() == [item.label for item in items]
    for item in items[-2:]:
        navigation.get_by_role("link", name=item.label).click()
        assert navigation.locator("[aria-current=page]").inner_text() == item.label


def test_skip_link_comes_first_and_leads_to_the_content(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address + "over")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "inhoud"


def test_finished_pages_work_without_javascript(browser: Browser, dashboard: Dashboard) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(dashboard.address)
    assert page.locator("main h1").inner_text() == "Hoe gaat het in het sociaal domein?"
    assert page.locator("main svg").count() > 0
    context.close()
