"""Everything that is computed in words about an edition, for who looks at its language."""

from __future__ import annotations

from collections.abc import Iterator

from socdom.editions.read import Edition
from socdom.judgement.judge import judge
from socdom.judgement.register import register
from socdom.narrative import goals, lookback, signals
from socdom.narrative import register as registers
from socdom.narrative.changes import change_lines
from socdom.narrative.expected import expected_sentence
from socdom.narrative.letter import letter_money
from socdom.narrative.money_heading import money_heading
from socdom.narrative.opening import lead
from socdom.narrative.overview import main_lines, status_note, theme_lead
from socdom.narrative.sentences import change, finding
from socdom.narrative.spending import spending
from socdom.narrative.summaries import summary


def everything(edition: Edition) -> Iterator[tuple[str, str]]:
    """What it is about (a page, a theme, an indicator) and the text."""
    yield from about_figures(edition)
    yield from about_conclusions(edition)


def about_figures(edition: Edition) -> Iterator[tuple[str, str]]:
    """What is said of the figures themselves: overview, themes and every indicator."""
    yield "overzicht", lead(edition)
    for line in main_lines(edition):
        yield "overzicht", f"{line.before}{line.strong}{line.after}"
    yield "overzicht", status_note(edition)
    if money := spending(edition):
        yield "geld", money_heading(edition, money)
    for sentence in letter_money(edition):
        yield "brief", sentence
    for theme in edition.themes():
        yield theme, theme_lead(edition, theme)
        for description in edition.indicators(theme):
            yield description.id, finding(edition, description.id)
            yield description.id, change(edition, description.id)
            yield description.id, " ".join(summary(edition, description.id))


def about_conclusions(edition: Edition) -> Iterator[tuple[str, str]]:
    """What is said of signals, expected amounts, goals and changes."""
    for description in edition.indicators():
        yield description.id, " ".join(signals.signal_sentences(edition, judge(edition, description.id)))
        yield description.id, expected_sentence(edition, description.id)
    found = register(edition)
    yield "signalen", registers.heading(found)
    yield "signalen", registers.judged_sentence(found)
    yield "doelen", goals.goals_lead(edition)
    for goal in edition.goals.goals:
        yield "doelen", goals.goal_sentence(edition, goal)
    for line in change_lines(edition, edition.changes) if edition.changes else ():
        yield "veranderd", line
    yield from about_the_past(edition)


def about_the_past(edition: Edition) -> Iterator[tuple[str, str]]:
    """What is said of earlier editions, and of the key figures over the years."""
    for told in edition.lookback.editions:
        yield "terugblik", lookback.said_heading(told)
        yield "terugblik", lookback.said_sentence(told)
        yield "terugblik", lookback.figures_sentence(told.figures)
        yield "terugblik", lookback.expected_summary(told.expected)
        yield "terugblik", lookback.signals_summary(told.signals)
    for description in edition.indicators():
        if description.key_figure:
            yield description.id, lookback.years_finding(edition, description.id)
