"""The page "over deze cijfers": what there is, how sure it is, how people are protected, the sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch, narrative
from socdom.blocks.inventory import published
from socdom.blocks.meanings import how_many_about
from socdom.blocks.protection import protection
from socdom.blocks.render import render
from socdom.editions.model import Description
from socdom.editions.read import Edition
from socdom.narrative.moments import moments, shown_until
from socdom.quarters import Quarter, period_label

_STATUSES = (
    ("Definitief", "Dit cijfer verandert niet meer."),
    (
        "Voorlopig",
        "Dit cijfer kan nog veranderen. U ziet een sterretje (*), een open stip en een stippellijn.",
    ),
    (
        "Nog onvolledig",
        "Een deel van de gegevens is nog niet binnen. Daarom zeggen we niet of het cijfer stijgt of daalt.",
    ),
    (
        "Niet getoond",
        "Dit cijfer is geheim. Anders zijn mensen te herkennen. U ziet een punt. Dat is iets anders dan 0. "
        "In een grafiek is er dan een gat in de lijn, of geen staaf.",
    ),
    (
        "Niet bekend",
        "Over deze periode of dit gebied is er geen cijfer. U ziet een punt met ‘niet bekend’ erbij. "
        "Ook dat is iets anders dan 0.",
    ),
    ("Niet van toepassing", "Dit cijfer kan hier niet bestaan. U ziet een leeg vak."),
)
_MOST_NAMES = 12


@dataclass(frozen=True)
class Definition:
    """What one indicator means, in the words of who wrote it."""

    id: str
    title: str
    sentences: tuple[str, ...]
    points: tuple[str, ...]
    origin: str


@dataclass(frozen=True)
class DefinitionsOfTheme:
    """The definitions of a theme in the order of the catalogue."""

    title: str
    items: tuple[Definition, ...]


def about(edition: Edition, *, definitions: bool = True, heading_level: int = 2) -> str:
    """HTML of everything a reader may want to know about the figures of an edition.

    Args:
        edition: where the figures stand.
        definitions: whether the definition of each figure is in it, folded.
        heading_level: level of the headings of its parts.
    """
    return render(
        "about",
        level=heading_level,
        facts=_facts(edition),
        published=published(edition),
        statuses=_STATUSES,
        protection=protection(edition),
        sources=_sources(edition),
        open_data=_open_data(edition),
        notes=edition.meta.notes,
        remarks=edition.meta.remarks,
        definitions=_definitions(edition) if definitions else [],
        version=_version(edition),
    )


def _definitions(edition: Edition) -> list[DefinitionsOfTheme]:
    """The definitions per theme, and those of the policy indicators after them."""
    parts = {title: edition.indicators(theme) for theme, title in edition.themes().items()}
    parts |= {"Beleidsindicatoren": edition.policy_indicators()}
    return [
        DefinitionsOfTheme(title, tuple(_definition(d, shown_until(edition, d)) for d in found))
        for title, found in parts.items()
        if found
    ]


def _facts(edition: Edition) -> list[tuple[str, str]]:
    meta = edition.meta
    received = f"{dutch.day(meta.figures_as_of)}. Wat later binnenkwam, telt nog niet mee."
    facts = [
        ("Gemeente", meta.name),
        *([narrative.standing(meta)] if meta.own_registration else []),
        ("Bijgewerkt tot", received),
    ]
    if meta.own_registration:
        facts.append(("Terugblik", _lookback(edition)))
    facts += [("Cijfers per jaar", text) for text in _later_years(edition)]
    return [*facts, ("Vergelijking", meta.reference)] if meta.reference else facts


def _lookback(edition: Edition) -> str:
    """How many quarters the charts show; no more than there are figures of."""
    quarters = {period for period in edition.figures["period"] if "Q" in period}
    first = Quarter.parse(max(edition.meta.first_period, min(quarters, default="")))
    count = edition.meta.quarter.index - first.index + 1
    return f"{dutch.number(count)} {'kwartaal' if count == 1 else 'kwartalen'}, vanaf het {first.label}"


def _later_years(edition: Edition) -> list[str]:
    """That years after the quarter of the edition are shown; yearly figures of others come all."""
    newest = max((period for period in edition.figures["period"] if "Q" not in period), default="")
    if newest <= edition.meta.period[:4]:
        return []
    return [
        f"U ziet alle jaren die zijn gepubliceerd, tot en met {newest}. Dus ook jaren na het "
        f"{period_label(edition.meta.period)}."
    ]


def _sources(edition: Edition) -> list[tuple[str, str]]:
    by_source: dict[str, list[Description]] = {}
    for description in (*edition.indicators(), *edition.policy_indicators()):
        by_source.setdefault(description.source, []).append(description)
    return [(source, _from_source(found)) for source, found in by_source.items()]


def _from_source(described: Sequence[Description]) -> str:
    """The names of a few figures; of many their number and what they are about."""
    if len(described) <= _MOST_NAMES:
        return dutch.listing([description.short for description in described])
    return how_many_about(described)


def _open_data(edition: Edition) -> tuple[str, ...]:
    if edition.meta.own_registration:
        return ()
    return (
        "Deze cijfers zijn open data. U mag ze gebruiken en delen, als u de bron noemt (licentie CC BY 4.0).",
        f"De gemeente {edition.meta.name} leverde geen eigen registraties aan. Daarom ziet u hier alleen cijfers die "
        "anderen al publiceerden. Over bijvoorbeeld wachttijden en schuldhulp zijn er geen cijfers.",
    )


def _definition(description: Description, until: str) -> Definition:
    law = f"Wet: {description.law}. " if description.law else ""
    bbv = f"BBV-indicator: {description.bbv}. " if description.bbv else ""
    return Definition(
        id=description.id,
        title=description.title,
        sentences=(description.why, description.reading),
        points=(
            *description.pitfalls,
            *moments("Trendbreuk", description.breaks, until),
            *moments("Gebeurtenis", description.events, until),
        ),
        origin=f"{law}{bbv}Bron: {description.source}. Geschreven door: {description.written_by}. "
        f"Nagekeken door: {description.checked_by}, {dutch.day(description.reviewed)}.",
    )


def _version(edition: Edition) -> list[tuple[str, str]]:
    meta, manifest = edition.meta, edition.manifest
    return [
        ("Versie", meta.version_words.removeprefix("versie ")),
        ("Gemaakt met", f"socdom {manifest['versions']['socdom']}"),
        (
            "Kenmerk",
            f"{manifest['fingerprint'][:12]}. Dezelfde gegevens, sleutel en instellingen geven hetzelfde kenmerk.",
        ),
        ("Bestanden als bron", dutch.number(len(manifest["inputs"]))),
    ]
