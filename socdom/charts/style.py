"""Looks of every class of mark, as SVG presentation attributes.

The stylesheet of a page overrules them; they make a chart right where no stylesheet is, as in a PDF.
"""

from __future__ import annotations

from dataclasses import dataclass

from socdom.editions.model import EditionMeta

FONT_FAMILY = "Noto Sans, system-ui, sans-serif"
PAPER, TEXT, GREY, CONTEXT, AXIS, GRID = "#fff", "#1b1b1b", "#595959", "#BFBFBF", "#767676", "#E8E2D7"
SAND = "#F7F3EB"
# A signal: towards the goal of the council, away from it, or neither. Never red and green, and never colour alone.
TONES = {"neutraal": "#6B3FA0", "naar-doel": "#1F6FB4", "van-doel": "#B84A00"}

# How much of its own colour each step of a map has, from light to dark. With more, the outline would not stand out
# 3 to 1 from the step of a municipality whose colour is black.
STEP_SHARES = (0.08, 0.21, 0.34, 0.47, 0.59)

Attributes = dict[str, str]


def tint(colour: str, share: float) -> str:
    """A colour thinned with white: `share` of it is left."""
    parts = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{round(share * part + (1 - share) * 255):02X}" for part in parts)


@dataclass(frozen=True)
class Style:
    """Colours of a municipality: its own line, and goal or budget."""

    accent: str
    goal: str

    @classmethod
    def of(cls, meta: EditionMeta) -> Style:
        """The style of an edition."""
        return cls(meta.accent, meta.goal_colour)

    def attributes(self, classes: str) -> Attributes:
        """Presentation attributes of a mark with these classes; a later class overrules an earlier one."""
        table = self._table()
        merged: Attributes = {}
        for name in classes.split():
            merged.update(table.get(name, {}))
        return merged

    def _table(self) -> dict[str, Attributes]:
        joined = {"stroke-linejoin": "round", "stroke-linecap": "round"}
        return {
            "eigen": {"fill": "none", "stroke": self.accent, "stroke-width": "3", **joined},
            "vergelijk": {"fill": "none", "stroke": GREY, "stroke-width": "1.75"},
            "doellijn": {
                "fill": "none",
                "stroke": self.goal,
                "stroke-width": "1.75",
                "stroke-dasharray": "7 4",
            },
            "kort": {"stroke-dasharray": "none", "stroke-width": "2.5"},
            "punt": {"fill": self.accent},
            "open": {"fill": PAPER, "stroke": self.accent, "stroke-width": "2.5"},
            "verwacht": {
                "fill": PAPER,
                "stroke": self.accent,
                "stroke-width": "2",
                "stroke-linejoin": "round",
            },
            "marge": {"fill": "none", "stroke": self.accent, "stroke-width": "1.5"},
            "voorlopig": {"stroke-dasharray": "2 6"},
            "raster": {"fill": "none", "stroke": GRID, "stroke-width": "1"},
            "as": {"fill": "none", "stroke": AXIS, "stroke-width": "1"},
            "breuk": {"fill": "none", "stroke": TEXT, "stroke-width": "1"},
            "staaf": {"fill": CONTEXT},
            "uit": {"fill": self.accent},
            "lid": {"fill": CONTEXT, "stroke": AXIS, "stroke-width": "1"},
            "helft": {"fill": GRID},
            "rand": {"stroke": PAPER, "stroke-width": "1.5"},
            "dun": {"stroke-width": "1.5"},
            "land": {"stroke-dasharray": "4 3"},
            **self._signals(),
            **self._map(),
            **self._texts(),
        }

    def _map(self) -> dict[str, Attributes]:
        """Areas of a map: steps of one colour, none so dark that the outline or a name on it cannot be seen."""
        steps = {f"trap-{at}": {"fill": tint(self.accent, share)} for at, share in enumerate(STEP_SHARES, 1)}
        outline = {"fill": "none", "stroke-linejoin": "round"}
        return {
            "vlak": {"stroke": TEXT, "stroke-width": "1", "stroke-linejoin": "round", "fill-rule": "evenodd"},
            **steps,
            "leeg": {"fill": PAPER},
            "arcering": {"fill": "none", "stroke": AXIS, "stroke-width": "1.25"},
            "gekozen-rand": {**outline, "stroke": PAPER, "stroke-width": "7"},
            "gekozen": {**outline, "stroke": TEXT, "stroke-width": "3.5"},
        }

    def _texts(self) -> dict[str, Attributes]:
        return {
            "tekst": {"fill": GREY, "font-family": FONT_FAMILY, "font-size": "14"},
            "t-eigen": {"fill": self.accent, "font-weight": "700"},
            "t-doel": {"fill": self.goal, "font-weight": "600"},
            "t-donker": {"fill": TEXT},
            "t-klein": {"font-size": "13"},
            **{f"t-{name}": {"fill": colour, "font-weight": "700"} for name, colour in TONES.items()},
        }

    def _signals(self) -> dict[str, Attributes]:
        return {
            "gewoon": {"fill": SAND, "stroke": "none"},
            "grens": {"fill": "none", "stroke": GREY, "stroke-width": "1.5"},
            "proef": {"stroke-dasharray": "5 4"},
            "midden": {"fill": "none", "stroke": TEXT, "stroke-width": "1.25"},
            "meting": {
                "fill": "none",
                "stroke": self.accent,
                "stroke-width": "1.75",
                "stroke-linejoin": "round",
            },
            "teken": {"stroke": PAPER, "stroke-width": "1.5", "stroke-linejoin": "round"},
            **{name: {"fill": colour} for name, colour in TONES.items()},
        }
