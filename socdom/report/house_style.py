"""The house theme as one text, for a page that needs no other file."""

from __future__ import annotations

import base64
import re

from socdom.blocks.assets import static_folder

_FONT = re.compile(r'url\("(fonts/[^"]+\.woff2)"\)')


def house_style() -> str:
    """The style sheet with its fonts inside."""
    theme = (static_folder() / "raad.css").read_text(encoding="utf-8")
    return _FONT.sub(_font_inside, theme)


def _font_inside(match: re.Match[str]) -> str:
    content = base64.b64encode((static_folder() / match[1]).read_bytes()).decode()
    return f'url("data:font/woff2;base64,{content}")'
