"""What is asked of a table of CBS, and how CBS writes periods.

A table of StatLine crosses dimensions (region, period, sex) and gives numbers per combination. CBS writes a period
as `jjjjJJ00` (a year), `jjjjHJ01` (a half-year), `jjjjKW01` (a quarter), `jjjjMM01` (a month) or, in tables that
count on a day, `jjjjMMDD`. Half-years are no parts of a year here: a client of both halves counts once in the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from socdom.quarters import Quarter

PERIODS = "Perioden"
# Digits that CBS puts behind the name of a measure; they differ from year to year.
_POSITION = re.compile(r"_\d+$")
_KIND = re.compile(r"([0-9]{4})(JJ|HJ|KW|MM)([0-9]{2})")
_DAY = re.compile(r"([0-9]{4})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
_MOST = {"JJ": 0, "HJ": 2, "KW": 4, "MM": 12}
DAY = "DD"


@dataclass(frozen=True)
class TableRequest:
    """The part of a table that is needed.

    Attributes:
        table: number of the table, as "83262NED".
        api: "v3" (opendata.cbs.nl) or "v4" (datasets.cbs.nl).
        catalog: "CBS", or "IV3" for tables of others (dataderden.cbs.nl).
        keys: dimension → keys wanted, without the spaces CBS adds ("GM0766"); a key that ends in "*" stands for all
            keys that begin so ("WK0766*"). Of a dimension that is not named all keys are fetched.
        periods: kinds of period wanted, of "JJ", "HJ", "KW", "MM" and "DD" (a day); none means all kinds.
        since: first year wanted; 0 for all.
        measures: wanted measures, v3 by stem ("WmoClienten") or by whole key, v4 by code; none means all.
    """

    table: str
    api: Literal["v3", "v4"] = "v3"
    catalog: Literal["CBS", "IV3"] = "CBS"
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    periods: tuple[str, ...] = ()
    since: int = 0
    measures: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """Plain values for JSON, the same for the same request."""
        return {
            "table": self.table,
            "api": self.api,
            "catalog": self.catalog,
            "keys": {name: sorted(set(keys)) for name, keys in sorted(self.keys.items())},
            "periods": sorted(set(self.periods)),
            "since": self.since,
            "measures": sorted(set(self.measures)),
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> TableRequest:
        """Inverse of `as_data`."""
        return cls(
            table=data["table"],
            api=data["api"],
            catalog=data["catalog"],
            keys={name: tuple(keys) for name, keys in data["keys"].items()},
            periods=tuple(data["periods"]),
            since=data["since"],
            measures=tuple(data["measures"]),
        )

    def covers(self, other: TableRequest) -> bool:
        """Whether an answer to this request holds all that another one asks of the same table."""
        same = (self.table, self.api, self.catalog) == (other.table, other.api, other.catalog)
        keys = all(
            name in other.keys and all(_within(key, wanted) for key in other.keys[name])
            for name, wanted in self.keys.items()
        )
        return (
            same
            and keys
            and self.since <= other.since
            and _includes(self.periods, other.periods)
            and _includes(self.measures, other.measures)
        )

    def with_also(self, other: TableRequest) -> TableRequest:
        """This request, widened so that it covers another one of the same table."""
        names = self.keys.keys() & other.keys.keys()
        return replace(
            self,
            keys={name: _united(self.keys[name], other.keys[name]) for name in sorted(names)},
            periods=_united(self.periods, other.periods) if self.periods and other.periods else (),
            since=min(self.since, other.since),
            measures=_united(self.measures, other.measures) if self.measures and other.measures else (),
        )

    def wants_key(self, dimension: str, key: str) -> bool:
        """Whether a key (without spaces) of a dimension was asked for; of periods see `wants_period`."""
        wanted = self.keys.get(dimension)
        return wanted is None or _within(key, wanted)

    def wants_period(self, code: str) -> bool:
        """Whether a period (without spaces) is of a wanted kind and not too old."""
        if not self.periods and not self.since:
            return True
        period = period_of(code)
        if period is None:
            return not self.periods
        return period.year >= self.since and (not self.periods or period.kind in self.periods)


def _within(key: str, wanted: Iterable[str]) -> bool:
    """Whether a key, or all keys of a prefix, are among the wanted ones."""
    return any(key == w or (w.endswith("*") and key.startswith(w[:-1])) for w in wanted)


def _includes(had: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Of lists in which none means all."""
    return not had or (bool(wanted) and set(wanted) <= set(had))


def minimal(keys: Iterable[str]) -> tuple[str, ...]:
    """Keys and prefixes, sorted, without what another prefix among them already says."""
    known = sorted(set(keys))
    return tuple(key for key in known if not _within(key, (w for w in known if w != key)))


def _united(one: Iterable[str], other: Iterable[str]) -> tuple[str, ...]:
    return minimal([*one, *other])


@dataclass(frozen=True, order=True)
class Period:
    """A period of CBS.

    Attributes:
        kind: "JJ", "HJ", "KW" or "MM"; "DD" for a day.
        year: calendar year.
        number: 0 of a year, else 1, 2, …; of a day month × 100 + day (1231).
    """

    kind: str
    year: int
    number: int


def period_of(code: str) -> Period | None:
    """A period by its code ("2019HJ02", "20191231"), spaces around it do not count; None for another code."""
    text = code.strip()
    if match := _KIND.fullmatch(text):
        kind, number = match[2], int(match[3])
        right = number == 0 if kind == "JJ" else 1 <= number <= _MOST[kind]
        return Period(kind, int(match[1]), number) if right else None
    if match := _DAY.fullmatch(text):
        return Period(DAY, int(match[1]), int(match[2] + match[3]))
    return None


def quarter_of(code: str) -> Quarter | None:
    """The quarter a period is, or of which it is the last month or day.

    A quarter gives itself; March, June, September and December, and a count on their last day, give the quarter that
    ends there. Years, half-years and other months give None: they are no figure of a quarter, and are never added or
    split to make one.
    """
    period = period_of(code)
    if period is None:
        return None
    if period.kind == "KW":
        return Quarter(period.year, period.number)
    if period.kind == "MM" and period.number % 3 == 0:
        return Quarter(period.year, period.number // 3)
    if period.kind == DAY:
        month, day = divmod(period.number, 100)
        quarter = Quarter(period.year, (month + 2) // 3)
        return quarter if (quarter.end.month, quarter.end.day) == (month, day) else None
    return None


def stem_of(measure: str) -> str:
    """Name of a measure without the number at its end: "WmoClienten_89" → "WmoClienten"."""
    return _POSITION.sub("", measure)
