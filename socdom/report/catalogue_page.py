"""The catalogue as one page that stands alone: contents, a filter, the policy indicators, and every definition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from socdom import dutch
from socdom.blocks.render import render
from socdom.editions.model import THEMES, Break, Description, Event
from socdom.editions.protection import ProtectionRecord
from socdom.narrative.counting import counted_how
from socdom.quarters import period_phrase
from socdom.report.house_style import house_style

_MOST_IMPORTANT, _OTHER = "Belangrijkste cijfers", "Andere cijfers"
_OPEN_DATA, _POLICY = "Open data", "Verplichte beleidsindicatoren"
# What comes last in a theme; the groups before keep the order of the indicators.
_LAST = (_OTHER, _OPEN_DATA, _POLICY)
# Kind → the notebook that shows on made-up rows how it is counted.
EXPLAINED_IN = {
    "Amount": "bedragen",
    "AmountChange": "bedragen",
    "AmountPerPerson": "bedragen",
    "Budget": "begroting",
    "Concentration": "aandelen",
    "Duration": "duur_en_wachten",
    "Events": "duur_en_wachten",
    "External": "open_data",
    "Inflow": "instroom_en_uitstroom",
    "OpenAge": "duur_en_wachten",
    "OpenBeyond": "duur_en_wachten",
    "OpenCount": "duur_en_wachten",
    "Outflow": "instroom_en_uitstroom",
    "Overlap": "samenhang",
    "PersonsActive": "inwoners_met_hulp",
    "Population": "per_inwoner",
    "Reentry": "instroom_en_uitstroom",
    "Share": "aandelen",
    "ShareWithin": "duur_en_wachten",
    "Stock": "stand",
    "UnitPrice": "bedragen",
}


@dataclass(frozen=True)
class _Entry:
    """One indicator as the page shows it; `words` is what the filter searches in."""

    id: str
    title: str
    line: str
    why: str
    reading: str
    pitfalls: tuple[str, ...]
    moments: tuple[str, ...]
    counted: tuple[tuple[str, str], ...]
    origin: tuple[tuple[str, str], ...]
    overdue: bool
    words: str


@dataclass(frozen=True)
class _Group:
    id: str
    title: str
    entries: tuple[_Entry, ...]


@dataclass(frozen=True)
class _Theme:
    id: str
    title: str
    groups: tuple[_Group, ...]

    @property
    def count(self) -> int:
        return sum(len(group.entries) for group in self.groups)


@dataclass(frozen=True)
class _Policy:
    """A row of the table of policy indicators."""

    number: str
    id: str
    title: str
    unit: str
    source: str


def page(descriptions: Sequence[Description], today: date, rules: ProtectionRecord) -> str:
    """HTML of the catalogue, with its style and script inside.

    Args:
        descriptions: in the order in which they are shown.
        today: a review planned before this day is overdue.
        rules: the thresholds of protection that are told.
    """
    themes = [_theme(theme, descriptions, today, rules) for theme in THEMES]
    overdue = sum(description.next_review < today for description in descriptions)
    return render(
        "catalogue",
        style=Markup(house_style()),
        count=dutch.number(len(descriptions)),
        day=dutch.day(today),
        overdue=_overdue(overdue),
        policy=_policy(descriptions),
        themes=[theme for theme in themes if theme.groups],
    )


def _overdue(count: int) -> str:
    if not count:
        return "Alle definities zijn op tijd nagekeken."
    return f"Van {dutch.number(count)} {'definitie' if count == 1 else 'definities'} is de controle te laat."


def _policy(descriptions: Sequence[Description]) -> list[_Policy]:
    found = [d for d in descriptions if d.is_policy_indicator]
    found.sort(key=lambda d: int(d.bbv))
    return [_Policy(d.bbv, d.id, d.title, d.unit, d.source) for d in found]


def _theme(theme: str, descriptions: Sequence[Description], today: date, rules: ProtectionRecord) -> _Theme:
    groups = [
        _Group(f"{theme}-{number}", title, tuple(_entry(d, title, today, rules) for d in members))
        for number, (title, members) in enumerate(in_groups(theme, descriptions), start=1)
    ]
    return _Theme(theme, THEMES[theme], tuple(groups))


def in_groups(theme: str, descriptions: Iterable[Description]) -> list[tuple[str, list[Description]]]:
    """The groups of a theme with their headings: the most important figures first, open data and policy last."""
    by_group: dict[str, list[Description]] = {}
    for description in descriptions:
        if description.theme == theme:
            by_group.setdefault(_heading(description), []).append(description)
    return [(title, by_group[title]) for title in sorted(by_group, key=_place)]


def _heading(description: Description) -> str:
    if description.is_policy_indicator:
        return _POLICY
    if description.group:
        return description.group
    if description.key_figure:
        return _MOST_IMPORTANT
    is_external = description.definition is not None and description.definition.kind == "External"
    return _OPEN_DATA if is_external else _OTHER


def _place(heading: str) -> int:
    """The most important figures first, what is not of the municipality itself last."""
    return -1 if heading == _MOST_IMPORTANT else _LAST.index(heading) + 1 if heading in _LAST else 0


def unit_and_basis(description: Description) -> str:
    """Unit and basis, without saying the same twice."""
    if description.basis in description.unit:
        return description.unit
    if description.basis.startswith(description.unit):
        return description.basis
    return f"{description.unit} {description.basis}"


def _entry(d: Description, group: str, today: date, rules: ProtectionRecord) -> _Entry:
    searched = (
        d.id,
        d.title,
        d.short,
        d.unit,
        d.basis,
        d.law,
        d.source,
        d.kind,
        group,
        THEMES[d.theme],
        d.why,
    )
    return _Entry(
        id=d.id,
        title=d.title,
        line=unit_and_basis(d),
        why=d.why,
        reading=d.reading,
        pitfalls=d.pitfalls,
        moments=(*_moments("Breuk", d.breaks), *_moments("Gebeurtenis", d.events)),
        counted=counted_how(d, rules),
        origin=tuple(origin(d, today)),
        overdue=d.next_review < today,
        words=" ".join(searched).lower(),
    )


def _moments(word: str, moments: tuple[Break | Event, ...]) -> tuple[str, ...]:
    return tuple(f"{word} bij {period_phrase(item.period)}: {item.text}" for item in moments)


def origin(d: Description, today: date) -> Iterator[tuple[str, str]]:
    """Where the definition comes from, and who answers for it.

    Args:
        today: a review planned before this day is told to be late.
    """
    yield "Naam in de gegevens", d.id
    if d.definition:
        yield "Methode", d.definition.method
        yield "Uitleg met een voorbeeld", f"notebooks/explain/{EXPLAINED_IN[d.definition.kind]}.ipynb"
    if d.law:
        yield "Wet", d.law
    if d.bbv:
        yield "BBV-nummer", d.bbv
    yield "Bron", d.source
    if d.direction != "neutraal":
        yield "Gewenste richting", d.direction
    yield "Geschreven door", d.written_by
    yield "Nagekeken door", f"{d.checked_by}, op {dutch.day(d.reviewed)}"
    late = " Dit is te laat." if d.next_review < today else ""
    yield "Opnieuw bekijken", f"{dutch.day(d.next_review)}.{late}"
