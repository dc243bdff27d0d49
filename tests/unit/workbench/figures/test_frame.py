"""A frame of figures is the rows of the edition and nothing else, whatever is asked and done with it."""

from __future__ import annotations

import pickle

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.editions.read import Edition
from socdom.workbench.figures.frame import COLUMNS, Figures, figures_of
from socdom.workbench.gemeente import Gemeente

SHOWN = {"definitief", "voorlopig", "onvolledig"}
LEVEL = {"": "GM", "wijk": "WK", "land": "NL"}


def of_edition(rows: pd.DataFrame, indicators: list[str], by: str, since: str, until: str) -> pd.DataFrame:
    """The same question to the file: a year lies between two quarters when its four quarters do."""
    first = rows["period"].where(rows["period"].str.contains("Q"), rows["period"] + "Q1")
    last = rows["period"].where(rows["period"].str.contains("Q"), rows["period"] + "Q4")
    dimension = "" if by in LEVEL else by
    kept = rows["indicator"].isin(indicators) & rows["dimension"].eq(dimension)
    kept &= rows["area"].str.startswith(LEVEL.get(by, "GM"))
    return rows[kept & (first >= since) & (last <= (until or "9999"))]


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_row_is_one_row_of_the_edition(
    data: st.DataObject, hier: Gemeente, edition: Edition, rows: pd.DataFrame
) -> None:
    tables = [t for t in edition.inventory.tables if t.level in ("gemeente", "wijk", "land")]
    table = data.draw(st.sampled_from(tables))
    by = table.dimension or ("" if table.level == "gemeente" else table.level)
    quarters = sorted(period for period in table.periods)
    since = data.draw(st.sampled_from(["", *quarters[: len(quarters) // 2 + 1]]))
    until = data.draw(st.sampled_from(["", quarters[-1]]))

    frame = hier.figures(table.indicator, by=by, since=since, until=until)

    bound = {"": "", **{period: period if "Q" in period else f"{period}Q1" for period in quarters}}
    end = until if "Q" in until or not until else f"{until}Q4"
    expected = of_edition(rows, [table.indicator], by, bound[since], end)
    left = frame.assign(area=frame["gebiedscode"]).set_index(["indicator", "periode", "area"]).sort_index()
    assert len(frame) == len(expected) > 0
    for mine, theirs in (("teller", "numerator"), ("noemer", "denominator"), ("waarde", "value")):
        own = sorted(frame[mine].dropna())
        assert own == sorted(expected[theirs].dropna())
    assert frame.loc[~frame["status"].isin(list(SHOWN)), ["teller", "waarde"]].isna().all(axis=None)
    keys = {
        (f.indicator, f.period, f.area, f.dimension, f.category, f.value) for f in figures_of(frame, edition)
    }
    names = ["indicator", "period", "area", "dimension", "category", "value"]
    assert keys == {
        tuple(None if value != value else value for value in row)
        for row in expected[names].itertuples(index=False)
    }
    assert left.index.is_monotonic_increasing


def test_hidden_stays_empty_and_is_no_zero(hier: Gemeente) -> None:
    frame = hier.figures("jeugdhulp_gebruik", by="wijk")
    hidden = frame[frame["gebied"] == "Buitengebied"]
    assert set(hidden["status"]) == {"geheim"}
    assert hidden[["teller", "waarde"]].isna().all(axis=None)
    assert "Buitengebied" in repr(hidden)
    assert "U ziet dan" not in repr(hidden)
    assert "geheim" in repr(hidden)


def test_columns_are_categories_in_an_order(hier: Gemeente) -> None:
    frame = hier.figures("jeugdhulp_gebruik", by="wijk")
    assert tuple(frame.columns) == COLUMNS
    for name in ("indicator", "gebied", "categorie", "eenheid", "status"):
        assert isinstance(frame[name].dtype, pd.CategoricalDtype), name
    assert list(frame["gebied"].cat.categories)[:2] == ["Veenpoort", "Noorderlinde"]
    assert frame["status"].cat.ordered
    assert frame.attrs["eenheid"] == {"jeugdhulp_gebruik": "procent"}
    assert frame.attrs["cijfers_per"] == "2021-02-15"


def test_a_breakdown_has_its_title_and_labels(hier: Gemeente) -> None:
    frame = hier.figures("jeugdhulp_gebruik", by="Vorm van hulp", since="2020Q4")
    assert list(frame["categorie"]) == ["Zonder verblijf", "Met verblijf"]
    assert set(frame["uitsplitsing"]) == {"Vorm van hulp"}
    assert list(frame["teller"]) == [1310.0, 230.0]


def test_several_indicators_stand_in_one_frame(hier: Gemeente) -> None:
    frame = hier.figures(["wmo_clienten", "bijstand_huishoudens"], since="2020Q3", until="2020")
    assert list(frame["indicator"]) == ["wmo_clienten"] * 2 + ["bijstand_huishoudens"] * 2
    assert list(frame["teller"]) == [4340.0, 4365.0, 1455.0, 1450.0]
    assert list(frame["eenheid"].unique()) == ["per 1.000 inwoners", "huishoudens"]


def test_areas_go_by_name_or_code(hier: Gemeente) -> None:
    named = hier.figures("bijstand_huishoudens", area=["centrum", "WK999901"], since="2020Q4")
    assert list(named["gebied"]) == ["Veenpoort", "Centrum"]
    assert list(named["gebiedscode"]) == ["WK999901", "WK999903"]
    both = hier.figures("bijstand_huishoudens", area=["lindeveen", "Centrum"], since="2020Q4")
    assert list(both["gebied"]) == ["Lindeveen", "Centrum"]


@pytest.mark.parametrize(
    "change",
    [
        lambda frame: frame[frame["waarde"] > 0],
        lambda frame: frame.copy(),
        lambda frame: frame.query("periode >= '2020Q1'"),
        lambda frame: frame.sort_values("waarde"),
        lambda frame: frame.head(3),
        lambda frame: frame.assign(dubbel=1),
        lambda frame: pd.concat([frame.head(2), frame.tail(2)]),
        lambda frame: frame.groupby("gebied", observed=True).head(1),
    ],
    ids=["filter", "copy", "query", "sort", "head", "assign", "concat", "groupby"],
)
def test_a_frame_stays_one(change: object, hier: Gemeente) -> None:
    frame = hier.figures("wmo_clienten", since="2019Q1")
    changed = change(frame)  # type: ignore[operator]
    assert isinstance(changed, Figures)
    assert changed.is_complete
    assert "Inwoners met Wmo-hulp" in changed._repr_html_()


def test_a_sum_is_an_ordinary_table(hier: Gemeente) -> None:
    frame = hier.figures("bijstand_huishoudens", by="wijk", since="2020Q3")
    summed = frame.groupby("periode", as_index=False)["waarde"].sum()
    assert not getattr(summed, "is_complete", False)
    assert "<table" in summed._repr_html_()
    assert "periode" in repr(summed)


def test_it_shows_readable_numbers_and_what_marks_mean(hier: Gemeente) -> None:
    shown = repr(hier.figures("wmo_clienten", since="2020Q3"))
    assert "70,4*" in shown  # 4365 / 62000 * 1000
    assert "4.340" in shown
    assert "* Voorlopig cijfer." in shown
    assert "Editie actueel van Lindeveen, cijfers per 15 februari 2021" in shown


def test_many_rows_are_cut_and_counted(hier: Gemeente) -> None:
    frame = hier.figures("jeugdhulp_gebruik", by="wijk")
    assert f"{len(frame)} rijen. U ziet er 24. Daarvan zijn er 12 geheim." in repr(frame)
    assert frame._repr_html_().count("<tr>") == 1 + 24 + 1


def test_an_empty_frame_says_so(hier: Gemeente) -> None:
    frame = hier.figures("wmo_clienten")
    assert "Geen cijfers" in repr(frame[frame["waarde"] < 0])


def test_a_frame_can_be_kept(hier: Gemeente) -> None:
    frame = hier.figures("wmo_clienten", since="2020Q1")
    kept = pickle.loads(pickle.dumps(frame))
    assert repr(kept) == repr(frame)
