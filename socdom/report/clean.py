"""An executed notebook without anything that differs between two runs: timings, counts, object addresses."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbformat import NotebookNode

METADATA = nbformat.from_dict(
    {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
)
# Of the metadata of a cell; the rest tells of the run.
_MARKS = ("tags", "slideshow")


def clean_notebook(executed: Path, out: Path) -> Path:
    """Write the executed notebook with its HTML outputs only; the same bytes for the same figures."""
    notebook = nbformat.read(executed, as_version=4)
    notebook.metadata = nbformat.from_dict({**METADATA, "title": _title(notebook)})
    notebook.cells = [clean_cell(cell, number) for number, cell in enumerate(notebook.cells)]
    nbformat.validate(notebook)
    out.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")
    return out


def _title(notebook: NotebookNode) -> str:
    return notebook.cells[0].source.splitlines()[0].lstrip("# ")


def clean_cell(cell: NotebookNode, number: int) -> NotebookNode:
    """A cell with the source, the marks and what was shown as HTML of another; nothing else comes along."""
    marks = {name: cell.metadata[name] for name in _MARKS if cell.metadata.get(name)}
    if cell.cell_type != "code":
        return nbformat.v4.new_markdown_cell(cell.source, id=str(number), metadata=marks)
    shown = [_shown(output) for output in cell.outputs if "text/html" in output.get("data", {})]
    return nbformat.v4.new_code_cell(cell.source, id=str(number), metadata=marks, outputs=shown)


def _shown(output: NotebookNode) -> NotebookNode:
    return nbformat.v4.new_output("display_data", data={"text/html": output.data["text/html"]})
