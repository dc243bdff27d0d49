"""What cannot be set beside other municipalities, and why not."""

from __future__ import annotations

from dataclasses import dataclass

from socdom import dutch
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.judgement.counterparts import COUNTERPARTS
from socdom.judgement.likeness import likeness
from socdom.narrative.wording import in_sentence


@dataclass(frozen=True)
class Alike:
    """A figure that looks like a published one, and in what it differs."""

    title: str
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """Figures that are not compared for one reason: per theme a line with their names."""

    reason: str
    count: str
    lines: tuple[tuple[str, str], ...]


def looks_alike(edition: Edition) -> list[Alike]:
    """Figures of the municipality of which somebody publishes one that is counted otherwise."""
    found = [d for d in edition.indicators() if d.id in COUNTERPARTS and _is_alone(edition, d)]
    return [Alike(d.short, (*COUNTERPARTS[d.id].reasons, *_instead(edition, d.id))) for d in found]


def _instead(edition: Edition, indicator: str) -> tuple[str, ...]:
    """The published figure, where this edition has it beside that of others."""
    other = COUNTERPARTS[indicator].published
    if other not in edition.descriptions or not likeness(edition, other).with_others.possible:
        return ()
    return (f"Wel naast andere gemeenten te zetten: {in_sentence(edition.descriptions[other].short)}.",)


def left_out(edition: Edition) -> list[LeftOut]:
    """The other figures without a comparison with municipalities, by reason, most figures first."""
    by_reason: dict[str, list[Description]] = {}
    for description in edition.indicators():
        if description.id in COUNTERPARTS or not _is_alone(edition, description):
            continue
        reason = " ".join(likeness(edition, description.id).with_others.reasons)
        by_reason.setdefault(reason, []).append(description)
    ordered = sorted(by_reason.items(), key=lambda item: (-len(item[1]), item[0]))
    return [LeftOut(reason, _count(len(found)), _lines(found)) for reason, found in ordered]


def _is_alone(edition: Edition, description: Description) -> bool:
    found = likeness(edition, description.id)
    return found.own is not None and not found.with_others.possible


def _count(number: int) -> str:
    return f"{dutch.number(number)} {'cijfer' if number == 1 else 'cijfers'}"


def _lines(found: list[Description]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (title, dutch.listing([in_sentence(d.short) for d in found if d.theme == theme]))
        for theme, title in THEMES.items()
        if any(d.theme == theme for d in found)
    )
