"""Figures of a small town whose deliveries are read as for a run: explained from begin to end, and no small count told."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from socdom.editions.model import FIGURE_KEY, Figure
from socdom.errors import ParameterError
from socdom.indicators import catalogue
from socdom.measures.kinds.rows import RowKind
from socdom.parameters.teams import Team
from socdom.pipeline.inputs import quarter_inputs
from socdom.workbench import explaining
from socdom.workbench.explaining.cell import Cell
from socdom.workbench.explaining.outcome import ChainError
from socdom.workbench.gemeente import Gemeente
from socdom.workbench.ground import Ground, ground_of
from tests.lib.small_town import SLUG, make_workplace

_TOLD = re.compile(r"([\d.]+) (?:rijen|personen|huishoudens)")


@pytest.fixture(scope="module")
def gemeente(tmp_path_factory: pytest.TempPathFactory) -> Gemeente:
    return Gemeente(SLUG, make_workplace(tmp_path_factory.mktemp("kleindorp")))


@pytest.fixture(scope="module")
def ground(gemeente: Gemeente) -> Ground:
    return ground_of(gemeente.places, SLUG)


def explained(gemeente: Gemeente, ground: Ground, row: dict[str, Any], status: str = "definitief") -> str:
    """The steps of one figure, as if it had been published with a status."""
    key = {
        name: row[name] for name in ("indicator", "period", "area", "dimension", "category", "unit", "method")
    }
    figure = Figure(**key, numerator=None, denominator=None, value=None, status=status)
    description = next(item for item in ground.scope.descriptions if item.id == row["indicator"])
    edition: Any = SimpleNamespace(manifest={"inputs": {}})
    cell = Cell(description, figure, row["area"])
    return explaining._steps(gemeente, edition, catalogue()[description.id], cell).html


def test_the_steps_of_many_figures_hide_what_is_small(gemeente: Gemeente, ground: Ground) -> None:
    items = [item for item in ground.scope.indicators if isinstance(item.measure, RowKind)][::12]
    told = set()
    for number, item in enumerate(items):
        rows = ground.figures([item]).to_dict("records")
        for row in (rows[(11 * number) % len(rows)], rows[-1]):
            html = explained(gemeente, ground, row)
            assert "Intern: niet delen." in html
            if "minder dan 8" in re.sub(r"<p class=.*?</p>", "", html):
                told.add("hidden")
            counts = [
                int(text.replace(".", "")) for text in _TOLD.findall(html) if "minder dan " + text not in html
            ]
            assert min(counts, default=8) >= 8, (row, html)
    assert told == {"hidden"}


def test_it_says_why_a_figure_is_published_as_it_is(gemeente: Gemeente, ground: Ground) -> None:
    frame = ground.figures([catalogue()["wmo_clienten"]])
    whole = frame[frame["area"].eq("GM9998") & frame["dimension"].eq("")].iloc[-1]
    assert whole["numerator"] > 50
    assert "Het is afgerond" in explained(gemeente, ground, whole.to_dict())
    assert "zelf groot genoeg" in explained(gemeente, ground, whole.to_dict(), "geheim")
    small = frame[frame["numerator"].between(1, 7)].iloc[-1]
    assert "onder de grens van de regel" in explained(gemeente, ground, small.to_dict(), "geheim")
    assert "Het bleef staan" in explained(gemeente, ground, small.to_dict())


def test_a_sum_that_is_not_in_the_edition_may_not_be_shared(gemeente: Gemeente, ground: Ground) -> None:
    item = catalogue()["inwoners_per_kwartaal"]
    row = ground.figures([item]).iloc[-1].to_dict()
    description = next(found for found in ground.scope.descriptions if found.id == item.id)
    key = {name: row[name] for name in FIGURE_KEY}
    edition: Any = SimpleNamespace(manifest={"inputs": {}})
    for value, published in ((row["value"], True), (row["value"] - 1, False)):
        figure = Figure(**key, unit=row["unit"], method="", numerator=value, denominator=None, value=value,
                        status="definitief")  # fmt: skip
        cell = Cell(description, figure, row["area"])
        told, shared = (
            explaining._steps(gemeente, edition, item, cell, internally=internally).html
            for internally in (True, False)
        )
        assert ("Intern: niet delen." in told) is not published
        assert ("Teller" in shared) is published


def test_steps_that_differ_from_the_figure_are_not_shown(
    gemeente: Gemeente, ground: Ground, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = ground.figures([catalogue()["wmo_clienten"]]).iloc[-1].to_dict()
    monkeypatch.setattr(Ground, "figures", lambda *_: _of(row, base=row["base"] + 1))
    with pytest.raises(ChainError):
        explained(gemeente, ground, row)


def _of(row: dict[str, Any], **changes: float) -> Any:
    import pandas as pd

    return pd.DataFrame([row | changes])


def test_teams_are_no_input_of_an_edition(gemeente: Gemeente, monkeypatch: pytest.MonkeyPatch) -> None:
    before = quarter_inputs(gemeente.places, SLUG, "2020Q4").fingerprint
    path = gemeente.places.parameters / SLUG / "teams.yml"
    path.write_text("teams:\n  - {naam: Ons team, wetten: [wmo], wijken: [WK999801]}\n", encoding="utf-8")
    assert quarter_inputs(gemeente.places, SLUG, "2020Q4").fingerprint == before
    assert gemeente.teams() == ["Ons team"]
    shown = gemeente.team("ons team")
    assert shown.html.startswith('<p class="intern">')
    assert "Team Ons team" in shown.html
    assert gemeente.team().html.count("<tr>") == 2
    with pytest.raises(ParameterError, match="Ons team"):
        gemeente.team("een ander")
    with pytest.raises(ParameterError, match="een dag als"):
        gemeente.team(day="morgen")
    unknown = Team(naam="Ons team", wetten=("wmo",), wijken=("WK123456",))
    monkeypatch.setattr("socdom.workbench.team.read_teams", lambda _: (unknown,))
    with pytest.raises(ParameterError, match="WK123456"):
        gemeente.team()
    path.unlink()
