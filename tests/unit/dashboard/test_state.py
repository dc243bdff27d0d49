"""What can be chosen, and how an address becomes a choice and back."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.dashboard.choosing import CHOICE_PAGES
from socdom.dashboard.state import Control, Selection
from socdom.dutch import NBSP
from socdom.editions.model import THEMES
from socdom.editions.read import Edition
from tests.lib.sample_edition import QUARTERS, WIJKEN, write_sample


def controls(edition: Edition, theme: str) -> tuple[Control, ...]:
    return CHOICE_PAGES[theme].controls(edition)


def selection(edition: Edition, theme: str, query: str = "") -> Selection:
    return CHOICE_PAGES[theme].selection(edition, query)


def is_offered(edition: Edition, theme: str, query: str) -> bool:
    return CHOICE_PAGES[theme].is_offered(edition, query)


def by_name(edition: Edition, theme: str) -> dict[str, Control]:
    return {control.name: control for control in controls(edition, theme)}


def test_controls_of_a_theme_with_everything(sample: Edition) -> None:
    offered = by_name(sample, "jeugd")
    assert list(offered) == ["wijk", "kwartaal", "eenheid"]
    assert list(offered["wijk"].options) == ["", *sorted(WIJKEN, key=lambda code: WIJKEN[code])]
    assert offered["wijk"].options[""] == "Heel Lindeveen"
    assert list(offered["kwartaal"].options) == QUARTERS[::-1]
    assert list(offered["eenheid"].options.values()) == ["Procenten", "Aantallen"]


@pytest.mark.parametrize(
    ("theme", "expected"),
    [
        ("wmo", ["kwartaal", "eenheid"]),
        ("inkomen", ["wijk", "kwartaal"]),
        ("schulden", ["kwartaal"]),
        ("geld", []),
        ("bevolking", []),
    ],
)
def test_a_control_is_there_only_where_there_is_a_choice(
    sample: Edition, theme: str, expected: list[str]
) -> None:
    assert list(by_name(sample, theme)) == expected


def test_default_is_the_whole_municipality_and_the_newest(sample: Edition) -> None:
    chosen = selection(sample, "jeugd")
    assert (chosen.area, chosen.period, chosen.unit) == (None, None, "value")
    assert chosen.permalink == "?"
    assert chosen.words.replace(NBSP, " ") == "heel Lindeveen, 4e kwartaal 2020, procenten"


def test_address_gives_the_choice(sample: Edition) -> None:
    chosen = selection(sample, "jeugd", "wijk=WK999902&kwartaal=2019Q1&eenheid=aantal")
    assert (chosen.area, chosen.period, chosen.unit) == ("WK999902", "2019Q1", "count")
    assert chosen.words.replace(NBSP, " ") == "Noorderlinde, 1e kwartaal 2019, aantallen"


@pytest.mark.parametrize(
    "query",
    [
        "wijk=WK076600",
        "wijk=GM9999",
        "kwartaal=2017Q4",
        "kwartaal=2020Q5",
        "eenheid=euro",
        "wijk=<script>",
        "wijk=Noorderlinde",
        "wijk[]=WK999902",
        "gebied=WK999902",
        "&&==;%%%",
        "wijk=WK999902&wijk=onzin&wijk=",
    ],
)
def test_anything_else_gives_the_default(sample: Edition, query: str) -> None:
    assert selection(sample, "jeugd", query).period is None
    assert selection(sample, "jeugd", query).unit == "value"
    if query != "wijk=WK999902&wijk=onzin&wijk=":
        assert selection(sample, "jeugd", query) == selection(sample, "jeugd")


def unit(edition: Edition, theme: str) -> str:
    return next(iter(by_name(edition, theme)["eenheid"].options.values()))


def test_the_unit_names_every_kind_of_rate(rich: Edition) -> None:
    told = [unit(rich, theme) for theme in ("jeugd", "wmo", "samenhang")]
    assert told == ["Procenten", "Per 1.000", "Per 10.000"]
    edition = Edition(rich.folder)
    edition.descriptions = {d.id: d.model_copy(update={"theme": "wmo"}) for d in rich.indicators()}
    assert unit(edition, "wmo") == "Procenten, per 1.000 en per 10.000"


@given(query=st.text(max_size=60))
@settings(deadline=None, max_examples=60)
def test_no_address_gives_a_value_outside_the_options(sample: Edition, query: str) -> None:
    chosen = selection(sample, "jeugd", query)
    assert all(chosen.values[control.name] in control.options for control in chosen.controls)


@given(data=st.data(), theme=st.sampled_from(list(THEMES)))
@settings(deadline=None, max_examples=60)
def test_permalink_leads_back_to_the_same_choice(sample: Edition, data: st.DataObject, theme: str) -> None:
    offered = controls(sample, theme)
    values = {c.name: data.draw(st.sampled_from(list(c.options))) for c in offered}
    chosen = Selection(offered, values)
    assert selection(sample, theme, chosen.permalink.removeprefix("?")) == chosen
    assert selection(sample, theme, urlencode(values)) == chosen


def test_choosing_changes_one_thing(sample: Edition) -> None:
    start = selection(sample, "jeugd")
    chosen = start.choose("wijk", "WK999903")
    assert (chosen.area, chosen.period, chosen.unit) == ("WK999903", None, "value")
    assert start.area is None
    assert start.choose("wijk", "WK000000") == start
    assert start.choose("jaar", "2020") == start


@pytest.mark.parametrize("theme", THEMES)
def test_all_that_a_page_offers_is_in_the_list_of_the_edition(rich: Edition, theme: str) -> None:
    """The list is read here as plain JSON."""
    content = json.loads((rich.folder / "inventory.json").read_text(encoding="utf-8"))
    own = {d.id for d in rich.indicators(theme)}
    listed = {
        (area, period)
        for indicator in content["indicators"]
        if indicator["id"] in own
        for table in indicator["tables"]
        if not table["dimension"]
        for area in content["areas"][table["areas"]]
        for period in content["periods"][table["periods"]]
    }
    offered = {control.name: list(control.options) for control in controls(rich, theme)}
    areas = [area or "GM9999" for area in offered.get("wijk", [])]
    periods = offered.get("kwartaal", [])
    assert {pair for pair in product(areas, periods) if pair not in listed} == set()
    for values in product(*offered.values()):
        assert is_offered(rich, theme, urlencode(dict(zip(offered, values, strict=True))))


def test_what_is_offered_comes_from_the_list_alone(tmp_path: Path) -> None:
    """Of an edition whose figures cannot be read the choices are still known."""
    edition = Edition(write_sample(tmp_path))
    expected = controls(edition, "jeugd")
    (edition.folder / "figures.parquet").write_bytes(b"")
    assert controls(Edition(edition.folder), "jeugd") == expected
    content = json.loads((edition.folder / "inventory.json").read_text(encoding="utf-8"))
    content["areas"]["wijk"] = ["WK999901"]
    content["periods"]["kwartaal"] = QUARTERS[-3:]
    (edition.folder / "inventory.json").write_text(json.dumps(content), encoding="utf-8")
    fewer = by_name(Edition(edition.folder), "jeugd")
    assert list(fewer["wijk"].options) == ["", "WK999901"]
    assert list(fewer["kwartaal"].options) == QUARTERS[:-4:-1]


@pytest.mark.parametrize(
    ("theme", "query", "exists"),
    [
        ("jeugd", "", True),
        ("jeugd", "wijk=", True),
        ("jeugd", "wijk=WK999902&kwartaal=2019Q1&eenheid=aantal", True),
        ("jeugd", "gebied=WK999902&utm_source=nieuwsbrief", True),
        ("jeugd", "wijk=WK999902&wijk=onzin", False),
        ("jeugd", "wijk=BU99990101", False),
        ("jeugd", "wijk=WK999902&kwartaal=2017Q4", False),
        ("jeugd", "eenheid=value", False),
        ("wmo", "wijk=WK999902", False),  # help of the Wmo is not listed per wijk here
        ("geld", "kwartaal=2020Q3", False),
        ("bevolking", "wijk=WK999902", False),
    ],
)
def test_an_address_exists_only_where_all_it_asks_is_offered(
    sample: Edition, theme: str, query: str, exists: bool
) -> None:
    assert is_offered(sample, theme, query) == exists


ASKED = st.lists(
    st.tuples(
        st.sampled_from(["wijk", "kwartaal", "eenheid", "gebied"]),
        st.sampled_from(["", "WK999902", "WK999908", "WK076600", "2020Q3", "2017Q4", "aantal", "euro"]),
    ),
    max_size=4,
)


@given(asked=ASKED)
@settings(deadline=None, max_examples=100)
def test_an_address_that_exists_gives_exactly_what_it_asks(
    sample: Edition, asked: list[tuple[str, str]]
) -> None:
    """Without a value nothing is asked; of two answers to one question the last one counts, when both exist."""
    exists = is_offered(sample, "jeugd", urlencode(asked))
    known = {"wijk": set(WIJKEN), "kwartaal": set(QUARTERS), "eenheid": {"aantal", "cijfer"}}
    wanted = [(name, value) for name, value in asked if name in known and value]
    assert exists == all(value in known[name] for name, value in wanted)
    if exists:
        values = selection(sample, "jeugd", urlencode(asked)).values
        assert all(values[name] == value for name, value in dict(wanted).items())
