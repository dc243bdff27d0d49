"""An executed notebook without anything that differs between two runs: timings, counts, object addresses."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def clean_notebook(executed: Path, out: Path) -> Path:
    """Write the executed notebook with its HTML outputs only; the same bytes for the same figures."""
    notebook = nbformat.read(executed, as_version=4)
    notebook.metadata = nbformat.from_dict({**_METADATA, "title": _title(notebook)})
    for number, cell in enumerate(notebook.cells):
        _clean_cell(cell, number)
    nbformat.validate(notebook)
    out.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return out


def _title(notebook: NotebookNode) -> str:
    return notebook.cells[0].source.splitlines()[0].lstrip("# ")


def _clean_cell(cell: NotebookNode, number: int) -> None:
    cell.id = str(number)
    cell.metadata = nbformat.from_dict({"tags": tags} if (tags := cell.metadata.get("tags")) else {})
    if cell.cell_type == "code":
        cell.execution_count = None
        cell.outputs = [_shown(output) for output in cell.outputs if "text/html" in output.get("data", {})]


def _shown(output: NotebookNode) -> NotebookNode:
    return nbformat.v4.new_output("display_data", data={"text/html": output.data["text/html"]})
