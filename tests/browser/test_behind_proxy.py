"""A reader in a browser, with nginx and single sign-on between the browser and the dashboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from tests.lib.browser import AXE_OPTIONS, free_port, open_page, wait_for_answer, wait_until
from tests.lib.nginx import Nginx, running_nginx
from tests.lib.sample_edition import write_sample
from tests.lib.signing_on import SignOn, running_sign_on

pytestmark = [pytest.mark.browser]
PAGES = {
    "dicht": "Het dashboard is er nu niet",
    "druk": "Er komen nu te veel vragen",
    "anders": "Dit verzoek kunnen wij niet beantwoorden",
    "inloggen": "Inloggen is niet gelukt",
    "uitgelogd": "U bent uitgelogd",
}


@pytest.fixture(scope="module")
def nginx(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Nginx]:
    """nginx before nothing."""
    with running_nginx(tmp_path_factory.mktemp("dicht"), free_port()) as running:
        yield running


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    """A tab that trusts a certificate made for the test."""
    with browser.new_context(ignore_https_errors=True, locale="nl-NL") as context:
        yield context.new_page()


@pytest.mark.parametrize("dark", [False, True])
def test_pages_of_nginx_are_for_everybody(nginx: Nginx, tab: Page, dark: bool) -> None:
    tab.emulate_media(color_scheme="dark" if dark else "light")
    refused: list[str] = []
    tab.on("console", lambda message: refused.append(message.text))
    for name, heading in PAGES.items():
        tab.goto(f"{nginx.address}/melding/{name}.html")
        assert tab.locator("h1").inner_text() == heading
        for width in (1280, 768, 320):
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert Axe().run(tab, options=AXE_OPTIONS).response["violations"] == []
        assert tab.evaluate("getComputedStyle(document.querySelector('header')).fontWeight") == "700"
    assert refused == []


def test_without_a_dashboard_every_address_says_so(nginx: Nginx, tab: Page) -> None:
    answer = tab.goto(f"{nginx.address}/jeugd?wijk=1")
    assert answer is not None
    assert answer.status == 503
    assert tab.locator("h1").inner_text() == PAGES["dicht"]


@pytest.fixture(scope="module")
def sign_on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SignOn]:
    folder = write_sample(tmp_path_factory.mktemp("editie"))
    write_pages(Edition(folder), folder.resolve())
    with running_sign_on(tmp_path_factory.mktemp("inloggen"), folder) as running:
        yield running


@pytest.mark.long
class TestReader:
    """Everything real, with choices over a websocket."""

    @pytest.fixture
    def page(self, sign_on: SignOn, tab: Page) -> Page:
        """A page with choices, of somebody who logged in."""
        return logged_in(sign_on, tab, "/jeugd")

    def test_one_logs_in_and_chooses(self, sign_on: SignOn, page: Page) -> None:
        page.locator("#kiezen select").first.focus()
        wait_for_answer(page)
        select = page.locator("#kiezen select").first
        select.select_option(index=1)
        page.wait_for_url("**/jeugd?*")
        wait_for_answer(page)
        assert "?" in page.url
        assert len(sign_on.dashboard.kernels()) == 1
        page.goto("about:blank")
        wait_until(lambda: not sign_on.dashboard.kernels(), "de kernel blijft nadat de pagina is gesloten")

    def test_one_logs_out_with_the_button(self, sign_on: SignOn, page: Page) -> None:
        page.get_by_role("button", name="Uitloggen").click()
        page.wait_for_url("**/oauth2/end_session?*")
        page.locator("form").last.evaluate("form => form.submit()")
        page.wait_for_url("**/melding/uitgelogd.html")
        page.get_by_role("link", name="Log opnieuw in").click()
        page.wait_for_url(f"{sign_on.provider}/**")

    def test_a_page_that_is_open_when_the_session_ends_says_that_it_cannot_go_on(
        self, sign_on: SignOn, page: Page
    ) -> None:
        page.context.clear_cookies()
        page.locator("#kiezen select").first.focus()
        page.locator("#kiezen[data-stand=storing]").wait_for(timeout=30_000)
        assert not sign_on.dashboard.kernels()
        page.reload()
        page.wait_for_url(f"{sign_on.provider}/**")

    def test_nothing_of_the_page_is_refused_by_the_browser(self, sign_on: SignOn, page: Page) -> None:
        refused: list[str] = []
        page.on("console", lambda message: refused.append(message.text))
        for path in ("/", "/jeugd"):
            open_page(page, f"{sign_on.nginx.address}{path}")
        assert refused == []


def logged_in(sign_on: SignOn, tab: Page, path: str) -> Page:
    """A tab at a page, after the log-in that it leads to."""
    tab.goto(f"{sign_on.nginx.address}{path}")
    tab.wait_for_url(f"{sign_on.provider}/**")
    tab.locator("input[name=sub]").fill("anna")
    tab.get_by_role("button", name="Authorize", exact=True).click()
    tab.wait_for_url(f"{sign_on.nginx.address}{path}")
    tab.locator("main h1").wait_for()
    return tab
