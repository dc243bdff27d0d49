"""One report of the sample edition, made once; tests only read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.report.make import make_report
from tests.lib.sample_edition import write_sample

NOTEBOOKS = Path(__file__).resolve().parents[3] / "notebooks"


@pytest.fixture(scope="session")
def report_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of a sample edition with its documents; read only."""
    folder = write_sample(tmp_path_factory.mktemp("report"))
    make_report(folder, NOTEBOOKS, "lindeveen", "2020Q4", "kern")
    return folder
