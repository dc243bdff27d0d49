"""The small town with canaries in it: a marked person, thousands of marked clients, and exact numbers to look for.

What the exact numbers are is computed from the deliveries, unprotected: every count and amount of five digits or
more, and every rate with many decimals. Also a hidden count of three is known by its rate.
"""

from __future__ import annotations

import math
import os
import struct
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.parameters import Places
from socdom.parameters.gebieden import load_gebieden
from socdom.quarters import quarter_range
from socdom.sources.pseudonyms import load_key, pseudonyms
from socdom.tables import as_known_on
from tests.lib.canary_search import DECIMALS, Marks
from tests.lib.small_town import FIRST, LAST, NAME_MARK, QUARTER, ROOT, SLUG, make_workplace
from tests.lib.taken_in import read_deliveries

BSN, NAME, BORN = "123456782", "Kanarievogel", date(1936, 2, 29)
HOUSEHOLD, PROVISION, PROVIDER = "KANARIEHUIS", "KANARIEVOORZIENING", "Aanbieder Kanarie"
# 12.347 households get a payment (shown as 12.345) and 11.618 persons help (shown as 11.620), all in one buurt.
HOUSEHOLDS, WMO_CLIENTS, BUURT = 12_347, 11_618, "BU99980201"
# One client with nearly all money of a wijk, but less than half of the town's; each of a crowd has an odd amount.
AMOUNT, CROWD_AMOUNT, YEAR_BEFORE, CROWD = "7.654.321,09", "1.987,65", "1.876,54", 5_000
# Of a buurt, the first group of age and sex, and the households. Odd, so that a rate has many decimals.
PEOPLE, HOUSES = 20_011, 40_009
FIGURES_AS_OF = date(2021, 2, 15)
_MONEY = ("bedrag", "gemiddelde", "verschil", "prijs", "aandeel_bedrag")
_SMALLEST_SHOWN = 10
_PUBLIC_DENOMINATOR = ("personen", "bedrag")


@dataclass(frozen=True)
class Run:
    """A command that ended, with all it printed."""

    code: int
    printed: str


@dataclass(frozen=True)
class CanaryTown:
    """A workplace with canaries; home and temporary folder are its own, so that they can be searched.

    Attributes:
        runs: the commands that made what is there: a check, an edition, and the edition of the dashboard.
    """

    places: Places
    folder: Path
    runs: tuple[Run, ...] = ()

    def environment(self) -> dict[str, str]:
        """The environment of a command in this workplace."""
        own = {
            "SOCDOM_ROOT": self.places.root,
            "SOCDOM_DATA": self.places.data,
            "SOCDOM_SLEUTEL": self.places.key,
            "HOME": self.folder / "thuis",
            "TMPDIR": self.folder / "tmp",
        }
        kept = {name: value for name, value in os.environ.items() if name != "SOCDOM_DEBUG"}
        return kept | {name: str(value) for name, value in own.items()} | {"PYTHONPATH": str(ROOT)}

    def socdom(self, *words: str) -> Run:
        """Run a command to its end."""
        done = subprocess.run(
            self.command(*words),
            env=self.environment(),
            cwd=self.places.root,
            capture_output=True,
            text=True,
        )
        return Run(done.returncode, done.stdout + done.stderr)

    def command(self, *words: str) -> list[str]:
        """The words of a command about this town."""
        return [sys.executable, "-m", "socdom", *words, "--gemeente", SLUG]

    def delivery(self, name: str) -> Path:
        """A file of the deliveries."""
        return self.places.deliveries(SLUG) / name

    def public_files(self) -> Iterator[Path]:
        """Every file outside `data/` and the folder of the key."""
        closed = (self.places.data, self.places.key.parent)
        for path in sorted(self.folder.rglob("*")):
            if path.is_file() and not any(path.is_relative_to(folder) for folder in closed):
                yield path

    @cached_property
    def marks(self) -> Marks:
        """All that may be found nowhere: the person in every spelling, the pseudonym, the key and exact numbers."""
        key = load_key(self.places.key)
        person = int(pseudonyms(pd.Series([BSN]), key, "person").iloc[0])
        dates = [BORN.isoformat(), BORN.strftime("%d-%m-%Y"), BORN.strftime("%Y%m%d"), "29 februari 1936"]
        words = [BSN, NAME, NAME_MARK, HOUSEHOLD, PROVISION, *dates, str(person), f"{person:x}", key.hex()]
        cents = AMOUNT.replace(".", "").replace(",", "")
        numbers, fractions = exact_numbers(self.unprotected)
        return Marks(tuple(words), numbers | {cents, cents[:-2]}, fractions, (struct.pack("<q", person), key))

    @cached_property
    def unprotected(self) -> pd.DataFrame:
        """All figures from own registrations as they are counted, with a column `protection`."""
        gebieden = load_gebieden(self.places.parameters / SLUG / "gebieden.csv")
        tables = read_deliveries(self.places.deliveries(SLUG), gebieden, load_key(self.places.key))
        own = [indicator for indicator in catalogue().values() if not indicator.external_series]
        figures = compute(
            own, as_known_on(tables, FIGURES_AS_OF), list(quarter_range(FIRST, LAST)), gebieden.current, None
        )
        protection = {indicator.id: indicator.describe()["protection"] for indicator in own}
        return figures.assign(protection=figures["indicator"].map(protection))


