"""`socdom run-due`: who says yes, one at a time, faults that stay and faults that pass, and what is told of it."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import Fault, NotReadyError, ParameterError, StorageError
from socdom.parameters import Places
from socdom.pipeline.inputs import Inputs, current_inputs
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.lock import exclusive
from socdom.pipeline.progress import Progress, silent
from socdom.pipeline.publish import Published
from socdom.pipeline.unattended import look
from socdom.pipeline.unattended.fault_texts import fault_file, fault_text
from socdom.pipeline.unattended.looking import Desk, look_ahead
from socdom.pipeline.unattended.result import BUSY, RunDue
from socdom.pipeline.unattended.run import run_due
from socdom.pipeline.unattended.standing import standing
from socdom.pipeline.unattended.work import Publish
from socdom.schedule.days import HERE
from socdom.schedule.events import Kind, Reason
from socdom.schedule.journal import read_journal
from socdom.sources.cbs.client import CbsClient, Hosts
from socdom.sources.vintages import vintages
from tests.lib.cbs_server import CbsServer, Trouble
from tests.lib.cbs_tables import ServedTable, v3_table
from tests.lib.light_publish import light_publish
from tests.lib.nightly_runs import Nights, left_alone
from tests.lib.nightly_town import deliver, make_nightly_town, make_ready
from tests.lib.small_town import NAME_MARK, ROOT, SLUG

NIGHT = datetime(2020, 6, 3, 1, 15, tzinfo=HERE)
BY_ITSELF = "planning: {actueel: vanzelf, kwartaal: niet}\n"


def town(folder: Path, beheer: str) -> Places:
    """The small town with a delivery of the day before."""
    places = make_nightly_town(folder, beheer)
    deliver(places, date(2020, 6, 2))
    left_alone(places.deliveries(SLUG), date(2020, 6, 2))
    return places


def run(places: Places, now: datetime = NIGHT, publish: Publish = light_publish) -> RunDue:
    return run_due(SLUG, places=places, clock=lambda: now, publish=publish)


def became(done: RunDue) -> dict[str, tuple[str, Reason]]:
    return {one.decision.task: (one.became, one.decision.reason) for one in done.outcomes}


def kinds(done: RunDue) -> list[tuple[Kind, str]]:
    return [(event.kind, event.task) for event in done.events]


def test_without_a_yes_a_delivery_is_only_looked_at(tmp_path: Path) -> None:
    places = town(tmp_path, "planning: {kwartaal: niet}\n")
    light_publish(current_inputs(places, SLUG, today=date(2020, 6, 2)), silent)
    before = os.readlink(places.rendered / SLUG / "actueel")
    deliver(places, date(2020, 6, 10))
    left_alone(places.deliveries(SLUG), date(2020, 6, 10))
    later = NIGHT + timedelta(days=8)
    looked = run(places, later)
    assert became(looked)["verversen"] == ("gedaan", Reason.DELIVERY)
    assert "de nieuwe levering is goed en wacht op akkoord" in looked.text
    again = run(places, later + timedelta(minutes=15))
    assert became(again)["verversen"] == ("wacht", Reason.APPROVAL)
    assert "socdom refresh" in again.text
    assert [event.key for event in again.events if event.kind is Kind.WAITS] == [
        event.key for event in run(places, later + timedelta(days=1)).events if event.kind is Kind.WAITS
    ]
    # Nothing was published, and nothing kept of what nobody said yes to.
    assert os.readlink(places.rendered / SLUG / "actueel") == before
    assert len(vintages(vintages_home(places, SLUG))) == 1
    light_publish(current_inputs(places, SLUG, today=date(2020, 6, 11)), silent)
    assert became(run(places, later + timedelta(days=2)))["verversen"] == ("niets", Reason.UNCHANGED)


def test_a_quarter_becomes_definitive_when_nothing_is_open_and_not_before(tmp_path: Path) -> None:
    places = town(tmp_path, "planning: {actueel: niet, kwartaal: definitief}\n")
    make_ready(places, "2020Q1", date(2020, 5, 1))
    open_points = [Fault("thema Jeugd", "hierbij is geen duiding"), Fault("brief", "niet ingevuld")]

    def publish(inputs: Inputs, progress: Progress) -> Published:
        if inputs.definitive and open_points:
            raise NotReadyError(open_points)
        return light_publish(inputs, progress)

    first = run(places, publish=publish)
    assert "Definitief kan nog niet: 2 punten open" in first.text
    assert first.code == 0
    assert kinds(first)[-2:] == [(Kind.READY, "concept 2020Q1"), (Kind.WAITS, "concept 2020Q1")]
    assert "thema Jeugd" in fault_text(places, SLUG, "concept 2020Q1")
    again = run(places, NIGHT + timedelta(days=1), publish)
    assert became(again)["concept 2020Q1"] == ("wacht", Reason.NOT_READY)
    open_points.clear()
    (places.parameters / SLUG / "2020Q1" / "ontwikkelingen.md").write_text(
        "## Nieuw\n\nTekst.\n", encoding="utf-8"
    )
    done = run(places, NIGHT + timedelta(days=2), publish)
    assert [event.edition for event in done.events if event.kind is Kind.READY] == ["2020Q1-v1.0"]
    assert os.readlink(places.rendered / SLUG / "2020Q1") == os.readlink(
        places.rendered / SLUG / "2020Q1-v1.0"
    )
    assert fault_text(places, SLUG, "concept 2020Q1") == ""
    over = run(places, NIGHT + timedelta(days=3), publish)
    assert became(over)["concept 2020Q1"] == ("niets", Reason.DEFINITIVE)


def test_what_an_edition_warned_of_stays_to_be_seen_until_another_is_made(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)
    warning = "Geheime aantallen zijn nauwer te bepalen dan de regel toestaat."

    def warned(inputs: Inputs, progress: Progress) -> Published:
        return replace(light_publish(inputs, progress), warnings=(warning,))

    def seen(now: datetime) -> tuple[str, ...]:
        return standing(SLUG, now=now, places=places).warnings

    assert seen(NIGHT) == ()
    run(places, publish=warned)
    assert seen(NIGHT) == (warning,)
    run(places, NIGHT + timedelta(days=1))  # nothing changed
    assert seen(NIGHT + timedelta(days=1)) == (warning,)
    deliver(places, date(2020, 6, 10))
    left_alone(places.deliveries(SLUG), date(2020, 6, 10))
    run(places, NIGHT + timedelta(days=8))
    assert seen(NIGHT + timedelta(days=8)) == ()


def test_a_second_run_beside_the_first_says_so_and_does_nothing(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)
    with exclusive(places.kept(SLUG)):
        done = run(places)
    assert (done.busy, done.code, done.text) == (True, 0, BUSY)
    assert not (places.rendered / SLUG).exists()


def test_a_delivery_that_is_still_coming_in_is_left_alone(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)
    moment = (NIGHT - timedelta(minutes=3)).timestamp()
    os.utime(places.deliveries(SLUG) / "clienten.csv", (moment, moment))
    waiting = run(places)
    assert became(waiting)["verversen"] == ("later", Reason.ARRIVING)
    assert "3 juni 2020, 01.22 uur" in waiting.text
    assert became(run(places, NIGHT + timedelta(minutes=7)))["verversen"][0] == "gedaan"


def test_parameters_that_are_wrong_are_told_once_and_looked_at_every_time(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)
    path = places.parameters / SLUG / "gemeente.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("naam: Kleindorp", "namm: Kleindorp"), encoding="utf-8")
    first, second = run(places), run(places, NIGHT + timedelta(minutes=1))
    assert (first.code, second.code) == (11, 0)
    assert became(second)["verversen"] == ("wacht", Reason.SAME_FAULT)
    assert "namm" in fault_text(places, SLUG, "verversen")
    path.write_text(good, encoding="utf-8")
    assert became(run(places, NIGHT + timedelta(minutes=2)))["verversen"][0] == "gedaan"
    assert fault_text(places, SLUG, "verversen") == ""


def test_a_municipality_that_there_is_not_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    places = make_nightly_town(tmp_path)
    with pytest.raises(ParameterError, match="niet ingericht"):
        run_due("grootdorp", places=places, clock=lambda: NIGHT)
    assert not places.kept("grootdorp").exists()


def test_what_should_not_have_been_is_told_by_its_kind_alone(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)

    def breaks(inputs: Inputs, progress: Progress) -> Published:
        raise KeyError(f"{NAME_MARK}1 999900019")

    done = run(places, publish=breaks)
    kept = fault_file(places, SLUG, "verversen")
    assert done.code == 70
    assert kept.stat().st_mode & 0o077 == 0
    for told in (
        done.text,
        kept.read_text(encoding="utf-8"),
        (places.kept(SLUG) / "journaal.json").read_text(),
    ):
        assert NAME_MARK not in told
        assert "999900019" not in told
    assert "KeyError" in fault_text(places, SLUG, "verversen")


def test_what_cannot_be_written_down_is_not_told_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places, told = town(tmp_path, BY_ITSELF), []

    def full(folder: Path, journal: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("socdom.pipeline.unattended.run.write_journal", full)
    with pytest.raises(StorageError, match="de schijf is vol"):
        run_due(
            SLUG,
            places=places,
            clock=lambda: NIGHT,
            publish=light_publish,
            tell=lambda *a, **k: told.append(a),
        )
    assert not told


def test_looking_ahead_changes_nothing(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "sleutel" not in path.parts}
    found = {one.task: one.verdict for one in look_ahead(places, SLUG, NIGHT)}
    assert found["verversen"] == "nu"
    assert "Het verversen van de cijfers: nu. Reden: er is nog geen editie." in look(
        SLUG, places=places, now=NIGHT
    )
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if "sleutel" not in path.parts}
    assert after == before


def test_duiding_that_is_missing_is_reminded_of_by_the_calendar(tmp_path: Path, sample_folder: Path) -> None:
    places = make_nightly_town(tmp_path)
    make_ready(places, "2020Q4", date(2021, 2, 15))
    (places.rendered / SLUG).mkdir(parents=True)
    (places.rendered / SLUG / "2020Q4").symlink_to(sample_folder)
    desk = Desk.at(places, SLUG, datetime(2021, 3, 1, 1, 15, tzinfo=HERE))
    quarter = desk.quarters()[-1]
    found = desk.reminder(quarter)
    assert str(quarter) == "2020Q4"
    assert found is not None
    assert (found.task, found.number, found.reason) == ("herinnering 2020Q4", 1, Reason.DUIDING)
    texts = {"wmo", "jeugd", "inkomen", "schulden", "geld"}
    silent_about = f"geen_duiding: [{', '.join(sorted(texts))}]\n"
    assert 1 <= found.count <= len(texts)
    path = places.parameters / SLUG / "2020Q4" / "kwartaal.yml"
    path.write_text(path.read_text(encoding="utf-8") + silent_about, encoding="utf-8")
    assert desk.reminder(quarter) is None


def test_a_name_that_leads_nowhere_stops_no_run(tmp_path: Path) -> None:
    """As of a file that goes while the folder is looked through."""
    places = town(tmp_path, "planning: {actueel: niet, kwartaal: niet, rust_minuten: 10}\n")
    gone = places.deliveries(SLUG) / ".wmo.csv.deel"
    gone.symlink_to(gone.with_name("weg"))
    done = run(places)
    assert became(done)["verversen"] == ("niets", Reason.SWITCHED_OFF)


_KILLED = """
import sys, time
from datetime import datetime
from pathlib import Path
from socdom.parameters import Places
from socdom.pipeline.unattended.run import run_due
from socdom.pipeline.unattended.standing import standing
def publish(inputs, progress):
    print("bezig", flush=True)
    time.sleep(60)
