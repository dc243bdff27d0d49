"""Draw what readers may choose before they do, and keep it beside the edition.

It draws by making the blocks of a page, as a kernel does, so that the drawings are those a kernel looks for. It may
be ended at any moment and goes on where it was. Choices of three things at once have no task: on the page of a theme no
drawing depends on more than two of them, and elsewhere the few that do are drawn when somebody asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from urllib.parse import urlencode

from socdom.charts.kept import write_to
from socdom.charts.kept_files import DrawingsWriter
from socdom.charts.kept_key import program
from socdom.dashboard.choosing import CHOICE_PAGES, ChoicePage
from socdom.dashboard.state import Control
from socdom.editions.read import Edition

LARGEST = 256 << 20  # bytes; many times what an edition of a large municipality takes
_AT_ONCE = 2  # things that are chosen
_DONE = "done"


@dataclass(frozen=True)
class Task:
    """What stands open, or what is folded, on one page for one choice.

    Attributes:
        page: key of the page.
        query: the choice, as in its address.
        folded: whether it is about what is folded.
    """

    page: str
    query: str
    folded: bool

    def __str__(self) -> str:
        return f"{self.page} {self.query} {'folded' if self.folded else 'open'}"


def tasks(edition: Edition) -> list[Task]:
    """All there is to do, the most likely choices first; a page as it starts was drawn with the edition."""
    pages = [page for page in CHOICE_PAGES.values() if page.present(edition)]
    return [
        Task(page.key, query, folded)
        for changed in range(1, _AT_ONCE + 1)
        for folded in (False, True)
        for page in pages
        for query in _queries(page.controls(edition), changed)
    ]


def _queries(controls: Sequence[Control], changed: int) -> Iterator[str]:
    """Every choice in which so many controls are not at their default."""
    for chosen in combinations(controls, changed):
        others = ([value for value in control.options if value != control.default] for control in chosen)
        for values in product(*others):
            yield urlencode({control.name: value for control, value in zip(chosen, values, strict=True)})


def draw(edition: Edition, folder: Path) -> int:
    """Do what was not done yet, and keep the drawings.

    Args:
        folder: where they are kept.

    Returns:
        how many drawings there are.

    Raises:
        BlockingIOError: another process is drawing them.
        OSError: the folder cannot be written, or is not our own.
    """
    writer = DrawingsWriter(folder)
    try:
        write_to(writer)
        finished = Finished(folder)
        for task in tasks(edition):
            if writer.size > LARGEST:
                break
            # One that goes wrong here tells nobody: a kernel will, and it is tried again the next time.
            if str(task) not in finished:
                with suppress(Exception):
                    _do(edition, CHOICE_PAGES[task.page], task)
                    finished.add(str(task))
        return len(writer)
    finally:
        write_to(None)
        writer.close()


def _do(edition: Edition, page: ChoicePage, task: Task) -> None:
    """Make the blocks, which draws their charts."""
    for block in page.blocks(edition, page.selection(edition, task.query)):
        for part in block.waiting if task.folded else ():
            block.make(part)


class Finished:
    """Which tasks were done by this version of the program, in a file with a line for each."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _DONE
        head = program().hex()
        with suppress(OSError, ValueError):
            first, *names = self._path.read_text(encoding="utf-8").splitlines()
            if first == head:
                self._names = set(names)
                return
        self._path.write_text(f"{head}\n", encoding="utf-8")
        self._names = set[str]()

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def __len__(self) -> int:
        return len(self._names)

    def add(self, name: str) -> None:
        """Note that a task was done; of a line that is half written the task is done again."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{name}\n")
        self._names.add(name)
