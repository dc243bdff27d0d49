"""Colours in a page: those of the municipality, and the house theme's own tokens."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.blocks import static_folder, theme_css
from socdom.blocks.palette import for_dark
from socdom.colours import DARK_GROUNDS, LIGHT_GROUNDS, contrast
from tests.lib.sample_edition import meta

COLOURS = st.from_regex(r"#[0-9A-F]{6}", fullmatch=True)


@settings(deadline=None, max_examples=50)
@given(COLOURS)
def test_every_colour_can_be_read_on_a_dark_screen(colour):
    assert all(contrast(for_dark(colour), ground) >= 4.5 for _, ground in DARK_GROUNDS)
    assert contrast(tokens(True)["op-accent"], for_dark(colour)) >= 4.5


def test_colours_of_the_municipality_replace_the_tokens():
    css = theme_css(meta(accent="#006633", goal_colour="#801650"))
    assert css.startswith(":root{--raad-accent:#006633;--raad-doel:#801650}")
    assert "prefers-color-scheme:dark" in css


def tokens(dark: bool) -> dict[str, str]:
    css = (static_folder() / "raad.css").read_text(encoding="utf-8")
    light, night = re.findall(r":root\{(.*?)\n\s*\}", css, flags=re.DOTALL)[:2]
    # The colours of signals stand apart, a line for each kind of screen.
    signals = re.findall(r":root\{(--raad-s-[^}]*)\}", css)
    light, night = light + signals[0], night + signals[1]
    found = dict(re.findall(r"--raad-([a-z-]+):\s*(#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3})\b", light))
    if dark:
        found |= dict(re.findall(r"--raad-([a-z-]+):\s*(#[0-9A-Fa-f]{6}|#[0-9A-Fa-f]{3})\b", night))
    return {
        name: value if len(value) == 7 else "#" + "".join(2 * c for c in value[1:])
        for name, value in found.items()
    }


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("text", ["tekst", "grijs", "accent", "doel", "s-neutraal", "s-naar", "s-van"])
def test_text_of_the_house_theme_can_be_read(text, dark):
    theme = tokens(dark)
    for ground in ("papier", "zand"):
        assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_borders_of_controls_and_button_text_can_be_seen(dark):
    theme = tokens(dark)
    for ground in ("papier", "zand"):
        assert contrast(theme["rand"], theme[ground]) >= 3
    assert contrast(theme["op-accent"], theme["accent"]) >= 4.5
    # The line around what has the focus is seen beside the page and beside its own second colour.
    assert contrast(theme["focus"], theme["focus-vlak"]) >= 3
    assert contrast(theme["focus"], theme["papier"]) >= 3


def test_bars_in_the_background_are_seen_on_a_dark_screen():
    theme = tokens(True)
    assert contrast(theme["context"], theme["papier"]) >= 3
    assert contrast(theme["accent"], theme["context"]) >= 1.5


def test_grounds_are_those_of_the_style_sheet():
    assert [ground for _, ground in LIGHT_GROUNDS] == [tokens(False)["papier"].upper(), tokens(False)["zand"]]
    assert [ground for _, ground in DARK_GROUNDS] == [tokens(True)["papier"], tokens(True)["zand"]]


def test_the_style_sheet_brings_its_own_fonts_and_nothing_from_outside():
    css = (static_folder() / "raad.css").read_text(encoding="utf-8")
    fonts = re.findall(r'url\("(fonts/[^"]+)"\)', css)
    assert len(fonts) == 3
    assert all((static_folder() / font).read_bytes()[:4] == b"wOF2" for font in fonts)
    assert not re.search(r"@import|url\(\s*[\"']?(https?:)?//", css)
    assert (static_folder() / "fonts" / "OFL.txt").is_file()
