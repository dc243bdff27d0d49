"""Columns that a file does not have under a name that is known, and where they could be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.mapping.cells import ColumnCells
from socdom.sources.mapping.evidence import TELLING_KINDS, fit
from socdom.sources.mapping.match import Match
from socdom.sources.mapping.value_words import codes

_MOST, _SURE = 3, 0.95
_REMEDIES = {
    "law": 'gaan alle rijen over één wet, zet dan onder vast: wet: "wmo"',
    "form": "is alles zorg in natura, zet dan onder vast: leveringsvorm: zin",
    "referrer": 'weet u het niet, zet dan onder vast: verwijzer: ""',
    "end": "zonder einddatum telt alles als lopend; vraag de leverancier erom",
    "household": "het nummer dat mensen in één huishouden delen; vraag de leverancier erom",
    "area": "de buurtcode van CBS, als BU07660000; vraag de leverancier erom",
}


@dataclass(frozen=True)
class Missing:
    """A column that was not found.

    Attributes:
        maybe: names of columns whose cells could be it.
        remedy: what to do, Dutch; may be empty.
    """

    column: Column
    maybe: tuple[str, ...]
    remedy: str


def missing_columns(
    spec: DeliveryFile, found: Mapping[str, Match], rest: Mapping[str, ColumnCells], fixed: Mapping[str, str]
) -> tuple[Missing, ...]:
    """The columns of a delivery that were not found.

    Args:
        rest: the columns of the file that are not used and may be named.
        fixed: columns that get one value.
    """
    absent = [column for column in spec.columns if column.name not in found and column.header not in fixed]
    return tuple(
        Missing(column, _maybe(spec, column, rest), _REMEDIES.get(column.name, "")) for column in absent
    )


def _maybe(spec: DeliveryFile, column: Column, rest: Mapping[str, ColumnCells]) -> tuple[str, ...]:
    if column.kind not in TELLING_KINDS and not codes(spec, column):
        return ()
    alike = [header for header, cells in rest.items() if cells.filled and fit(cells, spec, column) >= _SURE]
    return tuple(alike[:_MOST])
