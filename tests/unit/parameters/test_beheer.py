"""`beheer.yml` as who runs a server meets it: every setting is in the docs, and one mistake is told once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from socdom.errors import ParameterError
from socdom.parameters.beheer import Beheer, load_beheer

DOCS = Path(__file__).resolve().parents[3] / "docs" / "beheer.md"


def settings(model: type[BaseModel], before: str = "") -> Iterator[tuple[str, Any]]:
    """Every setting with a dot between its parts, and its default."""
    for name, field in model.model_fields.items():
        kinds = [kind for kind in (field.annotation, *get_args(field.annotation)) if isinstance(kind, type)]
        within = [kind for kind in kinds if issubclass(kind, BaseModel)]
        if within:
            yield from settings(within[0], f"{before}{name}.")
        else:
            yield before + name, field.default


def test_docs_tell_every_setting_with_what_holds_without_it() -> None:
    rows = [line.split(" | ") for line in DOCS.read_text(encoding="utf-8").splitlines() if " | " in line]
    told = {row[0].strip("| `"): row[1].strip("`") for row in rows}
    for name, default in settings(Beheer):
        assert name in told
        if default and isinstance(default, str | int | float):
            said = str(default).lower() if isinstance(default, bool) else f"{default}"
            assert told[name] == said, name


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "planning: {ophalen: jaar}",
            "ophalen: kies uit 'dag', 'week', 'maand', 'kwartaal' of 'niet'; gevonden: 'jaar'.",
        ),
        (
            "planning: {daling_hoogstens: 120}",
            "daling_hoogstens: dit moet ten hoogste 100 zijn; gevonden: 120.",
        ),
        ("planing: {}", "planing: dit veld bestaat niet. Bedoelt u planning?"),
    ],
)
def test_one_mistake_is_told_once_and_plainly(text: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "beheer.yml").write_text(text, encoding="utf-8")
    with pytest.raises(ParameterError) as refused:
        load_beheer(tmp_path)
    assert len(str(refused.value).splitlines()) == 1
    assert str(refused.value).endswith(told)
