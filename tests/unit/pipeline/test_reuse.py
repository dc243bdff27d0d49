"""When an edition may stay: not when the report beside it is another, not when its PDF can be made at last."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from socdom.editions.intact import checksum
from socdom.parameters import Places
from socdom.pipeline import publish
from socdom.pipeline.inputs import current_inputs, quarter_inputs
from tests.lib.small_town import QUARTER, SLUG, make_workplace

HTML, PDF = "kwartaalrapport.html", "kwartaalrapport.pdf"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return make_workplace(tmp_path)


def report(places: Places, quarter: str, text: str) -> Path:
    """A report of a quarter as a concept, with its page only."""
    folder = places.rendered / SLUG / quarter
    folder.mkdir(parents=True, exist_ok=True)
    told = json.dumps({"state": "concept", "version": "1.0"})
    for name, content in {HTML: text, "edition.json": told}.items():
        (folder / name).write_text(content, encoding="utf-8")
    sums = {name: checksum(folder / name) for name in (HTML, "edition.json")}
    (folder / "manifest.json").write_text(json.dumps({"files": sums}), encoding="utf-8")
    return folder


def test_the_current_edition_follows_the_newest_report(places: Places) -> None:
    found = [current_inputs(places, SLUG).fingerprint]
    for quarter, text in (("2020Q3", "derde"), (QUARTER, "vierde"), (QUARTER, "vierde, versie 2")):
        report(places, quarter, text)
        found.append(current_inputs(places, SLUG).fingerprint)
    assert len(set(found)) == 4
    inputs = current_inputs(places, SLUG)
    assert inputs.report_documents == [places.rendered / SLUG / QUARTER / HTML]
    assert f"rapport/{QUARTER}/manifest.json" in inputs.checksums


def test_a_report_on_a_later_quarter_does_not_count(places: Places) -> None:
    before = current_inputs(places, SLUG).fingerprint
    report(places, "2021Q1", "later")
    assert current_inputs(places, SLUG).fingerprint == before


def test_a_quarter_does_not_depend_on_reports(places: Places) -> None:
    before = quarter_inputs(places, SLUG, QUARTER).fingerprint
    report(places, QUARTER, "vierde kwartaal")
    inputs = quarter_inputs(places, SLUG, QUARTER)
    assert (inputs.fingerprint, inputs.report_documents) == (before, [])


@pytest.mark.parametrize(
    ("possible", "made", "wanted"), [(True, False, True), (False, False, False), (True, True, False)]
)
def test_a_pdf_that_can_be_made_at_last_is_made(
    places: Places, monkeypatch: pytest.MonkeyPatch, possible: bool, made: bool, wanted: bool
) -> None:
    monkeypatch.setattr(publish, "can_make_pdf", lambda: possible)
    folder = report(places, QUARTER, "vierde kwartaal")
    if made:
        (folder / PDF).write_bytes(b"%PDF")
    assert publish._pdf_to_come(folder, quarter_inputs(places, SLUG, QUARTER)) is wanted
    assert not publish._pdf_to_come(folder, current_inputs(places, SLUG))


def test_no_checksum_answers_a_guess_of_what_a_correction_is_about(places: Places) -> None:
    folder = places.parameters / SLUG
    (folder / "correcties.yml").write_text("[]\n", encoding="utf-8")
    try:
        published = current_inputs(places, SLUG).checksums
    finally:
        (folder / "correcties.yml").unlink()
    closed = {
        name: mark for name, mark in published.items() if name.endswith(("gemeente.yml", "correcties.yml"))
    }
    assert set(closed) == {f"parameters/{SLUG}/gemeente.yml", f"parameters/{SLUG}/correcties.yml"}
    guesses = {checksum(folder / "gemeente.yml"), hashlib.sha256(b"[]\n").hexdigest()}
    assert guesses.isdisjoint(published.values())
    areas = f"parameters/{SLUG}/gebieden.csv"
    assert published[areas] == checksum(folder / "gebieden.csv"), "what is public is told as it is"


def test_no_checksum_answers_a_guess_of_a_text_that_is_not_published(places: Places) -> None:
    """A draft, a comment for who writes, and everything under "zonder duiding"; nor does a name tell a person."""
    folder = places.parameters / SLUG
    home = folder / "signalen"
    home.mkdir()
    written = [home / "123456782.md", home / "987654329.md", folder / "doelen.yml", folder / "signalen.yml"]
    try:
        for path in written:
            path.write_text("{}\n", encoding="utf-8")
        published = current_inputs(places, SLUG).checksums
    finally:
        for path in written:
            path.unlink()
        home.rmdir()
    assert checksum_of(b"{}\n") not in published.values()
    names = [name for name in published if "/signalen/" in name]
    assert len(names) == 2
    assert not any("123456782" in name or "987654329" in name for name in names)


def checksum_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_no_checksum_of_a_delivery_is_published_as_it_is(places: Places) -> None:
    """Whoever tries all BSNs would find the one in a delivery with a single row."""
    folder = places.deliveries(SLUG)
    plain = {hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}
    inputs = current_inputs(places, SLUG)
    marks = {name: mark for name, mark in inputs.checksums.items() if name.startswith("leveringen/")}
    assert len(marks) == len(plain)
    assert plain.isdisjoint(inputs.checksums.values())
    (folder / "reintegratie.csv").write_bytes(b"anders")
    changed = current_inputs(places, SLUG).checksums
    assert [name for name in marks if changed[name] != marks[name]] == ["leveringen/reintegratie.csv"]
