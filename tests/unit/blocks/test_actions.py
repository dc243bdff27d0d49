"""The row of links under a figure: on every figure of the dashboard, on none of the report, and small."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import lxml.html
import pytest

from socdom import blocks
from socdom.blocks.actions import View, actions
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from tests.lib.theme_pages import theme_page
from tests.lib.views import rows_of, without_drawings

MOST_BYTES = 600


@dataclass(frozen=True)
class Asked:
    question: str
    address: str


def answers(edition: Edition, indicator: str) -> tuple[Asked, ...]:
    known = {"jeugdhulp_gebruik": (Asked("Telt hulp <na> 18 jaar mee?", "vraag#antwoord-een"),)}
    return known.get(indicator, ())


@pytest.fixture(scope="module")
def draw(rich: Edition) -> Callable[..., str]:
    def drawn(theme: str, query: str = "", edition: Edition = rich, **chosen: str) -> str:
        view = View(theme, query, {name: name for name in THEMES}, answers)
        with without_drawings():
            return theme_page(edition, theme, view=view, **chosen)

    return drawn


def text_of(html: str) -> str:
    return " ".join(lxml.html.fragment_fromstring(html, create_parent="div").text_content().split())


def test_every_figure_of_a_page_has_its_row_and_its_address_is_on_that_page(draw, rich: Edition) -> None:
    page = draw("wmo")
    found = rows_of(page)
    assert len(found) > 10
    ids = {
        node.get("id") for node in lxml.html.fragment_fromstring(page, create_parent="div").xpath("//*[@id]")
    }
    for row in found:
        place = urlsplit(row.permalink)
        assert place.path == "wmo"
        assert place.fragment in ids
        assert place.fragment == row.id
    assert len({row.permalink for row in found}) == len(found)


def test_links_keep_what_was_chosen_and_say_what_they_are_about(draw) -> None:
    query = "wijk=WK999902&kwartaal=2020Q3&eenheid=aantal"
    first = rows_of(draw("jeugd", query, area="WK999902", period="2020Q3", unit="count"))[0]
    assert first.csv == f"cijfer/jeugdhulp_gebruik.csv?{query}"
    assert first.xlsx == f"cijfer/jeugdhulp_gebruik.xlsx?{query}"
    assert first.permalink == f"jeugd?{query}#f-jeugdhulp_gebruik-wk999902"
    asked = urlsplit(first.question)
    assert asked.path == "vraag"
    assert parse_qs(asked.query) == {
        "pagina": ["jeugd"], "cijfer": ["jeugdhulp_gebruik"], "wijk": ["WK999902"], "kwartaal": ["2020Q3"],
        "eenheid": ["aantal"],
    }  # fmt: skip
    words = text_of(first.html)
    assert (
        "Download deze cijfers: rekenblad (XLSX) van Jongeren met jeugdhulp in Noorderlinde tekst (CSV) van"
        in words
    )
    assert "Vraag hierover: Jongeren met jeugdhulp in Noorderlinde" in words


def test_without_a_choice_there_is_no_query(draw) -> None:
    first = rows_of(draw("jeugd"))[0]
    assert (first.csv, first.permalink) == (
        "cijfer/jeugdhulp_gebruik.csv", "jeugd#f-jeugdhulp_gebruik-gm9999"
    )  # fmt: skip


def test_rows_are_light(draw) -> None:
    """A page has seventy of them."""
    sizes = []
    for page in (draw("wmo"), draw("jeugd")):
        for row in lxml.html.fragment_fromstring(page, create_parent="div").xpath("//ul[@class='acties']"):
            answered = sum(len(lxml.html.tostring(item)) for item in row.xpath("./li[@class='gevraagd']"))
            sizes.append(len(lxml.html.tostring(row)) - answered)
    assert sum(sizes) / len(sizes) < MOST_BYTES


def test_a_figure_says_that_nobody_wrote_about_it_or_has_what_people_wrote(draw, rich: Edition) -> None:
    page = draw("jeugd")
    main = [row for row in rows_of(page) if row.id.startswith("f-")]
    for row in main:
        explained = rich.explanation(indicator=row.id.removeprefix("f-").rpartition("-")[0]) is not None
        assert ("Hierbij is nog geen duiding." in row.html) != explained
    assert 0 < page.count("Hierbij is nog geen duiding.") < len(main)


def test_the_explanation_of_another_choice_is_one_link_away(draw) -> None:
    first = rows_of(draw("jeugd", "kwartaal=2020Q3", period="2020Q3"))[0]
    assert '<a href="jeugd#d-jeugdhulp_gebruik">Duiding over heel Lindeveen' in first.html
    assert 'id="d-jeugdhulp_gebruik"' in draw("jeugd")


def test_without_texts_of_people_no_figure_speaks_of_them(draw, rich: Edition) -> None:
    plain = Edition(rich.folder)
    plain.meta = rich.meta.model_copy(update={"profile": "zonder duiding"})
    page = draw("jeugd", edition=plain, period="2020Q3", query="kwartaal=2020Q3")
    assert "uiding" not in text_of(page)


def test_an_answer_stands_under_the_figure_it_is_about_once(draw) -> None:
    page = draw("jeugd")
    assert page.count("Al gevraagd: ") == 1
    assert '<a href="vraag#antwoord-een">Telt hulp &lt;na&gt; 18 jaar mee?</a>' in rows_of(page)[0].html


def test_the_report_has_no_row(rich: Edition, sample: Edition) -> None:
    with without_drawings():
        pages = [blocks.figure(rich, "jeugdhulp_gebruik"), blocks.comparing_page(rich), blocks.money(sample)]
        pages += blocks.halves(rich, "jeugdhulp_gebruik", ("vorm",))
    assert not any("acties" in page or "cijfer/" in page for page in pages)
    assert actions(None, rich, "jeugdhulp_gebruik", anchor="x", about="y") is None
