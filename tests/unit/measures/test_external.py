"""Open data goes through as published."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from socdom.measures.compute import compute
from socdom.measures.figures import BEHIND, COLUMNS
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.external import External
from socdom.quarters import Quarter
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.towns import AREAS


def open_data(**changes: Any) -> Indicator:
    """An indicator of the series "lasten"."""
    return indicator(measure=External("lasten"), **{"levels": ("gemeente",)} | changes)


def rows(*found: tuple[Any, ...]) -> pd.DataFrame:
    """External rows: period, area, dimension, category, value."""
    return pd.DataFrame(
        [
            {"series": "lasten", "period": period, "area": area, "dimension": dimension, "category": category}
            | {"numerator": 10.0, "denominator": math.nan, "value": value, "status": "definitief"}
            for period, area, dimension, category, value in found
        ]
    )


def figures(item: Indicator, external: pd.DataFrame | None) -> pd.DataFrame:
    return compute([item], Tables.empty(), [Quarter(2020, 4)], AREAS, external)


def test_rows_of_the_series_get_the_words_of_the_indicator() -> None:
    found = figures(open_data(unit="euro"), rows(("2023", "GM9998", "", "", 5.0)))
    empty = ["denominator", *BEHIND]
    assert found.drop(columns=empty).to_dict("records") == [
        {
            "indicator": "wmo_proef",
            "period": "2023",
            "area": "GM9998",
            "dimension": "",
            "category": "",
            "numerator": 10.0,
            "value": 5.0,
            "unit": "euro",
            "status": "definitief",
            "method": "open_data/1",
        }
    ]
    assert found[empty].isna().all().all()


def test_another_series_is_left_out() -> None:
    external = rows(("2023", "GM9998", "", "", 5.0)).assign(series="baten")
    assert figures(open_data(), external).empty


def test_only_the_levels_of_the_indicator_and_areas_to_compare_with() -> None:
    external = rows(*(("2023", area.code, "", "", 1.0) for area in AREAS))
    assert figures(open_data(), external)["area"].tolist() == ["GM9998", "NL01"]
    wijken = figures(open_data(levels=("gemeente", "wijk")), external)
    assert wijken["area"].tolist() == ["GM9998", "NL01", "WK999801", "WK999802"]


def test_only_the_breakdowns_of_the_indicator() -> None:
    external = rows(("2023", "GM9998", "taakveldgroep", "wmo", 1.0), ("2023", "GM9998", "", "", 3.0))
    assert figures(open_data(), external)["value"].tolist() == [3]
    assert figures(open_data(group_by=("taakveldgroep",)), external)["value"].tolist() == [3, 1]


def test_of_quarters_only_those_asked_for() -> None:
    external = rows(
        ("2020Q3", "GM9998", "", "", 1.0), ("2020Q4", "GM9998", "", "", 2.0), ("2019", "GM9998", "", "", 3.0)
    )
    assert figures(open_data(), external)["period"].tolist() == ["2019", "2020Q4"]


def test_without_open_data_there_are_no_rows() -> None:
    found = figures(open_data(), None)
    assert found.empty
    assert list(found.columns) == list(COLUMNS)
