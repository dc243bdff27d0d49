"""Spelling, with the program hunspell and the Dutch dictionary that Debian has for it (package hunspell-nl)."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from functools import cache

from socdom.plain_language.lists import abbreviations, own_words
from socdom.plain_language.model import FILLED_IN, Remark, Text
from socdom.plain_language.split import paragraphs

_PROGRAM = "hunspell"
_DICTIONARY = "nl_NL"
# Proposals take hunspell long; who has more words wrong than this has not read the text over.
_MOST_PROPOSALS = 15
# Nothing that a dictionary knows.
_NOT_SPELLED = re.compile(
    "|".join(
        (
            r"`[^`]*`",  # as one types it
            r"\"[\w-]+\"",  # a value
            r"\bsocdom [a-z-]+",  # a command
            r"(?<!\S)--?\w[\w-]*=?",  # an option
            r"\S*[/\\@_=<>|{}]\S*",  # a path, an address, a name in code
            rf"\S*{FILLED_IN}\S*",
            r"\S*\d\S*",
            r"\bmln\.",
            r"\b\w+\.(?:\w+\.?)+",  # a file
            r"\b[A-ZÀ-Ý]+\b",  # an abbreviation, which has a check of its own
            r"\b[A-ZÀ-Ý]?[a-zà-ÿ]+[A-ZÀ-Ý]\w*",  # a name of a field
            r"\b\w\b",
        )
    )
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def spelling(texts: Iterable[Text], names: frozenset[str] = frozenset()) -> Iterator[Remark]:
    """Words that neither the dictionary nor the lists know, each once per place. Nothing where hunspell is absent.

    Args:
        names: words that are right here as well: of places, of teams.
    """
    if not spelling_is_checked():
        return
    found = [
        (text, text.line + below, _spelled(paragraph))
        for text in texts
        for below, paragraph in paragraphs(text.content)
    ]
    wrong = unknown({word for _, _, words in found for word in words}, names)
    proposals = _proposals(sorted(wrong)[:_MOST_PROPOSALS])
    told: set[tuple[str, str]] = set()
    for text, line, words in found:
        for word in words:
            if word in wrong and (text.place, word) not in told:
                told.add((text.place, word))
                why = "Dit woord staat niet in het woordenboek."
                yield text.fault(line, word, why, proposals.get(word, ""))


@cache
def spelling_is_checked() -> bool:
    """Whether hunspell is there with its Dutch dictionary."""
    return shutil.which(_PROGRAM) is not None and _hunspell("-l", ["gemeente"]) is not None


def unknown(words: set[str], names: frozenset[str] = frozenset()) -> set[str]:
    """Which of these words nobody knows; of a compound with a hyphen or apostrophe every part is looked up."""
    known = own_words() | abbreviations().keys() | names
    asked = sorted(words | {part for word in words for part in _parts(word)})
    wrong = set((_hunspell("-l", asked) or "").split()) - known
    wrong = {word for word in wrong if word[:1].lower() + word[1:] not in known}
    return {word for word in words & wrong if any(part in wrong for part in _parts(word))}


def _spelled(paragraph: str) -> list[str]:
    return _WORD.findall(_NOT_SPELLED.sub(" ", paragraph.replace("\N{NO-BREAK SPACE}", " ")))


def _parts(word: str) -> list[str]:
    """The word itself, or its parts when it has a hyphen or an apostrophe; a single letter is always known."""
    parts = re.split(r"['’-]", word)
    return [part for part in parts if len(part) > 1] if len(parts) > 1 else [word]


def _proposals(wrong: list[str]) -> dict[str, str]:
    """What hunspell would write instead, at most three words."""
    found: dict[str, str] = {}
    for line in (_hunspell("-a", wrong) or "").splitlines():
        if line.startswith("& "):
            word, rest = line[2:].split(" ", 1)
            found[word] = f"Bedoelt u: {', '.join(rest.split(': ', 1)[1].split(', ')[:3])}?"
    return found


def _hunspell(mode: str, words: list[str]) -> str | None:
    """What hunspell says of these words; None when it or its dictionary is not there."""
    command = [_PROGRAM, "-d", _DICTIONARY, "-i", "utf-8", mode]
    # The mark keeps hunspell from reading a word as a command.
    asked = "\n".join(f"^{word}" if mode == "-a" else word for word in words)
    run = subprocess.run(command, input=asked, capture_output=True, encoding="utf-8", check=False)
    return run.stdout if run.returncode == 0 else None
