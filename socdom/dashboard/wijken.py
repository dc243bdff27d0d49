"""The page Wijken: one figure for all wijken with the map, or one wijk with a few figures and the map."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from socdom import blocks, narrative
from socdom.blocks.actions import AREA, PERIOD
from socdom.dashboard import theme
from socdom.dashboard.controls import area_control, period_control, with_a_choice
from socdom.dashboard.menu import THEME_ADDRESSES, WIJKEN
from socdom.dashboard.state import FIGURE, Control, Selection
from socdom.dashboard.viewing import view_of
from socdom.editions.model import THEMES, Description
from socdom.editions.read import Edition
from socdom.judgement.wijk_profile import profile_figures

HEADING = "Wijken: hoe verschillen de wijken van elkaar?"
MOST_FIGURES = 12


def present(edition: Edition) -> bool:
    """Whether the edition has figures of wijken that can be set beside each other."""
    return bool(_figures(edition))


def lead(edition: Edition) -> str:
    """The main message of the page."""
    return narrative.wijken_lead(edition, _figures(edition)) if present(edition) else ""


def controls(edition: Edition) -> tuple[Control, ...]:
    """Wijk, figure and quarter. A figure of one wijk is never split further, so no choice leads to a few people."""
    found = _figures(edition)
    if not found:
        return ()
    return with_a_choice(_wijken(edition), _figure_choice(found), period_control(edition, found))


def page_blocks(edition: Edition, choice: Selection) -> list[blocks.Block]:
    """The blocks for a choice, in order; without figures of wijken the block that says so."""
    found = _figures(edition)
    if not found:
        return [blocks.Block(blocks.no_wijken(edition))]
    shown = choice.values.get(FIGURE) or found[0].id
    made = _one_wijk(edition, choice, shown) if choice.area else _all_wijken(edition, choice, shown)
    return [blocks.Block(html) for html in made if html]


@lru_cache(maxsize=4)
def _figures(edition: Edition) -> tuple[Description, ...]:
    """What can be chosen: of an edition this never changes, and every request asks for it."""
    return profile_figures(edition, MOST_FIGURES)


def _all_wijken(edition: Edition, choice: Selection, indicator: str) -> list[str]:
    view = view_of(edition, WIJKEN, choice.query)
    own = {name: value for name, value in choice.changed.items() if name != AREA}
    one = [
        blocks.Link(_address(WIJKEN, {AREA: code, **own}), name)
        for code, name in _wijken(edition).options.items()
        if code
    ]
    return [
        blocks.list_and_map(edition, indicator, period=choice.period, view=view),
        blocks.differing(edition, indicator, period=choice.period, view=view),
        blocks.wijk_links("een-wijk", "Bekijk één wijk", one),
    ]


def _one_wijk(edition: Edition, choice: Selection, indicator: str) -> list[str]:
    wijk = choice.area
    assert wijk is not None, "a wijk was chosen"
    view, pages = view_of(edition, WIJKEN, choice.query), _theme_pages(edition, choice)
    figures = {
        d.id: f"{pages[d.theme]}#f-{d.id}-{wijk.lower()}" for d in _figures(edition) if d.theme in pages
    }
    themes = [
        blocks.Link(address, f"{THEMES[key]} in {edition.area_name(wijk)}") for key, address in pages.items()
    ]
    own = {name: value for name, value in choice.changed.items() if name != AREA}
    every = blocks.Link(_address(WIJKEN, own), "Alle wijken naast elkaar")
    return [
        blocks.wijk_profile(edition, wijk, period=choice.period, links=figures),
        blocks.list_and_map(edition, indicator, period=choice.period, wijk=wijk, view=view),
        blocks.wijk_links("meer-wijk", f"Meer over {edition.area_name(wijk)}", [*themes, every]),
    ]


def _theme_pages(edition: Edition, choice: Selection) -> dict[str, str]:
    """Theme → address of its page with the wijk chosen, and the quarter where that page has it."""
    found = {}
    for key in edition.themes():
        offered = {control.name: control.options for control in theme.controls(edition, key)}
        wanted = {AREA: choice.area or "", PERIOD: choice.period or ""}
        query = {name: value for name, value in wanted.items() if value and value in offered.get(name, {})}
        if AREA in query:
            found[key] = _address(THEME_ADDRESSES[key], query)
    return found


def _address(page: str, query: dict[str, str]) -> str:
    return f"{page}?{urlencode(query)}" if query else page


def _wijken(edition: Edition) -> Control:
    return area_control(edition, _figures(edition), "Alle wijken")


def _figure_choice(found: tuple[Description, ...]) -> Control:
    """The figures under the name of their theme, in the order of the themes; the first key figure is the default."""
    order = list(THEMES)
    listed = sorted(found, key=lambda d: (order.index(d.theme), not d.key_figure))
    return Control(FIGURE, "Cijfer", {d.id: f"{THEMES[d.theme]}: {d.short}" for d in listed})
