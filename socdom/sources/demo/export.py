"""Write the records of Lindeveen as the CSV files a Dutch municipality delivers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.quarters import Quarter
from socdom.sources.demo.csv_text import cents_text, date_text, euros_text, write_csv
from socdom.sources.demo.days import DELIVERED, FAR
from socdom.sources.demo.identity import Identity, build_identity
from socdom.sources.demo.lindeveen import Lindeveen, build_lindeveen, stream
from socdom.sources.demo.places import buurt_code
from socdom.sources.demo.population import SEXES, Town
from socdom.sources.demo.products import CATEGORIES, LAWS, PRODUCTS

_UNITS = np.array([product.unit for product in PRODUCTS])


def write_deliveries(
    folder: Path, *, seed: int = 2020, progress: Callable[[str], None] | None = None
) -> None:
    """Write all deliveries of Lindeveen; the same seed gives the same bytes.

    Args:
        folder: made when it is not there; each file is replaced at once.
        seed: which town.
        progress: called with a Dutch line per step.
    """
    tell = progress or (lambda line: None)
    tell("Lindeveen wordt bedacht.")
    lindeveen = build_lindeveen(seed)
    identity = build_identity(stream(seed, "identity"), lindeveen.town.household)
    folder.mkdir(parents=True, exist_ok=True)
    for file, columns in _files(lindeveen, identity).items():
        write_csv(folder / file, columns)
        tell(f"{file}: {len(next(iter(columns.values())))} rijen.")


def _files(lindeveen: Lindeveen, identity: Identity) -> dict[str, dict[str, np.ndarray]]:
    provisions = lindeveen.provisions
    youth = LAWS[provisions["product"]] == "jeugd"
    return {
        "clienten.csv": _clients(lindeveen, identity),
        "voorzieningen_wmo.csv": _provisions(provisions[~youth], identity),
        "voorzieningen_jeugd.csv": _provisions(provisions[youth], identity)
        | {"verwijzer": provisions.loc[youth, "referrer"].to_numpy()},
        "aanvragen.csv": _applications(lindeveen.applications, identity),
        "uitkeringen.csv": _benefits(lindeveen.benefits, lindeveen.town, identity),
        "reintegratie.csv": _reintegrations(lindeveen.reintegrations, identity),
        "schuldhulp.csv": _debt(lindeveen.debt_trajectories, identity),
        "vroegsignalen.csv": _signals(lindeveen.debt_signals, identity),
        "declaraties.csv": _declarations(lindeveen, identity),
        "bevolking.csv": _counts(lindeveen.population),
        "huishoudens.csv": _counts(lindeveen.households),
        "begroting.csv": _budget(lindeveen.budget),
    }


def _clients(lindeveen: Lindeveen, identity: Identity) -> dict[str, np.ndarray]:
    """A row per client and address; a client is anyone who is in one of the registrations."""
    registrations = (
        lindeveen.provisions,
        lindeveen.applications,
        lindeveen.benefits,
        lindeveen.debt_trajectories,
        lindeveen.debt_signals,
    )
    town = lindeveen.town
    clients = np.unique(np.concatenate([table["person"].to_numpy() for table in registrations]))
    person, buurt, start, end = _spells(town, clients)
    return {
        "bsn": identity.bsn[person],
        "naam": identity.name[person],
        "geboortedatum": date_text(town.birth[person]),
        "geslacht": SEXES[town.sex[person]],
        "huishoudnummer": identity.household[person],
        "buurtcode": buurt_code(buurt, start),
        "van": date_text(start),
        "tot": date_text(end),
    }


def _spells(town: Town, clients: np.ndarray) -> tuple[np.ndarray, ...]:
    """Person, buurt, first and last day of each stay, ordered by person and day."""
    enter, moved, leave = town.enter[clients], town.moved[clients], town.leave[clients]
    first, second = enter < np.minimum(moved, leave), moved < leave
    person = np.concatenate([clients[first], clients[second]])
    buurt = np.concatenate([town.buurt[clients[first]], town.next_buurt[clients[second]]])
    start = np.concatenate([enter[first], np.maximum(enter, moved)[second]])
    end = np.concatenate([np.minimum(moved, leave)[first], leave[second]]) - 1
    end = np.where(end > DELIVERED, FAR, end)
    order = np.lexsort((start, person))
    return person[order], buurt[order], start[order], end[order]


def _provision_numbers(table: pd.DataFrame, rows: np.ndarray) -> np.ndarray:
    return _numbers(np.where(LAWS[table["product"]] == "jeugd", "J", "W"), rows)


def _numbers(letter: str | np.ndarray, numbers: np.ndarray, digits: int = 6) -> np.ndarray:
    """A letter and so many digits: W000012."""
    return np.char.add(letter, np.char.zfill(numbers.astype(f"U{digits}"), digits))


def _provisions(table: pd.DataFrame, identity: Identity) -> dict[str, np.ndarray]:
    return {
        "voorzieningnummer": _provision_numbers(table, table.index.to_numpy()),
        "bsn": identity.bsn[table["person"]],
        "productcategorie": CATEGORIES[table["product"]],
        "leveringsvorm": table["form"].to_numpy(),
        "aanbieder": table["provider"].to_numpy(),
        "toewijzingsdatum": date_text(table["assigned"].to_numpy()),
        "begindatum": date_text(table["start"].to_numpy()),
        "einddatum": date_text(table["end"].to_numpy()),
        "reden_beeindiging": table["end_reason"].to_numpy(),
        "reden_wijziging": table["change_reason"].to_numpy(),
    }


def _applications(table: pd.DataFrame, identity: Identity) -> dict[str, np.ndarray]:
    return {
        "aanvraagnummer": _numbers("A", np.arange(len(table))),
        "bsn": identity.bsn[table["person"]],
        "wet": table["law"].to_numpy(),
        "ontvangen": date_text(table["received"].to_numpy()),
        "besluit": date_text(table["decided"].to_numpy()),
        "uitkomst": table["outcome"].to_numpy(),
    }


def _benefits(table: pd.DataFrame, town: Town, identity: Identity) -> dict[str, np.ndarray]:
    return {
        "uitkeringsnummer": _numbers("U", table["benefit"].to_numpy()),
        "huishoudnummer": identity.household[table["person"]],
        "bsn": identity.bsn[table["person"]],
        "begindatum": date_text(table["start"].to_numpy()),
        "einddatum": date_text(table["end"].to_numpy()),
        "reden_beeindiging": table["end_reason"].to_numpy(),
    }


def _reintegrations(table: pd.DataFrame, identity: Identity) -> dict[str, np.ndarray]:
    return {
        "reintegratienummer": _numbers("R", np.arange(len(table))),
        "bsn": identity.bsn[table["person"]],
        "soort": table["category"].to_numpy(),
        "begindatum": date_text(table["start"].to_numpy()),
        "einddatum": date_text(table["end"].to_numpy()),
        "reden_beeindiging": table["end_reason"].to_numpy(),
    }


def _signals(table: pd.DataFrame, identity: Identity) -> dict[str, np.ndarray]:
    return {
        "signaalnummer": _numbers("V", np.arange(len(table))),
        "bsn": identity.bsn[table["person"]],
        "huishoudnummer": identity.household[table["person"]],
        "ontvangen": date_text(table["received"].to_numpy()),
        "soort": table["kind"].to_numpy(),
        "contactdatum": date_text(table["contacted"].to_numpy()),
        "uitkomst": table["result"].to_numpy(),
    }


def _debt(table: pd.DataFrame, identity: Identity) -> dict[str, np.ndarray]:
    return {
        "trajectnummer": _numbers("S", np.arange(len(table))),
        "bsn": identity.bsn[table["person"]],
        "huishoudnummer": identity.household[table["person"]],
        "aanmelddatum": date_text(table["registered"].to_numpy()),
        "begindatum": date_text(table["start"].to_numpy()),
        "einddatum": date_text(table["end"].to_numpy()),
        "reden_beeindiging": table["end_reason"].to_numpy(),
    }


def _declarations(lindeveen: Lindeveen, identity: Identity) -> dict[str, np.ndarray]:
    table = lindeveen.declarations
    behind = lindeveen.provisions.loc[table["row"]]
    return {
        "declaratienummer": _numbers("D", np.arange(len(table)), digits=7),
        "voorzieningnummer": _provision_numbers(table, table["row"].to_numpy()),
        "bsn": identity.bsn[behind["person"]],
        "wet": LAWS[table["product"]],
        "productcategorie": CATEGORIES[table["product"]],
        "aanbieder": behind["provider"].to_numpy(),
        "dienst_van": date_text(table["service_start"].to_numpy()),
        "ontvangen": date_text(table["received"].to_numpy()),
        "volume": table["volume"].to_numpy().astype("U12"),
        "eenheid": _UNITS[table["product"]],
        "bedrag": cents_text(table["amount"].to_numpy()),
    }


def _counts(table: pd.DataFrame) -> dict[str, np.ndarray]:
    headers = {
        "area": "buurtcode",
        "quarter": "kwartaal",
        "age_from": "leeftijd_van",
        "age_to": "leeftijd_tot",
        "sex": "geslacht",
        "persons": "aantal",
        "households": "aantal",
    }
    return {headers[name]: table[name].to_numpy().astype(str) for name in table.columns}


def _budget(table: pd.DataFrame) -> dict[str, np.ndarray]:
    return {
        "taakveld": table["taakveld"].to_numpy(),
        "kwartaal": np.array([str(Quarter.from_index(index)) for index in table["quarter"]]),
        "soort": table["side"].to_numpy(),
        "begroot": euros_text(table["budget"].to_numpy()),
        "gerealiseerd": euros_text(table["realised"].to_numpy()),
    }
