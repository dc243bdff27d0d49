"""Answers of the griffie, as they are written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.antwoorden import read_antwoorden

FRONT = (
    "---\nvraag: Waarom wachten jongeren langer?\nsoort: technisch\ndatum: 2021-02-10\ndoor: beleidsadviseur jeugd\n"
    "over: [jeugdhulp_wachttijd, jeugd]\nkwartaal: 2020Q4\nstatus: gepubliceerd\n---\n"
)
TEXT = FRONT + "Daarom.\n"
ROOT = Path(__file__).resolve().parents[3]


def write(folder: Path, text: str, name: str = "wachttijd.md") -> Path:
    (folder / "antwoorden").mkdir(exist_ok=True)
    (folder / "antwoorden" / name).write_text(text, encoding="utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(ParameterError) as caught:
        read_antwoorden(folder)
    return [str(fault) for fault in caught.value.faults]


def test_a_file_is_read(tmp_path: Path) -> None:
    (found,) = read_antwoorden(write(tmp_path, TEXT.replace("\n", "\r\n")))
    assert (found.vraag, found.soort, found.datum) == (
        "Waarom wachten jongeren langer?",
        "technisch",
        date(2021, 2, 10),
    )
    assert found.over == ("jeugdhulp_wachttijd", "jeugd")
    assert (found.kwartaal, found.tekst, found.bestand) == ("2020Q4", "Daarom.", "wachttijd.md")


def test_without_the_folder_there_is_none(tmp_path: Path) -> None:
    assert read_antwoorden(tmp_path) == ()


def test_a_concept_may_be_half_done(tmp_path: Path) -> None:
    half = (
        "---\nvraag: Waarom is dit zo?\nsoort: politiek\ndatum:\ndoor:\nover: [geld]\nstatus: concept\n---\n"
    )
    (found,) = read_antwoorden(write(tmp_path, half))
    assert (found.datum, found.door, found.kwartaal, found.tekst) == (None, "", "", "")
    assert len(faults(write(tmp_path, half.replace("concept", "gepubliceerd")))) == 3


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Zomaar tekst.\n", "moet beginnen met gegevens tussen twee regels met ---"),
        (TEXT.replace("technisch", "boos"), "soort: kies technisch, duiding of politiek"),
        (TEXT.replace("2021-02-10", "2021-02-30"), "een datum of tijd in die niet bestaat"),
        (TEXT.replace("2020Q4", "2020Q5"), "kwartaal: een kwartaal als 2020Q4"),
        (TEXT.replace("[jeugdhulp_wachttijd, jeugd]", "[]"), "over: een lijst van cijfers en pagina’s"),
        (TEXT.replace("over:", "overig:"), "overig: dit veld bestaat niet"),
        (TEXT.replace("beleidsadviseur jeugd", "mevrouw Jansen"), "door: een functie"),
        (TEXT.replace("beleidsadviseur jeugd", "J. de Vries"), "door: een functie"),
        (TEXT.replace("beleidsadviseur jeugd", "jansen, tel. 0123"), "door: een functie"),
        (
            TEXT.replace("Daarom.", "Mail naar jan@example.nl"),
            "een e-mailadres mag hier niet staan (1 rij: 10)",
        ),
        (TEXT.replace("Daarom.", "Het gaat om 123456782."), "een getal dat een BSN kan zijn"),
        (TEXT.replace("Daarom.", "<!-- intern -->"), "wat hier staat, is openbaar (1 rij: 10)"),
        (TEXT.replace("Daarom.", "Een <b>woord</b>."), "html hoort hier niet"),
        (TEXT.replace("Daarom.", "![x](https://elders.example/x.png)"), "een plaatje hoort hier niet"),
        (FRONT, "onder de gegevens hoort het antwoord te staan"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    found = faults(write(tmp_path, text))
    assert len(found) >= 1
    assert any(message in fault for fault in found), found
    assert not any("Jansen" in fault or "jan@" in fault or "123456782" in fault for fault in found)


def test_a_sign_in_the_text_is_no_html(tmp_path: Path) -> None:
    (found,) = read_antwoorden(write(tmp_path, TEXT.replace("Daarom.", "Minder dan 5 (<5) of x < y.")))
    assert "<5" in found.tekst


def test_every_fault_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    write(tmp_path, TEXT.replace("technisch", "boos").replace("Daarom.", "<i>x</i> <!-- y -->"))
    write(tmp_path, "leeg", "Tweede Bestand.md")
    found = faults(tmp_path)
    assert [fault.split(":")[0] for fault in found] == [
        "antwoorden/Tweede Bestand.md",
        "antwoorden/Tweede Bestand.md",
        "antwoorden/wachttijd.md",
        "antwoorden/wachttijd.md",
        "antwoorden/wachttijd.md, soort",
    ]


def test_those_of_the_example_can_be_read() -> None:
    found = read_antwoorden(ROOT / "parameters" / "lindeveen")
    assert {item.soort for item in found} == {"technisch", "duiding", "politiek"}
    assert {item.status for item in found} == {"concept", "gepubliceerd"}
