"""Declarations and budgets, in exact fractions of euros."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from socdom.measures.taakvelden import group_of
from socdom.oracle.found import NAN, UNKNOWN, Clients, Found
from socdom.oracle.plain import Group, Period, PlainTown, Row
from socdom.quarters import Quarter

_DATE = {"service_quarter": "service_start", "received_quarter": "received"}
# Unit of WJ756 → how many of the measure one of it is: a minute is the 60th part of an hour, a dagdeel four hours.
_MEASURES = {
    "uur": {"01": Fraction(1, 60), "04": Fraction(1), "16": Fraction(4)},
    "etmaal": {"14": Fraction(1)},
    "stuk": {"82": Fraction(1), "84": Fraction(1)},
}
# What is added up to a quantity when two years are compared.
_QUANTITIES = {
    "uur": _MEASURES["uur"],
    "etmaal": _MEASURES["etmaal"],
    "stuk": {"82": Fraction(1)},
    "inzet": {"84": Fraction(1)},
    "euro": {"83": Fraction(1)},
}
_EFFECTS = ("hoeveelheid", "prijs", "samenstelling")


def amount(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    rows = _lines(town, measure, period, group)
    return Found(float(_euros(rows)), _persons(rows), clients=_clients(rows))


def amount_per_person(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    rows = _lines(town, measure, period, group)
    persons = _persons(rows)
    return Found(float(_euros(rows)), persons, persons, impossible=persons == 0, clients=_clients(rows))


def unit_price(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """Sum of P x Q over sum of Q; a volume below nothing is none, and of nothing there is no price."""
    per_unit = _MEASURES[measure.measure]
    rows = [row for row in _lines(town, measure, period, group) if row["unit"] in per_unit]
    volume = sum((row["volume"] * per_unit[row["unit"]] for row in rows), Fraction(0))
    clients = _clients(rows, providers=len(_paid(rows)))
    return Found(
        float(_euros(rows)), _persons(rows), float(max(volume, 0)), impossible=volume <= 0, clients=clients
    )


def amount_change(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """Against the same period a year earlier, if that lies in the run; a category is one of the effects."""
    before = period.year_before()
    if before.first < town.opening:
        return UNKNOWN
    old, new = (_lines(town, measure, moment, group) for moment in (before, period))
    base = min(_persons(old), _persons(new))
    effects = price_volume_mix(old, new)
    change = effects[group.category] if group.dimension else _euros(new) - _euros(old)
    parts = [(_part(_clients(rows), _euros(rows))) for rows in (old, new)]
    clients = Clients(*(max(part) for part in zip(*parts, strict=True)))
    return Found(float(change), base, clients=clients)


def price_volume_mix(old: list[Row], new: list[Row]) -> dict[str, Fraction]:
    """The change in euros in three parts that add up; volume and price in whole cents, mix is what is left."""
    volume = price = Fraction(0)
    for units in _QUANTITIES.values():
        olds, news = ([row for row in rows if row["unit"] in units] for rows in (old, new))
        before, after = _quantity(olds, units), _quantity(news, units)
        if before <= 0:
            volume += _euros(news) - _euros(olds)
            continue
        volume += (after - before) * _euros(olds) / before
        price += _price_effect(olds, news, units)
    effects = {"hoeveelheid": _cents(volume), "prijs": _cents(price)}
    return effects | {"samenstelling": _euros(new) - _euros(old) - sum(effects.values())}


def _price_effect(olds: list[Row], news: list[Row], units: dict[str, Fraction]) -> Fraction:
    """What was bought in both years, at this year's quantity: new price minus old price."""
    total = Fraction(0)
    for one in {(row["law"], row["category"], row["unit"]) for row in (*olds, *news)}:
        first, second = (
            [row for row in rows if (row["law"], row["category"], row["unit"]) == one]
            for rows in (olds, news)
        )
        q0, q1 = _quantity(first, units), _quantity(second, units)
        if q0 > 0 and q1 > 0:
            total += q1 * (_euros(second) / q1 - _euros(first) / q0)
    return total


def concentration(town: PlainTown, measure: Any, period: Period, group: Group) -> Found:
    """Of providers with a code and with money; with no more than `top` of them it is a part of nothing.

    The persons are those of all lines with a provider. Who is first of two with as much makes no difference.
    """
    rows = [row for row in _lines(town, measure, period, group) if row["provider"]]
    paid = sorted(_paid(rows), reverse=True)
    inside, outside = paid[: measure.top], paid[measure.top :]
    clients = _clients(rows, providers=min(measure.top, len(outside)))
    if not outside:
        return Found(0, _persons(rows), 0, impossible=True, clients=clients)
    return Found(float(sum(inside)), _persons(rows), float(sum(paid)), clients=clients)


def budget(town: PlainTown, measure: Any, period: Period, _: Group) -> Found:
    quarter = Quarter.of(period.last)
    first = max(year for year in measure.taakvelden if year <= quarter.year)
    lines = [
        row
        for row in town.tables["budget"]
        if row["side"] == measure.side
        and row["taakveld"] in measure.taakvelden[first]
        and row["quarter"] // 4 == quarter.year
    ]
    mine = [row for row in lines if row["quarter"] == quarter.index]
    groups = {group_of(code) for code in measure.taakvelden[first]}
    if {group_of(row["taakveld"]) for row in mine} != groups or (
        {row["taakveld"] for row in mine} != {row["taakveld"] for row in lines}
    ):
        return Found(NAN, NAN, NAN) if measure.what == "use" else UNKNOWN
    planned, realised = (sum(row[name] for row in mine) for name in ("budget", "realised"))
    if measure.what == "use":
        return Found(realised, NAN, planned, impossible=planned == 0)
    return Found({"budget": planned, "realised": realised}[measure.what], NAN)


def _lines(town: PlainTown, measure: Any, period: Period, group: Group) -> list[Row]:
    """An effect is no property of a line: then the lines of the whole municipality."""
    whole = group.category in _EFFECTS
    return [
        row
        for row in town.rows(measure.selection)
        if period.holds(row[_DATE[measure.by]]) and (whole or group.holds(row, period))
    ]


def _quantity(rows: Iterable[Row], units: dict[str, Fraction]) -> Fraction:
    return sum((row["volume"] * units[row["unit"]] for row in rows), Fraction(0))


def _euros(rows: Iterable[Row]) -> Fraction:
    return Fraction(sum(row["amount"] for row in rows), 100)


def _persons(rows: Iterable[Row]) -> int:
    return len({row["person"] for row in rows})


def _paid(rows: list[Row]) -> list[Fraction]:
    """Euros of every provider with a code and with money."""
    codes = {row["provider"] for row in rows if row["provider"]}
    euros = [_euros(row for row in rows if row["provider"] == code) for code in codes]
    return [amount for amount in euros if amount > 0]


def _clients(rows: list[Row], providers: float = NAN) -> Clients:
    """The two persons with the most euros; one whose lines add up to less than nothing has nothing."""
    persons = {row["person"] for row in rows}
    euros = sorted(max(_euros(row for row in rows if row["person"] == one), Fraction(0)) for one in persons)
    return Clients(float(sum(euros[-1:])), float(sum(euros[-2:])), providers)


def _part(clients: Clients, euros: Fraction) -> tuple[float, float]:
    """Which part of an amount is of one and of two; of nothing, or less, it is without end."""
    if euros <= 0:
        return math.inf, math.inf
    return clients.largest / float(euros), clients.two_largest / float(euros)


def _cents(euros: Fraction) -> Fraction:
    """Rounded to whole cents, a half to the even one."""
    return Fraction(round(euros * 100), 100)
