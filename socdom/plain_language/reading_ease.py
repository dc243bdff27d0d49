"""Flesch-Douma: how easy a Dutch text reads.

Source: W.H. Douma, *De leesbaarheid van landbouwbladen* (Landbouwhogeschool Wageningen, 1960), an adaptation of
Flesch (1948): 206.84 - 0.77 × syllables per 100 words - 0.93 × words per sentence; 60 and up is normal or easy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

import pyphen

from socdom.plain_language.length import shortened
from socdom.plain_language.model import Remark, Text
from socdom.plain_language.split import paragraphs, sentences, words

EASY_ENOUGH = 60.0
# Of a short text one long term decides the outcome.
_ENOUGH_WORDS = 60
_VOWELS = re.compile(r"ij|[aeiouyà-ü]+")
_LETTERS = re.compile(r"[^\W\d_]+")


@cache
def _hyphenation() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="nl_NL")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Parts between the places where a word may be hyphenated; a number or mark without letters is one.

    Print never parts a single letter from its word ("i-dee"), so there may not be fewer than groups of vowels.
    """
    return max(1, sum(_of_part(part.lower()) for part in _LETTERS.findall(word)))


def _of_part(letters: str) -> int:
    return max(1, len(_hyphenation().positions(letters)) + 1, len(_VOWELS.findall(letters)))


def flesch_douma(content: str) -> float | None:
    """The score of a text, higher is easier; None without sentences."""
    found = [sentence for _, paragraph in paragraphs(content) for sentence in sentences(paragraph)]
    counted = [word for sentence in found for word in words(sentence)]
    if not counted:
        return None
    per_hundred = 100 * sum(syllables(word) for word in counted) / len(counted)
    return 206.84 - 0.77 * per_hundred - 0.93 * len(counted) / len(found)


def reading_ease(text: Text) -> Iterator[Remark]:
    """A text of some length that scores under 60."""
    if len(words(text.content)) < _ENOUGH_WORDS:
        return
    score = flesch_douma(text.content)
    if score is not None and score < EASY_ENOUGH:
        why = f"Deze tekst leest niet makkelijk: Flesch-Douma {score:.0f}, liever {EASY_ENOUGH:.0f} of meer."
        yield text.hint(text.line, shortened(text.content), why, "Gebruik kortere woorden en zinnen.")
