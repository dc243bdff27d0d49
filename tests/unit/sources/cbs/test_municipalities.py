"""Which municipality a user means: by name, with and without its addition, or by code."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pandas as pd
import pytest

from socdom.errors import DeliveryError, ParameterError
from socdom.sources.cbs.municipalities import Municipality, Regions, find, regions_in_files, slug_of

OPEN_DATA = Path(os.environ.get("SOCDOM_OPEN_DATA") or Path(__file__).parents[5] / "shared" / "data")
KNOWN = [
    Municipality("GM0164", "Hengelo (O.)"),
    Municipality("GM0373", "Bergen (NH.)"),
    Municipality("GM0748", "Bergen op Zoom"),
    Municipality("GM0766", "Dongen"),
    Municipality("GM0796", "'s-Hertogenbosch"),
    Municipality("GM0820", "Nuenen, Gerwen en Nederwetten"),
    Municipality("GM0893", "Bergen (L.)"),
    Municipality("GM1900", "Súdwest-Fryslân"),
]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dongen", "GM0766"),
        ("  DONGEN ", "GM0766"),
        ("gemeente Dongen", "GM0766"),
        ("Gemeente  dongen", "GM0766"),
        ("GM0766", "GM0766"),
        ("gm766", "GM0766"),
        ("0766", "GM0766"),
        ("766", "GM0766"),
        ("Hengelo", "GM0164"),
        ("hengelo o", "GM0164"),
        ("Bergen (NH.)", "GM0373"),
        ("bergen l", "GM0893"),
        ("Bergen op Zoom", "GM0748"),
        ("s-hertogenbosch", "GM0796"),
        ("’s Hertogenbosch", "GM0796"),
        ("sudwest fryslan", "GM1900"),
        ("Nuenen, Gerwen en Nederwetten", "GM0820"),
    ],
)
def test_one_fits(text, code):
    assert find(text, KNOWN).code == code


def test_more_than_one_fits():
    with pytest.raises(ParameterError) as caught:
        find("Bergen", KNOWN)
    text = str(caught.value)
    assert "past bij 2 gemeenten: Bergen (NH.) (GM0373), Bergen (L.) (GM0893)" in text
    assert "Bergen op Zoom" not in text


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ("Dongn", "Bedoelt u Dongen (GM0766)?"),
        ("Nuenen", "Bedoelt u Nuenen, Gerwen en Nederwetten (GM0820)?"),
        ("hertogenbosch", "Bedoelt u 's-Hertogenbosch (GM0796)?"),
        ("Xyzzy", "Geef de naam zoals het CBS die schrijft, of de code."),
        ("GM9998", "Geef de naam zoals het CBS die schrijft, of de code."),
        ("", "Geef de naam zoals het CBS die schrijft, of de code."),
    ],
)
def test_none_fits(text, near):
    with pytest.raises(ParameterError, match="het CBS kent geen gemeente") as caught:
        find(text, KNOWN)
    assert near in str(caught.value)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("'s-Hertogenbosch", "s-hertogenbosch"),
        ("Bergen (NH.)", "bergen-nh"),
        ("Súdwest-Fryslân", "sudwest-fryslan"),
    ]
    + [("Nuenen, Gerwen en Nederwetten", "nuenen-gerwen-en-nederwetten")],
)
def test_name_of_a_folder(name, slug):
    assert slug_of(name) == slug


def test_parts_are_those_of_the_municipality_and_each_has_a_parent():
    names = {
        "GM0001": "Adorp",
        "WK000101": "Dorp",
        "BU00010101": "Kern",
        "BU00010201": "Zonder wijk",
        "WK000201": "Elders",
    }
    assert Regions(2025, names).parts("GM0001") == [
        ("WK000101", "Dorp", "GM0001"),
        ("BU00010101", "Kern", "WK000101"),
    ]


def borders(folder, year, names):
    (folder / "geometry").mkdir(exist_ok=True)
    features = [{"properties": {"statcode": code, "statnaam": name}} for code, name in names.items()]
    path = folder / "geometry" / f"gemeenten_{year}.geojson"
    path.write_text(json.dumps({"features": features}))
    return path


def kwb(folder, table, rows):
    place = folder / "cbs_statline" / f"{table}_v3"
    place.mkdir(parents=True)
    frame = pd.DataFrame(rows, columns=["Key", "Title"])
    frame.to_parquet(place / f"cbs.v3.{table}_WijkenEnBuurten.parquet")


def test_files_municipalities_of_the_newest_and_parts_of_kwb(tmp_path):
    assert regions_in_files(None) is None
    assert regions_in_files(tmp_path) is None
    borders(tmp_path, 2022, {"GM0001": "Oud"})
    assert regions_in_files(tmp_path).year == 2022
    rows = [
        ("NL00      ", "Nederland"),
        ("GM0001    ", "Adorp "),
        ("GM0002    ", "Bedum"),
        ("WK000101  ", ""),
    ]
    kwb(tmp_path, "85618NED", rows)
    found = regions_in_files(tmp_path)
    assert found.year == 2023
    assert found.municipalities == [Municipality("GM0001", "Adorp"), Municipality("GM0002", "Bedum")]
    # Bedum merged into Adorp in 2024; a wijk without a name goes by its code.
    borders(tmp_path, 2024, {"GM0001": "Nieuw Adorp (gemeente)"})
    found = regions_in_files(tmp_path)
    assert found.municipalities == [Municipality("GM0001", "Nieuw Adorp")]
    assert found.parts("GM0001") == [("WK000101", "WK000101", "GM0001")]
    assert found.year == 2023


def test_damaged_files(tmp_path):
    path = borders(tmp_path, 2024, {})
    path.write_text("{")
    with pytest.raises(DeliveryError, match="gemeenten_2024.geojson: dit is geen bestand met gemeenten"):
        regions_in_files(tmp_path)
    kwb(tmp_path, "85618NED", [("GM0001", "Adorp")])
    file = next((tmp_path / "cbs_statline").rglob("*.parquet"))
    file.write_bytes(b"PAR1")
    with pytest.raises(DeliveryError, match="geen leesbaar parquet-bestand"):
        regions_in_files(tmp_path)


@pytest.mark.skipif(not OPEN_DATA.is_dir(), reason="de map met open data is er niet")
def test_every_real_municipality_is_found_by_name_and_code():
    found = regions_in_files(OPEN_DATA)
    known = found.municipalities
    assert len(known) == 342
    for one in known:
        assert find(one.name, known) == one
        assert find(one.code, known) == one
    assert len({slug_of(one.name) for one in known}) == 342
    # Tilburg in KWB 2020, counted in the raw file.
    raw = pd.read_parquet(next((OPEN_DATA / "cbs_statline").rglob("*84799NED*WijkenEnBuurten.parquet")))
    own = raw["Key"].str.match("(WK|BU)0855")
    assert len(found.parts("GM0855")) == own.sum() > 100


def test_the_name_people_use_is_suggested_under_the_name_of_cbs():
    with pytest.raises(ParameterError, match=r"Bedoelt u 's-Hertogenbosch \(GM0796\)\?"):
        find("Den Bosch", KNOWN)


def test_a_municipality_that_is_no_longer_there():
    """GM0370 is Beemster, part of Purmerend since 2022."""
    with pytest.raises(ParameterError, match=r"Is de gemeente opgegaan in een andere\? Geef dan die andere"):
        find("GM0370", KNOWN)
