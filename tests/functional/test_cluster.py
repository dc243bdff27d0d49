"""Counting on several machines gives the same figures, also when one of them falls away halfway."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import CountingError, ParameterError
from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.measures.partial import Sums
from socdom.measures.parts import PartCounter, compute_parts
from socdom.measures.runners import in_processes, on_cluster
from socdom.pipeline.counting import counted
from socdom.pipeline.figures import protected_figures
from socdom.pipeline.inputs import quarter_inputs
from socdom.pipeline.progress import silent
from socdom.pipeline.scope import scope_of
from socdom.tables import Tables
from socdom.tables.partitions import write_partitions
from tests.lib.crowd import crowd
from tests.lib.small_town import QUARTER, SLUG, make_workplace
from tests.lib.towns import AREAS, QUARTERS
from tests.lib.unattacked import without_attack

# One indicator of every kind, by quarter and by year.
OWN = list(
    {
        (type(item.measure), item.every): item for item in catalogue().values() if not item.external_series
    }.values()
)
PARTS = 6

distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def tables() -> Tables:
    return crowd(300)


@pytest.fixture(scope="module")
def expected(tables: Tables) -> pd.DataFrame:
    return compute(OWN, tables, QUARTERS, AREAS)


@pytest.fixture(scope="module")
def folder(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("delen") / "delen"
    write_partitions(tables, place, PARTS)
    return place


@pytest.fixture(scope="module")
def cluster() -> Iterator[object]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as running:
        yield running


def test_parts_in_turn_and_in_processes_give_the_same_figures(folder: Path, expected: pd.DataFrame) -> None:
    for run in ({}, {"run": in_processes(2)}):
        pd.testing.assert_frame_equal(compute_parts(OWN, folder, QUARTERS, AREAS, **run), expected)


class DiesAtOnce:
    """At module level: a process that is started anew must be able to import it."""

    def __call__(self, number: int) -> dict[str, Sums]:
        os.kill(os.getpid(), signal.SIGKILL)


def test_a_process_that_falls_away_is_told_in_dutch() -> None:
    with pytest.raises(CountingError, match="rekenproces viel weg.*te weinig geheugen"):
        list(in_processes(1)(DiesAtOnce(), range(2)))


@pytest.mark.slow
def test_a_cluster_gives_the_same_figures(folder: Path, expected: pd.DataFrame, cluster: object) -> None:
    run = on_cluster(cluster.scheduler_address)
    pd.testing.assert_frame_equal(compute_parts(OWN, folder, QUARTERS, AREAS, run=run), expected)


@pytest.mark.slow
def test_a_worker_that_dies_halfway_changes_nothing(
    folder: Path, expected: pd.DataFrame, cluster: object, tmp_path: Path
) -> None:
    mark = tmp_path / "died"

    class Dies:
        """Counts, but takes its own process down at the fourth part, once."""

        def __init__(self, counter: PartCounter) -> None:
            self.counter = counter

        def __call__(self, number: int) -> dict[str, Sums]:
            if number == 3 and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return self.counter(number)

    run = on_cluster(cluster.scheduler_address)
    figures = compute_parts(
        OWN, folder, QUARTERS, AREAS, run=lambda counter, numbers: run(Dies(counter), numbers)
    )
    assert mark.exists()
    pd.testing.assert_frame_equal(figures, expected)


def test_nobody_at_the_address_is_told_in_dutch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socdom.measures.runners._PATIENCE", "1s")
    with pytest.raises(ParameterError, match="er antwoordt geen cluster op tcp://127.0.0.1:1"):
        compute_parts(OWN, folder, QUARTERS, AREAS, run=on_cluster("tcp://127.0.0.1:1"))


@pytest.mark.slow
def test_a_folder_the_workers_do_not_see_is_told_in_dutch(
    cluster: object, folder: Path, tmp_path: Path
) -> None:
    class Elsewhere:
        def __call__(self, number: int) -> dict[str, Sums]:
            return PartCounter(tuple(OWN), tmp_path / "nergens", QUARTERS, AREAS)(number)

    run = on_cluster(cluster.scheduler_address)
    with pytest.raises(ParameterError, match="zien de map met gegevens niet"):
        list(run(Elsewhere(), range(2)))


@pytest.mark.slow
def test_an_edition_is_the_same_with_a_cluster(
    cluster: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_attack(monkeypatch)
    places = make_workplace(tmp_path)
    here, there = (
        protected_figures(inputs, scope_of(inputs), silent)
        for address in ("", cluster.scheduler_address)
        for inputs in [quarter_inputs(places, SLUG, QUARTER, address)]
    )
    pd.testing.assert_frame_equal(there.figures, here.figures)
    assert not list((places.data / SLUG).glob(".delen-*"))


def test_many_rows_are_counted_in_parts_and_what_a_broken_run_left_is_cleared(
    tables: Tables, expected: pd.DataFrame, tmp_path: Path
) -> None:
    left = tmp_path / ".delen-oud"
    left.mkdir()
    figures = counted(OWN, tables, QUARTERS, AREAS, None, folder=tmp_path, rows_per_part=2_000)
    pd.testing.assert_frame_equal(figures, expected)
    assert list(tmp_path.iterdir()) == []
