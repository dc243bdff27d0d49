"""A file without a row of names has a person in its first row."""

from __future__ import annotations

import pytest

from socdom.errors import DeliveryError
from socdom.sources.mapping.header_row import all_may_be_named, may_be_named, refuse_values

# Passes the eleven-test: 9·9+8·9+7·9+6·9+5·9+4·0+3·0+2·1-9 = 308 = 28·11.
BSN = "999990019"


@pytest.mark.parametrize(
    "value", [BSN, "31-12-1980", "1980-12-31", "19801231", "12,50", "1.234,56", "12", " 7 "]
)
def test_a_value_among_the_names_is_refused_and_not_told(value: str) -> None:
    with pytest.raises(DeliveryError) as error:
        refuse_values(("Jansen", value, "Dorpsstraat"), "export.csv", 3)
    assert "export.csv, rij 3: hier horen de namen van de kolommen" in str(error.value)
    assert "Zet boven de kolommen een rij met hun namen" in str(error.value)
    for part in ("Jansen", value.strip() if len(value.strip()) > 2 else "Dorpsstraat", "Dorpsstraat"):
        assert part not in str(error.value)


def test_no_names_at_all() -> None:
    with pytest.raises(DeliveryError, match="er staan geen namen van kolommen"):
        refuse_values(("", "  "), "export.csv", 1)


def test_names_are_left_alone() -> None:
    refuse_values(("bsn", "Geb.dat.", "T/m", "", "Kolom 2"), "export.csv", 1)


def test_a_name_with_four_digits_or_an_at_sign_is_not_told() -> None:
    assert [may_be_named(name) for name in ("BSN", "Kolom 12", "1234 AB", "a@b.nl")] == [
        True,
        True,
        False,
        False,
    ]
    assert all_may_be_named(("BSN", "Naam"))
    assert not all_may_be_named(("BSN", "1234 AB"))
