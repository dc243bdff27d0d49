"""The marks of a matplotlib figure as a small inline SVG that the stylesheet of the page rules.

Geometry and text are read from the artists themselves. Matplotlib's own SVG would have to be written, read back and
stripped of everything but the same numbers, which costs more than all the rest of a text or a line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from lxml import etree
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Transform

NAMESPACE = "http://www.w3.org/2000/svg"
_ANCHORS = {"center": "middle", "right": "end"}
# Transforms leave noise far behind the comma; without it a number halfway goes the same way on every machine.
_NOISE = 6

Pixels = np.ndarray


@dataclass(frozen=True)
class Mark:
    """One mark of a chart: kind ("path", "circle", "rect" or "text"), classes, presentation attributes."""

    artist: Artist
    kind: str
    classes: str
    looks: dict[str, str]


def assemble(marks: Sequence[Mark], width: float, height: float, classes: str, label: str) -> str:
    """The marks in their order, in units of one pixel from the top left.

    Args:
        marks: what was drawn, in a figure in which one unit is one pixel.
        width, height: size in units.
        classes: class of the whole ("breed", "smal" or both).
        label: text alternative.
    """
    root = etree.Element("svg", xmlns=NAMESPACE)
    root.set("class", classes)
    root.set("viewBox", f"0 0 {_short(width)} {_short(height)}")
    for name, value in (("role", "img"), ("aria-label", label), ("focusable", "false")):
        root.set(name, value)
    letters = _letters(marks)
    for name, value in letters.items():
        root.set(name, value)
    root.extend(_BUILDERS[mark.kind](mark, height) for mark in marks)
    for text in root.iterchildren("text"):
        for name in letters:
            del text.attrib[name]
    return etree.tostring(root, encoding="unicode")


def _letters(marks: Sequence[Mark]) -> dict[str, str]:
    """The letter that all texts are in: said once, as a fifth of a page with many charts was this."""
    texts = [mark.looks for mark in marks if mark.kind == "text"]
    said = {name: {looks.get(name, "") for looks in texts} for name in ("font-family", "font-size")}
    return {name: values.pop() for name, values in said.items() if len(values) == 1 and "" not in values}


def _element(name: str, mark: Mark) -> etree._Element:
    element = etree.Element(name)
    if mark.classes:
        element.set("class", mark.classes)
    for key, value in mark.looks.items():
        element.set(key.replace("_", "-"), value)
    return element


def _path(mark: Mark, height: float) -> etree._Element:
    element = _element("path", mark)
    steps = (f"{_short(x)} {_short(y)}" for x, y in _outline(mark.artist, height).tolist())
    element.set("d", "M" + "L".join(steps))
    return element


def _shape(mark: Mark, height: float) -> etree._Element:
    """Rings after each other, each closed."""
    assert isinstance(mark.artist, Patch)
    element = _element("path", mark)
    corners, codes = _outline(mark.artist, height).tolist(), mark.artist.get_path().codes
    assert codes is not None, "a shape has rings"
    rings: list[int] = np.asarray(codes).tolist()
    letters = {int(Path.MOVETO): "M", int(Path.LINETO): "L"}
    steps = (
        "Z" if code == Path.CLOSEPOLY else f"{letters[code]}{_short(x)} {_short(y)}"
        for (x, y), code in zip(corners, rings, strict=True)
    )
    element.set("d", "".join(steps))
    return element


def _circle(mark: Mark, height: float) -> etree._Element:
    left, top, right, bottom = _box(mark.artist, height)
    return _sized(mark, "circle", cx=(left + right) / 2, cy=(top + bottom) / 2, r=(right - left) / 2)


def _rectangle(mark: Mark, height: float) -> etree._Element:
    left, top, right, bottom = _box(mark.artist, height)
    return _sized(mark, "rect", x=left, y=top, width=right - left, height=bottom - top)


def _text(mark: Mark, height: float) -> etree._Element:
    artist = mark.artist
    assert isinstance(artist, Text)
    [(x, y)] = _on_page(np.array([artist.get_unitless_position()]), artist.get_transform(), height)
    element = _sized(mark, "text", x=x, y=y)
    if anchor := _ANCHORS.get(artist.get_horizontalalignment()):
        element.set("text-anchor", anchor)
    element.text = artist.get_text()
    return element


_BUILDERS = {"path": _path, "shape": _shape, "circle": _circle, "rect": _rectangle, "text": _text}


def _sized(mark: Mark, name: str, **numbers: float) -> etree._Element:
    element = _element(name, mark)
    for key, value in numbers.items():
        element.set(key, _short(value))
    return element


def _outline(artist: Artist, height: float) -> Pixels:
    """Corners (n × 2) of a line or patch; of a round one its control points, which reach exactly as far."""
    assert isinstance(artist, Line2D | Patch)
    return _on_page(np.asarray(artist.get_path().vertices), artist.get_transform(), height)


def _box(artist: Artist, height: float) -> tuple[float, float, float, float]:
    points = _outline(artist, height)
    return (*points.min(axis=0).tolist(), *points.max(axis=0).tolist())


def _on_page(points: np.ndarray, transform: Transform, height: float) -> Pixels:
    """Pixels from the top left; matplotlib counts them from the bottom."""
    pixels = transform.transform(points)
    return np.round(np.column_stack([pixels[:, 0], height - pixels[:, 1]]), _NOISE)


def _short(value: float) -> str:
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text
