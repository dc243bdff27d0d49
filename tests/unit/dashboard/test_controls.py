"""What several pages offer to choose: only what the inventory lists, and nothing where there is one possibility."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from socdom.dashboard.controls import area_control, period_control, with_a_choice
from socdom.dashboard.state import Control


def offering(periods: list[str], wijken: dict[str, str] | None = None) -> Any:
    """An edition of Lindeveen with charts from 2020Q1, whose one indicator has these periods and wijken."""
    names = wijken or {}
    inventory = SimpleNamespace(
        periods_of=lambda name, code: periods, areas_of=lambda name, level: list(names)
    )
    return SimpleNamespace(
        inventory=inventory, meta=SimpleNamespace(code="GM9999", first_period="2020Q1"), area_name=names.get
    )


ABOUT: Any = [SimpleNamespace(id="iets")]


@pytest.mark.parametrize(
    ("periods", "label", "offered"),
    [
        (["2019Q4", "2020Q1", "2020Q2"], "Kwartaal", ["2020Q2", "2020Q1"]),
        (["2020Q1", "2020"], "Kwartaal", ["2020Q1"]),
        (["2018", "2019"], "Jaar", ["2019", "2018"]),
        # Quarters before the look-back are no years.
        (["2019Q4", "2019"], "Jaar", ["2019"]),
    ],
)
def test_quarters_of_the_look_back_or_else_years(periods: list[str], label: str, offered: list[str]) -> None:
    found = period_control(offering(periods), ABOUT)
    assert (found.label, list(found.options)) == (label, offered)


def test_wijken_by_name_after_everything() -> None:
    found = area_control(offering([], {"WK1": "Zuid", "WK2": "Noord"}), ABOUT, "Heel Lindeveen")
    assert dict(found.options) == {"": "Heel Lindeveen", "WK2": "Noord", "WK1": "Zuid"}


def test_one_possibility_is_no_choice() -> None:
    one, two = Control("wijk", "Wijk", {"": "a"}), Control("eenheid", "Eenheid", {"a": "a", "b": "b"})
    assert with_a_choice(one, two) == (two,)
