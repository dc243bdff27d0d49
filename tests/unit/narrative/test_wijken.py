"""Sentences about wijken: with the numbers of the edition, without a cause or a rank."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.editions.read import Edition
from socdom.narrative.wijken import change_words, wijken_heading, wijken_lead
from tests.lib.small_edition import description, figure, small_edition
from tests.lib.wijken import EVEN, wijk_edition

WIJKEN = {"WK999901": "Noord", "WK999902": "Zuid"}


def made(folder: Path, *values: float | None) -> Edition:
    wijken = [figure("2020Q4", value, area=code) for value, code in zip(values, WIJKEN, strict=True)]
    return small_edition(folder, [figure("2020Q4", 10.0), *wijken], [description("procent")], WIJKEN)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ((8.0, 12.5), "in wijken van 8,0% tot 12,5%"),
        ((8.0, None), "in elke wijk met een cijfer 8,0%"),
        ((None, None), "geen cijfer van een wijk om te tonen"),
    ],
)
def test_the_heading_has_the_range_of_what_is_shown(tmp_path: Path, values: tuple, told: str) -> None:
    assert wijken_heading(made(tmp_path / "e", *values), "proef", None) == f"Inwoners met hulp: {told}"


def test_the_heading_of_one_wijk_has_its_number_beside_the_whole(tmp_path: Path) -> None:
    edition = made(tmp_path / "e", 8.0, None)
    noord, zuid = (wijken_heading(edition, "proef", None, code) for code in WIJKEN)
    assert noord == "Inwoners met hulp in Noord: 8,0%, in heel Lindeveen 10,0%"
    assert zuid == "Inwoners met hulp in Zuid: niet getoond"
    assert wijken_heading(edition, "proef", "2019Q1", "WK999901") == "Inwoners met hulp in Noord: geen cijfer"


def test_the_lead_counts_wijken_and_key_figures_outside(tmp_path: Path) -> None:
    even = wijk_edition(tmp_path / "a", EVEN, key_figure=True)
    told = wijken_lead(even, even.indicators())
    assert "Lindeveen heeft 8 wijken met cijfers." in told
    assert "Bij geen kerngetal verschilt een wijk" in told
    # 400 of 2.000 where the others have 80 of 1.000: far out of what chance gives.
    odd = wijk_edition(tmp_path / "b", [*EVEN, (400, 2000)], key_figure=True)
    assert "Bij 1 kerngetal verschilt een wijk meer" in wijken_lead(odd, odd.indicators())
    assert "kerngetal" not in wijken_lead(made(tmp_path / "c", 8.0, 9.0), ())


def test_a_change_in_a_cell_is_short(sample: Edition) -> None:
    shown, hidden = (sample.figure("jeugdhulp_gebruik", area=code) for code in ("WK999902", "WK999908"))
    assert shown is not None
    assert hidden is not None
    before = sample.figure("jeugdhulp_gebruik", "2019Q4", "WK999902")
    assert before is not None
    difference = round(shown.value, 1) - round(before.value, 1)
    expected = f"{abs(difference):.1f}".replace(".", ",")
    told = change_words(sample, shown)
    assert told == "Geen duidelijk verschil" or told.replace("\xa0", " ").startswith(
        f"{expected} procentpunt"
    )
    assert change_words(sample, hidden) == "Niet getoond"
