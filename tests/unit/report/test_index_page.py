"""The first page of an edition: every document, one link for each file that is there, the same every time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from socdom.editions.read import Edition
from socdom.report.index_page import index_page
from socdom.report.pdf_pages import page_count


@pytest.fixture(scope="module")
def page(report_folder: Path) -> html.HtmlElement:
    return html.document_fromstring(index_page(Edition(report_folder)))


def files(folder: Path, *suffixes: str) -> set[str]:
    return {path.name for path in folder.iterdir() if path.suffix in suffixes and path.name != "index.html"}


def test_every_document_is_on_it_and_every_link_leads_to_a_file(
    page: html.HtmlElement, report_folder: Path
) -> None:
    links = {link for link in page.xpath("//main//a/@href") if not link.startswith(("#", "http"))}
    assert files(report_folder, ".html", ".pdf", ".docx", ".csv", ".xlsx", ".ipynb") <= links
    assert all((report_folder / link).is_file() for link in links)


def test_a_pdf_tells_its_pages(page: html.HtmlElement, report_folder: Path) -> None:
    told = page.xpath("//a[@href='kwartaalrapport.pdf' and @download]/following-sibling::span")[
        0
    ].text_content()
    assert re.search(rf"\({page_count(report_folder / 'kwartaalrapport.pdf')} pagina", told)


def test_names_for_the_meeting_system_say_that_it_is_a_concept(page: html.HtmlElement) -> None:
    names = page.xpath("//table//td/text()")
    assert "2020-K4-sociaal-domein-kern-v1.0-concept.pdf" in names
    assert "nog niet in het vergadersysteem" in page.text_content()


def test_a_definitive_edition_says_so(report_folder: Path) -> None:
    edition = Edition(report_folder)
    edition.meta = edition.meta.model_copy(update={"state": "definitief", "version": "2.0"})
    text = html.document_fromstring(index_page(edition)).text_content()
    assert "2020-K4-sociaal-domein-kern-v2.0.pdf" in text
    assert "concept" not in text.lower()
    assert "socdom verify 2020Q4-v2.0 -g lindeveen" in text


def test_it_is_one_file_with_one_title_and_headings_in_order(page: html.HtmlElement) -> None:
    assert not page.xpath("//script | //link[@rel='stylesheet'] | //img[not(starts-with(@src, 'data:'))]")
    assert len(page.xpath("//h1")) == 1
    assert set(page.xpath("//main//*[self::h2 or self::h3]/@id"))
    assert page.get("lang") == "nl"
    ids = page.xpath("//@id")
    assert sorted(ids) == sorted(set(ids))


def test_the_same_edition_gives_the_same_page_in_whatever_folder(report_folder: Path, tmp_path: Path) -> None:
    (tmp_path / "bezig-x").symlink_to(report_folder.resolve())
    edition = Edition(report_folder)
    edition.folder = tmp_path / "bezig-x"
    assert index_page(edition) == index_page(Edition(report_folder))
