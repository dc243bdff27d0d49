"""Protect figures: the rule for one figure on its own, then for a figure among its siblings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

import numpy as np
import pandas as pd

from socdom.disclosure.families import Cell
from socdom.disclosure.policy import (
    CBS5,
    HIDDEN_STATUS,
    IMPOSSIBLE_STATUS,
    PROTECTIONS,
    SHOWN_STATUSES,
    Policy,
)
from socdom.disclosure.siblings import with_siblings
from socdom.disclosure.told import told_by_statistics
from socdom.disclosure.twins import Twins
from socdom.errors import DisclosureError, Fault

_DENOMINATOR_IS_PUBLIC = ("personen", "bedrag")
# Of these only the value is shown, without what it was made of.
_STATISTICS = ("duur", "percentiel", "prijs", "aandeel_bedrag")
# A figure about cases, which does not exist without any.
_OF_CASES = (*_STATISTICS, "aandeel", "gemiddelde")
_AMOUNTS = ("bedrag", "verschil", "gemiddelde")


def protect(
    figures: pd.DataFrame,
    protections: Mapping[str, str],
    scales: Mapping[str, float],
    policy: Policy = CBS5,
    cases: Mapping[str, str] = MappingProxyType({}),
    same: Mapping[Cell, str] = MappingProxyType({}),
    sums: Mapping[Cell, Sequence[Cell]] = MappingProxyType({}),
) -> pd.DataFrame:
    """Hide and round figures so that they may be shown.

    Method: the rule CBS uses for table 83262NED (`policy.CBS5`), on the true count of every figure:

    - `personen`: the numerator counts persons or households; hidden at 0-7, otherwise rounded to the nearest
      5. The denominator is the public population (kept) or empty.
    - `aandeel`: numerator and denominator both count; both are rounded, and both hidden when one of them or
      their difference is 0-7. (All, or all but a few, tells about each of the group.)
    - `duur`: the value is a statistic over `base` cases, hidden below 10; numerator and denominator are
      dropped.
    - `percentiel`: as `duur`, but hidden below 50 cases.
    - `bedrag`: the numerator is in euros; hidden when `base` is 0-7 or unknown, otherwise rounded to 1.000. So is
      `verschil`, a change in euros whose base is the smaller number of persons of the two periods.
    - `gemiddelde`: euros by persons; as `bedrag`, with the number of persons rounded to 5.
    - `prijs` (euros by volume) and `aandeel_bedrag` (euros that are part of euros): hidden with `base` as `bedrag`, a
      share also when the part is the whole. Only the value is shown, in cents or one decimal: their euros are about
      some of the lines of an amount that is shown elsewhere, and the difference could be the euros of one person.
    - `openbaar`: published before; left as it is.

    Any other value is computed from the rounded numbers, so that it gives nothing more away. A figure that is missing
    or impossible stays so, and is emptied; but a median or share over 0 known cases is hidden like any small
    one. Afterwards `siblings.with_siblings` hides what a total would give back.

    Args:
        figures: columns of ARCHITECTURE.md (`figures`) plus `base`, the number of persons or cases behind a
            row.
        protections: indicator → one of PROTECTIONS.
        scales: indicator → what numerator / denominator is multiplied by.
        policy: the thresholds.
        cases: indicator of medians or shares → indicator that counts the persons whose cases these are.
        same: indicator, dimension and category → name of what is counted, where several count the same.
        sums: indicator, dimension and category → those of the figures that add up to it.

    Returns:
        The same rows in the same order, without `base`.

    Raises:
        DisclosureError: an indicator has no protection, or an unknown one.
    """
    _require_protections(figures["indicator"], protections)
    frame = figures.reset_index(drop=True)
    kind = frame["indicator"].map(protections)
    # Without cases a median or a share has no value; that it has none would say that there were no cases.
    of_nothing = kind.isin(_OF_CASES) & frame["base"].eq(0)
    shown = (frame["status"].isin(SHOWN_STATUSES) | of_nothing) & kind.ne("openbaar")
    rounded = _rounded(frame, kind, policy)
    primary = shown & _too_small(frame, kind, policy)
    told = told_by_statistics(frame, rounded, kind, shown, cases, policy)
    twins = Twins.of(frame, shown, same)
    hidden = with_siblings(frame, rounded["numerator"], kind, shown, primary, told, twins, sums, policy)
    return _published(frame, rounded, kind, shown, hidden, scales, policy).drop(columns="base")


def _require_protections(indicators: pd.Series, protections: Mapping[str, str]) -> None:
    faults = [
        Fault(
            f"indicator {name}",
            f"de bescherming moet een van deze zijn: {', '.join(PROTECTIONS)}",
            remedy="Vul de bescherming in bij de definitie van de indicator.",
        )
        for name in sorted(indicators.unique())
        if protections.get(name) not in PROTECTIONS
    ]
    if faults:
        raise DisclosureError(faults)


def _too_small(frame: pd.DataFrame, kind: pd.Series, policy: Policy) -> pd.Series:
    """Which figures may not be shown on their own account; a size that is unknown is too small."""
    numerator, denominator, base = frame["numerator"], frame["denominator"], frame["base"]
    limit = policy.hidden_up_to
    enough = np.select(
        [
            kind.eq("personen"),
            kind.eq("aandeel"),
            kind.eq("duur"),
            kind.eq("percentiel"),
            kind.eq("aandeel_bedrag"),
            kind.isin((*_AMOUNTS, "prijs")),
        ],
        [
            numerator > limit,
            (numerator > limit) & (denominator > limit) & (denominator - numerator > limit),
            base >= policy.statistic_base,
            base >= policy.percentile_base,
            (base > limit) & (numerator < denominator),
            base > limit,
        ],
        default=True,
    )
    return pd.Series(~enough.astype(bool), index=frame.index)


def _rounded(frame: pd.DataFrame, kind: pd.Series, policy: Policy) -> pd.DataFrame:
    """Numerator and denominator as they may be shown when they are not hidden."""
    numerator, denominator = frame["numerator"].astype(float), frame["denominator"].astype(float)
    counts = kind.isin(["personen", "aandeel"])
    numerator = numerator.mask(counts, _nearest(numerator, policy.round_to))
    numerator = numerator.mask(kind.isin(_AMOUNTS), _nearest(numerator, policy.amount_round_to))
    people = kind.isin(["aandeel", "gemiddelde"])
    denominator = denominator.mask(people, _nearest(denominator, policy.round_to))
    return pd.DataFrame({"numerator": numerator, "denominator": denominator})


def _nearest(values: pd.Series, step: int) -> pd.Series:
    return np.floor(values / step + 0.5) * step


def _published(
    frame: pd.DataFrame,
    rounded: pd.DataFrame,
    kind: pd.Series,
    shown: pd.Series,
    hidden: pd.Series,
    scales: Mapping[str, float],
    policy: Policy,
) -> pd.DataFrame:
    value = _values(frame, rounded, kind, frame["indicator"].map(scales).astype(float), policy)
    rounded = rounded.mask(kind.isin(_STATISTICS))
    impossible = shown & ~hidden & ~np.isfinite(value)
    public = kind.eq("openbaar")
    empty = ~public & (~shown | hidden | impossible)
    status = frame["status"].mask(hidden, HIDDEN_STATUS).mask(impossible, IMPOSSIBLE_STATUS)
    return frame.assign(
        numerator=frame["numerator"].where(public, rounded["numerator"]).mask(empty),
        denominator=frame["denominator"]
        .where(public, rounded["denominator"])
        .mask(empty & ~kind.isin(_DENOMINATOR_IS_PUBLIC)),
        value=frame["value"].where(public, value).mask(empty),
        status=status,
    )


def _values(
    frame: pd.DataFrame, rounded: pd.DataFrame, kind: pd.Series, scale: pd.Series, policy: Policy
) -> pd.Series:
    """Value from the rounded numbers: a rate, or the numerator itself; a statistic as it is, in few decimals."""
    rate = rounded["numerator"] / rounded["denominator"] * scale
    value = rounded["numerator"].where(rounded["denominator"].isna(), rate)
    exact = frame["value"].astype(float)
    statistic = exact.round(policy.statistic_decimals).mask(
        kind.eq("prijs"), exact.round(policy.price_decimals)
    )
    return value.where(~kind.isin(_STATISTICS), statistic)
