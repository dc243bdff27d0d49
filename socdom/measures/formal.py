"""The definition of an indicator as plain data, made from the definition itself so that the two cannot differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from socdom.measures.code_labels import code_labels
from socdom.measures.denominators import Households, Inhabitants
from socdom.measures.dimensions import Dimension
from socdom.measures.kinds.base import Kind, fields_of
from socdom.measures.selection import Selection, several
from socdom.tables.codes import OPEN_AGE

if TYPE_CHECKING:
    from socdom.measures.indicator import Indicator


def definition_of(indicator: Indicator) -> dict[str, Any]:
    """The fields of an edition's `Definition`."""
    measure = indicator.measure
    selection = getattr(measure, "selection", None)
    return {
        "kind": type(measure).__name__,
        "method": measure.method,
        "selection": _selection(selection) if selection is not None else None,
        "parameters": parameters(measure),
        "denominator": _denominator(indicator.per),
        "levels": indicator.levels,
        "every": indicator.every,
        "provisional": indicator.provisional,
        "incomplete": indicator.incomplete,
        "labels": _labels(selection, measure) if selection is not None else {},
    }


def breakdown_of(dimension: Dimension) -> dict[str, Any]:
    """The fields of an edition's `Dimension`: what it is called, and which codes or ages make up each category."""
    codes: dict[str, tuple[str, ...]] = {}
    if dimension.column:
        codes = {name: () for name in dimension.labels}
        for code, name in (dimension.codes or {name: name for name in dimension.labels}).items():
            if name in codes:
                codes[name] += (code,)
    return {
        "title": dimension.title,
        "labels": dict(dimension.labels),
        "column": dimension.column,
        "codes": codes,
        "ages": {name: _ages(ages) for name, ages in dimension.ages.items()},
    }


def parameters(measure: Kind) -> dict[str, Any]:
    """The fields of a kind as plain data, without its selection; `from_` is called "from", no upper age is None."""
    found = {
        field.name.rstrip("_"): _plain(getattr(measure, field.name))
        for field in fields_of(measure)
        if field.name != "selection"
    }
    if found.get("age_to") == OPEN_AGE:
        found["age_to"] = None
    return found


def _plain(value: Any) -> Any:
    """A value as it comes back from JSON: keys are text and sequences are lists."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


def _selection(selection: Selection) -> dict[str, Any]:
    return {
        "table": selection.table,
        "where": {column: selection.codes(column) for column in selection.where},
        "ages": _ages(selection.ages),
        "new_only": selection.new_only,
    }


def _ages(ages: tuple[int, int] | None) -> tuple[int, int | None] | None:
    return None if ages is None else (ages[0], ages[1] if ages[1] < OPEN_AGE else None)


def _denominator(per: Inhabitants | Households | None) -> dict[str, Any] | None:
    if per is None:
        return None
    if isinstance(per, Households):
        return {"of": "huishoudens"}
    return {"of": "inwoners", "ages": _ages((per.age_from, per.age_to))}


def _labels(selection: Selection, measure: Kind) -> dict[str, dict[str, str]]:
    """The legend of the codes that the definition names."""
    found: dict[str, dict[str, str]] = {}
    for column, codes in _coded(selection, measure):
        known = code_labels(selection.table, column, selection.codes("law"))
        labels = {code: known[code] for code in codes if code in known}
        if labels:
            found[column] = found.get(column, {}) | labels
    return found


def _coded(selection: Selection, measure: Kind) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Columns with codes: of the selection, of the part of a share, and the endings that count."""
    yield from ((column, selection.codes(column)) for column in selection.where)
    part = getattr(measure, "part", {})
    yield from ((column, several(codes)) for column, codes in part.items())
    yield "end_reason", tuple(getattr(measure, "reasons", ()))
