"""The themes of `bronnen.cbs`: which tables of CBS to fetch, and which series follow from what was fetched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import pandas as pd

from socdom import dutch
from socdom.areas import Area, reference_code
from socdom.errors import DeliveryError, Fault
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.errors import FETCH
from socdom.sources.cbs.regions import area, region_dimension, wants_parts, within
from socdom.sources.cbs.snapshot import Snapshot, days_of, newest
from socdom.sources.cbs.themes_cells import (
    OTHER_BORDERS,
    cells_of,
    column_of,
    comparable_parts,
    later_first,
    measure,
    newest_names,
)
from socdom.sources.cbs.themes_kwb import ThemeKwb
from socdom.sources.cbs.themes_requests import requests_for
from socdom.sources.cbs.themes_series import series_rows
from socdom.sources.cbs.themes_tables import THEMES, Theme, ThemeSeries, ThemeTable
from socdom.sources.open_data import NO_OPEN_DATA, OpenData, collected, members_of
from socdom.sources.reference_group import BY_CLASS

__all__ = ["THEMES", "read_themes", "requests_for"]


def read_themes(
    store: Path, gemeente: str, themes: Iterable[str], comparison: Vergelijking = BY_CLASS
) -> OpenData:
    """Read the series of the themes from the newest snapshots; the network is not used.

    Series: see `themes_tables.THEMES`. Periods are years ("2020") or quarters ("2020Q4": the last month of it).
    A cell that CBS leaves empty or hides is `ontbreekt`, never 0. A table that was not fetched leaves a gap, which
    a note tells.

    Args:
        store: folder with snapshots.
        gemeente: CBS code.
        themes: names of `bronnen.cbs`.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: nothing of a theme was fetched, a snapshot is damaged, or a table has another form than it
            had; all faults at once.
    """
    parts: list[OpenData] = []
    faults: list[Fault | str] = []
    kwb = ThemeKwb(store, gemeente, comparison)
    for name in sorted(set(themes)):
        try:
            parts.append(_read_theme(store, gemeente, name, kwb))
        except DeliveryError as error:
            faults.extend(fault for fault in error.faults if fault not in faults)
    if faults:
        raise DeliveryError(faults)
    return _together(parts, kwb, gemeente)


def _read_theme(store: Path, gemeente: str, name: str, kwb: ThemeKwb) -> OpenData:
    theme = THEMES[name]
    there = [table for table in theme.tables if days_of(store, table.table)]
    if not there:
        tables = dutch.listing([table.table for table in theme.tables])
        raise DeliveryError(
            Fault(
                f"bronnen.cbs, {name}",
                f"van dit thema is geen tabel opgehaald; het gaat om {tables}",
                remedy=FETCH,
            )
        )
    snapshots = [newest(store, table.table) for table in there]
    faults: list[Fault | str] = []
    cells: list[pd.DataFrame] = []
    for table, snapshot in zip(there, snapshots, strict=True):
        try:
            wants_parts(snapshot, region_dimension(snapshot), gemeente)
            cells.append(_cells(snapshot, table, theme))
        except DeliveryError as error:
            faults.extend(error.faults)
    if faults:
        raise DeliveryError(faults)
    parts = [_series(cells, spec, snapshots, gemeente, kwb) for spec in theme.series]
    series = collected([rows for rows, _, _ in parts])
    borders = [OTHER_BORDERS] if any(left for _, _, left in parts) else []
    names = newest_names(snapshots)
    return OpenData(
        series=series,
        areas=_areas(series, names, gemeente),
        files=tuple(path for snapshot in snapshots for path in snapshot.files),
        notes=(*_notes(snapshots, there, theme), *_gaps(theme, there), *_breaks(theme, cells), *borders),
        members=members_of([rows.assign(name=rows["area"].map(names)) for _, rows, _ in parts]),
    )


def _cells(snapshot: Snapshot, table: ThemeTable, theme: Theme) -> pd.DataFrame:
    """Cells of a table with one column per number of each series: "<series> count", "… rate" and "… whole"."""
    cells = cells_of(snapshot, table, theme)
    added = {}
    for spec in theme.series:
        added[f"{spec.name} count"] = cells[measure(snapshot, spec.count)]
        if spec.rate:
            added[f"{spec.name} rate"] = cells[_rate(snapshot, spec)]
        if spec.per and (per := column_of(snapshot, spec.per)):
            added[f"{spec.name} whole"] = cells[per]
    kept = ["area", "period", "part", "status", "table", "changed"]
    return pd.concat([cells[kept], pd.DataFrame(added)], axis=1)


def _rate(snapshot: Snapshot, spec: ThemeSeries) -> str:
    return column_of(snapshot, spec.rate, counted=False) or measure(snapshot, spec.rate)


def _series(
    cells: Sequence[pd.DataFrame],
    spec: ThemeSeries,
    snapshots: Sequence[Snapshot],
    gemeente: str,
    kwb: ThemeKwb,
) -> tuple[pd.DataFrame, pd.DataFrame, bool]:
    """Rows of a series, those of the members, and whether something of a wijk or buurt was left out for its border."""
    count = f"{spec.name} count"
    every = later_first(list(cells), [count])
    rows = comparable_parts(every)
    # Of other municipalities nothing is shown.
    left_out = within(every["area"], gemeente).sum() > within(rows["area"], gemeente).sum()
    numbers = {
        name: rows[f"{spec.name} {name}"] if f"{spec.name} {name}" in rows else np.nan
        for name in ("count", "rate", "whole")
    }
    members: tuple[str, ...] = ()
    if spec.grouped:
        gone = {key for snapshot in snapshots for key in snapshot.abolished(region_dimension(snapshot))}
        members = tuple(code for code in kwb.group[0] if code not in gone)
    tidy = rows[["area", "period", "part", "status"]].assign(**numbers)
    rows, of_members = series_rows(tidy, spec, gemeente, members, kwb.households)
    return rows, of_members, bool(left_out)


def _areas(series: pd.DataFrame, names: dict[str, str], gemeente: str) -> tuple[Area, ...]:
    group = reference_code(gemeente)
    codes = sorted(set(series["area"]))
    return tuple(
        Area(group, "Vergelijkbare gemeenten", "referentie")
        if code == group
        else area(code, names.get(code, code))
        for code in codes
    )


def _notes(snapshots: Sequence[Snapshot], there: Sequence[ThemeTable], theme: Theme) -> list[str]:
    """Where the figures come from: a sentence per table, or one for tables that each are of one year."""
    if all(table.first == table.last for table in there) and len(there) > 1:
        tables = [
            f"{snapshot.table} ({table.first}; {snapshot.age})"
            for table, snapshot in zip(there, snapshots, strict=True)
        ]
        ages = {snapshot.age for snapshot in snapshots}
        if len(ages) == 1:
            tables = [f"{table.table} ({table.first})" for table in there]
        when = f", {ages.pop()}" if len(ages) == 1 else ""
        return [
            f"De cijfers over {theme.label} komen uit tabellen van het CBS met de titel „{_title(snapshots)}”: "
            f"{dutch.listing(tables)}{when}. Licentie: {snapshots[0].licence}."
        ]
    return [
        f"De cijfers over {theme.label} komen uit tabel {snapshot.table} van het CBS, „{snapshot.title.strip()}”, "
        f"{snapshot.age}. Licentie: {snapshot.licence}."
        for snapshot in snapshots
    ]


def _title(snapshots: Sequence[Snapshot]) -> str:
    """Title of the newest table, without its year."""
    return re.sub(r",? \d{4}$", "", snapshots[-1].title.strip())


def _gaps(theme: Theme, there: Sequence[ThemeTable]) -> list[str]:
    """A sentence about the tables that were not fetched, between the first and the last that were."""
    first, last = there[0].first, there[-1].first
    absent = [t for t in theme.tables if t not in there and first < t.first < last]
    if not absent:
        return []
    tables = dutch.listing([f"{t.table} ({t.first})" for t in absent])
    return [f"Niet opgehaald over {theme.label}: {tables}. Die cijfers ontbreken."]


def _breaks(theme: Theme, cells: Sequence[pd.DataFrame]) -> list[str]:
    """A sentence where one table goes on with what another began, and CBS counts a little differently."""
    if len(theme.tables) < 2 or all(table.first == table.last for table in theme.tables):
        return []
    counts = [f"{spec.name} count" for spec in theme.series]
    rows = later_first(list(cells), counts)
    first = rows.groupby("table", sort=False)["period"].min().sort_values()
    return [
        f"Vanaf {period} komen de cijfers over {theme.label} uit een andere tabel ({table}). Het CBS telt daarin "
        "niet precies hetzelfde. Vergelijk de jaren ervoor en erna niet met elkaar."
        for table, period in list(first.items())[1:]
    ]


def _together(parts: Sequence[OpenData], kwb: ThemeKwb, gemeente: str) -> OpenData:
    if not parts:
        return NO_OPEN_DATA
    areas = {area.code: area for part in parts for area in part.areas}
    files = {path for part in parts for path in part.files}
    files |= {path for snapshot in kwb.snapshots.values() for path in snapshot.files}
    return OpenData(
        series=pd.concat([part.series for part in parts], ignore_index=True),
        areas=tuple(areas[code] for code in sorted(areas)),
        files=tuple(sorted(files)),
        reference=kwb.group[1] if reference_code(gemeente) in areas else "",
        notes=(*(note for part in parts for note in part.notes), *kwb.notes),
        members=members_of([part.members for part in parts]),
    )
