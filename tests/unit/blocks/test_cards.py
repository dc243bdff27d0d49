"""Cards of key figures: the goal beside the figure, and which rows a front page has."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import blocks
from socdom.dashboard.menu import theme_links
from socdom.editions.additions import Additions
from socdom.editions.goals import GoalRecord, GoalsRecord
from socdom.editions.read import Edition
from tests.lib.sample_edition import write_sample
from tests.unit.blocks.conftest import Parse


def with_goal(folder: Path, **goal: object) -> Edition:
    made = GoalRecord.model_validate(
        {"goal": "Een doel.", "indicator": "jeugdhulp_gebruik", "document": "Begroting", "page": 31, **goal}
    )
    return Edition(write_sample(folder, additions=Additions(goals=GoalsRecord(goals=(made,)))))


@pytest.mark.parametrize(
    ("target", "direction", "by", "words", "side"),
    [
        (90.0, "lager", "2020Q4", "Doel: behaald", "binnen"),
        (90.0, "hoger", "2020Q4", "Doel: niet behaald", "buiten"),
        (90.0, "lager", "2022", "Doel: voldoet nu al", "binnen"),
        (90.0, "hoger", "2022", "Doel: voldoet nog niet", "buiten"),
    ],
)
def test_label_of_a_goal_is_filled_outside_it_and_an_outline_within(
    tmp_path: Path, parse: Parse, target: float, direction: str, by: str, words: str, side: str
) -> None:
    edition = with_goal(tmp_path, target=target, direction=direction, by=by)
    tree = parse(blocks.key_figures(edition, "jeugd"))
    (card,) = tree.xpath("//article[@aria-labelledby='k-jeugdhulp_gebruik']")
    (label,) = card.xpath(f".//span[contains(@class, '{side}')][contains(@class, 'oordeel')]")
    assert label.text_content() == words
    limit = "hooguit" if direction == "lager" else "minstens"
    assert f"Doel: {limit} 90%" in card.find_class("doel")[0].text_content()
    assert "(p.\N{NO-BREAK SPACE}31)" in card.find_class("doel")[0].text_content()


def test_without_a_target_a_card_has_no_goal(tmp_path: Path, parse: Parse) -> None:
    tree = parse(blocks.key_figures(with_goal(tmp_path), "jeugd"))
    assert tree.find_class("doel") == []
    assert tree.find_class("buiten") == tree.find_class("binnen") == []


def test_small_themes_that_follow_share_a_row(rich: Edition, parse: Parse) -> None:
    rows = [parse(row) for row in blocks.key_figure_rows(rich, links=theme_links(rich))]
    heads = [[head.text_content() for head in row.iter("h3")] for row in rows]
    flat = [title for row in heads for title in row]
    titles = list(rich.themes().values())
    assert flat == [title for title in titles if title in flat]
    assert "Samenhang" not in flat
    sizes = [len(row.find_class("kern")) for row in rows]
    # A row that could take the next theme would have taken it.
    one = {
        title: len(parse(blocks.key_figures(rich, key)).find_class("kern"))
        for key, title in rich.themes().items()
    }
    assert all(size + one[after[0]] > 3 for size, after in zip(sizes, heads[1:], strict=False))
