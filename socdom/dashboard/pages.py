"""The finished pages: written once with the edition, shown without a kernel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from socdom import blocks, dutch, narrative
from socdom.dashboard import theme
from socdom.dashboard.frame import page
from socdom.dashboard.menu import ABOUT, OVERVIEW, QUESTION, theme_links
from socdom.dashboard.questions import KINDS, mailto, start_questions
from socdom.editions.model import THEMES
from socdom.editions.read import Edition

PAGE_FOLDER = "dashboard"
# Address on the server (after the base address) → name of the page's file.
FINISHED_PAGES = {"": "overzicht", ABOUT: "over", QUESTION: "vraag"}
DOCUMENTS = {
    "kwartaalrapport.html": "Kwartaalrapport lezen (webpagina)",
    "kwartaalrapport.pdf": "Kwartaalrapport downloaden (PDF)",
    "figures.csv": "Alle cijfers downloaden (CSV)",
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
    for name, html in pages(edition).items():
        (target / f"{name}.html").write_text(html, encoding="utf-8")


def pages(edition: Edition) -> dict[str, str]:
    """Name of a file → HTML: the finished pages in full, and the content that theme pages start with."""
    previews = {preview_name(link): theme.preview(edition, key) for key, link in theme_links(edition).items()}
    return {"overzicht": _overview(edition), "over": _about(edition), "vraag": _question(edition), **previews}


def preview_name(address: str) -> str:
    """Name of the file with the content that the theme page at an address starts with."""
    return f"thema-{address}"


def documents(edition: Edition) -> tuple[DocumentLink, ...]:
    """The documents that lie in the edition, with their size."""
    return tuple(
        DocumentLink(f"bestanden/{name}", f"{label[:-1]}, {_size(edition.folder / name)})")
        for name, label in DOCUMENTS.items()
        if (edition.folder / name).is_file()
    )


def _size(path: Path) -> str:
    kilobytes = path.stat().st_size / 1000
    if kilobytes >= 1000:
        return f"{dutch.number(kilobytes / 1000, 1)}{dutch.NBSP}MB"
    return f"{dutch.number(max(kilobytes, 1))}{dutch.NBSP}kB"


def _overview(edition: Edition) -> str:
    links = theme_links(edition)
    return page(
        edition,
        "overzicht",
        OVERVIEW,
        "Overzicht",
        lead=narrative.lead(edition),
        main_lines=Markup(blocks.main_lines(edition, links=links)),
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
