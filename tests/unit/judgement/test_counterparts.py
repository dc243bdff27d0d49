"""What is said of two definitions that look alike, held against the definitions themselves."""

from __future__ import annotations

import re

import pytest

from socdom.editions.model import Description
from socdom.indicators import catalogue
from socdom.indicators.open_data import PITFALL_ROUNDED_FIVE, PITFALL_ROUNDED_TEN
from socdom.judgement.counterparts import COUNTERPARTS, Aspect
from socdom.judgement.published_rounding import ROUNDING

CATALOGUE = {name: Description.model_validate(item.describe()) for name, item in catalogue().items()}
PAIRS = [(own, pair) for own, pair in COUNTERPARTS.items()]
ids = [own for own, _ in PAIRS]


def ages(text: str) -> set[tuple[str, int]]:
    """Ages that a text names: "tot 18 jaar" and "van 15 jaar en ouder" or "vanaf 15 jaar"."""
    found = {("tot", int(age)) for age in re.findall(r"tot (\d+) jaar", text)}
    return found | {
        ("vanaf", int(a or b)) for a, b in re.findall(r"(\d+) jaar en ouder|vanaf (\d+) jaar", text)
    }


@pytest.mark.parametrize(("own", "pair"), PAIRS, ids=ids)
def test_the_published_figure_is_published_and_the_own_one_is_not(own, pair):
    assert catalogue()[pair.published].external_series
    assert not catalogue()[own].external_series
    assert "CBS" in CATALOGUE[pair.published].source
    assert pair.differs


@pytest.mark.parametrize(("own", "pair"), PAIRS, ids=ids)
def test_ages_are_named_when_they_differ_and_as_they_are(own, pair):
    mine, theirs = (CATALOGUE[name].basis for name in (own, pair.published))
    # Of all households, or of all inhabitants, there is no age to name.
    if ages(mine) == ages(theirs):
        assert Aspect.AGES not in pair.differs
    else:
        assert ages(pair.differs[Aspect.AGES]) == ages(mine) | ages(theirs)


@pytest.mark.parametrize(("own", "pair"), PAIRS, ids=ids)
def test_moments_are_named_when_they_differ(own, pair):
    mine, theirs = CATALOGUE[own], CATALOGUE[pair.published]
    assert mine.definition is not None

    def kind(description, yearly):
        return "jaar" if yearly else description.moment

    yearly = mine.definition.every == "jaar"
    same = kind(mine, yearly) == kind(theirs, theirs.moment == "jaar")
    # Money of a quarter runs from 1 January, so it is called "jaar" but is not of a whole year.
    if own == "sociaal_domein_lasten":
        same = False
    assert (Aspect.MOMENT not in pair.differs) == same


@pytest.mark.parametrize(("own", "pair"), PAIRS, ids=ids)
def test_units_are_named_when_they_differ(own, pair):
    mine, theirs = CATALOGUE[own], CATALOGUE[pair.published]
    same = mine.format == theirs.format and ("per inwoner" in mine.unit) == ("per inwoner" in theirs.unit)
    assert (Aspect.UNIT not in pair.differs) == same


@pytest.mark.parametrize(("own", "pair"), PAIRS, ids=ids)
def test_sentences_are_short_and_end(own, pair):
    for sentence in pair.reasons:
        assert len(sentence.split()) <= 20
        assert sentence.endswith(".")


@pytest.mark.parametrize("name", ROUNDING)
def test_steps_of_rounding_are_those_of_the_texts(name):
    texts = (*CATALOGUE[name].pitfalls, CATALOGUE[name].reading)
    told = {5: PITFALL_ROUNDED_FIVE in texts, 10: any("af op 10." in text for text in texts)}
    assert PITFALL_ROUNDED_TEN.find("af op 10.") > 0
    step = 5 if name == "stapeling_cbs" else ROUNDING[name].count
    assert told == {5: step == 5, 10: step == 10}
    rate = ROUNDING[name].rate
    assert rate in (0.0, 10.0 ** -CATALOGUE[name].decimals)


def test_every_published_rate_that_cbs_rounds_has_a_step():
    """A new figure of CBS whose text says that numbers are rounded must get a step."""
    rounded = {
        name
        for name, item in CATALOGUE.items()
        if catalogue()[name].external_series and item.counts_behind and "rondt" in " ".join(item.pitfalls)
    }
    # Numbers of whole municipalities in Kerncijfers are not what "in wijken en buurten" is about.
    assert rounded - {"inwoners_jong", "inwoners_65_plus"} == set(ROUNDING)
