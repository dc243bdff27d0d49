"""Words as Zoeken takes them: without capitals and accents, by their stem, and what people say instead of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

import snowballstemmer

Words = tuple[str, ...]

_FILE = Path(__file__).parents[2] / "share" / "language" / "synonyms.txt"
_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS = 12
_REMEMBERED = 20_000
# Words of a question that say nothing of what it is about.
_EMPTY = frozenset(
    "aan al als alle andere bij dan dat de deze die dit door een en er gaat geen gemeente heb hebben heeft het hier "
    "hoe hoeveel hun ik in is je kan komt krijgen krijgt maar me meer men mensen met mijn na naar niet nog nu of om "
    "ook onze op over per s t te tot u uit uw van veel voor waar waarom wat we welk welke wie wij worden wordt zich "
    "zijn zo cijfer cijfers aantal betekent betekenen betekenis definitie definities begrip begrippen uitleg".split()
)


def words_of(text: str) -> list[str]:
    """The words of a text in order: small letters without accents, and numbers; nothing else is left."""
    plain = unicodedata.normalize("NFKD", text.lower().replace("’", "").replace("'", ""))
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def asked_words(text: str) -> list[str]:
    """The words that count of what somebody typed, at most 12; all of them where none says anything."""
    every = words_of(text)[:_MOST_WORDS]
    return [word for word in every if word not in _EMPTY] or every


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str) -> str:
    """The Dutch stem of a word of `words_of` (Snowball): "wachttijden" and "wachttijd" have one stem."""
    return str(_stemmer().stemWord(word))


@cache
def _stemmer() -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer("dutch")


@cache
def synonyms() -> Mapping[Words, tuple[Words, ...]]:
    """What people say, by the stems of its words → the words to look for instead, each a group that goes together.

    A word with "*" behind it stands for every word that begins with it.
    """
    found: dict[Words, tuple[Words, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        said, _, meant = line.partition("|")
        if not line.startswith("#") and meant:
            groups = tuple(tuple(map(_kept, group.split())) for group in meant.split(","))
            found |= {_stems(_said(form)): groups for form in said.split(",")}
    return found


def _said(form: str) -> list[str]:
    """The words of a form as `asked_words` gives them; all where one would be left, which says something else."""
    kept = asked_words(form)
    return kept if len(kept) > 1 else words_of(form)


def _kept(word: str) -> str:
    return "".join(words_of(word)) + ("*" if word.endswith("*") else "")


def grouped(words: Sequence[str]) -> Iterator[tuple[Words, tuple[Words, ...]]]:
    """What was asked in parts: words that belong together, with what to look for instead of them."""
    known = synonyms()
    longest = max(map(len, known))
    at = 0
    while at < len(words):
        parts = (tuple(words[at : at + size]) for size in range(min(longest, len(words) - at), 0, -1))
        part = next((part for part in parts if _stems(part) in known), (words[at],))
        yield part, known.get(_stems(part), ())
        at += len(part)


def _stems(words: Sequence[str]) -> Words:
    return tuple(map(stem, words))
