"""The mark: the drawn one says nothing, a logo has a name and stays what it is."""

from __future__ import annotations

from lxml import html

from socdom.blocks import mark
from tests.lib.sample_edition import meta


def test_the_drawn_mark_is_in_the_colour_of_the_municipality_and_says_nothing() -> None:
    drawn = html.fromstring(mark(meta(accent="#006633")))
    assert (drawn.tag, drawn.get("aria-hidden")) == ("svg", "true")
    assert "#006633" in drawn.xpath("//@fill")
    assert not drawn.text_content().strip()


def test_a_logo_has_the_name_of_the_municipality() -> None:
    logo = html.fromstring(mark(meta(logo="data:image/png;base64,AAAA", name='Echt & "Recht"')))
    assert (logo.tag, logo.get("src")) == ("img", "data:image/png;base64,AAAA")
    assert logo.get("alt") == 'Logo van de gemeente Echt & "Recht"'
