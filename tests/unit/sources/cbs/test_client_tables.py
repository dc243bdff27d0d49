"""Tables of CBS: the real answers with published totals, and made-up ones with what CBS writes in cells."""

from __future__ import annotations

from datetime import date
from urllib.parse import quote

import numpy as np
import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.sources.cbs.client import CbsClient, Hosts
from socdom.sources.cbs.fetch import fetch_table
from socdom.sources.cbs.request import TableRequest
from tests.lib.cbs_server import CbsServer, Trouble
from tests.lib.cbs_tables import IV3_HOST, real_income, real_kwb, real_wmo, v3_table, v4_table

DAY = date(2026, 11, 22)
KWB = ("Gemeentenaam_1", "AantalInwoners_5", "PersonenPerSoortUitkeringBijstand_83", "WmoClienten_89")
REGIONS = pd.DataFrame(
    {
        "Key": ["NL01", "GM0001", "GM0002"],
        "Title": ["Nederland", "Adorp", "Bedum*"],
        "Description": ["", "Opgeheven per 01-01-2019\nOntstaan per 01-01-1973", "Ontstaan per 01-01-2019"],
    }
)
PERIODS = pd.DataFrame({"Key": ["2023JJ00", "2024JJ00", "2025JJ00"], "Title": ["2023", "2024**", "2025*"]})


class Asked:
    """The questions that were asked for one snapshot."""

    def __init__(self, server: CbsServer) -> None:
        self.asked = server.asked

    def of(self, entity_set: str) -> list:
        return [asked for asked in self.asked if asked.path.endswith(f"/{entity_set}")]


@pytest.fixture(scope="module", autouse=True)
def _cbs():
    """One server and one client for all tests here: making a client takes longer than a test."""
    with CbsServer() as server, CbsClient(Hosts(server.base), sleep=lambda _seconds: None) as client:
        fetched.server, fetched.client = server, client
        yield


def fetched(request: TableRequest, *tables, trouble: tuple[str, Trouble] | None = None):
    """The snapshot and the questions that were asked."""
    server = fetched.server
    server.serve_only(*tables)
    if trouble:
        server.trouble(*trouble)
    return fetch_table(fetched.client, request, DAY), Asked(server)


def refused(request: TableRequest, *tables, trouble: tuple[str, Trouble] | None = None) -> str:
    with pytest.raises(DeliveryError) as caught:
        fetched(request, *tables, trouble=trouble)
    return "\n".join(str(fault) for fault in caught.value.faults)


def made_up(cells, name: str = "Aantal_1", number: str = "1NED", **more):
    """A table with a cell per region in 2025."""
    data = pd.DataFrame(
        {"RegioS": REGIONS["Key"], "Perioden": "2025JJ00", name: pd.Series(cells, dtype=object)}
    )
    return v3_table(number, data, {"RegioS": REGIONS, "Perioden": PERIODS}, **more)


@pytest.fixture(scope="module")
def wmo(shared_data):
    request = TableRequest(
        "83262NED",
        keys={"RegioS": ("NL01",), "KenmerkenVanPersonen": ("T009002",), "Geslacht": ("T001038",)},
        periods=("JJ", "HJ"),
        since=2015,
        measures=("WmoClienten",),
    )
    return fetched(request, real_wmo(shared_data))


def test_published_totals_of_wmo(wmo) -> None:
    snapshot, _ = wmo
    rows = snapshot.observations[snapshot.observations["TypeMaatwerkarrangement"].eq("T001024")]
    clients = rows.set_index("Perioden")["WmoClienten"]
    assert clients[["2019HJ01", "2019HJ02", "2019JJ00"]].tolist() == [1_058_270, 1_090_980, 1_166_485]
    assert clients[["2015HJ01", "2015HJ02", "2015JJ00"]].isna().all()
    assert set(rows["RegioS"]) == {"NL01"}
    assert snapshot.title == "Wmo-cliënten; type maatwerkarrangement, regio"
    assert (snapshot.modified, snapshot.licence) == ("2020-11-26T02:00:00", "CC BY 4.0")
    assert snapshot.source == "https://opendata.cbs.nl/ODataFeed/odata/83262NED"
    assert snapshot.provisional() == {"2020HJ01"}


def test_abolished_municipalities_by_the_published_list(wmo, shared_data) -> None:
    snapshot, _ = wmo
    text = (shared_data / "cbs_statline/83262NED_v3/RegioS.csv").read_text(encoding="utf-8")
    gone = snapshot.abolished("RegioS")
    assert len(gone) == text.count("Opgeheven per") == 52
    assert "GM0738" in gone  # Aalburg, part of Altena since 2019
    assert not gone & {"GM0766", "GM0268", "GM1959"}


