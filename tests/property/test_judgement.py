"""What must hold of every judgement, whatever the numbers."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.judgement.model import Adjustment, Method, Rule, Verdict
from socdom.judgement.series import Series, SeriesJudgement, judge_series
from socdom.quarters import Quarter

SPOKEN = (Verdict.SIGNAL, Verdict.STEADY)
FLIPPED = {"omhoog": "omlaag", "omlaag": "omhoog", None: None}


def examples(number: int) -> settings:
    """Settings for so many examples; drawing one takes long on a busy machine."""
    return settings(max_examples=number, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def periods(number: int) -> tuple[str, ...]:
    return tuple(str(Quarter(2010, 1) + step) for step in range(number))


@st.composite
def series(draw, least: int = 1, most: int = 30, gaps: bool = True) -> Series:
    """Noise with a season, a wandering level, a step and gaps, as much of each as the draw says."""
    number = draw(st.integers(least, most))
    random = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    values = 500 + random.normal(0, 10, number)
    values += draw(st.sampled_from([0.0, 0.0, 15.0])) * random.normal(0, 1, 4)[np.arange(number) % 4]
    values += draw(st.sampled_from([0.0, 0.0, 8.0])) * np.cumsum(random.normal(0, 1, number))
    values[draw(st.integers(0, number)) :] += draw(st.sampled_from([0.0, 0.0, 30.0, -30.0]))
    if draw(st.booleans()):
        values = 5 * np.round(values / 5)
    shown: list[float | None] = values.tolist()
    for place in draw(st.lists(st.integers(0, number - 1), max_size=3 if gaps else 0)):
        shown[place] = None
    return Series(
        tuple(shown), periods(number), stock=draw(st.booleans()), step=draw(st.sampled_from([0.0, 5.0]))
    )


def changed(old: Series, times: float, plus: float) -> Series:
    values = tuple(None if value is None else times * value + plus for value in old.values)
    return replace(old, values=values, step=abs(times) * old.step)


def essence(judged: SeriesJudgement) -> tuple:
    return (
        judged.verdict,
        judged.method,
        judged.adjustment,
        judged.rule,
        judged.since,
        tuple(point.rules for point in judged.points),
    )


def shift_and_scale(one: Series, times: float, plus: float) -> None:
    before, after = judge_series(one), judge_series(changed(one, times, plus))
    assert essence(after) == essence(before)
    assert after.direction == before.direction


def mirrored(one: Series) -> None:
    before, after = judge_series(one), judge_series(changed(one, -1, 0))
    assert essence(after) == essence(before)
    assert after.direction == FLIPPED[before.direction]
    assert [point.side for point in after.points] == [-point.side for point in before.points]


def incomplete_appended(one: Series, value: float) -> None:
    before = judge_series(one)
    quarter = str(Quarter.parse(one.periods[-1]) + 1)
    longer = replace(
        one, values=(*one.values, value), periods=(*one.periods, quarter), incomplete=frozenset({quarter})
    )
    after = judge_series(longer)
    assert after.points[:-1] == before.points
    assert replace(after, points=before.points) == before


def before_a_break(one: Series, old: Series) -> None:
    """What was before a break changes nothing after it."""
    start = len(old.values)
    quarters = periods(start + len(one.values))
    moved = replace(one, periods=quarters[start:])
    alone = judge_series(moved)
    joined = judge_series(
        replace(moved, values=(*old.values, *one.values), periods=quarters, breaks=(quarters[start],))
    )
    assert joined.verdict is alone.verdict
    if alone.stretches:
        assert joined.points[start:] == alone.points
        assert joined.stretches[-1] == alone.stretches[-1]
        assert (joined.rule, joined.direction, joined.since) == (alone.rule, alone.direction, alone.since)


def sound(one: Series) -> None:
    """A judgement is whole: what it says of the newest quarter is what its points and lines say."""
    judged = judge_series(one)
    quarters = [point.period for point in judged.points]
    assert quarters == sorted(quarters)
    assert (judged.verdict is Verdict.SIGNAL) == (judged.rule is not None)
    assert judged.verdict in SPOKEN or judged.reason
    if judged.rule is not None:
        assert (
            judged.since
            <= judged.until
            == next(p.period for p in reversed(judged.points) if p.judged is not None)
        )
        assert judged.points[quarters.index(judged.until)].rules[0] is judged.rule
    for line in judged.stretches:
        length = quarters.index(line.last) - quarters.index(line.first) + 1
        assert len(line.shown_centre) == length
        assert {len(line.lower), len(line.upper), len(line.shown_lower), len(line.shown_upper)} in (
            {length},
            {0},
        )
        for low, high in zip(line.lower, line.upper, strict=True):
            assert low <= line.centre <= high


def newest_by_brute_force(one: Series) -> None:
    """The rule of the newest quarter, asked in so many words of the judged numbers and the lines that are told."""
    judged = judge_series(one)
    if judged.verdict not in SPOKEN or judged.method is not Method.XMR:
        return
    line = judged.stretches[-1]
    numbers = [point.judged for point in judged.points]
    figures = [point.value for point in judged.points]
    reach, half = line.upper[-1] - line.centre, one.step / 2 - 1e-9
    apart = [None if number is None else number - line.centre for number in numbers]
    side = [0 if gap is None or abs(gap) < max(half, 1e-9) else 1 if gap > 0 else -1 for gap in apart]
    holds: dict[Rule, bool] = {Rule.OUTSIDE: abs(apart[-1]) > reach + 1e-9}
    level = figures if judged.adjustment in (Adjustment.NONE, Adjustment.CHANGE) else None
    if level is not None:
        last = level[-7:]
        whole = len(last) == 7 and None not in last
        steps = [b - a for a, b in zip(last, last[1:], strict=False)] if whole else []
        holds[Rule.TREND] = whole and any(
            all(way * step > max(half, 1e-9) or (way * step > 0 and step * way >= half > 0) for step in steps)
            for way in (1, -1)
        )
    three = apart[-3:]
    near = [gap is not None and abs(gap) > reach * 2 / 3 + 1e-9 for gap in three]
    holds[Rule.TWO_OF_THREE] = (
        len(three) == 3 and None not in three and near[-1] and sum(near) >= 2
        and (min(three) > 0 or max(three) < 0)
    )  # fmt: skip
    holds[Rule.SHIFT] = len(side) >= 7 and abs(sum(side[-7:])) == 7
    first = next((rule for rule in Rule if holds.get(rule)), None)
    if level is not None or judged.rule is not Rule.TREND:
        assert judged.rule == first


CHECKS_OF_ONE = [mirrored, sound, newest_by_brute_force]


@pytest.mark.parametrize("check", CHECKS_OF_ONE)
def test_of_one_series(check) -> None:
    examples(60)(given(series())(check))()


def test_shift_and_scale() -> None:
    factor, level = st.sampled_from([0.5, 2.0, 1024.0]), st.sampled_from([0.0, 1000.0])
    examples(60)(given(series(), factor, level)(shift_and_scale))()


def test_an_incomplete_quarter_changes_nothing() -> None:
    examples(40)(given(series(), st.floats(0, 1e6))(incomplete_appended))()


def test_before_a_break() -> None:
    examples(40)(given(series(least=10), series(least=1, most=20))(before_a_break))()


@pytest.mark.long
@pytest.mark.parametrize("check", CHECKS_OF_ONE)
def test_of_many_series(check) -> None:
    examples(3000)(given(series())(check))()


@pytest.mark.long
def test_many_shifts_incomplete_quarters_and_breaks() -> None:
    many = examples(2000)
    factor, level = st.sampled_from([0.5, 2.0, 1024.0]), st.sampled_from([0.0, 1000.0])
    many(given(series(), factor, level)(shift_and_scale))()
    many(given(series(), st.floats(0, 1e6))(incomplete_appended))()
    many(given(series(least=10), series(least=1, most=20))(before_a_break))()
