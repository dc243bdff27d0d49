"""What can be said of a text while it is typed: how plain it is, how long, and whether it gives a cause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from socdom.parameters import Places
from socdom.parameters.duiding import PARTS
from socdom.pipeline.language import remarks_on
from socdom.plain_language import Gravity, Remark
from socdom.plain_language.claims import names_cause

MOST_WORDS = 120  # of a part: as much as stands beside a chart on one screen
_SURE = re.compile(r"vast te stellen|waarschijnlijk|mogelijk|misschien|onbekend|weten (?:we|wij) niet", re.I)
_CAUSE = (
    "U noemt een oorzaak. Dat is uitleg van mensen: zeg erbij hoe zeker het is, "
    "met Vast te stellen, Waarschijnlijk of Onbekend."
)


@dataclass(frozen=True)
class Advice:
    """What is said of one part.

    Attributes:
        words: how many words it has.
        remarks: of the taalcheck, faults first.
        hints: further Dutch sentences.
    """

    words: int
    remarks: tuple[Remark, ...] = ()
    hints: tuple[str, ...] = ()

    @property
    def faults(self) -> int:
        return sum(remark.gravity is Gravity.FAULT for remark in self.remarks)


def advice(parts: Mapping[str, str], gemeente: str, places: Places) -> dict[str, Advice]:
    """Heading → what is said of its text; the same remarks as `socdom taalcheck` makes on the file.

    Args:
        parts: heading of `PARTS` → Markdown.
    """
    heads: list[tuple[int, str]] = []
    text = ""
    for heading in PARTS:
        heads.append((text.count("\n") + 1, heading))
        text += f"## {heading}\n\n{parts[heading]}\n\n"
    under: dict[str, list[Remark]] = {heading: [] for heading in PARTS}
    for remark in remarks_on(text, "duiding", gemeente, places):
        under[[heading for line, heading in heads if line <= max(remark.line, 1)][-1]].append(remark)
    return {heading: _advice(parts[heading], under[heading]) for heading in PARTS}


def _advice(text: str, remarks: list[Remark]) -> Advice:
    words, hints = len(text.split()), []
    if words > MOST_WORDS:
        hints.append(f"Dit zijn {words} woorden. Hooguit {MOST_WORDS} leest prettig naast een grafiek.")
    if names_cause(text) and not _SURE.search(text):
        hints.append(_CAUSE)
    ordered = sorted(remarks, key=lambda remark: (remark.gravity is not Gravity.FAULT, remark.line))
    return Advice(words, tuple(ordered) if words else (), tuple(hints))
