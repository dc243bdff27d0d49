"""The mark of a municipality in a Word file: a drawing (SVG) or an image (PNG), with its alt text."""

from __future__ import annotations

import base64
import struct
import zlib
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph
from lxml import etree

from socdom.blocks.mark import mark
from socdom.editions.model import EditionMeta

_HEIGHT, _WIDEST = 12.0, 60.0  # millimetres
_SVG = "image/svg+xml"
_NAMESPACE = "http://www.w3.org/2000/svg"
_DRAWING = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{}"/></a:ext></a:extLst>'
)

# The drawn mark says nothing, so it is passed over when the letter is read aloud.
_DECORATION = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>'
    "</a:ext></a:extLst>"
)


def add_mark(paragraph: Paragraph, meta: EditionMeta) -> None:
    """Put the mark at the end of a paragraph; the name of the municipality must follow as text."""
    kind, content = _of(meta)
    if kind == _SVG:
        _add_drawing(paragraph, content, meta)
    else:
        picture = paragraph.add_run().add_picture(BytesIO(content), height=Mm(_HEIGHT))
        if picture.width > Mm(_WIDEST):
            picture.width, picture.height = Mm(_WIDEST), Length(picture.height * Mm(_WIDEST) // picture.width)
    _close_up(paragraph)
    about = paragraph._p.findall(f".//{qn('wp:docPr')}")[-1]
    about.set("name", "Logo")
    if meta.logo:
        about.set("descr", f"Logo van de gemeente {meta.name}")
    else:
        about.append(parse_xml(_DECORATION))
    paragraph.add_run("  ")


def _close_up(paragraph: Paragraph) -> None:
    """No room around the mark: without these some programs add an eighth of an inch."""
    inline = paragraph._p.findall(f".//{qn('wp:inline')}")[-1]
    for side in ("distT", "distB", "distL", "distR"):
        inline.set(side, "0")


def _of(meta: EditionMeta) -> tuple[str, bytes]:
    """Kind and content of the mark."""
    if meta.logo:
        head, _, content = meta.logo.partition(",")
        return head.removeprefix("data:").removesuffix(";base64"), base64.b64decode(content)
    return _SVG, str(mark(meta)).replace("<svg", f'<svg xmlns="{_NAMESPACE}"', 1).encode()


def _add_drawing(paragraph: Paragraph, content: bytes, meta: EditionMeta) -> None:
    """A drawing; a reader that knows no SVG shows one plain colour, and beside it the name."""
    width, height = _size(content)
    stand_in = _pixel("#FFFFFF" if meta.logo else meta.accent)
    paragraph.add_run().add_picture(BytesIO(stand_in), Mm(width), Mm(height))
    package = paragraph.part.package
    part = Part(PackURI("/word/media/logo.svg"), _SVG, content, package)
    drawing = parse_xml(_DRAWING.format(paragraph.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)))
    paragraph._p.findall(f".//{qn('a:blip')}")[-1].append(drawing)


def _size(content: bytes) -> tuple[float, float]:
    """Width and height in millimetres, in the shape of the drawing."""
    box = etree.fromstring(content).get("viewBox", "").replace(",", " ").split()
    shape = float(box[2]) / float(box[3]) if len(box) == 4 else 1.0
    width = min(_HEIGHT * shape, _WIDEST)
    return width, width / shape


def _pixel(colour: str) -> bytes:
    """A PNG of one pixel."""
    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    row = zlib.compress(b"\0" + bytes.fromhex(colour.removeprefix("#")), 0)
    chunks = ((b"IHDR", head), (b"IDAT", row), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)
