"""A file of duiding as somebody works on it, and the one writer of such a file.

What is written reads back as what was written, or it is refused: a part that holds a heading would end there, and
a mark of a comment would swallow what follows. Comments (`<!-- … -->`) stay with the part they stand in, at its top.
What yml calls a comment, behind a "#" in the front matter, is not kept: those are hints, there until they are followed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

import yaml

from socdom.errors import Fault, ParameterError
from socdom.parameters.duiding import HEADING, PARTS, SHORTEST_ROLE, Duiding, parse_duiding, split_front
from socdom.parameters.text import COMMENT, without_comments
from socdom.person_numbers import has_person_number

ABOVE = ""  # where a comment stands that comes before the first heading
_HINTS = {
    "rol": ("rol:", "# uw functie, geen naam"),
    "datum": ("datum:", "# de dag waarop u dit schrijft, zoals 2021-02-18"),
    "status": ("status: concept", "# maak hiervan goedgekeurd als de tekst klaar is"),
}
_ENDLESS = 10**9  # a line of yml is not broken


@dataclass(frozen=True)
class Draft:
    """What somebody writes about one subject.

    Attributes:
        indicator, thema: what it is about; one of the two is "".
        rol: function of who writes, never a name; on one line.
        datum: day of writing, or None.
        parts: heading of `PARTS` → Markdown.
        notes: heading, or `ABOVE` → comments with their marks, in order.
    """

    indicator: str = ""
    thema: str = ""
    rol: str = ""
    datum: date | None = None
    status: Literal["concept", "goedgekeurd"] = "concept"
    parts: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(PARTS, ""))
    notes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """As `Duiding.subject`."""
        return self.indicator or f"thema:{self.thema}"

    @property
    def tidy(self) -> Draft:
        """The same without what a file does not keep: spaces around a text, other ends of a line than a line feed."""
        texts = {heading: tidied(self.parts.get(heading, "")) for heading in PARTS}
        notes = {heading: found for heading, found in self.notes.items() if found}
        return replace(self, rol=" ".join(self.rol.split()), parts=texts, notes=notes)


def tidied(text: str) -> str:
    """A text as a file keeps it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def read_draft(text: str, bestand: str) -> Draft:
    """A file as it stands, its comments too.

    Raises:
        ParameterError: as `parse_duiding`.
    """
    return draft_of(parse_duiding(text, bestand), _notes(text, bestand))


def draft_of(item: Duiding, notes: Mapping[str, tuple[str, ...]] | None = None) -> Draft:
    """An explanation as something to work on."""
    return Draft(item.indicator, item.thema, item.rol, item.datum, item.status, item.parts, notes or {})


def draft_text(draft: Draft) -> str:
    """The file: front matter, and all headings with their comments and text.

    Raises:
        ParameterError: it cannot be written so that it reads back, is approved without what that takes, or holds a
            number that may be of a person; all faults at once.
    """
    written = draft.tidy
    if faults := list(_faults(written)):
        raise ParameterError(faults)
    text = "".join(
        [_front(written), *_noted(written, ABOVE), *(_part(written, heading) for heading in PARTS)]
    )
    if read_draft(text, written.indicator or written.thema) != written:
        raise ParameterError(Fault("duiding", "deze tekst komt niet heel terug uit het bestand"))
    return text


def _faults(draft: Draft) -> Iterator[Fault]:
    if draft.status == "goedgekeurd":
        yield from _not_ready(draft)
    for place, text in {"rol": draft.rol, **draft.parts}.items():
        if HEADING.search(text):
            yield Fault(place, "hier staat een kopje met ## in; dat begint een ander deel",
                        remedy="Haal ## weg, of maak de woorden vet: **zo**.")  # fmt: skip
        if "<!--" in text or "-->" in text:
            yield Fault(place, "hier staat <!-- of --> in; wat daartussen staat, komt niet op de pagina",
                        remedy="Haal deze tekens weg.")  # fmt: skip
    yield from never_in_a_file(draft)


def never_in_a_file(draft: Draft) -> Iterator[Fault]:
    """What may not stand in any file, also not in one that only keeps what is typed."""
    for place, text in {"rol": draft.rol, **draft.parts}.items():
        if has_person_number(text):
            yield Fault(place, "er staat een nummer in dat van een persoon kan zijn",
                        remedy="Haal het nummer weg.")  # fmt: skip
        if not _can_be_kept(text):
            yield Fault(
                place, "hier staat een teken in dat niet te bewaren is", remedy="Typ de tekst opnieuw."
            )


def _not_ready(draft: Draft) -> Iterator[Fault]:
    if len(draft.rol) < SHORTEST_ROLE:
        yield Fault("rol", "bij een goedgekeurde tekst staat wie hem schreef", remedy="Vul uw functie in.")
    if draft.datum is None:
        yield Fault("datum", "bij een goedgekeurde tekst staat een dag", remedy="Vul de datum in.")
    if not any(draft.parts.values()):
        yield Fault(
            "tekst", "een goedgekeurde tekst is niet leeg", remedy="Schrijf bij ten minste één kopje."
        )


def _can_be_kept(text: str) -> bool:
    """Whether it can be utf-8: half of a pair, which a broken keyboard can send, cannot."""
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _front(draft: Draft) -> str:
    fields = {
        "indicator" if draft.indicator else "thema": draft.indicator or draft.thema,
        "rol": draft.rol,
        "datum": draft.datum,
        "status": draft.status,
    }
    lines = [_field(name, value) for name, value in fields.items()]
    return "\n".join(["---", *lines, "---", ""])


def _field(name: str, value: str | date | None) -> str:
    if name in _HINTS and value in ("", None, "concept"):
        return "{:<16} {}".format(*_HINTS[name])
    return yaml.safe_dump({name: value}, allow_unicode=True, width=_ENDLESS).rstrip("\n")


def _part(draft: Draft, heading: str) -> str:
    text = draft.parts[heading]
    return "".join([f"\n## {heading}\n", *_noted(draft, heading), f"\n{text}\n" if text else ""])


def _noted(draft: Draft, heading: str) -> Iterator[str]:
    gap = "" if heading == ABOVE else "\n"
    for note in draft.notes.get(heading, ()):
        yield f"{gap}{note}\n"


def _notes(text: str, bestand: str) -> dict[str, tuple[str, ...]]:
    """The comments by the heading they stand under."""
    body = split_front(text, bestand)[1]
    bare = without_comments(bestand, body)
    lines = [(bare.count("\n", 0, found.start()), found[1].strip()) for found in HEADING.finditer(bare)]
    notes: dict[str, tuple[str, ...]] = {}
    for found in COMMENT.finditer(body):
        line = body.count("\n", 0, found.start())
        under = [heading for number, heading in lines if number <= line]
        heading = under[-1] if under else ABOVE
        notes[heading] = (*notes.get(heading, ()), found[0])
    return notes
