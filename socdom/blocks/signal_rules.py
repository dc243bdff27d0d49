"""How figures are judged, as pieces of page: the rules, what is not judged and why, and the limits decided on."""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.render import render
from socdom.editions.read import Edition
from socdom.editions.register import BaselineRecord
from socdom.judgement.judge import judge
from socdom.judgement.model import JUDGED
from socdom.narrative import register as words
from socdom.narrative.wording import in_sentence
from socdom.quarters import period_label


@dataclass(frozen=True)
class Reason:
    """Why some series are not judged, and which."""

    text: str
    count: str
    titles: tuple[str, ...]


@dataclass(frozen=True)
class Baseline:
    """Limits that people decided on. `why` and `answers` are empty where texts of people are not published."""

    subject: str
    quarters: str
    decision: str
    why: str
    answers: tuple[tuple[str, str], ...]


def how_we_judge(edition: Edition, *, heading_level: int = 2) -> str:
    """HTML of the rules in plain words, with what is not judged and which limits were decided on."""
    return render(
        "signal_rules",
        level=heading_level,
        method=words.METHOD,
        rules=list(words.RULES.values()),
        reasons=_reasons(edition),
        baselines=[_baseline(edition, record) for record in edition.signals.baselines],
    )


def _reasons(edition: Edition) -> tuple[Reason, ...]:
    """Every reason not to judge a series of the municipality, the one of most series first."""
    found: dict[str, list[str]] = {}
    for description in edition.indicators():
        judgement = judge(edition, description.id)
        if judgement.verdict not in JUDGED:
            found.setdefault(words.reason(judgement), []).append(description.title)
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Reason(text, words.figures(len(titles)), tuple(titles)) for text, titles in ordered)


def _baseline(edition: Edition, record: BaselineRecord) -> Baseline:
    place = f", {edition.area_name(record.area)}" if record.area else ""
    return Baseline(
        subject=f"{edition.descriptions[record.indicator].short}{place}",
        quarters=f"Uit het {period_label(record.first)} tot en met het {period_label(record.last)}.",
        decision=f"Besluit van de {in_sentence(record.who)} op {dutch.day(record.when)}.",
        why=record.why,
        answers=tuple(record.answers.items()),
    )
