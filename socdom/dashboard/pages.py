"""The finished pages: written once with the edition, shown without a kernel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.blocks.policy import INTRODUCTION
from socdom.dashboard import theme
from socdom.dashboard.frame import page
from socdom.dashboard.menu import (
    ABOUT,
    COMPARING,
    GOALS,
    OVERVIEW,
    POLICY,
    QUESTION,
    REPORTS,
    SIGNALS,
    THEME_ADDRESSES,
    theme_links,
)
from socdom.dashboard.questions import KINDS, mailto, start_questions
from socdom.dashboard.state import selection
from socdom.dashboard.stored import PAGE_FOLDER, preview_name, store_blocks
from socdom.editions.model import THEMES
from socdom.editions.open_csv import OPEN_DESCRIPTION
from socdom.editions.read import Edition

# Address on the server (after the base address) → name of the page's file.
FINISHED_PAGES = {
    "": "overzicht",
    COMPARING: "vergelijken",
    SIGNALS: "signalen",
    GOALS: "doelen",
    POLICY: "beleidsindicatoren",
    ABOUT: "over",
    QUESTION: "vraag",
    REPORTS: "rapporten",
}
DOCUMENTS = {
    "kwartaalrapport.html": "Kwartaalrapport lezen (webpagina)",
    "kwartaalrapport.pdf": "Kwartaalrapport downloaden (PDF)",
    "cijfers.xlsx": "Alle cijfers als rekenblad downloaden (XLSX)",
    "cijfers.csv": "Alle cijfers als tekst downloaden (CSV)",
    "cijfers-open.csv": "Alle cijfers voor computerprogramma’s downloaden (CSV)",
}
# What can be fetched beside them: from the page Rapporten, and what a program asks for beside the open figures. A file
# to edit or a notebook is not for a reader.
OFFERED = (
    *DOCUMENTS,
    OPEN_DESCRIPTION,
    *(f"{stem}.{form}" for stem in ("raadsinformatiebrief", "bijeenkomst") for form in ("html", "pdf")),
)

_PAGE_WORDS = {
    "overzicht": "het overzicht, de eerste pagina",
    "vergelijken": "de pagina Vergelijken",
    "signalen": "de pagina Signalen",
    "doelen": "de pagina Doelen en afspraken",
    "beleidsindicatoren": "de pagina met de beleidsindicatoren",
    "over": "de pagina Over de cijfers",
    "vraag": "de pagina Vraag stellen",
    "rapporten": "de pagina Rapporten",
}


@dataclass(frozen=True)
class DocumentLink:
    """A document of the edition: its relative address and a Dutch label with its size."""

    address: str
    label: str


def write_pages(edition: Edition, folder: Path) -> None:
    """Write the finished pages of an edition to `folder/dashboard/`; links between them are relative."""
    target = folder / PAGE_FOLDER
    target.mkdir(exist_ok=True)
    starts = _start_blocks(edition)
    for name, html in _pages(edition, starts).items():
        (target / f"{name}.html").write_text(html, encoding="utf-8")
    for key, blocks_of_theme in starts.items():
        store_blocks(folder, key, blocks_of_theme)


def page_files(themes: Iterable[str]) -> dict[str, str]:
    """Name of every file that `write_pages` makes for figures of these themes → what it is, in Dutch."""
    finished = {f"{PAGE_FOLDER}/{name}.html": _PAGE_WORDS[name] for name in FINISHED_PAGES.values()}
    for key in themes:
        name = f"{PAGE_FOLDER}/{preview_name(THEME_ADDRESSES[key])}"
        finished[f"{name}.html"] = f"de pagina {THEMES[key]} zonder keuze"
        finished[f"{name}.json"] = f"de blokken van de pagina {THEMES[key]}"
    return finished


def pages(edition: Edition) -> dict[str, str]:
    """Name of a file → HTML: the finished pages in full, and the content that theme pages start with."""
    return _pages(edition, _start_blocks(edition))


def _start_blocks(edition: Edition) -> dict[str, list[str]]:
    """Theme → the blocks of its page without a choice."""
    return {key: theme.content(edition, key, selection(edition, key)) for key in theme_links(edition)}


def _pages(edition: Edition, starts: Mapping[str, list[str]]) -> dict[str, str]:
    links = theme_links(edition)
    previews = {preview_name(links[key]): theme.preview(edition, key, starts[key]) for key in starts}
    return {
        "overzicht": _overview(edition),
        "vergelijken": _fixed(
            edition,
            COMPARING,
            "Vergelijken",
            "Hoe doen wij het naast andere gemeenten?",
            "Onze cijfers naast die van vergelijkbare gemeenten en heel Nederland.",
            blocks.comparing_page(edition),
        ),
        "signalen": _fixed(
            edition,
            SIGNALS,
            "Signalen",
            "Is er iets aan de hand?",
            "Een signaal zegt: dit is meer dan de gewone schommeling. Het zegt niet waarom.",
            blocks.signals_page(edition, links=links),
        ),
        "doelen": _fixed(
            edition,
            GOALS,
            "Doelen en afspraken",
            "Wat is er van doelen en afspraken gekomen?",
            "Doelen uit de begroting, toezeggingen van het college en moties van de raad.",
            blocks.goals_page(edition, links=links),
        ),
        "beleidsindicatoren": _policy(edition),
        "over": _about(edition),
        "vraag": _question(edition),
        "rapporten": _fixed(
            edition,
            REPORTS,
            "Rapporten",
            "Rapporten aan de raad",
            "Alle kwartaalrapporten die u kunt lezen, met wat er telkens veranderde.",
            blocks.archive_page(edition),
        ),
        **previews,
    }


def documents(edition: Edition) -> tuple[DocumentLink, ...]:
    """The documents that lie in the edition, with their size; a report that is a concept says so."""
    return tuple(
        DocumentLink(f"bestanden/{name}", f"{label[:-1]}, {_told(edition, name)})")
        for name, label in DOCUMENTS.items()
        if (edition.folder / name).is_file()
    )


def _told(edition: Edition, name: str) -> str:
    size = dutch.file_size((edition.folder / name).stat().st_size)
    newest = edition.archive.editions[:1]
    is_report = name.startswith("kwartaalrapport.")
    return f"concept, {size}" if is_report and newest and newest[0].state == "concept" else size


def _overview(edition: Edition) -> str:
    links = theme_links(edition)
    return page(
        edition,
        "overzicht",
        OVERVIEW,
        "Overzicht",
        lead=narrative.lead(edition),
        main_lines=Markup(blocks.main_lines(edition, links=links)),
        changes=Markup(blocks.changes(edition)),
        questions=start_questions(edition),
        key_figures=[Markup(blocks.key_figures(edition, key, link=links[key])) for key in links],
        no_registration=Markup(blocks.no_registration(edition, *absent_themes(edition))),
        legend=blocks.key_figure_notes(edition),
        developments=Markup(blocks.developments(edition)),
        documents=documents(edition),
    )


def absent_themes(edition: Edition) -> tuple[str, ...]:
    """Themes of which this edition has no figures, while the council may expect them."""
    return tuple(key for key in THEMES if key not in edition.themes() and key != "bevolking")


def _policy(edition: Edition) -> str:
    table = Markup(blocks.policy_indicators(edition))
    return page(edition, "beleidsindicatoren", POLICY, "Beleidsindicatoren", lead=INTRODUCTION, table=table)


def _fixed(edition: Edition, address: str, title: str, heading: str, lead: str, content: str) -> str:
    return page(edition, "vaste_pagina", address, title, heading=heading, lead=lead, content=Markup(content))


def _about(edition: Edition) -> str:
    return page(edition, "over", ABOUT, "Over de cijfers", about=Markup(blocks.about(edition)))


def _question(edition: Edition) -> str:
    kinds = [
        {
            "label": kind.label,
            "explanation": kind.explanation,
            "link": mailto(edition.meta, kind, "Overzicht"),
        }
        for kind in KINDS
    ]
    return page(edition, "vraag", QUESTION, "Vraag stellen", kinds=kinds)
