"""The finished pages: complete, the same every time, with links that lead somewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html as lxml_html
from markupsafe import escape

from socdom.dashboard.downloads.offered import DOCUMENTS, documents
from socdom.dashboard.frame import error_page
from socdom.dashboard.menu import STANDING, menu, whole_menu
from socdom.dashboard.overview import overview
from socdom.dashboard.pages import FINISHED_PAGES, page_files, pages, write_pages
from socdom.editions.read import Edition
from tests.lib.sample_edition import write_sample
from tests.unit.blocks.edited import open_data

# What the server fills in when it is asked for: a file with figures, a question, what was searched.
MADE_AT_ONCE = ("cijfer/", "vraag?", "zoeken?", "mailto:")


@pytest.fixture(scope="module")
def written(sample: Edition) -> dict[str, str]:
    return pages(sample)


@pytest.fixture(scope="module")
def from_open_data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Edition, dict[str, str]]:
    edition = open_data(tmp_path_factory.mktemp("open"))
    return edition, pages(edition)


def links(html: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="([^"]*)"', html))


def by_address(made: Mapping[str, str]) -> dict[str, str]:
    """Relative address, as in a link → page."""
    names = {name: address or "./" for address, name in FINISHED_PAGES.items()}
    return {names.get(name, name): html for name, html in made.items()}


def ids(html: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', html)


def test_pages_are_written_as_they_are_made(sample: Edition, written: dict[str, str], tmp_path: Path) -> None:
    write_pages(sample, tmp_path)
    found = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "dashboard").glob("*.html")}
    assert found == written
    assert {f"dashboard/{name}.html" for name in found} == {
        name for name in page_files() if name.endswith(".html")
    }


def test_same_edition_gives_same_pages(written: dict[str, str], tmp_path: Path) -> None:
    again = Edition(write_sample(tmp_path))
    assert pages(again) == written


def test_every_link_is_relative_and_leads_somewhere(sample: Edition, written: dict[str, str]) -> None:
    places = by_address(written)
    known = {link.address for link in documents(sample)} | {
        "static/raad.css",
        "static/icoon.svg",
        "static/kiezen.js",
        "static/link.js",
        STANDING,
    }
    for page, html in places.items():
        for link in links(html):
            if link in known or link.startswith(MADE_AT_ONCE):
                continue
            address, _, part = link.partition("#")
            target = html if not address else places.get(address.partition("?")[0])
            assert target is not None, (page, link)
            assert not part or part in ids(target), (page, link)


@pytest.mark.parametrize("kind", ["own", "open"])
def test_every_key_figure_is_two_clicks_away_from_every_page(
    kind: str,
    sample: Edition,
    written: dict[str, str],
    from_open_data: tuple[Edition, dict[str, str]],
) -> None:
    edition, made = (sample, written) if kind == "own" else from_open_data
    places = by_address(made)
    wanted = {d.id for d in edition.descriptions.values() if d.key_figure and edition.figure(d.id)}
    followed = {
        page: {link for link in links(html) if link.partition("#")[0] in places}
        for page, html in places.items()
    }
    for page in places:
        second = {link for first in followed[page] for link in followed[first.partition("#")[0]]}
        reached = {
            part
            for address, _, part in (link.partition("#") for link in followed[page] | second)
            if part in ids(places[address])
        }
        place = {f"f-{indicator}-{edition.meta.code.lower()}" for indicator in wanted}
        assert place <= reached, (page, place - reached)


def test_ids_are_there_once(written: dict[str, str]) -> None:
    for name, html in written.items():
        assert sorted(ids(html)) == sorted(set(ids(html))), name


def test_headings_go_down_one_at_a_time(written: dict[str, str]) -> None:
    for name, html in written.items():
        content = re.findall(r"<main.*</main>", html, re.DOTALL)[0]
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", content)]
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(later <= earlier + 1 for earlier, later in zip(levels, levels[1:], strict=False)), (
            name,
            levels,
        )


def test_overview_in_its_order(written: dict[str, str]) -> None:
    html = written["overzicht"]
    order = [
        "Lindeveen bestaat niet",
        "Hoofdmenu",
        "Hoe gaat het in het sociaal domein?",
        "De hoofdlijnen",
        "Begin met uw vraag",
        "Kerngetallen",
        "Ontwikkelingen",
        "Rapport en cijfers",
        "Alle onderdelen",
    ]
    places = [html.index(text) for text in order]
    assert places == sorted(places)


def test_overview_has_no_more_than_twelve_key_figures(rich: Edition) -> None:
    tree = lxml_html.fromstring(overview(rich))
    cards = tree.find_class("kern")
    assert 0 < len(cards) <= 12
    assert all(len(row.find_class("kern")) <= 3 for row in tree.find_class("groep"))
    # A phone shows of every card its name and number, and unfolds the rest.
    assert [item.text_content().split()[0] for item in tree.find_class("kort")] == [
        card.find_class("stand-getal")[0].getprevious().text_content().split()[0] for card in cards
    ]


def test_header_says_until_when_the_figures_run(sample: Edition, written: dict[str, str]) -> None:
    assert all(
        'Cijfers tot en met<br class="breed"> <strong>4e kwartaal 2020</strong>' in html
        for html in written.values()
    )
    edition = Edition(sample.folder)
    edition.meta = edition.meta.model_copy(update={"own_registration": False})
    assert 'Stand<br class="breed"> <strong>15 februari 2021</strong>' in error_page(404, edition)


def test_main_message_says_that_it_does_not_go_with_a_choice(
    sample: Edition, written: dict[str, str]
) -> None:
    said = f"Dit gaat over heel {sample.meta.name} en de nieuwste cijfers, ook als u iets anders kiest."
    with_message = {
        name for name, html in written.items() if 'id="kiezen"' in html and 'class="lead"' in html
    }
    assert "jeugd" in with_message
    assert {name for name, html in written.items() if said in html} == with_message


def test_every_page_has_a_title_of_its_own(written: dict[str, str]) -> None:
    titles = [re.findall("<title>(.*?)</title>", html)[0] for html in written.values()]
    assert len(set(titles)) == len(titles)
    assert all(title.endswith(" | Dashboard sociaal domein, Gemeente Lindeveen") for title in titles)


def test_theme_without_figures_is_not_in_a_menu(written: dict[str, str]) -> None:
    assert "inwoners" not in links(written["overzicht"]) | links(written["themas"])
    assert "werk-en-inkomen" in links(written["themas"])


def test_menu_is_the_same_everywhere_and_says_where_you_are(sample: Edition, written: dict[str, str]) -> None:
    labels = [item.label for item in menu(sample)]
    assert labels == [
        "Overzicht", "Thema’s", "Wijken", "Geld", "Vergelijken", "Signalen en duiding", "Doelen en afspraken",
        "Over deze cijfers", "Stel een vraag",
    ]  # fmt: skip
    for name, html in written.items():
        tree = lxml_html.fromstring(html)
        (main_menu,) = tree.xpath("//header//div[contains(@class, 'kop')]//nav[@class='menu']")
        assert [link.text_content() for link in main_menu.iter("a")] == labels
        here = [link.text_content() for link in main_menu.iter("a") if link.get("aria-current")]
        address = "./" if name == "overzicht" else name
        if address in {item.address for item in menu(sample)}:
            assert here == [next(item.label for item in menu(sample) if item.address == address)]
        elif tree.find_class("kruimels"):
            assert here == ["Thema’s"]
            assert tree.find_class("kruimels")[0].text_content().startswith("OverzichtThema’s")
        else:
            assert here == []


def test_edition_without_wijken_or_money_has_no_page_about_them_in_its_menu(
    from_open_data: tuple[Edition, dict[str, str]],
) -> None:
    edition, _ = from_open_data
    shown = {item.label for item in menu(edition)}
    by_wijk = any(
        area.level == "wijk" for area in edition.areas.values() if edition.figures["area"].eq(area.code).any()
    )
    assert ("Wijken" in shown) == by_wijk
    assert ("Geld" in shown) == ("geld" in edition.themes())


def test_without_duiding_the_page_is_about_signals_alone(sample: Edition, tmp_path: Path) -> None:
    silent = Edition(write_sample(tmp_path, profile="zonder duiding"))
    page = pages(silent)["signalen"]
    assert "<title>Signalen |" in page
    assert "duiding" not in re.sub(r"<style>.*?</style>", "", page).lower()
    assert "Geschreven door" not in page


def test_duiding_is_listed_by_theme_with_role_and_day(written: dict[str, str]) -> None:
    tree = lxml_html.fromstring(written["signalen"])
    (item,) = tree.find_class("duidingen")[0]
    assert item.xpath("./h4/a/@href") == ["jeugd#f-jeugdhulp_gebruik-gm9999"]
    assert "Geschreven door de beleidsadviseur jeugd, 18 februari 2021." in item.text_content()
    assert "Het college praat in maart met de vijf grootste aanbieders." in item.text_content()
    assert "Nog niet ingevuld." in item.text_content()


def test_real_municipality_carries_no_notice(tmp_path: Path) -> None:
    edition = Edition(write_sample(tmp_path, fictional=False))
    edition.meta = edition.meta.model_copy(update={"name": "Echt & <Recht>"})
    made = pages(edition)
    assert all("bestaat niet" not in html for html in made.values())
    assert all(str(escape("Echt & <Recht>")) in made[page] for page in FINISHED_PAGES.values())
    assert all("<Recht>" not in html for html in made.values())


def test_only_documents_that_are_there_are_offered(tmp_path: Path) -> None:
    edition = Edition(write_sample(tmp_path))
    assert [link.address for link in documents(edition)] == [
        "bestanden/cijfers.csv",
        "bestanden/cijfers-open.csv",
    ]
    (edition.folder / "kwartaalrapport.pdf").write_bytes(b"x" * 1_250_000)
    found = {link.address: link.label for link in documents(edition)}
    assert (
        found["bestanden/kwartaalrapport.pdf"] == "Kwartaalrapport downloaden (PDF, 1,3\N{NO-BREAK SPACE}MB)"
    )
    assert set(found) <= {f"bestanden/{name}" for name in DOCUMENTS}


@pytest.mark.parametrize(
    ("status", "heading"),
    [(404, "Deze pagina bestaat niet"), (503, "Het is nu te druk"), (500, "Er ging iets mis")],
)
def test_error_page_is_dutch_and_has_the_menu(sample: Edition, status: int, heading: str) -> None:
    html = error_page(status, sample)
    assert f"<h1>{heading}</h1>" in html
    assert {f"/{item.address}" for item in whole_menu(sample)} <= links(html)
    assert all(link.startswith(("/", "#")) for link in links(html))
    assert 'action="/zoeken"' in html


def test_less_asked_pages_are_in_the_list_at_the_foot(sample: Edition, written: dict[str, str]) -> None:
    foot = [item.label for item in whole_menu(sample)][len(menu(sample)) :]
    assert foot == ["Rapporten", "Uitleg", "Beleidsindicatoren", "Zoeken", "Toegankelijkheid"]
    assert "17. Absoluut verzuim" in written["beleidsindicatoren"]
    assert "gegevens niet beschikbaar" in written["beleidsindicatoren"]
