"""Amounts that stay as they were published, because the bills that came in since then are of few clients.

Rounding hides what one client costs when an amount is seen once. Seen twice, before and after a bill came in, it tells
what the bill was, to within the rounding. So an amount that was shown stays as it was while the bills since then are of
too few clients to be shown as an amount of their own, or mostly of one or two. They pile up, and all come in at once
when they are enough.

Method: of every figure the register of releases tells which number was shown last, and since which day. The lines
received since that day (or, for a figure made as of an earlier day, until then) are laid out by the engine like those
of any amount, and their clients counted. Whether what was received on the day itself was in the delivery at that moment
is not known, so both must be enough: with and without.

A line that is replaced without a new day of receipt is not seen, nor a client who turns out to have lived elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from socdom.areas import Area
from socdom.disclosure.policy import SHOWN_STATUSES, Policy
from socdom.disclosure.rules import MONEY, too_small
from socdom.editions.model import FIGURE_KEY, NUMBERS
from socdom.measures.behind import behind
from socdom.measures.dates import quarter_numbers
from socdom.measures.indicator import Indicator
from socdom.measures.kinds.amount import CENTS_PER_EURO, DATE_OF
from socdom.pipeline.late_families import with_families
from socdom.quarters import Quarter, year_earlier
from socdom.tables import Tables

_KEY = list(FIGURE_KEY)
_NUMBERS = list(NUMBERS)
_CLIENTS = ["numerator", "base", "largest", "two_largest"]
_DAY = pd.Timedelta(days=1)


@dataclass(frozen=True)
class Late:
    """What the bills since earlier releases mean for each figure; index as the figures.

    Attributes:
        as_released: numerator, denominator and value of the figures of money that stay as they were shown; NaN for
            all others.
        few: too few clients are behind the change, or it is mostly of one or two.
    """

    as_released: pd.DataFrame
    few: pd.Series


def late_bills(
    raw: pd.DataFrame,
    indicators: Sequence[Indicator],
    earlier: pd.DataFrame,
    tables: Tables,
    as_of: date,
    quarters: Sequence[Quarter],
    areas: Sequence[Area],
    policy: Policy,
) -> Late:
    """Which figures of money stay as they were released.

    A change with a year earlier stays while one of its two amounts has bills of few clients. An amount that is the sum
    of others, or the same as another, stays when from what stays of those the bills of few could be worked out.

    Args:
        raw: unprotected figures.
        indicators: their definitions.
        earlier: every state in which a figure was published, see `socdom.editions.releases.earlier_figures`.
        tables: all that was delivered, also what was received after `as_of`.
        as_of: what was received after this day does not count in `raw`.
        quarters, areas: of the run.
        policy: the thresholds.
    """
    figures = _figures(raw, indicators, earlier, policy)
    if figures["day"].isna().all():
        return Late(figures[_NUMBERS].reindex(raw.index), pd.Series(False, index=raw.index))
    lines = _lines(figures, tables, pd.Timestamp(as_of))
    money = [item for item in indicators if item.id in set(figures["indicator"])]
    bills = behind(money, lines, quarters, areas)

    def clients_since(some: pd.DataFrame) -> pd.DataFrame:
        return _clients_since(some, bills, pd.Timestamp(as_of), policy)

    few = clients_since(figures)["few"] & figures["shown"]
    stays = with_families(figures.assign(stays=few), indicators, clients_since, policy)
    as_released = figures[_NUMBERS].where(stays & figures["shown"])
    return Late(as_released.reindex(raw.index), few.reindex(raw.index, fill_value=False))


def _figures(
    raw: pd.DataFrame, indicators: Sequence[Indicator], earlier: pd.DataFrame, policy: Policy
) -> pd.DataFrame:
    """Figures of money, with what was shown last and since which day; index as `raw`.

    With those that never were: what becomes known of the whole and of the other parts tells of them. As a whole itself
    such a figure counts since the day of the municipality in that period; NaT when that was never shown either.
    """
    kinds = {item.id: item.protection for item in indicators if item.protection in MONEY}
    money = raw[raw["indicator"].isin(list(kinds)) & raw["status"].isin(SHOWN_STATUSES)]
    rows, kind = money[_KEY], money["indicator"].map(kinds)
    figures = rows.merge(_standing(earlier), on=_KEY, how="left").set_index(rows.index)
    shown = figures["day"].notna()
    whole = figures["area"].str.startswith("GM") & figures["dimension"].eq("") & shown
    of = ["indicator", "period"]
    days_of_whole = figures.loc[whole, [*of, "day"]].set_index(of)["day"]
    day = days_of_whole.reindex(pd.MultiIndex.from_frame(figures[of])).set_axis(figures.index)
    unsure = ~shown & ~too_small(money, kind, policy)
    return figures.assign(kind=kind, shown=shown, unsure=unsure, day=figures["day"].where(shown, day))


def _standing(earlier: pd.DataFrame) -> pd.DataFrame:
    """The number that was shown last of each figure, and since which day: _KEY, _NUMBERS and day.

    That a figure was hidden in between does not make its number a new one, nor does another number of inhabitants.
    """
    shown = earlier[earlier["status"].isin(SHOWN_STATUSES)].sort_values([*_KEY, "release"])
    number = shown["numerator"].fillna(shown["value"])
    begins = shown[_KEY].ne(shown[_KEY].shift()).any(axis=1) | number.ne(number.shift())
    day = pd.to_datetime(shown["figures_as_of"]).astype("datetime64[s]")
    since = day.groupby(begins.cumsum()).transform("first")
    return shown.assign(day=since).drop_duplicates(_KEY, keep="last")[[*_KEY, *_NUMBERS, "day"]]


def _lines(figures: pd.DataFrame, tables: Tables, as_of: pd.Timestamp) -> Tables:
    """The declarations that can be behind a change, with their clients; the other tables are empty.

    Of each quarter those that were received between the first of the days since which its figures stand so, and now;
    or, for a figure made as of an earlier day, between now and the last of those days.
    """
    lines = tables.declarations
    quarters = _with_quarters(figures)
    days = quarters.groupby("quarter")["day"].agg(["min", "max"])
    some = np.zeros(len(lines), dtype=bool)
    for column in DATE_OF.values():
        span = days.reindex(quarter_numbers(lines[column]))
        first, last = (span["min"] - _DAY).clip(upper=as_of), span["max"].clip(lower=as_of)
        some |= _between(lines["received"], first.to_numpy(), last.to_numpy())
    lines = lines[some].reset_index(drop=True)
    clients = {
        name: getattr(tables, name)
        .loc[lambda table: table["person"].isin(lines["person"])]
        .reset_index(drop=True)
        for name in ("persons", "addresses")
    }
    return replace(Tables.empty(), declarations=lines, **clients)


def _between(received: pd.Series, after: np.ndarray, until: np.ndarray) -> np.ndarray:
    days = received.to_numpy()
    return (days > after) & (days <= until)


def _with_quarters(figures: pd.DataFrame) -> pd.DataFrame:
    """The figures once for each quarter (`Quarter.index`) they are about; a change is also about a year before."""
    changes = figures[figures["kind"].eq("verschil")]
    both = pd.concat([figures, changes.assign(period=changes["period"].map(year_earlier))])
    quarters = {
        period: [Quarter.parse(name).index for name in ([period] if "Q" in period else _quarters(period))]
        for period in both["period"].unique()
    }
    return both.assign(quarter=both["period"].map(quarters)).explode("quarter").astype({"quarter": "int64"})


def _quarters(year: str) -> list[str]:
    return [f"{year}Q{number}" for number in range(1, 5)]


def _clients_since(
    figures: pd.DataFrame, bills: pd.DataFrame, as_of: pd.Timestamp, policy: Policy
) -> pd.DataFrame:
    """As `_clients`, with what was received on the day itself and without: too few when it is so in one of the two."""
    without, with_it = (
        _clients(figures.assign(day=day), bills, as_of, policy)
        for day in (figures["day"], figures["day"] - _DAY)
    )
    clients = without[_CLIENTS].where(without["base"].gt(0), with_it[_CLIENTS])
    return clients.assign(few=without["few"] | with_it["few"])


def _clients(figures: pd.DataFrame, bills: pd.DataFrame, as_of: pd.Timestamp, policy: Policy) -> pd.DataFrame:
    """For each figure the clients of the bills since its day, and whether they are too few; index as the figures.

    The numerator is the sum over clients of what each adds or takes off, as a number above zero: with credits of many
    clients the net can be small while nobody has most of it. A client whose bills cancel out is not counted. Of a
    change the bills of the period and those of the year before are looked at each by themselves; the parts of a change
    are of the same bills as the whole.
    """
    change = figures["kind"].eq("verschil")
    now = figures.reset_index(names="figure").assign(
        **{name: figures[name].mask(change, "").to_numpy() for name in ("dimension", "category")},
        before=False,
    )
    before = now[change.to_numpy()].assign(before=True)
    both = pd.concat([now, before.assign(period=before["period"].map(year_earlier))])
    joined = both[[*_KEY, "figure", "before", "day"]].merge(bills, on=_KEY)
    first, last = joined["day"].clip(upper=as_of), joined["day"].clip(lower=as_of)
    joined = joined[_between(joined["received"], first.to_numpy(), last.to_numpy())]
    side = ["figure", "before"]
    net = joined.groupby([*side, "person"])["cents"].sum().abs() / CENTS_PER_EURO
    net = net[net > 0].sort_values(ascending=False, kind="stable").reset_index()
    of = net.groupby(side)["cents"]
    clients = pd.DataFrame({"numerator": of.sum(), "base": of.size(), "largest": of.max()})
    clients["two_largest"] = net[of.cumcount() < 2].groupby(side)["cents"].sum()
    clients = clients.astype(float).assign(denominator=float("nan"))
    clients["few"] = too_small(clients, pd.Series("bedrag", index=clients.index), policy)
    found = clients.groupby(level="figure").agg({**dict.fromkeys(_CLIENTS, "max"), "few": "any"})
    found = found.reindex(figures.index)
    return found.assign(**found[_CLIENTS].fillna(0.0), few=found["few"].eq(True))
