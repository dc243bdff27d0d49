"""Templates and Markdown to HTML. All text is escaped; charts and Markdown are made safe first."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markdown_it import MarkdownIt
from markupsafe import Markup

from socdom.blocks.assets import templates_folder

DEEPEST_HEADING = 6
# A page, a mail, or a place on our own pages. Any other kind of link opens a program or a file of who reads.
_LINK = re.compile(r"https?://|mailto:|(?![a-z][a-z0-9+.-]*:)", re.IGNORECASE)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )


def render(template: str, **values: Any) -> str:
    """Fill a template of `share/templates/blocks`; text in `values` is escaped unless it is `Markup`."""
    return _environment().get_template(f"{template}.html.j2").render(values)


@cache
def _markdown() -> MarkdownIt:
    # Raw HTML is shown as text; a picture would bring in a file that no edition holds.
    parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "html_block", "html_inline"])
    parser.validateLink = lambda address: _LINK.match(address) is not None  # type: ignore[method-assign, assignment]
    return parser


def markdown(text: str, heading_level: int) -> Markup:
    """Markdown as HTML in which the highest possible heading (`#`) becomes `heading_level`."""
    parser = _markdown()
    tokens = parser.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            level = int(token.tag[1]) + heading_level - 1
            token.tag = f"h{min(level, DEEPEST_HEADING)}"
    return Markup(parser.renderer.render(tokens, parser.options, {}).strip())
