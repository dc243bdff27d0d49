"""What people wrote is held against the edition before a delivery is opened, all of it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import pipeline
from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.additions import written_for
from socdom.pipeline.inputs import current_inputs, quarter_inputs
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


ANSWER = (
    "---\nvraag: Waarom staat er een punt?\nsoort: technisch\ndatum: 2021-02-10\ndoor: analist\n"
    "over: [overzicht]\nstatus: gepubliceerd\n---\nOm mensen te beschermen.\n"
)


def test_answers_go_into_the_edition_of_the_dashboard_alone(tmp_path: Path) -> None:
    """A new answer changes no report, so that a report is not made again for it."""
    places = make_workplace(tmp_path)
    folder = places.parameters / SLUG / "antwoorden"
    folder.mkdir()
    (folder / "punt.md").write_text(ANSWER, encoding="utf-8")
    name = f"parameters/{SLUG}/antwoorden/punt.md"
    current, quarter = current_inputs(places, SLUG), quarter_inputs(places, SLUG, QUARTER)
    told = written_for(current, scope_of(current)).answers.answers
    assert [(item.name, item.pages) for item in told] == [("punt", ("overzicht",))]
    assert written_for(quarter, scope_of(quarter)).answers.answers == ()
    assert name in current.checksums
    assert name not in quarter.checksums
    (folder / "punt.md").write_text(ANSWER.replace("overzicht", "overzichten"), encoding="utf-8")
    with pytest.raises(ParameterError, match="Bedoelt u overzicht?"):
        written_for(current_inputs(places, SLUG), scope_of(current))
