"""Editions with signals that were not computed, for tests of what is done with signals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import pytest

from socdom.editions.additions import SignalsRecord
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord, RegisterRecord, RegisterStep
from socdom.judgement import judge as judging
from socdom.judgement.model import Direction, Judgement, Method, Point, Rule, Signal, Stretch, Verdict
from tests.lib.sample_edition import GEMEENTE, QUARTERS


def judgement(
    indicator: str,
    direction: Direction | None = None,
    *,
    since: str = "2019Q2",
    rule: Rule = Rule.SHIFT,
    area: str = GEMEENTE,
    verdict: Verdict | None = None,
    reason: str = "",
) -> Judgement:
    """A series with a signal, or without one where no direction is named."""
    values = [100.0 + place for place, _ in enumerate(QUARTERS)]
    signal = Signal(indicator, area, rule, direction, since, QUARTERS[-1]) if direction else None
    verdict = verdict or (Verdict.SIGNAL if signal else Verdict.STEADY)
    points = tuple(Point(period, value, value) for period, value in zip(QUARTERS, values, strict=True))
    level, low, high = (tuple(number for _ in QUARTERS) for number in (105.5, 102.0, 109.0))
    stretch = Stretch(QUARTERS[0], QUARTERS[-1], 105.5, low, high, True, None, level, low, high)
    judged = verdict in (Verdict.SIGNAL, Verdict.STEADY)
    return Judgement(
        indicator,
        area,
        verdict,
        Method.XMR if judged else Method.NONE,
        points=points if judged else (),
        stretches=(stretch,) if judged else (),
        signal=signal,
        reason=reason,
    )


def record(
    indicator: str,
    direction: Direction = "omhoog",
    *steps: tuple[date, str],
    since: str = "2019Q2",
    area: str = "",
    text: str = "Wij vragen het na.",
    role: str = "beleidsadviseur jeugd",
) -> RegisterRecord:
    """Follow-up of a signal; without steps it is being looked at since 18 February 2021."""
    moments = steps or ((date(2021, 2, 18), "wordt bekeken"),)
    return RegisterRecord(
        indicator=indicator,
        area=area,
        rule=Rule.SHIFT.value,
        direction=direction,
        since=since,
        steps=tuple(RegisterStep(day=day, state=state, role=role, text=text) for day, state in moments),
    )


def with_signals(
    monkeypatch: pytest.MonkeyPatch,
    folder: Path,
    judged: Iterable[Judgement],
    followed: Sequence[RegisterRecord] = (),
    baselines: Sequence[BaselineRecord] = (),
) -> Edition:
    """The edition of a folder in which these judgements are what the figures say, and no others."""
    edition = Edition(folder)
    edition.signals = SignalsRecord(followed=tuple(followed), baselines=tuple(baselines))
    known = {(item.indicator, item.area): item for item in judged}
    every = {(name, GEMEENTE): judgement(name, verdict=Verdict.NOT_JUDGED) for name in edition.descriptions}
    areas = {
        (item.indicator, item.area): judgement(item.indicator, verdict=Verdict.NOT_JUDGED, area=item.area)
        for item in followed
        if item.area
    }
    monkeypatch.setitem(judging._JUDGED, edition, {**every, **areas, **known})
    return edition
