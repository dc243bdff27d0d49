"""Follow-up of signals (signalen/*.md) and decided baselines (signalen.yml) of a municipality.

`signalen.yml` looks like this::

    basis:
      - indicator: jeugdhulp_wachttijd
        van: 2016Q1
        tot: 2018Q4
        wie: beleidsadviseur jeugd
        wanneer: 2020-11-12
        waarom: De wachttijd lag in deze jaren rond hetzelfde niveau.
        # when there was a baseline before, also: anders, reden_bekend, gewenst, blijft
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from socdom.errors import Fault, ParameterError
from socdom.parameters.load import read_model
from socdom.parameters.opvolging import Kwartaal, Opvolging, read_opvolging
from socdom.parameters.strict import Strict
from socdom.parameters.text import is_there, markdown_in, person_number_faults, read_text
from socdom.quarters import Quarter

FILE_NAME, FOLDER_NAME = "signalen.yml", "signalen"
FEWEST, MOST = 12, 20
# The questions of Wheeler before limits are computed anew (D. Wheeler, "When do I recalculate my limits?").
QUESTIONS = {
    "anders": "Gedragen de cijfers zich anders dan daarvoor?",
    "reden_bekend": "Is de reden bekend?",
    "gewenst": "Is het nieuwe niveau gewenst?",
    "blijft": "Blijft het naar verwachting zo?",
}


class Basis(Strict):
    """A decision: the limits of a series are computed from `van` up to and including `tot`, and stay as they are."""

    indicator: str = Field(min_length=1)
    gebied: str = ""
    van: Kwartaal
    tot: Kwartaal
    wie: str = Field(min_length=3, pattern="^[^0-9@]*$")
    wanneer: date
    waarom: str = Field(min_length=10)
    anders: str = ""
    reden_bekend: str = ""
    gewenst: str = ""
    blijft: str = ""

    @property
    def answers(self) -> dict[str, str]:
        """Question → answer, of those that were answered."""
        found = {question: str(getattr(self, field)).strip() for field, question in QUESTIONS.items()}
        return {question: answer for question, answer in found.items() if answer}

    @property
    def quarters(self) -> int:
        """How many quarters the limits are computed from."""
        return Quarter.parse(self.tot).index - Quarter.parse(self.van).index + 1


def _nothing(value: Any) -> Any:
    """A heading with nothing under it is an empty list."""
    return () if value is None else value


class _File(Strict):
    basis: Annotated[tuple[Basis, ...], BeforeValidator(_nothing)] = ()


class Signalen(Strict):
    """What a municipality keeps about its signals.

    Attributes:
        opvolging: in order of file name.
        basis: in the order of the file; of one series the decisions follow each other in time.
    """

    opvolging: tuple[Opvolging, ...] = ()
    basis: tuple[Basis, ...] = ()


def read_signalen(folder: Path) -> Signalen:
    """Read `signalen.yml` and `signalen/*.md` of the folder of a municipality; both may be absent.

    Raises:
        ParameterError: a file is not valid, two files follow the same signal, or a baseline is not one that limits can
            rest on; all faults at once.
    """
    faults: list[Fault] = []
    basis: tuple[Basis, ...] = ()
    try:
        basis = _read_basis(folder / FILE_NAME)
    except ParameterError as error:
        faults.extend(error.faults)  # type: ignore[arg-type]
    followed: list[Opvolging] = []
    try:
        paths = markdown_in(folder / FOLDER_NAME, FOLDER_NAME)
    except ParameterError as error:
        paths = []
        faults.extend(error.faults)  # type: ignore[arg-type]
    for path in paths:
        try:
            followed.append(read_opvolging(path))
        except ParameterError as error:
            faults.extend(error.faults)  # type: ignore[arg-type]
    faults.extend(_twice(followed))
    if faults:
        raise ParameterError(faults)
    return Signalen(opvolging=tuple(followed), basis=basis)


def _read_basis(path: Path) -> tuple[Basis, ...]:
    if not is_there(path, FILE_NAME):
        return ()
    numbers = list(person_number_faults(FILE_NAME, read_text(path, FILE_NAME)))
    if numbers:
        raise ParameterError(numbers)
    found = read_model(path, _File).basis
    faults = [
        fault for place, item in enumerate(found) for fault in _basis_faults(item, found[:place], place)
    ]
    if faults:
        raise ParameterError(faults)
    return found


def _basis_faults(item: Basis, before: Sequence[Basis], number: int) -> Iterator[Fault]:
    place = f"{FILE_NAME}, basis.{number}"
    if not FEWEST <= item.quarters <= MOST:
        rule = f"van en tot omvatten {FEWEST} tot {MOST} kwartalen; gevonden: {item.quarters}"
        yield Fault(place, rule, remedy="Kies kwartalen waarin de cijfers zich hetzelfde gedroegen.")
    if item.wanneer <= Quarter.parse(item.tot).end:
        yield Fault(f"{place}.wanneer", f"het besluit is van na het laatste kwartaal, {item.tot}")
    missing = [field for field in QUESTIONS if not str(getattr(item, field)).strip()]
    same = [other for other in before if (other.indicator, other.gebied) == (item.indicator, item.gebied)]
    if missing and (same or len(missing) < len(QUESTIONS)):
        rule = f"alle vier de vragen horen een antwoord te hebben; leeg: {', '.join(missing)}"
        remedy = "Grenzen opnieuw vaststellen kan alleen met deze antwoorden." if same else ""
        yield Fault(place, rule, remedy=remedy)
    if same and item.wanneer <= same[-1].wanneer:
        yield Fault(f"{place}.wanneer", "dit besluit is van na het vorige over hetzelfde cijfer")


def _twice(followed: Sequence[Opvolging]) -> Iterator[Fault]:
    """Two open files about the same signal: nobody would know which state counts."""
    counts = Counter((item.indicator, item.gebied, item.richting) for item in followed if item.is_open)
    for item in followed:
        if item.is_open and counts[item.indicator, item.gebied, item.richting] > 1:
            yield Fault(
                f"{FOLDER_NAME}/{item.bestand}",
                "dit signaal wordt ook in een ander bestand gevolgd",
                remedy="Houd één bestand, of sluit het andere af.",
            )
