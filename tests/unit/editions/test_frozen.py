"""Definitive editions: never written again, found by their version, and whole whenever a run breaks off."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from socdom.editions import write
from socdom.editions.frozen import (
    frozen_editions,
    is_folder_of,
    newest_frozen,
    remove_tree,
    settle,
    take_away,
    version_key,
)
from socdom.editions.write import remove_leftovers, staged
from tests.lib.sample_edition import write_sample

QUARTER = "2020Q4"


def small(home: Path, name: str, version: str, text: str = "", *, definitive: bool = True) -> Path:
    """An edition of two files, in its place."""
    state = "definitief" if definitive else "concept"
    with staged(home, name, definitive=QUARTER if definitive else "") as folder:
        told = f'{{"period": "{QUARTER}", "version": "{version}", "state": "{state}"}}'
        (folder / "edition.json").write_text(told, encoding="utf-8")
        (folder / "manifest.json").write_text(f'{{"files": {{}}, "x": "{text}"}}', encoding="utf-8")
    return (home / name).resolve()


def links(home: Path) -> dict[str, str]:
    """Name of each link → the version it leads to."""
    return {
        path.name: (path / "edition.json").read_text().split('"')[7]
        for path in sorted(home.iterdir())
        if path.is_symlink()
    }


def test_a_definitive_edition_has_a_link_of_its_own_and_one_of_the_quarter(tmp_path: Path) -> None:
    small(tmp_path, QUARTER, "1.0", definitive=False)
    folder = small(tmp_path, "2020Q4-v1.0", "1.0")
    assert links(tmp_path) == {"2020Q4": "1.0", "2020Q4-v1.0": "1.0"}
    assert (tmp_path / QUARTER).resolve() == folder


def test_nobody_may_write_in_it(tmp_path: Path) -> None:
    folder = small(tmp_path, "2020Q4-v1.0", "1.0")
    modes = {
        path.name: stat.S_IMODE(path.stat().st_mode)
        for path in [folder / "edition.json", folder / "manifest.json"]
    }
    assert modes == {"edition.json": 0o444, "manifest.json": 0o444}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o555


def test_versions_are_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for version in ("1.9", "1.10", "2.0", "1.2"):
        small(tmp_path, f"2020Q4-v{version}", version)
    assert [item.version for item in frozen_editions(tmp_path)] == ["1.2", "1.9", "1.10", "2.0"]
    newest = newest_frozen(tmp_path, QUARTER)
    assert newest is not None
    assert newest.version == "2.0"
    assert links(tmp_path)[QUARTER] == "2.0"
    assert newest_frozen(tmp_path, "2020Q3") is None
    assert version_key("1.10") > version_key("1.9")


def test_a_correction_stands_beside_it_until_it_is_definitive(tmp_path: Path) -> None:
    small(tmp_path, "2020Q4-v1.0", "1.0")
    small(tmp_path, "2020Q4-concept", "2.0", definitive=False)
    assert links(tmp_path) == {"2020Q4": "1.0", "2020Q4-concept": "2.0", "2020Q4-v1.0": "1.0"}
    small(tmp_path, "2020Q4-v2.0", "2.0")
    assert links(tmp_path) == {"2020Q4": "2.0", "2020Q4-v1.0": "1.0", "2020Q4-v2.0": "2.0"}


def test_concepts_are_thinned_and_definitive_editions_never(tmp_path: Path) -> None:
    kept = small(tmp_path, "2020Q4-v1.0", "1.0")
    for number in range(4):
        small(tmp_path, "2020Q4-concept", "2.0", str(number), definitive=False)
    for number in range(4):
        small(tmp_path, QUARTER, "1.0", f"los {number}", definitive=False)
    names = [path.name for path in (tmp_path / ".edities").iterdir()]
    assert kept.name in names
    assert sum(name.startswith("2020Q4-concept-") for name in names) == 2
    assert len(names) == 5


@pytest.mark.parametrize("broken", ["put_link", "settle", "freeze"])
def test_a_run_that_breaks_off_is_finished_or_undone_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    small(tmp_path, QUARTER, "1.0", definitive=False)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(write, broken, killed)
        with pytest.raises(KeyboardInterrupt):
            small(tmp_path, "2020Q4-v1.0", "1.0", "nieuw")
    assert (tmp_path / QUARTER / "edition.json").is_file()
    remove_leftovers(tmp_path)
    done = broken == "settle"
    assert bool(frozen_editions(tmp_path)) is done
    assert ("definitief" in (tmp_path / QUARTER / "edition.json").read_text()) is done
    small(tmp_path, "2020Q4-v1.0", "1.0", "nieuw")
    assert links(tmp_path) == {"2020Q4": "1.0", "2020Q4-v1.0": "1.0"}
    assert not list((tmp_path / ".edities").glob("bezig-*"))


def test_what_was_taken_away_is_gone_and_the_version_before_counts_again(tmp_path: Path) -> None:
    small(tmp_path, "2020Q4-v1.0", "1.0")
    folder = small(tmp_path, "2020Q4-v2.0", "2.0")
    take_away(tmp_path, "2020Q4-v2.0")
    assert links(tmp_path) == {"2020Q4": "1.0", "2020Q4-v1.0": "1.0"}
    assert not folder.exists()
    take_away(tmp_path, "2020Q4-v1.0")
    assert links(tmp_path) == {}


def test_taking_a_concept_away_leaves_the_definitive_edition(tmp_path: Path) -> None:
    small(tmp_path, "2020Q4-v1.0", "1.0")
    small(tmp_path, "2020Q4-concept", "2.0", definitive=False)
    take_away(tmp_path, QUARTER)  # the concept of before, of which the link now leads to the definitive one
    take_away(tmp_path, "2020Q4-concept")
    assert links(tmp_path) == {"2020Q4": "1.0", "2020Q4-v1.0": "1.0"}


def test_what_is_being_removed_is_opened_to_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workplace that holds rows of persons goes by this way, and removing it takes a while."""
    (tmp_path / "plek" / "map").mkdir(parents=True)
    (tmp_path / "plek").chmod(0o700)
    (tmp_path / "plek" / "map").chmod(0o500)
    seen: dict[str, int] = {}

    def look(folder: Path, **_: object) -> None:
        seen.update({path.name: stat.S_IMODE(path.stat().st_mode) for path in (folder, folder / "map")})

    monkeypatch.setattr("shutil.rmtree", look)
    remove_tree(tmp_path / "plek")
    assert seen == {"plek": 0o700, "map": 0o700}


