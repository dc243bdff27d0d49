"""start: a municipality that nobody prepared, from its name to its first edition, with CBS on loopback."""

from __future__ import annotations

import os
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.editions.read import Edition
from socdom.errors import DeliveryError, ParameterError
from socdom.parameters import Places, load_gemeente, load_kwartaal
from socdom.parameters.gebieden import load_gebieden
from socdom.pipeline.lock import exclusive
from socdom.pipeline.start import start
from socdom.sources.cbs.client import CbsClient, Hosts
from tests.lib.cbs_server import CbsServer, Trouble
from tests.lib.cbs_tables import IV3_HOST, v3_table

ROOT = Path(__file__).resolve().parents[2]
DATA = Path(os.environ.get("SOCDOM_OPEN_DATA") or ROOT.parent / "shared" / "data")
needs_data = pytest.mark.skipif(
    not (DATA / "cbs_statline" / "84799NED_v3").is_dir(), reason="de map met open data (KWB) is er niet"
)
DAY = date(2020, 11, 22)
NOWHERE = "http://127.0.0.1:9"  # the port "discard": nothing listens there
# Groningen, Haarlem and Eindhoven: with Tilburg all of 150.000 to 250.000 inhabitants with urbanity 1 in KWB 2020.
LIKE_TILBURG = ["GM0014", "GM0392", "GM0772"]


def workplace(folder: Path, open_data: Path | None = None) -> Places:
    folder.mkdir(exist_ok=True)
    (folder / "notebooks").symlink_to(ROOT / "notebooks")
    return Places(root=folder, data=folder / "data", open_data=open_data, key=folder / "sleutel")


def connect_to(base: str):
    """Makes clients of this address that never wait."""
    return lambda limits: CbsClient(Hosts(base), limits=limits, sleep=lambda _seconds: None)


def iv3_2020(codes):
    """45050NED: of each municipality 10 million on 6.1 and 20 on 6.3 in the begroting."""
    names = ["TaakveldBalanspost", "Categorie", "Gemeenten", "Verslagsoort"]
    rows = []
    for code in codes:
        rows += [
            ("6.1", "L1.1", code, "2020X000", 9_000, 10_000),
            ("6.3", "L4.1.1", code, "2020X000", 19_000, 20_000),
            ("6.3", "B4.3.1", code, "2020X000", 1_000, -99998),
            ("7.1", "L1.1", code, "2020X000", 5_000, 5_000),
            ("6.1", "L1.1", code, "2020X001", 2_500, None),
        ]
    data = pd.DataFrame(rows, columns=[*names, "k_1ePlaatsing_1", "k_2ePlaatsing_2"])
    lists = {name: pd.DataFrame({"Key": data[name].unique(), "Title": data[name].unique()}) for name in names}
    lists["Gemeenten"]["Title"] = [f"Naam van {code}" for code in lists["Gemeenten"]["Key"]]
    return v3_table("45050NED", data, lists, title="Gemeenten 2020 onbewerkte Iv3-data", host=IV3_HOST)


def population():
    """37230ned: inhabitants at the end of the quarters of 2020."""
    periods = ["2020MM03", "2020MM06", "2020MM09"]
    rows = [(area, period, 219_000 + n) for area in ("GM0855", "NL01") for n, period in enumerate(periods)]
    data = pd.DataFrame(rows, columns=["RegioS", "Perioden", "BevolkingAanHetEindeVanDePeriode_15"])
    lists = {
        "RegioS": pd.DataFrame({"Key": ["GM0855", "NL01"], "Title": ["Tilburg", "Nederland"]}),
        "Perioden": pd.DataFrame({"Key": periods, "Title": periods, "Status": "Definitief"}),
    }
    return v3_table("37230ned", data, lists, title="Bevolkingsontwikkeling; regio per maand")


