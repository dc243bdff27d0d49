"""What may be concluded from a series: the words of the method, as data. Charts, pages and sentences read these."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from socdom.editions.register import BaselineRecord

Direction = Literal["omhoog", "omlaag"]


class Verdict(StrEnum):
    """What a series allows us to say about its newest figure that can be judged."""

    SIGNAL = "signaal"
    STEADY = "geen signaal"
    TOO_FEW = "te weinig kwartalen"
    TOO_SMALL = "te kleine aantallen"
    NOT_SHOWN = "niet getoond"
    NOT_JUDGED = "niet beoordeeld"


# What the rules were asked about; of any other series nothing is said.
JUDGED = (Verdict.SIGNAL, Verdict.STEADY)


class Method(StrEnum):
    """How a series is judged."""

    NONE = "geen"
    RUN_CHART = "loopgrafiek"
    XMR = "xmr"
    LANEY = "laney"


class Adjustment(StrEnum):
    """What is judged in place of the figure itself."""

    NONE = "het cijfer zelf"
    SEASON = "het cijfer zonder seizoen"
    SAME_QUARTER = "het verschil met hetzelfde kwartaal een jaar eerder"
    CHANGE = "het verschil met het kwartaal ervoor"
    SEASON_CHANGE = "het verschil met het kwartaal ervoor, zonder seizoen"


# A stock is judged on its changes.
OF_CHANGES = (Adjustment.CHANGE, Adjustment.SEASON_CHANGE)


class Rule(StrEnum):
    """The rules; the first four of XmR and Laney, in order of precedence, the last two of a run chart."""

    OUTSIDE = "buiten de grenzen"
    TREND = "zeven op rij dezelfde kant op"
    TWO_OF_THREE = "twee van drie dicht bij de grens"
    SHIFT = "zeven op rij aan één kant"
    LONG_RUN = "lange reeks aan één kant"
    FEW_CROSSINGS = "weinig wisselingen"


@dataclass(frozen=True)
class Point:
    """One quarter of a judged series.

    Attributes:
        period: quarter.
        value: the figure as shown; None when it is not.
        judged: the number the rules look at, of `Judgement.adjustment`; None when it takes no part.
        rules: rules it is a part of, in order of precedence; empty for ordinary variation.
        side: 1 above, -1 below, 0 on the centre line (of the trend rule: rising or falling).
        complete: False for a quarter that is incomplete, which takes no part.
    """

    period: str
    value: float | None
    judged: float | None = None
    rules: tuple[Rule, ...] = ()
    side: int = 0
    complete: bool = True


@dataclass(frozen=True)
class Stretch:
    """Quarters with one centre line: from the start or a break up to the next break or decision.

    A tuple has one item for each of `Judgement.points` from `first` up to and including `last`, in order.

    Attributes:
        first, last: quarters.
        centre: mean (of a run chart the median) of the judged numbers.
        lower, upper: limits of the judged numbers (all the same but for Laney); empty for a run chart.
        trial: fewer than 20 quarters, and not decided on.
        baseline: the decision the limits rest on, if any.
        shown_centre, shown_lower, shown_upper: the same in the unit of the figure, for a chart of the figure itself:
            what was taken off before judging (a season, the quarter before) is added again. None where that is not
            known. Empty limits for a run chart. A limit no figure can pass is cut off: below 0, of a share above all.
    """

    first: str
    last: str
    centre: float
    lower: tuple[float, ...] = ()
    upper: tuple[float, ...] = ()
    trial: bool = True
    baseline: BaselineRecord | None = None
    shown_centre: tuple[float | None, ...] = ()
    shown_lower: tuple[float | None, ...] = ()
    shown_upper: tuple[float | None, ...] = ()


@dataclass(frozen=True)
class Signal:
    """Something that is no ordinary variation in the newest judged quarter of a series.

    Attributes:
        rule: the first rule, in order of precedence, that holds for the newest judged quarter.
        since: first quarter of the run, trend or point that the rule is about.
        until: the newest judged quarter.
    """

    indicator: str
    area: str
    rule: Rule
    direction: Direction
    since: str
    until: str


@dataclass(frozen=True)
class Judgement:
    """One series, judged: the only source of marks in a chart, words in a table, sentences and alt texts.

    Attributes:
        indicator, area: the series; `area` is a CBS code.
        points: every quarter the edition holds, oldest first.
        stretches: oldest first; empty when nothing is judged.
        signal: of the newest judged quarter; None without.
        reason: Dutch sentence: why it is not judged, or what was done before judging; "" when nothing special.
    """

    indicator: str
    area: str
    verdict: Verdict
    method: Method = Method.NONE
    adjustment: Adjustment = Adjustment.NONE
    points: tuple[Point, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    signal: Signal | None = None
    reason: str = ""

    @property
    def until(self) -> str:
        """The newest judged quarter; "" when none is."""
        return next((point.period for point in reversed(self.points) if point.judged is not None), "")
