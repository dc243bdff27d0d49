"""What the report says: the parts, their order, and that they belong to the edition that was asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from socdom.editions.read import Edition
from socdom.errors import EditionError, ParameterError
from socdom.report import Kwartaalrapport
from socdom.report.sections import Section
from tests.lib.sample_edition import write_sample

PARTS = (
    "voorblad",
    "kerngetallen",
    "terugblik",
    "jeugd",
    "wmo",
    "werk_en_inkomen",
    "samenhang",
    "geld",
    "signalen",
    "beleidsindicatoren",
    "inwoners",
    "wijken",
    "vergelijken",
    "ontwikkelingen",
    "over_de_cijfers",
)
GROUPS = (
    "Toegang en wachttijd",
    "Instroom en uitstroom",
    "Soort en aanbieder",
    "Kosten en prijzen",
    "Per jaar",
)


@pytest.fixture(scope="module")
def kern(sample_folder: Path) -> Kwartaalrapport:
    return Kwartaalrapport(sample_folder, "lindeveen", "2020Q4", "kern")


@pytest.fixture(scope="module")
def pages(kern: Kwartaalrapport) -> dict[str, html.HtmlElement]:
    return {name: html.fromstring(f"<div>{getattr(kern, name)()._repr_html_()}</div>") for name in PARTS}


def figure_ids(page: html.HtmlElement) -> list[str]:
    return [i for i in page.xpath("//figure/*[starts-with(name(), 'h')]/@id") if i.startswith("f-")]


def test_main_lines_stand_on_the_first_page(pages: dict[str, html.HtmlElement], sample: Edition) -> None:
    page = pages["voorblad"]
    assert [h.text_content() for h in page.xpath("//h1")] == [
        "Kwartaalrapportage sociaal domein, 4e kwartaal 2020"
    ]
    assert page.xpath("//ul[@class='hoofdlijnen']/li")
    assert "Versie 1.0, concept" in page.text_content()
    assert "15 februari 2021" in page.text_content()
    assert "bestaat niet" in page.text_content()


def test_contents_lead_to_every_part(pages: dict[str, html.HtmlElement]) -> None:
    targets = [link.removeprefix("#") for link in pages["voorblad"].xpath("//nav//a/@href")]
    ids = [i for name in PARTS[1:] for i in pages[name].xpath("//*/@id") if i in targets]
    assert ids == targets
    assert targets == [
        "kerngetallen", "jeugd", "wmo", "inkomen", "geld", "signalen-deel", "beleidsindicatoren-deel",
        "geen-samenhang", "ontwikkelingen", "over-de-cijfers",
    ]  # fmt: skip


def test_every_part_has_one_heading_that_says_its_message(pages: dict[str, html.HtmlElement]) -> None:
    for name in PARTS[1:]:
        titles = [h.text_content() for h in pages[name].xpath("//h2")]
        assert len(titles) == (0 if not pages[name].text_content().strip() else 1), name
    (money,) = pages["geld"].xpath("//h2")
    assert money.text_content() == "Boven de begroting: jeugdhulp €\xa0800.000"
    (table,) = pages["kerngetallen"].xpath("//h2")
    assert table.text_content() == "6 kerngetallen: 4 hoger dan een jaar eerder"


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        ("jeugd", ["jeugdhulp_gebruik", "jeugdhulp_wachttijd"]),
        ("wmo", ["wmo_clienten"]),
        ("werk_en_inkomen", ["bijstand_huishoudens", "schuldhulp_lopend"]),
    ],
)
def test_a_page_shows_one_or_two_key_figures(
    pages: dict[str, html.HtmlElement], part: str, shown: list[str]
) -> None:
    assert [identifier.split("-")[1] for identifier in figure_ids(pages[part])] == shown


def test_every_explanation_is_kept(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    explanations = json.loads((folder / "duiding.json").read_text(encoding="utf-8"))
    second = {**explanations[0], "indicator": "jeugdhulp_wachttijd", "rol": "teamleider Toegang"}
    (folder / "duiding.json").write_text(json.dumps([*explanations, second]), encoding="utf-8")
    text = Kwartaalrapport(folder, "lindeveen", "2020Q4", "kern").jeugd().html
    assert "beleidsadviseur jeugd" in text
    assert "teamleider Toegang" in text


def test_finances_say_that_they_add_to_the_official_documents(pages: dict[str, html.HtmlElement]) -> None:
    text = pages["geld"].text_content()
    assert "Deze cijfers vullen de begroting en de jaarstukken aan. Zij vervangen die niet." in text
    assert "Jaarstukken 2020" in text


def test_explanation_stands_with_its_figure(pages: dict[str, html.HtmlElement]) -> None:
    text = pages["jeugd"].text_content()
    assert "beleidsadviseur jeugd" in text
    assert "Nog niet ingevuld." in text
    assert "Hierbij is nog geen duiding." not in text
    assert "Hierbij is nog geen duiding." in pages["wmo"].text_content()


def test_themes_without_figures_are_named_together_and_after_the_pages(
    pages: dict[str, html.HtmlElement],
) -> None:
    assert not pages["samenhang"].text_content().strip()
    titles = [h.text_content() for h in pages["inwoners"].xpath("//h2")]
    assert titles == ["Samenhang: geen eigen registratie"]


def test_headings_go_down_one_level_at_a_time(pages: dict[str, html.HtmlElement]) -> None:
    levels = [
        int(h.tag[1]) for name in PARTS for h in pages[name].xpath("//*[self::h1 or self::h2 or self::h3 or "
                                                                   "self::h4 or self::h5 or self::h6]")
    ]  # fmt: skip
    assert levels[0] == 1
    assert all(b <= a + 1 for a, b in zip(levels, levels[1:], strict=False))


def test_long_edition_shows_every_indicator(sample_folder: Path, sample: Edition) -> None:
    report = Kwartaalrapport(sample_folder, "lindeveen", "2020Q4", "uitgebreid")
    page = html.fromstring(f"<div>{report.jeugd()._repr_html_()}</div>")
    shown = set(page.xpath("//figure/@aria-labelledby|//article/@aria-labelledby"))
    assert {f"f-{d.id}-gm9999" for d in sample.indicators("jeugd")} <= shown
    assert "Veenpoort" in page.text_content()
    assert "Met verblijf" in page.text_content()


def headings(section: Section, level: int) -> list[str]:
    page = html.fromstring(f"<div>{section.html}</div>")
    return [h.text_content() for h in page.xpath(f"//h{level}")]


def test_long_edition_shows_figures_per_group(rich: Edition) -> None:
    report = Kwartaalrapport(rich.folder, "lindeveen", "2020Q4", "uitgebreid")
    found = headings(report.wmo(), 3)
    assert [title for title in found if title in GROUPS] == list(GROUPS)
    under = headings(report.wmo(), 4)
    assert any("€\N{NO-BREAK SPACE}62,65" in title for title in under)
    assert headings(report.samenhang(), 2) == ["Samenhang"]


def test_short_edition_has_no_group_and_no_theme_without_a_key_figure(rich: Edition) -> None:
    report = Kwartaalrapport(rich.folder, "lindeveen", "2020Q4", "kern")
    assert not set(headings(report.wmo(), 3)) & set(GROUPS)
    assert report.samenhang().html == ""
    assert "Samenhang" not in report.voorblad().html
    assert "Hulp uit meer wetten" not in report.kerngetallen().html


def test_both_editions_have_the_policy_indicators(sample_folder: Path) -> None:
    short, long = (
        Kwartaalrapport(sample_folder, "lindeveen", "2020Q4", editie).beleidsindicatoren()
        for editie in ("kern", "uitgebreid")
    )
    assert headings(short, 2) == ["Van 2 van de 3 beleidsindicatoren is er een cijfer"]
    assert headings(long, 2) == ["Beleidsindicatoren"]
    assert "32. Cliënten met een maatwerkarrangement Wmo" in short.html
    assert "17. Absoluut verzuim" not in short.html
    assert "17. Absoluut verzuim" in long.html


def test_profile_without_explanation_has_none(tmp_path: Path) -> None:
    folder = write_sample(tmp_path, profile="zonder duiding")
    report = Kwartaalrapport(folder, "lindeveen", "2020Q4", "kern")
    text = "".join(getattr(report, name)().html for name in PARTS)
    assert 'class="duiding' not in text
    assert "nog geen duiding" not in text
    assert "beleidsadviseur jeugd" not in text


def test_missing_developments_are_said_to_be_missing(tmp_path: Path) -> None:
    folder = write_sample(tmp_path)
    (folder / "ontwikkelingen.md").write_text("", encoding="utf-8")
    section = Kwartaalrapport(folder, "lindeveen", "2020Q4", "kern").ontwikkelingen()
    assert "Nog niet ingevuld." in section.html


def test_section_prints_as_its_name_only(kern: Kwartaalrapport) -> None:
    # Jupyter stores this text beside the HTML; an address of an object would differ between two runs.
    assert repr(kern.kerngetallen()) == "Onderdeel van het rapport: Kerngetallen"


def test_parameters_that_do_not_fit_the_edition_are_refused_at_once(sample_folder: Path) -> None:
    with pytest.raises(ParameterError) as caught:
        Kwartaalrapport(sample_folder, "dongen", "2021Q1", "kort")
    text = str(caught.value)
    assert "3 punten" in text
    assert "is van lindeveen, gevraagd is 'dongen'" in text
    assert "is van 2020Q4, gevraagd is '2021Q1'" in text
    assert "kies kern of uitgebreid" in text


def test_folder_without_edition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EditionError):
        Kwartaalrapport(tmp_path, "lindeveen", "2020Q4", "kern")
