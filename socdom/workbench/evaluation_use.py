"""The use of a dashboard in pictures and tables: per month that has ended, small counts hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socdom import dutch
from socdom.editions.model import EditionMeta
from socdom.usage.periods import month_label
from socdom.usage.shown import Shown as Counted
from socdom.usage.told import MonthUse, UseTold
from socdom.usage.words import ANSWERS, DEVICES, NOT_SHOWN, count_text, fewer, total_text
from socdom.workbench.count_bars import count_bars
from socdom.workbench.show import Shown, sentence, table

_NOTHING = "Hierover is nog niets geteld."
_AT_LEAST = "*"
_STAR = "* Ten minste: wat kleine aantallen samen zijn, staat er niet bij."
_MONTHS = 12
_SHORT = {"maart": "mrt"}


def month_bars(use: UseTold, meta: EditionMeta) -> Shown:
    """How often pages were seen in each month; a chart for each year of use."""
    title = "Keren dat een pagina is bekeken"
    drawn = [
        count_bars(title, span, [_month_bar(month) for month in months], meta) for span, months in _years(use)
    ]
    starred = any(month.pages.total is None and month.pages.named for month in use.months)
    return _each([*drawn, *([sentence(_STAR)] if starred else [])])


def page_bars(use: UseTold, meta: EditionMeta) -> Shown:
    """How often each page was seen, over the months that may be told; a chart for each year of use."""
    title = "Keren dat een pagina is bekeken, ten minste"
    return _each([count_bars(title, span, _page_sums(use, months), meta) for span, months in _years(use)])


def pages_table(use: UseTold) -> Shown:
    """How often each page was seen; a table for each year of use, with a column for each month."""
    return _each([Shown(_months_table(span, months, use)) for span, months in _years(use)])


def devices_table(use: UseTold) -> Shown:
    """On which kind of device pages were seen; a row for each month."""
    labels = {device.value: label for device, label in DEVICES.items()}
    rows = [_row(month, labels) for month in use.months]
    return _each([Shown(table("Apparaten", ["Maand", *labels.values()], rows))] if rows else [])


def acts_table(use: UseTold) -> Shown:
    """What was done beside looking; a row for each month."""
    heads = ["Maand", "Begonnen te kiezen", "Gedownload", "Gezocht", "Vraagpagina geopend"]
    rows = [
        [
            month_label(month.month),
            *map(total_text, (month.choices, month.downloads, month.searches, month.questions)),
        ]
        for month in use.months
    ]
    return _each([Shown(table("Wat lezers deden", heads, rows))] if rows else [])


def answers_table(use: UseTold) -> Shown:
    """Whether pages were clear; a row for each quarter that has ended."""
    if not use.quarters:
        return sentence("Er zijn nog geen antwoorden van een heel kwartaal.")
    heads = ["Kwartaal", *ANSWERS.values(), "Samen"]
    rows = [
        [
            item.quarter.label,
            *(count_text(item.answers, answer) for answer in ANSWERS),
            total_text(item.answers),
        ]
        for item in use.quarters
    ]
    return Shown(table("Was deze pagina duidelijk?", heads, rows))


def unclear_table(use: UseTold) -> Shown:
    """The pages of which that may be told; a row for each quarter."""
    heads = ["Kwartaal", "Pagina’s met antwoord deels of nee"]
    rows = [[item.quarter.label, _named(use, item.unclear)] for item in use.quarters]
    return Shown(table("Wat was niet duidelijk?", heads, rows)) if rows else Shown("")


def _named(use: UseTold, part: Counted | None) -> str:
    if part is None:
        return NOT_SHOWN
    named = [f"{use.offered.answered[name]} {dutch.number(count)}" for name, count in part.named.items()]
    return dutch.listing(named) if named else f"per pagina {fewer(part.limit)}"


def _month_bar(month: MonthUse) -> tuple[str, int | None]:
    name = month_label(month.month)
    if month.pages.total is not None:
        return name, month.pages.total
    return (f"{name}{_AT_LEAST}", month.pages.least) if month.pages.named else (name, None)


def _page_sums(use: UseTold, months: Sequence[MonthUse]) -> list[tuple[str, int | None]]:
    """Page and number, largest first; a page that is shown in no month has none."""
    sums = {page: sum(month.pages.named.get(page, 0) for month in months) for page in use.offered.pages}
    order = sorted(sums, key=lambda page: -sums[page])
    return [(use.offered.pages[page], sums[page] or None) for page in order]


def _months_table(span: str, months: Sequence[MonthUse], use: UseTold) -> str:
    heads = ["Pagina", *map(_short_month, months)]
    rows = [
        [label, *(_short(month.pages, page) for month in months)] for page, label in use.offered.pages.items()
    ]
    total = ["Samen", *(_short_total(month.pages) for month in months)]
    marks = f"< is {fewer(use.limit)}, * is ten minste"
    return table(f"Bekeken pagina’s, {span} ({marks})", heads, [*rows, total])


def _short_month(month: MonthUse) -> str:
    """ "feb 2020"."""
    name, _, year = month_label(month.month).partition(" ")
    return f"{_SHORT.get(name, name[:3])} {year}"


def _short(part: Counted, name: str) -> str:
    return dutch.number(part.named[name]) if name in part.named else "<"


def _short_total(part: Counted) -> str:
    if part.total is None and not part.named:
        return "."
    return dutch.number(part.least) + (_AT_LEAST if part.total is None else "")


def _row(month: MonthUse, labels: Mapping[str, str]) -> list[str]:
    part = month.devices
    numbers = [NOT_SHOWN] * len(labels) if part is None else [count_text(part, name) for name in labels]
    return [month_label(month.month), *numbers]


def _years(use: UseTold) -> list[tuple[str, Sequence[MonthUse]]]:
    """Years of use, from the first month that was counted; each with its first and last month in words."""
    parts = [use.months[at : at + _MONTHS] for at in range(0, len(use.months), _MONTHS)]
    return [
        (f"{month_label(part[0].month)} tot en met {month_label(part[-1].month)}", part) for part in parts
    ]


def _each(parts: Sequence[Shown]) -> Shown:
    return Shown("".join(part.html for part in parts) or sentence(_NOTHING).html)
