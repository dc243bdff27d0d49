"""The catalogue of indicators as a page, a table and data, with a schema for who reads the data by machine."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from socdom import __version__
from socdom.editions.definition import SCHEMA
from socdom.editions.model import Description, Record
from socdom.editions.protection import ProtectionRecord
from socdom.report.catalogue_page import page
from socdom.report.catalogue_table import HEADINGS, row


class Catalogue(Record):
    """What `catalogus.json` holds.

    Attributes:
        vorm: version of the form of this file; the first number goes up when a reader of the old form would err.
        socdom: version of the program that wrote it.
        gemaakt: the day on which it was written.
        indicatoren: the descriptions, each with its formal definition.
    """

    vorm: str
    socdom: str
    gemaakt: date
    indicatoren: tuple[Description, ...]


def write_catalogue(
    descriptions: Sequence[Description], folder: Path, today: date, rules: ProtectionRecord
) -> list[Path]:
    """Write `catalogus.html`, `catalogus.csv`, `catalogus.json` and `catalogus.schema.json`; returns the files.

    Args:
        descriptions: in the order in which they are shown.
        folder: made when it is not there.
        today: decides which reviews are overdue, and stands in the files.
        rules: the thresholds of protection that are told; a municipality can have its own.
    """
    folder.mkdir(parents=True, exist_ok=True)
    names = ("catalogus.html", "catalogus.csv", "catalogus.json", "catalogus.schema.json")
    web, table, data, schema = (folder / name for name in names)
    web.write_text(page(descriptions, today, rules), encoding="utf-8")
    with table.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADINGS)
        writer.writerows(row(description, rules) for description in descriptions)
    content = Catalogue(vorm=SCHEMA, socdom=__version__, gemaakt=today, indicatoren=tuple(descriptions))
    data.write_text(_json(content.model_dump(mode="json")), encoding="utf-8")
    schema.write_text(_json(Catalogue.model_json_schema(mode="serialization")), encoding="utf-8")
    return [web, table, data, schema]


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
