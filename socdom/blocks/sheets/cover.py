"""The cover of a workbook: what it is, what its shorthand means, how people are protected, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from socdom import dutch, narrative
from socdom.blocks.sheets.model import Sheet
from socdom.blocks.sheets.shorthand import EXPLANATIONS, WORDS
from socdom.editions.model import EditionMeta
from socdom.editions.read import Edition
from socdom.narrative.protection import multiples
from socdom.narrative.wording import in_sentence

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


def cover_lines(edition: Edition, title: str, parts: Mapping[str, Iterable[str]]) -> list[Line]:
    """A title, a heading with its sentences for each part, and whom to ask."""
    lines = [Line(title, TITLE)]
    for heading, texts in parts.items():
        lines += [Line(heading, HEADING), *(Line(text) for text in texts)]
    email = edition.meta.griffie_email
    return [*lines, Line("Contact", HEADING), Line(f"Vragen? Mail naar {email}.", link=f"mailto:{email}")]


def about_edition(edition: Edition) -> Iterator[str]:
    """Of which municipality, until when and which version."""
    meta = edition.meta
    if meta.fictional:
        yield f"Deze gemeente bestaat niet. Alle cijfers van {in_sentence(meta.title)} zijn verzonnen."
    word, value = narrative.standing(meta)
    yield f"{word}: {value}."
    yield f"Bijgewerkt tot {dutch.day(meta.figures_as_of)}. Wat later binnenkwam, telt nog niet mee."
    yield f"Versie {meta.version}, {meta.state}. Kenmerk: {edition.manifest['fingerprint'][:12]}."


def shorthand_lines(sheets: Iterable[Sheet]) -> Iterator[str]:
    """What the shorthand on the sheets means."""
    used = frozenset().union(*(sheet.marks for sheet in sheets))
    for mark, word in WORDS.items():
        if mark in used:
            yield f"[{mark}] {word}. {EXPLANATIONS[mark]}"
    if not used:
        yield "In deze tabellen staan alleen getallen."


def protection_lines(edition: Edition) -> Iterator[str]:
    """How people are protected; of open data that others published it."""
    if edition.meta.own_registration:
        rules = edition.meta.protection
        yield f"Aantallen van 0 tot en met {rules.hidden_up_to} laten we niet zien."
        yield f"Andere aantallen ronden we af op {multiples(rules.round_to)}."
        yield "De regels staan in het rapport, bij Over deze cijfers."
    else:
        yield "Alle cijfers zijn al door anderen gepubliceerd."


def reuse_lines(meta: EditionMeta) -> Iterator[str]:
    """How the figures may be used again."""
    if not meta.own_registration:
        yield "Deze cijfers zijn open data. U mag ze gebruiken en delen, als u de bron noemt (licentie CC BY 4.0)."
        return
    yield f"Noem {in_sentence(meta.title)} als bron, en bij cijfers van anderen ook die bron."
    yield "Een licentie is niet vastgelegd. Vraag de griffie als u de cijfers opnieuw wilt uitgeven."
