"""A reader sees the file of before or the new one, and nothing is left behind."""

from __future__ import annotations

import fcntl
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from socdom.whole_files import checksum, put_file, put_new_file


def test_the_new_one_is_in_the_place_of_the_old_with_its_rights(tmp_path: Path) -> None:
    file = tmp_path / "journaal.json"
    put_file(file, b"oud")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"oud", 0o644)
    put_file(file, b"nieuw", mode=0o640)
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"nieuw", 0o640)
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_what_fails_leaves_the_old_one_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    file = tmp_path / ".teruggezet"
    put_file(file, b"oud")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, step, full)
        with pytest.raises(OSError, match="No space"):
            put_file(file, b"nieuw")
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"oud", [file])


def test_what_a_killed_process_left_goes_and_what_another_is_writing_stays(tmp_path: Path) -> None:
    file = tmp_path / ".journaal"
    left, busy, other = (
        tmp_path / name for name in (".journaal-ab_d3fgh", ".journaal-zzzzzzzz", ".journaal-2")
    )
    for path in (left, busy, other):
        path.write_bytes(b"half")
    with busy.open() as writing:
        fcntl.flock(writing, fcntl.LOCK_EX)
        put_file(file, b"nieuw")
        assert sorted(tmp_path.iterdir()) == sorted([file, busy, other])
    put_file(file, b"weer")
    assert sorted(tmp_path.iterdir()) == sorted([file, other])


def test_a_draft_that_was_taken_for_abandoned_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, lock, taken = tmp_path / "journaal", fcntl.flock, []

    def later(handle: int, how: int) -> None:
        if not taken:
            (draft,) = tmp_path.iterdir()
            taken.append(draft)
            draft.unlink()
        lock(handle, how)

    monkeypatch.setattr(fcntl, "flock", later)
    put_file(file, b"nieuw")
    assert len(taken) == 1
    assert (file.read_bytes(), list(tmp_path.iterdir())) == (b"nieuw", [file])


def test_many_who_write_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    file, texts = tmp_path / "journaal", [str(number).encode() * 10_000 for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda text: [put_file(file, text) for _ in range(20)], texts))
    assert file.read_bytes() in texts
    assert list(tmp_path.iterdir()) == [file]


def test_a_new_file_never_takes_the_place_of_one(tmp_path: Path) -> None:
    file = tmp_path / "tekst.md"
    put_new_file(file, b"eerst", mode=0o600)
    with pytest.raises(FileExistsError):
        put_new_file(file, b"later")
    assert (file.read_bytes(), file.stat().st_mode & 0o777) == (b"eerst", 0o600)
    assert list(tmp_path.iterdir()) == [file]


def test_the_checksum_is_that_of_the_standard(tmp_path: Path) -> None:
    file = tmp_path / "abc"
    file.write_bytes(b"abc")
    # FIPS 180-4, the example of one block.
    assert checksum(file) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