now = datetime.fromisoformat(sys.argv[1])
run_due("kleindorp", places=Places.from_environment(), clock=lambda: now, publish=publish)
"""


def test_a_run_that_was_killed_leaves_no_lock_and_is_made_again_after_a_while(tmp_path: Path) -> None:
    places = town(tmp_path, BY_ITSELF)
    environment = os.environ | {
        "SOCDOM_ROOT": str(places.root),
        "SOCDOM_DATA": str(places.data),
        "SOCDOM_SLEUTEL": str(places.key),
        "PYTHONPATH": str(ROOT),
    }
    with subprocess.Popen(
        [sys.executable, "-c", _KILLED, NIGHT.isoformat()], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "bezig\n"
        assert run(places).busy
        process.send_signal(signal.SIGKILL)
    soon = run(places, NIGHT + timedelta(minutes=14))
    assert became(soon)["verversen"] == ("later", Reason.RETRY_LATER)
    later = run(places, NIGHT + timedelta(minutes=15))
    assert became(later)["verversen"] == ("gedaan", Reason.BROKEN_OFF)
    assert read_journal(places.kept(SLUG)).tasks["verversen"].failed_since is None


REGIONS = ("NL00", "GM0766", "WK076601", "BU07660101")
KWB = "84799NED"


AGES = ("k_0Tot15Jaar", "k_15Tot25Jaar", "k_25Tot45Jaar", "k_45Tot65Jaar", "k_65JaarOfOuder")
OTHERS = ("PersonenPerSoortUitkeringBijstand", "WmoClienten", "JongerenMetJeugdzorgInNatura")


def kwb(households: int) -> ServedTable:
    """A small table of wijken and buurten."""
    regions = pd.DataFrame({"Key": REGIONS, "Title": [f"naam {code}" for code in REGIONS]})
    data = pd.DataFrame({"WijkenEnBuurten": REGIONS, "AantalInwoners_5": range(100, 500, 100)})
    data["HuishoudensTotaal_28"], data["MateVanStedelijkheid_115"] = households, range(1, 5)
    for number, name in enumerate((*AGES, *OTHERS), start=200):
        data[f"{name}_{number}"] = 20
    return v3_table(KWB, data, {"WijkenEnBuurten": regions}, title="Kerncijfers wijken en buurten 2020")


@pytest.fixture
def dongen(tmp_path: Path) -> Places:
    """A municipality with figures of CBS only."""
    home = tmp_path / "parameters" / "dongen"
    (home / "2020Q4").mkdir(parents=True)
    (home / "gemeente.yml").write_text(
        "naam: Dongen\ncode: GM0766\ngriffie:\n  email: griffie@dongen.example\nbronnen:\n  kwb: [2020]\n",
        encoding="utf-8",
    )
    (home / "beheer.yml").write_text(BY_ITSELF, encoding="utf-8")
    quarter = "kwartaal: 2020Q4\ncijfers_per: 2021-02-15\ndocumenten: []\n"
    (home / "2020Q4" / "kwartaal.yml").write_text(quarter, encoding="utf-8")
    return Places(root=tmp_path, data=tmp_path / "data", open_data=None, key=tmp_path / "sleutel")


@pytest.fixture
def cbs() -> Iterator[tuple[CbsServer, CbsClient]]:
    with CbsServer(kwb(40)) as server, CbsClient(Hosts(server.base), sleep=lambda _seconds: None) as client:
        yield server, client


def test_figures_of_cbs_are_fetched_once_a_month_also_after_an_outage(
    dongen: Places, cbs: tuple[CbsServer, CbsClient]
) -> None:
    server, client = cbs
    nights = Nights(dongen, "dongen", light_publish, client, now=datetime(2021, 2, 18, tzinfo=HERE))
    nights.until(date(2021, 2, 28))
    assert nights.did == [
        (date(2021, 2, 19), "ophalen", "gedaan"),
        (date(2021, 2, 19), "verversen", "gedaan"),
    ]
    # On 1 March CBS is away for two nights; the figures of February stay in use.
    server.trouble("", *[Trouble(status=503)] * 1000)
    nights.until(date(2021, 3, 2))
    before = os.readlink(dongen.rendered / "dongen" / "actueel")
    failed = [day.day for day, task, what in nights.did if (task, what) == ("ophalen", "mislukt")]
    assert failed[:3] == [1, 1, 1]
    assert set(failed) == {1, 2}
    server.serve_only(kwb(41))
    nights.until(date(2021, 3, 8))
    assert [one for one in nights.did if one[0] > date(2021, 3, 2)] == [
        (date(2021, 3, 3), "ophalen", "gedaan"),
        (date(2021, 3, 3), "verversen", "gedaan"),
    ]
    assert os.readlink(dongen.rendered / "dongen" / "actueel") != before
    nights.now = datetime(2021, 3, 29, tzinfo=HERE)
    # From then on CBS gives the same: asked in the first night of a month, and not in another.
    nights.until(date(2021, 4, 3))
    assert [one[0] for one in nights.did if one[0] > date(2021, 3, 31) and one[1] == "ophalen"] == [
        date(2021, 4, 1)
    ]
