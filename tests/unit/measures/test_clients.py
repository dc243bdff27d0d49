"""Who is behind the euros of a figure: the one and the two with the most, and the providers, counted by hand."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

from socdom.measures.compute import compute
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson, UnitPrice
from socdom.measures.known import unknown_before
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS, BUURTEN, town

Q = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
LINES = Selection("declarations")
BEHIND = ["largest", "two_largest", "providers"]
OLD, NEW = "2019-02-01", "2020-02-01"


def line(person: int, euros: float, provider: str = "A", day: str = NEW, unit: str = "04") -> dict[str, Any]:
    return {
        "person": person,
        "law": "wmo",
        "category": "02",
        "provider": provider,
        "service_start": day,
        "received": day,
        "volume": 1,
        "unit": unit,
        "amount": round(euros * 100),
    }


def figures(measure: object, lines: list[dict[str, Any]], **changes: Any) -> pd.DataFrame:
    """Figures with the period, area and category in front."""
    item = indicator(measure=measure, **{"levels": ("gemeente",), "format": "euro"} | changes)
    homes = [{"person": n, "area": BUURTEN[n % 3], "start": "2010-01-01"} for n in range(1, 7)]
    found = compute([item], town(declarations=lines, addresses=homes), Q, AREAS)
    return found.set_index(["period", "area", "category"])


def behind(measure: object, lines: list[dict[str, Any]], **changes: Any) -> list[float]:
    """The three columns of the first quarter of 2020, for the municipality."""
    return figures(measure, lines, **changes).loc[("2020Q1", "GM9998", ""), BEHIND].tolist()


# Client 1 has 100 less 40, client 2 has 50 and client 3 has 45; client 4 gave more back than there was.
SOME = [line(1, 100), line(1, -40), line(2, 50), line(3, 45), line(4, 10), line(4, -30)]


@pytest.mark.parametrize("measure", [Amount(LINES), AmountPerPerson(LINES)])
def test_credits_are_taken_off_before_the_largest_are_found(measure: object) -> None:
    largest, two, providers = behind(measure, SOME)
    assert (largest, two) == (60, 110)
    assert math.isnan(providers)


def test_each_area_and_each_year_has_its_own() -> None:
    lines = [*SOME, line(4, 200, day="2020-08-01")]
    wijken = figures(Amount(LINES), lines, levels=("gemeente", "wijk"))
    # Clients 1, 3 and 4 live in the wijk Dorp (buurten 2, 1 and 2), client 2 in Buiten.
    assert wijken.loc[("2020Q1", "WK999801", ""), BEHIND[:2]].tolist() == [60, 105]
    assert wijken.loc[("2020Q1", "WK999802", ""), BEHIND[:2]].tolist() == [50, 50]
    year = figures(Amount(LINES), lines, every="jaar")
    assert year.loc[("2020", "GM9998", ""), BEHIND[:2]].tolist() == [180, 240]


def test_nobody_is_behind_nothing() -> None:
    assert figures(Amount(LINES), SOME).loc[("2019Q4", "GM9998", ""), BEHIND[:2]].tolist() == [0, 0]


def test_a_price_has_the_providers_with_euros_in_its_own_unit() -> None:
    lines = [
        line(1, 100, "A"),
        line(2, 50, "B"),
        line(3, 50, ""),  # nobody knows whose
        line(4, 50, "C"),
        line(4, -50, "C"),  # all of it taken back
        line(5, 900, "D", unit="14"),  # no hours
    ]
    assert behind(UnitPrice(LINES, "uur"), lines) == [100, 150, 2]


@pytest.mark.parametrize(
    ("top", "of", "smaller"), [(3, 4, 1), (3, 5, 2), (3, 6, 3), (3, 9, 3), (1, 6, 1), (2, 6, 2), (3, 3, 0)]
)
def test_a_share_has_the_smaller_of_its_two_groups_of_providers(top: int, of: int, smaller: int) -> None:
    lines = [line(n, 10 * n, "ABCDEFGHI"[n - 1]) for n in range(1, of + 1)]
    found = behind(Concentration(LINES, top=top), [*lines, line(20, 500, "")], format="procent", scale=100)
    assert found == [10 * of, 10 * of + 10 * (of - 1), smaller]


def test_a_change_has_the_largest_parts_of_its_two_periods() -> None:
    # A year before 80 of 200 and 150 of 200; now 60 of 100 and 90 of 100.
    before = [line(n, euros, day=OLD) for n, euros in enumerate((80, 70, 50), 1)]
    now = [line(n, euros) for n, euros in enumerate((60, 30, 10), 1)]
    assert behind(AmountChange(LINES), [*before, *now])[:2] == [0.6, 0.9]
    assert behind(AmountChange(LINES), [*(line(n, 20) for n in range(1, 6)), *before])[:2] == [0.4, 0.75]


def test_a_change_from_or_to_nothing_has_parts_without_end() -> None:
    assert behind(AmountChange(LINES), [line(1, 10), line(2, 10)])[:2] == [math.inf, math.inf]
    taken_back = [line(1, 10, day=OLD), line(2, -10, day=OLD)]
    assert behind(AmountChange(LINES), [*SOME, *taken_back])[:2] == [math.inf, math.inf]


def test_where_there_is_no_figure_nobody_is_behind_it() -> None:
    found = figures(AmountChange(LINES), SOME)
    assert found.loc["2019Q1":"2019Q4", [*BEHIND, "base"]].isna().all().all()
    item = indicator(measure=Amount(LINES), levels=("gemeente",), format="euro")
    known = compute([item], town(declarations=SOME), Q, AREAS)
    later = unknown_before(known, [item], {("declarations", ""): Quarter(2020, 2)})
    assert later.loc[later["period"] < "2020Q2", [*BEHIND, "base", "numerator"]].isna().all().all()
    assert later.loc[later["period"] >= "2020Q2", "largest"].notna().all()


def test_only_euros_have_clients_behind_them() -> None:
    item = indicator(measure=PersonsActive(Selection("provisions", {"law": "wmo"})), levels=("gemeente",))
    rows = town(provisions=[{"person": 1, "law": "wmo", "start": "2020-01-01"}])
    assert compute([item], rows, Q, AREAS)[BEHIND].isna().all().all()
