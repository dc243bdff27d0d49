"""How dates and numbers are written, guessed from cells."""

from __future__ import annotations

import datetime as dt

import pandas as pd
import pytest

from socdom.sources.mapping.cells import cells_of
from socdom.sources.mapping.notation import date_notation, number_notation


def cells(*values: object):
    return cells_of(pd.Series(list(values), dtype="object"))


@pytest.mark.parametrize(
    ("texts", "pattern", "certain"),
    [
        (["31-12-2020", "01-02-2021"], "dd-mm-jjjj", True),
        (["1-2-2021", "28-2-2021"], "dd-mm-jjjj", True),
        (["2020-12-31", "2021-02-01"], "jjjj-mm-dd", True),
        (["2021-02-01 00:00:00"], "jjjj-mm-dd", True),
        (["31/12/2020"], "dd/mm/jjjj", True),
        (["31.12.2020"], "dd.mm.jjjj", True),
        (["20201231", "20210201"], "jjjjmmdd", True),
        (["31122020"], "ddmmjjjj", True),
        (["12/31/2020", "01/02/2021"], "mm/dd/jjjj", True),
        # Nothing tells day from month: the Dutch way, to be looked at.
        (["01/02/2021", "03/04/2021"], "dd/mm/jjjj", False),
        # Both ways are in it: most have the month first, yet it is not taken, as it is not certain.
        (["12/31/2020", "11/30/2020", "25/01/2021"], "dd/mm/jjjj", False),
        ([], "dd-mm-jjjj", True),
    ],
)
def test_pattern_of_dates(texts: list[str], pattern: str, certain: bool) -> None:
    found = date_notation([cells(*texts)])
    assert (found.written, found.certain) == (pattern, certain)


def test_share_of_a_column_with_two_forms_is_told() -> None:
    found = date_notation([cells(*["31-12-2020"] * 3, "2021-01-01")])
    assert (found.written, found.share) == ("dd-mm-jjjj", 0.75)


def test_the_columns_of_a_file_have_one_pattern_together() -> None:
    """01/02 could be either; the other column says that the month comes first."""
    assert date_notation([cells("01/02/2021"), cells("12/31/2021")]).written == "mm/dd/jjjj"


def test_cells_that_are_dates_need_no_pattern() -> None:
    found = date_notation([cells(dt.datetime(2020, 1, 31), dt.date(2020, 2, 1))])
    assert (found.written, found.share, found.certain) == ("dd-mm-jjjj", 1.0, True)


@pytest.mark.parametrize(
    ("texts", "written"),
    [
        (["1.234,56", "-12,5"], "1.234,56"),
        (["1,234.56", "12.50"], "1,234.56"),
        (["12.50"], "1,234.56"),
        (["€ 1.234,00", "100"], "1.234,56"),
        (["100", "200"], "1.234,56"),
        (["1.234"], "1.234,56"),
        ([], "1.234,56"),
    ],
)
def test_notation_of_numbers(texts: list[str], written: str) -> None:
    assert number_notation([cells(*texts)]).written == written
