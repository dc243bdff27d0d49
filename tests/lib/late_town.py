"""Declarations that come in late, as tables: a few made by hand, and those of Lindeveen from any seed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd

from socdom.quarters import Quarter
from socdom.sources.demo.declarations import build_costs, build_declarations
from socdom.sources.demo.lindeveen import stream
from socdom.sources.demo.population import build_town
from socdom.sources.demo.products import PRODUCTS
from socdom.sources.demo.provisions import build_provisions
from socdom.tables import COLUMNS, Tables, as_known_on

_LAWS = np.array([product.law for product in PRODUCTS])
_CATEGORIES = np.array([product.category for product in PRODUCTS])


def declarations(
    rows: Iterable[tuple[date, date, int, int]], law: str = "wmo", category: str = "01"
) -> pd.DataFrame:
    """Lines of (day of help, day of receipt, eurocents, person)."""
    made = [
        {"service_start": help_on, "received": received, "amount": cents, "person": person}
        for help_on, received, cents, person in rows
    ]
    return _table("declarations", pd.DataFrame(made).assign(law=law, category=category))


def provisions(
    rows: Iterable[tuple[date, date, date | None]], law: str = "wmo", category: str = "01"
) -> pd.DataFrame:
    """Provisions of (day of allocation, first day, last day)."""
    made = [{"assigned": assigned, "start": start, "end": end} for assigned, start, end in rows]
    return _table("provisions", pd.DataFrame(made).assign(law=law, category=category))


def tables(lines: pd.DataFrame, allocated: pd.DataFrame | None = None) -> Tables:
    """Tables with these rows and nothing else."""
    some = {} if allocated is None else {"provisions": allocated}
    return replace(Tables.empty(), declarations=lines, **some)


def _table(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    columns = {}
    for column, dtype in COLUMNS[name].items():
        given = (
            frame[column] if column in frame else pd.Series("" if dtype == "str" else 0, index=frame.index)
        )
        columns[column] = (
            pd.to_datetime(given).astype(dtype) if dtype.startswith("datetime") else given.astype(dtype)
        )
    return pd.DataFrame(columns)


@dataclass(frozen=True)
class LateTown:
    """Lindeveen from a seed.

    Attributes:
        tables: declarations and provisions.
        truth: law → quarter (`Quarter.index`) → eurocents of what was delivered, declared or not.
    """

    tables: Tables
    truth: dict[str, dict[int, float]]

    def known_on(self, day: date) -> Tables:
        return as_known_on(self.tables, day)


def late_town(seed: int) -> LateTown:
    """Draw the town, what was delivered and how it was declared; no other registration."""
    town = build_town(stream(seed, "town"))
    given = build_provisions(stream(seed, "provisions"), town)
    costs = build_costs(stream(seed, "costs"), given)
    sent = build_declarations(stream(seed, "declarations"), given, costs)
    months = _LAWS[costs["product"]], Quarter(1970, 1).index + costs["month"].to_numpy() // 3
    amounts = costs["amount"].groupby(list(months)).sum()
    lines = _rows(sent, given["person"].to_numpy()[sent["row"]], ("service_start", "received"))
    allocated = _rows(given, given["person"].to_numpy(), ("assigned", "start", "end"))
    truth = {law: amounts[law].to_dict() for law in ("wmo", "jeugd")}
    return LateTown(tables(_table("declarations", lines), _table("provisions", allocated)), truth)


def _rows(frame: pd.DataFrame, person: np.ndarray, days: tuple[str, ...]) -> pd.DataFrame:
    product = frame["product"].to_numpy()
    columns = {name: frame[name].to_numpy().astype("datetime64[D]") for name in days}
    codes = {"person": person, "law": _LAWS[product], "category": _CATEGORIES[product]}
    amounts = {"amount": frame["amount"].to_numpy()} if "amount" in frame else {}
    return pd.DataFrame(columns | codes | amounts)
