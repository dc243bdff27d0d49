"""Colours of a municipality: checked for contrast, and given a lighter twin for dark screens.

Contrast is the ratio of WCAG 2.2 (relative luminance of sRGB); text asks for at least 4.5:1.
"""

from __future__ import annotations

from colorsys import hls_to_rgb, rgb_to_hls

from socdom import dutch
from socdom.editions.model import EditionMeta
from socdom.errors import Fault, ParameterError

MINIMUM_CONTRAST = 4.5
# On a dark screen thin lines and small labels ask for more than the least that is allowed.
DARK_CONTRAST = 7.0
# The grounds on which accents stand as text, as in raad.css: (name for a message, colour).
LIGHT_GROUNDS = (("wit", "#FFFFFF"), ("de zandkleurige band", "#F7F3EB"))
DARK_GROUNDS = (("donker papier", "#15191E"), ("de donkere band", "#22272D"))


def theme_css(meta: EditionMeta) -> str:
    """Override of the colour tokens in `:root` for a municipality, to put after `raad.css`.

    Raises:
        ParameterError: a colour is too pale to read on white or on the sand band; all faults at once.
    """
    colours = {"accent": meta.accent, "doel": meta.goal_colour}
    faults = [fault for name, colour in colours.items() for fault in _faults(name, colour)]
    if faults:
        raise ParameterError(faults)
    light = ";".join(f"--raad-{name}:{colour}" for name, colour in colours.items())
    dark = ";".join(f"--raad-{name}:{for_dark(colour)}" for name, colour in colours.items())
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours `#rrggbb`: 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def for_dark(colour: str) -> str:
    """The same hue, just so much lighter that it can be read on the dark grounds."""
    hue, lightness, saturation = rgb_to_hls(*(channel / 255 for channel in _channels(colour)))
    for step in range(101):
        lighter = _hex(hls_to_rgb(hue, lightness + (1 - lightness) * step / 100, saturation))
        if all(contrast(lighter, ground) >= DARK_CONTRAST for _, ground in DARK_GROUNDS):
            return lighter
    raise AssertionError("white can be read on every dark ground")


def _faults(name: str, colour: str) -> list[Fault]:
    return [
        Fault(
            f"huisstijl.{name}",
            f"de kleur {colour} heeft op {ground_name} een contrast van {dutch.number(ratio, 1)} op 1; "
            f"dat moet ten minste {dutch.number(MINIMUM_CONTRAST, 1)} op 1 zijn",
            remedy="Kies een donkerder kleur.",
        )
        for ground_name, ground in LIGHT_GROUNDS
        if (ratio := contrast(colour, ground)) < MINIMUM_CONTRAST
    ]


def _channels(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    scaled = (channel / 255 for channel in _channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in scaled)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)
