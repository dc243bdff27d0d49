"""Make the documents of an edition: the executed notebooks and what is written from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from socdom import dutch
from socdom.editions.documents import DocumentKind
from socdom.editions.read import Edition
from socdom.errors import Fault, ParameterError, RenderError
from socdom.report.documents import ALL, Document, documents_of
from socdom.report.messages import CannotWrite, Failed, Job, Made, Outcome, failed_path
from socdom.report.parameter_models import MODELS
from socdom.report.parameters import cell_faults, parameter_faults
from socdom.report.progress_line import ProgressLine
from socdom.report.workers import OutOfTime, Workers, document_workers
from socdom.workspace import workspace

LIMIT = 15 * 60.0
_LATE = "Sluit andere programma's en maak de editie opnieuw, of kies minder documenten in kwartaal.yml."


class _Trace(Exception):
    """The traceback of a fault in a process that makes documents; it is shown with --debug only."""


def make_documents(
    edition_folder: Path,
    notebooks: Path,
    *,
    progress: Callable[[str], None] | None = None,
    keep_failed: Path | None = None,
    limit: float = LIMIT,
    workers: Workers | None = None,
) -> list[Path]:
    """Write the documents that an edition asks for into its folder, side by side in processes of their own.

    Args:
        edition_folder: an edition with its figures and texts.
        notebooks: the folder with `report/kwartaalrapport.ipynb` and the others.
        progress: called with a short Dutch line at every step.
        keep_failed: folder in the person-level zone for a notebook that failed.
        limit: seconds for all documents together.
        workers: processes that were started before; without, they are started here.

    Returns:
        The files that were made; without the PDF where the system cannot make one, see `pdf.MISSING_PANGO`.

    Raises:
        ParameterError: the parameters do not agree with the notebooks; nothing has run.
        RenderError: a notebook is not there, one or more documents failed (the others were made to their end), or it
            took too long. No process is left.
    """
    edition = Edition(edition_folder)
    documents = documents_of(edition)
    _check(documents, edition, notebooks)
    with workspace() as folder:
        jobs = [
            Job(
                document,
                edition.folder,
                _notebook(notebooks, document),
                # A short name: a kernel makes sockets in it, and the path of a socket has a limit.
                folder / document.kind,
                keep_failed,
                # The limit of all together is reached first, and has the better message.
                timeout=limit + 60,
            )
            for document in documents
        ]
        _forget_failed(jobs)
        line = ProgressLine(documents)
        tell = progress or (lambda text: None)
        tell(str(line))
        with _ready(workers, len(jobs)) as team:
            try:
                outcomes = team.run(jobs, lambda place, message: tell(line.after(place, message)), limit)
            except OutOfTime as error:
                raise _too_late([documents[place] for place in error.unfinished], limit) from None
    return _files(outcomes, edition)


def check_notebooks(notebooks: Path, kinds: Iterable[DocumentKind]) -> None:
    """Hold the notebooks of these documents against their models, long before there is an edition to run them on.

    Raises:
        RenderError: a notebook is not there, or has no cell with parameters.
        ParameterError: a cell with parameters is not what its document takes; all faults at once.
    """
    wanted = set(kinds)
    _refuse_together(
        partial(_faults_of_cell, document, notebooks) for document in ALL if document.kind in wanted
    )


def _check(documents: Sequence[Document], edition: Edition, notebooks: Path) -> None:
    """Before any document is begun: the parameters of all."""
    _refuse_together(partial(_faults_of_parameters, document, edition, notebooks) for document in documents)


def _faults_of_cell(document: Document, notebooks: Path) -> list[Fault]:
    return cell_faults(_notebook(notebooks, document), MODELS[document.kind])


def _faults_of_parameters(document: Document, edition: Edition, notebooks: Path) -> list[Fault]:
    parameters = document.parameters(edition)
    return parameter_faults(_notebook(notebooks, document), parameters, MODELS[document.kind])


def _refuse_together(checks: Iterable[Callable[[], list[Fault]]]) -> None:
    """Raise what some checks find; a notebook that cannot be read is told with what is wrong in the others."""
    unread: list[Fault | str] = []
    wrong: list[Fault | str] = []
    for check in checks:
        try:
            wrong += check()
        except RenderError as error:
            unread += error.faults
    if unread:
        raise RenderError([*unread, *wrong])
    if wrong:
        raise ParameterError(wrong)


def _notebook(notebooks: Path, document: Document) -> Path:
    return notebooks.resolve() / "report" / document.notebook


def _forget_failed(jobs: Sequence[Job]) -> None:
    """What failed in an earlier run tells nothing of this one."""
    for job in jobs:
        if job.keep_failed is not None:
            failed_path(job.notebook, job.keep_failed).unlink(missing_ok=True)


@contextmanager
def _ready(workers: Workers | None, documents: int) -> Iterator[Workers]:
    """The processes that were started before, or new ones that end with the block."""
    if workers is not None:
        yield workers
        return
    with document_workers(documents) as started:
        yield started


def _files(outcomes: Sequence[Outcome], edition: Edition) -> list[Path]:
    """What was made, if all was made."""
    for outcome in outcomes:
        if isinstance(outcome, CannotWrite):
            raise OSError(outcome.number, outcome.reason, outcome.file)
    failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    if failed:
        kinds = {outcome.kind for outcome in failed}
        kind = kinds.pop() if len(kinds) == 1 else RenderError
        traces = "\n".join(outcome.trace for outcome in failed if outcome.trace)
        raise kind([fault for outcome in failed for fault in outcome.faults]) from (
            _Trace(traces) if traces else None
        )
    return [
        edition.folder / name for outcome in outcomes if isinstance(outcome, Made) for name in outcome.files
    ]


def _too_late(unfinished: Sequence[Document], limit: float) -> RenderError:
    titles = dutch.listing([document.title for document in unfinished])
    rule = f"alle documenten moeten samen binnen {_duration(limit)} klaar zijn, niet klaar: {titles}"
    return RenderError(Fault("documenten", rule, remedy=_LATE))


def _duration(seconds: float) -> str:
    minutes = seconds / 60
    return f"{minutes:.0f} minuten" if minutes > 1 else f"{seconds:.0f} seconden"