def test_only_what_is_needed_is_asked(wmo) -> None:
    _, server = wmo
    (asked,) = server.of("UntypedDataSet")
    assert "RegioS eq 'NL01  '" in asked.filter, "a key without its spaces finds nothing at CBS"
    assert "KenmerkenVanPersonen eq 'T009002'" in asked.filter
    assert "Perioden" not in asked.filter, "all periods of the table are wanted"
    assert "WmoClientenPer1000Inwoners_2" not in asked.options["$select"]
    assert {a.host for a in server.asked} == {"opendata.cbs.nl"}


def test_published_totals_of_wijken_and_buurten(shared_data) -> None:
    request = TableRequest(
        "84799NED",
        keys={"WijkenEnBuurten": ("NL00", "GM*", "WK0766*", "BU0766*")},
        measures=("AantalInwoners", "WmoClienten", "Gemeentenaam", "PersonenPerSoortUitkeringBijstand"),
    )
    snapshot, server = fetched(request, real_kwb(shared_data, KWB))
    rows = snapshot.observations.set_index("WijkenEnBuurten")
    level = rows.index.str[:2]
    assert rows.loc["NL00", "AantalInwoners"] == rows.loc[level == "GM", "AantalInwoners"].sum() == 17_407_585
    assert (level == "GM").sum() == 355
    dongen = rows[level.isin(["WK", "BU"])]
    assert set(dongen.index.str[2:6]) == {"0766"}
    assert rows.loc["GM0766", "Gemeentenaam"] == "Dongen"
    file = shared_data / "cbs_statline/84799NED_v3/cbs.v3.84799NED_TypedDataSet.parquet"
    plain = pd.read_parquet(file, columns=["WijkenEnBuurten", "AantalInwoners_5"])
    plain = plain[plain["WijkenEnBuurten"].str.contains("^(?:WK|BU)0766", regex=True)]
    assert len(dongen) == len(plain) > 10
    assert dongen["AantalInwoners"].sum() == plain["AantalInwoners_5"].sum()
    # Rounded to tens, so municipalities do not add up to the country.
    bijstand = rows["PersonenPerSoortUitkeringBijstand"]
    assert (bijstand["NL00"], bijstand[level == "GM"].sum()) == (421_110, 421_230)
    # CBS had no Wmo in this release, for the whole country: unknown, and not zero.
    assert rows["WmoClienten"].isna().all()
    # 17.341 regions come in two pages, through a link of CBS.
    assert [asked.options.get("$skip") for asked in server.of("WijkenEnBuurten")] == [None, "10000"]


def test_long_form_is_put_side_by_side(shared_data) -> None:
    request = TableRequest("83841NED", api="v4", since=2020, measures=("1050010_1", "1050010_2"))
    snapshot, server = fetched(request, real_income(shared_data))
    path = shared_data / "cbs_statline/83841NED_v4/Observations.csv"
    long = pd.read_csv(
        path,
        sep=";",
        decimal=",",
        dtype={"Measure": str, "InkomensgrensHuishouden": str},
        keep_default_na=False,
    )
    long = long[long["Perioden"].str[:4].astype(int).ge(2020)]
    rows = snapshot.observations
    for code in ("1050010_1", "1050010_2"):
        expected = long.loc[long["Measure"].eq(code), "Value"].astype(float)
        assert rows[code].notna().sum() == len(expected)
        assert rows[code].sum() == pytest.approx(expected.sum())
    first = rows[rows["KenmerkenVanHuishoudens"].eq("1050010") & rows["Perioden"].eq("2022JJ00")]
    first = first[first["InkomensgrensHuishouden"].eq("1050290") & first["DuurInkomenspositie"].eq("A028721")]
    assert first[["1050010_1", "1050010_2"]].values.tolist() == [[320.6, 4.2]]
    assert {asked.host for asked in server.asked} == {"datasets.cbs.nl"}
    assert "(Measure eq '1050010_1' or Measure eq '1050010_2')" in server.of("Observations")[0].filter


def test_secret_and_empty_are_told_apart() -> None:
    snapshot, _ = fetched(TableRequest("1NED"), made_up([5, ".", None]))
    assert snapshot.observations["Aantal"].tolist()[:1] == [5]
    assert snapshot.observations["Aantal"].isna().tolist() == [False, True, True]
    assert snapshot.blank["Aantal"].tolist() == [False, False, True]


