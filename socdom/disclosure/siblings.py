"""Hide a second figure where a total minus what is shown would give a hidden figure back.

**Families.** A family is a total and the figures it may be taken apart into: a gemeente and its wijken, a
wijk and its buurten (same indicator, period and category), or an area and the categories of one breakdown.

**What a reader can compute, counts.** Every shown count lies within `half_width` (2) of the true one, so with
a shown total T and k shown children the hidden children together lie in

    [L, U] = T - sum(shown) ± 2 (k + 1)         (rounded numbers)

and the rule itself says that each hidden child lies in [0, 7]. Mostly [L, U] is wider than that and adds
nothing. It can be narrower: three wijken of 12 (shown as 10) and one of 7 make 43 (shown as 45), so the
hidden one is at least 45 - 30 - 8 = 7, and with the rule exactly 7. With h hidden children, none above `cap`,
one of them can only be pushed

- up from 0 when L - (h - 1) cap > 0, and
- down from 7 when U < 7.

When one of the two holds, the smallest shown child (by its rounded count, then by code, so that the choice is
the same every time and says nothing new) is hidden as well, and the family is looked at again. From then on a
reader knows only that a hidden child is at most about as large as the smallest that is still shown: that is
`cap`, 7 before.

Children need not add up exactly. A person without a known address is in the total only; then only an upper
bound follows, once more than `hidden_up_to` persons are missing (fewer, and a reader would take the wijken as
complete). A person may be in two categories; then only a lower bound follows. The bounds are used
accordingly.

**Amounts and shares.** An amount is rounded far finer than a group of a few persons needs, so total minus
shown gives a single hidden child back. Therefore the hidden children must be at least two, and together count
more than `hidden_up_to` (persons behind an amount; numerator, denominator and their difference of a share).

**Two levels.** A wijk hidden as a second figure must not come back as the sum of its buurten: one of those is
hidden too.

Statistics such as a median do not add up. Combining several tables or several quarters is outside this
module.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from socdom.disclosure.policy import Policy

_PARENT_LENGTH = {"WK": 6, "BU": 8}
_PARENT_PREFIX = {"WK": "GM", "BU": "WK"}
_ADDITIVE = ("personen", "aandeel", "bedrag")


@dataclass(frozen=True)
class _Families:
    """Members of families as parallel arrays; a row can be in two families.

    Attributes:
        row: position of the child in the figures.
        family: number of its family, 0 … count - 1.
        total: per family the position of the total.
        count: number of families.
    """

    row: np.ndarray
    family: np.ndarray
    total: np.ndarray

    @property
    def count(self) -> int:
        return len(self.total)

    def sum(self, values: np.ndarray) -> np.ndarray:
        """Sum over the children of each family; `values` has one entry per figure."""
        return np.bincount(self.family, weights=values[self.row].astype(float), minlength=self.count)


def with_siblings(
    frame: pd.DataFrame,
    rounded: pd.Series,
    kind: pd.Series,
    shown: pd.Series,
    primary: pd.Series,
    policy: Policy,
) -> pd.Series:
    """Add to the figures hidden on their own account those that would give them back.

    Args:
        frame: unprotected figures.
        rounded: numerator as it is shown when it is not hidden.
        kind: protection per figure.
        shown: figures that protection is about (not missing, not public).
        primary: figures hidden on their own account.

    Returns:
        Boolean per figure: hidden.
    """
    families = _families(frame, shown & kind.isin(_ADDITIVE))
    figures = _Figures.of(frame, rounded, kind, primary)
    hidden = primary.to_numpy(dtype=bool).copy()
    order = _smallest_first(frame, rounded, families)
    while families.count:
        unsafe = np.where(
            figures.persons[families.total],
            _counts_unsafe(families, figures, hidden, policy),
            _group_unsafe(families, figures, hidden, policy),
        )
        chosen = _first_shown(families, order, unsafe, hidden)
        if not len(chosen):
            break
        hidden[chosen] = True
    return pd.Series(hidden, index=frame.index)


@dataclass(frozen=True)
class _Figures:
    """The numbers the rules need, one entry per figure."""

    true: np.ndarray
    rounded: np.ndarray
    persons: np.ndarray
    primary: np.ndarray
    measures: tuple[np.ndarray, ...]

    @classmethod
    def of(cls, frame: pd.DataFrame, rounded: pd.Series, kind: pd.Series, primary: pd.Series) -> _Figures:
        numerator, denominator = frame["numerator"].fillna(0), frame["denominator"].fillna(0)
        share = kind.eq("aandeel")
        base = frame["base"].fillna(0)
        return cls(
            true=numerator.to_numpy(dtype=float),
            rounded=rounded.fillna(0).to_numpy(dtype=float),
            persons=kind.eq("personen").to_numpy(),
            primary=primary.to_numpy(dtype=bool),
            measures=tuple(
                base.mask(share, part).to_numpy(dtype=float)
                for part in (numerator, denominator, denominator - numerator)
            ),
        )


def _families(frame: pd.DataFrame, member: pd.Series) -> _Families:
    """All families whose total is among the figures."""
    keys = frame.loc[member, ["indicator", "period", "area", "dimension", "category"]].assign(
        row=np.flatnonzero(member)
    )
    prefix = keys["area"].str[:2]
    by_area = keys[prefix.isin(_PARENT_PREFIX)]
    by_area = by_area.assign(area=[_parent(code) for code in by_area["area"]])
    by_category = keys[keys["dimension"].ne("")]
    by_category = by_category.assign(part=by_category["dimension"], dimension="", category="")
    children = pd.concat([by_area.assign(part=""), by_category], ignore_index=True)
    joined = children.merge(keys.rename(columns={"row": "total"}))
    family, unique = pd.factorize(pd.MultiIndex.from_frame(joined[["total", "part"]]))
    totals = np.array([total for total, _ in unique], dtype=np.int64)
    return _Families(joined["row"].to_numpy(dtype=np.int64), family, totals)


def _parent(code: str) -> str:
    prefix = code[:2]
    return _PARENT_PREFIX[prefix] + code[2 : _PARENT_LENGTH[prefix]]


def _smallest_first(frame: pd.DataFrame, rounded: pd.Series, families: _Families) -> np.ndarray:
    """Order of the members in which a second figure is looked for, within each family."""
    keys = frame.iloc[families.row]
    sorting = pd.DataFrame(
        {
            "family": families.family,
            "size": rounded.to_numpy()[families.row],
            "area": keys["area"].to_numpy(),
            "category": keys["category"].to_numpy(),
        }
    )
    return sorting.sort_values(["family", "size", "area", "category"], kind="stable").index.to_numpy()


def _first_shown(
    families: _Families, order: np.ndarray, unsafe: np.ndarray, hidden: np.ndarray
) -> np.ndarray:
    """Position of the smallest shown child of every unsafe family."""
    candidates = order[unsafe[families.family[order]] & ~hidden[families.row[order]]]
    _, first = np.unique(families.family[candidates], return_index=True)
    return families.row[candidates[first]]


def _counts_unsafe(families: _Families, figures: _Figures, hidden: np.ndarray, policy: Policy) -> np.ndarray:
    """Families of counts in which a hidden one can be narrowed further than the rule does; see the module."""
    total, limit, half = families.total, policy.hidden_up_to, policy.half_width
    n_shown, n_hidden = families.sum(~hidden), families.sum(hidden)
    n_second = families.sum(hidden & ~figures.primary)
    middle = figures.rounded[total] - families.sum(np.where(hidden, 0, figures.rounded))
    lowest = np.maximum(middle - half * (n_shown + 1), 0)
    highest = middle + half * (n_shown + 1)
    missing = figures.true[total] - families.sum(figures.true)
    cap = np.where(n_second > 0, _smallest_shown(families, figures, hidden) + half, limit)
    pushed_up = (lowest - (n_hidden - 1) * cap > 0) & (missing <= limit)
    pushed_down = (highest < limit) & (missing >= 0)
    unsafe = (n_hidden > 0) & (pushed_up | pushed_down)
    total_comes_back = ~figures.primary[total] & (n_second == 0)
    return (n_shown > 0) & np.where(hidden[total], total_comes_back, unsafe)


def _smallest_shown(families: _Families, figures: _Figures, hidden: np.ndarray) -> np.ndarray:
    """Smallest rounded count a family still shows; its total when it shows none."""
    smallest = figures.rounded[families.total].copy()
    still = ~hidden[families.row]
    np.minimum.at(smallest, families.family[still], figures.rounded[families.row[still]])
    return smallest


def _group_unsafe(families: _Families, figures: _Figures, hidden: np.ndarray, policy: Policy) -> np.ndarray:
    """Families of amounts or shares whose hidden children are one, or together too few; see the module."""
    n_hidden = families.sum(hidden)
    too_few = np.zeros(families.count, dtype=bool)
    for measure in figures.measures:
        too_few |= families.sum(np.where(hidden, measure, 0)) <= policy.hidden_up_to
    unsafe = (n_hidden > 0) & ((n_hidden == 1) | too_few)
    second_total = hidden[families.total] & ~figures.primary[families.total]
    return np.where(hidden[families.total], second_total & (n_hidden == 0), unsafe)
