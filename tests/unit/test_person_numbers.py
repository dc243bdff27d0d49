"""Which numbers in a name may be those of a person, and which are a day, a buurt or an address on a network."""

from __future__ import annotations

import pytest

from socdom.errors import Fault
from socdom.person_numbers import covered, has_person_number, may_name_somebody


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("clienten_123456782.xlsx", "clienten_….xlsx"),
        ("client123456782a", "client…a"),
        ("bsn 12345678", "bsn …"),  # a spreadsheet drops the zero in front
        ("123456783", "…"),  # fails the eleven-test: a slip
        ("123.456.782", "…"),
        ("1234.56.782", "…"),
        ("1234 56 782 en 123-456-782", "… en …"),
        ("wmo_2020_1234_56_782", "wmo_2020_…"),
        ("tabel 1234567820", "tabel …"),
        ("geboren 19360229 of 29021936", "geboren … of …"),
    ],
)
def test_a_number_of_a_person_is_covered(name: str, shown: str) -> None:
    assert covered(name) == shown
    assert has_person_number(name)


@pytest.mark.parametrize(
    "name",
    [
        "wmo_20210115.xlsx", "wmo_202101150930.csv", "wmo_20210115093000.csv", "wmo_2021-01-15.csv", "15-01-2021",
        "BU99980101", "WK999801", "10.0.0.5", "192.168.100.200", "iv3_0766_2024_4.json", "1.234.567 rijen", "6.71",
    ],
)  # fmt: skip
def test_another_number_stays(name: str) -> None:
    assert covered(name) == name
    assert not has_person_number(name)


@pytest.mark.parametrize("text", ["1234", "jan@dorp.nl", "123.456.782", "Jansen 0612345678"])
def test_a_text_that_could_be_of_a_person_may_name_somebody(text: str) -> None:
    assert may_name_somebody(text)


@pytest.mark.parametrize("text", ["", "geslacht", "wijk 12", "code 123", "31-12-99"])
def test_another_text_names_nobody(text: str) -> None:
    assert not may_name_somebody(text)


def test_a_fault_never_tells_one() -> None:
    fault = Fault(
        "wmo_123456782.csv, kolom 1234.56.782", "deze kolom ontbreekt", 2, (2, 3), "Bedoelt u bsn_123456782?"
    )
    assert str(fault) == "wmo_….csv, kolom …: deze kolom ontbreekt (2 rijen: 2, 3). Bedoelt u bsn_…?"
