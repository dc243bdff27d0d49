"""The cases of a team on a day, as counts: who has help, what is open, what ends. Person-level zone.

Exact and unprotected, because a team works with its own cases. No row of a person leaves this module.

A case runs on a day when it began on or before it and ends after it, or is open, as in
`socdom.measures.kinds.stock.Stock`. A client belongs to the wijk of the last address known on the day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from socdom.areas import Area
from socdom.indicators import catalogue
from socdom.measures.code_labels import code_labels
from socdom.measures.kinds.open_cases import OpenBeyond
from socdom.measures.kinds.share import ShareWithin
from socdom.measures.regions import Regions
from socdom.measures.selection import administrative
from socdom.parameters.teams import Team
from socdom.tables import Tables

# Law → its table of help, and what a row of a table without kinds is called.
_TABLE = {"participatie": "benefits", "schulden": "debt_trajectories"}
_KIND = {"participatie": "Bijstand", "schulden": "Schuldhulp"}
_LAW_NAMES = code_labels("provisions", "law")
UNKNOWN = "Onbekend"
WEEKS = 13
_DAYS = 7


@dataclass(frozen=True)
class Waiting:
    """Open applications of a law: how many, how many beyond the term, and their age in days; None without a case.

    `term` is in days, None where the definitions of the catalogue have none.
    """

    law: str
    term: int | None
    open: int
    beyond: int
    median: float | None
    oldest: int | None


def terms() -> dict[str, int]:
    """Law → the term of an application in days, from the definitions of the catalogue."""
    found: dict[str, int] = {}
    for indicator in catalogue().values():
        measure = indicator.measure
        if isinstance(measure, OpenBeyond) and measure.selection.table == "applications":
            found |= dict.fromkeys(measure.selection.codes("law"), measure.days)
        elif isinstance(measure, ShareWithin) and measure.selection.table == "debt_trajectories":
            found["schulden"] = measure.days
    return found


def has_rows(tables: Tables, law: str) -> bool:
    """Whether any help or application under a law was delivered."""
    if law in _TABLE and len(getattr(tables, _TABLE[law])):
        return True
    return any((table["law"] == law).any() for table in (tables.provisions, tables.applications))


@dataclass(frozen=True)
class Work:
    """The cases of one team.

    Attributes:
        team: whose they are.
        tables: what was known on the day of the delivery.
        areas: of the municipality.
        day: the day that is looked at.
    """

    team: Team
    tables: Tables
    areas: tuple[Area, ...]
    day: pd.Timestamp

    @cached_property
    def _all_help(self) -> pd.DataFrame:
        """All help of the team's laws, of any day, wijk and kind: law, category, kind, person, start, end, stays."""
        parts = []
        for law in self.team.wetten:
            rows = self._of_law(law)
            rows = rows[rows["start"].notna()]
            stays = administrative(rows)
            parts.append(rows.assign(law=law, kind=self._kinds(law, rows), stays=stays)[_COLUMNS])
        return pd.concat(parts, ignore_index=True)

    @cached_property
    def _help(self) -> pd.DataFrame:
        """The same of the kinds of the team."""
        rows = self._all_help
        return rows[rows["category"].isin(self.team.soorten)] if self.team.soorten else rows

    def _of_law(self, law: str) -> pd.DataFrame:
        if law in _TABLE:
            table: pd.DataFrame = getattr(self.tables, _TABLE[law])
            return table.assign(category="")
        return self.tables.provisions[self.tables.provisions["law"] == law]

    def _kinds(self, law: str, rows: pd.DataFrame) -> pd.Series:
        if law in _KIND:
            return pd.Series(_KIND[law], index=rows.index, dtype="str")
        labels = code_labels("provisions", "category", (law,))
        return rows["category"].map(lambda code: labels.get(code, code or UNKNOWN)).astype("str")

    def _homes(self, day: pd.Timestamp) -> pd.Series:
        """Person → name of the wijk of the last address that began on or before a day."""
        rows = self.tables.addresses
        rows = (
            rows[rows["start"] <= day].sort_values(["person", "start"]).drop_duplicates("person", keep="last")
        )
        regions = Regions.of(self.areas)
        codes = regions.codes("wijk")
        place = regions.positions(rows["area"], "wijk")
        names = [codes[number] if number >= 0 else UNKNOWN for number in place]
        return pd.Series(names, index=rows["person"].to_numpy(), dtype="str")

    def _mine(self, rows: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
        """The rows of clients in the wijken of the team, with the code of that wijk."""
        wijk = rows["person"].map(self._homes(day)).fillna(UNKNOWN)
        rows = rows.assign(wijk=wijk)
        return rows[rows["wijk"].isin(self.team.wijken)] if self.team.wijken else rows

    def running(self, day: pd.Timestamp | None = None) -> pd.DataFrame:
        """Help that runs on a day; the day of the overview when None. Person-level: count it, do not show it."""
        at = self.day if day is None else day
        rows = self._help
        return self._mine(rows[(rows["start"] <= at) & (rows["end"].isna() | (rows["end"] > at))], at)

    def load(self, by: str) -> list[tuple[str, int, int]]:
        """Clients and cases by "kind" or "wijk" (its name), most cases first."""
        rows = self.running()
        names = {area.code: area.name for area in self.areas}
        groups = rows.groupby(rows[by].map(lambda code: names.get(code, code)))["person"]
        found = [(str(name), int(persons.nunique()), len(persons)) for name, persons in groups]
        return sorted(found, key=lambda item: (-item[2], item[0]))

    def over_time(self, days: Sequence[pd.Timestamp]) -> list[tuple[pd.Timestamp, int, int]]:
        """Clients and cases on each day."""
        found = [(day, self.running(day)) for day in days]
        return [(day, int(rows["person"].nunique()), len(rows)) for day, rows in found]

    def waiting(self, limits: Mapping[str, int]) -> list[Waiting]:
        """Open applications by law; of debt help the registrations that did not begin.

        An application has no kind of help yet, so that of a team with kinds is of its whole law.
        """
        return [self._waiting(law, limits.get(law)) for law in self.team.wetten]

    def _waiting(self, law: str, term: int | None) -> Waiting:
        if law == "schulden":
            rows = self.tables.debt_trajectories
            rows = rows.assign(since=rows["registered"], until=rows["start"].fillna(rows["end"]))
        else:
            rows = self.tables.applications
            rows = rows[rows["law"] == law].rename(columns={"received": "since", "decided": "until"})
        rows = rows[(rows["since"] <= self.day) & (rows["until"].isna() | (rows["until"] > self.day))]
        age = (self.day - self._mine(rows, self.day)["since"]).dt.days
        beyond = 0 if term is None else int((age > term).sum())
        known = len(age) > 0
        return Waiting(
            _LAW_NAMES[law],
            term,
            len(age),
            beyond,
            float(age.median()) if known else None,
            int(age.max()) if known else None,
        )

    def ending(self) -> pd.DataFrame:
        """Cases that end after the day and within WEEKS weeks: kinds as rows, weeks 1 to WEEKS as columns."""
        rows = self.running()
        days = (rows["end"] - self.day).dt.days
        week = ((days - 1) // _DAYS + 1).where(days <= WEEKS * _DAYS)
        rows = rows.assign(week=week)[week.notna()]
        table = rows.groupby(["kind", "week"]).size().unstack("week", fill_value=0)
        return table.reindex(columns=range(1, WEEKS + 1), fill_value=0).astype("int64")

    def without_follow_up(self) -> list[tuple[str, int]]:
        """Clients whose last help under a law ended in the WEEKS weeks up to the day, by kind of that help.

        Nothing of that law runs on the day or begins later, and the ending was not one of paper only.
        """
        since = self.day - pd.Timedelta(days=WEEKS * _DAYS)
        rows = self._help
        ended = rows[(rows["end"] <= self.day) & (rows["end"] > since) & ~rows["stays"]]
        rows = self._all_help
        goes_on = rows[rows["end"].isna() | (rows["end"] > self.day)][["law", "person"]].drop_duplicates()
        left = self._mine(ended, self.day).merge(goes_on, how="left", on=["law", "person"], indicator=True)
        left = left[left["_merge"] == "left_only"]
        groups = left.groupby("kind")["person"].nunique()
        return sorted(
            ((str(kind), int(count)) for kind, count in groups.items()), key=lambda item: (-item[1], item[0])
        )


_COLUMNS = ["law", "category", "kind", "person", "start", "end", "stays"]
