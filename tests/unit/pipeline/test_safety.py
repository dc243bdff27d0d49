"""What is hidden again because it was hidden before, and which figure is hidden against a finding."""

from __future__ import annotations

import pandas as pd

from socdom.attack.model import Finding, Release
from socdom.editions.model import FIGURE_KEY
from socdom.pipeline.safety import as_released, to_hide

STATE = ["numerator", "denominator", "value", "status"]


def states(**shown: float | None) -> pd.DataFrame:
    """Figures of areas ("WK1_2020Q4"); None is hidden."""
    rows = []
    for name, number in shown.items():
        area, period = name.split("_")
        status = "geheim" if number is None else "definitief"
        rows.append(("wmo", period, area, "", "", number, None, number, status))
    numbers = dict.fromkeys(("numerator", "denominator", "value"), float)
    return pd.DataFrame(rows, columns=[*FIGURE_KEY, *STATE]).astype(numbers)


def key(area: str, period: str = "2020Q4") -> tuple[str, str, str, str, str]:
    return ("wmo", period, area, "", "")


def kept(now: pd.DataFrame, before: pd.DataFrame, *own: bool) -> frozenset[tuple[str, str, str, str, str]]:
    return as_released(now, before, pd.Series(own))


def test_in_a_period_without_a_change_the_same_figures_stay_hidden() -> None:
    before = states(GM1_2020Q4=50, WK1_2020Q4=None, WK2_2020Q4=None, WK3_2020Q4=20)
    # Protection by itself would choose another second figure now.
    now = states(GM1_2020Q4=50, WK1_2020Q4=None, WK2_2020Q4=15, WK3_2020Q4=None)
    assert kept(now, before, False, True, False, False) == {key("WK1"), key("WK2")}


def test_a_changed_number_or_a_new_small_one_sets_its_period_free_and_no_other() -> None:
    before = states(GM1_2020Q4=50, WK1_2020Q4=None, WK2_2020Q4=15, GM1_2020Q3=50, WK1_2020Q3=None)
    other = states(GM1_2020Q4=55, WK1_2020Q4=15, WK2_2020Q4=15, GM1_2020Q3=50, WK1_2020Q3=15)
    small = states(GM1_2020Q4=50, WK1_2020Q4=15, WK2_2020Q4=None, GM1_2020Q3=50, WK1_2020Q3=15)
    assert kept(other, before, False, False, False, False, False) == {key("WK1", "2020Q3")}
    assert kept(small, before, False, False, True, False, False) == {key("WK1", "2020Q3")}


def test_before_the_first_release_nothing_was_hidden() -> None:
    assert kept(states(GM1_2020Q4=50), states().iloc[:0], False) == frozenset()


def chosen(
    figures: pd.DataFrame, *shown: str, about: str = "WK9"
) -> frozenset[tuple[str, str, str, str, str]]:
    nothing = states().iloc[:0]
    release = Release(figures, (), (), None, nothing)  # type: ignore[arg-type]
    finding = Finding("aantal", key(about), ("tabel",), tuple(key(area) for area in shown))
    return to_hide([finding], release)


def test_the_smallest_part_goes_before_the_whole_and_one_that_was_hidden_first() -> None:
    figures = states(GM1_2020Q4=10, WK1_2020Q4=30, WK2_2020Q4=20)
    assert chosen(figures, "GM1", "WK1", "WK2") == {key("WK2")}
    hidden_before = states(GM1_2020Q4=10, WK1_2020Q4=30, WK2_2020Q4=20, WK1_2020Q3=None)
    assert chosen(hidden_before, "GM1", "WK1", "WK2") == {key("WK1")}
    assert chosen(figures, "GM1") == {key("GM1")}
    assert chosen(figures) == frozenset()


def test_a_shown_figure_that_follows_from_no_other_shown_one_is_hidden_itself() -> None:
    figures = states(GM1_2020Q4=10, WK1_2020Q4=30, WK2_2020Q4=None)
    assert chosen(figures, about="WK1") == {key("WK1")}
    assert chosen(figures, "WK2", about="WK1") == {key("WK1")}, "what was to be hidden, is"
    assert chosen(figures, "GM1", about="WK1") == {key("GM1")}
    assert chosen(figures, about="WK2") == frozenset()
