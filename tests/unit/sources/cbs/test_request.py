"""What is asked of CBS: periods, requests that hold each other, and filters that ask exactly what is wanted."""

from __future__ import annotations

from urllib.parse import quote

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.quarters import Quarter
from socdom.sources.cbs.filters import conditions, split
from socdom.sources.cbs.request import Period, TableRequest, minimal, period_of, quarter_of, stem_of
from tests.lib.cbs_filter import select

REGIONS = ("NL01", "GM0766", "GM0268", "GM0076", "WK076600", "WK076601", "WK026801", "BU07660000", "PV30")
WANTED = st.lists(
    st.sampled_from([*REGIONS, "GM*", "WK0766*", "WK*", "BU0766*", "GM9999"]), min_size=1, max_size=4
)


@pytest.mark.parametrize(
    ("code", "period", "quarter"),
    [
        ("2020KW03", Period("KW", 2020, 3), Quarter(2020, 3)),
        ("2020MM06", Period("MM", 2020, 6), Quarter(2020, 2)),
        ("2020MM05", Period("MM", 2020, 5), None),
        ("2019JJ00", Period("JJ", 2019, 0), None),
        ("2019HJ02", Period("HJ", 2019, 2), None),
        (" 20211231 ", Period("DD", 2021, 1231), Quarter(2021, 4)),
        ("20200930", Period("DD", 2020, 930), Quarter(2020, 3)),
        ("20200929", Period("DD", 2020, 929), None),
        ("20200101", Period("DD", 2020, 101), None),
        ("2020KW05", None, None),
        ("2020MM13", None, None),
        ("2020HJ03", None, None),
        ("2020JJ01", None, None),
        ("2020SJ00", None, None),
        ("20201301", None, None),
        ("", None, None),
    ],
)
def test_periods(code: str, period: Period | None, quarter: Quarter | None) -> None:
    assert period_of(code) == period
    assert quarter_of(code) == quarter


def test_half_years_are_no_quarter_and_no_year() -> None:
    assert [quarter_of(f"2019HJ0{half}") for half in (1, 2)] == [None, None]
    request = TableRequest("83262NED", periods=("JJ",), since=2019)
    assert [
        code for code in ("2018JJ00", "2019HJ01", "2019JJ00", "2020JJ00") if request.wants_period(code)
    ] == [
        "2019JJ00",
        "2020JJ00",
    ]


def test_the_number_behind_a_measure_is_not_its_name() -> None:
    assert [stem_of(m) for m in ("WmoClienten_89", "k_0Tot15Jaar_8", "Totaal")] == [
        "WmoClienten",
        "k_0Tot15Jaar",
        "Totaal",
    ]


def test_a_prefix_says_what_it_begins() -> None:
    assert minimal(["GM0766", "GM*", "WK0766*", "WK07*", "NL01"]) == ("GM*", "NL01", "WK07*")


@given(WANTED, WANTED)
@settings(max_examples=60, deadline=None)
def test_a_widened_request_asks_for_both(one: list[str], two: list[str]) -> None:
    first, second = (TableRequest("T", keys={"RegioS": tuple(keys)}, measures=("M",)) for keys in (one, two))
    wide = first.with_also(second)
    asked = {key for key in REGIONS if wide.wants_key("RegioS", key)}
    assert asked == {key for key in REGIONS for r in (first, second) if r.wants_key("RegioS", key)}
    assert wide.covers(first)
    assert wide.covers(second)
    assert TableRequest.from_data(wide.as_data()).as_data() == wide.as_data()


def test_what_a_request_does_not_cover() -> None:
    narrow = TableRequest("T", keys={"RegioS": ("GM0766",)}, periods=("JJ",), since=2019, measures=("A",))
    for other in (
        TableRequest("T", keys={"RegioS": ("GM0268",)}, periods=("JJ",), since=2019, measures=("A",)),
        TableRequest("T", keys={"RegioS": ("GM*",)}, periods=("JJ",), since=2019, measures=("A",)),
        TableRequest("T", periods=("JJ",), since=2019, measures=("A",)),
        TableRequest("T", keys={"RegioS": ("GM0766",)}, periods=("KW",), since=2019, measures=("A",)),
        TableRequest("T", keys={"RegioS": ("GM0766",)}, since=2019, measures=("A",)),
        TableRequest("T", keys={"RegioS": ("GM0766",)}, periods=("JJ",), since=2018, measures=("A",)),
        TableRequest("T", keys={"RegioS": ("GM0766",)}, periods=("JJ",), since=2019),
        TableRequest("U", keys={"RegioS": ("GM0766",)}, periods=("JJ",), since=2019, measures=("A",)),
    ):
        assert not narrow.covers(other)
    assert narrow.covers(
        TableRequest("T", keys={"RegioS": ("GM0766",)}, periods=("JJ",), since=2020, measures=("A",))
    )


@given(
    WANTED,
    st.lists(st.sampled_from(["JJ", "HJ", "KW", "MM"]), unique=True),
    st.sampled_from([0, 2019, 2020]),
    st.integers(40, 400),
)
@settings(max_examples=60, deadline=None)
def test_filters_ask_each_wanted_row_once_and_no_other(wanted, kinds, since, longest) -> None:
    periods = [
        f"{y}{p}" for y in (2018, 2019, 2020) for p in ("JJ00", "HJ01", "HJ02", "KW01", "MM01", "MM12")
    ]
    padded = [key.ljust(10) for key in REGIONS]
    frame = pd.DataFrame([(r, p) for r in padded for p in periods], columns=["RegioS", "Perioden"])
    request = TableRequest("T", keys={"RegioS": tuple(wanted)}, periods=tuple(kinds), since=since)
    parts = [conditions(request, "RegioS", padded), conditions(request, "Perioden", periods)]
    expected = {
        (r, p)
        for r in padded
        for p in periods
        if any(r.strip() == w or (w.endswith("*") and r.startswith(w[:-1])) for w in wanted)
        and (not kinds or p[4:6] in kinds)
        and int(p[:4]) >= since
    }
    if [] in parts:
        assert expected == set()
        return
    asked: list[tuple[str, str]] = []
    for text in split([part for part in parts if part is not None], longest):
        asked += (
            list(frame[select(frame, text)].itertuples(index=False, name=None))
            if text
            else frame.values.tolist()
        )
    assert len(asked) == len(expected)
    assert {tuple(row) for row in asked} == expected


def test_twelve_months_are_one_condition() -> None:
    months = [f"{year}MM{month:02}" for year in (2019, 2020, 2021) for month in range(1, 13)]
    request = TableRequest("82015NED", periods=("MM",), since=2020)
    assert conditions(request, "Perioden", months) == [
        "startswith(Perioden,'2020MM')",
        "startswith(Perioden,'2021MM')",
    ]


def test_a_quote_in_a_key_stays_text() -> None:
    request = TableRequest("T", keys={"Soort": ("d'oude",)})
    assert conditions(request, "Soort", ["d'oude ", "x"]) == ["Soort eq 'd''oude '"]


def test_a_filter_is_never_too_long_when_it_can_be_divided() -> None:
    parts = [
        [f"RegioS eq 'GM{n:04}'" for n in range(342)],
        [f"startswith(Perioden,'{y}MM')" for y in range(2000, 2027)],
    ]
    texts = list(split(parts))
    assert len(texts) > 10
    assert max(len(quote(text)) for text in texts) <= 1300
