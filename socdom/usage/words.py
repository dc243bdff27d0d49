"""Counts and what they count, in Dutch: as a reader sees them, and as rows for another program."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from socdom import dutch
from socdom.usage.cells import Act, Answer, Device
from socdom.usage.periods import month_label
from socdom.usage.shown import Shown
from socdom.usage.told import MonthUse, QuarterAnswers, UseTold

DEVICES = {
    Device.PHONE: "Telefoon",
    Device.TABLET: "Tablet",
    Device.COMPUTER: "Computer of ander apparaat",
}
ANSWERS = {Answer.YES: "Ja", Answer.PARTLY: "Deels", Answer.NO: "Nee"}
NOT_SHOWN = "niet getoond"
MADE_UP = "Let op: deze gemeente bestaat niet. Alle aantallen zijn verzonnen."
_HEAD = ("periode", "soort", "naam", "aantal")


class Row(NamedTuple):
    """One count: of which period, of what kind, of what, and how often as text."""

    period: str
    kind: str
    name: str
    number: str


def count_text(part: Shown, name: str) -> str:
    """A count of a part, "minder dan 10" when it is hidden."""
    return dutch.number(part.named[name]) if name in part.named else fewer(part.limit)


def total_text(part: Shown) -> str:
    """A total; when it is hidden what it is at least."""
    if part.total is not None:
        return dutch.number(part.total)
    if len(part.hidden) == 1 and not part.named:
        return fewer(part.limit)
    return f"ten minste {dutch.number(part.least)}" if part.named else NOT_SHOWN


def fewer(limit: int) -> str:
    """ "minder dan 10"."""
    return f"minder dan {limit}"


def summary(use: UseTold) -> Iterator[str]:
    """A line for each month, under a heading; a sentence when there is nothing to tell."""
    if use.made_up:
        yield MADE_UP
    if not use.months:
        yield "Er is nog geen hele maand geteld."
        return
    heads = ("Maand", "Bekeken", "Keuzes", "Downloads", "Gezocht", "Vraagpagina")
    lines = [heads, *map(_line, use.months)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for first, *others in lines:
        yield f"{first:<{widths[0]}}" + "".join(
            f"  {text:>{width}}" for text, width in zip(others, widths[1:], strict=True)
        )
    yield f"Aantallen onder de {use.limit} staan er niet. Hoeveel mensen het zijn, is niet bekend."


def rows(use: UseTold) -> Iterator[Row]:
    """Everything that is told, oldest first."""
    for month in use.months:
        yield from _of_month(use, month)
    for quarter in use.quarters:
        yield from _of_quarter(use, quarter)


def csv_text(use: UseTold) -> str:
    """The same rows as text, with semicolons, as a Dutch spreadsheet reads them; the first one has their names."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(rows(use))
    return text.getvalue()


def _line(month: MonthUse) -> tuple[str, ...]:
    parts = (month.pages, month.choices, month.downloads, month.searches, month.questions)
    return month_label(month.month), *map(total_text, parts)


def _of_month(use: UseTold, month: MonthUse) -> Iterator[Row]:
    pages, downloads = use.offered.pages, use.offered.downloads
    choices = {name: pages[name] for name in use.offered.choices}
    parts: list[tuple[str, Shown | None, Mapping[str, str]]] = [
        ("pagina bekeken", month.pages, pages),
        ("apparaat", month.devices, {device.value: label for device, label in DEVICES.items()}),
        ("begonnen te kiezen", month.choices, choices),
        ("gedownload", month.downloads, downloads),
        ("vraagpagina geopend", month.questions, {Act.ASKED.value: "Stel een vraag"}),
        ("gezocht", month.searches, {Act.SEARCHED.value: "Zoeken"}),
    ]
    for kind, part, labels in parts:
        yield from _parts(month.month, kind, part, labels)


def _of_quarter(use: UseTold, quarter: QuarterAnswers) -> Iterator[Row]:
    labels = {answer.value: label for answer, label in ANSWERS.items()}
    yield from _parts(str(quarter.quarter), "pagina duidelijk", quarter.answers, labels)
    yield from _parts(str(quarter.quarter), "niet of deels duidelijk", quarter.unclear, use.offered.answered)


def _parts(period: str, kind: str, part: Shown | None, labels: Mapping[str, str]) -> Iterator[Row]:
    if part is None:
        yield Row(period, kind, "", NOT_SHOWN)
        return
    for name, label in labels.items():
        yield Row(period, kind, label, count_text(part, name))
    if len(labels) > 1:
        yield Row(period, kind, "totaal", total_text(part))
