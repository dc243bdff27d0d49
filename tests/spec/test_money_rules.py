"""What help costs, counted by hand: per person, per hour, against a year earlier, and to whom it goes."""

from __future__ import annotations

import pytest

from socdom.measures.indicator import Indicator
from socdom.measures.kinds.concentration import Concentration
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson, UnitPrice
from socdom.measures.selection import Selection
from socdom.quarters import Quarter, quarter_range
from socdom.tables import Tables
from tests.lib.definitions import indicator
from tests.lib.readable import figures, numbers, rows
from tests.lib.towns import town

Q = tuple(quarter_range(Quarter(2020, 1), Quarter(2020, 4)))
TWO_YEARS = tuple(quarter_range(Quarter(2019, 1), Quarter(2020, 4)))
LINES = Selection("declarations")
EURO = {"format": "euro", "unit": "euro", "levels": ("gemeente",)}
EFFECTS = ("hoeveelheid", "prijs", "samenstelling")
CHANGE = "hoeveelheid_prijs_samenstelling"

change = indicator(measure=AmountChange(LINES), group_by=(CHANGE,), **EURO)


def declared(text: str) -> Tables:
    """Lines of Wmo help; amounts in eurocents."""
    return town(declarations=rows("declarations", text, law="wmo", received="2020-12-31"))


def of_change(tables: Tables, period: str, item: Indicator = change) -> list[float]:
    """The change and its three parts."""
    return [figures(item, tables, TWO_YEARS, category=name)["value"][period] for name in ("", *EFFECTS)]


def test_euros_per_person_are_all_euros_by_everybody_with_a_line() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      01       04   1      2020-01-01    10001
        1      02       04   1      2020-03-31    20000
        2      01       04   1      2020-02-29    5000
        2      01       04   -1     2020-04-01    -5000
        """
    )
    item = indicator(measure=AmountPerPerson(LINES), **EURO)
    assert numbers(item, tables, Q, "numerator") == [350.01, -50, 0, 0]
    # A credit is a line too: its person counts.
    assert numbers(item, tables, Q, "base") == numbers(item, tables, Q, "denominator") == [2, 1, 0, 0]
    assert numbers(item, tables, Q) == [175.005, -50, None, None]
    assert figures(item, tables, Q)["status"].tolist()[2] == "onmogelijk"
    year = indicator(measure=AmountPerPerson(LINES), every="jaar", **EURO)
    assert numbers(year, tables, Q) == [150.005]


HOURS = """
    person category unit volume service_start amount
    1      02       04   2      2020-01-10    12000
    1      02       01   90     2020-01-11    9000
    2      02       16   1      2020-01-12    24000
    3      02       14   5      2020-01-13    100000
    3      02       83   7      2020-01-14    700
    4      07       82   3      2020-04-14    900
    4      07       84   1      2020-04-14    500
    5      02       04   4      2020-07-01    16000
    5      02       04   -4     2020-07-02    -16000
    6      02       04   1      2020-10-01    6000
    6      02       04   -2     2020-10-01    -12000
"""


def test_the_price_of_an_hour_is_all_euros_by_all_hours() -> None:
    item = indicator(measure=UnitPrice(LINES, "uur"), **EURO)
    tables = declared(HOURS)
    # 2 hours, 90 minutes and a dagdeel of 4 hours: 7,5 hours for 450 euros, of two persons.
    assert numbers(item, tables, Q)[0] == 60
    assert numbers(item, tables, Q, "numerator")[0] == 450
    assert numbers(item, tables, Q, "denominator")[0] == 7.5
    assert numbers(item, tables, Q, "base")[0] == 2


def test_of_no_volume_or_less_there_is_no_price() -> None:
    item = indicator(measure=UnitPrice(LINES, "uur"), **EURO)
    found = figures(item, declared(HOURS), Q)
    # No hours; as many hours taken back as declared; more taken back.
    assert found["status"].tolist()[1:] == ["onmogelijk"] * 3
    assert found["value"].isna().tolist() == [False, True, True, True]


def test_a_day_and_a_piece_have_their_own_price() -> None:
    tables = declared(HOURS)
    assert numbers(indicator(measure=UnitPrice(LINES, "etmaal"), **EURO), tables, Q)[0] == 200
    assert numbers(indicator(measure=UnitPrice(LINES, "stuk"), **EURO), tables, Q)[1] == 3.5


def test_more_hours_at_the_same_price_is_volume() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      02       04   10     2019-05-01    50000
        1      02       04   14     2020-05-01    70000
        """
    )
    assert of_change(tables, "2020Q2") == [200, 200, 0, 0]


