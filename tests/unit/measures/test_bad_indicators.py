"""A wrong definition is refused with a message that says what to write instead."""

from __future__ import annotations

import ast
import re
import runpy
from datetime import date
from pathlib import Path

import pytest

from socdom.errors import DefinitionError
from tests.lib.definitions import indicator

FOLDER = Path(__file__).parents[2] / "fixtures" / "bad_indicators"
FILES = sorted(FOLDER.glob("*.py"))


def message_of(path: Path) -> str:
    """What the file says the error must hold: the constant before the mistake."""
    found = re.search(r"^MESSAGE = (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert found
    return ast.literal_eval(found[1])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_mistake_is_named(path: Path) -> None:
    with pytest.raises(DefinitionError, match=re.escape(message_of(path))):
        runpy.run_path(str(path))


def test_all_faults_come_at_once_and_are_counted() -> None:
    with pytest.raises(DefinitionError, match="3 punten") as caught:
        indicator(unit="inwoner", why="Daarom", next_review=date(2020, 1, 1))
    assert len(caught.value.faults) == 3


def test_a_sound_definition_is_taken() -> None:
    assert indicator().kind == "personen in de periode"
