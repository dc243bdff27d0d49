"""Numbers as a reader sees them, read back from pages, PDFs and files, and held against the rows of an edition.

Nothing here writes a number: what is shown is read as a reader would, and must be what the row rounds to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
import pandas as pd

from socdom.editions.model import FIGURE_KEY
from socdom.editions.read import Edition

_PERIODS = re.compile(r"([1-4])e kw(?:artaal|\.)\s(\d{4})")
_NUMBER = re.compile(r"-?\d{1,3}(?:\.\d{3})+(?:,\d+)?|-?\d+(?:,\d+)?")
_OPEN = {"voorlopig", "onvolledig"}
_SHOWN = {"definitief", *_OPEN}
# A number with what it is a number of; a difference, a date and a page have none of these behind or before them.
MEASURED = re.compile(
    r"€\s-?[\d.]+(?:,\d+)?(?:\smln\.)?|-?[\d.]*\d(?:,\d+)?(?:%|\s(?:procent|weken|dagen|van\sde\s1\.000)\b)"
)


@dataclass(frozen=True)
class Told:
    """A cell of a page that says which figure it shows, with the headers a reader takes it by."""

    key: tuple[str, ...]
    number: str
    text: str
    row: str
    column: str

    def __str__(self) -> str:
        return f"{'|'.join(self.key)} {self.number}: {self.text!r} under {self.row!r}, {self.column!r}"


def told_in(page: str) -> list[Told]:
    """Every such cell of a page."""
    return [
        Told(
            key=tuple(cell.get("data-cijfer").split("|")[:5]),
            number=cell.get("data-cijfer").split("|")[5],
            text=_seen(cell),
            row=_seen(cell.xpath("ancestor::tr[1]/th[1]")[0]),
            column=cell.get("data-kop", ""),
        )
        for cell in lxml.html.fromstring(page).xpath("//td[@data-cijfer]")
    ]


def _seen(node: lxml.html.HtmlElement) -> str:
    """The text of a cell without what is only read aloud, and without small lines."""
    texts = node.xpath(
        ".//text()[not(ancestor::span[contains(@class,'vh') or contains(@class,'onderregel') or @class='klein'])]"
    )
    return " ".join("".join(texts).split())


def wrong_in(page: str, edition: Edition) -> list[str]:
    """What a page tells otherwise than the rows of its edition."""
    rows = edition.figures.set_index(list(FIGURE_KEY))
    return [f"{told}: {fault}" for told in told_in(page) for fault in _faults(told, rows, edition)]


def _faults(told: Told, rows: pd.DataFrame, edition: Edition) -> Iterator[str]:
    if told.key not in rows.index:
        yield "no such figure"
        return
    row = rows.loc[told.key]
    yield from _number_faults(told, row)
    yield from _header_faults(told, edition)


def _number_faults(told: Told, row: pd.Series) -> Iterator[str]:
    true, text = row[told.number], re.sub(r"\s\((?:\de kwartaal )?\d{4}\)$", "", told.text)
    if row["status"] not in _SHOWN or true != true:
        if told.number == "denominator" and true == true:
            yield from (() if same(text, true) else ("another number",))
        elif text not in (".", ""):
            yield "a number that is not shown"
        return
    if not same(text, true):
        yield f"the row holds {true}"
    if told.number != "denominator" and text.endswith("*") != (row["status"] in _OPEN):
        yield "the star is not that of its status"


def same(text: str, true: float) -> bool:
    """Whether a text is a number, rounded: "€ 4,1 mln.*" and 4130000.0."""
    found = _NUMBER.findall(text)
    if len(found) != 1:
        return False
    number = float(found[0].replace(".", "").replace(",", "."))
    decimals = len(found[0].partition(",")[2])
    scale = 1e6 if "mln." in text else 1.0
    return abs(number * scale - true) <= 0.5 * scale * 10.0**-decimals + 1e-9 * abs(true)


def _header_faults(told: Told, edition: Edition) -> Iterator[str]:
    """A header that names a period, an area, a category or a figure names that of the cell."""
    indicator, period, area, dimension, category = told.key
    for header in (told.row, told.column):
        named = _PERIODS.search(header)
        if named and f"{named[2]}Q{named[1]}" != period:
            yield "under another period"
    about = edition.descriptions[indicator]
    areas = {item.name for item in edition.areas.values()}
    if told.row in areas and told.row != edition.areas[area].name:
        yield "beside another area"
    titles = {text for d in edition.descriptions.values() for text in (d.title, d.short)}
    if "begro" in told.column.lower():
        # What was spent has its budget beside it, which is a figure of its own.
        if not re.search("begroting|benutting", indicator):
            yield "no budget under its header"
    elif not dimension and told.row in titles and told.row not in (about.title, about.short):
        yield "beside another figure"
    labels = set(about.dimensions[dimension].labels.values()) if dimension else set()
    if told.row in labels and told.row != about.dimensions[dimension].labels[category]:
        yield "beside another category"


def words_of(page: str) -> str:
    """What a page says, without its charts."""
    html = lxml.html.fromstring(page)
    for silent in html.xpath("//script | //style | //svg"):
        silent.drop_tree()
    return "\n".join(html.xpath("//body//text()"))


# What stands before or behind a number → the formats of figures that are written so.
_WRITTEN = {
    "€": ("euro",),
    "%": ("procent",),
    "procent": ("procent",),
    "weken": ("weken",),
    "dagen": ("dagen",),
    "1.000": ("per_1000",),
}


def unknown(text: str, edition: Edition) -> list[str]:
    """The measured numbers in a text that are no number of a shown figure, no goal and no difference of two figures.

    A number is held against figures of its own kind only: a percentage is no number of weeks.
    """
    numbers = _numbers(edition)
    found = MEASURED.findall(
        " ".join(text.split()).replace("van de 1.000", "van\N{NO-BREAK SPACE}de\N{NO-BREAK SPACE}1.000")
    )
    return [
        bare
        for told in found
        if (bare := told.replace("\N{NO-BREAK SPACE}de\N{NO-BREAK SPACE}1.000", ""))
        and not any(
            same(bare, number)
            for sign, formats in _WRITTEN.items()
            if told.startswith(sign) or told.endswith(sign)
            for form in formats
            for number in numbers.get(form, ())
        )
    ]


def _numbers(edition: Edition) -> dict[str, set[float]]:
    """Format → the numbers that a sentence may hold in it."""
    shown = edition.figures[edition.figures["value"].notna()]
    forms = {name: description.format for name, description in edition.descriptions.items()}
    numbers: dict[str, set[float]] = {form: set() for form in forms.values()}
    for form, rows in shown.groupby(shown["indicator"].map(forms)):
        # A word says which way a difference goes.
        numbers[form] |= {*rows["value"], *rows["value"].abs()}
    for (name, *_), series in shown[shown["area"].eq(edition.meta.code)].groupby(
        ["indicator", "dimension", "category"]
    ):
        newest = series.sort_values("period")["value"].tolist()[-5:]
        numbers[forms[name]] |= {abs(newest[-1] - other) for other in newest}
    for goal in edition.goals.goals:
        if goal.target is not None and goal.indicator in forms:
            numbers[forms[goal.indicator]].add(goal.target)
    for item in edition.changes.revised if edition.changes else ():
        numbers[forms[item.indicator]] |= {item.old, item.new}
    spent = shown[
        shown["indicator"].str.startswith(("lasten_", "begroting_")) & shown["period"].eq(edition.meta.period)
    ]
    for _, post in spent.groupby(spent["indicator"].str.partition("_")[2]):
        if len(post) == 2:
            budget, realised = post.sort_values("indicator")["value"]
            numbers["euro"].add(abs(realised - budget))
            numbers.setdefault("procent", set()).update(
                {realised / budget * 100, abs(realised - budget) / budget * 100}
            )
    return numbers
