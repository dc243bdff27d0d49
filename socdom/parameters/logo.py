"""The logo of a municipality: read, refused when it can do or fetch something, and stripped of what is no picture.

It goes into every page and document as an image. What a drawing program notes beside the picture, such as the name of
who made it, is left out.
"""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path

from lxml import etree

from socdom.errors import Fault, ParameterError
from socdom.parameters.logo_parts import MOST_PARTS, parts_drawn

MOST_BYTES = 100_000
_SMALLEST, _LARGEST = 40, 4000
_WIDEST = 8.0
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
# Chunks of a PNG that make the picture; the others hold texts, times and cameras, and the name of a screen.
_OF_PICTURE = frozenset(
    {b"IHDR", b"PLTE", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"pHYs", b"IDAT", b"IEND"}
)
_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_DRAWS = frozenset(
    "svg g defs symbol use path rect circle ellipse line polyline polygon linearGradient radialGradient stop clipPath "
    "mask style".split()
)
_TELLS = frozenset({"title", "desc", "metadata"})
# The name somebody gave a layer.
_LAYER = "data-name"
_ATTRIBUTES = frozenset(
    "id class style viewBox version width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d points transform pathLength "
    "preserveAspectRatio offset gradientUnits gradientTransform spreadMethod clipPathUnits maskUnits maskContentUnits "
    "href fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin color "
    "stroke-miterlimit stroke-dasharray stroke-dashoffset opacity stop-color stop-opacity clip-path clip-rule mask "
    "display visibility overflow enable-background type media".split()
)
# A style or value may point to a part of the drawing itself and to nothing else; "\\" could hide such a word.
_POINTS_OUT = re.compile(
    r"url\((?!\s*['\"]?#)|@import|expression\(|javascript:|image-set\(|src\(|\\", re.IGNORECASE
)
_PLAIN = "Bewaar het logo als gewone SVG, met tekst omgezet in lijnen, of als PNG."


def read_logo(folder: Path, name: str) -> str:
    """The logo beside `gemeente.yml` as a `data:` address; "" when no logo is named.

    Raises:
        ParameterError: the file is missing, too large, no picture of its kind, or holds more than a drawing.
    """
    if not name:
        return ""
    place = f"parameters/{folder.name}/{name}"
    try:
        content = (folder / name).read_bytes()
    except OSError:
        raise _refused(place, "dit logo ontbreekt", "Zet het bestand naast gemeente.yml.") from None
    if len(content) > MOST_BYTES:
        rule = f"een logo is ten hoogste {MOST_BYTES // 1000} kB; gevonden: {-(-len(content) // 1000)} kB"
        raise _refused(place, rule, "Maak het bestand kleiner.")
    kind, picture = ("svg+xml", _svg) if name.endswith(".svg") else ("png", _png)
    return f"data:image/{kind};base64,{base64.b64encode(picture(content, place)).decode()}"


def _png(content: bytes, place: str) -> bytes:
    """The picture alone, of the size of a logo."""
    chunks = _chunks(content)
    if not chunks or chunks[0][0] != b"IHDR" or chunks[-1][0] != b"IEND":
        raise _refused(
            place, "dit is geen PNG-bestand, of het is beschadigd", "Bewaar het logo opnieuw als PNG."
        )
    width, height = (int.from_bytes(chunks[0][1][at : at + 4], "big") for at in (0, 4))
    if not (_SMALLEST <= min(width, height) and max(width, height) <= _LARGEST):
        rule = f"een logo is {_SMALLEST} tot {_LARGEST} beeldpunten breed en hoog; gevonden: {width} bij {height}"
        raise _refused(place, rule, "Kies een ander formaat.")
    _require_shape(width, height, place)
    return _SIGNATURE + b"".join(_written(kind, data) for kind, data in chunks if kind in _OF_PICTURE)


def _chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    """Kind and data of every chunk, up to the end mark; empty when it is no whole PNG."""
    found: list[tuple[bytes, bytes]] = []
    at = len(_SIGNATURE)
    while content.startswith(_SIGNATURE) and len(content) >= at + 12:
        size = int.from_bytes(content[at : at + 4], "big")
        kind, data = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        if content[at : at + 12 + size] != _written(kind, data):
            return []
        found.append((kind, data))
        if kind == b"IEND":
            return found
        at += 12 + size
    return []


def _written(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _svg(content: bytes, place: str) -> bytes:
    """The drawing alone: shapes and their looks."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        raise _refused(place, "dit is geen geldig SVG-bestand", _PLAIN) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise _refused(place, "dit logo begint met een DOCTYPE; dat kan naar andere bestanden leiden", _PLAIN)
    if root.tag != f"{{{_SVG}}}svg":
        raise _refused(place, "dit is geen SVG-bestand", _PLAIN)
    _leave_out(root)
    _leave_out_texts(root)
    wrong = sorted({found for element in root.iter() for found in _not_drawing(element)})
    if wrong:
        raise _refused(place, f"in dit logo staat meer dan een tekening: {', '.join(wrong[:5])}", _PLAIN)
    if parts_drawn(root) > MOST_PARTS:
        raise _refused(place, "dit logo herhaalt zichzelf te vaak om te tekenen", _PLAIN)
    width, height = _view_box(root, place)
    _require_shape(width, height, place)
    etree.cleanup_namespaces(root)
    return bytes(etree.tostring(root, encoding="utf-8"))


def _leave_out(root: etree._Element) -> None:
    """Take out what tells of the drawing: of a drawing program, and the texts that no reader of an image meets."""
    for element in [item for item in root.iter() if item is not root]:
        name = etree.QName(element)
        parent = element.getparent()
        if parent is not None and (name.namespace != _SVG or name.localname in _TELLS):
            parent.remove(element)
    for element in root.iter():
        for key in element.attrib:
            if etree.QName(key).namespace not in (None, _XLINK) or key == _LAYER:
                del element.attrib[key]


def _leave_out_texts(root: etree._Element) -> None:
    """Take out what is written between the shapes; a style keeps its own text, and holds nothing else."""
    for element in list(root.iter()):
        element.tail = None
        if etree.QName(element).localname == "style":
            del element[:]
        else:
            element.text = None


def _not_drawing(element: etree._Element) -> list[str]:
    """Names of what can do or fetch something, or is not known to be safe."""
    found = [] if etree.QName(element).localname in _DRAWS else [etree.QName(element).localname]
    for key, value in element.attrib.items():
        name = etree.QName(key).localname
        outside = name == "href" and not value.startswith("#")
        if name not in _ATTRIBUTES or outside or _POINTS_OUT.search(value):
            found.append(name)
    if _POINTS_OUT.search(element.text or ""):
        found.append("style")
    return found


def _view_box(root: etree._Element, place: str) -> tuple[float, float]:
    """Width and height of the drawing; without them an image cannot be set to a size."""
    numbers = re.split(r"[\s,]+", root.get("viewBox", "").strip())
    try:
        _, _, width, height = (float(number) for number in numbers)
    except ValueError:
        width = height = 0.0
    if not (0 < width < float("inf") and 0 < height < float("inf")):
        raise _refused(place, "het attribuut viewBox ontbreekt of klopt niet", _PLAIN)
    return width, height


def _require_shape(width: float, height: float, place: str) -> None:
    if max(width / height, height / width) > _WIDEST:
        rule = f"een logo is hooguit {_WIDEST:.0f} keer zo breed als hoog, of andersom"
        raise _refused(place, rule, "Kies een andere vorm van het logo.")


def _refused(place: str, rule: str, remedy: str) -> ParameterError:
    return ParameterError(Fault(place, rule, remedy=remedy))
