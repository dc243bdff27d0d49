"""What was known on a day, worked out by hand on a few rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from socdom.quarters import Quarter
from socdom.tables import COLUMNS, Tables, as_known_on

DAY = date(2021, 2, 15)
NONE = pd.NaT


def _frame(name: str, *rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS[name])).astype(COLUMNS[name])


def _day(text: str) -> pd.Timestamp:
    return pd.Timestamp(text)


@pytest.fixture
def tables() -> Tables:
    def provision(number: int, assigned: str, end: object, *reasons: str) -> tuple[object, ...]:
        return (number, 1, "wmo", "01", "zin", "a", "", _day(assigned), _day("2021-03-01"), end, *reasons)

    def line(number: int, received: str) -> tuple[object, ...]:
        return (number, 1, 1, "wmo", "01", "a", _day("2020-12-01"), _day(received), 1, "04", 100)

    return replace(
        Tables.empty(),
        provisions=_frame(
            "provisions",
            provision(1, "2021-02-15", NONE, "", ""),
            provision(2, "2021-02-16", NONE, "", ""),
            provision(3, "2021-02-01", _day("2021-06-30"), "36", "03"),
            provision(4, "2020-02-01", _day("2021-02-15"), "36", "08"),
        ),
        applications=_frame(
            "applications",
            (1, 1, "wmo", _day("2021-01-01"), _day("2021-02-15"), "toegekend"),
            (2, 1, "wmo", _day("2021-01-01"), _day("2021-02-16"), "afgewezen"),
            (3, 1, "wmo", _day("2021-02-16"), NONE, ""),
            (4, 1, "wmo", _day("2021-02-15"), NONE, ""),
        ),
        benefits=_frame(
            "benefits",
            (1, 1, 1, _day("2020-01-01"), _day("2021-02-15"), "werk"),
            (2, 2, 2, _day("2020-01-01"), _day("2021-02-16"), "werk"),
            (3, 3, 3, _day("2021-02-16"), NONE, ""),
        ),
        debt_trajectories=_frame(
            "debt_trajectories",
            (1, 1, 1, _day("2021-02-01"), _day("2021-02-20"), NONE, ""),
            (2, 2, 2, _day("2020-02-01"), _day("2020-02-20"), _day("2021-05-01"), "uitval"),
        ),
        reintegrations=_frame(
            "reintegrations",
            (1, 1, "scholing", _day("2021-02-15"), _day("2021-02-16"), "werk"),
            (2, 1, "overig", _day("2021-02-16"), NONE, ""),
        ),
        debt_signals=_frame(
            "debt_signals",
            (1, 1, 1, _day("2021-02-01"), "huur", _day("2021-02-15"), "hulp"),
            (2, 1, 1, _day("2021-02-15"), "huur", _day("2021-02-16"), "geen contact"),
            (3, 1, 1, _day("2021-02-16"), "water", NONE, ""),
        ),
        declarations=_frame("declarations", line(1, "2021-02-15"), line(2, "2021-02-16")),
        population=_frame(
            "population",
            ("", Quarter(2021, 1).index, 0, 200, "man", 5),
            ("", Quarter(2021, 2).index, 0, 200, "man", 6),
        ),
        households=_frame("households", ("", Quarter(2021, 1).index, 5), ("", Quarter(2021, 2).index, 6)),
        budget=_frame(
            "budget",
            ("6.3", Quarter(2020, 4).index, "lasten", 8.0, 8.0),
            ("6.3", Quarter(2021, 2).index, "lasten", 8.0, 4.0),
        ),
    )


def test_provisions_assigned_later_are_unknown_and_planned_ends_are_kept(tables: Tables) -> None:
    known = as_known_on(tables, DAY).provisions
    assert known["provision"].tolist() == [1, 3, 4]
    assert known["end"].tolist()[1] == _day("2021-06-30")
    assert known["end_reason"].tolist() == ["", "", "36"]
    assert known["change_reason"].tolist() == ["", "", "08"]


def test_later_decisions_are_open_and_later_applications_unknown(tables: Tables) -> None:
    known = as_known_on(tables, DAY).applications.set_index("application")
    assert known["outcome"].to_dict() == {1: "toegekend", 2: "", 4: ""}
    assert known["decided"].isna().to_dict() == {1: False, 2: True, 4: True}


def test_later_ends_of_benefits_and_debt_help_are_open(tables: Tables) -> None:
    known = as_known_on(tables, DAY)
    assert known.benefits[["benefit", "end_reason"]].values.tolist() == [[1, "werk"], [2, ""]]
    assert known.benefits["end"].isna().tolist() == [False, True]
    assert known.debt_trajectories["trajectory"].tolist() == [2]
    assert known.debt_trajectories["end"].isna().all()


def test_a_later_end_of_reintegration_is_open_and_a_later_start_unknown(tables: Tables) -> None:
    known = as_known_on(tables, DAY).reintegrations
    assert known[["reintegration", "end_reason"]].values.tolist() == [[1, ""]]
    assert known["end"].isna().all()


def test_a_later_contact_after_a_signal_is_open_and_a_later_signal_unknown(tables: Tables) -> None:
    known = as_known_on(tables, DAY).debt_signals
    assert known[["signal", "result"]].values.tolist() == [[1, "hulp"], [2, ""]]
    assert known["contacted"].isna().tolist() == [False, True]


def test_declarations_received_later_are_unknown(tables: Tables) -> None:
    assert as_known_on(tables, DAY).declarations["declaration"].tolist() == [1]


def test_counts_of_later_quarters_are_unknown(tables: Tables) -> None:
    known = as_known_on(tables, DAY)
    assert known.population["persons"].tolist() == [5]
    assert known.households["households"].tolist() == [5]
    assert known.budget["quarter"].tolist() == [Quarter(2020, 4).index]


def test_the_tables_handed_in_do_not_change_and_types_stay(tables: Tables) -> None:
    before = tables.benefits.copy()
    known = as_known_on(tables, DAY)
    pd.testing.assert_frame_equal(tables.benefits, before)
    for name, columns in COLUMNS.items():
        assert {column: str(dtype) for column, dtype in getattr(known, name).dtypes.items()} == columns
