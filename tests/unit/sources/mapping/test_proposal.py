"""Which delivery a file is, where its columns are, and what must be looked at."""

from __future__ import annotations

import datetime as dt

import pytest

from socdom.errors import DeliveryError, ParameterError
from socdom.sources.mapping import propose
from tests.lib.looks import look_of

# Numbers for tests that pass the eleven-test.
BSNS = ["999990019", "999990020", "999990032", "999990044"] * 5
ROWS = len(BSNS)


def clients(**changed: list[object]) -> dict[str, list[object]]:
    table: dict[str, list[object]] = {
        "BSN cliënt": list(BSNS),
        "Naam": ["A. Geheim"] * ROWS,
        "Geb.dat.": ["31-12-1980"] * ROWS,
        "Geslacht": ["M"] * ROWS,
        "Gezinsnummer": [str(row) for row in range(ROWS)],
        "CBS buurt": ["BU99980101"] * ROWS,
        "Geldig van": ["01-02-2020"] * ROWS,
        "Geldig t/m": [""] * ROWS,
    }
    return table | changed


def provisions(categories: list[object]) -> dict[str, list[object]]:
    return {
        "Toewijzingnummer": [f"T{row}" for row in range(ROWS)],
        "BSN": list(BSNS),
        "Categorie": (categories * ROWS)[:ROWS],
        "Vorm": ["ZIN"] * ROWS,
        "Zorgaanbieder": ["99990101"] * ROWS,
        "Datum besluit": ["2020-01-15"] * ROWS,
        "Ingangsdatum": ["2020-02-01"] * ROWS,
        "Datum einde": [""] * ROWS,
        "Reden einde": [""] * ROWS,
    }


def where(proposal) -> dict[str, str]:
    return {match.column.header: match.header for match in proposal.found}


def test_a_file_is_recognised_by_its_columns() -> None:
    proposal = propose(look_of(clients()), "export.csv")
    assert proposal.delivery == "clienten"
    assert where(proposal) == {
        "bsn": "BSN cliënt",
        "geboortedatum": "Geb.dat.",
        "geslacht": "Geslacht",
        "huishoudnummer": "Gezinsnummer",
        "buurtcode": "CBS buurt",
        "van": "Geldig van",
        "tot": "Geldig t/m",
    }
    assert proposal.missing == ()
    assert proposal.unneeded == ("Naam",)


@pytest.mark.parametrize(
    ("codes", "delivery"), [(["01", "07"], "voorzieningen_wmo"), (["45"], "voorzieningen_jeugd")]
)
def test_the_law_of_provisions_follows_from_their_categories(codes: list[object], delivery: str) -> None:
    proposal = propose(look_of(provisions(codes)), "export.csv")
    assert proposal.delivery == delivery
    assert proposal.date.written == "jjjj-mm-dd"
    assert [missing.column.header for missing in proposal.missing if not missing.column.optional] == (
        ["verwijzer"] if delivery == "voorzieningen_jeugd" else []
    )


def test_both_laws_in_one_file_are_told() -> None:
    proposal = propose(look_of(provisions(["01", "45"])), "export.csv", "voorzieningen_wmo")
    assert any("van Wmo en van Jeugd" in doubt for doubt in proposal.general)
    alone = propose(look_of(provisions(["01", "07"])), "export.csv", "voorzieningen_wmo")
    assert alone.general == ()


def test_cells_decide_where_a_name_can_be_two_things() -> None:
    """ "Besluit" is the day of the decision with one supplier, and what was decided with another."""
    table: dict[str, list[object]] = {
        "Zaaknummer": [f"Z{row}" for row in range(ROWS)],
        "BSN": list(BSNS),
        "Wet": ["WMO"] * ROWS,
        "Ontvangstdatum": ["01-02-2020"] * ROWS,
        "Besluit": ["Toegekend"] * ROWS,
        "Datum afhandeling": ["01-03-2020"] * ROWS,
    }
    found = where(propose(look_of(table), "export.csv", "aanvragen"))
    assert (found["besluit"], found["uitkomst"]) == ("Datum afhandeling", "Besluit")
    del table["Datum afhandeling"]
    table["Besluit"] = ["01-03-2020"] * ROWS
    table["Resultaat"] = ["Toegekend"] * ROWS
    found = where(propose(look_of(table), "export.csv", "aanvragen"))
    assert (found["besluit"], found["uitkomst"]) == ("Besluit", "Resultaat")


def test_a_bsn_is_known_by_its_eleven_test_and_only_then() -> None:
    table = clients()
    table["Klantnr"] = table.pop("BSN cliënt")
    proposal = propose(look_of(table), "export.csv")
    assert where(proposal)["bsn"] == "Klantnr"
    assert proposal.doubts["bsn"]
    table["Klantnr"] = [f"10000000{row % 10}" for row in range(ROWS)]  # passes for about one in eleven
    proposal = propose(look_of(table), "export.csv")
    assert "bsn" not in where(proposal)
    table["BSN partner"] = list(BSNS)
    assert "bsn" not in where(propose(look_of(table), "export.csv"))


def test_a_column_called_bsn_with_other_numbers_is_told() -> None:
    numbers: list[object] = [*BSNS[:15], "123456789", "12", "x", "000000000", "111111111"]
    proposal = propose(look_of(clients(**{"BSN cliënt": numbers})), "export.csv")
    # 123456789: 9+16+21+24+25+24+21+16-9 = 147, no multiple of 11; 111111111: 43, neither.
    assert proposal.doubts["bsn"] == ("van 25 % van de cellen klopt het bsn niet (elfproef)",)


