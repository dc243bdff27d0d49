"""Which duiding is published, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.duiding import PARTS, Duiding
from socdom.pipeline.duiding import approved, duiding_notes
from tests.lib.small_edition import description

KNOWN = [description(id="wmo_clienten"), description(id="jeugdhulp")]


def text(
    subject: str = "wmo_clienten", status: str = "goedgekeurd", words: str = "Daarom.", thema: str = ""
) -> Duiding:
    parts = dict.fromkeys(PARTS, "") | {"Waarom?": words}
    day = date(2021, 2, 1)
    return Duiding(
        bestand="a.md", indicator=subject, thema=thema, rol="adviseur", datum=day, status=status, parts=parts
    )


def test_only_what_is_approved_is_published():
    (record,) = approved([text(), text("jeugdhulp", "concept")], KNOWN)
    assert (record.indicator, record.rol, record.parts["Waarom?"]) == ("wmo_clienten", "adviseur", "Daarom.")


def test_a_concept_may_be_about_anything():
    assert approved([text("onbekend", "concept")], KNOWN) == []


def test_a_text_that_would_never_be_seen_is_refused():
    wrong = [text("wmo_clienten"), text("wmo_clienten"), text("wmo_client"), text("", thema="gelt")]
    with pytest.raises(ParameterError) as caught:
        approved(wrong, KNOWN)
    told = [str(fault) for fault in caught.value.faults]
    assert told == [
        "duiding, indicator wmo_client: deze editie heeft daar geen cijfers over. Bedoelt u wmo_clienten?",
        "duiding, thema gelt: deze editie heeft daar geen cijfers over. Bedoelt u geld?",
        "duiding, wmo_clienten: hierover is één tekst goedgekeurd, gevonden: meer dan één. Zet de teksten in één bestand.",
    ]


def _earlier(folder: Path, words: str) -> None:
    target = folder / "2020Q3" / "duiding"
    target.mkdir(parents=True)
    front = "---\nindicator: wmo_clienten\nrol: adviseur\ndatum: 2020-11-01\nstatus: goedgekeurd\n---\n"
    (target / "a.md").write_text(f"{front}## Waarom?\n{words}\n", encoding="utf-8")


def test_who_runs_hears_what_is_concept_and_what_is_repeated(tmp_path):
    _earlier(tmp_path, "Daarom.")
    assert duiding_notes([text(), text("jeugdhulp", "concept")], tmp_path, "2020Q4") == (
        "1 duiding is nog concept en staat niet in de editie: jeugdhulp.",
        "De duiding bij wmo_clienten is woord voor woord die van het 3e kwartaal 2020. Kijk of zij nog klopt.",
    )
    assert duiding_notes([text(words="Nu anders.")], tmp_path, "2020Q4") == ()
    assert duiding_notes([text(status="concept")], tmp_path, "2020Q4")[1:] == ()


def test_a_broken_text_of_before_does_not_stop_a_run(tmp_path):
    _earlier(tmp_path, "<!-- half")
    assert duiding_notes([text()], tmp_path, "2020Q4") == ()
