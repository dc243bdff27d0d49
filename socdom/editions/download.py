"""Figures as a CSV file a Dutch spreadsheet opens: semicolon, decimal comma, Dutch headers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pandas as pd

from socdom.editions.model import AreaRecord, Description
from socdom.quarters import period_label

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


def csv_frame(
    figures: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord]
) -> pd.DataFrame:
    """The rows of a download: the figures themselves, with names beside the codes."""
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


def write_csv(
    figures: pd.DataFrame, descriptions: Sequence[Description], areas: Sequence[AreaRecord], path: Path
) -> None:
    """Write the download; utf-8 with a mark at the start, so that a spreadsheet reads the accents."""
    frame = csv_frame(figures, descriptions, areas)
    frame.to_csv(path, sep=";", decimal=",", index=False, encoding="utf-8-sig", lineterminator="\r\n")
