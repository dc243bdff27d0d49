"""The texts in HTML templates (Jinja), also those that only a screen reader says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdom.plain_language.dutch_or_not import is_dutch
from socdom.plain_language.model import FILLED_IN, Text, Voice

_COMMENT = re.compile(r"\{#.*?#\}|<!--.*?-->|<(style|script)\b.*?</\1>", re.S)
_VALUE = re.compile(r"\{\{.*?\}\}", re.S)
_STATEMENT = re.compile(r"\{%.*?%\}", re.S)
# A text that is chosen within a value: {{ "in de wijk" if area }}.
_QUOTED = re.compile(r"\"([^\"\n]+)\"")
_SPOKEN = re.compile(r"\b(?:alt|aria-label|title|placeholder)=\"([^\"]*)\"")
# Tags within a sentence; every other one ends it.
_INLINE = re.compile(r"</?(?:a|abbr|b|code|dfn|em|i|kbd|small|span|strong|sub|sup|time)\b[^<>]*>")
_TAG = re.compile(r"<[^<>]*>", re.S)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def template_texts(place: str, source: str, voice: Voice = Voice.FIXED) -> Iterator[Text]:
    """Every text of a template, in order; a value is `FILLED_IN`, and a condition parts texts as a tag does."""
    text = _COMMENT.sub(_blank, source)
    for value in (*_VALUE.finditer(text), *_STATEMENT.finditer(text)):
        for found in _QUOTED.finditer(value[0]):
            if is_dutch(found[1]):
                yield Text(
                    place, text.count("\n", 0, value.start() + found.start()) + 1, found[1].strip(), voice
                )
    text = _VALUE.sub(lambda found: FILLED_IN + "\n" * found[0].count("\n"), text)
    text = _STATEMENT.sub(_ended, text)
    for found in _SPOKEN.finditer(text):
        if _LETTERS.search(found[1]):
            yield Text(place, text.count("\n", 0, found.start()) + 1, found[1].strip(), voice)
    text = _TAG.sub(_ended, _INLINE.sub(_blank, text))
    line = 1
    for piece in text.split("\0"):
        if _LETTERS.search(piece):
            before = len(piece) - len(piece.lstrip())
            yield Text(place, line + piece.count("\n", 0, before), " ".join(piece.split()), voice)
        line += piece.count("\n")


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _ended(found: re.Match[str]) -> str:
    return "\0" + _blank(found)
