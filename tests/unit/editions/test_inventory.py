"""The inventory: what it holds follows from its JSON alone, and nothing outside it is written, kept or found."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.editions.inventory import Inventory, ListedFile, Table
from socdom.editions.inventory_build import Listed, listed, tables_of
from socdom.editions.model import FIGURE_KEY
from socdom.editions.read import Edition
from socdom.editions.write import staged, write_content, write_manifest
from socdom.errors import EditionError
from tests.lib import sample_edition as sample_lib
from tests.lib.inventories import inventory_of
from tests.lib.sample_edition import QUARTERS, write_sample

KEY = list(FIGURE_KEY)


def keys_in(folder: Path) -> set[tuple[str, ...]]:
    """Every figure that `inventory.json` names, read as plain JSON."""
    content = json.loads((folder / "inventory.json").read_text(encoding="utf-8"))
    return {
        (indicator["id"], period, area, table["dimension"], category)
        for indicator in content["indicators"]
        for table in indicator["tables"]
        for period, area, category in product(
            content["periods"][table["periods"]], content["areas"][table["areas"]], table["categories"]
        )
    }


def test_it_names_every_figure_and_no_other(rich: Edition) -> None:
    figures = pd.read_parquet(rich.folder / "figures.parquet")
    assert keys_in(rich.folder) == set(figures[KEY].itertuples(index=False, name=None))
    assert set(rich.inventory.keys()) == keys_in(rich.folder)
    assert sum(table.cells for table in rich.inventory.tables) == len(figures)


def test_lists_that_are_the_same_are_written_once() -> None:
    wijken, years = ("WK000001", "WK000002"), ("2019", "2020")
    tables = [
        Table("a", "wijk", "", ("",), ("2020Q1",), wijken),
        Table("a", "wijk", "", ("",), ("2020Q2",), wijken[:1]),
        Table("a", "gemeente", "vorm", ("zin", "pgb"), years, ("GM0001",)),
        Table("a", "gemeente", "", ("",), (), ("GM0001",)),  # no whole year yet
    ]
    found = listed(
        [Listed("a", "inwoners", ("value",), tables), Listed("b", "euro", ("value",), tables[:1])], []
    )
    assert found.periods == {"kwartaal": ("2020Q1",), "kwartaal 2": ("2020Q2",), "jaar": years}
    assert found.areas == {"wijk": wijken, "wijk 2": wijken[:1], "gemeente": ("GM0001",)}
    assert list(found.tables) == [*tables[:3], tables[0]._replace(indicator="b")]
    assert [table.cells for table in found.tables] == [2, 1, 4, 2]


def test_an_area_that_is_gone_is_not_among_those_of_now() -> None:
    old, new = ("WK000001", "WK000002"), ("WK000002", "WK000003")
    tables = [Table("a", "wijk", "", ("",), ("2019",), old), Table("a", "wijk", "", ("",), ("2020",), new)]
    found = listed([Listed("a", "inwoners", ("value",), tables)], [])
    assert found.areas_of("a", "wijk") == new
    assert found.areas_of("a", "buurt") == found.areas_of("b", "wijk") == ()
    assert found.periods_of("a", "WK000001") == ("2019",)
    assert found.periods_of("a", "WK000002") == ("2019", "2020")
    assert found.periods_of("b", "WK000002") == ()


ROWS = st.sets(
    st.tuples(
        st.just("a"),
        st.sampled_from(["2018", "2019", "2020"]),
        st.sampled_from(["GM0001", "WK000001", "WK000002", "NL01"]),
        st.sampled_from([("", ""), ("vorm", "zin"), ("vorm", "pgb")]),
    ).map(lambda row: (*row[:3], *row[3])),
    max_size=30,
)


@given(rows=ROWS)
@settings(max_examples=80, deadline=None)
def test_tables_of_published_rows_hold_exactly_those_rows(rows: set[tuple[str, ...]]) -> None:
    tables = tables_of(pd.DataFrame(sorted(rows), columns=KEY))
    told = [key for table in tables for key in table.keys()]
    assert len(told) == len(set(told))
    assert set(told) == rows


def test_areas_that_are_alike_share_a_table() -> None:
    rows = [
        ("a", year, area, "", "") for year in ("2019", "2020") for area in ("WK000002", "WK000001", "NL01")
    ]
    assert tables_of(pd.DataFrame(rows, columns=KEY)) == (
        Table("a", "land", "", ("",), ("2019", "2020"), ("NL01",)),
        Table("a", "wijk", "", ("",), ("2019", "2020"), ("WK000001", "WK000002")),
    )


# What a change to the first figure makes of it, and words that the message must hold.
FIRST = {
    "indicator": "jeugdhulp_gebruik",
    "period": "2018Q1",
    "area": "GM9999",
    "dimension": "",
    "category": "",
}
OUTSIDE = [
    pytest.param({"area": "BU99990101"}, "jeugdhulp_gebruik, totaal, 1 gebied, 2018Q1", id="another level"),
    pytest.param({"area": "GM0766"}, "jeugdhulp_gebruik, totaal", id="another municipality"),
    pytest.param({"period": "2017Q4"}, "2017Q4", id="before the first period"),
    pytest.param({"period": "2018"}, "2018", id="a year of a quarterly figure"),
    pytest.param({"dimension": "vorm"}, "uitsplitsing vorm", id="a breakdown without a category"),
    pytest.param({"dimension": "vorm", "category": "wijk"}, "uitsplitsing vorm", id="a category of another"),
    pytest.param({"dimension": "vorm+leeftijd", "category": "met+12-17"}, "vorm+leeftijd", id="two at once"),
    pytest.param(
        {"area": "WK999901", "dimension": "vorm", "category": "met"},
        "uitsplitsing vorm, 1 gebied",
        id="a breakdown of a wijk",
    ),
    pytest.param(
        {"indicator": "jeugdhulp_naam"}, "jeugdhulp_naam, totaal", id="an indicator without definition"
    ),
    pytest.param(
        {"unit": "namen"}, "jeugdhulp_gebruik: 1 cijfer heeft een andere eenheid", id="another unit"
    ),
]


def written(folder: Path, figures: pd.DataFrame, inventory: Inventory | None = None) -> None:
    described = sample_lib.descriptions()
    write_content(
        folder,
        meta=sample_lib.meta(),
        inventory=inventory or inventory_of(sample_lib.figures(), described),
        figures=figures,
        descriptions=described,
        areas=sample_lib.areas(),
        duiding=[],
        developments="",
    )


@pytest.mark.parametrize(("change", "words"), OUTSIDE)
def test_a_figure_outside_it_is_never_written(tmp_path: Path, change: dict[str, str], words: str) -> None:
    figures = sample_lib.figures()
    assert figures.loc[0, list(FIRST)].to_dict() == FIRST
    more = figures.iloc[:1].assign(numerator=1234.0, denominator=4321.0, value=98.7, **change)
    kept = figures.iloc[1:] if "unit" in change else figures
    with pytest.raises(EditionError) as error:
        written(tmp_path, pd.concat([kept, more], ignore_index=True))
    assert words in str(error.value)
    assert not any(number in str(error.value) for number in ("1234", "4321", "98,7", "98.7"))
    assert error.value.exit_code == 15
    assert list(tmp_path.iterdir()) == []


def test_a_figure_that_is_missing_is_told(tmp_path: Path) -> None:
    figures = sample_lib.figures()
    quarter = figures["period"].eq("2020Q3") & figures["area"].str.startswith("WK")
    with pytest.raises(
        EditionError, match="jeugdhulp_gebruik, totaal, 8 gebieden, 2020Q3: 8 cijfers staan wel in"
    ):
        written(tmp_path, figures[~quarter])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("number", "word"), [("numerator", "teller"), ("denominator", "noemer")])
def test_a_number_that_is_not_published_is_never_written(tmp_path: Path, number: str, word: str) -> None:
    figures = sample_lib.figures()
    waiting = figures.index[figures["indicator"] == "jeugdhulp_wachttijd"][:2]
    figures.loc[waiting, number] = 1234.0
    with pytest.raises(EditionError, match=f"jeugdhulp_wachttijd: 2 cijfers hebben een {word}") as error:
        written(tmp_path, figures, inventory_of(sample_lib.figures(), sample_lib.descriptions()))
    assert "1234" not in str(error.value)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["ruw.csv", ".figures.parquet.swp", "dashboard/overzicht-oud.html", "a/b/c.json"]
)
@pytest.mark.parametrize("linked", [False, True])
def test_a_file_outside_it_stops_the_run_and_the_old_edition_stays(
    tmp_path: Path, name: str, linked: bool
) -> None:
    place = write_sample(tmp_path)
    before = place.resolve()

    def run() -> None:
        with staged(place.parent, place.name) as folder:
            written(folder, sample_lib.figures())
            stray = folder / name
            stray.parent.mkdir(parents=True, exist_ok=True)
            if linked:
                stray.symlink_to("/elders/ruw.csv")
            else:
                stray.write_bytes(b"x")
            write_manifest(folder, fingerprint="nieuw", inputs={}, parameters={})

    with pytest.raises(EditionError, match="staat niet in de lijst van wat de editie publiceert") as error:
        run()
    assert name in str(error.value)
    assert place.resolve() == before
    assert [path.name for path in (place.parent / ".edities").iterdir()] == [before.name]


def test_figures_that_were_changed_afterwards_are_not_read(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    path = place / "figures.parquet"
    figures = pd.read_parquet(path)
    pd.concat([figures, figures.iloc[:1].assign(period="2017Q4")]).to_parquet(path, index=False)
    edition = Edition(place)
    for ask in (lambda: edition.figures, lambda: edition.series("jeugdhulp_gebruik")):
        with pytest.raises(EditionError, match="Maak haar opnieuw"):
            ask()


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"schema_version": "2.0"}, id="a later form"),
        pytest.param({"areas": {}}, id="a list that is not there"),
        pytest.param({"more": 1}, id="an unknown key"),
    ],
)
def test_an_inventory_of_another_form_is_refused(tmp_path: Path, change: dict[str, object]) -> None:
    path = write_sample(tmp_path) / "inventory.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps({**content, **change}), encoding="utf-8")
    with pytest.raises(EditionError, match="andere versie"):
        Edition(path.parent)


def test_a_file_is_offered_only_where_it_says_so() -> None:
    found = listed(
        [], [ListedFile(name="b.csv", what="b", offered=True), ListedFile(name="a.json", what="a")]
    )
    assert [file.name for file in found.files] == ["a.json", "b.csv"]
    assert (found.offered, found.file_names) == ({"b.csv"}, {"a.json", "b.csv"})


ANYTHING = {
    "indicator": ["jeugdhulp_gebruik", "wmo_clienten", "jeugd_kosten", "jeugdhulp_naam"],
    "period": [*QUARTERS, "2017Q4", "2021Q1", "2020"],
    "area": ["GM9999", "WK999901", "WK076600", "BU99990101", "NL01", ""],
    "dimension": ["", "vorm", "leeftijd", "vorm+leeftijd"],
    "category": ["", "met", "zonder", "12-17", "met+12-17"],
}


@pytest.fixture(scope="module")
def sample_keys(sample: Edition) -> set[tuple[str, ...]]:
    return keys_in(sample.folder)


@given(key=st.tuples(*map(st.sampled_from, ANYTHING.values())))
@settings(max_examples=200, deadline=None)
def test_no_way_to_ask_finds_a_figure_outside_it(
    sample: Edition, sample_keys: set[tuple[str, ...]], key: tuple[str, ...]
) -> None:
    indicator, period, area, dimension, category = key
    asked = [
        *sample.series(indicator, area, dimension, category, lookback=False),
        *filter(None, [sample.figure(indicator, period, area, dimension, category)]),
        *sample.breakdown(indicator, dimension, period, area),
        *sample.by_area(indicator, "buurt", period),
        *sample.by_area(indicator, "wijk", period),
    ]
    assert {(f.indicator, f.period, f.area, f.dimension, f.category) for f in asked} <= sample_keys
    found = sample.figure(indicator, period, area or "GM", dimension, category)
    assert (found is not None) == ((indicator, period, area or "GM", dimension, category) in sample_keys)
