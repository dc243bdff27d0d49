"""What a judgement is called in a few words: the one text that chart, table, card and page take their label from."""

from __future__ import annotations

from typing import Literal

from socdom.editions.read import Edition
from socdom.judgement.model import Adjustment, Direction, Judgement, Rule, Verdict

Tone = Literal["neutraal", "naar het doel", "van het doel af"]

WITHOUT_SIGNAL = {
    Verdict.STEADY: "Geen signaal",
    Verdict.TOO_FEW: "Te weinig kwartalen",
    Verdict.TOO_SMALL: "Kleine aantallen",
    Verdict.NOT_SHOWN: "Niet getoond",
    Verdict.NOT_JUDGED: "Niet beoordeeld",
}
# Rule → what is said of a signal upwards, and of one downwards.
_FINDINGS = {
    Rule.OUTSIDE: ("hoger dan gewoon", "lager dan gewoon"),
    Rule.TREND: ("stijgt al langer", "daalt al langer"),
    Rule.TWO_OF_THREE: ("vaker hoog dan gewoon", "vaker laag dan gewoon"),
    Rule.SHIFT: ("al langer hoger", "al langer lager"),
    Rule.LONG_RUN: ("al langer hoger", "al langer lager"),
    Rule.FEW_CROSSINGS: ("blijft aan de hoge kant", "blijft aan de lage kant"),
}
_DIFFERENCES = {
    Adjustment.SAME_QUARTER: "verschil met vorig jaar",
    Adjustment.CHANGE: "verschil met vorig kwartaal",
    Adjustment.SEASON_CHANGE: "verschil met vorig kwartaal",
}
# How long a difference took, or what was left out of it.
_MOVED = {
    Adjustment.SAME_QUARTER: " in een jaar",
    Adjustment.CHANGE: "",
    Adjustment.SEASON_CHANGE: " zonder seizoen",
}


def label(judgement: Judgement) -> str:
    """ "Signaal: al langer hoger", "Geen signaal", "Te weinig kwartalen": neutral, whatever the figure is about."""
    found = signal_words(judgement)
    return f"Signaal: {found}" if found else WITHOUT_SIGNAL[judgement.verdict]


def signal_words(judgement: Judgement) -> str:
    """What the signal is, as the end of its label; "" without a signal."""
    signal = judgement.signal
    if judgement.verdict is not Verdict.SIGNAL or signal is None:
        return ""
    if moved := move_words(judgement):
        return moved
    words = finding(signal.rule, signal.direction)
    return f"{_DIFFERENCES[judgement.adjustment]} {words}" if about_difference(judgement) else words


def move_words(judgement: Judgement) -> str:
    """What a figure did whose difference with an earlier quarter lies beyond its limits: "steeg meer dan gewoon".

    The figure itself may be low after a rise: the limits move along with the earlier quarter. "" for other signals.
    """
    signal = judgement.signal
    if signal is None or signal.rule is not Rule.OUTSIDE or judgement.adjustment not in _DIFFERENCES:
        return ""
    up = signal.direction == "omhoog"
    change = next(
        (p.judged for p in judgement.points if p.period == signal.until and p.judged is not None), 0.0
    )
    verb, size = ("steeg", "daalde")[up], "niet zo veel als gewoon"
    if (change > 0) if up else (change < 0):
        verb, size = ("daalde", "steeg")[up], "meer dan gewoon"
    return f"{verb}{_MOVED[judgement.adjustment]} {size}"


def finding(rule: Rule, direction: Direction) -> str:
    """What a signal of a rule is called: "al langer hoger"."""
    up, down = _FINDINGS[rule]
    return up if direction == "omhoog" else down


def about_difference(judgement: Judgement) -> bool:
    """Whether a signal is about the difference with an earlier quarter, not about the figure."""
    return judgement.signal is not None and _is_of_difference(judgement.adjustment, judgement.signal.rule)


def _is_of_difference(adjustment: Adjustment, rule: Rule) -> bool:
    """Limits move along with the earlier quarter; only of changes it is the figure that is looked at for a trend."""
    return adjustment in _DIFFERENCES and not _is_trend_of_figure(adjustment, rule)


def tone(edition: Edition, judgement: Judgement) -> Tone:
    """Whether a signal is towards a goal of the council; neutral without one, and without a signal."""
    signal = judgement.signal
    return tone_at(edition, judgement, signal.rule, signal.direction) if signal else "neutraal"


def tone_at(edition: Edition, judgement: Judgement, rule: Rule, direction: Direction) -> Tone:
    """Whether what belongs to a rule is towards a goal of the council; neutral unless the goal names a direction.

    A goal is about the figure. A larger difference than usual may still be away from it, so that stays neutral.
    """
    wanted = goal_direction(edition, judgement)
    if not wanted or _is_of_difference(judgement.adjustment, rule):
        return "neutraal"
    return "naar het doel" if (direction == "omhoog") == (wanted == "hoger") else "van het doel af"


def _is_trend_of_figure(adjustment: Adjustment, rule: Rule) -> bool:
    return rule is Rule.TREND and adjustment is not Adjustment.SAME_QUARTER


def goal_direction(edition: Edition, judgement: Judgement) -> Literal["hoger", "lager", ""]:
    """Which way the goals of the council for a series point; "" without one, or where two disagree."""
    if judgement.area != edition.meta.code:
        return ""
    named = {goal.direction for goal in edition.goals.goals if goal.indicator == judgement.indicator}
    directions = named - {""}
    return directions.pop() if len(directions) == 1 else ""
