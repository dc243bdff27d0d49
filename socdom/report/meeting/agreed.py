"""The slides about signals, goals, promises and motions."""

from __future__ import annotations

from socdom import dutch
from socdom.blocks.goals import goal_row, promise_row
from socdom.blocks.signals import key_figures_first
from socdom.blocks.tables import Cell, Row, Table
from socdom.editions.goals import PromiseRecord
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.judgement.false_alarms import expected_false_signals
from socdom.judgement.goals import goal_state
from socdom.judgement.judge import judgements
from socdom.judgement.register import Followed, register
from socdom.narrative import register as words
from socdom.narrative.goals import goals_lead
from socdom.narrative.register import METHOD
from socdom.quarters import period_label
from socdom.report.meeting.slide import Note, nothing, points, slide, table
from socdom.report.sections import Section

_MOST_ROWS = 5
_OPEN = ("open", "in uitvoering")


def signals(edition: Edition) -> Section:
    """What stands out, since when, and who looks at it; that there is nothing new is a slide too."""
    found = register(edition)
    heading, label = words.heading(found), "Signalen"
    if not found.has_quarters:
        return slide(
            heading, points(words.YEARLY_ONLY), [Note("Wat is een signaal?", METHOD[-1])], label=label
        )
    lead = words.judged_sentence(found)
    shown = key_figures_first(edition, found.open)[:_MOST_ROWS]
    more = words.more_sentence(len(found.open) - len(shown))
    rows = tuple(_signal_row(edition, item) for item in shown)
    columns = ("Signaal", "Thema", "Sinds", "Stand, en wie ernaar kijkt")
    listed = Table("dia-signalen", "Signalen", columns, rows, (more,) if more else ())
    notes = [Note("Wat is een signaal?", " ".join((*METHOD[:3], METHOD[-1])))]
    if found.judged:
        chance = words.chance_sentence(expected_false_signals(judgements(edition)))
        notes.append(Note("Kan een signaal toeval zijn?", chance))
    return slide(heading, table(listed, lead) if rows else points([lead]), notes, label=label)


def _signal_row(edition: Edition, item: Followed) -> Row:
    theme = THEMES[edition.descriptions[item.indicator].theme]
    texts = (theme, period_label(item.since), words.standing_text(item))
    return Row(words.finding(edition, item), tuple(Cell(text, numeric=False) for text in texts))


def goals(edition: Edition) -> Section:
    """The goals with a target beside the figures."""
    name = "Hoe staan de doelen ervoor?"
    if not edition.goals.goals:
        return nothing(name)
    states = [goal_state(edition, goal) for goal in edition.goals.goals if goal.target is not None]
    rows = tuple(goal_row(edition, state) for state in states[:_MOST_ROWS])
    left = len(states) - len(rows)
    more = f"Nog {dutch.number(left)} staan in het kwartaalrapport." if left else ""
    columns = ("Doel", "Streefwaarde", "Stand")
    listed = Table("dia-doelen", "Doelen van de raad", columns, rows, (more,) if more else ())
    lead = goals_lead(edition)
    notes = [
        Note("Waar komen de doelen vandaan?", "De raad stelde ze vast. Bij elk doel staat in welk document."),
        Note("Wat betekent een sterretje?", "Het cijfer is voorlopig. Het kan nog veranderen."),
    ]
    return slide(name, table(listed, lead) if rows else points([lead]), notes, label="Doelen van de raad")


def promises(edition: Edition) -> Section:
    """Promises of the college and motions of the council that are not done with."""
    everything = edition.goals.promises
    if not everything:
        return nothing("Afspraken")
    found = sorted((item for item in everything if item.state in _OPEN), key=lambda item: item.day)
    rows = tuple(promise_row(item) for item in found[:_MOST_ROWS])
    columns = ("Afspraak", "Gemaakt op", "Stand")
    listed = Table("dia-afspraken", "Toezeggingen en moties", columns, rows, _left(len(found) - len(rows)))
    closed = _closed(len(everything) - len(found))
    notes = [Note(f"Wat is de stand van {item.number}?", item.text) for item in found if item.text]
    notes = notes or [Note("Waar staat meer?", "Op de pagina Doelen en afspraken van het dashboard.")]
    body = table(listed, closed) if rows else points([closed])
    return slide(_heading(found), body, notes, label="Toezeggingen en moties")


def _heading(found: list[PromiseRecord]) -> str:
    if not found:
        return "Geen afspraken die nog lopen"
    return "1 afspraak loopt nog" if len(found) == 1 else f"{dutch.number(len(found))} afspraken lopen nog"


def _left(number: int) -> tuple[str, ...]:
    return (f"Nog {dutch.number(number)} andere staan in het dashboard.",) if number else ()


def _closed(number: int) -> str:
    if not number:
        return "Geen enkele afspraak is al afgedaan of vervallen."
    verb = "afspraak is" if number == 1 else "afspraken zijn"
    return f"{dutch.number(number)} {verb} afgedaan of vervallen."
