"""What changed since the edition before, in sentences."""

from __future__ import annotations

from datetime import date

from socdom.editions.changes import ChangesRecord, SignalChange
from socdom.editions.read import Edition
from socdom.narrative.changes import change_lines, since
from tests.lib.agreed import changes


def test_each_kind_of_change_has_its_line(rich: Edition) -> None:
    record = changes()
    assert since(record) == "sinds de uitgave over het 3e kwartaal 2020"
    assert change_lines(rich, record) == (
        "Nieuw zijn de cijfers over het 4e kwartaal 2020.",
        "2 cijfers over eerdere perioden zijn herzien.",
        "Er kwam een signaal bij: ‘Jongeren met jeugdhulp’.",
        "Afgesloten signaal: ‘Hulp bij schulden’.",
        "Nieuw in de lijst met cijfers: langste wachttijden voor Wmo-hulp.",
        "Anders geteld of beschreven: nieuwe inwoners met Wmo-hulp.",
        "1 cijfer wordt niet meer getoond, om mensen te beschermen.",
    )


def test_that_nothing_changed_is_said_aloud(rich: Edition) -> None:
    record = ChangesRecord(before="2020Q3", figures_as_of=date(2020, 11, 15))
    assert change_lines(rich, record) == ("De cijfers zijn niet veranderd.", "Geen nieuwe signalen.")


def test_a_name_that_reads_as_a_sentence_stands_between_marks(rich: Edition) -> None:
    names = ("jeugdhulp_wachttijd", "wmo_clienten", "verdwenen")
    found = tuple(
        SignalChange(kind="nieuw", indicator=name, rule="regel", direction="omlaag", since="2019Q1")
        for name in names
    )
    record = ChangesRecord(before="2020Q3", figures_as_of=date(2020, 11, 15), signals=found)
    assert (
        change_lines(rich, record)[1]
        == "Er kwamen signalen bij: ‘Wachttijd jeugdhulp’, ‘Inwoners met Wmo-hulp’ en ‘verdwenen’."
    )
