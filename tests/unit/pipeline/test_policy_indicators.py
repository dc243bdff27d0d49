"""The compulsory policy indicators are in every edition; the file a municipality keeps is one of its inputs."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.pipeline.figures import protected_figures
from socdom.pipeline.inputs import quarter_inputs
from socdom.pipeline.progress import silent
from socdom.pipeline.scope import scope_of
from socdom.sources.beleidsindicatoren_file import FILE_NAME, SERIES
from tests.lib.small_town import QUARTER, SLUG, make_workplace
from tests.lib.unattacked import without_attack

LINES = "nummer;jaar;gebied;waarde;per;status;bron\n27;2020;{code};24,7;1.000;definitief;CBS\n"
EVERY = {kind.series for kind in SERIES.values()}


@pytest.fixture(autouse=True)
def only_protected(monkeypatch: pytest.MonkeyPatch) -> None:
    without_attack(monkeypatch)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory):
    return make_workplace(tmp_path_factory.mktemp("werkplek"))


def test_without_figures_the_descriptions_are_there(workplace) -> None:
    inputs = quarter_inputs(workplace, SLUG, QUARTER)
    scope = scope_of(inputs)
    found = protected_figures(inputs, scope, silent)
    assert {item.id for item in scope.descriptions} >= EVERY
    assert not EVERY & set(found.figures["indicator"])
    # What the parameters are held against is known before there are figures, and is what the figures are.
    assert scope.yearly == set(found.figures.loc[~found.figures["period"].str.contains("Q"), "indicator"])


def test_a_figure_goes_through_as_published(workplace) -> None:
    inputs = quarter_inputs(workplace, SLUG, QUARTER)
    before = inputs.fingerprint
    path: Path = inputs.folder / FILE_NAME
    path.write_text(LINES.format(code=inputs.gemeente.code), encoding="utf-8")
    try:
        inputs = quarter_inputs(workplace, SLUG, QUARTER)
        assert inputs.fingerprint != before
        assert f"parameters/{SLUG}/{FILE_NAME}" in inputs.checksums
        figures = protected_figures(inputs, scope_of(inputs), silent).figures
        mine = figures[figures["indicator"] == "bbv_27_personen_met_bijstand"]
        assert mine[["period", "area", "status"]].values.tolist() == [
            ["2020", inputs.gemeente.code, "definitief"]
        ]
        assert mine["value"].tolist() == pytest.approx([247])
    finally:
        path.unlink()
