"""Keep a notebook that failed, for the analyst: its code, and at the cell that failed the kind of fault and its line.

What the cells showed and what the error said is left out: either could hold a value of the environment or a path.
"""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from socdom.report.clean import METADATA, clean_cell
from socdom.report.messages import failed_path

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_LINE_OF_CELL = re.compile(r"Cell In\[\d+\], line (\d+)")
_LINE_OF_SOCDOM = re.compile(r"\b(socdom/[\w/]+\.py):(\d+)")


def keep_failed_notebook(notebook: Path, error: PapermillExecutionError, folder: Path) -> Path:
    """Write `<name>-mislukt.ipynb` where only this user can read it; returns its path."""
    content = nbformat.read(notebook, as_version=4)
    content.metadata = METADATA
    content.cells = [clean_cell(cell, number) for number, cell in enumerate(content.cells)]
    for cell in content.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    # Counted with the cell of papermill, after that of the parameters: so the cell before, counted from 0.
    cell = content.cells[error.cell_index - 1]
    cell.outputs = [mark(cell, error)]
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(0o700)
    kept = failed_path(notebook, folder)
    kept.unlink(missing_ok=True)
    kept.touch(0o600)
    kept.write_text(nbformat.writes(content) + "\n", encoding="utf-8")
    return kept


def name_of(error: PapermillExecutionError) -> str:
    """Name of the error, as a class of Python may be called."""
    return error.ename if error.ename.isidentifier() else "onbekende fout"


def mark(cell: NotebookNode, error: PapermillExecutionError) -> NotebookNode:
    """What a cell that failed shows: the kind of fault and its line, never a value."""
    told = _COLOUR.sub("", "\n".join(error.traceback))
    lines = cell.source.splitlines()
    numbers = [int(number) for number in _LINE_OF_CELL.findall(told)]
    where = [f"regel {n}: {lines[n - 1]}" for n in numbers[:1] if n <= len(lines)]
    where += [f"{file}, regel {number}" for file, number in _LINE_OF_SOCDOM.findall(told)[-1:]]
    return nbformat.v4.new_output("error", ename=name_of(error), evalue="", traceback=where)
