"""Tables cut into parts: nothing lost, nothing doubled, households together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.tables import COLUMNS, Tables
from socdom.tables.model import OPEN_DATES
from socdom.tables.partitions import PERSON_TABLES, TOTALS, parts, read_part, read_totals, write_partitions

FEW = settings(deadline=None, max_examples=10)
WITH_HOUSEHOLD = ("persons", "benefits", "debt_trajectories", "debt_signals")
DAYS = pd.date_range("1900-01-01", "2100-12-31", unit="s")


@st.composite
def some_tables(draw: st.DrawFn) -> Tables:
    """Few persons and households in all tables, so that every way of hanging together comes by."""
    rng = np.random.default_rng(draw(st.integers(0, 2**32)))
    pairs = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=7)
    return Tables(**{name: _filled(name, draw(pairs), rng) for name in COLUMNS})


def _filled(name: str, pairs: list[tuple[int, int]], rng: np.random.Generator) -> pd.DataFrame:
    """A row per pair of person and household, with anything of the right type in the other columns."""
    size = len(pairs)
    columns = {}
    for column, dtype in COLUMNS[name].items():
        if column in ("person", "household"):
            numbers = [pair[column == "household"] for pair in pairs]
            columns[column] = [number * 2**59 - number % 3 for number in numbers]  # over the whole of 63 bits
        elif dtype == "str":
            columns[column] = rng.choice(["", "01", "zin", "é", "BU99990101"], size)
        elif dtype.startswith("datetime"):
            open_share = 0.3 if (name, column) in OPEN_DATES else 0
            days = pd.Series(DAYS[rng.integers(0, len(DAYS), size)])
            columns[column] = days.mask(rng.random(size) < open_share)
        else:
            columns[column] = rng.integers(-(2**40), 2**40, size)
    return pd.DataFrame(columns, columns=list(COLUMNS[name])).astype(COLUMNS[name])


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    return table.sort_values(list(table.columns), ignore_index=True)


def _written(tables: Tables, number: int) -> tuple[list[Tables], Tables]:
    with TemporaryDirectory() as home:
        folder = Path(home) / "parts"
        write_partitions(tables, folder, number)
        assert parts(folder) == number
        return [read_part(folder, n) for n in range(number)], read_totals(folder)


def _households(tables: Tables) -> list[set[int]]:
    """Sets of persons who hang together by households, one row at a time."""
    groups: list[tuple[set[int], set[int]]] = []
    for name in WITH_HOUSEHOLD:
        for row in getattr(tables, name).itertuples():
            met = [g for g in groups if row.person in g[0] or row.household in g[1]]
            merged = ({row.person}.union(*(g[0] for g in met)), {row.household}.union(*(g[1] for g in met)))
            groups = [g for g in groups if g not in met] + [merged]
    return [persons for persons, _ in groups]


@FEW
@given(some_tables(), st.integers(1, 5))
def test_parts_together_are_the_tables(tables: Tables, number: int) -> None:
    read, totals = _written(tables, number)
    for name in PERSON_TABLES:
        together = pd.concat([getattr(part, name) for part in read], ignore_index=True)
        pd.testing.assert_frame_equal(_in_order(together), _in_order(getattr(tables, name)))
        assert len(getattr(totals, name)) == 0
    for name in TOTALS:
        pd.testing.assert_frame_equal(getattr(totals, name), getattr(tables, name))
        assert all(len(getattr(part, name)) == 0 for part in read)
    for part in (*read, totals):
        for name, columns in COLUMNS.items():
            assert {c: str(dtype) for c, dtype in getattr(part, name).dtypes.items()} == columns


@FEW
@given(some_tables(), st.integers(1, 5))
def test_persons_and_households_are_never_cut(tables: Tables, number: int) -> None:
    read, _ = _written(tables, number)
    members = [set().union(*(getattr(part, name)["person"] for name in PERSON_TABLES)) for part in read]
    assert sum(len(persons) for persons in members) == len(set().union(*members))
    for household in _households(tables):
        assert sum(bool(household & persons) for persons in members) == 1


@settings(FEW, max_examples=5)
@given(some_tables(), st.integers(0, 99))
def test_order_of_rows_does_not_matter_for_the_parts(tables: Tables, seed: int) -> None:
    shuffled = replace(
        tables,
        **{
            name: getattr(tables, name).sample(frac=1, random_state=seed, ignore_index=True)
            for name in PERSON_TABLES
        },
    )
    for one, other in zip(_written(tables, 3)[0], _written(shuffled, 3)[0], strict=True):
        for name in PERSON_TABLES:
            pd.testing.assert_frame_equal(_in_order(getattr(one, name)), _in_order(getattr(other, name)))


def _people(size: int, household: np.ndarray) -> Tables:
    columns = {"person": np.arange(size), "household": household, "birth_date": DAYS[0], "sex": "man"}
    return replace(Tables.empty(), persons=pd.DataFrame(columns).astype(COLUMNS["persons"]))


def test_parts_are_about_as_large(tmp_path: Path) -> None:
    write_partitions(_people(40_000, np.arange(40_000) // 2), tmp_path / "parts", 8)
    sizes = [len(read_part(tmp_path / "parts", number).persons) for number in range(8)]
    assert min(sizes) > 4_600
    assert max(sizes) < 5_400


def test_a_long_chain_of_households_stays_together(tmp_path: Path) -> None:
    """Person n shares one household with n - 1 and another with n + 1."""
    size = 3_001
    chain = np.random.default_rng(1).permutation(size)
    tables = _people(size, np.full(size, 0))
    persons = tables.persons.assign(person=chain, household=np.arange(size) // 2)
    benefits = pd.DataFrame({"person": chain, "household": (np.arange(size) + 1) // 2 + 10**9})
    benefits = benefits.assign(benefit=1, start=DAYS[0], end=pd.NaT, end_reason="")
    tables = replace(
        tables,
        persons=persons.astype(COLUMNS["persons"]),
        benefits=benefits[list(COLUMNS["benefits"])].astype(COLUMNS["benefits"]),
    )
    write_partitions(tables, tmp_path / "parts", 4)
    sizes = [len(read_part(tmp_path / "parts", number).persons) for number in range(4)]
    assert sorted(sizes) == [0, 0, 0, size]


def test_what_was_there_is_replaced_whole_and_a_failure_leaves_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "parts"
    write_partitions(_people(10, np.arange(10)), folder, 5)
    write_partitions(_people(20, np.arange(20)), folder, 2)
    assert parts(folder) == 2
    monkeypatch.setattr("socdom.tables.partitions._file", lambda folder, name: folder / "no" / "such")
    with pytest.raises(OSError, match="such"):
        write_partitions(_people(30, np.arange(30)), folder, 3)
    monkeypatch.undo()
    assert sum(len(read_part(folder, number).persons) for number in range(2)) == 20
    assert [path.name for path in tmp_path.iterdir()] == ["parts"]
