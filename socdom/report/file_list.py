"""The files of an edition as a reader meets them: what each is, its form, its size."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from socdom.editions.archive import FileRecord
from socdom.editions.download import CSV
from socdom.editions.intact import checksum
from socdom.editions.open_csv import OPEN_CSV, OPEN_DESCRIPTION
from socdom.report.documents import ALL
from socdom.report.pdf_pages import page_count

FIGURE_FILES = {
    "cijfers.xlsx": "Alle cijfers in een rekenblad, met uitleg",
    CSV: "Alle cijfers als tekst, met namen",
    OPEN_CSV: "Alle cijfers met codes, voor programma’s",
    OPEN_DESCRIPTION: "Alle cijfers met codes, voor programma’s",
}
TITLES = {name: document.title for document in ALL for name in document.files} | FIGURE_FILES
_FORMS = {
    ".html": "webpagina",
    ".pdf": "PDF",
    ".docx": "Word",
    ".xlsx": "Excel",
    ".csv": "CSV",
    ".json": "JSON, met uitleg per kolom",
    ".ipynb": "notebook",
}


def listed_files(folder: Path, names: Iterable[str]) -> tuple[FileRecord, ...]:
    """The documents and files with figures among `names` that are in the folder of an edition, in their fixed order."""
    wanted = set(names)
    return tuple(
        _listed(folder / name, title)
        for name, title in TITLES.items()
        if name in wanted and (folder / name).is_file()
    )


def _listed(path: Path, title: str) -> FileRecord:
    return FileRecord(
        name=path.name,
        title=title,
        form=_FORMS[path.suffix],
        size=path.stat().st_size,
        pages=page_count(path) if path.suffix == ".pdf" else None,
        checksum=checksum(path),
    )
