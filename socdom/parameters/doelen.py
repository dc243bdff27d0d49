"""Goals, promises and motions of a municipality: `parameters/<gemeente>/doelen.yml`. For example::

    doelen:
      - doel: De helft van de jongeren wacht hooguit vier weken op jeugdhulp.
        indicator: jeugdhulp_wachttijd    # laat weg als nog geen cijfer dit meet
        streefwaarde: 4                   # laat weg als de raad er geen heeft vastgesteld
        op: 2021Q4                        # of een jaar: 2021
        richting: lager                   # of: hoger
        document: Programmabegroting 2021
        bladzijde: 34
        besloten: 2020-11-12
    toezeggingen:
      - nummer: T-07
        titel: De raad krijgt een overzicht van de wachttijd per aanbieder
        datum: 2020-11-12
        stand: open                       # of: in uitvoering, afgedaan, vervallen
        stand_op: 2021-01-20
        tekst: De aanbieders leveren hun wachttijd aan.
        thema: jeugd                      # of indicator: jeugdhulp_wachttijd
        document: Raadsbesluit 2020-88
    moties: []                            # dezelfde vorm

Which indicators there are, and what a target in their unit can be, is known to `socdom.pipeline.goals`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from socdom.errors import Fault, ParameterError
from socdom.parameters.load import read_model
from socdom.parameters.strict import Strict
from socdom.parameters.text import for_readers, is_there
from socdom.quarters import Quarter

FILE_NAME = "doelen.yml"
_ITEMS = {"doelen": "doel", "toezeggingen": "toezegging", "moties": "motie"}
_WITH_TARGET = ("indicator", "op", "richting", "besloten")


def _as_text(value: Any) -> Any:
    """A year, and a number such as 12, is a number to yml."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _decimal(value: Any) -> Any:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise ValueError("hier hoort een getal zonder eenheid, met een punt voor de decimalen, als 9.5")


Words = Annotated[str, for_readers("op de pagina 'Doelen en afspraken'")]
Number = Annotated[Words, BeforeValidator(_as_text)]
Period = Annotated[str, BeforeValidator(_as_text), Field(pattern=r"^(20\d\d(Q[1-4])?)?$")]


class Doel(Strict):
    """A goal of the council.

    Attributes:
        doel: the goal, as the document says it.
        indicator: id of the indicator that measures it; "" where none does.
        streefwaarde: target in the unit of the indicator; None where none was set.
        op: quarter or year the target is about.
        richting: which way is towards the goal.
        document, bladzijde: where it stands.
        besloten: day on which the council decided.
    """

    doel: Words = Field(min_length=10, max_length=300)
    indicator: str = ""
    streefwaarde: Annotated[float | None, BeforeValidator(_decimal)] = Field(None, ge=0, allow_inf_nan=False)
    op: Period = ""
    richting: Literal["hoger", "lager", ""] = ""
    document: Words = Field(min_length=3, max_length=150)
    bladzijde: int | None = Field(None, ge=1, le=5000)
    besloten: date | None = None

    @model_validator(mode="after")
    def _whole(self) -> Doel:
        if self.streefwaarde is None and self.op:
            raise ValueError("op hoort bij een streefwaarde; vul de streefwaarde in, of laat op weg")
        missing = [name for name in _WITH_TARGET if not getattr(self, name)]
        if self.streefwaarde is not None and missing:
            raise ValueError(f"bij een streefwaarde horen ook: {', '.join(missing)}")
        if self.besloten and self.op and self.besloten > _last_day(self.op):
            raise ValueError("besloten ligt na de periode die bij op staat")
        return self


class Afspraak(Strict):
    """A promise of the college or a motion of the council.

    Attributes:
        nummer: as in the documents of the council, unique within its kind.
        titel, tekst: what it is about, and what came of it.
        datum: day of the promise or the motion.
        stand, stand_op: how it stands, and since when that is known.
        indicator, thema: what it is about; at most one of both.
    """

    nummer: Number = Field(min_length=1, max_length=30)
    titel: Words = Field(min_length=5, max_length=200)
    datum: date
    stand: Literal["open", "in uitvoering", "afgedaan", "vervallen"]
    stand_op: date
    tekst: Words = Field("", max_length=600)
    indicator: str = ""
    thema: str = ""
    document: Words = Field("", max_length=150)

    @model_validator(mode="after")
    def _in_order(self) -> Afspraak:
        if self.stand_op < self.datum:
            raise ValueError("stand_op mag niet voor datum liggen")
        if self.indicator and self.thema:
            raise ValueError("noem een indicator of een thema, niet allebei")
        return self


class Doelen(Strict):
    """`parameters/<gemeente>/doelen.yml`."""

    doelen: tuple[Doel, ...] = ()
    toezeggingen: tuple[Afspraak, ...] = ()
    moties: tuple[Afspraak, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _nothing(cls, value: Any) -> Any:
        """A heading with nothing under it is an empty list."""
        return (
            {key: () if item is None else item for key, item in value.items()}
            if isinstance(value, dict)
            else value
        )

    @model_validator(mode="after")
    def _own_numbers(self) -> Doelen:
        told = [
            f"{kind}: {', '.join(double)}"
            for kind, items in (("toezeggingen", self.toezeggingen), ("moties", self.moties))
            if (double := _twice(item.nummer for item in items))
        ]
        # One goal may have a target for more than one year.
        again = _twice(f"{item.doel} {item.op}".strip() for item in self.doelen)
        told += [f"doelen: {', '.join(again)}"] if again else []
        if told:
            rule = "elk nummer en elk doel met zijn jaar komt één keer voor"
            raise ValueError(f"{rule}; vaker staat er bij {'; '.join(told)}")
        return self


def read_doelen(folder: Path) -> Doelen:
    """Read `doelen.yml` of the folder of a municipality; without the file there is nothing.

    Raises:
        ParameterError: the file is not valid; all faults at once.
    """
    path = folder / FILE_NAME
    if not is_there(path, f"parameters/{folder.name}/{FILE_NAME}"):
        return Doelen()
    try:
        return read_model(path, Doelen)
    except ParameterError as error:
        raise ParameterError([_named(fault) for fault in error.faults]) from None


def item_place(kind: str, number: int) -> str:
    """How a fault names an item of a list: "doel 2"; `number` counts from 0."""
    return f"{_ITEMS[kind]} {number + 1}"


def _named(fault: Fault | str) -> Fault | str:
    """A fault with its item counted from one, as people count."""
    if isinstance(fault, str):
        return fault
    found = re.search(rf", ({'|'.join(_ITEMS)})\.(\d+)(?:\.(.+))?$", fault.place)
    if found is None:
        return fault
    at = ", ".join(part for part in (item_place(found[1], int(found[2])), found[3]) if part)
    return Fault(f"{fault.place[: found.start()]}, {at}", fault.rule, remedy=fault.remedy)


def _last_day(period: str) -> date:
    return (Quarter.parse(period) if "Q" in period else Quarter(int(period), 4)).end


def _twice(names: Iterable[str]) -> list[str]:
    return sorted(name for name, times in Counter(names).items() if times > 1)