def kwb_2020():
    """The real 84799NED: all municipalities, and the wijken and buurten of Tilburg and Dongen."""
    folder = DATA / "cbs_statline" / "84799NED_v3"
    data, regions = (
        pd.read_parquet(folder / f"cbs.v3.84799NED_{name}.parquet")
        for name in ("TypedDataSet", "WijkenEnBuurten")
    )
    numbers = data.select_dtypes("number").columns.drop("ID")
    data = data.assign(**data[numbers].mask(data[numbers] < 0))
    data, regions = (
        frame[frame[key].str.match("NL|GM|..(0855|0766)")].reset_index(drop=True)
        for frame, key in ((data, "WijkenEnBuurten"), (regions, "Key"))
    )
    return v3_table("84799NED", data, {"WijkenEnBuurten": regions[["Key", "Title", "Description"]]})


@pytest.fixture(scope="module")
def server():
    with CbsServer(kwb_2020(), iv3_2020(["GM0855", *LIKE_TILBURG, "GM0766"]), population()) as running:
        yield running


@pytest.fixture(scope="module")
def tilburg(server, tmp_path_factory):
    places = workplace(tmp_path_factory.mktemp("werk"))
    server.asked.clear()
    started = start("gemeente tilburg", places=places, day=DAY, connect=connect_to(server.base))
    return places, started


@needs_data
def test_tilburg_has_parameters_that_can_be_read(tilburg):
    places, started = tilburg
    folder = places.parameters / "tilburg"
    assert [path.name for path in places.parameters.iterdir()] == ["tilburg"]
    gemeente = load_gemeente(folder)
    assert (gemeente.naam, gemeente.code, gemeente.griffie.email) == (
        "Tilburg",
        "GM0855",
        "griffie@tilburg.example",
    )
    # What CBS had, and no more: KWB of 2018 and 2019 and all other themes are not there.
    assert (gemeente.bronnen.iv3, gemeente.bronnen.kwb, gemeente.bronnen.cbs) == (
        (2020,),
        (2020,),
        ("bevolking",),
    )
    assert not gemeente.bronnen.leveringen
    assert "#" in (folder / "gemeente.yml").read_text(encoding="utf-8")
    assert load_kwartaal(folder, "2020Q3").cijfers_per == DAY
    raw = pd.read_parquet(next((DATA / "cbs_statline").rglob("*84799NED*WijkenEnBuurten.parquet")))
    own = raw[raw["Key"].str.match("(GM|WK|BU)0855")]
    areas = load_gebieden(folder / "gebieden.csv").current
    assert {area.code for area in areas} == set(own["Key"].str.strip())
    assert next(area for area in areas if area.code == "WK085510").name == "Binnenstad"


@needs_data
def test_tilburg_has_an_edition_with_the_figures_of_cbs(tilburg):
    places, started = tilburg
    assert started.published is not None
    figures = Edition(places.rendered / "tilburg" / "actueel").figures
    total = figures[figures["dimension"].eq("")].set_index(["indicator", "area"])["value"]
    # 10 + 20 million in the second publication, of 2020; inhabitants of Tilburg in KWB 2020.
    assert total["iv3_lasten_begroting_totaal", "GM0855"] == 30_000_000
    raw = pd.read_parquet(next((DATA / "cbs_statline").rglob("*84799NED_TypedDataSet.parquet")))
    people = raw.set_index(raw["WijkenEnBuurten"].str.strip())["AantalInwoners_5"]
    assert total["iv3_lasten_begroting", "GM0855"] == pytest.approx(30_000_000 / people["GM0855"])
    expected = 30_000_000 * len(LIKE_TILBURG) / people[LIKE_TILBURG].sum()
    assert total["iv3_lasten_begroting", "RG0855"] == pytest.approx(expected)
    assert total["inwoners", "GM0855"] == people["GM0855"]
    assert total["inwoners", "WK085510"] == people["WK085510"]
    pages = {path.stem for path in (places.rendered / "tilburg" / "actueel" / "dashboard").glob("*.html")}
    assert {"overzicht", "geld", "inwoners", "over"} <= pages


