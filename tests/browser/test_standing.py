"""A dashboard whose refresh failed: the dated warning on its pages, the page behind it, and its log."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from socdom.schedule.journal import Journal, TaskState, write_journal
from tests.lib.browser import AXE_OPTIONS, Dashboard, open_page, running_dashboard
from tests.lib.sample_edition import write_sample

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("log") / "log"


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory, log: Path) -> Iterator[Dashboard]:
    """A dashboard of an edition of long ago; since three days it cannot be renewed."""
    folder = tmp_path_factory.mktemp("stand")
    place, kept, now = write_sample(folder), folder / "beheer", datetime.now(UTC)
    write_pages(Edition(place), place.resolve())
    os.utime(place.resolve() / "manifest.json", (0, 0))
    state = TaskState(last_attempt=now, failed_since=now - timedelta(days=3), code=13, tries=2)
    write_journal(kept, Journal(tasks={"verversen": state}))
    variables = {**os.environ, "SOCDOM_LOG": "json"}
    with running_dashboard(place, kept=kept, variables=variables, log=log) as running:
        yield running


@pytest.fixture
def page(browser: Browser, failing: Dashboard) -> Iterator[Page]:
    context = browser.new_context(locale="nl-NL")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("width", [1280, 320])
def test_the_warning_leads_to_the_page_that_tells_more(page: Page, failing: Dashboard, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    open_page(page, f"{failing.address}over")
    warning = page.locator("header .verouderd")
    assert "lukt het verversen niet" in warning.inner_text()
    warning.get_by_role("link").press("Enter")
    page.wait_for_url("**/stand")
    assert page.locator("h1").inner_text() == "Hoe actueel is dit dashboard?"
    assert "Een medewerker moet er eerst naar kijken." in page.locator("main").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page, options=AXE_OPTIONS).response["violations"]
    assert [rule["id"] for rule in found] == []


def test_monitoring_hears_of_it_and_of_nothing_else(failing: Dashboard) -> None:
    status, headers, body = failing.get("/gezondheid")
    assert (status, json.loads(body), headers["Cache-Control"]) == (200, {"status": "let op"}, "no-store")


def test_the_log_of_a_server_is_lines_for_programs(failing: Dashboard, log: Path) -> None:
    assert failing.get("/bestaat-niet")[0] == 404
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    assert lines[0]["gebeurtenis"] == "dashboard-begint"
    assert lines[0]["gemeente"] == "lindeveen"
