"""Published totals, computed with plain pandas on the raw files, against the series socdom makes of them."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from socdom.disclosure import protect
from socdom.indicators import catalogue
from socdom.indicators.beleidsindicatoren import ORDER as POLICY
from socdom.indicators.open_data import ORDER
from socdom.measures.compute import compute
from socdom.measures.figures import BEHIND
from socdom.measures.kinds.external import External
from socdom.sources.iv3 import read_iv3
from socdom.sources.kwb import read_kwb
from socdom.tables import Tables

DATA = Path(__file__).parents[2].parent / "shared" / "data"
FINANCE, KWB = DATA / "finance_iv3", DATA / "cbs_statline" / "84799NED_v3"
needs_finance = pytest.mark.skipif(not FINANCE.is_dir(), reason="de map met open data (Iv3) is er niet")
needs_kwb = pytest.mark.skipif(not KWB.is_dir(), reason="de map met open data (KWB) is er niet")


@pytest.fixture(scope="module")
def dongen():
    return read_iv3(DATA, "GM0766", [2023, 2024, 2025])


def raw(year: int, document: str) -> pd.DataFrame:
    frame = pd.read_csv(FINANCE / f"{year}_{document}.csv", sep=";")
    return frame[frame["Taakveld"].str.match(r"6\.")]


def one(series: pd.DataFrame, name: str, period: str, area: str, category: str = "") -> pd.Series:
    wanted = {"series": name, "period": period, "area": area, "category": category}
    chosen = series[(series[list(wanted)] == pd.Series(wanted)).all(axis=1)]
    assert len(chosen) == 1
    return chosen.iloc[0]


@needs_finance
@pytest.mark.parametrize(
    ("year", "document", "thousands"),
    [
        (2023, "jaarrekening", 33_046_492),
        (2023, "begroting", 28_285_784),
        (2024, "begroting", 30_842_658),
        (2025, "begroting", 33_664_750),
    ],
)
def test_lasten_of_the_country_are_the_published_total_and_the_sum_of_the_municipalities(
    dongen, year, document, thousands
):
    row = one(dongen.series, f"iv3_lasten_{document}", str(year), "NL01")
    assert row["numerator"] == thousands * 1000
    frame = raw(year, document)
    municipalities = frame[frame["Gemeenten"] != "Nederland"]
    assert municipalities["Gemeenten"].nunique() == 342
    assert municipalities["Lasten"].sum() == thousands


@needs_finance
@pytest.mark.parametrize(("side", "column"), [("lasten", "Lasten"), ("baten", "Baten")])
@pytest.mark.parametrize(("year", "document"), [(2023, "jaarrekening"), (2025, "begroting")])
def test_municipality_total_and_per_inhabitant(dongen, year, document, side, column):
    own = raw(year, document).query("Gemeenten == 'Dongen'")
    row = one(dongen.series, f"iv3_{side}_{document}", str(year), "GM0766")
    total = one(dongen.series, f"iv3_{side}_{document}_totaal", str(year), "GM0766")
    assert row["numerator"] == total["value"] == own[column].sum() * 1000
    assert row["value"] == pytest.approx(own[column].sum() * 1000 / own["Inwonertal"].iloc[0])


@needs_finance
@pytest.mark.parametrize("gemeente", [("GM0766", "Dongen"), ("GM0268", "Nijmegen")])
@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_reference_group_by_way_of_the_files_with_classes(gemeente, year):
    code, name = gemeente
    classes = pd.read_csv(FINANCE / "gemeenteklassen" / f"{year}.csv", sep="\t")
    own = classes[classes["Gemeenten"] == name].iloc[0]
    both = ["Gemeentegrootte", "Stedelijkheid"]
    same = classes[both].eq(own[both]).all(axis=1)
    members = classes[same & (classes["Gemeenten"] != name)]
    # The two kinds of files write some names differently; without the addition each name here is unique.
    bare = members["Gemeenten"].str.replace(r" \(.*\)$", "", regex=True)
    frame = raw(year, "begroting")
    alike = frame["Gemeenten"].str.replace(r" \(.*\)$", "", regex=True).isin(bare)
    alike &= frame["Gemeentegrootte"].str.lower().eq(own["Gemeentegrootte"].lower())
    # A municipality that did not deliver has zeros only; its inhabitants do not count either.
    spent = frame[alike].groupby(frame["Gemeenten"].str.replace(r" \(.*\)$", "", regex=True))["Lasten"].sum()
    there = members[bare.isin(spent.index[spent > 0])]
    row = one(read_iv3(DATA, code, [year]).series, "iv3_lasten_begroting", str(year), f"RG{code[2:]}")
    assert row["numerator"] == spent.sum() * 1000
    assert row["denominator"] == there["Inwonertal"].sum()
    assert len(members) - len(there) == (1 if (name, year) == ("Dongen", 2025) else 0)


@needs_finance
def test_groups_add_up_to_the_total_in_every_regime(dongen):
    rows = dongen.series[~dongen.series["series"].str.endswith("_totaal")]
    keys = ["series", "period", "area"]
    total = rows[rows["dimension"] == ""].set_index(keys)["numerator"]
    for dimension in ("taakveldgroep", "taakveld"):
        parts = rows[rows["dimension"] == dimension].groupby(keys)["numerator"].sum()
        assert len(parts)
        pd.testing.assert_series_equal(parts, total.loc[parts.index], check_names=False)


@needs_finance
@pytest.mark.parametrize(
    ("year", "document", "pattern", "group"),
    [
        (2024, "begroting", r"6\.(6 |71)", "wmo"),
        (2025, "begroting", r"6\.(60|71|791|91)", "wmo"),
        (2024, "begroting", r"6\.7[234]", "jeugd"),
        (2025, "begroting", r"6\.(75|76|792|92)", "jeugd"),
        (2023, "jaarrekening", r"6\.2", "toegang"),
        (2025, "begroting", r"6\.2", "toegang"),
        (2025, "begroting", r"6\.81", "zorg_18_plus"),
        (2023, "jaarrekening", r"6\.82", "zorg_18_min"),
    ],
)
def test_groups_by_hand_written_patterns(dongen, year, document, pattern, group):
    frame = raw(year, document).query("Gemeenten == 'Dongen'")
    expected = frame.loc[frame["Taakveld"].str.match(pattern), "Lasten"].sum() * 1000
    assert expected > 0
    row = one(dongen.series, f"iv3_lasten_{document}", str(year), "GM0766", group)
    assert row["numerator"] == expected


@needs_finance
def test_only_the_newest_year_of_a_document_is_shown_by_taakveld_as_booked(dongen):
    booked = dongen.series[dongen.series["dimension"] == "taakveld"]
    years = booked.groupby("series")["period"].agg(lambda periods: set(periods))
    assert years["iv3_lasten_jaarrekening"] == {"2023"}
    assert years["iv3_lasten_begroting"] == {"2025"}
    # Bare 6.71 beside 6.71a-d holds bookings of its own: of 20 municipalities, 7,8 million.
    row = one(dongen.series, "iv3_lasten_jaarrekening", "2023", "NL01", "6.71")
    assert 7_000_000 < row["numerator"] < 8_500_000


@needs_finance
def test_reference_is_told_in_dutch_with_names_when_they_are_few():
    text = read_iv3(DATA, "GM0268", [2025]).reference
    assert "150.000 tot 250.000 inwoners" in text
    assert "Arnhem" in text
    assert "Nijmegen zelf telt niet mee." in text
    many = read_iv3(DATA, "GM0766", [2025]).reference
    assert re.search(r"Het zijn \d\d gemeenten\. ", many)


@needs_kwb
def test_kwb_totals_of_the_country_and_keys_without_padding():
    data = read_kwb(DATA, "GM0766", [2020])
    assert one(data.series, "kwb_inwoners", "2020", "NL01")["value"] == 17_407_585
    bijstand = one(data.series, "kwb_bijstand", "2020", "NL01")
    assert (bijstand["numerator"], bijstand["denominator"]) == (421_110, 17_407_585 - 2_726_099)
    assert bijstand["status"] == "voorlopig"
    assert not data.series["area"].str.contains(" ").any()
    assert set(data.series["area"]) == {area.code for area in data.areas}


@needs_kwb
def test_kwb_wijken_and_buurten_are_those_of_the_raw_file():
    data = read_kwb(DATA, "GM0268", [2020])
    frame = pd.read_parquet(next(KWB.glob("*TypedDataSet.parquet")))
    own = frame[frame["Gemeentenaam_1"].str.strip() == "Nijmegen"]
    inhabitants = own.set_index(own["Codering_3"].str.strip())["AantalInwoners_5"]
    ours = data.series[(data.series["series"] == "kwb_inwoners") & (data.series["area"] != "NL01")]
    pd.testing.assert_series_equal(
        ours.set_index("area")["value"].sort_index(),
        inhabitants.sort_index().astype(float),
        check_names=False,
    )
    by_code = {area.code: area for area in data.areas}
    for area in data.areas:
        assert area.parent == "" or by_code[area.parent].level in ("gemeente", "wijk")
    assert sum(area.level == "gemeente" for area in data.areas) == 1


@needs_kwb
def test_empty_columns_give_no_rows_but_a_sentence():
    data = read_kwb(DATA, "GM0766", [2020])
    assert not data.series["series"].isin(["kwb_wmo", "kwb_jeugdzorg"]).any()
    assert "Wmo-cliënten en jongeren met jeugdzorg" in data.notes[0]


@needs_kwb
def test_an_empty_cell_is_missing_and_not_zero():
    series = read_kwb(DATA, "GM0766", [2020]).series
    small = one(series, "kwb_bijstand", "2020", "BU07660114")
    assert small["status"] == "ontbreekt"
    assert pd.isna(small["numerator"])
    assert pd.isna(small["value"])
    assert one(series, "kwb_0_14", "2020", "BU07660115")["status"] == "onmogelijk"


@needs_finance
@needs_kwb
def test_every_indicator_of_open_data_has_figures_that_pass_unchanged():
    finance, places = read_iv3(DATA, "GM0766", [2023, 2024, 2025]), read_kwb(DATA, "GM0766", [2020])
    external = pd.concat([finance.series, places.series], ignore_index=True)
    areas = {area.code: area for area in (*finance.areas, *places.areas)}.values()
    every = {item.id for item in catalogue().values() if isinstance(item.measure, External)}
    assert every == {*ORDER, *POLICY}
    # Those of the other tables of CBS have no files here; tests of the themes see to them.
    read = [name for name in ORDER if not name.endswith("_cbs")]
    definitions = [catalogue()[name] for name in read]
    nothing = Tables(**{field.name: pd.DataFrame() for field in fields(Tables)})
    figures = compute(definitions, nothing, [], list(areas), external)
    assert set(figures["indicator"]) == set(read)
    scales = {item.id: item.scale for item in definitions}
    shown = protect(figures, {item.id: item.protection for item in definitions}, scales)
    pd.testing.assert_frame_equal(shown, figures.drop(columns=list(BEHIND)))
    # The value is what the definition says it is: numerator / denominator times the scale.
    rates = shown[shown["value"].notna() & shown["denominator"].notna()]
    again = rates["numerator"] / rates["denominator"] * rates["indicator"].map(scales)
    pd.testing.assert_series_equal(rates["value"], again, check_names=False)
