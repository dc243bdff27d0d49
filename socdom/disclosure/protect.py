"""Protect figures: the rule for one figure on its own, then what was released before, then its siblings."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import numpy as np
import pandas as pd

from socdom.disclosure.bounds import Bounds
from socdom.disclosure.families import Cell
from socdom.disclosure.policy import (
    CBS5,
    HIDDEN_STATUS,
    IMPOSSIBLE_STATUS,
    KEY,
    PROTECTIONS,
    SHOWN_STATUSES,
    Policy,
)
from socdom.disclosure.revisions import kept, preferred
from socdom.disclosure.rules import STATISTICS, rounded, too_small, values
from socdom.disclosure.siblings import Choice, with_siblings
from socdom.disclosure.told import told_by_statistics
from socdom.disclosure.twins import Twins
from socdom.errors import DisclosureError, Fault

FigureKey = tuple[str, str, str, str, str]
_DENOMINATOR_IS_PUBLIC = ("personen", "bedrag")
# A figure about cases, which does not exist without any.
_OF_CASES = (*STATISTICS, "aandeel", "gemiddelde")
_BEFORE = [*KEY, "numerator", "denominator", "value", "status"]


@dataclass(frozen=True)
class Linked:
    """What figures of different indicators have to do with each other; follows from their definitions.

    Attributes:
        cases: indicator of medians or shares → indicator that counts the persons whose cases these are.
        same: indicator, dimension and category → name of what is counted, where several count the same.
        sums: indicator, dimension and category → those of the figures that add up to it.
    """

    cases: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    same: Mapping[Cell, str] = field(default_factory=lambda: MappingProxyType({}))
    sums: Mapping[Cell, Sequence[Cell]] = field(default_factory=lambda: MappingProxyType({}))


def protect(
    figures: pd.DataFrame,
    protections: Mapping[str, str],
    scales: Mapping[str, float],
    policy: Policy = CBS5,
    linked: Linked | None = None,
    released: pd.DataFrame | None = None,
    also: Collection[FigureKey] = (),
    money: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Hide and round figures so that they may be shown.

    Method: `rules.too_small` says which figures may not be shown by themselves, on the true count; `rules.rounded` and
    `rules.values` what stands there otherwise. With the rule of CBS for table 83262NED (`policy.CBS5`):

    - `personen`: the numerator counts persons or households; hidden at 0-7, and when all but 0-7 of the denominator
      are counted, otherwise rounded to the nearest 5. The denominator is the public population (kept) or empty.
    - `aandeel`: numerator and denominator both count; both are rounded, and both hidden when one of them or
      their difference is 0-7. (All, or all but a few, tells about each of the group.)
    - `duur`: the value is a statistic over `base` cases, hidden below 10; numerator and denominator are
      dropped.
    - `percentiel`: as `duur`, but hidden below 50 cases.
    - `bedrag`: the numerator is in euros; hidden when `base` is 0-7 or unknown, or when one or two clients have most
      of it (`dominance`), otherwise rounded to 1.000. So is `verschil`, a change in euros whose base is the smaller
      number of persons of the two periods.
    - `gemiddelde`: euros by persons; as `bedrag`, with the number of persons rounded to 5.
    - `prijs` (euros by volume) and `aandeel_bedrag` (euros that are part of euros): hidden as `bedrag`, and with too
      few providers; a share also when the part is the whole. Only the value is shown, in cents or one decimal: their
      euros are about some of the lines of an amount that is shown elsewhere, and the difference could be the euros of
      one person.
    - `openbaar`: published before; left as it is.

    Any other value is computed from the rounded numbers, so that it gives nothing more away. A figure that is missing
    or impossible stays so, and is emptied; but a median or share over 0 known cases is hidden like any small
    one. What was released before stays as it was where only few persons came or went (`revisions`). Afterwards
    `siblings.with_siblings` hides what a total would give back.

    Args:
        figures: columns of ARCHITECTURE.md (`figures`) plus `base`, the number of persons or cases behind a
            row; with `largest`, `two_largest` and `providers` also the rule of dominance holds.
        protections: indicator → one of PROTECTIONS.
        scales: indicator → what numerator / denominator is multiplied by.
        policy: the thresholds.
        linked: what indicators have to do with each other.
        released: the last state each figure was published in: its key, numerator, denominator, value and status.
        also: figures to hide as well, whatever the rules say of them alone.
        money: numerator, denominator and value of figures of money that stay as they were shown, because too few
            clients are behind what changed; NaN for the others, index as `figures`. None for none.

    Returns:
        The same rows in the same order, with the columns of a figure only.

    Raises:
        DisclosureError: an indicator has no protection, or an unknown one.
    """
    linked = linked or Linked()
    own = _alone(figures, protections, policy, released, money)
    frame, kind, shown = own.frame, own.kind, own.shown
    told = told_by_statistics(frame, own.to_show, kind, shown, linked.cases, policy)
    twins = Twins.of(frame, shown, linked.same)
    stands_for = _stands_for(frame["numerator"], own.to_show["numerator"], policy)
    hidden = shown & _among(frame, also)
    # What stays hidden comes in the second time: the same choices are made as when it was hidden first.
    for stays in (False, own.stays_hidden):
        hidden = with_siblings(
            frame,
            own.to_show["numerator"],
            stands_for,
            kind,
            shown,
            Choice(own.primary, hidden | (shown & stays), own.preferred),
            told,
            twins,
            linked.sums,
            policy,
        )
    return _published(frame, own.to_show, kind, shown, hidden, scales, policy)


