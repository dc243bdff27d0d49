"""What must hold for every sentence and text alternative, whatever the figures are."""

from __future__ import annotations

import itertools
import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom import charts, dutch, narrative
from socdom.editions.model import Break, Description, Figure
from socdom.editions.read import Edition
from socdom.narrative.everything import about_figures
from socdom.narrative.phrases import VARIANTS
from tests.lib.small_edition import description, figure, periods, small_edition

QUARTERS = periods(6)
BANNED = re.compile(
    r"\b(door|dankzij|vanwege|omdat|hierdoor|waardoor|gevolg|beste|slechtste|hoogste|laagste|goed|slecht)\b",
    re.I,
)
STATUSES = st.sampled_from(["definitief", "definitief", "voorlopig", "onvolledig", "geheim", "ontbreekt"])
# A number as a reader sees it; the figures of dates and the fixed "1.000" or "10.000" of a rate are taken out before.
NUMBER = re.compile(r"-?\d+(?:\.\d{3})*(?:,\d+)?")
FIXED = re.compile(r"\d(?:e|de) kwartaal \d{4}|\d(?:e|de) kwartaal|(?:van de|per)\s10?\.000|\b20\d\d\b")


@st.composite
def editions(draw: st.DrawFn) -> tuple[Description, list[Figure]]:
    """An indicator in any form, with figures in any state; counts are multiples of 5, as published."""
    form = draw(st.sampled_from(["aantal", "procent", "per_1000", "per_10000", "weken", "euro"]))
    broken = draw(
        st.sampled_from([(), (Break(period=QUARTERS[3], label="Nieuwe indeling", text="Nieuwe indeling"),)])
    )
    texts = description(form, breaks=broken, key_figure=True)
    rows = []
    for period in QUARTERS:
        status = draw(STATUSES)
        count, base = 5.0 * draw(st.integers(0, 500)), 1000.0 * draw(st.integers(3, 60))
        value = {"aantal": count, "weken": count / 10, "euro": count * 13_337}.get(
            form, count / base * texts.scale
        )
        if status in ("geheim", "ontbreekt"):
            rows.append(figure(period, None, status))
        else:
            numerator = count if form in ("aantal", "procent", "per_1000", "per_10000") else None
            rows.append(figure(period, value, status, numerator=numerator, denominator=base))
    return texts, rows


def allowed(texts: Description, rows: list[Figure]) -> set[str]:
    """Every number that may be told: of a shown figure, or the plain difference of two of them."""
    shown = [row for row in rows if row.shown]
    counts = [row.numerator for row in shown if row.numerator is not None]
    seen = {texts.text(row.value, words=words) for row in shown for words in (True, False)}
    seen |= {dutch.number(count) for count in counts}
    for one, other in itertools.permutations(shown, 2):
        a, b = (dutch.as_shown(row.value or 0, texts.format, texts.decimals) for row in (one, other))
        seen.add(texts.text(dutch.round_half_up(abs(a - b), texts.decimals)))
    seen |= {dutch.number(abs(a - b)) for a, b in itertools.combinations(counts, 2)}
    return {number for text in seen for number in NUMBER.findall(FIXED.sub("", text))}


def at_a_place(folder: str, texts: Description, rows: list[Figure], place: int) -> Edition:
    """An edition with the indicator at a place of its page, behind others of which nothing is shown.

    The place chooses the wording.
    """
    before = [texts.model_copy(update={"id": f"voor_{n}"}) for n in range(place)]
    hidden = [figure(QUARTERS[-1], None, indicator=item.id) for item in before]
    return small_edition(Path(folder), [*hidden, *rows], [*before, texts])


def told(edition: Edition) -> list[str]:
    """Everything the narrative and the charts say about the indicator in words."""
    lines = [f"{line.before}{line.strong}{line.after}" for line in narrative.main_lines(edition)]
    return [
        narrative.finding(edition, "proef"),
        narrative.change(edition, "proef"),
        *narrative.summary(edition, "proef"),
        *lines,
        *(text for _, text in about_figures(edition)),
    ]


