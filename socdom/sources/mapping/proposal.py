"""A first mapping for a delivered file: what is where, how it is written, and what is not sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.sources.delivery_spec import DELIVERIES, Column, DeliveryFile
from socdom.sources.mapping.cells import ColumnCells, cells_of
from socdom.sources.mapping.coded_values import Translation, translation
from socdom.sources.mapping.doubts import column_doubts, file_doubts
from socdom.sources.mapping.header_row import all_may_be_named, may_be_named, refuse_values
from socdom.sources.mapping.match import Match, known_names, laws_in_name, matches, scores
from socdom.sources.mapping.missing import Missing, missing_columns
from socdom.sources.mapping.notation import Notation, date_notation, number_notation
from socdom.sources.standard import DATE_KINDS, NUMBER_KINDS

if TYPE_CHECKING:
    from socdom.sources.files.look import FileLook

# Fewer names that are known, and the row of names may be one of a person.
_FEWEST_NAMES = 2
_LEAST_FIT, _NEAR = 0.4, 0.03


@dataclass(frozen=True)
class Proposal:
    """A mapping to be looked at by a person.

    Attributes:
        delivery: what the file is taken for, as "clienten".
        file_name: name of the file.
        look: what was found of the file as a whole (sheet, header row, encoding, separator).
        found: column of socdom and where it is, in the order of socdom.
        doubts: column of socdom → what to look at, Dutch.
        date, number: how the file writes them in text.
        values: column of socdom → what its values become.
        fixed: column of socdom that the file does not have → its value in every row, to be looked at.
        missing: columns that are not there.
        unneeded: names of the other columns, as far as they can be told.
        untold: number of other columns whose name is not told.
        general: what to look at in the file as a whole, Dutch.
    """

    delivery: str
    file_name: str
    look: FileLook
    found: tuple[Match, ...]
    doubts: Mapping[str, tuple[str, ...]]
    date: Notation
    number: Notation
    values: Mapping[str, Translation]
    fixed: Mapping[str, str]
    missing: tuple[Missing, ...]
    unneeded: tuple[str, ...]
    untold: int
    general: tuple[str, ...] = field(default=())


def propose(look: FileLook, file_name: str, delivery: str | None = None) -> Proposal:
    """Propose how a file is read.

    Args:
        look: of `socdom.sources.files.look.look`.
        file_name: its name, which may tell what it is.
        delivery: a key of `DELIVERIES`; None to choose what fits best.

    Raises:
        DeliveryError: the file has no row of names, no rows, or looks like no delivery.
        ParameterError: there is no such delivery.
    """
    refuse_values(look.headers, file_name, look.header_row)
    named = {header: cells_of(column) for header, column in look.columns.items() if str(header).strip()}
    if not any(cells.filled for cells in named.values()):
        rule = "er staan geen rijen in, dus is niet te zien wat de kolommen zijn"
        raise DeliveryError(Fault(file_name, rule, remedy="Kies een bestand met rijen."))
    columns = {header: cells for header, cells in named.items() if may_be_named(header)}
    spec, others = _told(delivery) if delivery else _chosen(file_name, columns)
    found = matches(spec, columns)
    if known_names(found) < _FEWEST_NAMES:
        raise DeliveryError(_unknown(file_name, spec.delivery if delivery else ""))
    return _proposal(look, file_name, spec, found, columns, others)


def _proposal(
    look: FileLook,
    file_name: str,
    spec: DeliveryFile,
    found: Mapping[str, Match],
    columns: Mapping[str, ColumnCells],
    others: tuple[str, ...],
) -> Proposal:
    date = date_notation(_of_kinds(DATE_KINDS, found, columns))
    number = number_notation(_of_kinds(NUMBER_KINDS, found, columns))
    here = {name: columns[match.header] for name, match in found.items()}
    used = {match.header for match in found.values()}
    rest = [header for header in columns if header not in used]
    told = rest if all_may_be_named(look.headers) else []
    fixed = _fixed(spec, found, file_name)
    missing = missing_columns(spec, found, {header: columns[header] for header in told}, fixed)
    ordered = tuple(found[column.name] for column in spec.columns if column.name in found)
    return Proposal(
        delivery=spec.delivery,
        file_name=file_name,
        look=look,
        found=ordered,
        doubts={
            match.column.header: column_doubts(match, here[match.column.name], date.written, number.written)
            for match in ordered
        },
        date=date,
        number=number,
        values={
            match.column.header: translation(here[match.column.name], spec, match.column, date.written)
            for match in ordered
        },
        fixed=fixed,
        missing=missing,
        unneeded=tuple(header for header in told if not any(header in absent.maybe for absent in missing)),
        untold=sum(bool(header) for header in look.headers) - len(used) - len(told),
        general=file_doubts(spec, here, others, file_name, look.headers),
    )


def _told(delivery: str) -> tuple[DeliveryFile, tuple[str, ...]]:
    if delivery not in DELIVERIES:
        remedy = f"Kies uit {', '.join(DELIVERIES)}."
        raise ParameterError(Fault(f"levering {delivery}", "deze levering kent socdom niet", remedy=remedy))
    return DELIVERIES[delivery], ()


def _chosen(file_name: str, columns: Mapping[str, ColumnCells]) -> tuple[DeliveryFile, tuple[str, ...]]:
    """What fits best, and what fits almost as well."""
    ranked = scores(file_name, columns)
    best, score = next(iter(ranked.items()))
    if score < _LEAST_FIT:
        raise DeliveryError(_unknown(file_name, ""))
    return DELIVERIES[best], tuple(
        name for name, other in ranked.items() if name != best and score - other < _NEAR
    )


def _unknown(file_name: str, delivery: str) -> Fault:
    if delivery:
        needed = ", ".join(column.header for column in DELIVERIES[delivery].columns if not column.optional)
        return Fault(
            file_name,
            f"socdom herkent bijna geen kolommen van {delivery} (nodig: {needed})",
            remedy="Kijk of de kolommen namen hebben en of dit het goede bestand is.",
        )
    remedy = f"Is dit het goede bestand? Kies dan met --levering uit {', '.join(DELIVERIES)}."
    return Fault(file_name, "socdom herkent niet welke levering dit is", remedy=remedy)


def _of_kinds(
    kinds: tuple[str, ...], found: Mapping[str, Match], columns: Mapping[str, ColumnCells]
) -> list[ColumnCells]:
    return [columns[match.header] for match in found.values() if match.column.kind in kinds]


def _fixed(spec: DeliveryFile, found: Mapping[str, Match], file_name: str) -> dict[str, str]:
    """The law of every row, where the file does not say it and its name does."""
    laws = laws_in_name(file_name)
    absent: list[Column] = [column for column in spec.columns if column.name == "law" and "law" not in found]
    return {column.header: laws[0] for column in absent if len(laws) == 1}
