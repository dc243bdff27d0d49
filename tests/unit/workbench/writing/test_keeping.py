"""What is typed and not saved: kept whole, for its owner only, and never instead of what another window kept."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdom.errors import ParameterError, StorageError
from socdom.parameters import Places
from socdom.parameters.duiding import PARTS
from socdom.parameters.duiding_draft import Draft
from socdom.person_numbers import has_person_number
from socdom.pipeline.copies.contents import kept_paths
from socdom.pipeline.inputs import quarter_inputs
from socdom.workbench.writing.keeping import Keeper, Kept
from tests.lib.small_town import SLUG, make_workplace

QUARTER, KEY = "2020Q4", "wmo_clienten"
_ONE_LINE = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def places_in(folder: Path) -> Places:
    return Places.from_environment({"SOCDOM_ROOT": str(folder)})


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


@pytest.fixture
def keeper(places: Places) -> Keeper:
    return Keeper(places, SLUG, QUARTER)


def typed(words: str, **changes: object) -> Kept:
    draft = Draft(indicator=KEY, rol="adviseur", parts={**dict.fromkeys(PARTS, ""), PARTS[0]: words})
    return Kept(replace(draft, **changes), None, "een kenmerk")


def test_what_was_kept_comes_back_in_another_form(places: Places, keeper: Keeper) -> None:
    own = replace(typed("## mag hier <!-- wel -->").draft, datum=date(2021, 2, 18), status="goedgekeurd")
    kept = Kept(own, typed("Van mij.").draft, "een kenmerk")
    assert keeper.keep(KEY, kept)
    assert Keeper(places, SLUG, QUARTER).read(KEY) == kept
    assert Keeper(places, SLUG, "2020Q3").read(KEY) is None


@given(st.lists(_ONE_LINE, min_size=4, max_size=4), _ONE_LINE, st.none() | st.dates())
def test_any_text_comes_back_as_it_was_typed(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str], role: str, day: date | None
) -> None:
    kept = typed("", parts=dict(zip(PARTS, texts, strict=True)), rol=role, datum=day)
    keeper = Keeper(places_in(tmp_path_factory.getbasetemp() / "elke tekst"), SLUG, QUARTER)
    keeper.read(KEY)
    if any(has_person_number(text) for text in (*texts, role)):
        with pytest.raises(ParameterError):
            keeper.keep(KEY, kept)
    else:
        assert keeper.keep(KEY, kept)
        assert keeper.read(KEY) == kept


def test_only_its_owner_may_read_it(keeper: Keeper) -> None:
    before = os.umask(0)
    try:
        keeper.keep(KEY, typed("Een."))
    finally:
        os.umask(before)
    (file,) = keeper.folder.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (keeper.folder, keeper.folder.parent)] == [
        0o700
    ] * 2


def test_each_user_has_a_folder(places: Places, keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper.keep(KEY, typed("Van de een."))
    monkeypatch.setattr(os, "getuid", lambda: 4321)
    other = Keeper(places, SLUG, QUARTER)
    assert (other.read(KEY), other.left()) == (None, [])


def test_a_number_of_a_person_does_not_come_on_the_disk(keeper: Keeper) -> None:
    keeper.keep(KEY, typed("Mevrouw belde."))
    for kept in (
        typed("Mevrouw 123456782 belde."),
        replace(typed("Zij belde."), aside=typed("123456782").draft),
    ):
        with pytest.raises(ParameterError):
            keeper.keep(KEY, kept)
    (file,) = keeper.folder.iterdir()
    assert "123456782" not in file.read_text(encoding="utf-8")
    assert keeper.read(KEY) == typed("Mevrouw belde.")


def test_a_text_that_another_window_kept_stays(places: Places, keeper: Keeper) -> None:
    other = Keeper(places, SLUG, QUARTER)
    assert (keeper.read(KEY), other.read(KEY)) == (None, None)
    assert other.keep(KEY, typed("Van het andere venster."))
    assert not keeper.keep(KEY, typed("Van dit venster."))
    keeper.forget(KEY)
    assert keeper.read(KEY) == typed("Van het andere venster.")  # who looks at it knows it from then on
    assert keeper.keep(KEY, typed("Van allebei."))
    assert not other.keep(KEY, typed("Nog een."))


@pytest.mark.parametrize("broken", ["", "{", "[]", "{}", '{"draft": null, "aside": null, "base": ""}'])
def test_what_cannot_be_read_stays_as_it_is(keeper: Keeper, broken: str) -> None:
    keeper.keep(KEY, typed("Een."))
    (file,) = keeper.folder.iterdir()
    file.write_text(broken, encoding="utf-8")
    assert keeper.read(KEY) is None
    assert not keeper.keep(KEY, typed("Twee."))
    keeper.forget(KEY)
    assert file.read_text(encoding="utf-8") == broken


def test_what_is_left_is_told_with_the_newest_first(keeper: Keeper) -> None:
    assert keeper.left() == []
    for number, key in enumerate(("wmo_clienten", "thema:geld", "jeugdhulp_gebruik")):
        keeper.keep(key, typed("Een."))
        moment = datetime(2021, 2, 18 - number, 14, 5).timestamp()
        os.utime(keeper.folder / f"{key.replace(':', '-')}.json", (moment, moment))
    assert keeper.left() == ["wmo_clienten", "thema:geld", "jeugdhulp_gebruik"]
    assert keeper.moment("thema:geld") == datetime(2021, 2, 17, 14, 5)
    keeper.forget("thema:geld")
    keeper.forget("thema:geld")
    assert keeper.left() == ["wmo_clienten", "jeugdhulp_gebruik"]


def test_a_full_disk_is_told_and_what_was_kept_stays(keeper: Keeper, monkeypatch: pytest.MonkeyPatch) -> None:
    keeper.keep(KEY, typed("Een."))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(StorageError, match="schijf is vol"):
            keeper.keep(KEY, typed("Twee."))
    assert keeper.read(KEY) == typed("Een.")
    assert len(list(keeper.folder.iterdir())) == 1


def test_it_is_no_input_of_an_edition_and_in_no_copy(tmp_path: Path) -> None:
    places = make_workplace(tmp_path)
    before = quarter_inputs(places, SLUG, QUARTER).fingerprint
    keeper = Keeper(places, SLUG, QUARTER)
    assert keeper.keep(KEY, typed("Half af."))
    assert keeper.folder.is_relative_to(places.data / SLUG)
    assert quarter_inputs(places, SLUG, QUARTER).fingerprint == before
    assert not [name for name, _ in kept_paths(places, SLUG) if "klad" in name or KEY in name]


def test_it_is_not_in_git() -> None:
    root = Path(__file__).resolve().parents[4]
    assert "data/" in (root / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert Keeper(places_in(root), SLUG, QUARTER).folder.is_relative_to(root / "data")


def test_a_file_holds_nothing_but_what_was_typed(keeper: Keeper) -> None:
    keeper.keep(KEY, typed("Een."))
    (file,) = keeper.folder.iterdir()
    assert set(json.loads(file.read_text(encoding="utf-8"))) == {"draft", "aside", "base"}
