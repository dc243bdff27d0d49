"""A part of the report: a heading with blocks under it, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

_PART = Markup(
    '<section class="rapport-deel" aria-labelledby="{id}">\n'
    '<h2 class="rapport-titel" id="{id}">{title}</h2>\n{lead}{blocks}\n</section>'
)
_LEAD = Markup('<p class="lead">{}</p>\n')


@dataclass(frozen=True, repr=False)
class Section:
    """A part of the report. A notebook shows it as HTML; elsewhere it is only its name."""

    name: str
    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"Onderdeel van het rapport: {self.name}"


def part(identifier: str, title: str, blocks: Iterable[str], *, lead: str = "") -> Markup:
    """HTML of a part; blocks are HTML already, empty ones are left out.

    Args:
        identifier: id of the heading, unique in the report; the contents link to it.
        title: heading, plain text.
        lead: one or two sentences under the heading, plain text.
    """
    return _PART.format(
        id=identifier,
        title=title,
        lead=_LEAD.format(lead) if lead else "",
        blocks=joined(blocks),
    )


def joined(blocks: Iterable[str]) -> Markup:
    """Blocks of HTML below each other."""
    return Markup("\n").join(Markup(block) for block in blocks if block)
