"""Read the cell of a notebook that is tagged `parameters`, without running anything.

It is a plain list of names with values that are written out, so that what a notebook takes can be told before
papermill, which takes seconds to import, is needed.
"""

from __future__ import annotations

import ast
import json
from pathlib import Path
from typing import Any

from socdom.errors import Fault

TAG = "parameters"


def read_parameter_cell(notebook: Path) -> dict[str, Any] | Fault:
    """Name → default, in the order of the cell; a fault when there is no notebook or no such cell."""
    if not notebook.is_file():
        return Fault(notebook.name, "dit notebook is er niet", remedy="Zet het terug in notebooks/report.")
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
        sources = ["".join(cell["source"]) for cell in cells if TAG in cell["metadata"].get("tags", ())]
    except (ValueError, LookupError, TypeError, AttributeError):
        return Fault(
            notebook.name, "dit is geen geldig notebook", remedy="Zet het terug in notebooks/report."
        )
    if not sources:
        remedy = "Geef in JupyterLab de eerste codecel het label parameters."
        return Fault(notebook.name, "er moet een cel met parameters zijn", remedy=remedy)
    return _assigned(notebook, sources[0])


def _assigned(notebook: Path, source: str) -> dict[str, Any] | Fault:
    found: dict[str, Any] = {}
    place = f"{notebook.name}, cel met parameters"
    try:
        lines = ast.parse(source).body
    except SyntaxError as error:
        return Fault(place, f"regel {error.lineno} is geen geldige regel", remedy='Schrijf naam = "waarde".')
    for line in lines:
        try:
            name, value = _name_and_value(line)
        except (ValueError, TypeError):
            rule = f"op regel {line.lineno} hoort een naam met een vaste waarde"
            return Fault(place, rule, remedy='Schrijf naam = "waarde".')
        found[name] = value
    return found


def _name_and_value(line: ast.stmt) -> tuple[str, Any]:
    """Name and value of `name = value` or `name: kind = value`; ValueError for anything else."""
    match line:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            return name, ast.literal_eval(value)
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            return name, ast.literal_eval(value)
    raise ValueError(line)
