"""The address for monitoring, the page for readers, and the warning on every other page, of a server in this process."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socdom.dashboard.pages import write_pages
from socdom.dashboard.serving.app import DashboardApp
from socdom.dashboard.serving.health import ATTENTION, FAULT, GOOD
from socdom.editions.read import Edition
from socdom.schedule.journal import Journal, TaskState, write_journal
from tests.lib.browser import NOTEBOOKS
from tests.lib.rules import BY_DEFAULT, Asking, asking, built
from tests.lib.sample_edition import write_sample

TOLD = "lukt het verversen niet"


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("beheer")


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Iterator[DashboardApp]:
    place = write_sample(tmp_path_factory.mktemp("editie"))
    write_pages(Edition(place), place.resolve())
    with built(place, NOTEBOOKS, operations=replace(BY_DEFAULT, folder=kept)) as found:
        yield found


@pytest.fixture
def visitor(app: DashboardApp) -> Iterator[Asking]:
    with asking(app.app) as found:
        yield found


@pytest.fixture
def failing(app: DashboardApp, kept: Path) -> Iterator[None]:
    """A refresh that fails since two days; the edition is of before that."""
    now = datetime.now(UTC)
    manifest = app._latest.folder() / "manifest.json"
    before = (now - timedelta(days=9)).timestamp()
    os.utime(manifest, (before, before))
    state = TaskState(last_attempt=now, failed_since=now - timedelta(days=2), code=12, tries=2)
    write_journal(kept, Journal(tasks={"verversen": state}))
    yield
    write_journal(kept, Journal())


def test_all_is_well(visitor: Asking) -> None:
    answer = visitor.fetch("/gezondheid")
    assert (answer.code, json.loads(answer.body)) == (200, {"status": GOOD})
    assert answer.headers["Cache-Control"] == "no-store"
    assert visitor.fetch("/gezondheid", method="HEAD").code == 200
    assert visitor.fetch("/gezondheid", method="POST", body=b"").code == 405


@pytest.mark.usefixtures("failing")
def test_a_refresh_that_failed_is_seen_at_once_everywhere(visitor: Asking) -> None:
    assert json.loads(visitor.fetch("/gezondheid").body) == {"status": ATTENTION}
    for address in ("/", "/over", "/jeugd", "/zoeken?zoek=jeugd"):
        page = visitor.fetch(address).body.decode()
        assert page.partition("</header>")[0].count(TOLD) == 1
        assert 'href="stand"' in page.partition("</header>")[0]
    standing = visitor.fetch("/stand").body.decode()
    assert standing.partition("</header>")[0].count(TOLD) == 1
    assert 'href="stand"' not in standing.partition("</header>")[0]


def test_and_is_gone_when_it_is_over(visitor: Asking) -> None:
    for address in ("/", "/stand"):
        answer = visitor.fetch(address)
        assert answer.code == 200
        assert TOLD not in answer.body.decode()
        assert 'href="stand">Hoe actueel is dit dashboard?</a>' in answer.body.decode()


def test_without_an_edition_it_cannot_serve(app: DashboardApp, visitor: Asking) -> None:
    place = app._latest.place
    away = place.with_name("weg")
    place.rename(away)
    try:
        answer = visitor.fetch("/gezondheid")
        assert (answer.code, json.loads(answer.body)) == (503, {"status": FAULT})
    finally:
        away.rename(place)
