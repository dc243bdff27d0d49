"""What stays as it was in the last release, on numbers worked out by hand. 10 stands for 8 to 12, and stays for 6 to 14."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from socdom.disclosure.policy import CBS5, N10, Policy
from socdom.disclosure.revisions import Kept, kept, preferred
from socdom.disclosure.rules import rounded, too_small
from tests.lib.revised import KINDS, NAN, figures, no_states, published


def states(
    frame: pd.DataFrame, numerators: list[float], denominators: list[float] | float = NAN
) -> pd.DataFrame:
    """Last states of figures; NaN is hidden."""
    return frame.assign(
        numerator=numerators,
        denominator=denominators,
        status=["geheim" if number != number else "definitief" for number in numerators],
    )


def held(frame: pd.DataFrame, last: pd.DataFrame, policy: Policy = CBS5) -> Kept:
    kind = frame["indicator"].map(KINDS)
    return kept(frame, rounded(frame, kind, policy), kind, too_small(frame, kind, policy), last, policy)


def shown(counts: list[float], was: list[float], policy: Policy = CBS5) -> list[float]:
    """What stands there after counts that were published as `was`; -1 is hidden."""
    frame = figures("hulp", counts)
    return published(frame, states(frame, was), policy)["value"].fillna(-1).tolist()


def test_a_shown_count_stays_within_two_of_what_it_stood_for() -> None:
    counts = [5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18]
    assert shown(counts, [10] * 13) == [-1, 10, 10, 10, 10, 10, 10, 10, 10, 10, 15, 15, 20]


def test_a_larger_count_stays_within_two_on_both_sides() -> None:
    assert shown([95, 96, 98, 102, 104, 105], [100] * 6) == [95, 100, 100, 100, 100, 105]


def test_a_hidden_count_stays_hidden_up_to_two_above_the_threshold() -> None:
    assert shown([0, 7, 8, 9, 10, 12, 13], [NAN] * 7) == [-1, -1, -1, -1, 10, 10, 15]


def test_what_is_hidden_within_the_margin_is_told_apart() -> None:
    frame = figures("hulp", [0, 7, 8, 9, 10])
    assert held(frame, states(frame, [NAN] * 5)).hidden.tolist() == [True, True, True, True, False]


def test_what_stays_shown_below_the_threshold_is_told_apart() -> None:
    frame = figures("hulp", [5, 6, 7, 8])
    assert held(frame, states(frame, [10] * 4)).shown.tolist() == [False, True, True, False]


def test_a_count_far_below_what_was_shown_is_hidden_even_near_the_threshold() -> None:
    assert shown([6, 7], [15, 15]) == [-1, -1]


def test_hidden_for_another_is_free_again() -> None:
    assert shown([120], [NAN]) == [120]


def test_without_a_last_release_every_count_is_rounded() -> None:
    frame = figures("hulp", [7, 8, 12, 13])
    assert published(frame, no_states())["value"].fillna(-1).tolist() == [-1, 10, 10, 15]


def test_the_last_release_may_lack_the_figure_and_come_in_another_order() -> None:
    frame = figures("hulp", [13, 13, 13])
    last = states(frame, [10, NAN, 15]).iloc[[2, 0]]
    assert published(frame, last)["value"].fillna(-1).tolist() == [10, 15, 15]


def test_n10_has_its_own_classes() -> None:
    # 10 stands for 10 to 14 and stays for 8 to 16; 20 stands for 15 to 24 and stays for 13 to 26.
    assert shown([7, 8, 16, 17], [10] * 4, N10) == [-1, 10, 10, 20]
    assert shown([12, 13, 26, 27], [20] * 4, N10) == [10, 20, 20, 30]
    assert shown([9, 11, 12], [NAN] * 3, N10) == [-1, -1, 10]


def test_a_number_the_present_rule_cannot_give_is_made_anew() -> None:
    assert shown([15, 15], [15, 20], N10) == [20, 20]
    assert shown([17, 24], [15, 25], replace(CBS5, hidden_up_to=17)) == [-1, 25]


def test_a_margin_of_nothing_rounds_as_always() -> None:
    counts = [7, 8, 12, 13]
    assert shown(counts, [10] * 4, replace(CBS5, kept_within=0)) == [-1, 10, 10, 15]


def test_numerator_and_denominator_of_a_share_stay_each() -> None:
    frame = figures("deel", [13, 13, 30], [52, 58, 55])
    result = published(frame, states(frame, [10, 10, 20], [50, 50, 50]))
    assert result["numerator"].tolist() == [10, 10, 30]
    assert result["denominator"].tolist() == [50, 60, 55]


@pytest.mark.parametrize(
    ("numerator", "denominator", "stays"),
    [(9, 50, True), (10, 50, False), (41, 50, True), (40, 50, False), (9, 18, True), (10, 20, False)],
    ids=str,
)
def test_a_share_stays_hidden_while_one_of_its_counts_is_within_the_margin(
    numerator: int, denominator: int, stays: bool
) -> None:
    frame = figures("deel", [numerator], [denominator])
    assert held(frame, states(frame, [NAN], [NAN])).hidden.tolist() == [stays]


@pytest.mark.parametrize(
    ("numerator", "denominator", "was", "stays"),
    [
        pytest.param(7, 50, (10, 50), True, id="numerator in the margin"),
        pytest.param(5, 50, (10, 50), False, id="numerator outside the margin"),
        pytest.param(7, 50, (15, 50), False, id="numerator stood for more"),
        pytest.param(44, 50, (40, 50), True, id="six left"),
        pytest.param(45, 50, (40, 50), False, id="five left"),
        pytest.param(7, 70, (10, 50), True, id="the denominator may move"),
    ],
)
def test_a_share_stays_shown_within_the_margin(
    numerator: int, denominator: int, was: tuple[int, int], stays: bool
) -> None:
    frame = figures("deel", [numerator], [denominator])
    assert held(frame, states(frame, [was[0]], [was[1]])).shown.tolist() == [stays]


def test_a_share_never_becomes_more_than_everything() -> None:
    # With a margin of six, 40 would stay for 34 to 46 and 35 for 29 to 41: 40 of 35.
    frame = figures("deel", [34], [42])
    policy = replace(CBS5, kept_within=6, hidden_up_to=7)
    stays = held(frame, states(frame, [40], [35]), policy)
    assert stays.numerator.isna().all()
    assert stays.denominator.isna().all()


def test_everybody_of_a_public_denominator_is_a_count_too() -> None:
    frame = figures("hulp", [192, 191, 190, 195, 194], [200.0] * 5)
    stays = held(frame, states(frame, [190, NAN, NAN, 195, 190], 200.0))
    # Left: 8, 9, 10, 5 and 6.
    assert stays.hidden.tolist() == [False, True, False, False, False]
    assert stays.shown.tolist() == [False, False, False, False, True]


@pytest.mark.parametrize("name", ["euro", "mens"])
def test_amounts_stay_hidden_with_their_persons_and_are_else_made_anew(name: str) -> None:
    frame = figures(name, [90_400.0, 90_400.0, 90_400.0, 90_400.0], base=[9, 10, 10, 7])
    frame = frame.assign(denominator=frame["base"])
    stays = held(frame, states(frame, [NAN, NAN, 88_000, 88_000], [NAN, NAN, 10, 10]))
    assert stays.hidden.tolist() == [True, False, False, False]
    assert stays.shown.tolist() == [False] * 4
    assert stays.numerator.isna().all()


def test_the_persons_of_a_mean_stay_as_they_were() -> None:
    frame = figures("mens", [90_400.0], [13.0], base=[13])
    assert held(frame, states(frame, [88_000], [10])).denominator.tolist() == [10]


def held_back(name: str, numbers: list[float], policy: Policy = CBS5) -> list[float]:
    """Numerator, denominator and value that stay, of a figure that was shown with these; 0 is made anew."""
    frame = figures(name, [90_400.0], [13.0], base=[13])
    kind = frame["indicator"].map(KINDS)
    money = pd.DataFrame([numbers], columns=["numerator", "denominator", "value"], dtype=float)
    small = too_small(frame, kind, policy)
    stays = kept(frame, rounded(frame, kind, policy), kind, small, no_states(), policy, money)
    return [part.fillna(0).iloc[0] for part in (stays.numerator, stays.denominator, stays.value)]


def test_money_that_must_not_change_stays_as_it_was_shown() -> None:
    # The inhabitants of an amount are public and as they are now; of a price nothing but the value was shown.
    assert held_back("euro", [88_000, 40_000, 2.2]) == [88_000, 0, 0]
    assert held_back("mens", [88_000, 30, 2_933]) == [88_000, 30, 0]
    assert held_back("tarief", [NAN, NAN, 21.55]) == [0, 0, 21.55]
    assert held_back("euro", [NAN, NAN, NAN]) == [0, 0, 0]


def test_money_of_another_rule_of_rounding_is_made_anew() -> None:
    assert held_back("euro", [88_500, NAN, NAN]) == [0, 0, 0]
    assert held_back("mens", [88_000, 35, NAN], N10) == [0, 0, 0]


@pytest.mark.parametrize(("name", "base"), [("duur", 10), ("p90", 50)])
def test_statistics_stay_hidden_within_the_margin(name: str, base: int) -> None:
    frame = figures(name, [3.0] * 4, base=[base - 1, base + 1, base + 2, base - 1])
    stays = held(frame, states(frame, [NAN, NAN, NAN, 3.0]))
    assert stays.hidden.tolist() == [True, True, False, False]
    assert stays.shown.tolist() == [False] * 4


def test_what_is_missing_now_is_not_hidden() -> None:
    frame = figures("hulp", [NAN]).assign(status="ontbreekt")
    assert held(frame, states(frame, [NAN])).hidden.tolist() == [False]


def test_the_index_of_the_figures_is_kept() -> None:
    frame = figures("hulp", [13, 13]).set_axis([7, 3])
    stays = held(frame, states(frame, [10, 15]).reset_index(drop=True))
    assert stays.numerator.to_dict() == {7: 10, 3: 15}


def chosen(rows: list[tuple[str, float]], last: list[tuple[str, float]]) -> list[bool]:
    """Preference for figures of one area by period, with what was published before (NaN is hidden)."""
    frame = pd.concat([figures("hulp", [count], period=period) for period, count in rows], ignore_index=True)
    was = pd.concat(
        [no_states(), *(states(figures("hulp", [0], period=period), [number]) for period, number in last)],
        ignore_index=True,
    )
    return preferred(frame, was, too_small(frame, frame["indicator"].map(KINDS), CBS5)).tolist()


def test_first_chosen_is_what_was_hidden_in_the_last_release() -> None:
    assert chosen([("2020Q4", 20)], [("2020Q4", NAN)]) == [True]
    assert chosen([("2020Q4", 20)], [("2020Q4", 20)]) == [False]


def test_first_chosen_is_what_was_hidden_a_quarter_before_in_the_last_release() -> None:
    assert chosen([("2020Q1", 20), ("2020Q2", 20)], [("2019Q4", NAN)]) == [True, False]


def test_first_chosen_is_what_is_small_a_quarter_or_a_year_before() -> None:
    assert chosen([("2019Q4", 3), ("2020Q1", 20), ("2020Q2", 20)], []) == [False, True, False]
    assert chosen([("2019", 3), ("2020", 20)], []) == [False, True]


def test_a_figure_that_was_published_stands_by_its_own_state() -> None:
    assert chosen([("2019Q4", 3), ("2020Q1", 20)], [("2019Q4", NAN), ("2020Q1", 20)]) == [True, False]


def test_another_area_or_category_is_not_the_same_figure() -> None:
    frame = figures("hulp", [20, 20])
    last = states(frame, [NAN, 20])
    primary = pd.Series(False, index=frame.index)
    assert preferred(frame, last, primary).tolist() == [True, False]
    assert preferred(frame.assign(category="zin", dimension="form"), last, primary).tolist() == [False, False]
