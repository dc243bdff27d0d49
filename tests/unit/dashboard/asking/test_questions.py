"""Questions to begin with and questions to send."""

from __future__ import annotations

from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlparse

from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.dashboard.asking.questions import (
    KINDS,
    LONGEST_LINK,
    QUESTIONS,
    edition_line,
    question_mail,
    question_text,
    start_questions,
)
from socdom.dashboard.menu import menu, theme_menu
from socdom.editions.read import Edition
from socdom.indicators import catalogue
from tests.lib.sample_edition import meta


def parts(link: str) -> tuple[str, str, str]:
    """Addressee, subject and body, as a program for mail reads a link (RFC 6068)."""
    address = urlparse(link)
    assert address.scheme == "mailto"
    assert address.query.count("&") == 1
    assert "+" not in address.query
    fields = parse_qs(address.query, strict_parsing=True)
    assert set(fields) == {"subject", "body"}
    return unquote(address.path), fields["subject"][0], fields["body"][0]


def test_mail_names_kind_and_facts() -> None:
    to, subject, body = parts(
        question_mail(meta(), KINDS[0], "Jeugd", ("Pagina: Jeugd", "Keuze: Noorderlinde"))
    )
    assert to == "griffie@lindeveen.example"
    assert subject == "Technische vraag over het dashboard sociaal domein: Jeugd"
    assert body.split("\r\n") == [
        "Soort vraag: Technische vraag",
        "Pagina: Jeugd",
        "Keuze: Noorderlinde",
        "",
        "Mijn vraag:",
        "",
    ]


def test_the_figures_are_named_by_version_or_by_day() -> None:
    assert edition_line(meta()) == "Cijfers tot en met: 4e kwartaal 2020 (versie 1.0)"
    current = meta(state="actueel", kind="actueel", own_registration=False)
    assert edition_line(current) == "Stand: 15 februari 2021 (opgehaald op 15 februari 2021)"


def test_a_link_that_is_too_long_loses_what_is_least_needed() -> None:
    lines = ("Pagina: Jeugd", "Adres: https://" + "é" * 900)
    short = question_mail(meta(), KINDS[0], "Jeugd", lines)
    assert len(short) <= LONGEST_LINK
    assert "Pagina: Jeugd" in parts(short)[2]
    assert "Adres" not in parts(short)[2]
    assert len(question_mail(meta(), KINDS[0], "é" * 2000, lines)) <= LONGEST_LINK


def test_an_address_of_the_griffie_is_one_address() -> None:
    odd = meta(griffie_email="griffie?bcc=x&y@lindeveen.example")
    assert parts(question_mail(odd, KINDS[0], "Jeugd"))[0] == "griffie?bcc=x&y@lindeveen.example"


@given(about=st.text(max_size=60), line=st.text(max_size=200))
@settings(deadline=None, max_examples=60)
def test_no_text_adds_a_field_an_addressee_or_a_line(about: str, line: str) -> None:
    to, subject, body = parts(question_mail(meta(), KINDS[2], about, (line,)))
    assert to == "griffie@lindeveen.example"
    assert subject.startswith("Politieke vraag over het dashboard sociaal domein")
    # The library that writes mails refuses what would begin a field of its own.
    EmailMessage()["Subject"] = subject
    assert len(body.split("\r\n")) == 5
    assert len(body.splitlines()) == 4


def test_the_text_to_copy_is_that_of_the_mail() -> None:
    lines = ("Pagina: Jeugd", "Keuze: 4e\N{NO-BREAK SPACE}kwartaal")
    body = parts(question_mail(meta(), KINDS[1], "Jeugd", lines))[2]
    assert question_text(KINDS[1].label, lines) == body.replace("\r\n", "\n")
    assert "4e kwartaal" in body


def test_every_question_leads_to_a_page_in_the_menu(sample: Edition) -> None:
    addresses = {item.address for item in (*menu(sample), *theme_menu(sample))}
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
