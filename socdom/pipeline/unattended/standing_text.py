"""How a municipality stands, in Dutch for a terminal of 80 columns: first what somebody has to do, then the rest."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from socdom import dutch
from socdom.narrative.wording import capital
from socdom.pipeline.unattended.letters import fault_words
from socdom.pipeline.unattended.result import decision_line
from socdom.pipeline.unattended.standing import Failing, Standing
from socdom.quarters import period_label
from socdom.schedule.words import at_time, on_day, task_words

_WIDTH = 78
_NAME = 22


def standing_text(found: Standing) -> str:
    """All of it, lines of at most 78 characters (but for a path that is longer)."""
    to_do = list(_to_do(found))
    lines = [f"{found.name}, {at_time(found.now)}", ""]
    if to_do:
        lines += ["Wat u moet doen", *_numbered(to_do), ""]
    else:
        lines += ["Alles gaat goed. U hoeft niets te doen.", ""]
    for heading, rows in (
        ("Let op", _warnings(found)),
        ("Dashboard", _dashboard(found)),
        ("Bronnen", _sources(found)),
        ("Wat komt er", _coming(found)),
        ("Kwartalen", _quarters(found)),
        ("Server", _machine(found)),
    ):
        if told := list(rows):
            lines += [heading, *told, ""]
    return "\n".join(lines).rstrip()


def _to_do(found: Standing) -> Iterator[list[str]]:
    """Each as a list of paragraphs."""
    if found.shown is None:
        yield ["Er is geen editie voor het dashboard.", f"Maak haar met: socdom refresh -g {found.gemeente}"]
    for alike in _by_fault(found.failing):
        yield [*map(_since, alike), *_fault(alike[0], found.gemeente)]
    for decision in found.waiting:
        yield [decision_line(decision)]
    if found.put_back is not None:
        because = f" Reden: {found.put_back}" if found.put_back else ""
        yield [
            f"De vorige cijfers zijn teruggezet.{because}",
            f"Is het opgelost? Ververs dan met: socdom refresh -g {found.gemeente}",
        ]
    if found.stopped and found.last_run is not None:
        yield [
            f"De laatste run was op {at_time(found.last_run)}. Daarna kwam er geen meer.",
            f"Kijk of de planning aan staat: systemctl status socdom-run-due@{found.gemeente}.timer",
        ]
    if found.little_room:
        yield [f"De schijf is bijna vol: nog {_room(found.free)} vrij.", "Maak ruimte vrij."]
    if found.mail_waits:
        yield [
            f"Berichten die niet verzonden konden worden: {dutch.number(found.mail_waits)}.",
            f"Kijk waarom met: socdom proefmail -g {found.gemeente}",
        ]


def _by_fault(failing: Iterable[Failing]) -> list[list[Failing]]:
    """What fails for one and the same reason together: a delivery that is refused stops every task that reads it."""
    found: dict[tuple[object, ...], list[Failing]] = {}
    for item in failing:
        found.setdefault((item.text, item.state.code, item.state.next_try), []).append(item)
    return list(found.values())


def _since(item: Failing) -> str:
    state = item.state
    since = f", sinds {at_time(state.failed_since)}" if state.failed_since else ""
    return f"{capital(task_words(item.task))} lukt niet{since}. Pogingen: {dutch.number(state.tries)}."


def _fault(item: Failing, gemeente: str) -> Iterator[str]:
    yield from item.text.splitlines() or [f"{fault_words(item.state.code or 0)}."]
    if item.state.next_try is not None:
        yield f"Een nieuwe poging volgt na {at_time(item.state.next_try)}."
    else:
        yield "Hebt u het hersteld? De volgende nacht volgt een nieuwe poging. Nu meteen kan met:"
        yield f"socdom run-due -g {gemeente}"


def _warnings(found: Standing) -> Iterator[str]:
    for warning in found.warnings:
        yield from _wrapped(warning, "  - ", "    ")


def _dashboard(found: Standing) -> Iterator[str]:
    if found.shown is not None:
        yield _row("cijfers van", dutch.day(found.shown.figures_as_of))
        yield _row("nieuwste kwartaal", period_label(found.shown.period))
        yield _row("gemaakt op", at_time(found.shown.made))


def _sources(found: Standing) -> Iterator[str]:
    for item in found.sources:
        days = item.days(found.now)
        old = "vandaag" if days <= 0 else "1 dag oud" if days == 1 else f"{dutch.number(days)} dagen oud"
        yield _row(item.name, f"{dutch.day(item.day)}, {old}")


def _coming(found: Standing) -> Iterator[str]:
    for decision in found.decisions:
        if decision.verdict in ("nu", "later"):
            yield from _wrapped(decision_line(decision), "  ", "    ")


def _quarters(found: Standing) -> Iterator[str]:
    for item in found.quarters:
        state = "concept" if item.made else "nog niet gemaakt"
        points = "1 punt open" if len(item.open) == 1 else f"{len(item.open)} punten open"
        yield f"  {period_label(item.period)}: {state}, {points if item.open else 'niets open'}"
        for point in item.open:
            yield from _wrapped(point, "    - ", "      ")


def _machine(found: Standing) -> Iterator[str]:
    yield _row("laatste run", at_time(found.last_run) if found.last_run else "er was nog geen run")
    yield _row("nu bezig", "ja" if found.busy else "nee")
    yield _row("vrij op de schijf", _room(found.free))
    if found.mail is None:
        yield _row("mail", "niet ingesteld")
    elif found.mail.failed_since:
        yield _row("mail", f"lukt niet sinds {on_day(found.mail.failed_since)}")
    else:
        yield _row(
            "mail", f"werkte op {on_day(found.mail.last_done)}" if found.mail.last_done else "ingesteld"
        )


def _room(free: int) -> str:
    return f"{dutch.number(free / 1e9, 1)} GB"


def _row(name: str, text: str) -> str:
    return f"  {name:<{_NAME}}{text}"


def _numbered(items: Iterable[list[str]]) -> Iterator[str]:
    for number, paragraphs in enumerate(items, start=1):
        first, *rest = paragraphs
        yield from _wrapped(first, f"{number:>3}. ", "     ")
        for paragraph in rest:
            yield from _wrapped(paragraph, "     ", "       " if paragraph.startswith("- ") else "     ")


def _wrapped(text: str, first: str, then: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=then,
        break_long_words=False,
        break_on_hyphens=False,
    )
