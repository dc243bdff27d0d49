"""What the attack holds for true is true in every town, and it overlooks no sum that always holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from socdom.attack.cells import cells_of
from socdom.attack.facts import drafted, facts_of
from socdom.attack.unknowns import unknowns_of
from socdom.editions.model import FIGURE_KEY
from socdom.indicators import catalogue
from socdom.measures.compute import compute
from socdom.measures.indicator import Indicator
from socdom.tables import Tables
from tests.lib.crowd import crowd
from tests.lib.kinds import KINDS, yearly
from tests.lib.outsider import all_hidden, broken, release_of
from tests.lib.rank import outside, relations_of
from tests.lib.towns import AREAS, TWO_YEARS, towns

_ANY = [HealthCheck.too_slow, HealthCheck.data_too_large]
FEW = settings(max_examples=2, deadline=None, suppress_health_check=_ANY)
MANY = settings(max_examples=60, deadline=None, suppress_health_check=_ANY)
_DAY = np.timedelta64(1, "D")

# Two quarters in a row, and a year with its quarters.
QUARTERS = [(str(quarter), str(quarter + 1)) for quarter in TWO_YEARS[:-1]]
YEARS = [(str(year), *(f"{year}Q{number}" for number in range(1, 5))) for year in (2019, 2020)]
# Of several ways of counting, with other indicators that count the same or a part of it.
SOME = (
    "participatie_aanvragen",
    "participatie_besluiten",
    "participatie_binnen_termijn",
    "participatie_open",
    "participatie_open_te_lang",
    "reintegratie_begonnen",
    "reintegratie_lopend",
    "reintegratie_naar_werk",
    "wmo_clienten",
    "wmo_hulp_bij_huishouden",
    "wmo_voorzieningen",
    "bijstand_personen",
    "bijstand_jongeren",
    "bijstand_uitstroom",
    "bijstand_uitstroom_werk",
    "wmo_kosten",
    "wmo_kosten_per_client",
)


def protected() -> list[Indicator]:
    """The catalogue without what was public before."""
    return [item for item in catalogue().values() if item.protection != "openbaar"]


def kinds() -> list[Indicator]:
    """Every way of counting, over quarters and over years."""
    items = [item for item in KINDS if item.protection != "openbaar"]
    return [*items, *(replace(item, id=f"{item.id}_jaar") for item in yearly(tuple(items)))]


def untidy(persons: int, seed: int) -> Tables:
    """A crowd in which things are not known, people have two of a kind, and households fall apart."""
    rng, tables = np.random.default_rng(seed), crowd(persons, seed)

    def some(frame: pd.DataFrame, part: float) -> np.ndarray:
        return rng.random(len(frame)) < part

    def days(frame: pd.DataFrame, first: int, last: int) -> np.ndarray:
        return rng.integers(first, last, len(frame)) * _DAY

    help_ = tables.provisions.copy()
    help_["assigned"] = help_["start"] - days(help_, -20, 60)
    help_.loc[some(help_, 0.3), "end_reason"] = ""
    again = help_[some(help_, 0.2)].copy()
    again["category"] = np.where(again["law"].eq("wmo"), "01", "45")
    again["provision"] = np.arange(len(again)) + 10**6
    debts, benefits, persons_ = (
        tables.debt_trajectories.copy(), tables.benefits.copy(), tables.persons.copy()
    )  # fmt: skip
    debts["household"] = rng.integers(0, 40, len(debts))
    debts["registered"] = debts["start"] - days(debts, 0, 60)
    benefits.loc[some(benefits, 0.2), "household"] = 9000
    benefits.loc[some(benefits, 0.3), "end_reason"] = ""
    persons_.loc[some(persons_, 0.1), "birth_date"] = pd.NaT
    return replace(
        tables,
        persons=persons_,
        addresses=tables.addresses[~some(tables.addresses, 0.15)].reset_index(drop=True),
        provisions=pd.concat([help_, again], ignore_index=True),
        benefits=benefits,
        debt_trajectories=debts,
    )


def require_true(items: Sequence[Indicator], tables: Tables) -> None:
    """All that is held for true fits the true figures, with every figure hidden."""
    raw = compute(list(items), tables, list(TWO_YEARS), AREAS, None)
    release = release_of(all_hidden(raw), items, AREAS)
    for facts in facts_of(release, raw):
        assert len(facts.relations) > 0
        assert broken(facts) == []


@pytest.mark.parametrize(("persons", "seed"), [(40, 1), (140, 2)])
def test_every_kind_keeps_to_what_is_said_of_it(persons: int, seed: int) -> None:
    require_true(kinds(), untidy(persons, seed))


@FEW
@given(tables=towns())
def test_what_is_said_is_true_of_awkward_towns(tables: Tables) -> None:
    require_true(kinds(), tables)


def test_what_is_said_of_the_catalogue_is_true() -> None:
    require_true(protected(), untidy(120, 3))


@pytest.mark.long
@MANY
@given(tables=towns())
def test_what_is_said_is_true_of_many_towns(tables: Tables) -> None:
    require_true(kinds(), tables)
    require_true(protected(), tables)


@pytest.mark.long
@pytest.mark.parametrize("seed", range(10, 40))
def test_what_is_said_is_true_of_many_crowds(seed: int) -> None:
    require_true(kinds(), untidy(20 + 8 * (seed % 12), seed))
    require_true(protected(), untidy(20 + 8 * (seed % 12), seed))


def test_no_sum_that_always_holds_is_overlooked() -> None:
    """Within a quarter and from one to the next, of a town and its wijken."""
    items = [item for item in protected() if item.id in SOME]
    assert overlooked(items, [known_town(items, seed) for seed in range(26)], QUARTERS) == []


@pytest.mark.long
@pytest.mark.parametrize("theme", ["jeugd", "wmo", "inkomen", "schulden", "samenhang"])
def test_no_sum_of_a_theme_is_overlooked(theme: str) -> None:
    items = [item for item in protected() if item.theme == theme]
    raws = [known_town(items, seed) for seed in range(200)]
    assert overlooked(items, raws, QUARTERS) == []
    totals = [raw[raw["dimension"].eq("") & raw["area"].str.startswith("GM")] for raw in raws]
    assert overlooked(items, totals, YEARS) == []


def known_town(items: Sequence[Indicator], seed: int) -> pd.DataFrame:
    """Unprotected figures of a crowd of which homes and ages are known, so that they add up."""
    known = crowd(150, seed)
    tables = replace(untidy(150, seed), persons=known.persons, addresses=known.addresses)
    return compute(list(items), tables, list(TWO_YEARS), AREAS, None)


def overlooked(
    items: Sequence[Indicator], raws: Sequence[pd.DataFrame], spans: Sequence[tuple[str, ...]]
) -> list[str]:
    """Sums that hold in all towns and do not follow from what the attack says, in words.

    Args:
        spans: periods that are looked at together, and others that lie to each other in the same way.
    """
    tables = [numbers(found, span) for found in unknowns(items, raws) for span in spans]
    table = pd.concat(tables, axis=1, join="inner").T
    said = declared(items, raws[0], spans[0], list(table.columns))
    rows = np.rint(table.to_numpy() * 100).astype(np.int64)
    always = said[~(rows @ said.T).any(axis=0)]
    never = np.eye(len(table.columns), dtype=np.int64)[~rows.any(axis=0)]
    left = outside(relations_of(rows), np.vstack([always, never]))
    names = [" ".join(filter(None, map(str, name))) for name in table.columns]
    return [
        " ".join(f"{row[place]:+d} {names[place]}" for place in np.flatnonzero(row))
        for row in left
        if row.any()
    ]


def unknowns(items: Sequence[Indicator], raws: Sequence[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """The numbers of every town."""
    release = release_of(all_hidden(raws[0]), items, AREAS)
    cells = cells_of(release.descriptions)
    for raw in raws:
        yield unknowns_of(replace(release, figures=all_hidden(raw)), raw, cells)


def numbers(found: pd.DataFrame, span: tuple[str, ...]) -> pd.Series:
    """The true numbers of some periods, by the place of the period and the rest of the key."""
    mine = found[found["period"].isin(span) & found["part"].ne("difference")]
    return pd.Series(mine["true"].to_numpy(), pd.MultiIndex.from_arrays(keys(mine, span)))


def keys(found: pd.DataFrame, span: tuple[str, ...]) -> list[pd.Series]:
    place = found["period"].map({period: place for place, period in enumerate(span)}).fillna(-1).astype(int)
    return [place, *(found[name].astype(str) for name in (*FIGURE_KEY, "part") if name != "period")]


def declared(
    items: Sequence[Indicator], raw: pd.DataFrame, span: tuple[str, ...], names: list[tuple[object, ...]]
) -> np.ndarray:
    """The equalities about these numbers, one row each: a coefficient per number."""
    found, draft = drafted(release_of(all_hidden(raw), items, AREAS), raw)
    column = pd.MultiIndex.from_tuples(names).get_indexer(pd.MultiIndex.from_arrays(keys(found, span)))
    relations, terms = draft.relations(), draft.terms().assign(column=lambda frame: column[frame["unknown"]])
    equal = relations["low"].eq(0) & relations["high"].eq(0)
    equal &= ~relations.index.isin(terms.loc[terms["column"].lt(0), "relation"])
    terms = terms[equal.to_numpy()[terms["relation"]]]
    number, _ = pd.factorize(terms["relation"])
    matrix = np.zeros((number.max(initial=-1) + 1, len(names)), dtype=np.int64)
    matrix[number, terms["column"]] = terms["coefficient"]
    return matrix
