"""What was typed for the parameters of a notebook → the values of every run; nothing has run yet.

`kwartaal=2020Q3..2020Q4` is a run for each quarter. A name that is given more than once is a run for each value.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from typing import Any

from socdom.errors import Fault, ParameterError
from socdom.quarters import Quarter, quarter_range
from socdom.report.notebook_list import Notebook
from socdom.report.parameters import parameter_faults

MUNICIPALITY = "gemeente"
_QUARTERS = re.compile(r"(\d{4}Q[1-4])\.\.(\d{4}Q[1-4])")
_LIST_OF_QUARTERS = re.compile(r"\d{4}Q[1-4](,\d{4}Q[1-4])+")
_YES, _NO = ("ja", "true", "1"), ("nee", "false", "0")
MAX_RUNS = 200  # more is a slip of the hand: a quarter too far back


def runs_of(notebook: Notebook, given: Sequence[str], municipalities: Sequence[str]) -> list[dict[str, Any]]:
    """The values of every run: all municipalities with all that was given, the defaults for the rest.

    Args:
        given: texts as "kwartaal=2020Q4".
        municipalities: a run for each; none for the default of the notebook.

    Raises:
        ParameterError: a text has another form, or a value does not fit the notebook; all faults at once.
    """
    faults: list[Fault] = []
    asked: dict[str, list[Any]] = {}
    for name, text in itertools.chain(
        _pairs(given, faults), ((MUNICIPALITY, slug) for slug in municipalities)
    ):
        asked.setdefault(name, []).extend(_values(notebook, name, text, faults))
    order = sorted(asked, key=lambda name: name != MUNICIPALITY)
    values = [_distinct(asked[name]) for name in order]
    runs = [
        {**notebook.parameters, **dict(zip(order, row, strict=True))} for row in itertools.product(*values)
    ]
    for name, found in zip(order, values, strict=True):
        for value in found:
            faults += _unfit(notebook, {**notebook.parameters, name: value})
    if len(runs) > MAX_RUNS:
        rule = f"hooguit {MAX_RUNS} keer draaien, gevonden: {len(runs)}"
        faults.append(Fault(notebook.name, rule, remedy="Kies minder kwartalen of gemeenten."))
    if faults:
        raise ParameterError(faults)
    return runs


def _distinct(values: list[Any]) -> list[Any]:
    return [value for number, value in enumerate(values) if value not in values[:number]]


def _unfit(notebook: Notebook, run: dict[str, Any]) -> list[Fault]:
    if notebook.parameters:
        return parameter_faults(notebook.path, run)
    # An explanation has no cell with parameters.
    return [Fault(f"{notebook.path.name}, {name}", "dit notebook heeft geen parameters") for name in run]


def _pairs(given: Sequence[str], faults: list[Fault]) -> list[tuple[str, str]]:
    found = []
    for text in given:
        name, sign, value = text.partition("=")
        if sign and name.strip():
            found.append((name.strip(), value.strip()))
        else:
            faults.append(
                Fault(f"-p {text}", "hier hoort naam=waarde", remedy="Bijvoorbeeld -p kwartaal=2020Q4.")
            )
    return found


def _values(notebook: Notebook, name: str, text: str, faults: list[Fault]) -> list[Any]:
    """The values of one text, of the kind of the default; a text that is of no kind goes on as it is."""
    default = notebook.parameters.get(name, "")
    if isinstance(default, str):
        return [*_quarters(name, text, faults)]
    return [_of_kind(default, text)]


def _quarters(name: str, text: str, faults: list[Fault]) -> list[str]:
    if match := _QUARTERS.fullmatch(text):
        found = [str(quarter) for quarter in quarter_range(Quarter.parse(match[1]), Quarter.parse(match[2]))]
        if not found:
            faults.append(
                Fault(f"-p {name}={text}", "het eerste kwartaal ligt na het laatste", remedy="Draai ze om.")
            )
        return found
    if _LIST_OF_QUARTERS.fullmatch(text):
        return text.split(",")
    if name == "kwartaal" and text:
        try:
            Quarter.parse(text)
        except ParameterError:
            rule = f"een kwartaal als 2020Q4 of 2020Q1..2020Q4, gevonden: {text!r}"
            faults.append(Fault(f"-p {name}", rule))
    return [text]


def _of_kind(default: Any, text: str) -> Any:
    if isinstance(default, bool):
        return True if text.lower() in _YES else False if text.lower() in _NO else text
    if isinstance(default, list):
        return [part.strip() for part in text.split(",") if part.strip()]
    try:
        return type(default)(text.replace(",", "."))
    except (TypeError, ValueError):
        return text
