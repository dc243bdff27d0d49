"""One report of the sample edition, made once; tests only read it."""

from __future__ import annotations

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


@pytest.fixture(scope="session")
def report_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a sample edition with its documents; read only."""
    folder = write_whole(tmp_path_factory.mktemp("report"))
    make_documents(folder, NOTEBOOKS)
    return folder
