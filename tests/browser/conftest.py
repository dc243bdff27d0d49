"""One dashboard and one browser for all browser tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from socdom.dashboard.pages import write_pages
from tests.lib.browser import Dashboard, launch, running_dashboard, wait_until
from tests.lib.rich_edition import write_rich


@pytest.fixture(scope="session")
def dashboard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """The dashboard of the rich edition, with its finished pages and a document."""
    rendered = tmp_path_factory.mktemp("dashboard")
    edition = write_rich(rendered)
    folder = rendered / "lindeveen" / "2020Q4"
    (folder / "kwartaalrapport.html").write_text("<!doctype html><title>Rapport</title>", encoding="utf-8")
    write_pages(edition, edition.folder)
    with running_dashboard(folder) as running:
        yield running


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = launch(playwright)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser, dashboard: Dashboard) -> Iterator[Page]:
    """A tab of its own; its kernel has gone when the next test starts."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    yield context.new_page()
    for tab in context.pages:
        # Closing a context ends it without a word; a visitor leaves by going elsewhere or closing the tab.
        tab.goto("about:blank")
    context.close()
    wait_until(lambda: not dashboard.kernels(), "een kernel blijft bestaan nadat het tabblad is gesloten")
