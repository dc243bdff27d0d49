"""A definition tried out: its figures are those of a run, and the checks see what is wrong."""

from __future__ import annotations

import pkgutil
import re
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path

import pandas as pd
import pytest

import socdom.measures.kinds
from socdom.errors import DefinitionError
from socdom.indicators import catalogue
from socdom.measures.kinds.base import Kind
from socdom.parameters import Places
from socdom.workbench import kinds
from socdom.workbench.gemeente import Gemeente
from socdom.workbench.ground import Ground, ground_of
from socdom.workbench.trying import Preview, checking, like, preview
from socdom.workbench.trying.checking import checked
from socdom.workbench.trying.complete import steps, text_remarks
from socdom.workbench.trying.difference import changed_fields, side_by_side
from socdom.workbench.trying.effect import cost_to_others, parts
from socdom.workbench.trying.protecting import Shielded, shielded
from socdom.workbench.trying.related import protected_together
from socdom.workbench.trying.sampling import sample
from tests.lib.small_town import SLUG, make_workplace

ITEMS = catalogue()
OWN = [item for item in ITEMS.values() if not item.external_series]
ONE_OF_EVERY_KIND = list({type(item.measure): item for item in reversed(OWN)}.values())
# What the three have to do with others, and some that have nothing to do with them.
NAMES = ("wmo_clienten", "wmo_wachttijd", "samenhang_personen")
_ASIDE = {"jeugdhulp_gebruik", "wmo_stand", "wmo_besluittijd", "bijstand_personen"}
_SOME = {item.id for name in NAMES for item in protected_together(name, OWN)} | _ASIDE
SOME = [item for item in OWN if item.id in _SOME]
TRANSPORT = like("wmo_clienten", id="wmo_vervoer", title="Vervoer", where={"category": "12"}, group_by=())


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return make_workplace(tmp_path_factory.mktemp("dorp"))


@pytest.fixture(scope="module")
def ground(places: Places) -> Ground:
    return ground_of(places, SLUG)


@pytest.fixture(scope="module")
def tried(places: Places) -> Preview:
    return preview(TRANSPORT, Gemeente(SLUG, places), beside="wmo_clienten")


def test_every_kind_has_its_name() -> None:
    """A kind is a class with a name and a method of its own; its base classes have none."""
    found = set()
    for module in pkgutil.iter_modules(socdom.measures.kinds.__path__, "socdom.measures.kinds."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, type) and issubclass(value, Kind) and value.__module__ == module.name:
                if not value.__subclasses__() and not name.startswith("_"):
                    found.add(name)
    assert found == set(kinds.__all__)
    assert list(kinds.__all__) == sorted(kinds.__all__)


@pytest.mark.parametrize("name", NAMES)
def test_protected_with_what_it_is_connected_to_is_protected_as_in_a_run(
    name: str, ground: Ground, run: Shielded
) -> None:
    some = shielded(ground, protected_together(name, OWN))
    pd.testing.assert_frame_equal(
        some.of(name).reset_index(drop=True), run.of(name).reset_index(drop=True), check_dtype=False
    )


@pytest.fixture(scope="module")
def run(ground: Ground) -> Shielded:
    return shielded(ground, SOME)


def test_what_counts_the_same_or_the_same_cases_belongs_together() -> None:
    names = {item.id for item in protected_together("wmo_wachttijd", OWN)}
    assert {"wmo_wachttijd", "wmo_wachttijd_p90", "wmo_instroom"} <= names
    assert "jeugdhulp_gebruik" not in names
    twin = replace(ITEMS["jeugdhulp_gebruik"], id="tweeling")
    assert {item.id for item in protected_together("tweeling", [*OWN, twin])} >= {"jeugdhulp_gebruik"}


@pytest.mark.parametrize("item", ONE_OF_EVERY_KIND, ids=lambda item: type(item.measure).__name__)
def test_engine_and_slow_count_agree_on_a_sample(item: object, ground: Ground) -> None:
    found = checked(ground, item)  # type: ignore[arg-type]
    assert found is not None
    assert found.cells > 0
    assert found.apart == ()


