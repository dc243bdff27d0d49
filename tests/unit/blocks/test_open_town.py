"""An edition from open data alone: what its overview and "Over de cijfers" tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from socdom import blocks
from socdom.editions.model import Break
from socdom.editions.read import Edition
from tests.unit.blocks.edited import open_data


def facts(edition: Edition) -> dict[str, str]:
    tree = html.fragment_fromstring(blocks.about(edition), create_parent="main")
    items = tree.xpath("//section[@aria-labelledby='welke-cijfers']/dl/div")
    return {item.findtext("dt"): item.findtext("dd") for item in items}


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    return open_data(tmp_path)


def test_a_theme_with_figures_in_groups_alone_has_a_card_of_them(edition: Edition) -> None:
    """As Werk en inkomen with the bijstand of KWB and nothing else, which said that it had no key figures."""
    only = edition.descriptions["iv3_lasten"]
    edition.descriptions["iv3_lasten"] = only.model_copy(update={"key_figure": False, "group": "Gebruik"})
    cards = blocks.key_figures(edition, "geld")
    assert "Uitgaven sociaal domein" in cards
    assert "geen kerngetallen" not in cards
    assert "Uitgaven sociaal domein" in blocks.key_figure_table(edition)


def test_a_key_figure_without_figures_makes_room_for_one_that_has_them(edition: Edition) -> None:
    only = edition.descriptions.pop("iv3_lasten")
    edition.descriptions["leeg"] = only.model_copy(update={"id": "leeg", "short": "Zonder cijfers"})
    edition.descriptions["iv3_lasten"] = only.model_copy(update={"key_figure": False, "group": "Gebruik"})
    cards = blocks.key_figures(edition, "geld")
    assert "Uitgaven sociaal domein" in cards
    assert "Zonder cijfers" not in cards


def test_years_after_the_quarter_of_an_edition_are_told(edition: Edition, sample: Edition) -> None:
    assert edition.meta.period == "2020Q4"
    assert facts(edition)["Cijfers per jaar"] == (
        "U ziet alle jaren die zijn gepubliceerd, tot en met 2024. Dus ook jaren na het 4e kwartaal 2020."
    )
    assert "Cijfers per jaar" not in facts(sample)


def test_a_break_in_a_year_that_is_shown_is_told(edition: Edition) -> None:
    only = edition.descriptions["iv3_lasten"]
    breaks = (
        Break(period="2024", label="Anders", text="De tabel is anders."),
        Break(period="2025", label="Later", text="Dat is later."),
    )
    edition.descriptions["iv3_lasten"] = only.model_copy(update={"breaks": breaks})
    about = blocks.about(edition)
    assert "Trendbreuk vanaf 2024: de tabel is anders." in about
    assert "dat is later" not in about
