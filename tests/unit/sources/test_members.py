"""Which municipalities are compared with, their own figures, and the group together, on tables made by hand."""

from __future__ import annotations

import json

import numpy as np
import pandas as pd
import pytest

from socdom.errors import ParameterError
from socdom.parameters.models import Bronnen
from socdom.parameters.vergelijking import Vergelijking
from socdom.sources.iv3 import read_iv3
from socdom.sources.kwb import read_kwb
from socdom.sources.open_data import MEMBER_COLUMNS
from socdom.sources.published import read_published
from socdom.sources.reference_group import describe, reference_group

SMALL, LARGE = "minderdan5000inwoners", "5000tot10000inwoners"
TOWNS = {
    "GM0001": ("Adorp", SMALL, "Nietstedelijk", 1000, {"6.1": 100, "6.3": 200}),
    "GM0002": ("Bedum", SMALL, "Nietstedelijk", 2000, {"6.1": 400, "6.3": 800}),
    "GM0003": ("Cadzand", SMALL, "Nietstedelijk", 4000, {"6.1": 300, "6.3": 500}),
    "GM0004": ("Delft", LARGE, "Nietstedelijk", 9000, {"6.1": 900, "6.3": 900}),
    "GM0005": ("Ede", SMALL, "Sterkstedelijk", 3000, {"6.1": 300, "6.3": 0}),
    "GM0006": ("Franeker", SMALL, "Nietstedelijk", 3000, {"6.1": "", "6.3": 30}),
    "GM0007": ("Goes", LARGE, "Sterkstedelijk", 8000, {"6.1": 80, "6.3": 80}),
}
NAMED = ("GM0002", "GM0003", "GM0004", "GM0005", "GM0007")
WHY = "Wij werken in de regio met hen samen."


