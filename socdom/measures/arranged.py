"""Tables as the engine goes through them: arranged once, so that every indicator after that is quick."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.selection import Selection
from socdom.stats.packing import pack
from socdom.tables import COLUMNS, Tables
from socdom.tables.model import PERSON_TABLES

Ints = NDArray[np.int64]

# Indicators of one theme come together and ask for the same rows; more would only fill the memory.
_KEPT = 8


@dataclass(frozen=True)
class Arranged(Tables):
    """The tables with the same rows, of which the tables with persons are arranged for counting.

    Persons are numbered from 0 in the order of their identifiers, in all tables alike; rows are in order of
    person, and within a person in the order of delivery; codes are categorical.
    """

    _kept: OrderedDict[object, pd.DataFrame] = field(default_factory=OrderedDict, repr=False, compare=False)

    @classmethod
    def of(cls, tables: Tables) -> Arranged:
        """Arrange the tables; those that are given stay as they are."""
        if isinstance(tables, Arranged):
            return tables
        given = {name: getattr(tables, name) for name in COLUMNS}
        filled = [name for name in PERSON_TABLES if len(given[name])]
        numbers = _numbered([given[name]["person"].to_numpy() for name in filled])
        arranged = {
            name: _arranged(given[name], number) for name, number in zip(filled, numbers, strict=True)
        }
        return cls(**given | arranged)

    def selected(self, selection: Selection) -> pd.DataFrame:
        """The rows of a selection, numbered from 0; not to be changed, because they can be asked for again."""
        key = (selection.table, repr(sorted(selection.where.items())), selection.new_only)
        return self.kept(key, lambda: selection.rows(getattr(self, selection.table)))

    def kept(self, key: tuple[object, ...], make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """What was made under this key before, or else made now; only the last few are kept."""
        if key not in self._kept:
            self._kept[key] = make()
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]


def _numbered(columns: list[Ints]) -> list[Ints]:
    """The number of each identifier in the order of all identifiers, column by column."""
    if not columns:
        return []
    number, names = pd.factorize(np.concatenate(columns))
    rank = np.empty(len(names), dtype=np.int64)
    rank[np.argsort(names)] = np.arange(len(names))
    return np.split(rank[number], np.cumsum([len(column) for column in columns])[:-1])


def _arranged(table: pd.DataFrame, person: Ints) -> pd.DataFrame:
    codes = {name: table[name].astype("category") for name in table.columns[table.dtypes == "str"]}
    table = table.assign(person=person, **codes)
    if (person[1:] >= person[:-1]).all():
        return table
    # The place in the last digits: one plain sort gives the order, and is quicker than sorting places.
    order = np.sort(pack(person, np.arange(len(person)), len(person))) % len(person)
    return table.take(order).reset_index(drop=True)
