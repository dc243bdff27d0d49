"""The page of developments as people wrote it: what nobody may read in it never comes further."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.ontwikkelingen import read_developments


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2020Q4").mkdir()
    return tmp_path / "2020Q4"


def written(folder: Path, text: str) -> str:
    (folder / "ontwikkelingen.md").write_text(text, encoding="utf-8")
    return read_developments(folder)


def test_without_a_file_there_is_nothing(folder: Path) -> None:
    assert read_developments(folder) == ""


def test_a_comment_between_writers_is_left_out(folder: Path) -> None:
    found = written(
        folder, "## Nieuw\n<!-- Nog vragen aan\nmevrouw Jansen, 123456782 -->\nPer 1-1-2021 € 12.345.678.\n"
    )
    assert found == "## Nieuw\n\n\nPer 1-1-2021 € 12.345.678.\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Een\n\nDossier 123456782.\n", "er staat een nummer in dat van een persoon kan zijn (1 rij: 3)"),
        ("Een <!-- notitie\n", "een van de twee ontbreekt"),
    ],
)
def test_a_number_of_a_person_or_half_a_comment_is_refused(folder: Path, text: str, told: str) -> None:
    with pytest.raises(ParameterError) as caught:
        written(folder, text)
    message = str(caught.value)
    assert message.count("2020Q4/ontwikkelingen.md") == 1
    assert told in message
    assert "782" not in message
