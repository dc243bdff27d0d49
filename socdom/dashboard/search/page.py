"""The page Zoeken: what was found, or, without a question, every figure there is."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs

from socdom.dashboard.frame import page
from socdom.dashboard.links import figure_address
from socdom.dashboard.menu import SEARCH, theme_menu
from socdom.dashboard.search.results import LONGEST, Number, Results, number, search
from socdom.editions.groups import grouped
from socdom.editions.model import Description
from socdom.editions.read import Edition

ASKED = "q"
_TITLE = "Zoeken"
_MOST_FIELDS = 20


@dataclass(frozen=True)
class Line:
    """A figure in the list of all figures."""

    name: str
    address: str
    number: Number


@dataclass(frozen=True)
class LinesOfGroup:
    """The figures of one group of a theme; `heading` is "" where there is one."""

    heading: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class LinesOfTheme:
    """Every figure of a theme, as its page has them."""

    id: str
    title: str
    groups: tuple[LinesOfGroup, ...]


def asked_in(query: str) -> str:
    """What somebody typed, from an address; "" for nothing, or for an address nobody made."""
    try:
        fields = parse_qs(query, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return ""
    return fields.get(ASKED, [""])[-1][:LONGEST].strip()


def search_page(edition: Edition, asked: str = "") -> str:
    """The complete page.

    Args:
        asked: what somebody typed; "" gives the page with every figure.
    """
    results: Results | None = search(edition, asked) if asked else None
    every = () if results is not None and results.groups else every_figure(edition)
    return page(
        edition,
        "zoeken",
        SEARCH,
        _TITLE,
        results=results,
        asked=results.asked if results else "",
        every=every,
        themes=theme_menu(edition),
    )


def every_figure(edition: Edition) -> tuple[LinesOfTheme, ...]:
    """Every figure with its newest number, by theme and group in the order of the pages."""
    titles = edition.themes()
    found = [_theme(edition, theme, title, edition.indicators(theme)) for theme, title in titles.items()]
    policy = _theme(edition, "beleid", "Beleidsindicatoren", edition.policy_indicators())
    return tuple(theme for theme in (*found, policy) if theme.groups)


def _theme(edition: Edition, theme: str, title: str, described: list[Description]) -> LinesOfTheme:
    shown = [item for item in described if edition.figure(item.id) is not None]
    groups = grouped(shown)
    headings = [group.heading for group in groups] if len(groups) > 1 else [""]
    lines = [tuple(line for d in group.items if (line := _line(edition, d))) for group in groups]
    return LinesOfTheme(f"alle-{theme}", title, tuple(map(LinesOfGroup, headings, lines)))


def _line(edition: Edition, description: Description) -> Line | None:
    shown = number(edition, description.id)
    address = figure_address(edition, description.id)
    return Line(description.short, address, shown) if shown else None
