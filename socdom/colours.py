"""Colours as people see them: contrast with a ground, and whether two can be told apart.

Contrast is the ratio of WCAG 2.2 (relative luminance of sRGB); text asks for at least 4.5:1.
"""

from __future__ import annotations

from math import dist

MINIMUM_CONTRAST = 4.5
# The grounds on which colours of a municipality stand as text, as in raad.css: (name for a message, colour). White is
# also the colour of the text on a button in the accent, and contrast is the same both ways.
LIGHT_GROUNDS = (("wit", "#FFFFFF"), ("de zandkleurige band", "#F7F3EB"))
DARK_GROUNDS = (("donker papier", "#15191E"), ("de donkere band", "#22272D"))
# Distance in CIELAB under which two thin lines are taken for the same colour; 2.3 is just seen between large areas.
LEAST_DISTANCE = 8.0

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# Machado, Oliveira & Fernandes (2009), "A physiologically-based model for simulation of color vision
# deficiency", table 1: severity 1.0, on linear RGB.
_SEEN_BY: dict[str, Matrix] = {
    "wie alle kleuren ziet": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "wie rood niet ziet": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "wie groen niet ziet": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "wie blauw niet ziet": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# sRGB to XYZ under D65 (IEC 61966-2-1).
_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE: Rgb = (0.9505, 1.0, 1.089)


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours `#rrggbb`: 1 (equal) to 21 (black on white)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def hardest_ground(colour: str) -> tuple[str, float]:
    """The light ground on which a colour is read worst, by its name for a message, and the contrast there."""
    ratios = ((name, contrast(colour, ground)) for name, ground in LIGHT_GROUNDS)
    return min(ratios, key=lambda item: item[1])


def taken_for_each_other(first: str, second: str) -> str:
    """For whom two colours look alike, in Dutch; "" when everybody sees a difference.

    The distance is that of CIELAB (CIE 1976), after simulation of what people with each kind of colour blindness see.
    """
    near = (
        who
        for who, matrix in _SEEN_BY.items()
        if dist(_lab(first, matrix), _lab(second, matrix)) < LEAST_DISTANCE
    )
    return next(near, "")


def channels(colour: str) -> tuple[int, int, int]:
    """Red, green and blue of `#rrggbb`, 0 to 255."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue


def _luminance(colour: str) -> float:
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Rgb:
    scaled = (channel / 255 for channel in channels(colour))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in scaled)
    return red, green, blue


def _lab(colour: str, seen: Matrix) -> Rgb:
    """Lightness and the two colour axes of CIELAB, for a kind of eye."""
    shown = tuple(min(max(value, 0.0), 1.0) for value in _times(seen, _linear(colour)))
    x, y, z = (_root(value / white) for value, white in zip(_times(_XYZ, shown), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return share ** (1 / 3) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29


def _times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)
