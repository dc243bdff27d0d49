"""Zoeken answers anything that can be typed."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from socdom.dashboard.search.entries import write_entries
from socdom.dashboard.search.page import asked_in, search_page
from socdom.dashboard.search.results import LONGEST, MOST, search
from socdom.editions.read import Edition
from tests.lib.sample_edition import write_sample

_SYNTAX = st.sampled_from(
    [
        '"',
        "*",
        "(",
        ")",
        "NEAR(",
        "AND",
        "OR",
        "NOT",
        "name:",
        "^",
        "-",
        "+",
        "{",
        "}",
        "jeugd",
        "hulp",
        "x'; DROP",
    ]
)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    found = Edition(write_sample(tmp_path_factory.mktemp("zoek")))
    (found.folder / "dashboard").mkdir()
    write_entries(found, {}, found.folder)
    return found


@given(text=st.text(max_size=LONGEST) | st.lists(_SYNTAX, max_size=12).map(" ".join))
@example(text="\x00jeugd\x00")
@example(text="ﬁ Ⅷ ① ｊｅｕｇｄ")
@settings(deadline=None, max_examples=150)
def test_any_text_has_an_answer(edition: Edition, text: str) -> None:
    found = search(edition, text)
    assert found.count <= MOST
    assert len(found.asked) <= LONGEST


@given(text=st.text(max_size=LONGEST) | st.text(alphabet="<>&\"'/=jeugd ", max_size=40))
@settings(deadline=None, max_examples=40)
def test_no_text_becomes_a_part_of_the_page(edition: Edition, text: str) -> None:
    main = lxml.html.fromstring(search_page(edition, text.replace("\x00", "")).encode()).xpath("//main")[0]
    assert {node.tag for node in main.iter() if isinstance(node.tag, str)} <= {
        *("main", "div", "h1", "h2", "h3", "form", "label", "input", "button", "p", "a", "section", "nav"),
        *("ul", "li", "span", "strong"),
    }
    assert not any(name.startswith("on") for node in main.iter() for name in node.attrib)


@given(query=st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_any_address_can_be_read(query: str) -> None:
    assert len(asked_in(query)) <= LONGEST


def test_what_a_word_finds_does_not_depend_on_what_was_asked_before(edition: Edition) -> None:
    first = search(edition, "jeugdhulp")
    for text in ("bijstand", '"', "olifant"):
        search(edition, text)
    assert search(edition, "jeugdhulp") == first
