"""What the council asked of the dashboard, and what became of it: `parameters/<gemeente>/evaluatie.yml`. For example::

    wensen:
      - wens: De pagina’s zeggen van welke dag de cijfers zijn.
        van: motie                 # of: brief, vergadering, bijeenkomst, toezegging, gesprek
        bron: Motie 12, niet meten is niet weten    # waar het staat; geen naam van een persoon
        datum: 2020-11-12
        stand: gedaan              # of: deels, niet, later, open; laat weg voor open
        wat: De datum staat boven elke pagina.      # wat ervan gekomen is
        sinds: "0.6.0"             # de versie waarin dat kwam; laat weg als dat er niet toe doet

Without the file there are no wishes.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from socdom.parameters.load import read_model
from socdom.parameters.strict import Strict
from socdom.parameters.text import for_readers, is_there

FILE_NAME = "evaluatie.yml"
Van = Literal["brief", "motie", "vergadering", "bijeenkomst", "toezegging", "gesprek"]
Stand = Literal["gedaan", "deels", "niet", "later", "open"]


Words = Annotated[str, for_readers("in de evaluatie")]


class Wens(Strict):
    """A wish about the dashboard.

    Attributes:
        wens: what was asked.
        van, bron: in which kind of document or meeting, and which one; never by whom.
        stand, wat: what became of it; "open" when nobody judged that yet.
        sinds: version of socdom since which it is so.
    """

    wens: Words = Field(min_length=10, max_length=300)
    van: Van
    bron: Words = Field("", max_length=200)
    datum: date
    stand: Stand = "open"
    wat: Words = Field("", max_length=400)
    sinds: Words = Field("", max_length=20)

    @model_validator(mode="after")
    def _told(self) -> Wens:
        if self.stand != "open" and not self.wat:
            raise ValueError("vul bij wat in wat er van deze wens is gekomen, of laat stand weg")
        return self


class Evaluatie(Strict):
    """`parameters/<gemeente>/evaluatie.yml`."""

    wensen: tuple[Wens, ...] = ()


def read_evaluatie(folder: Path) -> Evaluatie:
    """Read `evaluatie.yml` of the folder of a municipality; without the file there are no wishes.

    Raises:
        ParameterError: the file is not valid; all faults at once.
    """
    path = folder / FILE_NAME
    if not is_there(path, f"parameters/{folder.name}/{FILE_NAME}"):
        return Evaluatie()
    return read_model(path, Evaluatie)
