"""Figures as files to download: one for people with a spreadsheet, one for programs with its description."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from socdom.areas import LEVELS, level_of
from socdom.editions.model import AreaRecord, Description, EditionMeta
from socdom.editions.open_csv import OPEN_CSV, OPEN_DESCRIPTION, write_open_csv
from socdom.quarters import period_label

CSV = "cijfers.csv"
# Made by socdom.report.workbook, which needs conclusions and sentences as well.
WORKBOOK = "cijfers.xlsx"
DOWNLOAD_WORDS = {
    WORKBOOK: "alle cijfers als rekenblad, met uitleg en noten",
    CSV: "alle cijfers met namen, voor een rekenblad",
    OPEN_CSV: "alle cijfers met codes, voor computerprogramma’s",
    OPEN_DESCRIPTION: "wat er in elke kolom van cijfers-open.csv staat",
}
_HEADERS = {
    "indicator": "indicator",
    "title": "naam",
    "period": "periode",
    "period_label": "periode_in_woorden",
    "area": "gebiedscode",
    "area_name": "gebied",
    "dimension": "uitsplitsing",
    "category": "categorie",
    "numerator": "teller",
    "denominator": "noemer",
    "value": "waarde",
    "unit": "eenheid",
    "status": "status",
    "method": "methode",
}
_NUMBERS = ("teller", "noemer", "waarde")
# What a spreadsheet takes for the start of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_downloads(
    folder: Path,
    figures: pd.DataFrame,
    meta: EditionMeta,
    descriptions: Sequence[Description],
    areas: Sequence[AreaRecord],
) -> None:
    """Write the files of DOWNLOAD_WORDS: the same figures twice, and what the second one holds.

    Args:
        figures: columns FIGURE_COLUMNS, in their fixed order.
    """
    write_csv(figures, descriptions, areas, folder / CSV)
    write_open_csv(folder, figures, meta, descriptions, areas)


def csv_frame(
    figures: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord]
) -> pd.DataFrame:
    """The rows for people: names beside the codes, in the order of the catalogue, from the whole to its parts."""
    return named_frame(_for_people(figures, [d.id for d in descriptions]), descriptions, areas)


def named_frame(
    figures: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord]
) -> pd.DataFrame:
    """Rows for people in the order in which they come: names beside the codes, under Dutch headers.

    Args:
        figures: columns FIGURE_COLUMNS.
        descriptions, areas: of at least what is in the figures.
    """
    names = {area.code: area.name for area in areas}
    by_id = {description.id: description for description in descriptions}
    labels = {
        (d.id, dimension, category): label
        for d in descriptions
        for dimension, spec in d.dimensions.items()
        for category, label in spec.labels.items()
    }
    titles = {(d.id, dimension): spec.title for d in descriptions for dimension, spec in d.dimensions.items()}
    frame = figures.assign(
        title=[by_id[i].title for i in figures["indicator"]],
        period_label=figures["period"].map(period_label),
        area_name=figures["area"].map(names),
        category=[
            labels.get(key, key[2])
            for key in zip(figures["indicator"], figures["dimension"], figures["category"], strict=True)
        ],
        dimension=[
            titles.get(key, key[1]) for key in zip(figures["indicator"], figures["dimension"], strict=True)
        ],
    )
    return frame.loc[:, list(_HEADERS)].rename(columns=_HEADERS)


def _for_people(figures: pd.DataFrame, indicators: Sequence[str]) -> pd.DataFrame:
    """The municipality as a whole first, then its breakdowns, then other areas; each series in order of time."""
    places = {name: place for place, name in enumerate(indicators)}
    own_first = ("gemeente", *(level for level in LEVELS if level != "gemeente"))
    keys = pd.DataFrame(
        {
            "indicator": figures["indicator"].map(places),
            "level": figures["area"].map(lambda code: own_first.index(level_of(code))),
            **{name: figures[name] for name in ("area", "dimension", "category", "period")},
        }
    )
    return figures.loc[keys.sort_values(list(keys.columns), kind="stable").index]


def write_csv(
    figures: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord], path: Path
) -> None:
    """Write the file for people, as `csv_bytes`."""
    path.write_bytes(csv_bytes(csv_frame(figures, descriptions, areas)))


def csv_bytes(frame: pd.DataFrame) -> bytes:
    """Rows of `named_frame` as a file: semicolon, decimal comma, Dutch headers; utf-8 with a mark at the start.

    The mark lets a spreadsheet read the accents. A text that looks like a formula gets an apostrophe before it.

    Args:
        frame: may have more columns with texts.
    """
    written = frame.copy()
    texts = [name for name in frame if name not in _NUMBERS]
    written[texts] = written[texts].map(_plain)
    written[list(_NUMBERS)] = written[list(_NUMBERS)].map(_number)
    return written.to_csv(sep=";", index=False, lineterminator="\r\n").encode("utf-8-sig")


def _plain(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _number(value: float | None) -> str:
    """1510.0 → "1510", 11.615384615384617 → "11,615384615384617": the number itself, not rounded; "" for none."""
    return "" if value is None or value != value else repr(float(value)).removesuffix(".0").replace(".", ",")
