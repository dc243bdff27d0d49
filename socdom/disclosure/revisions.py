"""What stays as it was in the last release, so that a revision by a few persons cannot be seen.

Deliveries are corrected, and a figure of the same quarter comes out again. With rounding alone a figure that turns from
10 into 15 tells who knows of the one person that was added: twelve before, thirteen now. Therefore a figure that was
shown stays as it was as long as the count lies no more than `kept_within` (2) outside what it stood for (10 is 8 to 12,
so it stays for 6 to 14); and what was hidden stays hidden until the count is more than that above the threshold.

Method: hysteresis, with as memory what was published and nothing else. When a figure is first shown as r its count lies
in what r stands for. Whoever knows of at most `kept_within` persons since then knows that it still stays, whatever the
count is, so that it stays tells nothing; and when it changes, more persons came or went than he knows of.

What this does not hold back: a count that wanders to the edge in several releases, and a reader who knows exactly what
the very last step was. With a memory of published figures only, no rule can do that and stay near the truth: somewhere
is an edge that everybody can compute, and who knows the step with which a count crosses it, knows the count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from socdom.disclosure.policy import HIDDEN_STATUS, KEY, SHOWN_STATUSES, Policy
from socdom.disclosure.rules import AMOUNTS, STATISTICS, too_small
from socdom.quarters import period_before

_NUMBERS = ["numerator", "denominator", "value"]
_COUNTED = {"numerator": ("personen", "aandeel"), "denominator": ("aandeel", "gemiddelde")}


@dataclass(frozen=True)
class Kept:
    """What the last release decides of each figure.

    Attributes:
        numerator, denominator: rounded count (or amount) to show because it was shown before; NaN: round anew.
        value: price or share of euros to show because it was shown before; NaN: anew.
        hidden: was hidden, and the count is not far enough above the threshold: stays hidden. Such a figure counts more
            than `hidden_up_to`, so nothing may be concluded from it as from one that is hidden on its own account.
        shown: was shown and stays so, although on its own account it would now be hidden.
    """

    numerator: pd.Series
    denominator: pd.Series
    value: pd.Series
    hidden: pd.Series
    shown: pd.Series


def kept(
    frame: pd.DataFrame,
    rounded: pd.DataFrame,
    kind: pd.Series,
    primary: pd.Series,
    last: pd.DataFrame,
    policy: Policy,
    money: pd.DataFrame | None = None,
) -> Kept:
    """Hold figures against the last release.

    - A count (of `personen`, `aandeel`; the persons of `gemiddelde`) stays as it was within its margin.
    - What is hidden stays hidden while it would be with thresholds `kept_within` higher.
    - A shown count or share that falls to at most `kept_within` below the threshold stays. To hide it would tell that
      it fell; what stands there was published already. An amount or a statistic of fewer persons than the rule asks
      is hidden: it is made anew each time, and would tell something new.
    - A figure of money stays as it was while the bills that came in since then are of few clients, with the persons
      its mean is over. Which those are is not to be seen in the figures, so it is handed in.
    - What was hidden for the sake of another figure is free again, as soon as its own count is above the margin.

    A figure that another rule published, with another rounding, is made anew. Twice applied is the same as once.

    Args:
        frame: unprotected figures, see `rules.too_small`; with status.
        rounded: numerator and denominator as they would be shown now, see `rules.rounded`.
        kind: protection per figure.
        primary: figures that are too small to be shown on their own account.
        last: the last state each figure was published in: its key, numerator, denominator, value and status; each key
            once. Empty before the first release.
        policy: the thresholds.
        money: numerator, denominator and value of the figures of money that stay as they were shown, NaN for the
            others; index as `frame`. None for none.

    Returns:
        What stays, per figure; index as `frame`.
    """
    before = _before(frame, last)
    stays = pd.DataFrame(
        {
            part: before[part].where(kind.isin(kinds) & _within(frame[part], before[part], policy))
            for part, kinds in _COUNTED.items()
        }
    )
    whole = stays.where(stays.notna(), rounded[list(stays)])
    too_much = kind.eq("aandeel") & whole["numerator"].gt(whole["denominator"])
    stays = stays.mask(too_much)
    back = _held_back(frame, money, kind, policy)
    stays = stays.where(back[["numerator", "denominator"]].isna(), back)
    was_hidden, was_shown = before["status"].eq(HIDDEN_STATUS), before["status"].isin(SHOWN_STATUSES)
    present = frame["status"].isin(SHOWN_STATUSES)
    hidden = was_hidden & present & too_small(frame, kind, _moved(policy, policy.kept_within))
    near = ~too_small(frame, kind, _moved(policy, -policy.kept_within))
    held = _held(frame, stays, "numerator", policy) & (
        kind.ne("aandeel") | _held(frame, stays, "denominator", policy)
    )
    shown = primary & was_shown & kind.isin(["personen", "aandeel"]) & near & held
    return Kept(stays["numerator"], stays["denominator"], back["value"], hidden, shown)


def preferred(frame: pd.DataFrame, last: pd.DataFrame, primary: pd.Series) -> pd.Series:
    """Figures to choose first when a second figure must be hidden, so that the choice does not wander.

    Each figure that is hidden in one quarter and shown in the next tells something of the other.

    Args:
        frame: figures with their key.
        last: as of `kept`.
        primary: figures that are too small to be shown on their own account.

    Returns:
        Boolean per figure: it was hidden in the last release. Of a figure that was in no release: the same figure of
        the period before was hidden in the last release, or is now too small. The period before is a quarter, of
        yearly figures a year.
    """
    before = frame.assign(period=frame["period"].map(period_before))
    was_hidden = last[last["status"].eq(HIDDEN_STATUS)]
    # What was published stands by its own state; else the same figures, published again, would be chosen otherwise.
    new = ~_among(frame, last) & (_among(before, was_hidden) | _among(before, frame[primary]))
    return pd.Series(_among(frame, was_hidden) | new, index=frame.index)


def _before(frame: pd.DataFrame, last: pd.DataFrame) -> pd.DataFrame:
    """Last published state of every figure; missing where there is none."""
    places = _index(last).get_indexer(_index(frame))
    state = last.reset_index(drop=True).reindex(places)[["numerator", "denominator", "status"]]
    return state.astype({"numerator": float, "denominator": float}).set_index(frame.index)


def _held_back(
    frame: pd.DataFrame, money: pd.DataFrame | None, kind: pd.Series, policy: Policy
) -> pd.DataFrame:
    """The numbers of money that stay as they were; NaN for all others, and for those of another rule of rounding.

    Of a price or a share of euros only the value was published; of an amount the value follows from the numbers.
    """
    if money is None:
        return pd.DataFrame(np.nan, index=frame.index, columns=_NUMBERS)
    mean = kind.eq("gemiddelde")
    rounded_so = money["numerator"].mod(policy.amount_round_to).eq(0)
    rounded_so &= ~mean | money["denominator"].mod(policy.round_to).eq(0)
    return pd.DataFrame(
        {
            "numerator": money["numerator"].where(kind.isin(AMOUNTS) & rounded_so),
            "denominator": money["denominator"].where(mean & rounded_so),
            "value": money["value"].where(kind.isin(STATISTICS)),
        }
    )


def _within(count: pd.Series, released: pd.Series, policy: Policy) -> pd.Series:
    """Whether a count lies no more than `kept_within` outside what the released number stands for."""
    low, high = policy.low(released.to_numpy(float)), policy.high(released.to_numpy(float))
    can_be_shown = released.mod(policy.round_to).eq(0) & (low <= high)
    margin = policy.kept_within
    return can_be_shown & count.between(
        pd.Series(low, count.index) - margin, pd.Series(high, count.index) + margin
    )


def _held(frame: pd.DataFrame, stays: pd.DataFrame, part: str, policy: Policy) -> pd.Series:
    """Whether a count is large enough by itself, or stays as it was."""
    return frame[part].gt(policy.hidden_up_to) | stays[part].notna()


def _moved(policy: Policy, by: int) -> Policy:
    """The same rule with higher thresholds (lower, when negative)."""
    return replace(
        policy,
        hidden_up_to=policy.hidden_up_to + by,
        statistic_base=policy.statistic_base + by,
        percentile_base=policy.percentile_base + by,
    )


def _among(frame: pd.DataFrame, other: pd.DataFrame) -> np.ndarray:
    return _index(frame).isin(_index(other))


def _index(frame: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(frame[KEY])
