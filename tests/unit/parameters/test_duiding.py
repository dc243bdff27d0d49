"""Duiding: people's texts, read with what belongs to them."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import read_duiding
from socdom.parameters.duiding import PARTS

FRONT = "---\nindicator: jeugdhulp_gebruik\nrol: beleidsadviseur jeugd\ndatum: 2021-02-18\nstatus: goedgekeurd\n---\n"
ROOT = Path(__file__).resolve().parents[3]


def _write(folder: Path, text: str, name: str = "a.md") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_file_is_read_and_empty_parts_stay_empty(tmp_path: Path) -> None:
    found = read_duiding(_write(tmp_path, FRONT + "## Waarom?\n\nDaarom.\n"))
    assert len(found) == 1
    assert found[0].rol == "beleidsadviseur jeugd"
    assert list(found[0].parts) == list(PARTS)
    assert [text for text in found[0].parts.values() if text] == ["Daarom."]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Zomaar tekst.\n", "moet beginnen met gegevens tussen twee regels met ---"),
        (FRONT.replace("rol: beleidsadviseur jeugd\n", ""), "ontbreken of kloppen niet: rol"),
        (FRONT.replace("goedgekeurd", "klaar"), "ontbreken of kloppen niet: status"),
        (FRONT.replace("indicator: jeugdhulp_gebruik\n", ""), "noem een indicator of een thema"),
        (FRONT + "## Daarom\nx\n", "de tekst hoort onder deze kopjes"),
        (FRONT + "## Waarom?\neen\n## Waarom? \ntwee\n", "elk kopje komt hooguit één keer voor"),
        ("---\n- een lijst\n---\n", "moet beginnen met gegevens tussen twee regels met ---"),
        (FRONT.replace("02-18", "02-30"), "een datum of tijd in die niet bestaat"),
        (FRONT + "Losse tekst.\n## Waarom?\nx\n", "de tekst hoort onder deze kopjes"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ParameterError, match=message):
        read_duiding(_write(tmp_path, text))


def test_a_space_after_a_heading_loses_no_text(tmp_path: Path) -> None:
    found = read_duiding(_write(tmp_path, FRONT + "## Waarom? \nDaarom.\n"))
    assert found[0].parts["Waarom?"] == "Daarom."


def test_a_file_from_another_editor(tmp_path: Path) -> None:
    text = (FRONT + "## Waarom?\nCafé.\n").replace("\n", "\r\n")
    (tmp_path / "a.md").write_bytes(text.encode("utf-8-sig"))
    assert read_duiding(tmp_path)[0].parts["Waarom?"] == "Café."
    (tmp_path / "a.md").write_bytes(text.encode("cp1252"))
    with pytest.raises(ParameterError, match=r"duiding/a\.md: dit bestand moet als utf-8 zijn opgeslagen"):
        read_duiding(tmp_path)


def test_what_stands_in_a_comment_is_never_read(tmp_path: Path) -> None:
    text = "<!-- Los. -->\n## Waarom?\n<!-- Vorige keer:\n\n## Waarom?\ngeheim\n-->\nDaarom<!-- x --> wel.\n"
    (found,) = read_duiding(_write(tmp_path, FRONT + text))
    assert found.parts["Waarom?"] == "Daarom wel."
    assert [part for part in found.parts.values() if part] == ["Daarom wel."]


@pytest.mark.parametrize(
    "text",
    ["## Waarom?\n<!-- open\n", "## Waarom?\ndicht -->\n", "## Waarom?\n<!-- open\nTekst.\n<!-- twee -->\n"],
)
def test_half_a_comment_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ParameterError, match="tussen <!-- en -->; een van de twee ontbreekt"):
        read_duiding(_write(tmp_path, FRONT + text))


def test_a_concept_may_have_no_role_and_date_yet(tmp_path: Path) -> None:
    empty = "---\nthema: geld\nrol:   # uw functie\ndatum:\nstatus: {}\n---\n## Waarom?\n"
    (found,) = read_duiding(_write(tmp_path, empty.format("concept")))
    assert (found.rol, found.datum, found.subject, found.is_written) == ("", None, "thema:geld", False)
    with pytest.raises(ParameterError, match="ontbreken of kloppen niet: datum, rol"):
        read_duiding(_write(tmp_path, empty.format("goedgekeurd")))


def test_a_number_of_a_person_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ParameterError, match="een nummer in dat van een persoon kan zijn") as caught:
        read_duiding(_write(tmp_path, FRONT + "## Waarom?\nZie 123456782.\n"))
    assert "123456782" not in str(caught.value)


def test_two_texts_are_the_same_whatever_their_lines(tmp_path: Path) -> None:
    one, other, third = (
        read_duiding(_write(tmp_path, FRONT + f"## Waarom?\n{text}", "a.md"))[0]
        for text in ("Een regel\nen nog een.\n", "Een  regel en\n\nnog een.", "Een regel en nog twee.")
    )
    assert one.says_the_same(other)
    assert not one.says_the_same(third)
    (empty,) = read_duiding(_write(tmp_path, FRONT, "a.md"))
    assert not empty.says_the_same(empty)


def test_faults_of_all_files_come_at_once(tmp_path: Path) -> None:
    _write(_write(tmp_path, "een"), "twee", "b.md")
    with pytest.raises(ParameterError) as caught:
        read_duiding(tmp_path)
    assert len(caught.value.faults) == 2


def test_no_folder_is_no_duiding(tmp_path: Path) -> None:
    assert read_duiding(tmp_path / "duiding") == []


@pytest.mark.parametrize("folder", sorted(ROOT.glob("parameters/*/*/duiding")), ids=lambda p: p.parts[-3])
def test_our_own_duiding_is_valid(folder: Path) -> None:
    assert read_duiding(folder)
