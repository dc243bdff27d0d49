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
