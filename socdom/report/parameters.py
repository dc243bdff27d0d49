"""Check the parameters of a notebook before anything runs.

papermill only warns about a name it does not know, and goes on with the default; a report on the wrong
quarter would come out without a word.
"""

from __future__ import annotations

import ast
import difflib
from pathlib import Path
from typing import Any

import papermill

from socdom.errors import Fault, ParameterError, RenderError

_KINDS = {str: "tekst", int: "een heel getal", float: "een getal", bool: "ja of nee", list: "een lijst"}


def check_parameters(notebook: Path, parameters: dict[str, Any]) -> None:
    """Compare parameters with the cell of a notebook that is tagged `parameters`.

    Every name in that cell must be given, with a value of the kind of its default; no other name may be.

    Raises:
        RenderError: there is no notebook, or it has no such cell.
        ParameterError: unknown, missing or of the wrong kind; all faults at once.
    """
    defaults = declared_parameters(notebook)
    faults = [_unknown(notebook, name, defaults) for name in parameters if name not in defaults]
    faults += [_missing(notebook, name) for name in defaults if name not in parameters]
    faults += [
        Fault(f"{notebook.name}, {name}", f"hier hoort {_kind(default)}, gevonden: {_kind(parameters[name])}")
        for name, default in defaults.items()
        if name in parameters and type(parameters[name]) is not type(default)
    ]
    if faults:
        raise ParameterError(faults)


def declared_parameters(notebook: Path) -> dict[str, Any]:
    """Name → default of every parameter of a notebook.

    Raises:
        RenderError: there is no notebook, or it has no cell tagged `parameters`.
    """
    if not notebook.is_file():
        remedy = "Zet het terug in notebooks/report."
        raise RenderError(Fault(notebook.name, "dit notebook is er niet", remedy=remedy))
    found = papermill.inspect_notebook(str(notebook))
    if not found:
        raise RenderError(
            Fault(
                notebook.name,
                "er moet een cel met parameters zijn",
                remedy="Geef in JupyterLab de eerste codecel het label parameters.",
            )
        )
    return {name: ast.literal_eval(parameter["default"]) for name, parameter in found.items()}


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "iets anders")


def _unknown(notebook: Path, name: str, defaults: dict[str, Any]) -> Fault:
    near = difflib.get_close_matches(name, list(defaults), n=1)
    remedy = f"Bedoelt u {near[0]}?" if near else f"Bekend zijn: {', '.join(defaults)}."
    return Fault(f"{notebook.name}, {name}", "deze parameter bestaat niet", remedy=remedy)


def _missing(notebook: Path, name: str) -> Fault:
    return Fault(f"{notebook.name}, {name}", "deze parameter ontbreekt", remedy="Geef hem een waarde.")
