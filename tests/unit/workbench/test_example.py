"""Made-up rows: read as a delivery is, counted by the engine, and shown."""

from __future__ import annotations

import re
from datetime import date

import pandas as pd
import pytest

from socdom.errors import ParameterError
from socdom.measures.denominators import EVERYBODY
from socdom.measures.kinds.amount import Amount
from socdom.measures.kinds.external import External
from socdom.measures.kinds.overlap import Overlap
from socdom.measures.kinds.persons_active import PersonsActive
from socdom.measures.kinds.share import Share
from socdom.measures.kinds.stock import Stock
from socdom.measures.selection import Selection
from socdom.workbench import Example, question
from socdom.workbench.alone import lanes

WMO = Selection("provisions", {"law": "wmo"})
TWO = """
wie  | begindatum | einddatum
Anna | 01-01-2020 | 31-03-2020
Bram | 15-02-2020 |
"""


def example(**files: str) -> Example:
    return Example.of("2020Q1-2020Q2", **files)


def cells(html: str) -> list[list[str]]:
    rows = re.findall(r"<tr>(.*?)</tr>", html, re.DOTALL)
    return [
        [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>.*?</t[hd]>", row, re.DOTALL)]
        for row in rows
    ]


def test_rows_become_the_tables_of_a_delivery() -> None:
    tables = example(voorzieningen_wmo=TWO).rows_read.tables
    provisions = tables.provisions
    assert provisions["person"].tolist() == [1, 2]
    assert provisions["law"].tolist() == ["wmo", "wmo"]
    assert provisions["category"].tolist() == ["01", "01"]
    assert provisions["start"].dt.date.tolist() == [date(2020, 1, 1), date(2020, 2, 15)]
    assert pd.isna(provisions["end"].iloc[1])
    assert len(tables.persons) == len(tables.addresses) == 2
    assert tables.persons["household"].tolist() == [1, 2]


def test_wmo_and_youth_help_stand_in_one_table_with_numbers_of_their_own() -> None:
    provisions = example(
        voorzieningen_wmo=TWO, voorzieningen_jeugd="wie | begindatum\nEva | 01-01-2020"
    ).rows_read.tables.provisions
    assert provisions["provision"].tolist() == [1, 2, 3]
    assert provisions["law"].tolist() == ["wmo", "wmo", "jeugd"]
    assert provisions["category"].iloc[2] == "45"


def test_who_shares_a_household_has_its_number() -> None:
    read = example(
        clienten="wie | huishouden\nAnna | huis 1\nBram | huis 1",
        uitkeringen="wie | begindatum\nBram | 01-01-2020\nCor | 01-01-2020",
    ).rows_read
    assert read.households == {"huis 1": 1, "huishouden van Cor": 2}
    assert read.tables.benefits["household"].tolist() == [1, 2]


def test_amounts_are_written_as_in_a_delivery() -> None:
    read = example(declaraties="wie | dienst_van | bedrag\nAnna | 01-02-2020 | 1.234,50").rows_read
    assert read.tables.declarations["amount"].tolist() == [123450]


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"facturen": "wie\nAnna"}, "voorzieningen_wmo"),
        ({"voorzieningen_wmo": "wie | begin\nAnna | 01-01-2020"}, "begindatum"),
        ({"voorzieningen_wmo": "wie | begindatum\nAnna | 2020-01-01"}, "een datum als 31-12-2020"),
        ({"voorzieningen_wmo": "wie | begindatum\nAnna"}, "2 vakken in elke rij"),
        ({"voorzieningen_wmo": "begindatum\n01-01-2020"}, "een kolom wie"),
        ({"clienten": "wie | wijk\nAnna | Oost"}, r"clienten, wijk: een van Noord, Zuid \(1 rij: 2\)"),
        ({"open_data": "reeks | periode | gebied\nr | 2020 | Oost"}, "open_data, gebied"),
        ({"open_data": "reeks | waarde\nr | 1"}, "een kolom periode en gebied"),
        (
            {"open_data": "reeks | periode | gebied | waarde\nr | 2020 | Zuid | \nr | 2020 | Noord | 12.5"},
            r"open_data, waarde: een getal als 1.234,5, of leeg \(1 rij: 3\)",
        ),
    ],
)
def test_a_mistake_is_told_in_dutch(files: dict[str, str], told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        example(**files)


def test_a_published_number_is_written_as_in_dutch() -> None:
    text = "reeks | periode | gebied | waarde\nr | 2020 | Zuid | 1.234,5\nr | 2020 | Noord |"
    published = example(open_data=text).rows_read.open_data
    assert published["value"].iloc[0] == 1234.5
    assert published["status"].tolist() == ["definitief", "ontbreekt"]


def test_a_sentence_takes_its_figures_from_the_engine() -> None:
    active = question(PersonsActive(WMO))
    told = example(voorzieningen_wmo=TWO).tell("{a.2020Q1} en {a.2020Q2}, samen {a.som}.", a=active)
    assert told.html == "<p>2 en 1, samen 3.</p>"


def test_a_sentence_with_a_figure_that_is_not_there_is_refused() -> None:
    with pytest.raises(ParameterError, match=r"a\.2019Q1"):
        example(voorzieningen_wmo=TWO).tell("{a.2019Q1}", a=question(PersonsActive(WMO)))


def test_text_is_escaped() -> None:
    shown = example(voorzieningen_wmo="wie | begindatum\n<b>Anna</b> | 01-01-2020").rows()
    assert "<b>" not in shown.html
    assert "&lt;b&gt;Anna" in shown.html


def test_figures_of_areas_name_their_question_when_there_are_several() -> None:
    people = "wijk | leeftijd_van | leeftijd_tot | aantal\nNoord | 0 | | 1.000"
    shown = example(voorzieningen_wmo=TWO, bevolking=people)
    both = ("gemeente", "wijk")
    rate = question(PersonsActive(WMO), "Deel", per=EVERYBODY, form="per_1000", levels=both)
    table = cells(shown.figures(rate, question(Stock(WMO), "Stand", levels=both)).html)
    assert [row[0] for row in table] == [
        "", "Deel", "Deel, Noord", "Deel, Zuid", "Stand", "Stand, Noord", "Stand, Zuid",
    ]  # fmt: skip
    assert table[1][1:] == ["2 (2 / 1.000)", "1 (1 / 1.000)"]
    assert table[3][1:] == ["onbekend", "onbekend"]


def test_a_picture_shows_each_person_alone() -> None:
    made = example(voorzieningen_wmo=TWO)
    found = lanes(made.rows_read, question(PersonsActive(WMO)), made.quarters)
    assert [(lane.label, lane.marks) for lane in found] == [
        ("Anna", ("telt", "")),
        ("Bram", ("telt", "telt")),
    ]


def test_a_picture_of_a_share_shows_rows_and_what_is_only_in_the_whole() -> None:
    made = example(
        voorzieningen_wmo="wie | leveringsvorm | begindatum\nAnna | pgb | 01-01-2020\nAnna | zin | 01-05-2020"
    )
    found = lanes(made.rows_read, question(Share(WMO, {"form": "pgb"})), made.quarters)
    assert [lane.marks for lane in found] == [("telt", ""), ("", "telt in de noemer")]


def test_a_picture_of_amounts_shows_what_each_person_adds() -> None:
    made = example(
        declaraties="wie | dienst_van | bedrag\nAnna | 01-02-2020 | 100\nAnna | 01-04-2020 | 50\nBram | 01-04-2020 | 7"
    )
    asked = question(Amount(Selection("declarations")))
    found = lanes(made.rows_read, asked, made.quarters)
    assert [lane.marks for lane in found] == [("€\xa0100", "€\xa050"), ("", "€\xa07")]


def test_a_picture_of_several_laws_has_the_rows_of_all() -> None:
    made = example(
        voorzieningen_wmo="wie | begindatum\nAnna | 01-01-2020",
        voorzieningen_jeugd="wie | begindatum\nEva | 01-01-2020",
        uitkeringen="wie | begindatum | einddatum\nAnna | 01-01-2020 | 31-03-2020",
        schuldhulp="wie | begindatum\nEva | 01-04-2020",
    )
    anna, eva = lanes(made.rows_read, question(Overlap()), made.quarters)
    assert (len(anna.bars), anna.marks) == (2, ("telt", ""))
    assert (len(eva.bars), eva.marks) == (2, ("", "telt"))


def test_open_data_are_taken_over() -> None:
    made = Example.of(
        "2020Q1-2020Q4",
        open_data="reeks | periode | gebied | waarde\nr | 2020 | Gemeente | 12,5\nr | 2020 | Zuid |",
    )
    asked = question(
        External("r"), "Deel", form="procent", decimals=1, levels=("gemeente", "wijk"), moment="jaar"
    )
    assert cells(made.figures(asked).html) == [["", "2020"], ["Deel", "12,5%"], ["Zuid", "onbekend"]]
    assert [lane.marks for lane in lanes(made.rows_read, asked, made.quarters)] == [("12,5%",), ("onbekend",)]
