"""What went in then beside what goes in now: every kind of difference is told apart."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from socdom.editions.write import versions
from socdom.parameters import Places
from socdom.pipeline.differences import Differences, differences
from socdom.pipeline.inputs import quarter_inputs
from tests.lib.small_town import QUARTER, SLUG, make_workplace

SETTINGS = f"parameters/{SLUG}/{QUARTER}/kwartaal.yml"
NONE = Differences({}, (), (), other_key=False, versions=(), program=False)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return make_workplace(tmp_path)


def manifest(places: Places) -> dict[str, Any]:
    """As the manifest of an edition of now would be read back."""
    inputs = quarter_inputs(places, SLUG, QUARTER)
    told = {
        "inputs": inputs.checksums,
        "parameters": inputs.parameters(),
        "fingerprint": inputs.fingerprint,
        "sealed_with": inputs.sealed_with,
        "versions": versions(),
    }
    return dict(json.loads(json.dumps(told)))


def now(places: Places, then: dict[str, Any]) -> Differences:
    return differences(then, quarter_inputs(places, SLUG, QUARTER))


def test_nothing_changed(places: Places) -> None:
    assert now(places, manifest(places)) == NONE


def test_files_that_changed_came_or_went_are_named_with_the_settings_in_them(places: Places) -> None:
    then = manifest(places)
    folder = places.parameters / SLUG / QUARTER
    text = (folder / "kwartaal.yml").read_text(encoding="utf-8")
    (folder / "kwartaal.yml").write_text(text.replace("terugblik: 8", "terugblik: 6"), encoding="utf-8")
    (folder / "ontwikkelingen.md").unlink()
    (folder / "erbij.md").write_text("Tekst", encoding="utf-8")
    with (places.deliveries(SLUG) / "clienten.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    found = now(places, then)
    assert found.files == {
        "leveringen/clienten.csv": "is veranderd",
        SETTINGS: "is veranderd",
        f"parameters/{SLUG}/{QUARTER}/erbij.md": "is er bij gekomen",
        f"parameters/{SLUG}/{QUARTER}/ontwikkelingen.md": "is er niet meer",
    }
    assert found.settings == ("kwartaal.terugblik",)
    assert not found.other_key


def test_another_key_hides_what_is_sealed_and_nothing_else(places: Places) -> None:
    then = manifest(places)
    places.key.write_bytes(bytes(32))
    assert now(places, then) == Differences({}, (), (), other_key=True, versions=(), program=False)
    folder = places.parameters / SLUG
    text = (folder / "gebieden.csv").read_text(encoding="utf-8")
    (folder / "gebieden.csv").write_text(text + "\n", encoding="utf-8")
    assert now(places, then).files == {f"parameters/{SLUG}/gebieden.csv": "is veranderd"}


def test_a_setting_that_changed_is_seen_under_another_key_too(places: Places) -> None:
    """A definitive edition would otherwise stand while its own settings are others."""
    then = manifest(places)
    places.key.write_bytes(bytes(32))
    for path, old, new in (
        (places.parameters / SLUG / QUARTER / "kwartaal.yml", "terugblik: 8", "terugblik: 6"),
        (places.parameters / SLUG / "gemeente.yml", "naam: Kleindorp", "naam: Grootdorp"),
    ):
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    found = now(places, then)
    assert dict.fromkeys(found.files) == dict.fromkeys((SETTINGS, f"parameters/{SLUG}/gemeente.yml"))
    assert found.settings == ("gemeente.naam", "kwartaal.terugblik")


def test_no_checksum_tells_whether_somebody_guessed_a_comment_or_who_drew_the_logo(places: Places) -> None:
    """Of these files all but a few words is known; who has the checksum can try the words."""
    folder = places.parameters / SLUG
    logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>J. Tekenaar</title><path d="M0 0"/></svg>'
    (folder / "logo.svg").write_text(logo, encoding="utf-8")
    with (folder / "gemeente.yml").open("a", encoding="utf-8") as file:
        file.write("huisstijl: {logo: logo.svg}\n")
    with (folder / QUARTER / "kwartaal.yml").open("a", encoding="utf-8") as file:
        file.write("# mevrouw Jansen belt nog over bladzijde 3\n")
    told = set(manifest(places)["inputs"].values())
    plain = [
        hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.rglob("*")) if path.is_file()
    ]
    assert len(plain) == 6
    # Only the areas are published whole.
    assert told & set(plain) == {hashlib.sha256((folder / "gebieden.csv").read_bytes()).hexdigest()}


def test_another_program_is_told_with_its_parts(places: Places) -> None:
    then = manifest(places)
    then["fingerprint"] = "anders"
    assert now(places, then).program
    then["versions"]["pandas"] = "0.1"
    then["versions"]["oud"] = "3"
    told = now(places, then).versions
    assert told[0] == "oud: toen 3, nu niet meer gebruikt"
    assert told[1].startswith("pandas: toen 0.1, nu ")


def test_an_earlier_edition_that_was_made_again_is_no_change_of_the_user(places: Places) -> None:
    then = manifest(places)
    then["inputs"]["vorige editie/2020Q3/manifest.json"] = "0"
    found = now(places, then)
    assert (dict(found.files), found.made) == ({}, ("vorige editie/2020Q3/manifest.json",))
