"""Words as Zoeken takes them."""

from __future__ import annotations

import pytest

from socdom.dashboard.search.words import asked_words, grouped, stem, synonyms, words_of
from socdom.indicators import catalogue


def test_words_are_small_letters_without_accents() -> None:
    assert words_of("Cliënten: 1.000 in één wijk, ‘re-integratie’!") == [
        *("clienten", "1", "000", "in", "een", "wijk", "re", "integratie")
    ]
    assert words_of("€ % * \" ' ( )") == []


def test_forms_of_a_word_have_one_stem() -> None:
    for one, other in (("wachttijd", "wachttijden"), ("jongere", "jongeren"), ("besluit", "besluiten")):
        assert stem(one) == stem(other)


def test_words_that_say_nothing_are_left_out_unless_there_is_nothing_else() -> None:
    assert asked_words("Hoeveel jongeren wachten er op hulp?") == ["jongeren", "wachten", "hulp"]
    assert asked_words("de het") == ["de", "het"]
    assert len(asked_words("woord " * 500)) == 12


def test_what_people_say_is_known_by_its_stem_and_as_a_group() -> None:
    assert list(grouped(["sociale", "dienst", "jeugd"])) == [
        (("sociale", "dienst"), (("bijstand",),)),
        (("jeugd",), ()),
    ]
    ((said, meant),) = grouped(["thuiszorg"])
    assert (said, meant) == (("thuiszorg",), (("hulp", "bij", "het", "huishouden"),))
    ((said, meant),) = grouped(asked_words("hulp in huis"))
    assert (said, meant) == (("hulp", "huis"), (("hulp", "bij", "het", "huishouden"),))


@pytest.mark.parametrize(
    "meant", sorted({word for groups in synonyms().values() for group in groups for word in group})
)
def test_what_is_meant_is_a_word_of_the_figures_or_the_pages(meant: str) -> None:
    texts = [
        f"{i.title} {i.short} {i.why} {i.reading} {' '.join(i.pitfalls)} {i.basis}"
        for i in catalogue().values()
    ]
    known = {word for text in texts for word in words_of(text)} | {
        # Of the pages Over deze cijfers and Stel een vraag, and the laws.
        *(
            "vraag",
            "griffie",
            "beschermen",
            "geheim",
            "uitleg",
            "betekent",
            "wmo",
            "re",
            "integratie",
            "signalen",
        ),
        *("betalingsachterstanden", "vroegsignalen"),
    }
    assert any(word.startswith(meant[:-1]) for word in known) if meant.endswith("*") else meant in known
