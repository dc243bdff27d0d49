"""The borders of the wijken as the map draws them: small whole numbers on a plane, without a place on earth."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from socdom.editions.record import Record

BORDERS = "borders.json"
RingText = Annotated[str, Field(pattern=r"^\d{1,5},\d{1,5}( \d{1,5},\d{1,5}){2,}$")]


class BorderRecord(Record):
    """The border of an area.

    Attributes:
        code: CBS code of a wijk of the edition.
        rings: corners as "12,40 18,44 …", x to the right and y down; an area within another is a ring of both.
    """

    code: str
    rings: tuple[RingText, ...]

    @property
    def points(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """The rings as numbers."""
        return tuple(tuple(_pair(text) for text in ring.split(" ")) for ring in self.rings)


class BordersRecord(Record):
    """The map of a municipality; without areas there is none.

    Attributes:
        width, height: of the plane, the larger one fixed.
        source: whose borders these are, for under the map.
    """

    width: int = Field(0, ge=0)
    height: int = Field(0, ge=0)
    source: str = ""
    areas: tuple[BorderRecord, ...] = ()


def ring_text(points: list[tuple[int, int]]) -> str:
    """Corners as they stand in the file."""
    return " ".join(f"{x},{y}" for x, y in points)


def _pair(text: str) -> tuple[int, int]:
    x, y = text.split(",")
    return int(x), int(y)
