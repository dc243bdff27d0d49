"""Which quarter the edition of the dashboard is about."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from socdom.errors import Fault, ParameterError
from socdom.parameters import Gemeente, Kwartaal, load_kwartaal
from socdom.quarters import Quarter


def shown_quarter(gemeente: Gemeente, folder: Path, day: date) -> Kwartaal:
    """The newest quarter that can be shown on a day.

    With own registrations that is the last quarter that has ended. With open data only nothing new comes by itself, so
    it is the newest quarter that has parameters.

    Args:
        folder: `parameters/<gemeente>`.

    Raises:
        ParameterError: there is open data only, and no quarter has parameters; or those are not valid.
    """
    known = sorted(path.parent.name for path in folder.glob("*/kwartaal.yml"))
    if gemeente.bronnen.leveringen:
        newest = str(Quarter.of(day) - 1)
    elif known:
        newest = known[-1]
    else:
        remedy = "Maak een map als 2024Q4 met kwartaal.yml."
        raise ParameterError(
            Fault(f"parameters/{folder.name}", "er is nog geen kwartaal ingericht", remedy=remedy)
        )
    return load_kwartaal(folder, newest) if newest in known else Kwartaal(kwartaal=newest, cijfers_per=day)
