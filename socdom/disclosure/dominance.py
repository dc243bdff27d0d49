"""Amounts that are nearly those of one or two clients, and prices that are nearly those of one provider.

A group of many clients hides nobody when one of them has most of the money: who knows the amount of the group knows
about how much that client cost. And of two clients with nearly all of it, each can take off what is his and knows the
other. So besides the number of clients their parts count: the rule of dominance, in the literature the (n, k) rule
(Hundepool e.a., Statistical Disclosure Control, 2012, chapter 4).
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.disclosure.policy import Policy

Bools = NDArray[np.bool_]
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

_OF_CLIENTS = ("bedrag", "verschil", "gemiddelde", "prijs", "aandeel_bedrag")
_OF_PROVIDERS = ("prijs", "aandeel_bedrag")
# A part of an amount in whole cents is off by far less than this when it is worked out in floating point.
_EXACTLY = 1 + 1e-12


def dominated(frame: pd.DataFrame, kind: pd.Series, policy: Policy) -> pd.Series:
    """Amounts of which one client has more than `dominance_one`, or two clients more than `dominance_two`.

    What is compared is the numerator: the amount, the euros behind a mean or price, or the euros that are the part of a
    share, which is less than the whole. Of a change (`verschil`) the columns hold parts, see
    `socdom.measures.tally.Tally`. Where credits take off as much as there is, nothing can be said of parts, and the
    amount counts as dominated.

    Args:
        frame: unprotected figures, with columns largest and two_largest; without them nothing is dominated.
        kind: protection per figure.
        policy: the thresholds.

    Returns:
        Boolean per figure; false where no clients are known, and for other kinds than those of money.
    """
    if not {"largest", "two_largest"}.issubset(frame.columns):
        return pd.Series(False, index=frame.index)
    amount = frame["numerator"].astype(float).mask(kind.eq("verschil"), 1.0)
    found = _exceeds(
        amount.to_numpy(), frame["largest"].to_numpy(float), frame["two_largest"].to_numpy(float), policy
    )
    return kind.isin(_OF_CLIENTS) & frame["largest"].notna() & found


def few_providers(frame: pd.DataFrame, kind: pd.Series, policy: Policy) -> pd.Series:
    """Prices, and shares of the largest providers, that tell the price or the euros of one or two providers.

    Of two providers each knows the other from the mean price. A share of the largest `top` of n tells the euros of two
    groups, top and n - top: three of four leave the fourth bare, and a group of two tells each what the other has. The
    column `providers` holds the smaller group, so that n must be at least top + `providers_base`.

    Args:
        frame: unprotected figures, with a column providers; without it nothing is hidden.
        kind: protection per figure.
        policy: `providers_base` is the smallest number that is shown.

    Returns:
        Boolean per figure; false where no providers are known.
    """
    if "providers" not in frame:
        return pd.Series(False, index=frame.index)
    return kind.isin(_OF_PROVIDERS) & frame["providers"].lt(policy.providers_base)


def group_dominated(parts: pd.DataFrame, group: Ints, disjoint: Bools, policy: Policy) -> Bools:
    """Whether the sum of the parts of each group is dominated by one or two clients.

    The sum of hidden amounts is what a total leaves of them, so it is told as much as a figure of its own would be.
    Where the parts have no client in common (wijken, ages) the largest of the sum are the largest of the parts, and the
    answer is exact. Elsewhere a client can be in several parts (kinds of help), and only the two bounds are known: at
    least the largest of one part, at most the largest of each part together. Then the most counts, so that a group that
    is not dominated surely is not; one that is can be called so without need.

    Args:
        parts: unprotected amounts (not changes), with columns numerator, largest and two_largest.
        group: of each part, 0 ≤ group < len(disjoint).
        disjoint: per group, whether a client can be in one of its parts only.
        policy: the thresholds.

    Returns:
        Boolean per group; false for a group without parts.
    """
    groups = len(disjoint)
    amount, first, two = (parts[name].to_numpy(float) for name in ("numerator", "largest", "two_largest"))
    total, most, most_of_two = (
        np.bincount(group, values, groups).astype(float) for values in (amount, first, two)
    )
    largest, second = _two_largest(np.concatenate([first, two - first]), np.tile(group, 2), groups)
    found = _exceeds(
        total, np.where(disjoint, largest, most), np.where(disjoint, largest + second, most_of_two), policy
    )
    return found & (np.bincount(group, minlength=groups) > 0)


def _exceeds(amount: Floats, largest: Floats, two_largest: Floats, policy: Policy) -> Bools:
    most = np.maximum(amount, 0) * _EXACTLY
    of_one, of_two = largest > policy.dominance_one * most, two_largest > policy.dominance_two * most
    return of_one | of_two | (amount <= 0)


def _two_largest(values: Floats, group: Ints, groups: int) -> tuple[Floats, Floats]:
    """The largest and the second largest value of each group; 0 where there is none."""
    order = np.lexsort((-values, group))
    values = np.append(values[order], [0.0, 0.0])
    edges = np.searchsorted(group[order], np.arange(groups + 1))
    size = np.diff(edges)
    first, second = (np.where(size > place, values[edges[:-1] + place], 0.0) for place in (0, 1))
    return first, second
