"""How a frame of figures looks: readable numbers, what the marks mean, and no more rows than somebody reads."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd

from socdom import dutch
from socdom.blocks.tables import STATUS_WORDS, count_cell, notes, value_cell
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.narrative.wording import capital
from socdom.quarters import period_label
from socdom.report.catalogue_page import unit_and_basis
from socdom.workbench.figures.frame import COLUMNS, Figures, figures_of, title_of
from socdom.workbench.show import Shown, heading, remark, table, together

MOST_ROWS = 24
_SHAREABLE = "Deze cijfers zijn beschermd: u mag ze delen."


def frame_shown(frame: Figures) -> Shown:
    """A frame with all its headings, in the looks of the house."""
    edition = _edition(frame)
    headings, rows = _table(frame, edition)
    title, about = _title(frame, edition)
    return together(
        heading(title, 3),
        remark(about),
        table("", headings, rows),
        *(remark(text) for text in _below(frame, edition)),
    )


def frame_text(frame: Figures) -> str:
    """The same for a terminal."""
    edition = _edition(frame)
    headings, rows = _table(frame, edition)
    title, about = _title(frame, edition)
    lines = pd.DataFrame(rows, columns=headings).to_string(index=False) if rows else "(geen rijen)"
    return "\n".join([title, about, "", lines, "", *_below(frame, edition)])


def _edition(frame: Figures) -> Edition:
    assert frame.edition is not None, "a complete frame has an edition"
    return frame.edition


def _title(frame: Figures, edition: Edition) -> tuple[str, str]:
    indicators = list(dict.fromkeys(frame["indicator"]))
    if not indicators:
        return "Geen cijfers", "De tabel heeft geen rijen."
    described = edition.descriptions[indicators[0]]
    about = f"{capital(unit_and_basis(described))}. " if len(indicators) == 1 else ""
    places = list(dict.fromkeys(frame["gebied"]))
    where = places[0] if len(places) == 1 else f"{edition.meta.name}, {len(places)} gebieden"
    first, last = frame["periode"].min(), frame["periode"].max()
    when = period_label(first) if first == last else f"{period_label(first)} tot en met {period_label(last)}"
    return title_of(edition, indicators), f"{about}{where}, {when}."


def _table(frame: Figures, edition: Edition) -> tuple[list[str], list[list[str]]]:
    """Headings and cells; what is the same in every row stands above the table and not in it."""
    few = _few(frame)
    figures = figures_of(few, edition)
    described = [edition.descriptions[figure.indicator] for figure in figures]
    several = {name: frame[name].nunique() > 1 for name in ("indicator", "gebied", "categorie")}
    counted = any(description.counts_behind for description in described)
    breakdown = next((title for title in frame["uitsplitsing"] if title), "Categorie")
    columns: dict[str, Sequence[str]] = {}
    if several["indicator"]:
        columns["Indicator"] = [description.short for description in described]
    columns["Periode"] = [period_label(figure.period) for figure in figures]
    if several["gebied"]:
        columns["Gebied"] = [str(name) for name in few["gebied"]]
    if several["categorie"] or breakdown != "Categorie":
        columns[breakdown] = [str(name) for name in few["categorie"]]
    if counted:
        columns["Teller"] = [_count(*pair) for pair in zip(described, figures, strict=True)]
        columns["Noemer"] = ["" if f.denominator is None else dutch.number(f.denominator) for f in figures]
    columns["Waarde"] = [value_cell(*pair).text for pair in zip(described, figures, strict=True)]
    if several["indicator"]:
        columns["Eenheid"] = [description.unit for description in described]
    columns["Status"] = [STATUS_WORDS[figure.status] for figure in figures]
    for extra in [str(name) for name in frame.columns if name not in COLUMNS]:
        columns[extra] = [str(value) for value in few[extra]]
    rows = [list(cells) for cells in zip(*columns.values(), strict=True)]
    return list(columns), _gap(rows, len(frame))


def _count(description: Description, figure: Figure) -> str:
    return count_cell(figure).text if description.counts_behind else ""


def _few(frame: Figures) -> Figures:
    """The first and last rows of a long frame."""
    return (
        frame
        if len(frame) <= MOST_ROWS
        else pd.concat([frame.head(MOST_ROWS // 2), frame.tail(MOST_ROWS // 2)])
    )


def _gap(rows: list[list[str]], length: int) -> list[list[str]]:
    if length <= MOST_ROWS:
        return rows
    half = MOST_ROWS // 2
    return [*rows[:half], ["…"] * len(rows[0]), *rows[half:]]


def _below(frame: Figures, edition: Edition) -> list[str]:
    """How many rows there are, what the marks mean, and of which edition they are."""
    told = frame["status"].astype(str).value_counts()
    left = f" U ziet er {MOST_ROWS}." if len(frame) > MOST_ROWS else ""
    hidden = int(told.get("geheim", 0))
    count = f"{dutch.number(len(frame))} {'rij' if len(frame) == 1 else 'rijen'}.{left}"
    hides = f" Daarvan {'is' if hidden == 1 else 'zijn'} er {dutch.number(hidden)} geheim." if hidden else ""
    as_of = dutch.day(date.fromisoformat(str(edition.meta.figures_as_of)))
    origin = f"Editie {_name(edition)} van {edition.meta.name}, cijfers per {as_of}. {_SHAREABLE}"
    return [f"{count}{hides}", *notes(figures_of(frame, edition)), origin]


def _name(edition: Edition) -> str:
    return "actueel" if edition.meta.kind == "actueel" else f"{period_label(edition.meta.period)}"
