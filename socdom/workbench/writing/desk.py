"""What lies on the desk of who writes duiding: the subjects of a quarter, and of one all there is to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from socdom import blocks, dutch
from socdom.blocks.explanations import written
from socdom.editions.frozen import newest_frozen
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError
from socdom.parameters import Duiding, Places, read_duiding
from socdom.parameters.duiding_draft import Draft, read_draft
from socdom.parameters.earlier_duiding import Earlier, earlier_duiding
from socdom.parameters.text import read_text
from socdom.pipeline.duiding_files import (
    Subject,
    edition_of,
    facts_of,
    first_draft,
    note_on,
    require_duiding,
    subjects_of,
    title_of,
)
from socdom.quarters import Quarter
from socdom.workbench.writing.keeping import Keeper
from socdom.workbench.writing.saving import NO_FILE, Saved, TakenElsewhere, mark_of, save

_NO_TEXT, _KEPT = "nog geen tekst", ", met een klad"
_LEVEL = 3  # of headings within the form


@dataclass(frozen=True)
class Listed:
    """A subject that can be chosen, with how its text stands ("concept, nog leeg")."""

    subject: Subject
    title: str
    state: str


@dataclass(frozen=True)
class Sheet:
    """A subject with its text as it was read.

    Attributes:
        path: its file, there or not.
        mark: checksum of that file, to save with.
        draft: the text; of a new one an empty concept.
        before: what was approved in an earlier quarter.
    """

    subject: Subject
    title: str
    path: Path
    mark: str
    draft: Draft
    before: Earlier | None

    def save(self, draft: Draft) -> Saved | TakenElsewhere:
        """As `saving.save`."""
        return save(self.path, draft, self.mark)


class Desk:
    """A quarter of a municipality for who writes.

    Raises:
        EditionError: there is no edition of the quarter.
        ParameterError: the municipality shows no duiding, or a text that is there is not valid.
    """

    def __init__(self, places: Places, slug: str, quarter: str) -> None:
        self.places, self.slug, self.quarter = places, slug, str(Quarter.parse(quarter))
        require_duiding(self.home)
        self.edition: Edition = edition_of(slug, self.quarter, places)
        self.keeper = Keeper(places, slug, self.quarter)
        self.listed()  # what is wrong with the texts is told at once

    @property
    def home(self) -> Path:
        """`parameters/<gemeente>`."""
        return self.places.parameters / self.slug

    @property
    def folder(self) -> Path:
        """Where the texts of the quarter stand."""
        return self.home / self.quarter / "duiding"

    @cached_property
    def earlier(self) -> Mapping[str, Earlier]:
        """Subject → what was said before."""
        return earlier_duiding(self.home, self.quarter)

    @property
    def frozen_version(self) -> str:
        """Version of the quarter's definitive edition, which a new text does not change; "" when there is none."""
        found = newest_frozen(self.places.rendered / self.slug, self.quarter)
        return found.version if found else ""

    def listed(self) -> list[Listed]:
        """The subjects that wait for a text, then every other indicator and theme of the edition."""
        present, kept = self._present(), self.keeper.left()
        waiting = subjects_of(self.edition)
        others = [Subject(indicator=item.id) for item in self.edition.indicators()]
        others += [Subject(thema=theme) for theme in self.edition.themes()]
        return [
            Listed(
                subject,
                title_of(self.edition, subject),
                self._state(present.get(subject.key), subject) + (_KEPT if subject.key in kept else ""),
            )
            for subject in dict.fromkeys([*waiting, *others])
        ]

    def open(self, subject: Subject) -> Sheet:
        """A subject with its text as it stands on the disk now.

        Raises:
            ParameterError: its file is not valid, or it has more than one.
        """
        present, before = self._present().get(subject.key), self.earlier.get(subject.key)
        path = self.folder / (present.bestand if present else self._free_name(subject))
        mark = mark_of(path)
        draft = (
            read_draft(read_text(path, path.name), path.name)
            if mark != NO_FILE
            else first_draft(self.edition, subject, before)
        )
        return Sheet(subject, title_of(self.edition, subject), path, mark, draft, before)

    def facts(self, subject: Subject) -> list[str]:
        """What the page says by itself."""
        return facts_of(self.edition, subject)

    def pitfalls(self, subject: Subject) -> tuple[str, ...]:
        """What its definition warns of."""
        return self.edition.descriptions[subject.indicator].pitfalls if subject.indicator else ()

    def figure(self, subject: Subject) -> str:
        """HTML of the figure as the council sees it; "" for a theme."""
        if not subject.indicator:
            return ""
        return blocks.figure(self.edition, subject.indicator, heading_level=_LEVEL, duiding=False)

    def preview(self, draft: Draft) -> str:
        """HTML of the text as it will stand on the page."""
        tidy = draft.tidy
        return written(
            self.edition,
            indicator=tidy.indicator,
            theme=tidy.thema,
            role=tidy.rol or "[functie nog in te vullen]",
            day=dutch.day(tidy.datum) if tidy.datum else "[datum nog in te vullen]",
            texts=tidy.parts,
            heading_level=_LEVEL,
        )

    def _present(self) -> dict[str, Duiding]:
        found: dict[str, Duiding] = {}
        for item in read_duiding(self.folder):
            if item.subject in found:
                rule = f"hierover is één bestand, gevonden: {found[item.subject].bestand} en {item.bestand}"
                remedy = "Zet de teksten in één bestand en haal het andere weg."
                raise ParameterError(Fault(f"duiding, {item.subject}", rule, remedy=remedy))
            found[item.subject] = item
        return found

    def _state(self, item: Duiding | None, subject: Subject) -> str:
        if item is None:
            return _NO_TEXT
        note = note_on(item, self.earlier.get(subject.key))
        return f"{item.status}, {note}" if note else item.status

    def _free_name(self, subject: Subject) -> str:
        """A name no file has: that of the subject, unless a text about something else bears it."""
        taken = {path.name for path in self.folder.glob("*.md")}
        names = (f"{subject.name}{ending}.md" for ending in ("", *(f"-{number}" for number in range(2, 99))))
        return next(name for name in names if name not in taken)
