"""Themes and Kerncijfers on real answers of CBS, served by a server on loopback."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError
from socdom.parameters.bronnen import Bronnen
from socdom.sources.cbs.client import CbsClient, Hosts
from socdom.sources.cbs.odata3 import fetch_v3
from socdom.sources.cbs.regions import group_of, kwb_classes, size_class
from socdom.sources.cbs.request import TableRequest
from socdom.sources.cbs.store import write_snapshot
from socdom.sources.cbs.themes import read_themes, requests_for
from socdom.sources.iv3_file import read_file
from socdom.sources.kwb import read_kwb
from socdom.sources.published import read_published
from tests.lib.cbs_server import CbsServer
from tests.lib.cbs_snapshots import keep
from tests.lib.cbs_tables import ServedTable, real_wmo, v3_table

DAY = date(2026, 11, 2)
THE_HAGUE, DONGEN, NIJMEGEN = "GM0518", "GM0766", "GM0268"


def kwb_of_den_haag(folder: Path) -> ServedTable:
    """84799NED, with of all wijken and buurten those of Den Haag only."""
    data, regions, properties = (
        pd.read_parquet(folder / f"cbs.v3.84799NED_{name}.parquet")
        for name in ("TypedDataSet", "WijkenEnBuurten", "DataProperties")
    )
    near = data["WijkenEnBuurten"].str.match("NL00|GM|(WK|BU)0518")
    return v3_table("84799NED", data[near], {"WijkenEnBuurten": regions}, properties=properties)


@pytest.fixture(scope="module")
def store(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """83262NED and KWB 2020 as fetched for Den Haag."""
    folder = tmp_path_factory.mktemp("store")
    wanted = requests_for(THE_HAGUE, Bronnen(cbs=("wmo",), kwb=(2020,)), DAY)
    tables = real_wmo(shared_data), kwb_of_den_haag(shared_data / "cbs_statline" / "84799NED_v3")
    with CbsServer(*tables) as server, CbsClient(Hosts(server.base)) as client:
        for request in wanted:
            if request.table in ("83262NED", "84799NED"):
                write_snapshot(folder, fetch_v3(client, request, DAY))
    return folder


def test_wmo_clients_of_den_haag_and_nederland_as_published(store: Path) -> None:
    series = read_themes(store, THE_HAGUE, ["wmo"]).series
    table = series[series["dimension"].eq("")].set_index(["area", "period"])[["numerator", "value"]]
    assert table.loc[(THE_HAGUE, "2016")].tolist() == [38_790, 75]
    assert table.loc[(THE_HAGUE, "2019")].tolist() == [38_085, 71]
    # A year is not its two half-years (1.058.270 and 1.090.980).
    assert table.loc[("NL01", "2019")].tolist() == [1_166_485, 68]
    assert table.loc["NL01"].index.tolist() == ["2015", "2016", "2017", "2018", "2019"]
    missing = series[series["period"].eq("2015") & series["area"].eq("NL01")]
    assert missing["status"].tolist() == ["ontbreekt"]
    assert missing[["numerator", "value"]].isna().all().all()


def test_kerncijfers_of_a_snapshot_are_those_of_the_files(store: Path, shared_data: Path) -> None:
    of_files, fetched = read_kwb(shared_data, THE_HAGUE, [2020]), read_kwb(None, THE_HAGUE, [2020], store)
    order = ["series", "area"]
    pd.testing.assert_frame_equal(
        fetched.series.sort_values(order, ignore_index=True),
        of_files.series.sort_values(order, ignore_index=True),
        check_dtype=False,
    )
    assert fetched.areas == of_files.areas
    assert fetched.notes[-1] == of_files.notes[-1]
    assert fetched.notes[0] == (
        "De Kerncijfers wijken en buurten 2020 komen uit tabel 84799NED van het CBS, opgehaald op "
        "2 november 2026. Licentie: CC BY 4.0."
    )
    assert all(path.is_relative_to(store) for path in fetched.files)


def test_kerncijfers_fetched_for_another_municipality_are_refused(store: Path) -> None:
    with pytest.raises(
        DeliveryError, match="CBS 84799NED: deze cijfers zijn opgehaald voor een andere gemeente"
    ):
        read_kwb(None, DONGEN, [2020], store)


def test_a_file_stands_in_for_what_was_fetched_for_another_municipality(
    store: Path, shared_data: Path
) -> None:
    data = read_kwb(shared_data, DONGEN, [2020], store)
    assert all(path.is_relative_to(shared_data) for path in data.files)
    assert data.series["area"].eq("WK076601").any()


def test_a_table_fetched_for_its_classes_only_is_told(tmp_path: Path) -> None:
    columns = ["WijkenEnBuurten", "AantalInwoners_5", "HuishoudensTotaal_28", "MateVanStedelijkheid_115"]
    asked = TableRequest("85984NED", measures=("AantalInwoners",))
    keep(tmp_path, "85984NED", pd.DataFrame([(DONGEN, 27565, 11000, 3)], columns=columns), request=asked)
    with pytest.raises(DeliveryError, match="over 2024 zijn maar enkele kolommen opgehaald. Haal de rest op"):
        read_kwb(None, DONGEN, [2024], tmp_path)


def test_all_published_figures_without_a_folder_of_files(store: Path) -> None:
    data = read_published(None, THE_HAGUE, Bronnen(cbs=("wmo",), kwb=(2020,)), store=store)
    assert {"cbs_wmo", "kwb_inwoners"} <= set(data.series["series"])
    assert len({path.parent.parent.name for path in data.files}) == 2
    assert len(data.notes) == 3
    with pytest.raises(
        DeliveryError, match="de tabel met kerncijfers over 2021 ontbreekt. Haal haar op met socdom"
    ):
        read_published(None, THE_HAGUE, Bronnen(kwb=(2020, 2021)), store=store)


def test_without_a_folder_and_without_anything_fetched_it_is_told_once(tmp_path: Path) -> None:
    with pytest.raises(
        DeliveryError, match="ontbreekt, en er zijn geen cijfers opgehaald bij het CBS"
    ) as caught:
        read_published(tmp_path / "weg", THE_HAGUE, Bronnen(kwb=(2020,), iv3=(2024,)), store=tmp_path)
    assert len(caught.value.faults) == 1


def test_classes_of_kwb_2020_are_nearly_those_of_bzk_2023(store: Path, shared_data: Path) -> None:
    """The classes of BZK are of three years later, so a few municipalities have grown into another one."""
    classes = kwb_classes(store)
    assert len(classes) == 355
    bzk = read_file(shared_data / "finance_iv3" / "2023_begroting.csv").drop_duplicates("gemeente")
    both = classes.merge(bzk, on="gemeente", suffixes=("", "_bzk"))
    assert len(both) > 320
    assert (both["size"].str.casefold() != both["size_bzk"].str.casefold()).mean() < 0.02
    assert (both["urbanity"].str.casefold() != both["urbanity_bzk"].str.casefold()).mean() < 0.04


def test_groups_of_dongen_and_nijmegen(store: Path) -> None:
    classes = kwb_classes(store)
    group, codes = group_of(classes, DONGEN)
    assert (group.size, group.urbanity) == ("20000tot50000inwoners", "Matigstedelijk")
    assert len(codes) == 49
    assert DONGEN not in codes
    # Counted over again, from the numbers of CBS: inhabitants and class 3 of urbanity.
    alike = classes[classes["inhabitants"].between(20_000, 49_999) & classes["urbanity"].eq("Matigstedelijk")]
    assert set(codes) | {DONGEN} == set(alike["code"])
    assert len(group_of(classes, NIJMEGEN)[1]) == 9


@pytest.mark.parametrize(
    ("inhabitants", "size"),
    [
        (4_999, "minderdan5000inwoners"),
        (5_000, "5000tot10000inwoners"),
        (27_565, "20000tot50000inwoners"),
        (249_995, "150000tot250000inwoners"),
        (250_000, "250000inwonersofmeer"),
        (float("nan"), ""),
    ],
)
def test_size_classes(inhabitants: float, size: str) -> None:
    assert size_class(inhabitants) == size


def test_a_municipality_that_kwb_does_not_have_is_told(store: Path) -> None:
    with pytest.raises(DeliveryError, match="gemeente GM9999 staat niet in deze tabel"):
        group_of(kwb_classes(store), "GM9999")


def test_without_kwb_classes_cannot_be_known(tmp_path: Path) -> None:
    with pytest.raises(DeliveryError, match="vergelijkbare gemeenten te vinden.*socdom fetch"):
        kwb_classes(tmp_path)
