"""Spelling with hunspell and Debian's Dutch dictionary, which `make test` sets up."""

from __future__ import annotations

import pytest

from socdom.plain_language import Gravity, Text, Voice, check, lists, spelling, spelling_is_checked
from socdom.plain_language.spelling import unknown


def test_hunspell_is_there() -> None:
    assert spelling_is_checked(), "make test sets hunspell up (.ci/setup hunspell)"


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("De gemeente betaald de jeugdhulpkosten.", []),
        ("De gemeete helpt.", ["gemeete"]),
        ("De Wmo-hulp en de pgb's van re-integratie.", []),
        ("De Wmo-hullp.", ["Wmo-hullp"]),
        ("Eén keer één euro; cliënten en geïnde bedragen.", []),
        ("Draai `socdom fetsj` of socdom renew-key in /tmp/mapp met --optiee en x.ymll.", []),
        ("Vul in: \"clienten\" of TotaalIngediendBedrag, in BU99990101.", []),
        ("Dat is \N{OBJECT REPLACEMENT CHARACTER}tje en € 1,2 mln. meer.", []),
    ],
)  # fmt: skip
def test_what_is_wrong(sentence: str, wrong: list[str]) -> None:
    remarks = [r for r in check([Text("proef.md", 3, sentence, Voice.FIXED)]) if "woordenboek" in r.why]
    assert [remark.found for remark in remarks] == wrong
    assert all((remark.line, remark.gravity) == (3, Gravity.FAULT) for remark in remarks)


def test_a_proposal() -> None:
    (remark,) = spelling.spelling([Text("proef.md", 1, "De gemeete.", Voice.FIXED)])
    assert "gemeente" in remark.proposal


def test_names_of_places_are_known() -> None:
    assert unknown({"Noorderlinde"}) == {"Noorderlinde"}
    assert unknown({"Noorderlinde"}, frozenset({"Noorderlinde"})) == set()


def test_every_word_of_the_own_list_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    own = set(lists.own_words())
    monkeypatch.setattr(spelling, "own_words", frozenset)
    assert unknown(own) == own


def test_without_hunspell_nothing_is_said_of_spelling(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spelling, "spelling_is_checked", lambda: False)
    assert list(spelling.spelling([Text("proef.md", 1, "De gemeete.", Voice.FIXED)])) == []
