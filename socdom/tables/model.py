"""The tables as one value: a frame per table, all present, with fixed columns and types."""

from __future__ import annotations

from dataclasses import dataclass, fields

import pandas as pd

_ID, _DAY, _CODE, _COUNT, _EUROS = "int64", "datetime64[s]", "str", "int64", "float64"

COLUMNS: dict[str, dict[str, str]] = {
    "persons": {"person": _ID, "household": _ID, "birth_date": _DAY, "sex": _CODE},
    "addresses": {"person": _ID, "area": _CODE, "start": _DAY, "end": _DAY},
    "provisions": {
        "provision": _ID,
        "person": _ID,
        "law": _CODE,
        "category": _CODE,
        "form": _CODE,
        "provider": _CODE,
        "referrer": _CODE,
        "assigned": _DAY,
        "start": _DAY,
        "end": _DAY,
        "end_reason": _CODE,
        "change_reason": _CODE,
    },
    "applications": {
        "application": _ID,
        "person": _ID,
        "law": _CODE,
        "received": _DAY,
        "decided": _DAY,
        "outcome": _CODE,
    },
    "benefits": {
        "benefit": _ID,
        "household": _ID,
        "person": _ID,
        "start": _DAY,
        "end": _DAY,
        "end_reason": _CODE,
    },
    "reintegrations": {
        "reintegration": _ID,
        "person": _ID,
        "category": _CODE,
        "start": _DAY,
        "end": _DAY,
        "end_reason": _CODE,
    },
    "debt_trajectories": {
        "trajectory": _ID,
        "person": _ID,
        "household": _ID,
        "registered": _DAY,
        "start": _DAY,
        "end": _DAY,
        "end_reason": _CODE,
    },
    "debt_signals": {
        "signal": _ID,
        "person": _ID,
        "household": _ID,
        "received": _DAY,
        "kind": _CODE,
        "contacted": _DAY,
        "result": _CODE,
    },
    "declarations": {
        "declaration": _ID,
        "provision": _ID,
        "person": _ID,
        "law": _CODE,
        "category": _CODE,
        "provider": _CODE,
        "service_start": _DAY,
        "received": _DAY,
        "volume": _COUNT,
        "unit": _CODE,
        "amount": _COUNT,
    },
    "population": {
        "area": _CODE,
        "quarter": _COUNT,
        "age_from": _COUNT,
        "age_to": _COUNT,
        "sex": _CODE,
        "persons": _COUNT,
    },
    "households": {"area": _CODE, "quarter": _COUNT, "households": _COUNT},
    "budget": {"taakveld": _CODE, "quarter": _COUNT, "side": _CODE, "budget": _EUROS, "realised": _EUROS},
}

PERSON_TABLES = tuple(name for name, columns in COLUMNS.items() if "person" in columns)
# Rows of these stand for nobody in particular.
TOTALS = tuple(name for name in COLUMNS if name not in PERSON_TABLES)

# A date that may be empty: not over yet.
OPEN_DATES = frozenset(
    {("applications", "decided"), ("debt_signals", "contacted")} | {(name, "end") for name in COLUMNS}
)


def empty_table(name: str) -> pd.DataFrame:
    """A table of the right columns and types without rows."""
    return pd.DataFrame({column: pd.Series(dtype=dtype) for column, dtype in COLUMNS[name].items()})


@dataclass(frozen=True)
class Tables:
    """All tables of a municipality, person-level zone; columns and types as in COLUMNS.

    A table that was not delivered is there, without rows. Dates: NaT is open. Codes: "" is not stated.
    Identifiers are keyed hashes. `debt_signals.contacted` is the day of the contact, or for the result "geen
    contact" the day on which the municipality stopped trying. `declarations.amount` is in eurocents (a credit
    is negative, and so is its volume). `population.quarter` and the like hold `Quarter.index`; `age_to` is
    inclusive, 200 when open. `budget.budget` is the budget of the whole year as it stands after changes;
    `budget.realised` is cumulative within the year; both in euros. `area` is "" when unknown or when
    the border of the buurt has changed since.
    """

    persons: pd.DataFrame
    addresses: pd.DataFrame
    provisions: pd.DataFrame
    applications: pd.DataFrame
    benefits: pd.DataFrame
    reintegrations: pd.DataFrame
    debt_trajectories: pd.DataFrame
    debt_signals: pd.DataFrame
    declarations: pd.DataFrame
    population: pd.DataFrame
    households: pd.DataFrame
    budget: pd.DataFrame

    @classmethod
    def empty(cls) -> Tables:
        """All tables without rows."""
        return cls(**{field.name: empty_table(field.name) for field in fields(cls)})
