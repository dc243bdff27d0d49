"""The texts in Markdown, with or without data between lines of "---" above them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdom.plain_language.model import Text, Voice

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)
_CODE = re.compile(r"^ *```.*?^ *```|`[^`\n]*`|<!--.*?-->|^\|[^\n]*\|$", re.S | re.M)
# A part that says it is in another language, as the summary on top of a page for readers from elsewhere.
_FOREIGN = re.compile(r'<div lang="(?!nl)[\w-]+">.*?</div>', re.S)
_TAG = re.compile(r"</?[a-z][^>\n]*>")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*\)")
_MARK = re.compile(r"\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def markdown_texts(
    place: str, source: str, voice: Voice = Voice.PEOPLE, first_line: int = 1
) -> Iterator[Text]:
    """The text under each heading, in order; tables, code, tags and what is in another language are left out."""
    text = _FOREIGN.sub(_blank, _FRONT.sub(_blank, source, count=1))
    text = _TAG.sub("", _CODE.sub(_blank, text))
    text = _MARK.sub("", _LINK.sub(r"\1", text))
    line = first_line
    for piece in re.split(r"(?m)^(?=#)", text):
        if _LETTERS.search(piece):
            before = len(piece) - len(piece.lstrip())
            yield Text(place, line + piece.count("\n", 0, before), piece.strip(), voice)
        line += piece.count("\n")


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")
