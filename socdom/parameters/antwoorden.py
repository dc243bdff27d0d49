"""Answers that the griffie publishes to questions about the figures (antwoorden/*.md), as Markdown with front matter.

A file looks like this::

    ---
    vraag: Waarom is het cijfer over Waterrijk geheim?
    soort: technisch                 # technisch, duiding of politiek
    datum: 2021-02-03                # the day of the answer
    door: beleidsadviseur jeugd      # a role, no name
    over: [jeugdhulp_gebruik, wmo]   # figures by their id, pages by their address
    kwartaal: 2020Q4                 # may be left out
    status: gepubliceerd             # or concept; a concept is not published
    ---
    The answer.

The name of the file is part of the address of the answer. Of a concept day, role and text may still be missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from socdom.errors import Fault, ParameterError
from socdom.parameters.front_matter import FORM, FRONT_MATTER, Text, read_front
from socdom.parameters.opvolging import Kwartaal
from socdom.parameters.strict import Strict
from socdom.parameters.text import markdown_in, person_number_faults, read_text

FOLDER_NAME = "antwoorden"
Soort = Literal["technisch", "duiding", "politiek"]

_NAME = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.md")
_NAME_RULE = "de naam van het bestand heeft alleen kleine letters, cijfers en streepjes"
_ROLE_RULE = "een functie, zoals beleidsadviseur jeugd; geen naam, nummer of adres"
# Initials and forms of address stand before a name, and digits and "@" in a number or address.
_A_PERSON = re.compile(r"[0-9@]|\b[A-Z]\.|(?i:\b(?:mevrouw|mevr|meneer|dhr|mw|de heer)\b)")
_SHORTEST_ROLE = 3
_FIELD_RULES = {
    "vraag": "de vraag in één zin van 10 tot 250 tekens",
    "soort": "kies technisch, duiding of politiek",
    "datum": "een datum als 2021-02-03",
    "door": _ROLE_RULE,
    "over": "een lijst van cijfers en pagina’s, zoals [jeugdhulp_gebruik, jeugd]",
    "kwartaal": "een kwartaal als 2020Q4; laat dit weg als de vraag over geen kwartaal gaat",
    "status": "kies concept of gepubliceerd",
}
_NOT_IN_TEXT = {
    "een opmerking tussen <!-- en --> hoort hier niet: wat hier staat, is openbaar": re.compile("<!--|-->"),
    "html hoort hier niet; schrijf gewone tekst of Markdown": re.compile(r"<(?!!--)[A-Za-z/!?]"),
    "een plaatje hoort hier niet": re.compile(r"!\["),
}


class _FrontMatter(Strict):
    vraag: str = Field(min_length=10, max_length=250, pattern=r"^[^\n]*$")
    soort: Soort
    datum: date | None = None
    door: Text = ""
    over: tuple[Annotated[str, Field(min_length=1)], ...] = Field(min_length=1)
    kwartaal: Kwartaal | None = None
    status: Literal["concept", "gepubliceerd"]


class Antwoord(Strict):
    """A question with its answer.

    Attributes:
        bestand: name of its file.
        over: figures and pages it is about, in the order of the file.
        tekst: Markdown.
    """

    bestand: str
    vraag: str
    soort: Soort
    datum: date | None
    door: str
    over: tuple[str, ...]
    kwartaal: str
    status: Literal["concept", "gepubliceerd"]
    tekst: str

    @model_validator(mode="after")
    def _signed(self) -> Antwoord:
        assert self.status == "concept" or self.datum is not None, "a published answer has a date"
        return self


def read_antwoorden(folder: Path) -> tuple[Antwoord, ...]:
    """The answers in `antwoorden/*.md` of the folder of a municipality, by name of file; a missing folder gives none.

    Raises:
        ParameterError: a file has not the form above, or holds what may be of a person; all faults at once.
    """
    found: list[Antwoord] = []
    faults: list[Fault | str] = []
    for path in markdown_in(folder / FOLDER_NAME, FOLDER_NAME):
        try:
            found.append(_read(path))
        except ParameterError as error:
            faults.extend(error.faults)
    if faults:
        raise ParameterError(faults)
    return tuple(found)


def _read(path: Path) -> Antwoord:
    place = f"{FOLDER_NAME}/{path.name}"
    text = read_text(path, place)
    faults = [*_name_faults(place, path.name), *person_number_faults(place, text)]
    match = FRONT_MATTER.match(text)
    if match is None:
        raise ParameterError([*faults, Fault(place, FORM)])
    body = match[2].strip()
    faults += _text_faults(place, text[: match.start(2)].count("\n"), match[2])
    front, wrong = read_front(place, match[1], _FrontMatter, _FIELD_RULES)
    faults += wrong
    if front is not None:
        faults += _role_faults(place, front)
        faults += _missing(place, front, body)
    if faults or front is None:
        raise ParameterError(faults)
    values = {**front.model_dump(), "kwartaal": front.kwartaal or ""}
    return Antwoord(bestand=path.name, **values, tekst=body)


def _name_faults(place: str, name: str) -> Iterator[Fault]:
    if not _NAME.fullmatch(name):
        yield Fault(place, _NAME_RULE, remedy="Geef het bestand een naam als wachttijd-2020.md.")


def _text_faults(place: str, before: int, body: str) -> Iterator[Fault]:
    for rule, pattern in _NOT_IN_TEXT.items():
        rows = tuple(before + at for at, line in enumerate(body.split("\n"), 1) if pattern.search(line))
        if rows:
            yield Fault(place, rule, count=len(rows), rows=rows, remedy="Haal het weg.")


def _role_faults(place: str, front: _FrontMatter) -> Iterator[Fault]:
    if _A_PERSON.search(front.door):
        yield Fault(f"{place}, door", _ROLE_RULE)


def _missing(place: str, front: _FrontMatter, body: str) -> Iterator[Fault]:
    """What must be filled in before an answer is published."""
    if front.status == "concept":
        return
    if front.datum is None:
        yield Fault(f"{place}, datum", _FIELD_RULES["datum"])
    if len(front.door.strip()) < _SHORTEST_ROLE:
        yield Fault(f"{place}, door", _ROLE_RULE)
    if not body:
        yield Fault(place, "onder de gegevens hoort het antwoord te staan")