def exact_numbers(figures: pd.DataFrame) -> tuple[frozenset[str], frozenset[str]]:
    """Whole numbers and fractions that protection may not let through; what rounding leaves as it is, is none.

    Args:
        figures: unprotected, with a column `protection`.
    """
    figures = figures[figures["protection"].ne("openbaar")]
    money = figures["protection"].isin(_MONEY)
    public = set(figures.loc[figures["protection"].isin(_PUBLIC_DENOMINATOR), "denominator"])
    counts = pd.concat([figures.loc[~money, "numerator"], figures["denominator"], figures["base"]])
    counts = counts[counts.mod(5).ne(0) & ~counts.isin(public)]
    euros = figures.loc[money, "numerator"]
    euros = euros[euros.mod(1000).ne(0)]
    whole = {*_digits(counts), *_digits(euros), *_digits(euros * 100)}
    return frozenset(whole), frozenset(_fractions(_telling_rates(figures)))


def _telling_rates(figures: pd.DataFrame) -> pd.Series:
    """Rates of true numbers, but for those that rounded numbers give somewhere as well (3 in 9, 10 in 30)."""
    rates = figures[figures["denominator"].gt(0) & figures["value"].gt(0)]
    exact = rates["numerator"] / rates["denominator"]
    money = rates["protection"].isin(_MONEY)
    public = rates["protection"].isin(_PUBLIC_DENOMINATOR)
    part = _nearest(rates["numerator"], np.where(money, 1000, 5))
    whole = rates["denominator"].where(public, _nearest(rates["denominator"], 5))
    shown = (part / whole / exact * rates["value"])[part.abs() >= _SMALLEST_SHOWN]
    return rates.loc[~rates["value"].round(6).isin(shown.round(6)), "value"]


def _nearest(values: pd.Series, step: object) -> pd.Series:
    return (values / step + 0.5).map(math.floor) * step


def _digits(numbers: Iterable[float]) -> Iterator[str]:
    return (str(math.floor(abs(number))) for number in numbers if abs(number) >= 10_000)


def _fractions(values: Iterable[float]) -> Iterator[str]:
    for value in values:
        whole, _, decimals = f"{abs(value):.{DECIMALS + 3}f}".partition(".")
        if value == value and len(decimals.rstrip("0")) > DECIMALS:
            yield f"{whole}.{decimals[:DECIMALS]}"


def make_canary_town(folder: Path) -> CanaryTown:
    """The small town in an empty folder, with canaries in every delivery."""
    places = make_workplace(folder)
    (folder / "thuis").mkdir()
    (folder / "tmp").mkdir()
    town = CanaryTown(places, folder)
    quarter = places.parameters / SLUG / QUARTER / "kwartaal.yml"
    every = quarter.read_text(encoding="utf-8").replace("[rapport]", "[rapport, brief, bijeenkomst]")
    quarter.write_text(every, encoding="utf-8")
    _plant_person(town)
    _plant_crowd(town)
    for name, low in (("bevolking.csv", PEOPLE), ("huishoudens.csv", HOUSES)):
        _plant_population(town.delivery(name), low)
    return town


def published(town: CanaryTown) -> CanaryTown:
    """The same town after a check, with an edition and the edition of the dashboard."""
    commands = (("check",), ("quarter", QUARTER), ("refresh",))
    return replace(town, runs=tuple(town.socdom(*words) for words in commands))


