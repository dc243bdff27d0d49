"""kill -9 at random moments: never a half edition or a wrong figure, and the next run finishes by itself."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom import pipeline
from socdom.errors import EditionError
from socdom.parameters import Places
from socdom.pipeline.renewal import finish_renewal
from socdom.sources.pseudonyms import load_key
from socdom.sources.vintages import key_id, vintages
from tests.lib.killing import Reference, Runs, Scenario, Tally, cold_runs, warm_runs
from tests.lib.small_town import QUARTER, SLUG, make_workplace, places_in
from tests.lib.tiny_workplace import keep_two, make_tiny, say_otherwise

# The same moments each time; another row of them with SOCDOM_KILLS.
SEED = int(os.environ.get("SOCDOM_KILLS", "20201231"))


@pytest.fixture(scope="module")
def warm() -> Iterator[Runs]:
    with warm_runs() as runs:
        yield runs


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two editions after each other, so that there is one to go back to, and a new figure that waits."""
    folder = tmp_path_factory.mktemp("klein")
    places = make_tiny(folder)
    keep_two(places)
    for value in (71, 72):
        say_otherwise(places, value)
        pipeline.refresh(SLUG, places=places)
    say_otherwise(places, 73)
    return folder


@pytest.fixture(scope="module")
def lost(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workplace of which everything is gone but a copy and the key."""
    folder = tmp_path_factory.mktemp("weg")
    old, new = places_in(tiny), places_in(folder)
    new.root.mkdir()
    shutil.copytree(old.key.parent, new.key.parent)
    made = pipeline.backup(SLUG, folder / "kopie", places=old)
    made.path.rename(folder / "kopie" / "kopie.tar.gz")
    return folder


def copies_are_whole(places: Places) -> None:
    """What has the name of a copy is one."""
    for path in (places.root.parent / "kopie").glob("*.tar.gz"):
        pipeline.check_copy(path, places=places)


def scenario(name: str, tiny: Path, lost: Path) -> Scenario:
    """What is done to a tiny workplace."""
    own = ("-g", SLUG)
    match name:
        case "refresh":
            return Scenario(name, tiny, ("refresh", *own))
        case "definitief":
            return Scenario(name, tiny, ("quarter", QUARTER, *own, "--definitief"))
        case "rollback":
            return Scenario(name, tiny, ("rollback", *own), done_already=EditionError.exit_code)
        case "backup":
            words = ("backup", *own, "--naar", "{folder}/kopie", "--sleutel-naar", "{folder}/kluis")
            return Scenario(name, tiny, words, look=copies_are_whole)
        case _:
            return Scenario(name, lost, ("restore", "{folder}/kopie/kopie.tar.gz"))


FEW = {"refresh": 2, "rollback": 6, "backup": 6, "restore": 6}
MANY = {"refresh": 100, "definitief": 50, "rollback": 50, "backup": 50, "restore": 50}


def killed(runs: Runs, scenario: Scenario, folder: Path, times: int) -> Tally:
    """So many kills; what became of them is printed."""
    rng, tally = random.Random(f"{SEED} {scenario.name}"), Tally()
    reference = Reference(runs, scenario, folder / scenario.name)
    while tally.kills < times and tally.too_late <= 3 * times:
        reference.kill_once(runs, rng, tally)
    print(f"{scenario.name}: {tally}; seed {SEED}; {reference.seconds:.2f} s when left alone")
    assert tally.kills == times, "most runs were over before their moment came"
    return tally


@pytest.mark.parametrize("name", FEW)
def test_a_run_that_is_killed_leaves_all_whole_and_the_next_finishes(
    warm: Runs, tiny: Path, lost: Path, tmp_path: Path, name: str
) -> None:
    killed(warm, scenario(name, tiny, lost), tmp_path, FEW[name])


@pytest.mark.long
@pytest.mark.parametrize("name", MANY)
def test_it_holds_at_hundreds_of_moments(
    warm: Runs, tiny: Path, lost: Path, tmp_path: Path, name: str
) -> None:
    killed(warm, scenario(name, tiny, lost), tmp_path, MANY[name])


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A municipality with registrations of two deliveries, a report in three forms, and a newer delivery that waits."""
    folder = tmp_path_factory.mktemp("dorp")
    places = make_workplace(folder)
    pipeline.quarter(QUARTER, SLUG, places=places)
    pipeline.refresh(SLUG, places=places)
    path = places.deliveries(SLUG) / "aanvragen.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(lines[:-3]) + "\n", encoding="utf-8")
    return folder


def one_key(places: Places) -> None:
    """All kept deliveries are under the key that stands there, and at most the run that comes next has to finish it."""
    finish_renewal(places)
    kept, key = vintages(places.data / SLUG / "vintages"), load_key(places.key)
    assert {one.key_id for one in kept} == {key_id(key)}
    assert places.key.stat().st_mode & 0o777 == 0o600


OF_TOWN = {
    "quarter": (("quarter", QUARTER, "-g", SLUG), 12),
    "town refresh": (("refresh", "-g", SLUG), 16),
    "check": (("check", "-g", SLUG), 8),
}


@pytest.mark.long
@pytest.mark.parametrize("name", OF_TOWN)
def test_it_holds_with_registrations_and_documents(warm: Runs, town: Path, tmp_path: Path, name: str) -> None:
    words, times = OF_TOWN[name]
    killed(warm, Scenario(name, town, words), tmp_path, times)


@pytest.mark.long
def test_a_key_that_is_renewed_fits_all_kept_deliveries(warm: Runs, town: Path, tmp_path: Path) -> None:
    words, again = ("renew-key",), ("vintages", "-g", SLUG)
    killed(warm, Scenario("renew-key", town, words, again, same=False, look=one_key), tmp_path, 20)


@pytest.mark.long
def test_it_holds_for_commands_as_a_server_starts_them(town: Path, tmp_path: Path) -> None:
    killed(cold_runs(), Scenario("cold refresh", town, ("refresh", "-g", SLUG)), tmp_path, 6)
