"""What an explanation shows: what may be shared apart from what may not, and no small count in either."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from socdom.disclosure.policy import CBS5
from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator
from socdom.measures.spans import Spans
from socdom.pipeline import refresh
from socdom.workbench.explaining import explain
from socdom.workbench.explaining.cell import cell_of
from socdom.workbench.explaining.chain import Chain, Step
from socdom.workbench.explaining.outcome import Outcome
from socdom.workbench.explaining.page import published_part, steps_part
from socdom.workbench.gemeente import Gemeente
from tests.lib.small_town import SLUG
from tests.lib.tiny_workplace import INDICATOR, make_tiny

CLIENTS = catalogue()["wmo_clienten"]
SHARE = catalogue()["wmo_aanvragen_open_te_lang"]


def chain(*counts: int) -> Chain:
    empty = Spans(*([None] * 6))  # type: ignore[list-item]
    return Chain(tuple(Step(f"Regel {number}", count) for number, count in enumerate(counts)), None, empty)  # type: ignore[arg-type]


def shown(found: Outcome, indicator: Indicator = CLIENTS, *, small: bool = False) -> str:
    return steps_part(indicator, found, small=small, hidden="Waarom.", policy=CBS5, about=()).html


def numbers(html: str) -> set[int]:
    """All whole numbers that are told, without those of the order of the steps and of the bar."""
    text = re.sub(r"<p class=\"intern\">.*?</p>", "", html, flags=re.DOTALL)
    text = re.sub(r">\d+\. Regel \d+|minder dan \d+|meer dan \d+", "", text)
    text = re.sub(r"<[^>]+>", " ", text)
    return {int(item.replace(".", "")) for item in re.findall(r"\d[\d.]*", text)}


def test_large_counts_are_told_with_the_sum() -> None:
    html = shown(Outcome(chain(900, 300, 120), 120, 1500, 80, 120, {}))
    assert {900, 300, 120, 1500} <= numbers(html)
    assert "120 / 1.500 × 1.000 = 80,0 (per 1.000 inwoners)" in html
    assert html.startswith('<p class="intern">')


def test_a_small_count_is_not_told_and_nor_is_what_it_gives() -> None:
    html = shown(Outcome(chain(900, 300, 5), 5, 1500, 5 / 1.5, 5, {}), small=True)
    assert "minder dan 8" in html
    assert not {3, 5, 295} & numbers(html)
    assert "1.500" not in html


def test_a_small_rest_of_a_share_is_not_told() -> None:
    """100 of 103 are beyond the term: the whole, the rest and the percentage stay away."""
    html = shown(Outcome(chain(900, 103, 100), 100, 103, 100 / 1.03, 103, {}), SHARE, small=True)
    assert not {103, 97, 3} & numbers(html)
    # Also when the rule of the figure itself would not stop it.
    assert not {103, 97, 3} & numbers(shown(Outcome(chain(900, 103, 100), 100, 103, 97.1, 103, {}), SHARE))


def test_of_nearly_everybody_no_count_is_told() -> None:
    html = shown(Outcome(chain(900, 300, 157), 157, 160, 981.25, 157, {}), small=True)
    assert not {900, 300, 157, 160, 3} & numbers(html)
    assert "Bijna iedereen" in html


def test_euros_of_few_are_not_told() -> None:
    item = catalogue()["wmo_kosten_per_client_jaar"]
    found = Outcome(chain(900, 300, 120), 12_345.67, 120, 102.88, 120, {"Som van de bedragen": 12_345.67})
    assert "12.345,67" in shown(found, item)
    assert "12.345" not in shown(found, item, small=True)


def test_the_part_that_may_be_shared_has_only_what_is_published(sample: Edition) -> None:
    cell = cell_of(sample, "wmo_clienten")
    html = published_part(sample, CLIENTS, cell, "15 februari 2021").html
    assert 'class="mag"' in html
    assert "intern" not in html.lower()
    assert cell.description.text(cell.figure.value) in html
    assert cell.description.why in html
    assert "15 februari 2021" in html


def test_a_hidden_figure_does_not_say_why(sample: Edition) -> None:
    cell = cell_of(sample, "wmo_clienten")
    hidden = replace(
        cell,
        figure=cell.figure.model_copy(
            update={"value": None, "numerator": None, "denominator": None, "status": "geheim"}
        ),
    )
    html = published_part(sample, CLIENTS, hidden, "").html
    assert "Welke van de twee, zeggen we niet" in html
    assert cell.description.text(cell.figure.value) not in html


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"indicator": "wmo_klienten"}, "wmo_clienten"),
        ({"quarter": "2031Q1"}, "Er zijn cijfers van"),
        ({"wijk": "Nergenshuizen"}, "Kies uit"),
        ({"group": "Reuzen"}, "Kies uit"),
    ],
)
def test_who_asks_for_what_is_not_there_is_told_what_is(
    sample: Edition, asked: dict[str, str], told: str
) -> None:
    with pytest.raises(ParameterError, match=told):
        cell_of(sample, **{"indicator": "jeugdhulp_gebruik", **asked})


def test_a_moment_far_off_is_told_the_span_and_a_group_its_labels(sample: Edition) -> None:
    """No nearest quarter, which for 2031Q1 would be 2019Q1; and each group once, not also by its code."""
    with pytest.raises(ParameterError) as refused:
        cell_of(sample, "jeugdhulp_gebruik", "2031Q1")
    assert "Bedoelt u" not in str(refused.value)
    with pytest.raises(ParameterError) as refused:
        cell_of(sample, "jeugdhulp_gebruik", group="Reuzen")
    assert "vorm" not in str(refused.value)
    assert "Kies uit Zonder verblijf, Met verblijf." in str(refused.value)


def test_names_are_read_as_people_write_them(sample: Edition) -> None:
    code = next(area.code for area in sample.areas.values() if area.level == "wijk")
    by_name = cell_of(sample, "JEUGDHULP_gebruik", "2020q4", sample.area_name(code).lower())
    assert by_name.key == ("jeugdhulp_gebruik", "2020Q4", code, "", "")
    group = by_name.description.dimensions["vorm"]
    category, label = next(iter(group.labels.items()))
    found = cell_of(sample, "jeugdhulp_gebruik", group=label)
    assert (found.key[4], found.category_title) == (category, label)


def test_what_others_published_is_explained_without_deliveries(tmp_path: Path) -> None:
    places = make_tiny(tmp_path)
    refresh(SLUG, places=places)
    gemeente = Gemeente(SLUG, places)
    name = next(name for name in catalogue() if name.startswith(f"bbv_{INDICATOR}_"))
    newest = gemeente.edition().series(name, lookback=False)[-1]

    html = explain(name, gemeente=gemeente).html

    assert f"<dt>Periode en gebied</dt><dd>{newest.period}, {newest.area}</dd>" in html
    assert "parameters/kleindorp/beleidsindicatoren.csv" in html
    assert "Intern" not in html
