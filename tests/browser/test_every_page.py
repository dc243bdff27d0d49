"""What must hold on every page of the dashboard: wide and narrow, light, dark and in high contrast, and on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.menu import STANDING, menu
from socdom.dashboard.pages import FINISHED_PAGES
from socdom.editions.read import Edition
from tests.lib.browser import AXE_OPTIONS, Dashboard, open_page

pytestmark = pytest.mark.browser

NOT_THERE = "bestaat-niet"
EVERY = (*FINISHED_PAGES, *BY_ADDRESS, STANDING, NOT_THERE)
# Themes of the same parts as the others, in the same colours.
ALIKE = ("wmo", "werk-en-inkomen", "schulden", "samenhang", "inwoners")
# Nothing but colours differs between light, dark and high contrast.
COLOURS = {"runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}}
# What WCAG 1.4.12 lets a reader set.
SPACING = """* {line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p {margin-bottom:2em!important}"""
CUT_OFF = """() => [...document.querySelectorAll('main *, header *')].filter(e =>
  e.checkVisibility() && !e.closest('svg, .vh, .rol, select') && e.clientWidth
  && ['hidden', 'clip'].includes(getComputedStyle(e).overflowX)
  && e.scrollWidth > e.clientWidth + 1).map(e => e.outerHTML.slice(0, 120))"""


def faults(page: Page, options: dict = AXE_OPTIONS) -> list[str]:
    """What axe finds, as one line per element."""
    found = Axe().run(page, options=options).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]}" for rule in found for node in rule["nodes"]]


def width(page: Page) -> int:
    """How wide the content is; wider than the window means that one has to scroll sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth"))


def watch(page: Page) -> tuple[list[str], list[str]]:
    """The addresses a page asks for and the errors of its scripts, as they come."""
    requests: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    return requests, errors


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    """One tab for all pages: nobody chooses in it, so it has no kernel."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.fixture
def page(tab: Page) -> Page:
    """The tab as it was at first."""
    tab.emulate_media(media="screen", color_scheme="light", forced_colors="none")
    tab.set_viewport_size({"width": 1280, "height": 900})
    return tab


@pytest.mark.parametrize("address", EVERY)
def test_page_is_accessible_and_stays_at_home(page: Page, dashboard: Dashboard, address: str) -> None:
    requests, errors = watch(page)
    open_page(page, dashboard.address + address)

    assert page.evaluate("document.documentElement.lang") == "nl"
    assert page.title().endswith("| Dashboard sociaal domein, Gemeente Lindeveen")
    assert page.locator("h1").count() == 1
    assert page.locator("main").count() == 1
    assert page.locator(".storing").count() == 0
    header = page.locator("body > header").inner_text()
    assert "Lindeveen bestaat niet" in header
    assert "4e kwartaal 2020" in header
    assert faults(page) == []

    if address not in ALIKE:
        page.emulate_media(color_scheme="dark")
        assert faults(page, COLOURS) == []
        page.emulate_media(color_scheme="light", forced_colors="active")
        assert faults(page, COLOURS) == []
        page.emulate_media(forced_colors="none")
    page.set_viewport_size({"width": 768, "height": 1024})
    assert width(page) == 768
    page.set_viewport_size({"width": 320, "height": 640})
    assert width(page) == 320
    assert faults(page) == []
    # A page that is zoomed in to 400 % is as narrow as this; then somebody also sets the spacing of the letters.
    page.add_style_tag(content=SPACING)
    assert width(page) == 320
    assert page.evaluate(CUT_OFF) == []

    assert [url for url in requests if not url.startswith((dashboard.address, "data:"))] == []
    assert errors == []
    assert page.context.cookies() == []
    assert dashboard.kernels() == []


@pytest.mark.parametrize("address", ["", "jeugd", "signalen", "uitleg"])
def test_page_can_be_printed(page: Page, dashboard: Dashboard, address: str) -> None:
    open_page(page, dashboard.address + address)
    page.set_viewport_size({"width": 700, "height": 900})
    page.emulate_media(media="print", color_scheme="dark")
    assert width(page) == 700
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator("header nav, select, form.zoek").filter(visible=True).count() == 0
    assert page.locator("header .stand").is_visible()
    # The table under a chart is on paper, whoever folded it; a figure in a long list is there by name and number.
    tables = page.locator(
        "main > .baan > .blok > .figuur-rij table, main .deel > .figuur-rij > .figuur > details table"
    )
    assert all(table.is_visible() for table in tables.all()[:5])
    folded = page.locator("details.meer:not([open])")
    assert folded.locator("figure").filter(visible=True).count() == 0
    assert folded.locator("summary").filter(visible=True).count() == folded.count()


def test_menu_leads_to_every_page_and_says_where_you_are(page: Page, dashboard: Dashboard) -> None:
    items = menu(Edition(dashboard.edition))
    open_page(page, dashboard.address)
    navigation = page.get_by_role("navigation", name="Hoofdmenu")
    assert navigation.get_by_role("link").all_inner_texts() == [item.label for item in items]
    rows = {link.bounding_box()["y"] for link in navigation.get_by_role("link").all()}  # type: ignore[index]
    assert len(rows) == 1, "het menu past op één regel"
    for item in items:
        navigation.get_by_role("link", name=item.label, exact=True).click()
        assert navigation.locator("[aria-current=page]").inner_text() == item.label


def test_menu_on_a_phone_unfolds_without_a_script(browser: Browser, dashboard: Dashboard) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(dashboard.address + "jeugd")
    assert page.get_by_role("navigation", name="Hoofdmenu").count() == 0
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("navigation", name="Hoofdmenu").get_by_role("link", name="Thema’s").click()
    assert page.locator("main h1").inner_text() == "Over welk thema wilt u meer weten?"
    context.close()


def test_a_theme_page_shows_the_way_back(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address + "jeugd")
    themes = page.get_by_role("navigation", name="Thema’s")
    assert themes.locator("[aria-current=page]").inner_text() == "Jeugd"
    assert (
        page.get_by_role("navigation", name="Hoofdmenu").locator("[aria-current]").inner_text() == "Thema’s"
    )
    page.set_viewport_size({"width": 320, "height": 640})
    crumbs = page.get_by_role("navigation", name="Kruimelpad")
    assert re.split(r"\s*\n\s*", crumbs.inner_text()) == ["Overzicht", "Thema’s", "Jeugd"]
    crumbs.get_by_role("link", name="Thema’s").click()
    assert page.locator("main h1").inner_text() == "Over welk thema wilt u meer weten?"


def test_key_figures_unfold_on_a_phone_and_stand_open_elsewhere(page: Page, dashboard: Dashboard) -> None:
    open_page(page, dashboard.address)
    assert page.locator(".kern").first.is_visible()
    assert page.locator(".kort").first.is_hidden()
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.locator(".kern").first.is_hidden()
    number = page.locator(".kort strong").first.inner_text()
    page.locator(".kern-vouw summary").first.click()
    assert page.locator(".kern .groot").first.inner_text() == number


def test_main_message_is_in_the_first_screen(page: Page, dashboard: Dashboard) -> None:
    for size in ({"width": 1280, "height": 800}, {"width": 768, "height": 1024}):
        page.set_viewport_size(size)
        open_page(page, dashboard.address)
        last = page.locator(".hoofdlijnen li").nth(2).bounding_box()
        assert last is not None
        assert last["y"] + last["height"] <= size["height"]


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
