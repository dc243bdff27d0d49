"""`declaraties` of gemeente.yml: when a quarter is complete and breaks in invoicing, and their faults in Dutch."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import load_gemeente
from socdom.parameters.declaraties import Declaraties

BASE = """naam: Dongen
code: GM0766
griffie:
  email: griffie@dongen.example
bronnen:
  leveringen: false
"""


def loaded(tmp_path: Path, text: str) -> Declaraties:
    folder = tmp_path / "parameters" / "dongen"
    folder.mkdir(parents=True)
    (folder / "gemeente.yml").write_text(BASE + text, encoding="utf-8")
    return load_gemeente(folder).declaraties


def test_without_anything(tmp_path: Path) -> None:
    found = loaded(tmp_path, "")
    assert (found.volledig_vanaf, found.breuken) == (97, ())


def test_breaks_with_their_reason(tmp_path: Path) -> None:
    text = "declaraties:\n  volledig_vanaf: 98\n  breuken:\n    - {wet: wmo, vanaf: 2020Q1, waarom: Per vier weken.}\n"
    found = loaded(tmp_path, text)
    assert found.volledig_vanaf == 98
    assert [(item.wet, item.vanaf, item.waarom) for item in found.breuken] == [
        ("wmo", "2020Q1", "Per vier weken.")
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("declaraties: {volledig_vanaf: 40}", "declaraties.volledig_vanaf"),
        ("declaraties: {volledig_vanaf: 101}", "declaraties.volledig_vanaf"),
        ("declaraties: {volledig: 95}", "volledig"),
        (
            "declaraties: {breuken: [{wet: bijstand, vanaf: 2020Q1, waarom: Anders.}]}",
            "kies uit 'wmo' of 'jeugd'",
        ),
        ("declaraties: {breuken: [{wet: wmo, vanaf: 2020-1, waarom: Anders.}]}", "vanaf"),
        ("declaraties: {breuken: [{wet: wmo, vanaf: 2020Q1}]}", "waarom"),
        ("declaraties: {breuken: [{wet: wmo, vanaf: 2020Q1, waarom: ''}]}", "waarom"),
    ],
)
def test_faults_name_the_place(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ParameterError) as caught:
        loaded(tmp_path, text + "\n")
    assert told in str(caught.value)
