"""Visitors read, choose and download while the edition is replaced under their feet: what they get is of one edition, wholly.

What is right was asked before, of a dashboard that served one edition and was left alone. The whole takes ten minutes and forty
visitors; the short one shows on any day that it can be done, and that an answer of two editions would be seen.
"""

from __future__ import annotations

import asyncio
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import psutil
import pytest
from websockets.exceptions import WebSocketException

from tests.lib.browser import Dashboard, running_dashboard, wait_until
from tests.lib.chooser import Chooser
from tests.lib.replaced import Replaced, figures_in, two_editions
from tests.lib.sample_edition import WIJKEN

pytestmark = [pytest.mark.browser, pytest.mark.long]

CHOOSING = ("jeugd", "werk-en-inkomen")
READING = ("", "wmo", "schulden", "geld", "vergelijken", "uitleg", "zoeken?q=jeugdhulp")
FETCHED = ("cijfer/jeugdhulp_gebruik.csv", "cijfer/wmo_clienten.csv")
_MARK = re.compile(r"kenmerk [^;]*")
_LOOKS = (1.0, 4.0)
_FAULTS = (AssertionError, httpx.HTTPError, OSError, WebSocketException)
# What the server may keep of another edition: its figures, pages and search index, and what Python does not give back.
_KEPT = 150.0  # MB


@dataclass(frozen=True)
class Plan:
    visitors: int
    seconds: float
    every: float


PLANS = {"short": Plan(4, 20, 4), "whole": Plan(40, 600, 60)}
Answers = dict[tuple[str, str], tuple[str, ...]]


@dataclass
class Soak:
    """What the visitors met.

    Attributes:
        told: how often a page was told that there is a newer edition (409).
        seen: answers, by the word of the edition they are of.
    """

    told: int = 0
    seen: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_each_answer_is_of_one_edition_while_editions_are_replaced(tmp_path: Path, plan: Plan) -> None:
    replaced = two_editions(tmp_path)
    right = _right(replaced)
    soak = Soak()
    with running_dashboard(replaced.place, draw_ahead=True) as dashboard:
        before = _settled(dashboard)
        asyncio.run(_soak(dashboard, replaced, right, plan, soak))
        wait_until(
            lambda: not dashboard.kernels(), "een kernel blijft bestaan nadat de bezoeker is vertrokken"
        )
        after = _settled(dashboard)
    print(
        f"{plan}: gezien {dict(soak.seen)}, verwezen {soak.told}, wissels {len(replaced.told)}, {before:.0f} → {after:.0f} MB"
    )
    assert soak.faults == []
    assert set(soak.seen) == set(right)
    assert len(replaced.told) >= plan.seconds / plan.every - 1
    assert soak.told > 0
    assert after < before + _KEPT


def test_an_answer_of_two_editions_would_be_seen(tmp_path: Path) -> None:
    replaced = two_editions(tmp_path)
    old, new = (
        figures_in((folder / "dashboard" / "jeugd.html").read_text(encoding="utf-8"))
        for folder in replaced.sources.values()
    )
    right: dict[str, Answers] = {"ene": {("lees", "jeugd"): old}, "andere": {("lees", "jeugd"): new}}
    assert _edition_of(right, ("lees", "jeugd"), old) == "ene"
    for mixed in (old[:10] + new[10:], old[:-1], (*old[:-1], new[-1]), ()):
        with pytest.raises(AssertionError, match="van geen van beide"):
            _edition_of(right, ("lees", "jeugd"), mixed)


def _right(replaced: Replaced) -> dict[str, Answers]:
    """Every answer that can be had, of each edition while nothing else happens."""
    answers = {}
    for word, folder in replaced.sources.items():
        with running_dashboard(folder) as dashboard:
            answers[word] = asyncio.run(_all_answers(dashboard))
    (one, other) = answers.values()
    assert [asked for asked in one if one[asked] == other[asked]] == []
    return answers


async def _all_answers(dashboard: Dashboard) -> Answers:
    answers: Answers = {}
    async with httpx.AsyncClient(base_url=dashboard.address, timeout=60.0) as client:
        for address in (*READING, *CHOOSING):
            answers["lees", address] = figures_in((await client.get(address)).raise_for_status().text)
        for address in FETCHED:
            answers["haal", address] = _rows((await client.get(address)).raise_for_status().text)
    for page in CHOOSING:
        async with Chooser(dashboard.address, page) as reader:
            for wijk in WIJKEN.values():
                await reader.choose(wijk=wijk)
                answers[page, wijk] = figures_in(reader.shown())
    return answers


