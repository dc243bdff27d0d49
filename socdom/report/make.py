"""Make the documents of an edition: the executed notebook, the page and the PDF."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from socdom.editions.model import EditionMeta
from socdom.report.quarterly import Kwartaalrapport

NOTEBOOK = "kwartaalrapport.ipynb"
PAGE = "kwartaalrapport.html"
PDF = "kwartaalrapport.pdf"
# What each document is, for the list of what an edition publishes.
DOCUMENT_WORDS = {
    PAGE: "het kwartaalrapport als webpagina",
    PDF: "het kwartaalrapport als PDF",
    NOTEBOOK: "het notebook van het kwartaalrapport, met wat het liet zien",
}
DOCUMENTS = tuple(DOCUMENT_WORDS)


def make_report(
    edition_folder: Path,
    notebooks: Path,
    gemeente: str,
    kwartaal: str,
    editie: str,
    *,
    progress: Callable[[str], None] | None = None,
    keep_failed: Path | None = None,
) -> list[Path]:
    """Write the quarterly report into the folder of an edition.

    Args:
        edition_folder: an edition with its figures and texts.
        notebooks: the folder with `report/kwartaalrapport.ipynb`.
        gemeente, kwartaal, editie: parameters of the notebook; must agree with the edition.
        progress: called with a short Dutch line at every step.
        keep_failed: folder in the person-level zone for a notebook that failed.

    Returns:
        The files that were made; without the PDF where the system cannot make one, see `pdf.MISSING_PANGO`.

    Raises:
        ParameterError: the parameters do not agree with the edition or the notebook; nothing has run.
        RenderError: the notebook failed; nothing is written to the edition.
    """
    tell = progress or (lambda line: None)
    tell("Rapport maken")
    # papermill takes seconds to import, and an edition that has not changed does not need it.
    from socdom.report.execute import run_notebook

    meta = Kwartaalrapport(edition_folder, gemeente, kwartaal, editie).edition.meta
    with tempfile.TemporaryDirectory(prefix="socdom-") as workspace:
        executed = run_notebook(
            notebooks / "report" / NOTEBOOK,
            {"gemeente": gemeente, "kwartaal": kwartaal, "editie_map": ".", "editie": editie},
            Path(workspace),
            working_folder=edition_folder,
            progress=lambda done, total: tell(f"Rapport maken: cel {done} van {total}"),
            keep_failed=keep_failed,
        )
        return _write_documents(executed, edition_folder, meta.model_copy(update={"edition": editie}), tell)


def _write_documents(
    executed: Path, folder: Path, meta: EditionMeta, tell: Callable[[str], None]
) -> list[Path]:
    from socdom.report.clean import clean_notebook
    from socdom.report.export import to_html
    from socdom.report.pdf import to_pdf

    page = to_html(executed, folder / PAGE, meta)
    made = [clean_notebook(executed, folder / NOTEBOOK), page]
    tell("PDF maken")
    if to_pdf(page, folder / PDF):
        made.append(folder / PDF)
    return made
