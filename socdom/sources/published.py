"""All published figures of a municipality together, from the sources its parameters name."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from socdom.errors import DeliveryError, Fault
from socdom.parameters.models import Bronnen
from socdom.sources.iv3 import read_iv3
from socdom.sources.kwb import read_kwb
from socdom.sources.open_data import NO_OPEN_DATA, OpenData


def read_published(
    open_data: Path | None, gemeente: str, bronnen: Bronnen, policy: OpenData = NO_OPEN_DATA
) -> OpenData:
    """Read Iv3 and Kerncijfers wijken en buurten as far as the parameters name years of them.

    Args:
        open_data: folder with the files of CBS and BZK.
        gemeente: CBS code ("GM0766").
        policy: figures that the municipality keeps itself, to go with them (`read_policy_indicators`).

    Raises:
        DeliveryError: the folder or a file is not there or does not hold what it must; all faults at once.
    """
    if not (bronnen.iv3 or bronnen.kwb):
        return policy
    if open_data is None or not open_data.is_dir():
        raise DeliveryError(
            Fault(
                "open data",
                "de map met bestanden van CBS en BZK ontbreekt",
                remedy="Zet de omgevingsvariabele SOCDOM_OPEN_DATA op de map met finance_iv3 en cbs_statline.",
            )
        )
    parts: list[OpenData] = []
    faults: list[Fault | str] = []
    for read, years in ((read_iv3, bronnen.iv3), (read_kwb, bronnen.kwb)):
        try:
            parts += [read(open_data, gemeente, years)] if years else []
        except DeliveryError as error:
            faults += error.faults
    if faults:
        raise DeliveryError(faults)
    return _together([policy, *parts])


def _together(parts: list[OpenData]) -> OpenData:
    areas = {area.code: area for part in parts for area in part.areas}
    filled = [part.series for part in parts if len(part.series)]
    return OpenData(
        series=pd.concat(filled, ignore_index=True) if filled else NO_OPEN_DATA.series,
        areas=tuple(areas[code] for code in sorted(areas)),
        files=tuple(sorted({path for part in parts for path in part.files})),
        reference=" ".join(part.reference for part in parts if part.reference),
        notes=tuple(note for part in parts for note in part.notes),
    )
