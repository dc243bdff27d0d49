"""The choices on a theme page: native selects, and blocks of HTML that follow them.

What stands open follows a choice at once. What is folded is made after it, figure by figure, and before each of them
the kernel looks whether the reader chose something else. Until then nothing of an older choice can be unfolded.

The only module with ipywidgets. No `Output` widget: Voilà 0.5.13 sometimes waits for ever when one is filled
while the page is made. Every callback catches what goes wrong: a reader sees a sentence, never an error.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

import ipywidgets
from IPython.display import display

from socdom.blocks import Block
from socdom.dashboard import theme as pieces
from socdom.dashboard.state import Control, selection
from socdom.dashboard.stored import stored_blocks
from socdom.editions.read import Edition
from socdom.errors import EditionError, Fault

_REMEMBERED = 64
_PAUSE = 0.005  # seconds in which a message that lies ready is read


def show(theme: str) -> None:
    """Show a theme page in a notebook, with the choice that the address asks for."""
    try:
        page = ThemePage(_edition(), theme, os.environ.get("QUERY_STRING", "")).root
    except Exception:
        page = _html(pieces.fault(theme), "baan")
    display(page)
    # Everything that was imported and read stays. Looking through it for garbage takes a third of the time of drawing.
    gc.freeze()


def _edition() -> Edition:
    folder = os.environ.get("SOCDOM_EDITION")
    if not folder:
        raise EditionError(Fault("SOCDOM_EDITION", "deze variabele wijst naar de map van een editie"))
    return Edition(folder)


class ThemePage:
    """The widgets of one theme page, and the choice they stand for."""

    def __init__(self, edition: Edition, theme: str, query: str = "") -> None:
        self.selection = selection(edition, theme, query)
        self.turn = 0
        # A choice made before is shown again without drawing its charts again.
        self._content: Callable[[str], list[Block]] = lru_cache(maxsize=_REMEMBERED)(
            lambda address: self._made(edition, theme)
        )
        self.message = _html("", "uitleg")
        self.blocks = ipywidgets.VBox()
        self.blocks.add_class("baan")
        parts = [_html(pieces.opening(edition, theme), "baan"), self._controls(), self.blocks]
        self.root = ipywidgets.VBox([part for part in parts if part is not None])
        for _ in self._update():
            pass  # a page that opens is whole

    def _made(self, edition: Edition, theme: str) -> list[Block]:
        """The blocks of the choice; without a choice those that were drawn with the edition."""
        stored = None if self.selection.changed else stored_blocks(edition, theme)
        if stored:
            return [Block(html) for html in stored]
        return pieces.content_blocks(edition, theme, self.selection)

    def _controls(self) -> ipywidgets.Widget | None:
        if not self.selection.controls:
            return None
        selects = [self._select(control) for control in self.selection.controls]
        row = ipywidgets.HBox([_html("<h2>Kies wat u wilt zien</h2>", "keuzes-kop"), *selects, self.message])
        row.add_class("keuzes").add_class("baan")
        band = ipywidgets.VBox([row])
        return band.add_class("bediening")

    def _select(self, control: Control) -> ipywidgets.Dropdown:
        select = ipywidgets.Dropdown(
            options=[(label, value) for value, label in control.options.items()],
            value=self.selection.values[control.name],
            description=control.label,
            style={"description_width": "initial"},
        )
        select.observe(lambda change: self._chosen(control.name, change["new"]), "value")
        return select

    def _chosen(self, name: str, value: str) -> None:
        self.selection = self.selection.choose(name, value)
        _in_turns(self._update())

    def _update(self) -> Iterator[None]:
        """Show the choice; after each step there is time for something else.

        First what stands open, with the message; then what is folded, figure by figure. A newer choice ends it.
        """
        try:
            blocks = self._content(self.selection.permalink)
        except Exception:
            blocks = [Block(pieces.fault())]
        self._show([block.html for block in blocks])
        self.turn += 1
        yield from self._fill(blocks, self.turn)

    def _fill(self, blocks: Sequence[Block], turn: int) -> Iterator[None]:
        for widget, block in zip(self.blocks.children, blocks, strict=True):
            try:
                while block.waits:
                    yield
                    if turn != self.turn:
                        return
                    block.step()
                widget.value = block.html
            except Exception:
                widget.value = pieces.fault()

    def _show(self, htmls: Sequence[str]) -> None:
        """New HTML for the choice; only blocks that differ travel to the page, the message last."""
        shown = list(self.blocks.children[: len(htmls)])
        for block, html in zip(shown, htmls, strict=False):
            block.value = html
        shown += [_html(html) for html in htmls[len(shown) :]]
        if len(shown) != len(self.blocks.children):
            self.blocks.children = shown
        self.message.value = pieces.chosen(self.selection, self.turn)


def _in_turns(steps: Iterator[None]) -> None:
    """Go on with the steps, and between two of them read what the reader asks; where nobody can ask, in one go."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        loop = None
    for _ in steps:
        if loop is not None:
            loop.call_later(_PAUSE, _in_turns, steps)
            return


def _html(html: str, css_class: str = "") -> ipywidgets.HTML:
    widget = ipywidgets.HTML(str(html))
    return widget.add_class(css_class) if css_class else widget
