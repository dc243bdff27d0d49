"""The form: fields, buttons, and what follows them. What it says and does stands in the other modules of the package.

Nothing typed is lost by choosing another subject: its text waits in the form until it is saved. A restart of the
kernel does lose it, so the line under the button says what is not saved.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import ipywidgets
from markupsafe import escape

from socdom.blocks.render import render
from socdom.errors import SocdomError
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft
from socdom.pipeline.duiding_files import Subject
from socdom.quarters import period_label
from socdom.workbench.writing import pieces
from socdom.workbench.writing.desk import Desk, Sheet
from socdom.workbench.writing.remarks import advice
from socdom.workbench.writing.saving import NO_FILE, Saved, TakenElsewhere

_PAUSE = 0.5  # seconds without a keystroke after which a text is looked at
_STATES = {"Concept": "concept", "Goedgekeurd": "goedgekeurd"}


class Form:
    """The form for a quarter; Jupyter shows it when it is the last thing in a cell.

    Attributes:
        root: all of it, as a widget.
        sheet: the subject that is open, with its text as it was read.
    """

    def __init__(self, desk: Desk, subject: Subject) -> None:
        self.desk, self.sheet = desk, desk.open(subject)
        self._waiting: dict[str, tuple[Sheet, Draft]] = {}  # by subject: typed, and not saved
        self._own: Draft | None = None  # put aside for the text of somebody else
        self._filling = False
        self._timer: asyncio.TimerHandle | None = None
        self._make()
        self._listing()
        self._show(self.sheet.draft)

    def _ipython_display_(self) -> None:
        from IPython.display import display

        display(self.root)

    def __repr__(self) -> str:
        when = period_label(self.desk.quarter)
        return f"Duiding schrijven: {self.desk.edition.meta.name}, {when}. Open dit formulier in JupyterLab."

    @property
    def draft(self) -> Draft:
        """The text as it stands in the fields."""
        parts = {heading: field.value for heading, field in self.parts.items()}
        return replace(
            self.sheet.draft, rol=self.role.value, datum=self.day.value, status=self.state.value, parts=parts
        )

    @property
    def is_saved(self) -> bool:
        """Whether the fields hold what the file holds, or what a new text begins with."""
        return self.draft.tidy == self.sheet.draft.tidy

    def _make(self) -> None:
        self.choice = _field(ipywidgets.Dropdown(description="Waarover schrijft u?"))
        self.read, self.figure = _html(), _html("sd-lijst")
        self.parts = {heading: _field(ipywidgets.Textarea(description=heading, rows=6)) for heading in PARTS}
        self.asides = {heading: _box("sd-ernaast") for heading in PARTS}
        self.advised = {heading: _html() for heading in PARTS}
        self.role = _field(ipywidgets.Text(description="Uw functie, geen naam"))
        self.day = _field(ipywidgets.DatePicker(description="Datum"))
        self.state = _field(ipywidgets.Dropdown(description="Status", options=list(_STATES.items())))
        self.save = _button("Bewaar", "sd-bewaar", self._save)
        self.message, self.standing, self.trouble = _html(), _html(), _box("sd-ernaast")
        self.preview = _html("sd-lijst")
        self.root = _box("sd-duiding", self._arranged())
        self.choice.observe(self._chosen, "value")
        for field in (*self.parts.values(), self.role, self.day, self.state):
            field.observe(self._typed, "value")

    def _arranged(self) -> list[ipywidgets.Widget]:
        meta = self.desk.edition.meta
        head = render(
            "writing_head",
            place=meta.name,
            quarter=period_label(self.desk.quarter),
            frozen=self.desk.frozen_version,
        )
        fields = [
            _box("sd-deel", [self.parts[heading], self.advised[heading], self.asides[heading]])
            for heading in PARTS
        ]
        signed = _box(
            "sd-deel",
            [self.role, self.day, self.state, self.save, self.standing, self.message, self.trouble],
        )
        shown = _box("sd-voorbeeld", [_html(value="<h3>Zo komt het op de pagina</h3>"), self.preview])
        columns = _box("sd-kolommen", [_box("sd-schrijven", [*fields, signed]), shown])
        return [
            ipywidgets.HTML(pieces.looks()),
            _html(value=head),
            self.choice,
            self.figure,
            self.read,
            columns,
        ]

    def _listing(self) -> None:
        """The subjects with how they stand now; the one that is open stays so."""
        self._filling = True
        self.choice.options = [(f"{item.title} ({item.state})", item.subject) for item in self.desk.listed()]
        self._filling = False
        self._choose(self.sheet.subject)

    def _choose(self, subject: Subject) -> None:
        self._filling = True
        self.choice.value = subject
        self._filling = False

    def _show(self, draft: Draft) -> None:
        """Fill everything for the sheet that is open."""
        self._filling = True
        for heading, field in self.parts.items():
            field.value = draft.parts[heading]
        self.role.value, self.day.value, self.state.value = draft.rol, draft.datum, draft.status
        self._filling = False
        subject = self.sheet.subject
        figure = self.desk.figure(subject)
        self.figure.value = _page(figure) if figure else ""
        self.figure.layout.display = None if figure else "none"
        self.read.value = _house(
            render("writing_read", facts=self.desk.facts(subject), pitfalls=self.desk.pitfalls(subject))
        )
        self._lay_beside()
        self._tell("")
        self._look()

    def _lay_beside(self) -> None:
        """Under each part the texts that can be put into it."""
        for heading, box in self.asides.items():
            box.children = [
                part
                for source in pieces.sources(self.sheet.before, self._own, heading)
                for part in (
                    _html(value=pieces.source_html(source)),
                    _button(f"Zet deze tekst bij ‘{heading}’", "", partial(self._take, heading, source.text)),
                )
            ]

    def _take(self, heading: str, text: str) -> None:
        field = self.parts[heading]
        field.value = f"{field.value.rstrip()}\n\n{text}".lstrip()

    def _chosen(self, change: Any) -> None:
        if self._filling:
            return
        try:
            opened = self._waiting.pop(change["new"].key, None) or self._opened(change["new"])
        except SocdomError as error:
            self._choose(self.sheet.subject)
            self._tell(error.report(), wrong=True)
            return
        if not self.is_saved:
            self._waiting[self.sheet.subject.key] = (self.sheet, self.draft)
        self.sheet, draft = opened
        self._own = None
        self._show(draft)

    def _opened(self, subject: Subject) -> tuple[Sheet, Draft]:
        sheet = self.desk.open(subject)
        return sheet, sheet.draft

    def _typed(self, _: Any) -> None:
        if self._filling:
            return
        self._stand()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # nobody waits: a test, or a notebook that runs without a reader
            self._look()
            return
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_later(_PAUSE, self._look)

    def _look(self) -> None:
        """The text as on the page, and what can be said of it."""
        draft = self.draft
        self.preview.value = _page(self.desk.preview(draft))
        for heading, found in advice(draft.parts, self.desk.slug, self.desk.places).items():
            self.advised[heading].value = _house(pieces.advice_html(found))
        self._stand()

    def _stand(self) -> None:
        waiting = [sheet.title for sheet, _ in self._waiting.values()]
        names = [*([] if self.is_saved else [self.sheet.title]), *waiting]
        told = f"Niet bewaard: {'; '.join(names)}." if names else "Alles is bewaard."
        if self.is_saved and not names and self.sheet.mark == NO_FILE:
            told = "Hierover is nog niets geschreven."
        self.standing.value = _house(f'<p role="status">{escape(told)}</p>')

    def _save(self) -> None:
        draft = self.draft
        try:
            found = self.sheet.save(draft)
        except SocdomError as error:
            self._tell(error.report(), wrong=True)
            return
        if isinstance(found, Saved):
            self.sheet = replace(self.sheet, mark=found.mark, draft=draft.tidy)
            self._tell(self._done(found))
            with suppress(
                SocdomError
            ):  # another text of the quarter is broken; that is told where it is opened
                self._listing()
        else:
            self._clash(draft, found)
        self._stand()

    def _done(self, found: Saved) -> str:
        where = self._where()
        told = f"Bewaard in {where}." if found.written else f"Er was niets veranderd in {where}."
        if self.sheet.draft.status != "goedgekeurd":
            return f"{told} Een concept komt niet op een pagina."
        faults = sum(
            item.faults for item in advice(self.draft.parts, self.desk.slug, self.desk.places).values()
        )
        if faults:
            told += f" De taalcheck vindt nog {faults} {'fout' if faults == 1 else 'fouten'}."
        if self.desk.frozen_version:
            return f"{told} Op een pagina komt de tekst pas met een correctie."
        return f"{told} Maak het rapport opnieuw met socdom quarter {self.desk.quarter} -g {self.desk.slug}."

    def _where(self) -> str:
        return f"parameters/{self.desk.slug}/{self.desk.quarter}/duiding/{self.sheet.path.name}"

    def _clash(self, own: Draft, taken: TakenElsewhere) -> None:
        """Somebody else changed the file: show both texts, and let who writes choose."""
        self.message.value = _house(pieces.conflict_html(self._where(), own, taken))
        if taken.found is not None:
            label, act = "Laad de tekst uit het bestand en zet de mijne ernaast", self._load
        elif taken.mark == NO_FILE:
            label, act = "Maak het bestand opnieuw met mijn tekst", self._again
        else:
            self.trouble.children = []
            return
        self.trouble.children = [_button(label, "", partial(act, own, taken))]

    def _load(self, own: Draft, taken: TakenElsewhere) -> None:
        assert taken.found is not None, "the button is there only when there is a text to load"
        self.sheet = replace(self.sheet, mark=taken.mark, draft=taken.found)
        self._own = own
        self._show(taken.found)
        self._tell(
            "De tekst uit het bestand staat in het formulier. De uwe staat onder elk deel, met een knop."
        )

    def _again(self, own: Draft, taken: TakenElsewhere) -> None:
        self.sheet = replace(self.sheet, mark=taken.mark)
        self._save()

    def _tell(self, text: str, *, wrong: bool = False) -> None:
        """Say something; a reader of the screen hears it, as it comes into the page as an alert."""
        kind = ' class="intern"' if wrong else ""
        lines = "<br>".join(str(escape(line)) for line in text.splitlines())
        self.message.value = _house(f'<p role="alert"{kind}>{lines}</p>' if text else "")
        self.trouble.children = []


def _house(html: str) -> str:
    return f'<div class="socdom" lang="nl">{html}</div>' if html else ""


def _page(html: str) -> str:
    return f'<div class="sd-pagina" lang="nl">{html}</div>'


def _html(kind: str = "", value: str = "") -> ipywidgets.HTML:
    widget = ipywidgets.HTML(_house(value))
    return widget.add_class(kind) if kind else widget


def _field(widget: Any) -> Any:
    return widget.add_class("sd-veld")


def _box(kind: str, children: list[ipywidgets.Widget] | None = None) -> ipywidgets.VBox:
    return ipywidgets.VBox(children or []).add_class(kind)


def _button(label: str, kind: str, act: Callable[[], None]) -> ipywidgets.Button:
    button = ipywidgets.Button(description=label, tooltip=label).add_class("sd-knop")
    button.on_click(lambda _: act())
    return button.add_class(kind) if kind else button
