"""Everything that people wrote about the figures of an edition, by theme and date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdom import dutch
from socdom.blocks.explanations import Part, facts
from socdom.blocks.figures import figure_id
from socdom.blocks.render import markdown, render
from socdom.editions.model import THEMES, DuidingRecord
from socdom.editions.read import Edition


@dataclass(frozen=True)
class Explained:
    """What somebody wrote: about what, who and when, the computed facts, and the parts."""

    id: str
    subject: str
    address: str
    role: str
    day: str
    facts: tuple[str, ...]
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class ExplainedTheme:
    """The explanations of a theme, newest first."""

    id: str
    title: str
    items: tuple[Explained, ...]


def all_explanations(edition: Edition, *, links: Mapping[str, str], heading_level: int = 2) -> str:
    """HTML of all explanations, folded each; "" under the profile "zonder duiding".

    Args:
        edition: where figures and texts stand.
        links: theme → address of its page.
        heading_level: level of the heading of the part.
    """
    if edition.meta.profile == "zonder duiding":
        return ""
    themes = [
        ExplainedTheme(
            f"duiding-{theme}",
            THEMES[theme],
            tuple(
                _explained(edition, record, theme, links[theme], heading_level)
                for record in _of(edition, theme)
            ),
        )
        for theme in edition.themes()
    ]
    silent = [theme.title for theme in themes if not theme.items]
    return render(
        "all_explanations",
        level=heading_level,
        themes=[theme for theme in themes if theme.items],
        silent=dutch.listing(silent),
    )


def _of(edition: Edition, theme: str) -> list[DuidingRecord]:
    """What is shown of a theme and of its figures, newest first; of each subject the last that was approved."""
    found = [record for record in edition.duiding if _theme(edition, record) == theme]
    shown = [r for r in found if edition.explanation(indicator=r.indicator, theme=r.thema) is r]
    return sorted(shown, key=lambda record: record.datum, reverse=True)


def _theme(edition: Edition, record: DuidingRecord) -> str:
    description = edition.descriptions.get(record.indicator)
    return description.theme if description else record.thema


def _explained(edition: Edition, record: DuidingRecord, theme: str, address: str, level: int) -> Explained:
    about = record.indicator
    anchor = f"#{figure_id(about, edition.meta.code)}" if about else ""
    return Explained(
        id=f"duiding-{about or theme}-tekst",
        subject=edition.descriptions[about].title if about else f"Het thema {THEMES[theme]}",
        address=address + anchor,
        role=record.rol,
        day=dutch.day(record.datum),
        facts=facts(edition, about, record.thema),
        parts=tuple(Part(heading, markdown(text, level + 4)) for heading, text in record.parts.items()),
    )
