"""What Zoeken answers: few results, in groups, each with its newest figure as the edition shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from socdom import dutch
from socdom.blocks.actions import AREA
from socdom.blocks.parts import beside_number
from socdom.blocks.tables import STATUS_WORDS, mark, value_cell
from socdom.dashboard.choosing import BY_ADDRESS
from socdom.dashboard.links import figure_address
from socdom.dashboard.menu import THEME_ADDRESSES, WIJKEN, MenuItem
from socdom.dashboard.search.entries import stored_entries
from socdom.dashboard.search.entry import Entry
from socdom.dashboard.search.index import Found, SearchIndex
from socdom.dashboard.search.words import asked_words, words_of
from socdom.editions.model import Figure
from socdom.editions.read import Edition

LONGEST = 100
MOST = 20
# Kind → heading above what was found of it, and how much of it is shown. In this order.
_GROUPS = {
    "wijk": ("Wijken", 3),
    "cijfer": ("Cijfers", 8),
    "antwoord": ("Antwoorden op vragen", 3),
    "duiding": ("Duiding", 3),
    "signaal": ("Signalen", 3),
    "afspraak": ("Doelen en afspraken", 3),
    "uitleg": ("Uitleg", 3),
    "pagina": ("Pagina’s", 3),
}


@dataclass(frozen=True)
class Number:
    """The newest number of a figure: with its mark, what stands beside it, and its period with its status."""

    text: str
    basis: str
    when: str
    key: str


@dataclass(frozen=True)
class Hit:
    """Something that was found, as the page shows it; `more` are further links about it."""

    name: str
    what: str
    address: str
    number: Number | None = None
    more: tuple[MenuItem, ...] = ()


@dataclass(frozen=True)
class HitGroup:
    """What was found of one kind; `left` is how much of it is not shown."""

    id: str
    heading: str
    hits: tuple[Hit, ...]
    left: int = 0


@dataclass(frozen=True)
class Results:
    """The answer to one question.

    Attributes:
        asked: what was typed, cut off at LONGEST characters.
        taken: what was looked for instead, where nothing has what was typed; "" otherwise.
        whole: whether everything that is shown has all words.
        count: how many are shown.
    """

    asked: str
    taken: str
    whole: bool
    groups: tuple[HitGroup, ...]

    @property
    def count(self) -> int:
        return sum(len(group.hits) for group in self.groups)


@lru_cache(maxsize=1)
def index_of(edition: Edition) -> SearchIndex:
    """The index of an edition, made at the first question."""
    return SearchIndex(stored_entries(edition))


def search(edition: Edition, text: str) -> Results:
    """Look for what somebody typed; any text gives an answer.

    Args:
        edition: the edition with its finished pages.
        text: as it was typed.
    """
    index, asked = index_of(edition), " ".join(text[:LONGEST].split())
    words = asked_words(asked)
    guessed = index.guess(words)
    taken = " ".join(guessed) if guessed != words else ""
    area = _area(index, guessed)
    found = index.find(guessed) if area is None else _with_area(edition, index, guessed, area)
    return Results(asked, taken, found.whole, tuple(_few(_groups(edition, found.entries, guessed))))


def number(edition: Edition, indicator: str, area: str = "") -> Number | None:
    """The newest number of a figure; None where there is no figure. What is hidden stays hidden."""
    now = edition.figure(indicator, area=area or None)
    if now is None:
        return None
    description = edition.descriptions[indicator]
    cell = value_cell(description, now)
    if not now.shown:
        return Number(STATUS_WORDS[now.status], "", now.period_label, cell.key)
    return Number(cell.text, beside_number(description), _when(now), cell.key)


def _when(now: Figure) -> str:
    when = dutch.unbroken(now.period_label)
    return f"{when}, {STATUS_WORDS[now.status]}" if mark(now) else when


def _area(index: SearchIndex, words: Sequence[str]) -> Entry | None:
    """The wijk or buurt whose whole name is among the words; of several the one with the longest name."""
    named = [
        (asked_words(entry.name), entry)
        for entry in index.entries
        if entry.kind == "wijk" and set(asked_words(entry.name)) <= set(words)
    ]
    return max(named, key=lambda pair: len(pair[0]), default=((), None))[1]


def _with_area(edition: Edition, index: SearchIndex, words: Sequence[str], area: Entry) -> Found:
    """The wijk, the figures that the other words find, of that wijk where it has them, and what has all words."""
    name = set(words_of(area.name))
    rest = [word for word in words if word not in name]
    beside = index.find(rest) if rest else Found(())
    figures = [_of_area(edition, item, area.area) for item in beside.entries if item.kind == "cijfer"]
    figures.sort(key=lambda item: not item.area)
    every = index.find(words)
    others = [item for item in every.entries if item.kind != "cijfer" and item != area] if every.whole else []
    return Found((area, *figures, *others), beside.whole)


def _of_area(edition: Edition, item: Entry, area: str) -> Entry:
    """A figure as that of a wijk, where there is one; otherwise that of the whole municipality, which is then told."""
    page = BY_ADDRESS.get(THEME_ADDRESSES[edition.descriptions[item.indicator].theme])
    offered = page is not None and page.is_offered(edition, _query(area))
    if not offered or edition.figure(item.indicator, area=area) is None:
        return item.model_copy(update={"name": f"{item.name}, heel {edition.meta.name}"})
    return item.model_copy(update={"area": area})


def _groups(edition: Edition, found: Sequence[Entry], words: Sequence[str]) -> Iterator[HitGroup]:
    """What was found, kind by kind; first what is asked for by name: a page, or a word that is explained."""
    by_kind: dict[str, list[Entry]] = {kind: [] for kind in _GROUPS}
    for item in found:
        by_kind[item.kind].append(item)
    first = _asked_kind(found, words)
    for kind in sorted(_GROUPS, key=lambda kind: kind != first):
        entries, (heading, most) = by_kind[kind], _GROUPS[kind]
        if entries:
            # To leave out one would take as much room as to show it.
            hits = tuple(_hit(edition, entry) for entry in entries[: most + (len(entries) == most + 1)])
            yield HitGroup(f"gevonden-{kind}", heading, hits, len(entries) - len(hits))


def _asked_kind(found: Sequence[Entry], words: Sequence[str]) -> str:
    """The kind that was asked for: pages where one has that name, explanation where it fits best; "" for neither."""
    if any(item.kind == "pagina" and asked_words(item.name) == list(words) for item in found):
        return "pagina"
    return "uitleg" if found and found[0].kind == "uitleg" else ""


def _few(groups: Iterable[HitGroup]) -> Iterator[HitGroup]:
    """No more than MOST results in all."""
    room = MOST
    for group in groups:
        hits = group.hits[:room]
        room -= len(hits)
        if hits:
            yield HitGroup(group.id, group.heading, hits, group.left + len(group.hits) - len(hits))


def _hit(edition: Edition, entry: Entry) -> Hit:
    if entry.kind == "wijk":
        return _wijk(edition, entry)
    if entry.kind != "cijfer":
        return Hit(entry.name, entry.what, entry.address)
    more = (MenuItem(entry.explained, "Wat betekent dit cijfer?"),) if entry.explained else ()
    shown = number(edition, entry.indicator, entry.area)
    if not entry.area:
        return Hit(entry.name, entry.what, entry.address, shown, more)
    address = figure_address(edition, entry.indicator, area=entry.area, query=_query(entry.area))
    return Hit(f"{entry.name}, {edition.area_name(entry.area)}", entry.what, address, shown, more)


def _wijk(edition: Edition, entry: Entry) -> Hit:
    """A wijk leads to its own page where there is one, and to every theme that has figures of it."""
    query = _query(entry.area)
    there = [page for page in BY_ADDRESS.values() if page.is_offered(edition, query)]
    # The page of the wijken comes first, whatever its place among the others.
    there.sort(key=lambda page: page.address != WIJKEN)
    links = [MenuItem(f"{page.address}?{query}", page.title) for page in there]
    own = bool(there) and there[0].address == WIJKEN
    return Hit(entry.name, entry.what, links[0].address if links else entry.address, more=tuple(links[own:]))


def _query(area: str) -> str:
    return f"{AREA}={area}"
