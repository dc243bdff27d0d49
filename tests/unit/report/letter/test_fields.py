"""Which compulsory fields of the letter are open."""

from __future__ import annotations

import pytest

from socdom.editions.documents import ContactRecord, LetterRecord
from socdom.report.letter.fields import open_fields
from tests.lib.letters import filled

NAMES = [
    "datum",
    "zaaknummer",
    "nummer raadsinformatiebrief",
    "contactpersoon: naam",
    "contactpersoon: telefoon",
    "contactpersoon: e-mail",
    "ondertekening: college",
    "ondertekening: secretaris",
    "ondertekening: burgemeester",
]


def test_an_empty_letter_names_every_compulsory_field_in_the_order_of_the_letter() -> None:
    assert open_fields(LetterRecord()) == NAMES


def test_a_filled_letter_is_ready() -> None:
    assert open_fields(filled().letter) == []


@pytest.mark.parametrize(
    ("field", "name"),
    [
        ("day", "datum"),
        ("case", "zaaknummer"),
        ("number", "nummer raadsinformatiebrief"),
        ("college", "ondertekening: college"),
        ("secretary", "ondertekening: secretaris"),
        ("mayor", "ondertekening: burgemeester"),
    ],
)
def test_one_empty_field(field: str, name: str) -> None:
    assert open_fields(filled(**{field: None if field == "day" else "  "}).letter) == [name]


def test_a_contact_without_a_telephone() -> None:
    contact = ContactRecord(name="S. de Wit", email="s@lindeveen.example")
    assert open_fields(filled(contact=contact).letter) == ["contactpersoon: telefoon"]


@pytest.mark.parametrize(
    "field", ["reference", "subject", "finances", "actions", "next_steps", "secretary_role"]
)
def test_what_may_stay_empty(field: str) -> None:
    assert open_fields(filled(**{field: ""}).letter) == []
