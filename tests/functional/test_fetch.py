"""`fetch` from parameters to snapshots, against a server on loopback that answers as CBS does."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError, ParameterError, StorageError
from socdom.parameters import Places
from socdom.pipeline.fetch import fetch, fetch_sources, hosts_from
from socdom.pipeline.lock import exclusive
from socdom.sources.cbs import store as store_module
from socdom.sources.cbs.client import CbsClient, Hosts
from socdom.sources.cbs.errors import FetchError
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.snapshot import days_of, newest
from tests.lib.cbs_server import HTML, CbsServer, Trouble
from tests.lib.cbs_tables import IV3_HOST, real_kwb, v3_table

DAY, LATER = date(2026, 11, 22), date(2026, 11, 29)
KWB, IV3 = "84799NED", "45067NED"
REGIONS = ("NL00", "GM0766", "GM0268", "WK076601", "WK026801", "BU07660101", "BU02680101")


def kwb(households: int = 40):
    regions = pd.DataFrame({"Key": REGIONS, "Title": [f"naam {code}" for code in REGIONS]})
    data = pd.DataFrame({"WijkenEnBuurten": REGIONS, "AantalInwoners_5": range(100, 800, 100)})
    data["HuishoudensTotaal_28"], data["MateVanStedelijkheid_115"] = households, range(1, 8)
    return v3_table(KWB, data, {"WijkenEnBuurten": regions}, title="Kerncijfers wijken en buurten 2020")


def iv3():
    columns = [
        "TaakveldBalanspost",
        "Categorie",
        "Gemeenten",
        "Verslagsoort",
        "k_1ePlaatsing_1",
        "k_2ePlaatsing_2",
    ]
    rows = [
        (field, category, code, report, 10, None)
        for field in ("6.1", "7.1", "A111")
        for category in ("L1.1", "B3.4")
        for code in ("GM0766", "GM0268")
        for report in ("2024X000", "2024X001", "2024X005")
    ]
    data = pd.DataFrame(rows, columns=columns)
    lists = {
        name: pd.DataFrame({"Key": data[name].unique(), "Title": data[name].unique()}) for name in columns[:4]
    }
    return v3_table(IV3, data, lists, title="Gemeenten 2024 onbewerkte Iv3-data", host=IV3_HOST)


@pytest.fixture(scope="module")
def server():
    with CbsServer() as running:
        yield running


@pytest.fixture
def cbs(server):
    server.serve_only(kwb(), iv3())
    with CbsClient(Hosts(server.base), sleep=lambda _seconds: None) as client:
        yield client


@pytest.fixture
def places(tmp_path: Path) -> Places:
    home = tmp_path / "parameters" / "dongen"
    home.mkdir(parents=True)
    (home / "gemeente.yml").write_text(
        "naam: Dongen\ncode: GM0766\nprofiel: met duiding\ngriffie:\n  email: griffie@dongen.example\n"
        "bronnen:\n  leveringen: false\n  kwb: [2020]\n  iv3: [2024]\n",
        encoding="utf-8",
    )
    return Places(root=tmp_path, data=tmp_path / "data", open_data=None, key=tmp_path / "sleutel")


def test_a_municipality_gets_its_tables_and_no_other(places, cbs, server) -> None:
    report = fetch("dongen", places=places, day=DAY, client=cbs)
    assert report.text.splitlines() == [
        "2 tabellen zijn opgehaald bij het CBS.",
        "  84799NED  Kerncijfers wijken en buurten 2020: 5 rijen",
        "  45067NED  Gemeenten 2024 onbewerkte Iv3-data: 4 rijen",
    ]
    assert (report.failures, report.remarks, report.missing) == ((), (), ())
    regions = newest(places.snapshots, KWB).observations["WijkenEnBuurten"]
    assert sorted(regions) == ["BU07660101", "GM0268", "GM0766", "NL00", "WK076601"]
    money = newest(places.snapshots, IV3).observations
    assert set(money["Gemeenten"]) == {"GM0766"}
    assert set(money["TaakveldBalanspost"]) == {"6.1"}
    assert set(money["Verslagsoort"]) == {"2024X000", "2024X005"}
    # What was not needed was not asked: no wijk of Nijmegen, no post of the balance.
    filters = " ".join(asked.filter for asked in server.of("UntypedDataSet"))
    assert "WK0766" in filters
    assert "0268" not in filters
    assert "A111" not in filters
    assert {asked.host for asked in server.asked} == {"opendata.cbs.nl", IV3_HOST}


def test_a_second_run_on_the_day_changes_nothing(places, cbs) -> None:
    def state() -> dict[Path, int]:
        files = (p for p in places.snapshots.rglob("*") if p.is_file() and p.name != ".bezig")
        return {p: p.stat().st_mtime_ns for p in files}

    fetch("dongen", places=places, day=DAY, client=cbs)
    before = state()
    fetch("dongen", places=places, day=DAY, client=cbs)
    assert state() == before


def test_cbs_answers_503_and_then_200(places, cbs, server) -> None:
    server.trouble(KWB, Trouble(status=503), HTML, Trouble(status=503, headers={"Retry-After": "2"}))
    assert len(fetch("dongen", places=places, day=DAY, client=cbs).tables) == 2


def test_an_older_snapshot_stays_in_use_and_that_is_said(places, cbs, server) -> None:
    fetch("dongen", places=places, day=DAY, client=cbs)
    server.trouble(f"{KWB}/TableInfos", Trouble(status=404))
    report = fetch("dongen", places=places, day=LATER, client=cbs)
    assert [found.table for found in report.tables] == [IV3]
    assert report.text.splitlines()[-1] == (
        "Let op: tabel 84799NED is niet opgehaald: het CBS kent deze tabel niet, of een onderdeel ervan. "
        "De cijfers van 22 november 2026 blijven in gebruik."
    )
    assert newest(places.snapshots, KWB).day == DAY
    assert (newest(places.snapshots, IV3).day, newest(places.snapshots, IV3).checked) == (DAY, LATER)
    # Of the table that failed nobody can say that it was checked.
    assert newest(places.snapshots, KWB).checked is None


def test_every_night_the_same_takes_no_room_and_is_said(places, cbs, server) -> None:
    fetch("dongen", places=places, day=DAY, client=cbs)
    for day in (date(2026, 11, 23), date(2026, 11, 24), LATER):
        report = fetch("dongen", places=places, day=day, client=cbs)
    assert report.text.splitlines()[1] == (
        "  84799NED  Kerncijfers wijken en buurten 2020: 5 rijen, niet veranderd sinds 22 november 2026"
    )
    assert days_of(places.snapshots, KWB) == days_of(places.snapshots, IV3) == ["2026-11-22"]
    server.add(kwb(households=45))
    report = fetch("dongen", places=places, day=date(2026, 12, 1), client=cbs)
    assert report.text.splitlines()[1] == "  84799NED  Kerncijfers wijken en buurten 2020: 5 rijen"
    assert days_of(places.snapshots, KWB) == ["2026-11-22", "2026-12-01"]
    assert days_of(places.snapshots, IV3) == ["2026-11-22"]


def test_one_fetch_at_a_time(places, cbs) -> None:
    with exclusive(places.snapshots), pytest.raises(FetchError) as caught:
        fetch("dongen", places=places, day=DAY, client=cbs)
    assert "socdom haalt nu al cijfers op. Wacht tot dat klaar is" in str(caught.value)
    assert not list(places.snapshots.rglob("*.parquet"))
    # As soon as the other one is done it can go on.
    assert len(fetch("dongen", places=places, day=DAY, client=cbs).tables) == 2


def test_what_a_broken_run_left_is_cleared_and_old_snapshots_are_thinned(places, cbs, server) -> None:
    days = [date(2024, 1, 5), date(2024, 2, 5), date(2024, 3, 5), date(2025, 11, 20), date(2026, 11, 1)]
    for number, day in enumerate(days):
        server.add(kwb(households=100 + number))
        fetch("dongen", places=places, day=day, client=cbs)
    (places.snapshots / "cbs" / KWB / ".bezig-x").mkdir()
    fetch("dongen", places=places, day=DAY, client=cbs)
    # 2024-03-05 was the last of its quarter; 13 months before DAY is 22 October 2025.
    assert days_of(places.snapshots, KWB) == ["2024-03-05", "2025-11-20", "2026-11-01"]
    names = {path.name for path in (places.snapshots / "cbs" / KWB).iterdir()}
    assert names == {"2024-03-05", "2025-11-20", "2026-11-01", "checked.json"}


def test_without_any_snapshot_it_is_an_error_and_the_rest_is_kept(places, cbs, server) -> None:
    server.trouble(f"{KWB}/TableInfos", Trouble(status=404))
    with pytest.raises(DeliveryError) as caught:
        fetch("dongen", places=places, day=DAY, client=cbs)
    assert caught.value.exit_code == 12
    assert str(caught.value) == (
        "Niet alle cijfers zijn opgehaald bij het CBS. CBS 84799NED: het CBS kent deze tabel niet, of een onderdeel ervan. "
        "Het CBS vervangt een tabel soms door een andere. Meld dit aan de beheerder van socdom.\n"
        "De andere tabel is wel opgehaald en bewaard."
    )
    assert newest(places.snapshots, IV3).day == DAY


def test_cbs_is_away(places) -> None:
    with CbsServer() as closed:
        pass
    waits: list[float] = []
    with CbsClient(Hosts(closed.base), sleep=waits.append) as client, pytest.raises(DeliveryError) as caught:
        fetch("dongen", places=places, day=DAY, client=client)
    text = str(caught.value)
    assert text.startswith("Niet alle cijfers zijn opgehaald bij het CBS: 2 punten.")
    assert "de verbinding met het CBS brak af of kwam niet tot stand (5 keer geprobeerd)" in text
    # Per host that is away once the long way.
    assert waits == [1, 2, 4, 8, 1, 2, 4, 8]
    assert not list(places.data.rglob("*.parquet"))


def test_every_table_that_is_not_there_is_told_and_the_rest_is_fetched(places, cbs) -> None:
    bronnen = _bronnen(cbs=("wmo",))
    report = fetch_sources("GM0766", bronnen, places.snapshots, day=DAY, client=cbs)
    assert {failure.table for failure in report.missing} >= {"83262NED", "85043NED"}
    assert all("het CBS kent deze tabel niet" in str(f.faults[0]) for f in report.missing)


def test_iv3_waits_for_who_is_comparable(places, cbs, server) -> None:
    """A municipality that is not in Kerncijfers: its Iv3 cannot be asked for, and that does not stop the rest."""
    report = fetch_sources(
        "GM9999", _bronnen(kwb=(2020,), iv3=(2024,)), places.snapshots, day=DAY, client=cbs
    )
    assert [found.table for found in report.tables] == [KWB]
    assert [failure.table for failure in report.missing] == ["iv3"]
    assert "GM9999" in str(report.missing[0].faults[0])
    assert not [asked for asked in server.asked if asked.host == IV3_HOST]


def test_nothing_to_fetch(places, cbs) -> None:
    path = places.parameters / "dongen" / "gemeente.yml"
    path.write_text(path.read_text(encoding="utf-8").split("  kwb")[0], encoding="utf-8")
    with pytest.raises(ParameterError, match="deze gemeente gebruikt geen cijfers van het CBS"):
        fetch("dongen", places=places, day=DAY, client=cbs)


def test_the_disk_is_full(places, cbs, monkeypatch) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store_module, "_write", full)
    with pytest.raises(StorageError, match="de schijf is vol. Maak ruimte vrij"):
        fetch("dongen", places=places, day=DAY, client=cbs)
    assert [p.name for p in places.snapshots.rglob("*") if p.is_file()] == [".bezig"]


def test_where_cbs_is() -> None:
    assert hosts_from({}).address("opendata.cbs.nl") == "https://opendata.cbs.nl"
    mirror = hosts_from({"SOCDOM_CBS": "https://spiegel.example/cbs/"})
    assert mirror.address("opendata.cbs.nl") == "https://spiegel.example/cbs/opendata.cbs.nl"
    with pytest.raises(ParameterError, match="een adres dat begint met https://"):
        hosts_from({"SOCDOM_CBS": "spiegel.example"})


def test_the_real_table_of_the_whole_country(places, cbs, server, shared_data) -> None:
    columns = ("AantalInwoners_5", "HuishoudensTotaal_28", "MateVanStedelijkheid_115", "k_0Tot15Jaar_8")
    server.serve_only(real_kwb(shared_data, columns), iv3())
    fetch("dongen", places=places, day=DAY, client=cbs)
    rows = newest(places.snapshots, KWB).observations.set_index("WijkenEnBuurten")
    assert rows.loc["NL00", "AantalInwoners"] == 17_407_585
    assert rows.loc["GM0766", "AantalInwoners"] == 26_222
    assert newest(places.snapshots, KWB).covers(TableRequest(KWB, keys={"WijkenEnBuurten": ("WK0766*",)}))


def _bronnen(**parts):
    from socdom.parameters.bronnen import Bronnen

    return Bronnen(**parts)


def test_the_command_as_an_analyst_types_it(places, server) -> None:
    server.serve_only(kwb(), iv3())
    environment = {**os.environ, "SOCDOM_ROOT": str(places.root), "SOCDOM_CBS": server.base}
    done = subprocess.run(
        [sys.executable, "-m", "socdom", "fetch", "-g", "dongen"],
        env={**environment, "SOCDOM_DATA": str(places.data)},
        cwd=places.root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "2 tabellen zijn opgehaald bij het CBS." in done.stdout
    assert "84799NED  Kerncijfers wijken en buurten 2020: 5 rijen" in done.stdout
    assert newest(places.snapshots, IV3).title == "Gemeenten 2024 onbewerkte Iv3-data"
