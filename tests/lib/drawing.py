"""Read a drawn chart back: its marks, its words and where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fontTools.ttLib import TTFont
from lxml import etree

from socdom.charts.fonts import font_file

NAMESPACE = "{http://www.w3.org/2000/svg}"


def root(svg: str) -> etree._Element:
    """The SVG as a tree; fails when it is not well formed."""
    return etree.fromstring(svg.encode())


def marks(svg: str, tag: str, classes: str) -> list[etree._Element]:
    """Elements with exactly these classes."""
    return [item for item in root(svg).iter(f"{NAMESPACE}{tag}") if item.get("class", "") == classes]


def points(element: etree._Element) -> list[tuple[float, float]]:
    """Corners of a path of straight lines."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", element.get("d"))]
    return list(zip(numbers[0::2], numbers[1::2], strict=True))


@dataclass(frozen=True)
class Words:
    """A line of text and the box it takes."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Words) -> bool:
        """Whether the boxes share more than a hair."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > 1


_FONTS = {weight: TTFont(font_file(weight)) for weight in (400, 600, 700)}


def width(text: str, weight: int = 400, size: float = 14) -> float:
    """Width of a text from the table of advances of the font itself."""
    font = _FONTS[weight]
    names, table = font.getBestCmap(), font["hmtx"]
    return sum(table[names[ord(letter)]][0] for letter in text) * size / font["head"].unitsPerEm


def words(svg: str) -> list[Words]:
    """Every line of text with its box."""
    found = []
    drawing = root(svg)
    for item in drawing.iter(f"{NAMESPACE}text"):
        size = float(item.get("font-size") or drawing.get("font-size"))
        long = width(item.text, int(item.get("font-weight", "400")), size)
        x, y = float(item.get("x")), float(item.get("y"))
        left = x - {"start": 0.0, "middle": long / 2, "end": long}[item.get("text-anchor", "start")]
        found.append(Words(item.text, left, y - 10.5, left + long, y + 3))
    return found


def texts(svg: str) -> list[str]:
    """The words of a chart."""
    return [item.text for item in words(svg)]


def misplaced(svg: str) -> list[str]:
    """Texts that lie over each other or outside the drawing; empty when all is well."""
    box = [float(number) for number in root(svg).get("viewBox").split()]
    found = words(svg)
    faults = [
        f"outside: {item.text}"
        for item in found
        if item.left < -1 or item.right > box[2] + 1 or item.top < -1 or item.bottom > box[3] + 1
    ]
    for number, item in enumerate(found):
        faults += [f"{item.text} over {other.text}" for other in found[number + 1 :] if item.overlaps(other)]
    return faults
