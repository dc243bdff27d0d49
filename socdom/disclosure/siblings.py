"""Hide a second figure where a total minus what is shown would give a hidden figure back.

Families are those of `families`: a gemeente and its wijken, a wijk and its buurten, an area and the categories
of one breakdown. The numbers below are those of the rule of CBS (0 to 7 hidden, the rest rounded to 5); the code
takes them from the policy.

**What a reader can compute, counts.** Every shown count stands for an interval of true ones (10 for 8 to 12), so
with a shown total T and k shown children the hidden children together lie in

    [L, U] = T - sum(shown) ± 2 (k + 1)

and the rule itself says that each hidden child lies in [0, 7]. Mostly [L, U] is wider than that and adds
nothing. It can be narrower: three wijken of 12 (shown as 10) and one of 7 make 43 (shown as 45), so the
hidden one is at least 45 - 30 - 8 = 7, and with the rule exactly 7. With h hidden children, none above `cap`,
one of them can only be pushed

- up from 0 when L - (h - 1) cap > 0, and
- down from 7 when U < 7.

When one of the two holds, the smallest shown child (by its rounded count, then by code, so that the choice is
the same every time and says nothing new) is hidden as well, and the family is looked at again. From then on a
reader knows only that a hidden child is at most about as large as the smallest that is still shown: that is
`cap`, 7 before. A child that was hidden in the quarter or the release before is chosen first (`preferred`), so that
the same figures stay hidden; when it is not the smallest, a reader has no `cap` at all.

Children need not add up exactly. A person without a known address is in the total only; then only an upper
bound follows, once more than `hidden_up_to` persons are missing (fewer, and a reader would take the wijken as
complete). A person may be in two categories; then only a lower bound follows. The bounds are used
accordingly.

**Several families.** A total has more than one family, and each narrows it for the others: instead of ± 2 the
computation uses for every count the interval that `bounds` finds from all families of the indicator together.

**Amounts and shares.** An amount is rounded far finer than a group of a few persons needs, so total minus
shown gives a single hidden child back. Therefore the hidden children must be at least two, together count
more than `hidden_up_to` (persons behind an amount; numerator, denominator and their difference of a share), and of
euros not be nearly those of one or two clients.

**Two levels.** A wijk hidden as a second figure must not come back as the sum of its buurten: one of those is
hidden too.

**The same count twice.** A category of one indicator can be the total of another (`Twins`): both are hidden, or
neither.

Statistics such as a median do not add up, but they can tell how many cases there were: see `told`. What other
indicators, quarters and releases give away together is for the attack to find, on the finished publication; what it
finds comes back here as figures to hide `also`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.disclosure.bounds import Bounds, left_over, narrowed
from socdom.disclosure.dominance import group_dominated
from socdom.disclosure.families import Cell, Families, families_of
from socdom.disclosure.policy import Policy
from socdom.disclosure.told import Told
from socdom.disclosure.twins import Twins

_EUROS = ("bedrag", "gemiddelde")
_ADDITIVE = ("personen", "aandeel", *_EUROS)
_CLIENTS = ["numerator", "largest", "two_largest"]


@dataclass(frozen=True)
class Choice:
    """What is hidden before its siblings are looked at, and what is chosen first; Boolean per figure.

    Attributes:
        primary: hidden on its own account.
        also: hidden for another figure, as far as is known before.
        preferred: the first to be hidden for a sibling.
    """

    primary: pd.Series
    also: pd.Series
    preferred: pd.Series


def with_siblings(
    frame: pd.DataFrame,
    rounded: pd.Series,
    stands_for: Bounds,
    kind: pd.Series,
    shown: pd.Series,
    choice: Choice,
    told: Told,
    twins: Twins,
    sums: Mapping[Cell, Sequence[Cell]],
    policy: Policy,
) -> pd.Series:
    """Add to the figures hidden on their own account those that would give them back.

    Args:
        frame: unprotected figures.
        rounded: numerator as it is shown when it is not hidden.
        stands_for: between which true counts a shown one lies, per figure.
        kind: protection per figure.
        shown: figures that protection is about (not missing, not public).
        choice: what is hidden already, and what is hidden first.
        told: what medians and shares tell of counts.
        twins: which figures are about the same count.
        sums: indicator, dimension and category → those of the figures that add up to it.

    Returns:
        Boolean per figure: hidden.
    """
    families = families_of(frame, shown & kind.isin(_ADDITIVE), sums)
    figures = _Figures.of(frame, rounded, stands_for, kind, choice.primary, twins)
    hidden = twins.together((choice.primary | choice.also).to_numpy(dtype=bool))
    order = _smallest_first(frame, rounded, choice.preferred, families)
    while families.count:
        unsafe = np.where(
            figures.persons[families.total],
            _counts_unsafe(families, figures, hidden, told, policy),
            _group_unsafe(families, figures, hidden, policy),
        )
        chosen = _first_shown(families, order, unsafe, hidden)
        if not len(chosen):
            break
        hidden[chosen] = True
        hidden = twins.together(hidden)
    return pd.Series(hidden, index=frame.index)


@dataclass(frozen=True)
class _Figures:
    """The numbers the rules need, one entry per figure."""

    true: np.ndarray
    rounded: np.ndarray
    low: np.ndarray
    high: np.ndarray
    persons: np.ndarray
    primary: np.ndarray
    twin: np.ndarray
    measures: tuple[np.ndarray, ...]
    euros: np.ndarray
    clients: pd.DataFrame | None

    @classmethod
    def of(
        cls,
        frame: pd.DataFrame,
        rounded: pd.Series,
        stands_for: Bounds,
        kind: pd.Series,
        primary: pd.Series,
        twins: Twins,
    ) -> _Figures:
        numerator, denominator = frame["numerator"].fillna(0), frame["denominator"].fillna(0)
        share = kind.eq("aandeel")
        base = frame["base"].fillna(0)
        return cls(
            true=numerator.to_numpy(dtype=float),
            rounded=rounded.fillna(0).to_numpy(dtype=float),
            low=np.nan_to_num(stands_for.low),
            high=np.nan_to_num(stands_for.high),
            persons=kind.eq("personen").to_numpy(),
            primary=primary.to_numpy(dtype=bool),
            twin=np.isin(np.arange(len(frame)), twins.row),
            measures=tuple(
                base.mask(share, part).to_numpy(dtype=float)
                for part in (numerator, denominator, denominator - numerator)
            ),
            euros=kind.isin(_EUROS).to_numpy(),
            clients=frame[_CLIENTS].fillna(0) if {*_CLIENTS} <= {*frame.columns} else None,
        )


def _smallest_first(
    frame: pd.DataFrame, rounded: pd.Series, preferred: pd.Series, families: Families
) -> np.ndarray:
    """Order of the members in which a second figure is looked for, within each family."""
    keys = frame.iloc[families.row]
    sorting = pd.DataFrame(
        {
            "family": families.family,
            "other": ~preferred.to_numpy(dtype=bool)[families.row],
            "size": rounded.to_numpy()[families.row],
            "area": keys["area"].to_numpy(),
            "category": keys["category"].to_numpy(),
        }
    )
    columns = ["family", "other", "size", "area", "category"]
    return sorting.sort_values(columns, kind="stable").index.to_numpy()


def _first_shown(families: Families, order: np.ndarray, unsafe: np.ndarray, hidden: np.ndarray) -> np.ndarray:
    """Position of the smallest shown child of every unsafe family."""
    candidates = order[unsafe[families.family[order]] & ~hidden[families.row[order]]]
    _, first = np.unique(families.family[candidates], return_index=True)
    return families.row[candidates[first]]


def _counts_unsafe(
    families: Families, figures: _Figures, hidden: np.ndarray, told: Told, policy: Policy
) -> np.ndarray:
    """Families of counts in which a hidden one can be narrowed further than the rule does; see the module."""
    total, limit = families.total, policy.hidden_up_to
    counts = figures.persons[total]
    candidates = counts & (families.sum(~hidden) > 0)
    comes_back = candidates & _total_comes_back(families, figures, hidden)
    if comes_back.any():
        return comes_back  # first: as long as its children tell it, it would count against its siblings
    missing = figures.true[total] - families.sum(figures.true)
    start = told.applied(_by_itself(families, figures, hidden, policy), hidden)
    known = narrowed(families, start, counts & (missing >= 0), counts & (missing <= 0))
    left = left_over(families, known)
    pushed_up = (left.low > start.low[families.row]) & (missing <= limit)[families.family]
    pushed_down = (left.high < limit) & (missing >= 0)[families.family]
    pushed = hidden[families.row] & (pushed_up | pushed_down)
    unsafe = np.bincount(families.family, weights=pushed, minlength=families.count) > 0
    return candidates & ~hidden[total] & unsafe


def _total_comes_back(families: Families, figures: _Figures, hidden: np.ndarray) -> np.ndarray:
    """Families whose total was hidden for its siblings while none of its children was."""
    second = hidden & ~figures.primary
    return second[families.total] & (families.sum(second) == 0)


def _by_itself(families: Families, figures: _Figures, hidden: np.ndarray, policy: Policy) -> Bounds:
    """What a reader knows of every count before any sum is made."""
    second = hidden & ~figures.primary
    no_bound = figures.high.max()
    cap = np.where(families.sum(second) > 0, _cap(families, figures, hidden, no_bound), policy.hidden_up_to)
    # Hidden for its twin, a figure can be of any size, also larger than the smallest that is still shown.
    cap[families.sum(second & figures.twin) > 0] = no_bound
    most = np.full(len(hidden), np.inf)
    np.minimum.at(most, families.row, cap[families.family])
    # No sibling: hidden on its own account, or for its twin.
    most = np.where(np.isinf(most), np.where(second, no_bound, policy.hidden_up_to), most)
    return Bounds(low=np.where(hidden, 0, figures.low), high=np.where(hidden, most, figures.high))


def _cap(families: Families, figures: _Figures, hidden: np.ndarray, no_bound: float) -> np.ndarray:
    """What a figure hidden for a sibling is at most: the smallest that is still shown, or the total when none is.

    Nothing is known when one was hidden that is larger than the smallest shown.
    """
    second = hidden & ~figures.primary
    still = ~hidden[families.row]
    smallest = np.where(hidden[families.total], no_bound, figures.high[families.total])
    np.minimum.at(smallest, families.family[still], figures.high[families.row[still]])
    largest_hidden = families.largest(np.where(second, figures.high, 0))
    return np.where(largest_hidden > smallest, no_bound, smallest)


def _group_unsafe(families: Families, figures: _Figures, hidden: np.ndarray, policy: Policy) -> np.ndarray:
    """Families of amounts or shares whose hidden children are one, or together too few or too much of one client."""
    n_hidden = families.sum(hidden)
    too_few = np.zeros(families.count, dtype=bool)
    for measure in figures.measures:
        gone = np.where(hidden, measure, 0)
        # Somebody can be in two categories, and then the largest is all that is surely there.
        sure = np.where(families.areas, families.sum(gone), families.largest(gone))
        too_few |= sure <= policy.hidden_up_to
    too_few |= _one_has_most(families, figures, hidden, policy)
    unsafe = (n_hidden > 0) & ((n_hidden == 1) | too_few)
    second_total = hidden[families.total] & ~figures.primary[families.total]
    return np.where(hidden[families.total], second_total & (n_hidden == 0), unsafe)


def _one_has_most(families: Families, figures: _Figures, hidden: np.ndarray, policy: Policy) -> np.ndarray:
    """Families whose hidden amounts together are nearly those of one or two clients."""
    if figures.clients is None:
        return np.zeros(families.count, dtype=bool)
    gone = hidden[families.row]
    parts = figures.clients.iloc[families.row[gone]]
    of_euros = figures.euros[families.total]
    return of_euros & group_dominated(parts, families.family[gone], families.areas, policy)
