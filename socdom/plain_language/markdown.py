"""The texts in Markdown, with or without data between lines of "---" above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdom.plain_language.model import Text, Voice

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]*`|<!--.*?-->|^\|[^\n]*\|$", re.S | re.M)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_MARK = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def markdown_texts(
    place: str, source: str, voice: Voice = Voice.PEOPLE, first_line: int = 1
) -> Iterator[Text]:
    """The text under each heading, in order; tables and code are left out."""
    text = _FRONT.sub(_blank, source, count=1)
    text = _MARK.sub("", _LINK.sub(r"\1", _CODE.sub(_blank, text)))
    line = first_line
    for piece in re.split(r"(?m)^(?=#)", text):
        if _LETTERS.search(piece):
            before = len(piece) - len(piece.lstrip())
            yield Text(place, line + piece.count("\n", 0, before), piece.strip(), voice)
        line += piece.count("\n")


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
