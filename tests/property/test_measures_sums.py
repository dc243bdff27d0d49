"""What must always hold between figures: a year and its quarters, parts and a whole, parts of the persons."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.measures.compute import added, compute, count, figures_of
from socdom.measures.indicator import Indicator
from socdom.quarters import Quarter
from socdom.tables import Tables
from tests.lib.kinds import CHANGE, COUNTS, KINDS, yearly
from tests.lib.towns import AREAS, QUARTERS, TWO_YEARS, towns

_ANY = [HealthCheck.too_slow, HealthCheck.data_too_large]
FEW = settings(max_examples=8, deadline=None, suppress_health_check=_ANY)
KEYS = ["indicator", "period", "area", "dimension", "category"]
NUMBERS = ["numerator", "denominator", "value", "base"]
_OF_PERSONS = ("persons", "addresses", "provisions", "applications", "benefits", "debt_trajectories")
_OF_PERSONS += ("reintegrations", "debt_signals", "declarations")


def by_period(items: Sequence[Indicator], tables: Tables, quarters: Sequence[Quarter]) -> pd.DataFrame:
    """Numerators of the municipality as a whole and its breakdowns by column: a row per series, a column per period.

    Where somebody lives and how old somebody is may differ from quarter to quarter, so those are left out.
    """
    figures = compute(items, tables, quarters, AREAS)
    kept = figures[(figures["area"] == "GM9998") & ~figures["dimension"].str.startswith("leeftijd")]
    return kept.set_index(KEYS)["numerator"].unstack("period")


@FEW
@given(towns())
def test_a_year_is_at_least_each_quarter_and_at_most_their_sum(tables: Tables) -> None:
    """Two laws in one year need not meet in a quarter, and a period of a year needs more history: not those."""
    kept = tuple(
        item
        for item in COUNTS
        if item.moment == "periode"
        and not item.id.startswith(("wetten", "drie_wetten", "terug"))
        and getattr(getattr(item.measure, "selection", None), "ages", None) is None
    )
    quarters, years = by_period(kept, tables, TWO_YEARS), by_period(yearly(kept), tables, TWO_YEARS)
    for year in ("2019", "2020"):
        four = quarters[[f"{year}Q{n}" for n in (1, 2, 3, 4)]].loc[years.index]
        known = years[year].notna()
        assert (years[year][known] >= four.max(axis=1)[known]).all()
        assert (years[year][known] <= four.sum(axis=1)[known]).all()


@FEW
@given(towns())
def test_a_stock_of_a_year_is_that_of_its_last_quarter(tables: Tables) -> None:
    kept = tuple(item for item in COUNTS if item.moment == "stand")
    quarters, years = by_period(kept, tables, TWO_YEARS), by_period(yearly(kept), tables, TWO_YEARS)
    for year in ("2019", "2020"):
        pd.testing.assert_series_equal(years[year], quarters[f"{year}Q4"], check_names=False)


@FEW
@given(towns(), st.sampled_from(("kwartaal", "jaar")))
def test_numbers_of_laws_and_combinations_of_laws_each_add_up_to_the_whole(
    tables: Tables, every: str
) -> None:
    items = tuple(item for item in COUNTS if item.id in ("wetten", "wetten_huishoudens"))
    figures = compute(items if every == "kwartaal" else yearly(items), tables, TWO_YEARS, AREAS)
    figures = figures[figures["area"] == "GM9998"]
    sums = figures.groupby(["indicator", "period", "dimension"])["numerator"].sum(min_count=1).unstack()
    assert set(sums.columns) == {"", "aantal_wetten", "combinatie_wetten"}
    for name in ("aantal_wetten", "combinatie_wetten"):
        pd.testing.assert_series_equal(sums[name], sums[""], check_names=False)


@settings(FEW, max_examples=20)
@given(towns(), st.sampled_from(("kwartaal", "jaar")))
def test_the_parts_of_a_change_in_euros_add_up_to_the_cent(tables: Tables, every: str) -> None:
    items = tuple(item for item in KINDS if item.id.startswith("verschil"))
    figures = compute(items if every == "kwartaal" else yearly(items), tables, TWO_YEARS, AREAS)
    cents = (figures["numerator"] * 100).round()
    np.testing.assert_allclose(figures["numerator"] * 100, cents, atol=1e-6)
    sums = cents.groupby([figures[name] for name in ("indicator", "period", "dimension")]).sum(min_count=1)
    sums = sums.unstack()
    pd.testing.assert_series_equal(sums[CHANGE], sums[""], check_names=False)


def split(tables: Tables, numbers: Sequence[int], parts: int) -> list[Tables]:
    """Every person in a part, and all who share a household (in whatever table) in the same."""
    part_of = _parts(tables, numbers, parts)
    found = []
    for part in range(parts):
        mine = {
            name: getattr(tables, name)[getattr(tables, name)["person"].map(part_of).eq(part)]
            for name in _OF_PERSONS
        }
        totals = {name: getattr(tables, name) for name in ("population", "households", "budget")}
        found.append(Tables(**mine, **totals))
    return found


def _parts(tables: Tables, numbers: Sequence[int], parts: int) -> dict[int, int]:
    """Person → part; households are joined one by one until nothing changes."""
    pairs = {
        (int(row.person), int(row.household))
        for name in _OF_PERSONS
        if "household" in getattr(tables, name)
        for row in getattr(tables, name).itertuples()
    }
    persons = {int(person) for name in _OF_PERSONS for person in getattr(tables, name)["person"]}
    group = {person: person for person in persons}
    for _ in persons:
        for household in {household for _, household in pairs}:
            together = [person for person, home in pairs if home == household]
            lowest = min(group[person] for person in together)
            group |= dict.fromkeys(together, lowest)
    return {person: numbers[group[person] % len(numbers)] % parts for person in persons}


@FEW
@given(
    towns(with_budget=True),
    st.lists(st.integers(0, 3), min_size=6, max_size=6),
    st.integers(1, 4),
    st.sampled_from(("kwartaal", "jaar")),
)
def test_persons_counted_part_by_part_give_the_same_figures(
    tables: Tables, numbers: list[int], parts: int, every: str
) -> None:
    items = KINDS if every == "kwartaal" else yearly(KINDS)
    sums = [count(items, part, TWO_YEARS, AREAS) for part in split(tables, numbers, parts)]
    together = figures_of(items, reduce(added, sums), tables, TWO_YEARS, AREAS)
    pd.testing.assert_frame_equal(together, compute(items, tables, TWO_YEARS, AREAS))


@FEW
@given(towns(), st.integers(0, 3), st.integers(0, 3))
def test_a_shorter_or_longer_run_gives_the_same_figures_for_the_same_quarters(
    tables: Tables, later: int, sooner: int
) -> None:
    """Except where the years before are needed by definition: who comes back, and change within a year."""
    kept = [item for item in KINDS if not item.id.startswith(("terug", "verschil"))]
    short = TWO_YEARS[later : len(TWO_YEARS) - sooner]
    few, many = (
        compute(kept, tables, quarters, AREAS).set_index(KEYS)[NUMBERS] for quarters in (short, TWO_YEARS)
    )
    pd.testing.assert_frame_equal(few, many.loc[few.index])


@FEW
@given(towns())
def test_what_needs_history_is_the_same_wherever_there_is_enough_of_it(tables: Tables) -> None:
    kept = [item for item in KINDS if item.id.startswith(("terug", "verschil"))]
    few, many = (
        compute(kept, tables, quarters, AREAS).set_index(KEYS)[NUMBERS] for quarters in (QUARTERS, TWO_YEARS)
    )
    known = few["base"].notna()
    pd.testing.assert_frame_equal(few[known], many.loc[few.index][known])
