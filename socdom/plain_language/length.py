"""Length of sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from socdom.plain_language.model import Remark, Text, Voice
from socdom.plain_language.split import paragraphs, sentences, words

MOST_WORDS = {Voice.PEOPLE: 25, Voice.FIXED: 20, Voice.COMPUTED: 20}
MOST_IN_PARAGRAPH = 80
MEAN_WORDS = 15
# The mean of fewer sentences says little.
_ENOUGH_SENTENCES = 4


def length(text: Text) -> Iterator[Remark]:
    """Sentences and paragraphs that are too long."""
    most = MOST_WORDS[text.voice]
    for below, paragraph in paragraphs(text.content):
        line = text.line + below
        for sentence in sentences(paragraph):
            count = len(words(sentence))
            if count > most:
                why = f"Deze zin heeft {count} woorden; hooguit {most} is goed."
                yield text.fault(line, shortened(sentence), why, "Maak er twee zinnen van.")
        whole = len(words(paragraph))
        if whole > MOST_IN_PARAGRAPH:
            why = f"Deze alinea heeft {whole} woorden; hooguit {MOST_IN_PARAGRAPH} is goed."
            yield text.fault(line, shortened(paragraph), why, "Maak er twee alinea's van.")


def mean_length(text: Text) -> Iterator[Remark]:
    """A text of some sentences that are long on average."""
    counts = [len(words(one)) for _, paragraph in paragraphs(text.content) for one in sentences(paragraph)]
    if len(counts) >= _ENOUGH_SENTENCES and sum(counts) > MEAN_WORDS * len(counts):
        why = f"De zinnen zijn gemiddeld langer dan {MEAN_WORDS} woorden."
        yield text.hint(text.line, shortened(text.content), why, "Maak de zinnen korter.")


def shortened(text: str, most: int = 70) -> str:
    """The beginning of a text, to find it back."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"
