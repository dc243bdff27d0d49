"""Figures for programs: a CSV file with codes, and beside it what each column holds, as CSV on the Web.

Method: W3C Recommendations "Model for Tabular Data and Metadata on the Web" and "Metadata Vocabulary for Tabular
Data" (2015). A program finds the description by its name: that of the file with "-metadata.json" behind it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from socdom import dutch
from socdom.editions.model import (
    FIGURE_COLUMNS,
    FIGURE_KEY,
    NUMBERS,
    STATUSES,
    AreaRecord,
    Description,
    EditionMeta,
)

OPEN_CSV = "cijfers-open.csv"
OPEN_DESCRIPTION = f"{OPEN_CSV}-metadata.json"
# Of figures that others published; of its own registrations a municipality has not said how they may be used.
_OPEN_LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_TITLES = {
    "indicator": ("indicator", "Code van het cijfer. De naam staat verderop in dit bestand."),
    "period": ("periode", "Een kwartaal (2020Q4) of een jaar (2020)."),
    "area": ("gebied", "Code van het CBS, of van een groep gemeenten."),
    "dimension": ("uitsplitsing", "Leeg bij het totaal."),
    "category": ("categorie", "Deel van de uitsplitsing. Leeg bij het totaal."),
    "numerator": ("teller", "Leeg als wij het getal niet laten zien."),
    "denominator": ("noemer", "Leeg als er geen noemer is."),
    "value": ("waarde", "Leeg als wij het cijfer niet laten zien. Dat is iets anders dan 0."),
    "unit": ("eenheid", "De eenheid van de waarde."),
    "status": ("status", "Geheim betekent: niet getoond, om mensen te beschermen."),
    "method": ("methode", "De manier van tellen, met een versie."),
}
_FORMATS = {
    "period": r"\d{4}(Q[1-4])?",
    "area": r"(NL\d{2}|(RG|GM)\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})",
    "status": f"({'|'.join(STATUSES)})",
}
_EMPTY_FOR_TOTAL = frozenset({"dimension", "category"})


def write_open_csv(
    folder: Path,
    figures: pd.DataFrame,
    meta: EditionMeta,
    descriptions: Sequence[Description],
    areas: Sequence[AreaRecord],
) -> None:
    """Write OPEN_CSV and OPEN_DESCRIPTION: utf-8, comma, decimal point, headers FIGURE_COLUMNS."""
    frame = figures.loc[:, list(FIGURE_COLUMNS)]
    frame.to_csv(folder / OPEN_CSV, index=False, encoding="utf-8", lineterminator="\n")
    content = open_description(frame, meta, descriptions, areas)
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    (folder / OPEN_DESCRIPTION).write_text(text, encoding="utf-8")


def open_description(
    figures: pd.DataFrame,
    meta: EditionMeta,
    descriptions: Sequence[Description],
    areas: Sequence[AreaRecord],
) -> dict[str, Any]:
    """The description of OPEN_CSV; codes and their Dutch names are in its notes."""
    licence = {} if meta.own_registration else {"dc:license": {"@id": _OPEN_LICENCE}}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": OPEN_CSV,
        "dc:title": f"Cijfers sociaal domein, {meta.title}",
        "dc:description": f"Bijgewerkt tot {dutch.day(meta.figures_as_of)}. Versie {meta.version}, {meta.state}.",
        "dc:publisher": meta.title,
        "dc:language": "nl",
        "dc:modified": {"@value": meta.figures_as_of.isoformat(), "@type": "xsd:date"},
        **licence,
        "dialect": {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\n"]},
        "tableSchema": {
            "columns": [_column(name) for name in FIGURE_COLUMNS],
            "primaryKey": list(FIGURE_KEY),
        },
        "notes": list(_names(figures, descriptions, areas)),
    }


def _column(name: str) -> dict[str, Any]:
    title, description = _TITLES[name]
    return {
        "name": name,
        "titles": {"nl": list(dict.fromkeys((name, title)))},
        "dc:description": description,
        "datatype": _datatype(name),
        # An empty text is itself a value here: it stands for the whole.
        **({"null": []} if name in _EMPTY_FOR_TOTAL else {"null": ""}),
        "required": name not in {*NUMBERS, *_EMPTY_FOR_TOTAL},
    }


def _datatype(name: str) -> Any:
    if name in NUMBERS:
        return "double"
    return {"base": "string", "format": _FORMATS[name]} if name in _FORMATS else "string"


def _names(
    figures: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord]
) -> Iterator[dict[str, str]]:
    """Column, code and Dutch name of every code in the figures; of a category with its dimension."""
    used = {name: set(figures[name]) for name in ("indicator", "area", "dimension")}
    for description in descriptions:
        if description.id in used["indicator"]:
            yield {"column": "indicator", "code": description.id, "name": description.title}
    for area in areas:
        if area.code in used["area"]:
            yield {"column": "area", "code": area.code, "name": area.name}
    dimensions = {name: d for item in descriptions for name, d in item.dimensions.items()}
    for name, dimension in sorted(dimensions.items()):
        if name in used["dimension"]:
            yield {"column": "dimension", "code": name, "name": dimension.title}
            for code, label in dimension.labels.items():
                yield {"column": "category", "dimension": name, "code": code, "name": label}
