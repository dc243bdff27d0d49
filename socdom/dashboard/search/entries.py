"""What Zoeken can find: figures, wijken, answers, duiding, signals, agreements, and parts of pages.

Made of the edition and its finished pages when these are written, and kept beside them: where an entry leads to is
there, and the server has nothing to judge.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import lxml.html

from socdom import dutch
from socdom.dashboard.asking.answers import KIND_WORDS, answer_address
from socdom.dashboard.links import figure_address
from socdom.dashboard.menu import (
    ABOUT,
    ACCESSIBILITY,
    EXPLAINED,
    GOALS,
    OVERVIEW,
    SEARCH,
    SIGNALS,
    MenuItem,
    theme_menu,
    whole_menu,
)
from socdom.dashboard.places import PAGE_FOLDER
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.editions.record import Record
from socdom.judgement.register import register
from socdom.narrative import register as words_of_signals

ENTRIES_FILE = f"{PAGE_FOLDER}/zoeken.json"
Kind = Literal["cijfer", "wijk", "antwoord", "duiding", "signaal", "afspraak", "uitleg", "pagina"]

# Pages that explain, of which every part can be found.
_EXPLAINING = (ABOUT, EXPLAINED, ACCESSIBILITY)
# The part with the definition of every figure: those are found with their figure.
_DEFINITIONS = "begrippen"
_ID = re.compile(r'\sid="([^"]+)"')
_LONGEST = 4000
_FIRST, _KEY_FIGURE, _POLICY = 2.0, 1.4, 0.7


class Entry(Record):
    """Something that can be found.

    Attributes:
        name: what it is called.
        what: a line about what it is.
        words: what is searched beside the name; weighs more than the text.
        text: what else is searched.
        address: where it leads to, relative to the root of the dashboard.
        explained: address of the definition of a figure; "" for none.
        indicator, area: which figure or area it is; "" for neither.
        weight: how much it comes before others that have as much of what was asked.
    """

    kind: Kind
    name: str
    what: str = ""
    words: str = ""
    text: str = ""
    address: str
    explained: str = ""
    indicator: str = ""
    area: str = ""
    weight: float = 1.0


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
        *_figures(edition, ids),
        *_areas(edition),
        *_answers(edition),
        *_duiding(edition, ids),
        *_signals(edition),
        *_agreements(edition),
        *_parts(edition, pages),
        *_pages(edition, pages),
    ]
    return [entry.model_copy(update={"address": _there(entry.address, ids)}) for entry in found]


def _there(address: str, ids: Mapping[str, frozenset[str]]) -> str:
    """An address without the part of the page that is not there."""
    page, _, part = address.partition("#")
    return address if part in ids.get(page, ()) else page


def _page_with(part: str, ids: Mapping[str, frozenset[str]]) -> str:
    """Address of a part of a page, wherever it stands; "" when it stands nowhere."""
    return next((f"{page}#{part}" for page in sorted(ids) if part in ids[page]), "")


def _figures(edition: Edition, ids: Mapping[str, frozenset[str]]) -> Iterator[Entry]:
    for description in (*edition.indicators(), *edition.policy_indicators()):
        if edition.figure(description.id) is not None:
            yield Entry(
                kind="cijfer",
                name=description.short,
                what=_place(description),
                words=_beside(description),
                text=_definition(description),
                address=_figure(edition, description, ids),
                explained=_page_with(f"begrip-{description.id}", ids),
                indicator=description.id,
                weight=_weight(edition, description),
            )


def _figure(edition: Edition, description: Description, ids: Mapping[str, frozenset[str]]) -> str:
    """Where a figure stands; where it is made when it is unfolded, the line that unfolds it."""
    address = figure_address(edition, description.id)
    page, _, part = address.partition("#")
    folded = f"meer-{description.id}"
    return f"{page}#{folded}" if part not in ids.get(page, ()) and folded in ids.get(page, ()) else address


def _weight(edition: Edition, description: Description) -> float:
    """The first figure of a theme before its other key figures; what is told of the same thing again comes last."""
    if description.is_policy_indicator:
        return _POLICY
    # Who wants to know what something costs asks that with a word for money.
    if not description.key_figure or description.theme == "geld":
        return 1.0
    return _KEY_FIGURE if edition.places.get(description.id) else _FIRST


def _place(description: Description) -> str:
    theme = THEMES[description.theme]
    if description.is_policy_indicator:
        return f"{theme}, beleidsindicator"
    return f"{theme}, {description.group.lower()}" if description.group else theme


def _beside(description: Description) -> str:
    parts = (
        description.title,
        THEMES[description.theme],
        description.group,
        description.unit,
        description.basis,
    )
    return " ".join((*parts, description.counted, description.law, description.id.replace("_", " ")))


def _definition(description: Description) -> str:
    breakdowns = (f"{d.title} {' '.join(d.labels.values())}" for d in description.dimensions.values())
    moments = (f"{m.label} {m.text}" for m in (*description.breaks, *description.events))
    told = (description.why, description.reading, *description.pitfalls, description.source)
    return " ".join((*told, *breakdowns, *moments))


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
            address=_page_with(part, ids) or SIGNALS,
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


def _parts(edition: Edition, pages: Mapping[str, str]) -> Iterator[Entry]:
    """Every part with a heading of the pages that explain."""
    labels = {item.address: item.label for item in whole_menu(edition)}
    for address in _EXPLAINING:
        if address not in pages or address not in labels:
            continue
        for heading in lxml.html.fromstring(pages[address]).xpath("//main//h2[@id]"):
            part = heading.get("id")
            inside = heading.xpath("ancestor::section[@aria-labelledby=$part][1]", part=part)
            if part != _DEFINITIONS:
                name, text = _text(heading), " ".join(map(_text, inside))
                yield Entry(
                    kind="uitleg", name=name, what=labels[address], text=text, address=f"{address}#{part}"
                )


def _pages(edition: Edition, pages: Mapping[str, str]) -> Iterator[Entry]:
    items = dict.fromkeys((*whole_menu(edition), *theme_menu(edition)))
    for item in items:
        if item.address in pages and item.address != SEARCH:
            yield _page(item, pages[item.address])


def _page(item: MenuItem, html: str) -> Entry:
    page = lxml.html.fromstring(html)
    heading, lead = (
        " ".join(map(_text, page.xpath(path))) for path in ("//main//h1", "//main//*[@class='lead']")
    )
    parts = " ".join(map(_text, page.xpath("//main//h2")))
    return Entry(
        kind="pagina",
        name=item.label,
        what=heading,
        words=heading,
        text=f"{lead} {parts}",
        address=item.address,
    )


def _text(node: lxml.html.HtmlElement) -> str:
    return " ".join(node.text_content().split())[:_LONGEST]
