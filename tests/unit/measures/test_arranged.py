"""Arranged tables hold the same rows: persons numbered in their order, together, codes looked up quickly."""

from __future__ import annotations

from datetime import date

import pandas as pd
from hypothesis import given, settings

from socdom.measures.arranged import Arranged
from socdom.measures.selection import Selection, among
from socdom.tables import COLUMNS, Tables
from tests.lib.towns import town, towns

PERSON_TABLES = [name for name, columns in COLUMNS.items() if "person" in columns]


@settings(max_examples=30, deadline=None)
@given(towns())
def test_the_rows_are_the_same_but_for_the_number_of_the_person(tables: Tables) -> None:
    arranged = Arranged.of(tables)
    known = {person for name in PERSON_TABLES for person in getattr(tables, name)["person"]}
    number = {person: place for place, person in enumerate(sorted(known))}
    for name in COLUMNS:
        before, after = getattr(tables, name).copy(), getattr(arranged, name)
        if name in PERSON_TABLES:
            before["person"] = [number[person] for person in before["person"]]
            before = before.sort_values("person", kind="stable").reset_index(drop=True)
        pd.testing.assert_frame_equal(before.astype(COLUMNS[name]), after.astype(COLUMNS[name]))


def test_what_is_arranged_is_not_arranged_again_and_the_given_tables_stay() -> None:
    tables = town(persons=[{"person": 9}, {"person": 4}])
    arranged = Arranged.of(tables)
    assert Arranged.of(arranged) is arranged
    assert arranged.persons["person"].tolist() == [0, 1]
    assert tables.persons["person"].tolist() == [9, 4]


def test_a_selection_is_made_once_and_a_fresh_one_with_other_codes() -> None:
    rows = [
        {"person": 1, "law": law, "category": "01", "start": date(2020, 1, 1)} for law in ("wmo", "jeugd")
    ]
    tables = Arranged.of(town(provisions=rows))
    first = tables.selected(Selection("provisions", {"law": "wmo"}))
    assert first["law"].tolist() == ["wmo"]
    assert tables.selected(Selection("provisions", {"law": "wmo"}, ages=(0, 17))) is first
    assert tables.selected(Selection("provisions", {"law": "jeugd"}))["law"].tolist() == ["jeugd"]
    for number in range(9):
        tables.kept(("other", number), lambda: first)
    again = tables.selected(Selection("provisions", {"law": "wmo"}))
    assert again is not first
    pd.testing.assert_frame_equal(again, first)


def test_codes_are_found_alike_in_text_and_in_categories() -> None:
    text = pd.Series(["20", "", "36", "20"], dtype="str")
    for column in (text, text.astype("category"), text.astype("category").cat.add_categories(["37"])):
        assert among(column, ("20", "37")).tolist() == [True, False, False, True]
        assert among(column, ()).tolist() == [False] * 4
    assert among(pd.Series(["20", None], dtype="category"), ("20",)).tolist() == [True, False]
