"""The page an edition begins with: what it is, its documents and figures, and what the griffie does with them.

It is for who has the folder of the edition, so its links go to files beside it. The council has the page Rapporten.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.blocks.render import render
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.archive import FileRecord
from socdom.editions.download_name import download_name
from socdom.editions.frozen import draft_name, version_name
from socdom.editions.read import Edition
from socdom.editions.sums import SUMS
from socdom.narrative.wording import capital
from socdom.report.documents import LETTER, REPORT
from socdom.report.file_list import FIGURE_FILES, TITLES, listed_files
from socdom.report.house_style import house_style

INDEX = "index.html"
INDEX_WORDS = {INDEX: "de eerste bladzijde van de editie, met alle stukken"}
_STATES = {
    "concept": "Dit is een concept. Het kan nog veranderen. Zet het nog niet in het vergadersysteem.",
    "definitief": "Dit is definitief en verandert niet meer. Een verbetering krijgt een nieuwe versie.",
}
# What goes into the meeting system, in that order: the letter and its annexes.
_LETTER = f"{LETTER.stem}.pdf"
_ANNEXES = {
    f"{REPORT.stem}.pdf": "kwartaalrapport",
    "cijfers.xlsx": "alle cijfers",
    "cijfers.csv": "alle cijfers als tekst",
}


@dataclass(frozen=True)
class _Sorted:
    """The files of an edition by what they are for."""

    documents: tuple[FileRecord, ...]
    figures: tuple[FileRecord, ...]
    notebooks: tuple[FileRecord, ...]


def write_index(folder: Path) -> Path:
    """Write `index.html` of a quarterly edition; its documents and a manifest are there already."""
    page = folder / INDEX
    page.write_text(index_page(Edition(folder)), encoding="utf-8")
    return page


def index_page(edition: Edition) -> str:
    """The page as one file that needs no other."""
    meta = edition.meta
    files = _sorted(listed_files(edition.folder, TITLES))
    period = meta.quarter.label
    return render(
        "index_page",
        style=Markup(f"{house_style()}\n{blocks.theme_css(meta)}"),
        title=f"Kwartaalrapportage sociaal domein, {period}",
        municipality=meta.title,
        mark=blocks.mark(meta),
        notice=Markup(blocks.notice(edition)),
        errata=Markup(blocks.errata(edition)),
        lead=narrative.lead(edition),
        state=_STATES[_state(edition)],
        concept=meta.state == "concept",
        facts=_facts(edition),
        documents=blocks.document_links(files.documents, period, lambda name: download_name(name, meta)),
        figures=blocks.document_links(files.figures, period, lambda name: download_name(name, meta)),
        notebooks=files.notebooks,
        to_upload=_to_upload(edition, files),
        editable=next((item.name for item in files.documents if item.form == "Word"), ""),
        dashboard=edition.documents.dashboard,
        sums=SUMS,
        example=files.documents[-1].name if files.documents else "edition.json",
        verify=f"socdom verify {_name(edition)} -g {meta.slug}",
        mark_of_edition=edition.manifest["fingerprint"][:12],
    )


def _name(edition: Edition) -> str:
    """Name of the edition once it is in its place; the folder it is made in has another."""
    meta = edition.meta
    if meta.state == "definitief":
        return version_name(meta.period, meta.version)
    return draft_name(meta.period) if meta.replaces else meta.period


def _state(edition: Edition) -> str:
    return "definitief" if edition.meta.state == "definitief" else "concept"


def _sorted(files: tuple[FileRecord, ...]) -> _Sorted:
    notebooks = tuple(item for item in files if item.form == "notebook")
    figures = tuple(item for item in files if item.name in FIGURE_FILES)
    return _Sorted(
        documents=tuple(item for item in files if item not in notebooks and item not in figures),
        figures=figures,
        notebooks=notebooks,
    )


def _facts(edition: Edition) -> list[tuple[str, str]]:
    meta, letter = edition.meta, edition.documents.letter
    facts = [
        ("Stand", f"{_state(edition).capitalize()}, versie {meta.version}"),
        ("Editie", meta.edition),
        ("Cijfers ontvangen tot en met", dutch.day(meta.figures_as_of)),
        ("Zaaknummer", letter.case),
        ("Raadsinformatiebrief nummer", letter.number),
    ]
    return [(name, value) for name, value in facts if value]


def _meeting_system(with_letter: bool) -> dict[str, str]:
    """Name of a file → what it is called in the meeting system; annexes are annexes of a letter."""
    if not with_letter:
        return {name: capital(what) for name, what in _ANNEXES.items()}
    return {_LETTER: LETTER.title, **{name: f"Bijlage: {what}" for name, what in _ANNEXES.items()}}


def _to_upload(edition: Edition, files: _Sorted) -> Table | None:
    """What goes into the meeting system, with the name it gets there; None when none of it was made."""
    present = {item.name: item for item in (*files.documents, *files.figures)}
    rows = tuple(
        Row(
            what,
            (
                Cell(name, numeric=False, link=name),
                Cell(download_name(name, edition.meta), numeric=False),
                Cell(dutch.file_size(present[name].size)),
            ),
        )
        for name, what in _meeting_system(_LETTER in present).items()
        if name in present
    )
    if not rows:
        return None
    return Table(
        id="vergadersysteem",
        caption="Stukken voor het vergadersysteem",
        columns=("Stuk", "Bestand in deze map", "Naam in het vergadersysteem", "Grootte"),
        rows=rows,
    )
