"""Who has help under more than one law in the same period.

A person (or household) is with a law in a period when one of its rows is active in it: start ≤ last day and end ≥ first
day, or open. In a year the laws of all its quarters count together, so the sets of laws of a year are worked out
apart from those of the quarters.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.measures.arranged import Arranged
from socdom.measures.dates import quarter_numbers
from socdom.measures.dimensions import Dimension
from socdom.measures.dimensions.overlap import LAWS, combination
from socdom.measures.kinds.checks import check_choices
from socdom.measures.kinds.rows import RowKind
from socdom.measures.partial import Counted, Partial
from socdom.measures.selection import Selection
from socdom.measures.spans import Spans
from socdom.measures.tally import Tally
from socdom.stats.running import count_running
from socdom.stats.sets_over_time import SetsOverTime, sets_over_time
from socdom.tables import Tables

Ints = NDArray[np.int64]

# Rows of each law, in the order of LAWS: bit k of a set is the law in place k.
_ROWS = (
    Selection("provisions", {"law": "wmo"}),
    Selection("provisions", {"law": "jeugd"}),
    Selection("benefits"),
    Selection("debt_trajectories"),
)
_SETS = range(2 ** len(LAWS))
_LAWS_OF = [tuple(law for place, law in enumerate(LAWS) if number >> place & 1) for number in _SETS]
# Of each set: how many laws it holds, and its name in the breakdowns ("" for fewer than two).
_SIZE = np.array([len(laws) for laws in _LAWS_OF])
_NAMES = {
    "laws": [str(len(laws)) if len(laws) > 1 else "" for laws in _LAWS_OF],
    "combination": [combination(laws) if len(laws) > 1 else "" for laws in _LAWS_OF],
}
# What a stretch is for: the figures of quarters or those of years.
_QUARTERLY, _YEARLY = 0, 1


@dataclass(frozen=True)
class Overlap(RowKind):
    """Persons or households with at least a number of laws at once: Wmo, jeugd, participatie, schulden.

    The household of everybody is the one in `persons`; it lives where its person with the lowest number lives.

    Attributes:
        of: persons or households.
        at_least: number of laws, from 2 up to and including 4.
        share: whether the figure is their part in everybody with at least one law, or their number.
    """

    of: str = "persons"
    at_least: int = 2
    share: bool = False

    levels = ("gemeente", "wijk")

    def __post_init__(self) -> None:
        check_choices(
            "Overlap",
            {
                "of": (self.of, ("persons", "households")),
                "at_least": (self.at_least, tuple(range(2, len(LAWS) + 1))),
            },
        )

    @property
    def name(self) -> str:
        return "aandeel met hulp uit meer wetten" if self.share else "hulp uit meer wetten"

    @property
    def method(self) -> str:
        return "aandeel_stapeling/1" if self.share else "stapeling/1"

    @property
    def protection(self) -> str:
        return "aandeel" if self.share else "personen"

    @property
    def takes_denominator(self) -> bool:
        return not self.share

    @property
    def table(self) -> str:
        return "provisions"

    @property
    def ages(self) -> None:
        """Everybody."""
        return None

    def fits(self, dimension: Dimension) -> bool:
        """By number or combination of laws, of the total that these add up to."""
        return dimension.column in _NAMES and self.at_least == 2 and not self.share

    @property
    def needs(self) -> tuple[Selection, ...]:
        return _ROWS

    def prepare(self, tables: Arranged) -> pd.DataFrame:
        """One row for each stretch of quarters in which a unit has one set of laws, and the same for years."""
        rows = tables.kept(("overlap", self.of), lambda: _sets(tables, self.of))
        enough = _SIZE[rows["members"]] >= (1 if self.share else self.at_least)
        return rows[enough].reset_index(drop=True)

    def spans(self, rows: pd.DataFrame) -> Spans:
        columns = ("unit", "person", "first", "last", "every")
        return Spans(np.arange(len(rows)), *(rows[name].to_numpy() for name in columns))

    def in_years(self, spans: Spans) -> Spans:
        """The stretches that were made for years, numbered in years."""
        years = super().in_years(spans.take(spans.value == _YEARLY))
        return replace(years, value=np.full(len(years), _QUARTERLY))

    def partial(self, counted: Counted) -> Partial:
        size = _SIZE[counted.rows["members"].to_numpy()[counted.spans.row]]
        mine = counted.spans.value == _QUARTERLY
        counts = {"several": _running(counted, mine & (size >= self.at_least))}
        if self.share:
            counts["any"] = _running(counted, mine)
        return Partial(counts)

    def tally(self, partial: Partial, shape: tuple[int, int]) -> Tally:
        several = partial.counts["several"]
        return Tally.of_share(several, partial.counts["any"]) if self.share else Tally.of_counts(several)


def _sets(tables: Tables, of: str) -> pd.DataFrame:
    """The stretches of everybody with at least one law."""
    active = _active(tables)
    if of == "households":
        active = _of_households(tables.persons, active)
    quarters = sets_over_time(*active, len(LAWS))
    unit, law, first, last = active
    years = sets_over_time(unit, law, first // 4, last // 4, len(LAWS))
    rows = pd.concat([_frame(quarters, _QUARTERLY, 1), _frame(years, _YEARLY, 4)], ignore_index=True)
    person = rows["unit"].to_numpy()
    if of == "households":
        person = _first_persons(tables.persons, person)
    return rows.assign(person=person, **_named(rows["members"].to_numpy()))


def _active(tables: Tables) -> tuple[Ints, Ints, Ints, Ints]:
    """Person, number of the law, and first and last quarter of every row that has started."""
    parts = []
    for law, selection in enumerate(_ROWS):
        table = getattr(tables, selection.table)
        rows = table.loc[selection.matches(table) & table["start"].notna(), ["person", "start", "end"]]
        first, last = quarter_numbers(rows["start"]), quarter_numbers(rows["end"])
        parts.append((rows["person"].to_numpy(), np.full(len(rows), law), first, last))
    return tuple(np.concatenate(column) for column in zip(*parts, strict=True))


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
    for column, names in _NAMES.items():
        number, categories = pd.factorize(np.array(names))
        columns[column] = pd.Categorical.from_codes(number[members], categories)
    return columns


def _running(counted: Counted, where: NDArray[np.bool_]) -> Ints:
    spans = counted.spans.take(where)
    return count_running(counted.group[where], spans.first, spans.last, counted.shape)
