"""The contents of the long report: every part with the headings in it, as links with page numbers on paper."""

from __future__ import annotations

import re
from collections.abc import Mapping

from markupsafe import Markup

from socdom.report.sections import Section, joined

_CONTENTS = Markup(
    '<nav class="inhoud lang" aria-labelledby="inhoud-titel"><h2 id="inhoud-titel">In dit rapport</h2>'
    "<ol>{}</ol></nav>\n"
    '<p class="naar-inhoud"><a href="#inhoud-titel">Inhoud</a></p>'
)
_ENTRY = Markup('<li><a href="#{}">{}</a>{}</li>')
_UNDER = Markup("<ol>{}</ol>")
_HEADING = re.compile(r'<h3\b[^>]*\bid="([^"]+)"[^>]*>(.*?)</h3>', re.DOTALL)
_BACK = Markup('<p class="terug"><a href="#inhoud-titel">Terug naar inhoud</a></p>')
_FIRST_HEADING = re.compile(r"(<h2\b.*?</h2>)", re.DOTALL)
_ASIDE = re.compile(r"<span\b.*?</span>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def long_contents(parts: Mapping[str, Section]) -> Markup:
    """HTML of the contents.

    Args:
        parts: id of the heading of a part → the part, in order; those without HTML are left out.
    """
    found = [(identifier, section) for identifier, section in parts.items() if section.html]
    return _CONTENTS.format(joined(_entry(identifier, section) for identifier, section in found))


def with_way_back(html: str) -> Markup:
    """A part with a link to the contents after its first heading; "" stays empty."""
    return Markup(_FIRST_HEADING.sub(lambda match: f"{match[1]}{_BACK}", html, count=1))


def _entry(identifier: str, section: Section) -> Markup:
    under = [_ENTRY.format(target, _plain(words), "") for target, words in _HEADING.findall(section.html)]
    return _ENTRY.format(identifier, section.name, _UNDER.format(joined(under)) if under else "")


def _plain(heading: str) -> Markup:
    """The words of a heading, escaped as they are in it, without what stands small beside them."""
    return Markup(_TAG.sub("", _ASIDE.sub("", heading)).strip())
