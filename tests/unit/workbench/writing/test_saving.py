"""Nobody's text is written over, also when two people save in the same moment."""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from socdom.errors import ParameterError, StorageError
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft, draft_text
from socdom.workbench.writing import saving
from socdom.workbench.writing.saving import NO_FILE, Saved, TakenElsewhere, mark_of, save

AT_ONCE, TURNS = 2, 20


def draft(words: str) -> Draft:
    return Draft(indicator="wmo_clienten", parts={**dict.fromkeys(PARTS, ""), "Waarom?": words})


def _save(job: tuple[Path, str, str]) -> str:
    path, words, mark = job
    return words if isinstance(save(path, draft(words), mark), Saved) else ""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "duiding" / "wmo.md"


def test_saving_and_saving_again(path: Path) -> None:
    first = save(path, draft("Een."), NO_FILE)
    assert isinstance(first, Saved)
    assert first.mark == hashlib.sha256(path.read_bytes()).hexdigest() == mark_of(path)
    os.chmod(path, 0o640)
    second = save(path, draft("Twee."), first.mark)
    assert isinstance(second, Saved)
    assert path.read_text(encoding="utf-8") == draft_text(draft("Twee."))
    assert path.stat().st_mode & 0o777 == 0o640
    assert [item.name for item in path.parent.iterdir()] == ["wmo.md"]


def test_a_text_that_says_the_same_leaves_the_file_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    by_hand = "---\nindicator:   wmo_clienten\nstatus: concept\n---\n## Waarom?\nEen.\n"
    path.write_text(by_hand, encoding="utf-8")
    mark = mark_of(path)
    assert save(path, draft("  Een.\r\n"), mark) == Saved(mark, written=False)
    assert path.read_text(encoding="utf-8") == by_hand


@pytest.mark.parametrize("theirs", [draft_text(draft("Van een ander.")), "kapot", ""])
def test_what_somebody_else_wrote_stays(path: Path, theirs: str) -> None:
    mark = getattr(save(path, draft("Een."), NO_FILE), "mark", "")
    path.write_text(theirs, encoding="utf-8")
    found = save(path, draft("Van mij."), mark)
    assert isinstance(found, TakenElsewhere)
    assert found.mark == mark_of(path)
    assert (found.found is not None) == theirs.startswith("---")
    assert path.read_text(encoding="utf-8") == theirs


def test_a_file_that_came_or_went_in_between(path: Path) -> None:
    path.parent.mkdir()
    path.write_text(draft_text(draft("Van een ander.")), encoding="utf-8")
    assert isinstance(save(path, draft("Van mij."), NO_FILE), TakenElsewhere)
    mark = mark_of(path)
    path.unlink()
    assert save(path, draft("Van mij."), mark) == TakenElsewhere(NO_FILE, None)
    assert not path.exists()


def test_a_new_file_that_comes_between_looking_and_writing_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor that knows no lock."""

    def late(target: Path, content: bytes) -> None:
        target.write_text("van een ander", encoding="utf-8")
        raise FileExistsError(17, "File exists", str(target))

    monkeypatch.setattr(saving, "put_new_file", late)
    assert isinstance(save(path, draft("Van mij."), NO_FILE), TakenElsewhere)
    assert path.read_text(encoding="utf-8") == "van een ander"


def test_of_those_who_save_at_once_one_succeeds(path: Path) -> None:
    """In other processes, on a file that is there and on one that is not."""
    path.parent.mkdir()
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as pool:
        for turn in range(TURNS):
            mark = mark_of(path)
            jobs = [(path, f"Van {turn} {number}.", mark) for number in range(AT_ONCE)]
            (winner,) = [words for words in pool.map(_save, jobs) if words]
            assert path.read_text(encoding="utf-8") == draft_text(draft(winner))
            if turn % 2:
                path.unlink()
    assert not list(path.parent.glob(".*"))


def test_what_cannot_be_kept_changes_nothing(path: Path) -> None:
    mark = getattr(save(path, draft("Een."), NO_FILE), "mark", "")
    before = path.read_bytes()
    with pytest.raises(ParameterError):
        save(path, replace(draft("Twee."), status="goedgekeurd", datum=date(2021, 1, 1)), mark)
    assert path.read_bytes() == before


def test_a_full_disk_is_told_and_the_text_that_was_there_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = getattr(save(path, draft("Een."), NO_FILE), "mark", "")
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="schijf is vol"):
        save(path, draft("Twee."), mark)
    assert path.read_bytes() == before
