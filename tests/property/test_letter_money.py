"""What the letter says of spending beside the budget, whatever the amounts are."""

from __future__ import annotations

import re

import pandas as pd
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.editions.series import AllSeries
from socdom.narrative.letter import letter_money
from tests.lib.small_edition import description, figure, small_edition

NAMES = ("jeugd", "wmo", "bijstand", "schulden")
AMOUNTS = st.integers(1, 60_000_000)
PAIR = st.tuples(AMOUNTS, AMOUNTS, st.sampled_from(["definitief", "voorlopig", "onvolledig", "geheim"]))
EURO = re.compile(r"€\xa0([\d.,]+)(\xa0mln\.)?")


def euros(text: str) -> float:
    """The amount a reader sees, in euros."""
    found = EURO.fullmatch(text)
    assert found, text
    value = float(found[1].replace(".", "").replace(",", "."))
    return value * 1_000_000 if found[2] else value


def step(shown: float) -> float:
    """How far a shown amount can be from the true one: half of its last digit."""
    return 50_000 if shown >= 1_000_000 else 0.5


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return small_edition(tmp_path_factory.mktemp("geld") / "2020Q4", [figure("2020Q4", 10.0)])


@settings(deadline=None, max_examples=200)
@given(pairs=st.lists(PAIR, min_size=1, max_size=4), quarter=st.sampled_from(["2020Q1", "2020Q3", "2020Q4"]))
@example(pairs=[(1_000_000, 1_000_000, "definitief")], quarter="2020Q4")
def test_amounts_of_the_letter(edition: Edition, pairs: list[tuple[int, int, str]], quarter: str) -> None:
    texts: dict[str, Description] = {}
    rows: list[Figure] = []
    for name, (spent, budget, status) in zip(NAMES, pairs, strict=False):
        for head, value, state in (("lasten", spent, status), ("begroting", budget, "definitief")):
            shown = None if state == "geheim" else float(value)
            indicator = f"{head}_{name}"
            texts[indicator] = description(
                "euro", id=indicator, short=f"{head.capitalize()} {name}", theme="geld"
            )
            rows.append(figure(quarter, shown, state, indicator=indicator))
    # The same as an edition with these figures on disk, a hundred times as fast.
    edition.descriptions = texts
    edition.__dict__["_all_series"] = AllSeries(pd.DataFrame([row.model_dump() for row in rows]))
    told = letter_money(edition)
    seen = [pair for pair in zip(NAMES, pairs, strict=False) if pair[1][2] != "geheim"][:3]
    assert bool(told) == bool(seen)
    for sentence in told:
        assert len(sentence.split(" ")) <= 20, sentence
        assert sentence.endswith(".")
        assert not sentence.endswith("..")
    text = " ".join(told)
    if quarter == "2020Q4":
        check_differences(text, seen)
    else:
        shares = re.findall(r"(\w+) (\d[\d.]*)%", text)
        assert [(name, int(share.replace(".", ""))) for name, share in shares] == [
            (name, int(100 * spent / budget + 0.5)) for name, (spent, budget, _) in seen
        ]
    assert ("voorlopig" in text) <= ("voorlopig" in {status for _, (_, _, status) in seen})
    if "onvolledig" in {status for _, (_, _, status) in seen}:
        assert told[-1] == "Deze bedragen zijn nog onvolledig."


def check_differences(text: str, seen: list[tuple[str, tuple[int, int, str]]]) -> None:
    told = {
        name: euros(amount) for amount, name in re.findall(r"(€\xa0[\d.,]+(?:\xa0mln\.)?) voor (\w+)", text)
    }
    heights = dict.fromkeys(NAMES, "")
    for names, height in re.findall(r"De lasten voor ([^.]*) zijn (hoger|lager|ongeveer)", text):
        heights |= dict.fromkeys(re.findall(r"\w+", names), height)
    for name, (spent, budget, _) in seen:
        if name not in told:
            assert heights[name] == "ongeveer"
            assert abs(spent - budget) <= 100_000
            continue
        assert heights[name] == ("hoger" if spent > budget else "lager")
        # Both amounts are rounded as they are shown, and so is what lies between them.
        room = step(spent) + step(budget) + step(told[name])
        assert abs(told[name] - abs(spent - budget)) <= room, (name, text)
