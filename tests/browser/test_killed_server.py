"""kill -9 of whatever serves: the pages stay or come back, the same to the byte, and nothing is left behind."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from socdom.dashboard.pages import write_pages
from socdom.editions.read import Edition
from tests.lib.browser import Dashboard, running_dashboard, wait_until
from tests.lib.killing import processes_under, state_of
from tests.lib.sample_edition import write_sample
from tests.lib.visitor import begin

pytestmark = [pytest.mark.browser, pytest.mark.long]

SEED = int(os.environ.get("SOCDOM_KILLS", "20201231"))
PAGES = ("", "jeugd", "wmo")
KILLS = 30


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write_sample(tmp_path_factory.mktemp("gedood"), name="actueel")
    write_pages(Edition(folder), folder.resolve())
    return folder


def pages(dashboard: Dashboard) -> dict[str, tuple[int, str]]:
    return {address: dashboard.get(f"/{address}")[::2] for address in PAGES}  # type: ignore[misc]


def test_a_process_behind_the_server_that_is_killed_comes_back_and_the_pages_stay(edition: Path) -> None:
    rng = random.Random(SEED)
    with running_dashboard(edition) as dashboard:
        wanted = pages(dashboard)
        assert {status for status, _ in wanted.values()} == {200}
        killed: list[str] = []
        while len(killed) < KILLS:
            begin(dashboard.port, "jeugd")  # so that there is a kernel too
            victims = processes_under(dashboard.process)
            victim = rng.choice(victims)
            killed.append(name_of(victim))
            os.kill(victim, signal.SIGKILL)
            assert pages(dashboard) == wanted
            page = begin(dashboard.port, "jeugd")
            with page.socket():
                assert pages(dashboard) == wanted
        print(
            f"server: {len(killed)} kills: { ({name: killed.count(name) for name in sorted(set(killed))}) }"
        )


def test_a_server_that_is_killed_takes_all_with_it_and_starts_again(edition: Path) -> None:
    wanted: dict[str, tuple[int, str]] = {}
    for _ in range(3):
        with running_dashboard(edition) as dashboard:
            wanted = wanted or pages(dashboard)
            assert pages(dashboard) == wanted
            begin(dashboard.port, "jeugd")
            below = processes_under(dashboard.process)
            assert below
            os.kill(dashboard.process, signal.SIGKILL)
            wait_until(gone(below), "er blijft een proces achter")


def gone(numbers: list[int]) -> Callable[[], bool]:
    """Whether none of these processes runs any more."""
    return lambda: not any(state_of(number) not in ("", "Z") for number in numbers)


def name_of(number: int) -> str:
    return Path(f"/proc/{number}/comm").read_text().strip()
