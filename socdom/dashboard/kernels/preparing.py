"""What is done once in the warm process, so that no kernel has to: imports, reading the edition, drawing."""

from __future__ import annotations

import gc
import importlib
import json
import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from jupyter_client.connect import write_connection_file

from socdom.dashboard import choice_page
from socdom.dashboard.choosing import CHOICE_PAGES, ChoicePage
from socdom.dashboard.kernels.page_kernel import kernel_app, start_kernel
from socdom.dashboard.opened import opened
from socdom.dashboard.state import Selection
from socdom.editions.read import Edition

_REHEARSAL = "from socdom.dashboard import choices; choices({!r})"


def prepare(folder: Path, private: Path) -> None:
    """Load and draw all that a kernel of this edition begins with, and keep it out of the way of the collector.

    Args:
        folder: folder of the edition.
        private: folder where a kernel may try to start.
    """
    edition = opened(folder)
    pages = [page for page in CHOICE_PAGES.values() if page.present(edition)]
    for page in pages:
        _draw(edition, page)
    for name in _rehearse(private, pages):
        with suppress(Exception):
            importlib.import_module(name)
    gc.collect()
    # What is frozen is not touched by the collector of a kernel, and stays shared with this process.
    gc.freeze()


def _draw(edition: Edition, page: ChoicePage) -> None:
    """A page as it starts, and with another choice: libraries load at first use, an edition keeps what it found."""
    start = page.selection(edition)
    for choice in (start, _another(start)):
        with suppress(Exception):  # a page that cannot be drawn says so itself
            choice_page.content(edition, page, choice)


def _another(choice: Selection) -> Selection:
    """A choice that differs in everything that can be chosen."""
    for control in choice.controls:
        choice = choice.choose(control.name, list(control.options)[-1])
    return choice


def _rehearse(private: Path, pages: Sequence[ChoicePage]) -> list[str]:
    """Modules that a starting kernel imports and this process has not: found by starting one, which then ends.

    A kernel that runs leaves threads, which a process that forks must not have; so that is a process of its own.
    """
    stage = private / "rehearsal"
    stage.mkdir()
    connection = stage / "k.json"
    write_connection_file(str(connection), transport="ipc", ip=str(stage / "k"))
    kernel_app()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        with suppress(BaseException):
            known = set(sys.modules)
            app = start_kernel(connection)
            for page in pages[:1]:
                app.shell.run_cell(_REHEARSAL.format(page.key))
            os.write(writing, json.dumps(sorted(set(sys.modules) - known)).encode())
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as told:
        names = told.read()
    os.waitpid(child, 0)
    shutil.rmtree(stage)
    return list(json.loads(names))