def test_removing_a_link_to_an_edition_leaves_the_edition(tmp_path: Path) -> None:
    folder = small(tmp_path, "2020Q4-v1.0", "1.0")
    link = tmp_path / "elders"
    link.symlink_to(folder)
    remove_tree(link)
    assert not os.path.lexists(link)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o555


def test_all_in_order_is_left_as_it_is(tmp_path: Path) -> None:
    place = write_sample(tmp_path, "2020Q3")
    small(tmp_path / "lindeveen", "2020Q4-v1.0", "1.0")
    before = {path.name: os.readlink(path) for path in place.parent.iterdir() if path.is_symlink()}
    settle(place.parent)
    assert {p.name: os.readlink(p) for p in place.parent.iterdir() if p.is_symlink()} == before


@pytest.mark.parametrize(
    ("folder", "own"),
    [
        pytest.param("2020Q4-0123456789ab", True, id="the edition"),
        pytest.param("2020Q4-0123456789ab-2", True, id="a second copy"),
        pytest.param("2020Q4-v1.0-0123456789ab", False, id="a definitive one of the quarter"),
        pytest.param("bezig-2020Q4-0123456789ab", False, id="one that is being made"),
    ],
)
def test_folders_of_an_edition_are_known_by_their_name(folder: str, own: bool) -> None:
    assert is_folder_of("2020Q4", folder) is own
