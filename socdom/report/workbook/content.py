"""Which tables the workbook has: from the main figures to their parts, then what is needed to read them."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from socdom.areas import level_of
from socdom.blocks.sheets.model import Sheet
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.report.workbook import others
from socdom.report.workbook.key_figures import key_figures_sheet
from socdom.report.workbook.notes import Notes
from socdom.report.workbook.series import (
    AREA,
    AREA_CODE,
    CATEGORY,
    DIMENSION,
    NUMBER,
    SOURCE,
    THEME,
    series_sheet,
)


def sheets(edition: Edition) -> list[Sheet]:
    """Every sheet with a table, in order; together they hold every figure of the edition."""
    notes = Notes(edition)
    tables = [
        key_figures_sheet(edition, notes),
        *_series(edition, notes),
        others.members_sheet(edition, notes),
        others.revisions_sheet(edition, notes),
        others.expected_sheet(edition, notes),
        others.definitions_sheet(edition),
        others.sources_sheet(edition),
    ]
    return [sheet for sheet in (notes.sheet(), *tables) if sheet is not None]


def _series(edition: Edition, notes: Notes) -> Iterator[Sheet | None]:
    """The sheets with figures over time: each figure stands on one of them, and on no other."""
    frame = edition.figures
    policy = frame["indicator"].map(lambda name: edition.descriptions[name].is_policy_indicator)
    levels = frame["area"].map(level_of)
    own = frame[~policy & levels.eq("gemeente")]
    small = frame[~policy & levels.isin(["wijk", "buurt"])]
    wide = frame[~policy & levels.isin(["land", "referentie"])]
    name = f"gemeente {edition.meta.name}"
    for theme, title in THEMES.items():
        in_theme = [key for key, about in edition.descriptions.items() if about.theme == theme]
        of_theme = own[own["indicator"].isin(in_theme)]
        quarters = _quarterly(of_theme)
        whole, parts = _split(quarters)
        about = f"{title} per kwartaal, {name}"
        yield series_sheet(title, about, edition, notes, whole)
        split = f"{title}, uitgesplitst"
        yield series_sheet(split, f"{about}, uitgesplitst", edition, notes, parts, (DIMENSION, CATEGORY))
    whole, parts = _split(_yearly(own))
    about = f"Cijfers per jaar, {name}"
    yield series_sheet("Per jaar", about, edition, notes, whole, (THEME,))
    of_year = (THEME, DIMENSION, CATEGORY)
    yield series_sheet("Per jaar, uitgesplitst", f"{about}, uitgesplitst", edition, notes, parts, of_year)
    yield from _areas(edition, notes, small)
    keys = (NUMBER, THEME, AREA, SOURCE)
    title = "Beleidsindicatoren die elke gemeente moet laten zien"
    yield series_sheet("Beleidsindicatoren", title, edition, notes, frame[policy], keys)
    yield from _beside(edition, notes, wide)


def _areas(edition: Edition, notes: Notes, small: pd.DataFrame) -> Iterator[Sheet | None]:
    """Wijken and buurten."""
    what = "Wijken en buurten" if small["area"].map(level_of).eq("buurt").any() else "Wijken"
    keys = (THEME, AREA, AREA_CODE)
    for each, figures in (("kwartaal", _quarterly(small)), ("jaar", _yearly(small))):
        yield series_sheet(f"{what} per {each}", f"{what} per {each}", edition, notes, figures, keys)


def _beside(edition: Edition, notes: Notes, wide: pd.DataFrame) -> Iterator[Sheet | None]:
    """Nederland and the municipalities that are alike."""
    keys = (THEME, AREA, DIMENSION, CATEGORY)
    line = "De cijfers van de gemeente zelf staan op de andere bladen."
    for each, figures in (("kwartaal", _quarterly(wide)), ("jaar", _yearly(wide))):
        title = f"Vergelijkbare gemeenten en Nederland, per {each}"
        yield series_sheet(f"Vergelijking per {each}", title, edition, notes, figures, keys, lines=(line,))


def _split(figures: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The totals, and the figures of a breakdown."""
    total = figures["dimension"].eq("")
    return figures[total], figures[~total]


def _quarterly(figures: pd.DataFrame) -> pd.DataFrame:
    return figures[figures["period"].str.contains("Q")]


def _yearly(figures: pd.DataFrame) -> pd.DataFrame:
    return figures[~figures["period"].str.contains("Q")]
