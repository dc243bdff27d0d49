"""The bench: all ways of counting give the same answer, SQL and a plain loop among them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from socdom.measures.compute import compute
from tests.bench import attack, core, engine
from tests.bench.alone import alone
from tests.bench.data import QUARTERS, write_core
from tests.bench.entries import Target, quicker, slower, table
from tests.bench.parts import write_parts
from tests.bench.towns import AREAS, Sizes, tables_of, with_totals


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bench")
    write_core(folder / "core.parquet", 3000)
    write_parts(folder / "parts", 3000)
    return folder


@pytest.mark.parametrize("way", [core.pandas_loop, core.duckdb_join, core.duckdb_unnest])
def test_the_core_question_has_one_answer(data: Path, way) -> None:
    expected = way(data / "core.parquet")()
    assert expected.sum() > 3000
    np.testing.assert_array_equal(core.socdom(data / "core.parquet")(), expected)


def test_reading_goes_through_all_rows(data: Path) -> None:
    for way in (core.pandas_read, core.duckdb_scan):
        assert way(data / "core.parquet")().tolist() == [3000]


def test_the_engine_and_sql_agree_on_wijken_and_categories(data: Path) -> None:
    expected = engine.duckdb_tables(data / "parts")()
    assert (expected.sum(axis=1) > 0).all()
    np.testing.assert_array_equal(engine.socdom(data / "parts")(), expected)


def test_a_process_of_its_own_tells_time_memory_and_answer(data: Path) -> None:
    run = alone("core:socdom", data / "core.parquet")
    np.testing.assert_array_equal(run.answer, core.socdom(data / "core.parquet")())
    assert run.seconds > 0
    assert 50 < run.megabytes < 2000
    beside = quicker("a", 3000, run, "b", run, Target("ratio", at_least=2))
    within = slower("a", 3000, run, "b", run, Target("ratio", at_most=2))
    assert (beside.met, within.met) == (False, True)
    assert "NOT met" in table([beside, within])


def test_data_that_is_there_is_not_made_again(data: Path) -> None:
    before = (data / "core.parquet").stat().st_mtime_ns
    write_core(data / "core.parquet", 10)
    write_parts(data / "parts", 10)
    assert (data / "core.parquet").stat().st_mtime_ns == before
    assert core.pandas_read(data / "core.parquet")().tolist() == [3000]


def test_parts_of_a_town_have_no_person_or_household_in_common() -> None:
    sizes = Sizes(1100, 1100, 300)
    one, other = (tables_of(sizes, first_person=first).persons for first in (0, 1100))
    for column in ("person", "household"):
        assert not set(one[column]) & set(other[column])


def test_the_whole_catalogue_has_figures_for_the_town_of_the_bench() -> None:

    tables = with_totals(tables_of(Sizes(2000, 1500, 4000, 8000, 1500)))
    own = engine.own_indicators()
    figures = compute(own, tables, QUARTERS, AREAS)
    known = set(figures.loc[figures["value"].notna(), "indicator"])
    assert {item.id for item in own} - known == set()


@pytest.mark.long
def test_nothing_is_found_in_the_editions_that_are_timed(tmp_path: Path) -> None:
    attack.write_figures(tmp_path / "lindeveen.parquet")
    for way in (attack.last_5, attack.last_20, attack.unchanged):
        assert way(tmp_path / "lindeveen.parquet")().tolist() == [0]
