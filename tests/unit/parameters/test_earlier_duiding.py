"""The newest approved text of an earlier quarter."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.earlier_duiding import earlier_duiding


def _write(
    folder: Path, quarter: str, text: str, status: str = "goedgekeurd", subject: str = "indicator: a"
) -> None:
    target = folder / quarter / "duiding"
    target.mkdir(parents=True, exist_ok=True)
    front = f"---\n{subject}\nrol: adviseur\ndatum: 2020-02-01\nstatus: {status}\n---\n"
    (target / f"{subject[-1]}.md").write_text(f"{front}## Waarom?\n{text}\n", encoding="utf-8")


def test_the_newest_approved_text_before_a_quarter(tmp_path):
    _write(tmp_path, "2019Q4", "oud")
    _write(tmp_path, "2020Q1", "nieuwer")
    _write(tmp_path, "2020Q2", "concept", "concept")
    _write(tmp_path, "2020Q3", "")
    _write(tmp_path, "2020Q4", "nu")
    _write(tmp_path, "2021Q1", "later")
    _write(tmp_path, "2019Q3", "geld", subject="thema: b")
    found = earlier_duiding(tmp_path, "2020Q4")
    assert {key: (item.kwartaal, item.duiding.parts["Waarom?"]) for key, item in found.items()} == {
        "a": ("2020Q1", "nieuwer"),
        "thema:b": ("2019Q3", "geld"),
    }


def test_a_broken_file_is_told(tmp_path):
    _write(tmp_path, "2020Q1", "<!-- half")
    with pytest.raises(ParameterError, match="een van de twee ontbreekt"):
        earlier_duiding(tmp_path, "2020Q4")
