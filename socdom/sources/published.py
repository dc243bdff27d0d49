"""All published figures of a municipality together, from the sources its parameters name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pandas as pd

from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.parameters.models import Bronnen
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.cbs.themes import read_themes
from socdom.sources.iv3 import read_iv3
from socdom.sources.kwb import read_kwb
from socdom.sources.open_data import NO_OPEN_DATA, OpenData, members_of
from socdom.sources.reference_group import BY_CLASS


def read_published(
    open_data: Path | None,
    gemeente: str,
    bronnen: Bronnen,
    policy: OpenData = NO_OPEN_DATA,
    store: Path | None = None,
    comparison: Vergelijking = BY_CLASS,
) -> OpenData:
    """Read Iv3, Kerncijfers wijken en buurten and themes of CBS as far as the parameters name them.

    Args:
        open_data: folder with the files of CBS and BZK.
        gemeente: CBS code ("GM0766").
        policy: figures that the municipality keeps itself, to go with them (`read_policy_indicators`).
        store: folder with what was fetched of CBS. Kerncijfers in it go before the files; themes come from it only.
        comparison: with which municipalities it is compared.

    Raises:
        DeliveryError: the folder or a file is not there or does not hold what it must; all faults at once.
        ParameterError: a municipality that `comparison` names is in none of the sources; all of them at once.
    """
    folder = open_data if open_data is not None and open_data.is_dir() else None
    if (bronnen.iv3 or bronnen.kwb) and folder is None and not _has_tables(store):
        raise DeliveryError(_no_folder())
    asked: list[Callable[[], OpenData]] = []
    if bronnen.iv3:
        asked.append(partial(read_iv3, folder, gemeente, bronnen.iv3, store, comparison))
    if bronnen.kwb:
        asked.append(partial(read_kwb, folder, gemeente, bronnen.kwb, store, comparison))
    if bronnen.cbs and store is not None:
        asked.append(partial(read_themes, store, gemeente, bronnen.cbs, comparison))
    parts: list[OpenData] = []
    faults: list[Fault | str] = []
    for read in asked:
        try:
            parts.append(read())
        except DeliveryError as error:
            faults += error.faults
    if faults:
        raise DeliveryError(faults)
    if not parts:
        return policy
    together = _together([policy, *parts])
    if absent := sorted(set(comparison.gemeenten) - set(together.members["area"])):
        raise ParameterError([_absent(code) for code in absent])
    return together


def _absent(code: str) -> Fault:
    return Fault(
        "gemeente.yml, vergelijking.gemeenten",
        f"gemeente {code} staat in geen van de openbare cijfers van deze gemeente",
        remedy="Controleer de code. Klopt die, haal de cijfers dan op met socdom fetch.",
    )


def _has_tables(store: Path | None) -> bool:
    """Whether anything was fetched of CBS."""
    return store is not None and (store / "cbs").is_dir()


def _no_folder() -> Fault:
    return Fault(
        "open data",
        "de map met bestanden van CBS en BZK ontbreekt, en er zijn geen cijfers opgehaald bij het CBS",
        remedy="Haal ze op met socdom fetch. Of zet de omgevingsvariabele SOCDOM_OPEN_DATA op de map met "
        "finance_iv3 en cbs_statline.",
    )


def _together(parts: list[OpenData]) -> OpenData:
    areas = {area.code: area for part in parts for area in part.areas}
    filled = [part.series for part in parts if len(part.series)]
    return OpenData(
        series=pd.concat(filled, ignore_index=True) if filled else NO_OPEN_DATA.series,
        areas=tuple(areas[code] for code in sorted(areas)),
        files=tuple(sorted({path for part in parts for path in part.files})),
        reference="\n".join(part.reference for part in parts if part.reference),
        notes=tuple(dict.fromkeys(note for part in parts for note in part.notes)),
        members=members_of([part.members for part in parts]),
    )
