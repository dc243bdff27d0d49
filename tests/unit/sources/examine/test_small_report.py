"""The report on the small delivery: counts by hand, the text as it is read, and nothing about a person."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from socdom.parameters.bronnen import Controle
from socdom.parameters.gebieden import Gebieden
from socdom.quarters import Quarter
from socdom.sources.deliveries import take_in
from socdom.sources.examine import DeliveryReport, Previous, examine, notes, page, previous_of, text
from socdom.sources.examine.model import DeliveryCounts
from socdom.workbench import delivery as shown
from tests.fixtures.bad_deliveries.small_delivery import (
    ANNA,
    BRAM,
    CARLA,
    MARKED_NAME,
    STRANGER,
    Lines,
    replaced,
    small_gebieden,
)
from tests.lib.made_sheets import small_parts

KEY = b"k" * 32
TODAY = date(2021, 1, 15)
Q4 = Quarter(2020, 4)


@pytest.fixture(scope="module")
def gebieden(tmp_path_factory: pytest.TempPathFactory) -> Gebieden:
    return small_gebieden(tmp_path_factory.mktemp("parameters"))


@pytest.fixture(scope="module")
def right(gebieden: Gebieden) -> DeliveryReport:
    return judged(gebieden)


def judged(
    gebieden: Gebieden,
    changes: dict[str, Callable[[Lines], Lines]] | None = None,
    *,
    unreadable: float = 0,
    previous: Previous | None = None,
) -> DeliveryReport:
    found = take_in(small_parts(changes), gebieden, KEY, unreadable=unreadable)
    return examine(found, previous, Controle(), today=TODAY, quarter=Q4, gebieden=gebieden)


def of(report: DeliveryReport, delivery: str) -> DeliveryCounts:
    return next(one for one in report.deliveries if one.delivery == delivery)


def test_rows_periods_and_newest_days_are_those_of_the_delivery(right: DeliveryReport) -> None:
    assert [one.delivery for one in right.deliveries][:3] == [
        "clienten",
        "voorzieningen_wmo",
        "voorzieningen_jeugd",
    ]
    signals, bills = of(right, "vroegsignalen"), of(right, "declaraties")
    assert (signals.rows, signals.first, signals.last, signals.newest) == (
        2,
        "2020Q1",
        "2020Q4",
        date(2020, 12, 3),
    )
    # What counts is the day on which a bill came in, not the day of the help.
    assert (bills.rows, bills.first, bills.newest) == (2, "2020Q1", date(2020, 3, 5))
    assert of(right, "bevolking").newest is None
    assert dict(of(right, "bevolking").per_quarter) == {"2020Q1": 8}
    assert (signals.quarter_rows, signals.year_before) == (1, None)


def test_empty_fields_are_counted_where_they_may_be_empty(right: DeliveryReport) -> None:
    columns = {column.header: column for column in of(right, "voorzieningen_wmo").columns}
    assert columns["aanbieder"].missing == 1
    assert columns["einddatum"].missing == 1
    assert columns["reden_beeindiging"].missing == 1
    assert columns["bsn"].missing == columns["bsn"].wrong == 0


def test_a_wrong_value_is_counted_and_the_report_refuses(gebieden: Gebieden) -> None:
    report = judged(gebieden, {"aanvragen.csv": replaced("01-12-2019", "31-02-2019")})
    columns = {column.header: column for column in of(report, "aanvragen").columns}
    assert columns["ontvangen"].wrong == 1
    assert (report.outcome, report.outcome_of("aanvragen")) == ("afgekeurd", "afgekeurd")
    assert report.outcome_of("declaraties") != "afgekeurd"
    assert "aanvragen.csv, kolom ontvangen" in str(report.refusing[0])
    assert not [note for note in notes(report) if "aanvragen" in note]


def test_rows_that_are_left_out_are_told_and_do_not_refuse(gebieden: Gebieden) -> None:
    report = judged(gebieden, {"aanvragen.csv": replaced("01-12-2019", "31-02-2019")}, unreadable=50)
    assert (report.outcome, of(report, "aanvragen").left_out) == ("goed met opmerkingen", 1)
    assert "1 rij (50,0%) telt niet mee, omdat er iets niet klopt." in text(report)
    # Of fewer than ten rows readers are told nothing.
    assert not [note for note in notes(report) if "aanvragen" in note]


def test_a_stranger_and_a_bill_without_provision_are_counted(gebieden: Gebieden) -> None:
    report = judged(gebieden, {"declaraties.csv": replaced(f"W1;{ANNA}", f"W9;{STRANGER}")})
    bills = of(report, "declaraties")
    assert (bills.orphans, bills.without_provision) == (1, 1)


def test_a_report_says_it_in_dutch_as_an_analyst_reads_it(right: DeliveryReport) -> None:
    found = text(right).splitlines()
    assert found[0] == (
        "De levering is goed, met opmerkingen. Er kunnen cijfers van worden gemaakt. Bekeken voor 2020Q4. "
        "Dit is de eerste levering."
    )
    assert found[2].split() == [
        "Levering",
        "Rijen",
        "Periode",
        "Nieuwste",
        "dag",
        "Vorige",
        "Jaar",
        "eerder",
        "Oordeel",
    ]
    assert found[3].split() == [
        "clienten",
        "4",
        "1990Q2",
        "-",
        "2019Q1",
        "-",
        "-",
        "-",
        "opmerkingen",
    ]
    assert found[-1] == "Alleen voor de analist: deze aantallen zijn niet beschermd."
    assert (
        "- voorzieningen_wmo.csv, voorzieningen_jeugd.csv, declaraties.csv, bevolking.csv, huishoudens.csv en "
        "begroting.csv: de rijen lopen tot en met 2020Q1; gevraagd is 2020Q4. "
        "Vraag een levering waar dit kwartaal in zit." in found
    )


def test_nothing_about_a_person_is_in_any_form_of_the_report(
    gebieden: Gebieden, right: DeliveryReport
) -> None:
    spoiled = {
        "clienten.csv": replaced(BRAM, "123456789", row=4),
        "declaraties.csv": replaced(ANNA, STRANGER),
    }
    for report in (right, judged(gebieden, spoiled)):
        everything = text(report) + page(report) + json.dumps(report.as_dict()) + " ".join(notes(report))
        for value in (
            ANNA,
            BRAM,
            CARLA,
            STRANGER,
            "123456789",
            MARKED_NAME,
            "29-02-1940",
            "1940-02-29",
            "1.234,56",
        ):
            assert value not in everything


def test_a_report_is_plain_json_and_the_same_each_time(gebieden: Gebieden, right: DeliveryReport) -> None:
    first, second = right, judged(gebieden)
    assert json.dumps(first.as_dict()) == json.dumps(second.as_dict())
    plain = json.loads(json.dumps(first.as_dict()))
    assert plain["outcome"] == "goed met opmerkingen"
    # Of a few clients the newest day may be somebody's birth.
    assert [one["newest"] for one in plain["deliveries"]][:2] == [None, "2020-01-02"]
    assert plain["deliveries"][0]["outcome"] == first.outcome_of("clienten")


def test_previous_counts_are_those_of_the_tables_and_come_back_from_json(gebieden: Gebieden) -> None:
    tables = take_in(small_parts(), gebieden, KEY).require()
    before = previous_of(tables, date(2020, 10, 1))
    assert before.rows["clienten"] == 4
    assert before.rows["voorzieningen_wmo"] == 2
    assert before.rows["voorzieningen_jeugd"] == 1
    assert before.per_quarter["aanvragen"] == {"2019Q4": 1, "2020Q4": 1}
    assert Previous.from_dict(json.loads(json.dumps(before.as_dict()))) == before
    report = judged(gebieden, previous=before)
    assert "De vorige levering is van 1 oktober 2020." in text(report)
    assert {of(report, name).before for name in ("clienten", "declaraties")} == {4, 2}


def test_the_page_can_be_read_by_everybody_and_says_for_whom_it_is(right: DeliveryReport) -> None:
    html = page(right, heading_level=3)
    assert "Alleen voor de analist: deze aantallen zijn niet beschermd." in html
    assert html.count("<table>") == html.count("<caption") == html.count("<thead>")
    assert html.count('<div class="rol" role="region" tabindex="0" aria-label="') == html.count("<table>")
    labels = re.findall(r'aria-label="([^"]*)"', html)
    assert len(labels) == len(set(labels))
    assert re.findall(r"<h(\d)", html)[0] == "3"
    assert set(re.findall(r"<h(\d)", html)[1:]) == {"4"}
    assert not re.search(r"<th(?! scope)", html.replace("<thead", ""))
    assert shown(right)._repr_html_().count("<section") == 1


def test_the_page_begins_with_the_outcome_and_why(gebieden: Gebieden, right: DeliveryReport) -> None:
    assert re.search(r"</h2><p[^>]*><strong>De levering is goed, met opmerkingen.</strong>", page(right))
    refused = page(judged(gebieden, {"clienten.csv": replaced(BRAM, "123456789", row=4)}))
    assert re.search(r"</h2><p[^>]*><strong>De levering is afgekeurd.</strong>", refused)
    assert 0 < refused.index(">Hierop is afgekeurd<") < refused.index("<table")


def test_names_of_a_supplier_cannot_put_anything_on_the_page(gebieden: Gebieden) -> None:
    parts = small_parts()
    parts[0] = replace(parts[0], spec=replace(parts[0].spec, file="<script>x</script>.csv"))
    found = take_in(parts, gebieden, KEY)
    report = examine(found, None, Controle(), today=TODAY, quarter=Q4, gebieden=gebieden)
    assert "<script>" not in page(report)
    assert "&lt;script&gt;" in page(report)