def test_two_forms_of_dates_are_told() -> None:
    mixed: list[object] = ["31-12-1980"] * 15 + ["1980-12-31"] * 5
    doubts = propose(look_of(clients(**{"Geb.dat.": mixed})), "export.csv").doubts
    assert doubts["geboortedatum"] == (
        "25 % van de cellen is anders geschreven dan dd-mm-jjjj; vraag de leverancier om één vorm",
    )


def test_days_that_a_spreadsheet_counts_are_told() -> None:
    serial: list[object] = [29586.0] * ROWS  # 31 December 1980
    look = look_of(
        clients(**{"Geb.dat.": serial, "Geldig van": [dt.datetime(2020, 2, 1)] * ROWS}), kind="xlsx"
    )
    proposal = propose(look, "export.xlsx")
    assert where(proposal)["geboortedatum"] == "Geb.dat."
    assert "een getal, zoals in Excel" in proposal.doubts["geboortedatum"][0]
    assert proposal.doubts["van"] == ()
    assert proposal.date.share == 1


def test_a_column_that_is_not_there_names_what_it_could_be() -> None:
    table = clients()
    table["DT_1"] = table.pop("Geb.dat.")
    proposal = propose(look_of(table), "export.csv")
    (missing,) = proposal.missing
    assert (missing.column.header, missing.maybe) == ("geboortedatum", ("DT_1",))
    assert proposal.unneeded == ("Naam",)


def test_a_strange_name_keeps_all_unknown_names_silent() -> None:
    proposal = propose(look_of(clients(**{"1234 AB": ["x"] * ROWS})), "export.csv")
    assert (proposal.unneeded, proposal.untold) == ((), 2)


@pytest.mark.parametrize("delivery", [None, "clienten"])
def test_what_looks_like_no_delivery_is_refused_without_its_names(delivery: str | None) -> None:
    table: dict[str, list[object]] = {"Jansen": ["x"], "Dorpsstraat": ["y"], "BSN": ["999990019"]}
    with pytest.raises(DeliveryError) as error:
        propose(look_of(table), "export.csv", delivery)
    assert "herkent" in str(error.value)
    assert "Jansen" not in str(error.value)


def test_rows_are_needed() -> None:
    empty = {name: [] for name in clients()}
    with pytest.raises(DeliveryError, match="er staan geen rijen in"):
        propose(look_of(empty), "export.csv")


def test_an_unknown_delivery_is_refused() -> None:
    with pytest.raises(ParameterError, match=r"levering klanten: .* Kies uit clienten"):
        propose(look_of(clients()), "export.csv", "klanten")


def test_the_law_comes_from_the_name_of_the_file() -> None:
    table: dict[str, list[object]] = {
        "Aanvraagnummer": [f"Z{row}" for row in range(ROWS)],
        "BSN": list(BSNS),
        "Datum aanvraag": ["01-02-2020"] * ROWS,
        "Datum besluit": ["01-03-2020"] * ROWS,
        "Uitkomst": ["Toegekend"] * ROWS,
    }
    assert propose(look_of(table), "wmo_aanvragen.csv").fixed == {"wet": "wmo"}
    proposal = propose(look_of(table), "aanvragen.csv")
    assert proposal.fixed == {}
    assert [missing.column.header for missing in proposal.missing] == ["wet"]


def test_whole_amounts_may_be_cents() -> None:
    table: dict[str, list[object]] = {
        "Declaratienummer": [f"D{row}" for row in range(ROWS)],
        "Toewijzingnummer": [f"T{row}" for row in range(ROWS)],
        "BSN": list(BSNS),
        "Wet": ["wmo"] * ROWS,
        "Productcategorie": ["01"] * ROWS,
        "Aanbieder": ["99990101"] * ROWS,
        "Begindatum prestatie": ["01-02-2020"] * ROWS,
        "Dagtekening": ["01-03-2020"] * ROWS,
        "Volume": ["4"] * ROWS,
        "Eenheid": ["04"] * ROWS,
        "Ingediend bedrag": ["10000"] * ROWS,
    }
    proposal = propose(look_of(table), "export.csv")
    assert proposal.delivery == "declaraties"
    assert "zijn het centen, vraag de leverancier" in proposal.doubts["bedrag"][0]
    table["Ingediend bedrag"] = ["100.50"] * ROWS
    proposal = propose(look_of(table), "export.csv")
    assert (proposal.number.written, proposal.doubts["bedrag"]) == ("1,234.56", ())


def test_a_name_above_two_columns_is_counted_and_not_used() -> None:
    table = clients()
    look = look_of(table, headers=(*table, "Soort", "Soort", ""))
    proposal = propose(look, "export.csv")
    assert proposal.general == ("1 naam staat boven meer dan één kolom; zulke kolommen gebruikt socdom niet",)
    assert (proposal.unneeded, proposal.untold) == (("Naam",), 2)


def test_a_day_as_one_number_is_no_day_that_is_counted() -> None:
    numbers: list[object] = [19801231] * ROWS
    look = look_of(clients(**{"Geb.dat.": numbers, "Geldig van": [20200201] * ROWS}), kind="xlsx")
    proposal = propose(look, "export.xlsx")
    assert (proposal.date.written, proposal.date.share) == ("jjjjmmdd", 1)
    assert proposal.doubts["geboortedatum"] == proposal.doubts["van"] == ()
