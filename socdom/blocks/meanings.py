"""What every figure means, close together: for the justification of the long report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.render import render
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.narrative.moments import moments, shown_until

# Said of so many figures, a sentence stands once above all of them.
_MANY = 5


@dataclass(frozen=True)
class Meaning:
    """A figure with how it is read and where it comes from; `id` is that of the heading of the definition."""

    id: str
    title: str
    text: str
    origin: str


@dataclass(frozen=True)
class MeaningsOfTheme:
    """The meanings of a theme, in the order of the catalogue."""

    id: str
    title: str
    items: tuple[Meaning, ...]


def meanings(edition: Edition, *, heading_level: int = 3) -> str:
    """HTML of how each figure is to be read, where its series breaks and its source.

    Why the council wants to know it, its law and who wrote it stand in the catalogue.
    """
    parts = {theme: (title, edition.indicators(theme)) for theme, title in edition.themes().items()}
    parts["bbv"] = ("Beleidsindicatoren", edition.policy_indicators())
    shared = _shared(edition)
    themes = [
        MeaningsOfTheme(f"begrippen-{theme}", title, tuple(_meaning(edition, d, shared) for d in found))
        for theme, (title, found) in parts.items()
        if found
    ]
    return render("meanings", level=heading_level, themes=themes, shared=list(shared.items()))


def _shared(edition: Edition) -> dict[str, str]:
    """What is said of many figures → of how many, and of which themes; it is told once, above them all."""
    about: dict[str, list[Description]] = {}
    for description in edition.descriptions.values():
        for sentence in description.pitfalls:
            about.setdefault(sentence, []).append(description)
    return {sentence: how_many_about(found) for sentence, found in about.items() if len(found) >= _MANY}


def how_many_about(described: Sequence[Description]) -> str:
    """How many figures, and their themes: "25 cijfers: Jeugd en Wmo"."""
    themes = dict.fromkeys(
        "Beleidsindicatoren" if d.is_policy_indicator else THEMES[d.theme] for d in described
    )
    return f"{dutch.number(len(described))} cijfers: {dutch.listing(list(themes))}"


def _meaning(edition: Edition, description: Description, shared: Mapping[str, str]) -> Meaning:
    bbv = f"BBV-indicator {description.bbv}. " if description.bbv else ""
    # What to look out for is told of key figures; of the others it stands in the catalogue.
    pitfalls = description.pitfalls if description.key_figure else ()
    own = (sentence for sentence in pitfalls if sentence not in shared)
    breaks = moments("Trendbreuk", description.breaks, shown_until(edition, description))
    return Meaning(
        id=f"begrip-{description.id}",
        title=description.title,
        text=" ".join((description.reading, *own, *breaks)),
        origin=f"{bbv}Bron: {description.source}.",
    )
