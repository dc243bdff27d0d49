"""Made-up wijken of straight lines, for tests of borders: a grid of cells that touch, around 52° north."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from socdom.editions.borders import BorderRecord, BordersRecord, ring_text
from tests.lib.sample_edition import WIJKEN

WEST, SOUTH, SIZE = 5.0, 52.0, 0.01
Corners = list[list[float]]


def cell(column: int, row: int, *, wide: int = 1) -> Corners:
    """A closed ring of a cell, in degrees; row 0 is the southernmost, `wide` its columns."""
    left, right = (round(WEST + at * SIZE, 6) for at in (column, column + wide))
    low, high = (round(SOUTH + at * SIZE, 6) for at in (row, row + 1))
    return [[left, low], [right, low], [right, high], [left, high], [left, low]]


def feature(code: object, *rings: Corners, name: str = "wijkcode", **more: object) -> dict[str, Any]:
    """An area with these rings: the outer one first."""
    geometry = {"type": "Polygon", "coordinates": list(rings)}
    return {"type": "Feature", "properties": {name: code, **more}, "geometry": geometry}


def collection(features: Iterable[dict[str, Any]], **more: object) -> bytes:
    """A file with areas."""
    return json.dumps({"type": "FeatureCollection", **more, "features": list(features)}).encode()


def grid(codes: Iterable[str], columns: int = 4) -> bytes:
    """A file in which these areas lie in rows of cells."""
    return collection(feature(code, cell(at % columns, at // columns)) for at, code in enumerate(codes))


def drawn(codes: Iterable[str] = tuple(WIJKEN), columns: int = 4, size: int = 100) -> BordersRecord:
    """The map of an edition in which these wijken are squares in rows."""
    listed = list(codes)
    squares = []
    for at, code in enumerate(listed):
        x, y = at % columns * size, at // columns * size
        square = [(x, y), (x + size, y), (x + size, y + size), (x, y + size)]
        squares.append(BorderRecord(code=code, rings=(ring_text(square),)))
    rows = -(-len(listed) // columns)
    return BordersRecord(width=columns * size, height=rows * size, source="gemeente", areas=tuple(squares))
