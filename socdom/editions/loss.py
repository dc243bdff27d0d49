"""What protection costs: how many figures a reader does not see, and how many of the people in them.

Made from what is published alone, so that it gives nothing away. The people who are not seen are those of a total who
stand in none of its parts that are shown; how many they are can be read in the figures themselves.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from socdom.areas import level_of
from socdom.editions.model import HIDDEN_STATUS, SHOWN_STATUSES, Description

LEVELS = ("gemeente", "wijk", "buurt")
_PUBLIC = ("", "openbaar")
_OF_PEOPLE = "personen"
_FAMILY = ["indicator", "period", "parent", "dimension"]


@dataclass(frozen=True)
class Loss:
    """What is hidden of the figures of one level of area.

    Attributes:
        level: one of LEVELS.
        parts: whether it is about the categories of breakdowns, or about areas as a whole.
        cells, hidden: numbers of figures. One that is missing or impossible has nothing to hide and is no cell.
        people: part (0 to 1) of the people in the totals whom no shown figure tells of; None when that cannot be
            said, because no total is shown.
    """

    level: str
    parts: bool
    cells: int
    hidden: int
    people: float | None


def loss(
    figures: pd.DataFrame, described: Mapping[str, Description], round_to: int, period: str | None = None
) -> list[Loss]:
    """Count what is hidden, per level of area, of areas as a whole and of breakdowns; what is not there is left out.

    Figures that were public before are left out: they cannot be hidden.

    Args:
        figures: protected figures (FIGURE_COLUMNS).
        described: indicator → description.
        round_to: the multiple to which counts are rounded, in persons.
        period: the figures of this period alone; all when None.
    """
    protection = figures["indicator"].map({name: d.protection for name, d in described.items()})
    chosen = ~protection.isin(_PUBLIC) & (
        figures["status"].isin(SHOWN_STATUSES) | figures["status"].eq(HIDDEN_STATUS)
    )
    if period is not None:
        chosen &= figures["period"].eq(period)
    cells = figures[chosen]
    cells = cells.assign(
        level=[level_of(code) for code in cells["area"]],
        parts=cells["dimension"].ne(""),
        gone=cells["status"].eq(HIDDEN_STATUS),
        people=protection[chosen].eq(_OF_PEOPLE),
    )
    groups = {key: rows for key, rows in cells.groupby(["level", "parts"])}
    return [
        Loss(level, parts, len(rows), int(rows["gone"].sum()), _unseen(cells, rows[rows["people"]], round_to))
        for level in LEVELS
        for parts in (False, True)
        if (rows := groups.get((level, parts))) is not None
    ]


def _unseen(cells: pd.DataFrame, parts: pd.DataFrame, round_to: int) -> float | None:
    """The part of the people in the totals of these figures who are in none of them that is shown."""
    if parts.empty:
        return None
    if not parts["gone"].any():
        return 0.0
    families = _families(cells, parts)
    known = families[families["total"].notna() & ~_overlapping(families, round_to)]
    if known.empty:
        return None
    # Where all parts are shown nobody is missed, whatever rounding makes of the sum.
    missed = (known["total"] - known["shown"]).where(known["gone"], 0.0).sum()
    return float(min(max(missed / known["total"].sum(), 0.0), 1.0))


def _families(cells: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """A row per total: `total` (NaN when it is hidden or there is none), `shown` (sum), `gone`, `count` of its parts.

    The total of areas is the gemeente, that of categories is their area.
    """
    gemeente = "GM" + parts["area"].str[2:6]
    in_gemeente = ~parts["parts"] & parts["level"].ne("gemeente")
    placed = parts.assign(parent=parts["area"].mask(in_gemeente, gemeente), count=1)
    # The figure of a whole gemeente is part of nothing.
    placed = placed[placed["parts"] | in_gemeente]
    found = placed.groupby(_FAMILY).agg(
        shown=("numerator", "sum"), gone=("gone", "any"), count=("count", "size")
    )
    whole = cells[~cells["parts"]].set_index(["indicator", "period", "area"])["numerator"]
    found = found.reset_index()
    keys = pd.MultiIndex.from_frame(found[["indicator", "period", "parent"]])
    return found.assign(total=whole.reindex(keys).to_numpy())


def _overlapping(families: pd.DataFrame, round_to: int) -> pd.Series:
    """Whether people can stand in two categories of a breakdown: somewhere more are shown than there are."""
    by_rounding = (families["count"] + 1) * round_to / 2
    more = families["shown"] > families["total"] + by_rounding
    return more.groupby([families["indicator"], families["dimension"]]).transform("any")
