"""What the slides say: one thing each, from the edition alone, and nothing where there is nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
import pandas as pd
import pytest
from lxml import html

from socdom.blocks.budget import money
from socdom.editions.documents import DocumentsRecord, ErratumRecord, MeetingRecord
from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.report import Bijeenkomst
from tests.lib.agreed import additions, changes, much_duiding
from tests.lib.sample_edition import write_sample
from tests.lib.small_edition import figure, small_edition
from tests.unit.report.conftest import NOTEBOOKS, write_whole

EVIL = "<script>alert(1)</script>"


def calls() -> list[str]:
    """The calls of the notebook, in its order: "thema("jeugd")"."""
    notebook = nbformat.read(NOTEBOOKS / "report" / "bijeenkomst.ipynb", as_version=4)
    slides = [cell for cell in notebook.cells if cell.metadata.get("slideshow")]
    assert {cell.metadata.slideshow.slide_type for cell in slides} == {"slide"}
    return [cell.source for cell in slides]


def shown(meeting: Bijeenkomst) -> dict[str, html.HtmlElement]:
    """Call → its slide, for the slides that there are."""
    found = {call: eval(call, {"bijeenkomst": meeting})._repr_html_() for call in calls()}
    return {
        call: html.fragment_fromstring(f"<section>{text}</section>") for call, text in found.items() if text
    }


def with_documents(edition: Edition, **values: object) -> Bijeenkomst:
    """The slides of an edition in whose documents people wrote this."""
    meeting = Bijeenkomst(edition.folder, "lindeveen", "2020Q4")
    meeting.edition.documents = DocumentsRecord(**values)
    return meeting


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_whole(tmp_path_factory.mktemp("dias"))


@pytest.fixture(scope="module")
def meeting(folder: Path) -> Bijeenkomst:
    return Bijeenkomst(folder, "lindeveen", "2020Q4")


@pytest.fixture(scope="module")
def slides(meeting: Bijeenkomst) -> dict[str, html.HtmlElement]:
    return shown(meeting)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """One yearly number, and nothing else."""
    folder = tmp_path_factory.mktemp("kaal") / "2020Q4"
    return small_edition(folder, [figure("2020", 7.0)], profile="zonder duiding", fictional=False)


def words(slide: html.HtmlElement) -> list[str]:
    """What an audience reads on a slide, without its chart or table."""
    kept = html.fromstring(html.tostring(slide))
    for aside in kept.xpath("//aside|//svg|//table|//p[@class='dia-bron']|//*[@class='pc']|//*[@class='vh']"):
        aside.drop_tree()
    return kept.text_content().split()


def test_the_heading_over_money_is_that_of_the_report(
    meeting: Bijeenkomst, slides: dict[str, html.HtmlElement]
) -> None:
    report = html.fromstring(money(meeting.edition, key_figures_only=True))
    assert slides["bijeenkomst.geld()"].xpath("string(.//h2)") == report.xpath("string(.//h2)")


def test_there_are_ten_to_sixteen_slides_and_each_has_one_heading_and_notes(
    slides: dict[str, html.HtmlElement],
) -> None:
    assert 10 <= len(slides) <= 16
    for call, slide in slides.items():
        level = "h1" if call == "bijeenkomst.titel()" else "h2"
        assert [item.tag for item in slide.iter("h1", "h2")][:1] == [level], call
        assert len(slide.xpath(".//h1")) == (level == "h1"), call
        notes = slide.xpath("aside[@class='notes']/p")
        assert notes, call
        assert all(len(note.text_content()) > 20 for note in notes), call


def test_ids_are_unique_and_headings_skip_no_level(slides: dict[str, html.HtmlElement]) -> None:
    ids = [identifier for slide in slides.values() for identifier in slide.xpath(".//@id")]
    assert len(ids) == len(set(ids)) > 0
    levels = [int(e.tag[1]) for slide in slides.values() for e in slide.iter("h1", "h2", "h3", "h4")]
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_a_slide_with_a_chart_has_few_words(slides: dict[str, html.HtmlElement]) -> None:
    with_chart = {call: slide for call, slide in slides.items() if slide.xpath(".//svg[@role='img']")}
    assert len(with_chart) >= 5
    for call, slide in with_chart.items():
        assert len(words(slide)) <= 50, call
        # Two widths of one chart; what a reader hears is the same.
        alts = {drawing.get("aria-label") for drawing in slide.xpath(".//svg[@role='img']")}
        assert len(alts) == 1, call


def test_numbers_are_those_of_the_edition(slides: dict[str, html.HtmlElement], folder: Path) -> None:
    rows = pd.read_parquet(folder / "figures.parquet")
    own = rows[(rows["area"] == "GM9999") & (rows["dimension"] == "") & (rows["period"] == "2020Q4")]
    value = own.set_index("indicator")["value"]["jeugdhulp_gebruik"]
    told = slides['bijeenkomst.thema("jeugd")'].text_content()
    assert f"{value:.1f}%".replace(".", ",") in told
    assert "Bron: " in told
    assert "Dit cijfer is voorlopig." in told


def test_money_says_what_it_does_not_replace(slides: dict[str, html.HtmlElement]) -> None:
    told = slides["bijeenkomst.geld()"].text_content()
    assert "Deze cijfers vullen de begroting en de jaarstukken aan. Zij vervangen die niet." in told
    assert "De officiële cijfers staan in: Jaarstukken 2020." in told


def test_what_changed_names_the_newest_revisions(slides: dict[str, html.HtmlElement]) -> None:
    rows = slides["bijeenkomst.veranderd()"].xpath(".//tbody/tr")
    assert [cell.text_content() for cell in rows[0].xpath("td")] == ["71,4", "71,6"]
    assert len(rows) == len(changes().revised)


def test_signals_say_since_when_and_who_looks_at_it(slides: dict[str, html.HtmlElement]) -> None:
    rows = slides["bijeenkomst.signalen()"].xpath(".//tbody/tr")
    assert len(rows) == 5  # of the six that are followed
    assert all("2e kwartaal 2019" in row.text_content() for row in rows)
    assert all("beleidsadviseur" in row.text_content() for row in rows)
    assert "Nog 1 signaal staat op de pagina Signalen" in slides["bijeenkomst.signalen()"].text_content()


def test_goals_have_a_target_and_promises_are_open(slides: dict[str, html.HtmlElement]) -> None:
    targets = [goal for goal in additions().goals.goals if goal.target is not None]
    assert len(slides["bijeenkomst.doelen()"].xpath(".//tbody/tr")) == len(targets)
    told = slides["bijeenkomst.afspraken()"]
    assert told.findtext(".//h2") == "3 afspraken lopen nog"
    numbers = ["T-2020-18", "T-2020-31", "M-2020-09"]
    assert all(number in told.text_content() for number in numbers)
    assert "T-2020-02" not in told.text_content()


def test_agenda_names_what_comes(slides: dict[str, html.HtmlElement]) -> None:
    items = [item.text for item in slides["bijeenkomst.verwachten()"].iter("li")]
    assert items == [
        "De hoofdlijnen, en wat er veranderde.",
        "Per thema één cijfer: Jeugd, Wmo, Werk en inkomen en Schulden.",
        "Het geld.",
        "Signalen, doelen en afspraken.",
        "Het gesprek: uw vragen en wensen.",
    ]


def test_a_bare_edition_has_no_slide_about_what_is_not_there(bare: Edition) -> None:
    slides = shown(Bijeenkomst(bare.folder, "lindeveen", "2020Q4"))
    gone = {"veranderd()", "geld()", "doelen()", "afspraken()", "verbeterd()", 'thema("jeugd")'}
    assert not {f"bijeenkomst.{call}" for call in gone} & set(slides)
    assert slides["bijeenkomst.signalen()"].findtext(".//h2") == "Geen signalen: alleen cijfers per jaar"
    assert "verzonnen" not in slides["bijeenkomst.titel()"].text_content()
    assert [item.text for item in slides["bijeenkomst.gesprek()"].iter("li")][0].endswith("nader bekijken?")
    assert all(words(slide) for slide in slides.values())


def test_what_people_wrote_about_the_meeting(bare: Edition) -> None:
    meeting = with_documents(
        bare,
        asked="bespreken",
        questions=("Wat wilt u weten?", EVIL),
        meeting=MeetingRecord(day=date(2021, 3, 10), time="19.30 uur", place=f"raadzaal {EVIL}"),
        dashboard="https://dashboard.example",
    )
    slides = shown(meeting)
    assert f"10 maart 2021, 19.30 uur, raadzaal {EVIL}" in slides["bijeenkomst.titel()"].text_content()
    assert "vraagt u om deze cijfers te bespreken" in slides["bijeenkomst.verwachten()"].text_content()
    assert [item.text for item in slides["bijeenkomst.gesprek()"].iter("li")] == ["Wat wilt u weten?", EVIL]
    assert "https://dashboard.example" in slides["bijeenkomst.meer()"].xpath(".//a/@href")
    assert not any(slide.xpath(".//script") for slide in slides.values())


def test_a_correction_stands_on_the_title_and_on_a_slide_after_it(bare: Edition) -> None:
    item = ErratumRecord(day=date(2021, 3, 1), where="Kerngetallen", wrong="6 mensen", right="7 mensen")
    slides = shown(with_documents(bare, errata=(item,)))
    assert "Verbeterd: " in slides["bijeenkomst.titel()"].text_content()
    assert list(slides)[1] == "bijeenkomst.verbeterd()"
    cells = [cell.text_content() for cell in slides["bijeenkomst.verbeterd()"].xpath(".//tbody//td")]
    assert cells == ["6 mensen", "7 mensen"]


@pytest.mark.parametrize(("profile", "told"), [("met duiding", True), ("zonder duiding", False)])
def test_what_people_do_not_know_is_told_where_their_texts_are_published(
    tmp_path: Path, profile: str, told: bool
) -> None:
    record = much_duiding()[0]
    text = "Hoeveel mensen later hulp vragen."
    written = record.model_copy(update={"parts": {**record.parts, "Wat weten we nog niet?": text}})
    folder = write_sample(tmp_path, explained=[written], profile=profile)
    slide = Bijeenkomst(folder, "lindeveen", "2020Q4").onbekend()._repr_html_()
    assert ("hoeveel mensen later hulp vragen" in slide) is told


@pytest.mark.parametrize(("name", "value"), [("gemeente", "dongen"), ("kwartaal", "2020Q3")])
def test_another_edition_is_refused(folder: Path, name: str, value: str) -> None:
    make: Callable[..., Bijeenkomst] = Bijeenkomst
    with pytest.raises(ParameterError):
        make(folder, **{"gemeente": "lindeveen", "kwartaal": "2020Q4", name: value})
