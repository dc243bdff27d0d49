"""The small town as it would be delivered on any day of 2020: rows of later are not there yet, what ends later is open."""

from __future__ import annotations

import random
from datetime import date
from functools import cache
from pathlib import Path

from socdom.parameters import Places
from socdom.quarters import Quarter
from tests.lib.small_town import SLUG, _files, make_workplace

# File → column of the day on which the town came to know of a row.
_KNOWN = {
    "voorzieningen_wmo.csv": "toewijzingsdatum",
    "voorzieningen_jeugd.csv": "toewijzingsdatum",
    "aanvragen.csv": "ontvangen",
    "uitkeringen.csv": "begindatum",
    "reintegratie.csv": "begindatum",
    "vroegsignalen.csv": "ontvangen",
    "schuldhulp.csv": "aanmelddatum",
    "declaraties.csv": "ontvangen",
}
# Column of a day that may be yet to come → what is empty with it.
_TO_COME = {
    "einddatum": ("einddatum", "reden_beeindiging"),
    "besluit": ("besluit", "uitkomst"),
    "contactdatum": ("contactdatum", "uitkomst"),
}
_MONTHS = [(year, month) for year in (2019, 2020) for month in (1, 4, 7, 10)]

Row = dict[str, str]


def make_nightly_town(folder: Path, beheer: str = "") -> Places:
    """The small town in its own time: no day of its own, no delivery yet, no quarter made ready."""
    places = make_workplace(folder)
    home = places.parameters / SLUG
    gemeente = (home / "gemeente.yml").read_text(encoding="utf-8")
    (home / "gemeente.yml").write_text(gemeente.replace("vandaag: 2021-02-15\n", ""), encoding="utf-8")
    for quarter in home.glob("????Q?"):
        for path in quarter.iterdir():
            path.unlink()
        quarter.rmdir()
    if beheer:
        (home / "beheer.yml").write_text(beheer, encoding="utf-8")
    for path in places.deliveries(SLUG).iterdir():
        path.unlink()
    return places


def make_ready(places: Places, quarter: str, figures_as_of: date, documents: str = "[]") -> None:
    """What somebody writes before the concept of a quarter can be made."""
    folder = places.parameters / SLUG / quarter
    folder.mkdir()
    text = f"kwartaal: {quarter}\nterugblik: 4\ncijfers_per: {figures_as_of}\ndocumenten: {documents}\n"
    (folder / "kwartaal.yml").write_text(text, encoding="utf-8")


def deliver(places: Places, day: date, *, share: float = 1.0, only: str = "") -> None:
    """Write the deliveries of a day.

    Args:
        share: part of the rows of each file of persons that is there; the rest was lost.
        only: name of the one file to write.
    """
    folder = places.deliveries(SLUG)
    for name, rows in _of_day(day, share).items():
        if only in ("", name):
            (folder / name).write_text(rows, encoding="utf-8")


@cache
def _of_day(day: date, share: float) -> dict[str, str]:
    found = {}
    for name, (header, rows) in _rows().items():
        kept = [_on(row, day) for row in rows if _is_known(name, row, day)]
        part = kept if "kwartaal" in header else kept[: round(len(kept) * share)]
        lines = [";".join(header), *(";".join(row[column] for column in header) for row in part)]
        found[name] = "\n".join(lines) + "\n"
    return found


@cache
def _rows() -> dict[str, tuple[list[str], list[Row]]]:
    found = {
        name: (header, [dict(zip(header, map(str, row), strict=True)) for row in rows])
        for name, (header, rows) in _files(random.Random(7)).items()
    }
    header, lines = found["declaraties.csv"]
    found["declaraties.csv"] = (header, [_bill(row, *month) for row in lines[::2] for month in _MONTHS])
    return found


def _bill(row: Row, year: int, month: int) -> Row:
    number = f"{row['declaratienummer']}-{year}-{month}"
    received = f"15-{month + 1:02d}-{year}"
    return row | {"declaratienummer": number, "dienst_van": f"01-{month:02d}-{year}", "ontvangen": received}


def _is_known(name: str, row: Row, day: date) -> bool:
    if "kwartaal" in row:
        return Quarter.parse(row["kwartaal"]) <= Quarter.of(day)
    return name not in _KNOWN or _read(row[_KNOWN[name]]) <= day


def _on(row: Row, day: date) -> Row:
    """A row as it was on a day: what was yet to come is empty."""
    empty = [
        name
        for column, names in _TO_COME.items()
        if row.get(column) and _read(row[column]) > day
        for name in names
    ]
    return row | dict.fromkeys(empty, "")


def _read(text: str) -> date:
    day, month, year = map(int, text.split("-"))
    return date(year, month, day)
