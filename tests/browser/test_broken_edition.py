"""A theme page whose kernel cannot read the edition: the finished page stays, and no error is shown."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from tests.lib.browser import Dashboard, running_dashboard
from tests.lib.sample_edition import write_sample

pytestmark = pytest.mark.browser


@pytest.fixture
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Dashboard]:
    """A dashboard whose figures get damaged while it runs."""
    folder = write_sample(tmp_path_factory.mktemp("kapot"))
    write_pages(Edition(folder), folder.resolve())
    with running_dashboard(folder) as running:
        (folder / "figures.parquet").write_bytes(b"kapot")
        yield running


def test_an_edition_that_was_taken_away_gives_pages_in_dutch(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = write_sample(tmp_path_factory.mktemp("weg"))
    write_pages(Edition(folder), folder.resolve())
    with running_dashboard(folder) as running:
        folder.rename(folder.with_name("elders"))
        for path in ("/", "/over", "/bestaat-niet"):
            status, _, text = running.get(path)
            assert (status, "Naar het overzicht" in text) == (404, True)
        folder.with_name("elders").rename(folder)
        assert running.get("/")[0] == 200


def test_finished_page_stays_when_choosing_fails(broken: Dashboard, browser: Browser) -> None:
    page: Page = browser.new_page()
    page.goto(broken.address + "schulden", wait_until="commit")
    expect(page.get_by_text("Kiezen lukt nu niet")).to_be_visible(timeout=40_000)
    assert page.locator("main h1").first.is_visible()
    assert page.locator("#loading figure svg.breed").first.is_visible()
    assert page.locator("footer").is_visible()
    page.goto(broken.address + "schulden?kwartaal=2020Q3")
    expect(page.get_by_text("Deze cijfers kunnen we nu niet tonen")).to_be_visible(timeout=40_000)
    assert page.locator("main h1").count() == 1
    assert "Traceback" not in page.content()
    page.close()
