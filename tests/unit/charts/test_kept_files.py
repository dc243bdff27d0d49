"""Drawings in two files: one writes, others read, and what is damaged or of somebody else is no drawing."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from socdom.charts import kept_files
from socdom.charts.kept_files import Drawings, DrawingsWriter

ME = os.getuid()


def key(number: int) -> bytes:
    return hashlib.md5(str(number).encode()).digest()


def drawing(number: int) -> str:
    return f"<svg>tekening {number} met een é</svg>" * (number % 7 + 1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three drawings."""
    return filled(tmp_path / "getekend" / "editie", range(3))


def filled(folder: Path, numbers: range) -> Path:
    writer = DrawingsWriter(folder)
    for number in numbers:
        writer.put(key(number), drawing(number))
    writer.close()
    return folder


@pytest.fixture
def opened(folder: Path) -> Iterator[Drawings]:
    drawings = Drawings(folder, ME)
    yield drawings
    drawings.close()


def test_what_was_written_is_read_and_nothing_else(opened: Drawings) -> None:
    assert [opened.get(key(number)) for number in range(4)] == [drawing(0), drawing(1), drawing(2), None]
    assert len(opened) == 3


def test_what_is_written_later_is_found_too(folder: Path, opened: Drawings) -> None:
    assert opened.get(key(3)) is None
    filled(folder, range(3, 5))
    assert opened.get(key(3)) == drawing(3)
    assert len(opened) == 5


def test_only_one_process_writes(folder: Path) -> None:
    first = DrawingsWriter(folder)
    with pytest.raises(BlockingIOError):
        DrawingsWriter(folder)
    first.close()
    DrawingsWriter(folder).close()


def test_every_damaged_byte_costs_one_drawing_and_never_gives_another(folder: Path, opened: Drawings) -> None:
    path = folder / kept_files.DRAWINGS
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        found = [opened.get(key(number)) for number in range(3)]
        assert found.count(None) == 1
        assert [text for text in found if text] == [drawing(n) for n in range(3) if found[n]]


def test_a_damaged_index_gives_no_wrong_drawing(folder: Path) -> None:
    path = folder / kept_files.INDEX
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 255]) + whole[place + 1 :])
        try:
            drawings = Drawings(folder, ME)
        except ValueError:
            assert place < 32, "alleen het hoofd van de lijst maakt alles onbruikbaar"
            continue
        found = [drawings.get(key(number)) for number in range(3)]
        drawings.close()
        assert found.count(None) == 1
        assert [text for text in found if text] == [drawing(n) for n in range(3) if found[n]]


@pytest.mark.parametrize("torn", range(1, 45, 7))
def test_a_writer_that_was_broken_off_leaves_the_rest_whole(folder: Path, torn: int) -> None:
    path = folder / kept_files.INDEX
    path.write_bytes(path.read_bytes()[:-torn])
    with (folder / kept_files.DRAWINGS).open("ab") as file:
        file.write(b"half")
    filled(folder, range(10, 12))
    drawings = Drawings(folder, ME)
    assert [drawings.get(key(number)) for number in (0, 1, 2, 10, 11)] == [
        drawing(0),
        drawing(1),
        None,
        drawing(10),
        drawing(11),
    ]
    drawings.close()


def test_drawings_of_another_version_are_refused_and_a_writer_begins_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept_files, "program", lambda: b"another version."[:16])
    with pytest.raises(ValueError, match="another version"):
        Drawings(folder, ME)
    filled(folder, range(1))
    assert (folder / kept_files.DRAWINGS).stat().st_size < 100
    drawings = Drawings(folder, ME)
    assert (drawings.get(key(0)), drawings.get(key(1))) == (drawing(0), None)
    drawings.close()


def _replace_by_link(path: Path) -> None:
    elsewhere = path.with_name(f"{path.name}-elders")
    path.rename(elsewhere)
    path.symlink_to(elsewhere)


@pytest.mark.parametrize("name", ["", kept_files.INDEX, kept_files.DRAWINGS])
@pytest.mark.parametrize(
    "change",
    [lambda path: path.chmod(0o770), lambda path: path.chmod(0o707), _replace_by_link],
    ids=["group writes", "all write", "link"],
)
def test_what_somebody_else_may_have_written_is_refused(
    folder: Path, name: str, change: Callable[[Path], None]
) -> None:
    change(folder / name)
    refused = "somebody else can write|symbolic link"
    with pytest.raises(OSError, match=refused):
        Drawings(folder, ME)
    with pytest.raises(OSError, match=refused):
        DrawingsWriter(folder)


@pytest.mark.skipif(ME != 0, reason="only root gives files to another user")
def test_drawings_of_another_owner_than_the_edition_are_refused(folder: Path) -> None:
    for path in (folder, *folder.iterdir()):
        os.chown(path, 12345, -1)
    Drawings(folder, 12345).close()
    with pytest.raises(PermissionError):
        Drawings(folder, 54321)


def test_our_own_drawings_beside_an_edition_of_another_user_are_read(folder: Path) -> None:
    Drawings(folder, 54321).close()


def test_a_process_that_was_forked_and_lost_its_files_reads_on(folder: Path, opened: Drawings) -> None:
    assert opened.get(key(1)) == drawing(1)
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        told = b"none"
        try:
            os.closerange(3, writing)
            os.closerange(writing + 1, 256)
            told = str([opened.get(key(number)) for number in range(3)]).encode()
        finally:
            os.write(writing, told)
            os._exit(0)
    os.close(writing)
    with open(reading, "rb") as file:
        assert file.read().decode() == str([drawing(number) for number in range(3)])
    os.waitpid(child, 0)


def test_who_reads_while_another_process_writes_finds_whole_drawings(tmp_path: Path) -> None:
    folder, count = filled(tmp_path / "getekend" / "editie", range(1)), 3000
    child = os.fork()
    if not child:
        try:
            filled(folder, range(1, count))
        finally:
            os._exit(0)
    drawings, seen, until = Drawings(folder, ME), 0, time.monotonic() + 30
    while seen < count and time.monotonic() < until:
        found = drawings.get(key(seen))
        assert found in (None, drawing(seen))
        seen += found is not None
    os.waitpid(child, 0)
    drawings.close()
    assert seen == count
