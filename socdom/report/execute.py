"""Run a notebook with papermill in a temporary folder, within a time limit; a failure is told in Dutch."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import papermill
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from socdom.errors import Fault, RenderError
from socdom.report.failed import keep_failed_notebook, name_of
from socdom.report.kernel import ReportKernelManager, kernel_config
from socdom.report.parameters import check_parameters
from socdom.report.quiet import quiet

_LOOK = "Open het notebook in JupyterLab en voer het uit om de fout te zien."
# Most often the system ended it because memory ran out; else the notebook did, which shows when it is run.
_STOPPED = "het rekenproces van het notebook stopte, meestal door te weinig geheugen"
_ROOM = (
    "Sluit andere programma's en maak de editie opnieuw. "
    "Stopt het weer? Voer het notebook dan uit in JupyterLab om de fout te zien."
)
_KEPT = "In de map met gegevens staat {}: daar ziet u de regel die vastliep."

Progress = Callable[[int, int], None]  # cells done, cells in the notebook


def run_notebook(
    notebook: Path,
    parameters: dict[str, Any],
    output_folder: Path,
    *,
    working_folder: Path,
    progress: Progress | None = None,
    timeout: float = 600,
    keep_failed: Path | None = None,
) -> Path:
    """Run a notebook from top to bottom.

    Args:
        notebook: a notebook with a cell tagged `parameters`.
        parameters: a value for every name in that cell.
        output_folder: gets the executed notebook, under its own name, when all cells ran.
        working_folder: folder the kernel starts in; relative paths among the parameters count from here.
        progress: called after every cell.
        timeout: seconds for all cells together.
        keep_failed: folder in the person-level zone for a notebook that failed, so that an analyst can look.

    Returns:
        Path of the executed notebook.

    Raises:
        ParameterError: the parameters do not fit; nothing has run.
        RenderError: there is no such notebook, a cell failed, or it took too long.
    """
    check_parameters(notebook, parameters)
    with tempfile.TemporaryDirectory(prefix="socdom-", ignore_cleanup_errors=True) as name:
        attempt = Path(name) / notebook.name
        try:
            with quiet("papermill"):
                execute(notebook, attempt, parameters, working_folder, progress=progress, timeout=timeout)
        except Exception as error:
            raise _failure(error, notebook, timeout, keep_failed) from None
        return Path(shutil.copy(attempt, output_folder / notebook.name))


def execute(
    notebook: Path,
    attempt: Path,
    parameters: dict[str, Any],
    working_folder: Path,
    *,
    timeout: float,
    progress: Progress | None = None,
    known: Mapping[str, str] = MappingProxyType({}),
) -> None:
    """Have papermill run a notebook; the faults are those of papermill and nbclient.

    Args:
        attempt: the executed notebook, also when a cell failed; in a folder for temporary files.
        known: variables of the environment for the kernel, besides those of every document.
    """
    deadline = time.monotonic() + timeout
    papermill.execute_notebook(
        notebook,
        attempt,
        parameters,
        progress_bar=False,
        shutdown_kernel="immediate",  # what it made is in the notebook already
        request_save_on_cell_execute=False,  # it would be written whole after every cell
        kernel_name="python3",
        language="python",
        kernel_manager_class=ReportKernelManager,
        config=kernel_config(attempt.parent, known),
        resources={"metadata": {"path": str(working_folder.resolve())}},
        timeout_func=lambda cell: max(1.0, deadline - time.monotonic()),
        on_cell_complete=_counter(notebook, progress) if progress else None,
    )


def _counter(notebook: Path, progress: Progress) -> Callable[..., None]:
    """A hook for nbclient that counts all cells of the source notebook."""
    total = len(papermill.iorw.load_notebook_node(str(notebook)).cells)

    def after_cell(cell: NotebookNode, cell_index: int) -> None:
        # papermill adds one cell, with the parameters, so the index can run one ahead.
        progress(min(cell_index + 1, total), total)

    return after_cell


def _failure(error: Exception, notebook: Path, timeout: float, keep_failed: Path | None) -> RenderError:
    """The error as a Dutch message without value or traceback; a fault outside the cells goes on as it is."""
    place, rule, remedy = notebook.name, "", _LOOK
    if isinstance(error, PapermillExecutionError):
        # Counted from 1 as JupyterLab shows them; the cell papermill puts in before it makes up for the 1.
        place = f"{notebook.name}, cel {error.cell_index}"
        rule = f"deze cel liep vast ({name_of(error)})"
        if keep_failed is not None:
            kept = keep_failed_notebook(notebook, error, keep_failed)
            remedy = _KEPT.format("/".join(kept.parts[-3:]))
    elif isinstance(error, CellTimeoutError):
        rule = f"het notebook moet binnen {timeout:.0f} seconden klaar zijn"
    elif isinstance(error, DeadKernelError | NoSuchKernel | RuntimeError):
        rule, remedy = _STOPPED, _ROOM
    else:
        raise error
    return RenderError(Fault(place, rule, remedy=remedy))
