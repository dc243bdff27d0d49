"""Whether something is going on: the label is the same in table, card, side, fold and text of the drawing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from socdom import blocks, narrative
from socdom.editions.additions import SignalsRecord
from socdom.editions.expected import ExpectedRecord
from socdom.editions.goals import GoalRecord, GoalsRecord
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.editions.register import RegisterRecord, RegisterStep
from socdom.judgement.judge import judge
from socdom.judgement.labels import label
from socdom.judgement.model import Verdict
from tests.lib.judged import RISEN, STEADY
from tests.lib.sample_edition import GEMEENTE
from tests.lib.small_edition import description, figure, periods, small_edition

UNFINISHED = [*RISEN, 700.0]
FALLEN = [3000.0 - value for value in RISEN]
SERIES: dict[str, list[float | None]] = {
    "gestegen": RISEN,
    "gedaald": FALLEN,
    "rustig": [*STEADY, *STEADY[:7]],
    "kort": STEADY[:5],
    "klein": [3.0, 4.0, 2.0, 5.0, 3.0, 4.0, 2.0, 3.0, 5.0, 4.0, 3.0, 2.0],
    "geheim": [*STEADY, None],
    "onvolledig": UNFINISHED,
    "rustig, onvolledig": [*STEADY, *STEADY[:7], 700.0],
}


def figures_of(name: str) -> list[Figure]:
    values = SERIES[name]
    rows = [
        figure(p, v, indicator=name, numerator=v) for p, v in zip(periods(len(values)), values, strict=True)
    ]
    if name.endswith("onvolledig"):
        rows[-1] = figure("2020Q4", values[-1], "onvolledig", indicator=name)
    return rows


def catalogue() -> list[Description]:
    named = {name: f"Cijfer {name}" for name in SERIES}
    quarterly = [description(id=i, title=t, short=t, key_figure=True, theme="wmo") for i, t in named.items()]
    year = description(
        id="jaar", title="Cijfer per jaar", short="Cijfer per jaar", key_figure=True, theme="jeugd"
    )
    return [*quarterly, year]


def made(folder: Path, **changes: object) -> Edition:
    rows = [row for name in SERIES for row in figures_of(name)]
    rows += [figure(year, 100.0 + n, indicator="jaar") for n, year in enumerate(periods(5, "2020"))]
    return small_edition(folder, rows, catalogue(), lookback=20, **changes)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return made(tmp_path_factory.mktemp("course") / "e")


def tree(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="main")


def text_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def in_table(edition: Edition, places: dict[str, str] | None = None) -> dict[str, html.HtmlElement]:
    """Short name → what stands under the judgement, for figures that have something there."""
    page = tree(blocks.key_figure_table(edition, places=places))
    cells = {
        row.find("th").text.strip(): row.xpath("td[@data-kop='Oordeel']/span[@class='onderregel']")
        for row in page.xpath("//tbody/tr[td]")
    }
    return {name: found[0] for name, found in cells.items() if found}


def in_card(edition: Edition, short: str) -> list[str]:
    page = tree("".join(blocks.key_figures(edition, theme) for theme in edition.themes()))
    (card,) = (item for item in page.xpath("//article") if text_of(item[0]) == short)
    return [text_of(item) for item in card.xpath(".//span[@class='oordeel signaal-woord']")]


def fold(page: html.HtmlElement) -> html.HtmlElement:
    (found,) = page.xpath("//details[@class='loop']")
    return found


def test_the_states_are_all_there(edition: Edition) -> None:
    found = {name: judge(edition, name).verdict for name in SERIES}
    assert found == {
        "gestegen": Verdict.SIGNAL, "gedaald": Verdict.SIGNAL, "rustig": Verdict.STEADY, "kort": Verdict.TOO_FEW,
        "klein": Verdict.TOO_SMALL, "geheim": Verdict.NOT_SHOWN, "onvolledig": Verdict.SIGNAL,
        "rustig, onvolledig": Verdict.STEADY,
    }  # fmt: skip


@pytest.mark.parametrize("name", SERIES)
def test_one_label_everywhere(edition: Edition, name: str) -> None:
    judgement, short = judge(edition, name), f"Cijfer {name}"
    said, page = label(judgement), tree(blocks.figure(edition, name))
    assert text_of(fold(page).xpath(".//span[starts-with(@class, 'oordeel')]")[0]) == said
    drawings = [svg.get("aria-label") for svg in fold(page).iter("{http://www.w3.org/2000/svg}svg", "svg")]
    assert all(f" {said}. " in alt for alt in drawings)
    assert bool(drawings) is (judgement.verdict in (Verdict.SIGNAL, Verdict.STEADY))
    at_side = [text_of(item) for item in page.xpath("//div[starts-with(@class, 'signaal')]/*[1]")]
    assert at_side == ([said] if judgement.signal else [])
    # Also that there is no signal is not said of an incomplete quarter.
    earlier = name.endswith("onvolledig")
    # Under the judgement it is said each time that it is about signals.
    told = said if "ignaal" in said else f"Signaal: {said[0].lower()}{said[1:]}"
    assert text_of(in_table(edition)[short]) == told + (" (3e kw. 2020)" if earlier else "")
    # A card is about the newest figure alone.
    assert in_card(edition, short) == ([said] if judgement.signal and not earlier else [])


def test_a_figure_per_year_is_not_said_to_be_unjudged_each_time(edition: Edition) -> None:
    page = tree(blocks.figure(edition, "jaar"))
    assert not page.xpath("//details[@class='loop']")
    assert "Cijfer per jaar" not in in_table(edition)


def test_years_alone_have_no_column_for_signals(tmp_path: Path) -> None:
    rows = [figure(year, 100.0, indicator="jaar") for year in periods(5, "2020")]
    alone = small_edition(tmp_path / "e", rows, [catalogue()[-1]])
    heads = [text_of(head) for head in tree(blocks.key_figure_table(alone)).xpath("//thead//th")]
    assert heads == ["Kerngetal", "Nu", "Jaar eerder", "Status", "Oordeel"]


def test_goal_and_budget_share_a_column_where_both_are_there(rich: Edition, sample: Edition) -> None:
    heads = [[text_of(head) for head in tree(blocks.key_figure_table(edition)).xpath("//thead//th")][4:]
             for edition in (rich, sample)]  # fmt: skip
    assert heads == [["Doel of begroting", "Status", "Oordeel"], ["Begroting", "Status", "Oordeel"]]
    assert "Geen van deze cijfers is te vergelijken met andere gemeenten." in blocks.key_figure_table(rich)


def test_other_municipalities_have_a_column_where_a_figure_counts_the_same(open_edition: Edition) -> None:
    table = tree(blocks.key_figure_table(open_edition))
    cells = {
        text_of(row[0]): row.xpath("td[@data-kop='Vergelijkbare gemeenten']")
        for row in table.xpath("//tr[td]")
    }
    told = {name: text_of(found[0]) for name, found in cells.items()}
    assert any("€" in text for text in told.values()), told
    assert all(text for text in told.values()), "words, where there is no figure"


def test_the_label_leads_to_its_figure_where_there_is_one(edition: Edition) -> None:
    places = {"gestegen": "#f-gestegen", "kort": "#f-kort"}
    cells = in_table(edition, places)
    assert [link.get("href") for link in cells["Cijfer gestegen"].iter("a")] == ["#f-gestegen"]
    assert not list(cells["Cijfer kort"].iter("a")), "nothing to see where nothing is judged"
    assert not list(cells["Cijfer rustig"].iter("a"))


def test_a_signal_at_the_side_says_what_and_for_how_long(edition: Edition) -> None:
    side = tree(blocks.figure(edition, "gestegen")).xpath("//div[@class='signaal']")[0]
    assert "kwartalen" in text_of(side) or "kwartaal" in text_of(side)
    assert "schommeling" in text_of(side)


def test_an_incomplete_quarter_is_said_beside_the_signal_before_it(edition: Edition) -> None:
    side = tree(blocks.figure(edition, "onvolledig")).xpath("//div[@class='signaal']")[0]
    assert "Het 4e kwartaal 2020 telt nog niet mee: er komen nog gegevens bij." in text_of(side)


def test_beside_an_earlier_quarter_stands_no_signal_of_the_newest(edition: Edition) -> None:
    page = tree(blocks.figure(edition, "gestegen", period="2019Q4"))
    assert not page.xpath("//div[@class='signaal']")
    assert fold(page) is not None


def test_on_paper_nothing_is_folded(edition: Edition) -> None:
    page = tree(blocks.figure(edition, "gestegen", signals=False))
    assert not page.xpath("//details[@class='loop']")
    assert page.xpath("//div[@class='signaal']"), "the signal itself stays"


def test_the_short_report_says_of_a_signal_what_it_is_beside_the_figure(edition: Edition) -> None:
    brief = tree(blocks.figure(edition, "gestegen", signals=False, aimed=False))
    assert brief.xpath("//div[@class='signaal']"), (
        "its table of key figures only names the signal, and leads to here"
    )


def followed(*steps: tuple[str, date]) -> SignalsRecord:
    return SignalsRecord(
        followed=(
            RegisterRecord(
                indicator="gestegen", rule="zeven op rij aan één kant", direction="omhoog", since="2019Q2",
                steps=tuple(RegisterStep(day=day, state=state, role="beleidsadviseur", text="Tekst van mensen.")
                            for state, day in steps),
            ),
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((("nieuw", date(2021, 2, 1)),), "Gezien op 1 februari 2021 (beleidsadviseur)."),
        ((("nieuw", date(2020, 8, 3)), ("wordt bekeken", date(2020, 9, 1)), ("wordt bekeken", date(2021, 2, 1))),
         "Wordt bekeken sinds 1 september 2020 (beleidsadviseur)."),
        ((("wordt bekeken", date(2020, 9, 1)), ("verklaard", date(2021, 2, 1))),
         "Verklaard op 1 februari 2021 (beleidsadviseur)."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("profile", ["met duiding", "zonder duiding"])
def test_what_is_done_with_it_is_a_fact(tmp_path: Path, steps: tuple, expected: str, profile: str) -> None:
    edition = made(tmp_path / "e", profile=profile)
    edition.signals = followed(*steps)
    page = tree(blocks.figure(edition, "gestegen"))
    assert expected in text_of(page.xpath("//div[@class='signaal']")[0])
    assert expected in text_of(fold(page))
    assert "Tekst van mensen" not in text_of(page), "what people wrote stands on the page of signals"


def test_a_goal_stands_beside_its_figure_and_in_the_table(tmp_path: Path) -> None:
    edition = made(tmp_path / "e")
    before = tree(blocks.key_figure_table(edition))
    assert not any("Doel" in text_of(head) for head in before.xpath("//thead//th"))
    assert "Voor deze cijfers is er geen doel met een streefwaarde." in text_of(before)
    goal = GoalRecord(goal="Minder.", indicator="gestegen", target=1400.0, by="2021Q4", direction="lager",
                      document="Begroting 2021", page=34)  # fmt: skip
    edition.goals = GoalsRecord(goals=(goal,))
    page = tree(blocks.figure(edition, "gestegen"))
    heads = [text_of(head) for head in page.xpath("//div[@class='kant']//*[self::h3]")]
    assert "Doel" in heads
    assert page.xpath("//div[@class='signaal van-doel']")
    assert page.xpath("//figure/*[local-name()='svg']//*[@class='doellijn']")
    rows = tree(blocks.key_figure_table(edition)).xpath("//tbody/tr[td]")
    cells = {row.find("th").text.strip(): text_of(row.xpath("td[@data-kop='Doel']")[0]) for row in rows}
    assert "1.400" in cells["Cijfer gestegen"]
    assert cells["Cijfer rustig"] == "geen streefwaarde vastgesteld"


def test_what_is_still_to_come_stands_beside_an_amount(tmp_path: Path) -> None:
    texts = description("euro", id="kosten", theme="wmo", protection="bedrag")
    rows = [figure(p, 3e6, indicator="kosten") for p in periods(9)]
    rows[-1] = figure("2020Q4", 2e6, "onvolledig", indicator="kosten")
    edition = small_edition(tmp_path / "e", rows, [texts])
    assert "Nog niet alles is binnen" not in blocks.figure(edition, "kosten")
    edition.all_expected = (ExpectedRecord(indicator="kosten", period="2020Q4", completeness=67, expected=3.0e6,
                                        method="ketenladder"),)  # fmt: skip
    assert "Nog niet alles is binnen" in blocks.figure(edition, "kosten")
    assert "67" in blocks.figure(edition, "kosten")


def test_main_lines_tell_a_signal_first(edition: Edition) -> None:
    lines = narrative.main_lines(edition)
    assert [(line.theme, line.signal) for line in lines] == [("wmo", True), ("jeugd", False)]
    assert " Signaal: " in lines[0].after
    assert lines[0].strong.startswith("1.480")


def test_no_more_than_five_main_lines(sample: Edition) -> None:
    assert len(narrative.main_lines(sample)) <= 5


def test_a_wijk_is_judged_by_itself(tmp_path: Path) -> None:
    rows = [figure(p, v) for p, v in zip(periods(19), RISEN, strict=True)]
    rows += [figure(p, v, area="WK999901") for p, v in zip(periods(12), STEADY, strict=True)]
    edition = small_edition(tmp_path / "e", rows, names={"WK999901": "Veenpoort"}, lookback=20)
    assert text_of(fold(tree(blocks.figure(edition, "proef", area="WK999901")))).count("Geen signaal") > 0
    assert judge(edition, "proef").verdict is Verdict.SIGNAL
    assert judge(edition, "proef").area == GEMEENTE
