"""The inventory: the one declared list of all that an edition publishes, made before there is a figure.

What is not on it is not written (`inventory_check`), cannot be chosen on a page and is not handed out as a file. It
says which figures exist, never what they are, so that a privacy officer can read it before the first run.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import product
from typing import NamedTuple

import pandas as pd
from pydantic import model_validator

from socdom.editions.model import FIGURE_KEY
from socdom.editions.record import Record

# Of the form of `inventory.json`; the first number goes up when a reader of the old form would misread the new one.
SCHEMA = "1.0"
FigureKey = tuple[str, str, str, str, str]


class Table(NamedTuple):
    """One published table: an indicator for areas of one level, as a whole or by one breakdown.

    Every period × area × category of it has a figure, if only to say that it is hidden or unknown.

    Attributes:
        level: "gemeente", "wijk", …
        dimension, categories: name of the breakdown and its categories; "" and ("",) for the whole.
        periods: quarters or years, ascending.
        areas: CBS codes.
    """

    indicator: str
    level: str
    dimension: str
    categories: tuple[str, ...]
    periods: tuple[str, ...]
    areas: tuple[str, ...]

    @property
    def cells(self) -> int:
        """How many figures it has."""
        return len(self.categories) * len(self.periods) * len(self.areas)

    def keys(self) -> Iterator[FigureKey]:
        """The key of every figure, as FIGURE_KEY."""
        for period, area, category in product(self.periods, self.areas, self.categories):
            yield self.indicator, period, area, self.dimension, category


class TableRecord(Record):
    """A table in `inventory.json`; `periods` and `areas` are names of lists of the inventory."""

    level: str
    dimension: str = ""
    categories: tuple[str, ...] = ("",)
    periods: str
    areas: str


class ListedIndicator(Record):
    """What is published of an indicator.

    Attributes:
        unit: as it stands at every figure.
        numbers: which of NUMBERS may be filled; of a median only the value.
        tables: none when there is no whole period yet.
    """

    id: str
    unit: str
    numbers: tuple[str, ...]
    tables: tuple[TableRecord, ...] = ()


class ListedFile(Record):
    """A file the edition may contain.

    Attributes:
        name: relative to the folder of the edition, with slashes.
        what: what is in it, a Dutch sentence part.
        offered: whether a reader can fetch it by its name.
    """

    name: str
    what: str
    offered: bool = False


class Inventory(Record):
    """All that an edition publishes.

    Attributes:
        schema_version: of the form of the file.
        periods, areas: lists that tables share, by name.
        indicators: in the order of the catalogue.
        files: what the folder may hold.
    """

    schema_version: str = SCHEMA
    periods: dict[str, tuple[str, ...]]
    areas: dict[str, tuple[str, ...]]
    indicators: tuple[ListedIndicator, ...]
    files: tuple[ListedFile, ...]

    @model_validator(mode="after")
    def _readable(self) -> Inventory:
        """Refuse a form this version cannot read, and a table that names a list there is not."""
        if self.schema_version.split(".")[0] != SCHEMA.split(".")[0]:
            raise ValueError("another schema")
        records = [record for indicator in self.indicators for record in indicator.tables]
        if any(r.periods not in self.periods or r.areas not in self.areas for r in records):
            raise ValueError("a list that is not there")
        return self

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every published table, with its periods and areas in full."""
        return tuple(
            Table(
                indicator.id,
                record.level,
                record.dimension,
                record.categories,
                self.periods[record.periods],
                self.areas[record.areas],
            )
            for indicator in self.indicators
            for record in indicator.tables
        )

    @cached_property
    def _wholes(self) -> dict[str, list[Table]]:
        """Indicator → its tables without a breakdown."""
        found: dict[str, list[Table]] = {indicator.id: [] for indicator in self.indicators}
        for table in self.tables:
            if not table.dimension:
                found[table.indicator].append(table)
        return found

    @cached_property
    def file_names(self) -> frozenset[str]:
        """Names of the files that may be there."""
        return frozenset(file.name for file in self.files)

    @cached_property
    def offered(self) -> frozenset[str]:
        """Names of the files that a reader can fetch."""
        return frozenset(file.name for file in self.files if file.offered)

    def keys(self) -> pd.MultiIndex:
        """The key of every figure there is, with the names of FIGURE_KEY."""
        return pd.MultiIndex.from_tuples(
            [key for table in self.tables for key in table.keys()], names=FIGURE_KEY
        )

    def shows(self, indicator: str, number: str) -> bool:
        """Whether one of NUMBERS is published of an indicator."""
        return any(number in item.numbers for item in self.indicators if item.id == indicator)

    def periods_of(self, indicator: str, area: str) -> tuple[str, ...]:
        """The periods of which there is a figure of a whole area, ascending; none for what is not listed."""
        tables = self._wholes.get(indicator, ())
        return tuple(sorted({period for t in tables if area in t.areas for period in t.periods}))

    def areas_of(self, indicator: str, level: str) -> tuple[str, ...]:
        """The areas of a level with a figure in the newest period there is of that level."""
        tables = [t for t in self._wholes.get(indicator, ()) if t.level == level]
        newest = max((period for t in tables for period in t.periods), default="")
        return tuple(sorted({area for t in tables if newest in t.periods for area in t.areas}))
