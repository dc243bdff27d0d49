"""Sentences about prices, averages, shares of money, changes and years."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from socdom import narrative
from socdom.disclosure.policy import CBS5, N10
from socdom.dutch import NBSP
from socdom.editions.definition import Definition
from socdom.editions.model import Break, Description
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State, compare, rounding_margin
from socdom.pipeline.protection import record_of
from tests.lib.small_edition import description, figure, small_edition

CHANGE = description(
    "euro", protection="verschil", says="De hulp kostte {} dan een jaar eerder", short="Verschil in kosten"
)


def one(folder: Path, texts: Description, *rows: tuple[str, float | None]) -> Edition:
    """An edition with these figures of one indicator; rates have ten thousand people behind them."""
    figures = [figure(period, value, numerator=value, denominator=10_000.0) for period, value in rows]
    return small_edition(folder / "e", figures, [texts])


# Changes


@pytest.mark.parametrize(
    ("value", "heading", "change", "label"),
    [
        (-120_000.0, f"De hulp kostte €{NBSP}120.000 minder dan een jaar eerder",
         f"€{NBSP}120.000 minder dan een jaar eerder.", "Lager dan vorig jaar"),
        (1_250_000.0, f"De hulp kostte €{NBSP}1,3{NBSP}mln. meer dan een jaar eerder",
         f"€{NBSP}1,3{NBSP}mln. meer dan een jaar eerder.", "Hoger dan vorig jaar"),
        (0.0, "Verschil in kosten: ongeveer gelijk aan een jaar eerder", "Ongeveer gelijk aan een jaar eerder.",
         "Geen duidelijk verschil"),
    ],
)  # fmt: skip
def test_a_change_is_not_compared_once_more(tmp_path: Path, value: float, heading: str, change: str, label: str) -> None:  # fmt: skip
    found = one(tmp_path, CHANGE, ("2019Q4", 999.0), ("2020Q4", value))
    assert narrative.finding(found, "proef") == heading
    assert narrative.change(found, "proef") == change
    assert narrative.judgement(found, "proef") == label
    assert narrative.summary(found, "proef") == (f"{heading}.",)


def test_a_change_over_a_break_tells_nothing(tmp_path: Path) -> None:
    texts = CHANGE.model_copy(
        update={"breaks": (Break(period="2020Q2", label="Nieuw", text="Nieuwe telling"),)}
    )
    found = one(tmp_path, texts, ("2020Q4", -120_000.0))
    told = [
        narrative.finding(found, "proef"),
        narrative.change(found, "proef"),
        *narrative.summary(found, "proef"),
    ]
    assert told[0] == "Verschil in kosten: geen vergelijking"
    assert not any("120" in sentence for sentence in told)
    assert (
        narrative.theme_lead(found, "jeugd") == "Over dit thema zijn er nu geen cijfers die we kunnen tonen."
    )
    assert narrative.main_lines(found) == ()


def test_an_unfinished_change_is_never_called_a_fall(tmp_path: Path) -> None:
    found = small_edition(tmp_path / "e", [figure("2020Q4", -120_000.0, "onvolledig")], [CHANGE])
    told = [
        narrative.finding(found, "proef"),
        narrative.change(found, "proef"),
        *narrative.summary(found, "proef"),
    ]
    assert told[0] == "Verschil in kosten: nog onvolledig"
    assert not any("120" in sentence or "minder" in sentence for sentence in told)
    assert narrative.judgement(found, "proef") == "Nog onvolledig"
    assert narrative.main_lines(found) == ()


# Prices, averages and shares of money


def test_a_price_is_higher_not_more(tmp_path: Path) -> None:
    texts = description("euro", protection="prijs", decimals=2, says="Een uur kostte {}", unit="euro per uur")
    found = one(tmp_path, texts, ("2019Q4", 60.80), ("2020Q4", 62.40))
    assert narrative.finding(found, "proef") == f"Een uur kostte €{NBSP}62,40, iets hoger dan een jaar eerder"
    assert narrative.change(found, "proef") == f"€{NBSP}1,60 hoger dan een jaar eerder."


def test_of_a_share_of_money_no_number_of_people_is_told(tmp_path: Path) -> None:
    texts = description(
        "procent", protection="aandeel_bedrag", counted="", says="{} ging naar drie aanbieders"
    )
    found = one(tmp_path, texts, ("2019Q4", 40.0), ("2020Q4", 60.0))
    assert narrative.change(found, "proef") == f"20,0{NBSP}procentpunt hoger dan een jaar eerder."
    assert compare(found, "proef", unit="count").counting is False


def _nearest(value: float, step: float) -> float:
    return step * round(value / step)


ROUNDED = {
    "gemiddelde": lambda n, d: (_nearest(n, 1000), _nearest(d, 5)),
    "aandeel": lambda n, d: (_nearest(n, 5), _nearest(d, 5)),
    "personen": lambda n, d: (_nearest(n, 5), d),
}


@pytest.mark.parametrize("protection", ROUNDED)
def test_rounding_alone_never_makes_a_difference(protection: str) -> None:
    """Two periods with the same true rate, rounded as protection does, differ no more than the margin."""
    draw = random.Random(7)
    form = "euro" if protection == "gemiddelde" else "procent"
    texts = description(form, protection=protection)
    widest = 0.0
    for _ in range(2000):
        people, rate = draw.uniform(300, 3000), draw.uniform(0.05, 0.9)
        rate *= 5000 if form == "euro" else 1
        shown = []
        for denominator in (people, people * draw.uniform(0.98, 1.02)):
            numerator, base = ROUNDED[protection](rate * denominator, denominator)
            shown.append((texts.scale * numerator / base, base))
        both = [figure("2020Q4", value, denominator=base) for value, base in shown]
        pair = Comparison(texts, *both, State.EQUAL, counting=False, rules=record_of(CBS5))
        margin = max(rounding_margin(pair, one) for one in both)
        gap = abs(shown[0][0] - shown[1][0])
        assert gap <= margin + 1e-9
        widest = max(widest, gap / margin)
    assert widest > 0.5  # and the margin is not far too wide


def test_what_is_rounding_follows_from_the_rule_of_the_edition(tmp_path: Path) -> None:
    """Ten more is more where counts are rounded to 5; rounded to 10, nine of them can be rounding."""
    figures = [figure("2019Q4", 100.0, numerator=100.0), figure("2020Q4", 110.0, numerator=110.0)]
    told = {
        policy.name: narrative.judgement(
            small_edition(tmp_path / policy.name, figures, [description()], protection=record_of(policy)),
            "proef",
        )
        for policy in (CBS5, N10)
    }
    assert told == {"cbs5": "Hoger dan vorig jaar", "n10": "Geen duidelijk verschil"}


# Years


def test_a_year_is_named_where_its_sentence_says_the_year(tmp_path: Path) -> None:
    texts = description("per_10000", says="In het jaar kregen {} inwoners hulp")
    found = one(tmp_path, texts, ("2018", 80.0), ("2019", 81.0), ("2020", 95.0))
    (first, _, was, difference, *rest) = narrative.summary(found, "proef")
    assert first == f"In 2020 kregen 95,0{NBSP}van de 10.000 inwoners hulp."
    assert (was, difference) == (
        f"Een jaar eerder was dat 81,0{NBSP}van de 10.000.",
        f"Het verschil is 14,0{NBSP}per{NBSP}10.000.",
    )
    assert not any("gaat over" in sentence for sentence in rest)
    assert narrative.theme_lead(found, "jeugd").startswith(
        f"In 2020 kregen 95,0{NBSP}van de 10.000 inwoners hulp"
    )


def test_a_break_within_a_year_also_parts_the_year_after_it(tmp_path: Path) -> None:
    texts = description("procent", breaks=(Break(period="2019Q3", label="Nieuw", text="Nieuwe telling"),))
    found = one(tmp_path, texts, ("2017", 10.0), ("2018", 11.0), ("2019", 12.0), ("2020", 13.0))
    assert narrative.judgement(found, "proef") == "Geen vergelijking"
    assert not any("2017" in sentence or "2018" in sentence for sentence in narrative.summary(found, "proef"))


def test_the_status_of_quarters_is_told_without_the_years_beside_them(rich: Edition) -> None:
    assert narrative.status_note(rich).startswith("De cijfers over het 4e kwartaal 2020 zijn voorlopig.")


def test_money_keeps_its_place_among_the_main_lines(rich: Edition) -> None:
    themes = [line.theme for line in narrative.main_lines(rich)]
    assert themes == ["jeugd", "wmo", "inkomen", "schulden", "geld"]
    assert "samenhang" in [line.theme for line in narrative.main_lines(rich, limit=6)]


def test_a_change_of_a_quarter_with_bills_to_come_is_called_incomplete(tmp_path: Path) -> None:
    late = Definition(kind="AmountChange", method="verschil/1", incomplete=1)
    figures = [figure("2020Q3", 20_000.0), figure("2020Q4", None, "ontbreekt")]
    found = small_edition(tmp_path / "late", figures, [CHANGE.model_copy(update={"definition": late})])
    assert narrative.finding(found, "proef") == "Verschil in kosten: nog onvolledig"
    assert narrative.finding(found, "proef", "2020Q3") != narrative.finding(found, "proef")
    at_once = small_edition(tmp_path / "at_once", figures, [CHANGE])
    assert narrative.finding(at_once, "proef") == "Verschil in kosten: geen cijfer"
