"""Counts per buurt and quarter that leave something out, worked out by hand."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from socdom.indicators import catalogue
from socdom.measures import denominators
from socdom.measures.denominators import Inhabitants
from socdom.measures.dimensions import DIMENSIONS
from socdom.tables import COLUMNS, table_faults
from socdom.tables.codes import AGE_LIMITS, OPEN_AGE
from socdom.tables.rules import RULES

KERN, RAND, VELD = "BU99990101", "BU99990102", "BU99990103"
Q1, Q2, Q3 = 8080, 8081, 8082
AGES = ((0, 11), (12, 14), (15, 17), (18, 22), (23, 64), (65, 74), (75, 84), (85, 200))
WHOLE = [
    (area, quarter, low, high, sex)
    for area in (KERN, RAND, VELD)
    for quarter in (Q1, Q2)
    for low, high in AGES
    for sex in ("man", "vrouw")
]
CONNECT = "de leeftijden van een buurt sluiten op elkaar aan"
SAME = "elke buurt heeft in een kwartaal dezelfde leeftijden en geslachten"
SEXES = "elk kwartaal heeft dezelfde geslachten"
STAYS = "een buurt staat er ook in alle latere kwartalen in"

Row = tuple[str, int, int, int, str]


def _frame(rows: list[Row]) -> pd.DataFrame:
    frame = pd.DataFrame([(*row, 5) for row in rows], columns=list(COLUMNS["population"]))
    return frame.astype(COLUMNS["population"])


def _faults(rows: list[Row]) -> dict[str, list[Row]]:
    """Rule about the whole → the rows that are named."""
    frame = _frame(rows)
    found = {
        rule.text: [row for row, right in zip(rows, rule.holds(frame), strict=True) if not right]
        for rule in RULES["population"]
        if rule.of_whole
    }
    told = [fault.rule for fault in table_faults("population", frame, "bevolking.csv")]
    assert told == [text for text, named in found.items() if named]
    return {re.split("[,;]", text)[0]: named for text, named in found.items() if named}


def _without(*left_out: Row) -> list[Row]:
    assert set(left_out) <= set(WHOLE)
    return [row for row in WHOLE if row not in left_out]


def test_a_whole_population_is_right() -> None:
    assert _faults(WHOLE) == {}
    assert _faults(WHOLE[::-1]) == {}


def test_a_group_in_the_middle_that_one_buurt_lacks() -> None:
    found = _faults(_without((RAND, Q1, 23, 64, "man")))
    assert found[CONNECT] == [(RAND, Q1, 65, 74, "man")]
    assert set(found[SAME]) == {row for row in WHOLE if row[:2] == (RAND, Q1)} - {(RAND, Q1, 23, 64, "man")}


def test_the_oldest_group_that_every_buurt_lacks_in_a_quarter() -> None:
    found = _faults([row for row in WHOLE if row[1] != Q2 or row[2] != 85])
    assert set(found) == {CONNECT}
    assert set(found[CONNECT]) == {row for row in WHOLE if row[1] == Q2 and row[2] == 75}


def test_the_youngest_group_is_from_nought() -> None:
    found = _faults([row for row in WHOLE if row[2] != 0])
    assert {row[2] for row in found[CONNECT]} == {12}


def test_groups_that_overlap_count_people_twice() -> None:
    found = _faults([*WHOLE, (KERN, Q1, 18, 20, "man")])
    assert (KERN, Q1, 18, 20, "man") in found[CONNECT]


def test_a_sex_that_one_buurt_lacks() -> None:
    rows = [row for row in WHOLE if row[:2] != (VELD, Q2) or row[4] == "man"]
    assert set(_faults(rows)) == {SAME}
    assert set(_faults(rows)[SAME]) == {row for row in rows if row[:2] == (VELD, Q2)}


def test_a_sex_that_a_whole_quarter_lacks() -> None:
    rows = [row for row in WHOLE if row[1] == Q1 or row[4] == "man"]
    assert set(_faults(rows)) == {SEXES}
    assert {row[1] for row in _faults(rows)[SEXES]} == {Q2}


def test_a_buurt_with_other_groups_than_the_others_is_the_one_named() -> None:
    finer = [
        part
        for row in WHOLE
        for part in (
            ((*row[:3], 5, row[4]), (*row[:2], 6, 11, row[4])) if row[:3] == (RAND, Q1, 0) else (row,)
        )
    ]
    assert set(_faults(finer)) == {SAME}
    assert {row[:2] for row in _faults(finer)[SAME]} == {(RAND, Q1)}


def test_finer_groups_from_a_quarter_on_are_right() -> None:
    rows = [row for row in WHOLE if row[1] == Q1 or row[2] != 0]
    rows += [
        (a, Q2, *ages, s) for a in (KERN, RAND, VELD) for ages in ((0, 5), (6, 11)) for s in ("man", "vrouw")
    ]
    assert _faults(rows) == {}


def test_a_buurt_that_is_missing_later_is_named_in_its_last_quarter_before() -> None:
    rows = [row for row in WHOLE if row[:2] != (KERN, Q2)]
    assert set(_faults(rows)) == {STAYS}
    assert set(_faults(rows)[STAYS]) == {row for row in WHOLE if row[:2] == (KERN, Q1)}


def test_a_buurt_that_is_missing_in_between_is_named() -> None:
    rows = [*WHOLE, *((area, Q3, *rest) for area, quarter, *rest in WHOLE if quarter == Q2)]
    rows = [row for row in rows if row[:2] != (VELD, Q2)]
    assert {row[:2] for row in _faults(rows)[STAYS]} == {(VELD, Q1)}


def test_a_buurt_may_be_new_and_a_quarter_may_be_wholly_absent() -> None:
    rows = [row for row in WHOLE if row[:2] != (KERN, Q1)]
    rows = [(area, quarter + 3 * (quarter == Q2), *rest) for area, quarter, *rest in rows]
    assert _faults(rows) == {}


@pytest.mark.parametrize("sex", ["man", "onbekend"])
def test_unknown_sex_is_there_only_where_somebody_is(sex: str) -> None:
    rows: list[Row] = [row for row in WHOLE if row[4] == "man"]
    extra: Row = (KERN, Q1, 23, 64, "onbekend")
    alone = [(*row[:4], sex) for row in rows]
    assert _faults([*rows, extra]) == {}
    assert _faults(alone) == {}


def test_buurten_whose_border_changed_share_an_area_and_are_right_when_each_is_whole() -> None:
    several = [("" if row[1] == Q1 and row[0] != KERN else row[0], *row[1:]) for row in WHOLE]
    assert _faults(several) == {}
    lacking = list(several)
    lacking.remove(("", Q1, 23, 64, "man"))
    assert {row[0] for row in _faults(lacking)[SAME]} == {""}


def test_a_wrong_row_is_told_without_a_word_about_the_whole() -> None:
    rows = [*_without((RAND, Q1, 23, 64, "man")), ("WK999901", Q1, 0, 11, "man")]
    told = [fault.rule for fault in table_faults("population", _frame(rows), "bevolking.csv")]
    assert told == ["een buurtcode van het CBS, zoals BU99990101"]


def test_the_limits_are_those_of_denominators_and_breakdowns() -> None:
    populations = [item.per for item in catalogue().values() if isinstance(item.per, Inhabitants)]
    populations += [each for each in vars(denominators).values() if isinstance(each, Inhabitants)]
    groups = [(each.age_from, each.age_to) for each in populations]
    groups += [ages for dimension in DIMENSIONS.values() for ages in dimension.ages.values()]
    begins = {low for low, _ in groups} | {high + 1 for _, high in groups if high != OPEN_AGE}
    assert begins - {0} <= set(AGE_LIMITS)
