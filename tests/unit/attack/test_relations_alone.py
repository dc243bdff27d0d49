"""What a figure says by itself, and what of it must stay unknown; under a rule of 0-7 and rounding to 5."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest

from socdom.attack.cells import cells_of
from socdom.attack.facts import facts_of
from socdom.attack.model import Facts, Release
from socdom.attack.unknowns import targets_of, unknowns_of
from socdom.editions.model import FIGURE_KEY
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.events import Events
from socdom.measures.kinds.open_cases import OpenAge
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.prices import AmountChange, AmountPerPerson
from socdom.measures.kinds.share import Share
from socdom.measures.selection import Selection
from tests.lib.definitions import indicator
from tests.lib.outsider import NOTHING_EARLIER, RULES, release_of
from tests.lib.towns import AREAS

WORK, LINES = Selection("reintegrations"), Selection("declarations")
NONE = float("nan")
KINDS: dict[str, Any] = {
    "aantal": Events(WORK, "start"),
    "deel": Share(WORK, {"end_reason": "werk"}, at="end"),
    "leeftijd": OpenAge(WORK, "start", "end"),
    "wmo": PersonsActive(Selection("provisions", {"law": "wmo"})),
    "kosten": Amount(LINES),
    "verschil": AmountChange(LINES),
    "per_persoon": AmountPerPerson(LINES),
}


def alone(
    kind: str,
    true: tuple[float, ...],
    shown: tuple[float, ...] | None = None,
    earlier: list[tuple[float, str]] | None = None,
    **more: Any,
) -> pd.DataFrame:
    """The unknowns of one figure, with their targets.

    Args:
        true: numerator, denominator (NaN for none) and base.
        shown: numerator and denominator as published; None when it is hidden.
        earlier: numerator and status in earlier releases, in their order.
        more: `status` of the figure, or columns of the truth.
    """
    release, truth = one_figure(kind, true, shown, earlier or [], more)
    found = unknowns_of(release, truth, cells_of(release.descriptions))
    targets = targets_of(found, RULES).set_index("unknown").add_prefix("target_")
    return found.join(targets).set_index("part")


def one_figure(
    kind: str,
    true: tuple[float, ...],
    shown: tuple[float, ...] | None,
    earlier: list[tuple[float, str]],
    more: dict[str, Any],
) -> tuple[Release, pd.DataFrame]:
    share = {"scale": 100, "format": "procent"} if kind == "deel" else {}
    moment = {"moment": "stand"} if kind == "leeftijd" else {}
    item = indicator(id=kind, measure=KINDS[kind], levels=("gemeente",), **share, **moment)
    key = dict(zip(FIGURE_KEY, (kind, "2020Q2", "GM9998", "", ""), strict=True))
    status = more.pop("status", "geheim" if shown is None else "definitief")
    numerator, denominator = shown or (NONE, NONE)
    numbers = {"numerator": numerator, "denominator": denominator, "value": numerator}
    figures = pd.DataFrame([key | numbers | {"unit": "", "status": status, "method": ""}])
    names = ("numerator", "denominator", "base")
    truth = pd.DataFrame([key | dict(zip(names, true, strict=True)) | more])
    states = [
        key | {"numerator": was, "denominator": NONE, "value": was, "status": how, "release": number}
        for number, (was, how) in enumerate(earlier)
    ]
    before = pd.DataFrame(states) if states else NOTHING_EARLIER
    return release_of(figures, [item], AREAS, before), truth


def limits(found: pd.DataFrame, part: str = "numerator") -> tuple[float, float]:
    return found.loc[part, "low"], found.loc[part, "high"]


@pytest.mark.parametrize(
    ("true", "shown", "low", "high"), [(8, 10, 8, 12), (12, 10, 8, 12), (13, 15, 13, 17), (102, 100, 98, 102)]
)
def test_a_shown_count_is_one_that_rounds_to_it_and_may_not_be_pinned(
    true: int, shown: int, low: int, high: int
) -> None:
    found = alone("aantal", (true, NONE, true), (shown, NONE))
    assert limits(found) == (low, high)
    assert found.loc["numerator", "target_spread"] == 1
    assert np.isnan(found.loc["numerator", ["target_low", "target_high"]].astype(float)).all()


@pytest.mark.parametrize(("true", "low", "high"), [(7, 6, 14), (6, 6, 14), (14, 6, 14)])
def test_a_figure_that_was_kept_from_an_earlier_release_says_a_little_less(
    true: int, low: int, high: int
) -> None:
    assert limits(alone("aantal", (true, NONE, true), (10, NONE))) == (low, high)


@pytest.mark.parametrize("true", [5, 15, 40])
def test_a_shown_count_that_cannot_be_is_a_fault(true: int) -> None:
    with pytest.raises(AssertionError, match="cannot have given"):
        alone("aantal", (true, NONE, true), (10, NONE))


@pytest.mark.parametrize("true", [0, 3, 7])
def test_a_small_count_can_be_any_and_must_stay_free_up_to_seven(true: int) -> None:
    found = alone("aantal", (true, NONE, true))
    assert limits(found) == (0, np.inf)
    assert found.loc["numerator", ["target_low", "target_high", "target_spread"]].tolist() == [0, 7, 0]


def test_a_count_hidden_for_another_can_be_any() -> None:
    found = alone("aantal", (24, NONE, 24))
    assert limits(found) == (0, np.inf)
    assert found["target_spread"].isna().all()


def test_a_count_hidden_for_another_that_was_shown_before_is_about_what_it_was() -> None:
    then = [(15, "definitief"), (25, "voorlopig"), (NONE, "geheim")]
    assert limits(alone("aantal", (24, NONE, 24), earlier=then)) == (23, 27)
    assert limits(alone("aantal", (29, NONE, 29), earlier=then)) == (21, 29)
    assert limits(alone("aantal", (40, NONE, 40), earlier=then)) == (0, np.inf)


def test_what_an_earlier_release_showed_is_no_secret_unless_it_is_far_off_by_now() -> None:
    near, far = (alone("aantal", (n, NONE, n), earlier=[(10, "definitief")]) for n in (6, 5))
    assert (limits(near), limits(far)) == ((6, 14), (0, np.inf))
    assert near["target_high"].isna().all()
    assert far["target_high"].tolist() == [7]


def test_nearly_everybody_must_stay_possible_to_be_all_and_all_but_a_few() -> None:
    found = alone("wmo", (197, 200, 197), (NONE, 200), status="geheim")
    assert limits(found) == (0, 200)
    assert found.loc["numerator", ["target_low", "target_high"]].tolist() == [193, 200]


def test_there_are_no_more_than_the_inhabitants_that_stand_beside_it() -> None:
    few = alone("wmo", (3, 5, 3), (NONE, 5), status="geheim")
    assert limits(few) == (0, 5)
    assert few.loc["numerator", ["target_low", "target_high"]].tolist() == [0, 5]
    assert limits(alone("wmo", (11, 11, 11), (10, 11))) == (8, 11)
    # Counted over a period there can be more than on its first day.
    assert limits(alone("wmo", (12, 11, 12), (10, 11))) == (8, 12)
    assert limits(alone("aantal", (3, 5, 3), (NONE, 5), status="geheim")) == (0, np.inf)


def test_what_cannot_occur_is_zero_and_what_is_missing_is_no_number() -> None:
    assert limits(alone("aantal", (0, NONE, 0), status="onmogelijk")) == (0, 0)
    assert limits(alone("aantal", (9, NONE, 9), status="onmogelijk")) == (0, np.inf)
    assert alone("aantal", (NONE, NONE, NONE), status="ontbreekt").empty


def test_a_shown_share_tells_its_parts_and_that_the_rest_is_no_handful() -> None:
    found = alone("deel", (20, 50, 50), (20, 50))
    assert limits(found) == (18, 22)
    assert limits(found, "denominator") == (48, 52)
    assert limits(found, "difference") == (8, np.inf)


def test_of_a_hidden_share_only_what_is_a_handful_must_stay_unknown() -> None:
    found = alone("deel", (46, 50, 50))
    assert limits(found) == limits(found, "denominator") == (0, np.inf)
    assert found["target_high"].dropna().to_dict() == {"difference": 7}


def test_a_shown_median_tells_its_number_of_cases_and_a_hidden_one_nothing() -> None:
    shown = alone("leeftijd", (NONE, NONE, 31), (NONE, NONE))
    assert limits(shown, "denominator") == (10, np.inf)
    hidden = alone("leeftijd", (NONE, NONE, 31))
    assert limits(hidden, "denominator") == (0, np.inf)
    assert shown["target_spread"].isna().all()
    assert hidden["target_spread"].isna().all()


def test_a_shown_amount_is_within_half_a_step() -> None:
    assert limits(alone("kosten", (12_345.67, NONE, 20), (12_000, NONE))) == (11_500, 12_500)


def test_an_amount_kept_from_an_earlier_release_is_open_to_the_side_of_the_bills_to_come() -> None:
    assert limits(alone("kosten", (30_000.0, NONE, 20), (12_000, NONE))) == (11_500, np.inf)
    assert limits(alone("kosten", (9_000.0, NONE, 20), (12_000, NONE))) == (-np.inf, 12_500)


def test_a_hidden_amount_of_a_few_may_not_be_found_to_a_fifth() -> None:
    found = alone("kosten", (10_000.0, NONE, 5))
    assert limits(found) == (0, np.inf)
    assert found.loc["numerator", ["target_low", "target_high"]].tolist() == [8000, 12_000]
    assert alone("kosten", (10_000.0, NONE, 20))["target_low"].isna().all()


def test_an_amount_of_many_that_is_mostly_of_one_or_two_may_not_be_found_either() -> None:
    one = alone("kosten", (10_000.0, NONE, 20), largest=5_001.0, two_largest=6_000.0)
    two = alone("kosten", (10_000.0, NONE, 20), largest=4_500.0, two_largest=8_001.0)
    none = alone("kosten", (10_000.0, NONE, 20), largest=5_000.0, two_largest=8_000.0)
    assert [len(found["target_low"].dropna()) for found in (one, two, none)] == [1, 1, 0]


def test_a_change_can_be_negative_and_its_two_amounts_are_what_must_stay_unknown() -> None:
    found = alone("verschil", (-4_000.0, NONE, 3), largest=0.6, two_largest=0.7)
    assert limits(found) == (-np.inf, np.inf)
    assert found["target_low"].isna().all()


def test_of_a_mean_the_euros_and_the_persons_are_both_unknown() -> None:
    found = alone("per_persoon", (9_000.0, 6, 6))
    assert limits(found, "denominator") == (0, np.inf)
    assert found.loc["denominator", ["target_low", "target_high"]].tolist() == [0, 7]
    assert found.loc["numerator", ["target_low", "target_high"]].tolist() == [7200, 10_800]


def test_a_way_of_counting_that_the_attack_does_not_know_is_a_fault() -> None:
    release, _ = one_figure("aantal", (3, NONE, 3), None, [], {})
    (item,) = release.descriptions
    strange = item.model_copy(update={"definition": item.definition.model_copy(update={"kind": "Nieuw"})})
    with pytest.raises(AssertionError, match="unknown way of counting: Nieuw"):
        cells_of([strange])


def test_a_block_is_a_year_with_a_quarter_to_both_sides() -> None:
    periods = ["2019Q3", "2019Q4", "2020Q1", "2020Q4", "2021Q1", "2021Q2", "2020"]
    release, truth = one_figure("aantal", (3, NONE, 3), None, [], {})
    release = Release(
        pd.concat([release.figures.assign(period=period) for period in periods], ignore_index=True),
        release.descriptions,
        release.areas,
        release.rules,
        release.earlier,
    )
    truth = pd.concat([truth.assign(period=period) for period in periods], ignore_index=True)
    blocks: list[Facts] = list(facts_of(release, truth))
    inside = [set(block.unknowns["period"]) for block in blocks]
    assert inside == [
        {"2019Q3", "2019Q4", "2020Q1"},
        {"2019Q4", "2020Q1", "2020Q4", "2021Q1", "2020"},
        {"2020Q4", "2021Q1", "2021Q2"},
    ]
    asked = [set(block.unknowns.loc[block.targets["unknown"], "period"]) for block in blocks]
    assert asked == [{"2019Q3", "2019Q4"}, {"2020Q1", "2020Q4", "2020"}, {"2021Q1", "2021Q2"}]


def test_the_persons_of_a_mean_that_stayed_can_be_off_to_the_side_of_the_truth() -> None:
    # 30 stands for 28 to 32, and by itself stays for 26 to 34.
    more, fewer = (
        alone("per_persoon", (150_000, true, true), (150_000, 30)).loc["denominator"] for true in (40, 20)
    )
    assert (more["low"], more["high"]) == (26, np.inf)
    assert (fewer["low"], fewer["high"]) == (0, 34)
