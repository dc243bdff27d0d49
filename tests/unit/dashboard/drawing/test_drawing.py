"""What is drawn ahead: everything a reader can choose, nothing twice, and the same charts."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlencode

import pytest

from socdom.charts import kept
from socdom.charts.kept_files import Drawings, DrawingsWriter
from socdom.dashboard.choosing import CHOICE_PAGES, ChoicePage
from socdom.dashboard.drawing import ahead, quietly
from socdom.dashboard.drawing import drawer as drawer_module
from socdom.dashboard.drawing.drawer import Drawer
from socdom.dashboard.state import Control
from socdom.editions.drawn import drawings_folder
from socdom.editions.read import Edition
from tests.lib.rich_edition import write_rich

# The real one; tests put others in its place.
START = subprocess.Popen


def with_few(page: ChoicePage) -> ChoicePage:
    """A page on which each control has three things to choose from at most."""

    def controls(edition: Edition) -> tuple[Control, ...]:
        return tuple(replace(c, options=dict(list(c.options.items())[:2])) for c in page.controls(edition))

    return replace(page, controls=controls)


# Of the rich edition one page has all three controls, and another one figures that are folded.
PAGES = {key: with_few(CHOICE_PAGES[key]) for key in ("jeugd", "wmo")}


@pytest.fixture(autouse=True)
def _two_pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(ahead, "CHOICE_PAGES", PAGES)
    yield
    kept.write_to(None)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition with the drawings of the two pages."""
    edition = write_rich(tmp_path_factory.mktemp("getekend"))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(ahead, "CHOICE_PAGES", PAGES)
        assert ahead.draw(edition, drawings_folder(edition.folder)) > 20
    return edition


@pytest.fixture
def edition(tmp_path: Path) -> Edition:
    """An edition without drawings."""
    return write_rich(tmp_path)


def choices(edition: Edition) -> list[tuple[str, str]]:
    """Page and query of every choice, also of three things at once, which have no task of their own."""
    found = []
    for key, page in PAGES.items():
        controls = page.controls(edition)
        for values in product(*(control.options for control in controls)):
            query = urlencode(dict(zip((c.name for c in controls), values, strict=True)))
            found.append((key, page.selection(edition, query).query))
    assert len(set(found)) == len(found) == 2 * 2 * 2 + 2 * 2
    # Pages as they start have their drawings in them.
    return [(key, query) for key, query in found if query]


def whole(edition: Edition, key: str, query: str) -> str:
    page = PAGES[key]
    return "".join(block.finish() for block in page.blocks(edition, page.selection(edition, query)))


