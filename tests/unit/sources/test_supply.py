"""Deliveries in more than one file, with rows that may be left out, under a supplier's own names."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError, ParameterError
from socdom.parameters.bronnen import Bestand
from socdom.parameters.gebieden import Gebieden
from socdom.sources.deliveries import take_in
from socdom.sources.pseudonyms import pseudonyms
from socdom.sources.raw import Part, RawFile
from socdom.sources.supply import identifiers
from socdom.tables import COLUMNS, Tables
from tests.fixtures.bad_deliveries.small_delivery import (
    ANNA,
    BRAM,
    CARLA,
    SMALL,
    STRANGER,
    repeated,
    replaced,
    small_gebieden,
    write_small,
)
from tests.lib.small_supply import KEY, supply, taken
from tests.lib.taken_in import read_deliveries


@pytest.fixture
def gebieden(tmp_path: Path) -> Gebieden:
    return small_gebieden(tmp_path / "parameters")


def same(one: Tables, other: Tables, order: bool = True) -> bool:
    def rows(table: pd.DataFrame) -> pd.DataFrame:
        return table if order else table.sort_values(list(table.columns), ignore_index=True)

    return all(rows(getattr(one, name)).equals(rows(getattr(other, name))) for name in COLUMNS)


def split(folder: Path, file: str, *parts: slice) -> None:
    """Replace a file by several that each hold some of its rows."""
    (folder / file).unlink()
    header, *rows = SMALL[file]
    for number, part in enumerate(parts):
        name = f"{file.removesuffix('.csv')}_{number}.csv"
        (folder / name).write_text("\n".join([header, *rows[part]]) + "\n", encoding="utf-8")


def test_rows_may_come_in_several_files(tmp_path: Path, gebieden: Gebieden) -> None:
    plain = read_deliveries(write_small(tmp_path / "a"), gebieden, KEY)
    folder = write_small(tmp_path / "b")
    split(folder, "voorzieningen_wmo.csv", slice(0, 1), slice(1, 2))
    # Anna's two addresses come apart; the groups of the one buurt too.
    split(folder, "clienten.csv", slice(0, 1), slice(1, 4))
    split(folder, "bevolking.csv", slice(0, 3), slice(3, 8))
    found = taken(
        folder,
        gebieden,
        voorzieningen_wmo=Bestand(bestand="voorzieningen_wmo_*.csv"),
        clienten=Bestand(bestand="clienten_*.csv"),
        bevolking=Bestand(bestand="bevolking_*.csv"),
    )
    assert same(plain, found.require(), order=False)


def test_what_is_wrong_between_files_is_told_in_the_file_and_row(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path)
    split(folder, "voorzieningen_wmo.csv", slice(0, 2), slice(0, 1))
    split(folder, "bevolking.csv", slice(0, 3), slice(4, 8))
    found = taken(
        folder,
        gebieden,
        voorzieningen_wmo=Bestand(bestand="voorzieningen_wmo_*.csv"),
        bevolking=Bestand(bestand="bevolking_*.csv"),
    )
    told = "\n".join(str(fault) for fault in found.refusing)
    assert "voorzieningen_wmo_1.csv, kolom voorzieningnummer" in told
    assert "ook over de bestanden heen (1 rij: 2)" in told
    assert "de leeftijden van een buurt sluiten op elkaar aan" in told  # 18 to 22 is in neither


def test_a_person_is_the_same_in_every_file(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path)
    split(folder, "clienten.csv", slice(0, 1), slice(1, 4))
    second = folder / "clienten_1.csv"
    second.write_text(second.read_text("utf-8").replace("29-02-1940;vrouw", "29-02-1940;man"), "utf-8")
    found = taken(folder, gebieden, clienten=Bestand(bestand="clienten_*.csv"))
    assert [str(fault) for fault in found.refusing] == [
        "clienten_1.csv, kolommen bsn en geslacht: bij één bsn hoort in elk bestand hetzelfde (geslacht) (1 rij: 2)."
    ]


@pytest.mark.parametrize(("unreadable", "accepted"), [(0, False), (49, False), (50, True), (100, True)])
def test_rows_are_left_out_up_to_a_limit(
    tmp_path: Path, gebieden: Gebieden, unreadable: float, accepted: bool
) -> None:
    """One of the two applications has a date that does not exist: half of the rows."""
    folder = write_small(tmp_path, "aanvragen.csv", replaced("01-12-2019", "31-02-2019"))
    found = taken(folder, gebieden, unreadable)
    assert (found.tables is not None) is accepted
    assert len(found.faults) == 1
    if accepted:
        assert found.left_out == {"aanvragen": 1}
        assert len(found.require().applications) == 1
    else:
        with pytest.raises(DeliveryError, match="kolom ontvangen"):
            found.require()


def test_a_row_that_breaks_a_rule_is_left_out_like_one_that_cannot_be_read(
    tmp_path: Path, gebieden: Gebieden
) -> None:
    folder = write_small(tmp_path, "voorzieningen_wmo.csv", replaced("10-01-2020;31-12", "10-01-2021;31-12"))
    found = taken(folder, gebieden, 50)
    assert found.left_out == {"voorzieningen_wmo": 1}
    assert len(found.require().provisions) == 2


def test_rows_of_a_client_that_is_left_out_go_too(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path, "clienten.csv", replaced("14-07-2009;man", "14-17-2009;man", row=4))
    found = taken(folder, gebieden, 25)
    assert found.left_out == {"clienten": 1, "voorzieningen_jeugd": 1}
    tables = found.require()
    bram = pseudonyms(pd.Series([BRAM]), KEY, "person")[0]
    assert not any(bram in getattr(tables, name)["person"].to_numpy() for name in ("persons", "provisions"))


def test_of_totals_no_row_is_left_out(tmp_path: Path, gebieden: Gebieden) -> None:
    """A group of inhabitants that is missing would lower a denominator without anybody seeing it."""
    folder = write_small(tmp_path, "bevolking.csv", replaced("1.250", "veel"))
    assert taken(folder, gebieden, 100).tables is None


def test_a_supplier_has_names_values_and_forms_of_its_own(tmp_path: Path, gebieden: Gebieden) -> None:
    plain = read_deliveries(write_small(tmp_path / "a"), gebieden, KEY)
    folder = write_small(tmp_path / "b")
    (folder / "aanvragen.csv").unlink()
    (folder / "export.csv").write_text(
        "Zaak,BSN cliënt,Domein,Binnen,Besloten,Besluit\n"
        f"A1,{ANNA},W,2019-12-01,2020-01-02,J\n"
        f"A2,{CARLA},P,2020-12-20,,\n",
        encoding="cp1252",
    )
    form = Bestand(
        bestand="export.csv",
        datum="jjjj-mm-dd",
        scheiding=",",
        codering="cp1252",
        kolommen={
            "aanvraagnummer": "Zaak",
            "bsn": "BSN cliënt",
            "wet": "Domein",
            "ontvangen": "Binnen",
            "besluit": "Besloten",
            "uitkomst": "Besluit",
        },
        waarden={"wet": {"W": "wmo", "P": "participatie"}, "uitkomst": {"J": "toegekend"}},
    )
    assert same(plain, taken(folder, gebieden, aanvragen=form).require())
    (folder / "export.csv").write_text(
        f"Zaak,BSN cliënt,Domein,Binnen,Besloten,Besluit\nA1,{ANNA},Q,2019-12-01,02-01-2020,J\n",
        encoding="cp1252",
    )
    told = "\n".join(str(fault) for fault in taken(folder, gebieden, aanvragen=form).refusing)
    assert "export.csv, kolom Besloten: een datum" in told
    assert ANNA not in told


def test_a_column_may_be_the_same_in_every_row(tmp_path: Path, gebieden: Gebieden) -> None:
    plain = read_deliveries(write_small(tmp_path / "a"), gebieden, KEY)
    folder = write_small(tmp_path / "b")
    lines = [line.rsplit(";", 3) for line in SMALL["declaraties.csv"]]
    text = "\n".join(";".join([start, volume, amount]) for start, volume, _, amount in lines)
    (folder / "declaraties.csv").write_text(text, encoding="utf-8")
    form = Bestand(bestand="declaraties.csv", vast={"eenheid": "4"})
    assert same(plain, taken(folder, gebieden, declaraties=form).require())


def test_a_description_that_does_not_fit_is_told_whole(tmp_path: Path) -> None:
    forms = {
        "clienten": Bestand(bestand="a.csv", kolommen={"bssn": "BSN"}, waarden={"bsn": {"1": "2"}}),
        "klanten": Bestand(bestand="b.csv"),
        "declaraties": Bestand(bestand="c.csv", kolommen={"wet": "Wet"}, vast={"wet": "wmo"}),
    }
    with pytest.raises(ParameterError) as caught:
        list(supply(tmp_path, **forms).parts())
    told = str(caught.value)
    assert len(caught.value.faults) == 4
    assert "bestanden.clienten.kolommen.bssn: deze kolom kent socdom niet. Bedoelt u bsn?" in told
    assert "bestanden.klanten: deze levering kent socdom niet" in told
    assert (
        "bestanden.declaraties.vast.wet: deze kolom staat onder vast, en dan niet ook onder kolommen of waarden"
        in told
    )


def test_a_pattern_without_files_and_a_delivery_in_two_forms(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path)
    (folder / "huishoudens.xlsx").write_bytes(b"")
    found = taken(folder, gebieden, clienten=Bestand(bestand="klant*.xlsx"))
    told = [str(fault) for fault in found.refusing]
    assert any("clienten: klant*.xlsx: er is geen bestand met deze naam" in line for line in told)
    assert any("huishoudens: dit bestand staat er in 2 vormen" in line for line in told)


def test_what_fills_up_only_adds_persons_that_nobody_knows(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path, "aanvragen.csv", replaced(ANNA, STRANGER))
    assert taken(folder, gebieden).tables is None  # an application of nobody
    parts = list(supply(folder).parts())
    clients = parts[0]
    assert clients.raw is not None
    texts = clients.raw.texts.iloc[[1, 2]].assign(
        person=[ANNA, STRANGER], birth_date="01-01-1950", sex="onbekend", household=["1", "2"], area=""
    )
    extra = Part(
        "clienten", clients.spec, RawFile(texts.reset_index(drop=True), clients.raw.rows[:2]), fills=True
    )
    found = take_in([*parts, extra], gebieden, KEY).require()
    assert len(found.persons) == 4
    anna, stranger = pseudonyms(pd.Series([ANNA, STRANGER]), KEY, "person")
    born = found.persons.set_index("person")["birth_date"]
    assert (born[anna], born[stranger]) == (pd.Timestamp(1940, 2, 29), pd.Timestamp(1950, 1, 1))


def test_identifiers_are_those_that_are_hashed(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path)
    found = identifiers(supply(folder).parts())
    assert set(found["person"]) == {ANNA, BRAM, CARLA}
    tables = read_deliveries(folder, gebieden, KEY)
    assert set(pseudonyms(found["person"], KEY, "person")) == set(tables.persons["person"])
    assert set(pseudonyms(found["household"], KEY, "household")) >= set(tables.persons["household"])


def test_checksums_follow_content_and_not_names(tmp_path: Path) -> None:
    one, other = write_small(tmp_path / "a"), write_small(tmp_path / "b")
    (other / "clienten.csv").rename(other / "klanten jansen.csv")
    form = Bestand(bestand="klanten*.csv")
    assert supply(one).checksums == supply(other, clienten=form).checksums
    write_small(tmp_path / "c", "clienten.csv", repeated())
    changed = supply(tmp_path / "c").checksums
    assert [name for name, mark in supply(one).checksums.items() if changed[name] != mark] == ["clienten.csv"]
