"""Which column of a file is which column of socdom, and which delivery fits a file best."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdom.sources.delivery_spec import FILES, Column, DeliveryFile
from socdom.sources.mapping.cells import ColumnCells
from socdom.sources.mapping.evidence import fit
from socdom.sources.mapping.name_match import KNOWN, PARTLY, likeness, of_somebody_else
from socdom.sources.mapping.words import words

# A name that says nothing, with cells that can hardly be anything else.
_BY_CELLS, _SURE, _ENOUGH_ROWS = 0.5, 0.95, 20
_KINDS_BY_CELLS = ("bsn", "area", "quarter")
_FILE_WORDS: Mapping[str, tuple[str, ...]] = {
    "clienten": ("client", "persoon", "personen", "brp", "adres"),
    "voorzieningen_wmo": ("wmo",),
    "voorzieningen_jeugd": ("jeugd", "jw", "ijw"),
    "aanvragen": ("aanvra", "melding"),
    "uitkeringen": ("uitkering", "bijstand", "pw"),
    "reintegratie": ("reintegratie", "integratie"),
    "schuldhulp": ("schuld",),
    "vroegsignalen": ("vroegsign", "signal"),
    "declaraties": ("declarat", "factu", "323"),
    "bevolking": ("bevolking", "inwoner"),
    "huishoudens": ("huishoud",),
    "begroting": ("begroting", "realisatie", "financ", "iv3"),
}
_NAME_OF_FILE, _OTHER_LAW = 0.06, 0.2


@dataclass(frozen=True)
class Match:
    """A column of socdom found in a file.

    Attributes:
        header: name in the file.
        name: how much the name looks like it, see `likeness`.
        cells: share of the filled cells that can be read as the column.
    """

    column: Column
    header: str
    name: float
    cells: float

    @property
    def score(self) -> float:
        """From 0 to 1."""
        return self.name * (0.3 + 0.7 * self.cells)


def matches(spec: DeliveryFile, columns: Mapping[str, ColumnCells]) -> dict[str, Match]:
    """Column of the table → where it is in the file; each column of the file is used once, the best first."""
    candidates = [
        match
        for column in spec.columns
        for header, cells in columns.items()
        if (match := _match(spec, column, header, cells))
    ]
    found: dict[str, Match] = {}
    taken: set[str] = set()
    for match in sorted(
        candidates, key=lambda match: -match.score
    ):  # stable: equal ones in the order of the file
        if match.column.name not in found and match.header not in taken:
            found[match.column.name] = match
            taken.add(match.header)
    return found


def _match(spec: DeliveryFile, column: Column, header: str, cells: ColumnCells) -> Match | None:
    name = likeness(header, spec, column)
    if not name and column.kind not in _KINDS_BY_CELLS:
        return None
    share = fit(cells, spec, column)
    if not name and share >= _SURE and cells.filled >= _ENOUGH_ROWS and not of_somebody_else(header):
        return Match(column, header, _BY_CELLS, share)
    return Match(column, header, name, share) if name >= KNOWN or (name and share >= 0.5) else None


def known_names(found: Mapping[str, Match]) -> int:
    """How many columns have a name that is known: what tells a row of names from a row of a person."""
    return sum(match.name >= PARTLY for match in found.values())


def scores(file_name: str, columns: Mapping[str, ColumnCells]) -> dict[str, float]:
    """Delivery → how well the file fits it, the best first. 1 is all columns found, beyond doubt."""
    result: dict[str, float] = {}
    for spec in FILES:
        found = matches(spec, columns)
        needed = [column for column in spec.columns if not column.optional]
        total = sum(found[column.name].score for column in needed if column.name in found) / len(needed)
        # Categories of the other law speak against it, more than a column that is not there.
        against = 1 - found["category"].cells if "law" in spec.constants and "category" in found else 0
        # Of two that fit as well, the one that explains more of the file.
        extra = 0.01 * len(found) + _NAME_OF_FILE * _names(file_name, spec.delivery)
        result[spec.delivery] = total + extra - _OTHER_LAW * against
    return dict(sorted(result.items(), key=lambda item: -item[1]))


def laws_in_name(file_name: str) -> tuple[str, ...]:
    """The laws that the name of a file speaks of."""
    laws = {"wmo": "voorzieningen_wmo", "jeugd": "voorzieningen_jeugd"}
    return tuple(law for law, delivery in laws.items() if _names(file_name, delivery))


def _names(file_name: str, delivery: str) -> bool:
    """The name of the file speaks of the delivery; a short word must stand alone."""
    parts = words(file_name.rpartition(".")[0])
    return any(
        part == word or (len(word) > 3 and word in part) for part in parts for word in _FILE_WORDS[delivery]
    )
