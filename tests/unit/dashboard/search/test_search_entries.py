"""What can be found leads to where it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socdom.dashboard.pages import page_files, write_pages
from socdom.dashboard.search.entries import ENTRIES_FILE, entries, stored_entries
from socdom.dashboard.search.entry import Entry
from socdom.dashboard.search.results import search
from socdom.editions.read import Edition
from tests.lib import agreed
from tests.lib.answered import answers
from tests.lib.sample_edition import write_sample


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """With its pages, its answers, goals and followed signals."""
    additions = replace(agreed.additions(), answers=answers())
    found = Edition(write_sample(tmp_path_factory.mktemp("zoeken"), additions=additions))
    write_pages(found, found.folder)
    return found


@pytest.fixture(scope="module")
def found(edition: Edition) -> tuple[Entry, ...]:
    return stored_entries(edition)


def test_every_address_is_a_page_and_a_part_of_it(edition: Edition, found: tuple[Entry, ...]) -> None:
    wrong = []
    for address in {item.address for item in found} | {item.explained for item in found if item.explained}:
        page, _, part = address.partition("#")
        file = edition.folder / "dashboard" / f"{'overzicht' if page == './' else page}.html"
        if not file.is_file() or part and f'id="{part}"' not in file.read_text(encoding="utf-8"):
            wrong.append(address)
    assert wrong == []


def test_every_figure_with_a_number_can_be_found_once(edition: Edition, found: tuple[Entry, ...]) -> None:
    figures = [item.indicator for item in found if item.kind == "cijfer"]
    assert sorted(figures) == sorted(set(edition.figures["indicator"]))
    youth = next(item for item in found if item.indicator == "jeugdhulp_gebruik")
    assert youth.address == "jeugd#f-jeugdhulp_gebruik-gm9999"
    assert youth.explained.endswith("#begrip-jeugdhulp_gebruik")


def test_there_is_something_of_every_kind(found: tuple[Entry, ...]) -> None:
    kinds = {item.kind for item in found}
    assert kinds == {"cijfer", "wijk", "antwoord", "duiding", "signaal", "afspraak", "uitleg", "pagina"}
    assert {item.name for item in found if item.kind == "wijk"} >= {"Noorderlinde", "De Hagen"}
    assert {item.address for item in found if item.kind == "antwoord"} == {
        f"vraag#antwoord-{name}" for name in ("wachttijd", "betekenis", "punt")
    }


def test_the_file_is_named_and_made_the_same_each_time(edition: Edition, tmp_path: Path) -> None:
    assert ENTRIES_FILE in page_files()
    before = (edition.folder / ENTRIES_FILE).read_bytes()
    write_pages(edition, tmp_path)
    assert (tmp_path / ENTRIES_FILE).read_bytes() == before


def test_without_pages_addresses_lead_to_pages_as_a_whole(sample: Edition) -> None:
    bare = entries(sample, {})
    assert bare
    assert not any("#" in item.address or item.explained for item in bare)
    assert stored_entries(sample) == ()


def test_who_asks_what_a_word_means_gets_its_explanation_first(edition: Edition) -> None:
    for word in ("voorlopig", "procentpunt", "afgerond"):
        first = search(edition, word).groups[0]
        assert first.heading == "Uitleg", word
        assert "uitleg#uitleg-woorden" in [hit.address for hit in first.hits], word
    assert search(edition, "jeugdhulp").groups[0].heading == "Cijfers"


def test_nothing_is_left_out_that_could_have_stood_there(edition: Edition) -> None:
    # A line that says that one more is left out is as long as what is left out; the last group may be cut short.
    asked = ("signaal", "wachttijd", "kosten", "noorderlinde", "voorlopig", "wmo", "betekenis")
    left = [group.left for word in asked for group in search(edition, word).groups[:-1]]
    assert any(left)
    assert 1 not in left