def test_zero_and_decimals_and_a_comma_are_numbers() -> None:
    table = made_up([0, 1.5, 2])
    table.sets["UntypedDataSet"]["Aantal_1"] = ["       0", "     1.5", "    -2,25"]
    snapshot, _ = fetched(TableRequest("1NED"), table)
    assert snapshot.observations["Aantal"].tolist() == [0, 1.5, -2.25]


def test_codes_for_missing_count_in_iv3_only() -> None:
    request = TableRequest("45067NED", catalog="IV3")
    table = made_up([12, -99998, -5], "k_1ePlaatsing_1", number="45067NED", host=IV3_HOST)
    snapshot, server = fetched(request, table)
    assert snapshot.observations["k_1ePlaatsing"].fillna(-1).tolist() == [12, -1, -5]
    assert {asked.host for asked in server.asked} == {IV3_HOST}
    snapshot, _ = fetched(TableRequest("1NED"), made_up([12, -99998, -5]))
    assert snapshot.observations["Aantal"].tolist() == [12, -99998, -5]


def test_a_cell_that_is_no_number_is_told() -> None:
    table = made_up([1, 2, 3])
    table.sets["UntypedDataSet"]["Aantal_1"] = ["1.234,5", "n.v.t.", "3"]
    assert "in kolom Aantal_1 staan 2 cellen die geen getal zijn" in refused(TableRequest("1NED"), table)


def test_stars_and_the_column_status_say_what_may_change() -> None:
    snapshot, _ = fetched(TableRequest("1NED"), made_up([1, 2, 3]))
    codes = snapshot.codes("Perioden")
    assert codes["status"].tolist() == ["", "NaderVoorlopig", "Voorlopig"]
    assert codes["title"].tolist() == ["2023", "2024", "2025"]
    assert snapshot.provisional() == {"2024JJ00", "2025JJ00"}
    # Of another dimension a star is a part of its name.
    assert snapshot.codes("RegioS")["title"].tolist()[2] == "Bedum*"
    assert snapshot.codes("RegioS")["status"].eq("").all()


def test_an_abolished_municipality_and_its_successor() -> None:
    snapshot, _ = fetched(TableRequest("1NED"), made_up([1, 2, 3]))
    assert snapshot.abolished("RegioS") == {"GM0001"}
    assert snapshot.codes("RegioS")["ended"].tolist()[1] == pd.Timestamp(2019, 1, 1)


def test_a_measure_is_found_when_its_number_changes() -> None:
    request = TableRequest("1NED", measures=("WmoClienten",))
    for key in ("WmoClienten_89", "WmoClienten_104"):
        snapshot, _ = fetched(request, made_up([1, 2, 3], key))
        assert snapshot.observations["WmoClienten"].tolist() == [1, 2, 3]
        assert snapshot.measures["key"].tolist() == [key]


def test_a_measure_that_is_gone_is_named() -> None:
    text = refused(
        TableRequest("1NED", measures=("WmoClienten", "Kosten")), made_up([1, 2, 3], "WmoClient_4")
    )
    assert (
        "CBS 1NED, onderwerp WmoClienten: dit staat niet (meer) in de tabel. Het lijkt op WmoClient." in text
    )
    assert (
        "CBS 1NED, onderwerp Kosten: dit staat niet (meer) in de tabel. Het CBS heeft de tabel veranderd."
        in text
    )


def test_a_stem_that_is_there_twice() -> None:
    data = pd.DataFrame({"RegioS": REGIONS["Key"], "Appartement_48": [1, 2, 3], "Appartement_56": [4, 5, 6]})
    table = v3_table("1NED", data, {"RegioS": REGIONS})
    assert "Noem het hele onderwerp: Appartement_48, Appartement_56." in refused(
        TableRequest("1NED", measures=("Appartement",)), table
    )
    snapshot, _ = fetched(TableRequest("1NED", measures=("Appartement_56",)), table)
    assert snapshot.observations["Appartement_56"].tolist() == [4, 5, 6]
    snapshot, _ = fetched(TableRequest("1NED"), table)
    assert list(snapshot.observations) == ["RegioS", "Appartement_48", "Appartement_56"]


def test_a_column_that_is_not_sent_is_named() -> None:
    def without(answer: dict) -> dict:
        return answer | {
            "value": [{k: v for k, v in row.items() if k != "Aantal_1"} for row in answer["value"]]
        }

    text = refused(
        TableRequest("1NED"), made_up([1, 2, 3]), trouble=("UntypedDataSet", Trouble(change=without))
    )
    assert "in UntypedDataSet ontbreken deze kolommen: Aantal_1" in text


