"""Noto Sans as the charts use it: files for matplotlib, and the width of a text before it is drawn.

The files are the latin subset of Noto Sans (SIL Open Font License, see fonts/OFL.txt), as on the pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from matplotlib.ft2font import FT2Font, LoadFlags

SIZE = 14
LINE_HEIGHT = 17
_HYPHENATED = re.compile(r"[^-]+-?|-")
_FOLDER = Path(__file__).parent / "fonts"
_UNITS = 65536  # FreeType gives advances in 16.16 fixed point


def font_file(weight: int) -> Path:
    """File of a weight: 400, 600 or 700."""
    return _FOLDER / f"NotoSans-{weight}.ttf"


@lru_cache(maxsize=4096)
def text_width(text: str, weight: int = 400, size: float = SIZE) -> float:
    """Width of a line of text in CSS pixels; letters outside the subset count as the widest common one."""
    return sum(_advance(character, weight) for character in text) * size


@lru_cache(maxsize=1024)
def _advance(character: str, weight: int) -> float:
    """Advance of one character for a font size of 1."""
    font = _font(weight)
    index = font.get_char_index(ord(character)) or font.get_char_index(ord("m"))
    return font.load_glyph(index, LoadFlags.NO_HINTING).linearHoriAdvance / _UNITS / 1000


@lru_cache(maxsize=8)
def _font(weight: int) -> FT2Font:
    # From memory: an open file is shared with a forked process, and with it the place where it is read.
    font = FT2Font(BytesIO(font_file(weight).read_bytes()))
    font.set_size(1000, 72)
    return font


def balanced(text: str, width: float, weight: int = 400) -> tuple[str, ...]:
    """As `wrap`, with lines of about equal length: as narrow as goes without another line."""
    lines = wrap(text, width, weight)
    narrower = max(text_width(line, weight) for line in lines)
    while len(wrap(text, narrower - 4, weight)) == len(lines) and narrower > 8:
        narrower -= 4
    return wrap(text, narrower, weight)


def wrap(text: str, width: float, weight: int = 400) -> tuple[str, ...]:
    """Break a text at plain spaces into lines of at most `width` pixels.

    A word that is too long is broken after its hyphens; without those it stays whole.
    """
    lines: list[str] = []
    for space, part in _parts(text, width, weight):
        longer = f"{lines[-1]}{space}{part}" if lines else part
        if lines and text_width(longer, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(part)
    return tuple(lines)


def _parts(text: str, width: float, weight: int) -> Iterator[tuple[str, str]]:
    """Parts of a text that stay whole, each with what stands between it and the part before."""
    for word in text.split(" "):
        too_long = text_width(word, weight) > width
        for number, part in enumerate(_HYPHENATED.findall(word) if too_long else [word]):
            yield ("" if number else " "), part
