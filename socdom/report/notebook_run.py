"""A process that runs one notebook for an analyst and puts away what it showed, for this user only.

`python -m socdom.report.notebook_run`, with a `NotebookJob` as JSON on its input; the answer is JSON on its output.
The kernel knows where the deliveries stand, unlike that of a document: what comes out stays in the person-level zone.
"""

from __future__ import annotations

import json
import sys
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import NoSuchKernel
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from socdom.report.clean import METADATA
from socdom.report.execute import execute
from socdom.report.notebook_banner import Trouble, out_of_time, stopped, trouble_of, with_banner
from socdom.report.notebook_page import notebook_page
from socdom.report.quiet import quiet
from socdom.whole_files import put_file


@dataclass(frozen=True)
class NotebookJob:
    """A notebook to run.

    Attributes:
        notebook: path of the notebook.
        parameters: what papermill puts in.
        out: path of what comes out, without ending; its folder is made, in the person-level zone.
        working_folder: where the kernel starts.
        known: variables of the environment for the kernel: where everything stands.
        again: the command that runs it again.
        timeout: seconds for all cells.
    """

    notebook: str
    parameters: dict[str, Any]
    out: str
    working_folder: str
    known: dict[str, str]
    again: str
    timeout: float = 900


@dataclass(frozen=True)
class NotebookDone:
    """What came of it.

    Attributes:
        file: the executed notebook; a page of the same name ends in `.html`.
        told: "" when every cell ran; else why not, in Dutch.
    """

    file: str
    told: str = ""


def run(job: NotebookJob) -> NotebookDone:
    """Run a notebook and write what it showed, whole or not at all.

    One that fails is written as `<name>-mislukt`, and leaves what an earlier run made as it was.

    Raises:
        OSError: it cannot be written.
    """
    out = Path(job.out)
    with tempfile.TemporaryDirectory(prefix="socdom-", ignore_cleanup_errors=True) as name:
        attempt = Path(name) / Path(job.notebook).name
        executed, trouble = _attempt(job, attempt)
    failed = out.with_name(f"{out.name}-mislukt")
    chosen = failed if trouble else out
    _write(executed, chosen, Path(job.notebook).stem)
    if not trouble:
        for ending in (".ipynb", ".html"):
            failed.with_name(failed.name + ending).unlink(missing_ok=True)
    return NotebookDone(f"{chosen}.ipynb", trouble.told if trouble else "")


def _attempt(job: NotebookJob, attempt: Path) -> tuple[NotebookNode, Trouble | None]:
    error = None
    try:
        with quiet("papermill"):
            execute(
                Path(job.notebook),
                attempt,
                job.parameters,
                Path(job.working_folder),
                timeout=job.timeout,
                known=job.known,
            )
        return nbformat.read(attempt, as_version=4), None
    except PapermillExecutionError as found:
        error, trouble = found, trouble_of(nbformat.read(attempt, as_version=4), found)
    except CellTimeoutError:
        trouble = out_of_time(job.timeout)
    except (DeadKernelError, NoSuchKernel, RuntimeError):
        trouble = stopped()
    # When no cell told of an error papermill wrote nothing: then the notebook as it was.
    executed = nbformat.read(attempt if attempt.is_file() else job.notebook, as_version=4)
    return with_banner(executed, trouble, job.again, error), trouble


def _write(executed: NotebookNode, out: Path, title: str) -> None:
    # Papermill notes folders of this machine and times.
    executed.metadata = METADATA
    for cell in executed.cells:
        cell.metadata.pop("papermill", None)
        cell.metadata.pop("execution", None)
    out.parent.mkdir(parents=True, exist_ok=True)
    out.parent.chmod(0o700)
    text = nbformat.writes(executed) + "\n"
    put_file(out.with_name(f"{out.name}.ipynb"), text.encode(), mode=0o600)
    page = notebook_page(executed, title.replace("_", " ").capitalize())
    put_file(out.with_name(f"{out.name}.html"), page.encode(), mode=0o600)


def main() -> None:
    """Do the job on the input."""
    job = NotebookJob(**json.load(sys.stdin))
    try:
        done = run(job)
    except OSError as error:
        done = NotebookDone("", f"Er kan niet worden geschreven: {error.strerror}.")
    json.dump(asdict(done), sys.stdout)


if __name__ == "__main__":
    main()
