"""Duiding: the explanation people write beside a figure, as Markdown with front matter.

A file looks like this::

    ---
    indicator: jeugdhulp_gebruik      # or thema: jeugd
    rol: beleidsadviseur jeugd
    datum: 2021-02-18
    status: goedgekeurd               # or concept; a concept is not published
    ---
    ## Waarom?
    Text.
    <!-- What stands between these marks is for who writes; it is never published. -->

Of a concept role and date may still be empty.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import ValidationError, model_validator

from socdom.errors import Fault, ParameterError
from socdom.parameters.front_matter import FORM, FRONT_MATTER, Text
from socdom.parameters.strict import Strict
from socdom.parameters.text import NO_SUCH_DATE, markdown_in, read_text, without_comments
from socdom.parameters.yml import load_yml
from socdom.person_numbers import has_person_number

PARTS = (
    "Waarom?",
    "Wat betekent het voor inwoners en geld?",
    "Wat doet het college?",
    "Wat weten we nog niet?",
)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
SHORTEST_ROLE = 3


class _FrontMatter(Strict):
    indicator: Text = ""
    thema: Text = ""
    rol: Text = ""
    datum: date | None = None
    status: Literal["concept", "goedgekeurd"]

    @property
    def missing(self) -> list[str]:
        """What must be filled in before a text is approved."""
        if self.status == "concept":
            return []
        return [
            *(["datum"] if self.datum is None else []),
            *(["rol"] if len(self.rol) < SHORTEST_ROLE else []),
        ]


class Duiding(Strict):
    """One explanation. `parts` maps each heading of PARTS to Markdown, empty when not filled in.

    `bestand` is the name of its file. `datum` is None, and `rol` "", at most in a concept.
    """

    bestand: str
    indicator: str
    thema: str
    rol: str
    datum: date | None
    status: Literal["concept", "goedgekeurd"]
    parts: dict[str, str]

    @model_validator(mode="after")
    def _signed(self) -> Duiding:
        assert self.status == "concept" or self.datum is not None, "an approved text has a date"
        return self

    @property
    def subject(self) -> str:
        """What it is about, as no other one of its quarter: id of the indicator, or "thema:geld"."""
        return self.indicator or f"thema:{self.thema}"

    @property
    def is_written(self) -> bool:
        """Whether anything is filled in."""
        return any(self.parts.values())

    def says_the_same(self, other: Duiding) -> bool:
        """Whether two texts are word for word the same, whatever the spaces and lines."""
        return self.is_written and all(
            text.split() == other.parts[heading].split() for heading, text in self.parts.items()
        )


def read_duiding(folder: Path) -> list[Duiding]:
    """All explanations in `duiding/*.md`, in order of file name; a missing folder gives none.

    Raises:
        ParameterError: a file has no valid front matter, or an unknown or double heading; all faults at once.
    """
    found: list[Duiding] = []
    faults: list[Fault] = []
    for path in markdown_in(folder, "duiding"):
        try:
            found.append(parse_duiding(read_text(path, _place(path.name)), path.name))
        except ParameterError as error:
            faults.extend(error.faults)  # type: ignore[arg-type]
    if faults:
        raise ParameterError(faults)
    return found


def parse_duiding(text: str, bestand: str) -> Duiding:
    """One explanation from the text of its file.

    Args:
        text: every line ends in a bare line feed.
        bestand: name of the file.

    Raises:
        ParameterError: it has no valid front matter, or a heading that is unknown or double.
    """
    place = _place(bestand)
    head, body = split_front(text, place)
    try:
        front = _FrontMatter.model_validate(load_yml(head) or {})
    except ValidationError as error:
        fields = sorted({str(item["loc"][0]) for item in error.errors() if item["loc"]})
        rule = f"deze gegevens ontbreken of kloppen niet: {', '.join(fields)}" if fields else FORM
        raise ParameterError(Fault(place, rule)) from None
    except yaml.YAMLError:
        raise ParameterError(Fault(place, "de gegevens bovenaan zijn geen geldige yml")) from None
    except ValueError:
        raise ParameterError(Fault(place, NO_SUCH_DATE)) from None
    if front.missing:
        raise ParameterError(
            Fault(place, f"deze gegevens ontbreken of kloppen niet: {', '.join(front.missing)}")
        )
    if bool(front.indicator) == bool(front.thema):
        raise ParameterError(Fault(place, "noem een indicator of een thema, niet allebei"))
    parts = _parts(place, without_comments(place, body))
    if has_person_number("\n".join([front.rol, *parts.values()])):
        raise ParameterError(
            Fault(place, "er staat een nummer in dat van een persoon kan zijn", remedy="Haal het nummer weg.")
        )
    return Duiding(bestand=bestand, **front.model_dump(), parts=parts)


def split_front(text: str, place: str) -> tuple[str, str]:
    """The yml between the two lines with ---, and what follows.

    Raises:
        ParameterError: a text that does not begin so.
    """
    match = FRONT_MATTER.match(text)
    if match is None:
        raise ParameterError(Fault(place, FORM))
    return match[1], match[2]


def _place(bestand: str) -> str:
    return f"duiding/{bestand}"


def _parts(place: str, body: str) -> dict[str, str]:
    pieces = HEADING.split(body)
    headings = [heading.strip() for heading in pieces[1::2]]
    if len(set(headings)) < len(headings):
        raise ParameterError(
            Fault(place, "elk kopje komt hooguit één keer voor", remedy="Zet de teksten onder één kopje.")
        )
    texts = dict(zip(headings, (text.strip() for text in pieces[2::2]), strict=True))
    if not set(headings) <= set(PARTS) or pieces[0].strip():
        raise ParameterError(
            Fault(
                place,
                f"de tekst hoort onder deze kopjes: {'; '.join(PARTS)}",
                remedy="Gebruik precies deze woorden.",
            )
        )
    return {heading: texts.get(heading, "") for heading in PARTS}
