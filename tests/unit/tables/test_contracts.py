"""The contracts by themselves: types, missing columns, empty dates, and rules that no delivery reaches."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc

import numpy as np
import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.tables import COLUMNS, Tables, check_table, table_faults
from socdom.tables.model import empty_table


def _frame(name: str, *rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=list(COLUMNS[name])).astype(COLUMNS[name])


def _day(text: str | None) -> pd.Timestamp:
    return pd.Timestamp(text) if text else pd.NaT


ADDRESS = (1, "BU99990101", _day("2020-01-01"), _day(None))


@pytest.mark.parametrize("name", list(COLUMNS))
def test_empty_tables_are_all_there_with_the_right_types(name: str) -> None:
    table = getattr(Tables.empty(), name)
    assert {column: str(dtype) for column, dtype in table.dtypes.items()} == COLUMNS[name]
    assert table_faults(name, table, "leeg.csv") == []


def test_a_right_table_passes() -> None:
    check_table("addresses", _frame("addresses", ADDRESS), "adressen.csv", known_persons=np.array([1]))


def test_missing_and_extra_columns_are_named_in_the_words_of_the_file() -> None:
    frame = _frame("addresses", ADDRESS).drop(columns="start").assign(extra=1)
    with pytest.raises(DeliveryError, match=r"adressen\.csv: de kolom van ontbreekt") as caught:
        check_table("addresses", frame, "adressen.csv", headers={"start": "van"})
    assert len(caught.value.faults) == 2


def test_wrong_type_is_named_without_its_value() -> None:
    frame = _frame("persons", (1, 2, _day("1990-01-01"), "man")).assign(household="Geheimstraat 1")
    with pytest.raises(DeliveryError, match="kolom household: hier horen hele getallen") as caught:
        check_table("persons", frame, "personen.csv")
    assert "Geheimstraat" not in str(caught.value)


def test_a_date_that_must_be_there() -> None:
    frame = _frame("addresses", ADDRESS, (2, "BU99990101", _day(None), _day(None)))
    with pytest.raises(DeliveryError, match=r"kolom start: dit veld is verplicht \(1 rij: 3\)"):
        check_table("addresses", frame, "adressen.csv")


def test_row_numbers_of_the_users_file_are_used() -> None:
    frame = _frame("households", ("BU99990101", 8080, 5), ("BU99990102", 8080, -5))
    with pytest.raises(DeliveryError, match=r"het getal is 0 of hoger \(1 rij: 41\)"):
        check_table("households", frame, "huishoudens.csv", np.array([17, 41]))


def test_an_open_date_does_not_excuse_the_rest_of_the_row() -> None:
    frame = _frame("addresses", (1, "WK999901", _day("2020-01-01"), _day(None)))
    with pytest.raises(DeliveryError, match="een buurtcode van het CBS"):
        check_table("addresses", frame, "adressen.csv")


@pytest.mark.parametrize(
    ("spells", "rows"),
    [
        ([("2020-01-01", "2020-01-31"), ("2020-02-01", None)], []),
        ([("2020-01-01", "2020-01-31"), ("2020-01-31", None)], [3]),
        ([("2020-01-01", None), ("2020-02-01", "2020-03-01")], [3]),
        ([("2020-02-01", "2020-03-01"), ("2020-01-01", "2020-02-15")], [2]),
        ([("2020-01-01", "2020-12-31"), ("2020-02-01", "2020-02-02"), ("2020-06-01", None)], [3, 4]),
        ([("2020-01-01", "2020-01-01"), ("2020-01-02", "2020-01-02")], []),
    ],
    ids=["adjoining", "same day", "open first", "out of order", "inside an earlier one", "single days"],
)
def test_addresses_of_a_person_may_not_overlap(spells: list[tuple[str, str | None]], rows: list[int]) -> None:
    frame = _frame("addresses", *((1, "", _day(start), _day(end)) for start, end in spells))
    found = [fault.rows for fault in table_faults("addresses", frame, "adressen.csv")]
    assert found == ([tuple(rows)] if rows else [])


def test_addresses_of_two_persons_may_overlap() -> None:
    check_table("addresses", _frame("addresses", ADDRESS, (2, *ADDRESS[1:])), "adressen.csv")


def test_unknown_areas_may_repeat_and_known_ones_may_not() -> None:
    rows = [("", 8080, 0, 11, "man", 5)] * 2 + [("BU99990101", 8080, 0, 11, "man", 5)] * 2
    faults = table_faults("population", _frame("population", *rows), "bevolking.csv")
    assert [fault.rows for fault in faults] == [(5,)]


def test_who_is_not_a_client_is_counted() -> None:
    frame = _frame("addresses", ADDRESS, (2, *ADDRESS[1:]), (3, *ADDRESS[1:]))
    with pytest.raises(DeliveryError, match=r"elke persoon staat ook bij de cliënten \(2 rijen: 3, 4\)"):
        check_table("addresses", frame, "adressen.csv", known_persons=np.array([1]))


def test_the_same_benefit_holds_two_persons_but_each_once() -> None:
    row = (1, 2, 3, _day("2020-01-01"), _day(None), "")
    check_table("benefits", _frame("benefits", row, (1, 2, 4, *row[3:])), "uitkeringen.csv")
    with pytest.raises(DeliveryError, match="een persoon staat één keer bij een uitkering"):
        check_table("benefits", _frame("benefits", row, row), "uitkeringen.csv")


def test_a_file_that_is_wrong_in_every_row_costs_no_copy_of_its_cells() -> None:
    rows = 100_000
    frame = _frame("households", ("BU99990101", 8080, -5)).take(np.zeros(rows, dtype="int64"))
    table_faults("households", frame.head(2), "huishoudens.csv")  # loads pandera
    tracemalloc.start()
    faults = table_faults("households", frame, "huishoudens.csv")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [fault.count for fault in faults] == [rows - 1, rows]
    assert peak < 10 * frame.memory_usage(deep=True).sum()


def test_pandera_is_not_loaded_with_the_package() -> None:
    code = "import sys, socdom.tables; sys.exit('pandera' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_index_of_the_frame_does_not_matter() -> None:
    frame = empty_table("households")
    frame = pd.concat([frame, _frame("households", ("BU99990101", 8080, -1))]).set_axis([700])
    assert [fault.rows for fault in table_faults("households", frame, "h.csv")] == [(2,)]
