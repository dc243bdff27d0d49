"""Text widths and line breaks."""

from __future__ import annotations

import pytest

from socdom.charts.fonts import balanced, text_width, wrap
from tests.lib.drawing import width


@pytest.mark.parametrize("weight", [400, 600, 700])
@pytest.mark.parametrize(
    "text", ["Lindeveen 11,6%*", "€\N{NO-BREAK SPACE}17,9\N{NO-BREAK SPACE}mln.", "Súdwest-Fryslân"]
)
def test_width_is_the_sum_of_the_advances_of_the_font(text: str, weight: int) -> None:
    assert text_width(text, weight) == pytest.approx(width(text, weight), abs=0.1)


def test_a_letter_outside_the_subset_has_a_width() -> None:
    assert text_width("ŷ") > 5


def test_lines_are_as_full_as_they_can_be() -> None:
    lines = wrap("Coronamaatregelen vanaf maart 2020", 170)
    assert " ".join(lines) == "Coronamaatregelen vanaf maart 2020"
    assert len(lines) == 2
    assert all(width(line) <= 170 for line in lines)
    assert width(f"{lines[0]} {lines[1].split()[0]}") > 170


def test_a_word_is_broken_at_a_hyphen_only_when_it_does_not_fit() -> None:
    assert wrap("hulp van de Wmo-consulent", 120) == ("hulp van de", "Wmo-consulent")
    assert wrap("Hendrik-Ido-Ambacht", 90) == ("Hendrik-Ido-", "Ambacht")
    assert wrap("Jeugdbescherming", 20) == ("Jeugdbescherming",)


def test_a_number_stays_with_its_unit() -> None:
    assert wrap("Begroting €\N{NO-BREAK SPACE}16,8\N{NO-BREAK SPACE}mln.", 80)[-1].startswith("€")


def test_balanced_lines_are_about_as_long() -> None:
    assert balanced("Coronamaatregelen vanaf maart 2020", 190) == ("Coronamaatregelen", "vanaf maart 2020")
