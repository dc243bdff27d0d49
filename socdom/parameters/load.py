"""Read the yml files of a municipality into typed parameters, all faults at once, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

from socdom.errors import Fault, ParameterError
from socdom.near_names import meant
from socdom.parameters.logo import read_logo
from socdom.parameters.models import Gemeente, Kwartaal
from socdom.parameters.text import NO_SUCH_DATE, read_text
from socdom.parameters.yml import TwiceError, load_yml
from socdom.person_numbers import has_person_number

Model = TypeVar("Model", bound=BaseModel)

# Fields that hold, per column, values as they stand in a delivery.
_OF_DELIVERIES = frozenset({"waarden", "vast", "waar", "wordt"})
# Fields that hold who somebody is: a function, but a name may have been filled in.
_OF_PEOPLE = frozenset({"wie", "rol"})
_LONGEST = 40

_RULES = {
    "missing": "dit veld is verplicht",
    "extra_forbidden": "dit veld bestaat niet",
    "string_type": "hier hoort tekst",
    "int_type": "hier hoort een heel getal",
    "int_parsing": "hier hoort een heel getal",
    "int_from_float": "hier hoort een heel getal",
    "bool_type": "hier hoort ja of nee (true of false)",
    "bool_parsing": "hier hoort ja of nee (true of false)",
    "date_type": "hier hoort een datum als 2021-02-15",
    "date_from_datetime_parsing": "hier hoort een datum als 2021-02-15",
    "date_parsing": "hier hoort een datum als 2021-02-15",
    "date_from_datetime_inexact": "hier hoort een datum als 2021-02-15, zonder tijd",
    "finite_number": "hier hoort een getal dat bestaat",
    "date_past": "hier hoort een dag die voorbij is",
    "string_too_short": "deze tekst is te kort",
    "string_too_long": "deze tekst is te lang",
    "too_long": "deze lijst is te lang",
    "tuple_type": "hier hoort een lijst",
    "model_type": "hier horen regels als naam: waarde",
}


def load_gemeente(folder: Path) -> Gemeente:
    """Read `gemeente.yml` from the folder of a municipality, and look whether its logo can be used.

    Raises:
        ParameterError: the file is missing or not valid, all faults at once; or the logo cannot be used.
    """
    if not folder.is_dir():
        raise ParameterError(not_set_up(folder))
    gemeente = read_model(folder / "gemeente.yml", Gemeente)
    read_logo(folder, gemeente.huisstijl.logo)
    return gemeente


def not_set_up(folder: Path) -> Fault:
    """What to say of a municipality of which there is no folder with parameters."""
    known = sorted(p.parent.name for p in folder.parent.glob("*/gemeente.yml"))
    hint = meant(folder.name, known, f"Bekend zijn: {', '.join(known) or 'geen'}.")
    return Fault(f"gemeente {folder.name}", "deze gemeente is niet ingericht", remedy=hint)


def load_kwartaal(folder: Path, kwartaal: str) -> Kwartaal:
    """Read `<kwartaal>/kwartaal.yml` from the folder of a municipality.

    Raises:
        ParameterError: the file is missing or not valid, or names another quarter than its folder.
    """
    path = folder / kwartaal / "kwartaal.yml"
    model = read_model(path, Kwartaal)
    if model.kwartaal != kwartaal:
        raise ParameterError(
            Fault(
                _place(path),
                f"kwartaal moet {kwartaal} zijn, net als de map; gevonden: {model.kwartaal}",
                remedy="Pas het kwartaal in het bestand aan, of de naam van de map.",
            )
        )
    return model


def read_model(path: Path, model: type[Model]) -> Model:
    """Read one yml file into a model; every fault becomes a Dutch line."""
    try:
        content = load_yml(read_text(path, _place(path)))
    except FileNotFoundError:
        raise ParameterError(
            Fault(
                _place(path),
                "dit bestand ontbreekt",
                remedy="Maak het aan; zie parameters/lindeveen als voorbeeld.",
            )
        ) from None
    except TwiceError as error:
        first, second = error.lines
        # Names of socdom are of small letters; another may be a value of a delivery.
        name = error.name if re.fullmatch("[a-z_]{1,40}", error.name) else "dezelfde naam"
        raise ParameterError(
            Fault(
                _place(path),
                f"{name} staat er twee keer, op regel {first} en {second}",
                remedy="Laat er één staan, met alles eronder.",
            )
        ) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f"; het gaat mis op regel {mark.line + 1}" if mark else ""
        raise ParameterError(Fault(_place(path), f"dit is geen geldig yml-bestand{line}")) from None
    except ValueError:
        raise ParameterError(Fault(_place(path), NO_SUCH_DATE)) from None
    try:
        return model.model_validate(content or {})
    except ValidationError as error:
        raise ParameterError([_fault(path, item, model) for item in error.errors()]) from None


def _fault(path: Path, item: Mapping[str, Any], model: type[BaseModel]) -> Fault:
    field = ".".join(str(part) for part in _told(item["loc"]))
    if item["type"] == "extra_forbidden":
        known = _fields(model, item["loc"][:-1])
        hint = meant(str(item["loc"][-1]), known)
        return Fault(
            f"{_place(path)}, {field}",
            _RULES["extra_forbidden"],
            remedy=getattr(model, "removed", {}).get(field, hint),
        )
    place = f"{_place(path)}, {field}" if field else _place(path)
    return Fault(place, _RULES.get(item["type"]) or _constraint(item))


def _told(path: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The place of a fault up to the column; what stands below it is a value of a delivery."""
    at = next((number for number, part in enumerate(path) if part in _OF_DELIVERIES), len(path))
    return tuple("…" if "@" in str(part) else part for part in path[: at + 2])


