"""The words of the signal register."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from socdom.dutch import NBSP
from socdom.editions.register import BaselineRecord
from socdom.judgement.model import Adjustment, Method, Rule, Verdict
from socdom.judgement.register import Followed, Register, Standing, register
from socdom.narrative import register as words
from socdom.narrative.wording import word_count
from tests.lib.signals import judgement, record, with_signals

NEW = Followed(judgement("jeugdhulp_wachttijd", "omhoog"), Standing.NEW, Rule.SHIFT, "omhoog", "2019Q2")
SEEN = replace(NEW, standing=Standing.WATCHED)


@pytest.mark.parametrize(
    ("found", "heading"),
    [
        (Register((), (), 61), "Geen nieuwe signalen"),
        (Register((SEEN,), (), 61), "1 signaal, al bekeken"),
        (Register((SEEN, SEEN), (), 61), "2 signalen, allemaal al bekeken"),
        (Register((NEW,), (), 61), "1 signaal, nog niet bekeken"),
        (Register((NEW, NEW), (), 61), "2 signalen, nog niet bekeken"),
        (Register((NEW, SEEN), (), 61), "2 signalen, waarvan 1 nog niet bekeken"),
        (Register((NEW, NEW, SEEN), (), 61), "3 signalen, waarvan 2 nog niet bekeken"),
        (Register((), (), 0), "Nog geen cijfers beoordeeld"),
        (Register((), (), 0, has_quarters=False), "Geen signalen: alleen cijfers per jaar"),
    ],
)
def test_the_heading_says_what_nobody_looked_at(found: Register, heading: str) -> None:
    assert words.heading(found) == heading


@pytest.mark.parametrize(
    ("judged", "sentence"),
    [
        (0, "Er zijn nu geen cijfers die wij op signalen kunnen beoordelen."),
        (1, "1 cijfer is op signalen beoordeeld."),
        (1061, "1.061 cijfers zijn op signalen beoordeeld."),
    ],
)
def test_how_many_were_judged(judged: int, sentence: str) -> None:
    assert words.judged_sentence(Register((), (), judged)) == sentence


@pytest.mark.parametrize(
    ("expected", "part"),
    [
        (0.0, "minder dan 1 signaal"),
        (0.49, "minder dan 1 signaal"),
        (0.5, "ongeveer 1 signaal per"),
        (1.49, "ongeveer 1 signaal per"),
        (1.5, "ongeveer 2 signalen"),
    ],
)
def test_how_many_signals_chance_gives(expected: float, part: str) -> None:
    assert part in words.chance_sentence(expected)


def test_every_rule_and_every_standing_has_words() -> None:
    assert set(words.RULES) == set(Rule)
    assert set(words.STANDINGS) == set(Standing)
    assert len({name for name, _ in words.RULES.values()}) == len(Rule)


def test_a_reason_not_to_judge_is_always_told() -> None:
    item = judgement("proef", verdict=Verdict.NOT_JUDGED, reason="Dit is een cijfer per jaar.")
    assert words.reason(item) == "Dit is een cijfer per jaar."
    assert re.fullmatch("[A-Z].*[.]", words.reason(judgement("proef", verdict=Verdict.TOO_FEW)))


def test_how_sure_a_signal_is() -> None:
    item = judgement("jeugdhulp_wachttijd", "omhoog")
    (trial,) = item.stretches
    assert words.certainty(item) == "Voorlopige grenzen, uit 12 kwartalen."
    settled = replace(item, stretches=(replace(trial, trial=False),))
    assert words.certainty(settled) == "Grenzen uit 12 kwartalen."
    decision = BaselineRecord(
        indicator="x", first="2018Q1", last="2020Q4", who="adviseur", when=date(2021, 1, 5), why="Daarom."
    )
    locked = replace(item, stretches=(replace(trial, baseline=decision),))
    assert words.certainty(locked) == (
        "Vastgezette grenzen, uit het 1e kwartaal 2018 tot en met het 4e kwartaal 2020. "
        "Ook als er niets verandert, geeft toeval hier ongeveer 14 van de 100 keer een signaal."
    )
    run_chart = replace(item, method=Method.RUN_CHART)
    assert words.certainty(run_chart) == "Minder zeker: er zijn pas 12 kwartalen en nog geen grenzen."
    assert words.certainty(judgement("x", verdict=Verdict.TOO_FEW)) == ""


def test_a_signal_is_named_with_its_figure_and_its_place(monkeypatch, sample_folder: Path) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [
            judgement("jeugdhulp_wachttijd", "omhoog"),
            judgement("bijstand_huishoudens", "omlaag", area="WK999901"),
        ],
        [record("bijstand_huishoudens", "omlaag", area="WK999901")],
    )
    found = register(edition).open
    assert [words.finding(edition, item) for item in found] == [
        "Wachttijd jeugdhulp: al langer hoger",
        "Huishoudens met bijstand, Veenpoort: al langer lager",
    ]
    # 5,8 weken and a quarter more each quarter; 120 households of this wijk.
    assert [words.figure_sentence(edition, item) for item in found] == [
        f"Jongeren wachten 8,6{NBSP}weken op jeugdhulp.",
        "120 huishoudens krijgen bijstand.",
    ]
    assert words.figure_period(edition, found[0]) == "4e kwartaal 2020, voorlopig"


def test_a_signal_that_is_gone_keeps_its_name_and_says_so(monkeypatch, sample_folder: Path) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd"), judgement("wmo_clienten", verdict=Verdict.NOT_SHOWN)],
        [record("jeugdhulp_wachttijd", "omlaag"), record("wmo_clienten", "omhoog")],
    )
    gone, unknown = register(edition).open
    assert words.finding(edition, gone) == "Wachttijd jeugdhulp: al langer lager"
    assert words.gone_sentence(gone).startswith("De cijfers geven dit signaal niet meer.")
    assert "niveau" not in words.gone_sentence(gone)
    # A stock that moved to another level and stays there gives its signal in one quarter only.
    stock = replace(gone, judgement=replace(gone.judgement, adjustment=Adjustment.CHANGE))
    assert "Het cijfer kan wel op het nieuwe niveau zijn gebleven." in words.gone_sentence(stock)
    assert words.gone_sentence(unknown).startswith("De cijfers zijn nu niet te beoordelen.")
    assert words.figure_sentence(edition, unknown) == words.figure_period(edition, unknown) == ""


def test_a_signal_that_is_gone_is_named_after_the_figure(monkeypatch, sample_folder: Path) -> None:
    now = replace(judgement("jeugdhulp_wachttijd"), adjustment=Adjustment.CHANGE)
    edition = with_signals(monkeypatch, sample_folder, [now], [record("jeugdhulp_wachttijd", "omhoog")])
    assert [words.finding(edition, item) for item in register(edition).open] == [
        "Wachttijd jeugdhulp: al langer hoger"
    ]


def test_how_it_stands_in_one_line(monkeypatch, sample_folder: Path) -> None:
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("jeugdhulp_wachttijd", "omhoog"), judgement("wmo_clienten", "omhoog")],
        [record("wmo_clienten")],
    )
    assert [words.standing_text(item) for item in register(edition).open] == [
        "Nog niet bekeken",
        f"Wordt bekeken, beleidsadviseur jeugd, 18{NBSP}februari{NBSP}2021",
    ]


def test_a_signal_that_people_only_noted_says_who_and_not_that_nobody_looked(
    monkeypatch, sample_folder: Path
) -> None:
    steps = [(date(2021, 2, 18), "nieuw")]
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [judgement("wmo_clienten", "omhoog")],
        [record("wmo_clienten", "omhoog", *steps)],
    )
    (item,) = register(edition).open
    assert words.standing_text(item) == f"Opgemerkt, beleidsadviseur jeugd, 18{NBSP}februari{NBSP}2021"


@pytest.mark.parametrize(
    ("number", "text"), [(0, ""), (1, "Nog 1 signaal staat"), (12, "Nog 12 signalen staan")]
)
def test_what_a_short_list_leaves_out(number: int, text: str) -> None:
    assert words.more_sentence(number).startswith(text)
    assert bool(words.more_sentence(number)) == bool(number)


def test_no_sentence_is_long() -> None:
    told = [asks for _, asks in words.RULES.values()]
    told += [*words.METHOD, *words.YEARLY_ONLY, words.chance_sentence(0), words.chance_sentence(3)]
    told += [words.reason(judgement("x", verdict=verdict)) for verdict in Verdict]
    told += [words.gone_sentence(replace(NEW, standing=standing)) for standing in Standing]
    for text in told:
        for sentence in re.split(r"(?<=[.?]) ", text):
            assert word_count(sentence) <= 20, sentence
