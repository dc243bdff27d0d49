"""What the index finds, and in which order."""

from __future__ import annotations

import pytest

from socdom.dashboard.search.entry import Entry
from socdom.dashboard.search.index import SearchIndex
from socdom.dashboard.search.words import asked_words


def entry(name: str, **changes: object) -> Entry:
    return Entry(**{"kind": "cijfer", "name": name, "address": "x", **changes})


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex(
        [
            entry("Kosten", text="Het gaat om jeugdhulp en om andere zorg."),
            entry("Jongeren met jeugdhulp", words="Jeugd"),
            entry("Wachttijd voor jeugdhulp", words="Jeugd toegang"),
            entry("Huishoudens met bijstand", words="Werk en inkomen"),
            entry(
                "Huishoudens met een schuld",
                text="Een huishouden krijgt soms veel later hulp bij een schuld.",
            ),
            entry("Hulp bij het huishouden", words="Wmo"),
            entry("Cliënten in het Café"),
        ]
    )


def names(index: SearchIndex, text: str) -> list[str]:
    return [found.name for found in index.find(asked_words(text)).entries]


def test_a_word_in_the_name_comes_before_one_in_the_text(index: SearchIndex) -> None:
    assert names(index, "jeugdhulp") == ["Jongeren met jeugdhulp", "Wachttijd voor jeugdhulp", "Kosten"]


def test_all_words_count_and_otherwise_some(index: SearchIndex) -> None:
    assert names(index, "wachttijd jeugdhulp") == ["Wachttijd voor jeugdhulp"]
    found = index.find(asked_words("wachttijd bijstand"))
    assert not found.whole
    assert {item.name for item in found.entries} == {"Wachttijd voor jeugdhulp", "Huishoudens met bijstand"}


def test_the_beginning_another_form_and_an_accent_will_do(index: SearchIndex) -> None:
    assert names(index, "wachtt") == ["Wachttijd voor jeugdhulp"]
    assert names(index, "wachttijden") == ["Wachttijd voor jeugdhulp"]
    assert names(index, "CLIENTEN cafe") == ["Cliënten in het Café"]


def test_what_people_say_finds_what_they_mean_and_nothing_like_it(index: SearchIndex) -> None:
    assert names(index, "uitkering") == ["Huishoudens met bijstand"]
    assert names(index, "thuiszorg") == ["Hulp bij het huishouden"]


def test_a_slip_is_guessed(index: SearchIndex) -> None:
    assert index.guess(["jeudhulp", "wachttijd"]) == ["jeugdhulp", "wachttijd"]
    assert index.guess(["olifant"]) == ["olifant"]


def test_what_weighs_more_comes_first_of_equals() -> None:
    found = SearchIndex([entry("Tijd een"), entry("Tijd twee", weight=1.5)])
    assert names(found, "tijd") == ["Tijd twee", "Tijd een"]


def test_an_index_of_nothing_finds_nothing() -> None:
    assert SearchIndex([]).find(["jeugd"]).entries == ()
