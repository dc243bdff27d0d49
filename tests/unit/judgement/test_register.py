"""Signals of the figures beside what people did with them."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.judgement.model import Verdict
from socdom.judgement.register import Standing, follow_up, register
from socdom.quarters import Quarter
from tests.lib.signals import judgement, record, with_signals

# Figures of the sample edition are as of 15 February 2021.
WATCHED = (date(2020, 5, 19), "wordt bekeken")


def closed(day: date) -> tuple[tuple[date, str], ...]:
    """Steps of which the last closes."""
    return ((date(2019, 11, 20), "nieuw"), (day, "afgesloten"))


def test_a_signal_that_nobody_followed_is_new(monkeypatch, sample_folder: Path) -> None:
    edition = with_signals(monkeypatch, sample_folder, [judgement("jeugdhulp_wachttijd", "omhoog")])
    found = register(edition)
    (item,) = found.open
    assert (item.standing, item.role, item.day, item.since) == (Standing.NEW, "", None, "2019Q2")
    assert found.new == (item,)
    assert found.closed == ()


def test_a_signal_takes_state_role_and_day_of_the_last_step(monkeypatch, sample_folder: Path) -> None:
    steps = ((date(2019, 11, 20), "nieuw"), WATCHED)
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd", "omhoog", since="2019Q1")],
        [record("jeugdhulp_wachttijd", "omhoog", *steps)],
    )
    (item,) = register(edition).open
    assert (item.standing, item.role, item.day) == (
        Standing.WATCHED,
        "beleidsadviseur jeugd",
        date(2020, 5, 19),
    )
    assert item.since == "2019Q1", "what the figures say now, not what was written down then"
    assert register(edition).new == ()


def test_the_other_direction_is_another_signal(monkeypatch, sample_folder: Path) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd", "omlaag")],
        [record("jeugdhulp_wachttijd", "omhoog", WATCHED)],
    )
    assert [item.standing for item in register(edition).open] == [Standing.NEW, Standing.GONE]


@pytest.mark.parametrize(
    ("verdict", "standing"),
    [
        (Verdict.STEADY, Standing.GONE),
        (Verdict.TOO_FEW, Standing.NOT_JUDGED),
        (Verdict.NOT_SHOWN, Standing.NOT_JUDGED),
        (Verdict.NOT_JUDGED, Standing.NOT_JUDGED),
    ],
)
def test_a_signal_is_gone_only_when_the_figures_say_so(
    monkeypatch, sample_folder: Path, verdict: Verdict, standing: Standing
) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd", verdict=verdict)],
        [record("jeugdhulp_wachttijd", "omhoog", WATCHED)],
    )
    (item,) = register(edition).open
    assert item.standing is standing
    assert item.signal is None


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (date(2020, 2, 15), False),
        (date(2020, 2, 16), True),
        (date(2021, 2, 18), True),
    ],
)
def test_what_was_closed_stays_for_a_year(monkeypatch, sample_folder: Path, day: date, shown: bool) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd")],
        [record("jeugdhulp_wachttijd", "omhoog", *closed(day))],
    )
    found = register(edition)
    assert found.open == ()
    assert [item.standing for item in found.closed] == [Standing.CLOSED] * shown


def test_what_was_closed_before_the_quarter_was_over_is_another_signal(
    monkeypatch, sample_folder: Path
) -> None:
    old = record("jeugdhulp_wachttijd", "omhoog", *closed(date(2020, 9, 30)))
    signal = judgement("jeugdhulp_wachttijd", "omhoog", since="2020Q3")
    edition = with_signals(monkeypatch, sample_folder, [signal], [old])
    assert [item.standing for item in register(edition).new] == [Standing.NEW]
    assert [item.record for item in register(edition).closed] == [old]
    later = record("jeugdhulp_wachttijd", "omhoog", *closed(date(2020, 10, 1)))
    edition = with_signals(monkeypatch, sample_folder, [signal], [later])
    assert register(edition).open == ()
    assert [item.signal for item in register(edition).closed] == [signal.signal]


def test_a_closed_signal_that_the_figures_still_give_does_not_vanish(
    monkeypatch, sample_folder: Path
) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd", "omhoog", since="2018Q4")],
        [record("jeugdhulp_wachttijd", "omhoog", *closed(date(2019, 12, 1)), since="2018Q4")],
    )
    assert [item.standing for item in register(edition).closed] == [Standing.CLOSED]


def test_an_open_follow_up_goes_before_a_closed_one(monkeypatch, sample_folder: Path) -> None:
    signal = judgement("jeugdhulp_wachttijd", "omhoog")
    old = record("jeugdhulp_wachttijd", "omhoog", *closed(date(2021, 1, 5)))
    present = record("jeugdhulp_wachttijd", "omhoog", WATCHED)
    for followed in ([old, present], [present, old]):
        edition = with_signals(monkeypatch, sample_folder, [signal], followed)
        assert signal.signal is not None
        assert follow_up(edition, signal.signal) is not None
        assert [item.record for item in register(edition).open] == [present]
        assert [item.record for item in register(edition).closed] == [old]


def test_a_signal_of_a_neighbourhood_is_found_by_its_follow_up(monkeypatch, sample_folder: Path) -> None:
    wijk = judgement("bijstand_huishoudens", "omlaag", area="WK999901")
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [wijk],
        [record("bijstand_huishoudens", "omlaag", WATCHED, area="WK999901")],
    )
    (item,) = register(edition).open
    assert (item.area, item.standing, item.signal) == ("WK999901", Standing.WATCHED, wijk.signal)
    assert register(edition).judged == 0, "series of the municipality as a whole are counted"


def test_new_signals_come_first_and_then_the_catalogue_counts(monkeypatch, sample_folder: Path) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [
            judgement(name, "omhoog")
            for name in ("wmo_clienten", "jeugdhulp_gebruik", "jeugdhulp_wachttijd", "bijstand_huishoudens")
        ],
        [record("jeugdhulp_gebruik", "omhoog", WATCHED)],
    )
    found = register(edition)
    assert [item.indicator for item in found.open] == [
        "jeugdhulp_wachttijd",
        "wmo_clienten",
        "bijstand_huishoudens",
        "jeugdhulp_gebruik",
    ]
    assert found.judged == 4


SERIES = ("jeugdhulp_gebruik", "jeugdhulp_wachttijd", "wmo_clienten")
DIRECTIONS = st.sampled_from(["omhoog", "omlaag"])
SINCE = st.sampled_from(["2018Q3", "2019Q2", "2020Q4"])


@st.composite
def records(draw):
    """Follow-up with a first step after the signal began, and perhaps a last one."""
    since = draw(SINCE)
    first = Quarter.parse(since).start + timedelta(days=draw(st.integers(0, 200)))
    last = (
        first + timedelta(days=draw(st.integers(1, 500))),
        draw(st.sampled_from(["verklaard", "afgesloten"])),
    )
    steps = ((first, "nieuw"), *((last,) if draw(st.booleans()) else ()))
    return record(draw(st.sampled_from(SERIES)), draw(DIRECTIONS), *steps, since=since)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    signals=st.dictionaries(st.sampled_from(SERIES), st.tuples(DIRECTIONS, SINCE)),
    followed=st.lists(records(), max_size=5),
)
def test_nothing_is_lost_and_nothing_stands_twice(sample_folder: Path, signals, followed) -> None:
    with pytest.MonkeyPatch.context() as patch:
        judged = [
            judgement(
                name,
                *([signals[name][0]] if name in signals else []),
                since=signals.get(name, ("", "2019Q2"))[1],
            )
            for name in SERIES
        ]
        edition = with_signals(patch, sample_folder, judged, followed)
        found = register(edition)
    shown = [*found.open, *found.closed]
    given_signals = [item.signal for item in judged if item.signal is not None]
    assert sorted(map(str, given_signals)) == sorted(
        str(item.signal) for item in shown if item.signal is not None
    )
    ids = [id(item.record) for item in shown if item.record is not None]
    assert len(ids) == len(set(ids))
    old = date(2020, 2, 15)
    for item in followed:
        last = item.steps[-1]
        if last.state != "afgesloten" or last.day > old:
            assert id(item) in ids
    assert all(item.record is None or item.record.steps[-1].state != "afgesloten" for item in found.open)
