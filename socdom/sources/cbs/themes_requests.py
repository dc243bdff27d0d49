"""What is to be fetched of CBS for the themes and the Kerncijfers of a municipality."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socdom.parameters.bronnen import Bronnen
from socdom.sources.cbs.regions import (
    ABROAD_INCLUDED,
    HOUSEHOLDS,
    INHABITANTS,
    KWB_REGION,
    KWB_TABLES,
    URBANITY,
)
from socdom.sources.cbs.request import PERIODS, TableRequest
from socdom.sources.cbs.themes_tables import THEMES, Theme
from socdom.sources.open_data import LAND

# Years of months that are fetched: the year of today and these before it. Each month has all municipalities.
_MONTHLY_YEARS = 6
_CLASS_COLUMNS = (INHABITANTS, HOUSEHOLDS, URBANITY)


def requests_for(gemeente: str, bronnen: Bronnen, today: date) -> list[TableRequest]:
    """What is to be fetched for a municipality, by table.

    Of the tables of a theme: the municipality (its wijken and buurten where the table has them), Nederland, and all
    other municipalities, because which of them are comparable is only known from KWB. Of KWB: the years of
    `bronnen.kwb` whole, and for themes three columns of municipalities (size, urbanity and households) of the last
    two years, or of as many years as months are fetched of where a series is divided by households.

    Args:
        gemeente: CBS code ("GM0766").
        bronnen: the sources of the municipality.
        today: decides which years there can be.
    """
    found = [
        request for name in sorted(set(bronnen.cbs)) for request in _of_theme(THEMES[name], gemeente, today)
    ]
    whole = set(bronnen.kwb)
    for year in sorted((whole | _class_years(bronnen, today)) & set(KWB_TABLES)):
        found.append(_kwb_request(KWB_TABLES[year], gemeente, whole=year in whole))
    return found


def _class_years(bronnen: Bronnen, today: date) -> set[int]:
    """Years of KWB that themes need; that of a year appears in the summer of that year at the earliest."""
    themes = [THEMES[name] for name in bronnen.cbs if THEMES[name].municipalities]
    if not themes:
        return set()
    years = {year for year in KWB_TABLES if year < today.year}
    if any(spec.households for theme in themes for spec in theme.series):
        since = today.year - _MONTHLY_YEARS
        return {year for year in years if year >= since}
    return set(sorted(years)[-2:])


def _of_theme(theme: Theme, gemeente: str, today: date) -> Iterable[TableRequest]:
    since = today.year - _MONTHLY_YEARS if theme.per_quarter else 0
    for table in theme.tables:
        if table.first > today.year or (theme.per_quarter and table.last < since):
            continue
        keys = {theme.region: _regions(theme, gemeente)}
        keys |= {name: (key,) for name, key in theme.totals.items()}
        if theme.per_quarter:
            keys[PERIODS] = _quarter_ends(max(table.first, since), min(table.last, today.year))
        if table.parts and theme.asked:
            keys[table.parts] = theme.asked
        yield TableRequest(
            table.table,
            keys=keys,
            periods=(theme.kind,),
            since=max(table.first, since),
            measures=theme.measures,
        )


def _quarter_ends(first: int, last: int) -> tuple[str, ...]:
    """The last month of each quarter, as CBS writes it."""
    return tuple(f"{year}MM{month:02}" for year in range(first, last + 1) for month in (3, 6, 9, 12))


def _regions(theme: Theme, gemeente: str) -> tuple[str, ...]:
    parts = tuple(f"{level}{gemeente[2:]}*" for level in theme.levels if level != "GM")
    own = "GM*" if theme.municipalities else gemeente
    # Tables per wijk have NL00 beside NL01, or no country at all.
    return (LAND.code, own, *parts)


def _kwb_request(table: str, gemeente: str, *, whole: bool) -> TableRequest:
    parts = (f"WK{gemeente[2:]}*", f"BU{gemeente[2:]}*") if whole else ()
    return TableRequest(
        table,
        keys={KWB_REGION: (ABROAD_INCLUDED, "GM*", *parts)},
        measures=() if whole else _CLASS_COLUMNS,
    )
