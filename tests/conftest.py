"""Fixtures shared by all tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from socdom.editions.read import Edition
from tests.lib.canary_town import CanaryTown, make_canary_town, published
from tests.lib.made_once import made_once
from tests.lib.rich_edition import write_rich
from tests.lib.sample_edition import write_sample
from tests.lib.small_town import places_in

ROOT = Path(__file__).resolve().parents[1]

# The everyday run tries the same random cases each time, so that what fails is what was changed; `make test-long` tries
# new ones.
settings.register_profile("same", derandomize=True)
settings.register_profile("new", derandomize=False)
settings.load_profile("same")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browser tests come last: Playwright keeps an event loop running in this thread until the session ends."""
    items.sort(key=lambda item: "browser" in item.path.relative_to(ROOT).parts)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the sample edition; read only."""
    return write_sample(tmp_path_factory.mktemp("rendered"))


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Edition:
    """The sample edition."""
    return Edition(sample_folder)


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The sample edition with figures of every further shape."""
    return write_rich(tmp_path_factory.mktemp("rich"))


@pytest.fixture(scope="session")
def canary_town(tmp_path_factory: pytest.TempPathFactory) -> CanaryTown:
    """A municipality with marked persons and exact numbers, with its editions; leave it as it was."""
    folder, runs = made_once(
        tmp_path_factory, "kanarie", lambda empty: published(make_canary_town(empty)).runs
    )
    assert [run.code for run in runs] == [0, 0, 0], [run.printed for run in runs]
    return CanaryTown(places_in(folder), folder, runs)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Real published data beside the repository; skips the test where it is absent."""
    folder = ROOT.parent / "shared" / "data"
    if not folder.is_dir():
        pytest.skip("de map shared/data met openbare cijfers is er niet")
    return folder
