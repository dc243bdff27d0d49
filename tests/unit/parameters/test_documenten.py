"""The letter in the parameters: what may be filled in, and the faults in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import Gemeente, Kwartaal, load_gemeente, load_kwartaal
from socdom.pipeline.documents import documents_record

PARAMETERS = Path(__file__).resolve().parents[3] / "parameters"
GEMEENTE = """naam: Dongen
code: GM0766
griffie:
  email: griffie@dongen.example
bronnen:
  leveringen: false
"""
KWARTAAL = "kwartaal: 2020Q4\ncijfers_per: 2021-02-15\n"


def loaded(tmp_path: Path, gemeente: str = "", kwartaal: str = "") -> tuple[Gemeente, Kwartaal]:
    folder = tmp_path / "parameters" / "dongen"
    (folder / "2020Q4").mkdir(parents=True)
    (folder / "gemeente.yml").write_text(GEMEENTE + gemeente, encoding="utf-8")
    (folder / "2020Q4" / "kwartaal.yml").write_text(KWARTAAL + kwartaal, encoding="utf-8")
    return load_gemeente(folder), load_kwartaal(folder, "2020Q4")


@pytest.mark.parametrize(
    "number", ["0123 456 789", "(0123) 45 67 89", "+31 123 456 789", "0031123456789", "14 0162", "140123"]
)
def test_telephone_numbers(tmp_path: Path, number: str) -> None:
    gemeente, _ = loaded(tmp_path, f'brief: {{contact: {{telefoon: "{number}"}}}}\n')
    assert gemeente.brief.contact.telefoon == number


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{contact: {telefoon: "12345"}}', "brief.contact.telefoon: hier hoort een telefoonnummer"),
        ('{contact: {telefoon: "0123 456 78"}}', "brief.contact.telefoon: hier hoort een telefoonnummer"),
        ("{contact: {email: jan.gemeente.nl}}", "brief.contact.email: hier hoort een e-mailadres"),
        ("{contact: {email: jan@gemeente}}", "brief.contact.email: hier hoort een e-mailadres"),
        ("{contact: {fax: x}}", "brief.contact.fax: dit veld bestaat niet"),
        ("{afzender: [a]}", "brief.afzender.0: deze tekst is te kort"),
        ("{afzender: [aa, bb, cc, dd, ee, ff]}", "brief.afzender: deze lijst is te lang"),
        ("{aanhef: ''}", "brief.aanhef: deze tekst is te kort"),
    ],
)
def test_faults_of_what_is_the_same_in_every_letter(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, f"brief: {text}\n")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "{zaaknummer: 0123}",
            'brief.zaaknummer: hier hoort tekst; zet een nummer tussen aanhalingstekens, als "0123"',
        ),
        ("{datum: morgen}", "brief.datum: hier hoort een datum als 2021-02-15"),
        (f"{{betreft: {'a' * 121}}}", "brief.betreft: deze tekst is te lang"),
        ("{onderwerp: x}", "brief.onderwerp: dit veld bestaat niet"),
    ],
)
def test_faults_of_the_letter_of_a_quarter(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, kwartaal=f"brief: {text}\n")
    assert told in str(caught.value)


def test_a_wrong_telephone_number_is_not_told_again(tmp_path: Path) -> None:
    """It may be one of somebody at home."""
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, 'brief: {contact: {telefoon: "0612345"}}\n')
    assert "0612345" not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("brief: {financieel: 'Zie 123456782.'}", "brief.financieel"),
        ("brief: {wat_doen_wij: 'Zie 1234.56.782.'}", "brief.wat_doen_wij"),
        ("brief: {vervolg: 'Zie 123 456 782.'}", "brief.vervolg"),
        ("brief: {betreft: Over 123456782}", "brief.betreft"),
        ("brief: {bijlagen: [Dossier 123456782]}", "brief.bijlagen.0"),
        ("gespreksvragen: ['Hoe gaat het met 123456782?']", "gespreksvragen.0"),
        ("bijeenkomst: {plaats: bij 123456782}", "bijeenkomst.plaats"),
        ("errata: [{datum: 2021-03-01, waar: blz. 2, fout: BSN 123456782, goed: weg}]", "errata.0.fout"),
    ],
)
def test_a_number_of_a_person_comes_into_no_document(tmp_path: Path, text: str, place: str) -> None:
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, kwartaal=f"{text}\n")
    told = str(caught.value)
    assert f"{place}: hier mag geen nummer staan dat een BSN kan zijn" in told
    assert "782" not in told


def test_numbers_that_are_of_nobody_may_stand_there(tmp_path: Path) -> None:
    fixed = "brief: {afzender: [KvK 12345678, Telefoon 0123 456 789]}\n"
    own = (
        "brief: {zaaknummer: '2021012345', uw_kenmerk: '123456782', financieel: 'Op 15-02-2021 € 12.345.678.'}\n"
        "errata: [{datum: 2021-03-01, waar: blz. 2, fout: 1.475 inwoners, goed: 1.480 inwoners}]\n"
    )
    found = documents_record(*loaded(tmp_path, fixed, own))
    assert found.letter.sender[0] == "KvK 12345678"
    assert (found.letter.case, found.errata[0].right) == ("2021012345", "1.480 inwoners")


def test_the_letter_of_the_quarter_joins_what_is_fixed(tmp_path: Path) -> None:
    fixed = (
        "brief: {afzender: [Hoge Ham 62], contact: {naam: A. Vast}, ondertekening: {secretaris: B. Bos}}\n"
    )
    own = "brief: {datum: 2021-02-23, nummer: '23', vervolg: ' U krijgt bericht. '}\ngevraagd: kennisnemen\n"
    found = documents_record(*loaded(tmp_path, fixed, own))
    letter = found.letter
    assert (letter.sender, letter.contact.name, letter.secretary) == (("Hoge Ham 62",), "A. Vast", "B. Bos")
    assert (letter.number, letter.next_steps, found.asked) == ("23", "U krijgt bericht.", "kennisnemen")
    assert (letter.mayor, letter.mayor_role) == ("", "burgemeester")


def test_another_contact_for_one_letter(tmp_path: Path) -> None:
    fixed = "brief: {contact: {naam: A. Vast, email: a@dongen.example}}\n"
    found = documents_record(*loaded(tmp_path, fixed, "brief: {contact: {naam: C. Nu}}\n"))
    # Another person has another address: nothing of the fixed one goes along.
    assert (found.letter.contact.name, found.letter.contact.email) == ("C. Nu", "")


@pytest.mark.parametrize(
    ("slug", "quarter", "kinds"),
    [
        ("lindeveen", "2020Q4", ("rapport", "brief", "bijeenkomst")),
        ("lindeveen", "2020Q3", ("rapport", "brief", "bijeenkomst")),
        ("dongen", "2024Q4", ("rapport", "brief", "bijeenkomst")),
        ("nijmegen", "2024Q4", ("rapport", "bijeenkomst")),
    ],
)
def test_the_documents_of_the_municipalities_here(slug: str, quarter: str, kinds: tuple[str, ...]) -> None:
    folder = PARAMETERS / slug
    assert documents_record(load_gemeente(folder), load_kwartaal(folder, quarter)).kinds == kinds
