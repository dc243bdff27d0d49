"""Thresholds: what a shown number stands for, and which settings of a municipality are taken."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from dataclasses import fields

import numpy as np
import pytest

from socdom import dutch
from socdom.disclosure.policy import CBS5, N10, Policy
from socdom.disclosure.settings import SETTINGS, laxer_than_floor, policy_of
from socdom.errors import ParameterError

PLACE = "parameters/ergens/gemeente.yml, bescherming"
# The floor as it stands in `gemeente.yml`, and the side on which people are protected better.
FLOOR = {
    "verborgen_tot_en_met": (7, +1),
    "afronden_op": (5, +1),
    "mediaan_vanaf": (10, +1),
    "percentiel_vanaf": (50, +1),
    "decimalen_mediaan": (1, -1),
    "decimalen_prijs": (2, -1),
    "decimaal_procent_vanaf": (100, +1),
    "bedrag_afronden_op": (1000, +1),
    "bedrag_onzeker": (20, +1),
    "grootste_client": (50, -1),
    "grootste_twee_clienten": (80, -1),
    "aanbieders_vanaf": (3, +1),
    "blijft_staan_binnen": (2, +1),
}
# Where one step does not go with the other thresholds: a stricter and a laxer setting that do.
STRICTER = {
    "verborgen_tot_en_met": {"verborgen_tot_en_met": 8, "afronden_op": 10},
    "afronden_op": {"afronden_op": 10},
}
LAXER = {
    "verborgen_tot_en_met": {"verborgen_tot_en_met": 6, "afronden_op": 9},
    "afronden_op": {"afronden_op": 3},
}


def policy(rule: str = "cbs5", *, decided: bool = False, **changes: int) -> Policy:
    return policy_of(rule, changes, decided=decided, place=PLACE)


def shown_as(count: int, rules: Policy) -> int | None:
    """What is written for a count, in plain arithmetic; None when it is hidden."""
    if count <= rules.hidden_up_to:
        return None
    return math.floor(count / rules.round_to + 0.5) * rules.round_to


@pytest.mark.parametrize(
    "rules", [CBS5, N10, policy(verborgen_tot_en_met=9, afronden_op=20), policy(afronden_op=9)], ids=str
)
def test_a_shown_number_stands_for_the_counts_that_are_shown_so(rules: Policy) -> None:
    by_shown: dict[int, list[int]] = {}
    for count in range(500):
        if (shown := shown_as(count, rules)) is not None:
            by_shown.setdefault(shown, []).append(count)
    for shown, counts in itertools.islice(by_shown.items(), 20):
        edges = rules.low(np.array([float(shown)]))[0], rules.high(np.array([float(shown)]))[0]
        assert edges == (min(counts), max(counts))
        assert len(counts) >= 5


def test_the_two_rules_by_hand() -> None:
    assert [shown_as(n, CBS5) for n in (7, 8, 12, 13)] == [None, 10, 10, 15]
    assert [shown_as(n, N10) for n in (9, 10, 14, 15, 24, 25)] == [None, 10, 10, 20, 20, 30]


def test_every_threshold_has_a_key_and_a_floor() -> None:
    told = {setting.attribute for setting in SETTINGS.values()}
    assert told == {field.name for field in fields(Policy)} - {"name", "source"}
    assert {key: setting.of(CBS5) for key, setting in SETTINGS.items()} == {
        k: v for k, (v, _) in FLOOR.items()
    }


@pytest.mark.parametrize("key", FLOOR)
def test_stricter_is_free_and_laxer_needs_a_decision(key: str) -> None:
    floor, side = FLOOR[key]
    strict = policy(**STRICTER.get(key, {key: floor + side}))
    assert SETTINGS[key].of(strict) != floor
    assert laxer_than_floor(strict) == ()
    with pytest.raises(ParameterError, match="besluit") as caught:
        policy(**{key: floor - side})
    assert caught.value.exit_code == 11
    assert f"{PLACE}.{key}: " in str(caught.value)
    lax = policy(decided=True, **LAXER.get(key, {key: floor - side}))
    (told,) = laxer_than_floor(lax)
    percent = " procent" if SETTINGS[key].percent else ""
    written, meant = (dutch.number(number) + percent for number in (SETTINGS[key].of(lax), floor))
    assert re.search(rf"\b{written}\b.* \(gewoonlijk {meant}\)", told)


def test_all_that_is_too_lax_is_told_at_once() -> None:
    with pytest.raises(ParameterError) as caught:
        policy(mediaan_vanaf=9, percentiel_vanaf=40, aanbieders_vanaf=2)
    assert len(caught.value.faults) == 3
    assert "ten minste 50, zoals in de regel cbs5; gevonden: 40" in str(caught.value)


@pytest.mark.parametrize(("hidden", "step"), [(9, 5), (5, 5), (5, 3), (12, 10), (20, 20), (6, 6)])
def test_a_first_number_that_tells_too_much_is_refused_also_with_a_decision(hidden: int, step: int) -> None:
    with pytest.raises(ParameterError, match=f"past niet bij afronden op {step}") as caught:
        policy(decided=True, verborgen_tot_en_met=hidden, afronden_op=step, mediaan_vanaf=50)
    assert f"Bij afronden op {step} past " in str(caught.value)


def test_the_first_number_by_another_road() -> None:
    """Of every pair: the counts behind the first number shown, one by one."""
    for hidden, step in itertools.product(range(1, 40), range(1, 31)):
        rules = Policy("", "", hidden, step, 50, 50, 1, 2, 1000)
        behind = Counter(shown_as(count, rules) for count in range(hidden + 1, 200))
        first = min(behind)
        sound = first > hidden and behind[first] >= min(5, step)
        try:
            policy(decided=True, verborgen_tot_en_met=hidden, afronden_op=step, mediaan_vanaf=50)
        except ParameterError:
            assert not sound, (hidden, step)
        else:
            assert sound, (hidden, step)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        (
            {"verborgen_tot_en_met": 12},
            r"mediaan_vanaf: meer dan verborgen_tot_en_met \(12\).*Neem 13 of hoger",
        ),
        ({"mediaan_vanaf": 60}, r"percentiel_vanaf: ten minste mediaan_vanaf \(60\); gevonden: 50"),
        ({"grootste_twee_clienten": 40}, "grootste_twee_clienten: ten minste grootste_client"),
    ],
)
def test_thresholds_that_undo_one_another_are_refused(changes: dict[str, int], message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        policy(**changes)


def test_a_rule_as_it_is_and_one_with_its_own_thresholds() -> None:
    assert (policy("cbs5"), policy("n10")) == (CBS5, N10)
    own = policy("n10", aanbieders_vanaf=5)
    assert own.source == N10.source[:-1] + ", met eigen grenzen van de gemeente."
    assert (own.providers_base, own.round_to) == (5, 10)
    assert policy("n10", aanbieders_vanaf=3) == N10


def test_no_rule_is_laxer_than_the_floor() -> None:
    assert laxer_than_floor(CBS5) == laxer_than_floor(N10) == ()
