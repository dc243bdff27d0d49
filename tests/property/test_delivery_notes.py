"""Sentences for readers about a delivery never tell anything of a row, whatever came in."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.parameters.bronnen import Controle
from socdom.parameters.gebieden import Gebieden
from socdom.quarters import Quarter
from socdom.sources.examine import Previous, examine, notes
from tests.fixtures.bad_deliveries.small_delivery import small_gebieden
from tests.lib.made_sheets import delivered, sheet

STRICT = Controle(
    volume_opmerking=0, volume_afgekeurd=100, leeg_opmerking=0, zonder_wijk_opmerking=0, dagen_oud_opmerking=0
)
FIRST = date(2018, 1, 1)


@pytest.fixture(scope="module")
def gebieden(tmp_path_factory: pytest.TempPathFactory) -> Gebieden:
    return small_gebieden(tmp_path_factory.mktemp("parameters"))


def in_the_open(gebieden: Gebieden, rows: int, step: int, copies: int, lost: int, before: int) -> None:
    spread = [pd.Timestamp(FIRST + timedelta(days=(row * step) % 1095)) for row in range(rows)]
    numbers = [7_000_000 + row // copies for row in range(rows)]
    many = sheet(
        "clienten", rows, area="", person=numbers, household=numbers, birth_date=spread, start=spread
    )
    wmo = sheet("voorzieningen_wmo", rows, provider="", person=numbers, assigned=spread, form="zorg")
    bills = sheet(
        "declaraties",
        rows,
        person=numbers,
        provision=numbers,
        received=spread,
        amount=[n * 3 for n in numbers],
        volume=7,
    )
    previous = Previous(
        FIRST,
        {"clienten": before, "declaraties": before, "aanvragen": 5},
        {"declaraties": {"2019Q1": before, "2019Q2": before}},
    )
    found = delivered(many, wmo, bills, left_out={"declaraties": min(lost, rows)})
    report = examine(
        found, previous, STRICT, today=date(2021, 1, 15), quarter=Quarter(2020, 4), gebieden=gebieden
    )
    said = " ".join(notes(report))
    assert said or rows < 25
    # What may be told in numbers: percentages of many rows, and the quarter.
    for run in re.findall(r"[\d.,-]+", said.replace("4e kwartaal 2020", "")):
        match = re.fullmatch(r"(\d{1,3}|\d\.\d{3})[.,]?", run)
        assert match is None or f"{match[1]} procent" in said, run
        assert match is not None or not re.search(r"\d", run), run
    if rows < 1000:
        assert "procent" not in said
    for word in ("zorg ", "bsn", "buurtcode", "BU9998", "huishoudnummer", "rijen", "kolom"):
        assert word not in said


def said_of(gebieden: Gebieden, rows: int, odd: int, left_out: int, before: int) -> tuple[str, ...]:
    """Sentences about a delivery in which one person has `odd` rows that stand out in every way; the others are right."""
    who = [7_000_000 + row for row in range(rows)] + [1] * odd
    spread = [pd.Timestamp(FIRST + timedelta(days=(row * 7) % 1095)) for row in range(rows)]
    last = [*spread, *[pd.Timestamp(FIRST)] * odd]
    here = ["BU99980101"] * rows + [""] * odd
    provider = ["99990101"] * rows + [""] * odd
    number = list(range(rows)) + list(range(10**6, 10**6 + odd))
    found = delivered(
        sheet("clienten", rows + odd, area=here, person=[*who[:rows], *range(1, odd + 1)], start=last),
        sheet("voorzieningen_wmo", rows + odd, provider=provider, person=who, provision=number, assigned=last),
        sheet("declaraties", rows + odd, person=who, received=last, amount=[*range(rows), *[7] * odd],
              provision=[*number[:rows], *[5] * odd], volume=3),
        left_out={"declaraties": left_out} if left_out else {},
    )  # fmt: skip
    names = ("clienten", "voorzieningen_wmo", "declaraties")
    previous = Previous(FIRST, dict.fromkeys(names, before) | {"reintegratie": odd}, {})
    return notes(
        examine(found, previous, STRICT, today=date(2021, 1, 15), quarter=Quarter(2020, 4), gebieden=gebieden)
    )


@settings(max_examples=25, deadline=None)
@given(st.integers(20, 1100), st.integers(1, 9), st.integers(0, 9))
def test_one_person_more_or_less_changes_no_sentence(
    gebieden: Gebieden, rows: int, odd: int, lost: int
) -> None:
    with_him = said_of(gebieden, rows, odd, lost, rows)
    assert with_him == said_of(gebieden, rows, 0, 0, rows)


SIZES = st.one_of(st.integers(1, 400), st.integers(990, 1100))


@settings(max_examples=15, deadline=None)
@given(SIZES, st.integers(1, 40), st.integers(1, 3), st.integers(1, 50), st.integers(1, 3000))
def test_notes_tell_nothing_of_a_row(
    gebieden: Gebieden, rows: int, step: int, copies: int, lost: int, before: int
) -> None:
    in_the_open(gebieden, rows, step, copies, lost, before)


@pytest.mark.long
@settings(max_examples=500, deadline=None)
@given(SIZES, st.integers(1, 40), st.integers(1, 3), st.integers(1, 50), st.integers(1, 3000))
def test_notes_tell_nothing_of_a_row_whatever_comes_in(
    gebieden: Gebieden, rows: int, step: int, copies: int, lost: int, before: int
) -> None:
    in_the_open(gebieden, rows, step, copies, lost, before)
