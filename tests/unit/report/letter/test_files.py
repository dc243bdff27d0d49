"""The files of the letter: the same text in the page, the PDF and the Word file, and readable for everybody."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from lxml import html
from pypdf import PdfReader

from socdom.editions.read import Edition
from socdom.editions.write import write_changes
from socdom.report.letter.files import write_files
from socdom.report.letter.length import letter_faults
from tests.lib import agreed
from tests.lib.letters import filled, shown
from tests.lib.sample_edition import write_sample

pytestmark = pytest.mark.slow
LOGO = "data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAyMCAxMCIvPg=="


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of an edition with a letter that is filled in."""
    additions = replace(agreed.additions(), documents=filled())
    folder = write_sample(tmp_path_factory.mktemp("brief"), additions=additions, logo=LOGO)
    write_changes(folder, agreed.changes())
    write_files(shown(folder), Edition(folder), lambda line: None)
    return folder.resolve()


@pytest.fixture(scope="module")
def page(made: Path) -> html.HtmlElement:
    return html.document_fromstring((made / "raadsinformatiebrief.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def word(made: Path) -> Document:
    return docx.Document(str(made / "raadsinformatiebrief.docx"))


def word_text(document: Document) -> str:
    """Everything that can be read, in the order of the file."""
    parts = []
    for element in document.element.body.iter(qn("w:t"), qn("w:p"), qn("w:br"), qn("w:tab")):
        parts.append(element.text or "" if element.tag == qn("w:t") else " ")
    return "".join(parts)


def page_text(page: html.HtmlElement) -> str:
    for element in page.iter("br", "p", "dt", "dd", "li", "h1", "h2", "div"):
        element.tail = f" {element.tail or ''}"
    return str(page.xpath("//main")[0].text_content())


def words(text: str) -> Counter[str]:
    return Counter(text.replace("|", " ").split())


def test_page_and_word_file_say_the_same(page: html.HtmlElement, word: Document) -> None:
    on_page = words(page_text(page))
    assert on_page.total() > 150
    assert on_page == words(word_text(word))


def test_pdf_says_what_the_word_file_says(made: Path, word: Document) -> None:
    reader = PdfReader(made / "raadsinformatiebrief.pdf")
    found = re.sub(r"\s", "", "".join(leaf.extract_text() for leaf in reader.pages))
    paragraphs = [p.text for p in word.paragraphs] + [
        p.text for table in word.tables for cell in table.rows[0].cells for p in cell.paragraphs
    ]
    lines = [line for text in paragraphs for line in re.split(r"[\n\t|]", text) if line.strip()]
    assert len(lines) > 40
    assert [line for line in lines if re.sub(r"\s", "", line) not in found] == []


def test_the_letter_is_one_page(made: Path) -> None:
    assert len(PdfReader(made / "raadsinformatiebrief.pdf").pages) == 1
    assert letter_faults(Edition(made)) == []


def test_a_letter_of_more_pages_tells_what_is_longest(made: Path, report_folder: Path) -> None:
    edition = Edition(report_folder)
    edition.folder = made.parent
    (made.parent / "raadsinformatiebrief.pdf").write_bytes(
        (report_folder / "kwartaalrapport.pdf").read_bytes()
    )
    number = len(PdfReader(report_folder / "kwartaalrapport.pdf").pages)
    edition.documents = filled(actions="woord " * 90)
    [fault] = letter_faults(edition)
    assert str(fault).startswith(
        f"raadsinformatiebrief.pdf: hooguit 1 pagina, gevonden: {number}; het langst: wat_doen_wij (90 woorden) en"
    )
    edition.documents = edition.documents.model_copy(update={"kinds": ("rapport",)})
    assert letter_faults(edition) == []


def test_page_has_one_heading_and_parts_in_order(page: html.HtmlElement) -> None:
    assert page.get("lang") == "nl"
    assert [e.text_content() for e in page.iter("h1")] == [
        "Betreft: Kwartaalrapportage sociaal domein, 4e kwartaal 2020"
    ]
    assert [e.tag for e in page.iter("h1", "h2", "h3")] == ["h1"] + ["h2"] * 7
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(name in ids for name in page.xpath("//section/@aria-labelledby"))
    assert not page.xpath("//script|//link[@rel='stylesheet']")


def test_word_file_has_real_headings_lists_and_links(word: Document) -> None:
    styles = [p.style.name for p in word.paragraphs if p.style is not None]
    assert styles.count("Heading 1") == 1
    assert styles.count("Heading 2") == 7
    assert styles.count("List Number") == 3
    assert styles.count("List Bullet") == 3 + 2
    links = [link.address for p in word.paragraphs for link in p.hyperlinks]
    assert links == [
        "mailto:s.dewit@lindeveen.example",
        "https://dashboard.lindeveen.example/sociaal-domein",
        "mailto:griffie@lindeveen.example",
    ]


def test_word_file_has_language_title_and_a_logo_with_a_text(word: Document) -> None:
    about = word.core_properties
    assert (about.language, about.author) == ("nl-NL", "Gemeente Lindeveen")
    assert about.title.startswith("Raadsinformatiebrief: Kwartaalrapportage sociaal domein")
    assert (about.created.isoformat(), about.modified) == ("2021-02-15T00:00:00+00:00", about.created)
    assert word.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "nl-NL"
    [logo] = word.element.body.iter(qn("wp:docPr"))
    assert logo.get("descr") == "Logo van de gemeente Lindeveen"
    [size] = word.element.body.iter(qn("wp:extent"))
    assert int(size.get("cx")) == 2 * int(size.get("cy"))  # the shape of the drawing


def test_word_file_has_no_empty_paragraph_to_read(word: Document) -> None:
    assert [p.text for p in word.paragraphs if not p.text.strip()] == []


def test_the_drawn_mark_is_decoration(report_folder: Path) -> None:
    word = docx.Document(str(report_folder / "raadsinformatiebrief.docx"))
    assert [p.text for p in word.paragraphs if not p.text.strip()] == []
    [about] = word.element.body.iter(qn("wp:docPr"))
    assert about.get("descr", "") == ""
    assert [e.get("val") for e in about.iter() if e.tag.endswith("}decorative")] == ["1"]


def test_word_file_is_small_and_holds_no_clock(made: Path) -> None:
    path = made / "raadsinformatiebrief.docx"
    with zipfile.ZipFile(path) as file:
        assert {item.date_time for item in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "word/media/logo.svg" in file.namelist()
        assert not [name for name in file.namelist() if "thumbnail" in name or "customXml" in name]
    assert path.stat().st_size < 100_000


def test_an_open_field_stands_out_in_every_file(report_folder: Path) -> None:
    """In words, in bold and within dashes: not by colour alone."""
    page = html.document_fromstring((report_folder / "raadsinformatiebrief.html").read_text(encoding="utf-8"))
    assert [mark.text for mark in page.iter("mark")] == ["[in te vullen]"] * 9
    word = docx.Document(str(report_folder / "raadsinformatiebrief.docx"))
    paragraphs = [*word.paragraphs, *(p for c in word.tables[0].rows[0].cells for p in c.paragraphs)]
    marked = [run for p in paragraphs for run in p.runs if run.style.name == "In te vullen"]
    assert [run.text for run in marked] == ["[in te vullen]"] * 9
    text = "".join(
        leaf.extract_text() for leaf in PdfReader(report_folder / "raadsinformatiebrief.pdf").pages
    )
    # Nine fields, and the line above the letter that says how many there are.
    assert len(re.findall(r"\[in\s+te\s+vullen\]", text)) == 10
