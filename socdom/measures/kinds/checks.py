"""Refuse fields of a kind with which nothing sensible could be counted."""

from __future__ import annotations

from collections.abc import Mapping

from socdom.errors import DefinitionError, Fault
from socdom.measures.selection import Selection


def check_choices(kind: str, named: Mapping[str, tuple[object, tuple[object, ...]]]) -> None:
    """Refuse fields of a kind with a value that is not one of a list.

    Args:
        kind: name of the class.
        named: field → its value and the values that are allowed.

    Raises:
        DefinitionError: all of them.
    """
    faults = [
        Fault(f"{kind}: {name}", f"gevonden: {value!r}", remedy=f"Kies uit {', '.join(map(str, allowed))}.")
        for name, (value, allowed) in named.items()
        if value not in allowed
    ]
    if faults:
        raise DefinitionError(faults)


def check_whole_number(place: str, value: object, lowest: int, example: int) -> None:
    """Refuse a field that is no whole number, or too low.

    Raises:
        DefinitionError: it is.
    """
    if not isinstance(value, int) or value < lowest:
        raise DefinitionError(
            Fault(
                place,
                f"een heel getal vanaf {lowest}, gevonden: {value!r}",
                remedy=f"Schrijf bijvoorbeeld {example}.",
            )
        )


def check_columns(selection: Selection, dtype: str, named: Mapping[str, str]) -> None:
    """Refuse fields of a kind that name a column the table does not have in that type.

    Raises:
        DefinitionError: all of them.
    """
    allowed = selection.columns(dtype)
    faults = [
        Fault(
            field,
            f"een kolom van {selection.table}, gevonden: {column!r}",
            remedy=f"Kies uit {', '.join(allowed)}.",
        )
        for field, column in named.items()
        if column not in allowed
    ]
    if faults:
        raise DefinitionError(faults)


def of_same_law(selection: Selection, where: Mapping[str, str | tuple[str, ...]]) -> Selection:
    """Rows of the same table and law with other codes: a part of a selection, or its endings.

    Raises:
        DefinitionError: a code that no row of the law can have; it would count nobody.
    """
    law = {"law": selection.where["law"]} if "law" in selection.where else {}
    return Selection(selection.table, {**law, **where})
