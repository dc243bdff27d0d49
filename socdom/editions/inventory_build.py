"""Put an inventory together from tables and files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from socdom.areas import level_of
from socdom.editions.inventory import Inventory, ListedFile, ListedIndicator, Table, TableRecord
from socdom.editions.model import FIGURE_KEY


class Listed(NamedTuple):
    """What `listed` needs of an indicator; see `ListedIndicator`."""

    id: str
    unit: str
    numbers: tuple[str, ...]
    tables: Sequence[Table]


def listed(indicators: Iterable[Listed], files: Iterable[ListedFile]) -> Inventory:
    """The inventory of these tables and files; lists of periods and areas that are the same are written once.

    A table without a period or without an area holds nothing and is left out.
    """
    periods, areas = _Lists(), _Lists()
    records = []
    for item in indicators:
        tables = tuple(
            TableRecord(
                level=table.level,
                dimension=table.dimension,
                categories=table.categories,
                periods=periods.name("jaar" if "Q" not in table.periods[0] else "kwartaal", table.periods),
                areas=areas.name(table.level, table.areas),
            )
            for table in item.tables
            if table.cells
        )
        records.append(ListedIndicator(id=item.id, unit=item.unit, numbers=item.numbers, tables=tables))
    return Inventory(
        periods=periods.by_name,
        areas=areas.by_name,
        indicators=tuple(records),
        files=tuple(sorted(files, key=lambda file: file.name)),
    )


class _Lists:
    """Lists under a name of their own: "wijk", and "wijk 2" for another list of wijken."""

    def __init__(self) -> None:
        self.by_name: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, dict[tuple[str, ...], str]] = {}

    def name(self, kind: str, values: tuple[str, ...]) -> str:
        known = self._known.setdefault(kind, {})
        name = known.setdefault(values, f"{kind} {len(known) + 1}" if known else kind)
        self.by_name[name] = values
        return name


def tables_of(rows: pd.DataFrame) -> tuple[Table, ...]:
    """Tables that together hold exactly the keys of these rows; for figures that others published.

    Areas with the same categories in the same periods share a table: another organisation may have an area in some
    years only.

    Args:
        rows: columns FIGURE_KEY, of one indicator.
    """
    seen: dict[tuple[str, str, str], dict[str, set[str]]] = {}
    for indicator, period, area, dimension, category in rows.loc[:, list(FIGURE_KEY)].itertuples(index=False):
        of_area = seen.setdefault((indicator, dimension, area), {})
        of_area.setdefault(category, set()).add(period)
    shared: dict[Table, list[str]] = {}
    for (indicator, dimension, area), categories in seen.items():
        alike: dict[tuple[str, ...], list[str]] = {}
        for category, periods in categories.items():
            alike.setdefault(tuple(sorted(periods)), []).append(category)
        for when, names in alike.items():
            table = Table(indicator, level_of(area), dimension, tuple(sorted(names)), when, ())
            shared.setdefault(table, []).append(area)
    return tuple(table._replace(areas=tuple(sorted(found))) for table, found in sorted(shared.items()))
