"""Paragraphs, sentences and words, as a reader counts them."""

from __future__ import annotations

import pytest

from socdom.plain_language.model import FILLED_IN
from socdom.plain_language.split import paragraphs, sentences, words

NBSP = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Een zin. Nog een zin.", ["Een zin.", "Nog een zin."]),
        (
            "Dat is € 1,2 mln. meer dan begroot. Dat is veel.",
            ["Dat is € 1,2 mln. meer dan begroot.", "Dat is veel."],
        ),
        ("Er zijn 1.450 huishoudens.", ["Er zijn 1.450 huishoudens."]),
        ("Waarom? Niemand weet het!", ["Waarom?", "Niemand weet het!"]),
        ("Zie blz. 34 van de begroting.", ["Zie blz. 34 van de begroting."]),
        (f"Dat zijn er 10. {FILLED_IN} is lager.", ["Dat zijn er 10.", f"{FILLED_IN} is lager."]),
        ("De raad zei: 'Goed.' Toen was het stil.", ["De raad zei: 'Goed.", "Toen was het stil."]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_number_with_its_unit_is_one_word_and_a_dash_is_none() -> None:
    assert len(words(f"Dat is €{NBSP}1,2{NBSP}mln. meer - dus veel")) == 6
    assert len(words(f"{FILLED_IN} van de inwoners")) == 4


def test_paragraphs_know_their_line() -> None:
    text = "# Kop\n\nEen alinea\nop twee regels.\n\n- een punt\n- nog een punt"
    assert list(paragraphs(text)) == [
        (0, "Kop"),
        (2, "Een alinea op twee regels."),
        (5, "een punt"),
        (6, "nog een punt"),
    ]
