"""Check the parameters of a notebook before anything runs.

papermill only warns about a name it does not know, and goes on with the default; a report on the wrong
quarter would come out without a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, create_model

from socdom.errors import Fault, ParameterError, RenderError
from socdom.near_names import meant
from socdom.report.parameter_cell import read_parameter_cell

_KINDS = {str: "tekst", int: "een heel getal", float: "een getal", bool: "ja of nee", list: "een lijst"}
# What pydantic says when a value is of another kind; every other fault is about the value itself.
_OTHER_KIND = ("_type", "_parsing")


def check_parameters(
    notebook: Path, parameters: dict[str, Any], model: type[BaseModel] | None = None
) -> None:
    """Hold parameters against the cell of a notebook that is tagged `parameters`, and against a model.

    Args:
        notebook: every name in its cell must be given, with a value of the kind of its default; no other name may be.
        model: what the values, and the defaults in the cell, must fit; its names are those of the cell.

    Raises:
        RenderError: there is no notebook, or it has no such cell.
        ParameterError: anything that does not fit; all faults at once.
    """
    faults = parameter_faults(notebook, parameters, model)
    if faults:
        raise ParameterError(faults)


def parameter_faults(
    notebook: Path, parameters: dict[str, Any], model: type[BaseModel] | None = None
) -> list[Fault]:
    """What `check_parameters` refuses.

    Raises:
        RenderError: there is no notebook, or it has no cell that can be read.
    """
    cell = _model_of_cell(notebook)
    faults = _faults(notebook, parameters, cell)
    if model is None:
        return faults
    told = {fault.place for fault in faults}
    return [
        *cell_faults(notebook, model),
        *faults,
        *(fault for fault in _faults(notebook, parameters, model) if fault.place not in told),
    ]


def cell_faults(notebook: Path, model: type[BaseModel]) -> list[Fault]:
    """What does not fit a model in the cell itself: its names, and its defaults.

    Raises:
        RenderError: there is no notebook, or it has no cell that can be read.
    """
    return _faults(notebook, declared_parameters(notebook), model, what=", cel met parameters")


def declared_parameters(notebook: Path) -> dict[str, Any]:
    """Name → default of every parameter of a notebook.

    Raises:
        RenderError: there is no notebook, or it has no cell that can be read.
    """
    found = read_parameter_cell(notebook)
    if isinstance(found, Fault):
        raise RenderError(found)
    return found


def _model_of_cell(notebook: Path) -> type[BaseModel]:
    """A model with the names of the cell, of the kinds of its defaults."""
    fields: dict[str, Any] = {
        name: (type(value), ...) for name, value in declared_parameters(notebook).items()
    }
    return create_model(notebook.stem, __config__=ConfigDict(extra="forbid", strict=True), **fields)


def _faults(notebook: Path, values: dict[str, Any], model: type[BaseModel], what: str = "") -> list[Fault]:
    try:
        model.model_validate(values)
    except ValidationError as error:
        # A value of another kind is one fault, also where more than one thing is wrong with it.
        found = {str(item["loc"][0]): item for item in reversed(error.errors())}
        order = [name for name in (*values, *model.model_fields) if name in found]
        return [_fault(f"{notebook.name}{what}", found[name], model) for name in dict.fromkeys(order)]
    return []


def _fault(place: str, item: Any, model: type[BaseModel]) -> Fault:
    name = str(item["loc"][0])
    place = f"{place}, {name}"
    if item["type"] == "extra_forbidden":
        return Fault(place, "deze parameter bestaat niet", remedy=_known(name, model.model_fields))
    if item["type"] == "missing":
        return Fault(place, "deze parameter ontbreekt", remedy="Geef hem een waarde.")
    field = model.model_fields[name]
    if item["type"].endswith(_OTHER_KIND) and field.annotation in _KINDS:
        return Fault(place, f"hier hoort {_kind(field.annotation)}, gevonden: {_kind(type(item['input']))}")
    return Fault(place, f"hier hoort {field.description}, gevonden: {_shown(item['input'])}")


def _kind(kind: Any) -> str:
    return _KINDS.get(kind, "iets anders")


def _shown(value: Any) -> str:
    """A text as it was found, unless it is a path or long."""
    readable = isinstance(value, str) and len(value) <= 40 and "/" not in value
    return repr(value) if readable else _kind(type(value))


def _known(name: str, names: Iterable[str]) -> str:
    return meant(name, names, f"Bekend zijn: {', '.join(names)}.")
