"""What Zoeken can find: figures, wijken, answers, duiding, signals, agreements, and parts of pages.

Made of the edition and its finished pages when these are written, and kept beside them: where an entry leads to is
there, and the server has nothing to judge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from socdom import dutch
from socdom.dashboard.asking.answers import KIND_WORDS, answer_address
from socdom.dashboard.menu import GOALS, OVERVIEW, SIGNALS
from socdom.dashboard.places import PAGE_FOLDER
from socdom.dashboard.search.entry import Entry, page_with
from socdom.dashboard.search.figure_entries import figure_entries
from socdom.dashboard.search.page_entries import page_entries
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from socdom.judgement.register import register
from socdom.narrative import register as words_of_signals

ENTRIES_FILE = f"{PAGE_FOLDER}/zoeken.json"
_ID = re.compile(r'\sid="([^"]+)"')


def write_entries(edition: Edition, pages: Mapping[str, str], folder: Path) -> None:
    """Write what can be found in an edition to its folder.

    Args:
        pages: address of a page → its complete HTML.
    """
    found = [entry.model_dump(mode="json", exclude_defaults=True) for entry in entries(edition, pages)]
    (folder / ENTRIES_FILE).write_text(json.dumps(found, ensure_ascii=False) + "\n", encoding="utf-8")


def stored_entries(edition: Edition) -> tuple[Entry, ...]:
    """What can be found in an edition, as it was written; nothing where its pages are not there."""
    path = edition.folder / ENTRIES_FILE
    if not path.is_file():
        return ()
    return tuple(Entry.model_validate(item) for item in json.loads(path.read_text(encoding="utf-8")))


def entries(edition: Edition, pages: Mapping[str, str]) -> list[Entry]:
    """Everything that can be found, in a fixed order; every address with a part of a page leads to that part.

    Args:
        pages: as of `write_entries`.
    """
    ids = {address: frozenset(_ID.findall(html)) for address, html in pages.items()}
    found = [
        *figure_entries(edition, ids),
        *_areas(edition),
        *_answers(edition),
        *_duiding(edition, ids),
        *_signals(edition),
        *_agreements(edition),
        *page_entries(edition, pages),
    ]
    return [entry.model_copy(update={"address": _there(entry.address, ids)}) for entry in found]


def _there(address: str, ids: Mapping[str, frozenset[str]]) -> str:
    """An address without the part of the page that is not there."""
    page, _, part = address.partition("#")
    return address if part in ids.get(page, ()) else page


def _areas(edition: Edition) -> Iterator[Entry]:
    """The wijken with figures, and the buurten in them."""
    listed = edition.inventory.areas_of
    wijken = {code for d in edition.indicators() for code in listed(d.id, "wijk")}
    for code in sorted(wijken):
        yield Entry(kind="wijk", name=edition.area_name(code), what="Wijk", address=OVERVIEW, area=code)
    for area in edition.areas.values():
        if area.level == "buurt" and area.parent in wijken:
            what = f"Buurt in de wijk {edition.area_name(area.parent)}"
            yield Entry(kind="wijk", name=area.name, what=what, address=OVERVIEW, area=area.parent)


def _answers(edition: Edition) -> Iterator[Entry]:
    for item in edition.answers:
        about = " ".join(edition.descriptions[name].title for name in item.indicators)
        kind, day = KIND_WORDS[item.kind], dutch.day(item.day)
        yield Entry(
            kind="antwoord",
            name=item.question,
            what=f"{kind}, beantwoord op {day}",
            words=about,
            text=item.text,
            address=answer_address(item),
        )


def _duiding(edition: Edition, ids: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    for item in edition.duiding:
        part = f"d-{item.indicator or item.thema}"
        subject = edition.descriptions[item.indicator].short if item.indicator else THEMES[item.thema]
        yield Entry(
            kind="duiding",
            name=f"Duiding: {subject}",
            what=f"Geschreven door: {item.rol}, {dutch.day(item.datum)}",
            text=" ".join(item.parts.values()),
            address=page_with(part, ids) or SIGNALS,
        )


def _signals(edition: Edition) -> Iterator[Entry]:
    found = register(edition)
    for state, items in (("open", found.open), ("dicht", found.closed)):
        for number, item in enumerate(items, start=1):
            described = edition.descriptions[item.indicator]
            standing = words_of_signals.standing_words(item.standing, noted=item.record is not None)
            yield Entry(
                kind="signaal",
                name=words_of_signals.finding(edition, item),
                what=f"Signaal, {standing.lower()}",
                words=f"signaal {THEMES[described.theme]} {described.title}",
                address=f"{SIGNALS}#signaal-{state}-{number}",
            )


def _agreements(edition: Edition) -> Iterator[Entry]:
    for goal in edition.goals.goals:
        title = edition.descriptions[goal.indicator].title if goal.indicator else ""
        yield Entry(
            kind="afspraak",
            name=goal.goal,
            what="Doel van de raad",
            words=title,
            text=goal.document,
            address=GOALS,
        )
    for item in edition.goals.promises:
        what = f"{item.kind.capitalize()} {item.number}, {item.state}"
        words = f"{item.kind} {item.number} {THEMES.get(item.theme, '')}"
        yield Entry(kind="afspraak", name=item.title, what=what, words=words, text=item.text, address=GOALS)
