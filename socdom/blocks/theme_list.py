"""All themes of an edition: of each its main line and its key figures, which lead to the figures themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from socdom import narrative
from socdom.blocks.cards import judgement_label, newest_key_figures
from socdom.blocks.figures import figure_id
from socdom.blocks.newest import value_in_words
from socdom.blocks.render import render
from socdom.editions.model import THEMES, Description, Figure
from socdom.editions.read import Edition

_SHOWN_WITHOUT_KEY_FIGURES = 3


@dataclass(frozen=True)
class NamedFigure:
    """A figure in the list: its name, the address of the figure itself, its newest value, and the words beside it."""

    title: str
    address: str
    value: str
    when: str
    judgement: str


@dataclass(frozen=True)
class ListedTheme:
    """A theme: its name and address, the sentence about it, its figures, and how many it has."""

    id: str
    title: str
    address: str
    finding: Markup
    figures: tuple[NamedFigure, ...]
    number: int


def theme_list(edition: Edition, *, links: Mapping[str, str], heading_level: int = 2) -> str:
    """HTML of the page with all themes, without its h1.

    Args:
        edition: where the figures stand.
        links: theme → address of its page.
        heading_level: level of the heading of a theme.
    """
    findings = {line.theme: _sentence(line) for line in narrative.main_lines(edition, limit=len(THEMES))}
    themes = [_theme(edition, theme, links[theme], findings.get(theme)) for theme in edition.themes()]
    return render("theme_list", level=heading_level, themes=themes)


def _sentence(line: narrative.MainLine) -> Markup:
    return Markup("{}<strong>{}</strong>{}").format(line.before, line.strong, line.after)


def _theme(edition: Edition, theme: str, address: str, finding: Markup | None) -> ListedTheme:
    every = [d for d in edition.indicators(theme) if edition.series(d.id)]
    return ListedTheme(
        id=f"thema-{theme}",
        title=THEMES[theme],
        address=address,
        finding=finding or escape(narrative.theme_lead(edition, theme)),
        figures=tuple(_figure(edition, d, now, address) for d, now in listed_figures(edition, theme)),
        number=len(every),
    )


def listed_figures(edition: Edition, theme: str) -> list[tuple[Description, Figure]]:
    """The key figures of a theme with their newest figure; the first few of its figures where it has none."""
    every = ((d, edition.figure(d.id)) for d in edition.indicators(theme))
    found = [(d, now) for d, now in every if now is not None]
    return newest_key_figures(edition, theme) or found[:_SHOWN_WITHOUT_KEY_FIGURES]


def _figure(edition: Edition, description: Description, now: Figure, address: str) -> NamedFigure:
    return NamedFigure(
        title=description.short,
        address=f"{address}#{figure_id(description.id, edition.meta.code)}",
        value=value_in_words(edition, now),
        when=now.period_label,
        judgement=judgement_label(edition, description),
    )
