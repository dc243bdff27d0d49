"""The unknown numbers of an edition, and what is known of each by itself."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.attack.cells import STATISTICS, Cell
from socdom.attack.model import NOTHING_KNOWN, Release
from socdom.editions.model import FIGURE_KEY, HIDDEN_STATUS, SHOWN_STATUSES
from socdom.editions.protection import ProtectionRecord

_IMPOSSIBLE_STATUS = "onmogelijk"
_KEY = list(FIGURE_KEY)
_COUNTS = ["numerator", "denominator"]
# Amounts are in cents.
_CENT = 0.005
_LARGEST = ("largest", "two_largest")
_DOES_NOT_FIT = "a figure is shown that the true number cannot have given"
Floats = NDArray[np.float64]


def unknowns_of(release: Release, truth: pd.DataFrame, cells: Sequence[Cell]) -> pd.DataFrame:
    """One row for every number that is not public.

    Args:
        release: what an outsider has.
        truth: FIGURE_KEY, numerator, denominator and base, unprotected; largest and two_largest when known.
        cells: what the figures count.

    Returns:
        index 0 … n-1; FIGURE_KEY, cell (position in `cells`), figure (number of the row in the edition), part, table,
        amount, statistic, status, published, inhabitants, true, base, low, high and shown; own (its own size is why it
        is hidden).

    Raises:
        AssertionError: a figure is shown that the true number cannot have given.
    """
    known = pd.DataFrame(
        {
            "cell": range(len(cells)),
            **{
                name: [getattr(cell, name) for cell in cells]
                for name in ("indicator", "dimension", "category")
            },
            **{name: [getattr(cell, name) for cell in cells] for name in ("part", "amount", "table")},
            "persons": [cell.count.unit == "persons" for cell in cells],
        }
    )
    protection = {item.id: item.protection for item in release.descriptions}
    wanted = release.figures["status"].isin([*SHOWN_STATUSES, HIDDEN_STATUS, _IMPOSSIBLE_STATUS])
    figures = release.figures.loc[wanted, [*_KEY, *_COUNTS, "status"]].reset_index(names="figure")
    largest = [name for name in _LARGEST if name in truth]
    true = truth[[*_KEY, *_COUNTS, "base", *largest]]
    rows = figures.merge(true, on=_KEY, suffixes=("", "_true"), validate="one_to_one").merge(
        known, on=["indicator", "dimension", "category"]
    )
    rows["protection"] = rows["indicator"].map(protection)
    rows["statistic"] = rows["protection"].isin(STATISTICS)
    rows["true"] = _of_part(rows, "_true").mask(rows["statistic"], rows["base"])
    rows["inhabitants"] = _inhabitants(rows)
    rows["published"] = _of_part(rows, "").mask(rows["part"].eq("difference"))
    rows = rows[rows["true"].notna()].reset_index(drop=True)
    rows["shown"] = rows["status"].isin(SHOWN_STATUSES)
    before = _still_known(rows, release)
    low, high = _known(rows, release.rules, before)
    # What an earlier release showed is no secret any more, as long as it is not far off.
    return rows.assign(low=low, high=high, own=_own_account(rows, release.rules) & before.isna())


def targets_of(
    unknowns: pd.DataFrame, rules: ProtectionRecord, known: pd.DataFrame = NOTHING_KNOWN
) -> pd.DataFrame:
    """What must stay possible of each number: columns unknown, low, high and spread.

    A count that is hidden for its size can be 0 and can be `hidden_up_to`, and one that is hidden because it is nearly
    everybody can be all and all but so many; a hidden amount can be a part smaller and larger; a shown count can be at
    least two numbers.

    Args:
        unknowns: from `unknowns_of`.
        rules: the rule of protection.
        known: FIGURE_KEY, part, low and high of counts that are known better than that already; nothing beyond is asked
            of them. Each once.
    """
    amount, hidden = unknowns["amount"], unknowns["status"].eq(HIDDEN_STATUS)
    margin = rules.amount_spread * unknowns["true"].abs()
    some = hidden & unknowns["own"]
    either = unknowns["shown"] & ~amount & ~unknowns["statistic"] & unknowns["part"].ne("difference")
    either &= unknowns["low"] < unknowns["high"]
    everybody = ~amount & (unknowns["true"] > rules.hidden_up_to)
    all_but_few = unknowns["inhabitants"] - rules.hidden_up_to
    low = (unknowns["true"] - margin).where(amount, all_but_few.where(everybody, 0.0))
    most = unknowns["inhabitants"].where(everybody, unknowns["inhabitants"].clip(upper=rules.hidden_up_to))
    high = (unknowns["true"] + margin).where(amount, most)
    name = [*_KEY, "part"]
    known = unknowns[name].merge(known, on=name, how="left", validate="one_to_one").set_index(unknowns.index)
    low, high = np.fmax(low, known["low"].astype(float)), np.fmin(high, known["high"].astype(float))
    targets = pd.DataFrame(
        {
            "unknown": unknowns.index,
            "low": low.where(some),
            "high": high.where(some),
            "spread": np.where(either, 1.0, 0.0),
        }
    )
    return targets[some | either].reset_index(drop=True)


def _of_part(rows: pd.DataFrame, suffix: str) -> pd.Series:
    numerator, denominator = (rows[f"{name}{suffix}"].astype(float) for name in _COUNTS)
    part = rows["part"]
    return numerator.where(
        part.eq("numerator"), denominator.where(part.ne("difference"), denominator - numerator)
    )


def _inhabitants(rows: pd.DataFrame) -> pd.Series:
    """How many people there are of whom a number counts some, as it stands beside it; inf when nobody knows.

    It is a number on one day, and in a period there can be more: then it is not taken to say anything.
    """
    public = rows["protection"].eq("personen") & rows["part"].eq("numerator") & rows["persons"]
    return rows["denominator"].astype(float).where(public & (rows["true"] <= rows["denominator"]), np.inf)


def _known(rows: pd.DataFrame, rules: ProtectionRecord, before: pd.Series) -> tuple[Floats, Floats]:
    """Between which numbers each lies, seen alone.

    Args:
        before: what an earlier release showed of it; NaN for nothing.
    """
    true, amount = rows["true"].to_numpy(), rows["amount"].to_numpy(dtype=bool)
    shown, hidden = rows["shown"].to_numpy(), rows["status"].eq(HIDDEN_STATUS).to_numpy()
    low, high = np.zeros(len(rows)), np.full(len(rows), np.inf)
    mean = rows["protection"].eq("gemiddelde").to_numpy()
    high[rows["status"].eq(_IMPOSSIBLE_STATUS).to_numpy() & (true == 0)] = 0
    low[shown & ~amount] = np.minimum(_least_cases(rows, rules), true)[shown & ~amount]
    # Why a figure is hidden, for its own size or for another, nobody can see: a hidden count can be any.
    for published, where in ((rows["published"], shown & ~amount), (before, hidden)):
        first, last = _of_rounded(published.to_numpy(dtype=float), true, rules)
        # The persons of a mean stay as they were with its euros, and can then be off by more.
        first, last = np.where(mean & (true < first), 0, first), np.where(mean & (true > last), np.inf, last)
        told = where & published.notna().to_numpy()
        assert ((first <= true) & (true <= last))[told].all(), _DOES_NOT_FIT
        low[told], high[told] = first[told], last[told]
    high = np.minimum(high, rows["inhabitants"].to_numpy())
    euros = _euros(rows, rules)
    return np.where(amount, euros[0], low), np.where(amount, euros[1], high)


def _euros(rows: pd.DataFrame, rules: ProtectionRecord) -> tuple[Floats, Floats]:
    """As `_known`, for amounts: rounded, or hidden; and then nobody expects less than nothing, but of a change.

    An amount that stayed as it was in an earlier release can be off by any sum: to the side of the truth it is open.
    """
    true, published = rows["true"].to_numpy(), rows["published"].to_numpy(dtype=float)
    step, shown = rules.amount_round_to / 2, rows["shown"].to_numpy()
    least = np.where((true < 0) | rows["protection"].eq("verschil").to_numpy(), -np.inf, 0)
    return (
        np.where(shown, np.where(true < published - step - _CENT, -np.inf, published - step), least),
        np.where(shown & (true <= published + step + _CENT), published + step, np.inf),
    )


def _least_cases(rows: pd.DataFrame, rules: ProtectionRecord) -> np.ndarray:
    """From how many on a figure is shown."""
    kind = rows["protection"]
    return np.select(
        [kind.eq("duur"), kind.eq("percentiel")],
        [rules.statistic_base, rules.percentile_base],
        rules.hidden_up_to + 1,
    ).astype(float)


def _of_rounded(published: Floats, true: Floats, rules: ProtectionRecord) -> tuple[Floats, Floats]:
    """The counts that are rounded to each; more for one that stayed as it was in an earlier release."""
    low = published - rules.round_to // 2
    high = published + (rules.round_to - 1) // 2
    kept = (true < np.maximum(low, rules.hidden_up_to + 1)) | (true > high)
    low = np.where(kept, low - rules.kept_within, np.maximum(low, rules.hidden_up_to + 1))
    return np.maximum(low, 0), np.where(kept, high + rules.kept_within, high)


def _still_known(rows: pd.DataFrame, release: Release) -> pd.Series:
    """What the last release that showed a count showed, of those hidden now; NaN where that is far off by now."""
    earlier = release.earlier
    if not len(earlier):
        return pd.Series(np.nan, index=rows.index)
    last = earlier[earlier["status"].isin(SHOWN_STATUSES)].sort_values("release", kind="stable")
    last = last.drop_duplicates(_KEY, keep="last")[[*_KEY, *_COUNTS]]
    joined = rows[[*_KEY, "part", "statistic"]].merge(last, on=_KEY, how="left")
    shown = _of_part(joined, "").mask(joined["statistic"] | joined["part"].eq("difference") | rows["amount"])
    low, high = _of_rounded(shown.to_numpy(dtype=float), rows["true"].to_numpy(), release.rules)
    return shown.where(rows["status"].eq(HIDDEN_STATUS) & rows["true"].between(low, high))


def _own_account(rows: pd.DataFrame, rules: ProtectionRecord) -> pd.Series:
    """Whether a number may not be known: it is a few persons, or euros of a few, or nearly all of one or two.

    A change in euros is between two amounts that are figures of their own. It is hidden when one of them is of a few,
    and that one must stay unknown; the change itself may well be about all of the other.
    """
    few = rows["true"].where(~rows["amount"], rows["base"]) <= rules.hidden_up_to
    few |= rows["inhabitants"] - rows["true"] <= rules.hidden_up_to
    one_of_few = few | (rows["amount"] & _dominated(rows, rules))
    return one_of_few & ~rows["statistic"] & rows["protection"].ne("verschil")


def _dominated(rows: pd.DataFrame, rules: ProtectionRecord) -> pd.Series:
    """Amounts that are mostly of one or two."""
    found = pd.Series(False, index=rows.index)
    for name, part in zip(_LARGEST, (rules.dominance_one, rules.dominance_two), strict=True):
        if name in rows:
            found |= rows[name] > part * rows["true"]
    return found
