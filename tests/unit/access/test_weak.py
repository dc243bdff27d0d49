"""What a password must be: examples that people make, and what no rule may ask."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom.access.weak import EASY, LEAST, MOST, TOO_LONG, TOO_SHORT, why_not

NAMES = ("jan.jansen@lindeveen.example", "Gemeente Lindeveen")


@pytest.mark.parametrize(
    "password",
    ["Wachtwoord2026!!", "wachtwoordwachtwoord", "W4chtw00rd-w4chtw00rd", "123456789012345", "987654321098765",
     "qwertyuiopasdfghjkl", "aaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabc", "LindeveenLindeveen1", "JanJansen-Lindeveen",
     "Welkom2026Welkom2026", "ZomerZomer2025!!!", "Gemeenteraad2026!", "januarifebruari26", "               "],
)  # fmt: skip
def test_what_is_long_but_easy_to_guess_is_refused(password: str) -> None:
    assert len(password) >= LEAST
    assert why_not(password, NAMES) == EASY


@pytest.mark.parametrize(
    "password",
    ["fiets wolk anijs trommel", "vier ganzen op de dijk", "correct horse battery staple", "ik drink thee zonder suiker",
     "kv8-Q2z!pW0x_R5t", "mijn hond heet Bakkertje", "ΑΒΓδεζηθικλμνξοπ", "é" + "zeilboot in de mist"],
)  # fmt: skip
def test_a_long_password_of_ones_own_is_taken_without_capitals_or_signs(password: str) -> None:
    assert why_not(password, NAMES) == ""


def test_length_is_counted_in_letters() -> None:
    good = "fietswolkanijstrommel"
    assert why_not(good[: LEAST - 1]) == TOO_SHORT
    assert why_not(good[:LEAST]) == ""
    words = "".join(chr(0x4E00 + number) for number in range(MOST))
    assert why_not(words) == ""
    assert why_not(words + "x") == TOO_LONG


def test_what_is_known_of_somebody_is_no_secret() -> None:
    password = "pieterdevries kromrak"
    assert why_not(password) == ""
    assert why_not(password, ("pieterdevries@kromrak.example",)) == EASY


@given(st.text(max_size=300))
def test_every_text_gets_an_answer(text: str) -> None:
    assert why_not(text, NAMES) in ("", TOO_SHORT, TOO_LONG, EASY)
