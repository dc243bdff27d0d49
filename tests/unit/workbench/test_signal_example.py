"""Made-up quarters, judged as on a page."""

from __future__ import annotations

import re

import pytest

from socdom.errors import ParameterError
from socdom.judgement.model import Rule, Verdict
from socdom.judgement.study import FOUND
from socdom.workbench.signal_example import SignalExample
from socdom.workbench.signal_study import false_signals, found_signals

QUIET = "101 98 103 99 102 97 100 104 98 101 99 102"


@pytest.mark.parametrize(
    ("numbers", "rule"),
    [
        (QUIET, None),
        (f"{QUIET} 118", Rule.OUTSIDE),
        ("101 104 98 103 97 96 99 101 102 103 104 105", Rule.TREND),
        (f"{QUIET} 104 109 110", Rule.TWO_OF_THREE),
        ("101 98 103 99 102 97 100 96 98 104 103 106 103 105 103 104", Rule.SHIFT),
    ],
)
def test_the_examples_of_the_explanation_have_the_rule_they_are_about(
    numbers: str, rule: Rule | None
) -> None:
    signal = SignalExample.of("2018Q1", numbers).judgement.signal
    assert (signal.rule if signal else None) is rule


def test_a_decision_on_limits_is_told_and_counts() -> None:
    numbers = f"{QUIET} 107 104 108 105 111"
    free, locked = (SignalExample.of("2018Q1", numbers, baseline=b) for b in ("", "2018Q1-2020Q4"))
    assert free.judgement.signal is None
    assert locked.judgement.signal is not None
    assert locked.judgement.stretches[-1].baseline is not None
    assert "vastgezette" in locked.judged().html


def test_hidden_unfinished_and_unjudged_quarters_are_told_in_the_table() -> None:
    html = SignalExample.of("2018Q1", "101 . 98,5 60", incomplete=1).steps().html
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)[1:]
    cells = [[re.sub("<[^>]+>", "", cell) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)] for row in rows]
    assert cells == [
        ["1e kw. 2018", "101", "", "", ""],
        ["2e kw. 2018", ".", "niet getoond", "", ""],
        ["3e kw. 2018", "98,5", "", "", ""],
        ["4e kw. 2018", "60", "telt nog niet mee", "", ""],
    ]


def test_what_is_not_judged_is_a_table_with_the_reason() -> None:
    example = SignalExample.of("2018Q1", "3 5 2 4 6 3 5 4 3 2 4 12", counted=True)
    assert example.judgement.verdict is Verdict.TOO_SMALL
    html = example.judged().html
    assert "<svg" not in html
    assert "Kleine aantallen." in html


def test_a_break_is_drawn_and_begins_anew() -> None:
    after = " ".join(str(int(number) + 50) for number in QUIET.split())
    example = SignalExample.of("2016Q1", f"{QUIET} {after}", break_at="2019Q1")
    assert len(example.judgement.stretches) == 2
    assert "Nieuwe telwijze" in example.judged().html


def test_what_is_no_number_is_refused_by_its_place() -> None:
    with pytest.raises(ParameterError) as caught:
        SignalExample.of("2018Q1", "101 tien 98 1.000")
    assert "2" in str(caught.value)


def test_the_study_is_told_per_hundred() -> None:
    for shown, columns in ((false_signals(), 3), (found_signals(), 4)):
        rows = re.findall(r"<tr>(.*?)</tr>", shown.html, re.DOTALL)
        assert len(rows) == len(FOUND) + 1
        assert all(len(re.findall(r"<t[hd]\b", row)) == columns for row in rows)
    assert f">{round(100 * FOUND[0].seen_ours)}<" in found_signals().html