def _found(item: Mapping[str, Any]) -> str:
    """What was found, unless it may be a value of a delivery or of a person."""
    text = repr(item["input"])
    if (
        (_OF_DELIVERIES | _OF_PEOPLE).intersection(item["loc"])
        or len(text) > _LONGEST
        or has_person_number(text)
        or "@" in text
    ):
        return ""
    return f"; gevonden: {text}"


def _fields(model: type[BaseModel], path: tuple[int | str, ...]) -> list[str]:
    """The names of the fields of the model that stands at a place within another."""
    kind: Any = model
    for step in path:
        known = _model_in(kind)
        # What is not a field of a model is a place in a list, or a key of a mapping: that of what the list holds.
        kind = known.model_fields[str(step)].annotation if str(step) in known.model_fields else known
    return list(_model_in(kind).model_fields)


def _model_in(kind: Any) -> type[BaseModel]:
    """The model that an annotation holds: itself, or in an optional value, a list or a mapping."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    holding = [
        part
        for part in get_args(kind)
        if get_args(part) or isinstance(part, type) and issubclass(part, BaseModel)
    ]
    return _model_in(holding[-1])


def _constraint(item: Mapping[str, Any]) -> str:
    context = item.get("ctx", {})
    if item["type"] == "value_error":  # a rule of our own; the value may be one that must not be shown
        return str(context["error"])
    if item["type"] == "literal_error":
        return f"kies uit {context['expected'].replace(' or ', ' of ')}{_found(item)}"
    if item["type"] == "string_pattern_mismatch":
        return f"dit heeft niet de goede vorm{_found(item)}"
    bounds = {"greater_than_equal": "ge", "less_than_equal": "le"}
    if item["type"] in bounds:
        word = "ten minste" if item["type"] == "greater_than_equal" else "ten hoogste"
        return f"dit moet {word} {context[bounds[item['type']]]:.10g} zijn{_found(item)}"
    return f"deze waarde past hier niet{_found(item)}"


def _place(path: Path) -> str:
    """The path as the user knows it: from `parameters/` on."""
    parts = path.parts
    return "/".join(parts[parts.index("parameters") :]) if "parameters" in parts else path.name
