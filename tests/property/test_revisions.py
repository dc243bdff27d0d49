"""Counts that come out again and again: who knows of a few persons learns nothing, and shown stays near true."""

from __future__ import annotations

from functools import cache

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.attack.revisions import revision_findings
from socdom.disclosure.policy import CBS5, N10, Policy
from tests.lib.revised import NAN, figures, no_states, published, release, walked

POLICIES = [pytest.param(CBS5, id="cbs5"), pytest.param(N10, id="n10")]
CELLS = 30
STEPS = st.lists(st.integers(0, 2**32 - 1), min_size=1, max_size=7)


def walk(start: int, seeds: list[int]) -> list[pd.DataFrame]:
    """Counts and shares through releases: mostly a few persons more or less, now and then many."""
    rng = np.random.default_rng(start)
    part, rest, count = (rng.integers(0, 40, CELLS) for _ in range(3))
    frames = []
    for seed in [None, *seeds]:
        if seed is not None:
            step = np.random.default_rng(seed)
            part, rest, count = (np.maximum(now + _moved(step), 0) for now in (part, rest, count))
        shares = figures("deel", part, part + rest)
        frames.append(pd.concat([figures("hulp", count), shares], ignore_index=True))
    return frames


def _moved(rng: np.random.Generator) -> np.ndarray:
    many = rng.random(CELLS) < 0.1
    return np.where(many, rng.integers(-25, 26, CELLS), rng.integers(-3, 4, CELLS))


@pytest.mark.parametrize("policy", POLICIES)
@given(start=st.integers(0, 2**32 - 1), seeds=STEPS)
@settings(max_examples=8, deadline=None)
def test_no_walk_through_releases_tells_of_a_few_persons(
    policy: Policy, start: int, seeds: list[int]
) -> None:
    frames = walk(start, seeds)
    out = walked(frames, policy)
    # Each release beside the one before it, as figures of a year of their own: one attack for all.
    now, before, true = (pd.concat(_of_years(parts)) for parts in (out[1:], out[:-1], frames[1:]))
    assert revision_findings(release(now, [before], policy), true) == ()


def _of_years(frames: list[pd.DataFrame]) -> list[pd.DataFrame]:
    return [frame.assign(period=str(2000 + number)) for number, frame in enumerate(frames)]


@pytest.mark.parametrize("policy", POLICIES)
@given(start=st.integers(0, 2**32 - 1), seeds=STEPS)
@settings(max_examples=8, deadline=None)
def test_what_is_shown_stays_near_the_truth_and_what_is_small_stays_hidden(
    policy: Policy, start: int, seeds: list[int]
) -> None:
    most, limit, margin = policy.round_to // 2 + policy.kept_within, policy.hidden_up_to, policy.kept_within
    frames = walk(start, seeds)
    for true, out in zip(frames, walked(frames, policy), strict=True):
        shown = out["status"].ne("geheim")
        for part in ("numerator", "denominator"):
            number, count = out.loc[shown, part].dropna(), true[part]
            assert (number - count[number.index]).abs().le(most).all()
            assert (number % policy.round_to == 0).all()
            assert count[number.index].gt(limit - margin).all()
        smallest = np.fmin(true["numerator"], true["denominator"] - true["numerator"])
        assert smallest[~shown].le(limit + margin).all(), "hidden without need"
        assert out.loc[~shown, ["numerator", "denominator", "value"]].isna().all(axis=None)


@pytest.mark.parametrize("policy", POLICIES)
@given(start=st.integers(0, 2**32 - 1), seeds=STEPS)
@settings(max_examples=6, deadline=None)
def test_the_same_counts_again_give_the_same_release(policy: Policy, start: int, seeds: list[int]) -> None:
    frames = walk(start, seeds)
    last = walked(frames, policy)[-1]
    pd.testing.assert_frame_equal(published(frames[-1], last, policy), last)