def test_the_same_hours_at_a_higher_price_is_price() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      02       04   10     2019-05-01    50000
        1      02       01   600    2020-05-01    55000
        """
    )
    # Minutes are another good than hours, though as long: what is not bought in both years is composition.
    assert of_change(tables, "2020Q2") == [50, 0, 0, 50]
    same_unit = declared(
        """
        person category unit volume service_start amount
        1      02       04   10     2019-05-01    50000
        1      02       04   10     2020-05-01    55000
        """
    )
    assert of_change(same_unit, "2020Q2") == [50, 0, 50, 0]


def test_more_of_the_dear_help_is_composition() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      01       04   10     2019-05-01    30000
        2      02       04   10     2019-05-01    60000
        1      01       04   5      2020-05-01    15000
        2      02       04   15     2020-05-01    90000
        """
    )
    assert of_change(tables, "2020Q2") == [150, 0, 0, 150]


def test_volume_price_and_composition_together() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      01       04   10     2019-05-01    30000
        2      02       04   10     2019-05-01    60000
        1      01       04   8      2020-05-01    26400
        2      02       04   16     2020-05-01    96000
        3      15       14   2      2020-05-01    40000
        """
    )
    # Hours: from 20 to 24 at a mean of 45 euros is 180. Cleaning became 3 euros dearer, 8 hours: 24. The whole of the
    # hours rose by 324, so 120 is left. Days were not bought before: all 400 is volume.
    assert of_change(tables, "2020Q2") == [724, 580, 24, 120]


def test_the_parts_are_in_whole_cents_and_what_is_left_goes_to_composition() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      02       04   3      2019-05-01    10000
        1      02       04   4      2020-05-01    13334
        """
    )
    # Volume 100/3 = 33,333..., price 4 x (33,335 - 33,333...) = 0,00666...: 33,33 and 0,01 and nothing.
    whole, *parts = of_change(tables, "2020Q2")
    assert parts == [33.33, 0.01, 0]
    assert whole == 33.34


def test_less_is_negative_and_stopped_help_is_volume() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      02       04   10     2019-05-01    50000
        """
    )
    assert of_change(tables, "2020Q2") == [-500, -500, 0, 0]


def test_without_a_year_before_in_the_run_the_change_is_unknown() -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      02       04   10     2019-05-01    50000
        2      02       04   10     2019-05-02    50000
        2      02       04   14     2020-05-01    70000
        """
    )
    assert numbers(change, tables, TWO_YEARS) == [None] * 4 + [0, -300, 0, 0]
    assert figures(change, tables, TWO_YEARS)["status"].tolist()[:4] == ["ontbreekt"] * 4
    # The smaller number of persons: two a year ago, one now.
    assert numbers(change, tables, TWO_YEARS, "base") == [None] * 4 + [0, 1, 0, 0]
    year = indicator(measure=AmountChange(LINES), every="jaar", group_by=(CHANGE,), **EURO)
    assert numbers(year, tables, TWO_YEARS) == [None, -300]
    assert numbers(year, tables, TWO_YEARS, category="hoeveelheid") == [None, -300]


@pytest.mark.parametrize("first", [1, 2, 3, 4])
def test_a_year_before_is_four_quarters_before_whatever_the_first_quarter_of_a_run(first: int) -> None:
    tables = declared(
        """
        person category unit volume service_start amount
        1      02       04   10     2019-10-01    50000
        1      02       04   11     2020-12-31    55000
        """
    )
    run = tuple(quarter_range(Quarter(2019, first), Quarter(2020, 4)))
    assert numbers(change, tables, run) == [None] * 4 + [0] * (4 - first) + [50]


PROVIDERS = """
    person category unit volume service_start provider amount
    1      02       04   1      2020-01-10    A        40000
    1      02       04   1      2020-01-10    B        30000
    2      02       04   1      2020-01-10    C        20000
    3      02       04   1      2020-01-10    D        10000
    4      02       04   1      2020-01-10    -        99999
    3      02       04   -1     2020-01-10    E        -500
    5      02       04   1      2020-04-10    A        100
    5      02       04   1      2020-04-10    B        100
    5      02       04   1      2020-04-10    C        100
    5      02       04   1      2020-07-10    A        100
    5      02       04   1      2020-07-10    B        100
    5      02       04   1      2020-07-10    C        100
    5      02       04   1      2020-07-10    D        100
"""


def test_the_share_of_the_largest_providers() -> None:
    item = indicator(
        measure=Concentration(LINES), format="procent", scale=100, unit="procent", levels=("gemeente",)
    )
    found = figures(item, declared(PROVIDERS), Q)
    # 900 of 1.000 euros; who has no name, and who has less than nothing, is left out of both.
    assert found.loc["2020Q1", ["numerator", "denominator", "value", "base"]].tolist() == [900, 1000, 90, 3]
    # Three providers for three places is everything: no share. Of four with as much, any three.
    assert found["status"].tolist() == ["definitief", "onmogelijk", "definitief", "onmogelijk"]
    assert found["value"].tolist()[2] == 75


@pytest.mark.parametrize(("top", "share"), [(1, 40), (2, 70), (3, 90)])
def test_so_many_providers_as_asked(top: int, share: float) -> None:
    item = indicator(
        measure=Concentration(LINES, top=top),
        format="procent",
        scale=100,
        unit="procent",
        levels=("gemeente",),
    )
    assert numbers(item, declared(PROVIDERS), Q)[0] == share
