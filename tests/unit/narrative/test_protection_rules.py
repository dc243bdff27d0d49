"""What a reader is told about protection is made from the thresholds of the edition."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from socdom.disclosure.policy import CBS5, N10, PROTECTIONS, Policy
from socdom.narrative.protection import multiples, protected_how, protection_sentences
from socdom.parameters.models import Besluit
from socdom.pipeline.protection import record_of

OWN = replace(
    CBS5,
    hidden_up_to=14,
    round_to=9,
    statistic_base=21,
    percentile_base=61,
    amount_round_to=5000,
    dominance_one=0.33,
    dominance_two=0.61,
    providers_base=4,
    kept_within=1,
    share_decimals=((250, 0), (None, 1)),
)


def text(policy: Policy, besluit: Besluit | None = None) -> str:
    return " ".join(protection_sentences(record_of(policy, besluit)))


def test_the_rule_of_cbs_in_words() -> None:
    told = protection_sentences(record_of(CBS5))
    assert told[0] == (
        "Van 0 tot en met 7 mensen laten we geen cijfer zien. U ziet dan een punt. Ook een 0 tonen we niet. "
        "Andere aantallen ronden we af op vijftallen."
    )
    whole = text(CBS5)
    for words in (
        "de helft",
        "80 procent",
        "vanaf 10 gevallen",
        "vanaf 50 gevallen",
        "1.000 euro",
        "minder dan 100",
    ):
        assert words in whole
    assert "tabel 83262NED" in whole
    assert "besloot" not in whole


def test_other_thresholds_are_other_words() -> None:
    assert "Van 0 tot en met 9 mensen" in text(N10)
    assert "tientallen" in text(N10)
    whole = text(OWN)
    for words in ("tot en met 14", "veelvouden van 9", "21 gevallen", "61 gevallen", "5.000 euro", "33 procent",
                  "61 procent", "4 aanbieders", "scheelt het één persoon", "minder dan 250"):  # fmt: skip
        assert words in whole
    for gone in (r"\b7\b", r"\b10\b", r"\b50\b", "1.000", "80 procent", "vijftallen"):
        assert not re.search(gone, whole), gone


def test_what_does_not_hold_is_not_told() -> None:
    whole = text(replace(CBS5, kept_within=0, providers_base=1, share_decimals=((100, 1), (None, 1))))
    for words in ("oude cijfer", "aanbieders", "hele procenten"):
        assert words not in whole


def test_a_decision_is_told_with_what_it_made_laxer() -> None:
    decision = Besluit(
        wie="het college van B en W", wanneer=date(2021, 3, 1), waarom="De raad vroeg erom", kenmerk="Z-12"
    )
    told = protection_sentences(record_of(replace(CBS5, statistic_base=8), decision))[-1]
    assert told == (
        "De gemeente heeft eigen grenzen. Dat besloot: het college van B en W, op 1 maart 2021 (kenmerk Z-12). "
        "De reden: De raad vroeg erom. Minder streng dan gewoonlijk: een mediaan vanaf 8 gevallen (gewoonlijk 10)."
    )


@pytest.mark.parametrize("policy", [CBS5, N10, OWN], ids=["cbs5", "n10", "own"])
def test_short_whole_sentences(policy: Policy) -> None:
    record = record_of(policy)
    for paragraph in (*protection_sentences(record), *(protected_how(kind, record) for kind in PROTECTIONS)):
        assert paragraph.endswith(".")
        assert "  " not in paragraph
        for sentence in re.split(r"(?<=[.?]) ", paragraph):
            assert sentence[0].isupper()
            assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize("protection", sorted(set(PROTECTIONS) - {"openbaar", "duur", "percentiel"}))
def test_an_entry_of_the_catalogue_names_the_thresholds_of_its_rule(protection: str) -> None:
    assert "0 tot en met 7" in protected_how(protection, record_of(CBS5))
    assert "0 tot en met 9" in protected_how(protection, record_of(N10))


def test_steps_have_a_name() -> None:
    assert [multiples(step) for step in (5, 10, 15)] == ["vijftallen", "tientallen", "veelvouden van 15"]
