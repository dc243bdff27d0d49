"""Sentences about how a judgement came about: what is usual, how sure that is, and the rule behind a signal."""

from __future__ import annotations

from collections.abc import Callable

from socdom import dutch
from socdom.editions.read import Edition
from socdom.judgement.model import JUDGED, Adjustment, Judgement, Method, Rule
from socdom.judgement.usual import Usual, judged_quarters, usual
from socdom.narrative.register import RULES
from socdom.narrative.wording import lower, split
from socdom.quarters import period_phrase

NO_CAUSE = "Een signaal zegt niet waarom, en niet of het goed is."


def rule_sentences(judgement: Judgement) -> tuple[str, ...]:
    """The rule behind a signal, and what a signal does not say; nothing without a signal."""
    if judgement.signal is None:
        return ()
    return f"Regel: {lower(RULES[judgement.signal.rule][1])}", NO_CAUSE


def method_sentences(edition: Edition, judgement: Judgement) -> tuple[str, ...]:
    """How it was found: what is usual, what the limits rest on, and what was done before judging."""
    found = usual(judgement)
    if found is None or judgement.verdict not in JUDGED:
        return ()
    return (
        *_range(edition, judgement, found),
        *_limits(judgement, found),
        *split(judgement.reason),
    )


def usual_sentences(edition: Edition, judgement: Judgement) -> tuple[str, ...]:
    """What is usual in the newest judged quarter, which tells how large a signal is; nothing without lines."""
    found = usual(judgement)
    return _range(edition, judgement, found) if found is not None else ()


def _range(edition: Edition, judgement: Judgement, found: Usual) -> tuple[str, ...]:
    text = edition.descriptions[judgement.indicator].text
    plain = judgement.adjustment is Adjustment.NONE
    if found.lower is None or found.upper is None:
        return (dutch.sentence(f"Het midden is {text(found.centre)}"),) if plain else ()
    lower, upper = text(found.lower), text(found.upper)
    between = f"tussen {lower} en {upper}" if lower != upper else f"rond {lower}"
    when = period_phrase(judgement.until)
    mean: tuple[str, ...] = (dutch.sentence(f"Het gemiddelde is {text(found.centre)}"),) if plain else ()
    usual_ = f"In {when} is een cijfer {between} gewoon."
    return (usual_, *mean, *_rounded(judgement, lower, upper, text), *_within(judgement, found))


def _within(judgement: Judgement, found: Usual) -> tuple[str, ...]:
    """That it is the row of quarters that is unusual, where the figure itself lies within its limits."""
    newest = next(point.value for point in judgement.points if point.period == judgement.until)
    if judgement.signal is None or newest is None or found.lower is None or found.upper is None:
        return ()
    inside = found.lower <= newest <= found.upper
    return ("Het cijfer ligt daar zelf tussen: de rij kwartalen is het signaal.",) if inside else ()


def _rounded(
    judgement: Judgement, lower: str, upper: str, text: Callable[[float | None], str]
) -> tuple[str, ...]:
    """That a figure beyond a limit may be written as the same number."""
    newest = next(point.value for point in judgement.points if point.period == judgement.until)
    beyond = judgement.signal is not None and judgement.signal.rule is Rule.OUTSIDE
    if not beyond or text(newest) not in (lower, upper):
        return ()
    return ("Het verschil met de grens is klein: afgerond is het hetzelfde getal.",)


def _limits(judgement: Judgement, found: Usual) -> tuple[str, ...]:
    """How sure the limits are."""
    if judgement.method is Method.RUN_CHART:
        return (
            "Voor grenzen zijn er nog te weinig kwartalen.",
            "Wij kijken alleen of de cijfers lang aan één kant van het midden liggen.",
        )
    own = (
        ("Elk kwartaal heeft eigen grenzen: het aantal mensen verschilt.",)
        if judgement.method is Method.LANEY
        else ()
    )
    if decided := found.stretch.baseline:
        return (
            f"De grenzen zijn vastgezet op {dutch.day(decided.when)}.",
            f"Ze rusten op {period_phrase(decided.first)} tot en met {period_phrase(decided.last)}.",
            *own,
        )
    number = dutch.number(judged_quarters(judgement, found.stretch))
    start = "De grenzen zijn voorlopig: ze" if found.stretch.trial else "De grenzen"
    return (f"{start} rusten op {number} kwartalen.", *own)
