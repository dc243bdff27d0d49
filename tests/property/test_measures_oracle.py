"""The engine and a plain row-by-row count agree exactly on random towns: every kind, and the catalogue."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from socdom.indicators import catalogue
from socdom.measures.indicator import Indicator
from socdom.narrative.counting import known_kinds
from socdom.tables import Tables
from tests.lib.agreement import agree
from tests.lib.crowd import crowd
from tests.lib.kinds import KINDS, yearly
from tests.lib.towns import QUARTERS, TWO_YEARS, towns

_ANY = [HealthCheck.too_slow, HealthCheck.data_too_large]
FEW = settings(max_examples=8, deadline=None, suppress_health_check=_ANY)
MANY = settings(max_examples=500, deadline=None, suppress_health_check=_ANY)


def own() -> list[Indicator]:
    """Everything in the catalogue that is counted from own registrations."""
    return [item for item in catalogue().values() if not item.external_series]


def test_no_kind_is_left_out() -> None:
    """Budget takes the tables of a year, which come with the catalogue; open data are not counted."""
    assert {type(item.measure).__name__ for item in KINDS} == known_kinds() - {"Budget", "External"}


@FEW
@given(tables=towns())
def test_every_kind_agrees_with_the_plain_count(tables: Tables) -> None:
    agree(KINDS, tables, TWO_YEARS)


@FEW
@given(tables=towns())
def test_every_kind_counted_anew_over_years_agrees_with_the_plain_count(tables: Tables) -> None:
    agree(yearly(KINDS), tables, TWO_YEARS)


@settings(FEW, max_examples=4)
@given(tables=towns(with_budget=True))
def test_the_whole_catalogue_agrees_with_the_plain_count(tables: Tables) -> None:
    agree(own(), tables, QUARTERS)


def test_money_of_many_clients_and_providers_agrees_with_the_plain_count() -> None:
    """In a random town the largest is often the only one; here a cell has up to twenty clients and five providers."""
    money, tables = tuple(item for item in KINDS if item.measure.table == "declarations"), crowd(60)
    agree(money, tables, TWO_YEARS)
    agree(yearly(money), tables, TWO_YEARS)


@pytest.mark.long
@MANY
@given(tables=towns())
def test_every_kind_agrees_on_many_towns(tables: Tables) -> None:
    agree(KINDS, tables, TWO_YEARS)


@pytest.mark.long
@MANY
@given(tables=towns())
def test_every_kind_agrees_over_years_on_many_towns(tables: Tables) -> None:
    agree(yearly(KINDS), tables, TWO_YEARS)


@pytest.mark.long
@settings(MANY, max_examples=100)
@given(tables=towns(with_budget=True))
def test_the_whole_catalogue_agrees_on_many_towns(tables: Tables) -> None:
    agree(own(), tables, TWO_YEARS)
