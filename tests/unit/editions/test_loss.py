"""What is hidden, counted by hand: of figures, and of the people in them."""

from __future__ import annotations

import pandas as pd
import pytest

from socdom.editions.loss import Loss, loss
from socdom.editions.model import Description
from tests.lib.small_edition import description

COUNT, MONEY, PUBLIC = "proef", "geld", "open"
DESCRIBED: dict[str, Description] = {
    COUNT: description(),
    MONEY: description("euro", id=MONEY, protection="bedrag"),
    PUBLIC: description(id=PUBLIC, protection="openbaar"),
}


def rows(*cells: tuple[str, float | None], indicator: str = COUNT, period: str = "2020Q4") -> pd.DataFrame:
    """Figures by area, or by area and category ("GM9999 jong"); None is hidden."""
    found = []
    for name, number in cells:
        area, _, category = name.partition(" ")
        found.append(
            {
                "indicator": indicator,
                "period": period,
                "area": area,
                "dimension": "soort" if category else "",
                "category": category,
                "numerator": number,
                "status": "geheim" if number is None else "definitief",
            }
        )
    return pd.DataFrame(found).astype({"numerator": "float64"})


def people(*cells: tuple[str, float | None]) -> list[float | None]:
    """The part of the people that is not seen, of each group there is."""
    return [found.people for found in loss(rows(*cells), DESCRIBED, 5)]


def test_cells_are_counted_per_level_and_breakdowns_apart():
    figures = pd.concat(
        [
            rows(("GM9999", 100.0), ("WK999901", 60.0), ("WK999902", None), ("WK999903", None)),
            rows(("GM9999 a", 80.0), ("GM9999 b", None)),
            rows(("GM9999", None), ("BU99990101", 5000.0), indicator=MONEY),
        ],
        ignore_index=True,
    )
    # The wijken miss 100 - 60 of 100 people, the breakdown 100 - 80; of the buurten only money is known.
    assert loss(figures, DESCRIBED, 5) == [
        Loss("gemeente", False, 2, 1, 0.0),
        Loss("gemeente", True, 2, 1, 0.2),
        Loss("wijk", False, 3, 2, 0.4),
        Loss("buurt", False, 1, 0, None),
    ]


def test_what_is_public_missing_or_impossible_is_no_cell():
    figures = pd.concat(
        [
            rows(("GM9999", 100.0), ("WK999901", 100.0)),
            rows(("WK999902", None), ("WK999903", None)).assign(status=["ontbreekt", "onmogelijk"]),
            rows(("GM9999", 100.0), ("NL01", 9e6), indicator=PUBLIC),
        ],
        ignore_index=True,
    )
    assert [(found.level, found.cells) for found in loss(figures, DESCRIBED, 5)] == [
        ("gemeente", 1),
        ("wijk", 1),
    ]


def test_a_period_is_counted_apart():
    figures = pd.concat(
        [
            rows(("GM9999", 50.0), ("WK999901", 50.0), ("WK999902", None), period="2020Q3"),
            rows(("GM9999", 150.0), ("WK999901", 50.0), ("WK999902", None)),
        ],
        ignore_index=True,
    )
    newest, every = (loss(figures, DESCRIBED, 5, period)[1] for period in ("2020Q4", None))
    assert (newest.cells, newest.hidden, newest.people) == (2, 1, pytest.approx(100 / 150))
    assert (every.cells, every.hidden, every.people) == (4, 2, pytest.approx(100 / 200))


def test_buurten_are_set_beside_the_gemeente_also_where_their_wijk_is_hidden():
    assert people(("GM9999", 100.0), ("WK999901", None), ("BU99990101", 30.0), ("BU99990102", None)) == [
        0.0,
        1.0,
        0.7,
    ]


def test_without_a_total_nothing_can_be_said():
    assert people(("GM9999", None), ("WK999901", 60.0), ("WK999902", None)) == [None, None]


def test_what_rounding_makes_of_a_sum_is_no_loss():
    # 95 of 100 shown, and nothing hidden; and the parts that are shown can be more than their total.
    assert people(("GM9999", 100.0), ("WK999901", 45.0), ("WK999902", 50.0))[1] == 0.0
    assert people(("GM9999", 20.0), ("WK999901", 10.0), ("WK999902", 15.0), ("WK999903", None))[1] == 0.0


def test_a_breakdown_in_which_people_stand_twice_tells_nothing_of_them():
    # 90 and 60 of 100 people: some have both.
    twice = [("GM9999", 100.0), ("GM9999 a", 90.0), ("GM9999 b", 60.0), ("GM9999 c", None)]
    assert people(*twice)[1] is None
    assert loss(rows(*twice), DESCRIBED, 5)[1].hidden == 1


def test_no_figures_no_loss():
    assert loss(rows(("GM9999", 1.0)).iloc[:0], DESCRIBED, 5) == []
