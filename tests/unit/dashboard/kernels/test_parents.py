"""Which warm process forks: a new one beside the old, taken over when it is warm; none when none can."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from socdom.dashboard.kernels import parents
from socdom.dashboard.kernels.orders import Order
from socdom.dashboard.kernels.parents import WarmParents


class Made:
    """A warm process that is none: warm, lost and late when the test says so."""

    all: list[Made]

    def __init__(self, edition: Path, private: Path, account: object) -> None:
        self.edition = edition
        self.warm = self.lost = self.has_kernels = self.ended = False
        self.late = 0
        self.landlock = 7
        self.all.append(self)

    async def fork(self, order: Order) -> Made:
        return self

    def end(self) -> None:
        self.ended = True


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Made]:
    Made.all = []
    monkeypatch.setattr(parents, "WarmParent", Made)
    return Made.all


class Served:
    """An edition in its place, and the warm processes for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edition = self.put("een")
        self.warm = WarmParents(lambda: self.edition, folder)

    def put(self, name: str) -> Path:
        self.edition = self.folder / name
        self.edition.mkdir()
        return self.edition

    async def fork(self, name: str) -> object:
        return await self.warm.fork(Order("kernel", "k.json", str(self.folder / name), {}))


@pytest.fixture
def in_loop(tmp_path: Path) -> Callable[[Callable[[Served], Coroutine[Any, Any, None]]], None]:
    async def run(story: Callable[[Served], Coroutine[Any, Any, None]]) -> None:
        await story(Served(tmp_path))

    return lambda story: asyncio.run(run(story))


def test_nobody_forks_until_one_is_warm(made: list[Made], in_loop: Any) -> None:
    async def story(served: Served) -> None:
        assert await served.fork("een") is None
        served.warm.look()
        assert await served.fork("een") is None
        assert served.warm.landlock is None
        made[0].warm = True
        served.warm.look()
        assert await served.fork("een") is made[0]
        assert served.warm.landlock == 7
        served.warm.look()
        assert len(made) == 1

    in_loop(story)


def test_a_newer_edition_gets_one_beside_the_old(made: list[Made], in_loop: Any) -> None:
    async def story(served: Served) -> None:
        served.warm.look()
        made[0].warm = made[0].has_kernels = True
        served.warm.look()
        served.put("twee")
        served.warm.look()
        assert [one.edition.name for one in made] == ["een", "twee"]
        # A page that is open may still ask for the old one; a new page never gets it.
        assert await served.fork("een") is made[0]
        assert await served.fork("twee") is None
        made[1].warm = True
        served.warm.look()
        assert await served.fork("twee") is made[1]
        assert await served.fork("een") is None
        assert not made[0].ended, "een open pagina houdt haar kernel"
        made[0].has_kernels = False
        served.warm.look()
        assert made[0].ended
        assert not made[1].ended

    in_loop(story)


def test_one_for_an_edition_that_was_replaced_meanwhile_is_given_up(made: list[Made], in_loop: Any) -> None:
    async def story(served: Served) -> None:
        served.warm.look()
        served.put("twee")
        served.warm.look()
        assert made[0].ended
        assert [one.edition.name for one in made] == ["een", "twee"]

    in_loop(story)


@pytest.mark.parametrize("trouble", [{"lost": True}, {"late": 3}])
def test_one_in_trouble_is_replaced(made: list[Made], in_loop: Any, trouble: dict[str, Any]) -> None:
    async def story(served: Served) -> None:
        served.warm.look()
        made[0].warm = True
        served.warm.look()
        vars(made[0]).update(trouble)
        served.warm.look()
        assert await served.fork("een") is None
        assert made[0].ended
        made[1].warm = True
        served.warm.look()
        assert await served.fork("een") is made[1]

    in_loop(story)


def test_one_that_never_gets_warm_is_not_tried_all_the_time(made: list[Made], in_loop: Any) -> None:
    async def story(served: Served) -> None:
        served.warm.look()
        made[0].lost = True
        for _ in range(5):
            served.warm.look()
        assert len(made) == 1
        assert made[0].ended
        served.warm._rest = 0.0
        served.warm.look()
        assert len(made) == 2

    in_loop(story)


def test_an_edition_that_was_taken_away_gets_none(made: list[Made], in_loop: Any) -> None:
    async def story(served: Served) -> None:
        served.edition = served.folder / "weg"
        served.warm.look()
        assert made == []

    in_loop(story)


def test_where_nothing_can_fork_nothing_is_tried(
    made: list[Made], in_loop: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parents, "can_fork", lambda: False)

    async def story(served: Served) -> None:
        served.warm.start()
        await asyncio.sleep(0)
        assert made == []
        assert await served.fork("een") is None

    in_loop(story)
