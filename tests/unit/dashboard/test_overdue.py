"""The warning that figures are older than they should be, by a clock of the test."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from tornado.httpclient import HTTPResponse
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

from socdom.dashboard.frame import error_page
from socdom.dashboard.overdue import OVERDUE_MARK, overdue_notice, with_notice
from socdom.dashboard.overview import overview
from socdom.dashboard.serving.handlers import page_rules
from socdom.dashboard.serving.latest import Latest
from socdom.dashboard.standing.failing import NotRenewed
from socdom.editions.read import Edition
from socdom.editions.write import write_manifest
from tests.lib.sample_edition import meta, write_sample

AS_OF = date(2021, 2, 15)
TOLD = "Er hadden nieuwere moeten zijn."


@pytest.mark.parametrize(("days", "warned"), [(0, False), (120, False), (121, True), (900, True)])
def test_figures_are_overdue_from_the_day_after_the_last_one(days: int, warned: bool) -> None:
    notice = overdue_notice(meta(renewed_within=120), AS_OF + timedelta(days=days))
    assert (TOLD in notice) == warned
    assert ("15\N{NO-BREAK SPACE}februari\N{NO-BREAK SPACE}2021" in notice) == warned
    assert bool(notice) == warned


def test_nobody_is_warned_where_nobody_said_how_new_figures_should_be() -> None:
    assert overdue_notice(meta(), date(2099, 1, 1)) == ""


def test_the_warning_stands_once_in_the_header_of_a_page(sample: Edition) -> None:
    about = sample.meta.model_copy(update={"renewed_within": 30})
    for page in (overview(sample), error_page(404, sample)):
        assert page.count(OVERDUE_MARK) == 1
        header = with_notice(page, about, date(2021, 4, 1)).partition("</header>")[0]
        assert header.count(TOLD) == 1
        assert "griffie@lindeveen.example" in header
        assert with_notice(page, about, date(2021, 3, 1)) == page


def test_a_refresh_that_failed_is_dated_and_the_day_of_the_figures_is_beside_it() -> None:
    once = overdue_notice(meta(), AS_OF, NotRenewed(date(2021, 3, 3), date(2021, 3, 3)))
    lasting = overdue_notice(meta(), AS_OF, NotRenewed(date(2021, 3, 3), date(2021, 3, 9)))
    nbsp = "\N{NO-BREAK SPACE}"
    assert "Op 3 maart 2021 is het verversen niet gelukt. U ziet de cijfers van" in once.replace(nbsp, " ")
    assert "Sinds 3 maart 2021 lukt het verversen niet." in lasting.replace(nbsp, " ")
    assert "15 februari 2021" in lasting.replace(nbsp, " ")


def test_two_warnings_are_told_as_one() -> None:
    failed = NotRenewed(date(2021, 3, 3), date(2021, 3, 9))
    both = overdue_notice(meta(renewed_within=10), AS_OF + timedelta(days=30), failed)
    assert both.count("Let op.") == both.count("<p>") == 1
    assert both.count("15\N{NO-BREAK SPACE}februari") == 1
    assert TOLD in both
    assert "lukt het verversen niet" in both


class TestServed(AsyncHTTPTestCase):
    """The same finished page on two days."""

    def get_app(self) -> Application:
        self.today = AS_OF
        self.folder = tempfile.TemporaryDirectory()
        place = write_sample(Path(self.folder.name), renewed_within=10)
        edition = Edition(place)
        (edition.folder / "dashboard").mkdir()
        (edition.folder / "dashboard" / "over.html").write_text(error_page(404, edition), encoding="utf-8")
        write_manifest(edition.folder, fingerprint="test", inputs={}, parameters={})
        return Application(page_rules("/", Latest(place), Path()), clock=lambda: self.today)

    def tearDown(self) -> None:
        super().tearDown()
        self.folder.cleanup()

    def asked(self, **headers: str) -> HTTPResponse:
        return self.fetch("/over", headers=headers)

    def test_a_browser_that_kept_the_page_sees_the_warning_too(self) -> None:
        before = self.asked()
        assert TOLD not in before.body.decode()
        assert self.asked(**{"If-None-Match": before.headers["Etag"]}).code == 304
        self.today = AS_OF + timedelta(days=11)
        after = self.asked(**{"If-None-Match": before.headers["Etag"]})
        assert after.code == 200
        assert TOLD in after.body.decode()
