"""The choices on a page: native selects, and blocks of HTML that follow them.

What stands open follows a choice at once. What is folded is made when the reader unfolds it, or when nothing was asked
for a while. Until then nothing of an older choice can be unfolded.

Two kinds of readers: an analyst in a notebook sees the widgets themselves. On a page of the dashboard its script shows
their state (`share/static/kiezen.js`); there the page as it starts is already in the browser, so that "no blocks" means
"as it started".

The only module of the dashboard that makes widgets. No `Output` widget: Voilà 0.5.13 sometimes waits for ever when
one is filled while the page is made. Every callback catches what goes wrong: a reader sees a sentence, never an error.
"""

from __future__ import annotations

import asyncio
import gc
import os
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import ipywidgets
from IPython.display import display

from socdom.blocks import Block
from socdom.dashboard import choice_page
from socdom.dashboard.choosing import CHOICE_PAGES, ChoicePage
from socdom.dashboard.opened import opened
from socdom.dashboard.state import Control
from socdom.editions.read import Edition
from socdom.errors import EditionError, Fault

_REMEMBERED = 8  # choices of up to a megabyte each
_REST = 20.0  # seconds without a question after which what is folded is made
_PAUSE = 0.02  # seconds in which a message that lies ready is read


def show(key: str) -> None:
    """Show a page with choices in a notebook, with the choice that the address asks for.

    Args:
        key: a key of `CHOICE_PAGES`.
    """
    about = CHOICE_PAGES[key]
    try:
        page = ChoiceWidgets(_edition(), about, os.environ.get("QUERY_STRING", ""), live=_is_live()).root
    except Exception:
        page = _html(choice_page.fault(about.heading), "baan")
    display(page)
    # Everything that was imported and read stays. Looking through it for garbage takes a third of the time of drawing.
    gc.freeze()


def _is_live() -> bool:
    """Whether this is a page of the dashboard; Voilà names itself in the environment of its kernels."""
    return os.environ.get("SERVER_SOFTWARE", "").startswith("voila")


def _edition() -> Edition:
    folder = os.environ.get("SOCDOM_EDITION")
    if not folder:
        raise EditionError(Fault("SOCDOM_EDITION", "deze variabele wijst naar de map van een editie"))
    return opened(Path(folder).resolve())


class ChoiceWidgets:
    """The widgets of one page, and the choice they stand for."""

    def __init__(self, edition: Edition, about: ChoicePage, query: str = "", *, live: bool = False) -> None:
        self.selection = about.selection(edition, query)
        self.turn = 0
        self.live = live
        # A choice made before is shown again without making its blocks again.
        self._content: Callable[[str], list[Block]] = lru_cache(maxsize=_REMEMBERED)(
            lambda address: choice_page.content(edition, about, self.selection)
        )
        self._shown: Sequence[Block] = ()
        self.message = _html("", "gekozen")
        self.blocks = ipywidgets.VBox()
        self.blocks.add_class("baan").add_class("blokken")
        self.blocks.on_msg(lambda widget, content, buffers: self._asked(content))
        parts = [_html(choice_page.opening(edition, about), "baan"), self._controls(), self.blocks]
        self.root = ipywidgets.VBox([part for part in parts if part is not None])
        self._update()
        if not live:
            for _ in self._fill(self.turn):
                pass  # for an analyst the page is whole

    def _controls(self) -> ipywidgets.Widget | None:
        if not self.selection.controls:
            return None
        selects = [self._select(control) for control in self.selection.controls]
        row = ipywidgets.HBox([*selects, self.message])
        row.add_class("keuzes").add_class("baan")
        return ipywidgets.VBox([row]).add_class("bediening")

    def _select(self, control: Control) -> ipywidgets.Dropdown:
        select = ipywidgets.Dropdown(
            options=[(label, value) for value, label in control.options.items()],
            value=self.selection.values[control.name],
            description=control.label,
            style={"description_width": "initial"},
        )
        select.observe(lambda change: self._chosen(control.name, change["new"]), "value")
        return select.add_class(f"kies-{control.name}")

    def _chosen(self, name: str, value: str) -> None:
        self.selection = self.selection.choose(name, value)
        self.turn += 1
        self._update()
        _after(_REST if self.live else _PAUSE, self._fill(self.turn))

    def _update(self) -> None:
        """Show what stands open of the choice; the message comes last, so that a page knows it is whole."""
        if self.live and not self.selection.changed:
            self._shown = ()
        else:
            try:
                self._shown = self._content(self.selection.permalink)
            except Exception:
                self._shown = [Block(choice_page.fault())]
        self._show([block.html for block in self._shown])
        self.message.value = choice_page.chosen(self.selection, self.turn)

    def _show(self, htmls: Sequence[str]) -> None:
        """New HTML for the choice; only blocks that differ travel to the page."""
        shown = list(self.blocks.children[: len(htmls)])
        for block, html in zip(shown, htmls, strict=False):
            block.value = html
        shown += [_html(html) for html in htmls[len(shown) :]]
        if len(shown) != len(self.blocks.children):
            self.blocks.children = shown

    def _fill(self, turn: int) -> Iterator[None]:
        """Make what is folded after a change, figure by figure; a newer choice ends it."""
        for block in self._shown:
            for part in block.parts:
                if turn != self.turn:
                    return
                if part in block.waiting:
                    self._make(block, part)
                    yield

    def _asked(self, content: Any) -> None:
        """A reader unfolds something; what is not folded on the page as it is now gets no answer."""
        part, turn = (
            (content.get(name) for name in ("uitvouwen", "beurt")) if isinstance(content, dict) else (0, 0)
        )
        for block in self._shown:
            if turn == self.turn and part in block.parts:
                self._make(block, part)

    def _make(self, block: Block, part: str) -> None:
        try:
            html = block.make(part)
        except Exception:
            html = choice_page.fault()
        if self.live:
            self.blocks.send({"uitgevouwen": part, "beurt": self.turn, "html": html})
        else:
            self.blocks.children[list(self._shown).index(block)].value = block.html


def _after(seconds: float, steps: Iterator[None]) -> None:
    """Go on with the steps later, and between two of them read what the reader asks; where nobody can ask, at once."""
    try:
        loop = asyncio.get_running_loop()
    except RuntimeError:
        for _ in steps:
            pass
        return

    def step() -> None:
        for _ in steps:
            loop.call_later(_PAUSE, step)
            return

    loop.call_later(seconds, step)


def _html(html: str, css_class: str = "") -> ipywidgets.HTML:
    widget = ipywidgets.HTML(str(html))
    return widget.add_class(css_class) if css_class else widget
