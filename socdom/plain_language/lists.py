"""The lists of words that the checks read; a line with "#" is a remark."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[1] / "share" / "language"


def lines(name: str) -> list[str]:
    """The lines of a list, without remarks."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


@cache
def hard_words() -> dict[str, str]:
    """Each form of a hard word or phrase, in lower case, with the plainer words."""
    found: dict[str, str] = {}
    for line in lines("hard_words.txt"):
        forms, plainer = (part.strip() for part in line.split("|"))
        found |= {form.strip(): plainer for form in forms.split(",")}
    return found


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviations that are explained to readers or that everyone knows, with what they stand for."""
    pairs = (line.split("|") for line in lines("abbreviations.txt"))
    return {short.strip(): meaning.strip() for short, meaning in pairs}


@cache
def own_words() -> frozenset[str]:
    """Names and terms that the dictionary does not know."""
    return frozenset(lines("words.txt"))
