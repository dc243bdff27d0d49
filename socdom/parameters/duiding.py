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
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Literal

import yaml
from pydantic import Field, ValidationError

from socdom.errors import Fault, ParameterError
from socdom.parameters.models import Strict
from socdom.parameters.text import NO_SUCH_DATE, read_text
from socdom.parameters.yml import load_yml

PARTS = (
    "Waarom?",
    "Wat betekent het voor inwoners en geld?",
    "Wat doet het college?",
    "Wat weten we nog niet?",
)
_FORM = "het bestand moet beginnen met gegevens tussen twee regels met ---"
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


class _FrontMatter(Strict):
    indicator: str = ""
    thema: str = ""
    rol: str = Field(min_length=3)
    datum: date
    status: Literal["concept", "goedgekeurd"]


class Duiding(Strict):
    """One explanation. `parts` maps each heading of PARTS to Markdown, empty when not filled in."""

    indicator: str
    thema: str
    rol: str
    datum: date
    status: Literal["concept", "goedgekeurd"]
    parts: dict[str, str]


def read_duiding(folder: Path) -> list[Duiding]:
    """All explanations in `duiding/*.md`, in order of file name; a missing folder gives none.

    Raises:
        ParameterError: a file has no valid front matter, or an unknown or double heading; all faults at once.
    """
    found: list[Duiding] = []
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.md")):
        try:
            found.append(_parse(path))
        except ParameterError as error:
            faults.extend(error.faults)  # type: ignore[arg-type]
    if faults:
        raise ParameterError(faults)
    return found


def _parse(path: Path) -> Duiding:
    place = f"duiding/{path.name}"
    match = _FRONT_MATTER.match(read_text(path, place))
    if match is None:
        raise ParameterError(Fault(place, _FORM))
    try:
        front = _FrontMatter.model_validate(load_yml(match[1]) or {})
    except ValidationError as error:
        fields = sorted({str(item["loc"][0]) for item in error.errors() if item["loc"]})
        rule = f"deze gegevens ontbreken of kloppen niet: {', '.join(fields)}" if fields else _FORM
        raise ParameterError(Fault(place, rule)) from None
    except yaml.YAMLError:
        raise ParameterError(Fault(place, "de gegevens bovenaan zijn geen geldige yml")) from None
    except ValueError:
        raise ParameterError(Fault(place, NO_SUCH_DATE)) from None
    if bool(front.indicator) == bool(front.thema):
        raise ParameterError(Fault(place, "noem een indicator of een thema, niet allebei"))
    return Duiding(**front.model_dump(), parts=_parts(place, match[2]))


def _parts(place: str, body: str) -> dict[str, str]:
    pieces = re.split(r"^## (.+)$", body, flags=re.MULTILINE)
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
