"""Whether something is going on with a figure: the folded signal chart under it, and the facts about it at the side."""

from __future__ import annotations

from socdom import charts, dutch
from socdom.blocks.parts import Course, Fact, chart_parts
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.editions.register import RegisterRecord
from socdom.judgement.goals import leading_goal
from socdom.judgement.judge import judge
from socdom.judgement.labels import label, tone
from socdom.judgement.model import JUDGED, Judgement
from socdom.judgement.register import follow_up
from socdom.judgement.usual import left_out
from socdom.narrative.expected import expected_sentence
from socdom.narrative.goals import goal_sentence
from socdom.narrative.phrases import variant_of
from socdom.narrative.signal_method import method_sentences, rule_sentences
from socdom.narrative.signals import signal_sentences

_KINDS = {"neutraal": "signaal", "naar het doel": "signaal naar-doel", "van het doel af": "signaal van-doel"}
_STATES = {
    "nieuw": "Gezien op {}",
    "wordt bekeken": "Wordt bekeken sinds {}",
    "verklaard": "Verklaard op {}",
    "afgesloten": "Afgesloten op {}",
}


def course(edition: Edition, indicator: str, area: str) -> Course | None:
    """The course of one series; None for figures per year, which are not judged and need not say so each time."""
    figures = edition.series(indicator, area)
    if not figures or "Q" not in figures[-1].period:
        return None
    judgement = judge(edition, indicator, area)
    # Only a series that is judged has something to draw.
    drawn = judgement.verdict in JUDGED
    chart = charts.signal_chart(edition, judgement) if drawn else None
    return Course(
        about=edition.descriptions[indicator].short,
        label=label(judgement),
        signal=judgement.signal is not None,
        found=signal_sentences(edition, judgement, variant_of(edition, indicator)),
        followed=_followed(edition, judgement),
        rule=rule_sentences(judgement),
        method=method_sentences(edition, judgement),
        chart=chart_parts(chart) if chart else None,
        notes=chart.notes if chart else (),
    )


def _followed(edition: Edition, judgement: Judgement) -> str:
    record = follow_up(edition, judgement.signal) if judgement.signal else None
    return _state(record) if record else ""


def _state(record: RegisterRecord) -> str:
    """ "Wordt bekeken sinds 18 februari 2021 (beleidsadviseur jeugd)."; from the first of the last steps in it on."""
    last = record.steps[-1]
    since = last.day
    for step in reversed(record.steps):
        if step.state != last.state:
            break
        since = step.day
    when = since if last.state == "wordt bekeken" else last.day
    return f"{_STATES[last.state].format(dutch.day(when))} ({last.role})."


def signal_fact(edition: Edition, indicator: str, area: str) -> tuple[Fact, ...]:
    """The signal of the newest figure, and what people did with it; nothing without a signal."""
    judgement = judge(edition, indicator, area)
    if judgement.signal is None:
        return ()
    found = signal_sentences(edition, judgement, variant_of(edition, indicator))
    small = (left_out(judgement), _followed(edition, judgement))
    kind = _KINDS[tone(edition, judgement)]
    return (Fact(label(judgement), " ".join(found), kind=kind, small=tuple(filter(None, small))),)


def goal_fact(edition: Edition, indicator: str) -> tuple[Fact, ...]:
    """How the goal of the council for a figure stands; nothing without a goal."""
    goal = leading_goal(edition, indicator)
    if goal is None:
        return ()
    return (Fact("Doel", goal_sentence(edition, goal, variant_of(edition, indicator))),)


def expected_fact(edition: Edition, now: Figure) -> tuple[Fact, ...]:
    """How complete an amount is and what it is expected to become; nothing where nothing is still to come."""
    told = expected_sentence(edition, now.indicator, now.period) if now.area == edition.meta.code else ""
    return (Fact("Nog niet alles is binnen", told),) if told else ()
