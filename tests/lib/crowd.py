"""A town of some hundreds of persons with something of everything: quick, seeded, larger than Hypothesis draws."""

from __future__ import annotations

import numpy as np
import pandas as pd

from socdom.tables import COLUMNS, Tables
from socdom.tables.codes import APPLICATION_LAWS, CATEGORIES, END_REASONS, FORMS, OUTCOMES, UNITS, codes_of
from tests.lib.towns import BUURTEN, everybody, frame

_START, _DAYS = np.datetime64("2019-01-01"), 730
_ROWS_PER_PERSON = 2


def crowd(persons: int, seed: int = 11) -> Tables:
    """Tables of the contract about persons 1 to `persons`, two to a household."""
    rng = np.random.default_rng(seed)
    everyone = np.arange(1, persons + 1)
    births = np.datetime64("1930-01-01") + rng.integers(0, 90 * 365, persons)
    tables = {name: _rows(rng, name, persons) for name, columns in COLUMNS.items() if "person" in columns}
    tables["persons"] = _typed(
        "persons", {"person": everyone, "household": everyone // 2, "birth_date": births, "sex": "man"}
    )
    tables["addresses"] = _typed(
        "addresses", {"person": everyone, "area": rng.choice(BUURTEN, persons), "start": np.datetime64("2010-01-01"), "end": np.datetime64("NaT")}
    )  # fmt: skip
    for name in ("population", "households", "budget"):
        tables[name] = frame(name, everybody(50) if name == "population" else [])
    return Tables(**tables)


def _rows(rng: np.random.Generator, name: str, persons: int) -> pd.DataFrame:
    size = persons * _ROWS_PER_PERSON
    person = rng.integers(1, persons + 1, size)
    law = rng.choice(("wmo", "jeugd") if name != "applications" else APPLICATION_LAWS, size)
    first = _START + rng.integers(0, _DAYS, size)
    second = first + rng.integers(0, 300, size)
    second = np.where(rng.random(size) < 0.3, np.datetime64("NaT"), second)
    closed = ~np.isnat(second)
    dates = [column for column, dtype in COLUMNS[name].items() if dtype.startswith("datetime")]
    values = {column: first for column in dates} | {dates[-1]: second}
    if name == "declarations":
        values["received"] = first + rng.integers(0, 90, size)
    for column, dtype in COLUMNS[name].items():
        if column in values:
            continue
        if dtype == "str":
            values[column] = _codes(rng, name, column, law, closed)
        elif column in ("volume", "amount"):
            values[column] = rng.integers(1, 10_000, size)
        else:
            values[column] = {"person": person, "household": person // 2}.get(column, np.arange(size))
    return _typed(name, values)


def _codes(
    rng: np.random.Generator, name: str, column: str, law: np.ndarray, closed: np.ndarray
) -> np.ndarray:
    size = len(law)
    if column == "law":
        return law
    if column == "provider":
        return rng.choice(("a", "b", "c", "d", "e"), size)
    of_law = {"category": CATEGORIES, "end_reason": END_REASONS}
    if name in ("provisions", "declarations") and column in of_law:
        drawn = {one: rng.choice(of_law[column][one], size) for one in ("wmo", "jeugd")}
        codes = np.where(law == "wmo", drawn["wmo"], drawn["jeugd"])
    elif column == "referrer":
        codes = np.where(law == "jeugd", rng.choice(("01", "02", "08"), size), "")
    else:
        allowed = {"form": FORMS, "unit": UNITS, "outcome": OUTCOMES}.get(column) or codes_of(name, column)
        codes = rng.choice(allowed or ("",), size)
    return np.where(closed, codes, "") if column in ("end_reason", "outcome", "result") else codes


def _typed(name: str, values: dict[str, object]) -> pd.DataFrame:
    return pd.DataFrame(values)[list(COLUMNS[name])].astype(COLUMNS[name])
