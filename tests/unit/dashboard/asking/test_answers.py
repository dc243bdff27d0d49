"""Answers beside a figure, on a page, and all together."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from socdom.dashboard.asking.answers import (
    ANSWERED_PAGES,
    answers_about,
    answers_about_page,
    answers_by_theme,
)
from socdom.dashboard.asking.page import ask_page
from socdom.dashboard.pages import page_files
from socdom.editions.additions import Additions
from socdom.editions.answers import AnswersRecord
from socdom.editions.read import Edition
from tests.lib.answered import answer, answers
from tests.lib.sample_edition import write_sample


@pytest.fixture(scope="module")
def answered(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition(write_sample(tmp_path_factory.mktemp("met"), additions=Additions(answers=answers())))


def test_beside_a_figure_stands_what_was_asked_about_it(answered: Edition) -> None:
    found = answers_about(answered, "jeugdhulp_wachttijd")
    assert [link.question for link in found] == ["Waarom wachten jongeren langer?", "Is dat veel?"]
    assert (found[0].address, found[0].day) == ("vraag#antwoord-wachttijd", "10 februari 2021")
    assert answers_about(answered, "wmo_clienten") == ()


def test_without_duiding_no_text_about_meaning_stands_beside_a_figure(tmp_path: Path) -> None:
    bare = Edition(write_sample(tmp_path, additions=Additions(answers=answers()), profile="zonder duiding"))
    assert [link.question for link in answers_about(bare, "jeugdhulp_wachttijd")] == [
        "Waarom wachten jongeren langer?"
    ]
    # The griffie published all of them, so all stand on its page.
    assert sum(len(theme.answers) for theme in answers_by_theme(bare)) == 3


def test_a_page_has_its_own_answers_and_those_of_its_figures(answered: Edition) -> None:
    assert len(answers_about_page(answered, "jeugd")) == 3
    assert [link.address for link in answers_about_page(answered, "./")] == ["vraag#antwoord-punt"]
    assert answers_about_page(answered, "geld") == ()


def test_every_answer_stands_once_with_what_it_is_about(answered: Edition) -> None:
    youth, whole = answers_by_theme(answered)
    assert (youth.title, whole.title) == ("Jeugd", "Over het dashboard")
    first = youth.answers[0]
    assert first.facts == (
        "Technische vraag",
        "over het 4e kwartaal 2020",
        "beantwoord op 10 februari 2021 door: beleidsadviseur jeugd",
    )
    assert "<strong>geen</strong>" in first.text
    assert [(item.address, item.label) for item in first.about] == [
        ("jeugd#f-jeugdhulp_wachttijd-gm9999", "Wachttijd jeugdhulp")
    ]
    assert [item.address for item in whole.answers[0].about] == ["./", "jeugd", "wmo"]


def test_what_an_answer_can_be_about_is_a_page_there_is() -> None:
    finished = {Path(name).stem for name in page_files() if name.endswith(".html")}
    assert finished >= ANSWERED_PAGES


def test_what_the_griffie_wrote_runs_nothing(tmp_path: Path) -> None:
    text = "[a](javascript:alert(1)) <b onclick=alert(1)>b</b> ![c](https://elders.example/c.png)"
    evil = AnswersRecord(answers=(answer(text=text, question="<script>alert(1)</script> waarom?"),))
    edition = Edition(write_sample(tmp_path, additions=Additions(answers=evil)))
    main = lxml.html.fromstring(ask_page(edition) or "").xpath("//main")[0]
    assert main.xpath(".//script | .//img | .//b | .//*[@onclick]") == []
    assert not [link for link in main.xpath(".//@href") if link.startswith("javascript")]


def test_an_edition_without_answers_has_no_file_of_them(sample: Edition) -> None:
    assert sample.answers == ()
    assert not (sample.folder / "answers.json").exists()
