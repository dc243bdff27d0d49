"""Two releases of one figure, worked out by hand: 10 stands for 8 to 12, 15 for 13 to 17, hidden for 0 to 7."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from socdom.attack.revisions import revision_findings
from socdom.disclosure.policy import CBS5, N10, Policy
from tests.lib.revised import NAN, figures, no_states, published, release

HIDDEN = NAN


def states(
    frame: pd.DataFrame, numerators: list[float], denominators: list[float] | float = NAN
) -> pd.DataFrame:
    """Published figures; NaN is hidden."""
    return frame.drop(columns="base").assign(
        numerator=numerators,
        denominator=denominators,
        value=numerators,
        status=["geheim" if number != number else "definitief" for number in numerators],
    )


def found(old: float, new: float, true: float, policy: Policy = CBS5, **columns: bool) -> bool:
    """Whether there is a finding about a count published as `old`, then as `new`."""
    truth = figures("hulp", [true])
    outside = release(states(truth, [new]), [states(truth, [old])], policy)
    return bool(revision_findings(outside, truth.assign(**columns)))


def found_of_share(old: tuple[float, float], new: tuple[float, float], true: tuple[float, float]) -> bool:
    truth = figures("deel", [true[0]], [true[1]])
    outside = release(states(truth, [new[0]], [new[1]]), [states(truth, [old[0]], [old[1]])])
    return bool(revision_findings(outside, truth))


@pytest.mark.parametrize(
    ("old", "new", "true", "leaks"),
    [
        pytest.param(10, 15, 13, True, id="one added: it was 12"),
        pytest.param(15, 10, 12, True, id="one gone: it was 13"),
        pytest.param(100, 105, 103, True, id="also of a large count"),
        pytest.param(10, 15, 14, True, id="two added at most"),
        pytest.param(10, 15, 15, False, id="three or more were added"),
        pytest.param(15, 10, 10, False, id="three or more are gone"),
        pytest.param(10, 10, 14, False, id="stays"),
        pytest.param(10, 40, 42, False, id="many were added"),
        pytest.param(HIDDEN, 10, 8, True, id="one added: it was 7"),
        pytest.param(HIDDEN, 10, 9, True, id="two added at most, from hidden"),
        pytest.param(HIDDEN, 10, 10, False, id="more than two above the threshold"),
        pytest.param(HIDDEN, 120, 120, False, id="was hidden for another"),
        pytest.param(HIDDEN, HIDDEN, 9, False, id="stays hidden"),
        pytest.param(10, HIDDEN, 7, True, id="one gone: it was 8"),
        pytest.param(10, HIDDEN, 6, True, id="two gone: it was 8"),
        pytest.param(10, HIDDEN, 5, False, id="three or more are gone, to hidden"),
        pytest.param(10, HIDDEN, 12, False, id="hidden for another"),
        pytest.param(15, HIDDEN, 7, False, id="six or more are gone"),
    ],
)
def test_a_count_in_two_releases(old: float, new: float, true: float, leaks: bool) -> None:
    assert found(old, new, true) is leaks


def test_what_is_hidden_for_another_within_the_margin_tells_nothing() -> None:
    assert found(10, HIDDEN, 7, own=True)
    assert not found(10, HIDDEN, 7, own=False)


@pytest.mark.parametrize(("true", "leaks"), [(15, True), (16, True), (17, False)])
def test_another_rule_has_other_classes(true: int, leaks: bool) -> None:
    # 10 stands for 10 to 14 and stays for 8 to 16.
    assert found(10, 20, true, N10) is leaks


def test_a_number_of_another_rule_stands_for_something_unknown() -> None:
    assert not found(15, 20, 15, N10)


@pytest.mark.parametrize(("old", "new", "true"), [(HIDDEN, 8, 8), (8, HIDDEN, 7), (10, 11, 11)], ids=str)
def test_a_number_that_says_all_by_itself_leaves_nothing_to_two_together(
    old: float, new: float, true: float
) -> None:
    assert not found(old, new, true, replace(CBS5, round_to=1))


@pytest.mark.parametrize(
    ("old", "new", "true", "leaks"),
    [
        pytest.param((10, 50), (15, 50), (13, 50), True, id="numerator"),
        pytest.param((10, 50), (10, 55), (10, 53), True, id="denominator"),
        pytest.param((10, 50), (10, 60), (10, 60), False, id="many more in the denominator"),
        pytest.param((HIDDEN, HIDDEN), (10, 50), (8, 50), True, id="numerator came above the threshold"),
        pytest.param((HIDDEN, HIDDEN), (40, 50), (42, 50), True, id="what is left came above the threshold"),
        pytest.param((HIDDEN, HIDDEN), (40, 50), (40, 50), False, id="all are well above it"),
        pytest.param((10, 50), (HIDDEN, HIDDEN), (7, 50), True, id="numerator fell to the threshold"),
        pytest.param((40, 50), (HIDDEN, HIDDEN), (43, 50), True, id="what is left fell to the threshold"),
        pytest.param(
            (10, 50), (HIDDEN, HIDDEN), (7, 12), False, id="hidden for what is left, which fell far"
        ),
        pytest.param((10, 50), (HIDDEN, HIDDEN), (2, 50), False, id="numerator fell far"),
    ],
)
def test_a_share_in_two_releases(
    old: tuple[float, float], new: tuple[float, float], true: tuple[float, float], leaks: bool
) -> None:
    assert found_of_share(old, new, true) is leaks


@pytest.mark.parametrize("name", ["euro", "duur", "p90"])
def test_amounts_and_statistics_are_no_counts(name: str) -> None:
    truth = figures(name, [13], base=[13])
    assert revision_findings(release(states(truth, [15]), [states(truth, [10])]), truth) == ()


def test_the_persons_of_a_mean_are_a_count() -> None:
    truth = figures("mens", [90_000], [13], base=[13])
    outside = release(states(truth, [90_000], [15]), [states(truth, [88_000], [10])])
    assert len(revision_findings(outside, truth)) == 1


def test_a_finding_names_figure_and_releases_and_no_number() -> None:
    truth = figures("hulp", [20, 13, 7])
    outside = release(states(truth, [20, 15, HIDDEN]), [states(truth, [20, 10, 10])])
    shown, hidden = revision_findings(outside, truth)
    assert shown.kind == "herziening"
    assert shown.key == ("hulp", "2020Q4", "BU00000001", "", "")
    assert shown.tables == ("het cijfer in de uitgave van 1 oktober 2020 en dat van nu",)
    assert shown.shown == (shown.key,)
    assert hidden.key == ("hulp", "2020Q4", "BU00000002", "", "")
    assert hidden.shown == ()


def test_hiding_mends_it() -> None:
    truth = figures("hulp", [13])
    assert revision_findings(release(states(truth, [HIDDEN]), [states(truth, [10])]), truth) == ()


def test_the_last_state_counts_whatever_the_order() -> None:
    truth = figures("hulp", [13])
    before = [states(truth, [number]) for number in (10, 15)]
    assert revision_findings(release(states(truth, [15]), before), truth) == ()
    outside = release(states(truth, [15]), before[::-1])
    assert len(revision_findings(outside, truth)) == 1
    turned = outside.earlier.iloc[::-1]
    again = type(outside)(outside.figures, outside.descriptions, outside.areas, outside.rules, turned)
    assert len(revision_findings(again, truth)) == 1


def test_without_the_day_of_a_release_it_is_an_earlier_one() -> None:
    truth = figures("hulp", [13])
    outside = release(states(truth, [15]), [states(truth, [10])])
    nameless = outside.earlier.drop(columns="figures_as_of")
    again = type(outside)(outside.figures, outside.descriptions, outside.areas, outside.rules, nameless)
    assert revision_findings(again, truth)[0].tables == ("het cijfer in een eerdere uitgave en dat van nu",)


def test_a_first_release_and_a_new_figure_have_nothing_to_tell() -> None:
    truth = figures("hulp", [3, 13])
    now = published(truth, no_states())
    assert revision_findings(release(now, [no_states()]), truth) == ()
    assert revision_findings(release(now, [now.iloc[:1]]), truth) == ()


def found_of_money(name: str, old: float, new: float, **columns: bool) -> list[tuple[str, ...]]:
    """Figures of which an amount or value published as `old` and then as `new` tells of few clients."""
    truth = figures(name, [new], [20], base=[20])
    outside = release(states(truth, [new], [20]), [states(truth, [old], [20])])
    return [finding.shown for finding in revision_findings(outside, truth.assign(**columns))]


@pytest.mark.parametrize("name", ["euro", "mens"])
def test_an_amount_that_changed_by_the_bills_of_few_tells_what_they_were(name: str) -> None:
    key = (name, "2020Q4", "BU00000000", "", "")
    assert found_of_money(name, 100_000, 135_000, few_behind_change=True) == [(key,)]
    assert found_of_money(name, 100_000, 135_000, few_behind_change=False) == []
    assert found_of_money(name, 100_000, 100_000, few_behind_change=True) == []
    assert found_of_money(name, HIDDEN, 135_000, few_behind_change=True) == []
    assert found_of_money(name, 100_000, HIDDEN, few_behind_change=True) == []
    assert found_of_money(name, 100_000, 135_000) == []


@pytest.mark.parametrize(("old", "new", "found"), [(21.5, 22.0, 1), (21.5, 21.5, 0)])
def test_of_a_price_the_value_counts(old: float, new: float, found: int) -> None:
    truth = figures("tarief", [40_000], [2_000], base=[20]).assign(few_behind_change=True)
    now, before = (
        states(truth, [HIDDEN], HIDDEN).assign(value=[value], status="definitief") for value in (new, old)
    )
    assert len(revision_findings(release(now, [before]), truth)) == found


def test_that_it_was_hidden_in_between_does_not_make_an_amount_a_new_one() -> None:
    truth = figures("euro", [135_000], base=[20]).assign(few_behind_change=True)
    outside = release(states(truth, [135_000]), [states(truth, [100_000]), states(truth, [HIDDEN])])
    assert len(revision_findings(outside, truth)) == 1


def test_other_inhabitants_make_no_other_amount() -> None:
    truth = figures("euro", [100_000], [5_000], base=[20]).assign(few_behind_change=True)
    now, before = (
        states(truth, [100_000], [people]).assign(value=100_000 / people) for people in (5_000, 4_000)
    )
    assert revision_findings(release(now, [before]), truth) == ()
