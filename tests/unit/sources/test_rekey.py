"""Vintages under another key: the same persons, other numbers."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pandas as pd
from hypothesis import given, settings

from socdom.sources.pseudonyms import pseudonyms
from socdom.sources.rekey import KINDS, lapsed, numbers_between, rekey
from socdom.tables import COLUMNS, Tables
from tests.lib.towns import town, towns

OLD, NEW = b"o" * 32, b"n" * 32


def _hashed(tables: Tables, key: bytes, **kinds: str) -> Tables:
    """As intake would have it, when the numbers in the tables are the texts of the delivery."""
    return Tables(
        **{
            name: getattr(tables, name).assign(
                **{
                    column: pseudonyms(getattr(tables, name)[column].astype("str"), key, KINDS[column])
                    for column in COLUMNS[name]
                    if column in KINDS
                }
            )
            for name in COLUMNS
        }
    )


def _texts(tables: Tables) -> dict[str, pd.Series]:
    found: dict[str, set[str]] = {}
    for name in COLUMNS:
        for column in COLUMNS[name]:
            if column in KINDS:
                found.setdefault(KINDS[column], set()).update(getattr(tables, name)[column].astype("str"))
    return {kind: pd.Series(sorted(texts), dtype="str") for kind, texts in found.items()}


def _same(one: Tables, other: Tables) -> None:
    for item in fields(Tables):
        pd.testing.assert_frame_equal(getattr(one, item.name), getattr(other, item.name), obj=item.name)


def test_every_number_in_a_table_is_known() -> None:
    """Every whole number that is no count: a number that is forgotten would keep its old hash."""
    counts = {"volume", "amount", "quarter", "age_from", "age_to", "persons", "households"}
    numbers = {
        column for columns in COLUMNS.values() for column, dtype in columns.items() if dtype == "int64"
    }
    assert set(KINDS) == numbers - counts


@settings(max_examples=6, deadline=None)
@given(tables=towns())
def test_it_is_as_if_the_delivery_had_been_read_with_the_new_key(tables: Tables) -> None:
    numbers = numbers_between(_texts(tables), OLD, NEW)
    _same(rekey(_hashed(tables, OLD), numbers, NEW), _hashed(tables, NEW))


def test_who_is_not_in_the_delivery_any_more_stays_one_person_of_nobody() -> None:
    tables = _hashed(
        town(
            persons=[{"person": 1, "household": 7}, {"person": 2, "household": 7}],
            applications=[{"application": 5, "person": 2, "received": date(2020, 1, 1)} for _ in range(2)],
        ),
        OLD,
    )
    numbers = numbers_between({"person": pd.Series(["1", "3"]), "application": pd.Series(["5"])}, OLD, NEW)
    after = rekey(tables, numbers, NEW)
    first, second = after.persons["person"]
    assert first == pseudonyms(pd.Series(["1"]), NEW, "person")[0]
    assert after.applications["person"].tolist() == [second, second]
    assert after.applications["application"].nunique() == 1
    # Neither the old number, nor what the person gets in a later delivery, nor one of another kind.
    before = tables.persons["person"][1]
    assert second not in {before, pseudonyms(pd.Series(["2"]), NEW, "person")[0]}
    assert second == pseudonyms(pd.Series([str(before)]), NEW, "person vervallen")[0]
    assert after.persons["household"].nunique() == 1
    assert after.persons["household"][0] != tables.persons["household"][0]


def test_persons_who_lapse_are_counted_once() -> None:
    tables = _hashed(
        town(persons=[{"person": n} for n in (1, 2, 3)], addresses=[{"person": 2}, {"person": 2}]), OLD
    )
    assert lapsed(tables, numbers_between({"person": pd.Series(["1", "9"])}, OLD, NEW)) == (2, 3)
    assert lapsed(tables, {}) == (3, 3)
    assert lapsed(Tables.empty(), {}) == (0, 0)
