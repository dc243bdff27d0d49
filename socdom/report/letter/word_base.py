"""An empty Word file in the house style: A4, Dutch, real styles, and the same bytes every time."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from socdom.blocks.assets import static_folder
from socdom.editions.model import EditionMeta

_SHARE = static_folder().parent / "word"
# What the start file of the library has and a letter does not need: a picture of an empty page, the name of a program.
_LEFT_OUT = (
    "/thumbnail",
    "/stylesWithEffects",
    "/customXml",
    "/webSettings",
    "/fontTable",
    "/extended-properties",
)
# A zip file cannot hold an earlier day.
_DAY_OF_FILES = (1980, 1, 1, 0, 0, 0)


def empty_document(meta: EditionMeta, title: str) -> Document:
    """A file without text, with the styles of `share/word`."""
    document = docx.Document()
    _leave_out(document)
    _replace(document.styles.element, "styles.xml", meta.accent.removeprefix("#"))
    _replace(document.part.numbering_part.element, "numbering.xml")
    _replace(document.settings.element, "settings.xml")
    fonts = (_SHARE / "fontTable.xml").read_bytes()
    table = Part(PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, fonts, document.part.package)
    document.part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
    _describe(document, meta, title)
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(22), Mm(20)
    page.top_margin, page.bottom_margin = Mm(12), Mm(12)
    return document


def save(document: Document, out: Path) -> Path:
    """Write the file: no clock in it, and not compressed, as that differs between machines."""
    made = BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, _DAY_OF_FILES), source.read(name))
    return out


def _leave_out(document: Document) -> None:
    for rels in (document.part.rels, document.part.package.rels):
        for name in [name for name, rel in rels.items() if rel.reltype.endswith(_LEFT_OUT)]:
            del rels[name]


def _replace(element: BaseOxmlElement, name: str, accent: str = "") -> None:
    """Put what stands in a file of the package in the place of what the library brings."""
    text = (_SHARE / name).read_text(encoding="utf-8").replace("{accent}", accent)
    for child in list(element):
        element.remove(child)
    element.extend(list(parse_xml(text)))


def _describe(document: Document, meta: EditionMeta, title: str) -> None:
    moment = datetime.combine(meta.figures_as_of, time(), UTC).replace(tzinfo=None)
    about = document.core_properties
    about.title, about.author, about.last_modified_by = title, meta.title, meta.title
    about.language, about.comments, about.keywords = "nl-NL", "", ""
    about.created = about.modified = moment
    about.revision = 1
