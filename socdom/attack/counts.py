"""What a number counts, written so that two numbers can be laid side by side.

Everything here follows from what the definitions of counting say (ARCHITECTURE.md and `catalogue.json`); nothing of the
engine is asked. Two figures with an equal `Count` are the same number; `at_most` says when one can never be more.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

Codes = frozenset[str]
Where = tuple[tuple[str, Codes], ...]
Ages = tuple[float, float]
EVERYBODY: Ages = (0, float("inf"))
# Help is joined over gaps of so many days where only its beginning counts (`Chosen.new_only`).
GAP_DAYS = 90
# Dates of a row of which the second is never before the first, in every table.
IN_ORDER = (("start", "end"), ("registered", "start"), ("received", "decided"), ("received", "contacted"))
# With at least so many days between two episodes nobody begins, or ends, twice in a quarter.
_APART = 90
_TABLE_OF_LAWS = ("provisions", "benefits", "debt_trajectories")


@dataclass(frozen=True)
class Count:
    """What is counted.

    Attributes:
        every: "kwartaal" or "jaar".
        what: active (at any moment of the period), stock (on its last day), open (begun and not finished on the last
            day), beyond (open and older than a number of days), event (a date in the period), finished (both
            dates known, the second in the period), within (finished in a number of days), inflow, outflow and reentry
            (episodes of help), stay (in such an episode on the last day), overlap (help under several laws),
            amount (euros), change (euros more than a year earlier), difference (the rest of a share), or own (of
            an indicator without a definition).
        unit: persons, households, rows or euros.
        setting: dates and numbers of days that belong to `what`.
        table: where the rows stand.
        where: column → codes, a row must meet all; sorted by column.
        joined: the unit, gap and rows that were joined into episodes before a part was taken; () when none were.
        ages: first and last age on the first day of the period.
    """

    every: str
    what: str
    unit: str
    setting: tuple[Any, ...]
    table: str
    where: Where = ()
    joined: tuple[object, ...] = ()
    ages: Ages = EVERYBODY

    def codes(self, column: str) -> Codes | None:
        """The codes of a column that count; None for all."""
        return dict(self.where).get(column)

    def without(self, column: str) -> Count:
        """The same without a limit on a column, or on "ages"."""
        if column == "ages":
            return replace(self, ages=EVERYBODY)
        return replace(self, where=tuple(item for item in self.where if item[0] != column))

    def only(self, column: str, codes: Codes) -> Count:
        """The part with these codes of a column."""
        known = self.codes(column)
        kept = codes if known is None else known & codes
        return replace(self, where=tuple(sorted({**dict(self.where), column: kept}.items())))

    def aged(self, ages: Ages) -> Count:
        """The part of these ages."""
        return replace(self, ages=(max(self.ages[0], ages[0]), min(self.ages[1], ages[1])))

    @property
    def parts_add_up(self) -> bool:
        """Whether everything counted has one code of every column, so that parts by a column add up."""
        return self.unit in ("rows", "euros") or self.what == "overlap"

    @property
    def one_home(self) -> bool:
        """Whether everything counted has one age and one home in a period, so that ages and areas add up."""
        return self.unit != "households" or self.what == "overlap"


def rows_within(part: Count, whole: Count) -> bool:
    """Whether all rows of one count are rows of the other."""
    if part.table != whole.table or (whole.joined and whole.joined != part.joined):
        return False
    mine = dict(part.where)
    if any(column not in mine or not mine[column] <= codes for column, codes in whole.where):
        return False
    return whole.ages[0] <= part.ages[0] and part.ages[1] <= whole.ages[1]


def at_most(part: Count, whole: Count) -> bool:
    """Whether the first count is never more than the second, in the same period and area."""
    if part.every != whole.every or part == whole:
        return False
    if whole.what == "overlap" and part.what != "overlap":
        return whole.codes("wetten") is None and _of_one_law(part, whole)
    if not rows_within(part, whole):
        return False
    return _same_way(part, whole) or _another_way(part, whole)


def is_present(count: Count) -> bool:
    """Whether it counts persons, each of whom is active in the period, and each once."""
    once = count.every == "kwartaal" and count.what in ("inflow", "outflow") and count.setting[0] >= _APART
    dated = count.what == "event" and count.setting in (("start",), ("end",))
    return count.unit == "persons" and (count.what in ("active", "stock") or once or dated)


def _of_one_law(part: Count, whole: Count) -> bool:
    """Who is active under one law is among those with help under any."""
    return whole.unit == "persons" and part.table in _TABLE_OF_LAWS and is_present(part)


def _same_way(part: Count, whole: Count) -> bool:
    """The same way of counting over fewer rows, with a stricter limit of days, or by unit instead of by row."""
    if part.what != whole.what or part.what in ("amount", "change", "difference", "own"):
        return False
    units = part.unit == whole.unit or whole.unit == "rows"
    if part.what in ("beyond", "within", "reentry") and part.setting[:-1] == whole.setting[:-1]:
        mine, other = part.setting[-1], whole.setting[-1]
        return units and (mine >= other if part.what == "beyond" else mine <= other)
    return units and part.setting == whole.setting


def _another_way(part: Count, whole: Count) -> bool:
    """One way of counting that another can never exceed."""
    way, units = (part.what, whole.what), part.unit == whole.unit or whole.unit == "rows"
    if way == ("stock", "open"):
        return whole.setting == ("start", "end")
    if way == ("stock", "stay"):
        return units
    if whole.what == "active":
        return is_present(part)
    if way == ("beyond", "open"):
        return part.setting[:2] == whole.setting
    if way == ("within", "finished"):
        return part.setting[:2] == whole.setting
    if way in (("within", "event"), ("finished", "event")):
        return whole.setting == part.setting[1:2] and whole.unit == "rows"
    if way == ("reentry", "inflow"):
        return units and part.setting[:1] == whole.setting
    if way in (("inflow", "event"), ("outflow", "event")):
        day = "start" if part.what == "inflow" else "end"
        once = whole.unit == "rows" or (part.every == "kwartaal" and part.setting[0] >= _APART)
        return whole.setting == (day,) and units and once
    return False
