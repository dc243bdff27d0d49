"""The cover of the workbook, and its contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from socdom import dutch, narrative
from socdom.editions.download import CSV
from socdom.editions.model import EditionMeta
from socdom.editions.open_csv import OPEN_CSV
from socdom.editions.read import Edition
from socdom.narrative.protection import multiples
from socdom.narrative.wording import in_sentence
from socdom.report.workbook.model import Column, Number, Sheet
from socdom.report.workbook.shorthand import EXPLANATIONS, WORDS

COVER, CONTENTS = "Omslag", "Inhoud"
TITLE, HEADING, TEXT = "title", "heading", "text"


@dataclass(frozen=True)
class Line:
    """A line of the cover.

    Attributes:
        kind: TITLE, HEADING or TEXT.
        link: address; "" for none.
    """

    text: str
    kind: str = TEXT
    link: str = ""


def title_of(meta: EditionMeta) -> str:
    """ "Cijfers sociaal domein, gemeente Lindeveen, 4e kwartaal 2020"."""
    until = meta.quarter.label if meta.own_registration else f"stand {dutch.day(meta.figures_as_of)}"
    return f"Cijfers sociaal domein, {in_sentence(meta.title)}, {until}"


def cover(edition: Edition, sheets: Sequence[Sheet]) -> list[Line]:
    """What the workbook is, how to read it, what its shorthand means, and whom to ask."""
    meta = edition.meta
    parts = {
        "Over dit bestand": _about(edition),
        "Zo leest u dit bestand": _reading(sheets),
        "Tekens in de tabellen": _shorthand(sheets),
        "Mensen zijn niet te herkennen": _protection(edition),
        "Andere bestanden": _files(),
        "Hergebruik": _reuse(meta),
    }
    lines = [Line(title_of(meta), TITLE)]
    for heading, texts in parts.items():
        lines += [Line(heading, HEADING), *(Line(text) for text in texts)]
    contact = Line(f"Vragen? Mail naar {meta.griffie_email}.", link=f"mailto:{meta.griffie_email}")
    return [*lines, Line("Contact", HEADING), contact]


def _about(edition: Edition) -> Iterator[str]:
    meta = edition.meta
    if meta.fictional:
        yield f"Deze gemeente bestaat niet. Alle cijfers van {in_sentence(meta.title)} zijn verzonnen."
    word, value = narrative.standing(meta)
    yield f"{word}: {value}."
    yield f"Bijgewerkt tot {dutch.day(meta.figures_as_of)}. Wat later binnenkwam, telt nog niet mee."
    yield f"Versie {meta.version}, {meta.state}. Kenmerk: {edition.manifest['fingerprint'][:12]}."
    yield "In het rapport en in het dashboard staan dezelfde cijfers."


def _reading(sheets: Sequence[Sheet]) -> Iterator[str]:
    yield "Op elk blad staat één tabel. Het blad Inhoud noemt alle bladen."
    yield "Elke regel is een reeks. De nieuwste periode staat vooraan."
    yield "Onder een cijfer kan staan wat erachter zit: een teller en een noemer."
    yield "U ziet evenveel cijfers achter de komma als in het rapport. In de cel zelf staan er soms meer."
    if any(sheet.name == "Noten" for sheet in sheets):
        yield "Een noot achter de naam van een cijfer leest u op het blad Noten."
    yield "Tel kwartalen of onderdelen niet zelf op: dezelfde persoon kan vaker meetellen."


def _shorthand(sheets: Iterable[Sheet]) -> Iterator[str]:
    used = frozenset().union(*(sheet.marks for sheet in sheets))
    for mark, word in WORDS.items():
        if mark in used:
            yield f"[{mark}] {word}. {EXPLANATIONS[mark]}"
    if not used:
        yield "In deze tabellen staan alleen getallen."


def _protection(edition: Edition) -> Iterator[str]:
    if edition.meta.own_registration:
        rules = edition.meta.protection
        yield f"Aantallen van 0 tot en met {rules.hidden_up_to} laten we niet zien."
        yield f"Andere aantallen ronden we af op {multiples(rules.round_to)}."
        yield "De regels staan in het rapport, bij Over deze cijfers."
    else:
        yield "Alle cijfers zijn al door anderen gepubliceerd."


def _files() -> Iterator[str]:
    yield f"{CSV}: dezelfde cijfers als tekst, met puntkomma’s en een komma voor decimalen."
    yield f"{OPEN_CSV}: dezelfde cijfers met codes, voor computerprogramma’s."


def _reuse(meta: EditionMeta) -> Iterator[str]:
    if not meta.own_registration:
        yield "Deze cijfers zijn open data. U mag ze gebruiken en delen, als u de bron noemt (licentie CC BY 4.0)."
        return
    yield f"Noem {in_sentence(meta.title)} als bron, en bij cijfers van anderen ook die bron."
    yield "Een licentie is niet vastgelegd. Vraag de griffie als u de cijfers opnieuw wilt uitgeven."


def contents(sheets: Sequence[Sheet]) -> Sheet:
    """A row per sheet: its name, what is on it and how many rows its table has."""
    rows = tuple((sheet.name, sheet.title, Number(len(sheet.rows))) for sheet in sheets)
    columns = (Column("Blad", 34), Column("Wat staat erop?", 80), Column("Regels", 10))
    return Sheet(CONTENTS, "Inhoud", columns, rows, ("Kies de naam van een blad om erheen te gaan.",))
