"""The wijken and buurten of a municipality, with the codes they had before.

`gebieden.csv` (utf-8, `;`, dates as 31-12-2018) holds one row per code and period of validity::

    code;naam;niveau;ouder;geldig_van;geldig_tot;voorganger;grens
    WK999904;Stationskwartier;wijk;GM9999;01-01-2010;31-12-2018;;
    WK999909;Stationskwartier;wijk;GM9999;01-01-2019;;WK999904;gelijk

`grens` says whether the border is that of the predecessor (`gelijk`) or not (`gewijzigd`). CBS recodes wijken
and buurten each first of January (Kerncijfers wijken en buurten, Indelingswijziging).
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path

from socdom.areas import Area, is_area_code, level_of
from socdom.errors import Fault, ParameterError
from socdom.parameters.text import read_text

_COLUMNS = ("code", "naam", "niveau", "ouder", "geldig_van", "geldig_tot", "voorganger", "grens")
_PARENT_LEVEL = {"wijk": "gemeente", "buurt": "wijk"}
_BORDERS = ("", "gelijk", "gewijzigd")


@dataclass(frozen=True)
class AreaSpell:
    """A code and the days on which it was valid; `valid_to` None is still valid."""

    area: Area
    valid_from: date
    valid_to: date | None
    predecessor: str
    same_border: bool


@dataclass(frozen=True)
class Gebieden:
    """All codes of a municipality, old and current, in the order of the file."""

    spells: tuple[AreaSpell, ...]

    @cached_property
    def current(self) -> tuple[Area, ...]:
        """The areas that are valid at the end, with the day since which their border is that of now."""
        return tuple(
            replace(spell.area, since=self._since(spell)) for spell in self.spells if spell.valid_to is None
        )

    @cached_property
    def codes(self) -> frozenset[str]:
        """Every code that is or was valid."""
        return frozenset(spell.area.code for spell in self.spells)

    @cached_property
    def _current_codes(self) -> frozenset[str]:
        return frozenset(spell.area.code for spell in self.spells if spell.valid_to is None)

    @cached_property
    def _successor(self) -> dict[str, str]:
        """Old code → the one code that took its place within the same border."""
        times = Counter(spell.predecessor for spell in self.spells if spell.predecessor)
        return {
            spell.predecessor: spell.area.code
            for spell in self.spells
            if spell.same_border and times[spell.predecessor] == 1
        }

    def _since(self, spell: AreaSpell) -> date | None:
        """First day from which everything in the border of now can be counted; None when always.

        A wijk of which a buurt got another border is not whole before: nobody knows where those people count.
        """
        parts = [
            part.valid_to + timedelta(days=1)
            for part in self.spells
            if part.valid_to
            and not self.current_code(part.area.code)
            and part.area.parent
            and self.current_code(part.area.parent) == spell.area.code
            and spell.area.level == "wijk"
        ]
        return max([*parts, *self._own_border(spell)], default=None)

    def _own_border(self, spell: AreaSpell) -> list[date]:
        """The day on which the border last changed, under this code or one before it; empty when it never did."""
        if not spell.predecessor:
            return []
        if self._successor.get(spell.predecessor) != spell.area.code:
            return [spell.valid_from]
        return self._own_border(next(one for one in self.spells if one.area.code == spell.predecessor))

    def current_code(self, code: str) -> str:
        """The code an area has now, chains followed; "" when its border changed or the code is unknown."""
        seen: set[str] = set()
        while code not in self._current_codes:
            if code in seen or code not in self._successor:
                return ""
            seen.add(code)
            code = self._successor[code]
        return code


def load_gebieden(path: Path) -> Gebieden:
    """Read `gebieden.csv` of a municipality.

    Raises:
        ParameterError: the file is missing or a row does not hold; all faults at once.
    """
    place = f"parameters/{path.parent.name}/{path.name}"
    try:
        lines = read_text(path, place).splitlines()
    except FileNotFoundError:
        raise ParameterError(
            Fault(place, "dit bestand ontbreekt", remedy="Maak het aan met alle wijken.")
        ) from None
    reader = csv.DictReader(lines, delimiter=";")
    missing = [column for column in _COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise ParameterError([Fault(place, f"de kolom {column} ontbreekt") for column in missing])
    # By line of the file: the reader passes over an empty one.
    rows = dict((reader.line_num, row) for row in reader)
    faults = _faults(place, rows)
    if faults:
        raise ParameterError(faults)
    return Gebieden(tuple(_spell(row) for row in rows.values()))


def _spell(row: dict[str, str]) -> AreaSpell:
    return AreaSpell(
        area=Area(row["code"], row["naam"], row["niveau"], row["ouder"]),
        valid_from=_day(row["geldig_van"]) or date.min,
        valid_to=_day(row["geldig_tot"]),
        predecessor=row["voorganger"],
        same_border=row["grens"] == "gelijk",
    )


def _day(text: str) -> date | None:
    return datetime.strptime(text, "%d-%m-%Y").date() if text else None


def _is_day(text: str) -> bool:
    try:
        _day(text)
    except ValueError:
        return False
    return True


def _faults(place: str, rows: Mapping[int, dict[str, str]]) -> list[Fault]:
    if not rows:
        return [Fault(place, "er staan geen gebieden in")]
    broken = [number for number, row in rows.items() if _half(row)]
    if broken:
        return [_fault(place, "een rij heeft acht velden", broken)]
    checks = {
        "code: een CBS-code, zoals GM9999, WK999901 of BU99990101": lambda row: is_area_code(row["code"]),
        "niveau: gemeente, wijk of buurt, en passend bij de code": _level_fits,
        "naam: dit veld is verplicht": lambda row: bool(row["naam"].strip()),
        "geldig_van: een datum als 31-12-2020": lambda row: (
            bool(row["geldig_van"]) and _is_day(row["geldig_van"])
        ),
        "geldig_tot: een datum als 31-12-2020, of leeg": lambda row: _is_day(row["geldig_tot"]),
        "geldig_tot: niet eerder dan geldig_van": _days_in_order,
        "grens: gelijk, gewijzigd of leeg": lambda row: row["grens"] in _BORDERS,
        "grens: verplicht bij een voorganger": lambda row: bool(row["grens"]) == bool(row["voorganger"]),
    }
    found = _broken(place, rows, checks)
    return [fault for fault in [*found, *_link_faults(place, rows)] if fault.count]


def _broken(
    place: str, rows: Mapping[int, dict[str, str]], checks: Mapping[str, Callable[[dict[str, str]], bool]]
) -> list[Fault]:
    """A fault for each check, also when no row breaks it."""
    return [
        _fault(place, rule, [number for number, row in rows.items() if not holds(row)])
        for rule, holds in checks.items()
    ]


def _link_faults(place: str, rows: Mapping[int, dict[str, str]]) -> list[Fault]:
    """What cannot be told from one row: doubles and names of areas that are not there."""
    level = {row["code"]: row["niveau"] for row in rows.values()}
    times = Counter(row["code"] for row in rows.values())
    ended = {row["code"] for row in rows.values() if row["geldig_tot"]}
    checks = {
        "code: elke code staat er één keer in": lambda row: times[row["code"]] == 1,
        "ouder: de wijk of gemeente waar het gebied in ligt, als code in deze lijst": lambda row: (
            level.get(row["ouder"], "") == _PARENT_LEVEL.get(row["niveau"], "")
        ),
        "voorganger: een code in deze lijst die niet meer geldt": lambda row: (
            not row["voorganger"] or row["voorganger"] in ended
        ),
    }
    found = _broken(place, rows, checks)
    if list(level.values()).count("gemeente") != 1:
        found.append(Fault(place, "er staat precies één gemeente in"))
    return found


def _half(row: dict[str, str]) -> bool:
    return None in row or None in row.values()


def _level_fits(row: dict[str, str]) -> bool:
    if not is_area_code(row["code"]) or row["niveau"] not in ("gemeente", "wijk", "buurt"):
        return False
    return level_of(row["code"]) == row["niveau"]


def _days_in_order(row: dict[str, str]) -> bool:
    if not (
        _is_day(row["geldig_van"]) and _is_day(row["geldig_tot"]) and row["geldig_van"] and row["geldig_tot"]
    ):
        return True
    return _day(row["geldig_tot"]) >= _day(row["geldig_van"])  # type: ignore[operator]


def _fault(place: str, rule: str, rows: list[int]) -> Fault:
    return Fault(place, rule, len(rows), tuple(rows))
