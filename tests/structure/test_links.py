"""Links in Markdown lead somewhere: to a file, to a heading in it, to a test by its name; pictures tell what they show."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in (ROOT.glob("*.md"), (ROOT / "docs").rglob("*.md"))
    for path in folder
    if path.name != "LICENSE.md"
)
CHECKLISTS = [name for name in DOCUMENTS if name.startswith("docs/checklists/") and "README" not in name]
# The answers of a checklist, as its README tells them.
ANSWERS = {"yes", "partly", "no", "not applicable"}
_FENCE = re.compile(r"^ *(```|~~~).*?^ *\1", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(!?)\[([^\]]*)\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.+?) *$", re.MULTILINE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)


@cache
def text_of(name: str) -> str:
    """The document without its blocks of code."""
    return _FENCE.sub("", (ROOT / name).read_text(encoding="utf-8"))


def links(name: str) -> list[tuple[str, str, str]]:
    """Mark of a picture, words and address of every link."""
    return _LINK.findall(text_of(name))


@cache
def anchors(name: str) -> frozenset[str]:
    """The addresses of headings, as code platforms make them, and ids that are written out."""
    found = []
    for heading in _HEADING.findall(text_of(name)):
        words = unicodedata.normalize("NFC", re.sub(r"[`*]", "", heading)).lower()
        slug = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        found.append(f"{slug}-{found.count(slug)}" if slug in found else slug)
    return frozenset([*found, *re.findall(r'<\w+ [^>]*\bid="([^"]+)"', text_of(name))])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_to_what_is_there(name: str) -> None:
    wrong = []
    for _, _, address in links(name):
        if _ELSEWHERE.match(address):
            continue
        path, _, heading = address.partition("#")
        place = (ROOT / name).parent / path if path else ROOT / name
        if not place.exists() or not place.resolve().is_relative_to(ROOT):
            wrong.append(address)
        elif heading and heading not in anchors(place.resolve().relative_to(ROOT).as_posix()):
            wrong.append(address)
    assert wrong == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pictures_are_small_and_told_in_words(name: str) -> None:
    for mark, words, address in links(name):
        if mark:
            assert len(words) > 20, f"{address}: say what it shows"
            assert not _ELSEWHERE.match(address), f"{address}: a picture comes with the repository"
            picture = (ROOT / name).parent / address
            assert picture.is_file(), address
            assert picture.stat().st_size < 200_000, address


@pytest.mark.parametrize("name", DOCUMENTS)
def test_tests_that_are_named_exist(name: str) -> None:
    """`tests/unit/test_dutch.py::test_name` names a test that is there."""
    wrong = []
    for path, test in re.findall(r"(tests/[\w/]+\.py)::(\w+)", text_of(name)):
        file = ROOT / path
        if not file.exists() or not re.search(rf"def {test}\b", file.read_text(encoding="utf-8")):
            wrong.append(f"{path}::{test}")
    assert wrong == []


@pytest.mark.parametrize("name", CHECKLISTS)
def test_every_line_of_a_checklist_is_answered_and_what_is_met_has_proof(name: str) -> None:
    rows = [line.strip("|").split("|") for line in text_of(name).splitlines() if line.startswith("|")]
    lines = [[cell.strip() for cell in row] for row in rows if not set("".join(row).strip()) <= set("-: ")]
    answered = [row for row in lines if row[2] in ANSWERS]
    heads = [row for row in lines if row[2] not in ANSWERS]
    assert answered
    assert {row[2] for row in heads} <= {"met"}, "an answer is one of the four"
    assert [row[:2] for row in answered if row[2] == "yes" and not _LINK.search(row[3])] == []
    assert [row[:2] for row in answered if row[2] in ("partly", "no") and not row[4]] == []


def test_every_decision_is_in_the_index_and_has_its_parts() -> None:
    folder = ROOT / "docs" / "decisions"
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    index = text_of("docs/decisions/README.md")
    assert [name for name in records if f"]({name})" not in index] == []
    numbers = [int(name[:4]) for name in records]
    assert numbers == list(range(1, len(records) + 1))
    parts = [
        "## Context",
        "## Decision",
        "## What else was considered",
        "## Consequences",
        "## How to reverse",
    ]
    for name in records:
        text = text_of(f"docs/decisions/{name}")
        assert [part for part in parts if part not in text] == [], name
        assert re.search(r"^Status: (accepted|replaced by)", text, re.MULTILINE), name
