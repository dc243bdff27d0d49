"""The notebook that shows the report on a delivery runs, and shows that of the municipality that was chosen."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.fixtures.bad_deliveries.small_delivery import ANNA, GEBIEDEN, MARKED_NAME, replaced, write_small

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "analysis" / "levering_controleren.ipynb"
GEMEENTE = """
naam: Proefdorp
code: GM9998
fictief: true
vandaag: 2021-01-15
griffie: {email: griffie@proefdorp.example}
bronnen: {leveringen: true}
"""
pytestmark = pytest.mark.slow


def test_it_shows_the_report_of_a_delivery_that_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "project"
    folder = root / "parameters" / "proefdorp"
    folder.mkdir(parents=True)
    (folder / "gemeente.yml").write_text(GEMEENTE, encoding="utf-8")
    (folder / "gebieden.csv").write_text(GEBIEDEN, encoding="utf-8")
    deliveries = root / "data" / "proefdorp" / "leveringen"
    write_small(deliveries, "aanvragen.csv", replaced("01-12-2019", "31-02-2019"))
    monkeypatch.setenv("SOCDOM_ROOT", str(root))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    (chosen,) = [cell for cell in notebook.cells if "parameters" in cell["metadata"].get("tags", [])]
    assert '"lindeveen"' in chosen["source"]
    chosen["source"] = chosen["source"].replace('"lindeveen"', '"proefdorp"')

    NotebookClient(
        notebook, kernel_name="python3", timeout=120, resources={"metadata": {"path": str(ROOT)}}
    ).execute()

    (shown,) = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    html = shown["data"]["text/html"]
    assert "De levering is afgekeurd." in html
    assert "aanvragen.csv, kolom ontvangen: een datum als 31-12-2020 (1 rij: 2)" in html
    assert ANNA not in html
    assert MARKED_NAME not in html
