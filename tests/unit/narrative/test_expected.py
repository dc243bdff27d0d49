"""Sentences about late declarations: every state, at most twenty words, and never a fall."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from socdom import narrative
from socdom.editions.additions import Additions
from socdom.editions.expected import ExpectedRecord
from socdom.editions.read import Edition
from socdom.narrative.expected import expected_note, expected_sentence
from tests.lib.small_edition import description, figure, small_edition

NBSP = "\N{NO-BREAK SPACE}"
NOW, BEFORE = "2020Q4", "2020Q3"
EUROS = description(
    "euro", says="Aanbieders declareerden {} voor hulp", title="Declaraties", short="Declaraties"
)


def record(**changes: object) -> ExpectedRecord:
    values = {
        "indicator": "proef", "period": NOW, "completeness": 87, "expected": 3_110_000.0, "low": 2_960_000.0,
        "high": 3_280_000.0, "method": "bornhuetter_ferguson", "errors": 9,
    }  # fmt: skip
    return ExpectedRecord(**{**values, **changes})


def edition(folder: Path, *records: ExpectedRecord) -> Edition:
    rows = [
        figure("2019Q4", 3_300_000.0),
        figure(BEFORE, 2_900_000.0, "onvolledig"),
        figure(NOW, 2_700_000.0, "onvolledig"),
    ]
    return small_edition(folder / "e", rows, [EUROS], additions=Additions(expected=records))


CASES = [
    ("with bounds", record(),
     f"Nog niet alle rekeningen zijn binnen: naar schatting 87 procent. Verwacht wordt €{NBSP}3,1{NBSP}mln. "
     f"In 8 van de 10 keer komt het bedrag uit tussen €{NBSP}3,0{NBSP}mln. en €{NBSP}3,3{NBSP}mln."),
    ("bounds that read the same", record(low=3_080_000.0, high=3_140_000.0),
     f"Nog niet alle rekeningen zijn binnen: naar schatting 87 procent. Verwacht wordt ongeveer €{NBSP}3,1{NBSP}mln."),
    ("too few past errors", record(low=None, high=None),
     f"Nog niet alle rekeningen zijn binnen: naar schatting 87 procent. Verwacht wordt ongeveer €{NBSP}3,1{NBSP}mln. "
     "Hoe groot de marge is, is nog niet bekend."),
    ("no estimate", record(expected=None, low=None, high=None),
     "Nog niet alle rekeningen zijn binnen: naar schatting 87 procent."),
    # A share that rounds to all of it: "not all is in: 100 percent" would contradict itself.
    ("as good as all", record(completeness=100, expected=2_700_000.0, low=None, high=None),
     f"Naar schatting zijn bijna alle rekeningen binnen. Verwacht wordt ongeveer €{NBSP}2,7{NBSP}mln. "
     "Hoe groot de marge is, is nog niet bekend."),
    ("under a million", record(expected=410_000.0, low=402_000.0, high=418_000.0),
     f"Nog niet alle rekeningen zijn binnen: naar schatting 87 procent. Verwacht wordt €{NBSP}410.000. "
     f"In 8 van de 10 keer komt het bedrag uit tussen €{NBSP}402.000 en €{NBSP}418.000."),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_every_state(tmp_path: Path, told: ExpectedRecord, expected: str) -> None:
    text = expected_sentence(edition(tmp_path, told), "proef")
    assert text == expected
    closed = text.replace("mln. en", "mln en")
    assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=\.) ", closed))


def test_another_quarter_than_the_newest_is_named(tmp_path: Path) -> None:
    text = expected_sentence(edition(tmp_path, record(period=BEFORE, completeness=94)), "proef", BEFORE)
    first = "Nog niet alle rekeningen over het 3e kwartaal 2020 zijn binnen: naar schatting 94 procent."
    assert text.startswith(first)
    assert len(first.split()) <= 20


def test_nothing_is_said_where_nothing_is_known(tmp_path: Path) -> None:
    some = edition(tmp_path, record())
    assert expected_sentence(some, "proef", "2019Q4") == ""
    assert expected_note(some, figure("2019Q4", 1.0)) == ""


def test_the_note_in_a_table(tmp_path: Path) -> None:
    some = edition(tmp_path, record(), record(period=BEFORE, expected=None, low=None, high=None))
    told = expected_note(some, figure(NOW, 2_700_000.0, "onvolledig"))
    assert told == f"naar schatting 87% binnen, verwacht €{NBSP}3,1{NBSP}mln."
    assert expected_note(some, figure(BEFORE, 1.0)) == "naar schatting 87% binnen"
    assert expected_note(some, figure(NOW, 1.0, area="WK999901")) == ""
    assert expected_note(some, figure(NOW, 1.0, dimension="vorm", category="zin")) == ""


def test_an_incomplete_quarter_is_never_called_a_fall(tmp_path: Path) -> None:
    some = edition(tmp_path, record(), record(period=BEFORE))
    for period in (NOW, BEFORE):
        texts = (
            narrative.finding(some, "proef", period),
            narrative.change(some, "proef", period),
            narrative.judgement(some, "proef", period),
            expected_sentence(some, "proef", period),
        )
        for text in texts:
            assert not re.search(
                r"\b(lager|minder|daal\w*|gedaald|afname|hoger|meer dan)\b", text, re.IGNORECASE
            )


def test_every_number_is_of_the_edition(tmp_path: Path) -> None:
    told = record()
    text = expected_sentence(edition(tmp_path, told), "proef").replace(NBSP, " ")
    numbers = re.findall(r"\d[\d.]*,?\d*", text.replace("In 8 van de 10 keer", ""))
    assert [float(number.rstrip(".").replace(",", ".")) for number in numbers] == [87, 3.1, 3.0, 3.3]
