"""The documents of a quarterly edition: what each is called, which files it gives, and what writes them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from socdom.editions.documents import DocumentKind
from socdom.editions.read import Edition

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Document:
    """A document that a notebook makes.

    Attributes:
        kind: as in the parameters.
        stem: name of the notebook in `notebooks/report` and of every file, without its suffix.
        title: Dutch name, for a reader.
        words: suffix of every file it gives → what that is, a Dutch sentence part.
        writer: module with `write_files(executed, edition, tell) -> list[Path]`; heavy, so imported when needed.
    """

    kind: DocumentKind
    stem: str
    title: str
    words: dict[str, str]
    writer: str

    @property
    def notebook(self) -> str:
        """Name of the notebook, and of the executed one in the edition."""
        return f"{self.stem}.ipynb"

    @property
    def files(self) -> dict[str, str]:
        """Name of every file → what it is."""
        return {f"{self.stem}.{suffix}": what for suffix, what in self.words.items()}

    def parameters(self, edition: Edition) -> dict[str, Any]:
        """The parameters of the notebook; it runs in the folder of the edition."""
        meta = edition.meta
        values = {"gemeente": meta.slug, "kwartaal": meta.period, "editie_map": "."}
        return {**values, "editie": meta.edition} if self.kind == "rapport" else values

    def write_files(self, executed: Path, edition: Edition, tell: Tell) -> list[Path]:
        """Write every file but the notebook into the folder of the edition; returns those that were made."""
        found: list[Path] = import_module(self.writer).write_files(executed, edition, tell)
        return found


REPORT = Document(
    "rapport",
    "kwartaalrapport",
    "Kwartaalrapport",
    {
        "html": "het kwartaalrapport als webpagina",
        "pdf": "het kwartaalrapport als PDF",
        "ipynb": "het notebook van het kwartaalrapport, met wat het liet zien",
    },
    "socdom.report.quarterly_files",
)
LETTER = Document(
    "brief",
    "raadsinformatiebrief",
    "Raadsinformatiebrief",
    {
        "html": "de raadsinformatiebrief als webpagina",
        "pdf": "de raadsinformatiebrief als PDF",
        "docx": "de raadsinformatiebrief als Word-bestand, om te bewerken",
        "ipynb": "het notebook van de raadsinformatiebrief, met wat het liet zien",
    },
    "socdom.report.letter.files",
)
MEETING = Document(
    "bijeenkomst",
    "bijeenkomst",
    "Dia’s voor de bijeenkomst met de raad",
    {
        "html": "de dia's voor de bijeenkomst",
        "pdf": "de dia's voor de bijeenkomst, om te printen",
        "ipynb": "het notebook van de bijeenkomst, met wat het liet zien",
    },
    "socdom.report.meeting.files",
)
ALL = (REPORT, LETTER, MEETING)
DOCUMENT_WORDS = {name: what for document in ALL for name, what in document.files.items()}
DOCUMENTS = tuple(DOCUMENT_WORDS)


def documents_of(edition: Edition) -> list[Document]:
    """The documents that the parameters of an edition ask for."""
    return [document for document in ALL if document.kind in edition.documents.kinds]
