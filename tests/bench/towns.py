"""A whole random municipality for the bench: tables as the engine takes them, of any number of inhabitants."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from socdom.areas import Area
from socdom.measures import denominators
from socdom.measures.denominators import Inhabitants
from socdom.measures.dimensions import DIMENSIONS
from socdom.tables import COLUMNS, Tables, codes
from tests.bench.data import QUARTERS, WIJKEN, pseudonyms

Ints = NDArray[np.int64]
Columns = Mapping[str, NDArray[np.generic]]

_BUURTEN = tuple(f"BU{wijk[2:]}{number:02d}" for wijk in WIJKEN for number in range(1, 7))
AREAS = (
    Area("GM9990", "Proefstad", "gemeente"),
    *(Area(wijk, f"Wijk {wijk[-2:]}", "wijk", "GM9990") for wijk in WIJKEN),
    *(Area(buurt, f"Buurt {buurt[-4:]}", "buurt", f"WK{buurt[2:8]}") for buurt in _BUURTEN),
)
_START = int(np.datetime64("2008-01-01").astype(np.int64))
_STOP = int(np.datetime64("2021-03-31").astype(np.int64))
_NEVER = np.int64(2**30)
_LAWS = np.array(["wmo", "jeugd"])
# Eleven persons are five households.
_PERSONS, _HOUSEHOLDS = 11, 5
_TAAKVELDEN = ("6.1", "6.2", "6.3", "6.4", "6.5", "6.6", "6.71", "6.72", "6.81", "6.82")


@dataclass(frozen=True)
class Sizes:
    """Number of rows of each table.

    Attributes:
        persons: inhabitants; those with help are `helped` of them, the first in number.
    """

    persons: int
    helped: int
    provisions: int
    declarations: int = 0
    others: int = 0


TOWN = Sizes(180_000, 60_000, 500_000, 5_000_000, 60_000)


def tables_of(sizes: Sizes, seed: int = 7, first_person: int = 0) -> Tables:
    """A municipality.

    Args:
        sizes: how much of everything.
        seed: the same seed gives the same town.
        first_person: number of the first person, so that parts of a town have no person in common.
    """
    random = np.random.default_rng((seed, first_person))
    provisions = _provisions(random, sizes, first_person)
    made = {
        "persons": _persons(random, sizes, first_person),
        "addresses": _addresses(random, sizes, first_person),
        "provisions": provisions,
        "declarations": _declarations(random, sizes.declarations, provisions),
    }
    made |= {name: _other(random, name, sizes, first_person) for name in _OTHERS} if sizes.others else {}
    return replace(Tables.empty(), **{name: _frame(name, columns) for name, columns in made.items()})


def with_totals(tables: Tables) -> Tables:
    """The same with inhabitants, households and budget."""
    made = {"population": _population(), "households": _households(), "budget": _budget()}
    return replace(tables, **{name: _frame(name, columns) for name, columns in made.items()})


def _persons(random: np.random.Generator, sizes: Sizes, first: int) -> Columns:
    number = first + np.arange(sizes.persons)
    return {
        "person": pseudonyms(number),
        "household": _household(number),
        "birth_date": random.integers(_START - 85 * 365, _STOP, sizes.persons),
        "sex": random.choice(codes.SEXES, sizes.persons),
    }


def _household(number: Ints) -> Ints:
    return pseudonyms(number * _HOUSEHOLDS // _PERSONS + 2**40)


def _addresses(random: np.random.Generator, sizes: Sizes, first: int) -> Columns:
    """Everybody from the start, with removals; the last address is open."""
    moves = random.poisson(0.6, sizes.persons)
    number = np.repeat(np.arange(sizes.persons), moves + 1)
    start = random.integers(_START, _STOP, len(number))
    opens = np.r_[True, number[1:] != number[:-1]]
    start[opens] = _START
    start = start[np.lexsort((start, number))]
    end = np.r_[start[1:] - 1, _NEVER]
    end[np.r_[opens[1:], True]] = _NEVER
    area = random.choice(_BUURTEN, len(number))
    kept = start <= end
    columns = {"person": pseudonyms(first + number), "area": area, "start": start, "end": end}
    return {name: values[kept] for name, values in columns.items()}


def _provisions(random: np.random.Generator, sizes: Sizes, first: int) -> Columns:
    size = sizes.provisions
    number = random.integers(0, sizes.helped, size)
    youth = random.random(size) < 0.45
    start, end = _spells(random, size)
    ended = end < _NEVER
    stopped = np.where(youth, *(random.choice(codes.END_REASONS[law], size) for law in ("jeugd", "wmo")))
    return {
        "provision": pseudonyms(first * 1000 + np.arange(size) + 2**50),
        "person": pseudonyms(first + number),
        "law": _LAWS[youth.astype(int)],
        "category": np.where(
            youth, *(random.choice(codes.CATEGORIES[law], size) for law in ("jeugd", "wmo"))
        ),
        "form": random.choice(codes.FORMS, size, p=(0.9, 0.1)),
        "provider": random.choice([f"P{n:03d}" for n in range(200)], size),
        "referrer": np.where(youth, random.choice(codes.REFERRERS["jeugd"], size), ""),
        "assigned": start - random.integers(0, 120, size),
        "start": start,
        "end": end,
        "end_reason": np.where(ended, stopped, ""),
        "change_reason": np.where(ended, random.choice(["", *codes.CHANGE_REASONS], size), ""),
    }


def _spells(random: np.random.Generator, size: int) -> tuple[Ints, Ints]:
    start = random.integers(_START, _STOP, size)
    end = start + random.exponential(450, size).astype(np.int64)
    return start, np.where(random.random(size) < 0.12, _NEVER, end)


def _declarations(random: np.random.Generator, size: int, provisions: Columns) -> Columns:
    if not size:
        return {}
    of = random.integers(0, len(provisions["provision"]), size)
    service = random.integers(_START, _STOP, size)
    copied = ("provision", "person", "law", "category", "provider")
    return {name: provisions[name][of] for name in copied} | {
        "declaration": np.arange(size),
        "service_start": service,
        "received": service + random.integers(1, 120, size),
        "volume": random.integers(1, 400, size),
        "unit": random.choice(codes.UNITS, size),
        "amount": random.integers(500, 200_000, size),
    }


_OTHERS = ("applications", "benefits", "reintegrations", "debt_trajectories", "debt_signals")


def _other(random: np.random.Generator, name: str, sizes: Sizes, first: int) -> Columns:
    """A table of spells: dates follow each other in the order of the columns, codes are drawn from their list."""
    size = sizes.others
    number = first + random.integers(0, sizes.helped, size)
    start, end = _spells(random, size)
    columns: dict[str, NDArray[np.generic]] = {}
    for column, dtype in COLUMNS[name].items():
        if column in ("person", "household"):
            columns[column] = pseudonyms(number) if column == "person" else _household(number)
        elif column in ("end", "decided", "contacted"):
            columns[column] = end
        elif column == "registered":
            columns[column] = start - random.integers(0, 90, size)
        elif dtype == "datetime64[s]":
            columns[column] = start
        elif dtype == "str":
            drawn = random.choice(codes.codes_of(name, column), size)
            columns[column] = (
                drawn if column in ("law", "category", "kind") else np.where(end < _NEVER, drawn, "")
            )
        else:
            columns[column] = np.arange(size)
    return columns


def _population() -> Columns:
    """Ten inhabitants in each age group of each buurt and quarter; the groups fit every denominator."""
    starts = np.array(_age_starts())
    area, quarter, band = (
        axis.ravel()
        for axis in np.meshgrid(
            np.arange(len(_BUURTEN)),
            [quarter.index for quarter in QUARTERS],
            np.arange(len(starts)),
            indexing="ij",
        )
    )
    return {
        "area": np.array(_BUURTEN)[area],
        "quarter": quarter,
        "age_from": starts[band],
        "age_to": np.r_[starts[1:] - 1, codes.OPEN_AGE][band],
        "sex": np.full(len(area), "onbekend"),
        "persons": np.full(len(area), 10),
    }


def _age_starts() -> list[int]:
    """First age of each group that some breakdown or denominator needs."""
    named = [value for value in vars(denominators).values() if isinstance(value, Inhabitants)]
    ranges = [(item.age_from, item.age_to) for item in named]
    ranges += [ages for dimension in DIMENSIONS.values() for ages in dimension.ages.values()]
    return sorted({0} | {age for low, high in ranges for age in (low, high + 1) if age <= codes.OPEN_AGE})


def _households() -> Columns:
    area, quarter = np.meshgrid(np.array(_BUURTEN), [quarter.index for quarter in QUARTERS], indexing="ij")
    return {"area": area.ravel(), "quarter": quarter.ravel(), "households": np.full(area.size, 1100)}


def _budget() -> Columns:
    taakveld, quarter, side = np.meshgrid(
        np.array(_TAAKVELDEN), [quarter.index for quarter in QUARTERS], np.array(codes.SIDES), indexing="ij"
    )
    euros = np.full(taakveld.size, 1e6)
    return {
        "taakveld": taakveld.ravel(),
        "quarter": quarter.ravel(),
        "side": side.ravel(),
        "budget": euros,
        "realised": euros / 4,
    }


def _frame(name: str, columns: Columns) -> pd.DataFrame:
    """The table of the contract; day numbers become dates, _NEVER an open one."""
    made = {}
    for column, dtype in COLUMNS[name].items():
        values = columns.get(column, np.array([], dtype=np.int64))
        if dtype == "datetime64[s]":
            days = np.where(values == _NEVER, np.datetime64("NaT"), values.astype("datetime64[D]"))
            values = days.astype("datetime64[s]")
        made[column] = pd.Series(values, dtype=dtype)
    return pd.DataFrame(made)
