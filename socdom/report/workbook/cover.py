"""The cover of the workbook, and its contents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socdom import dutch
from socdom.blocks.sheets.cover import (
    Line,
    about_edition,
    cover_lines,
    protection_lines,
    reuse_lines,
    shorthand_lines,
)
from socdom.blocks.sheets.model import Column, Number, Sheet
from socdom.blocks.sheets.write import CONTENTS
from socdom.editions.download import CSV
from socdom.editions.model import EditionMeta
from socdom.editions.open_csv import OPEN_CSV
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence


def title_of(meta: EditionMeta) -> str:
    """ "Cijfers sociaal domein, gemeente Lindeveen, 4e kwartaal 2020"."""
    until = meta.quarter.label if meta.own_registration else f"stand {dutch.day(meta.figures_as_of)}"
    return f"Cijfers sociaal domein, {in_sentence(meta.title)}, {until}"


def cover(edition: Edition, sheets: Sequence[Sheet]) -> list[Line]:
    """What the workbook is, how to read it, what its shorthand means, and whom to ask."""
    parts = {
        "Over dit bestand": (
            *about_edition(edition),
            "In het rapport en in het dashboard staan dezelfde cijfers.",
        ),
        "Zo leest u dit bestand": _reading(sheets),
        "Tekens in de tabellen": shorthand_lines(sheets),
        "Mensen zijn niet te herkennen": protection_lines(edition),
        "Andere bestanden": _files(),
        "Hergebruik": reuse_lines(edition.meta),
    }
    return cover_lines(edition, title_of(edition.meta), parts)


def _reading(sheets: Sequence[Sheet]) -> Iterator[str]:
    yield "Op elk blad staat één tabel. Het blad Inhoud noemt alle bladen."
    yield "Elke regel is een reeks. De nieuwste periode staat vooraan."
    yield "Onder een cijfer kan staan wat erachter zit: een teller en een noemer."
    yield "U ziet evenveel cijfers achter de komma als in het rapport. In de cel zelf staan er soms meer."
    if any(sheet.name == "Noten" for sheet in sheets):
        yield "Een noot achter de naam van een cijfer leest u op het blad Noten."
    yield "Tel kwartalen of onderdelen niet zelf op: dezelfde persoon kan vaker meetellen."


def _files() -> Iterator[str]:
    yield f"{CSV}: dezelfde cijfers als tekst, met puntkomma’s en een komma voor decimalen."
    yield f"{OPEN_CSV}: dezelfde cijfers met codes, voor computerprogramma’s."


def contents(sheets: Sequence[Sheet]) -> Sheet:
    """A row per sheet: its name, what is on it and how many rows its table has."""
    rows = tuple((sheet.name, sheet.title, Number(len(sheet.rows))) for sheet in sheets)
    columns = (Column("Blad", 34), Column("Wat staat erop?", 80), Column("Regels", 10))
    return Sheet(CONTENTS, "Inhoud", columns, rows, ("Kies de naam van een blad om erheen te gaan.",))
