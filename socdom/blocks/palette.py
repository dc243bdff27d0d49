"""Colours of a municipality in a page, with a lighter twin for dark screens.

That they can be read is looked at when the parameters are read: `socdom.parameters.huisstijl`.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from socdom.colours import DARK_GROUNDS, channels, contrast
from socdom.editions.model import EditionMeta

# On a dark screen thin lines and small labels ask for more than the least that is allowed.
DARK_CONTRAST = 7.0


def theme_css(meta: EditionMeta) -> str:
    """Override of the colour tokens in `:root` for a municipality, to put after `raad.css`."""
    colours = {"accent": meta.accent, "doel": meta.goal_colour}
    light = ";".join(f"--raad-{name}:{colour}" for name, colour in colours.items())
    dark = ";".join(f"--raad-{name}:{for_dark(colour)}" for name, colour in colours.items())
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def for_dark(colour: str) -> str:
    """The same hue, just so much lighter that it can be read on the dark grounds."""
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in channels(colour)))
    for step in range(101):
        lighter = _hex(hls_to_rgb(hue, lightness + (1 - lightness) * step / 100, saturation))
        if all(contrast(lighter, ground) >= DARK_CONTRAST for _, ground in DARK_GROUNDS):
            return lighter
    raise AssertionError("white can be read on every dark ground")


def _hex(shares: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(share * 255):02X}" for share in shares)
