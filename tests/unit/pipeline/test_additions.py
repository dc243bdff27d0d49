"""What people wrote is held against the edition before a delivery is opened, all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import pipeline
from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.additions import written_for
from socdom.pipeline.inputs import quarter_inputs
from socdom.pipeline.scope import scope_of
from tests.lib.small_town import QUARTER, SLUG, make_workplace

GOALS = "doelen:\n- doel: Niemand wacht te lang op hulp.\n  indicator: jeugdhulp_wachttijt\n  document: Begroting\n"
BASIS = (
    "basis:\n- indicator: jeugd_wachttijd\n  van: 2016Q1\n  tot: 2018Q4\n  wie: stuurgroep\n"
    "  wanneer: 2019-02-20\n  waarom: Dit zijn de jaren van de afspraken.\n"
)
DUIDING = "---\nindicator: wmo_klanten\nrol: adviseur\ndatum: 2021-02-15\nstatus: goedgekeurd\n---\n## Waarom?\nZo.\n"


@pytest.fixture
def wrong(tmp_path: Path) -> Places:
    places = make_workplace(tmp_path)
    folder = places.parameters / SLUG
    (folder / "doelen.yml").write_text(GOALS, encoding="utf-8")
    (folder / "signalen.yml").write_text(BASIS, encoding="utf-8")
    (folder / QUARTER / "duiding").mkdir()
    (folder / QUARTER / "duiding" / "wmo.md").write_text(DUIDING, encoding="utf-8")
    (folder / QUARTER / "ontwikkelingen.md").write_text("één", encoding="latin-1")
    return places


def test_every_fault_is_told_before_a_delivery_is_opened(wrong: Places) -> None:
    done: list[str] = []
    with pytest.raises(ParameterError) as caught:
        pipeline.quarter(QUARTER, SLUG, places=wrong, progress=done.append)
    assert done == ["Kijken wat er is veranderd"]
    told = str(caught.value)
    for part in (
        "doel 1, indicator: een cijfer dat deze editie heeft; gevonden: jeugdhulp_wachttijt",
        "signalen.yml, basis.0, indicator: dit cijfer staat niet in deze editie: jeugd_wachttijd",
        "duiding, indicator wmo_klanten: deze editie heeft daar geen cijfers over",
        f"{QUARTER}/ontwikkelingen.md: dit bestand moet als utf-8 zijn opgeslagen",
    ):
        assert part in told
    assert not (wrong.rendered / SLUG / QUARTER).exists()


def test_without_texts_there_is_nothing(tmp_path: Path) -> None:
    inputs = quarter_inputs(make_workplace(tmp_path), SLUG, QUARTER)
    written = written_for(inputs, scope_of(inputs))
    assert (written.duiding, written.signals.followed, written.goals.goals) == ([], (), ())
    assert written.developments == "## Nieuw\n\nTekst.\n"
