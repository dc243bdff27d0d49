"""HTML of the form: what it shows beside its fields. Knows no widgets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.assets import static_folder
from socdom.blocks.render import markdown, render
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft
from socdom.parameters.earlier_duiding import Earlier
from socdom.quarters import period_label
from socdom.workbench.writing.remarks import Advice
from socdom.workbench.writing.saving import NO_FILE, TakenElsewhere

_EMPTY = "(leeg)"
_FONTS = re.compile(r"@font-face\{[^}]*\}")
_WINDOW = re.compile(r"@media screen and (?=\((?:min|max)-width)")
_WHOLE_PAGE = re.compile(r"(?<![\w.#-])(?::root|html|body)(?![\w-])")


@dataclass(frozen=True)
class Source:
    """A text that can be put into a part: who wrote it and when, and the Markdown."""

    name: str
    text: str


@cache
def looks() -> str:
    """The style of the form, and that of a page for what is shown as on the page.

    The style of the page holds within its frame only, and asks how wide that is instead of the window.
    """
    theme = _FONTS.sub("", (static_folder() / "raad.css").read_text(encoding="utf-8"))
    page = _WHOLE_PAGE.sub(":scope", _WINDOW.sub("@container pagina ", theme))
    return render("writing_looks", page=Markup(page))


def sources(before: Earlier | None, own: Draft | None, heading: str) -> list[Source]:
    """What can be taken over under a heading: the text of last time, and the own one that was put aside."""
    found = []
    if own is not None and own.parts[heading].strip():
        found.append(Source("Uw eigen tekst", own.parts[heading]))
    if before is not None and before.duiding.datum is not None and before.duiding.parts[heading]:
        when, day = period_label(before.kwartaal), dutch.day(before.duiding.datum)
        found.append(Source(f"{when}, {before.duiding.rol}, {day}", before.duiding.parts[heading]))
    return found


def source_html(source: Source) -> str:
    """A text that can be taken over."""
    return render("writing_source", name=source.name, text=markdown(source.text, 4))


def advice_html(found: Advice) -> str:
    """The remarks on a part, or that there are none."""
    return render("writing_advice", advice=found)


def conflict_html(path: str, own: Draft, taken: TakenElsewhere) -> str:
    """What differs from the file that somebody else changed, both texts in full."""
    gone = taken.mark == NO_FILE
    rows = differences(own, taken.found) if taken.found is not None else []
    return render("writing_conflict", path=path, gone=gone, readable=taken.found is not None, rows=rows)


def differences(own: Draft, other: Draft) -> list[tuple[str, str, str]]:
    """What differs between two texts: its name, the own one, the other one."""
    mine, theirs = _fields(own.tidy), _fields(other.tidy)
    return [
        (name, mine[name] or _EMPTY, theirs[name] or _EMPTY) for name in mine if mine[name] != theirs[name]
    ]


def _fields(draft: Draft) -> dict[str, str]:
    day = dutch.day(draft.datum) if draft.datum else ""
    texts = {heading: draft.parts[heading] for heading in PARTS}
    return {**texts, "Functie": draft.rol, "Datum": day, "Status": draft.status}
