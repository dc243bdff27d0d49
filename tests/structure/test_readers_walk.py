"""Who comes new finds an answer within three steps: a row of README, a file it names, and the words in that file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
_README = (ROOT / "README.md").read_text(encoding="utf-8")

# Question in README, the place to look that its row names, the file found there, and the words that are the answer.
# The sentences were taken from pages of the example; a search for words of them without a number finds them.
WALK = {
    "unieke cliënten: its words": (
        "how is this figure defined?",
        "docs/catalogus.md",
        "docs/catalogus.md",
        "unieke cliënten",
    ),
    "unieke cliënten: its file": (
        "how is this figure defined?",
        "socdom/indicators/",
        "socdom/indicators/wmo/wmo_clienten.py",
        "PersonsActive",
    ),
    "unieke cliënten: worked out": (
        "how is it counted?",
        "docs/methoden.md",
        "docs/methoden.md",
        "Wie twee soorten hulp heeft, telt één keer.",
    ),
    "unieke cliënten: the rule as a test": (
        "how is it counted?",
        "tests/spec/",
        "tests/spec/test_counting_rules.py",
        "PersonsActive",
    ),
    "a cell is hidden: the story": (
        "why was this cell hidden?",
        "docs/bescherming.md",
        "docs/bescherming.md",
        "hides true counts of 0 to 7",
    ),
    "a cell is hidden: the rule": (
        "why was this cell hidden?",
        "socdom/disclosure/policy.py",
        "socdom/disclosure/policy.py",
        "CBS5",
    ),
    "a sentence on Overzicht": (
        "where does this sentence come from?",
        "socdom/narrative/",
        "socdom/narrative/opening.py",
        "Er zijn meer jongeren met jeugdhulp en meer inwoners met Wmo-hulp dan een jaar eerder.",
    ),
    "a sentence on Signalen": (
        "where does this sentence come from?",
        "socdom/narrative/",
        "socdom/narrative/register.py",
        "Ook als er niets verandert, geeft toeval daarbij ongeveer",
    ),
    "a sentence on Wijken": (
        "where does this sentence come from?",
        "socdom/narrative/",
        "socdom/narrative/wijken.py",
        "Bij geen kerngetal verschilt een wijk meer van het geheel dan bij toeval past.",
    ),
    "a fixed sentence on a theme": (
        "where does this sentence come from?",
        "socdom/share/templates/",
        "socdom/share/templates/dashboard/choice_opening.html.j2",
        "en de nieuwste cijfers, ook als u iets anders kiest.",
    ),
    "what a mail says": (
        "what does a mail say?",
        "socdom/pipeline/unattended/letters.py",
        "socdom/pipeline/unattended/letters.py",
        "Dit bericht is automatisch gemaakt.",
    ),
    "when something is a signal": (
        "where is a threshold or colour set?",
        "socdom/stats/xmr.py",
        "socdom/stats/xmr.py",
        "2.66",
    ),
    "another municipality": (
        "what do I change for another municipality?",
        "parameters/lindeveen/",
        "parameters/lindeveen/gemeente.yml",
        "bronnen:",
    ),
}  # fmt: skip


def _rows() -> dict[str, str]:
    """Question → place, of the table "Where do I find"."""
    part = _README.partition("## Where do I find")[2].partition("\n## ")[0]
    return dict(re.findall(r"^\| (.+?) \| (.+) \|$", part, re.M))


@pytest.mark.parametrize(("question", "place", "file", "words"), WALK.values(), ids=WALK)
def test_a_reader_finds_it_in_three_steps(question: str, place: str, file: str, words: str) -> None:
    assert place in _rows()[question]
    assert file.startswith(place)
    assert words in (ROOT / file).read_text(encoding="utf-8")
