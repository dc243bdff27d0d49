"""How a municipality stands: what is seen of it, what calls for a person, and what a program is told."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from socdom.editions.read import Edition
from socdom.parameters import Places
from socdom.pipeline.lock import exclusive, is_held, last_held
from socdom.pipeline.unattended.fault_texts import keep_fault, keep_warnings
from socdom.pipeline.unattended.notices import MAIL
from socdom.pipeline.unattended.open_points import QuarterStand
from socdom.pipeline.unattended.source_ages import SourceAge
from socdom.pipeline.unattended.standing import Failing, Shown, Standing, standing
from socdom.pipeline.unattended.standing_text import standing_text
from socdom.schedule.due import Decision
from socdom.schedule.events import Reason
from socdom.schedule.journal import Journal, TaskState, write_journal
from tests.lib.small_town import SLUG, make_workplace

NOW = datetime(2026, 3, 3, 8, 0, tzinfo=UTC)
FAILED = TaskState(last_attempt=NOW, failed_since=NOW - timedelta(days=2), code=12, tries=3)
TEXT = "clienten.csv: de kolom bsn ontbreekt"
WELL = Standing(
    gemeente=SLUG,
    name="Kleindorp",
    now=NOW,
    shown=Shown(date(2026, 3, 2), "2025Q4", NOW - timedelta(hours=7)),
    put_back=None,
    failing=(),
    decisions=(Decision("verversen", "niets", Reason.UNCHANGED),),
    quarters=(QuarterStand("2025Q4", True, ("thema Jeugd: hierbij is geen goedgekeurde duiding.",)),),
    sources=(SourceAge("clienten", date(2026, 3, 1)),),
    last_run=NOW - timedelta(hours=3),
    busy=False,
    free=50 * 10**9,
    mail=None,
)
CALLS_FOR_A_PERSON = {
    "no edition": {"shown": None},
    "put back": {"put_back": ""},
    "failing": {"failing": (Failing("verversen", FAILED, TEXT),)},
    "waiting": {"decisions": (Decision("concept 2025Q4", "wacht", Reason.NO_QUARTER_FILE),)},
    "no more runs": {"last_run": NOW - timedelta(days=2)},
    "little room": {"free": 10**9},
    "mail waits": {"mail": FAILED},
}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return make_workplace(tmp_path)


def test_where_all_is_well_nothing_is_asked() -> None:
    assert WELL.code == 0
    assert "U hoeft niets te doen." in standing_text(WELL)
    assert WELL.for_program()["status"] == "goed"


@pytest.mark.parametrize("change", CALLS_FOR_A_PERSON.values(), ids=CALLS_FOR_A_PERSON)
def test_what_calls_for_a_person_stands_first(change: dict[str, object]) -> None:
    found = replace(WELL, **change)  # type: ignore[arg-type]
    assert found.code == 1
    assert found.for_program()["status"] == "let op"
    lines = standing_text(found).splitlines()
    assert lines[2] == "Wat u moet doen"
    assert lines[3].startswith("  1. ")
    assert not any(line.startswith("  2. ") for line in lines)


def test_lines_fit_in_a_terminal_and_say_everything() -> None:
    changes = {name: value for change in CALLS_FOR_A_PERSON.values() for name, value in change.items()}
    found = replace(WELL, **{**changes, "put_back": "de grafiek klopte niet"})  # type: ignore[arg-type]
    text = standing_text(found)
    assert max(map(len, text.splitlines())) <= 80
    flat = " ".join(text.split())
    for told in (
        "sinds 1 maart 2026, 09.00 uur",
        TEXT,
        "de grafiek klopte niet",
        "2 dagen oud",
        "1,0 GB",
        "4e kwartaal 2025: concept, 1 punt open",
        "socdom proefmail",
    ):
        assert told in flat
    assert "  7. " in text


def test_one_fault_that_stops_two_tasks_is_told_once() -> None:
    both = Failing("verversen", FAILED, TEXT), Failing("concept 2025Q4", FAILED, TEXT)
    other = Failing("ophalen", FAILED.model_copy(update={"code": 17}), "")
    text = standing_text(replace(WELL, failing=(*both, other)))
    assert text.count(TEXT) == 1
    assert text.count("lukt niet") == 3
    assert ("  2. " in text, "  3. " in text) == (True, False)


def test_a_program_gets_days_codes_and_numbers_and_no_text() -> None:
    changes = {name: value for change in CALLS_FOR_A_PERSON.values() for name, value in change.items()}
    told = json.dumps(replace(WELL, **{**changes, "put_back": "omdat"}).for_program())  # type: ignore[arg-type]
    assert json.loads(told)["mislukt"] == [
        {"taak": "verversen", "sinds": "2026-03-01T08:00:00+00:00", "code": 12}
    ]
    assert json.loads(told)["wacht"] == [{"taak": "concept 2025Q4", "reden": "kwartaal.yml ontbreekt nog"}]
    for hidden in (TEXT, "omdat", "thema Jeugd"):
        assert hidden not in told


def test_what_fails_is_not_told_as_waiting_too() -> None:
    decisions = (
        Decision("verversen", "wacht", Reason.SAME_FAULT),
        Decision("ophalen", "wacht", Reason.SAME_FAULT),
        Decision("concept 2025Q4", "wacht", Reason.PUT_BACK),
    )
    found = replace(WELL, decisions=decisions, failing=(Failing("verversen", FAILED, TEXT),))
    assert found.waiting == ()


def test_a_workplace_as_it_is(places: Places, sample: Edition) -> None:
    kept, home = places.kept(SLUG), places.rendered / SLUG
    home.mkdir(parents=True)
    (home / "actueel").symlink_to(sample.folder)
    delivery = places.deliveries(SLUG) / "clienten.csv"
    came_in = (NOW - timedelta(days=5)).timestamp()
    os.utime(delivery, (came_in, came_in))
    (places.snapshots / "cbs" / "83262NED" / "2026-02-01").mkdir(parents=True)
    mail = TaskState(failed_since=NOW, code=22, tries=4)
    write_journal(kept, Journal(tasks={"verversen": FAILED, "ophalen": TaskState(code=0), MAIL: mail}))
    keep_fault(places, SLUG, "verversen", TEXT)
    for task in ("verversen", "ophalen"):
        keep_warnings(places, SLUG, task, ["Eerst dit.", "Dan dat."])
    found = standing(SLUG, now=NOW, places=places)
    assert found.shown is not None
    assert found.shown.figures_as_of == sample.meta.figures_as_of
    assert [(item.task, item.text) for item in found.failing] == [("verversen", TEXT)]
    ages = {item.name: item.days(NOW) for item in found.sources}
    assert (ages["clienten"], ages["CBS 83262NED"]) == (5, 30)
    (quarter,) = [item for item in found.quarters if item.period == "2020Q4"]
    assert not quarter.made
    assert found.warnings == ("Eerst dit.", "Dan dat.")
    assert "Let op\n  - Eerst dit.\n  - Dan dat.\n" in standing_text(found)
    assert "Eerst dit." not in json.dumps(found.for_program())
    for task in ("verversen", "ophalen"):
        keep_warnings(places, SLUG, task, [])
    assert "Let op" not in standing_text(standing(SLUG, now=NOW, places=places))
    assert any("geen goedgekeurde duiding" in point for point in quarter.open)
    assert quarter.open[-1] == "Het concept is nog niet gemaakt."
    assert found.mail is None  # no mail server in the parameters
    assert found.last_run is None
    assert not found.busy
    assert standing_text(found)


def test_a_place_where_nothing_was_ever_done(places: Places) -> None:
    found = standing(SLUG, now=NOW, places=places)
    assert found.shown is None
    assert found.free > 0
    assert "er was nog geen run" in standing_text(found)


def test_a_run_is_seen_without_being_disturbed(tmp_path: Path) -> None:
    assert not is_held(tmp_path)
    assert last_held(tmp_path) is None
    with exclusive(tmp_path):
        assert is_held(tmp_path)
    assert not is_held(tmp_path)
    os.utime(tmp_path / ".bezig", (0, 0))
    with exclusive(tmp_path):
        seen = last_held(tmp_path)
    assert seen is not None
    assert abs((datetime.now(UTC) - seen).total_seconds()) < 60
