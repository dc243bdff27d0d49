"""What is remarked on a text, and what is not."""

from __future__ import annotations

import pytest

from socdom.plain_language import Gravity, Remark, Text, Voice, check, lists
from socdom.plain_language.claims import claims
from socdom.plain_language.length import length, mean_length
from socdom.plain_language.reading_ease import flesch_douma, reading_ease, syllables
from socdom.plain_language.wording import hard, passive, persons, unexplained

FILE = "proef.md"


def text(content: str, voice: Voice = Voice.PEOPLE) -> Text:
    return Text(FILE, 1, content, voice)


def of_words(count: int) -> str:
    """A sentence with so many words."""
    return " ".join(["Wij", *["zien"] * (count - 1)]) + "."


def found(remarks: object) -> list[str]:
    return [remark.found for remark in remarks]  # type: ignore[attr-defined]


# Length


@pytest.mark.parametrize(("voice", "most"), [(Voice.PEOPLE, 25), (Voice.FIXED, 20), (Voice.COMPUTED, 20)])
def test_a_sentence_may_be_so_long(voice: Voice, most: int) -> None:
    assert list(length(text(of_words(most), voice))) == []
    (remark,) = length(text(f"Kort.\n\n{of_words(most + 1)}", voice))
    assert (remark.line, remark.gravity) == (3, Gravity.FAULT)
    assert f"{most + 1} woorden" in remark.why


def test_a_paragraph_of_more_than_eighty_words() -> None:
    assert list(length(text(" ".join([of_words(20)] * 4)))) == []
    (remark,) = length(text(" ".join([of_words(20)] * 4 + ["Einde."])))
    assert "81 woorden" in remark.why


def test_the_mean_is_a_hint_and_takes_four_sentences() -> None:
    long = " ".join([of_words(16)] * 3)
    assert list(mean_length(text(long))) == []
    assert [r.gravity for r in mean_length(text(f"{long} {of_words(16)}"))] == [Gravity.HINT]


# Flesch-Douma


def test_flesch_douma_by_hand() -> None:
    """Six words of one syllable; then eight syllables in three words."""
    assert flesch_douma("De kat zit op de mat.") == pytest.approx(206.84 - 77 - 0.93 * 6)
    assert flesch_douma("Gemeenten helpen inwoners.") == pytest.approx(206.84 - 0.77 * 800 / 3 - 0.93 * 3)
    assert flesch_douma("") is None


