"""Iv3 deliveries of the municipality itself (JSON, schema v2.1.1) → the delivery "begroting".

A quarter of Iv3 counts from 1 January, as `realised` of the table `budget` does. Its budget is the budget as the
council first decided on it: changes in the year are not delivered with Iv3. All categories of a taakveld count, as in
the begroting and jaarstukken and in what CBS and BZK publish, also interest (7.4) and settlements (7.5); only
reserves (7.1) do not, which Iv3 does not allow on taakvelden 6.x.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import numpy as np
import pandas as pd

from socdom import dutch
from socdom.errors import Fault
from socdom.measures.taakvelden import codes_in
from socdom.sources.delivery_spec import DELIVERIES, DeliveryFile
from socdom.sources.iv3_json_file import ACCOUNTS, BUDGET, Iv3Delivery, read_iv3_json_file
from socdom.sources.raw import RawFile
from socdom.tables.codes import SIDES

_LAST_QUARTER = 4
_NAMES = {BUDGET: "de begroting", ACCOUNTS: "de jaarrekening"}
_CENT = Decimal("0.01")
_Periods = Mapping[int, Iv3Delivery]


def read_iv3_json(
    paths: Sequence[Path],
    gemeente: str,
    spec: DeliveryFile = DELIVERIES["begroting"],
    *,
    thousands: bool = False,
) -> tuple[RawFile | None, list[Fault]]:
    """Read the Iv3 deliveries of a municipality, of any number of years and periods together.

    A quarter has a row for each taakveld of its year and each side; what was not delivered is 0, as Iv3 leaves zeros
    out. The fourth quarter is that of the jaarrekening once it is there. Of two deliveries of one period the one that
    was made last counts.

    Args:
        paths: JSON files, in any order.
        gemeente: CBS code ("GM0766").
        spec: the delivery "begroting", under the name its supplier uses.
        thousands: amounts are × €1.000 instead of euros. The schema does not say which; a file whose lasten would be
            impossible for a municipality is a fault.

    Returns:
        Rows in the form of `RawFile`, numbered from 1 by quarter, taakveld and side, and all faults. None when no
        file could be read or no quarter was delivered.
    """
    found: list[Iv3Delivery] = []
    faults: list[Fault] = []
    for path in sorted(paths):
        delivery, wrong = read_iv3_json_file(path, gemeente, thousands=thousands)
        faults += wrong
        found += [delivery] if delivery else []
    chosen, notes, double = _newest(found)
    faults += double
    faults += _budget_faults(spec.file, chosen)
    rows = [row for year, periods in sorted(chosen.items()) for row in _rows(year, periods)]
    if not rows:
        return None, faults or [_no_quarter(spec.file)]
    texts = pd.DataFrame(rows, columns=[column.name for column in spec.columns], dtype="str")
    kept = [column.name for column in spec.delivered]
    notes += [note for year, periods in sorted(chosen.items()) for note in _remarks(year, periods)]
    return RawFile(texts[kept], np.arange(1, len(texts) + 1), tuple(notes)), faults


def _newest(found: Iterable[Iv3Delivery]) -> tuple[dict[int, dict[int, Iv3Delivery]], list[str], list[Fault]]:
    """Year → period → the delivery that counts, what was passed over, and deliveries that exclude each other."""
    chosen: dict[int, dict[int, Iv3Delivery]] = {}
    notes, faults = [], []
    for delivery in sorted(found, key=lambda one: (one.made, one.name)):
        periods = chosen.setdefault(delivery.year, {})
        earlier = periods.get(delivery.period)
        periods[delivery.period] = delivery
        if earlier is None or earlier.amounts == delivery.amounts:
            continue
        if earlier.made == delivery.made:
            place = f"{earlier.name} en {delivery.name}"
            rule = f"over {_name(delivery.period, delivery.year)} is er één levering van een dag en tijd"
            faults.append(Fault(place, rule, remedy="Haal de verkeerde uit de map."))
        else:
            what = _name(delivery.period, delivery.year)
            notes.append(
                f"Iv3 over {what}: {delivery.name} is later gemaakt dan {earlier.name} en telt in plaats daarvan."
            )
    return chosen, notes, faults


def _budget_faults(place: str, chosen: Mapping[int, _Periods]) -> Iterator[Fault]:
    for year, periods in sorted(chosen.items()):
        if BUDGET not in periods:
            yield Fault(
                f"{place}, Iv3 {year}",
                f"de levering van de begroting van {year} (periode 0) is erbij",
                remedy="Leg haar in dezelfde map.",
            )


def _no_quarter(place: str) -> Fault:
    rule = "er is een levering van ten minste één kwartaal of een jaarrekening"
    return Fault(place, rule, remedy="Leg de leveringen van Iv3 in de map.")


def _realised(periods: _Periods) -> dict[int, Iv3Delivery]:
    """Quarter → the delivery that tells what was realised up to its end."""
    quarters = {period: delivery for period, delivery in periods.items() if BUDGET < period < ACCOUNTS}
    if ACCOUNTS in periods:
        quarters[_LAST_QUARTER] = periods[ACCOUNTS]
    return dict(sorted(quarters.items()))


def _rows(year: int, periods: _Periods) -> Iterator[tuple[str, ...]]:
    if BUDGET not in periods:
        return
    budget = periods[BUDGET].amounts
    for quarter, delivery in _realised(periods).items():
        for taakveld in codes_in(year):
            for side in SIDES:
                key = (taakveld, side)
                yield (
                    taakveld,
                    f"{year}Q{quarter}",
                    side,
                    _text(budget.get(key, Decimal(0))),
                    _text(delivery.amounts.get(key, Decimal(0))),
                )


def _text(euros: Decimal) -> str:
    rounded = euros.quantize(_CENT, ROUND_HALF_UP)
    return f"{rounded:f}".replace(".", ",")


def _remarks(year: int, periods: _Periods) -> Iterator[str]:
    """What a reader of the report on the delivery must know of a year."""
    realised = _realised(periods)
    reserves = sum(delivery.reserves for delivery in periods.values())
    if reserves:
        yield (
            f"Iv3 {year}: {dutch.number(reserves)} regels op taakveld 6 gaan over reserves (categorie 7.1). "
            "Die horen daar niet en tellen niet mee."
        )
    if not realised:
        yield f"Iv3 {year}: er is alleen een begroting. Zonder kwartaal staat die nog niet in de cijfers."
    if ACCOUNTS in periods and _LAST_QUARTER in periods:
        yield f"Iv3 {year}: voor het 4e kwartaal telt de jaarrekening, niet de levering van dat kwartaal."
    missing = [quarter for quarter in range(1, max(realised, default=0)) if quarter not in realised]
    if missing:
        yield f"Iv3 {year}: er is geen levering van {dutch.listing([f'kwartaal {one}' for one in missing])}."
    yield from _falls(year, realised)


def _falls(year: int, realised: Mapping[int, Iv3Delivery]) -> Iterator[str]:
    """Lasten count from 1 January, so that a later quarter is seldom lower."""
    quarters = list(realised)
    for before, after in zip(quarters, quarters[1:], strict=False):
        if _lasten(realised[after]) < _lasten(realised[before]):
            yield (
                f"Iv3 {year}: de lasten tot en met kwartaal {after} zijn lager dan die tot en met kwartaal {before}. "
                "Een kwartaal telt vanaf 1 januari. Controleer de leveringen."
            )


def _lasten(delivery: Iv3Delivery) -> Decimal:
    return sum((euros for (_, side), euros in delivery.amounts.items() if side == "lasten"), Decimal(0))


def _name(period: int, year: int) -> str:
    return f"{_NAMES.get(period) or f'het {period}e kwartaal'} van {year}"
