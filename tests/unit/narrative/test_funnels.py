"""Sentences about wijken held against the whole."""

from __future__ import annotations

import itertools

import pytest

from socdom.editions.read import Edition
from socdom.judgement.funnel import Funnel, FunnelLimit, FunnelPoint, Place
from socdom.narrative.funnels import among, funnel_findings, funnel_heading, funnel_reading, place_words
from tests.property.test_narrative_numbers import BANNED

WITHIN, EDGE, OUTSIDE = Place.WITHIN, Place.EDGE, Place.OUTSIDE


def found(
    *places: tuple[Place, int], level: str = "wijk", widened: bool = False, name: str = "Wijk"
) -> Funnel:
    points = tuple(
        FunnelPoint(f"WK99{n:04}", f"{name} {chr(65 + n)}", 1000.0, 80.0 + side, place, side)
        for n, (place, side) in enumerate(places)
    )
    return Funnel("proef", level, "2020Q4", points, (FunnelLimit(1, 2, 3, 4, 5),), 80.0, widened=widened)


@pytest.mark.parametrize(
    ("places", "words"),
    [
        ([(WITHIN, 1)] * 8, "Hulp: alle 8 wijken liggen binnen de grenzen"),
        ([(WITHIN, 1)] * 7 + [(EDGE, 1)], "Hulp: geen van de 8 wijken ligt buiten de grenzen"),
        ([(WITHIN, 1)] * 7 + [(OUTSIDE, 1)], "Hulp: 1 van de 8 wijken ligt buiten de grenzen"),
        (
            [(WITHIN, 1)] * 10 + [(OUTSIDE, 1), (OUTSIDE, -1)],
            "Hulp: 2 van de 12 wijken liggen buiten de grenzen",
        ),
        ([], ""),
    ],
)
def test_the_heading_is_the_finding(places: list, words: str) -> None:
    assert funnel_heading(found(*places), "Hulp").replace("\N{NO-BREAK SPACE}", " ") == words


def test_findings_name_the_areas_and_the_side(sample: Edition) -> None:
    funnel = found(*[(WITHIN, 1)] * 7, (OUTSIDE, 1), (OUTSIDE, 1), (EDGE, -1))
    assert funnel_findings(sample, funnel) == (
        "Wijk H en Wijk I liggen buiten de grenzen, hoger dan heel Lindeveen.",
        "Wijk J ligt op de rand, lager dan heel Lindeveen.",
    )


def test_many_or_long_names_give_way_to_their_number(sample: Edition) -> None:
    funnel = found(*[(WITHIN, 1)] * 8, *[(EDGE, 1)] * 5, name="Wijk van de lange namen")
    assert funnel_findings(sample, funnel) == ("5 wijken liggen op de rand, hoger dan heel Lindeveen.",)


def test_every_state_is_short_and_claims_nothing(sample: Edition) -> None:
    for level, widened, edge, outside in itertools.product(
        ("wijk", "buurt"), (True, False), (0, 1, 9), (0, 1, 9)
    ):
        places = [(WITHIN, 1)] * 8 + [(EDGE, -1)] * edge + [(OUTSIDE, 1)] * outside
        funnel = found(*places, level=level, widened=widened)
        text = " ".join([*funnel_findings(sample, funnel), *funnel_reading(funnel)])
        assert all(len(sentence.split()) <= 20 for sentence in text.split(". "))
        assert not BANNED.search(f"{funnel_heading(funnel, 'Hulp')} {text}")
        assert ("toeval zijn" in text) == bool(edge)
        assert ("1 op de 10" in text) == (bool(edge) and widened)
        assert ("zelden toeval" in text) == bool(outside)
        assert ("ruimer" in text) == widened
        assert (f"{level}en" in text) == bool(edge or widened or outside > 1)


def test_nothing_is_said_of_what_cannot_be_made(sample: Edition) -> None:
    assert (funnel_findings(sample, found()), funnel_reading(found())) == ((), ())


def test_words_of_a_place_in_a_table() -> None:
    assert [place_words(point) for point in found((WITHIN, 1), (EDGE, -1), (OUTSIDE, 1)).points] == [
        "binnen de grenzen",
        "op de rand, lager",
        "buiten de grenzen, hoger",
    ]


@pytest.mark.parametrize(
    ("basis", "words"),
    [
        ("van alle jongeren tot 18 jaar", "jongeren tot 18 jaar"),
        ("per 1.000 inwoners van 18 jaar en ouder", "inwoners van 18 jaar en ouder"),
        ("per 10.000 inwoners", "inwoners"),
        ("eind van het kwartaal", "mensen"),
    ],
)
def test_among_whom_is_read_from_the_basis(basis: str, words: str) -> None:
    assert among(basis) == words
