"""The index of Zoeken: in memory, made once of the entries of an edition, asked with words and never with a query.

SQLite's FTS5 ranks with bm25. What is asked of it is built of words of small letters and digits between quotes, so
nothing that somebody types can be an operator.
"""

from __future__ import annotations

import difflib
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from socdom.dashboard.search.entry import Entry
from socdom.dashboard.search.words import grouped, stem, synonyms, words_of

# How much a word weighs in the name, in the words beside it, and in the text.
_WEIGHTS = "10.0, 4.0, 1.0"
_MOST = 100
_SHORTEST_PREFIX = 2
_SHORTEST_GUESS = 4
# Stems stand between the words, so this is about three words.
_CLOSE = 4
_ALIKE = 0.75


@dataclass(frozen=True)
class Found:
    """What was found.

    Attributes:
        entries: best first.
        whole: whether each of them has everything that was asked; otherwise a part of it.
    """

    entries: tuple[Entry, ...]
    whole: bool = True


class SearchIndex:
    """The entries of an edition, to be searched.

    Attributes:
        entries: as they were given.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._base = sqlite3.connect(":memory:", check_same_thread=False)
        self._base.execute("CREATE VIRTUAL TABLE entry USING fts5(name, words, text, detail=full)")
        rows = ((number, *map(_indexed, (e.name, e.words, e.text))) for number, e in enumerate(self.entries))
        self._base.executemany("INSERT INTO entry(rowid, name, words, text) VALUES (?, ?, ?, ?)", rows)
        named = (word for e in self.entries for word in words_of(f"{e.name} {e.words}"))
        said = (word for form in synonyms() for word in form)
        self._known = sorted({word for word in (*named, *said) if len(word) >= _SHORTEST_GUESS})

    def find(self, words: Sequence[str]) -> Found:
        """The entries with all words, or else those with some of them.

        Args:
            words: of `asked_words`.
        """
        parts = [_part(*part) for part in grouped(words)]
        found = self._ask(" AND ".join(parts)) if parts else ()
        if found or len(parts) < 2:
            return Found(found)
        return Found(self._ask(" OR ".join(parts)), whole=False)

    def guess(self, words: Sequence[str]) -> list[str]:
        """The same words, in which one that nothing has is a known one that is almost the same."""
        return [self._guess(word) for word in words]

    def _guess(self, word: str) -> str:
        if len(word) < _SHORTEST_GUESS or self._ask(_part((word,), ())):
            return word
        near = difflib.get_close_matches(word, self._known, n=1, cutoff=_ALIKE)
        return near[0] if near else word

    def _ask(self, expression: str) -> tuple[Entry, ...]:
        rows = self._base.execute(
            f"SELECT rowid, bm25(entry, {_WEIGHTS}) FROM entry WHERE entry MATCH ? ORDER BY 2 LIMIT {_MOST}",
            (expression,),
        )
        ranked = [(self.entries[number], score) for number, score in rows]
        # A better score is further below zero.
        ranked.sort(key=lambda pair: pair[1] * pair[0].weight)
        return tuple(entry for entry, _ in ranked)


def _indexed(text: str) -> str:
    """The words of a text, each followed by its stem where that is another word."""
    return " ".join(f"{word} {stem(word)}" if stem(word) != word else word for word in words_of(text))


def _part(said: Sequence[str], meant: Iterable[Sequence[str]]) -> str:
    """The expression for words that belong together, or what is meant by them."""
    ways = [" AND ".join(map(_forms, said)), *map(_meant, meant)]
    return f"({' OR '.join(f'({way})' for way in dict.fromkeys(ways))})"


def _meant(words: Sequence[str]) -> str:
    """What is meant by something else: these words, close to each other."""
    return f"NEAR({' '.join(map(_exactly, words))}, {_CLOSE})" if len(words) > 1 else _exactly(words[0])


def _exactly(word: str) -> str:
    """A word of the list of synonyms: that word alone, or what begins with it where the list says so."""
    return f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"'


def _forms(word: str) -> str:
    """A word as it is, its stem, and words that begin with it: Dutch puts words together."""
    forms = [f'"{word}"', f'"{stem(word)}"', *([f'"{word}"*'] if len(word) >= _SHORTEST_PREFIX else [])]
    return f"({' OR '.join(dict.fromkeys(forms))})"
