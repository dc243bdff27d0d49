"""Which column of a file is which column of a delivery."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.errors import Fault
from socdom.person_numbers import may_name_somebody
from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.files.opened import Opened
from socdom.sources.files.sheet_names import called, loose

_MOST_NAMES, _LONGEST = 20, 60


def places_of(opened: Opened, spec: DeliveryFile) -> tuple[dict[str, int], list[Fault]]:
    """Place (from 0) of each column that is read, under its name in the table; and what is wrong with the names.

    A name is sought as it is written, and then without regard to capitals and spaces.
    """
    places: dict[str, int] = {}
    missing: list[Column] = []
    faults: list[Fault] = []
    for column in spec.delivered:
        found = _found(opened.names, column.header)
        if len(found) > 1:
            faults.append(Fault(spec.file, f"de kolom {column.header} staat er {len(found)} keer in"))
        elif found:
            places[column.name] = found[0]
        elif not column.optional:
            missing.append(column)
    if missing and len(opened.names) == 1 and opened.separator:
        return {}, [_one_column(opened)]
    remedy = _remedy(opened, missing)
    if missing:
        faults.insert(
            0, Fault(spec.file, _missing_rule([column.header for column in missing]), remedy=remedy)
        )
    return places, faults


def _missing_rule(headers: Sequence[str]) -> str:
    if len(headers) == 1:
        return f"de kolom {headers[0]} ontbreekt"
    return f"de kolommen {dutch.listing(headers)} ontbreken"


def unread_note(opened: Opened, read: Sequence[int]) -> tuple[str, ...]:
    """Names the columns that are not read; call it only when no column is missing.

    A file without a header has a person in its first row. A name that may be a number or an address is not told.
    """
    others = [name for place, name in enumerate(opened.names) if name and place not in set(read)]
    told = [name for name in others if _may_be_told(name)][:_MOST_NAMES]
    if not others:
        return ()
    if not told:
        return (f"Niet gelezen: {_counted(len(others))}.",)
    more = f" en nog {_counted(len(others) - len(told))}" if len(others) > len(told) else ""
    return (f"Niet gelezen: {', '.join(told)}{more}.",)


def _may_be_told(name: str) -> bool:
    return len(name) <= _LONGEST and not may_name_somebody(name)


def _counted(number: int) -> str:
    return "1 kolom" if number == 1 else f"{number} kolommen"


def _found(names: Sequence[str], header: str) -> list[int]:
    exact = [place for place, name in enumerate(names) if name == header]
    return exact or [place for place, name in enumerate(names) if loose(name) == loose(header)]


def _one_column(opened: Opened) -> Fault:
    rule = "er is maar één kolom gevonden"
    remedy = "Zet bij scheiding wat er tussen de velden staat: een puntkomma, een komma, tab of |."
    return Fault(opened.place, rule, remedy=remedy)


def _remedy(opened: Opened, missing: Sequence[Column]) -> str:
    """Where the names were sought, and where they seem to be: told by the names that are missing only."""
    if not missing or not opened.header_row:
        return _deliver(missing)
    sought = {loose(column.header) for column in missing}
    for number, row in enumerate(opened.first_rows(), start=1):
        present = sought & {loose(cell) for cell in row if isinstance(cell, str)}
        if number != opened.header_row and 2 * len(present) > len(sought):
            return f"De namen lijken in rij {number} te staan. Zet dan bij kopregel: {number}."
    if opened.sheet or opened.header_row > 1:
        where = f"rij {opened.header_row}" + (f" van {called(opened.sheet)}" if opened.sheet else "")
        return f"De namen zijn gezocht in {where}. Staan ze in een andere rij, zet die dan bij kopregel."
    return _deliver(missing)


def _deliver(missing: Sequence[Column]) -> str:
    return f"Lever het bestand met deze {'kolom' if len(missing) == 1 else 'kolommen'}."
