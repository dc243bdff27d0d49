"""How much there is to draw in an SVG: a few parts that point to each other can ask for more than a program ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

MOST_PARTS = 20_000
_DEEPEST = 100
_RULE = re.compile(r"([^{}]*)\{([^{}]*)\}")
_POINTER = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_NAME_OF = {"class": ".", "id": "#"}


def parts_drawn(root: etree._Element) -> float:
    """How many elements are gone through to draw this: each part as often as it is pointed to.

    A part is pointed to by `use`, and as mask, clip or gradient in an attribute or a style.

    Returns:
        Endless (inf) where a part holds itself, or where parts point on and on.
    """
    named = {element.get("id"): element for element in reversed(list(root.iter())) if element.get("id")}
    styles = [item.text or "" for item in root.iter() if etree.QName(item).localname == "style"]
    rules = [(rule[1], rule[2]) for text in styles for rule in _RULE.finditer(text) if "url(" in rule[2]]
    known: dict[etree._Element, float] = {}

    def drawn(element: etree._Element, depth: int) -> float:
        if depth > _DEEPEST:
            return float("inf")
        if element not in known:
            known[element] = float("inf")  # what comes back here holds itself
            pointed = (named[name] for name in _pointed_to(element, rules) if name in named)
            known[element] = 1 + sum(drawn(part, depth + 1) for part in (*element, *pointed))
        return known[element]

    return drawn(root, 0)


def _pointed_to(element: etree._Element, rules: list[tuple[str, str]]) -> Iterator[str]:
    """Names of the parts that an element points to, as often as it does."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname == "href":
            yield value.removeprefix("#")
        yield from _POINTER.findall(value)
    selected = {etree.QName(element).localname, "*"}
    for key, sign in _NAME_OF.items():
        selected |= {f"{sign}{name}" for name in element.get(key, "").split()}
    for selector, declared in rules:
        if selected & set(re.findall(r"[.#]?[\w-]+|\*", selector)):
            yield from _POINTER.findall(declared)
