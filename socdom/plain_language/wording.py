"""Hard words, the passive, abbreviations, and names of persons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from socdom.plain_language.length import shortened
from socdom.plain_language.lists import abbreviations, hard_words
from socdom.plain_language.model import Remark, Text, Voice
from socdom.plain_language.split import paragraphs, sentences

_BECOMES = re.compile(r"\b(?:word|wordt|worden|werd|werden)\b", re.I)
_PARTICIPLE = re.compile(
    r"\b(?:[a-z]*ge[a-z]{2,}(?:d|t|en)|gedaan|gezien|(?:be|ver|ont|her|over|onder)[a-z]{3,}(?:d|t))\b", re.I
)
_NO_PARTICIPLE = frozenset(
    "gebied gebieden gemeenten gevallen geld beleid verblijf gegevens gedrag getallen geschat gezinnen".split()
)
_ABBREVIATION = re.compile(
    r"(?<![\w.@/-])(?:[A-Z][a-z]?[A-Z][A-Za-z]*|[A-Z]{2,}|[a-z]{1,2}[A-Z]+[a-z]*)(?=$|[^\w])"
)
_ROMAN = re.compile(r"[IVX]+")
# A title or a form of address comes before a name: a role must stand there.
_TITLE = re.compile(
    r"\b(?:dhr|mevr|mw|drs|ir|mr|dr|prof)\.\s+[A-Z]\w+|\b(?:de heer|mevrouw|meneer)\s+[A-Z]\w+"
)


@cache
def _hard() -> re.Pattern[str]:
    forms = sorted(hard_words(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.I)


def _each(text: Text) -> Iterator[tuple[int, str]]:
    for below, paragraph in paragraphs(text.content):
        for sentence in sentences(paragraph):
            yield text.line + below, sentence


def hard(text: Text) -> Iterator[Remark]:
    """Words of the list of hard words, with plainer ones."""
    for line, sentence in _each(text):
        for found in _hard().findall(sentence):
            plainer = hard_words()[found.lower()]
            yield text.fault(line, found, "Dit woord kennen veel lezers niet.", f"Schrijf: {plainer}.")


def passive(text: Text) -> Iterator[Remark]:
    """Sentences in which something "wordt gedaan": who does it stays hidden."""
    for line, sentence in _each(text):
        participles = [word for word in _PARTICIPLE.findall(sentence) if word.lower() not in _NO_PARTICIPLE]
        if participles and _BECOMES.search(sentence):
            yield text.hint(line, shortened(sentence), "Deze zin lijkt lijdend.", "Zeg wie het doet.")


def unexplained(text: Text) -> Iterator[Remark]:
    """Abbreviations that are not on the list, and not explained where they stand first: "kindgebonden budget (KGB)"."""
    told: set[str] = set()
    for line, sentence in _each(text):
        for found in _ABBREVIATION.findall(sentence):
            if found in told or found in abbreviations() or _ROMAN.fullmatch(found):
                continue
            told.add(found)
            if re.search(rf"\({re.escape(found)}\)|\b{re.escape(found)} \(", sentence) is None:
                proposal = f"Schrijf het de eerste keer voluit, met ({found}) erachter."
                yield text.fault(line, found, "Deze afkorting is nog niet uitgelegd.", proposal)


def persons(text: Text) -> Iterator[Remark]:
    """A name of a person with a title; a text of people names roles."""
    if text.voice is not Voice.PEOPLE:
        return
    for line, sentence in _each(text):
        if _TITLE.search(sentence):
            # The name itself is not repeated: it may not go anywhere else.
            why, proposal = "Hier staat een naam van een persoon.", "Noem de functie, zoals de wethouder."
            yield text.fault(line, "(een naam)", why, proposal)