@pytest.mark.parametrize(
    ("word", "count"), [("kat", 1), ("inwoners", 3), ("jeugdhulp", 2), ("uitkering", 3), ("idee", 2), ("1.450", 1), ("Wmo-hulp", 2)]
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_hard_text_gets_a_hint_and_an_easy_one_none() -> None:
    hard_text = "Gemeentelijke ondersteuningsvoorzieningen stimuleren maatschappelijke zelfredzaamheid. " * 15
    assert [r.gravity for r in reading_ease(text(hard_text))] == [Gravity.HINT]
    assert list(reading_ease(text("De kat zit op de mat en kijkt. " * 15))) == []
    assert list(reading_ease(text("Gemeentelijke ondersteuningsvoorzieningen."))) == []


# Words


@pytest.mark.parametrize(
    ("sentence", "hard_word", "plainer"),
    [
        ("Wij mitigeren dit.", "mitigeren", "verminderen"),
        ("Middels een brief vragen wij het.", "Middels", "met"),
        ("Wij handelen conform de wet.", "conform", "volgens"),
        ("De raad gaat inzetten op preventie.", "inzetten op", "werken aan"),
        ("Het is een kader stellend besluit.", "kader stellend", "die de regels bepaalt"),
    ],
)
def test_hard_words_come_with_a_plainer_one(sentence: str, hard_word: str, plainer: str) -> None:
    (remark,) = hard(text(sentence))
    assert (remark.found, remark.proposal) == (hard_word, f"Schrijf: {plainer}.")


def test_a_hard_word_within_another_is_none() -> None:
    assert list(hard(text("De inzetbaarheid en de conformiteit van het transitiehuis."))) == []


def test_the_passive_is_a_hint() -> None:
    passives = (
        "De hulp wordt gegeven. Aanvragen werden afgewezen. Het besluit is genomen. Het gebied wordt groter."
    )
    assert found(passive(text(passives))) == ["De hulp wordt gegeven.", "Aanvragen werden afgewezen."]
    assert {r.gravity for r in passive(text(passives))} == {Gravity.HINT}


@pytest.mark.parametrize(
    ("sentence", "abbreviations"),
    [
        ("De POH belt de huisarts.", ["POH"]),
        ("De praktijkondersteuner (POH) belt. De POH schrijft.", []),
        ("De POH (praktijkondersteuner) belt.", []),
        ("De Wmo en het pgb. Het CBS telt.", []),
        ("Deel IV van het plan, bij Een en Ander.", []),
        ("De KvK en de CIZ bellen; de KvK belt weer.", ["KvK", "CIZ"]),
    ],
)
def test_abbreviations_are_explained_where_they_stand_first(sentence: str, abbreviations: list[str]) -> None:
    assert found(unexplained(text(sentence))) == abbreviations


def test_an_abbreviation_explained_in_a_file_is_known_further_on() -> None:
    parts = [
        Text(FILE, 1, "De praktijkondersteuner (POH) belt.", Voice.PEOPLE),
        Text(FILE, 5, "De POH belt.", Voice.PEOPLE),
    ]
    assert [remark for remark in check(parts) if remark.found == "POH"] == []
    assert [remark.line for remark in check(reversed(parts)) if remark.found == "POH"] == [5]


def test_a_name_of_a_person_is_not_repeated() -> None:
    for sentence in (
        "Mevrouw Jansen belt.",
        "Volgens dhr. Jansen klopt het.",
        "Volgens de heer Jansen klopt het.",
    ):
        told = check([text(sentence[0].lower() + sentence[1:])])
        remarks = [remark for remark in told if "naam van een persoon" in remark.why]
        assert len(remarks) == 1, sentence
        assert "Jansen" not in str(remarks)
    assert list(persons(text("de heer van het huis", Voice.PEOPLE))) == []


# Claims of computed sentences


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("Het cijfer stijgt door de wachttijd.", "stijgt door"),
        ("Dankzij het team is het minder.", "Dankzij"),
        ("Als gevolg van de wet is het meer.", "Als gevolg van"),
        ("Dit is de hoogste waarde.", "hoogste"),
        ("Dat is een forse daling.", "forse"),
    ],
)
def test_a_computed_sentence_claims_nothing(sentence: str, claim: str) -> None:
    assert found(claims(text(sentence, Voice.COMPUTED))) == [claim]
    assert list(claims(text(sentence, Voice.PEOPLE))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "38 procent begon na een verwijzing door de huisarts.",
        "Door toeval verwachten wij minder dan 1 signaal.",
        "Een signaal zegt niet of iets goed of slecht is.",
        "Het is meer dan een jaar eerder, en lager dan in heel Nederland.",
    ],
)
def test_what_is_no_claim(sentence: str) -> None:
    assert list(claims(text(sentence, Voice.COMPUTED))) == []


# Together


def test_remarks_are_ordered_and_told_once() -> None:
    twice = [
        text("Wij mitigeren dit."),
        text("Wij mitigeren dit."),
        Text("een.md", 4, "Tevens goed.", Voice.PEOPLE),
    ]
    why = "Dit woord kennen veel lezers niet."
    assert [remark for remark in check(twice) if remark.why == why] == [
        Remark("een.md", 4, Gravity.FAULT, "Tevens", why, "Schrijf: ook."),
        Remark(FILE, 1, Gravity.FAULT, "mitigeren", why, "Schrijf: verminderen."),
    ]


def test_the_lists_are_in_order_and_hold_no_word_twice() -> None:
    for words in (lists.lines("words.txt"), lists.lines("abbreviations.txt")):
        assert words == sorted(set(words))
    forms = [form.strip() for line in lists.lines("hard_words.txt") for form in line.split("|")[0].split(",")]
    assert len(forms) == len(set(forms))
    assert all(form == form.lower() for form in forms)


def test_no_proposal_is_itself_a_hard_word() -> None:
    plainer = {word.strip() for words in lists.hard_words().values() for word in words.split(",")}
    assert plainer & lists.hard_words().keys() == set()