@pytest.fixture
def open_data(tmp_path):
    features = [{"properties": {"statcode": code, "statnaam": name}} for code, (name, *_) in TOWNS.items()]
    (tmp_path / "geometry").mkdir()
    (tmp_path / "geometry" / "gemeenten_2024.geojson").write_text(json.dumps({"features": features}))
    (tmp_path / "finance_iv3").mkdir()
    lines = ["Gemeenten;Taakveld;Baten;Lasten;Gemeentegrootte;Stedelijkheid;Inwonertal"]
    for name, size, urbanity, inhabitants, amounts in TOWNS.values():
        # BZK writes an addition that the borders do not have.
        written = f"{name} (L.)" if name == "Cadzand" else name
        lines += [f"{written};{t} X;10;{x};{size};{urbanity};{inhabitants}" for t, x in amounts.items()]
    lines += [f"Nederland;{t} X;0;9000;;;30000" for t in ("6.1", "6.3")]
    (tmp_path / "finance_iv3" / "2024_begroting.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def lasten(data):
    rows = data.members[data.members["series"].eq("iv3_lasten_begroting")]
    return rows.set_index("area")[["name", "value", "status"]]


def test_iv3_tells_every_member_per_inhabitant_and_leaves_out_who_did_not_deliver(open_data):
    data = read_iv3(open_data, "GM0001", [2024])
    assert tuple(data.members.columns) == MEMBER_COLUMNS
    found = lasten(data)
    assert list(found.index) == ["GM0002", "GM0003", "GM0006"]
    # 1.200.000 / 2.000 and 800.000 / 4.000.
    assert found.loc["GM0002"].tolist() == ["Bedum", 600.0, "definitief"]
    assert found.loc["GM0003"].tolist() == ["Cadzand (L.)", 200.0, "definitief"]
    assert np.isnan(found.loc["GM0006", "value"])
    assert found.loc["GM0006", "status"] == "ontbreekt"
    group = data.series[data.series["area"].eq("RG0001") & data.series["dimension"].eq("")]
    weighed = group.loc[group["series"].eq("iv3_lasten_begroting"), "value"].iloc[0]
    # Sum over sum, not the mean of 600 and 200.
    assert weighed == pytest.approx(2_000_000 / 6_000)


@pytest.mark.parametrize(
    ("comparison", "members", "told"),
    [
        (Vergelijking(regel="grootte"), ["GM0002", "GM0003", "GM0005", "GM0006"],
         "Vergelijkbare gemeenten zijn in 2024 even groot (minder dan 5.000 inwoners) als Adorp."),
        (Vergelijking(regel="stedelijkheid"), ["GM0002", "GM0003", "GM0004", "GM0006"],
         "Vergelijkbare gemeenten zijn in 2024 even stedelijk (niet stedelijk) als Adorp."),
        (Vergelijking(gemeenten=NAMED, waarom=WHY), list(NAMED),
         "Vergelijkbare gemeenten zijn gemeenten waarmee Adorp zich wil vergelijken. Het zijn 5 gemeenten: "
         "Bedum, Cadzand (L.), Delft, Ede en Goes. Waarom deze? Wij werken in de regio met hen samen."),
    ],
    ids=["size", "urbanity", "named"],
)  # fmt: skip
def test_another_rule_or_named_municipalities(open_data, comparison, members, told):
    data = read_iv3(open_data, "GM0001", [2024], comparison=comparison)
    assert list(lasten(data).index) == members
    assert data.reference.startswith(told)


def test_a_rule_that_nobody_meets_is_told(open_data):
    data = read_iv3(open_data, "GM0007", [2024])
    assert data.members.empty
    assert (
        data.reference == "Er is in 2024 geen andere gemeente die even groot en even stedelijk is als Goes."
    )


def test_nobody_of_the_named_municipalities_is_told():
    classes = pd.DataFrame([("A", "GM0001", SMALL, "x")], columns=["gemeente", "code", "size", "urbanity"])
    group = reference_group(classes, "A", Vergelijking(gemeenten=NAMED, waarom=WHY))
    assert describe({"2024": group}, "A") == (
        "Van de gemeenten waarmee A zich wil vergelijken, zijn er over 2024 geen cijfers."
    )


def test_all_unknown_named_municipalities_are_told_at_once(open_data):
    comparison = Vergelijking(gemeenten=(*NAMED, "GM1998", "GM1999"), waarom=WHY)
    with pytest.raises(ParameterError, match="2 punten") as caught:
        read_published(open_data, "GM0001", Bronnen(iv3=(2024,)), comparison=comparison)
    assert "gemeente GM1998 staat in geen van de openbare cijfers" in str(caught.value)
    assert "GM1999" in str(caught.value)


KEYS = ["NL00", "GM0001", "WK000100", "GM0002", "GM0003", "WK000300", "GM0004"]
COLUMNS = {
    "AantalInwoners": [20000, 1000, 1000, 2000, 4000, 4000, 9000],
    "HuishoudensTotaal": [9000, 450, 450, 900, 1800, 1800, 4000],
    "k_0Tot15Jaar": [4000, 200, 200, 400, 800, 800, 1800],
    "k_15Tot25Jaar": [2000, 100, 100, 300, 400, 400, 900],
    "k_25Tot45Jaar": [6000, 300, 300, 500, 1200, 1200, 2700],
    "k_45Tot65Jaar": [4000, 200, 200, 400, 800, 800, 1800],
    "k_65JaarOfOuder": [4000, 200, 200, 400, 800, 800, 1800],
    "PersonenPerSoortUitkeringBijstand": [800.0, 40, 40, 80, np.nan, np.nan, 90],
    "WmoClienten": [np.nan] * 7,
    "JongerenMetJeugdzorgInNatura": [np.nan] * 7,
    "MateVanStedelijkheid": [3, 5, 5, 5, 5, 5, 5],
}


def kwb(folder, columns=COLUMNS):
    place = folder / "cbs_statline" / "84799NED_v3"
    place.mkdir(parents=True)
    named = {f"{name}_{number}": values for number, (name, values) in enumerate(columns.items(), 5)}
    titles = ["Nederland", "Adorp", "Dorp", "Bedum (gemeente)", "Cadzand", "Elders", "Delft"]
    frames = {
        "TypedDataSet": pd.DataFrame({"WijkenEnBuurten": KEYS, **named}),
        "WijkenEnBuurten": pd.DataFrame({"Key": KEYS, "Title": titles}),
        "DataProperties": pd.DataFrame({"Key": list(named), "Description": ""}),
    }
    for kind, frame in frames.items():
        frame.to_parquet(place / f"cbs.{kind}.parquet")
    return folder


def test_kwb_tells_members_and_the_group_together(tmp_path):
    data = read_kwb(kwb(tmp_path), "GM0001", [2020])
    young = data.members[data.members["series"].eq("kwb_15_24")].set_index("area")
    assert young["value"].to_dict() == {"GM0002": 15.0, "GM0003": 10.0}
    assert young["name"].to_dict() == {"GM0002": "Bedum", "GM0003": "Cadzand"}
    group = data.series[data.series["area"].eq("RG0001")].set_index("series")
    assert group.loc["kwb_15_24", "value"] == pytest.approx(700 / 6000 * 100)
    # Cadzand has no number of persons with bijstand: 80 of 1.600 inhabitants from 15 in Bedum alone.
    assert group.loc["kwb_bijstand", "value"] == pytest.approx(50.0)
    welfare = data.members[data.members["series"].eq("kwb_bijstand")].set_index("area")
    assert welfare.loc["GM0003", "status"] == "ontbreekt"
    # Totals depend on size, and nothing of a wijk of another municipality is kept.
    assert "kwb_inwoners" not in set(data.members["series"])
    assert "kwb_inwoners" not in group.index
    assert "WK000300" not in set(data.series["area"])
    assert data.reference.startswith(
        "De Kerncijfers wijken en buurten van het CBS hebben een eigen groep. "
        "Vergelijkbare gemeenten zijn in 2020 even groot (minder dan 5.000 inwoners)"
    )
    assert ("RG0001", "Vergelijkbare gemeenten") in {(area.code, area.name) for area in data.areas}


def test_kwb_without_classes_has_no_group(tmp_path):
    without = {name: values for name, values in COLUMNS.items() if name != "MateVanStedelijkheid"}
    data = read_kwb(kwb(tmp_path, without), "GM0001", [2020])
    assert data.members.empty
    assert data.reference == ""
    assert "RG0001" not in set(data.series["area"])


def test_kwb_with_named_municipalities_needs_no_classes(tmp_path):
    without = {name: values for name, values in COLUMNS.items() if name != "MateVanStedelijkheid"}
    comparison = Vergelijking(gemeenten=NAMED, waarom=WHY)
    data = read_kwb(kwb(tmp_path, without), "GM0001", [2020], comparison=comparison)
    assert set(data.members["area"]) == {"GM0002", "GM0003", "GM0004"}
