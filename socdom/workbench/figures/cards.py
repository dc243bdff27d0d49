"""Cards: a municipality and what can be asked of it, and an indicator with how it is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socdom import dutch
from socdom.disclosure.policy import CBS5
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.errors import SocdomError
from socdom.measures.indicator import Indicator
from socdom.narrative.counting import counted_how
from socdom.narrative.protection import protection_sentences
from socdom.pipeline.protection import record_of
from socdom.quarters import period_label, period_phrase
from socdom.workbench.show import (
    Shown,
    code,
    facts,
    folded,
    heading,
    listed,
    remark,
    sentence,
    table,
    together,
)

if TYPE_CHECKING:
    from socdom.workbench.gemeente import Gemeente


def gemeente_card(asked: Gemeente) -> Shown:
    """Name, edition, quarters and protection of a municipality, and what to ask next."""
    name = asked.parameters.naam
    told = [
        ("Naam", f"{name} (verzonnen)" if asked.parameters.fictief else name),
        ("Code", asked.parameters.code),
    ]
    own = "ja" if asked.parameters.bronnen.leveringen else "nee, alleen cijfers van CBS en BZK"
    told.append(("Eigen leveringen", own))
    try:
        edition = asked.edition()
    except SocdomError as missing:
        return together(heading(f"Gemeente {name}"), facts(told), sentence(missing.report()))
    return together(
        heading(f"Gemeente {name}"), facts([*told, *_edition_facts(edition)]), _asks(asked.slug, edition)
    )


def indicator_card(indicator: Indicator) -> Shown:
    """What an indicator counts, with which rows, and what to watch."""
    described = Description.model_validate(indicator.describe())
    told = [
        ("Naam in de gegevens", described.id),
        ("Thema", THEMES[described.theme]),
        ("Eenheid", described.unit),
        ("Bron", described.source),
        *((("Wet", described.law),) if described.law else ()),
        ("Nagekeken", f"{described.checked_by}, {dutch.day(described.reviewed)}"),
    ]
    changed = [(item.period, item.text) for item in described.breaks]
    changed += [(item.period, item.text) for item in described.events]
    moments = [f"Bij {period_phrase(period)}: {text}" for period, text in sorted(changed)]
    watch = [*described.pitfalls, *moments]
    return together(
        heading(described.title),
        sentence(described.why),
        sentence(described.reading),
        *((heading("Let op", 3), listed(watch)) if watch else ()),
        heading("Zo tellen we precies", 3),
        facts(counted_how(described, record_of(CBS5))),
        folded("Herkomst", facts(told)),
    )


def catalogue_card(indicators: dict[str, Indicator]) -> Shown:
    """All indicators with their id, name, theme and unit."""
    rows = [[item.id, item.title, THEMES[item.theme], item.unit] for item in indicators.values()]
    return together(
        heading("Catalogus"),
        sentence(f"Er zijn {dutch.number(len(rows))} indicatoren. Zo ziet u hoe er een is geteld:"),
        code('sd.catalogue()["wmo_clienten"]'),
        table("", ["Naam in de gegevens", "Naam", "Thema", "Eenheid"], rows),
    )


def _edition_facts(edition: Edition) -> list[tuple[str, str]]:
    meta = edition.meta
    first = min(
        (p for table in edition.inventory.tables for p in table.periods if "Q" in p), default=meta.period
    )
    until = f" tot en met {period_label(meta.period)}" if first != meta.period else ""
    public = all(described.protection in ("", "openbaar") for described in edition.indicators())
    protected = (
        "Alle cijfers waren al openbaar." if public else " ".join(protection_sentences(meta.protection)[:2])
    )
    return [
        ("Editie", f"{meta.kind}: {meta.version_words}"),
        ("Cijfers per", dutch.day(meta.figures_as_of)),
        ("Kwartalen", f"{period_label(first)}{until}"),
        ("Indicatoren", dutch.number(len(edition.descriptions))),
        ("Bescherming", protected),
    ]


def _asks(slug: str, edition: Edition) -> Shown:
    named = f'sd.gemeente("{slug}")'
    first = next((d for d in edition.indicators() if d.key_figure), None) or next(
        iter(edition.indicators()), None
    )
    rows = [["Welke cijfers zijn er?", f"{named}.indicators()"], ["Welke gebieden?", f"{named}.areas()"]]
    if first is not None:
        rows += [
            ["De cijfers van één indicator", f'{named}.figures("{first.id}")'],
            ["In een grafiek", f'{named}.figures("{first.id}").plot.trend()'],
        ]
    return together(
        heading("Wat kunt u vragen?", 3),
        table("", ["Vraag", "Typ dit"], rows),
        remark("Typ een punt en druk op Tab om te zien wat er nog meer kan. Shift en Tab geeft uitleg."),
    )
