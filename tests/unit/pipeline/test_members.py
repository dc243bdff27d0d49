"""Which figures of other municipalities go into an edition."""

from __future__ import annotations

import pandas as pd

from socdom.editions.additions import MEMBER_COLUMNS
from socdom.pipeline.members import members_of_edition
from socdom.sources.open_data import NO_OPEN_DATA, OpenData

ROWS = pd.DataFrame(
    [
        ("iv3", "2023", "GM0002", "Bedum (L.)", 1.0, "definitief"),
        ("iv3", "2024", "GM0002", "Bedum", 2.0, "definitief"),
        ("iv3", "2025", "GM0002", "Bedum", 3.0, "definitief"),
        ("iv3", "2024", "GM0001", "Adorp", 9.0, "definitief"),
        ("kwb", "2024", "GM0002", "Bedum", None, "ontbreekt"),
        ("other", "2024", "GM0002", "Bedum", 5.0, "definitief"),
    ],
    columns=["series", "period", "area", "name", "value", "status"],
)
SERIES = {"lasten": "iv3", "bijstand": "kwb", "eigen": ""}


def figures(*keys):
    rows = [(indicator, period, area, dimension) for indicator, period, area, dimension in keys]
    return pd.DataFrame(rows, columns=["indicator", "period", "area", "dimension"])


def test_only_figures_beside_one_of_the_municipality_itself_are_kept():
    shown = figures(
        ("lasten", "2023", "GM0001", ""),
        ("lasten", "2024", "GM0001", ""),
        ("lasten", "2024", "GM0001", "groep"),
        ("lasten", "2025", "NL01", ""),
        ("bijstand", "2024", "GM0001", ""),
    )
    open_data = OpenData(NO_OPEN_DATA.series, (), (), members=ROWS)
    found = members_of_edition(open_data, SERIES, shown, "GM0001")
    assert tuple(found.columns) == MEMBER_COLUMNS
    kept = found[["indicator", "period", "area", "name"]].to_numpy().tolist()
    # The newest name counts, its own figure is no figure of another, and what is absent stays absent.
    assert sorted(kept) == [
        ["bijstand", "2024", "GM0002", "Bedum"],
        ["lasten", "2023", "GM0002", "Bedum"],
        ["lasten", "2024", "GM0002", "Bedum"],
    ]
    assert found.loc[found["indicator"].eq("bijstand"), "value"].isna().all()


def test_without_open_data_there_is_nobody():
    found = members_of_edition(NO_OPEN_DATA, SERIES, figures(("lasten", "2024", "GM0001", "")), "GM0001")
    assert found.empty
    assert tuple(found.columns) == MEMBER_COLUMNS
