"""The page Rapporten: newest first, each with its state, its files and what changed; texts are escaped."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html

from socdom.blocks import archive_page
from socdom.editions.archive import ArchivedEdition, ArchiveRecord, ChangedRecord, FileRecord, RevisedLine
from socdom.editions.documents import ErratumRecord


def file(name: str, title: str, form: str, pages: int | None = None) -> FileRecord:
    return FileRecord(name=name, title=title, form=form, size=123_456, pages=pages, checksum="0" * 64)


FILES = (
    file("kwartaalrapport.html", "Kwartaalrapport", "webpagina"),
    file("kwartaalrapport.pdf", "Kwartaalrapport", "PDF", pages=8),
    file("raadsinformatiebrief.pdf", "Raadsinformatiebrief", "PDF", pages=1),
)


def archived(name: str, **changes: Any) -> ArchivedEdition:
    """A definitive edition with three files."""
    told: dict[str, Any] = {
        "name": name, "period": name[:6], "edition": "kern", "version": "1.0", "state": "definitief",
        "figures_as_of": date(2021, 2, 15), "manifest": "0" * 64, "files": FILES,
    }  # fmt: skip
    return ArchivedEdition(**told | changes)


CHANGED = ChangedRecord(
    since="sinds de uitgave over het 3e kwartaal 2020",
    lines=("1 cijfer is herzien & <bekeken>.",),
    revised=(RevisedLine(title="Wmo", period="3e kwartaal 2020", was="71,4", now="71,6", reason="Later."),),
    more=4,
    definitions=("Wmo: wie meetelt",),
)
EARLIER = CHANGED.model_copy(update={"since": "sinds de uitgave over het 2e kwartaal 2020"})
ERRATUM = ErratumRecord(day=date(2021, 3, 1), where="Tabel 1", wrong="412", right="421")


def page(*editions: ArchivedEdition) -> html.HtmlElement:
    """The page of an edition with this archive."""
    edition: Any = SimpleNamespace(archive=ArchiveRecord(editions=editions))
    return html.fromstring(f"<main>{archive_page(edition)}</main>")


@pytest.fixture(scope="module")
def full() -> html.HtmlElement:
    return page(
        archived("2020Q4", state="concept", changed=CHANGED),
        archived("2020Q3-v2.0", version="2.0", errata=(ERRATUM,), changed=EARLIER),
        archived("2020Q3-v1.0", replaced_by="2.0", changed=EARLIER),
    )


def test_without_reports_it_says_so() -> None:
    assert "nog geen rapport" in page().text_content()


def test_newest_first_and_the_others_under_a_heading(full: html.HtmlElement) -> None:
    found = [(item.tag, item.text_content()) for item in full.xpath(".//h2 | .//h3")]
    assert found == [
        ("h2", "4e kwartaal 2020"),
        ("h2", "Eerdere rapporten"),
        ("h3", "3e kwartaal 2020"),
        ("h3", "3e kwartaal 2020, versie 1.0"),
    ]


def test_every_file_has_a_link_of_its_own_that_says_where_it_belongs(full: html.HtmlElement) -> None:
    links = full.xpath(".//a")
    names = ("2020Q4", "2020Q3-v2.0", "2020Q3-v1.0")
    assert [link.get("href") for link in links] == [
        f"rapporten/{name}/{item.name}" for name in names for item in FILES
    ]
    assert links[1].text_content() == "PDF: kwartaalrapport, 4e kwartaal 2020"
    assert links[0].get("download") is None, "a page is read in its place"
    assert links[1].get("download") == "2020-K4-sociaal-domein-kern-v1.0-concept.pdf"
    size = links[1].getnext().text_content().replace("\N{NO-BREAK SPACE}", " ")
    assert size == "(8 pagina’s, 123 kB)"


def test_the_state_is_told_in_words(full: html.HtmlElement) -> None:
    states = [item.text_content() for item in full.xpath(".//*[contains(@class, 'oordeel')]")]
    assert states == ["Concept", "Definitief", "Definitief"]
    text = full.text_content()
    assert "nog niet definitief" in text
    assert "Versie 2.0 vervangt deze versie." in text


def test_a_correction_tells_what_was_and_what_must_be(full: html.HtmlElement) -> None:
    [box] = full.xpath(".//*[@class='errata']")
    assert all(word in box.text_content() for word in ("Tabel 1", "1 maart 2021", "412", "421"))


def test_what_changed_is_folded_and_escaped(full: html.HtmlElement) -> None:
    folded = full.xpath(".//details")[0]
    assert "1 cijfer is herzien & <bekeken>." in folded.text_content()
    assert [cell.text for cell in folded.xpath(".//tbody//td")] == [
        "3e kwartaal 2020",
        "71,4",
        "71,6",
        "Later.",
    ]
    assert "nog 4 meer" in folded.text_content()


def test_ids_are_there_once_and_every_section_is_named(full: html.HtmlElement) -> None:
    ids = full.xpath(".//@id")
    assert sorted(ids) == sorted(set(ids))
    labels = full.xpath(".//@aria-labelledby")
    assert set(labels) <= set(ids)
    names = [full.xpath(f".//*[@id='{label}']")[0].text_content() for label in labels]
    assert sorted(names) == sorted(set(names)), "two parts with one name cannot be told apart by ear"