PLACES = st.integers(0, VARIANTS - 1)


@settings(deadline=None, max_examples=40)
@given(editions(), PLACES)
def test_sentences(case: tuple[Description, list[Figure]], place: int) -> None:
    check_sentences(case, place)


@pytest.mark.long
@settings(deadline=None, max_examples=1500)
@given(editions(), PLACES)
def test_sentences_of_many_editions(case: tuple[Description, list[Figure]], place: int) -> None:
    check_sentences(case, place)


def check_sentences(case: tuple[Description, list[Figure]], place: int) -> None:
    texts, rows = case
    with tempfile.TemporaryDirectory() as folder:
        sentences = told(at_a_place(folder, texts, rows, place))
    numbers = allowed(texts, rows)
    for text in sentences:
        assert set(NUMBER.findall(FIXED.sub("", text))) <= numbers, text
        assert not BANNED.search(text), text
        assert "{" not in text
        assert ".." not in text
        assert text[:1] == text[:1].upper()
        for sentence in re.split(r"(?<=[^.]\.) ", text):
            assert len(sentence.split(" ")) <= 20, sentence
    assert len(sentences[0].split(" ")) <= 12


@settings(deadline=None, max_examples=40)
@given(editions(), PLACES)
def test_what_is_hidden_or_unfinished_is_never_compared(
    case: tuple[Description, list[Figure]], place: int
) -> None:
    texts, rows = case
    with tempfile.TemporaryDirectory() as folder:
        edition = at_a_place(folder, texts, rows, place)
        change, label = narrative.change(edition, "proef"), narrative.judgement(edition, "proef")
        heading = narrative.finding(edition, "proef")
    now, before = rows[-1], rows[-5]
    if now.status in ("geheim", "ontbreekt"):
        assert not NUMBER.search(change + heading)
    if "onvolledig" in (now.status, before.status) or not (now.shown and before.shown) or texts.breaks:
        assert label not in ("Hoger dan vorig jaar", "Lager dan vorig jaar", "Geen duidelijk verschil")
        assert not re.search(r"\b(meer|minder|hoger|lager|langer|korter)\b", change + heading)
    elif label.startswith(("Hoger", "Lager")):
        rose = (now.value or 0) > (before.value or 0)
        assert label.startswith("Hoger") == rose


@settings(deadline=None, max_examples=8)
@given(editions(), PLACES)
def test_the_words_follow_from_what_is_shown(case: tuple[Description, list[Figure]], place: int) -> None:
    """A figure that is not shown says no more than its status, whatever stands beside it in the file of figures."""
    texts, rows = case
    other = [row if row.shown else row.model_copy(update={"denominator": 1000.0 * n, "method": f"telling {n}"})
             for n, row in enumerate(rows)]  # fmt: skip
    said = []
    for version in (rows, other):
        with tempfile.TemporaryDirectory() as folder:
            said.append(told(at_a_place(folder, texts, version, place)))
    assert said[0] == said[1]


@settings(deadline=None, max_examples=12)
@given(editions())
def test_text_alternatives(case: tuple[Description, list[Figure]]) -> None:
    texts, rows = case
    with tempfile.TemporaryDirectory() as folder:
        edition = small_edition(Path(folder), rows, [texts])
        drawn = [charts.trend(edition, "proef"), charts.spark(edition, "proef"),
                 charts.bars(edition, rows[-2:], ["A", "B"])]  # fmt: skip
    numbers = allowed(texts, rows)
    for chart in drawn:
        assert set(NUMBER.findall(FIXED.sub("", chart.alt))) <= numbers, chart.alt
        assert not BANNED.search(chart.alt)
        assert f'aria-label="{chart.alt}"' in chart.wide
    if rows[-1].status == "geheim":
        assert "geheim" in drawn[0].alt