@needs_data
def test_only_what_is_needed_was_asked_of_cbs(tilburg, server):
    money = [
        asked.filter for asked in server.asked if asked.host == IV3_HOST and "UntypedDataSet" in asked.path
    ]
    assert money
    # The three of the reference group and Tilburg itself; not Dongen, which is served too, and no quarter.
    assert all(code in " ".join(money) for code in ["GM0855", *LIKE_TILBURG])
    assert "GM0766" not in " ".join(money)
    assert "X001" not in " ".join(money)


@needs_data
def test_the_report_reads_as_dutch(tilburg):
    _, started = tilburg
    lines = started.text.splitlines()
    assert lines[0].startswith("Gemeente Tilburg (GM0855) is ingericht: ")
    assert "  Geld per taakveld (Iv3): 2020" in lines
    assert "  Kerncijfers wijken en buurten: 2020" in lines
    assert "  Andere cijfers van het CBS: bevolking" in lines
    missing = next(line for line in lines if "Iv3 2018, Iv3 2019, Kerncijfers 2018" in line)
    assert missing.startswith("Let op: er zijn geen cijfers voor ")
    assert "Reden: het CBS kent deze tabel niet" in missing
    assert any(line.startswith("De eerste editie is klaar: ") for line in lines)
    assert lines[-1] == "Bekijk het dashboard: socdom dashboard -g tilburg"


@needs_data
def test_what_is_there_is_never_touched(tilburg, server):
    places, _ = tilburg
    before = {path: path.read_bytes() for path in places.parameters.rglob("*") if path.is_file()}
    with pytest.raises(ParameterError, match="parameters/tilburg: deze gemeente is al ingericht"):
        start("GM0855", places=places, day=DAY, connect=connect_to(server.base))
    (places.parameters / "tilburg").rename(places.parameters / "brabant")
    try:
        with pytest.raises(ParameterError, match="GM0855 is al ingericht, in parameters/brabant"):
            start("Tilburg", places=places, day=DAY, connect=connect_to(server.base))
    finally:
        (places.parameters / "brabant").rename(places.parameters / "tilburg")
    assert before == {path: path.read_bytes() for path in places.parameters.rglob("*") if path.is_file()}


@needs_data
def test_a_name_that_fits_two_or_none(server, tmp_path):
    places = workplace(tmp_path / "werk")
    with pytest.raises(ParameterError, match=r"past bij 2 gemeenten: Bergen \(NH\.\) \(GM0373\), Bergen"):
        start("Bergen", places=places, day=DAY, connect=connect_to(server.base))
    with pytest.raises(ParameterError, match="Bedoelt u Tilburg"):
        start("Tilborg", places=places, day=DAY, connect=connect_to(server.base))
    assert not places.parameters.exists()


def small_kwb(year="85618NED"):
    """A KWB of two municipalities, of which the first has a wijk and a buurt."""
    keys = ["NL00", "GM0001", "GM0002", "WK000100", "BU00010000"]
    regions = pd.DataFrame({"Key": keys, "Title": ["Nederland", "'t Adorp", "Bedum", 'Wijk; "1"', "Buurt"]})
    data = pd.DataFrame({"WijkenEnBuurten": keys, "AantalInwoners_5": [300, 200, 100, 200, 200]})
    data["HuishoudensTotaal_28"], data["MateVanStedelijkheid_115"] = 40, 5
    return v3_table(year, data, {"WijkenEnBuurten": regions})


def test_parameters_stay_when_fetching_fails(tmp_path):
    places = workplace(tmp_path / "werk")
    with CbsServer(small_kwb()) as server:
        # The list of regions is there; after it CBS is away.
        server.trouble("UntypedDataSet", *[Trouble(status=503)] * 40)
        started = start("'t Adorp", places=places, day=date(2023, 5, 1), connect=connect_to(server.base))
    folder = places.parameters / "t-adorp"
    assert load_gemeente(folder).naam == "'t Adorp"
    assert load_gemeente(folder).bronnen.kwb == (2021, 2022, 2023)
    assert [area.name for area in load_gebieden(folder / "gebieden.csv").current] == [
        "'t Adorp",
        'Wijk; "1"',
        "Buurt",
    ]
    assert load_kwartaal(folder, "2023Q1").kwartaal == "2023Q1"
    assert started.published is None
    assert "Er is nog geen editie." in started.text
    assert "socdom fetch -g t-adorp en daarna socdom refresh -g t-adorp" in started.text
    assert not (places.rendered / "t-adorp").exists()


