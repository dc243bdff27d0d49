"""The logo: a picture and nothing else, whatever somebody puts in the file."""

from __future__ import annotations

import base64
import struct
import zlib
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters.logo import read_logo

ROOT = Path(__file__).resolve().parents[3]
_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 80 40">'
)
_SHAPE = '<path fill="#123456" d="M0 0h80v40z"/>'


def read(folder: Path, content: str | bytes, name: str = "logo.svg") -> bytes:
    """What is left of a logo with this content."""
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)
    kind, _, picture = read_logo(folder, name).partition(";base64,")
    assert kind == ("data:image/svg+xml" if name.endswith("svg") else "data:image/png")
    return base64.b64decode(picture)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int = 60, height: int = 50, extra: bytes = b"") -> bytes:
    """A white PNG of this size, with chunks of text before its end."""
    rows = b"".join(b"\0" + b"\xff" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    picture = chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + picture


def test_no_logo_is_no_address(tmp_path: Path) -> None:
    assert read_logo(tmp_path, "") == ""


def test_the_logo_of_the_example_is_taken() -> None:
    assert read_logo(ROOT / "parameters" / "lindeveen", "logo.svg").startswith("data:image/svg+xml;base64,")


def test_a_drawing_stays_and_what_tells_of_it_goes(tmp_path: Path) -> None:
    noted = (
        "<!-- J. Tekenaar --><metadata>J. Tekenaar</metadata><title>J. Tekenaar</title>"
        '<sodipodi:namedview xmlns:sodipodi="http://sodipodi.example" author="J. Tekenaar"/>'
    )
    found = read(tmp_path, f'<?xml version="1.0"?>{_HEAD}{noted}{_SHAPE}</svg>').decode()
    assert 'd="M0 0h80v40z"' in found
    assert "Tekenaar" not in found
    assert "sodipodi" not in found


def test_parts_of_the_drawing_may_point_to_each_other(tmp_path: Path) -> None:
    inside = '<defs><linearGradient id="a"/></defs><path id="b" style="fill:url(#a)" d="M0 0"/><use xlink:href="#b"/>'
    assert b"url(#a)" in read(tmp_path, f"{_HEAD}{inside}</svg>")


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        '<path onload="alert(1)" d="M0 0"/>',
        "<foreignObject><p/></foreignObject>",
        '<image href="https://elders.example/x.png"/>',
        '<use xlink:href="https://elders.example/x.svg#a"/>',
        '<use href="javascript:alert(1)"/>',
        '<path style="fill:url(https://elders.example/a)" d="M0 0"/>',
        '<path fill="url( \'//elders.example/a\')" d="M0 0"/>',
        "<style>@import 'https://elders.example/a.css';</style>",
        "<style>path{fill:u\\72l(https://elders.example)}</style>",
        '<a href="#x"><path d="M0 0"/></a>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<text>Gemeente</text>",
        '<iframe src="x"/>',
    ],
)
def test_what_is_more_than_a_drawing_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(ParameterError, match="in dit logo staat meer dan een tekening"):
        read(tmp_path, f"{_HEAD}{_SHAPE}{part}</svg>")


def test_what_stands_in_a_namespace_of_its_own_is_left_out(tmp_path: Path) -> None:
    part = '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>'
    assert b"alert" not in read(tmp_path, f"{_HEAD}{_SHAPE}{part}</svg>")


def test_what_is_written_between_the_shapes_goes(tmp_path: Path) -> None:
    """A program that draws it takes what stands behind an element in a style for style."""
    inside = (
        'J. Tekenaar<g data-name="J. Tekenaar">J. Tekenaar</g>J. Tekenaar'
        "<style>path{fill:#123456}<g/>@import 'https://elders.example/a.css';</style>"
    )
    found = read(tmp_path, f"{_HEAD}{inside}{_SHAPE}</svg>").decode()
    assert "Tekenaar" not in found
    assert "elders" not in found
    assert "<style>path{fill:#123456}</style>" in found


def _doubling(step: str, times: int) -> str:
    """Parts that each draw the part before them ten times, in this way."""
    parts = (f'<g id="a{n}">{step.format(n - 1) * 10}</g>' for n in range(1, times + 1))
    return f'<defs><g id="a0">{_SHAPE}</g>{"".join(parts)}</defs><use href="#a{times}"/>'


@pytest.mark.parametrize(
    "part",
    [
        _doubling('<use xlink:href="#a{}"/>', 6),
        _doubling('<g mask="url(#a{})"/>', 6),
        _doubling("<g style=\"clip-path:url('#a{}')\"/>", 6),
        "<style>.b0{mask:url(#a0)}.b1{mask:url(#a1)}.b2{mask:url(#a2)}.b3{mask:url(#a3)}.b4{mask:url(#a4)}</style>"
        + _doubling('<g class="b{}"/>', 5),
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        "".join(f'<g id="c{n}"><use href="#c{n + 1}"/></g>' for n in range(900)) + '<g id="c900"/>',
    ],
)
def test_a_drawing_without_end_is_refused(tmp_path: Path, part: str) -> None:
    with pytest.raises(ParameterError, match="herhaalt zichzelf te vaak"):
        read(tmp_path, f"{_HEAD}{_SHAPE}{part}</svg>")


def test_a_drawing_that_repeats_a_part_is_taken(tmp_path: Path) -> None:
    repeated = _doubling('<use href="#a{}"/>', 3)
    assert b'href="#a3"' in read(tmp_path, f"{_HEAD}{repeated}</svg>")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _HEAD + "&a;</svg>",
            "begint met een DOCTYPE",
        ),
        (_HEAD + _SHAPE, "geen geldig SVG-bestand"),
        ("<html><body/></html>", "geen SVG-bestand"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 nan 3"/>', "viewBox"),
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 10"/>', "8 keer zo breed als hoog"),
        (_HEAD + " " * 100_000 + "</svg>", "ten hoogste 100 kB; gevonden: 101 kB"),
    ],
)
def test_what_is_no_usable_svg_is_refused(tmp_path: Path, content: str, told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        read(tmp_path, content)


def test_an_entity_in_another_encoding_is_refused_too(tmp_path: Path) -> None:
    content = '<!DOCTYPE svg [<!ENTITY a "b">]>' + _HEAD + _SHAPE + "&a;</svg>"
    with pytest.raises(ParameterError):
        read(tmp_path, content.encode("utf-16"))


def test_a_png_keeps_its_picture_and_loses_its_texts(tmp_path: Path) -> None:
    profile = b"iMac van J. Tekenaar\0\0" + zlib.compress(b"profiel")
    noted = chunk(b"iCCP", profile) + chunk(b"tEXt", b"Author\0J. Tekenaar") + chunk(b"eXIf", b"MM\0*plaats")
    assert read(tmp_path, png(extra=noted), "logo.png") == png()


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"GIF89a", "geen PNG-bestand"),
        (b"\x89PNG\r\n\x1a\n", "geen PNG-bestand"),
        (png()[:-3], "geen PNG-bestand"),
        (png().replace(b"IDAT", b"IDAX"), "geen PNG-bestand"),
        (png(width=12), "40 tot 4000 beeldpunten"),
        (png(width=800, height=50), "8 keer zo breed"),
    ],
)
def test_what_is_no_usable_png_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        read(tmp_path, content, "logo.png")
