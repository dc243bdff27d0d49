"""Whatever the series: the words about a signal hold numbers of the judgement alone, and the drawing can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom import charts
from socdom.editions.read import Edition
from socdom.judgement.labels import label
from socdom.judgement.model import Judgement, Signal, Verdict
from socdom.judgement.series import Series, judge_series
from socdom.narrative.signal_method import method_sentences, rule_sentences
from socdom.narrative.signals import signal_sentences
from tests.lib.drawing import misplaced, texts
from tests.lib.judged import an_edition
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import periods

NUMBER = re.compile(r"\d[\d.,]*\d|\d")
# What a series may do: wander, step up or down, rise, go up and down with the season.
SHAPES = st.sampled_from(["noise", "step", "rise", "season", "fall"])


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return an_edition(tmp_path_factory.mktemp("words") / "e", [100.0] * 8, "procent", decimals=1)


@st.composite
def judged(draw: st.DrawFn) -> Judgement:
    """A series of shown figures, judged; some hidden, the newest sometimes incomplete."""
    size, shape = draw(st.integers(5, 26)), draw(SHAPES)
    noise = draw(st.lists(st.integers(-10, 10), min_size=size, max_size=size))
    course = {
        "noise": lambda at: 0.0,
        "step": lambda at: 3.0 * (at > size - 8),
        "rise": lambda at: 1.5 * max(0, at - size + 9),
        "season": lambda at: 4.0 * (at % 4 == 0),
        "fall": lambda at: -1.5 * max(0, at - size + 9),
    }[shape]
    hidden = draw(st.sets(st.integers(0, size - 1), max_size=2))
    values = tuple(None if at in hidden else 40 + course(at) + step / 10 for at, step in enumerate(noise))
    names = tuple(periods(size))
    incomplete = frozenset(names[-1:]) if draw(st.booleans()) else frozenset()
    found = judge_series(Series(values, names, incomplete=incomplete, stock=draw(st.booleans())))
    signal = None
    if found.rule is not None and found.direction is not None:
        signal = Signal("proef", GEMEENTE, found.rule, found.direction, found.since, found.until)
    return Judgement("proef", GEMEENTE, found.verdict, found.method, found.adjustment, found.points, found.stretches,
                     signal, found.reason)  # fmt: skip


def numbers(*texts_: str) -> set[str]:
    return {number for text in texts_ for number in NUMBER.findall(text)}


def allowed(edition: Edition, judgement: Judgement) -> set[str]:
    """Years and numbers of quarters, counts of quarters, and the lines and figures as they are written."""
    text = edition.descriptions["proef"].text
    found = numbers(*(point.period.replace("Q", " ") for point in judgement.points))
    found |= {str(count) for count in range(len(judgement.points) + 1)}
    for part in judgement.stretches:
        for value in (*part.shown_centre, *part.shown_lower, *part.shown_upper):
            found |= numbers(text(value)) if value is not None else set()
    for point in judgement.points:
        found |= numbers(text(point.value)) if point.value is not None else set()
    # How many quarters and cases judging asks for stands in the reason.
    return found | numbers(judgement.reason)


def check(edition: Edition, judgement: Judgement) -> None:
    said = [*method_sentences(edition, judgement), *rule_sentences(judgement)]
    for variant in range(3):
        said += signal_sentences(edition, judgement, variant)
    chart = charts.signal_chart(edition, judgement)
    known = allowed(edition, judgement)
    assert numbers(*said, chart.alt) <= known
    assert all(len(sentence.split(" ")) <= 20 for sentence in said)
    assert f" {label(judgement)}." in chart.alt
    assert bool(chart.wide) is (judgement.verdict in (Verdict.SIGNAL, Verdict.STEADY))
    for svg in (chart.wide, chart.narrow):
        if svg:
            assert misplaced(svg) == []
            assert (label(judgement) in " ".join(texts(svg))) is (judgement.signal is not None)


@settings(max_examples=30, deadline=None)
@given(judgement=judged())
def test_words_and_drawing_follow_the_judgement(edition: Edition, judgement: Judgement) -> None:
    check(edition, judgement)


@pytest.mark.long
@settings(max_examples=1500, deadline=None)
@given(judgement=judged())
def test_words_and_drawing_follow_many_judgements(edition: Edition, judgement: Judgement) -> None:
    check(edition, judgement)
