"""A part of the report: a heading with blocks under it, as a notebook shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

_PART = Markup(
    '<section class="rapport-deel{page}" aria-labelledby="{id}">\n'
    '{name}<h2 class="rapport-titel" id="{id}">{title}</h2>\n{lead}{blocks}\n</section>'
)
_NAME = Markup('<p class="deel-naam">{}</p>\n')
_ON_A_PAGE = " op-bladzijde"
_LEAD = Markup('<p class="lead">{}</p>\n')
_HEADED = Markup(
    '<section class="rapport-deel{page}" aria-labelledby="{id}">\n'
    '<p class="deel-naam" id="{id}">{name}</p>\n{blocks}\n</section>'
)


@dataclass(frozen=True, repr=False)
class Section:
    """A part of the report. A notebook shows it as HTML; elsewhere it is only its name."""

    name: str
    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return f"Onderdeel van het rapport: {self.name}"


def part(
    identifier: str,
    title: str,
    blocks: Iterable[str],
    *,
    lead: str = "",
    name: str = "",
    on_page: bool = False,
) -> Markup:
    """HTML of a part; blocks are HTML already, empty ones are left out.

    Args:
        identifier: id of the heading, unique in the report; the contents link to it.
        title: heading, plain text.
        lead: one or two sentences under the heading, plain text.
        name: what the part is about, above a heading that says its message.
        on_page: whether it begins a page on paper.
    """
    return _PART.format(
        page=_ON_A_PAGE if on_page else "",
        id=identifier,
        name=_NAME.format(name) if name else "",
        title=title,
        lead=_LEAD.format(lead) if lead else "",
        blocks=joined(blocks),
    )


def headed(identifier: str, name: str, blocks: Iterable[str], *, on_page: bool = False) -> Markup:
    """HTML of a part whose first block says what there is to say as the heading; its name stands above that.

    Args:
        identifier: id of the name, unique in the report; the contents link to it.
        name: what the part is about, plain text.
        blocks: HTML; the first one has a heading of level 2. Without any block there is no part.
        on_page: whether it begins a page on paper.
    """
    html = joined(blocks)
    page = _ON_A_PAGE if on_page else ""
    return _HEADED.format(page=page, id=identifier, name=name, blocks=html) if html else Markup()


def joined(blocks: Iterable[str]) -> Markup:
    """Blocks of HTML below each other."""
    return Markup("\n").join(Markup(block) for block in blocks if block)
