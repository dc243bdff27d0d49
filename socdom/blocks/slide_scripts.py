"""The scripts in the page of the slides, and what a server must say to let a browser run those and no others."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path

from socdom.blocks.assets import static_folder


@cache
def slide_scripts() -> tuple[str, ...]:
    """reveal.js as shipped, and what starts it; the page holds each in a `<script>` without a letter around it."""
    return tuple(
        path.read_text(encoding="utf-8") for path in (_reveal() / "reveal.js", static_folder() / "dia.js")
    )


@cache
def reveal_css() -> str:
    """The style sheet of reveal.js, for a screen only: on paper slides stand below each other."""
    return (_reveal() / "reveal.css").read_text(encoding="utf-8")


def script_sources() -> tuple[str, ...]:
    """The scripts as sources of a content security policy: a checksum each (CSP level 3, hash-source)."""
    digests = (hashlib.sha256(script.encode()).digest() for script in slide_scripts())
    return tuple(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)


def _reveal() -> Path:
    return static_folder() / "reveal"