def test_a_folder_is_whole_or_not_there(tmp_path, monkeypatch):
    places = workplace(tmp_path / "werk")

    def full(*_args: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("socdom.pipeline.new_municipality._kwartaal", full)
    with CbsServer(small_kwb()) as server, pytest.raises(Exception, match="de schijf is vol"):
        start("Bedum", places=places, day=date(2023, 5, 1), connect=connect_to(server.base))
    assert list(places.parameters.iterdir()) == []


def test_without_a_connection_and_without_files(tmp_path):
    with pytest.raises(
        DeliveryError, match="^Niet alle cijfers zijn opgehaald bij het CBS. .*Controleer de internet"
    ):
        start("Dongen", places=workplace(tmp_path / "werk"), day=DAY, connect=connect_to(NOWHERE))


@needs_data
@pytest.mark.skipif(not (DATA / "finance_iv3").is_dir(), reason="de map met open data (Iv3) is er niet")
def test_wholly_offline_from_files(tmp_path):
    """Of a year with a file; the rest of the files is left out to keep this quick."""
    files = tmp_path / "open_data"
    for part in ("finance_iv3/2024_begroting.csv", "geometry/gemeenten_2024.geojson"):
        (files / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(DATA / part, files / part)
    places = workplace(tmp_path / "werk", files)
    started = start("Hengelo", places=places, day=date(2026, 11, 22), connect=connect_to(NOWHERE))
    assert started.slug == "hengelo-o"
    assert started.sources.iv3 == (2024,)
    assert (started.sources.kwb, started.sources.cbs) == ((), ())
    assert started.published is not None
    # Published, × €1.000: the lasten of Hengelo on taakvelden 6.x.
    frame = pd.read_csv(DATA / "finance_iv3" / "2024_begroting.csv", sep=";")
    own = frame[frame["Gemeenten"].eq("Hengelo") & frame["Taakveld"].str.startswith("6.")]
    figures = Edition(started.published.folder).figures
    row = figures[figures["indicator"].eq("iv3_lasten_begroting_totaal") & figures["dimension"].eq("")]
    assert row["value"].item() == own["Lasten"].sum() * 1000


@needs_data
def test_a_municipality_that_is_younger_than_a_source(tmp_path):
    """Dijk en Waard began in 2022: Kerncijfers 2020 do not have it, and CBS being away is not the reason."""
    files = tmp_path / "open_data"
    (files / "cbs_statline").mkdir(parents=True)
    (files / "cbs_statline" / "84799NED_v3").symlink_to(DATA / "cbs_statline" / "84799NED_v3")
    (files / "geometry").symlink_to(DATA / "geometry")
    places = workplace(tmp_path / "werk", files)
    started = start("Dijk en Waard", places=places, day=date(2020, 11, 22), connect=connect_to(NOWHERE))
    assert started.municipality.code == "GM1980"
    assert started.published is None
    told = next(text for text in started.left_out if "Kerncijfers 2020" in text)
    # It never will be in it.
    assert (
        told == "er zijn geen cijfers voor Kerncijfers 2020. Reden: gemeente GM1980 staat niet in deze tabel."
    )


def test_another_run_is_fetching(tmp_path):
    places = workplace(tmp_path / "werk")
    with CbsServer(small_kwb()) as server, exclusive(places.snapshots):
        started = start("Bedum", places=places, day=date(2023, 5, 1), connect=connect_to(server.base))
    assert load_gemeente(places.parameters / "bedum").naam == "Bedum"
    assert started.published is None
    told = "Let op: socdom haalt nu al cijfers op. Wacht tot dat klaar is en probeer het opnieuw."
    assert told in started.text.splitlines()
    assert "socdom fetch -g bedum en daarna socdom refresh -g bedum" in started.text
