"""Goals in sentences: every verdict and both ways, plain and short, with numbers of the edition alone."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom import dutch
from socdom.editions.additions import Additions
from socdom.editions.goals import GoalRecord, GoalsRecord
from socdom.editions.model import Break, Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.goals import GoalVerdict, goal_state
from socdom.narrative.goals import _WORDINGS, goal_cell, goal_sentence, goals_lead
from socdom.narrative.wording import word_count
from tests.lib.small_edition import description, figure, small_edition

NBSP = dutch.NBSP
BANNED = re.compile(
    r"\b(door|dankzij|vanwege|omdat|hierdoor|waardoor|gevolg|beste|slechtste|hoogste|laagste|goed|slecht|op koers"
    r"|verwacht\w*|zal|zullen|gaat)\b",
    re.IGNORECASE,
)
FORMS = ["aantal", "procent", "per_1000", "per_10000", "weken", "dagen", "euro"]


def goal(**changes: object) -> GoalRecord:
    values = {
        "goal": "Mensen wachten korter op hulp.", "indicator": "proef", "target": 8.0, "by": "2020",
        "direction": "lager", "document": "Programmabegroting 2020", "page": 34, "decided": date(2019, 11, 14),
    }  # fmt: skip
    return GoalRecord(**{**values, **changes})


def edition(folder: Path, figures: list[Figure], texts: Description, *goals: GoalRecord) -> Edition:
    return small_edition(folder / "e", figures, [texts], additions=Additions(goals=GoalsRecord(goals=goals)))


BROKEN = (Break(period="2020Q2", label="Nieuw", text="Nieuw"),)
WEEKS = description("weken")
NOW = [figure("2020Q4", 7.5)]
CASES = [
    ("met low", NOW, WEEKS, {}, "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde van hooguit 8 weken is behaald."),
    ("met high", NOW, WEEKS, {"direction": "hoger", "target": 7.0},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde van minstens 7 weken is behaald."),
    ("not met low", NOW, WEEKS, {"target": 7.0},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde van hooguit 7 weken is niet behaald."),
    ("not met high", NOW, WEEKS, {"direction": "hoger"},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde van minstens 8 weken is niet behaald."),
    ("meets now", NOW, WEEKS, {"by": "2021"},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde voor 2021, hooguit 8 weken, is nu al bereikt."),
    ("meets now high", NOW, WEEKS, {"by": "2021", "direction": "hoger", "target": 6.5},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde voor 2021, minstens 6,5 weken, is nu al bereikt."),
    ("towards", [figure("2019Q4", 9.0), *NOW], WEEKS, {"by": "2021", "target": 7.0},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde voor 2021, hooguit 7 weken, is nog niet bereikt. "
     "Het cijfer ligt dichter bij de streefwaarde dan in het 4e kwartaal 2019."),
    ("away", [figure("2019Q4", 9.0), *NOW], WEEKS, {"by": "2021", "target": 12.0, "direction": "hoger"},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde voor 2021, minstens 12 weken, is nog niet bereikt. "
     "Het cijfer ligt verder van de streefwaarde dan in het 4e kwartaal 2019."),
    ("uncertain", [figure("2020Q4", 1430.0, numerator=1430.0)], description("aantal"), {"target": 1430.0},
     "Het cijfer was 1.430 inwoners in het 4e kwartaal 2020. Of dat voldoet aan hooguit 1.430 inwoners, is onzeker: "
     "het cijfer is afgerond."),
    ("broken", NOW, description("weken", breaks=BROKEN), {},
     "Sinds het 2e kwartaal 2020 is de reeks anders. Het cijfer past niet meer bij de streefwaarde."),
    ("year", [figure("2020Q4", 9e5), figure("2021Q1", 2e5)], description("euro", moment="jaar", protection="openbaar"),
     {"by": "2021", "target": 8e5},
     "Dit cijfer telt op vanaf 1 januari, en het jaar loopt nog. Of het doel is gehaald, is nog niet te zeggen."),
    ("incomplete", [figure("2020Q4", 7.5, "onvolledig")], WEEKS, {},
     "Het cijfer over het 4e kwartaal 2020 is nog onvolledig. Of het doel is gehaald, is nog niet te zeggen."),
    ("hidden", [figure("2020Q4", None)], WEEKS, {},
     "Het cijfer over het 4e kwartaal 2020 wordt niet getoond. Zo is niemand te herkennen."),
    ("no figure", [figure("2020Q4", None, "ontbreekt")], WEEKS, {},
     "Over het 4e kwartaal 2020 is er geen cijfer. Of het doel is gehaald, is nog niet te zeggen."),
    ("no target", NOW, WEEKS, {"target": None, "by": ""},
     "De raad heeft geen streefwaarde vastgesteld. In het 4e kwartaal 2020 was het cijfer 7,5 weken."),
    ("no target, hidden", [figure("2020Q4", None)], WEEKS, {"target": None, "by": ""},
     "De raad heeft geen streefwaarde vastgesteld."),
    ("no target, incomplete", [figure("2020Q4", 7.5, "onvolledig")], WEEKS, {"target": None, "by": ""},
     "De raad heeft geen streefwaarde vastgesteld."),
    ("not measured", NOW, WEEKS, {"indicator": "", "target": None, "by": ""}, "Er is nog geen cijfer dat dit doel meet."),
    ("provisional", [figure("2020Q4", 7.5, "voorlopig")], WEEKS, {},
     "Het cijfer was 7,5 weken in het 4e kwartaal 2020. De streefwaarde van hooguit 8 weken is behaald. "
     "Dit cijfer is voorlopig."),
    ("a whole percentage", [figure("2020Q4", 10.0, numerator=100.0, denominator=1000.0)], description("procent"),
     {"target": 20.0}, "Het cijfer was 10,0 procent in het 4e kwartaal 2020. De streefwaarde van hooguit 20 procent is behaald."),
]  # fmt: skip


@pytest.mark.parametrize(("figures", "texts", "changes", "told"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_sentences(tmp_path, figures, texts, changes, told):
    found = edition(tmp_path, figures, texts)
    assert goal_sentence(found, goal(**changes)).replace(NBSP, " ") == told


def test_every_verdict_has_a_case_and_every_wording_fits(tmp_path):
    met = set()
    for number, (_, figures, texts, changes, _) in enumerate(CASES):
        found = edition(tmp_path / str(number), figures, texts)
        verdict = goal_state(found, goal(**changes)).verdict
        met.add(verdict)
        for variant in range(len(_WORDINGS[verdict])):
            _check(goal_sentence(found, goal(**changes), variant))
    assert met == set(GoalVerdict)


def _check(text: str) -> None:
    for sentence in re.split(r"(?<=[a-z0-9.])\. (?=[A-Z])", text):
        assert word_count(sentence) <= 20, sentence
    assert text.endswith(".")
    assert not BANNED.search(text), text
    assert "None" not in text


def test_the_wording_differs_by_place(tmp_path):
    found = edition(tmp_path, NOW, WEEKS)
    assert goal_sentence(found, goal(), 1).replace(NBSP, " ") == (
        "De streefwaarde was hooguit 8 weken in 2020. Met 7,5 weken is die behaald."
    )
    assert goal_sentence(found, goal(), 2) == goal_sentence(found, goal(), 0)


@pytest.mark.parametrize(
    ("goals", "told"),
    [
        ([goal()], "hooguit 8 weken in 2020 (p. 34)"),
        ([goal(by="2021Q4", direction="hoger", target=9.5, page=None)], "minstens 9,5 weken in 4e kw. 2021"),
        ([goal(target=None, by="")], "geen streefwaarde"),
        ([], "geen streefwaarde"),
    ],
)
def test_a_goal_in_a_cell(tmp_path, goals, told):
    assert goal_cell(edition(tmp_path, NOW, WEEKS, *goals), "proef").replace(NBSP, " ") == told


def test_the_opening_counts_goals_and_targets(tmp_path):
    goals = [
        goal(goal="a"),
        goal(goal="b", target=7.0),
        goal(goal="c", by="2021"),
        goal(goal="d", target=None, by=""),
    ]
    assert goals_lead(edition(tmp_path / "a", NOW, WEEKS, *goals)) == (
        "Er zijn 4 doelen, waarvan 3 met een streefwaarde. Behaald: 1. Niet behaald: 1. Nog niet vast te stellen: 1."
    )
    assert (
        goals_lead(edition(tmp_path / "b", NOW, WEEKS, goals[-1]))
        == "Er is 1 doel, waarvan geen met een streefwaarde."
    )
    assert goals_lead(edition(tmp_path / "c", NOW, WEEKS)) == ""


@st.composite
def cases(draw: st.DrawFn) -> tuple[Description, list[Figure], GoalRecord]:
    """An indicator in any form and state, with a goal in either direction and a target anywhere."""
    form = draw(st.sampled_from(FORMS))
    texts = description(form, breaks=draw(st.sampled_from([(), BROKEN])))
    rows = []
    for period in ("2019Q4", "2020Q3", "2020Q4"):
        status = draw(st.sampled_from(["definitief", "voorlopig", "onvolledig", "geheim", "ontbreekt"]))
        count, base = 5.0 * draw(st.integers(0, 400)), 1000.0 * draw(st.integers(3, 60))
        value = {"aantal": count, "weken": count / 10, "dagen": count, "euro": count * 7331}.get(
            form, count / base * texts.scale
        )
        shown = status not in ("geheim", "ontbreekt")
        behind = count if shown and texts.counted else None
        rows.append(figure(period, value if shown else None, status, numerator=behind, denominator=base))
    wanted = goal(
        target=draw(st.none() | st.integers(0, 100).map(float)), by=draw(st.sampled_from(["2019", "2020Q4", "2021"])),
        direction=draw(st.sampled_from(["hoger", "lager"])),
    )  # fmt: skip
    return texts, rows, wanted


def _holds(case: tuple[Description, list[Figure], GoalRecord]) -> None:
    texts, rows, wanted = case
    with tempfile.TemporaryDirectory() as folder:
        found = edition(Path(folder), rows, texts)
        told = [goal_sentence(found, wanted, variant) for variant in (0, 1)]
    shown = [texts.text(row.value, words=True) for row in rows if row.shown]
    shown += [dutch.value_text(wanted.target, texts.format, texts.decimals, words=True, trim=True)]
    allowed = {number for text in shown for number in re.findall(r"\d[\d.,]*\d|\d", text)}
    for text in told:
        _check(text)
        # Periods, the first of January and "of the 1.000" are no figures.
        plain = re.sub(
            r"\d?e? ?kwartaal 20\d\d|20\d\d|1 januari|van de 10?\.000", "", text.replace(NBSP, " ")
        )
        assert set(re.findall(r"\d[\d.,]*\d|\d", plain)) <= allowed, (text, allowed)


@settings(deadline=None, max_examples=15)
@given(cases())
def test_every_number_is_one_that_is_shown(case):
    _holds(case)


@pytest.mark.long
@settings(deadline=None, max_examples=1000)
@given(cases())
def test_every_number_is_one_that_is_shown_at_length(case):
    _holds(case)
