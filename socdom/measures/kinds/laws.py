"""Under which laws each person or household has help, from when to when: the rows that `Overlap` counts.

A person (or household) is with a law in a period when one of its rows is active in it: start ≤ last day and end ≥ first
day, or open. In a year the laws of all its quarters count together, so the sets of laws of a year are worked out
apart from those of the quarters.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.dates import quarter_numbers
from socdom.measures.dimensions.overlap import LAWS, combination
from socdom.measures.selection import Selection
from socdom.stats.sets_over_time import SetsOverTime, sets_over_time
from socdom.tables import Tables

Ints = NDArray[np.int64]

# Rows of each law, in the order of LAWS: bit k of a set is the law in place k.
ROWS_OF_LAWS = (
    Selection("provisions", {"law": "wmo"}),
    Selection("provisions", {"law": "jeugd"}),
    Selection("benefits"),
    Selection("debt_trajectories"),
)
_SETS = range(2 ** len(LAWS))
_LAWS_OF = [tuple(law for place, law in enumerate(LAWS) if number >> place & 1) for number in _SETS]
# Of each set: how many laws it holds, and its name in the breakdowns ("" for fewer than two).
SIZES = np.array([len(laws) for laws in _LAWS_OF])
NAMES = {
    "laws": [str(len(laws)) if len(laws) > 1 else "" for laws in _LAWS_OF],
    "combination": [combination(laws) if len(laws) > 1 else "" for laws in _LAWS_OF],
}
# What a stretch is for: the figures of quarters or those of years.
QUARTERLY, YEARLY = 0, 1


def stretches_of_laws(tables: Tables, of: str) -> pd.DataFrame:
    """The stretches of everybody with at least one law, for quarters and once more for years.

    Args:
        tables: with persons, and the tables of ROWS_OF_LAWS.
        of: "persons" or "households".

    Returns:
        columns unit, person (whose home counts), first, last (`Quarter.index`), members (the set: bit k for the law in
        place k), every (QUARTERLY or YEARLY), and a column for each breakdown in NAMES.
    """
    active: tuple[Ints, ...] = _active(tables)
    if of == "households":
        active = _of_households(tables.persons, active)
    unit, law, first, last = active
    quarters = sets_over_time(unit, law, first, last, len(LAWS))
    years = sets_over_time(unit, law, first // 4, last // 4, len(LAWS))
    rows = pd.concat([_frame(quarters, QUARTERLY, 1), _frame(years, YEARLY, 4)], ignore_index=True)
    person = rows["unit"].to_numpy()
    if of == "households":
        person = _first_persons(tables.persons, person)
    return rows.assign(person=person, **_named(rows["members"].to_numpy()))


def _active(tables: Tables) -> tuple[Ints, Ints, Ints, Ints]:
    """Person, number of the law, and first and last quarter of every row that has started."""
    parts = []
    for law, selection in enumerate(ROWS_OF_LAWS):
        table = getattr(tables, selection.table)
        rows = table.loc[selection.matches(table) & table["start"].notna(), ["person", "start", "end"]]
        first, last = quarter_numbers(rows["start"]), quarter_numbers(rows["end"])
        parts.append((rows["person"].to_numpy(), np.full(len(rows), law), first, last))
    person, number, first, last = (np.concatenate(column) for column in zip(*parts, strict=True))
    return person, number, first, last


def _of_households(persons: pd.DataFrame, active: tuple[Ints, ...]) -> tuple[Ints, ...]:
    """The same rows by household in place of person; who is not among the persons has no known household."""
    ordered = persons.sort_values("person")
    known, at = _found(ordered["person"].to_numpy(), active[0])
    return ordered["household"].to_numpy()[at], *(column[known] for column in active[1:])


def _first_persons(persons: pd.DataFrame, household: Ints) -> Ints:
    """Of each household, its person with the lowest number."""
    lowest = persons.groupby("household")["person"].min()
    _, at = _found(lowest.index.to_numpy(), household)
    return lowest.to_numpy()[at]


def _found(ordered: Ints, wanted: Ints) -> tuple[NDArray[np.bool_], Ints]:
    """Which of the wanted numbers occur, and the places of those."""
    at = np.searchsorted(ordered, wanted)
    known = at < len(ordered)
    known[known] = ordered[at[known]] == wanted[known]
    return known, at[known]


def _frame(sets: SetsOverTime, every: int, quarters_each: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit": sets.unit,
            "first": sets.first * quarters_each,
            "last": (sets.last + 1) * quarters_each - 1,
            "members": sets.members,
            "every": every,
        }
    )


def _named(members: Ints) -> dict[str, pd.Categorical]:
    """The names of sets in each breakdown."""
    columns = {}
    for column, names in NAMES.items():
        number, categories = pd.factorize(np.array(names))
        columns[column] = pd.Categorical.from_codes(number[members], categories)
    return columns
