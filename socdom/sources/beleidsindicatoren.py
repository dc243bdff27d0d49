"""The compulsory policy indicators of taakvelden 4, 5 and 6, from a file that the municipality keeps.

The figures are published by others; the municipality takes them from waarstaatjegemeente.nl and keeps them with its
parameters, in `beleidsindicatoren.csv` (utf-8, `;`, decimal comma)::

    nummer;jaar;gebied;waarde;per;status;bron
    17;2018/2019;GM9999;1,8;1.000;definitief;DUO en Ingrado
    27;2020;NL01;29,6;1.000;voorlopig;CBS
    28;2020;GM9999;n.n.b.;;;CBS

`per` is what the value is a part of: 100 for a percentage. CBS publishes per 1.000 inhabitants what the regulation
asks per 10.000; the value is brought to the scale of the regulation.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from socdom import dutch
from socdom.areas import COUNTRY, Area
from socdom.sources.beleidsindicatoren_file import FILE_NAME, SERIES, PolicyRow, read_file
from socdom.sources.open_data import LAND, NO_OPEN_DATA, OpenData, collected


def read_policy_indicators(folder: Path, gemeente: Area) -> OpenData:
    """Read the file of a municipality; nothing when it keeps none.

    Args:
        folder: `parameters/<gemeente>`.
        gemeente: the municipality; the other area that can occur is Nederland.

    Returns:
        Rows of the series in SERIES, without numerator and denominator; a value that is not known is `ontbreekt`,
        never 0. `files` is empty, because the file is one of the parameters.

    Raises:
        ParameterError: the file cannot be read or a row does not hold; all faults at once.
    """
    if not (folder / FILE_NAME).is_file():
        return NO_OPEN_DATA
    rows = read_file(folder, (gemeente.code, COUNTRY))
    series = collected([pd.DataFrame([_figure(row) for row in rows])])
    present = set(series["area"])
    return OpenData(
        series=series,
        areas=tuple(area for area in (gemeente, LAND) if area.code in present),
        files=(),
        notes=_notes(rows),
    )


def _figure(row: PolicyRow) -> dict[str, object]:
    return {
        "series": SERIES[row.number].series,
        "period": row.period,
        "area": row.area,
        "dimension": "",
        "category": "",
        "numerator": float("nan"),
        "denominator": float("nan"),
        "value": row.value,
        "status": row.status,
    }


def _notes(rows: Iterable[PolicyRow]) -> tuple[str, ...]:
    named = dutch.listing(sorted({row.source for row in rows}))
    return (f"De verplichte beleidsindicatoren komen uit deze bronnen: {named}.",)
