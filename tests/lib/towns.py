"""Small towns for the engine's tests: by hand as rows, or random with the awkward dates in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from socdom.areas import Area
from socdom.measures.taakvelden import GROUPS
from socdom.quarters import Quarter, quarter_range
from socdom.tables import COLUMNS, Tables
from socdom.tables.codes import APPLICATION_LAWS, OUTCOMES, UNITS

AREAS = (
    Area("BU99980101", "Kern", "buurt", "WK999801"),
    Area("BU99980102", "Rand", "buurt", "WK999801"),
    Area("BU99980201", "Veld", "buurt", "WK999802"),
    Area("GM9998", "Kleindorp", "gemeente"),
    Area("NL01", "Nederland", "land"),
    Area("WK999801", "Dorp", "wijk", "GM9998"),
    Area("WK999802", "Buiten", "wijk", "GM9998"),
)
BUURTEN = tuple(area.code for area in AREAS if area.level == "buurt")
QUARTERS = tuple(quarter_range(Quarter(2019, 4), Quarter(2020, 4)))
# Two whole years, so that a year has one before it.
TWO_YEARS = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
BANDS = ((0, 11), (12, 14), (15, 17), (18, 22), (23, 64), (65, 74), (75, 84), (85, 200))

_FIRST, _LAST = date(2018, 12, 1), date(2021, 1, 31)
# Around the edges of quarters, the leap day, and exactly the gap apart.
_AWKWARD = (
    date(2019, 9, 30),
    date(2019, 10, 1),
    date(2019, 12, 31),
    date(2020, 1, 1),
    date(2020, 2, 28),
    date(2020, 2, 29),
    date(2020, 3, 31),
    date(2020, 4, 1),
    date(2020, 6, 30),
    date(2020, 7, 1),
    date(2020, 9, 30),
    date(2020, 12, 31),
)
# 18 on the first day of a quarter and on the last day of one, born on a leap day, and born in a quarter.
_YOUNG = (date(2002, 4, 1), date(2002, 3, 31), date(2004, 2, 29), date(2020, 5, 5))
_CODES = {
    "wmo": {
        "category": ("01", "02", "11", "15"),
        "end_reason": ("19", "19", "19", "20", "22", "31", "36", "36", "37", "38"),
        "referrer": ("",),
    },
    "jeugd": {
        "category": ("35", "43", "45", "46", "47", "48"),
        "end_reason": ("31", "31", "31", "32", "36", "36", "37", "38"),
        "referrer": ("01", "02", "06"),
    },
}

days = st.one_of(
    st.sampled_from(_AWKWARD),
    st.integers(0, (_LAST - _FIRST).days).map(lambda number: _FIRST + timedelta(days=number)),
)
# Lengths: one day, up to the day before something, just within and just outside 90 days, long.
lengths = st.one_of(st.sampled_from((0, 1, 29, 89, 90, 91, 92)), st.integers(0, 200), st.integers(0, 400))


def frame(name: str, rows: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """A table of the contract from rows; a column that a row leaves out is open, "" or 0."""
    columns = {}
    for column, dtype in COLUMNS[name].items():
        values = [row.get(column) for row in rows]
        if dtype == "str":
            values = ["" if value is None else value for value in values]
        elif dtype != "datetime64[s]":
            values = [0 if value is None else value for value in values]
        columns[column] = pd.Series(
            pd.to_datetime(values) if dtype == "datetime64[s]" else values, dtype=dtype
        )
    return pd.DataFrame(columns)


def town(**tables: Sequence[dict[str, Any]]) -> Tables:
    """Tables from rows: town(provisions=[{...}], persons=[{...}])."""
    return replace(Tables.empty(), **{name: frame(name, rows) for name, rows in tables.items()})


def everybody(persons: int = 10) -> list[dict[str, Any]]:
    """Population: so many in each buurt, quarter and age band."""
    return [
        {
            "area": area,
            "quarter": quarter.index,
            "age_from": low,
            "age_to": high,
            "sex": "man",
            "persons": persons,
        }
        for area in BUURTEN
        for quarter in QUARTERS
        for low, high in BANDS
    ]


@st.composite
def spells(draw: st.DrawFn) -> dict[str, Any]:
    start = draw(days)
    ends = draw(st.sampled_from((True, True, True, False)))
    return {"start": start, "end": start + timedelta(days=draw(lengths)) if ends else None}


def _ended(draw: st.DrawFn, spell: dict[str, Any], reasons: Sequence[str]) -> str:
    """A reason stands with an end only."""
    return draw(st.sampled_from(reasons)) if spell["end"] else ""


@st.composite
def provisions(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    law = draw(st.sampled_from(("wmo", "jeugd")))
    spell = draw(spells())
    codes = {name: draw(st.sampled_from(values)) for name, values in _CODES[law].items()}
    if spell["end"] is None:
        codes["end_reason"] = ""
    waited = draw(st.integers(-5, 120))
    return (
        spell
        | codes
        | {
            "person": draw(st.integers(1, persons)),
            "law": law,
            "form": draw(st.sampled_from(("zin", "pgb"))),
            "assigned": spell["start"] - timedelta(days=waited),
            # 03 and 08 make an end with reason 36 administrative, 04 does not.
            "change_reason": draw(st.sampled_from(("", "03", "04", "08"))),
        }
    )


@st.composite
def applications(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    received = draw(days)
    decided = draw(
        st.none() | st.sampled_from((0, 55, 56, 57, 80)).map(lambda n: received + timedelta(days=n))
    )
    return {
        "person": draw(st.integers(1, persons)),
        "law": draw(st.sampled_from(APPLICATION_LAWS)),
        "received": received,
        "decided": decided,
        "outcome": draw(st.sampled_from(OUTCOMES)) if decided else "",
    }


@st.composite
def benefits(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    """The household of a benefit need not be that of the register of persons."""
    person, spell = draw(st.integers(1, persons)), draw(spells())
    return spell | {
        "person": person,
        "household": draw(st.sampled_from((household_of(person), household_of(person), 900))),
        "end_reason": _ended(draw, spell, ("werk", "overig")),
    }


@st.composite
def debt_trajectories(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    person, spell = draw(st.integers(1, persons)), draw(spells())
    return spell | {
        "person": person,
        "household": household_of(person),
        "registered": spell["start"] - timedelta(days=draw(st.sampled_from((0, 27, 28, 29, 100)))),
        "end_reason": _ended(draw, spell, ("schuldenvrij", "uitval")),
    }


@st.composite
def reintegrations(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    spell = draw(spells())
    return spell | {
        "person": draw(st.integers(1, persons)),
        "category": draw(st.sampled_from(("loonkostensubsidie", "beschut werk", "scholing"))),
        "end_reason": _ended(draw, spell, ("werk", "voortijdig")),
    }


@st.composite
def debt_signals(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    person, received = draw(st.integers(1, persons)), draw(days)
    waited = draw(st.none() | st.sampled_from((0, 28, 29)))
    return {
        "person": person,
        "household": household_of(person),
        "received": received,
        "kind": draw(st.sampled_from(("huur", "energie", "water", "zorgverzekering"))),
        "contacted": None if waited is None else received + timedelta(days=waited),
        "result": "" if waited is None else draw(st.sampled_from(("hulp", "wil geen hulp", "geen contact"))),
    }


@st.composite
def declarations(draw: st.DrawFn, persons: int) -> dict[str, Any]:
    """A line; a credit has a negative amount and a negative volume."""
    service, law = draw(days), draw(st.sampled_from(("wmo", "jeugd")))
    sign = draw(st.sampled_from((1, 1, 1, -1)))
    return {
        "person": draw(st.integers(1, persons)),
        "law": law,
        "category": draw(st.sampled_from(_CODES[law]["category"][:3])),
        "provider": draw(st.sampled_from(("", "A", "B", "C", "D", "E"))),
        "service_start": service,
        "received": service + timedelta(days=draw(st.integers(0, 200))),
        "volume": sign * draw(st.integers(0, 200), st.integers(0, 400)),
        "unit": draw(st.sampled_from(("04", *UNITS))),
        "amount": sign * draw(st.integers(0, 500_000)),
    }


@st.composite
def addresses(draw: st.DrawFn, person: int) -> list[dict[str, Any]]:
    """Spells that do not overlap: cut a life at some days, and leave some pieces out."""
    cuts = sorted(draw(st.sets(days, min_size=1, max_size=5)))
    ends = [cut - timedelta(days=1) for cut in cuts[1:]] + [draw(st.none() | st.just(_LAST))]
    pieces = zip(cuts, ends, strict=True)
    return [
        {"person": person, "area": draw(st.sampled_from((*BUURTEN, ""))), "start": start, "end": end}
        for start, end in pieces
        if draw(st.booleans() | st.just(True)) and (end is None or end >= start)
    ]


@st.composite
def budgets(draw: st.DrawFn) -> list[dict[str, Any]]:
    euros = st.integers(0, 1_000_000).map(float)
    codes = (code for lists in GROUPS.values() for code in lists[0])
    lines = [(code, quarter) for code in codes for quarter in QUARTERS]
    return [
        {
            "taakveld": code,
            "quarter": quarter.index,
            "side": "lasten",
            "budget": draw(euros),
            "realised": draw(euros),
        }
        for code, quarter in lines
        if draw(st.integers(0, 9)) > 0
    ]


def household_of(person: int) -> int:
    """Two by two; with an odd number of persons the last lives alone."""
    return 100 + (person + 1) // 2


@st.composite
def towns(draw: st.DrawFn, *, with_budget: bool = False) -> Tables:
    """A town of up to five persons with some of everything; two in three are full of rows."""
    persons = draw(st.integers(1, 5))
    full = draw(st.sampled_from((True, True, False)))
    births = st.integers(0, 90 * 365).map(lambda number: date(2020, 12, 1) - timedelta(days=number))
    homes = [draw(addresses(person)) for person in range(1, persons + 1)]

    def some(strategy: st.SearchStrategy[dict[str, Any]], most: int) -> list[dict[str, Any]]:
        return draw(st.lists(strategy, min_size=most if full else 0, max_size=most))

    return town(
        persons=[
            {
                "person": person,
                "household": household_of(person),
                "birth_date": draw(births | st.sampled_from(_YOUNG)),
            }
            for person in range(1, persons + 1)
        ],
        addresses=[row for rows in homes for row in rows],
        provisions=some(provisions(persons), 10),
        applications=some(applications(persons), 5),
        benefits=some(benefits(persons), 6),
        debt_trajectories=some(debt_trajectories(persons), 4),
        reintegrations=some(reintegrations(persons), 4),
        debt_signals=some(debt_signals(persons), 4),
        declarations=some(declarations(persons), 16),
        population=everybody(draw(st.integers(0, 20))) if full or draw(st.booleans()) else [],
        households=[
            {"area": area, "quarter": quarter.index, "households": 40}
            for area in BUURTEN
            for quarter in QUARTERS[1:]
        ],
        budget=draw(budgets()) if with_budget else [],
    )
