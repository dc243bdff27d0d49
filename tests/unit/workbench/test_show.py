"""What a cell shows: escaped, scoped to itself, and readable without HTML."""

from __future__ import annotations

import re

from socdom.workbench.show import facts, folded, heading, internal, listed, sentence, table, text_of, together


def test_text_is_escaped_and_shown_as_text() -> None:
    shown = together(
        heading("A & <b>"), sentence("1 < 2"), listed(["x<y"]), facts([("n", "<i>")]), folded("m>", "")
    )
    assert "<b>" not in shown.html
    assert "<i>" not in shown.html
    assert repr(shown).splitlines() == ["A & <b>", "1 < 2", "x<y", "n  <i>", "m>"]


def test_what_may_not_be_shared_says_so() -> None:
    assert repr(internal()) == "Intern: niet delen. Dit is niet beschermd."


def test_columns_of_numbers_are_set_to_the_right_and_others_not() -> None:
    rows = [["a", "1.234", "4e kw. 2020", "€ 62,40*"], ["b", ".", "1e kw. 2020", "-3%"]]
    html = table("", ["Naam", "Getal", "Wanneer", "Bedrag"], rows)
    heads = re.findall(r"<th scope=\"col\"( class=\"getal\")?>(\w+)", html)
    assert [name for looks, name in heads if looks] == ["Getal", "Bedrag"]
    assert html.count('class="getal"') == 2 + 4


def test_every_rule_of_the_style_stays_within_what_is_shown() -> None:
    style = re.search(r"<style>(.*?)</style>", sentence("x")._repr_html_(), re.DOTALL)
    assert style
    rules = re.sub(r"/\*.*?\*/", "", style[1], flags=re.DOTALL)
    rules = re.sub(r"@media[^{]*\{", "", rules)
    selectors = [part for part in re.findall(r"([^{}]+)\{", rules) if part.strip()]
    assert selectors
    for selector in selectors:
        for one in re.sub(r"\([^)]*\)", "", selector).split(","):
            assert ".socdom" in one, selector
    assert not re.search(r"url\(|@import|https?:", style[1])


def test_a_picture_is_told_by_its_text_alternative() -> None:
    html = '<figure><svg class="breed" aria-label="Lijn van 1 naar 2."><text>9</text></svg></figure>'
    assert text_of(html) == "Lijn van 1 naar 2."
