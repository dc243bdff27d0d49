"""The letter as a Word file that can be edited: real headings, lists and links, and an order that can be read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement, parse_xml
from docx.shared import Pt
from docx.text.paragraph import Paragraph as WordParagraph

from socdom.editions.model import EditionMeta
from socdom.report.letter.model import (
    LetterContent,
    Paragraph,
    Part,
    Points,
    Reference,
    Run,
    Signatory,
    Text,
    plain,
)
from socdom.report.letter.word_base import empty_document, save
from socdom.report.letter.word_mark import add_mark

_STYLES = {"strong": "Strong", "open": "In te vullen", "link": "Hyperlink"}
_AFTER_PART = Pt(4)
_NO_MARGINS = (
    '<w:tblCellMar xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_BETWEEN_COLUMNS = "300"
# What the schema wants behind a frame in the properties of a paragraph.
_BEHIND_FRAME = (
    "w:widowControl",
    "w:numPr",
    "w:pBdr",
    "w:tabs",
    "w:spacing",
    "w:ind",
    "w:jc",
    "w:outlineLvl",
)


def to_word(letter: LetterContent, meta: EditionMeta, out: Path) -> Path:
    """Write the letter as a Word file; the same letter gives the same bytes."""
    document = empty_document(meta, letter.title)
    _head(document, letter, meta)
    _columns(document, 1)
    _fields(document, letter)
    _columns(document, 2)
    for reference in letter.below:
        _field(document, reference, "Kenmerk")
    _body(document, letter)
    _set_columns(document, 1)
    _signatories(document, letter.signatories)
    return save(document, out)


def _head(document: Document, letter: LetterContent, meta: EditionMeta) -> None:
    name = document.add_paragraph(style="Gemeente")
    add_mark(name, meta)
    name.add_run(letter.municipality)
    if letter.sender:
        document.add_paragraph(" | ".join(letter.sender), style="Afzender")
    if notices := [text for text in (letter.fictional, *letter.notices) if text]:
        _add_lines(document.add_paragraph(style="Melding"), [plain(text) for text in notices])


def _fields(document: Document, letter: LetterContent) -> None:
    for reference in letter.left:
        _field(document, reference, "Kenmerk")
    for place, reference in enumerate(letter.right):
        _field(document, reference, "Kenmerk rechts", new_column=place == 0)


def _field(document: Document, reference: Reference, style: str, *, new_column: bool = False) -> None:
    paragraph = document.add_paragraph(style=style)
    if new_column:
        paragraph.add_run().add_break(WD_BREAK.COLUMN)
    paragraph.add_run(f"{reference.label}\t")
    _add_lines(paragraph, reference.lines)


def _body(document: Document, letter: LetterContent) -> None:
    document.add_paragraph(f"Betreft: {letter.subject}", style="Heading 1")
    document.add_paragraph(letter.salutation)
    _add(document.add_paragraph(), letter.opening.text)
    for part in letter.parts:
        _part(document, part)
    document.add_paragraph(letter.closing)
    _add(document.add_paragraph(), letter.college)


def _part(document: Document, part: Part) -> None:
    _beside(document.add_paragraph(part.title, style="Heading 2"))
    for block in part.blocks:
        for text, style in _paragraphs(block):
            _add(document.add_paragraph(style=style), text)
        # A list is close together, and as far from what follows as any paragraph.
        document.paragraphs[-1].paragraph_format.space_after = _AFTER_PART


def _beside(heading: WordParagraph) -> None:
    """Put a heading in the margin beside its text, as its style says; not every program reads that from the style."""
    assert heading.style is not None
    frame = heading.style.element.find(f".//{qn('w:framePr')}")
    properties = heading._p.get_or_add_pPr()
    properties.insert_element_before(deepcopy(frame), *_BEHIND_FRAME)


def _paragraphs(block: Paragraph | Points) -> list[tuple[Text, str]]:
    if isinstance(block, Paragraph):
        return [(block.text, "Brieftekst")]
    style = "List Number" if block.numbered else "List Bullet"
    return [(text, style) for text in block.items]


def _signatories(document: Document, signatories: Sequence[Signatory]) -> None:
    """Side by side, each in a cell of its own, so that a name is read together with its function."""
    table = document.add_table(rows=1, cols=len(signatories))
    table._tbl.tblPr.find(qn("w:tblLook")).addprevious(parse_xml(_NO_MARGINS))
    for cell, signatory in zip(table.rows[0].cells, signatories, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.style = "Signature"
        _add(paragraph, signatory.name)
        paragraph.add_run(",").add_break()
        paragraph.add_run(signatory.role)


def _add_lines(paragraph: WordParagraph, lines: Sequence[Text]) -> None:
    for place, line in enumerate(lines):
        if place:
            paragraph.add_run().add_break()
        _add(paragraph, line)


def _add(paragraph: WordParagraph, text: Text) -> None:
    for run in text:
        if run.kind == "link":
            _add_link(paragraph, run)
        else:
            paragraph.add_run(run.text, style=_STYLES.get(run.kind))


def _add_link(paragraph: WordParagraph, run: Run) -> None:
    """A link; the library can read one but not make one."""
    element = OxmlElement("w:hyperlink")
    target = paragraph.part.relate_to(run.address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element.set(qn("r:id"), target)
    element.append(paragraph.add_run(run.text, style=_STYLES["link"])._r)
    paragraph._p.append(element)


def _columns(document: Document, number: int) -> None:
    """End what was written so far as a stretch of so many columns; the rest follows on the same page."""
    _set_columns(document, number)
    document.add_section(WD_SECTION.CONTINUOUS)
    # The library ends it with an empty paragraph, which is read aloud; the paragraph before can end it too.
    *_, last, empty = document.paragraphs
    last._p.get_or_add_pPr().append(empty._p.get_or_add_pPr().find(qn("w:sectPr")))
    empty._p.getparent().remove(empty._p)


def _set_columns(document: Document, number: int) -> None:
    properties = document.sections[-1]._sectPr
    for old in properties.findall(qn("w:cols")):
        properties.remove(old)
    columns = OxmlElement("w:cols")
    columns.set(qn("w:num"), str(number))
    columns.set(qn("w:space"), _BETWEEN_COLUMNS)
    # The schema wants the columns right behind the margins.
    properties.find(qn("w:pgMar")).addnext(columns)
