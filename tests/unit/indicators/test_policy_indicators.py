"""The compulsory policy indicators: exact names and units of the regulation, and always in an edition."""

from __future__ import annotations

import re

import pytest

from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator

POLICY = {item.bbv: item for name, item in catalogue().items() if name.startswith("bbv_")}
# Number, name and unit, copied from the list of the regulation as municipalities print it.
REGULATION = """
17 | Absoluut verzuim | per 1.000 leerlingen
18 | Relatief verzuim | per 1.000 leerlingen
19 | Vroegtijdig schoolverlaters zonder startkwalificatie (vsv-ers) | procent deelnemers aan vo en mbo
20 | Niet-sporters | procent 19 jaar en ouder
21 | Banen | per 1.000 inwoners van 15 tot en met 64 jaar
22 | Jongeren met een delict voor de rechter | procent 12 tot en met 21 jaar
23 | Kinderen in uitkeringsgezin | procent kinderen tot 18 jaar
24 | Netto arbeidsparticipatie | procent werkzame (potentiële) beroepsbevolking
26 | Werkloze jongeren | procent 16 tot en met 22 jaar
27 | Personen met een bijstandsuitkering | per 10.000 inwoners van 18 jaar en ouder
28 | Lopende re-integratievoorzieningen | per 10.000 inwoners van 15 tot en met 64 jaar
29 | Jongeren met jeugdhulp | procent alle jongeren tot 18 jaar
30 | Jongeren met jeugdbescherming | procent alle jongeren tot 18 jaar
31 | Jongeren met jeugdreclassering | procent alle jongeren van 12 tot 23 jaar
32 | Cliënten met een maatwerkarrangement Wmo | per 10.000 inwoners
"""
LINES = [line.split(" | ") for line in REGULATION.strip().splitlines()]
SCALES = {"procent": 100, "per 1.000": 1000, "per 10.000": 10_000}


def test_all_of_taakvelden_4_5_and_6_and_not_the_one_that_lapsed() -> None:
    assert set(POLICY) == {number for number, _, _ in LINES}
    assert "25" not in POLICY


@pytest.mark.parametrize(("number", "name", "unit"), LINES, ids=[number for number, _, _ in LINES])
def test_name_and_unit_are_those_of_the_regulation(number: str, name: str, unit: str) -> None:
    item = POLICY[number]
    assert item.title == name
    assert item.id.startswith(f"bbv_{number}_")
    assert set(re.split(r"\W+", unit)) <= set(re.split(r"\W+", item.unit))
    scale = next(scale for words, scale in SCALES.items() if unit.startswith(words))
    assert item.scale == scale
    assert item.source.endswith("via waarstaatjegemeente.nl")


@pytest.mark.parametrize("item", POLICY.values(), ids=lambda item: item.id)
def test_the_texts_can_be_read_by_everyone(item: Indicator) -> None:
    texts = " ".join([item.why, item.reading, *item.pitfalls])
    assert item.pitfalls
    assert item.moment == "jaar"
    assert not item.key_figure
    for sentence in re.split(r"(?<=[.!?]) ", texts):
        assert len(sentence.split()) <= 25, sentence
