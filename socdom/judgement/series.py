"""A series of quarters, judged: which method its numbers allow, and whether the newest is no ordinary variation.

In this order: incomplete quarters take no part; a break begins a new stretch; with too few quarters or too small counts
nothing is said; a season and the resemblance to the quarter before are taken off; then a run chart (8 to 11 quarters)
or limits (from 12 on).

With 8 or 9 quarters a run chart is drawn and nothing is said: with four points on either side of the median even the
smallest number of crossings comes about by chance in 3 of every 100 series, so no rule can hold.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from socdom.judgement import reasons
from socdom.judgement.adjusting import choose
from socdom.judgement.grid import Grid, laid_out
from socdom.judgement.layout import Layout, laid_out_stretches
from socdom.judgement.model import Adjustment, Direction, Method, Point, Rule, Stretch, Verdict
from socdom.judgement.refusal import refused_after, refused_before
from socdom.judgement.stretches import Judged, Scale, bare_points, has_limits, judged_stretch
from socdom.stats.run_chart import LEAST as LEAST_USEFUL

Kind = Literal["getal", "aandeel", "per inwoner"]


@dataclass(frozen=True)
class Series:
    """Figures of one series, oldest first.

    Attributes:
        values: as shown; None where not shown.
        periods: quarters ("2020Q4"), in order of time, as many as values; a quarter may be absent.
        counts: number of cases behind each figure; None when it is no count (euros, days).
        denominators: what the count was divided by.
        kind: "aandeel" (cases of a whole), "per inwoner" (cases per so many), or "getal" (anything else).
        breaks: quarters with which a new stretch begins.
        incomplete: quarters that take no part.
        baseline: first and last quarter that limits were decided to rest on.
        scale: what count / denominator is multiplied by to get the value (100 for percentages).
        step: rounding step of the values, 0 when they are not rounded.
        stock: whether it is mostly the same people as a quarter before, so that it resembles that by its nature.
        season: whether it has a season, where that was decided; None to find out.
    """

    values: tuple[float | None, ...]
    periods: tuple[str, ...]
    counts: tuple[float | None, ...] | None = None
    denominators: tuple[float | None, ...] | None = None
    kind: Kind = "getal"
    breaks: tuple[str, ...] = ()
    incomplete: frozenset[str] = frozenset()
    baseline: tuple[str, str] | None = None
    scale: float = 1.0
    step: float = 0.0
    stock: bool = False
    season: bool | None = None


@dataclass(frozen=True)
class SeriesJudgement:
    """What a series allows us to say; see `Judgement`. `rule`, `direction`, `since` and `until` are of a signal.

    Attributes:
        locked: whether the newest stretch rests on the baseline.
    """

    verdict: Verdict
    method: Method = Method.NONE
    adjustment: Adjustment = Adjustment.NONE
    points: tuple[Point, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    rule: Rule | None = None
    direction: Direction | None = None
    since: str = ""
    until: str = ""
    reason: str = ""
    locked: bool = False


def judge_series(series: Series) -> SeriesJudgement:
    """Judge a series.

    Returns:
        the judgement of the newest complete quarter; deterministic.
    """
    if not series.periods:
        return SeriesJudgement(Verdict.TOO_FEW, reason=reasons.NO_QUARTERS)
    grid = laid_out(series.periods, series.values, series.counts, series.denominators, series.incomplete)
    if not grid.complete.any():
        return SeriesJudgement(Verdict.TOO_FEW, points=bare_points(grid), reason=reasons.INCOMPLETE)
    layout = laid_out_stretches(grid, series.breaks, series.baseline)
    how = _adjustment(layout.learned, series)
    scale = Scale(series.kind, series.scale, series.step)
    drawn = _earlier(layout, how, series, scale)
    refusal = refused_before(layout, series.kind, series.step)
    if refusal:
        return _told(layout, [*drawn, None], scale, how, refusal)
    newest = judged_stretch(layout.current, how, scale, layout.learn, locked=layout.locked)
    return _told(layout, [*drawn, newest], scale, how, refused_after(newest, layout, how))


def _adjustment(part: Grid, series: Series) -> Adjustment:
    """What to judge of a stretch; of one that is too short to say anything about the figure itself."""
    if np.isfinite(part.values).sum() < LEAST_USEFUL:
        return Adjustment.NONE
    return choose(part.values, part.quarter, stock=series.stock, season=series.season)


def _earlier(layout: Layout, how: Adjustment, series: Series, scale: Scale) -> list[Judged | None]:
    """The stretches before a break; None for one that is too short to be drawn with limits.

    They are judged as the newest is, so that all are in one unit; as they ask for themselves when that is too short.
    """
    alone = np.isfinite(layout.learned.values).sum() < LEAST_USEFUL
    drawn = []
    for part in layout.earlier:
        own = _adjustment(part, series) if alone else how
        judged = judged_stretch(part, own, scale, slice(None), locked=False)
        drawn.append(judged if has_limits(judged) else None)
    return drawn


def _told(
    layout: Layout,
    drawn: list[Judged | None],
    scale: Scale,
    how: Adjustment,
    refusal: tuple[Verdict, str] | None,
) -> SeriesJudgement:
    """The judgement in words; `drawn` has every stretch, None for one without a centre line."""
    newest = drawn[-1]
    lined = [judged for judged in drawn if judged is not None]
    told = SeriesJudgement(
        verdict=refusal[0] if refusal else Verdict.STEADY,
        method=newest.limits.method if newest else Method.NONE,
        adjustment=how if newest else lined[-1].adjusted.how if lined else Adjustment.NONE,
        points=_points(layout, drawn),
        stretches=tuple(judged.stretch(scale) for judged in lined),
        reason=reasons.joined(refusal[1] if refusal else reasons.BEFORE[how], layout.note),
        locked=layout.locked and newest is not None,
    )
    return told if refusal or newest is None else _with_signal(told, newest)


def _points(layout: Layout, drawn: list[Judged | None]) -> tuple[Point, ...]:
    """All quarters, also those that take no part."""
    points: list[Point] = []
    for judged, span in zip(drawn, layout.spans, strict=True):
        points += judged.points() if judged else bare_points(layout.grid.part(*span))
    return (*points, *bare_points(layout.grid.part(len(points), len(layout.grid))))


def _with_signal(told: SeriesJudgement, newest: Judged) -> SeriesJudgement:
    rule = newest.marked.newest
    if rule is None:
        return told
    return replace(
        told,
        verdict=Verdict.SIGNAL,
        rule=rule,
        direction="omhoog" if newest.marked.rules[rule][-1] > 0 else "omlaag",
        since=str(newest.grid.periods[newest.marked.since[rule]]),
        until=str(newest.grid.periods[-1]),
    )
