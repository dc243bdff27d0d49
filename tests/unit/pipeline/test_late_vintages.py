"""Which kept deliveries tell of earlier days, and that a damaged one stops nothing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from socdom.pipeline.late_vintages import kept_sums
from socdom.sources.vintages import Vintage, write_vintage
from tests.lib.late_town import declarations, tables

KEY = b"k" * 32
AS_OF = date(2021, 2, 15)
# The days of valuation before it, newest first.
DAYS = [
    date(2020, 11, 15), date(2020, 8, 15), date(2020, 5, 15), date(2020, 2, 15), date(2019, 11, 15), date(2019, 8, 15),
]  # fmt: skip


def keep(home: Path, received: date, cents: int) -> Vintage:
    """A delivery with one declaration of long ago, one of that day, and one of ten days before it."""
    rows = [
        (date(2018, 1, 1), day, cents, 1)
        for day in (date(2018, 2, 1), received, received - timedelta(days=10))
    ]
    given = tables(declarations(rows))
    return write_vintage(
        home, given, received=received, sources={str(received): str(cents)}, key=KEY, about={}
    )


def test_the_first_delivery_on_or_after_each_day(tmp_path: Path) -> None:
    keep(tmp_path, AS_OF, 1)
    for number, day in enumerate(DAYS):
        keep(tmp_path, day + timedelta(days=number), 100 + number)
    keep(tmp_path, DAYS[2] + timedelta(days=40), 7)
    keep(tmp_path, DAYS[5] - timedelta(days=1), 9)
    found = kept_sums(tmp_path, AS_OF)
    assert [then.back for then in found] == [1, 2, 3, 4, 5, 6, 7]
    # What had been received by the day: of the delivery on the day itself all three, of a later one two. The day before
    # the last of these days is the first after another.
    assert [int(then.sums["cents"].sum()) for then in found] == [300, 202, 204, 206, 208, 210, 9]
    assert found[0].sums[["law", "category", "quarter", "lines"]].to_numpy().tolist() == [
        ["wmo", "01", 8072, 3]
    ]


def test_fewer_than_six_in_a_row_are_not_enough(tmp_path: Path) -> None:
    for day in [*DAYS[:4], DAYS[5], DAYS[5] - timedelta(days=80)]:
        keep(tmp_path, day, 100)
    assert kept_sums(tmp_path, AS_OF) == ()
    keep(tmp_path, DAYS[4], 100)
    assert len(kept_sums(tmp_path, AS_OF)) >= 6


def test_without_any(tmp_path: Path) -> None:
    assert kept_sums(tmp_path / "niets", AS_OF) == ()


@pytest.mark.parametrize("content", [b"", None])
def test_a_damaged_delivery_is_no_reason_to_stop(tmp_path: Path, content: bytes | None) -> None:
    kept = [keep(tmp_path, day, 100) for day in DAYS]
    file = kept[2].folder / "declarations.parquet"
    file.unlink()
    if content is not None:
        file.write_bytes(content)
    assert kept_sums(tmp_path, AS_OF) == ()
