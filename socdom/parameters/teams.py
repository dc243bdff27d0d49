"""The teams of a municipality: `parameters/<gemeente>/teams.yml`, for the overview of a team only. For example::

    teams:
      - naam: Wmo Noord
        wetten: [wmo]                # wmo, jeugd, participatie, schulden
        wijken: [WK999901]           # laat weg voor de hele gemeente
        soorten: ["01", "02"]        # codes van Wmo of jeugd; laat weg voor alle

It is no input of an edition. Which wijken and codes there are is known to `socdom.workbench.team`.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import Field

from socdom.errors import Fault, ParameterError
from socdom.parameters.load import read_model
from socdom.parameters.strict import Strict
from socdom.parameters.text import is_there

FILE_NAME = "teams.yml"
Wet = Literal["wmo", "jeugd", "participatie", "schulden"]
WETTEN: tuple[Wet, ...] = get_args(Wet)
_NAMES = {
    "wmo": "Wmo",
    "jeugd": "Jeugd",
    "participatie": "Participatie",
    "schulden": "Schulden",
}


class Team(Strict):
    """A team: whose cases are its work.

    Attributes:
        naam: as people call it.
        wetten: laws; at least one.
        wijken: codes of the wijken where its clients live; all of the municipality when empty.
        soorten: codes of the kinds of help; all when empty.
    """

    naam: Annotated[str, Field(min_length=1, max_length=60)]
    wetten: Annotated[tuple[Wet, ...], Field(min_length=1)]
    wijken: tuple[Annotated[str, Field(pattern=r"^WK\d{6}$")], ...] = ()
    soorten: tuple[Annotated[str, Field(pattern=r"^\d{2}$")], ...] = ()


class _Teams(Strict):
    teams: Annotated[tuple[Team, ...], Field(min_length=1)]


def read_teams(folder: Path) -> tuple[Team, ...]:
    """The teams of `teams.yml` of the folder of a municipality; without the file a team for each law.

    Raises:
        ParameterError: the file is not valid, or two teams have one name.
    """
    place = f"parameters/{folder.name}/{FILE_NAME}"
    if not is_there(folder / FILE_NAME, place):
        return tuple(Team(naam=_NAMES[law], wetten=(law,)) for law in WETTEN)
    teams = read_model(folder / FILE_NAME, _Teams).teams
    twice = [name for name, count in Counter(team.naam.lower() for team in teams).items() if count > 1]
    if twice:
        rule = "elk team heeft een eigen naam"
        raise ParameterError(Fault(place, rule, count=len(twice), remedy="Geef deze teams een andere naam."))
    return teams
