"""Themes of CBS on small made-up tables of the shape CBS gives; figures worked out by hand."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.themes import read_themes
from socdom.sources.cbs.themes_cells import OTHER_BORDERS
from socdom.sources.open_data import OpenData
from tests.lib.cbs_snapshots import keep

OWN, PEER, OTHER_PEER, BIG = "GM0001", "GM0002", "GM0003", "GM0004"
NAMES = {"NL01": "Nederland", OWN: "Adorp", PEER: "Bedum", OTHER_PEER: "Cadzand", BIG: "Delft"}
REGIONS = [{"Key": key, "Title": name} for key, name in NAMES.items()]
YEARS = [{"Key": f"{year}JJ00", "Title": str(year), "Status": "Definitief"} for year in range(2015, 2026)]
PERSONS = {"Geslacht": "T001038", "KenmerkenVanPersonen": "T009002"}
TOTAL, HOUSEHOLD_HELP = "T001024", "A019507"


def kwb(store: Path, table: str = "84799NED", households: int = 100) -> None:
    """Adorp, Bedum and Cadzand are alike; Delft is larger."""
    rows = [
        ("NL00", 5000, 10 * households, None),
        (OWN, 21000, households, 3),
        (PEER, 22000, 2 * households, 3),
        (OTHER_PEER, 49999, 3 * households, 3),
        (BIG, 50000, 4 * households, 3),
    ]
    columns = ["WijkenEnBuurten", "AantalInwoners_5", "HuishoudensTotaal_28", "MateVanStedelijkheid_115"]
    titles = [{"Key": "NL00", "Title": "Nederland"}, *REGIONS[1:]]
    keep(store, table, pd.DataFrame(rows, columns=columns), {"WijkenEnBuurten": titles})


def wmo(
    store: Path,
    table: str = "83262NED",
    part: str = "TypeMaatwerkarrangement",
    cells: dict[tuple[str, str, str], tuple[object, object]] | None = None,
    regions: Iterable[dict] = REGIONS,
    periods: Iterable[dict] = YEARS,
) -> None:
    """Cells: region, period, type → number and rate as CBS writes them."""
    rows = [(*PERSONS.values(), kind, *key, *numbers) for (*key, kind), numbers in (cells or {}).items()]
    columns = [*PERSONS, part, "RegioS", "Perioden", "WmoClienten_1", "WmoClientenPer1000Inwoners_2"]
    keep(
        store,
        table,
        pd.DataFrame(rows, columns=columns),
        {"RegioS": list(regions), "Perioden": list(periods)},
        title="Wmo-cliënten; type maatwerkarrangement, regio",
    )


def figure(data: OpenData, series: str, area: str, period: str, category: str = "") -> pd.Series:
    rows = data.series
    found = rows[
        rows["series"].eq(series)
        & rows["area"].eq(area)
        & rows["period"].eq(period)
        & rows["category"].eq(category)
    ]
    assert len(found) == 1, found
    return found.iloc[0]


def test_own_and_country_as_published_and_the_group_from_sums(tmp_path: Path) -> None:
    kwb(tmp_path)
    cells = {
        ("NL01", "2019JJ00", TOTAL): (1_166_485, 68),
        (OWN, "2019JJ00", TOTAL): (1_300, 62),
        (OWN, "2019JJ00", HOUSEHOLD_HELP): (400, 19),
        (PEER, "2019JJ00", TOTAL): (1_000, 50),
        (PEER, "2019JJ00", HOUSEHOLD_HELP): (300, 15),
        (OTHER_PEER, "2019JJ00", TOTAL): (3_000, 100),
        (OTHER_PEER, "2019JJ00", HOUSEHOLD_HELP): (".", "."),
        (BIG, "2019JJ00", TOTAL): (9_000, 90),
    }
    wmo(tmp_path, cells=cells)
    data = read_themes(tmp_path, OWN, ["wmo"])
    own = figure(data, "cbs_wmo", OWN, "2019")
    assert (own["numerator"], own["value"], own["status"]) == (1300, 62, "definitief")
    assert figure(data, "cbs_wmo", "NL01", "2019")["value"] == 68
    # Bedum has 1.000 / 50 × 1.000 = 20.000 inhabitants, Cadzand 30.000; 4.000 clients among 50.000.
    group = figure(data, "cbs_wmo", "RG0001", "2019")
    assert (group["numerator"], group["denominator"], group["value"]) == (4000, 50_000, 80)
    # Cadzand's number is secret, so that it leaves both sums: 300 among 20.000.
    assert figure(data, "cbs_wmo", "RG0001", "2019", "hulp_bij_huishouden")["value"] == 15
    assert figure(data, "cbs_wmo", OWN, "2019", "hulp_bij_huishouden")["dimension"] == "wmo_cbs"
    assert [(a.code, a.name, a.level) for a in data.areas] == [
        (OWN, "Adorp", "gemeente"),
        ("NL01", "Nederland", "land"),
        ("RG0001", "Vergelijkbare gemeenten", "referentie"),
    ]
    assert "Het zijn 2 gemeenten: Bedum en Cadzand." in data.reference
    assert "gedeeld door al hun inwoners of huishoudens" in data.reference


def test_half_years_other_persons_and_other_regions_are_no_figures(tmp_path: Path) -> None:
    kwb(tmp_path)
    cells = {(OWN, period, TOTAL): (900, 40) for period in ("2019HJ01", "2019HJ02", "2019JJ00")}
    cells[("PV20", "2019JJ00", TOTAL)] = (9, 9)
    wmo(tmp_path, cells=cells, regions=[*REGIONS, {"Key": "PV20", "Title": "Groningen (PV)"}])
    found = read_themes(tmp_path, OWN, ["wmo"]).series
    assert found[["area", "period", "value"]].to_numpy().tolist() == [[OWN, "2019", 40]]


def test_hidden_and_empty_are_missing_never_zero(tmp_path: Path) -> None:
    kwb(tmp_path)
    cells = {(OWN, "2015JJ00", TOTAL): (None, None), (OWN, "2016JJ00", TOTAL): (".", ".")}
    cells |= {(OWN, "2017JJ00", TOTAL): (0, 0)}
    wmo(tmp_path, cells=cells)
    data = read_themes(tmp_path, OWN, ["wmo"])
    for period in ("2015", "2016"):
        row = figure(data, "cbs_wmo", OWN, period)
        assert row["status"] == "ontbreekt"
        assert row[["numerator", "denominator", "value"]].isna().all()
    assert figure(data, "cbs_wmo", OWN, "2017")["value"] == 0


def test_of_a_year_in_two_tables_the_later_one_counts_and_a_note_says_so(tmp_path: Path) -> None:
    kwb(tmp_path)
    wmo(tmp_path, cells={(OWN, f"{year}JJ00", TOTAL): (100, 10) for year in (2018, 2019, 2020)})
    later = {(OWN, "2019JJ00", TOTAL): (120, 12), (OWN, "2020JJ00", TOTAL): (".", ".")}
    wmo(tmp_path, "85043NED", "TypeMaatwerkvoorziening", later)
    data = read_themes(tmp_path, OWN, ["wmo"])
    # The later table has nothing over 2020 for anyone, so the earlier one stays.
    assert [figure(data, "cbs_wmo", OWN, year)["value"] for year in ("2018", "2019", "2020")] == [10, 12, 10]
    assert any("Vanaf 2019" in note and "85043NED" in note for note in data.notes)
    assert data.notes[0] == (
        "De cijfers over Wmo-cliënten komen uit tabel 83262NED van het CBS, „Wmo-cliënten; type "
        "maatwerkarrangement, regio”, opgehaald op 2 november 2026. Licentie: CC BY 4.0."
    )


@pytest.mark.parametrize(
    ("period", "status"),
    [
        ({"Key": "2019JJ00", "Title": "2019*"}, "voorlopig"),
        ({"Key": "2019JJ00", "Title": "2019**"}, "voorlopig"),
        ({"Key": "2019JJ00", "Title": "2019", "Status": "NaderVoorlopig"}, "voorlopig"),
        ({"Key": "2019JJ00", "Title": "2019", "Status": "Definitief"}, "definitief"),
        ({"Key": "2019JJ00", "Title": "2019"}, "definitief"),
    ],
)
def test_status_follows_cbs(tmp_path: Path, period: dict, status: str) -> None:
    kwb(tmp_path)
    cells = {(area, "2019JJ00", TOTAL): (1000, 50) for area in (OWN, PEER)}
    wmo(tmp_path, cells=cells, periods=[period])
    data = read_themes(tmp_path, OWN, ["wmo"])
    assert {figure(data, "cbs_wmo", area, "2019")["status"] for area in (OWN, "RG0001")} == {status}


def test_an_abolished_municipality_is_no_member(tmp_path: Path) -> None:
    kwb(tmp_path)
    gone = [
        item | {"Description": "Opgeheven per 01-01-2021"} if item["Key"] == PEER else item
        for item in REGIONS
    ]
    cells = {(area, "2019JJ00", TOTAL): (1000, rate) for area, rate in ((PEER, 20), (OTHER_PEER, 50))}
    wmo(tmp_path, cells=cells, regions=gone)
    assert figure(read_themes(tmp_path, OWN, ["wmo"]), "cbs_wmo", "RG0001", "2019")["value"] == 50


def test_without_kwb_there_is_no_group(tmp_path: Path) -> None:
    wmo(tmp_path, cells={(area, "2019JJ00", TOTAL): (1000, 50) for area in (OWN, PEER)})
    data = read_themes(tmp_path, OWN, ["wmo"])
    assert set(data.series["area"]) == {OWN}
    assert data.reference == ""


def test_youth_protection_has_another_whole_so_the_group_has_none(tmp_path: Path) -> None:
    kwb(tmp_path)
    parts = {"A045561": (500, "10.0"), "A027918": (50, "1.0"), "A027919": (40, "1.1")}
    rows = [(p, area, "2020JJ00", *n) for area, (p, n) in product((OWN, PEER), parts.items())]
    columns = [
        "VormenVanJeugdzorg",
        "RegioS",
        "Perioden",
        "JongerenMetJeugdzorg_1",
        "JongerenMetJeugdzorgRelatief_2",
    ]
    units = [
        {"Key": columns[3], "Unit": "aantal"},
        {"Key": columns[4], "Unit": "In % bepaalde leeftijdsklasse"},
    ]
    keep(
        tmp_path,
        "84134NED",
        pd.DataFrame(rows, columns=columns).assign(Jeugdzorgtrajecten_3="."),
        {"RegioS": REGIONS, "Perioden": YEARS},
        measures=units,
    )
    data = read_themes(tmp_path, OWN, ["jeugd"])
    assert figure(data, "cbs_jeugdzorg", OWN, "2020", "bescherming")["value"] == 1.1
    stay = figure(data, "cbs_jeugdhulp_verblijf", "RG0001", "2020")
    # 500 is 10 percent of 5.000 young persons; 50 of them.
    assert (stay["numerator"], stay["denominator"], stay["value"]) == (50, 5000, 1)
    of_group = data.series[data.series["area"].eq("RG0001") & data.series["series"].eq("cbs_jeugdzorg")]
    assert sorted(of_group["category"]) == ["", "met_verblijf"]


def test_payments_of_the_last_month_per_household_of_that_year(tmp_path: Path) -> None:
    kwb(tmp_path, households=1000)
    kwb(tmp_path, "85039NED", households=2000)
    kinds = [
        {"Key": "T001", "Title": "Uitkeringen totaal"},
        {"Key": "A01", "Title": "Aan personen tot de AOW-leeftijd"},
        {"Key": "A02", "Title": "Aan personen vanaf de AOW-leeftijd"},
    ]
    months = [{"Key": f"2020MM{month:02}", "Title": f"2020 {month}"} for month in range(1, 13)]
    months += [{"Key": "2021MM03", "Title": "2021 maart**"}, {"Key": "2021MM06", "Title": "2021 juni*"}]
    counts = {"T001": 50, "A01": 40, "A02": 10}
    rows = [
        # Of the newest quarter there is a figure of Nederland only.
        (
            kind,
            area,
            month["Key"],
            "." if month["Key"] == "2021MM06" and area != "NL01" else counts[kind] * size,
        )
        for kind, month, (area, size) in product(
            counts, months, ((OWN, 1), (PEER, 1), (OTHER_PEER, 2), ("NL01", 20))
        )
    ]
    columns = ["UitkeringenInRelatieMetDeAOW", "RegioS", "Perioden", "AantalBijstandsuitkeringen_1"]
    keep(
        tmp_path,
        "82015NED",
        pd.DataFrame(rows, columns=columns),
        {columns[0]: kinds, "RegioS": REGIONS, "Perioden": months},
    )
    data = read_themes(tmp_path, OWN, ["bijstand"])
    assert sorted(set(data.series["period"])) == ["2020Q1", "2020Q2", "2020Q3", "2020Q4", "2021Q1"]
    own = figure(data, "cbs_bijstand", OWN, "2020Q4")
    assert (own["numerator"], own["denominator"], own["value"]) == (50, 1000, 50)
    # Twice the households in 2021.
    assert figure(data, "cbs_bijstand", OWN, "2021Q1")["value"] == 25
    # 50 + 100 payments among 2.000 + 3.000 households; 1.000 among 10.000.
    assert figure(data, "cbs_bijstand", "RG0001", "2020Q4")["value"] == 30
    assert figure(data, "cbs_bijstand", "NL01", "2020Q4")["value"] == 100
    assert figure(data, "cbs_bijstand", OWN, "2021Q1")["status"] == "voorlopig"


BENEFITS = [
    "WijkenEnBuurten",
    "Perioden",
    "Indelingswijziging_4",
    "Werkloosheidsuitkering_5",
    "Bijstandsuitkering_6",
    "Arbeidsongeschiktheidsuitkering_7",
    "Werkloosheidsuitkering_9",
    "Bijstandsuitkering_10",
    "Arbeidsongeschiktheidsuitkering_11",
    "InwonersVanaf15Jaar_13",
]
SHARE = "% van het aantal inwoners vanaf 15 jaar"
UNITS = [{"Key": "Indelingswijziging_4", "Unit": "tekst"}] + [
    {"Key": key, "Unit": SHARE if key.endswith(("_9", "_10", "_11")) else "aantal"} for key in BENEFITS[3:]
]


def benefits(
    store: Path, table: str, month: str, rows: dict[str, tuple[int, int, str]], **options: object
) -> None:
    """Region → persons with bijstand, inhabitants, change of border."""
    lines = [
        (region, month, change, 10, persons, 20, 1, 99, 2, inhabitants)
        for region, (persons, inhabitants, change) in rows.items()
    ]
    keep(store, table, pd.DataFrame(lines, columns=BENEFITS), measures=UNITS, **options)


def test_persons_per_wijk_are_divided_by_the_inhabitants_of_the_same_table(tmp_path: Path) -> None:
    kwb(tmp_path)
    rows = {
        "NL00": (9, 9, ""),
        "NL01": (400_000, 14_000_000, ""),
        "NL98": (9, 9, ""),
        OWN: (300, 15_000, "."),
        PEER: (100, 10_000, "."),
        OTHER_PEER: (500, 20_000, "."),
        "WK000100": (200, 5_000, "1"),
        "BU00010000": (10, 90, "1"),
        "WK000200": (1, 1000, "1"),
    }
    benefits(tmp_path, "84897NED", "2020MM12", rows)
    data = read_themes(tmp_path, OWN, ["uitkeringen"])
    assert set(data.series["area"]) == {"NL01", OWN, "RG0001", "WK000100", "BU00010000"}
    values = {
        a: figure(data, "cbs_personen_bijstand", a, "2020Q4")["value"] for a in (OWN, "RG0001", "WK000100")
    }
    assert values == {OWN: 20, "RG0001": 20, "WK000100": 40}
    assert figure(data, "cbs_personen_bijstand", "NL01", "2020Q4")["value"] == pytest.approx(400 / 14)
    # Fewer than 100 inhabitants: rounding to 10 would be all there is.
    small = figure(data, "cbs_personen_bijstand", "BU00010000", "2020Q4")
    assert small["status"] == "ontbreekt"
    assert pd.isna(small["numerator"])
    assert [a.parent for a in data.areas if a.level == "buurt"] == ["WK000100"]


def test_a_wijk_begins_where_its_border_changed_and_one_that_is_gone_is_left_out(tmp_path: Path) -> None:
    kwb(tmp_path)
    one, two, three = "WK000100", "WK000101", "WK000102"
    benefits(tmp_path, "84692NED", "2019MM12", {a: (10, 1000, "1") for a in (OWN, one, two, three)})
    benefits(
        tmp_path,
        "84897NED",
        "2020MM12",
        {OWN: (10, 1000, "."), one: (10, 1000, "1"), two: (10, 1000, "3")},
    )
    rows = read_themes(tmp_path, OWN, ["uitkeringen"]).series
    rows = rows[rows["series"].eq("cbs_personen_ww") & rows["area"].str.startswith("WK")]
    assert sorted(zip(rows["area"], rows["period"], strict=True)) == [
        (one, "2019Q4"),
        (one, "2020Q4"),
        (two, "2020Q4"),
    ]


def payments(store: Path, *periods: str) -> None:
    """Fifty payments of Adorp at each of these months."""
    rows = [("T001", OWN, period, 50) for period in periods]
    columns = ["UitkeringenInRelatieMetDeAOW", "RegioS", "Perioden", "AantalBijstandsuitkeringen_1"]
    keep(
        store,
        "82015NED",
        pd.DataFrame(rows, columns=columns),
        {columns[0]: [{"Key": "T001", "Title": "Totaal"}], "RegioS": REGIONS},
    )


def test_households_of_another_year_are_told(tmp_path: Path) -> None:
    kwb(tmp_path, households=1000)
    payments(tmp_path, "2020MM12")
    assert "huishoudens niet opgehaald" not in " ".join(read_themes(tmp_path, OWN, ["bijstand"]).notes)
    payments(tmp_path, "2020MM12", "2021MM03", "2022MM03")
    notes = read_themes(tmp_path, OWN, ["bijstand"]).notes
    assert notes[-1] == (
        "Van 2021 en 2022 is het aantal huishoudens niet opgehaald. Daar is gedeeld door het aantal van het jaar dat "
        "er het dichtst bij ligt."
    )


def test_an_abolished_municipality_keeps_the_group_it_had(tmp_path: Path) -> None:
    """It is not in the newest Kerncijfers any more."""
    kwb(tmp_path)
    rows = [("NL00", 5000, 100, None), (PEER, 22000, 200, 3), (BIG, 50000, 300, 3)]
    columns = ["WijkenEnBuurten", "AantalInwoners_5", "HuishoudensTotaal_28", "MateVanStedelijkheid_115"]
    keep(tmp_path, "85039NED", pd.DataFrame(rows, columns=columns))
    cells = {(area, "2020JJ00", "T001024"): (100, 50) for area in (OWN, PEER)}
    wmo(tmp_path, cells=cells)
    data = read_themes(tmp_path, OWN, ["wmo"])
    assert "Vergelijkbare gemeenten zijn in 2020 even groot" in data.reference


def wijken(store: Path) -> list[tuple[str, str]]:
    rows = read_themes(store, OWN, ["uitkeringen"]).series
    rows = rows[rows["series"].eq("cbs_personen_ww") & rows["area"].str.startswith("WK")]
    return sorted(zip(rows["area"], rows["period"], strict=True))


def test_a_code_that_now_is_of_another_wijk_begins_anew(tmp_path: Path) -> None:
    """2: the border is the same but the code is new, so what stood under it before was of another wijk."""
    kwb(tmp_path)
    benefits(tmp_path, "84692NED", "2019MM12", {a: (10, 1000, "1") for a in (OWN, "WK000100")})
    rows = {OWN: (10, 1000, "."), "WK000100": (10, 1000, "2")}
    benefits(tmp_path, "84897NED", "2020MM12", rows)
    assert wijken(tmp_path) == [("WK000100", "2020Q4")]
    assert OTHER_BORDERS in read_themes(tmp_path, OWN, ["uitkeringen"]).notes


def test_a_newest_table_without_wijken_yet_does_not_take_away_those_of_before(tmp_path: Path) -> None:
    kwb(tmp_path)
    benefits(tmp_path, "84692NED", "2019MM12", {a: (10, 1000, "1") for a in (OWN, "WK000100")})
    benefits(tmp_path, "84897NED", "2020MM12", {OWN: (10, 1000, ".")})
    assert wijken(tmp_path) == [("WK000100", "2019Q4")]


def test_wijken_have_nothing_of_before_a_year_that_is_not_there(tmp_path: Path) -> None:
    """In 2020 a border may have changed; of the municipality itself the figures stay."""
    kwb(tmp_path)
    for table, year in (("84692NED", 2019), ("85042NED", 2021), ("85317NED", 2022)):
        benefits(tmp_path, table, f"{year}MM12", {a: (10, 1000, "1") for a in (OWN, "WK000100")})
    assert wijken(tmp_path) == [("WK000100", "2021Q4"), ("WK000100", "2022Q4")]
    rows = read_themes(tmp_path, OWN, ["uitkeringen"]).series
    assert {"2019Q4", "2022Q4"} <= set(rows["period"][rows["area"].eq(OWN)])


def test_a_year_that_was_not_fetched_is_told(tmp_path: Path) -> None:
    kwb(tmp_path)
    for table, year in (("84692NED", 2019), ("85042NED", 2021)):
        benefits(tmp_path, table, f"{year}MM12", {OWN: (10, 1000, ".")})
    notes = read_themes(tmp_path, OWN, ["uitkeringen"]).notes
    assert "Niet opgehaald over personen met een uitkering: 84897NED (2020). Die cijfers ontbreken." in notes


def test_figures_fetched_for_another_municipality_are_refused(tmp_path: Path) -> None:
    kwb(tmp_path)
    asked = TableRequest("84897NED", keys={"WijkenEnBuurten": ("NL01", "GM*", "WK0002*", "BU0002*")})
    benefits(tmp_path, "84897NED", "2020MM12", {OWN: (10, 1000, ".")}, request=asked)
    with pytest.raises(
        DeliveryError, match="CBS 84897NED: deze cijfers zijn opgehaald voor een andere gemeente"
    ):
        read_themes(tmp_path, OWN, ["uitkeringen"])


def overlap(store: Path, cells: dict[tuple[str, str], object]) -> None:
    """Region, laws → households."""
    rows = [("T0", kind, region, "2024JJ00", 7, number) for (region, kind), number in cells.items()]
    rows += [("A1", kind, region, "2024JJ00", 7, 1) for region, kind in cells]
    columns = ["AantalVoorzieningen", "SoortVoorzieningSociaalDomein", "Wijken", "Perioden"]
    columns += ["ClientenMetVoorzieningen_5", "HuishoudensMetVoorzieningen_6"]
    amounts = [{"Key": "T0", "Title": "Totaal"}, {"Key": "A1", "Title": "1 maatwerkvoorziening"}]
    keep(store, "85994NED", pd.DataFrame(rows, columns=columns), {"AantalVoorzieningen": amounts})


def laws(region: str, total: object, *single: object) -> dict[tuple[str, str], object]:
    return {
        (region, kind): n
        for kind, n in zip(("T001287", "A041708", "A041709", "A041710"), (total, *single), strict=True)
    }


def test_households_with_more_laws_are_all_less_those_with_one(tmp_path: Path) -> None:
    kwb(tmp_path)
    # Tiel 2019, as published: 640 of 4.500 households.
    overlap(
        tmp_path,
        laws(OWN, 4500, 840, 865, 2155)
        | laws("WK000100", 90, 20, 20, 20)
        | laws("WK000101", 200, ".", 50, 50)
        | laws("WK000102", 100, 40, 30, 35)
        | laws(PEER, 1000, 300, 300, 300)
        | laws(OTHER_PEER, 3000, 900, 900, "."),
    )
    data = read_themes(tmp_path, OWN, ["stapeling"])
    own = figure(data, "cbs_stapeling", OWN, "2024")
    assert (own["numerator"], own["denominator"]) == (640, 4500)
    assert own["value"] == pytest.approx(14.2, abs=0.05)
    assert {figure(data, "cbs_stapeling", f"WK00010{n}", "2024")["status"] for n in (0, 1)} == {"ontbreekt"}
    # Rounding made the parts more than the whole.
    assert figure(data, "cbs_stapeling", "WK000102", "2024")["value"] == 0
    assert figure(data, "cbs_stapeling", "RG0001", "2024")["value"] == 10


def test_inhabitants_of_the_last_month_of_a_quarter(tmp_path: Path) -> None:
    rows = [
        (area, f"2020MM{m:02}", base + m)
        for (area, base), m in product(((OWN, 100), ("NL01", 1000)), range(1, 7))
    ]
    columns = ["RegioS", "Perioden", "BevolkingAanHetEindeVanDePeriode_15"]
    keep(tmp_path, "37230ned", pd.DataFrame(rows, columns=columns), {"RegioS": REGIONS})
    data = read_themes(tmp_path, OWN, ["bevolking"])
    found = data.series[["area", "period", "value"]].to_numpy().tolist()
    assert sorted(found) == [
        [OWN, "2020Q1", 103],
        [OWN, "2020Q2", 106],
        ["NL01", "2020Q1", 1003],
        ["NL01", "2020Q2", 1006],
    ]
    assert len(data.files) >= 4


def test_all_faults_of_all_themes_at_once(tmp_path: Path) -> None:
    kwb(tmp_path)
    rows = pd.DataFrame([(OWN, "2020MM03", 5)], columns=["RegioS", "Perioden", "IetsAnders_1"])
    keep(tmp_path, "37230ned", rows)
    rows = pd.DataFrame(
        [(OWN, "2020JJ00", 5, 6)], columns=["RegioS", "Perioden", "WmoClienten_1", "Anders_2"]
    )
    keep(tmp_path, "83262NED", rows)
    with pytest.raises(DeliveryError, match="3 punten") as caught:
        read_themes(tmp_path, OWN, ["bevolking", "jeugd", "wmo"])
    text = str(caught.value)
    assert "CBS 37230ned: een kolom BevolkingAanHetEindeVanDePeriode; wel gevonden: IetsAnders" in text
    assert (
        "bronnen.cbs, jeugd: van dit thema is geen tabel opgehaald; het gaat om 84134NED en 85099NED" in text
    )
    assert "CBS 83262NED: een indeling TypeMaatwerkarrangement, gevonden: RegioS, Perioden" in text


def test_members_have_their_own_figure_in_total_and_absent_ones_stay_absent(tmp_path: Path) -> None:
    kwb(tmp_path)
    cells = {
        (OWN, "2019JJ00", TOTAL): (1_300, 62),
        (PEER, "2019JJ00", TOTAL): (1_000, 50),
        (PEER, "2019JJ00", HOUSEHOLD_HELP): (300, 15),
        (OTHER_PEER, "2019JJ00", TOTAL): (".", "."),
        (BIG, "2019JJ00", TOTAL): (9_000, 90),
    }
    wmo(tmp_path, cells=cells)
    found = read_themes(tmp_path, OWN, ["wmo"]).members
    # In total only, the rate as CBS publishes it; Delft is no member, Adorp is the municipality itself.
    assert found.drop(columns="value").to_numpy().tolist() == [
        ["cbs_wmo", "2019", PEER, "Bedum", "definitief"],
        ["cbs_wmo", "2019", OTHER_PEER, "Cadzand", "ontbreekt"],
    ]
    assert found["value"].tolist()[0] == 50
    assert found["value"].isna().tolist() == [False, True]
