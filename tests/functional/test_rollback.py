"""The dashboard one edition back, at once, and what runs that come after make of it."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from socdom import pipeline
from socdom.editions.put_back import present_mark
from socdom.editions.read import Edition
from socdom.editions.releases import releases
from socdom.errors import EditionError
from socdom.parameters import Places
from socdom.pipeline import inputs
from socdom.pipeline.inputs import current_inputs
from socdom.pipeline.rollback import held_back
from tests.lib.small_town import SLUG, places_in
from tests.lib.tiny_workplace import make_tiny, say_otherwise


@dataclass(frozen=True)
class Two:
    """A workplace in which 71 was delivered, and after it 72 by mistake, with the folder of each edition."""

    workplace: Places
    good: Path
    wrong: Path


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    folder = tmp_path_factory.mktemp("terug")
    places = make_tiny(folder)
    first = refresh(places, 71)
    with pytest.raises(EditionError, match="er is geen eerdere editie die heel is"):
        pipeline.rollback(SLUG, places=places)
    return folder, first.name, refresh(places, 72).name


@pytest.fixture
def two(base: tuple[Path, str, str], tmp_path: Path) -> Two:
    """As it was made, for each test its own."""
    folder, good, wrong = base
    shutil.copytree(folder, tmp_path / "kopie", symlinks=True)
    places = places_in(tmp_path / "kopie")
    store = places.rendered / SLUG / ".edities"
    return Two(places, store / good, store / wrong)


def shown(places: Places) -> float:
    """The last figure that the municipality keeps itself, as the dashboard shows it: 71 where that was delivered."""
    frame = Edition(places.rendered / SLUG / "actueel").figures
    own = frame[frame["area"].eq("NL01") & frame["period"].eq("2020")]
    return float(own["value"].iloc[-1]) / 10  # per 10.000


def refresh(places: Places, value: int) -> Path:
    say_otherwise(places, value)
    return pipeline.refresh(SLUG, places=places).folder.resolve()


def waits(places: Places) -> bool:
    """Whether a run by itself leaves the edition alone."""
    return held_back(current_inputs(places, SLUG))


def test_a_wrong_edition_goes_back_and_the_same_inputs_do_not_bring_it_again(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = two.workplace.rendered / SLUG
    known = releases(home)
    assert shown(two.workplace) == 72
    assert not waits(two.workplace)

    told = pipeline.rollback(SLUG, reason=" Dubbele levering. ", places=two.workplace)
    assert told[0] == "Het dashboard toont nu de editie van daarvoor, met cijfers per 15 februari 2021."
    assert shown(two.workplace) == 71
    assert (home / "actueel").resolve() == two.good
    mark = present_mark(home)
    assert mark is not None
    assert (mark.place, mark.instead_of, mark.reason) == (two.good.name, two.wrong.name, "Dubbele levering.")
    # What was shown once may be known.
    assert releases(home) == known
    with pytest.raises(EditionError, match="de editie van daarvoor staat er al"):
        pipeline.rollback(SLUG, places=two.workplace)

    assert waits(two.workplace)
    with monkeypatch.context() as newer:
        newer.setattr("socdom.pipeline.differences.versions", lambda: {**inputs.versions(), "socdom": "99.0"})
        assert not waits(two.workplace)

    assert "de nieuwste editie" in pipeline.rollback(SLUG, forward=True, places=two.workplace)[0]
    assert shown(two.workplace) == 72
    assert present_mark(home) is None
    assert not waits(two.workplace)
    with pytest.raises(EditionError, match="er is geen eerdere editie teruggezet"):
        pipeline.rollback(SLUG, forward=True, places=two.workplace)


def test_another_delivery_ends_it_and_the_wrong_edition_goes_from_the_disk(two: Two) -> None:
    home = two.workplace.rendered / SLUG
    pipeline.rollback(SLUG, places=two.workplace)
    say_otherwise(two.workplace, 73)
    assert not waits(two.workplace)
    newest = refresh(two.workplace, 73)
    assert shown(two.workplace) == 73
    assert {path.name for path in (home / ".edities").iterdir()} == {newest.name, two.good.name}
    pipeline.rollback(SLUG, places=two.workplace)
    assert shown(two.workplace) == 71


def test_a_person_who_refreshes_gets_the_edition_of_what_is_delivered(two: Two) -> None:
    pipeline.rollback(SLUG, places=two.workplace)
    assert not pipeline.refresh(SLUG, places=two.workplace).reused
    assert shown(two.workplace) == 72
    assert present_mark(two.workplace.rendered / SLUG) is None
    assert not waits(two.workplace)


def test_who_withdraws_what_was_put_back_keeps_the_good_edition_in_place(two: Two) -> None:
    pipeline.rollback(SLUG, places=two.workplace)
    assert pipeline.withdraw(SLUG, "Niemand zag haar", places=two.workplace).withdrawn == "Niemand zag haar"
    assert shown(two.workplace) == 71
    assert not two.wrong.exists()
    assert waits(two.workplace)
    with pytest.raises(EditionError, match="de nieuwere editie is er niet meer"):
        pipeline.rollback(SLUG, forward=True, places=two.workplace)


@pytest.mark.parametrize("file", ["cijfers.csv", "edition.json"])
def test_an_edition_that_is_damaged_or_of_another_version_is_never_put_back(two: Two, file: str) -> None:
    (two.good / file).write_text('{"een veld": "van later"}', encoding="utf-8")
    with pytest.raises(EditionError, match="er is geen eerdere editie die heel is"):
        pipeline.rollback(SLUG, places=two.workplace)
    assert shown(two.workplace) == 72


def test_a_mark_without_its_step_counts_for_nothing(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the machine stops between the two."""
    with monkeypatch.context() as stopped:
        stopped.setattr("socdom.editions.put_back.put_link", lambda *_: os.stat("/is er niet"))
        with pytest.raises(OSError, match="is er niet"):
            pipeline.rollback(SLUG, places=two.workplace)
    assert (two.workplace.rendered / SLUG / ".teruggezet").exists()
    assert present_mark(two.workplace.rendered / SLUG) is None
    assert shown(two.workplace) == 72
    assert not waits(two.workplace)
    pipeline.rollback(SLUG, places=two.workplace)
    assert shown(two.workplace) == 71


def test_a_newer_program_opens_an_edition_of_before_and_makes_it_anew(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    versions = inputs.versions()
    newer = {**versions, "socdom": "99.0"}
    monkeypatch.setattr("socdom.pipeline.inputs.versions", lambda: newer)
    monkeypatch.setattr("socdom.editions.write.versions", lambda: newer)
    assert Edition(two.wrong).manifest["versions"] == versions
    made = pipeline.refresh(SLUG, places=two.workplace)
    assert not made.reused
    assert Edition(made.folder).manifest["versions"] == newer
    assert shown(two.workplace) == 72
    # And when the newer program was no good: the edition of the version before stands there as it was.
    pipeline.rollback(SLUG, places=two.workplace)
    assert (two.workplace.rendered / SLUG / "actueel").resolve() == two.wrong
