"""The widgets of a theme page, without a browser: what follows a choice, and what follows a fault."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress
from pathlib import Path

import ipywidgets
import pytest
from traitlets import TraitError

from socdom.blocks import Block
from socdom.dashboard import theme as pieces
from socdom.dashboard import widgets
from socdom.dashboard.menu import THEME_ADDRESSES
from socdom.dashboard.pages import write_pages
from socdom.dashboard.state import Selection
from socdom.dashboard.stored import stored_blocks
from socdom.dashboard.widgets import ThemePage
from socdom.editions.read import Edition
from tests.lib.rich_edition import write_rich

NOTEBOOKS = Path(__file__).parents[3] / "notebooks" / "dashboard"


def selects(page: ThemePage) -> dict[str, ipywidgets.Dropdown]:
    band = page.root.children[1].children[0]
    return {child.description: child for child in band.children if isinstance(child, ipywidgets.Dropdown)}


def text(page: ThemePage) -> str:
    return "".join(block.value for block in page.blocks.children)


def test_page_starts_with_the_choice_of_its_address(sample: Edition) -> None:
    page = ThemePage(sample, "jeugd", "wijk=WK999902")
    assert list(selects(page)) == ["Wijk", "Kwartaal", "Eenheid"]
    assert selects(page)["Wijk"].value == "WK999902"
    assert "Noorderlinde" in text(page)
    assert 'data-url="?wijk=WK999902"' in page.message.value


def test_choice_changes_figures_and_message(sample: Edition) -> None:
    page = ThemePage(sample, "inkomen")
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
    made: list[str] = []
    original = pieces.content_blocks

    def counted(edition: Edition, theme: str, selection: object) -> list[Block]:
        made.append(selection.permalink)  # type: ignore[attr-defined]
        return original(edition, theme, selection)  # type: ignore[arg-type]

    monkeypatch.setattr(pieces, "content_blocks", counted)
    page = ThemePage(sample, "schulden")
    for quarter in ("2020Q3", "2020Q4", "2020Q3"):
        selects(page)["Kwartaal"].value = quarter
    assert made == ["?", "?kwartaal=2020Q3"]


def test_fault_gives_a_sentence_and_the_next_choice_works(
    sample: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ThemePage(sample, "schulden")
    with monkeypatch.context() as broken:

        def fail(*args: object) -> list[str]:
            raise ValueError("een geheime waarde")

        broken.setattr(pieces, "content_blocks", fail)
        selects(page)["Kwartaal"].value = "2020Q2"
        assert "kunnen we nu niet tonen" in text(page)
        assert "geheime waarde" not in text(page)
        assert 'data-beurt="1"' in page.message.value
    selects(page)["Kwartaal"].value = "2020Q1"
    assert "kunnen we nu niet tonen" not in text(page)
    assert "210" in text(page)


def test_theme_without_figures_says_so_and_offers_no_choice(sample: Edition) -> None:
    page = ThemePage(sample, "bevolking")
    assert "geen eigen registratie" in text(page)
    assert len(page.root.children) == 2


def test_no_output_widget_anywhere(sample: Edition) -> None:
    def all_of(widget: ipywidgets.Widget) -> list[ipywidgets.Widget]:
        return [widget, *(found for child in getattr(widget, "children", ()) for found in all_of(child))]

    kinds = {type(widget).__name__ for widget in all_of(ThemePage(sample, "jeugd").root)}
    assert kinds == {"VBox", "HBox", "HTML", "Dropdown"}


def test_notebook_without_edition_shows_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[ipywidgets.Widget] = []
    monkeypatch.delenv("SOCDOM_EDITION", raising=False)
    monkeypatch.setattr(widgets, "display", shown.append)
    widgets.show("jeugd")
    assert "kunnen we nu niet tonen" in shown[0].value
    assert "<h1>Jeugd" in shown[0].value


@pytest.mark.parametrize(("theme", "address"), THEME_ADDRESSES.items())
def test_notebook_is_a_title_and_one_call(theme: str, address: str) -> None:
    notebook = json.loads((NOTEBOOKS / f"{address}.ipynb").read_text(encoding="utf-8"))
    assert notebook["metadata"]["title"]
    [code] = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    lines = [line for line in "".join(code["source"]).splitlines() if line]
    assert lines == ["from socdom.dashboard import theme_page", f'theme_page("{theme}")']
    assert code["outputs"] == []


def test_page_without_a_choice_is_the_one_that_was_drawn_with_the_edition(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edition = write_rich(tmp_path)
    write_pages(edition, edition.folder)
    drawn: list[str] = []
    original = pieces.content_blocks

    def counted(edition: Edition, theme: str, selection: Selection) -> list[Block]:
        drawn.append(selection.permalink)
        return original(edition, theme, selection)

    monkeypatch.setattr(pieces, "content_blocks", counted)
    page = ThemePage(edition, "wmo")
    assert drawn == []
    assert text(page) == "".join(block.finish() for block in original(edition, "wmo", page.selection))
    selects(page)["Kwartaal"].value = "2020Q3"
    assert drawn == ["?kwartaal=2020Q3"]
    assert "Per jaar" in text(page)


def test_without_what_was_drawn_the_page_draws_itself(sample: Edition) -> None:
    assert stored_blocks(sample, "wmo") is None
    assert "Inwoners met Wmo-hulp" in text(ThemePage(sample, "wmo"))


def in_a_kernel(page: ThemePage, choices: list[str]) -> list[str]:
    """The page right after each choice of a quarter in a kernel that can be asked, and once it is at rest."""

    async def run() -> list[str]:
        found = []
        for quarter in choices:
            selects(page)["Kwartaal"].value = quarter
            found.append(text(page))
        last = ""
        while BUSY in last or not last:
            await asyncio.sleep(0.02)
            last = text(page)
        return [*found, last]

    return asyncio.run(run())


BUSY = "worden bijgewerkt"


def test_what_is_open_follows_at_once_and_what_is_folded_after_it(rich: Edition) -> None:
    page = ThemePage(rich, "wmo")
    assert BUSY not in text(page), "een pagina opent heel"
    first, last = in_a_kernel(page, ["2020Q3"])
    told = pieces.content(rich, "wmo", page.selection)
    # The list and two figures stand open; five groups and the questions come under them.
    assert first.startswith("".join(told[:3]))
    assert first.count(BUSY) == 8
    assert first.count("<figure") == 2
    assert last == "".join(told)


def test_a_newer_choice_ends_the_work_for_an_older_one(
    rich: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[Block] = []
    original = Block.step

    def counted(block: Block) -> None:
        steps.append(block)
        original(block)

    page = ThemePage(rich, "wmo")
    monkeypatch.setattr(Block, "step", counted)
    *_, last = in_a_kernel(page, ["2020Q3", "2020Q2"])
    assert len(steps) == 8, "acht gevouwen cijfers, van alleen de nieuwste keuze"
    assert last == "".join(pieces.content(rich, "wmo", page.selection))
    assert page.selection.values["kwartaal"] == "2020Q2"


def test_a_group_that_fails_says_so_and_is_tried_again(
    rich: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = ThemePage(rich, "wmo")

    def fail(block: Block) -> None:
        raise ValueError("een geheime waarde")

    with monkeypatch.context() as broken:
        broken.setattr(Block, "step", fail)
        _, last = in_a_kernel(page, ["2020Q3"])
    assert last.count("kunnen we nu niet tonen") == 5
    assert "geheime waarde" not in last
    assert "70," in last
    *_, last = in_a_kernel(page, ["2020Q4", "2020Q3"])
    assert last == "".join(pieces.content(rich, "wmo", page.selection))


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
    page = ThemePage(sample, "inkomen")
    offered = {control.name: set(control.options) for control in page.selection.controls}
    with suppress(TraitError):
        selects(page)["Wijk"].set_state(message)
    assert page.selection.values["wijk"] in offered["wijk"]
    assert "BU99990101" not in page.message.value + text(page)
