"""The form as it looks: its fields and boxes, in order. What follows when somebody uses them stands in `form`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets

from socdom.blocks.render import render
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft
from socdom.quarters import period_label
from socdom.workbench.writing import pieces
from socdom.workbench.writing.desk import Desk

_STATES = {"Concept": "concept", "Goedgekeurd": "goedgekeurd"}


class Fields:
    """The widgets of a form.

    Attributes:
        root: all of it, as a widget.
        choice: the subjects.
        back: what is told of a text that came back, and how to be rid of it.
        figure, read: what there is to look at before writing.
        parts, asides, advised: by heading the text, what can be put into it, and what is said of it.
        role, day, state: who writes, when, and whether it is ready.
        save: the button.
        standing, message, trouble: what is saved, what came of the last act, and what to do about it.
        preview: the text as on the page.
    """

    def __init__(self, desk: Desk) -> None:
        self.choice = _field(ipywidgets.Dropdown(description="Waarover schrijft u?"))
        self.read, self.figure = piece(), piece("sd-lijst")
        self.parts = {heading: _field(ipywidgets.Textarea(description=heading, rows=6)) for heading in PARTS}
        self.asides = {heading: _box("sd-ernaast") for heading in PARTS}
        self.advised = {heading: piece() for heading in PARTS}
        self.role = _field(ipywidgets.Text(description="Uw functie, geen naam"))
        self.day = _field(ipywidgets.DatePicker(description="Datum"))
        self.state = _field(ipywidgets.Dropdown(description="Status", options=list(_STATES.items())))
        self.save = button("Bewaar", "sd-bewaar")
        self.message, self.standing, self.trouble = piece(), piece(), _box("sd-ernaast")
        self.back = _box("sd-ernaast")
        self.preview = piece("sd-lijst")
        self.root = _box("sd-duiding", self._arranged(desk))

    @property
    def written(self) -> list[Any]:
        """The fields that make the text."""
        return [*self.parts.values(), self.role, self.day, self.state]

    def fill(self, draft: Draft) -> None:
        """Put a text into the fields."""
        for heading, field in self.parts.items():
            field.value = draft.parts[heading]
        self.role.value, self.day.value, self.state.value = draft.rol, draft.datum, draft.status

    def _arranged(self, desk: Desk) -> list[ipywidgets.Widget]:
        meta = desk.edition.meta
        head = render(
            "writing_head",
            place=meta.name,
            quarter=period_label(desk.quarter),
            frozen=desk.frozen_version,
        )
        fields = [
            _box("sd-deel", [self.parts[heading], self.advised[heading], self.asides[heading]])
            for heading in PARTS
        ]
        signed = _box(
            "sd-deel",
            [self.role, self.day, self.state, self.save, self.standing, self.message, self.trouble],
        )
        shown = _box("sd-voorbeeld", [piece(value="<h3>Zo komt het op de pagina</h3>"), self.preview])
        columns = _box("sd-kolommen", [_box("sd-schrijven", [*fields, signed]), shown])
        return [
            ipywidgets.HTML(pieces.looks()),
            piece(value=head),
            self.choice,
            self.back,
            self.figure,
            self.read,
            columns,
        ]


def house(html: str) -> str:
    """In the looks of the house; nothing for nothing."""
    return f'<div class="socdom" lang="nl">{html}</div>' if html else ""


def page(html: str) -> str:
    """In the looks of the page."""
    return f'<div class="sd-pagina" lang="nl">{html}</div>'


def piece(kind: str = "", value: str = "") -> ipywidgets.HTML:
    """A piece that is shown."""
    widget = ipywidgets.HTML(house(value))
    return widget.add_class(kind) if kind else widget


def _field(widget: Any) -> Any:
    return widget.add_class("sd-veld")


def _box(kind: str, children: list[ipywidgets.Widget] | None = None) -> ipywidgets.VBox:
    return ipywidgets.VBox(children or []).add_class(kind)


def button(label: str, kind: str = "", act: Callable[[], None] | None = None) -> ipywidgets.Button:
    """A button that says what it does; what a press does can be given later."""
    made = ipywidgets.Button(description=label, tooltip=label).add_class("sd-knop")
    if act is not None:
        made.on_click(lambda _: act())
    return made.add_class(kind) if kind else made
