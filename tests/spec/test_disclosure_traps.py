"""Known ways in which a rounded and suppressed publication gave its numbers away, one test each.

Every test first springs the trap, on a publication that is protected figure by figure, by a few lines of arithmetic or
by the attack. Then it shows that what this package publishes does not fall for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from socdom.disclosure import protect
from socdom.editions.read import Edition
from socdom.editions.write import staged, write_content, write_manifest
from socdom.errors import DisclosureError
from socdom.indicators import catalogue
from tests.lib import sample_edition
from tests.lib.inventories import inventory_of
from tests.lib.some_tables import GM, QUARTER, Publication, counts, in_tables, kinds_of, of_indicators, shown
from tests.lib.theme_pages import theme_page

WIJKEN = tuple(f"WK0001{number:02d}" for number in range(6))
EVERYTHING = set(range(8))
QUARTERS = ("2020Q1", "2020Q2", "2020Q3", "2020Q4")


def town(*wijken: int) -> dict[tuple[str, ...], float]:
    """The gemeente and its wijken."""
    return {(GM,): sum(wijken)} | {(code,): number for code, number in zip(WIJKEN, wijken, strict=False)}


def stands_for(number: float | None, most: int = 60) -> range:
    """The counts that can be behind a figure with the rule of CBS."""
    return range(most + 1) if number is None else range(max(int(number) - 2, 8), int(number) + 3)


def fitting(
    total: float | None, wijken: Sequence[float | None], asked: int, *, small: bool = True
) -> set[int]:
    """The counts of one wijk in all towns with these figures, by trying them all; a small one is at most 7."""
    ranges = [list(stands_for(number)) for number in wijken]
    if small:
        ranges[asked] = list(range(8))
    sums = {0}
    for number, values in enumerate(ranges):
        if number != asked:
            sums = {one + other for one in sums for other in values}
    return {mine for mine in ranges[asked] if any(mine + rest in stands_for(total, 400) for rest in sums)}


def test_total_and_parts_that_are_rounded_each_by_itself(tmp_path: Path) -> None:
    # 12, 12, 12 and 7 are 43: shown as 10, 10, 10 and 45. At least 43 - 36 = 7, and at most 7 by the rule.
    tables = in_tables(town(12, 12, 12, 7))
    naive = shown(tables.each_by_itself())
    assert [naive[code, ""] for code in (GM, *WIJKEN[:4])] == [45, 10, 10, 10, None]
    assert fitting(45, [10, 10, 10, None], 3) == {7}
    # As the hidden one is exactly 7, the total and the others are known too.
    assert {(code, "") for code in (GM, *WIJKEN[:4])} <= kinds_of(tables.found(tables.each_by_itself()))

    figures = tables.published(tmp_path)
    numbers = shown(figures)
    assert tables.found(figures) == ()
    seen = [numbers[code, ""] for code in WIJKEN[:4]]
    assert fitting(numbers[GM, ""], seen, 3) == EVERYTHING


def test_a_total_that_stands_in_two_tables(tmp_path: Path) -> None:
    # Shown: a total of 45 (43 to 47), wijken of 20 and 20, and ages of 35 and 15. The ages are at least 33 + 13 = 46,
    # so the total is, and the wijken are at most 44: that leaves 2 or more for the wijk that is hidden.
    by_wijk, by_age = town(21, 21, 5), {(GM, "leeftijd", "jong"): 34, (GM, "leeftijd", "oud"): 13}
    wijken, ages = in_tables(by_wijk), in_tables({(GM,): 47} | by_age)
    both = in_tables(by_wijk | by_age)
    assert fitting(45, [20, 20, None], 2) == EVERYTHING
    assert wijken.found(wijken.each_by_itself()) == ages.found(ages.each_by_itself()) == ()
    assert kinds_of(both.found(both.each_by_itself())) == {(WIJKEN[2], "")}
    figures = both.published(tmp_path)
    assert both.found(figures) == ()
    assert shown(figures)[WIJKEN[2], ""] is None


def test_a_wijk_with_one_buurt(tmp_path: Path) -> None:
    # The wijk is hidden to protect its neighbour; its only buurt is the same number.
    only = {("BU00010001",): 12.0, ("BU00010301",): 7.0}
    tables = in_tables(town(12, 12, 12, 7) | only)
    naive = tables.each_by_itself()
    hides_wijk = naive["area"].eq(WIJKEN[0])
    naive.loc[hides_wijk, ["numerator", "value"]] = np.nan
    naive.loc[hides_wijk, "status"] = "geheim"
    assert (WIJKEN[3], "") in kinds_of(tables.found(naive))

    numbers = shown(tables.published(tmp_path))
    assert (numbers[WIJKEN[0], ""] is None) == (numbers["BU00010001", ""] is None)
    assert numbers[WIJKEN[3], ""] is None
    assert numbers["BU00010301", ""] is None


def test_one_more_person_between_two_editions(tmp_path: Path) -> None:
    # 12 was shown as 10. Of one client a reader knows that she was added later: 13 is 15, so it was 12 and is 13.
    before, after = in_tables(town(12, 40)), in_tables(town(13, 40))
    released = _released(before.published(tmp_path))
    naive = replace(after, earlier=released)
    assert naive.found(after.protected())

    figures = naive.published(tmp_path / "nieuw")
    assert naive.found(figures) == ()
    assert shown(figures)[WIJKEN[0], ""] == shown(before.protected())[WIJKEN[0], ""] == 10


def test_one_more_person_over_the_edge(tmp_path: Path) -> None:
    # 7 is hidden and 8 is shown as 10: who knows of the one who was added knows both.
    before, after = in_tables(town(7, 40)), in_tables(town(8, 40))
    naive = replace(after, earlier=_released(before.published(tmp_path)))
    assert naive.found(after.protected())
    figures = naive.published(tmp_path / "nieuw")
    assert naive.found(figures) == ()
    assert shown(figures)[WIJKEN[0], ""] is None


def _released(figures: pd.DataFrame) -> pd.DataFrame:
    """Figures as the register of releases holds them, as the first release."""
    names = [
        "indicator",
        "period",
        "area",
        "dimension",
        "category",
        "numerator",
        "denominator",
        "value",
        "status",
    ]
    return figures[names].assign(release=1)


@pytest.fixture
def year_and_quarters() -> Callable[..., Publication]:
    quarterly, yearly = catalogue()["wmo_clienten"], catalogue()["wmo_clienten_jaar"]

    def make(year: int, *quarters: int) -> Publication:
        people = 20_000.0
        rows = [counts({(GM,): year}, yearly.id, "2020")]
        rows += [
            counts({(GM,): number}, quarterly.id, quarter)
            for quarter, number in zip(QUARTERS, quarters, strict=True)
        ]
        raw = pd.concat(rows, ignore_index=True)
        return of_indicators(raw.assign(denominator=people), [quarterly, yearly])

    return make


def test_persons_of_the_year_minus_those_of_three_quarters(
    year_and_quarters: Callable[..., Publication], tmp_path: Path
) -> None:
    # Nobody stays: 12, 12, 12 and 7 make 43 in the year, shown as 45. So the hidden quarter is 7, as with wijken.
    tables = year_and_quarters(43, 12, 12, 12, 7)
    naive = tables.each_by_itself()
    assert naive["numerator"].tolist()[:4] == [45, 10, 10, 10]
    assert "2020Q4" in {finding.key[1] for finding in tables.found(naive)}
    assert tables.found(tables.published(tmp_path)) == ()


def test_a_year_that_shows_who_came_in_the_last_quarter_only(
    year_and_quarters: Callable[..., Publication], tmp_path: Path
) -> None:
    # All stay but the year counts them once: nothing is small, and nothing is hidden.
    figures = year_and_quarters(43, 40, 41, 42, 43).published(tmp_path)
    assert not figures["status"].eq("geheim").any()


@pytest.mark.parametrize(("people", "rate"), [(63, 15.9), (57, 17.5)])
def test_a_rate_with_a_decimal_gives_a_rounded_count_back(people: int, rate: float) -> None:
    # Wijk Gasteren and its buurt in kwb 2020: 10 youths (so 8 to 12) and 15,9 and 17,5 per cent.
    from_true_count = {count for count in stands_for(10) if round(100 * count / people, 1) == rate}
    assert from_true_count == {10}

    item = catalogue()["jeugdhulp_gebruik"]
    rows = [
        of_indicators(
            counts({(WIJKEN[0],): count}, item.id).assign(denominator=float(people)), [item]
        ).protected()
        for count in stands_for(10)
    ]
    assert {row["value"].item() for row in rows} == {rows[0]["value"].item()}
    assert rows[0]["numerator"].item() == 10
    assert rows[0]["value"].item() == pytest.approx(item.scale * 10 / people)


def test_a_share_of_a_small_whole_gives_no_count_back() -> None:
    # 17 of 33 is 51,5 %, and no other numbers that are shown as 15 of 35 give that. 43 % is all that is said.
    pairs = list(product(stands_for(15), stands_for(35)))
    assert [pair for pair in pairs if round(100 * pair[0] / pair[1], 1) == 51.5] == [(17, 33)]

    item = catalogue()["wmo_binnen_termijn"]
    told = set()
    for part, whole in pairs:
        raw = counts({(GM,): part}, item.id).assign(denominator=float(whole), base=float(whole))
        row = of_indicators(raw, [item]).protected().iloc[0]
        told.add((row["numerator"], row["denominator"], row["value"]))
    assert told == {(15.0, 35.0, 43.0)}


def test_everybody_and_nobody(tmp_path: Path) -> None:
    # "All 40 inhabitants of the buurt" tells as much of each as "nobody" does.
    item = catalogue()["wmo_clienten"]
    for count in (0, 3, 33, 37, 40):
        raw = counts({(WIJKEN[0],): count}, item.id).assign(denominator=40.0)
        row = of_indicators(raw, [item]).protected().iloc[0]
        assert row["status"] == "geheim", count
        assert pd.isna(row["numerator"])
        assert pd.isna(row["value"])


def test_sentence_chart_and_order_tell_a_hidden_number(tmp_path: Path) -> None:
    # Drawn from what is true, a page betrays a hidden wijk by a sentence, a height or its place in a list: pages of
    # towns that differ in that wijk only differ. Drawn from what is published they are the same to the last letter.
    naive = {count: _page(tmp_path / f"waar{count}", _with_small_wijk(count)) for count in (0, 3, 7)}
    assert len(set(naive.values())) == 3
    open_pages = {
        count: _page(tmp_path / f"toon{count}", _protected(_with_small_wijk(count))) for count in (0, 3, 7)
    }
    assert len(set(open_pages.values())) == 1
    assert "Veenpoort geheim" in open_pages[3]


def _with_small_wijk(count: int) -> pd.DataFrame:
    """The households of the sample edition, with a count for wijk Veenpoort in the newest quarter."""
    figures = sample_edition.figures()
    own = figures[figures["indicator"].eq("bijstand_huishoudens")].reset_index(drop=True)
    at = own["area"].eq("WK999901") & own["period"].eq(QUARTER)
    assert at.sum() == 1
    return own.assign(numerator=own["numerator"].mask(at, count), value=own["value"].mask(at, count))


def _protected(raw: pd.DataFrame) -> pd.DataFrame:
    return protect(
        raw.assign(base=raw["numerator"]), {"bijstand_huishoudens": "personen"}, {"bijstand_huishoudens": 1.0}
    )


def _page(folder: Path, figures: pd.DataFrame) -> str:
    described = [item for item in sample_edition.descriptions() if item.id == "bijstand_huishoudens"]
    with staged(folder / "lindeveen", QUARTER) as target:
        write_content(
            target,
            meta=sample_edition.meta(),
            inventory=inventory_of(figures, described),
            figures=figures,
            descriptions=described,
            areas=sample_edition.areas(),
            duiding=[],
            developments="",
        )
        write_manifest(target, fingerprint="proef", inputs={}, parameters={})
    return theme_page(Edition(folder / "lindeveen" / QUARTER), "inkomen")


@pytest.mark.parametrize("order", [(4, 30, 20), (30, 4, 20), (20, 30, 4)])
def test_rows_do_not_stand_in_the_order_of_what_is_hidden(order: tuple[int, ...], tmp_path: Path) -> None:
    # Sorted by number, a hidden wijk stands between the two it lies between.
    tables = in_tables(town(*order, 60))
    by_number = tables.raw.sort_values("numerator")["area"].tolist()
    assert by_number != tables.raw["area"].tolist()
    assert tables.published(tmp_path)["area"].tolist() == [GM, *WIJKEN[:4]]


def test_a_publication_that_cannot_be_mended_is_refused_without_a_number(tmp_path: Path) -> None:
    # An earlier release showed all wijken of a town whose total was small but for one: nothing is left to hide.
    tables = in_tables(town(12, 12, 12, 7))
    raw = tables.raw.assign(numerator=[43.0, 12.0, 12.0, 12.0, 7.0])
    earlier = _released(tables.each_by_itself())
    refused = replace(tables, raw=raw, earlier=earlier)
    try:
        figures = refused.published(tmp_path)
    except DisclosureError as error:
        text = str(error)
        assert not any(number in text for number in ("43", "12", "45", "10", *WIJKEN))
    else:
        assert refused.found(figures) == ()
