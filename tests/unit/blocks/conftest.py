"""Fixtures of the block tests: every block of the sample edition, made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html

from socdom import blocks
from socdom.editions.read import Edition
from tests.lib.theme_pages import theme_page
from tests.unit.blocks.edited import open_data

Parse = Callable[[str], html.HtmlElement]


@pytest.fixture(scope="session")
def open_edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition from open data alone."""
    return open_data(tmp_path_factory.mktemp("open"))


def every_block(edition: Edition) -> dict[str, str]:
    """Every kind of page content of an edition, by name."""
    themes = {theme: theme_page(edition, theme) for theme in edition.themes()}
    start = blocks.main_lines(edition, links={"jeugd": "jeugd.html"}) + "".join(
        blocks.key_figures(edition, theme, links={theme: f"{theme}.html"}, heading_level=3)
        for theme in edition.themes()
    )
    return {
        **themes,
        "start": start,
        "table": blocks.key_figure_table(edition),
        "policy": blocks.policy_indicators(edition),
        "about": blocks.about(edition),
        "developments": blocks.developments(edition),
        "none": blocks.no_registration(edition, "bevolking"),
        "comparing": blocks.comparing_page(edition),
        "signals": blocks.signals_page(edition),
        "goals": blocks.goals_page(edition),
        "changes": blocks.changes(edition),
        "brief": blocks.signals_brief(edition) + blocks.goals_brief(edition),
        "notice": blocks.notice(edition),
        "explained": blocks.explained(edition),
        "accessibility": blocks.accessibility(edition),
        "themes": blocks.theme_list(edition, links={theme: f"{theme}.html" for theme in edition.themes()}),
        "explanations": blocks.all_explanations(edition, links={theme: "" for theme in edition.themes()}),
    }


@pytest.fixture(scope="session")
def pages(sample: Edition, rich: Edition, open_edition: Edition) -> dict[str, str]:
    """All blocks of every edition."""
    many = {f"rich {name}": text for name, text in every_block(rich).items()}
    own = {f"sample {name}": text for name, text in every_block(sample).items()}
    return own | many | {f"open {name}": text for name, text in every_block(open_edition).items()}


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Text of blocks → the element that holds them."""
    return lambda text: html.fragment_fromstring(text, create_parent="main")