@pytest.mark.parametrize("policy", POLICIES)
def test_with_rounding_alone_every_change_by_a_few_persons_is_found(policy: Policy) -> None:
    """So the attack can fail: each count, and one or two persons more or less."""
    counts = np.arange(2, 130)
    for d in (-2, -1, 1, 2):
        frames = [figures("hulp", counts), figures("hulp", counts + d)]
        before, after = walked(frames, policy, keeping=False)
        changed = before["value"].fillna(-1) != after["value"].fillna(-1)
        found = {finding.key[2] for finding in revision_findings(release(after, [before], policy), frames[1])}
        assert found == set(before.loc[changed, "area"])
        assert len(found) >= 10


@pytest.mark.parametrize("policy", POLICIES)
def test_no_reader_who_knows_the_step_learns_from_two_releases(policy: Policy) -> None:
    """Without the attack, by trying out: all counts up to 60 and all steps, each published twice.

    The counts that fit both releases and the step are all that the first release leaves, or all that the second leaves
    who does not know the step.
    """
    counts, steps = np.arange(61), np.arange(-60, 61)
    first = published(figures("hulp", counts), no_states(), policy)["value"].fillna(-1)
    pairs = [(n, d) for n in counts for d in steps if 0 <= n + d <= 90]
    before, after = np.array([n for n, _ in pairs]), np.array([n + d for n, d in pairs])
    frame = figures("hulp", after)
    last = frame.assign(
        numerator=first[before].replace(-1, NAN).to_numpy(),
        status=np.where(first[before] < 0, "geheim", "definitief"),
    )
    second = published(frame, last, policy)["value"].fillna(-1)
    seen = pd.DataFrame(
        {"n": before, "d": after - before, "old": first[before].to_numpy(), "new": second.to_numpy()}
    )
    left_by_old = {old: set(group["n"]) for old, group in seen.groupby("old")}
    left_by_both = {both: set(group["n"] + group["d"]) for both, group in seen.groupby(["old", "new"])}
    few = seen[seen["d"].abs() <= policy.kept_within]
    for (old, new, d), group in few.groupby(["old", "new", "d"]):
        fits = set(group["n"])
        known = {n for n in left_by_old[old] if n + d >= 0}
        assert fits == known or {n + d for n in fits} == left_by_both[old, new], (old, new, d)


@cache
def by_trying(old: int, new: int, true: int, policy: Policy) -> bool:
    """Whether the step tells, with sets of counts instead of intervals; -1 is hidden on its own account."""
    limit, margin = policy.hidden_up_to, policy.kept_within
    shown_as = {n: -1 if n <= limit else (2 * n + policy.round_to) // (2 * policy.round_to) * policy.round_to
                for n in range(120)}  # fmt: skip
    left = {n for n, number in shown_as.items() if number == old}
    stays = {n + d for n in left for d in range(-margin, margin + 1)}
    now = {n for n, number in shown_as.items() if number == new}
    now -= set() if true in stays else stays
    for d in range(-margin, margin + 1):
        fits = {n for n in left if n + d in now}
        if fits and fits != left and {n + d for n in fits} != now:
            return True
    return False


@pytest.mark.parametrize("policy", POLICIES)
def test_the_attack_agrees_with_trying_every_count(policy: Policy) -> None:
    before, true = (np.ravel(counts) for counts in np.meshgrid(np.arange(45), np.arange(45)))
    frames = [figures("hulp", before), figures("hulp", true)]
    out = walked(frames, policy, keeping=False)
    found = {finding.key[2] for finding in revision_findings(release(out[1], out[:1], policy), frames[1])}
    numbers = [frame["value"].fillna(-1).astype(int) for frame in out]
    tells = {
        area
        for area, old, new, count in zip(frames[1]["area"], *numbers, true, strict=True)
        if old != new and by_trying(old, new, count, policy)
    }
    assert found == tells
    assert len(tells) > 50
