"""The widgets of a theme page, without a browser: what follows a choice, and what follows a fault."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import ipywidgets
import pytest
from traitlets import TraitError

from socdom.blocks import Block
from socdom.dashboard import choice_page as pieces
from socdom.dashboard import widgets
from socdom.dashboard.choosing import CHOICE_PAGES, ChoicePage
from socdom.dashboard.state import Selection
from socdom.dashboard.widgets import ChoiceWidgets
from socdom.editions.read import Edition

NOTEBOOKS = Path(__file__).parents[3] / "notebooks" / "dashboard"


def made(edition: Edition, key: str, query: str = "", *, live: bool = False) -> ChoiceWidgets:
    """The widgets of a page, as a notebook makes them."""
    return ChoiceWidgets(edition, CHOICE_PAGES[key], query, live=live)


def whole(edition: Edition, page: ChoiceWidgets, key: str) -> str:
    """All that the page shows of its choice, folded or not."""
    return "".join(block.finish() for block in pieces.content(edition, CHOICE_PAGES[key], page.selection))


def selects(page: ChoiceWidgets) -> dict[str, ipywidgets.Dropdown]:
    band = page.root.children[1].children[0]
    return {child.description: child for child in band.children if isinstance(child, ipywidgets.Dropdown)}


def text(page: ChoiceWidgets) -> str:
    return "".join(block.value for block in page.blocks.children)


def test_page_starts_with_the_choice_of_its_address(sample: Edition) -> None:
    page = made(sample, "jeugd", "wijk=WK999902")
    assert list(selects(page)) == ["Wijk", "Kwartaal", "Eenheid"]
    assert selects(page)["Wijk"].value == "WK999902"
    assert "Noorderlinde" in text(page)
    assert 'data-url="?wijk=WK999902"' in page.message.value


def test_choice_changes_figures_and_message(sample: Edition) -> None:
    page = made(sample, "inkomen")
    before = text(page)
    selects(page)["Wijk"].value = "WK999903"
    # 120 + 2 × 5 households, by the rule of the sample.
    assert "130" in text(page)
    assert "Centrum" in text(page)
    assert text(page) != before
    assert 'data-beurt="1"' in page.message.value
    selects(page)["Wijk"].value = ""
    assert text(page) == before
    assert 'data-beurt="2"' in page.message.value


def test_choice_made_before_is_not_made_again(sample: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    original = pieces.content

    def counted(edition: Edition, about: ChoicePage, choice: Selection) -> list[Block]:
        asked.append(choice.permalink)
        return original(edition, about, choice)

    monkeypatch.setattr(pieces, "content", counted)
    page = made(sample, "schulden")
    for quarter in ("2020Q3", "2020Q4", "2020Q3"):
        selects(page)["Kwartaal"].value = quarter
    assert asked == ["?", "?kwartaal=2020Q3"]


def test_fault_gives_a_sentence_and_the_next_choice_works(
    sample: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(sample, "schulden")
    with monkeypatch.context() as broken:

        def fail(*args: object) -> list[str]:
            raise ValueError("een geheime waarde")

        broken.setattr(pieces, "content", fail)
        selects(page)["Kwartaal"].value = "2020Q2"
        assert "kunnen we nu niet tonen" in text(page)
        assert "geheime waarde" not in text(page)
        assert 'data-beurt="1"' in page.message.value
    selects(page)["Kwartaal"].value = "2020Q1"
    assert "kunnen we nu niet tonen" not in text(page)
    assert "210" in text(page)


def test_theme_without_figures_says_so_and_offers_no_choice(sample: Edition) -> None:
    page = made(sample, "bevolking")
    assert "geen eigen registratie" in text(page)
    assert len(page.root.children) == 2


def test_no_output_widget_anywhere(sample: Edition) -> None:
    def all_of(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
        return [widget, *(found for child in getattr(widget, "children", ()) for found in all_of(child))]

    kinds = {type(widget).__name__ for widget in all_of(made(sample, "jeugd").root)}
    assert kinds == {"VBox", "HBox", "HTML", "Dropdown"}


def test_notebook_without_edition_shows_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[ipywidgets.Widget] = []
    monkeypatch.delenv("SOCDOM_EDITION", raising=False)
    monkeypatch.setattr(widgets, "display", shown.append)
    widgets.show("jeugd")
    assert "kunnen we nu niet tonen" in shown[0].value
    assert "<h1>Jeugd" in shown[0].value


@pytest.mark.parametrize("about", CHOICE_PAGES.values(), ids=list(CHOICE_PAGES))
def test_notebook_is_a_title_and_one_call(about: ChoicePage) -> None:
    notebook = json.loads((NOTEBOOKS / f"{about.address}.ipynb").read_text(encoding="utf-8"))
    assert notebook["metadata"]["title"]
    [code] = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    lines = [line for line in "".join(code["source"]).splitlines() if line]
    assert lines == ["from socdom.dashboard import choices", f'choices("{about.key}")']
    assert code["outputs"] == []


def test_an_analyst_gets_the_page_that_readers_get(rich: Edition) -> None:
    finished = pieces.finished(rich, CHOICE_PAGES["wmo"])
    for block in made(rich, "wmo").blocks.children:
        assert block.value in finished


def test_on_the_dashboard_the_page_as_it_started_is_not_sent_again(rich: Edition) -> None:
    page = made(rich, "wmo", live=True)
    assert page.blocks.children == ()
    assert 'data-url="?"' in page.message.value
    selects(page)["Kwartaal"].value = "2020Q3"
    assert page.blocks.children
    selects(page)["Kwartaal"].value = "2020Q4"
    assert page.blocks.children == ()
    assert 'data-beurt="2"' in page.message.value


class Sent(list[dict[str, Any]]):
    """What a page of the dashboard is sent about its folded figures."""

    def __init__(self, page: ChoiceWidgets, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(page.blocks, "send", lambda content: self.append(content))


def unfold(page: ChoiceWidgets, content: object) -> None:
    """What the page of a reader sends when something is unfolded."""
    page.blocks._handle_msg({"content": {"data": {"method": "custom", "content": content}}, "buffers": []})


def in_a_kernel(
    page: ChoiceWidgets, quarters: list[str], ready: Callable[[], bool] = lambda: True
) -> list[str]:
    """The page right after each choice of a quarter in a kernel that can be asked, and when something is true."""

    async def run() -> list[str]:
        found = []
        for quarter in quarters:
            selects(page)["Kwartaal"].value = quarter
            found.append(text(page))
        for _ in range(500):
            await asyncio.sleep(0.02)
            if ready():
                break
        return [*found, text(page)]

    return asyncio.run(run())


BUSY = "worden bijgewerkt"
YEARLY = "meer-wmo_clienten_jaar"


def test_what_is_open_follows_at_once_and_what_is_folded_when_asked(
    rich: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(rich, "wmo", live=True)
    sent = Sent(page, monkeypatch)
    first, _ = in_a_kernel(page, ["2020Q3"])
    assert first.count("<figure") == 2
    assert (first.count(BUSY), sent) == (8, [])
    unfold(page, {"uitvouwen": YEARLY, "beurt": 1})
    [answer] = sent
    assert (answer["uitgevouwen"], answer["beurt"]) == (YEARLY, 1)
    assert answer["html"].count("<figure") > 0
    assert answer["html"] in whole(rich, page, "wmo")


@pytest.mark.parametrize(
    "content",
    [
        {"uitvouwen": "meer-bestaat_niet", "beurt": 1},
        {"uitvouwen": YEARLY, "beurt": 0},
        {"uitvouwen": YEARLY},
        {"uitvouwen": ["meer"], "beurt": 1},
        {"uitvouwen": None, "beurt": None},
        {},
        [],
        "meer",
        None,
    ],
)
def test_what_is_not_folded_there_gets_no_answer(
    rich: Edition, monkeypatch: pytest.MonkeyPatch, content: object
) -> None:
    page = made(rich, "wmo", live=True)
    sent = Sent(page, monkeypatch)
    in_a_kernel(page, ["2020Q3"])
    unfold(page, content)
    assert sent == []


def test_after_a_rest_all_that_is_folded_is_made_of_the_newest_choice_only(
    rich: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(widgets, "_REST", 0.05)
    page = made(rich, "wmo", live=True)
    sent = Sent(page, monkeypatch)
    in_a_kernel(page, ["2020Q3", "2020Q2"], lambda: len(sent) >= 8)
    assert {answer["beurt"] for answer in sent} == {2}
    assert len({answer["uitgevouwen"] for answer in sent}) == len(sent) == 8
    told = whole(rich, page, "wmo")
    assert all(answer["html"] in told for answer in sent)


def test_a_figure_that_fails_says_so_and_is_tried_again(
    rich: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = made(rich, "wmo", live=True)
    sent = Sent(page, monkeypatch)

    def fail(block: Block, part: str) -> str:
        raise ValueError("een geheime waarde")

    in_a_kernel(page, ["2020Q3"])
    with monkeypatch.context() as broken:
        broken.setattr(Block, "make", fail)
        unfold(page, {"uitvouwen": YEARLY, "beurt": 1})
    assert "kunnen we nu niet tonen" in sent[0]["html"]
    assert "geheime waarde" not in sent[0]["html"]
    unfold(page, {"uitvouwen": YEARLY, "beurt": 1})
    assert "<figure" in sent[1]["html"]


def test_in_a_notebook_what_is_folded_comes_by_itself(rich: Edition) -> None:
    page = made(rich, "wmo")
    first, last = in_a_kernel(page, ["2020Q3"], lambda: BUSY not in text(page))
    assert BUSY in first
    assert last == whole(rich, page, "wmo")


@pytest.mark.parametrize(
    "message",
    [
        {"index": 99},
        {"index": -20},
        {"value": "BU99990101"},
        {"_options_labels": ["BU99990101"] * 9, "index": 8},
        {"options": [["Dorp", "BU99990101"]], "index": 0},
    ],
)
def test_no_message_to_a_select_makes_a_choice_outside_the_list(
    sample: Edition, message: dict[str, object]
) -> None:
    """What a browser may send to a widget, and more: the choice stays one that the page offers."""
    page = made(sample, "inkomen")
    offered = {control.name: set(control.options) for control in page.selection.controls}
    with suppress(TraitError):
        selects(page)["Wijk"].set_state(message)
    assert page.selection.values["wijk"] in offered["wijk"]
    assert "BU99990101" not in page.message.value + text(page)