def test_an_engine_that_counts_one_too_many_is_seen(ground: Ground, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_more(count: Callable[..., pd.DataFrame]) -> Callable[..., pd.DataFrame]:
        def counted(*given: object) -> pd.DataFrame:
            figures = count(*given)
            figures.loc[3, "numerator"] += 1
            return figures

        return counted

    monkeypatch.setattr(checking, "compute", one_more(checking.compute))
    found = checked(ground, ITEMS["wmo_clienten"])
    assert found is not None
    assert len(found.apart) == 1
    assert not found.agrees


def test_open_data_are_not_counted(ground: Ground) -> None:
    assert checked(ground, next(item for item in ITEMS.values() if item.external_series)) is None


def test_a_sample_has_whole_households_and_is_always_the_same(ground: Ground) -> None:
    item = ITEMS["wmo_clienten"]
    found, again = sample(ground.tables, item), sample(ground.tables, item)
    people, all_people = found.tables.persons, ground.tables.persons
    assert people["person"].tolist() == again.tables.persons["person"].tolist()
    assert found.persons == people["person"].nunique()
    assert set(all_people.loc[all_people["household"].isin(people["household"]), "person"]) == set(
        people["person"]
    )
    assert len(found.tables.population) == len(ground.tables.population)


def test_each_part_is_counted_once(ground: Ground) -> None:
    found = shielded(ground, protected_together("wmo_clienten", OWN))
    figures = found.of("wmo_clienten")
    counted = parts(found, "wmo_clienten")
    assert sum(item.shown + item.small + item.beside + item.empty for item in counted) == len(figures)
    assert sum(item.small + item.beside for item in counted) == (figures["status"] == "geheim").sum()
    wijken = next(item for item in counted if item.level == "wijk")
    assert wijken.shown == (figures["area"].str.startswith("WK") & figures["value"].notna()).sum()


def test_what_others_lose_is_counted(ground: Ground) -> None:
    found = shielded(ground, [ITEMS["wmo_clienten"], ITEMS["wmo_instroom"]])
    before = replace(found, figures=found.figures.assign(status="definitief"))
    after = replace(found, figures=before.figures.copy())
    mine = after.figures.index[after.figures["indicator"].eq("wmo_instroom")]
    after.figures.loc[mine[:3], "status"] = "geheim"
    assert cost_to_others(before, after, "wmo_clienten") == (("wmo_instroom", 3),)
    assert cost_to_others(before, after, "wmo_instroom") == ()
    assert cost_to_others(after, before, "wmo_clienten") == ()


def test_a_definition_that_is_like_another_has_its_own_words_and_codes() -> None:
    base = ITEMS["wmo_clienten"]
    made = like(
        "wmo_clienten",
        id="a",
        title="Ouderen",
        ages=(65, 200),
        group_by=(),
        per=None,
        format="aantal",
        scale=1,
        unit="inwoners",
    )
    assert made.measure.selection.where == base.measure.selection.where
    assert made.measure.selection.ages == (65, 200)
    assert (made.short, made.bbv, made.key_figure, made.group) == ("Ouderen", "", False, "Gebruik")
    assert base == catalogue()["wmo_clienten"]
    assert like("wmo_binnen_termijn", days=28).measure.days == 28


def test_a_breakdown_that_no_longer_fits_is_left_out() -> None:
    assert ITEMS["wmo_clienten"].group_by == ("soort_wmo", "vorm", "leeftijd")
    assert like("wmo_clienten", id="a", where={"category": "12"}).group_by == ("vorm", "leeftijd")
    assert like("wmo_clienten", id="a", ages=(65, 200)).group_by == ("soort_wmo", "vorm")


@pytest.mark.parametrize(
    ("name", "changes", "told"),
    [
        ("wmo_client", {}, "wmo_clienten"),
        ("wmo_clienten", {"titel": "x", "wher": {}}, "title"),
        ("wmo_clienten", {"where": {"category": "99"}}, "codes die kunnen voorkomen"),
        ("wmo_clienten", {"days": 3}, "PersonsActive"),
    ],
)
def test_a_wrong_change_says_what_to_write(name: str, changes: dict[str, object], told: str) -> None:
    with pytest.raises(DefinitionError, match=told):
        like(name, **changes)


def test_only_fields_that_differ_are_named() -> None:
    old = ITEMS["wmo_binnen_termijn"]
    assert changed_fields(old, replace(old, id="x")) == ()
    new = replace(old, id="x", measure=replace(old.measure, days=28), why="Anders.")
    assert changed_fields(old, new) == (("why", "tekst", "andere tekst"), ("measure.days", "56", "28"))


def test_figures_stand_beside_each_other_by_period(run: Shielded) -> None:
    one, other = run.of("wmo_clienten"), run.of("wmo_instroom")
    both = side_by_side(one, other)
    quarter = one["period"].max()
    whole = one["area"].str.startswith("GM") & one["dimension"].eq("") & one["period"].eq(quarter)
    assert both["period"].is_unique
    assert both.loc[both["period"].eq(quarter), "old"].tolist() == one.loc[whole, "value"].tolist()


def test_a_definition_that_is_not_ready_says_why() -> None:
    late = replace(
        TRANSPORT, why=f"Dit is {'een zin die veel te lang is en ' * 5}nooit ophoudt.", pitfalls=()
    )
    day = date(late.next_review.year + 1, 1, 1)
    done = {step.name: step.done for step in steps(late, day)}
    assert list(done.values()) == [False, True, False, False, False]
    assert text_remarks(TRANSPORT) == ()
    assert all(step.done for step in steps(ITEMS["wmo_clienten"], ITEMS["wmo_clienten"].reviewed))


def test_all_parts_are_shown_and_nothing_is_left_behind(places: Places, tried: Preview) -> None:
    before = {path: path.stat().st_mtime_ns for path in places.root.parent.rglob("*")}
    left = set(Path(tempfile.gettempdir()).glob("socdom-voorbeeld-*"))
    html = tried._repr_html_()
    headings = re.findall(r"<h3>(.*?)</h3>", html)
    assert headings == [
        "Wat we tellen",
        "Het cijfer",
        "Twee keer geteld",
        "Wat bescherming doet",
        "Verschil met inwoners met Wmo-hulp",
        "Is de definitie af?",
    ]
    assert html.count("Intern: niet delen.") == 4
    assert {path: path.stat().st_mtime_ns for path in places.root.parent.rglob("*")} == before
    assert set(Path(tempfile.gettempdir()).glob("socdom-voorbeeld-*")) == left
    assert not re.findall(r"(?<![\d.])\d{16,19}(?![\d.])", html)


def test_the_figures_are_protected(tried: Preview) -> None:
    shown = tried.figures["numerator"].dropna()
    assert (shown % 5 == 0).all()
    assert not shown.between(1, 7).any()


def test_with_nothing_to_compare_there_is_no_difference(places: Places) -> None:
    alone = preview(TRANSPORT, Gemeente(SLUG, places))
    assert alone.difference().html == ""
    same = preview("wmo_clienten", Gemeente(SLUG, places))
    assert "dezelfde" in same.difference().html


def test_something_else_than_a_definition_is_refused(places: Places) -> None:
    with pytest.raises(DefinitionError, match="een definitie, gevonden: int"):
        preview(3, Gemeente(SLUG, places))  # type: ignore[arg-type]
