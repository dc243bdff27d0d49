"""A text as paragraphs, sentences and words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdom.plain_language.model import FILLED_IN

# A full stop after these does not end a sentence.
_SHORTENED = re.compile(
    r"(?:\b(?:bijv|bv|blz|p|nr|nrs|art|ca|incl|excl|enz|o\.a|d\.w\.z|t/m|e\.d|z\.s\.m)|\b[A-Z]"
    r"|\b(?:dhr|mevr|mw|drs|ir|mr|dr|prof))\.$"
)
_END = re.compile(
    r"(?<=[.!?])(?:[\"')\]]*\s+(?=[\"'(\[]*[A-ZÀ-Ý0-9€" + FILLED_IN + r"])|(?=" + FILLED_IN + r"))"
)
_WORD = re.compile(r"[\wÀ-ÿ]")


def paragraphs(content: str) -> Iterator[tuple[int, str]]:
    """Each paragraph on one line, with how many lines it lies below the start; an item of a list is one as well."""
    held: list[str] = []
    start = 0
    for line, text in enumerate(content.split("\n")):
        item = re.match(r"\s*(?:[-*+]|\d+\.)\s+", text)
        if held and (not text.strip() or item or text.lstrip().startswith("#")):
            yield start, " ".join(held)
            held = []
        if text.strip():
            start = start if held else line
            held.append(text[item.end() :].strip() if item else text.strip().lstrip("#").strip())
    if held:
        yield start, " ".join(held)


def sentences(paragraph: str) -> list[str]:
    """The sentences of a paragraph, in order."""
    found: list[str] = []
    for piece in _END.split(paragraph.strip()):
        if found and _SHORTENED.search(found[-1]):
            found[-1] += f" {piece}"
        elif piece:
            found.append(piece)
    return found


def words(sentence: str) -> list[str]:
    """Words as a reader counts them: a number with its unit behind a non-breaking space is one."""
    return [word for word in re.split(r"[ \t\n]+", sentence) if _WORD.search(word) or FILLED_IN in word]
