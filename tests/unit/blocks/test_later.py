"""A block that is made in steps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from socdom.blocks import Block


def test_a_block_that_is_there_waits_for_nothing() -> None:
    block = Block("<p>er</p>")
    assert not block.waits
    assert block.finish() == block.html == "<p>er</p>"


def test_the_light_form_stays_until_the_last_step_and_nothing_is_made_twice() -> None:
    made: list[int] = []

    def part(number: int) -> int:
        made.append(number)
        return number

    block = Block("licht", [lambda: part(1), lambda: part(2)], lambda parts: f"heel {sum(parts)}")
    block.step()
    assert (block.html, block.waits) == ("licht", True)
    block.step()
    assert (block.html, block.waits) == ("heel 3", False)
    assert block.finish() == "heel 3"
    assert made == [1, 2]


def test_a_step_that_fails_is_tried_again() -> None:
    def unsure() -> Iterator[str]:
        yield "a"

    parts = unsure()
    block = Block("licht", [lambda: next(parts), lambda: next(parts)])
    block.step()
    with pytest.raises(StopIteration):
        block.step()
    assert block.waits
    parts = iter("b")
    assert block.finish() == "ab"
