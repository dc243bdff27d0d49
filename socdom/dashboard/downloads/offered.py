"""The files of an edition that a reader can fetch, and the links to them on the overview."""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.editions.open_csv import OPEN_DESCRIPTION
from socdom.editions.read import Edition

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


@dataclass(frozen=True)
class DocumentLink:
    """A document of the edition: its relative address and a Dutch label with its size."""

    address: str
    label: str


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
