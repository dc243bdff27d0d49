"""Documents are made side by side; what goes wrong in one is told, and nothing is left when the run is killed."""

from __future__ import annotations

import errno
import json
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from socdom.errors import EditionError, RenderError
from socdom.report import worker
from socdom.report.documents import LETTER, REPORT
from socdom.report.make import make_documents
from socdom.report.messages import CannotWrite, Failed, Job
from socdom.report.workers import document_workers
from tests.unit.report.conftest import NOTEBOOKS

pytestmark = pytest.mark.slow
SECRET = "geheim-9f3b"
PARAMETERS = 'gemeente = "lindeveen"\nkwartaal = "2020Q4"\neditie_map = "."'
SHOWS = "from IPython.display import HTML\nHTML(f'<p>{kwartaal}</p>')"
SOURCES = {
    "slow": "import time\ntime.sleep(60)",
    "fails": "import os\nprint(sorted(os.environ.items()))\nraise ValueError(sorted(os.environ.items()))",
    "good": SHOWS,
    "bad_files": SHOWS,
}

# Four documents of which one takes a minute, one fails in a cell, and one fails when its files are written. It has no
# `if __name__ == "__main__"`, as the cell of a notebook has none, and ends by being killed.
SCRIPT = """
import json, os, signal, sys
from pathlib import Path
from socdom.report.documents import Document
from socdom.report.make import make_documents
from socdom.report.messages import Job, Step
from socdom.report.workers import document_workers

folder, edition = map(Path, sys.argv[1:])
kept = folder / "data" / "mislukt"
jobs = []
for name in ("slow", "fails", "good", "bad_files"):
    document = Document("brief", name, name, {}, "bad" if name == "bad_files" else "good")
    jobs.append(Job(document, edition, folder / "report" / f"{name}.ipynb", folder / "tmp" / name, kept, 60))

def hear(place, message):
    if isinstance(message, Step):
        print(json.dumps([place, "Step", message.text]), flush=True)
        return
    faults = [str(fault) for fault in getattr(message, "faults", ())]
    print(json.dumps([place, type(message).__name__, getattr(message, "files", faults)]), flush=True)
    ended.add(place)
    if len(ended) == 3:
        os.kill(os.getpid(), signal.SIGKILL)

ended = set()
with document_workers(2) as workers:
    workers.run(jobs, hear, 60)
"""
GOOD = "def write_files(executed, edition, tell):\n    tell('PDF maken')\n    return []\n"
BAD = f"def write_files(executed, edition, tell):\n    raise KeyError('{SECRET}')\n"


@dataclass(frozen=True)
class Killed:
    """A run that was killed."""

    folder: Path
    code: int
    heard: list[tuple[int, str, object]]

    def outcome(self, place: int) -> tuple[str, object] | None:
        return next(((kind, told) for p, kind, told in self.heard if p == place and kind != "Step"), None)


def running(marker: Path) -> list[str]:
    """Processes that were started with a folder in their environment."""
    found = []
    for process in psutil.process_iter():
        try:
            if str(marker) in process.environ().get("PYTHONPATH", "") and process.status() != "zombie":
                found.append(" ".join(process.cmdline()))
        except psutil.Error:
            continue
    return found


