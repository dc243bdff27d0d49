"""Mend the tags of a PDF where WeasyPrint follows its boxes and not the document.

WeasyPrint (version 70) makes a tag of every box, so a list in columns is a list in a list, a caption that is taken out
of the flow stands in a table in a table, and a link that fills its line is a link in a link. PDF/UA-1 (ISO 14289-1,
7.1, 7.2, 7.5 and 7.18) forbids these. Running heads are content to it, and header cells have no scope. This runs right
before the file is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf

# A tag inside the same tag is a box of layout, not of the document.
_NOT_IN_ITSELF = {"/Table", "/THead", "/TBody", "/TR", "/Link"}
# Flag of an annotation (ISO 32000-1, 12.5.3): it is printed as it is shown.
_PRINT = 4
# Of a definition list: the row that holds a term and its meaning.
_ROWS_OF_LIST = {"/Div", "/NonStruct"}
_MAY_BE_EMPTY = {"/TD", "/TH", "/Figure", "/Form", "/Link"}


def mend_tags(document: Any, pdf: pydyf.PDF) -> None:
    """Make the tree of tags that of the document; a `finisher` of `weasyprint.HTML.write_pdf`."""
    if "StructTreeRoot" in pdf.catalog:
        _Tree(pdf).mend()


class _Tree:
    """The tree of tags; elements are dictionaries that refer to each other by number."""

    def __init__(self, pdf: pydyf.PDF) -> None:
        self.pdf = pdf
        self.objects = {item.reference: item for item in pdf.objects}
        self.root = self.objects[pdf.catalog["StructTreeRoot"]]
        self.replaced: dict[bytes, bytes] = {}  # an element that went → the one that holds its content now

    def mend(self) -> None:
        for kid in self._elements(self.root):
            self._mend(kid, in_head=False)
        kept = set(self._reachable(self.root))
        self._point_to_what_is_left(kept)
        for reference in self.replaced:
            # Not freed: pydyf 0.13 counts free objects in its list of places, so that all after it would be misplaced.
            self.objects[reference].clear()
        for item in self.pdf.objects:
            if isinstance(item, pydyf.Dictionary) and item.get("Subtype") == "/Link":
                item["F"] = _PRINT

    def _mend(self, element: pydyf.Dictionary, *, in_head: bool) -> None:
        in_head = in_head or element["S"] == "/THead"
        for kid in self._elements(element):
            self._mend(kid, in_head=in_head)
        self._take_in(element)
        if element["S"] == "/TH":
            self._scope(element, in_head=in_head)
        elif element["S"] == "/Table":
            # A caption is the first or the last of a table.
            element["K"].sort(key=lambda kid: self.objects[kid]["S"] != "/Caption")
        elif element["S"] == "/L":
            self._terms(element)

    def _take_in(self, element: pydyf.Dictionary) -> None:
        """Put the content of boxes of layout in the place of the box; leave out what is empty."""
        kids = pydyf.Array()
        for kid in element["K"]:
            child = self._element(kid)
            if child is not None and self._is_layout(element, child):
                self._move(child["K"], element)
                self._goes(child, element)
                kids.extend(child["K"])
            elif child is not None and not child["K"] and child["S"] not in _MAY_BE_EMPTY:
                self._goes(child, element)
            else:
                kids.append(kid)
        element["K"] = kids

    def _is_layout(self, element: pydyf.Dictionary, child: pydyf.Dictionary) -> bool:
        if element["S"] != child["S"]:
            return False
        # A list may hold a list; a column of one holds nothing else than lists or all of its items.
        return element["S"] in _NOT_IN_ITSELF or (element["S"] == "/L" and self._is_column(element))

    def _is_column(self, element: pydyf.Dictionary) -> bool:
        return all(kid["S"] == "/L" for kid in self._elements(element))

    def _terms(self, element: pydyf.Dictionary) -> None:
        """A row of a definition list is one item: its term the label, its meaning the body."""
        for row in self._elements(element):
            parts = self._elements(row)
            if row["S"] not in _ROWS_OF_LIST or not all(part["S"] == "/LI" for part in parts):
                continue
            row["S"] = "/LI"
            self._unwrap(row)
            bodies = self._elements(row)
            if len(bodies) > 1:
                bodies[0]["S"] = "/Lbl"

    def _unwrap(self, row: pydyf.Dictionary) -> None:
        bodies = pydyf.Array()
        for part in self._elements(row):
            self._move(part["K"], row)
            self._goes(part, row)
            bodies.extend(part["K"])
        row["K"] = bodies

    def _scope(self, cell: pydyf.Dictionary, *, in_head: bool) -> None:
        """A header in the head of a table, or one over all columns, is of columns; any other is of its row."""
        attributes = cell.setdefault("A", pydyf.Dictionary({"O": "/Table"}))
        attributes["Scope"] = "/Column" if in_head or "ColSpan" in attributes else "/Row"

    def _move(self, kids: pydyf.Array, element: pydyf.Dictionary) -> None:
        for kid in kids:
            if (child := self._element(kid)) is not None:
                child["P"] = element.reference

    def _goes(self, child: pydyf.Dictionary, element: pydyf.Dictionary) -> None:
        self.replaced[child.reference] = element.reference

    def _point_to_what_is_left(self, kept: set[bytes]) -> None:
        """The tree that leads from content to its tag; content without a tag (running heads) becomes decoration."""
        numbers = self.objects[self.root["ParentTree"]]["Nums"]
        for place in range(1, len(numbers), 2):
            entry = numbers[place]
            if isinstance(entry, pydyf.Array):
                loose = [mark for mark, item in enumerate(entry) if self._now(item) not in kept]
                self._make_artifacts(numbers[place - 1], set(loose))
                numbers[place] = pydyf.Array(
                    "null" if mark in loose else self._now(item) for mark, item in enumerate(entry)
                )
            else:
                numbers[place] = self._now(entry)

    def _make_artifacts(self, page_number: int, marks: set[int]) -> None:
        page = self.objects[self.pdf.page_references[page_number]]
        stream = self.objects[page["Contents"]].stream
        for place, item in enumerate(stream):
            if isinstance(item, pydyf.Dictionary) and item.get("MCID") in marks:
                stream[place - 1 : place + 2] = ["/Artifact", b"BMC", b""]

    def _now(self, reference: bytes) -> bytes:
        while reference in self.replaced:
            reference = self.replaced[reference]
        return reference

    def _reachable(self, element: pydyf.Dictionary) -> Iterator[bytes]:
        for kid in self._elements(element):
            yield kid.reference
            yield from self._reachable(kid)

    def _elements(self, element: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        found = (self._element(kid) for kid in element["K"])
        return [kid for kid in found if kid is not None]

    def _element(self, kid: Any) -> pydyf.Dictionary | None:
        """The element a kid refers to; None for marked content and for an annotation."""
        item = self.objects.get(kid) if isinstance(kid, bytes) else None
        return item if item is not None and item.get("Type") == "/StructElem" else None
