"""What the council is asked, and the half page about the figures."""

from __future__ import annotations

from datetime import date

import pytest
from lxml import html

from socdom.editions.changes import ChangesRecord, RevisedFigure
from socdom.editions.documents import ContactRecord, DocumentsRecord, LetterRecord, MeetingRecord
from socdom.editions.read import Edition
from socdom.report.about_brief import about_brief
from socdom.report.asked import asked


def text_of(markup: str) -> str:
    return " ".join(html.fragment_fromstring(markup, create_parent="div").text_content().split())


@pytest.fixture
def edition(sample_folder) -> Edition:
    return Edition(sample_folder)


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("kennisnemen", "Het college vraagt de raad om kennis te nemen van deze cijfers."),
        ("bespreken", "Het college vraagt de raad om deze cijfers te bespreken."),
        ("besluiten", "Het college vraagt de raad om te besluiten. Het voorstel daarvoor is een apart stuk."),
    ],
)
def test_what_is_asked_is_a_sentence(edition: Edition, what: str, told: str) -> None:
    edition.documents = DocumentsRecord(asked=what, questions=("Wat vindt u <b>daarvan</b>?", "En nu?"))
    page = html.fragment_fromstring(asked(edition), create_parent="div")
    assert told in text_of(asked(edition))
    assert [item.text_content() for item in page.iter("li")] == ["Wat vindt u <b>daarvan</b>?", "En nu?"]
    assert [h.text_content() for h in page.iter("h2")] == [
        "Wat vragen we van de raad?",
        "Vragen voor het gesprek",
    ]


def test_what_is_not_written_is_said_to_be_open(edition: Edition) -> None:
    edition.documents = DocumentsRecord()
    assert text_of(asked(edition)).count("Nog niet ingevuld.") == 2


def test_without_duiding_nothing_is_open_and_written_questions_stay(edition: Edition) -> None:
    edition.meta = edition.meta.model_copy(update={"profile": "zonder duiding"})
    edition.documents = DocumentsRecord()
    assert "ingevuld" not in asked(edition)
    assert "gesprek</h2>" not in asked(edition)
    edition.documents = DocumentsRecord(questions=("Wat wilt u weten?",))
    assert "Wat wilt u weten?" in asked(edition)


def terms(edition: Edition) -> dict[str, str]:
    page = html.fragment_fromstring(about_brief(edition), create_parent="div")
    (found,) = page.xpath("//dl[contains(@class, 'kort')]")
    return {row[0].text: " ".join(row[1].text_content().split()) for row in found}


def test_half_a_page_says_only_what_is_known(edition: Edition) -> None:
    edition.documents = DocumentsRecord()
    edition.changes = None
    told = terms(edition)
    assert told["Cijfers per"].startswith("15 februari 2021.")
    assert told["Herzien"] == "Dit is het eerste rapport. Er zijn nog geen herziene cijfers."
    assert told["Contact"] == "Nog niet ingevuld."
    assert told["Volgende keer"] == "Het volgende rapport gaat over het 1e kwartaal 2021."
    assert "https" not in told["Meer lezen"]
    edition.meta = edition.meta.model_copy(update={"state": "definitief"})
    assert "Contact" not in terms(edition)


def test_half_a_page_has_the_contact_of_the_letter_and_the_meeting(edition: Edition) -> None:
    edition.documents = DocumentsRecord(
        letter=LetterRecord(
            contact=ContactRecord(name="A. Jansen", phone="0123", email="a@lindeveen.example")
        ),
        meeting=MeetingRecord(day=date(2021, 3, 9), place="de raadzaal"),
        dashboard="https://dashboard.lindeveen.example",
    )
    revised = RevisedFigure(
        indicator="wmo_clienten", period="2020Q3", old=71.4, new=71.6, reason="Er kwam iets bij."
    )
    edition.changes = ChangesRecord(before="2020Q3", figures_as_of=date(2020, 11, 15), revised=(revised,))
    told = terms(edition)
    assert told["Contact"] == "A. Jansen, 0123, a@lindeveen.example"
    assert told["Volgende keer"].endswith("De raad praat over deze cijfers op 9 maart 2021 in de raadzaal.")
    assert told["Herzien"] == (
        "1 cijfer over een eerdere periode is herzien sinds de uitgave over het 3e kwartaal 2020."
    )
    assert "https://dashboard.lindeveen.example" in told["Meer lezen"]
