"""The catalogue of indicators as a page, a table and data."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from pathlib import Path

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.render import render
from socdom.editions.model import THEMES, Description
from socdom.report.house_style import house_style

_COLUMNS = {
    "id": "indicator",
    "title": "naam",
    "theme": "thema",
    "unit": "eenheid",
    "basis": "basis",
    "kind": "soort",
    "moment": "moment",
    "why": "waarom",
    "reading": "hoe te lezen",
    "pitfalls": "let op",
    "breaks": "breuken",
    "dimensions": "uitsplitsingen",
    "direction": "richting",
    "protection": "bescherming",
    "law": "wet",
    "source": "bron",
    "bbv": "BBV-nummer",
    "written_by": "geschreven door",
    "checked_by": "nagekeken door",
    "reviewed": "nagekeken op",
    "next_review": "opnieuw bekijken op",
}


def write_catalogue(descriptions: Sequence[Description], folder: Path) -> list[Path]:
    """Write `catalogus.html`, `catalogus.csv` and `catalogus.json`; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    page, table, data = (folder / f"catalogus.{suffix}" for suffix in ("html", "csv", "json"))
    page.write_text(_page(descriptions), encoding="utf-8")
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(_COLUMNS.values())
        writer.writerows(_row(description) for description in descriptions)
    content = [description.model_dump(mode="json") for description in descriptions]
    data.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [page, table, data]


def _page(descriptions: Sequence[Description]) -> str:
    themes = [
        {"title": title, "items": [_texts(d) for d in descriptions if d.theme == theme]}
        for theme, title in THEMES.items()
    ]
    return render(
        "catalogue",
        style=Markup(house_style()),
        count=len(descriptions),
        themes=[theme for theme in themes if theme["items"]],
    )


def _texts(description: Description) -> dict[str, str]:
    """Heading → text, in the order of the columns; what is empty is left out."""
    cells = dict(zip(_COLUMNS.values(), _row(description), strict=True))
    return {heading: text for heading, text in cells.items() if text}


def _row(description: Description) -> list[str]:
    return [_cell(description, name) for name in _COLUMNS]


def _cell(description: Description, name: str) -> str:
    value = getattr(description, name)
    if name == "theme":
        return THEMES[value]
    if name == "pitfalls":
        return " ".join(value)
    if name == "breaks":
        return " ".join(f"{item.period}: {item.text}" for item in value)
    if name == "dimensions":
        return "; ".join(
            f"{spec.title} ({dutch.listing(list(spec.labels.values()))})" for spec in value.values()
        )
    return dutch.day(value) if name in ("reviewed", "next_review") else str(value)
