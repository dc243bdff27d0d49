"""Follow-up of signals and decided baselines: what is read, and what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.errors import ParameterError
from socdom.parameters.opvolging import read_opvolging
from socdom.parameters.signalen import read_signalen

ROOT = Path(__file__).resolve().parents[3]
FRONT = (
    "---\nindicator: jeugdhulp_wachttijd\nregel: zeven_aan_een_kant\nrichting: omhoog\nsinds: 2019Q1\n---\n"
)
NEW = "## 2020-11-18: nieuw (beleidsadviseur jeugd)\n\n"
WATCHED = "## 2021-02-18: wordt bekeken (beleidsadviseur jeugd)\n\nWij vragen het na.\n"
BASIS = (
    "basis:\n- indicator: jeugdhulp_wachttijd\n  van: 2016Q1\n  tot: 2018Q4\n  wie: stuurgroep jeugd\n"
    "  wanneer: 2019-02-20\n  waarom: Dit zijn de jaren van de afspraken.\n"
)
AGAIN = (
    "- indicator: jeugdhulp_wachttijd\n  van: 2017Q1\n  tot: 2020Q4\n  wie: stuurgroep jeugd\n"
    "  wanneer: 2021-02-20\n  waarom: Er zijn nieuwe afspraken.\n"
)
ANSWERS = "  anders: ja\n  reden_bekend: ja\n  gewenst: nee\n  blijft: ja\n"


def write(folder: Path, text: str, name: str = "a.md") -> Path:
    path = folder / "signalen" / name if name.endswith(".md") else folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path) -> list[str]:
    with pytest.raises(ParameterError) as caught:
        read_signalen(folder)
    return [str(fault) for fault in caught.value.faults]


def test_a_follow_up_is_read_with_its_steps(tmp_path: Path) -> None:
    found = read_opvolging(write(tmp_path, FRONT + NEW + WATCHED))
    assert (found.indicator, found.gebied, found.regel) == ("jeugdhulp_wachttijd", "", "zeven_aan_een_kant")
    assert (found.richting, found.sinds, found.is_open) == ("omhoog", "2019Q1", True)
    assert [(s.dag, s.staat, s.rol, s.tekst, s.concept) for s in found.stappen] == [
        (date(2020, 11, 18), "nieuw", "beleidsadviseur jeugd", "", False),
        (date(2021, 2, 18), "wordt bekeken", "beleidsadviseur jeugd", "Wij vragen het na.", False),
    ]


def test_a_step_that_is_to_be_filled_in_is_a_draft(tmp_path: Path) -> None:
    text = FRONT + NEW + "## 2021-02-18: verklaard ([in te vullen])\n"
    found = read_opvolging(write(tmp_path, text))
    assert [step.concept for step in found.stappen] == [False, True]
    text = FRONT + NEW + "## 2021-02-18: verklaard (adviseur)\n\nOmdat [in te vullen].\n"
    assert read_opvolging(write(tmp_path, text)).stappen[1].concept


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Zomaar tekst.\n", "signalen/a.md: het bestand moet beginnen met gegevens tussen twee regels met ---"),
        (FRONT.replace("regel: zeven_aan_een_kant\n", "") + NEW, "signalen/a.md, regel: kies uit buiten_de_grenzen"),
        (FRONT.replace("zeven_aan", "acht_aan") + NEW, "signalen/a.md, regel: kies uit buiten_de_grenzen"),
        (FRONT.replace("omhoog", "hoger") + NEW, "richting: kies omhoog of omlaag"),
        (FRONT.replace("2019Q1", "2019Q5") + NEW, "sinds: een kwartaal als 2019Q1"),
        (FRONT.replace("richting", "rol: x\nrichting") + NEW, "rol: dit veld bestaat niet. Bekend zijn: indicator"),
        ("---\n- een lijst\n---\n" + NEW, "het bestand moet beginnen met gegevens"),
        ("---\nindicator: [\n---\n" + NEW, "de gegevens bovenaan zijn geen geldige yml"),
        (FRONT.replace("omhoog", "2021-02-30") + NEW, "een datum of tijd in die niet bestaat"),
        (FRONT, "er moet ten minste één stap staan"),
        (FRONT + "Los.\n" + NEW, "de tekst hoort onder een stap"),
        (FRONT + "## Nieuw\n", "een stap heet ## 2021-02-18: wordt bekeken (beleidsadviseur jeugd), met dag, stand en"),
        (FRONT + "\n## Nieuw\n", "(1 rij: 8)"),
        (FRONT + NEW + "\n## 2021-02-18: klaar (adviseur)\n", "nieuw, wordt bekeken, verklaard, afgesloten (1 rij: 10)"),
        (FRONT + "## 2021-02-30: nieuw (adviseur)\n", "een datum of tijd in die niet bestaat, zoals 30 februari (1 rij: 7)"),
        (FRONT + "## 2021-02-18: nieuw (jan@gemeente.nl)\n", "geen naam, nummer of adres"),
        (FRONT + "## 2018-12-31: nieuw (adviseur)\n", "niet van voor het signaal zelf; dat begon in 2019Q1"),
        (FRONT + WATCHED + NEW.replace("nieuw", "verklaard"), "elke stap is van een latere dag dan de stap ervoor"),
        (FRONT + NEW + NEW.replace("nieuw", "verklaard"), "elke stap is van een latere dag dan de stap ervoor"),
        (FRONT + WATCHED.replace("2021", "2020") + NEW, "alleen de eerste stap kan nieuw zijn"),
        (FRONT + NEW.replace("nieuw", "afgesloten") + WATCHED, "na afgesloten komt geen stap meer"),
    ],
)  # fmt: skip
def test_a_wrong_follow_up_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text)
    assert message in "\n".join(faults(tmp_path))


def test_the_first_day_of_the_signal_will_do(tmp_path: Path) -> None:
    assert read_opvolging(write(tmp_path, FRONT + "## 2019-01-01: nieuw (adviseur)\n")).stappen


@pytest.mark.parametrize("number", ["123456782", "1234 56 782", "123.456.782"])
def test_a_number_of_a_person_is_refused_and_not_told(tmp_path: Path, number: str) -> None:
    write(tmp_path, FRONT + NEW + f"Het gaat om {number}.\n")
    write(tmp_path, BASIS.replace("de jaren", number), "signalen.yml")
    told = faults(tmp_path)
    assert len(told) == 2
    assert "signalen.yml: een getal dat een BSN kan zijn, mag hier niet staan (1 rij: 7)" in told[0]
    assert "signalen/a.md: een getal dat een BSN kan zijn, mag hier niet staan (1 rij: 9)" in told[1]
    assert not any(number in text for text in told)


def test_a_comment_is_never_published_and_lines_keep_their_number(tmp_path: Path) -> None:
    """As in duiding: a reader of a file would be wrong about one of the two."""
    note = "<!-- Mevrouw Jansen\nbelde hierover.\n## 2021-03-01: afgesloten (adviseur) -->\n"
    found = read_opvolging(write(tmp_path, FRONT + NEW + WATCHED + note))
    assert [step.tekst for step in found.stappen] == ["", "Wij vragen het na."]
    write(tmp_path, FRONT + note + "## 2021-02-18: weg (adviseur)\n")
    assert "(1 rij: 10)" in faults(tmp_path)[0]
    write(tmp_path, FRONT + NEW + note.replace("-->", ""))
    assert "staat tussen <!-- en -->" in faults(tmp_path)[0]


@pytest.mark.parametrize(
    "line", ["Vraag het jan@voorbeeld.nl.", "<!-- jan@voorbeeld.nl -->", "(jan@voorbeeld.nl)"]
)
def test_an_address_is_refused_and_not_told(tmp_path: Path, line: str) -> None:
    write(tmp_path, FRONT + NEW + line)
    (told,) = faults(tmp_path)
    assert "een e-mailadres mag hier niet staan (1 rij: 9)" in told
    write(tmp_path, "", "a.md").unlink()
    write(tmp_path, BASIS + f"  gewenst: {line[0]}{line[1:]!r}\n", "signalen.yml")
    assert not any("voorbeeld.nl" in fault for fault in [told, *faults(tmp_path)])


def test_who_decided_is_not_told_in_a_fault(tmp_path: Path) -> None:
    """A function belongs there, but a name may have been filled in."""
    write(tmp_path, BASIS.replace("stuurgroep jeugd", "Jan de Vries 2"), "signalen.yml")
    (told,) = faults(tmp_path)
    assert told.endswith("basis.0.wie: dit heeft niet de goede vorm.")


def test_a_follow_up_from_another_editor(tmp_path: Path) -> None:
    path = write(tmp_path, "")
    text = (FRONT + NEW + WATCHED + "Café.\n").replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-8-sig"))
    assert read_opvolging(path).stappen[1].tekst == "Wij vragen het na.\nCafé."
    path.write_bytes(text.encode("cp1252"))
    with pytest.raises(ParameterError, match=r"signalen/a\.md: dit bestand moet als utf-8 zijn opgeslagen"):
        read_opvolging(path)


def test_every_fault_of_every_file_comes_at_once(tmp_path: Path) -> None:
    write(tmp_path, FRONT.replace("omhoog", "hoger").replace("2019Q1", "vorig jaar") + "## Nieuw\n## Oud\n")
    write(tmp_path, "niets", "b.md")
    write(tmp_path, BASIS.replace("2016Q1", "2018Q1"), "signalen.yml")
    told = faults(tmp_path)
    assert len(told) == 1 + 4 + 1


def test_one_signal_has_one_open_file(tmp_path: Path) -> None:
    write(tmp_path, FRONT + NEW)
    write(tmp_path, FRONT + NEW, "b.md")
    told = faults(tmp_path)
    assert len(told) == 2
    assert "signalen/a.md: dit signaal wordt ook in een ander bestand gevolgd" in told[0]
    write(tmp_path, FRONT + NEW + WATCHED.replace("wordt bekeken", "afgesloten"), "b.md")
    assert [item.is_open for item in read_signalen(tmp_path).opvolging] == [True, False]
    write(tmp_path, FRONT.replace("omhoog", "omlaag") + NEW, "b.md")
    assert len(read_signalen(tmp_path).opvolging) == 2


def test_no_files_is_no_follow_up(tmp_path: Path) -> None:
    found = read_signalen(tmp_path)
    assert (found.opvolging, found.basis) == ((), ())


def test_a_baseline_is_read(tmp_path: Path) -> None:
    write(tmp_path, BASIS, "signalen.yml")
    (found,) = read_signalen(tmp_path).basis
    assert (found.van, found.tot, found.quarters, found.wanneer) == (
        "2016Q1",
        "2018Q4",
        12,
        date(2019, 2, 20),
    )
    assert found.answers == {}


def test_a_baseline_anew_carries_the_four_answers(tmp_path: Path) -> None:
    write(tmp_path, BASIS + AGAIN + ANSWERS, "signalen.yml")
    _, later = read_signalen(tmp_path).basis
    assert later.answers == {
        "Gedragen de cijfers zich anders dan daarvoor?": "ja",
        "Is de reden bekend?": "ja",
        "Is het nieuwe niveau gewenst?": "nee",
        "Blijft het naar verwachting zo?": "ja",
    }


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (BASIS.replace("2016Q1", "2016Q2"), "basis.0: van en tot omvatten 12 tot 20 kwartalen; gevonden: 11"),
        (BASIS.replace("2016Q1", "2013Q4"), "omvatten 12 tot 20 kwartalen; gevonden: 21"),
        (BASIS.replace("2016Q1", "2016Q7"), "basis.0.van: dit heeft niet de goede vorm"),
        (BASIS.replace("2019-02-20", "2018-12-31"), "wanneer: het besluit is van na het laatste kwartaal, 2018Q4"),
        (BASIS.replace("  waarom: Dit zijn de jaren van de afspraken.\n", ""), "waarom: dit veld is verplicht"),
        (BASIS.replace("  waarom", "  reden"), "reden: dit veld bestaat niet"),
        (BASIS + "  anders: ja\n", "alle vier de vragen horen een antwoord te hebben; leeg: reden_bekend, gewenst, blijft"),
        (BASIS + AGAIN, "leeg: anders, reden_bekend, gewenst, blijft. Grenzen opnieuw vaststellen kan alleen met"),
        (BASIS + AGAIN.replace("2017Q1", "2015Q1").replace("2020Q4", "2017Q4").replace("2021", "2018") + ANSWERS,
         "basis.1.wanneer: dit besluit is van na het vorige over hetzelfde cijfer"),
        ("basis:\n  - 3\n", "basis.0: hier horen regels als naam: waarde"),
        ("basis: [\n", "dit is geen geldig yml-bestand"),
    ],
)  # fmt: skip
def test_a_wrong_baseline_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    write(tmp_path, text, "signalen.yml")
    assert message in "\n".join(faults(tmp_path))


def test_twelve_and_twenty_quarters_will_do(tmp_path: Path) -> None:
    for first, quarters in (("2016Q1", 12), ("2014Q1", 20)):
        write(tmp_path, BASIS.replace("2016Q1", first), "signalen.yml")
        assert [item.quarters for item in read_signalen(tmp_path).basis] == [quarters]


PIECES = st.sampled_from(
    [
        *FRONT.splitlines(True),
        *NEW.splitlines(True),
        *WATCHED.splitlines(True),
        "## ",
        "---\n",
        "0000Q1",
        ": [",
    ]
)
LINES = st.sampled_from([*BASIS.splitlines(True), *AGAIN.splitlines(True), *ANSWERS.splitlines(True)])
WORDS = st.text(st.characters(codec="utf-8"), max_size=12)
BRIEFLY = settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@BRIEFLY
@given(
    st.lists(PIECES | WORDS).map("".join)
    | st.lists(PIECES).map(lambda pieces: FRONT + "".join(pieces))
    | st.sampled_from(["0000Q1", "9999Q4"]).map(lambda since: FRONT.replace("2019Q1", since) + NEW)
)
def test_whatever_stands_in_a_file_is_read_or_refused(tmp_path: Path, text: str) -> None:
    try:
        found = read_opvolging(write(tmp_path, text))
    except ParameterError:
        return
    days = [step.dag for step in found.stappen]
    assert days
    assert days == sorted(set(days))


@BRIEFLY
@given(
    st.lists(LINES | WORDS).map("".join)
    | st.sampled_from(["0000Q1", "9999Q4", "2018Q5"]).map(lambda last: BASIS.replace("2018Q4", last))
)
def test_whatever_stands_in_the_file_of_baselines_is_read_or_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, text, "signalen.yml")
    try:
        found = read_signalen(tmp_path).basis
    except ParameterError:
        return
    assert all(12 <= item.quarters <= 20 for item in found)


@pytest.mark.parametrize(
    "folder", sorted(ROOT.glob("parameters/*/signalen")), ids=lambda path: path.parts[-2]
)
def test_our_own_follow_up_is_valid_and_filled_in(folder: Path) -> None:
    found = read_signalen(folder.parent)
    assert found.opvolging
    assert not any(step.concept for item in found.opvolging for step in item.stappen)
