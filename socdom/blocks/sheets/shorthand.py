"""What stands in a cell where a number is not there, or is not final: a letter between brackets, always explained."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from socdom.blocks.tables import STATUS_WORDS

_NO_FIGURE, _BROKEN = "x", "r"
# Status of a figure → the shorthand; a definitive figure has none.
MARKS: Mapping[str, str] = MappingProxyType(
    {"voorlopig": "v", "onvolledig": "o", "geheim": "g", "ontbreekt": "n", "onmogelijk": "t"}
)
WORDS: Mapping[str, str] = MappingProxyType(
    {
        **{mark: STATUS_WORDS[status] for status, mark in MARKS.items()},
        _NO_FIGURE: "geen cijfer",
        _BROKEN: "reeks veranderd",
    }
)
EXPLANATIONS: Mapping[str, str] = MappingProxyType(
    {
        "v": "Dit cijfer kan nog veranderen. De letter staat achter het getal.",
        "o": "Een deel van de gegevens is nog niet binnen. De letter staat achter het getal.",
        "g": "Dit cijfer is geheim. Anders zijn mensen te herkennen. Het is iets anders dan 0.",
        "n": "Hierover is geen cijfer bekend. Ook dat is iets anders dan 0.",
        "t": "Dit cijfer kan hier niet bestaan.",
        _NO_FIGURE: "Over deze periode of dit gebied staat er geen cijfer in deze uitgave.",
        _BROKEN: "De reeks is in de tussentijd veranderd. Vergelijken kan daarom niet.",
    }
)
NO_FIGURE = f"[{_NO_FIGURE}]"
BROKEN = f"[{_BROKEN}]"


def without_number(status: str) -> str:
    """The text of a cell without a number: "[g]"; a number that is not published has no figure."""
    mark = MARKS.get(status, _NO_FIGURE)
    return f"[{_NO_FIGURE if mark in 'vo' else mark}]"


def marks_of(texts: Iterable[str]) -> frozenset[str]:
    """The shorthand among the texts of cells."""
    return frozenset(text[1] for text in texts if len(text) == 3 and text[0] == "[" and text[1] in WORDS)


def legend(marks: Iterable[str]) -> str:
    """One line that says what the shorthand on a sheet is; "" without any."""
    used = set(marks)
    told = [f"[{mark}] {word}" for mark, word in WORDS.items() if mark in used]
    return f"Tekens in de tabel: {', '.join(told)}." if told else ""
