"""An executed notebook keeps what it showed as HTML, and nothing else of the run."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from socdom.report.clean import clean_notebook

CANARY = "123456782"


def test_no_other_kind_of_output_survives(tmp_path: Path) -> None:
    shown = {
        "text/html": "<p>1.235</p>",
        "text/plain": CANARY,
        "image/png": "Q0FOQVJZ",
        "application/json": CANARY,
    }
    code = new_code_cell(
        "rapport.wmo()",
        id=CANARY,
        execution_count=7,
        metadata={"tags": ["parameters"], "papermill": {"exception": CANARY}, "naam": CANARY},
        outputs=[
            new_output("stream", name="stdout", text=CANARY),
            new_output("stream", name="stderr", text=CANARY),
            new_output("error", ename="KeyError", evalue=CANARY, traceback=[CANARY]),
            new_output("display_data", data={"text/plain": CANARY, "application/vnd.x+json": CANARY}),
            new_output("execute_result", data=shown, metadata={"text/html": CANARY}, execution_count=7),
        ],
    )
    text = new_markdown_cell("Uitleg", attachments={"a.png": {"image/png": CANARY}})
    papermill = {"input_path": f"/home/{CANARY}", "environment_variables": {"X": CANARY}}
    notebook = new_notebook(
        cells=[new_markdown_cell("# Titel"), text, code],
        metadata={"papermill": papermill, "widgets": {"application/x": {"state": {CANARY: {}}}}},
    )
    nbformat.write(notebook, tmp_path / "in.ipynb")
    out = clean_notebook(tmp_path / "in.ipynb", tmp_path / "out.ipynb")
    assert CANARY not in out.read_text(encoding="utf-8")
    cell = nbformat.read(out, as_version=4).cells[-1]
    assert cell.metadata == {"tags": ["parameters"]}
    assert cell.outputs == [new_output("display_data", data={"text/html": "<p>1.235</p>"})]
