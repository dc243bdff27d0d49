"""Names and values as people write them → bare words that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


@lru_cache(maxsize=10_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a name: "DatumIngang_Cliënt" → ("datum", "ingang", "client"); "nr" is "nummer"."""
    apart = re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", " ", text)
    decomposed = unicodedata.normalize("NFKD", apart)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return tuple(re.sub("nr$", "nummer", word) for word in re.findall(r"[a-z0-9]+", bare.casefold()))


def squashed(text: str) -> str:
    """The words of a name without anything between them: "Geb.-datum" and "GEBDATUM" are the same."""
    return "".join(words(text))


def plain(text: str) -> str:
    """The words of a value with one space between them, for a list of known words."""
    return " ".join(words(text.casefold()))
