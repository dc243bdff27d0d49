"""One report of the sample edition, made once for all processes that test; tests only read it."""

from __future__ import annotations

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from socdom.editions.write import write_changes
from socdom.report.make import make_documents
from tests.lib.agreed import additions as agreements
from tests.lib.agreed import changes, much_duiding
from tests.lib.sample_edition import write_sample

NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"


def write_whole(rendered: Path) -> Path:
    """Write a sample edition with all that can stand in a report: signals, goals, changes, and every explanation."""
    folder = write_sample(rendered, explained=much_duiding(), additions=agreements())
    write_changes(folder, changes())
    return folder


def whole_report(factory: pytest.TempPathFactory) -> Path:
    """Folder of that edition with its documents, for whoever asks first; the others wait for it. Read only."""
    base = factory.getbasetemp()
    # The processes of pytest-xdist have a folder each, in the one they share.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    rendered, made = shared / "report", shared / "report-gemaakt"
    with (shared / "report-bezig").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.exists():
            shutil.rmtree(rendered, ignore_errors=True)
            rendered.mkdir()
            folder = write_whole(rendered)
            make_documents(folder, NOTEBOOKS)
            made.write_text(str(folder), encoding="utf-8")
    return Path(made.read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def report_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a sample edition with its documents; read only."""
    return whole_report(tmp_path_factory)
