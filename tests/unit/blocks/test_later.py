"""A block of which parts are made when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from socdom.blocks import Block


def counted(made: list[str], name: str) -> Callable[[], str]:
    def make() -> str:
        made.append(name)
        return f"<{name}>"

    return make


def test_a_block_that_is_there_has_nothing_to_make() -> None:
    block = Block("<p>er</p>")
    assert block.parts == block.waiting == ()
    assert block.finish() == block.html == "<p>er</p>"


def test_a_part_is_made_once_and_the_light_form_stays_until_all_are() -> None:
    made: list[str] = []
    block = Block(
        "licht", {name: counted(made, name) for name in "abc"}, lambda found: "|".join(found.values())
    )
    assert block.make("b") == block.make("b") == "<b>"
    assert (block.html, block.parts, block.waiting) == ("licht", ("a", "b", "c"), ("a", "c"))
    assert block.make("c") == "<c>"
    # In the order of the page, not in that of the asking.
    assert block.finish() == block.html == "<a>|<b>|<c>"
    assert block.waiting == ()
    assert made == ["b", "c", "a"]


def test_what_is_no_part_is_not_made() -> None:
    block = Block("licht", {"a": lambda: "a"})
    with pytest.raises(KeyError):
        block.make("b")
    assert block.waiting == ("a",)


def test_a_part_that_fails_is_tried_again() -> None:
    answers: Iterator[str] = iter(())
    block = Block("licht", {"a": lambda: next(answers), "b": lambda: "b"})
    block.make("b")
    with pytest.raises(StopIteration):
        block.make("a")
    assert (block.html, block.waiting) == ("licht", ("a",))
    answers = iter("a")
    assert block.finish() == "ab"