def _rows(text: str) -> tuple[str, ...]:
    """Rows of a downloaded table, without the mark of the release: every time an edition is put it is another one."""
    return tuple(_MARK.sub("", text).splitlines())


def _edition_of(right: dict[str, Answers], asked: tuple[str, str], answer: tuple[str, ...]) -> str:
    """The word of the edition whose answer this is, to the last character."""
    found = [word for word, answers in right.items() if answers[asked] == answer]
    assert found, f"{asked}: het antwoord is van geen van beide edities"
    return found[0]


async def _soak(
    dashboard: Dashboard, replaced: Replaced, right: dict[str, Answers], plan: Plan, soak: Soak
) -> None:
    end = time.monotonic() + plan.seconds
    async with asyncio.TaskGroup() as group:
        group.create_task(_replacing(replaced, plan, end))
        for number in range(plan.visitors):
            visitor = _Visitor(dashboard, replaced, right, soak, random.Random(number))
            group.create_task(visitor.stay(end))


async def _replacing(replaced: Replaced, plan: Plan, end: float) -> None:
    words = list(replaced.sources)
    turn = 1
    while time.monotonic() + plan.every < end:
        await asyncio.sleep(plan.every)
        await asyncio.to_thread(replaced.put, words[turn % len(words)])
        turn += 1


@dataclass
class _Visitor:
    """Somebody who reads something, chooses a few times on a page, fetches a file, and does that again."""

    dashboard: Dashboard
    replaced: Replaced
    right: dict[str, Answers]
    soak: Soak
    draw: random.Random

    async def stay(self, end: float) -> None:
        await asyncio.sleep(self.draw.uniform(0, 3))
        async with httpx.AsyncClient(base_url=self.dashboard.address, timeout=60.0) as client:
            while time.monotonic() < end:
                async with self._noted():
                    await self._read(client)
                async with self._noted():
                    await self._choose(end)

    async def _read(self, client: httpx.AsyncClient) -> None:
        address = self.draw.choice((*READING, *CHOOSING))
        page = (await client.get(address)).raise_for_status().text
        named = page.partition('data-editie="')[2].partition('"')[0]
        word = _edition_of(self.right, ("lees", address), figures_in(page))
        # Zoeken is made at the request and names no edition; a finished page must be of the one it names.
        assert not named or self.replaced.told[named] == word, f"{address}: de pagina noemt een andere editie"
        self.soak.seen[word] += 1
        file = self.draw.choice(FETCHED)
        rows = (await client.get(file)).raise_for_status().text
        self.soak.seen[_edition_of(self.right, ("haal", file), _rows(rows))] += 1
        assert len(set(_MARK.findall(rows))) == 1, f"{file}: rijen van twee uitgaven"

    async def _choose(self, end: float) -> None:
        page = self.draw.choice(CHOOSING)
        async with Chooser(self.dashboard.address, page) as reader:
            await reader.read()
            for wijk in self.draw.sample(list(WIJKEN.values()), 6):
                await asyncio.sleep(self.draw.uniform(*_LOOKS))
                if time.monotonic() > end:
                    return
                try:
                    await reader.choose(wijk=wijk)
                except httpx.HTTPStatusError as fault:
                    if fault.response.status_code != 409:
                        raise
                    # The page says that there are newer figures; its reader loads it again.
                    self.soak.told += 1
                    await reader.read()
                    continue
                word = _edition_of(self.right, (page, wijk), figures_in(reader.shown()))
                assert self.replaced.told[reader.edition] == word, (
                    "een keuze is van een andere editie dan haar pagina"
                )
                self.soak.seen[word] += 1

    @asynccontextmanager
    async def _noted(self) -> AsyncIterator[None]:
        try:
            yield
        except _FAULTS as fault:
            self.soak.faults.append(f"{type(fault).__name__}: {fault}"[:200])


def _settled(dashboard: Dashboard) -> float:
    """Memory of all its processes when that no longer changes, what they share counted once; MB."""
    amounts = [0.0]
    for _ in range(60):
        time.sleep(1)
        amounts.append(_memory(dashboard.process))
        if len(amounts) > 5 and max(amounts[-4:]) - min(amounts[-4:]) < 2:
            break
    return amounts[-1]


def _memory(process: int) -> float:
    parent = psutil.Process(process)
    total = 0
    for one in (parent, *parent.children(recursive=True)):
        try:
            total += one.memory_full_info().pss
        except psutil.NoSuchProcess:
            continue
    return total / 2**20