def test_a_page_with_kept_drawings_is_the_page_without(
    drawn: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = [whole(drawn, *choice) for choice in choices(drawn)]
    kept.read_from(drawn.folder)
    missed = missing(monkeypatch)
    assert [whole(drawn, *choice) for choice in choices(drawn)] == expected
    assert missed == [], "elke tekening lag klaar"
    assert all("<svg" in page for page in expected)


def missing(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Keys of the drawings that were looked for and not found, from now on."""
    missed: list[bytes] = []
    original = Drawings.get

    def counted(drawings: Drawings, key: bytes) -> str | None:
        found = original(drawings, key)
        if found is None:
            missed.append(key)
        return found

    monkeypatch.setattr(Drawings, "get", counted)
    return missed


def test_the_second_time_there_is_nothing_to_do(drawn: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = drawings_folder(drawn.folder)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    monkeypatch.setattr(ahead, "_do", lambda *task: pytest.fail("nog eens"))
    ahead.draw(drawn, folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_every_drawing_is_one_that_a_page_shows(drawn: Edition) -> None:
    """There is nothing to find among them that a reader of this edition cannot choose to see."""
    told = "".join(whole(drawn, *choice) for choice in choices(drawn))
    reader = Drawings(drawings_folder(drawn.folder), drawn.folder.stat().st_uid)
    assert len(reader) > 20
    kept_drawings = [reader.get(key) for key in reader._lines]
    reader.close()
    assert all(svg and svg in told for svg in kept_drawings)


def test_most_likely_choices_come_first_and_all_are_there(drawn: Edition) -> None:
    found = ahead.tasks(drawn)
    # One of those on the first page changes three things; each of the others is a task open and a task folded.
    assert len(set(found)) == len(found) == 2 * (len(choices(drawn)) - 1)
    assert {(task.page, task.query) for task in found} <= set(choices(drawn))
    changed = [task.query.count("=") for task in found]
    assert changed == sorted(changed)
    assert [task.folded for task in found if "&" not in task.query] == 5 * [False] + 5 * [True]
    assert found[0].query.startswith("wijk=")


def test_a_page_without_figures_is_not_drawn(drawn: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "CHOICE_PAGES", {"wmo": replace(PAGES["wmo"], present=lambda edition: False)})
    assert ahead.tasks(drawn) == []


def test_a_task_that_fails_is_tried_again_and_stops_nothing(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    every, done = ahead.tasks(edition)[:4], []
    monkeypatch.setattr(ahead, "tasks", lambda edition: every)

    def do(edition: Edition, page: object, task: ahead.Task) -> None:
        if task == every[1] and done.count(task) == 0:
            done.append(task)
            raise ValueError("stuk")
        done.append(task)

    monkeypatch.setattr(ahead, "_do", do)
    folder = drawings_folder(edition.folder)
    ahead.draw(edition, folder)
    ahead.draw(edition, folder)
    assert done == [*every, every[1]]


def test_no_more_is_kept_than_the_limit(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "LARGEST", 1)
    ahead.draw(edition, drawings_folder(edition.folder))
    assert len(ahead.Finished(drawings_folder(edition.folder))) == 1


def test_what_another_version_did_counts_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ahead.Finished(tmp_path).add("jeugd  open")
    assert "jeugd  open" in ahead.Finished(tmp_path)
    monkeypatch.setattr(ahead, "program", lambda: b"x" * 16)
    assert "jeugd  open" not in ahead.Finished(tmp_path)


def not_the_last(command: list[str], **rest: Any) -> subprocess.Popen[bytes]:
    """The same process, which looks whether it was to come last and does not: on a busy machine that takes minutes."""
    *python, module, place = command
    code = (
        f"import os, sys; from {module} import main; os.nice = lambda more: more == 19 or sys.exit(1); "
        "os.sched_setscheduler = lambda pid, policy, how: policy == os.SCHED_IDLE or sys.exit(1); main(sys.argv[1])"
    )
    return START(["-c" if part == "-m" else part for part in python] + [code, place], **rest)


def test_the_drawer_draws_and_stops_within_a_second(
    edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawer_module.subprocess, "Popen", not_the_last)
    drawer, folder = Drawer(lambda: edition.folder), drawings_folder(edition.folder)
    drawer.look()
    assert folder.is_dir(), "er voordat een kernel hoort wat die mag lezen"
    try:
        wait_for(lambda: (folder / "done").is_file() and drawer.busy)
        with pytest.raises(BlockingIOError):
            DrawingsWriter(folder)
        began = time.monotonic()
    finally:
        drawer.stop()
    assert time.monotonic() - began < 1.5
    assert not drawer.busy
    DrawingsWriter(folder).close()


def wait_for(there: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not there():
        assert time.monotonic() < until
        time.sleep(0.05)


class Started:
    """A process in name only."""

    every: ClassVar[list[Started]] = []

    def __init__(self, command: list[str], env: dict[str, str], **rest: object) -> None:
        self.folder, self.env, self.ended = command[-1], env, False
        self.every.append(self)

    def terminate(self) -> None:
        self.ended = True

    def wait(self, patience: float) -> None:
        assert self.ended

    def poll(self) -> int | None:
        return 0 if self.ended else None


def test_the_drawer_follows_the_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawer_module.subprocess, "Popen", Started)
    monkeypatch.setenv("SOCDOM_KEY", "geheim")
    Started.every.clear()
    served = [tmp_path / "nog niet"]
    drawer = Drawer(lambda: served[-1])
    drawer.look()
    assert Started.every == []
    assert not (tmp_path / ".getekend").exists()
    for name in ("a", "a", "b"):
        (tmp_path / name).mkdir(exist_ok=True)
        served.append(tmp_path / name)
        drawer.look()
    assert [(Path(one.folder).name, one.ended) for one in Started.every] == [("a", True), ("b", False)]
    assert "geheim" not in Started.every[0].env.values()
    drawer.stop()
    drawer.stop()
    assert Started.every[1].ended


def test_of_what_is_no_edition_nothing_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in ("name_process", "end_with_parent"):
        monkeypatch.setattr(quietly, name, lambda *values: None)
    monkeypatch.setattr(quietly.os, "nice", lambda value: None)
    monkeypatch.setattr(quietly.os, "sched_setscheduler", lambda *values: None)
    quietly.main(str(tmp_path / "weg"))
    assert capfd.readouterr() == ("", "")
    assert list(tmp_path.iterdir()) == []
