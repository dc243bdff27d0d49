"""The page of developments that people write for a quarter."""

from __future__ import annotations

from pathlib import Path

from socdom.errors import Fault, ParameterError
from socdom.parameters.text import is_there, read_text, without_comments
from socdom.person_numbers import has_person_number

_FILE = "ontwikkelingen.md"


def read_developments(folder: Path) -> str:
    """The Markdown of the page without comments; "" when it was not written.

    Args:
        folder: `parameters/<gemeente>/<kwartaal>`.

    Raises:
        ParameterError: the file cannot be read, a comment has no end, or a number in it may be that of a person.
    """
    path = folder / _FILE
    place = f"{folder.name}/{_FILE}"
    if not is_there(path, place):
        return ""
    text = without_comments(place, read_text(path, place))
    lines = tuple(number for number, line in enumerate(text.split("\n"), 1) if has_person_number(line))
    if lines:
        rule = "er staat een nummer in dat van een persoon kan zijn"
        raise ParameterError(Fault(place, rule, count=len(lines), rows=lines, remedy="Haal het nummer weg."))
    return text
