"""A year of nights: every delivery a supplier can send, a full disk, a reboot, clock changes, and a lost journal.

The short one makes editions without figures; the long one, for `make test-long`, makes them whole.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median

import pytest

from socdom.parameters import Places
from socdom.pipeline.inputs import Inputs, current_inputs, quarter_inputs
from socdom.pipeline.keeping import vintages_home
from socdom.pipeline.progress import Progress
from socdom.pipeline.publish import Published, publish
from socdom.pipeline.storage import writing
from socdom.pipeline.unattended.work import Publish
from socdom.schedule.days import HERE
from socdom.schedule.journal import JOURNAL
from socdom.sources.vintages import vintages
from tests.lib.light_publish import light_publish
from tests.lib.mail_server import HOST, Received, mail_server
from tests.lib.nightly_runs import Nights, left_alone
from tests.lib.nightly_town import deliver, make_nightly_town, make_ready
from tests.lib.small_town import SLUG

YEAR = 2020
BEHEER = """
planning:
  actueel: vanzelf
  kwartaal: concept
  herinnering: {{hoogstens: 0}}
berichten:
  smtp: {{server: "{host}", poort: {port}, beveiliging: geen, afzender: socdom@kleindorp.example}}
  beheerder: [beheer@kleindorp.example]
"""
REFRESH = "verversen"


def _report_of(number: str, of: int = YEAR) -> str:
    return f"het maken van het kwartaalrapport over het {number} kwartaal {of}"


def _concept_of(number: str, of: int = YEAR) -> str:
    return f"het concept van het kwartaalrapport over het {number} kwartaal {of} is klaar"


REFRESHING = "het verversen van de cijfers"
MAILS = [
    f"02 Jan {REFRESHING} is niet gelukt",  # the timer came before the first delivery
    "02 Jan een kwartaal is nog niet ingericht",
    f"03 Jan {REFRESHING} lukt weer",
    f"14 Feb {_concept_of('4e', YEAR - 1)}",
    *(f"01 Mar {what} is niet gelukt" for what in (REFRESHING, _report_of("4e", YEAR - 1))),
    *(f"08 Mar {what} lukt nog steeds niet" for what in (REFRESHING, _report_of("4e", YEAR - 1))),
    *(f"13 Mar {what} lukt weer" for what in (REFRESHING, _report_of("4e", YEAR - 1))),
    *(f"03 Apr {what} is niet gelukt" for what in (REFRESHING, _report_of("4e", YEAR - 1))),
    *(f"06 Apr {what} lukt weer" for what in (REFRESHING, _report_of("4e", YEAR - 1))),
    "15 May een kwartaal is nog niet ingericht",
    *(f"21 May {what} is niet gelukt" for what in (REFRESHING, _report_of("1e"))),
    *(f"22 May {what} lukt weer" for what in (REFRESHING, _report_of("1e"))),
    f"22 May {_concept_of('1e')}",
    "06 Jun een nieuwe levering blijft uit",  # 61 days after the last one
    # Of the power cut on 3 July nobody hears: it was made an hour later.
    f"14 Aug {_concept_of('2e')}",
    "02 Sep een nieuwe levering blijft uit",
    f"21 Sep {_concept_of('2e')}",
    *(f"06 Nov {what} is niet gelukt" for what in (REFRESHING, _report_of("2e"))),
    *(f"08 Nov {what} lukt weer" for what in (REFRESHING, _report_of("2e"))),
    f"14 Nov {_concept_of('3e')}",
]


class PowerCut(BaseException):
    """The process is gone: nothing that catches faults sees it."""


@dataclass
class Machine:
    """What makes editions, on a machine that can have a full disk or lose its power."""

    make: Publish
    full: bool = False
    power_cut: bool = False
    made: list[tuple[str, str]] = field(default_factory=list)

    def publish(self, inputs: Inputs, progress: Progress) -> Published:
        if self.full:
            with writing(inputs.home):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        if self.power_cut and inputs.kind == "actueel":
            self.power_cut = False
            raise PowerCut
        done = self.make(inputs, progress)
        assert not done.reused, "an edition that is the same was made for nothing"
        self.made.append((inputs.name, str(inputs.quarter)))
        return done


class Year:
    """The small town in 2020, on which things happen."""

    def __init__(self, folder: Path, make: Publish, mail: Received) -> None:
        self.places: Places = make_nightly_town(folder, BEHEER.format(host=HOST, port=mail.port))
        self.machine, self.mail = Machine(make), mail
        self.nights = Nights(self.places, SLUG, self.machine.publish)
        self.deliveries = self.places.deliveries(SLUG)
        home = self.places.parameters / SLUG / "gemeente.yml"
        home.write_text(home.read_text(encoding="utf-8") + "verversen: {dagen: 60}\n", encoding="utf-8")

    def on(self, month: int, day: int) -> date:
        """Let the nights go by up to and including a day; what is done next happens in the course of it."""
        found = date(YEAR, month, day)
        self.nights.until(found)
        return found

    def delivered(self, day: date, **more: float) -> None:
        deliver(self.places, day, **more)
        left_alone(self.deliveries, day)

    def spoiled(self, day: date) -> None:
        """A delivery with a day that does not exist."""
        self.delivered(day)
        path = self.deliveries / "voorzieningen_wmo.csv"
        lines = path.read_text(encoding="utf-8").splitlines()
        cells = lines[3].split(";")
        cells[6] = "32-13-2020"
        path.write_text("\n".join([*lines[:3], ";".join(cells), *lines[4:]]) + "\n", encoding="utf-8")
        left_alone(self.deliveries, day)

    def link(self, name: str) -> str:
        return os.readlink(self.places.rendered / SLUG / name)

    def manifest(self, name: str) -> dict:
        return json.loads((self.places.rendered / SLUG / name / "manifest.json").read_bytes())


def live(year: Year) -> None:
    """What happens in the year."""
    year.on(1, 2)
    year.delivered(date(YEAR, 1, 2))
    make_ready(year.places, "2019Q4", year.on(2, 10))
    before = year.on(2, 29) and year.link("actueel")
    year.spoiled(date(YEAR, 2, 29))  # a day that most years do not have
    year.on(3, 12)
    assert year.link("actueel") == before
    year.delivered(date(YEAR, 3, 12))
    clock_forward(year)
    before = year.on(4, 2) and year.link("actueel")
    year.delivered(date(YEAR, 4, 2), share=0.7)  # a third of all rows was lost
    year.on(4, 5)
    assert year.link("actueel") == before
    year.delivered(date(YEAR, 4, 5))
    year.on(4, 20)
    year.delivered(date(YEAR, 4, 5))  # the same once more
    full_disk(year)
    power_cut(year)
    make_ready(year.places, "2020Q2", year.on(7, 20))
    year.on(8, 20)
    (year.places.kept(SLUG) / JOURNAL).unlink()
    year.delivered(year.on(9, 20))  # three weeks later than it should have been there
    clock_back(year)
    before = year.on(11, 5) and year.link("actueel")
    year.delivered(date(YEAR, 7, 2))  # an old one
    left_alone(year.deliveries, date(YEAR, 11, 5))
    year.on(11, 7)
    assert year.link("actueel") == before
    year.delivered(date(YEAR, 11, 7))
    make_ready(year.places, "2020Q3", year.on(11, 10))
    year.on(12, 31)


def clock_forward(year: Year) -> None:
    """In the night of 29 March there is no half past two."""
    year.on(3, 28)
    for minutes in range(0, 180, 15):
        year.nights.run(datetime(YEAR, 3, 29, 0, 15, tzinfo=UTC) + timedelta(minutes=minutes))


def clock_back(year: Year) -> None:
    """In the night of 25 October it is half past two twice."""
    year.on(10, 24)
    for minutes in range(0, 180, 15):
        year.nights.run(datetime(YEAR, 10, 24, 23, 15, tzinfo=UTC) + timedelta(minutes=minutes))


def full_disk(year: Year) -> None:
    """A night without room: tried again in that night, and made in the next one."""
    before = year.on(5, 20) and year.link("actueel")
    make_ready(year.places, "2020Q1", date(YEAR, 5, 20))
    year.machine.full = True
    year.on(5, 21)
    assert year.link("actueel") == before
    year.machine.full = False


def power_cut(year: Year) -> None:
    """The power goes while an edition is made; an hour later the machine is back."""
    year.delivered(year.on(7, 2))
    before, year.machine.power_cut = year.link("actueel"), True
    with pytest.raises(PowerCut):
        year.nights.night(date(YEAR, 7, 3))
    assert year.link("actueel") == before
    assert year.nights.run(datetime(YEAR, 7, 3, 1, 20, tzinfo=HERE)).code == 0
    assert year.link("actueel") == before, "not at once again"
    year.nights.run(datetime(YEAR, 7, 3, 2, 20, tzinfo=HERE))


@pytest.fixture(
    scope="module",
    params=[pytest.param(light_publish, id="kort"), pytest.param(publish, id="lang", marks=pytest.mark.long)],
)
def year(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Year]:
    """The year when it is over."""
    with mail_server(security="geen", login=False) as mail:
        lived = Year(tmp_path_factory.mktemp("jaar"), request.param, mail)
        live(lived)
        yield lived


def test_at_the_end_stand_the_editions_that_a_person_would_make(year: Year) -> None:
    today = date(YEAR, 12, 31)
    for quarter in ("2019Q4", "2020Q1", "2020Q2", "2020Q3"):
        assert year.manifest(quarter)["parameters"]["kwartaal"]["kwartaal"] == quarter
    newest = quarter_inputs(year.places, SLUG, "2020Q3", today=today)
    assert year.manifest("2020Q3")["fingerprint"] == newest.fingerprint
    current = current_inputs(year.places, SLUG, today=today)
    assert year.manifest("actueel")["inputs"] == current.checksums
    assert year.manifest("actueel")["parameters"]["kwartaal"]["kwartaal"] == "2020Q3"


def test_every_good_delivery_is_kept_once_and_no_other(year: Year) -> None:
    kept = [found.received for found in vintages(vintages_home(year.places, SLUG))]
    # The night after each; neither the spoiled one, nor the lost third, nor the double, nor the old one.
    expected = [(1, 3), (3, 13), (4, 6), (7, 3), (9, 21), (11, 8)]
    assert kept == [date(YEAR, month, day) for month, day in expected]


def test_nothing_was_tried_but_what_was_due(year: Year) -> None:
    concept = [f"concept {quarter}" for quarter in ("2019Q4", "2020Q1", "2020Q2", "2020Q3")]
    good = [
        ((1, 3), REFRESH), ((2, 11), REFRESH), ((2, 14), concept[0]), ((2, 14), REFRESH),
        ((3, 13), concept[0]), ((3, 13), REFRESH),
        ((4, 6), concept[0]), ((4, 6), REFRESH), ((5, 22), concept[1]), ((5, 22), REFRESH),
        ((7, 3), REFRESH), ((7, 21), REFRESH), ((8, 14), concept[2]), ((8, 14), REFRESH),
        ((9, 21), concept[2]), ((9, 21), REFRESH), ((11, 8), concept[2]), ((11, 8), REFRESH),
        ((11, 11), REFRESH), ((11, 14), concept[3]), ((11, 14), REFRESH),
    ]  # fmt: skip
    done = [(day, task) for day, task, became in year.nights.did if became == "gedaan"]
    assert done == [(date(YEAR, *when), task) for when, task in good]
    bad = [(day, task) for day, task, became in year.nights.did if became == "mislukt"]
    none_yet = [((1, 2), REFRESH)]
    spoiled = [((3, 1), concept[0]), ((3, 1), REFRESH), ((4, 3), concept[0]), ((4, 3), REFRESH)]
    full = [((5, 21), concept[1]), ((5, 21), REFRESH)] * 3
    old = [((11, 6), concept[2]), ((11, 6), REFRESH)]
    assert bad == [(date(YEAR, *when), task) for when, task in (*none_yet, *spoiled, *full, *old)]


def test_every_mail_is_sent_once_and_none_is_missed(year: Year) -> None:
    told = [
        f"{str(mail['Date'])[5:11]} {str(mail['Subject']).removeprefix('Kleindorp: ')}"
        for mail in year.mail.mails
    ]
    assert sorted(told) == sorted(MAILS)
    numbers = [mail["Message-ID"] for mail in year.mail.mails]
    # The journal was lost in August: what was told before can be told again, under the number it had.
    again = [subject for subject, number in zip(told, numbers, strict=True) if numbers.count(number) > 1]
    assert {subject[7:] for subject in again} == {_concept_of("2e")}
    assert len(again) == 2


def test_a_night_with_nothing_to_do_costs_next_to_nothing(year: Year) -> None:
    assert len(year.nights.idle) > 300
    assert median(year.nights.idle) < 0.3