def test_dimensions_that_changed_are_named() -> None:
    text = refused(TableRequest("1NED", keys={"WijkenEnBuurten": ("GM*",)}), made_up([1, 2, 3]))
    assert "de tabel heeft deze dimensies niet: WijkenEnBuurten; wel RegioS, Perioden" in text


def test_no_key_is_there_and_one_of_two_is() -> None:
    assert "geen van de gevraagde codes of perioden staat in RegioS" in refused(
        TableRequest("1NED", keys={"RegioS": ("GM0766",)}), made_up([1, 2, 3])
    )
    snapshot, _ = fetched(TableRequest("1NED", keys={"RegioS": ("GM0766", "GM0002")}), made_up([1, 2, 3]))
    assert snapshot.notes == ("Tabel 1NED heeft niet in RegioS: GM0766.",)
    assert snapshot.observations["Aantal"].tolist() == [3]


def test_fewer_rows_than_cbs_says_to_have() -> None:
    half = Trouble(change=lambda answer: answer | {"value": answer["value"][:2]})
    text = refused(TableRequest("1NED"), made_up([1, 2, 3]), trouble=("UntypedDataSet", half))
    assert "het CBS zegt 3 rijen te hebben en geeft er 2" in text


def test_a_row_that_comes_twice() -> None:
    again = Trouble(change=lambda answer: answer | {"value": [answer["value"][0], *answer["value"][:2]]})
    text = refused(TableRequest("1NED"), made_up([1, 2, 3]), trouble=("UntypedDataSet", again))
    assert "1 rij komt twee keer voor" in text


def test_many_municipalities_in_short_addresses() -> None:
    codes = [f"GM{n:04}" for n in range(1, 343)]
    regions = pd.DataFrame({"Key": codes, "Title": codes})
    data = pd.DataFrame({"RegioS": codes, "Aantal_1": range(342)})
    wanted = codes[::2]
    request = TableRequest("1NED", keys={"RegioS": tuple(wanted)}, measures=("Aantal",))
    snapshot, server = fetched(request, v3_table("1NED", data, {"RegioS": regions}))
    assert sorted(snapshot.observations["RegioS"]) == wanted
    assert snapshot.observations["Aantal"].sum() == sum(range(0, 342, 2))
    lengths = [len(f"https://{a.host}{a.path}?{quote(str(a.options))}") for a in server.of("UntypedDataSet")]
    assert len(lengths) > 3
    assert max(lengths) < 2_000


def v4_made_up(**columns):
    frame = pd.DataFrame(
        {"Measure": ["M1", "M2", "M1", "M1"], "RegioS": ["NL01", "NL01", "GM0001", "GM0002"]} | columns
    )
    regions = REGIONS.rename(columns={"Key": "Identifier"})
    measures = pd.DataFrame(
        {"Identifier": ["M1", "M2", "M3"], "Title": ["Een", "Twee", "Drie"], "Unit": "aantal", "Decimals": 0}
    )
    return v4_table("2NED", frame, {"RegioS": regions}, measures)


def test_a_cell_of_v4_that_is_not_shown() -> None:
    table = v4_made_up(Value=[1, 2, np.nan, 9], ValueAttribute=["None", "None", "Confidential", "Impossible"])
    snapshot, _ = fetched(TableRequest("2NED", api="v4"), table)
    rows = snapshot.observations.set_index("RegioS")
    assert rows.loc["NL01", ["M1", "M2"]].tolist() == [1, 2]
    assert rows.loc[["GM0001", "GM0002"], "M1"].isna().all(), "a number that CBS marks is no number"
    blank = snapshot.blank.set_axis(snapshot.observations["RegioS"])
    assert blank.loc["GM0001"].tolist() == [False, True, True]
    assert blank.loc["GM0002"].tolist() == [True, True, True]
    assert rows["M3"].isna().all()


def test_v4_asks_only_what_is_needed() -> None:
    request = TableRequest("2NED", api="v4", keys={"RegioS": ("GM*",)}, measures=("M1",))
    snapshot, server = fetched(request, v4_made_up(Value=[1, 2, 3, 4]))
    assert server.of("Observations")[0].filter == "Measure eq 'M1' and startswith(RegioS,'GM')"
    assert snapshot.observations.values.tolist() == [["GM0001", 3.0], ["GM0002", 4.0]]
    assert "onderwerp M9" in refused(
        TableRequest("2NED", api="v4", measures=("M9",)), v4_made_up(Value=[1, 2, 3, 4])
    )
