"""A server with accounts, as it stands before it serves, and a clock that tests move."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.dashboard.pages import write_pages
from socdom.dashboard.serving.app import DashboardApp
from socdom.editions.read import Edition
from tests.lib.access import Clock
from tests.lib.browser import NOTEBOOKS
from tests.lib.rules import with_accounts
from tests.lib.sample_edition import write_sample


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = write_sample(tmp_path_factory.mktemp("toegang"))
    write_pages(Edition(folder), folder.resolve())
    return Edition(folder)


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def app(edition: Edition, clock: Clock, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DashboardApp]:
    kept: Path = tmp_path_factory.mktemp("bewaard")
    with with_accounts(edition.folder, NOTEBOOKS, kept, clock) as app:
        yield app
