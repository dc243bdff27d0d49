"""What stands in the letter, for editions of every kind."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from socdom.editions.documents import DocumentsRecord, ErratumRecord
from socdom.editions.read import Edition
from socdom.editions.write import write_changes
from socdom.report.letter.compose import letter_of
from socdom.report.letter.model import LetterContent, Paragraph, Part, Points, Text
from tests.lib import agreed
from tests.lib.letters import filled
from tests.lib.sample_edition import write_sample


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = write_sample(tmp_path_factory.mktemp("brief"), additions=agreed.additions())
    write_changes(path, agreed.changes())
    return path


def edition_with(folder: Path, documents: DocumentsRecord, **meta: object) -> Edition:
    edition = Edition(folder)
    edition.documents = documents
    edition.meta = edition.meta.model_copy(update=meta)
    return edition


def letter(folder: Path, documents: DocumentsRecord, **meta: object) -> LetterContent:
    return letter_of(edition_with(folder, documents, **meta))


def said(text: Text) -> str:
    return "".join(run.text for run in text)


def told(part: Part) -> list[str]:
    found: list[str] = []
    for block in part.blocks:
        found += [said(block.text)] if isinstance(block, Paragraph) else [said(item) for item in block.items]
    return found


def by_title(found: LetterContent) -> dict[str, list[str]]:
    return {part.title: told(part) for part in found.parts}


@pytest.fixture(scope="module")
def whole(folder: Path) -> LetterContent:
    return letter(folder, filled())


def test_fields_and_their_order(whole: LetterContent) -> None:
    fields = {f.label: [said(line) for line in f.lines] for f in (*whole.left, *whole.right, *whole.below)}
    assert fields == {
        "Aan": ["de gemeenteraad"],
        "Datum": ["23 februari 2021"],
        "Uw kenmerk": ["R-17"],
        "Zaaknummer": ["Z21-0042"],
        "Raadsinformatiebrief nr.": ["2021-07"],
        "Contactpersoon": ["S. de Wit"],
        "Telefoon": ["0123 456 789"],
        "E-mail": ["s.dewit@lindeveen.example"],
        "Bijlagen (3)": [
            "Kwartaalrapportage sociaal domein, 4e kwartaal 2020",
            "Cijfers over het sociaal domein (Excel en csv)",
            "Antwoorden op uw vragen",
        ],
    }
    assert list(fields)[:5] == ["Aan", "Datum", "Uw kenmerk", "Zaaknummer", "Raadsinformatiebrief nr."]
    assert whole.subject == "Kwartaalrapportage sociaal domein, 4e kwartaal 2020"


def test_parts_and_their_order(whole: LetterContent) -> None:
    assert list(by_title(whole)) == [
        "De hoofdlijnen",
        "Wat veranderde?",
        "Geld",
        "Wat doen wij?",
        "Wat vragen wij u?",
        "Hoe verder?",
        "Meer weten?",
    ]


def test_a_few_main_lines_and_money_in_its_own_part(whole: LetterContent) -> None:
    lines = by_title(whole)["De hoofdlijnen"]
    assert len(lines) == 3 + 1
    assert not any("€" in line for line in lines)
    assert "€" in by_title(whole)["Geld"][0]


def test_money_stands_beside_planning_and_control(whole: LetterContent) -> None:
    computed, written = by_title(whole)["Geld"]
    assert "Zij vervangen die niet." in computed
    assert "Jaarstukken 2020" in computed
    assert written == "Wij leggen de uitgaven voor in de jaarstukken."


def test_questions_for_the_conversation_are_three_and_numbered(whole: LetterContent) -> None:
    asked = next(part for part in whole.parts if part.id == "gevraagd")
    assert told(asked)[0] == "Wij vragen u om deze cijfers te bespreken. Vragen voor het gesprek zijn:"
    assert told(asked)[1:] == [
        "Welke wachttijd vindt u aanvaardbaar?",
        "Wat mist u?",
        "Wat wilt u zien?",
    ]
    points = asked.blocks[1]
    assert isinstance(points, Points)
    assert points.numbered


def test_what_people_wrote_keeps_its_paragraphs_and_lists(whole: LetterContent) -> None:
    assert by_title(whole)["Wat doen wij?"] == [
        "Wij praten met de aanbieders.",
        "over de wachttijd",
        "over de prijs",
    ]


def test_the_next_report_and_the_meeting(whole: LetterContent) -> None:
    assert by_title(whole)["Hoe verder?"] == [
        "U krijgt in mei bericht. Op 4 maart 2021 om 20.00 uur is er een bijeenkomst over de cijfers. "
        "Plaats: de raadzaal. Het volgende rapport gaat over het 1e kwartaal 2021."
    ]


def test_who_signs(whole: LetterContent) -> None:
    assert said(whole.college) == "Het college van burgemeester en wethouders van Lindeveen"
    assert [(said(one.name), one.role) for one in whole.signatories] == [
        ("K. Overbeek", "loco-secretaris"),
        ("A. van Rijn", "burgemeester"),
    ]


def test_a_concept_says_so(whole: LetterContent) -> None:
    assert whole.notices == ("Concept: het college kan deze brief nog veranderen.",)


def test_an_empty_first_letter_of_a_real_municipality(folder: Path) -> None:
    edition = edition_with(folder, DocumentsRecord(), fictional=False, pc_document="")
    edition.__dict__["changes"] = None
    found = letter_of(edition)
    fields = [line for field in (*found.left, *found.right) for line in field.lines]
    names = [said(text) for text in (*fields, found.college, *(one.name for one in found.signatories))]
    assert names.count("[in te vullen]") == 9
    assert found.notices[1] == "Nog niet klaar: in deze brief staat 9 keer [in te vullen]."
    assert found.fictional == ""
    parts = by_title(found)
    assert "Wat veranderde?" not in parts
    assert parts["Wat vragen wij u?"] == ["Met deze brief informeren wij u. Wij vragen geen besluit."]
    # Nothing is written, but the report tells what the college does.
    assert parts["Wat doen wij?"] == ["In het rapport staat bij de cijfers wat het college doet."]
    assert "officiële" not in parts["Geld"][0]


def test_a_definitive_letter_says_nothing_about_its_state(folder: Path) -> None:
    assert letter(folder, filled(), state="definitief").notices == ()


def test_a_correction_is_told_above_the_letter(folder: Path) -> None:
    erratum = ErratumRecord(
        day=date(2021, 3, 9), where="Tabel 2", wrong="De lasten zijn 5.", right="Zij zijn 6."
    )
    corrected = filled().model_copy(update={"errata": (erratum,)})
    told_above = " ".join(letter(folder, corrected, state="definitief").notices)
    assert all(text in told_above for text in ("9 maart 2021", "Tabel 2", "De lasten zijn 5.", "Zij zijn 6."))


def test_without_a_report_the_letter_does_not_speak_of_one(folder: Path) -> None:
    alone = filled().model_copy(update={"kinds": ("brief",)})
    found = letter(folder, alone)
    assert [said(line) for line in found.below[0].lines][0].startswith("Cijfers")
    assert found.below[0].label == "Bijlagen (2)"
    assert "rapport" not in said(found.opening.text)
    assert "rapport" not in " ".join(by_title(found)["De hoofdlijnen"])


def test_published_figures_alone_are_told_by_their_day(folder: Path) -> None:
    found = letter(folder, filled(), own_registration=False)
    assert said(found.opening.text).endswith("met de cijfers die op 15 februari 2021 bekend waren.")


def test_the_college_keeps_its_own_texts_without_explanation(folder: Path) -> None:
    found = letter(folder, filled(), profile="zonder duiding")
    assert by_title(found)["Wat doen wij?"][0] == "Wij praten met de aanbieders."


def test_every_number_is_one_of_the_edition(folder: Path) -> None:
    """Of what is computed: the numbers of shown figures, differences of two of them, and how many have a status."""
    edition = edition_with(folder, filled(finances="", actions="", next_steps=""))
    computed = [text for part in letter_of(edition).parts if part.id in ("hoofdlijnen", "veranderd", "geld-gevolgen")
                for text in told(part)]  # fmt: skip
    found = set(_numbers(" ".join(computed)))
    assert len(found) > 3
    assert found <= _numbers_of(edition)


def _numbers(text: str) -> list[str]:
    plain = re.sub(r"\d(?:e|de) kwartaal \d{4}|(?:van de|per)\s1\.000|\b20\d\d\b|tot \d+ jaar", "", text)
    return re.findall(r"\d+(?:\.\d{3})*(?:,\d+)?", plain)


def _numbers_of(edition: Edition) -> set[str]:
    shown = edition.figures[edition.figures["status"].isin(["definitief", "voorlopig", "onvolledig"])]
    own = shown[(shown["area"] == edition.meta.code) & (shown["dimension"] == "")]
    # € 17,6 mln. beside a budget of € 16,8 mln. is € 800.000 more; of figures that are one quarter short there is one.
    found = {"800.000", "1"}
    for name, group in own.groupby("indicator"):
        about, values = edition.descriptions[name], list(group["value"])
        texts = [about.text(value) for value in values]
        texts += [about.text(abs(one - other)) for one in values for other in values]
        found |= {number for text in texts for number in _numbers(text)}
    assert edition.changes is not None
    return found | {str(len(edition.changes.revised)), str(edition.changes.hidden)}
