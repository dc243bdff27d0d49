"""What is told: months and quarters that ended, small counts hidden, and the words and rows of it."""

from __future__ import annotations

import csv
import io
from collections import Counter
from dataclasses import replace
from datetime import date

from socdom.quarters import Quarter
from socdom.usage.cells import DEVICE, Act, Answer, Cell, Counts
from socdom.usage.periods import month_before, month_label, months_between
from socdom.usage.shown import Shown
from socdom.usage.told import Offered, UseTold, use_told
from socdom.usage.words import csv_text, rows, summary

OFFERED = Offered(
    {"overzicht": "Overzicht", "jeugd": "Jeugd", "over": "Over deze cijfers"},
    ("jeugd",),
    {"bestanden": "Bestanden"},
)
TODAY = date(2026, 11, 22)


def told(counts: Counts, today: date = TODAY) -> UseTold:
    return use_told(counts, OFFERED, 10, today)


def in_october() -> Counts:
    return Counter(
        {
            Cell("2026-10-01", Act.SEEN, "overzicht"): 8,
            Cell("2026-10-31", Act.SEEN, "overzicht"): 7,
            Cell("2026-10-12", Act.SEEN, "jeugd"): 6,
            Cell("2026-10-12", Act.SEEN, "over"): 4,
            Cell("2026-10-12", DEVICE, "tablet"): 14,
            Cell("2026-10-12", DEVICE, "computer"): 10,
            Cell("2026-10-12", DEVICE, "anders"): 1,
            Cell("2026-10-12", Act.CHOSEN, "jeugd"): 12,
            Cell("2026-10-12", Act.ASKED, "vraag"): 3,
        }
    )


def test_days_of_a_month_are_one_number() -> None:
    (month,) = told(in_october()).months
    assert month.month == "2026-10"
    assert month.pages == Shown({"overzicht": 15}, ("jeugd", "over"), None, 10)
    assert month.choices.total == 12
    assert month.questions == Shown({}, ("vraag",), None, 10)


def test_a_month_that_has_not_ended_is_not_told() -> None:
    assert told(in_october(), date(2026, 10, 31)).months == ()
    assert len(told(in_october(), date(2026, 11, 1)).months) == 1


def test_months_in_which_nothing_was_counted_are_in_between() -> None:
    found = told(in_october(), date(2027, 2, 3))
    assert [month.month for month in found.months] == ["2026-10", "2026-11", "2026-12", "2027-01"]
    assert found.months[2].pages == Shown({}, ("overzicht", "jeugd", "over"), None, 10)


def test_devices_are_told_beside_a_total_that_is_told() -> None:
    assert told(in_october()).months[0].devices is None
    more = in_october()
    more[Cell("2026-10-12", Act.SEEN, "jeugd")] += 7
    more[Cell("2026-10-12", Act.SEEN, "over")] += 6
    more[Cell("2026-10-12", DEVICE, "telefoon")] += 13
    assert told(more).months[0].devices == Shown({"telefoon": 13, "tablet": 14, "computer": 11}, (), 38, 10)


def test_devices_of_a_page_that_is_no_longer_offered_are_no_part_of_the_total() -> None:
    more = in_october()
    more[Cell("2026-10-12", Act.SEEN, "verdwenen")] += 50
    more[Cell("2026-10-12", DEVICE, "computer")] += 50
    assert told(more).months[0].devices is None


def test_pages_that_stand_in_no_menu_are_one_part() -> None:
    offered = Offered({**OFFERED.pages, "overig": "Andere pagina’s"}, ("jeugd",), {})
    more = in_october()
    more[Cell("2026-10-12", Act.SEEN, "wijken")] += 7
    more[Cell("2026-10-12", Act.SEEN, "schulden")] += 5
    pages = use_told(more, offered, 10, TODAY).months[0].pages
    assert pages.named == {"overzicht": 15, "overig": 12}


def answered(**given: int) -> Counts:
    return Counter({Cell("2026-08", Answer(name), "jeugd"): number for name, number in given.items()})


def test_answers_are_told_per_quarter_that_ended() -> None:
    (quarter,) = told(answered(ja=20, deels=11, nee=10)).quarters
    assert quarter.quarter == Quarter(2026, 3)
    assert quarter.answers == Shown({"ja": 20, "deels": 11, "nee": 10}, (), 41, 10)
    # Of the pages with hidden counts the two others would be known to have none.
    assert quarter.unclear is None
    assert told(answered(ja=20), date(2026, 9, 30)).quarters == ()


def test_pages_that_were_not_clear_are_told_when_that_tells_nothing_else() -> None:
    counts = answered(ja=20, deels=11, nee=10)
    counts[Cell("2026-08", Answer.NO, "over")] += 5
    counts[Cell("2026-07", Answer.PARTLY, "overzicht")] += 4
    (quarter,) = told(counts).quarters
    assert quarter.unclear == Shown({"jeugd": 21}, ("overzicht", "over", "vraag"), 30, 10)


def test_pages_that_were_not_clear_are_hidden_beside_an_answer_that_is() -> None:
    counts = answered(ja=20, deels=31, nee=4)
    (quarter,) = told(counts).quarters
    assert (quarter.answers.named, quarter.unclear) == ({"ja": 20, "deels": 31}, None)


def test_rows_are_the_same_as_text() -> None:
    use = told(in_october() + answered(ja=20))
    read = list(csv.reader(io.StringIO(csv_text(use)), delimiter=";"))
    assert read[0] == ["periode", "soort", "naam", "aantal"]
    assert read[1:] == [list(row) for row in rows(use)]
    october = [row for row in read if row[0] == "2026-10"]
    assert october[:4] == [
        ["2026-10", "pagina bekeken", "Overzicht", "15"],
        ["2026-10", "pagina bekeken", "Jeugd", "minder dan 10"],
        ["2026-10", "pagina bekeken", "Over deze cijfers", "minder dan 10"],
        ["2026-10", "pagina bekeken", "totaal", "ten minste 15"],
    ]
    assert ["2026-10", "apparaat", "", "niet getoond"] in october
    assert ["2026-10", "vraagpagina geopend", "Stel een vraag", "minder dan 10"] in october


def test_a_summary_has_a_line_for_each_month() -> None:
    head, line, foot = summary(told(in_october()))
    assert head.split() == ["Maand", "Bekeken", "Keuzes", "Downloads", "Gezocht", "Vraagpagina"]
    assert line.split("  ")[0] == "oktober 2026"
    assert "ten minste 15" in line
    assert "onder de 10" in foot
    assert list(summary(told(Counter()))) == ["Er is nog geen hele maand geteld."]
    assert "verzonnen" in next(summary(replace(told(in_october()), made_up=True)))


def test_months_in_order() -> None:
    assert months_between("2025-11", "2026-02") == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert months_between("2026-02", "2026-01") == []
    assert [month_before(date(2026, month, 15)) for month in (1, 2, 12)] == ["2025-12", "2026-01", "2026-11"]
    assert month_label("2026-03") == "maart 2026"
