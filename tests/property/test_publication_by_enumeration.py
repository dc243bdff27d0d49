"""Publications of small towns, against a reader who tries every number one by one: no solver, no code of ours.

Applications for welfare in two quarters: what is open now is what was open, plus what came in, minus what was
decided; decisions fall apart by outcome, and those with a decision on the substance are the whole of a share.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.areas import Area
from socdom.disclosure import protect
from socdom.indicators import catalogue
from tests.lib.publication import published

GM = "GM9998"
AREAS = (Area(GM, "Kleindorp", "gemeente"),)
NAMES = (
    "participatie_open",
    "participatie_aanvragen",
    "participatie_besluiten",
    "participatie_binnen_termijn",
)
OPEN, CAME, DECIDED, IN_TIME = NAMES
INDICATORS = [catalogue()[name] for name in NAMES]
OUTCOMES = ("toegekend", "afgewezen", "buiten behandeling", "ingetrokken")
QUARTERS = ("2020Q1", "2020Q2")
MOST = 110

Shown = dict[tuple[str, str, str, str], int | None]


def row(
    indicator: str, period: str, count: int, category: str = "", whole: int | None = None
) -> dict[str, object]:
    item = catalogue()[indicator]
    return {
        "indicator": indicator,
        "period": period,
        "area": GM,
        "dimension": "uitkomst_aanvraag" if category else "",
        "category": category,
        "numerator": float(count),
        "denominator": float("nan") if whole is None else float(whole),
        "value": float(count) if whole is None else 100 * count / max(whole, 1),
        "unit": item.unit,
        "status": "definitief",
        "method": item.measure.method,
        "base": float(count if whole is None else whole),
    }


def town(first_open: int, came: list[int], outcomes: list[list[int]], in_time: list[int]) -> pd.DataFrame:
    """Figures of two quarters that fit each other; what is decided is what the outcomes add up to."""
    rows, now_open = [row(OPEN, QUARTERS[0], first_open)], first_open
    for number, period in enumerate(QUARTERS):
        parts = outcomes[number]
        if number:
            now_open += came[number] - sum(parts)
            rows.append(row(OPEN, period, now_open))
        rows += [row(CAME, period, came[number]), row(DECIDED, period, sum(parts))]
        rows += [row(DECIDED, period, n, name) for n, name in zip(parts, OUTCOMES, strict=True)]
        rows.append(row(IN_TIME, period, min(in_time[number], sum(parts[:3])), whole=sum(parts[:3])))
    return pd.DataFrame(rows)


def shown_in(figures: pd.DataFrame) -> Shown:
    """What a reader sees of every count: a number, or None; the whole of a share as "geheel"."""
    found: Shown = {}
    for one in figures.itertuples():
        hidden = one.status == "geheim"
        found[one.indicator, one.period, one.category, "telt"] = None if hidden else int(one.numerator)
        if one.indicator == IN_TIME:
            found[one.indicator, one.period, "", "geheel"] = None if hidden else int(one.denominator)
    return found


def range_of(shown: int | None) -> range:
    return range(0, MOST + 1) if shown is None else range(max(shown - 2, 8), shown + 3)


def added(ranges: list[range]) -> set[int]:
    sums = {0}
    for one in ranges:
        sums = {total + number for total, number in product(sums, one)}
    return sums


def worlds(shown: Shown, fixed: tuple[str, str, str], number: int) -> Iterator[bool]:
    """For both quarters whether decisions can be what they must be, with one count fixed; then the flow between them."""

    def may_be(indicator: str, period: str, category: str = "", part: str = "telt") -> range:
        if (indicator, period, category) == fixed and part == "telt":
            return range(number, number + 1)
        return range_of(shown.get((indicator, period, category, part)))

    decided = {}
    for period in QUARTERS:
        parts = [may_be(DECIDED, period, name) for name in OUTCOMES]
        whole = set(may_be(IN_TIME, period, part="geheel")) & added(parts[:3])
        in_time = may_be(IN_TIME, period)
        whole = {one for one in whole if in_time[0] <= one}
        decided[period] = {one + other for one in whole for other in parts[3]} & set(may_be(DECIDED, period))
        yield bool(decided[period])
    before, came = may_be(OPEN, QUARTERS[0]), may_be(CAME, QUARTERS[1])
    after = set(may_be(OPEN, QUARTERS[1]))
    yield any(
        one + new - gone in after for one, new, gone in product(before, came, sorted(decided[QUARTERS[1]]))
    )


small_or_not = st.one_of(st.integers(0, 9), st.integers(8, 24))
towns = st.tuples(
    st.integers(20, 45),
    st.lists(small_or_not, min_size=2, max_size=2),
    st.lists(st.lists(small_or_not, min_size=4, max_size=4), min_size=2, max_size=2),
    st.lists(small_or_not, min_size=2, max_size=2),
)


def survives(
    folder: Path, first_open: int, came: list[int], outcomes: list[list[int]], in_time: list[int]
) -> None:
    came[1] = max(came[1], sum(outcomes[1]) - first_open)
    raw = town(first_open, came, outcomes, in_time)
    figures = published(raw, INDICATORS, AREAS, folder).figures
    shown = shown_in(figures)
    for one, true in zip(figures.itertuples(), raw["numerator"], strict=True):
        if one.status == "geheim" and true <= 7:
            for number in (0, 7):
                assert all(worlds(shown, (one.indicator, one.period, one.category), number)), (one, number)


@settings(deadline=None, max_examples=20)
@given(towns)
def test_every_hidden_count_can_be_nothing_and_can_be_seven(tmp_path_factory, drawn):
    survives(tmp_path_factory.mktemp("town"), *drawn)


@pytest.mark.long
@settings(deadline=None, max_examples=3000)
@given(towns)
def test_every_hidden_count_of_thousands_of_towns(tmp_path_factory, drawn):
    survives(tmp_path_factory.mktemp("town"), *drawn)


@pytest.fixture
def leaking() -> pd.DataFrame:
    """28 decided of which 12 + 9 + 3 on the substance: 4 were withdrawn, and the whole of the share gives that away."""
    return town(30, [20, 20], [[12, 9, 9, 0], [20, 17, 13, 0]], [20, 40])


def test_the_reader_does_find_what_a_protection_by_itself_leaves_open(leaking, tmp_path):
    """Shown as 50 and 50: nobody was withdrawn can be read from no table alone, but from two."""
    kinds = {item.id: item.protection for item in INDICATORS}
    alone = protect(leaking, kinds, {item.id: item.scale for item in INDICATORS})
    withdrawn = (DECIDED, "2020Q2", "ingetrokken")
    assert not all(worlds(shown_in(alone), withdrawn, 7))
    assert all(worlds(shown_in(published(leaking, INDICATORS, AREAS, tmp_path).figures), withdrawn, 7))
