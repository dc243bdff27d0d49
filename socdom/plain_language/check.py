"""All checks over texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from socdom.plain_language.claims import claims
from socdom.plain_language.length import length, mean_length
from socdom.plain_language.model import Remark, Text, Voice
from socdom.plain_language.reading_ease import reading_ease
from socdom.plain_language.spelling import spelling
from socdom.plain_language.wording import hard, passive, persons, unexplained

_Check = Callable[[Text], Iterator[Remark]]
_CHECKS: tuple[_Check, ...] = (length, hard, passive, persons, claims)
# Of a text as a whole: what people wrote in one file is one text.
_OF_THE_WHOLE: tuple[_Check, ...] = (unexplained, mean_length, reading_ease)


def check(texts: Iterable[Text], names: frozenset[str] = frozenset()) -> tuple[Remark, ...]:
    """Every remark on these texts, by place and line; each only once.

    Args:
        texts: in the order in which they stand in their files.
        names: words that are spelled right here: names of places and teams.
    """
    given = list(texts)
    found = {remark for text in given for one in _CHECKS for remark in one(text)}
    found |= {remark for text in _wholes(given) for one in _OF_THE_WHOLE for remark in one(text)}
    return tuple(sorted(found | set(spelling(given, names))))


def _wholes(texts: Iterable[Text]) -> Iterator[Text]:
    """Texts of people put together by file, each part on its own line; other texts stand alone."""
    for (_, voice), group in groupby(texts, key=lambda text: (text.place, text.voice)):
        parts = list(group)
        if voice is Voice.PEOPLE:
            yield _together(parts)
        else:
            yield from parts


def _together(parts: list[Text]) -> Text:
    first, content, line = parts[0], "", parts[0].line
    for part in parts:
        lines = max(2, part.line - line) if content else 0
        content += "\n" * lines + part.content
        line = max(part.line, line) + part.content.count("\n")
    return replace(first, content=content)
