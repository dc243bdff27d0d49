"""The notebook of the evaluation runs for the municipality that was chosen, and says when counts are made up."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.lib.sample_edition import write_sample

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "notebooks" / "analysis" / "evaluatie.ipynb"
GEMEENTE = """
naam: Lindeveen
code: GM9999
fictief: true
vandaag: 2021-02-15
griffie: {email: griffie@lindeveen.example}
bronnen: {leveringen: true}
"""
pytestmark = pytest.mark.slow


def test_it_shows_an_evaluation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "parameters" / "lindeveen"
    own.mkdir(parents=True)
    (own / "gemeente.yml").write_text(GEMEENTE, encoding="utf-8")
    wishes = (ROOT / "parameters" / "lindeveen" / "evaluatie.yml").read_text(encoding="utf-8")
    (own / "evaluatie.yml").write_text(wishes, encoding="utf-8")
    write_sample(tmp_path / "rendered", "actueel")
    monkeypatch.setenv("SOCDOM_ROOT", str(tmp_path))
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    (chosen,) = [cell for cell in notebook.cells if "parameters" in cell["metadata"].get("tags", [])]
    assert '"lindeveen"' in chosen["source"]

    NotebookClient(
        notebook, kernel_name="python3", timeout=120, resources={"metadata": {"path": str(ROOT)}}
    ).execute()

    shown = [output["data"]["text/html"] for cell in notebook.cells for output in cell.get("outputs", ())]
    assert len(shown) == 10
    html = "\n".join(shown)
    assert "Alle aantallen zijn verzonnen." in shown[0]
    assert "Er is een kort rapport van ten hoogste acht bladzijden." in html
    assert html.count("<figure") == 2
    assert "minder dan 10" in html
