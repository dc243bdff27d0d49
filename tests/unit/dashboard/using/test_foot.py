"""The question at the foot of a page: only where it is asked, and in the same bytes of a finished page."""

from __future__ import annotations

import pytest

from socdom.dashboard.pages import pages
from socdom.dashboard.using.foot import with_foot
from socdom.dashboard.using.offered import offered
from socdom.editions.read import Edition
from socdom.parameters.gebruik import Gebruik
from tests.lib.sample_edition import write_sample

BARE = "<main></main><!--reactie--><footer></footer>"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return Edition(write_sample(tmp_path_factory.mktemp("voet")))


def test_every_finished_page_has_the_mark_once_before_its_footer(edition: Edition) -> None:
    made = pages(edition)
    assert len(made) > 15
    for name, html in made.items():
        assert html.count("<!--reactie-->") == 1, name
        assert html.index("</main>") < html.index("<!--reactie-->") < html.index('<footer class="voet">')


def test_the_question_knows_its_page() -> None:
    html = with_foot(BARE, "jeugd", Gebruik())
    assert 'name="pagina" value="jeugd"' in html
    assert html.count("<button") == 3
    assert "hoe vaak een pagina is bekeken" in html


def test_without_counting_nothing_is_said_of_it() -> None:
    html = with_foot(BARE, "jeugd", Gebruik(tellen=False))
    assert "Was deze pagina duidelijk?" in html
    assert "bekeken" not in html


def test_without_the_question_it_still_says_that_pages_are_counted() -> None:
    html = with_foot(BARE, "jeugd", Gebruik(vraag=False))
    assert "<form" not in html
    assert "<script" not in html
    assert "Wij tellen hoe vaak een pagina is bekeken." in html


def test_without_both_a_page_stays_as_it_is() -> None:
    assert with_foot(BARE, "jeugd", Gebruik(tellen=False, vraag=False)) == BARE


def test_what_is_offered_are_the_pages_of_the_menus_with_their_names(edition: Edition) -> None:
    found = offered(edition)
    assert found.pages["overzicht"] == "Overzicht"
    assert found.pages["jeugd"] == "Jeugd"
    assert "vraag" not in found.pages
    assert set(found.choices) <= set(found.pages)
    assert "jeugd" in found.choices
    assert list(found.downloads) == ["bestanden", "cijfer"]


def test_a_page_without_figures_is_among_the_others(edition: Edition) -> None:
    assert "samenhang" not in edition.themes()
    found = offered(edition).pages
    assert "samenhang" not in found
    assert found["overig"] == "Andere pagina’s"
