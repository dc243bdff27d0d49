"""An address as a code for a telephone (QR), for the letter on paper; the address itself always stands beside it."""

from __future__ import annotations

import segno
from markupsafe import Markup


def code_of(address: str) -> Markup:
    """SVG of the code, decoration for who cannot see it; "" without an address."""
    if not address:
        return Markup("")
    code = segno.make_qr(address, error="m")
    # Black on white on every screen and paper: a code in other colours cannot be read by every telephone.
    drawn = code.svg_inline(
        border=2, dark="#000", light="#fff", omitsize=True, svgclass="brief-code", lineclass=None
    )
    return Markup(drawn.replace("<svg", '<svg aria-hidden="true" focusable="false"', 1))
