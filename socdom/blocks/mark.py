"""The mark of a municipality at the top of every page and document: its own logo, or a drawn mark in its colour."""

from __future__ import annotations

from markupsafe import Markup

from socdom.editions.model import EditionMeta

# The colours stand in the drawing for who reads no style sheet (paper, Word); on a screen the classes win.
_DRAWN = Markup(
    '<svg class="merkteken" viewBox="0 0 44 44" width="44" height="44" aria-hidden="true" focusable="false">'
    '<path class="merk-vlak" fill="{accent}" d="M0 0H44V44H0Z"/>'
    '<path class="merk-teken" fill="#fff" d="M11 29C11 16 18 8 33 8C33 21 26 29 11 29Z"/>'
    '<path class="merk-nerf" fill="none" stroke="{accent}" stroke-width="2" d="M11 29L26 14.5"/>'
    '<path class="merk-teken" fill="#fff" d="M8 34H36V37H8Z"/></svg>'
)
_LOGO = Markup('<img class="merkteken logo" src="{source}" alt="Logo van de gemeente {name}">')


def mark(meta: EditionMeta) -> Markup:
    """HTML of the mark: an image with the logo inside, or the drawing, which has no text and says nothing.

    The name of the municipality always stands beside it as text: nothing readable depends on the mark.
    """
    if meta.logo:
        return _LOGO.format(source=meta.logo, name=meta.name)
    return _DRAWN.format(accent=meta.accent)
