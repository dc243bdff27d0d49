"""The follow-up of a signal: what people did with it, as Markdown with front matter.

A file looks like this::

    ---
    indicator: jeugdhulp_wachttijd
    gebied: WK999901            # a wijk; leave it out for the whole municipality
    regel: zeven_aan_een_kant   # one of REGELS
    richting: omhoog            # or omlaag
    sinds: 2019Q1               # first quarter of the signal
    ---
    ## 2020-11-18: nieuw (beleidsadviseur jeugd)

    ## 2021-02-18: wordt bekeken (beleidsadviseur jeugd)
    Text of what was done.
    <!-- What stands between these marks is for who writes; it is never published. -->

Each step has a day, a state and a role; the last one counts. A step that still says "[in te vullen]" is a draft.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from socdom.errors import Fault, ParameterError
from socdom.parameters.front_matter import FORM, FRONT_MATTER, read_front
from socdom.parameters.strict import Strict
from socdom.parameters.text import NO_SUCH_DATE, person_number_faults, read_text, without_comments
from socdom.quarters import Quarter

Regel = Literal[
    "buiten_de_grenzen",
    "zeven_dezelfde_kant_op",
    "twee_van_drie",
    "zeven_aan_een_kant",
    "lange_reeks",
    "weinig_wisselingen",
]
# A quarter of this century: there are no registrations of before.
Kwartaal = Annotated[str, Field(pattern=r"^20[0-9]{2}Q[1-4]$")]
Richting = Literal["omhoog", "omlaag"]
Staat = Literal["nieuw", "wordt bekeken", "verklaard", "afgesloten"]
REGELS, STATEN = get_args(Regel), get_args(Staat)
TO_FILL_IN = "[in te vullen]"

_STEP = re.compile(r"(\d{4}-\d{2}-\d{2}): *(.+?) *\((.+)\)")
_STEP_FORM = "een stap heet ## 2021-02-18: wordt bekeken (beleidsadviseur jeugd), met dag, stand en functie"
_FIELD_RULES = {
    "indicator": "de naam van een cijfer, zoals jeugdhulp_wachttijd",
    "gebied": "de code van een wijk, zoals WK999901; laat dit weg voor de hele gemeente",
    "regel": f"kies uit {', '.join(REGELS)}",
    "richting": "kies omhoog of omlaag",
    "sinds": "een kwartaal als 2019Q1",
}


class _FrontMatter(Strict):
    indicator: str = Field(min_length=1)
    gebied: str = ""
    regel: Regel
    richting: Richting
    sinds: Kwartaal


class Stap(Strict):
    """What was found or done on a day. `tekst` is Markdown; a `concept` is not published."""

    dag: date
    staat: Staat
    rol: str
    tekst: str
    concept: bool


class Opvolging(Strict):
    """The follow-up of one signal; `bestand` is the name of its file, `stappen` has at least one."""

    bestand: str
    indicator: str
    gebied: str
    regel: Regel
    richting: Richting
    sinds: Kwartaal
    stappen: tuple[Stap, ...]

    @property
    def is_open(self) -> bool:
        """Whether nobody closed it."""
        return self.stappen[-1].staat != "afgesloten"


def read_opvolging(path: Path) -> Opvolging:
    """Read one file.

    Raises:
        ParameterError: it has not the form above, names what does not exist, or holds a number that may be a BSN; all
            faults at once.
    """
    place = f"signalen/{path.name}"
    text = read_text(path, place)
    faults = list(person_number_faults(place, text))
    try:
        text = without_comments(place, text)
    except ParameterError as error:
        raise ParameterError([*faults, *error.faults]) from None
    match = FRONT_MATTER.match(text)
    if match is None:
        raise ParameterError([*faults, Fault(place, FORM)])
    front, wrong = read_front(place, match[1], _FrontMatter, _FIELD_RULES)
    steps, wrong_steps = _steps(place, match[2], text.count("\n", 0, match.start(2)) + 1)
    faults += [*wrong, *wrong_steps]
    if front is not None and not faults:
        faults += _order_faults(place, steps, front.sinds)
    if faults or front is None:
        raise ParameterError(faults)
    return Opvolging(bestand=path.name, **front.model_dump(), stappen=steps)


def _steps(place: str, body: str, first_line: int) -> tuple[tuple[Stap, ...], list[Fault]]:
    """The steps that can be read, and what is wrong with the others."""
    pieces = re.split(r"^## (.*)$", body, flags=re.MULTILINE)
    steps: list[Stap] = []
    faults = (
        [Fault(place, "de tekst hoort onder een stap", remedy=f"{_STEP_FORM}.")] if pieces[0].strip() else []
    )
    if len(pieces) == 1:
        faults.append(Fault(place, f"er moet ten minste één stap staan; {_STEP_FORM}"))
    line = first_line + pieces[0].count("\n")
    for heading, text in zip(pieces[1::2], pieces[2::2], strict=True):
        step = _step(heading.strip(), text.strip())
        if isinstance(step, Stap):
            steps.append(step)
        else:
            faults.append(Fault(place, step, rows=(line,)))
        line += text.count("\n")
    return tuple(steps), faults


def _step(heading: str, text: str) -> Stap | str:
    """A step, or the rule that it breaks."""
    match = _STEP.fullmatch(heading)
    if match is None:
        return _STEP_FORM
    day, state, role = match.groups()
    if state not in STATEN:
        return f"de stand is een van {', '.join(STATEN)}"
    if len(role) < 3 or re.search("[0-9@]", role):
        return "achter de stand staat een functie tussen haakjes, geen naam, nummer of adres"
    try:
        moment = date.fromisoformat(day)
    except ValueError:
        return NO_SUCH_DATE
    draft = TO_FILL_IN in heading + text
    return Stap(dag=moment, staat=state, rol=role, tekst=text, concept=draft)  # type: ignore[arg-type]


def _order_faults(place: str, steps: tuple[Stap, ...], since: str) -> list[Fault]:
    """What is wrong with the order of steps that can each be read."""
    faults: list[Fault] = []
    pairs = list(zip(steps, steps[1:], strict=False))
    if steps[0].dag < Quarter.parse(since).start:
        faults.append(Fault(place, f"de eerste stap is niet van voor het signaal zelf; dat begon in {since}"))
    if any(later.dag <= earlier.dag for earlier, later in pairs):
        faults.append(
            Fault(
                place, "elke stap is van een latere dag dan de stap ervoor", remedy="Zet de oudste bovenaan."
            )
        )
    if any(later.staat == "nieuw" for _, later in pairs):
        faults.append(Fault(place, "alleen de eerste stap kan nieuw zijn"))
    if any(earlier.staat == "afgesloten" for earlier, _ in pairs):
        faults.append(
            Fault(
                place,
                "na afgesloten komt geen stap meer",
                remedy="Maak een nieuw bestand als hetzelfde opnieuw speelt.",
            )
        )
    return faults