def nothing_runs(marker: Path) -> bool:
    """Whether all are gone within some seconds."""
    until = time.monotonic() + 5
    while running(marker):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory, sample_folder: Path) -> Killed:
    folder = tmp_path_factory.mktemp("werk")
    (folder / "report").mkdir()
    (folder / "tmp").mkdir()
    for name, source in SOURCES.items():
        cells = [
            new_markdown_cell("# Titel"),
            new_code_cell(PARAMETERS, metadata={"tags": ["parameters"]}),
            new_code_cell(SHOWS),
            new_code_cell(source),
        ]
        nbformat.write(new_notebook(cells=cells), folder / "report" / f"{name}.ipynb")
    (folder / "good.py").write_text(GOOD)
    (folder / "bad.py").write_text(BAD)
    (folder / "run.py").write_text(SCRIPT)
    edition = folder / "editie"
    edition.mkdir()
    for path in sample_folder.iterdir():
        if path.is_file():
            (edition / path.name).write_bytes(path.read_bytes())
    run = subprocess.run(
        [sys.executable, folder / "run.py", folder, edition],
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin", "WACHTWOORD": SECRET, "HOME": str(folder)},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    return Killed(folder, run.returncode, [tuple(json.loads(line)) for line in run.stdout.splitlines()])


SLOW, FAILS, GOOD_ONE, BAD_FILES = range(4)


def test_documents_after_one_that_fails_are_made(killed: Killed) -> None:
    assert killed.code == -signal.SIGKILL
    assert killed.outcome(GOOD_ONE) == ("Made", ["good.ipynb"])
    shown = nbformat.read(killed.folder / "editie" / "good.ipynb", as_version=4).cells[-1].outputs
    assert [output.data["text/html"] for output in shown] == ["<p>2020Q4</p>"]


def test_a_cell_that_fails_and_files_that_fail_are_told_without_a_value(killed: Killed) -> None:
    (cell,) = killed.outcome(FAILS)[1]
    assert cell.startswith("fails.ipynb, cel 4: deze cel liep vast (ValueError).")
    assert "data/mislukt/fails-mislukt.ipynb" in cell
    (files,) = killed.outcome(BAD_FILES)[1]
    assert files.startswith("bad_files: dit document kon niet worden gemaakt (KeyError).")
    assert not [told for told in killed.heard if SECRET in str(told)]


def test_every_cell_is_told(killed: Killed) -> None:
    steps = [told for place, kind, told in killed.heard if (place, kind) == (GOOD_ONE, "Step")]
    assert steps[0] == "begint"
    assert steps[-2:] == ["cel 4 van 4", "PDF maken"]


def test_two_are_made_at_once_and_the_first_one_begins_first(killed: Killed) -> None:
    begins = [place for place, _, told in killed.heard if told == "begint"]
    assert sorted(begins[:2]) == [SLOW, FAILS]
    assert killed.outcome(SLOW) is None, "the slow one was still busy when the others were ready"


def test_a_failed_notebook_is_kept_for_this_user_without_what_its_cells_showed(killed: Killed) -> None:
    folder = killed.folder / "data" / "mislukt"
    (kept,) = folder.iterdir()
    assert [path.stat().st_mode & 0o077 for path in (folder, kept)] == [0, 0]
    *others, failed = nbformat.read(kept, as_version=4).cells
    assert not [cell for cell in others if cell.get("outputs")]
    (error,) = failed.outputs
    assert (error.ename, error.evalue) == ("ValueError", "")
    assert error.traceback == ["regel 3: raise ValueError(sorted(os.environ.items()))"]
    text = kept.read_text(encoding="utf-8")
    assert not [value for value in (SECRET, str(killed.folder), "PYTHONHASHSEED") if value in text]


def test_a_run_that_is_killed_leaves_no_process_and_no_temporary_file(killed: Killed) -> None:
    assert nothing_runs(killed.folder), running(killed.folder)
    assert not (killed.folder / "tmp").exists(), "the temporary folder of what was being made"


def test_out_of_time_is_told_and_leaves_no_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_folder: Path
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    told: list[str] = []
    with pytest.raises(RenderError) as caught:
        make_documents(sample_folder, NOTEBOOKS, limit=0, progress=told.append)
    assert "alle documenten moeten samen binnen 0 seconden klaar zijn, niet klaar: Kwartaalrapport" in str(
        caught.value
    )
    assert told == ["Documenten maken: 0 van 3 klaar"]
    assert nothing_runs(tmp_path), running(tmp_path)


def test_a_process_that_falls_away_is_told_and_the_next_document_gets_another(
    tmp_path: Path,
) -> None:
    jobs = [
        Job(document, tmp_path / "is er niet", NOTEBOOKS / "x.ipynb", tmp_path / document.kind, None, 60)
        for document in (REPORT, LETTER)
    ]
    with document_workers(1) as workers:
        # Other children of this process may be a browser or a server of tests before this one.
        (process,) = [
            child for child in psutil.Process().children() if "socdom.report.worker" in child.cmdline()
        ]
        process.kill()
        gone, next_one = workers.run(jobs, lambda *_: None, 60)
    assert isinstance(gone, Failed)
    assert str(gone.faults[0]).startswith("Kwartaalrapport: het proces dat dit document maakt viel weg")
    assert isinstance(next_one, Failed)
    assert next_one.kind is EditionError


def test_a_full_disk_is_told_as_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The run tells it in Dutch, as it does of every file it writes."""

    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "kwartaalrapport.html")

    monkeypatch.setattr(worker, "_files", full)
    job = Job(REPORT, tmp_path, tmp_path / "x.ipynb", tmp_path / "tijdelijk", None, 60)
    outcome = worker.make(job, lambda text: None)
    assert outcome == CannotWrite(errno.ENOSPC, "No space left on device", "kwartaalrapport.html")
    assert not list(tmp_path.iterdir())
