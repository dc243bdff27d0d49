"""Where drawings are kept, and that they go with the edition they are of."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom.editions import drawn
from socdom.editions.drawn import drawings_folder, forget_drawings
from socdom.editions.intact import is_intact
from socdom.editions.read import Edition
from socdom.editions.write import remove_leftovers
from tests.lib.sample_edition import write_sample


def test_drawings_stand_beside_the_editions_and_in_none(tmp_path: Path) -> None:
    edition = Edition(write_sample(tmp_path))
    folder = drawings_folder(edition.folder)
    assert folder == tmp_path / "lindeveen" / ".getekend" / edition.folder.name
    folder.mkdir(parents=True)
    (folder / "drawings").write_text("x", encoding="utf-8")
    assert is_intact(edition.folder)
    assert not folder.is_relative_to(edition.folder)


def test_an_edition_outside_a_store_has_them_beside_it(tmp_path: Path) -> None:
    assert drawings_folder(tmp_path / "editie") == tmp_path / ".getekend" / "editie"


def test_drawings_go_when_their_edition_is_gone(tmp_path: Path) -> None:
    standing = {"actueel-1": tmp_path / ".edities" / "actueel-1", "los": tmp_path / "los"}
    for folder in standing.values():
        folder.mkdir(parents=True)
    for name in (*standing, "actueel-0"):
        kept = tmp_path / ".getekend" / name
        kept.mkdir(parents=True)
        (kept / "drawings").write_text("x", encoding="utf-8")
    forget_drawings(tmp_path)
    assert {path.name for path in (tmp_path / ".getekend").iterdir()} == set(standing)


def test_a_new_edition_takes_away_the_drawings_of_editions_that_went(tmp_path: Path) -> None:
    home = tmp_path / "lindeveen"
    # Of a name the edition before stays, which a reader may have open; the third one takes the first away.
    editions = []
    for lookback in (4, 8, 12):
        editions.append(Edition(write_sample(tmp_path, lookback=lookback)).folder)
        drawings_folder(editions[-1]).mkdir(parents=True)
    assert not editions[0].exists()
    assert {path.name for path in (home / ".getekend").iterdir()} == {path.name for path in editions[1:]}


def test_a_run_that_starts_takes_away_what_was_left(tmp_path: Path) -> None:
    write_sample(tmp_path)
    left = tmp_path / "lindeveen" / ".getekend" / "actueel-weg"
    left.mkdir(parents=True)
    remove_leftovers(tmp_path / "lindeveen")
    assert not left.exists()


def test_drawings_that_cannot_be_removed_stop_no_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / ".getekend" / "weg"
    left.mkdir(parents=True)

    def refuse(folder: Path) -> None:
        raise PermissionError(folder)

    monkeypatch.setattr(drawn, "remove_tree", refuse)
    forget_drawings(tmp_path)
    assert left.is_dir()


def test_where_a_link_leads_nothing_is_removed(tmp_path: Path) -> None:
    """Who may write beside the editions could otherwise let the server remove folders that are the server's alone."""
    elsewhere, home = tmp_path / "elders", tmp_path / "lindeveen"
    (elsewhere / "archief").mkdir(parents=True)
    home.mkdir()
    (home / ".getekend").symlink_to(elsewhere)
    forget_drawings(home)
    assert (elsewhere / "archief").is_dir()