def _plant_person(town: CanaryTown) -> None:
    born = BORN.strftime("%d-%m-%Y")
    rows = {
        "clienten.csv": f"{BSN};{NAME};{born};vrouw;{HOUSEHOLD};BU99980101;01-01-2018;",
        "voorzieningen_wmo.csv": f"{PROVISION};{BSN};01;zin;{PROVIDER};01-02-2019;01-03-2019;;;",
        "aanvragen.csv": f"A-kanarie;{BSN};wmo;01-01-2019;01-02-2019;toegekend",
        "reintegratie.csv": f"R-kanarie;{BSN};scholing;01-04-2020;;",
        "schuldhulp.csv": f"T-kanarie;{BSN};{HOUSEHOLD};01-04-2020;05-05-2020;;",
        "vroegsignalen.csv": f"S-kanarie;{BSN};{HOUSEHOLD};05-05-2020;huur;;",
        "declaraties.csv": f"D-kanarie;{PROVISION};{BSN};wmo;01;{PROVIDER};01-10-2020;01-12-2020;4;04;{AMOUNT}",
    }
    for name, row in rows.items():
        _add(town.delivery(name), [row])


def _plant_crowd(town: CanaryTown) -> None:
    """Enough persons to make the numbers HOUSEHOLDS and WMO_CLIENTS on the last day of the quarter."""
    payments = [line.split(";") for line in _lines(town.delivery("uitkeringen.csv"))]
    helped = [line.split(";") for line in _lines(town.delivery("voorzieningen_wmo.csv"))]
    last = date(LAST.year, 12, 31)
    with_help = {row[1] for row in helped if not row[7] or _day(row[7]) > last}
    numbers = _valid_numbers(20_000_000, HOUSEHOLDS - len({row[1] for row in payments if not row[4]}))
    clients = numbers[: WMO_CLIENTS - len(with_help)]
    _add(
        town.delivery("clienten.csv"),
        [f"{n};{NAME_MARK};01-01-1980;man;K{n};{BUURT};01-01-2018;" for n in numbers],
    )
    _add(town.delivery("uitkeringen.csv"), [f"K{n};K{n};{n};01-01-2019;;" for n in numbers])
    _add(
        town.delivery("voorzieningen_wmo.csv"),
        [f"K{n};{n};{('01', '02')[i % 3 == 0]};zin;Aanbieder A;01-02-2019;01-03-2019;;;" for i, n in enumerate(clients)],
    )  # fmt: skip
    _add(town.delivery("declaraties.csv"), list(_declarations(clients[:CROWD])))


def _declarations(clients: list[str]) -> Iterator[str]:
    """A line of each client in the quarter, and one in two quarters of the year before."""
    for i, n in enumerate(clients):
        row = f"K{n};{n};wmo;{('01', '02')[i % 3 == 0]};Aanbieder {'ABC'[i % 3]}"
        yield f"K{n};{row};01-10-2020;01-12-2020;4;04;{CROWD_AMOUNT}"
        yield f"J{n};{row};01-10-2019;01-12-2019;4;04;{YEAR_BEFORE}"
        yield f"I{n};{row};01-07-2019;01-09-2019;4;04;{YEAR_BEFORE}"


def _plant_population(path: Path, number: int) -> None:
    """Give the buurt of the crowd room for it; no group is as large as another, so no two rates are alike."""
    header, *rows = path.read_text(encoding="utf-8").splitlines()
    room = [
        f"{row.rpartition(';')[0]};{number + 37 * i}" if row.startswith(BUURT) else row
        for i, row in enumerate(rows)
    ]
    path.write_text("\n".join([header, *room]) + "\n", encoding="utf-8")


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[1:]


def _day(written: str) -> date:
    return date(*(int(part) for part in reversed(written.split("-"))))


def _add(path: Path, rows: list[str]) -> None:
    with path.open("a", encoding="utf-8") as file:
        file.write("".join(f"{row}\n" for row in rows))


def _valid_numbers(first: int, count: int) -> list[str]:
    """Numbers of nine digits from `first` on that pass the eleven-test."""
    found: list[str] = []
    while len(found) < count:
        weights = zip(str(first), (9, 8, 7, 6, 5, 4, 3, 2), strict=True)
        check = sum(int(digit) * weight for digit, weight in weights) % 11
        found += [f"{first}{check}"] if check < 10 else []
        first += 1
    return found
