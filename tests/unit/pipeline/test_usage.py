"""What may be told of the use of a municipality's dashboard, from what its server kept, or made up for the example."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.usage import evaluation, usage, write_told
from socdom.schedule.journal import Journal, TaskState, write_journal
from socdom.schedule.words import REFRESH
from socdom.sources.demo.usage import made_up_usage
from socdom.usage.cells import Act, Cell
from socdom.usage.store import add
from socdom.usage.words import csv_text
from socdom.workbench import evaluation as shown_evaluation
from tests.lib.sample_edition import write_sample

REAL = """
naam: Lindeveen
code: GM9999
griffie: {email: griffie@lindeveen.example}
bronnen: {leveringen: true}
"""
MADE_UP = f"{REAL}fictief: true\nvandaag: 2021-02-15\n"
TODAY = date(2026, 11, 22)
WISH = "wensen: [{wens: De cijfers zijn actueel., van: brief, datum: 2020-01-01}]"


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("uitgaven")
    write_sample(folder, "actueel", kind="actueel", renewed_within=100)
    return folder


def workplace(root: Path, rendered: Path, gemeente: str = REAL, beheer: str = "") -> Places:
    own = root / "parameters" / "lindeveen"
    own.mkdir(parents=True)
    (own / "gemeente.yml").write_text(gemeente, encoding="utf-8")
    (own / "evaluatie.yml").write_text(WISH, encoding="utf-8")
    if beheer:
        (own / "beheer.yml").write_text(beheer, encoding="utf-8")
    (root / "rendered").symlink_to(rendered)
    return Places(root, root / "data", None, root / "sleutel")


def kept(places: Places, number: int) -> None:
    add(places.kept("lindeveen") / "gebruik", Counter({Cell("2026-10-03", Act.SEEN, "jeugd"): number}))


def test_it_tells_what_the_server_kept(tmp_path: Path, rendered: Path) -> None:
    places = workplace(tmp_path, rendered)
    kept(places, 12)
    (month,) = usage("lindeveen", places=places, today=TODAY).months
    assert (month.month, month.pages.named) == ("2026-10", {"jeugd": 12})


def test_from_how_many_is_a_setting(tmp_path: Path, rendered: Path) -> None:
    places = workplace(tmp_path, rendered, beheer="gebruik: {tonen_vanaf: 20}")
    kept(places, 19)
    found = usage("lindeveen", places=places, today=TODAY)
    assert found.months[0].pages.named == {}
    assert "minder dan 20" in csv_text(found)


def test_the_example_is_made_up_and_says_so(tmp_path: Path, rendered: Path) -> None:
    places = workplace(tmp_path, rendered, MADE_UP)
    kept(places, 12)
    found = evaluation("lindeveen", places=places)
    assert found.made_up
    assert [month.month for month in found.use.months][:2] == ["2020-02", "2020-03"]
    assert found.use.months[-1].month == "2021-01"
    assert "Alle aantallen zijn verzonnen." in shown_evaluation(found).opening().html


def test_made_up_counts_are_the_same_each_time(tmp_path: Path, rendered: Path) -> None:
    what = usage("lindeveen", places=workplace(tmp_path, rendered, MADE_UP)).offered
    assert made_up_usage(what, date(2021, 2, 15)) == made_up_usage(what, date(2021, 2, 15))
    assert {cell.month for cell in made_up_usage(what, date(2020, 4, 1))} == {"2020-02", "2020-03"}


def test_an_evaluation_tells_wishes_and_how_new_figures_are(tmp_path: Path, rendered: Path) -> None:
    places = workplace(tmp_path, rendered)
    kept(places, 3)
    since = datetime(2026, 11, 1, 3, 0, tzinfo=UTC)
    state = TaskState(last_attempt=since, failed_since=since, code=3, tries=1)
    write_journal(places.kept("lindeveen"), Journal(tasks={REFRESH: state}))
    found = evaluation("lindeveen", places=places, today=date(2021, 7, 1))
    assert not found.made_up
    assert (found.days_old, found.days_overdue) == (136, 36)  # figures of 15 February 2021
    assert found.failed_since == date(2026, 11, 1)
    assert [wish.stand for wish in found.wishes] == ["open"]
    told = shown_evaluation(found)
    assert "36 dagen langer dan afgesproken" in told.currency().html.replace("\N{NO-BREAK SPACE}", " ")
    assert "nog niet beoordeeld 1" in told.wishes().html


def test_before_a_month_has_ended_there_is_nothing_to_tell(tmp_path: Path, rendered: Path) -> None:
    told = shown_evaluation(evaluation("lindeveen", places=workplace(tmp_path, rendered), today=TODAY))
    assert "Er is nog geen hele maand geteld." in told.opening().html
    parts = (told.months(), told.pages(), told.devices(), told.acts())
    assert all("Hierover is nog niets geteld." in part.html for part in parts)
    assert "Er zijn nog geen antwoorden" in told.answers().html


def test_counts_are_written_as_a_dutch_spreadsheet_reads_them(tmp_path: Path, rendered: Path) -> None:
    use = usage("lindeveen", places=workplace(tmp_path, rendered, MADE_UP))
    written = write_told(csv_text(use), tmp_path / "gebruik.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfperiode;soort;naam;aantal\n")
    for place, rule in (
        (tmp_path, "hier hoort een bestand"),
        (tmp_path / "weg" / "a.csv", "deze map bestaat niet"),
    ):
        with pytest.raises(ParameterError, match=rule):
            write_told("", place)