def on_own_account(
    figures: pd.DataFrame,
    protections: Mapping[str, str],
    policy: Policy = CBS5,
    released: pd.DataFrame | None = None,
) -> pd.Series:
    """Which figures may not be shown whatever stands around them; arguments and errors as of `protect`."""
    return _alone(figures, protections, policy, released).primary.set_axis(figures.index)


@dataclass(frozen=True)
class _Alone:
    """What is decided of every figure by itself.

    Attributes:
        shown: figures that protection is about (not missing, not public).
        to_show: numerator and denominator as they are shown when the figure is not hidden.
        primary: hidden on its own account.
        stays_hidden: hidden because it was in the last release.
        preferred: the first to be hidden for another.
    """

    frame: pd.DataFrame
    kind: pd.Series
    shown: pd.Series
    to_show: pd.DataFrame
    primary: pd.Series
    stays_hidden: pd.Series
    preferred: pd.Series


def _alone(
    figures: pd.DataFrame,
    protections: Mapping[str, str],
    policy: Policy,
    released: pd.DataFrame | None,
    money: pd.DataFrame | None = None,
) -> _Alone:
    _require_protections(figures["indicator"], protections)
    last = pd.DataFrame(columns=_BEFORE) if released is None else released[_BEFORE]
    frame = figures.reset_index(drop=True)
    kind = frame["indicator"].map(protections)
    # Without cases a median or a share has no value; that it has none would say that there were no cases.
    of_nothing = kind.isin(_OF_CASES) & frame["base"].eq(0)
    shown = (frame["status"].isin(SHOWN_STATUSES) | of_nothing) & kind.ne("openbaar")
    anew = rounded(frame, kind, policy)
    small = shown & too_small(frame, kind, policy)
    stay = None if money is None else money.reset_index(drop=True)
    stays = kept(frame, anew, kind, small, last, policy, stay)
    primary = small & ~stays.shown
    return _Alone(
        frame.assign(value=stays.value.fillna(frame["value"])),
        kind,
        shown,
        to_show=pd.DataFrame({name: getattr(stays, name).fillna(anew[name]) for name in anew}),
        primary=primary,
        stays_hidden=stays.hidden,
        preferred=shown & preferred(frame, last, primary),
    )


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


def _among(frame: pd.DataFrame, keys: Collection[FigureKey]) -> pd.Series:
    """Which figures are named by one of the keys."""
    if not keys:
        return pd.Series(False, index=frame.index)
    named = pd.MultiIndex.from_tuples(sorted(keys))
    return pd.Series(pd.MultiIndex.from_frame(frame[KEY]).isin(named), index=frame.index)


def _stands_for(true: pd.Series, shown: pd.Series, policy: Policy) -> Bounds:
    """Between which counts a shown one lies; wider where it was kept from an earlier release and lies outside."""
    number, count = shown.to_numpy(dtype=float), true.to_numpy(dtype=float)
    low, high = policy.low(number), policy.high(number)
    outside = (count < low) | (count > high)
    margin = np.where(outside, policy.kept_within, 0)
    return Bounds(low - margin, high + margin)


def _published(
    frame: pd.DataFrame,
    to_show: pd.DataFrame,
    kind: pd.Series,
    shown: pd.Series,
    hidden: pd.Series,
    scales: Mapping[str, float],
    policy: Policy,
) -> pd.DataFrame:
    value = values(frame, to_show, kind, frame["indicator"].map(scales).astype(float), policy)
    to_show = to_show.mask(kind.isin(STATISTICS))
    impossible = shown & ~hidden & ~np.isfinite(value)
    public = kind.eq("openbaar")
    empty = ~public & (~shown | hidden | impossible)
    # What was spent on a budget of nothing is published elsewhere; a figure without a value has no part of it either.
    of_nothing = public & frame["status"].eq(IMPOSSIBLE_STATUS)
    status = frame["status"].mask(hidden, HIDDEN_STATUS).mask(impossible, IMPOSSIBLE_STATUS)
    protected = frame.assign(
        numerator=frame["numerator"].where(public, to_show["numerator"]).mask(empty | of_nothing),
        denominator=frame["denominator"]
        .where(public, to_show["denominator"])
        .mask(empty & ~kind.isin(_DENOMINATOR_IS_PUBLIC)),
        value=frame["value"].where(public, value).mask(empty),
        status=status,
    )
    return protected.drop(columns=["base", "largest", "two_largest", "providers"], errors="ignore")
