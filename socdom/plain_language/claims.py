"""What a computed sentence may not claim: a cause, or that something is the most of all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socdom.plain_language.model import Remark, Text, Voice

_CAUSE = re.compile(
    r"\b(?:dankzij|vanwege|wegens|omdat|doordat|hierdoor|daardoor|waardoor|want|als gevolg van|ten gevolge van"
    r"|leidt tot|leidde tot|veroorzaak\w*|komt door|kwam door)\b",
    re.I,
)
# "Door" names who does something, when it follows what is done.
_BY = re.compile(r"(?:(?P<done>\b\w+)\s+)?\bdoor\b(?!\s+toeval)", re.I)
_DONE = frozenset("verwijzing verwijzingen verwezen aanmelding melding gemeld".split())
_SUPERLATIVE = re.compile(
    r"\b(?:beste|slechtste|hoogste|laagste|meeste|minste|sterkste|zwakste|ergste|snelste|traagste|duurste|goedkoopste"
    r"|enorm\w*|dramatisch\w*|spectaculair\w*|extreem|zorgwekkend\w*|alarmerend\w*|fors\w*|explosie\w*|helaas"
    r"|gelukkig|goed|goede|slecht|slechte|significant\w*)\b",
    re.I,
)
_INSTEAD = "Zeg alleen wat het cijfer is."
# What says that nothing is judged, or cannot be.
_NO_JUDGEMENT = re.compile(r"\bof (?:het|iets) goed(?: of slecht)?\b|\bniet goed te\b", re.I)


def claims(text: Text) -> Iterator[Remark]:
    """Causes, superlatives and judgements in a computed sentence; people may write them."""
    if text.voice is not Voice.COMPUTED:
        return
    for found in _causes(text.content):
        yield text.fault(text.line, found, "Een berekende zin noemt geen oorzaak.", _INSTEAD)
    for found in _SUPERLATIVE.findall(_NO_JUDGEMENT.sub(" ", text.content)):
        yield text.fault(text.line, found, "Een berekende zin geeft geen oordeel.", _INSTEAD)


def names_cause(content: str) -> bool:
    """Whether a text says why something is so."""
    return bool(_causes(content))


def _causes(content: str) -> list[str]:
    done_by = [found[0] for found in _BY.finditer(content) if (found["done"] or "").lower() not in _DONE]
    return [*_CAUSE.findall(content), *done_by]
