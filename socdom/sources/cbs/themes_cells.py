"""One table of a theme → its cells: a number per area, period and part, for the total of everything else."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd

from socdom.areas import is_area_code
from socdom.errors import DeliveryError, Fault
from socdom.sources.cbs.errors import CHANGED
from socdom.sources.cbs.regions import area_codes, names_of, region_dimension
from socdom.sources.cbs.request import PERIODS, period_of, quarter_of, stem_of
from socdom.sources.cbs.snapshot import Snapshot
from socdom.sources.cbs.themes_tables import Theme, ThemeTable

KEYS = ["area", "period", "part"]
# In tables per wijk: beside the year before, the code is another one (2) or the border is (3). What stood under this
# code before was of another area, or of another border: they cannot be compared.
CHANGE, _OTHER = "Indelingswijziging", ("2", "3")
OTHER_BORDERS = (
    "Kreeg een wijk of buurt een andere grens of code, of is dat over een jaar niet bekend? Dan staan hier alleen de "
    "cijfers van daarna. Wijken en buurten die er niet meer zijn, staan hier niet."
)


def cells_of(snapshot: Snapshot, table: ThemeTable, theme: Theme) -> pd.DataFrame:
    """The rows of a table that count, with the columns of the table behind their own.

    Returns:
        Columns `area` (code; Nederland is NL01), `period` ("2020" or "2020Q4"), `part` (key in the dimension that
        splits the table, "" without one), `status`, `table`, `changed` (a new border), and every measure of
        the table under its name in `Snapshot.measures`. Half-years, months that end no quarter, and regions that
        are no gemeente, wijk, buurt or Nederland are left out. One row per area, period and part.

    Raises:
        DeliveryError: a dimension or the total of one is missing; all faults at once.
    """
    region = region_dimension(snapshot)
    rows = _totals(snapshot, {region, PERIODS, table.parts} - {""}, theme)
    rows = rows.assign(
        area=area_codes(rows[region]),
        period=_periods(rows[PERIODS], theme),
        part=rows[table.parts] if table.parts else "",
        status=np.where(rows[PERIODS].isin(snapshot.provisional()), "voorlopig", "definitief"),
        table=snapshot.table,
        changed=new_borders(rows),
    )
    years = rows["period"].str[:4].where(rows["period"].ne(""), "0").astype(int)
    known = rows["area"].isin([code for code in rows["area"].unique() if is_area_code(code)])
    rows = rows[known & years.between(table.first, table.last)]
    return rows.drop_duplicates(KEYS, keep="last").reset_index(drop=True)


def column_of(snapshot: Snapshot, stems: Iterable[str], *, counted: bool = True) -> str:
    """Name of the column of a measure, "" when the table has none of the stems.

    In tables per wijk one stem stands for a number and for a share. The number comes first, and its unit is "aantal".

    Args:
        stems: names without the number at the end, the best first.
        counted: whether a number of persons, households or payments is wanted, and no share of them.
    """
    measures = snapshot.measures
    for stem in stems:
        found = measures[measures["key"].map(stem_of).eq(stem)]
        numbers = found[found["unit"].fillna("").str.strip().str.lower().str.startswith("aantal")]
        best = numbers if counted and len(numbers) else found
        if len(best):
            return str(best["stem"].iloc[0])
    return ""


def measure(snapshot: Snapshot, stems: tuple[str, ...]) -> str:
    """As `column_of`, for a measure that must be there.

    Raises:
        DeliveryError: naming the table and the measure.
    """
    found = column_of(snapshot, stems)
    if not found:
        raise DeliveryError(
            Fault(
                f"CBS {snapshot.table}",
                f"een kolom {' of '.join(stems)}; wel gevonden: {', '.join(snapshot.measures['stem'])}",
                remedy=CHANGED,
            )
        )
    return found


def _totals(snapshot: Snapshot, kept: set[str], theme: Theme) -> pd.DataFrame:
    """Rows of the total of every dimension that is not kept."""
    rows, faults = snapshot.observations, []
    for name in sorted(kept - set(snapshot.dimensions)):
        has = ", ".join(snapshot.dimensions)
        faults.append(Fault(f"CBS {snapshot.table}", f"een indeling {name}, gevonden: {has}", remedy=CHANGED))
    for name in [name for name in snapshot.dimensions if name not in kept]:
        total = theme.totals.get(name) or _total_key(snapshot, name)
        if rows[name].eq(total).any():
            rows = rows[rows[name].eq(total)]
        elif len(rows):
            rule = f"een totaal in de indeling {name}"
            faults.append(Fault(f"CBS {snapshot.table}", rule, remedy=CHANGED))
    if faults:
        raise DeliveryError(faults)
    return rows


def _total_key(snapshot: Snapshot, dimension: str) -> str:
    """The key whose title says "totaal"; "" when there is none, or more than one that could be meant."""
    codes = snapshot.codes(dimension)
    titles = codes["title"].str.strip().str.casefold()
    for found in (codes["key"][titles.eq("totaal")], codes["key"][titles.str.contains(r"\btotaal\b")]):
        if len(found) == 1:
            return str(found.iloc[0])
    return ""


def _periods(keys: pd.Series, theme: Theme) -> pd.Series:
    """Period of socdom, "" for what is none: half-years, and months within a quarter."""
    found = {}
    for key in keys.unique():
        period, quarter = period_of(key), quarter_of(key)
        if theme.per_quarter:
            found[key] = str(quarter) if quarter is not None else ""
        else:
            found[key] = str(period.year) if period is not None and period.kind == "JJ" else ""
    return keys.map(found).astype("str")


def new_borders(rows: pd.DataFrame) -> pd.Series:
    """Whether CBS says that the border or the code of an area differs from the year before."""
    name = next((name for name in rows.columns if name.startswith(CHANGE)), "")
    if not name:
        return pd.Series(False, index=rows.index)
    return rows[name].astype("str").str.strip().str.removesuffix(".0").isin(_OTHER)


def later_first(cells: list[pd.DataFrame], numbers: list[str]) -> pd.DataFrame:
    """Cells of all tables of a theme; of a year in two tables those of the later one, if it has figures of it.

    Args:
        cells: per table, oldest first.
        numbers: names of columns; a period without any number in them does not replace an earlier table.
    """
    kept: list[pd.DataFrame] = []
    for frame in cells:
        known = frame[[n for n in numbers if n in frame]].notna().any(axis=1)
        filled = set(frame["period"][known].unique())
        kept = [earlier[~earlier["period"].isin(filled)] for earlier in kept]
        told = {period for earlier in kept for period in earlier["period"].unique()}
        kept.append(frame[~frame["period"].isin(told - filled)])
    return pd.concat(kept, ignore_index=True) if kept else pd.DataFrame(columns=KEYS)


def comparable_parts(cells: pd.DataFrame) -> pd.DataFrame:
    """Without wijken and buurten that are gone, and without what they had before their border changed.

    Nor what they had before a year that is not there: whether a border changed in that year is not known.

    Args:
        cells: columns `area`, `period` and `changed`, and others.
    """
    parts = cells["area"].str[:2].isin(["WK", "BU"])
    if not parts.any():
        return cells
    years = cells["period"].str[:4].astype(int)
    newest = years[parts].max()
    now = set(cells["area"][parts & years.eq(newest)].unique())
    changed = parts & cells["changed"].astype(bool)
    since = years[changed].groupby(cells["area"][changed]).max()
    first = cells["area"].map(since).fillna(0).clip(lower=_unbroken_from(years[parts]))
    return cells[~parts | (cells["area"].isin(now) & years.ge(first))]


def _unbroken_from(years: pd.Series) -> int:
    """First of the years that follow each other without a gap up to the newest."""
    known = set(years.unique())
    first = max(known)
    while first - 1 in known:
        first -= 1
    return first


def newest_names(snapshots: list[Snapshot]) -> dict[str, str]:
    """Code → name, as the newest table writes it.

    Args:
        snapshots: oldest table first.
    """
    names: dict[str, str] = {}
    for snapshot in snapshots:
        names |= names_of(snapshot, region_dimension(snapshot))
    return names
