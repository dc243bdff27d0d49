"""Nothing on a page compares across a break in the series without saying so."""

from __future__ import annotations

import re

import pytest
from lxml import html

from socdom import blocks, narrative
from socdom.charts.quantity import Quantity
from socdom.charts.series import Line, all_periods
from socdom.charts.trend_chart import cuts_of
from socdom.editions.model import Break
from socdom.editions.read import Edition
from tests.lib.rich_edition import PARTS, write_rich
from tests.lib.theme_pages import theme_page

SINCE = "2020Q2"
BROKEN = Break(period=SINCE, label="Nieuwe telling", text="Nieuwe telling")
COMPARED = re.compile(
    r"(dan|aan|als) (een jaar eerder|vorig jaar)|[Ee]en jaar eerder (was|waren)|geen duidelijk verschil|procentpunt|"
    r"Het verschil is|\b(meer|minder|hoger|lager|langer|korter) dan\b",
    re.IGNORECASE,
)
# A sentence that says why there is no comparison, and the comparison of spending with the budget of the same year.
ALLOWED = re.compile(r"Vergelijken met een jaar eerder kan niet|begroot|de begroting")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """The rich edition, in which every series breaks less than a year before its newest figure."""
    edition = write_rich(tmp_path_factory.mktemp("breuk"))
    edition.descriptions = {
        name: description.model_copy(update={"breaks": (BROKEN,)})
        for name, description in edition.descriptions.items()
    }
    return edition


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.:])\s+", re.sub(r"\s+", " ", text))


def test_no_sentence_compares_across_a_break(broken: Edition) -> None:
    told = [narrative.lead(broken), narrative.status_note(broken)]
    told += [f"{line.before}{line.strong}{line.after}" for line in narrative.main_lines(broken)]
    told += [narrative.theme_lead(broken, theme) for theme in broken.themes()]
    for description in broken.indicators():
        told += [
            narrative.finding(broken, description.id),
            narrative.change(broken, description.id),
            narrative.judgement(broken, description.id),
            *narrative.summary(broken, description.id),
        ]
    faults = [s for text in told for s in sentences(text) if COMPARED.search(s) and not ALLOWED.search(s)]
    assert faults == []


def test_no_block_compares_across_a_break(broken: Edition) -> None:
    pages = {theme: theme_page(broken, theme) for theme in broken.themes()}
    pages |= {f"k-{theme}": blocks.key_figures(broken, theme) for theme in broken.themes()}
    pages |= {"lines": blocks.main_lines(broken), "table": blocks.key_figure_table(broken)}
    faults = []
    for name, source in pages.items():
        tree = html.fragment_fromstring(source, create_parent="main")
        # Titles of what is itself a change, and the parts of it, name the year before.
        texts = [
            text
            for element in tree.iter("p", "dd", "li", "h2", "h3", "td")
            for text in [element.text_content()]
        ]
        texts += [svg.get("aria-label") for svg in tree.iter("svg")]
        found = (s for text in texts for s in sentences(text or ""))
        faults += [
            (name, s)
            for s in found
            if COMPARED.search(s) and not ALLOWED.search(s) and "Verschil in kosten" not in s
        ]
    assert faults == []


def test_the_table_of_key_figures_leaves_out_what_lies_before_a_break(broken: Edition) -> None:
    tree = html.fragment_fromstring(blocks.key_figure_table(broken), create_parent="main")
    rows = {
        tr.find("th").text_content(): [td.text_content() for td in tr.findall("td")] for tr in tree.iter("tr")
    }
    (clients,) = (cells for head, cells in rows.items() if head.startswith("Inwoners met Wmo-hulp"))
    # Now, the quarter before (after the break), a year earlier (before it), budget, status, judgement with signal.
    assert clients == [
        "70,4*", "70,0", "– geen cijfer", "geen streefwaarde vastgesteld", "voorlopig",
        "Geen vergelijking Signaal: te weinig kwartalen",
    ]  # fmt: skip


def test_the_policy_indicators_leave_out_what_lies_before_a_break(sample: Edition) -> None:
    tree = html.fragment_fromstring(blocks.policy_indicators(sample), create_parent="main")
    rows = {
        tr.find("th").text_content()[:2]: [td.text_content() for td in tr.findall("td")]
        for tr in tree.iter("tr")
    }
    assert rows["29"][:2] == ["10,1%* (2020)", "– geen cijfer"]


def test_no_line_runs_across_a_break(broken: Edition) -> None:
    for name, description in broken.descriptions.items():
        figures = broken.series(name)
        periods = all_periods([figures])
        if not periods:
            continue
        line = Line.over(
            periods, figures, "", Quantity.of(description), cuts_of(description, periods), own=True
        )
        # The first period that the new way of counting is in; a year holds it from its quarter on.
        at = next(position for position, period in enumerate(periods) if period >= SINCE[: len(period)])
        for run in (*line.solid, *line.dotted):
            positions = [x for x, _ in run]
            assert not (at - 1.0 in positions and float(at) in positions), name


def test_parts_of_a_change_are_told_not_to_be_causes(rich: Edition) -> None:
    block = blocks.breakdown(rich, "wmo_kosten_verschil", "hoeveelheid_prijs_samenstelling")
    tree = html.fragment_fromstring(block, create_parent="main")
    assert "Dit is een rekenkundige verdeling, geen verklaring." in tree.text_content()
    assert [row.find("th").text_content() for row in tree.iterfind(".//tbody/tr")] == list(PARTS.values())
