"""What stands beside a line: only what can be compared."""

from __future__ import annotations

import pytest

from socdom.charts.beside import compared_areas
from socdom.editions.read import Edition


@pytest.mark.parametrize(
    ("indicator", "area", "unit", "beside"),
    [
        ("jeugdhulp_gebruik", None, "value", ("RG9999", "NL01")),
        ("jeugdhulp_gebruik", "GM9999", "value", ("RG9999", "NL01")),
        ("jeugdhulp_gebruik", "WK999902", "value", ("GM9999",)),
        # Counts of places of another size say nothing beside each other.
        ("jeugdhulp_gebruik", "WK999902", "count", ()),
        ("jeugdhulp_gebruik", None, "count", ()),
        ("bijstand_huishoudens", None, "value", ()),
        # Euros of others are shown beside those of the municipality, not beside those of a wijk.
        ("jeugd_kosten", None, "value", ("RG9999", "NL01")),
        ("jeugd_kosten", "WK999902", "value", ()),
    ],
)
def test_what_is_drawn_beside(
    sample: Edition, indicator: str, area: str | None, unit: str, beside: tuple[str, ...]
) -> None:
    assert compared_areas(sample, indicator, area, unit) == beside
