"""The box above a corrected report: what was wrong and what it must be, newest first, and nothing without errata."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from lxml import html

from socdom import blocks
from socdom.editions.additions import Additions
from socdom.editions.documents import DocumentsRecord, ErratumRecord
from socdom.editions.read import Edition
from socdom.narrative.errata import errata_lines
from tests.lib.small_edition import figure, small_edition

OLD = ErratumRecord(day=date(2021, 3, 1), where="Wmo", wrong="100", right="110")
NEW = ErratumRecord(day=date(2021, 4, 15), where="Jeugd <b>", wrong="12 weken", right="13 weken")


def corrected(tmp_path: Path, *errata: ErratumRecord, **changes: object) -> Edition:
    additions = Additions(documents=DocumentsRecord(errata=errata))
    return small_edition(tmp_path, [figure("2020Q4", 10.0)], additions=additions, **changes)


def test_without_errata_there_is_no_box(tmp_path: Path) -> None:
    assert blocks.errata(corrected(tmp_path)) == ""


def test_it_says_which_version_it_replaces_and_each_erratum_newest_first(tmp_path: Path) -> None:
    edition = corrected(tmp_path, OLD, NEW, version="2.0", state="definitief", replaces="1.0")
    box = html.fromstring(blocks.errata(edition))
    (title,) = box.xpath(f"//*[@id='{box.get('aria-labelledby')}']")
    assert (title.tag, title.text_content()) == ("p", "Verbeterd: versie 2.0 vervangt versie 1.0")
    assert [item.text_content() for item in box.xpath("//li//strong")] == ["Jeugd <b>", "Wmo"]
    told = [item.text_content() for item in box.xpath("(//li)[1]//dt | (//li)[1]//dd")]
    assert told == ["Er stond", "12 weken", "Dit moet zijn", "13 weken"]
    assert "15 april 2021" in box.xpath("//li")[0].text_content().replace("\N{NO-BREAK SPACE}", " ")
    assert "concept" not in box.text_content()


def test_a_letter_says_the_same_in_lines(tmp_path: Path) -> None:
    edition = corrected(tmp_path, OLD, NEW, version="2.0", state="definitief", replaces="1.0")
    first, newest, oldest = errata_lines(edition)
    assert first == "Verbeterd: versie 2.0 vervangt versie 1.0."
    assert newest.endswith("Er stond: 12 weken. Dit moet zijn: 13 weken.")
    assert oldest.startswith("Wmo (verbeterd op")
    assert errata_lines(corrected(tmp_path / "zonder")) == []


def test_a_correction_that_is_a_concept_says_that_the_earlier_version_counts(tmp_path: Path) -> None:
    box = blocks.errata(corrected(tmp_path, NEW, version="2.0", replaces="1.0"), heading_level=2)
    assert "geldt de eerdere versie" in box
    assert '<h2 class="errata-titel"' in box


def test_a_correction_of_a_version_that_is_not_here_names_only_its_own(tmp_path: Path) -> None:
    box = blocks.errata(corrected(tmp_path, NEW, version="2.0", state="definitief"))
    assert "Verbeterd: dit is versie 2.0" in box
    assert "vervangt" not in box


def test_under_zonder_duiding_a_correction_stays(tmp_path: Path) -> None:
    edition = corrected(tmp_path, NEW, profile="zonder duiding", version="2.0", replaces="1.0")
    assert "13 weken" in blocks.errata(edition)
