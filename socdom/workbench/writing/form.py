"""The form: fields, buttons, and what follows them. What it says and does stands in the other modules of the package.

Nothing typed is lost by choosing another subject: its text waits in the form until it is saved. What is typed is also
kept on disk within seconds (`keeping`), and comes back when the form is opened again; saving throws that away. The
line under the button says what is not saved, and whether it is kept.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Any
from weakref import WeakSet

from markupsafe import escape

from socdom import dutch
from socdom.blocks.render import render
from socdom.errors import ParameterError, SocdomError
from socdom.parameters.duiding_draft import Draft
from socdom.pipeline.duiding_files import Subject
from socdom.quarters import period_label
from socdom.workbench.writing import pieces
from socdom.workbench.writing.desk import Desk, Sheet
from socdom.workbench.writing.fields import Fields, button, house, page, piece
from socdom.workbench.writing.keeping import Kept
from socdom.workbench.writing.remarks import advice
from socdom.workbench.writing.saving import NO_FILE, Saved, TakenElsewhere

_PAUSE = 0.5  # seconds without a keystroke after which a text is looked at
_KEEP = 1  # seconds after a keystroke within which the text is on disk, also of who types on

_IS_KEPT = "Sluit u dit tabblad? Dan blijft er een klad op deze computer."
_SAVE_IT = "Bewaar uw tekst voordat u stopt."
_OTHER_WINDOW = f"Er is al een klad uit een ander venster. {_SAVE_IT}"
_FORBIDDEN = (
    "Hiervan is geen klad: er staat iets in dat in geen bestand mag staan, zoals een nummer van een persoon."
)

_OPEN: WeakSet[Form] = WeakSet()


@dataclass(frozen=True)
class _Opened:
    """A subject with the text for its fields, the own text beside it, and what is told of a text that came back."""

    sheet: Sheet
    draft: Draft
    own: Draft | None = None
    back: str = ""


class Form(Fields):
    """The form for a quarter; Jupyter shows it when it is the last thing in a cell.

    Attributes:
        sheet: the subject that is open, with its text as it was read.
    """

    sheet: Sheet
    _own: Draft | None  # put aside for the text of somebody else

    def __init__(self, desk: Desk, subject: Subject) -> None:
        for other in list(_OPEN):  # the cell is run again: what was typed a moment ago is not on disk yet
            other.keep_now()
        self.desk = desk
        self._waiting: dict[str, _Opened] = {}  # by subject: typed, and not saved
        self._filling = False
        self._timer: asyncio.TimerHandle | None = None
        self._keeping: asyncio.TimerHandle | None = None
        self._not_kept: dict[str, str] = {}  # by subject a Dutch sentence: why what is typed is not on disk
        super().__init__(desk)
        self._show(self._opened(subject))
        self._listing()
        self.save.on_click(lambda _: self._save())
        self.choice.observe(self._chosen, "value")
        for field in self.written:
            field.observe(self._typed, "value")
        _OPEN.add(self)

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

    def _show(self, opened: _Opened) -> None:
        """Open a subject: fill everything for it."""
        self.sheet, self._own = opened.sheet, opened.own
        self._filling = True
        self.fill(opened.draft)
        self._filling = False
        subject = self.sheet.subject
        figure = self.desk.figure(subject)
        self.figure.value = page(figure) if figure else ""
        self.figure.layout.display = None if figure else "none"
        self.read.value = house(
            render("writing_read", facts=self.desk.facts(subject), pitfalls=self.desk.pitfalls(subject))
        )
        self._lay_beside()
        self._tell("")
        told = f'<p role="alert">{escape(opened.back)}</p>'
        thrown = button("Gooi het klad weg", "", self._throw_away)
        self.back.children = [piece(value=told), thrown] if opened.back else []
        self._look()

    def _lay_beside(self) -> None:
        """Under each part the texts that can be put into it."""
        for heading, box in self.asides.items():
            box.children = [
                part
                for source in pieces.sources(self.sheet.before, self._own, heading)
                for part in (
                    piece(value=pieces.source_html(source)),
                    button(f"Zet deze tekst bij ‘{heading}’", "", partial(self._take, heading, source.text)),
                )
            ]

    def _take(self, heading: str, text: str) -> None:
        field = self.parts[heading]
        field.value = f"{field.value.rstrip()}\n\n{text}".lstrip()

    def _chosen(self, change: Any) -> None:
        if self._filling:
            return
        self.keep_now()
        try:
            opened = self._waiting.pop(change["new"].key, None) or self._opened(change["new"])
        except SocdomError as error:
            self._choose(self.sheet.subject)
            self._tell(error.report(), wrong=True)
            return
        if not self.is_saved or self._own:
            self._waiting[self.sheet.subject.key] = _Opened(self.sheet, self.draft, self._own)
        self._show(opened)

    def _opened(self, subject: Subject) -> _Opened:
        """A subject as its file stands, or as it was typed and not saved."""
        sheet, keeper = self.desk.open(subject), self.desk.keeper
        kept = keeper.read(subject.key)
        if kept is None:
            return _Opened(sheet, sheet.draft)
        draft = replace(kept.draft, notes=sheet.draft.notes)
        if draft.tidy == sheet.draft.tidy and kept.aside is None:
            with suppress(SocdomError):  # it says nothing that the file does not say
                keeper.forget(subject.key)
            return _Opened(sheet, sheet.draft)
        when = keeper.moment(subject.key)
        back = f"Uw klad van {dutch.day(when.date())}, {when:%H.%M} uur is terug. Het is nog niet bewaard."
        if kept.base != sheet.mark:
            back += " Het bestand is daarna veranderd. Klik op Bewaar: dan ziet u beide teksten."
        # With the mark of then, saving holds it against what stands there now.
        return _Opened(replace(sheet, mark=kept.base), draft, kept.aside, back)

    def _throw_away(self) -> None:
        """Back to the text of the file."""
        self._stop_keeping()
        try:
            self.desk.keeper.forget(self.sheet.subject.key)
            opened = self._opened(self.sheet.subject)
        except SocdomError as error:
            self._tell(error.report(), wrong=True)
            return
        self._show(opened)

    def _typed(self, _: Any) -> None:
        if self._filling:
            return
        self._stand()
        try:
            loop = asyncio.get_running_loop()
        except RuntimeError:  # nobody waits: a test, or a notebook that runs without a reader
            self._keep()
            self._look()
            return
        if self._keeping is None:
            self._keeping = loop.call_later(_KEEP, self._keep)
        if self._timer is not None:
            self._timer.cancel()
        self._timer = loop.call_later(_PAUSE, self._look)

    def keep_now(self) -> None:
        """Do not wait any longer with what was typed."""
        if self._keeping is not None:
            self._keep()

    def _keep(self) -> None:
        """What is typed onto the disk, or from it when the file says the same."""
        self._stop_keeping()
        keeper, key = self.desk.keeper, self.sheet.subject.key
        self._not_kept.pop(key, None)
        try:
            if self.is_saved and self._own is None:
                keeper.forget(key)
            elif not keeper.keep(key, Kept(self.draft, self._own, self.sheet.mark)):
                self._not_kept[key] = _OTHER_WINDOW
        except ParameterError:
            self._not_kept[key] = _FORBIDDEN
        except SocdomError as error:
            self._not_kept[key] = f"{error.report()} {_SAVE_IT}"
        self._stand()

    def _stop_keeping(self) -> None:
        if self._keeping is not None:
            self._keeping.cancel()
            self._keeping = None

    def _look(self) -> None:
        """The text as on the page, and what can be said of it."""
        draft = self.draft
        self.preview.value = page(self.desk.preview(draft))
        for heading, found in advice(draft.parts, self.desk.slug, self.desk.places).items():
            self.advised[heading].value = house(pieces.advice_html(found))
        self._stand()

    def _stand(self) -> None:
        sheets = [opened.sheet for opened in self._waiting.values()]
        if not self.is_saved:
            sheets.insert(0, self.sheet)
        why = [
            self._not_kept[key] for key in (sheet.subject.key for sheet in sheets) if key in self._not_kept
        ]
        told = "Alles is bewaard." if self.sheet.mark != NO_FILE else "Hierover is nog niets geschreven."
        if sheets:
            told = (
                f"Niet bewaard: {'; '.join(sheet.title for sheet in sheets)}. {why[0] if why else _IS_KEPT}"
            )
        self.standing.value = house(f'<p role="status">{escape(told)}</p>')

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
            self._settle()
            with suppress(SocdomError):  # another text of the quarter is broken: told where it is opened
                self._listing()
        else:
            self._clash(draft, found)
        self._stand()

    def _settle(self) -> None:
        """A text that is saved need not be kept."""
        self._stop_keeping()
        self._not_kept.pop(self.sheet.subject.key, None)
        self.back.children = []
        with suppress(SocdomError):  # it comes back as a text that says the same, and goes then
            self.desk.keeper.forget(self.sheet.subject.key)

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
        self.message.value = house(pieces.conflict_html(self._where(), own, taken))
        if taken.found is not None:
            label, act = "Laad de tekst uit het bestand en zet de mijne ernaast", self._load
        elif taken.mark == NO_FILE:
            label, act = "Maak het bestand opnieuw met mijn tekst", self._again
        else:
            self.trouble.children = []
            return
        self.trouble.children = [button(label, "", partial(act, own, taken))]

    def _load(self, own: Draft, taken: TakenElsewhere) -> None:
        assert taken.found is not None, "the button is there only when there is a text to load"
        self._show(_Opened(replace(self.sheet, mark=taken.mark, draft=taken.found), taken.found, own))
        self._keep()
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
        self.message.value = house(f'<p role="alert"{kind}>{lines}</p>' if text else "")
        self.trouble.children = []
