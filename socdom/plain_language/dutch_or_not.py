"""Whether a string in code is a Dutch text for a reader: most strings there are names and keys."""

from __future__ import annotations

import re

_DUTCH = frozenset(
    "aan alle als bij dan dat de deze die dit door dus een en er geen het hier hoe hoort hun iemand in is kan kon maar "
    "meer met mag moet naar niet nog nu of om onder op over per staat te toch tot u uit uw van veel voor waar wat we "
    "wel wij wordt worden zelf zich zijn zo zonder".split()
)
_ENGLISH = frozenset(
    "a an and are as at be but by for from has have it its no not of or than that the their then there this to was "
    "were what when where which with without".split()
)
_WORD = re.compile(r"[a-zà-ÿ]+")
_FEWEST_WORDS = 3
# Words to be recognised, parted by ";" without a space.
_LIST = re.compile(r"\w;\w")


def is_dutch(text: str) -> bool:
    """Three words or more, with more Dutch than English small words among them."""
    words = _WORD.findall(text.lower())
    if len(words) < _FEWEST_WORDS or " " not in text.strip() or _LIST.search(text):
        return False
    return sum(word in _DUTCH for word in words) > sum(word in _ENGLISH for word in words)
