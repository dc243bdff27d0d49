"""Answers of the griffie, held against an edition."""

from __future__ import annotations

from datetime import date

import pytest

from socdom.errors import ParameterError
from socdom.parameters.antwoorden import Antwoord
from socdom.pipeline.answers import answer_notes, published_answers


def antwoord(bestand: str, **changes: object) -> Antwoord:
    values = {
        "bestand": bestand, "vraag": "Waarom is dit zo?", "soort": "technisch", "datum": date(2021, 2, 10),
        "door": "analist", "over": ("wmo_clienten", "wmo"), "kwartaal": "", "status": "gepubliceerd", "tekst": "Zo.",
    }  # fmt: skip
    return Antwoord(**{**values, **changes})


def test_what_is_published_is_told_newest_first() -> None:
    read = [
        antwoord("b.md"),
        antwoord("a.md"),
        antwoord("nieuw.md", datum=date(2021, 3, 1)),
        antwoord("concept.md", status="concept", over=("niets",), datum=None),
    ]
    found = published_answers(read, {"wmo_clienten"}, {"wmo"}).answers
    assert [item.name for item in found] == ["nieuw", "a", "b"]
    assert (found[0].indicators, found[0].pages) == (("wmo_clienten",), ("wmo",))


def test_without_duiding_no_answer_says_what_a_figure_means() -> None:
    read = [
        antwoord("hoe.md"),
        antwoord("betekenis.md", soort="duiding"),
        antwoord("raad.md", soort="politiek"),
    ]
    known = ({"wmo_clienten"}, {"wmo"})
    with_meaning = {item.name for item in published_answers(read, *known, "met duiding").answers}
    without = {item.name for item in published_answers(read, *known, "zonder duiding").answers}
    assert with_meaning - without == {"betekenis"}
    assert without == {"hoe", "raad"}


def test_what_the_edition_has_not_is_told_all_at_once() -> None:
    read = [antwoord("a.md", over=("wmo_klienten",)), antwoord("b.md", over=("wmo", "xyz"))]
    with pytest.raises(ParameterError) as caught:
        published_answers(read, {"wmo_clienten"}, {"wmo"})
    first, second = map(str, caught.value.faults)
    assert first.startswith("antwoorden/a.md, over: ")
    assert "Bedoelt u wmo_clienten?" in first
    assert "gevonden: xyz" in second


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, ()),
        (1, ("1 antwoord is nog concept en staat niet op de pagina: a0.md.",)),
        (2, ("2 antwoorden zijn nog concept en staan niet op de pagina: a0.md, a1.md.",)),
    ],
)
def test_who_runs_hears_of_concepts(number: int, text: tuple[str, ...]) -> None:
    concepts = [antwoord(f"a{at}.md", status="concept") for at in range(number)]
    assert answer_notes([antwoord("klaar.md"), *concepts]) == text
