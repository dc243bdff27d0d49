"""Sentences about a judgement: every state, every rule, both directions, every goal, every wording."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from socdom.dutch import NBSP
from socdom.editions.read import Edition
from socdom.judgement.judge import judge
from socdom.judgement.model import Adjustment, Judgement, Method, Rule, Verdict
from socdom.narrative.phrases import variant_of
from socdom.narrative.signal_method import method_sentences, rule_sentences
from socdom.narrative.signals import newest_signal, signal_sentence, signal_sentences
from socdom.quarters import Quarter, period_phrase
from tests.lib.judged import RISEN, STEADY, a_judgement, an_edition, not_judged, with_goal
from tests.lib.small_edition import description, figure, periods, small_edition

UP, DOWN = "omhoog", "omlaag"
VARIANTS = range(4)
CAUSES = re.compile(
    r"\b(door|doordat|dankzij|omdat|vanwege|gevolg|wegens|leidt|veroorza\w+)\b", re.IGNORECASE
)
SUPERLATIVES = re.compile(r"\b(hoogste|laagste|beste|slechtste|grootste|kleinste|sterkste|meeste|minste)\b")
GOOD_OR_BAD = re.compile(r"\b(goede|slecht|beter|gunstig|ernstig|zorgelijk|verbeter\w*|verslechter\w*)\b")


def every_judgement() -> list[Judgement]:
    """Every verdict; of signals every rule, direction and adjustment; of no signal every method."""
    signals = [
        a_judgement(RISEN, rule, direction, length, adjustment=adjustment)
        for rule, direction, adjustment, length in product(Rule, (UP, DOWN), Adjustment, (1, 7))
    ]
    steady = [
        a_judgement(
            STEADY, method=method, adjustment=adjustment, incomplete=incomplete, locked=locked, trial=trial
        )
        for method, adjustment, incomplete, locked, trial in product(
            (Method.XMR, Method.LANEY, Method.RUN_CHART),
            Adjustment,
            (True, False),
            (True, False),
            (True, False),
        )
    ]
    silent = [Verdict.TOO_FEW, Verdict.TOO_SMALL, Verdict.NOT_SHOWN, Verdict.NOT_JUDGED]
    return [*signals, *steady, *(not_judged(verdict) for verdict in silent)]


def everything_said(edition: Edition, judgement: Judgement) -> list[str]:
    told = [*method_sentences(edition, judgement), *rule_sentences(judgement)]
    for variant in VARIANTS:
        told += signal_sentences(edition, judgement, variant)
    return told


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Edition]:
    """Without a goal, and with one either way."""
    folder = tmp_path_factory.mktemp("editions")
    made = [an_edition(folder / name, RISEN) for name in ("geen", "hoger", "lager")]
    return [made[0], with_goal(made[1], "hoger"), with_goal(made[2], "lager")]


def test_every_sentence_is_short_whole_and_claims_nothing(editions: list[Edition]) -> None:
    for edition, judgement in product(editions, every_judgement()):
        for sentence in everything_said(edition, judgement):
            assert len(sentence.split(" ")) <= 20, sentence
            assert re.fullmatch(r"[A-Z€].*[^.]\.", sentence), sentence
            assert "{" not in sentence
            assert "  " not in sentence
            for forbidden in (CAUSES, SUPERLATIVES, GOOD_OR_BAD):
                assert not forbidden.search(sentence), sentence


def test_every_judgement_is_told(editions: list[Edition]) -> None:
    for edition, judgement in product(editions, every_judgement()):
        assert signal_sentences(edition, judgement)


@pytest.mark.parametrize(
    ("rule", "direction", "length", "variant", "expected"),
    [
        (Rule.OUTSIDE, UP, 1, 0, "Het cijfer ligt in het 4e kwartaal 2020 hoger dan gewoon: boven de bovengrens."),
        (Rule.OUTSIDE, DOWN, 1, 1, "In het 4e kwartaal 2020 ligt het cijfer onder de ondergrens van wat gewoon is."),
        (Rule.OUTSIDE, UP, 1, 2, "Het 4e kwartaal 2020 ligt hoger dan gewoon, boven de bovengrens."),
        (Rule.OUTSIDE, UP, 3, 0, "Het cijfer ligt al 3 kwartalen boven de bovengrens."),
        (Rule.OUTSIDE, DOWN, 3, 2, "Sinds het 2e kwartaal 2020 ligt het cijfer elk kwartaal onder de ondergrens."),
        # Seven quarters that rise are six steps.
        (Rule.TREND, UP, 7, 0, "Het cijfer ging 6 keer op rij omhoog."),
        (Rule.TREND, DOWN, 7, 1, "Sinds het 2e kwartaal 2019 gaat het cijfer elk kwartaal omlaag."),
        (Rule.TREND, DOWN, 8, 2, "Al 7 keer op rij is het cijfer lager dan een kwartaal eerder."),
        (Rule.TWO_OF_THREE, UP, 2, 0, "Twee van de laatste drie kwartalen liggen dicht bij de bovengrens, of erboven."),
        (Rule.SHIFT, UP, 7, 0, "Het cijfer ligt al 7 kwartalen boven het gemiddelde."),
        (Rule.SHIFT, DOWN, 9, 1, "Al 9 kwartalen ligt het cijfer onder het gemiddelde."),
        (Rule.SHIFT, UP, 7, 2, "Sinds het 2e kwartaal 2019 ligt het cijfer elk kwartaal boven het gemiddelde."),
        (Rule.LONG_RUN, DOWN, 7, 0, "Het cijfer ligt al 7 kwartalen onder het midden."),
        (Rule.LONG_RUN, UP, 7, 2, "Sinds het 2e kwartaal 2019 ligt het cijfer geen kwartaal onder het midden."),
        (Rule.FEW_CROSSINGS, UP, 4, 0, "Het cijfer wisselt weinig van kant en ligt nu boven het midden."),
    ],
)  # fmt: skip
def test_what_a_signal_is(rule: Rule, direction: str, length: int, variant: int, expected: str) -> None:
    assert signal_sentence(a_judgement(RISEN, rule, direction, length), variant) == expected


@pytest.mark.parametrize(
    ("adjustment", "rule", "expected"),
    [
        (Adjustment.SEASON, Rule.SHIFT, "Het cijfer zonder seizoen ligt al 7 kwartalen boven het gemiddelde."),
        (Adjustment.SAME_QUARTER, Rule.SHIFT, "Het verschil met een jaar eerder ligt al 7 kwartalen boven het gemiddelde."),
        (Adjustment.CHANGE, Rule.SHIFT, "Het verschil met het kwartaal ervoor ligt al 7 kwartalen boven het gemiddelde."),
        (Adjustment.SEASON_CHANGE, Rule.SHIFT, "De verandering zonder seizoen ligt al 7 kwartalen boven het gemiddelde."),
        (Adjustment.CHANGE, Rule.TREND, "Het cijfer ging 6 keer op rij omhoog."),
        (Adjustment.SEASON_CHANGE, Rule.TREND, "Het cijfer zonder seizoen ging 6 keer op rij omhoog."),
        (Adjustment.SAME_QUARTER, Rule.TREND, "Het verschil met een jaar eerder ging 6 keer op rij omhoog."),
    ],
)  # fmt: skip
def test_the_subject_is_what_was_judged(adjustment: Adjustment, rule: Rule, expected: str) -> None:
    assert signal_sentence(a_judgement(RISEN, rule, length=7, adjustment=adjustment)) == expected


def test_wordings_differ_from_one_place_to_the_next() -> None:
    for rule, direction, length in product(Rule, (UP, DOWN), (1, 7)):
        judgement = a_judgement(RISEN, rule, direction, length)
        assert len({signal_sentence(judgement, variant) for variant in range(3)}) == 3


def test_quarters_on_the_median_do_not_count_as_above_it() -> None:
    judgement = a_judgement(RISEN, Rule.LONG_RUN, length=7, method=Method.RUN_CHART)
    points = list(judgement.points)
    points[-3] = type(points[-3])(
        points[-3].period, points[-3].value, points[-3].judged, points[-3].rules, side=0
    )
    changed = type(judgement)(**{**vars(judgement), "points": tuple(points)})
    assert signal_sentence(changed) == "Het cijfer ligt al 6 kwartalen boven het midden."


@pytest.mark.parametrize(
    ("place", "direction", "expected"),
    [
        (0, UP, None),
        (1, UP, "Dat is de kant die de raad wil."),
        (1, DOWN, "Dat is niet de kant die de raad wil."),
        (2, UP, "Dat is niet de kant die de raad wil."),
        (2, DOWN, "Dat is de kant die de raad wil."),
    ],
)
def test_only_a_goal_gives_a_side(
    editions: list[Edition], place: int, direction: str, expected: str | None
) -> None:
    told = signal_sentences(editions[place], a_judgement(RISEN, Rule.SHIFT, direction, 7))
    assert told[1] == "Bij gewone schommeling komt dat zelden voor."
    assert told[2:] == (() if expected is None else (expected,))


def test_a_row_within_the_limits_is_not_called_more_than_usual(editions: list[Edition]) -> None:
    """1.480 beside limits of 1.383 and 1.483: the height is usual, that it lasts is not."""
    for rule, variant in product((Rule.SHIFT, Rule.TREND, Rule.TWO_OF_THREE, Rule.LONG_RUN), VARIANTS):
        told = " ".join(signal_sentences(editions[0], a_judgement(RISEN, rule, length=7), variant))
        assert "meer dan de gewone" not in told
        assert "kleiner dan" not in told
    beyond = method_sentences(editions[0], a_judgement([*RISEN, 1600.0], Rule.OUTSIDE))
    assert not any("daar zelf tussen" in sentence for sentence in beyond)


def test_a_goal_says_which_way_and_nothing_about_movement(editions: list[Edition]) -> None:
    """A figure beyond its limit for some quarters may have come down for the last two of them."""
    falling = [*RISEN, 1600.0, 1590.0, 1580.0]
    for variant in VARIANTS:
        told = signal_sentences(editions[2], a_judgement(falling, Rule.OUTSIDE, UP, 3), variant)
        assert not re.search(r"\bgaat\b|\baf\.", told[-1]), told


def test_how_it_was_found(editions: list[Edition]) -> None:
    # The mean of RISEN is 27.230 / 19 = 1.433,2.
    told = method_sentences(editions[0], a_judgement(RISEN, Rule.SHIFT, length=7))
    assert told == (
        "In het 4e kwartaal 2020 is een cijfer tussen 1.383 en 1.483 gewoon.",
        "Het gemiddelde is 1.433.",
        "Het cijfer ligt daar zelf tussen: de rij kwartalen is het signaal.",
        "De grenzen zijn voorlopig: ze rusten op 19 kwartalen.",
    )
    locked = method_sentences(editions[0], a_judgement(RISEN, locked=True))
    assert locked[2:] == (
        "De grenzen zijn vastgezet op 12 maart 2020.",
        "Ze rusten op het 2e kwartaal 2016 tot en met het 1e kwartaal 2019.",
    )
    firm = method_sentences(editions[0], a_judgement(RISEN, trial=False, reason="Een reden. En nog een."))
    assert firm[2:] == ("De grenzen rusten op 19 kwartalen.", "Een reden.", "En nog een.")


def test_a_run_chart_has_a_middle_and_no_limits(editions: list[Edition]) -> None:
    told = method_sentences(editions[0], a_judgement(STEADY, method=Method.RUN_CHART))
    assert told[0] == "Het midden is 1.414."
    assert not any(" tussen " in sentence for sentence in told)


def test_a_moving_range_is_told_of_its_quarter_and_has_no_mean(editions: list[Edition]) -> None:
    told = method_sentences(editions[0], a_judgement(RISEN, adjustment=Adjustment.CHANGE))
    assert told[0] == "In het 4e kwartaal 2020 is een cijfer tussen 1.415 en 1.515 gewoon."
    assert not any("gemiddelde" in sentence for sentence in told)


def test_an_incomplete_quarter_takes_no_part_and_is_called_no_fall(editions: list[Edition]) -> None:
    judgement = a_judgement([*RISEN, 700.0], Rule.SHIFT, length=7, incomplete=True)
    said = everything_said(editions[0], judgement)
    assert not any("700" in sentence or "lager" in sentence or "daal" in sentence for sentence in said)


@pytest.mark.parametrize(("newest", "told"), [(64.5465, True), (64.9, False)])
def test_a_figure_written_as_its_limit_is_explained(tmp_path: Path, newest: float, told: bool) -> None:
    values = [*[10.0] * 11, newest]
    # The limit is the mean + 50: 64,5455 beside 64,5465, both written as 64,5%; 64,575 (64,6%) beside 64,9%.
    edition = an_edition(tmp_path / "e", values, "procent")
    said = method_sentences(edition, a_judgement(values, Rule.OUTSIDE))
    assert any("afgerond is het hetzelfde getal" in sentence for sentence in said) is told


def test_equal_limits_are_told_once(tmp_path: Path) -> None:
    edition = small_edition(tmp_path / "e", [figure("2020Q4", 3.0e6)], [description("euro")])
    values = [3_000_000.0 + step for step in STEADY]
    told = method_sentences(edition, a_judgement(values))
    assert (
        told[0]
        == "In het 4e kwartaal 2020 is een cijfer rond €\N{NO-BREAK SPACE}3,0\N{NO-BREAK SPACE}mln. gewoon."
    )


CHANGES = [400.0, 405, 400, 410, 405, 400, 395, 400, 410, 405, 400, 405, 400, 405, 400]


def test_no_signal_never_says_that_nothing_goes_on(editions: list[Edition]) -> None:
    for adjustment, method, incomplete in product(Adjustment, (Method.XMR, Method.RUN_CHART), (True, False)):
        judgement = a_judgement(STEADY, method=method, adjustment=adjustment, incomplete=incomplete)
        for variant in VARIANTS:
            told = " ".join(signal_sentences(editions[0], judgement, variant))
            assert not re.search(r"\b(alleen|stabiel|niets|gelijk|rustig)\b", told), told
            if adjustment in (Adjustment.CHANGE, Adjustment.SEASON_CHANGE):
                # A stock may fall for years within its usual change: only the change is spoken of.
                assert re.search("bracht|verandering", told), told
                assert "schommeling" not in told, told


def test_without_a_signal_an_incomplete_newest_quarter_is_not_called_usual(editions: list[Edition]) -> None:
    """2020Q4 is incomplete and takes no part, so that what is said is of 2020Q3 and says so."""
    for adjustment in (Adjustment.NONE, Adjustment.SEASON, Adjustment.CHANGE, Adjustment.SAME_QUARTER):
        judgement = a_judgement([*STEADY, 700.0], adjustment=adjustment, incomplete=True)
        for variant in VARIANTS:
            told = signal_sentences(editions[0], judgement, variant)
            assert "3e kwartaal 2020" in told[0]
            assert told[-1] == "Latere kwartalen tellen nog niet mee."
            assert not any("nieuwste" in sentence for sentence in told)


def test_a_signal_before_an_incomplete_quarter_says_up_to_when(editions: list[Edition]) -> None:
    told = signal_sentences(editions[0], a_judgement([*RISEN, 700.0], Rule.SHIFT, length=7, incomplete=True))
    assert told[-1] == "Dit gaat over de tijd tot en met het 3e kwartaal 2020."


@pytest.mark.parametrize(("since", "told"), [(0, False), (1, True), (3, True), (4, True), (5, False)])
def test_a_stock_that_moved_to_another_level_is_not_silent_at_once(
    tmp_path: Path, since: int, told: bool
) -> None:
    """The step gives a signal in its own quarter only; for a year after it is still told."""
    values = [*CHANGES, 480.0, *(480.0 + 5 * (at % 2) for at in range(since))]
    edition = an_edition(tmp_path / "e", values, moment="stand")
    judgement = judge(edition, "proef")
    assert (judgement.signal is not None) is (since == 0)
    said = " ".join(signal_sentences(edition, judgement))
    when = period_phrase(str(Quarter.parse("2020Q4") - since))
    assert (f"In {when} was de verandering wel ongewoon." in said) is told


def test_silence_gives_its_reason(editions: list[Edition]) -> None:
    reason = "Er zijn 7 kwartalen sinds de breuk. Wij beoordelen vanaf 8 kwartalen."
    judgement = not_judged(Verdict.TOO_FEW, reason)
    assert " ".join(signal_sentences(editions[0], judgement)) == reason
    assert method_sentences(editions[0], judgement) == rule_sentences(judgement) == ()


def test_the_rule_stands_beside_a_signal_with_what_it_does_not_say() -> None:
    told = rule_sentences(a_judgement(RISEN, Rule.SHIFT, length=7))
    assert told[0].startswith("Regel: zeven of meer cijfers op rij")
    assert told[1] == "Een signaal zegt niet waarom, en niet of het goed is."


def test_neighbours_in_the_catalogue_take_another_wording(tmp_path: Path) -> None:
    catalogue = [description(id=name) for name in ("een", "twee", "drie")]
    edition = small_edition(
        tmp_path / "e", [figure("2020Q4", 5.0, indicator=d.id) for d in catalogue], catalogue
    )
    assert [variant_of(edition, name) for name in ("een", "twee", "drie")] == [0, 1, 2]


def test_a_row_beside_the_mean_is_told_with_the_mean(tmp_path: Path) -> None:
    """5,3 weeks beside a mean of (12 * 5,15 + 7 * 5,3) / 19 = 5,21 is a signal, and a reader must see how small."""
    edition = an_edition(tmp_path / "e", [5.1, 5.2] * 6 + [5.3] * 7, "weken")
    expected = f"Signaal: het cijfer ligt al 7 kwartalen boven het gemiddelde van 5,2{NBSP}weken."
    assert newest_signal(edition, "proef") == expected


def test_a_signal_of_an_earlier_quarter_is_not_told_beside_an_incomplete_one(tmp_path: Path) -> None:
    complete = [figure(period, value) for period, value in zip(periods(19), RISEN, strict=True)]
    newest = small_edition(tmp_path / "a", complete)
    assert newest_signal(newest, "proef").startswith("Signaal: ")
    later = [figure(period, value) for period, value in zip(periods(20), [*RISEN, 700.0], strict=True)]
    later[-1] = figure("2020Q4", 700.0, "onvolledig")
    assert newest_signal(small_edition(tmp_path / "b", later), "proef") == ""
