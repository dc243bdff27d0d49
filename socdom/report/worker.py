"""A process that makes documents, one after another, until the run that started it ends.

`python -m socdom.report.worker N`, where N is the number of an open socket on which jobs come and answers go. It is a
program of its own: multiprocessing would first run the program of the user again in every child.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue

from socdom.editions.read import Edition
from socdom.errors import Fault, RenderError, SocdomError
from socdom.report.documents import ALL
from socdom.report.messages import CannotWrite, Failed, Job, Made, Outcome, Step
from socdom.report.pdf import can_make_pdf

# What a document needs and takes seconds to import: papermill, nbconvert, WeasyPrint and what writes the files.
_HEAVY = ("socdom.report.execute", "socdom.report.clean", *(document.writer for document in ALL))
_DEBUG = "Draai het opnieuw met --debug voor de technische melding."


def main(number: int) -> None:
    """Answer every job that comes over a socket."""
    line = Connection(number)
    jobs: SimpleQueue[Job] = SimpleQueue()
    threading.Thread(target=_listen, args=(line, jobs), daemon=True).start()
    _warm(jobs)
    while True:
        job = jobs.get()
        try:
            line.send(make(job, lambda text: line.send(Step(text))))
        except OSError:  # nobody listens any more
            _end(job.workspace)


def make(job: Job, tell: Callable[[str], None]) -> Outcome:
    """Make a document; whatever goes wrong is an answer too."""
    before = tempfile.tempdir
    try:
        job.workspace.mkdir()
        tempfile.tempdir = str(job.workspace)  # so that nothing stays behind when this process is ended
        return Made(_files(job, tell))
    except SocdomError as error:
        return Failed(type(error), error.faults)
    except OSError as error:
        if error.errno is not None:
            return CannotWrite(error.errno, error.strerror or "", _name(error.filename))
        return _unexpected(job, error)
    except Exception as error:
        return _unexpected(job, error)
    finally:
        tempfile.tempdir = before
        shutil.rmtree(job.workspace, ignore_errors=True)


def _files(job: Job, tell: Callable[[str], None]) -> tuple[str, ...]:
    tell("begint")
    edition = Edition(job.edition)
    # What takes seconds to import comes last; most often it is there already.
    from socdom.report.clean import clean_notebook
    from socdom.report.execute import run_notebook

    executed = run_notebook(
        job.notebook,
        job.document.parameters(edition),
        job.workspace,
        working_folder=edition.folder,
        progress=lambda done, total: tell(f"cel {done} van {total}"),
        timeout=job.timeout,
        keep_failed=job.keep_failed,
    )
    kept = clean_notebook(executed, edition.folder / job.document.notebook)
    made = job.document.write_files(executed, edition, tell)
    return tuple(path.relative_to(edition.folder).as_posix() for path in (kept, *made))


def _unexpected(job: Job, error: Exception) -> Failed:
    """A fault in socdom itself: only its kind, for its message could hold anything."""
    rule = f"dit document kon niet worden gemaakt ({type(error).__name__})"
    return Failed(RenderError, (Fault(job.document.title, rule, remedy=_DEBUG),), traceback.format_exc())


def _name(file: object) -> str | None:
    return None if file is None else str(file)


def _warm(jobs: SimpleQueue[Job]) -> None:
    """Import what takes long, as long as there is no work; a job imports what it needs itself."""
    imports: list[Callable[[], object]] = [partial(import_module, name) for name in _HEAVY]
    for prepare in [*imports, can_make_pdf]:
        if not jobs.empty():
            return
        with suppress(ImportError):  # the document that needs it will tell
            prepare()


def _listen(line: Connection, jobs: SimpleQueue[Job]) -> None:
    """Take jobs until the line is closed, which is also what happens when the run itself is killed."""
    workspace: Path | None = None
    try:
        while True:
            job = line.recv()
            workspace = job.workspace
            jobs.put(job)
    except (EOFError, OSError):
        _end(workspace)


def _end(workspace: Path | None) -> None:
    """End at once, in the middle of whatever is being made, and leave no kernel and no temporary file."""
    kernel = sys.modules.get("socdom.report.kernel")
    if kernel is not None:
        kernel.kill_kernels()
    if workspace is not None:
        shutil.rmtree(workspace, ignore_errors=True)
        with suppress(OSError):  # other documents may still have theirs in it
            workspace.parent.rmdir()
    os._exit(0)


if __name__ == "__main__":
    main(int(sys.argv[1]))
