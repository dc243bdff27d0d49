"""The state machine on plain numbers, state by state."""

from __future__ import annotations

import numpy as np
import pytest

from socdom.judgement import reasons
from socdom.judgement.model import Adjustment, Method, Rule, Verdict
from socdom.judgement.series import Series, SeriesJudgement, judge_series
from socdom.quarters import Quarter

# Ordinary ups and downs of one in size, without a season, a row of seven or a resemblance; mean 0 over the first twenty.
NOISE = (0.4, -1.1, 0.9, -0.2, -0.8, 1.2, -0.5, 0.6, -1.0, 0.3, 0.8, -0.7, -0.1, 1.0, -0.9, 0.2, 0.7, -1.2, 0.5, -0.1,
         -0.6, 0.9, -0.3, 0.6)  # fmt: skip
SEASON = (12.0, -4.0, -14.0, 6.0)


def periods(number: int, first: str = "2015Q1") -> tuple[str, ...]:
    return tuple(str(Quarter.parse(first) + step) for step in range(number))


def noise(number: int, level: float = 100.0, size: float = 4.0) -> list[float]:
    return [level + size * NOISE[step % len(NOISE)] for step in range(number)]


def judged(values, **settings) -> SeriesJudgement:
    return judge_series(Series(tuple(values), periods(len(values)), **settings))


def test_under_eight_quarters_nothing_is_said() -> None:
    found = judged(noise(7))
    assert found.verdict is Verdict.TOO_FEW
    assert found.method is Method.NONE
    assert found.stretches == ()
    assert found.reason == "Er zijn 7 kwartalen. Wij beoordelen vanaf 10 kwartalen."


