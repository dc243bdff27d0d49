"""Corrections to known faults in a source: `parameters/<gemeente>/correcties.yml`, a list. For example::

    - kenmerk: verwijzer-2019
      levering: voorzieningen_jeugd
      waarom: Het oude systeem schreef bij de huisarts een verkeerde code.
      wie: functioneel beheerder jeugd      # a role, no name
      sinds: 2019-03-01
      waar: {verwijzer: "00", toewijzingsdatum: ["01-03-2019", "02-03-2019"]}
      wordt: {verwijzer: "02"}              # or: weglaten: true
      verwacht: {ten_minste: 1, ten_hoogste: 400}

Names of columns are those of socdom, and values are written as socdom reads them. Which deliveries and columns there
are is known to `socdom.sources.corrections`.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, RootModel, model_validator

from socdom.parameters.load import read_model
from socdom.parameters.strict import Strict
from socdom.person_numbers import has_person_number

FILE_NAME = "correcties.yml"
_NUMBER = re.compile(r"\d{5,}")


def _quoted(value: Any) -> Any:
    """A bare 07 is a number to yml, and 2020-01-01 a date; the text that was meant is then lost."""
    if value is None or isinstance(value, str | list | dict):
        return value
    raise ValueError('zet deze waarde tussen aanhalingstekens, zoals "07"')


def _for_the_public(text: str) -> str:
    if _NUMBER.search(text) or has_person_number(text) or "@" in text:
        raise ValueError(
            "deze tekst komt op de pagina 'Over deze cijfers'; er mag geen nummer of e-mailadres in staan"
        )
    return text


Value = Annotated[str, BeforeValidator(_quoted)]
Values = Annotated[str | list[Value], BeforeValidator(_quoted)]
PublicText = Annotated[str, AfterValidator(_for_the_public)]


class Verwacht(Strict):
    """How many rows a correction should find; outside it the correction does not fit any more."""

    ten_minste: int = Field(1, ge=1)
    ten_hoogste: int | None = Field(None, ge=1)

    @model_validator(mode="after")
    def _in_order(self) -> Verwacht:
        if self.ten_hoogste is not None and self.ten_hoogste < self.ten_minste:
            raise ValueError("ten_hoogste mag niet lager zijn dan ten_minste")
        return self


class Correctie(Strict):
    """One correction.

    Attributes:
        kenmerk: its name, unique within the file.
        levering: name of the delivery ("voorzieningen_wmo").
        waarom: what is wrong in the source; readers see it.
        wie: the role that decided, no name; readers see it.
        sinds: since when it is corrected.
        waar: column → its text, or one of several texts; all must hold. "" is an empty field.
        wordt: column → the text that it gets.
        weglaten: the rows are left out.
        verwacht: how many rows there should be.
    """

    kenmerk: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
    levering: str = Field(min_length=1)
    waarom: PublicText = Field(min_length=10, max_length=400)
    wie: PublicText = Field(min_length=3, max_length=100)
    sinds: date
    waar: dict[str, Values] = Field(min_length=1)
    wordt: dict[str, Value] = {}
    weglaten: bool = False
    verwacht: Verwacht = Verwacht()

    @model_validator(mode="after")
    def _one_effect(self) -> Correctie:
        if bool(self.wordt) == self.weglaten:
            raise ValueError("vul wordt in, of weglaten: true")
        if any(values == [] for values in self.waar.values()):
            raise ValueError("een lijst bij waar heeft ten minste één waarde")
        return self

    def wanted(self, header: str) -> tuple[str, ...]:
        """The texts that a column may have, without spaces around them."""
        values = self.waar[header]
        return tuple(text.strip() for text in ([values] if isinstance(values, str) else values))


class _Correcties(RootModel[tuple[Correctie, ...]]):
    @model_validator(mode="before")
    @classmethod
    def _nothing(cls, value: Any) -> Any:
        return value or []  # a file of comments only

    @model_validator(mode="after")
    def _own_names(self) -> _Correcties:
        times = Counter(one.kenmerk for one in self.root)
        double = sorted(name for name, count in times.items() if count > 1)
        if double:
            raise ValueError(f"elk kenmerk komt één keer voor; vaker staat er: {', '.join(double)}")
        return self


def load_corrections(folder: Path) -> tuple[Correctie, ...]:
    """The corrections of a municipality, in the order of the file; none without the file.

    Args:
        folder: `parameters/<gemeente>`.

    Raises:
        ParameterError: the file is not valid; all faults at once.
    """
    path = folder / FILE_NAME
    return read_model(path, _Correcties).root if path.is_file() else ()
