"""The tables as they were known on a day, so that an older edition can be made from newer deliveries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pandas as pd

from socdom.quarters import Quarter
from socdom.tables.model import Tables


def as_known_on(tables: Tables, day: date) -> Tables:
    """Leave out what became known after `day`, and open again what was not over yet.

    Left out: provisions assigned, declarations, applications and debt signals received, benefits,
    re-integration and debt trajectories started after `day`; population, households and budget of quarters
    that start after `day`. Opened again: decisions on applications, contacts after a signal, ends of benefits,
    re-integration and debt trajectories after `day`. The end of a provision is stated when it is assigned, so
    it is kept; its reasons are not.
    """
    moment = pd.Timestamp(day)
    return replace(
        tables,
        provisions=_reopened(
            _until(tables.provisions, "assigned", moment), moment, ("end_reason", "change_reason")
        ),
        declarations=_until(tables.declarations, "received", moment),
        applications=_reopened(
            _until(tables.applications, "received", moment),
            moment,
            ("decided", "outcome"),
            date_column="decided",
        ),
        debt_signals=_reopened(
            _until(tables.debt_signals, "received", moment),
            moment,
            ("contacted", "result"),
            date_column="contacted",
        ),
        **{
            name: _reopened(_until(getattr(tables, name), "start", moment), moment, ("end", "end_reason"))
            for name in ("benefits", "reintegrations", "debt_trajectories")
        },
        population=_quarters_until(tables.population, day),
        households=_quarters_until(tables.households, day),
        budget=_quarters_until(tables.budget, day),
    )


def _until(table: pd.DataFrame, column: str, moment: pd.Timestamp) -> pd.DataFrame:
    return table[table[column] <= moment].reset_index(drop=True)


def _reopened(
    table: pd.DataFrame, moment: pd.Timestamp, columns: tuple[str, ...], *, date_column: str = "end"
) -> pd.DataFrame:
    later = table[date_column] > moment
    emptied = {
        column: table[column].mask(later, pd.NaT if column == date_column else "") for column in columns
    }
    return table.assign(**emptied)


def _quarters_until(table: pd.DataFrame, day: date) -> pd.DataFrame:
    # A quarter starts after the day exactly when its index is above that of the quarter holding the day.
    return table[table["quarter"] <= Quarter.of(day).index].reset_index(drop=True)