@pytest.mark.parametrize("number", [8, 9])
def test_with_eight_or_nine_a_median_is_drawn_and_nothing_is_said(number: int) -> None:
    values = [10.0] * (number // 2) + [90.0] * (number - number // 2)
    values = [value + step * 0.1 for step, value in enumerate(values)]
    found = judged(values)
    assert found.verdict is Verdict.TOO_FEW
    assert found.method is Method.RUN_CHART
    assert found.stretches[0].centre == np.median(values)
    assert found.stretches[0].upper == ()


def test_from_ten_a_run_chart_finds_a_step() -> None:
    values = [*noise(5), *noise(5, level=130)]
    found = judged(values)
    assert (found.verdict, found.method) == (Verdict.SIGNAL, Method.RUN_CHART)
    assert (found.rule, found.direction) == (Rule.FEW_CROSSINGS, "omhoog")
    assert (found.since, found.until) == ("2016Q2", "2017Q2")
    assert judged(noise(10)).verdict is Verdict.STEADY


def test_a_run_chart_of_mostly_one_number_says_nothing() -> None:
    found = judged([100.0, 100, 105, 100, 95, 100, 100, 105, 100, 100, 95], step=5)
    assert found.verdict is Verdict.TOO_FEW
    assert found.reason == reasons.ON_THE_MEDIAN


@pytest.mark.parametrize(("number", "trial"), [(12, True), (19, True), (20, False)])
def test_from_twelve_there_are_limits_that_are_trial_until_twenty(number: int, trial: bool) -> None:
    values = noise(number)
    found = judged(values)
    assert (found.verdict, found.method) == (Verdict.STEADY, Method.XMR)
    line = found.stretches[-1]
    assert line.trial is trial
    ranges = np.abs(np.diff(values))
    assert line.centre == pytest.approx(np.mean(values))
    assert line.upper == pytest.approx([np.mean(values) + 2.66 * ranges.mean()] * number)
    assert line.shown_upper == line.upper


def test_a_far_point_is_a_signal_of_its_quarter() -> None:
    found = judged([*noise(19), 60.0])
    assert (found.rule, found.direction) == (Rule.OUTSIDE, "omlaag")
    assert (found.since, found.until) == ("2019Q4", "2019Q4")
    assert found.points[-1].rules[0] is Rule.OUTSIDE
    assert found.points[-1].side == -1


def test_a_signal_that_is_over_is_no_signal_now() -> None:
    found = judged([*noise(17), 60.0, *noise(2)])
    assert found.verdict is Verdict.STEADY
    assert found.rule is None
    assert Rule.OUTSIDE in found.points[17].rules


def test_seven_on_one_side_has_its_first_quarter() -> None:
    values = [
        *noise(13, size=1),
        *(value + 1.2 for value in (100.4, 101.2, 100.1, 100.9, 100.2, 101.0, 100.3, 100.8)),
    ]
    found = judged(values)
    assert (found.rule, found.direction) == (Rule.SHIFT, "omhoog")
    centre = found.stretches[-1].centre
    first = max(place for place, value in enumerate(values) if value < centre) + 1
    assert found.since == periods(21)[first]


def test_seven_that_rise_is_a_trend_also_when_it_begins_below_the_centre() -> None:
    found = judged([*noise(13, size=4), 93.0, 95.0, 97.0, 99.0, 101.0, 103.0, 105.0])
    assert (found.rule, found.direction, found.since) == (Rule.TREND, "omhoog", "2018Q2")
    # The first of the trend lies below the centre line and is marked upwards.
    assert found.points[13].side == 1


def test_an_incomplete_quarter_takes_no_part() -> None:
    values = noise(16)
    whole = judged(values)
    found = judge_series(Series((*values, 3.0), periods(17), incomplete=frozenset({"2019Q1"})))
    assert found.verdict is Verdict.STEADY
    assert found.stretches == whole.stretches
    assert found.points[:-1] == whole.points
    assert (found.points[-1].complete, found.points[-1].judged, found.points[-1].value) == (False, None, 3.0)


def test_only_incomplete_quarters() -> None:
    found = judge_series(Series((1.0,), ("2020Q1",), incomplete=frozenset({"2020Q1"})))
    assert (found.verdict, found.reason) == (Verdict.TOO_FEW, reasons.INCOMPLETE)


def test_no_quarters_at_all() -> None:
    assert judge_series(Series((), ())).reason == reasons.NO_QUARTERS


def test_a_newest_figure_that_is_not_shown() -> None:
    found = judged([*noise(15), None])
    assert (found.verdict, found.reason) == (Verdict.NOT_SHOWN, reasons.NOT_SHOWN)
    assert found.stretches == ()


def test_a_gap_in_the_middle_breaks_a_run_and_counts_for_no_range() -> None:
    rising = [93.0, 95.0, 97.0, 99.0, 101.0, 103.0, 105.0]
    assert judged([*noise(13), *rising]).rule is Rule.TREND
    gap = [*noise(13), 91.0, *rising]
    gap[16] = None
    assert judged(gap).rule is not Rule.TREND
    values = [*noise(8), None, *noise(12)]
    line = judged(values).stretches[-1]
    ranges = [*np.abs(np.diff(noise(8))), *np.abs(np.diff(noise(12)))]
    assert line.upper[0] - line.centre == pytest.approx(2.66 * np.mean(ranges))
    assert len(line.upper) == 21


def test_a_quarter_that_is_not_in_the_series_is_a_gap() -> None:
    quarters = periods(17)
    without = judge_series(Series(tuple(noise(16)), quarters[:8] + quarters[9:]))
    laid = noise(16)
    assert without == judge_series(Series((*laid[:8], None, *laid[8:]), quarters))


def test_small_counts_get_no_signal() -> None:
    values = [3.0, 1, 4, 2, 6, 3, 5, 2, 3, 4, 1, 2, 5, 40]
    found = judged(values, counts=tuple(values))
    assert found.verdict is Verdict.TOO_SMALL
    assert found.stretches == ()
    assert "minder dan 8 gevallen" in found.reason
    assert judged(values).verdict is Verdict.SIGNAL, "a number of days has no such rule"


def test_a_share_near_all_is_as_small_as_one_near_nobody() -> None:
    shares = [98.0 + 0.3 * n for n in NOISE[:14]]
    counts = tuple(share for share in shares)
    found = judged(shares, counts=counts, denominators=(100.0,) * 14, kind="aandeel", scale=100.0)
    assert found.verdict is Verdict.TOO_SMALL


def test_figures_that_do_not_differ_are_not_judged() -> None:
    found = judged([50.0] * 14)
    assert (found.verdict, found.reason) == (Verdict.NOT_JUDGED, reasons.FLAT)
    assert found.stretches == ()
    # A stock that grows by the same number each quarter does differ from quarter to quarter.
    grown = judged([400.0 + 5 * quarter for quarter in range(16)], stock=True)
    assert (grown.verdict, grown.reason) == (Verdict.NOT_JUDGED, reasons.FLAT_CHANGE)


def test_a_price_that_is_set_once_a_year_is_not_judged() -> None:
    values = [round(50 * 1.023 ** (step // 4), 2) for step in range(20)]
    assert judged(values, step=0.01).reason == reasons.STILL
    # Rounded counts that are mostly equal do move: by one step.
    assert (
        judged([60.0, 60, 60, 65, 60, 60, 60, 60, 55, 60, 60, 60, 60, 60], step=5).verdict is Verdict.STEADY
    )


def test_one_rounding_step_is_never_beyond_the_limits() -> None:
    """One step of five may be one person."""
    values = [
        100.0,
        105,
        100,
        100,
        100,
        105,
        100,
        100,
        100,
        100,
        100,
        105,
        100,
        100,
        105,
        100,
        100,
        100,
        100,
        110,
    ]
    slight = [value + 0.01 * NOISE[step] for step, value in enumerate(values)]
    assert judged([*slight[:-1], 105.0], step=5).verdict is Verdict.STEADY
    assert judged(slight, step=5).rule is Rule.OUTSIDE
    # Without rounding limits may be as near as the numbers make them.
    flat = [100.0 + 0.1 * NOISE[step] for step in range(14)]
    assert judged([*flat, 105.0]).rule is Rule.OUTSIDE
    assert judged([*flat, 105.0], step=5).verdict is Verdict.STEADY


def test_a_run_just_above_the_mean_by_rounding_is_no_shift() -> None:
    values = [60.0, 55, 60, 60, 55, 60, 65, 55, 60, 60, 60, 60, 60, 60, 60, 60]
    values = [value + 0.01 * NOISE[step] for step, value in enumerate(values)]
    assert judged(values).rule is Rule.SHIFT
    assert judged(values, step=5).verdict is Verdict.STEADY


def test_a_break_begins_a_new_stretch() -> None:
    values = [*noise(14), *noise(13, level=300)]
    found = judged(values, breaks=("2018Q3",))
    assert [(line.first, line.last) for line in found.stretches] == [
        ("2015Q1", "2018Q2"),
        ("2018Q3", "2021Q3"),
    ]
    assert found.stretches[1].centre == pytest.approx(np.mean(values[14:]))
    assert found.verdict is Verdict.STEADY


def test_few_quarters_since_a_break() -> None:
    found = judged([*noise(14), *noise(5, level=300)], breaks=("2018Q3",))
    assert found.verdict is Verdict.TOO_FEW
    assert found.reason == "Er zijn 5 kwartalen sinds de breuk. Wij beoordelen vanaf 10 kwartalen."
    assert [(line.first, line.last) for line in found.stretches] == [("2015Q1", "2018Q2")]
    assert [point.judged for point in found.points[14:]] == [None] * 5


def test_a_short_stretch_before_a_break_is_not_drawn() -> None:
    found = judged([*noise(9), *noise(14, level=300)], breaks=("2017Q2",))
    assert [line.first for line in found.stretches] == ["2017Q2"]


def test_a_season_is_taken_off_and_given_back_in_the_chart() -> None:
    season = [SEASON[step % 4] for step in range(20)]
    values = [value + quarter for value, quarter in zip(noise(20, size=1), season, strict=True)]
    found = judged(values)
    assert (found.verdict, found.adjustment) == (Verdict.STEADY, Adjustment.SEASON)
    assert found.reason == reasons.BEFORE[Adjustment.SEASON]
    line = found.stretches[0]
    # In the unit of the figure the line follows the season: high in the first quarter, low in the third.
    assert line.shown_centre[0] - line.shown_centre[2] == pytest.approx(26, abs=1.5)
    assert line.shown_upper[4] == pytest.approx(line.shown_upper[0])
    for point, centre in zip(found.points, line.shown_centre, strict=True):
        assert point.value - point.judged == pytest.approx(centre - line.centre)


def test_a_far_point_in_a_season_is_found_which_raw_limits_miss() -> None:
    values = [value + SEASON[step % 4] for step, value in enumerate(noise(20, size=1))]
    values[18] += 14  # a third quarter, low by its season: as high as any quarter now
    assert judged([*values[:19]]).rule is Rule.OUTSIDE
    assert judged([*values[:19]], season=False).verdict is Verdict.STEADY


def test_a_season_without_three_years_is_compared_with_a_year_earlier() -> None:
    values = [value + SEASON[step % 4] for step, value in enumerate(noise(15, size=1))]
    values[2] = values[6] = None
    found = judged(values)
    assert found.adjustment is Adjustment.SAME_QUARTER
    assert found.points[7].judged == pytest.approx(values[7] - values[3])
    assert found.points[6].judged is None
    assert found.points[10].judged is None
    assert found.verdict is Verdict.TOO_FEW
    assert "een jaar eerder" in found.reason


def stock(number: int, **at: float) -> list[float]:
    """A stock that wanders: ten up, ten down again, a little noise."""
    draw = np.random.default_rng(5)
    level = np.concatenate([np.linspace(400, 440, 10), np.linspace(440, 395, 10), np.linspace(395, 420, 10)])[
        :number
    ]
    return [float(value) for value in level + draw.normal(0, 2, number)]


def test_a_stock_is_judged_on_its_changes() -> None:
    values = stock(22)
    found = judged(values, stock=True)
    assert found.adjustment is Adjustment.CHANGE
    assert found.points[0].judged is None
    assert [point.judged for point in found.points[1:]] == pytest.approx(np.diff(values).tolist())
    line = found.stretches[0]
    assert line.shown_centre[0] is None
    assert line.shown_upper[5] == pytest.approx(values[4] + line.upper[5])
    leap = judged([*values, values[-1] + 40], stock=True)
    assert (leap.rule, leap.direction) == (Rule.OUTSIDE, "omhoog")


def test_the_trend_of_a_stock_is_a_trend_of_the_figure_itself() -> None:
    """Changes that are above their mean seven times are no rise of seven quarters; the figure that rises is."""
    draw = np.random.default_rng(2)
    values = [400 + 5 * step + float(draw.uniform(-2, 2)) for step in range(16)]
    found = judged(values, stock=True)
    assert found.adjustment is Adjustment.CHANGE
    assert (found.rule, found.direction, found.since) == (Rule.TREND, "omhoog", "2015Q1")


def test_a_lasting_step_is_not_taken_for_resemblance_unless_it_is_a_stock() -> None:
    values = [*noise(12, size=2), *noise(8, level=112, size=2)]
    assert judged(values).adjustment is Adjustment.NONE
    assert judged(values).verdict is Verdict.SIGNAL
    assert judged(values, stock=True).adjustment is Adjustment.CHANGE


def test_a_rise_over_years_is_not_taken_for_resemblance_unless_it_is_a_stock() -> None:
    values = [value + 1.5 * step for step, value in enumerate(noise(20))]
    found = judged(values)
    assert found.adjustment is Adjustment.NONE
    assert (found.verdict, found.direction) == (Verdict.SIGNAL, "omhoog")
    assert judged(values, stock=True).adjustment is Adjustment.CHANGE


def test_another_series_that_wanders_is_judged_on_its_changes() -> None:
    assert judged(stock(30)).adjustment is Adjustment.CHANGE


def test_a_stretch_that_is_too_short_does_not_take_over_how_the_one_before_is_judged() -> None:
    values = [*stock(22), *noise(8, level=900)]
    found = judged(values, breaks=("2020Q3",), stock=True)
    assert found.verdict is Verdict.TOO_FEW
    assert found.points[-1].judged == values[-1]
    assert found.points[5].judged == pytest.approx(values[5] - values[4])


def test_a_stock_with_a_season() -> None:
    values = [value + SEASON[step % 4] for step, value in enumerate(stock(24))]
    found = judged(values, stock=True)
    assert found.adjustment is Adjustment.SEASON_CHANGE
    line = found.stretches[0]
    place = 9
    season = values[place] - values[place - 1] - found.points[place].judged
    assert line.shown_centre[place] == pytest.approx(values[place - 1] + season + line.centre)


def test_a_change_of_which_the_quarter_before_is_hidden() -> None:
    values = stock(22)
    values[20] = None
    found = judged(values, stock=True)
    assert (found.verdict, found.reason) == (Verdict.NOT_SHOWN, reasons.BASE_NOT_SHOWN)


def rates(sizes: list[float], rate: float = 0.3) -> tuple[list[float], tuple[float, ...]]:
    counts = tuple(size * (rate + 0.03 * NOISE[step]) for step, size in enumerate(sizes))
    return [100 * count / size for count, size in zip(counts, sizes, strict=True)], counts


def test_a_rate_with_varying_denominators_has_limits_per_quarter() -> None:
    sizes = [100.0, 400.0] * 8
    values, counts = rates(sizes)
    found = judged(values, counts=counts, denominators=tuple(sizes), kind="aandeel", scale=100.0)
    assert found.method is Method.LANEY
    line = found.stretches[0]
    assert line.centre == pytest.approx(100 * sum(counts) / sum(sizes))
    # A fourth of the people: limits twice as far.
    assert line.upper[0] - line.centre == pytest.approx(2 * (line.upper[1] - line.centre))


def test_a_rate_whose_denominator_hardly_varies_is_an_xmr() -> None:
    sizes = [1000.0, 1240.0] * 8
    values, counts = rates(sizes)
    assert (
        judged(values, counts=counts, denominators=tuple(sizes), kind="aandeel", scale=100.0).method
        is Method.XMR
    )
    sizes = [1000.0, 1260.0] * 8
    values, counts = rates(sizes)
    assert (
        judged(values, counts=counts, denominators=tuple(sizes), kind="aandeel", scale=100.0).method
        is Method.LANEY
    )


def test_limits_stay_where_figures_can_be() -> None:
    values = [abs(value) for value in noise(16, level=6, size=4)]
    assert set(judged(values).stretches[0].lower) == {0.0}
    high = [100 - value for value in values]
    assert set(judged(high, kind="aandeel", scale=100.0).stretches[0].upper) == {100.0}


def test_a_baseline_is_locked_for_what_comes_after() -> None:
    values = [*noise(12, size=2), *noise(9, level=106, size=2)]
    found = judged(values, baseline=("2015Q1", "2017Q4"))
    line = found.stretches[-1]
    assert found.locked
    assert line.trial is False
    assert line.centre == pytest.approx(np.mean(values[:12]))
    assert line.upper[20] == pytest.approx(np.mean(values[:12]) + 2.66 * np.abs(np.diff(values[:12])).mean())
    assert found.rule is Rule.SHIFT
    assert found.direction == "omhoog"
    assert judged([*values, 107.0], baseline=("2015Q1", "2017Q4")).stretches[-1].centre == line.centre


def test_quarters_before_a_baseline_are_a_stretch_of_their_own() -> None:
    values = [*noise(13, level=50), *noise(14)]
    found = judged(values, baseline=("2018Q2", "2021Q1"))
    assert [line.first for line in found.stretches] == ["2015Q1", "2018Q2"]
    assert found.verdict is Verdict.STEADY


@pytest.mark.parametrize(
    ("baseline", "reason"),
    [
        (("2015Q1", "2018Q4"), reasons.BASELINE_ELSEWHERE),
        (("2018Q3", "2023Q4"), reasons.BASELINE_ELSEWHERE),
        (("2018Q3", "2020Q4"), reasons.BASELINE_SHORT),
    ],
)
def test_a_baseline_across_a_break_or_too_short_is_not_used(baseline: tuple[str, str], reason: str) -> None:
    values = [*noise(14), *noise(14, level=300)]
    found = judged(values, baseline=baseline, breaks=("2018Q3",))
    assert not found.locked
    assert found.reason == reason
    assert found.stretches == judged(values, breaks=("2018Q3",)).stretches


def test_every_reason_is_plain() -> None:
    texts = [value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)]
    texts += [text for text in reasons.BEFORE.values() if text]
    texts += [reasons.too_few(number, 10, how, broken=True) for number in (1, 9) for how in Adjustment]
    texts.append(reasons.too_small(8))
    assert len(texts) > 20
    for text in texts:
        assert text.endswith(".")
        for sentence in text.rstrip(".").split(". "):
            assert len(sentence.split()) <= 20, sentence
