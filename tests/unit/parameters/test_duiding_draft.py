"""The writer of a file of duiding: what stands in it, what stays, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import read_duiding
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import ABOVE, Draft, draft_text, read_draft

WHY, MEANS, DOES, UNKNOWN = PARTS
EMPTY = dict.fromkeys(PARTS, "")
WRITTEN = Draft(
    indicator="wmo_clienten", rol="adviseur Wmo", datum=date(2021, 2, 18), status="goedgekeurd",
    parts={**EMPTY, WHY: "Meer aanvragen.", UNKNOWN: "Hoe lang dit duurt."},
)  # fmt: skip
FILE = """\
---
indicator: wmo_clienten
rol: adviseur Wmo
datum: 2021-02-18
status: goedgekeurd
---

## Waarom?

Meer aanvragen.

## Wat betekent het voor inwoners en geld?

## Wat doet het college?

## Wat weten we nog niet?

Hoe lang dit duurt.
"""
NOTED = """\
---
thema: geld
rol:
datum:
status: concept
---
<!-- boven
## Waarom? -->
## Waarom?
Ervoor. <!-- midden --> Erna.
<!-- onder -->
## Wat doet het college? <!-- naast -->
"""


def _refused(draft: Draft) -> str:
    with pytest.raises(ParameterError) as caught:
        draft_text(draft)
    return caught.value.report()


def _with(text: str, heading: str = WHY) -> Draft:
    return replace(WRITTEN, parts={**EMPTY, heading: text})


def test_the_file_is_as_a_person_would_write_it(tmp_path: Path) -> None:
    assert draft_text(WRITTEN) == FILE
    (tmp_path / "a.md").write_text(FILE, encoding="utf-8")
    (found,) = read_duiding(tmp_path)
    assert (found.subject, found.rol, found.datum, found.status) == (
        "wmo_clienten",
        "adviseur Wmo",
        date(2021, 2, 18),
        "goedgekeurd",
    )
    assert found.parts == WRITTEN.parts


def test_an_empty_concept_says_what_to_fill_in() -> None:
    text = draft_text(Draft(thema="geld"))
    assert "rol:             # uw functie, geen naam\ndatum:           # de dag" in text
    assert "status: concept  # maak hiervan goedgekeurd" in text
    assert read_draft(text, "geld.md") == Draft(thema="geld")


def test_comments_stay_with_their_part() -> None:
    draft = read_draft(NOTED, "geld.md")
    assert draft.parts[WHY] == "Ervoor.  Erna."
    assert draft.notes == {
        ABOVE: ("<!-- boven\n## Waarom? -->",),
        WHY: ("<!-- midden -->", "<!-- onder -->"),
        DOES: ("<!-- naast -->",),
    }
    again = draft_text(replace(draft, parts={**draft.parts, WHY: "Anders."}))
    assert "## Waarom?\n\n<!-- midden -->\n\n<!-- onder -->\n\nAnders.\n" in again
    assert read_draft(again, "geld.md").notes == draft.notes


@pytest.mark.parametrize("text", ["Eerst.\n## Nog iets\nDan.", "```\n## code\n```", "a\r## b", "## Waarom?"])
def test_a_heading_in_a_text_is_refused(text: str) -> None:
    told = _refused(_with(text, MEANS))
    assert f"{MEANS}: hier staat een kopje met ## in" in told
    assert "**zo**" in told


@pytest.mark.parametrize("text", ["a <!-- b", "a --> b", "<!-- weg -->"])
def test_the_mark_of_a_comment_is_refused(text: str) -> None:
    assert "hier staat <!-- of --> in" in _refused(_with(text))


@pytest.mark.parametrize(
    "text", ["---", "# Kop\n\n### Klein", "a ##geen kop", "a\n---\nrol: x\n---\nb", "\\## zo"]
)
def test_other_markdown_is_kept_as_it_is(text: str) -> None:
    assert read_draft(draft_text(_with(text)), "a.md").parts[WHY] == text


def test_what_an_approved_text_needs_is_told_at_once() -> None:
    told = _refused(Draft(indicator="wmo_clienten", status="goedgekeurd", rol="ik"))
    assert "3 punten" in told
    for word in ("rol:", "datum:", "tekst:"):
        assert word in told


def test_a_number_of_a_person_is_refused_and_not_repeated() -> None:
    told = _refused(_with("Zie 123456782."))
    assert "van een persoon kan zijn" in told
    assert "123456782" not in told
    assert "van een persoon" in _refused(replace(WRITTEN, rol="123 456 782"))


def test_half_a_sign_is_refused() -> None:
    assert "niet te bewaren" in _refused(_with("a\ud83d"))
