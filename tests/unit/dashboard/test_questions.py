"""Questions to begin with and questions to send."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.dashboard.menu import menu
from socdom.dashboard.questions import KINDS, QUESTIONS, mailto, start_questions
from socdom.editions.read import Edition
from socdom.indicators import catalogue
from tests.lib.sample_edition import meta


def parts(link: str) -> tuple[str, str, str]:
    address = urlparse(link)
    assert address.scheme == "mailto"
    fields = parse_qs(address.query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    return address.path, fields["subject"][0], fields["body"][0]


def test_mail_names_kind_page_choice_and_edition() -> None:
    to, subject, body = parts(mailto(meta(), KINDS[0], "Jeugd", "Noorderlinde, 4e kwartaal 2020"))
    assert to == "griffie@lindeveen.example"
    assert subject == "Technische vraag over het dashboard sociaal domein: Jeugd"
    assert body.splitlines() == [
        "Pagina: Jeugd",
        "Keuze: Noorderlinde, 4e kwartaal 2020",
        "Cijfers tot en met: 4e kwartaal 2020 (versie 1.0)",
        "",
        "Mijn vraag:",
    ]


def test_mail_about_open_data_names_the_day_of_the_figures() -> None:
    _, _, body = parts(mailto(meta().model_copy(update={"own_registration": False}), KINDS[0], "Geld"))
    assert body.splitlines()[1] == "Stand: 15 februari 2021 (versie 1.0)"


def test_mail_without_a_choice_has_no_line_for_it() -> None:
    assert "Keuze" not in parts(mailto(meta(), KINDS[1], "Overzicht"))[2]


@given(page=st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1))
@settings(deadline=None, max_examples=40)
def test_no_text_adds_a_field_or_an_addressee(page: str) -> None:
    to, subject, _ = parts(mailto(meta(), KINDS[2], page))
    assert to == "griffie@lindeveen.example"
    assert subject.endswith(page)


def test_every_question_leads_to_a_page_in_the_menu(sample: Edition) -> None:
    addresses = {item.address for item in menu(sample)}
    asked = start_questions(sample)
    assert {question.address for question in asked} <= addresses
    assert {question.address for question in asked} >= {"jeugd", "wmo", "werk-en-inkomen", "schulden", "geld"}


def test_questions_name_indicators_that_exist() -> None:
    named = {indicator for _, indicators, _ in QUESTIONS for indicator in indicators}
    assert named <= set(catalogue())


def test_no_question_about_what_the_edition_cannot_answer(sample: Edition) -> None:
    texts = {question.text for question in start_questions(sample)}
    assert "Hoe gaat het in gemeenten die op ons lijken?" not in texts
    assert "Hoeveel mensen wonen er in de gemeente?" not in texts
    assert "In welke wijken krijgen de meeste jongeren hulp?" in texts
