"""The finished pages: complete, the same every time, with links that lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markupsafe import escape

from socdom.dashboard.frame import error_page
from socdom.dashboard.menu import menu, whole_menu
from socdom.dashboard.pages import DOCUMENTS, FINISHED_PAGES, documents, pages, write_pages
from socdom.editions.read import Edition
from tests.lib.sample_edition import write_sample


@pytest.fixture(scope="module")
def written(sample: Edition) -> dict[str, str]:
    return pages(sample)


def links(html: str) -> set[str]:
    return set(re.findall(r'(?:href|src)="([^"]*)"', html))


def test_pages_are_written_as_they_are_made(sample: Edition, written: dict[str, str], tmp_path: Path) -> None:
    write_pages(sample, tmp_path)
    found = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "dashboard").glob("*.html")}
    assert found == written
    previews = {f"thema-{theme}" for theme in ("jeugd", "wmo", "werk-en-inkomen", "schulden", "geld")}
    assert set(found) == set(FINISHED_PAGES.values()) | previews


def test_same_edition_gives_same_pages(written: dict[str, str], tmp_path: Path) -> None:
    again = Edition(write_sample(tmp_path))
    assert pages(again) == written


def test_every_link_is_relative_and_leads_somewhere(sample: Edition, written: dict[str, str]) -> None:
    known = {item.address for item in whole_menu(sample)} | {link.address for link in documents(sample)}
    known |= {"static/raad.css", "static/icoon.svg"}
    for html in written.values():
        ids = set(re.findall(r'\bid="([^"]+)"', html))
        for link in links(html):
            assert link.startswith("mailto:") or link in known or link.removeprefix("#") in ids, link


def test_ids_are_there_once(written: dict[str, str]) -> None:
    for html in written.values():
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert sorted(ids) == sorted(set(ids))


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


def test_header_says_until_when_the_figures_run(sample: Edition, written: dict[str, str]) -> None:
    assert 'Cijfers tot en met<br class="breed"> <strong>4e kwartaal 2020</strong>' in written["overzicht"]
    edition = Edition(sample.folder)
    edition.meta = edition.meta.model_copy(update={"own_registration": False})
    for html in pages(edition).values():
        assert "Cijfers tot en met" not in html
    assert 'Stand<br class="breed"> <strong>15 februari 2021</strong>' in pages(edition)["over"]


def test_theme_without_figures_is_not_in_the_menu(written: dict[str, str]) -> None:
    assert "inwoners" not in links(written["overzicht"])
    assert "werk-en-inkomen" in links(written["overzicht"])


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
    assert {f"/{item.address}" for item in menu(sample)} <= links(html)
    assert all(link.startswith(("/", "#")) for link in links(html))


def test_policy_indicators_have_a_finished_page_before_the_page_about_the_figures(
    sample: Edition, written: dict[str, str]
) -> None:
    labels = [item.label for item in menu(sample)]
    assert labels.index("Beleidsindicatoren") == labels.index("Over de cijfers") - 1
    html = written["beleidsindicatoren"]
    assert "<h1>Beleidsindicatoren</h1>" in html
    assert "17. Absoluut verzuim" in html
    assert "gegevens niet beschikbaar" in html
