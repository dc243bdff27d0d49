"""The data at the top of a Markdown file, between two lines of dashes: checked, with a fault per field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

import yaml
from pydantic import BaseModel, BeforeValidator, ValidationError

from socdom.errors import Fault
from socdom.parameters.text import NO_SUCH_DATE
from socdom.parameters.yml import load_yml

# The data, and what follows them.
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
FORM = "het bestand moet beginnen met gegevens tussen twee regels met ---"
Model = TypeVar("Model", bound=BaseModel)


def _nothing(value: Any) -> Any:
    """A name with nothing behind it is nothing to yml."""
    return "" if value is None else value


Text = Annotated[str, BeforeValidator(_nothing)]


def read_front(
    place: str, text: str, model: type[Model], rules: Mapping[str, str]
) -> tuple[Model | None, list[Fault]]:
    """The data as a record, or its faults.

    Args:
        place: what a fault calls the file.
        text: the yml between the dashes.
        model: the record.
        rules: field → what must hold for it.
    """
    try:
        return model.model_validate(load_yml(text) or {}), []
    except ValidationError as error:
        fields = sorted({str(item["loc"][0]) for item in error.errors() if item["loc"]})
        return None, [_field_fault(place, field, rules) for field in fields] or [Fault(place, FORM)]
    except yaml.YAMLError:
        return None, [Fault(place, "de gegevens bovenaan zijn geen geldige yml")]
    except ValueError:
        return None, [Fault(place, NO_SUCH_DATE)]


def _field_fault(place: str, field: str, rules: Mapping[str, str]) -> Fault:
    if field in rules:
        return Fault(f"{place}, {field}", rules[field])
    # What somebody typed for a field may be an address or a name; only what can be a field is told.
    name = f", {field}" if field.isidentifier() else ""
    return Fault(f"{place}{name}", "dit veld bestaat niet", remedy=f"Bekend zijn: {', '.join(rules)}.")
