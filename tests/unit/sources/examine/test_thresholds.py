"""Every threshold of the report at its edge, on sheets made for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socdom.errors import Fault
from socdom.parameters.bronnen import Controle
from socdom.parameters.gebieden import Gebieden
from socdom.quarters import Quarter
from socdom.sources.delivered import Delivered
from socdom.sources.delivery_values import KINDS
from socdom.sources.examine import DeliveryReport, Previous, examine, notes, text
from tests.fixtures.bad_deliveries.small_delivery import small_gebieden
from tests.lib.made_sheets import days, delivered, sheet

Q4 = Quarter(2020, 4)
TODAY = date(2021, 1, 15)
# Twenty-five rows in each quarter of 2020: a delivery that goes on as usual.
EACH_QUARTER = {"2020-02-10": 25, "2020-05-10": 25, "2020-08-10": 25, "2020-12-31": 25}


@pytest.fixture(scope="module")
def gebieden(tmp_path_factory: pytest.TempPathFactory) -> Gebieden:
    return small_gebieden(tmp_path_factory.mktemp("parameters"))


def judged(
    found: Delivered,
    gebieden: Gebieden,
    previous: Previous | None = None,
    quarter: Quarter | None = Q4,
    today: date = TODAY,
    year_ago: Previous | None = None,
) -> DeliveryReport:
    return examine(
        found, previous, Controle(), today=today, quarter=quarter, gebieden=gebieden, year_ago=year_ago
    )


def bills(counts: dict[str, int], **columns):
    received = days(counts)
    return sheet("declaraties", len(received), received=received, **columns)


def before(rows: int, **quarters: int) -> Previous:
    return Previous(date(2020, 10, 1), {"declaraties": rows}, {"declaraties": quarters})


def told(report: DeliveryReport) -> list[str]:
    return [str(found.fault) for found in report.findings]


def test_a_delivery_as_usual_is_good(gebieden: Gebieden) -> None:
    report = judged(delivered(bills(EACH_QUARTER)), gebieden, before(100))
    assert (report.outcome, told(report), notes(report)) == ("goed", [], ())


@pytest.mark.parametrize(
    ("earlier", "outcome"),
    # Now there are 100 rows: 111 before is 9,9 percent fewer, 112 is 10,7; 200 is exactly half, 201 just below it.
    [(111, "goed"), (112, "goed met opmerkingen"), (200, "goed met opmerkingen"), (201, "afgekeurd"), (91, "goed"),
     (90, "goed met opmerkingen"), (20, "goed met opmerkingen"), (19, "goed")],
)  # fmt: skip
def test_rows_fewer_or_more_than_before(gebieden: Gebieden, earlier: int, outcome: str) -> None:
    assert judged(delivered(bills(EACH_QUARTER)), gebieden, before(earlier)).outcome == outcome


def test_a_fall_is_told_in_numbers_to_the_analyst_and_in_words_to_readers(gebieden: Gebieden) -> None:
    report = judged(delivered(bills(EACH_QUARTER)), gebieden, before(125))
    assert told(report) == [
        "declaraties.csv: er zijn nu 100 rijen, in de vorige levering 125 (-20%). "
        "Vraag de leverancier of de levering compleet is."
    ]
    assert notes(report) == (
        "Van de declaraties kwamen er dit keer duidelijk minder binnen dan bij de vorige levering.",
    )


@pytest.mark.parametrize(
    ("factor", "much"), [(9, "duidelijk minder"), (10, "20 procent minder")]
)  # 900 and 1.000 rows are left
def test_a_percentage_is_published_of_many_rows_only(gebieden: Gebieden, factor: int, much: str) -> None:
    many = {day: rows * factor for day, rows in EACH_QUARTER.items()}
    (note,) = notes(judged(delivered(bills(many)), gebieden, before(125 * factor)))
    assert note == f"Van de declaraties kwamen er dit keer {much} binnen dan bij de vorige levering."


@pytest.mark.parametrize(("earlier", "outcome"), [(19, "goed met opmerkingen"), (20, "afgekeurd")])
def test_a_delivery_that_is_not_there_any_more(gebieden: Gebieden, earlier: int, outcome: str) -> None:
    previous = Previous(date(2020, 10, 1), {"declaraties": 100, "reintegratie": earlier}, {})
    report = judged(delivered(bills(EACH_QUARTER)), gebieden, previous)
    assert report.outcome == outcome
    assert f"deze levering ontbreekt; de vorige keer waren er {earlier} rijen" in told(report)[0]


def test_a_file_that_cannot_be_read_is_not_told_as_missing_too(gebieden: Gebieden) -> None:
    previous = Previous(date(2020, 10, 1), {"declaraties": 100, "reintegratie": 50}, {})
    fault = Fault("reintegratie.csv, kolom start", "de kolom ontbreekt")
    report = judged(delivered(bills(EACH_QUARTER), refusing=[fault]), gebieden, previous)
    assert not any("deze levering ontbreekt" in line for line in told(report))
    assert report.refused == (fault,)


@pytest.mark.parametrize(("earlier", "lost"), [(111, False), (112, True)])
def test_history_that_is_not_whole_any_more(gebieden: Gebieden, earlier: int, lost: bool) -> None:
    counts = {"2020-02-10": 100, "2020-05-10": 100, "2020-12-31": 100}
    previous = before(300, **{"2020Q1": 100, "2020Q2": earlier, "2020Q3": 99})
    report = judged(delivered(bills(counts)), gebieden, previous)
    assert [line for line in told(report) if "van eerdere kwartalen" in line] == (
        [
            "declaraties.csv: van eerdere kwartalen zijn er minder rijen dan in de vorige levering: 2020Q2. "
            "Vraag de leverancier of de levering compleet is."
        ]
        if lost
        else []
    )


@pytest.mark.parametrize(
    ("earlier", "now", "found"),
    [(100, 75, False), (100, 74, True), (99, 40, False), (100, 125, False), (100, 126, True)],
)
def test_a_quarter_beside_the_same_quarter_a_year_earlier(
    gebieden: Gebieden, earlier: int, now: int, found: bool
) -> None:
    counts = {"2019-11-05": earlier, "2020-02-10": 60, "2020-05-10": 60, "2020-08-10": 60, "2020-12-31": now}
    report = judged(delivered(bills(counts)), gebieden)
    assert (
        bool([line for line in told(report) if f"2020Q4 heeft {now} rijen; 2019Q4 had er {earlier}" in line])
        == found
    )


@pytest.mark.parametrize(
    ("newest", "asked", "refused"),
    [("2020-10-20", True, True), ("2020-10-20", False, False), ("2020-12-31", True, False)],
)
def test_a_quarter_that_breaks_off_with_half_of_its_rows_is_refused(
    gebieden: Gebieden, newest: str, asked: bool, refused: bool
) -> None:
    counts = {"2019-11-05": 100, "2020-02-10": 100, "2020-05-10": 100, "2020-08-10": 100, newest: 40}
    report = judged(delivered(bills(counts)), gebieden, quarter=Q4 if asked else None)
    assert report.outcome == ("afgekeurd" if refused else "goed met opmerkingen")
    assert any("2020Q4 heeft 40 rijen; 2019Q4 had er 100 (-60%)" in line for line in told(report))


def test_a_quarter_that_breaks_off_with_more_rows_is_told_only(gebieden: Gebieden) -> None:
    counts = {"2019-11-05": 100, "2020-02-10": 100, "2020-05-10": 100, "2020-08-10": 100, "2020-10-20": 160}
    report = judged(delivered(bills(counts)), gebieden)
    assert report.outcome == "goed met opmerkingen"
    assert any("2020Q4 heeft 160 rijen; 2019Q4 had er 100 (+60%)" in line for line in told(report))


def test_what_holds_for_several_deliveries_is_said_to_readers_once(gebieden: Gebieden) -> None:
    late = EACH_QUARTER | {"2020-12-31": 0, "2020-11-01": 25}
    both = delivered(sheet("aanvragen", 100, received=days(late)), bills(late))
    assert notes(judged(both, gebieden)) == (
        "De aanvragen en declaraties zijn nog niet bijgewerkt tot het einde van het kwartaal.",
    )


def test_what_readers_will_see_is_shown_unless_nothing_is_published(gebieden: Gebieden) -> None:
    late = delivered(bills(EACH_QUARTER | {"2020-12-31": 0, "2020-11-01": 25}))
    heading = "Op de pagina 'Over deze cijfers' komt:"
    assert heading in text(judged(late, gebieden))
    refused = judged(late, gebieden, before(1000))
    assert notes(refused)
    assert heading not in text(refused)


def test_rows_that_cannot_be_read_are_no_fall(gebieden: Gebieden) -> None:
    wrong = bills(EACH_QUARTER, wrong={"amount": [True] * 100})
    fault = Fault("declaraties.csv, kolom bedrag", "een bedrag als 1.234,56", 100)
    assert judged(delivered(wrong, refusing=[fault]), gebieden, before(100)).refusing == (fault,)


def test_a_year_earlier_is_taken_as_it_came_in_then(gebieden: Gebieden) -> None:
    counts = {"2019-11-05": 300, "2020-02-10": 100, "2020-05-10": 100, "2020-08-10": 100, "2020-12-31": 110}
    then = Previous(date(2020, 1, 10), {"declaraties": 105}, {"declaraties": {"2019Q4": 105}})
    assert judged(delivered(bills(counts)), gebieden).outcome == "goed met opmerkingen"
    report = judged(delivered(bills(counts)), gebieden, year_ago=then)
    assert (report.outcome, report.deliveries[0].year_before) == ("goed", 105)


@pytest.mark.parametrize(("newest", "late"), [("2020-11-30", False), ("2020-11-29", True)])
def test_days_between_the_newest_row_and_the_end_of_the_quarter(
    gebieden: Gebieden, newest: str, late: bool
) -> None:
    counts = EACH_QUARTER | {"2020-12-31": 0, newest: 25}
    report = judged(delivered(bills(counts)), gebieden)
    assert report.deliveries[0].newest == date.fromisoformat(newest)
    assert bool(told(report)) == late
    if late:
        assert (
            "de nieuwste rij is van 29 november 2020; dat is 32 dagen voor 31 december 2020"
            in told(report)[0]
        )
        assert notes(report) == ("De declaraties zijn nog niet bijgewerkt tot het einde van het kwartaal.",)


def test_a_quarter_that_has_not_ended_is_held_against_today(gebieden: Gebieden) -> None:
    counts = EACH_QUARTER | {"2020-12-31": 0, "2020-10-20": 25}
    assert judged(delivered(bills(counts)), gebieden, today=date(2020, 11, 1)).outcome == "goed"


def test_a_delivery_of_an_earlier_quarter_is_refused_once(gebieden: Gebieden) -> None:
    until = {"2020-02-10": 25, "2020-05-10": 25}
    wmo = sheet("voorzieningen_wmo", 50, assigned=days(until))
    report = judged(delivered(wmo, bills(until)), gebieden)
    assert [str(fault) for fault in report.refusing] == [
        "Alle leveringen: de rijen lopen tot en met 2020Q2; gevraagd is 2020Q4. Vraag een levering waar dit kwartaal in zit."
    ]


def test_without_a_quarter_that_was_asked_for_an_old_delivery_is_told_only(gebieden: Gebieden) -> None:
    report = judged(delivered(bills({"2020-02-10": 25, "2020-05-10": 25})), gebieden, quarter=None)
    assert (report.quarter, report.asked, report.outcome) == ("2020Q4", False, "goed met opmerkingen")


@pytest.mark.parametrize(("rows", "outcome"), [(24, "goed met opmerkingen"), (25, "afgekeurd")])
def test_one_delivery_that_stops_before_the_quarter(gebieden: Gebieden, rows: int, outcome: str) -> None:
    # Of few rows in a quarter there may be none in the next by chance.
    each = {day: rows for day in ("2019-11-05", "2020-02-10", "2020-05-10", "2020-08-10")}
    old = sheet("schuldhulp", 4 * rows, registered=days(each))
    report = judged(delivered(old, bills(EACH_QUARTER)), gebieden)
    assert report.outcome == outcome
    assert "schuldhulp.csv: de rijen lopen tot en met 2020Q3; gevraagd is 2020Q4" in told(report)[0]


@pytest.mark.parametrize(
    ("start", "rows", "found"), [("2019Q4", 25, False), ("2019Q3", 25, True), ("2019Q3", 19, False)]
)
def test_a_delivery_that_begins_later_than_the_parameters_say(
    gebieden: Gebieden, start: str, rows: int, found: bool
) -> None:
    """Without a word of it the years before would read 0."""
    counts = dict.fromkeys(EACH_QUARTER, rows)
    starts = {"declaraties": Quarter.parse(start)}
    report = examine(
        delivered(bills(counts)), None, Controle(), today=TODAY, quarter=Q4, gebieden=gebieden, starts=starts
    )
    told_of_start = [line for line in told(report) if f"volledig vanaf {start}" in line]
    assert bool(told_of_start) is found
    assert not found or "Vul bij bronnen.later_vanaf in: declaraties.csv: 2020Q1" in told_of_start[0]
    assert notes(report) == ()


def test_stray_rows_do_not_make_a_quarter(gebieden: Gebieden) -> None:
    # 1 of usually 25 rows is four percent, 2 are eight.
    for strays, last in ((1, "2020Q3"), (2, "2020Q4")):
        counts = {"2019-11-05": 25} | EACH_QUARTER | {"2020-12-31": strays}
        assert judged(delivered(bills(counts)), gebieden).deliveries[0].last == last


def test_counts_that_are_not_there_yet_are_told_only(gebieden: Gebieden) -> None:
    budget = sheet("begroting", 40, quarter=[Quarter(2020, 3).index] * 40)
    report = judged(delivered(bills(EACH_QUARTER), budget), gebieden)
    assert report.outcome == "goed met opmerkingen"
    assert notes(report) == ("Over het 4e kwartaal 2020 zijn er nog geen regels van de begroting.",)


@pytest.mark.parametrize(("foreign", "refused"), [(50, False), (51, True)])
def test_a_delivery_of_another_municipality_is_refused_once(
    gebieden: Gebieden, foreign: int, refused: bool
) -> None:
    strange = [row < foreign for row in range(100)]
    codes = ["BU03441234" if one else "BU99980101" for one in strange]
    clients = sheet("clienten", 100, {"area": strange}, area=codes, start=days(EACH_QUARTER))
    fault = Fault("clienten.csv, kolom buurtcode", KINDS["area"].rule, foreign, tuple(range(2, 12)))
    report = judged(delivered(clients, bills(EACH_QUARTER), refusing=[fault]), gebieden)
    if refused:
        assert [str(one) for one in report.refusing] == [
            "clienten.csv: de meeste buurtcodes horen bij een andere gemeente (GM0344). "
            "Kijk of dit de levering van de goede gemeente is."
        ]
        assert [report.outcome_of(name) for name in ("clienten", "declaraties")] == ["afgekeurd", "goed"]
    else:
        assert report.refusing == (fault,)


def test_unknown_codes_of_the_own_municipality_ask_for_its_list(gebieden: Gebieden) -> None:
    clients = sheet("clienten", 40, {"area": [True] * 40}, area="BU99980199")
    report = judged(delivered(clients, bills(EACH_QUARTER)), gebieden)
    assert "de meeste buurtcodes staan niet in gebieden.csv" in str(report.refusing[0])


@pytest.mark.parametrize(("unknown", "found"), [(5, False), (6, True)])
def test_clients_without_a_wijk_on_the_last_day(gebieden: Gebieden, unknown: int, found: bool) -> None:
    areas = ["" if row < unknown else "BU99980101" for row in range(100)]
    # Two hundred others have moved away before: they are of no account.
    here = sheet("clienten", 100, area=areas)
    gone = sheet("clienten", 200, area="", person=range(1000, 1200), end=days({"2020-12-30": 200}))
    report = judged(delivered(here, gone, bills(EACH_QUARTER)), gebieden)
    lines = [line for line in told(report) if "de wijk niet bekend" in line]
    assert bool(lines) == found
    if found:
        assert "op 31 december 2020 is van 6% van de cliënten de wijk niet bekend" in lines[0]


@pytest.mark.parametrize(("empty", "found"), [(20, False), (21, True)])
def test_a_column_that_is_empty_too_often(gebieden: Gebieden, empty: int, found: bool) -> None:
    providers = ["" if row < empty or row >= 100 else "99990101" for row in range(150)]
    forms = ["zin" if row < 100 else "pgb" for row in range(150)]  # a personal budget needs no provider
    received = days({"2020-02-10": 50, "2020-05-10": 50, "2020-12-31": 50})
    wmo = sheet("voorzieningen_wmo", 150, assigned=received, provider=providers, form=forms)
    report = judged(delivered(wmo), gebieden)
    assert bool(told(report)) == found
    if found:
        assert notes(report) == ("Bij een deel van de voorzieningen van de Wmo is de aanbieder niet bekend.",)


@pytest.mark.parametrize(
    ("code", "rows", "named"),
    [("zz", 10, True), ("zz", 9, False), ("zorg", 10, True), ("Jansen", 50, False), ("z-1", 50, False)],
)
def test_a_code_nobody_knows_is_named_when_it_is_short_and_frequent(
    gebieden: Gebieden, code: str, rows: int, named: bool
) -> None:
    forms = [code if row < rows else "zin" for row in range(100)]
    report = judged(
        delivered(sheet("voorzieningen_wmo", 100, assigned=days(EACH_QUARTER), form=forms)), gebieden
    )
    column = next(one for one in report.deliveries[0].columns if one.header == "leveringsvorm")
    assert column.unknown == rows
    assert column.codes == (((code, rows),) if named else ())
    assert (code in " ".join(told(report))) == named
    assert code not in " ".join(notes(report))


@pytest.mark.parametrize(("same", "found"), [(1, False), (2, True)])
def test_rows_that_look_double(gebieden: Gebieden, same: int, found: bool) -> None:
    # Person and provision tell rows apart; the number of the declaration does not count.
    persons = [max(row, same) for row in range(100)]
    report = judged(
        delivered(
            bills(EACH_QUARTER | {"2020-02-10": 25}, person=persons, provision=persons, volume=1, amount=100)
        ),
        gebieden,
    )
    assert report.deliveries[0].doubles == same
    assert bool([line for line in told(report) if "lijken dubbel" in line]) == found


def test_days_after_today_and_ages_that_cannot_be(gebieden: Gebieden) -> None:
    one_late = days({"2020-02-10": 60, "2020-05-10": 60, "2020-08-10": 60, "2020-12-31": 60, "2021-01-16": 1})
    born = days({"1990-01-01": 239, "1906-01-15": 1, "1906-01-14": 1})
    report = judged(
        delivered(
            sheet("clienten", 241, birth_date=born),
            sheet("declaraties", 241, received=one_late, provision=1, person=1),
        ),
        gebieden,
    )
    assert (
        "declaraties.csv, kolom ontvangen: in 1 rij ligt deze datum na vandaag. Kijk dit na in de bron."
        in told(report)
    )
    assert any("in 1 rij is iemand ouder dan 115 jaar" in line for line in told(report))


def test_a_delivery_that_goes_on_after_today_is_told_once(gebieden: Gebieden) -> None:
    on = EACH_QUARTER | {"2021-02-10": 25}
    report = judged(delivered(bills(on), sheet("aanvragen", 125, received=days(on))), gebieden)
    assert told(report) == [
        "Alle leveringen: hierin staan rijen van na 15 januari 2021. Die tellen nog niet mee."
    ]
    assert report.deliveries[0].newest == date(2020, 12, 31)


def test_several_files_of_a_delivery_are_judged_together(gebieden: Gebieden) -> None:
    first = bills({"2020-02-10": 25, "2020-05-10": 25})
    second = bills({"2020-08-10": 25, "2020-12-31": 25})
    second = replace(
        second, spec=replace(second.spec, file="deel2.csv"), unread=3, notes=("Gelezen als cp1252.",)
    )
    report = judged(delivered(first, second, left_out={"declaraties": 3}), gebieden, before(100))
    (one,) = report.deliveries
    assert (one.rows, one.left_out, one.files) == (103, 3, ("declaraties.csv", "deel2.csv"))
    assert one.notes == ("Gelezen als cp1252.",)
    assert "declaraties (2 bestanden): 3 rijen (2,9%) tellen niet mee" in told(report)[0]


def test_a_delivery_of_nothing_is_judged_too(gebieden: Gebieden) -> None:
    missing = Fault("clienten.csv", "dit bestand ontbreekt", remedy="Lever het alsnog.")
    report = judged(delivered(refusing=[missing]), gebieden)
    assert (report.outcome, report.refusing, report.deliveries) == ("afgekeurd", (missing,), ())
