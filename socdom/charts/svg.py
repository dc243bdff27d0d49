"""Turn the SVG that matplotlib writes into a small inline SVG that the stylesheet of the page rules."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

NAMESPACE = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_STEP = re.compile(r"([MLCQzZ])([^MLCQzZ]*)")


@dataclass(frozen=True)
class Mark:
    """One mark of a chart: kind ("path", "circle", "rect" or "text"), classes, presentation attributes."""

    kind: str
    classes: str
    looks: dict[str, str]


def rebuild(source: str, marks: Sequence[Mark], width: float, height: float, classes: str, label: str) -> str:
    """Keep the geometry and text of the marks, in their order, and nothing else of matplotlib's document.

    Args:
        source: SVG document in which mark n is the group with id "m<n>".
        marks: what each mark is.
        width, height: size in units.
        classes: class of the whole ("breed", "smal" or both).
        label: text alternative.
    """
    found = {group.get("id"): group for group in etree.fromstring(source.encode()).iter(f"{{{NAMESPACE}}}g")}
    root = etree.Element("svg", xmlns=NAMESPACE)
    root.set("class", classes)
    root.set("viewBox", f"0 0 {_short(width)} {_short(height)}")
    for name, value in (("role", "img"), ("aria-label", label), ("focusable", "false")):
        root.set(name, value)
    for number, mark in enumerate(marks):
        group = found.get(f"m{number}")
        if group is not None and len(group):
            root.append(_BUILDERS[mark.kind](group, mark))
    return etree.tostring(root, encoding="unicode")


def _element(name: str, mark: Mark) -> etree._Element:
    element = etree.Element(name)
    if mark.classes:
        element.set("class", mark.classes)
    for key, value in mark.looks.items():
        element.set(key.replace("_", "-"), value)
    return element


def _path(group: etree._Element, mark: Mark) -> etree._Element:
    element = _element("path", mark)
    element.set("d", _compact(_outline(group)))
    return element


def _circle(group: etree._Element, mark: Mark) -> etree._Element:
    left, top, right, bottom = _box(_outline(group))
    element = _element("circle", mark)
    values = {"cx": (left + right) / 2, "cy": (top + bottom) / 2, "r": (right - left) / 2}
    for key, value in values.items():
        element.set(key, _short(value))
    return element


def _rectangle(group: etree._Element, mark: Mark) -> etree._Element:
    left, top, right, bottom = _box(_outline(group))
    element = _element("rect", mark)
    values = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    for key, value in values.items():
        element.set(key, _short(value))
    return element


def _text(group: etree._Element, mark: Mark) -> etree._Element:
    source = next(group.iter(f"{{{NAMESPACE}}}text"))
    element = _element("text", mark)
    for key in ("x", "y"):
        element.set(key, _short(float(source.get(key))))
    anchor = re.search(r"text-anchor: (\w+)", source.get("style", ""))
    if anchor and anchor[1] != "start":
        element.set("text-anchor", anchor[1])
    element.text = source.text
    return element


_BUILDERS = {"path": _path, "circle": _circle, "rect": _rectangle, "text": _text}


def _outline(group: etree._Element) -> str:
    return next(group.iter(f"{{{NAMESPACE}}}path")).get("d", "")


def _compact(outline: str) -> str:
    steps = []
    for letter, numbers in _STEP.findall(outline):
        steps.append(letter + " ".join(_short(float(number)) for number in _NUMBER.findall(numbers)))
    return "".join(steps)


def _box(outline: str) -> tuple[float, float, float, float]:
    numbers = [float(number) for number in _NUMBER.findall(outline)]
    xs, ys = numbers[0::2], numbers[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def _short(value: float) -> str:
    text = f"{value:.1f}"
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text
