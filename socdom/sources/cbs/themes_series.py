"""Cells of the tables of a theme → series, for the municipality, its wijken, comparable municipalities and Nederland.

An area of its own has the rate CBS publishes, or else the quotient of two numbers of CBS. CBS rounds the numbers first
and divides then, and so does this. The reference group is the sum of its members divided by the sum of what they
are divided by, so weighted: of those members for which CBS gives both. Where CBS publishes a rate but not what it
divided by, the whole follows from the total and its rate (570 clients at 57 per 1.000: 10.000 inhabitants). That
is within 1 percent for a member, and the deviations cancel out over a group.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from socdom.areas import reference_code
from socdom.sources.cbs.regions import within
from socdom.sources.cbs.themes_tables import ThemeSeries
from socdom.sources.open_data import LAND, MEMBER_COLUMNS

# Households of a municipality on 1 January of a year; NaN when CBS does not give them.
Households = Callable[[str, str], float]


def series_rows(
    cells: pd.DataFrame, spec: ThemeSeries, gemeente: str, members: Sequence[str], households: Households
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Rows of one series, as `open_data.collected` takes them; and those of each member, with MEMBER_COLUMNS but name.

    Args:
        cells: as `themes_cells.cells_of`, with columns `count`, `rate` and `whole` (NaN where a table has none).
        gemeente: CBS code.
        members: codes of the municipalities of the reference group.
        households: number of them by area and period.
    """
    # Of the other municipalities nothing is asked, and they are most of a table.
    mine = within(cells["area"], gemeente) | cells["area"].isin([LAND.code, *members])
    rows = _with_whole(cells[mine], spec, households)
    rows = rows[rows["part"].isin(_parts(spec))]
    rows = _as_far_as_own(rows, gemeente)
    own = rows[within(rows["area"], gemeente) | rows["area"].eq(LAND.code)]
    found = [_own_rows(own, spec)]
    theirs = rows[rows["area"].isin(members if spec.grouped else ())]
    if spec.grouped and members:
        found.append(_group_rows(theirs, spec, reference_code(gemeente)))
    each = _own_rows(theirs[theirs["part"].eq(spec.base)], spec).assign(series=spec.name)
    columns = [name for name in MEMBER_COLUMNS if name != "name"]
    return pd.concat(found, ignore_index=True).assign(series=spec.name), each[columns]


def _as_far_as_own(cells: pd.DataFrame, gemeente: str) -> pd.DataFrame:
    """Without the newest quarters of which CBS gives figures of Nederland first, and of municipalities later."""
    known = cells["period"][cells["area"].eq(gemeente) & cells["count"].notna()]
    if known.empty:
        return cells
    return cells[~cells["period"].str.contains("Q") | (cells["period"] <= known.max())]


def _parts(spec: ThemeSeries) -> list[str]:
    return [spec.base, *spec.categories]


def _with_whole(cells: pd.DataFrame, spec: ThemeSeries, households: Households) -> pd.DataFrame:
    """Cells with `whole`: what a number is divided by, NaN where that is not known."""
    if spec.without:
        return _less(cells, spec)
    if spec.households:
        pairs = zip(cells["area"], cells["period"], strict=True)
        return cells.assign(whole=[households(area, period) for area, period in pairs])
    if spec.rate:
        total = cells[cells["part"].eq(spec.whole or spec.base)]
        whole = total["count"] / total["rate"].where(total["rate"].gt(0)) * spec.scale
        known = pd.Series(whole.to_numpy(), index=_index(total))
        return cells.assign(whole=known.reindex(_index(cells)).to_numpy())
    return cells


def _less(cells: pd.DataFrame, spec: ThemeSeries) -> pd.DataFrame:
    """What is left of the total without the named parts; unknown when one of them is."""
    table = cells.pivot(index=["area", "period"], columns="part", values="count")
    table = table.reindex(columns=[spec.base, *spec.without])
    rest = table[spec.base] - table[list(spec.without)].sum(axis=1, skipna=False)
    total = cells[cells["part"].eq(spec.base)]
    # Rounding can make the parts a little more than the total.
    left = rest.clip(lower=0).reindex(_index(total)).to_numpy()
    return total.assign(count=left, whole=total["count"])


def _index(cells: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(cells[["area", "period"]])


def _divides(spec: ThemeSeries) -> bool:
    return bool(spec.per or spec.households or spec.without)


def _own_rows(cells: pd.DataFrame, spec: ThemeSeries) -> pd.DataFrame:
    """One row per cell: the rate of CBS, the quotient, or the number itself."""
    whole = cells["whole"] if _divides(spec) else pd.Series(np.nan, index=cells.index)
    if spec.rate:
        value = cells["rate"]
    elif _divides(spec):
        value = cells["count"] / whole.where(whole.ge(max(spec.least, 1))) * spec.scale
    else:
        value = cells["count"]
    # Below the least whole the figure is left out; it is not "impossible", so the whole is left out too.
    known = value.notna()
    return pd.DataFrame(
        {
            "area": cells["area"],
            "period": cells["period"],
            **_labels(cells["part"], spec),
            "numerator": cells["count"].where(known),
            "denominator": whole.where(known),
            "value": value,
            "status": cells["status"],
        }
    )


def _group_rows(cells: pd.DataFrame, spec: ThemeSeries, code: str) -> pd.DataFrame:
    """Sums over the members of which both numbers are known; no row where that is none of them."""
    summed = [spec.base, *(spec.sums or spec.categories)]
    known = cells[cells["part"].isin(summed) & cells["count"].notna() & cells["whole"].gt(0)]
    known = known.assign(provisional=known["status"].eq("voorlopig"))
    sums = known.groupby(["period", "part"], as_index=False).agg(
        numerator=("count", "sum"), denominator=("whole", "sum"), provisional=("provisional", "any")
    )
    return pd.DataFrame(
        {
            "area": code,
            "period": sums["period"],
            **_labels(sums["part"], spec),
            "numerator": sums["numerator"],
            "denominator": sums["denominator"],
            "value": sums["numerator"] / sums["denominator"] * spec.scale,
            "status": np.where(sums["provisional"], "voorlopig", "definitief"),
        }
    )


def _labels(parts: pd.Series, spec: ThemeSeries) -> Mapping[str, pd.Series]:
    category = parts.map(lambda key: spec.categories.get(key, "")).astype("str")
    return {"dimension": category.where(category.eq(""), spec.dimension), "category": category}
