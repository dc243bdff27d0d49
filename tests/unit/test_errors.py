"""Messages: one pattern, counted, at most ten rows."""

from __future__ import annotations

import inspect

from socdom import errors
from socdom.errors import DeliveryError, Fault, SocdomError


def test_a_fault_names_at_most_ten_rows_and_counts_the_rest() -> None:
    fault = Fault(
        "voorzieningen_wmo.csv, einddatum",
        "een datum als 31-12-2020",
        25,
        tuple(range(2, 27)),
        "Kijk deze rijen na.",
    )
    assert str(fault) == (
        "voorzieningen_wmo.csv, einddatum: een datum als 31-12-2020 (25 rijen: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 en nog 15). "
        "Kijk deze rijen na."
    )


def test_all_faults_are_told_and_counted() -> None:
    text = str(DeliveryError([Fault("a.csv", "regel een"), Fault("b.csv", "regel twee", 1, (7,))]))
    assert text.splitlines() == [
        "De levering is afgekeurd: 2 punten.",
        "- a.csv: regel een.",
        "- b.csv: regel twee (1 rij: 7).",
    ]


def test_every_kind_has_its_own_exit_code() -> None:
    kinds = [k for _, k in inspect.getmembers(errors, inspect.isclass) if SocdomError in k.__bases__]
    codes = [kind.exit_code for kind in kinds]
    assert len(kinds) >= 7
    assert len(set(codes)) == len(codes)
    assert all(10 <= code < 64 for code in codes)
