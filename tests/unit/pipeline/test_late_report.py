"""The analyst's report on late declarations: what it says, and which groups it leaves out."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from socdom.parameters.declaraties import Breuk, Declaraties
from socdom.pipeline.late_coming import law_amounts
from socdom.pipeline.late_report import law_lines
from socdom.quarters import Quarter
from tests.lib.late_town import declarations, tables

FIRST, LAST, AS_OF = Quarter(2016, 1), Quarter(2020, 4), date(2021, 2, 15)
NONE = Declaraties()


def lines(category: str, clients: int, number: int = 60, quarters: int = 20) -> pd.DataFrame:
    """Each quarter so many lines of 100.000 euro, a quarter of them late."""
    rows = [
        (start, start + timedelta(days=30 if at % 4 else 180), 10_000_000, at % clients)
        for start in ((LAST - age).start for age in range(quarters))
        for at in range(number)
    ]
    return declarations(rows, category=category)


def told(*parts: pd.DataFrame, first: Quarter = FIRST, declaraties: Declaraties = NONE) -> list[str]:
    frame = pd.concat(parts, ignore_index=True)
    late = law_amounts(tables(frame), "wmo", first, LAST, AS_OF, declaraties)
    return [
        line.replace("\N{NO-BREAK SPACE}", " ") for line in law_lines(tables(frame), late, "wmo", declaraties)
    ]


def test_by_hand() -> None:
    found = told(lines("01", 20))
    assert found[0] == "Wmo: hulp van 2016Q1 tot en met 2020Q4, naar de dag van ontvangst."
    assert [line.split() for line in found[1:5]] == [
        ["Volledig", "in", "procenten", "0", "1", "2", "3"],
        ["01", "Hulp", "bij", "het", "huishouden", "75,0", "100,0", "100,0", "100,0"],
        ["Alles", "75,0", "100,0", "100,0", "100,0"],
        ["Groeifactor", "naar", "de", "volgende", "leeftijd", "1,333", "1,000", "1,000", "1,000"],
    ]
    # 45 of 60 lines; nothing was allocated, so there is no other method.
    assert found[5] == (
        "2020Q4 met de ketenladder: nu € 4,5 mln, verwacht € 6,0 mln, "
        "in 8 van de 10 keer tussen 6,00 en 6,00 miljoen."
    )
    assert found[6] == "  9 eerdere schattingen zaten er gemiddeld 0,0% naast."


def test_groups_of_few_clients_are_left_out() -> None:
    text = "\n".join(told(lines("01", 20), lines("07", 9), lines("08", 10)))
    assert "07 Dagbesteding" not in text.partition("Minder dan")[0]
    assert "08 Vervoerdiensten  " in text
    assert "Minder dan 10 cliënten in een kwartaal, dus niet getoond: 07 Dagbesteding." in text


def test_groups_with_few_declarations_stand_together() -> None:
    text = "\n".join(told(lines("01", 20), lines("07", 20, 30), lines("08", 20, 30)))
    assert "Samen: 07, 08  " in text
    alone = "\n".join(told(lines("01", 20), lines("07", 20, 30)))
    assert "07 Dagbesteding *" in alone
    assert "* Te weinig declaraties: het patroon van de hele wet." in alone


def test_too_few_quarters_are_told_with_the_break() -> None:
    breuk = Breuk(wet="wmo", vanaf="2020Q1", waarom="Een rekening per maand.")
    found = told(lines("01", 20), declaraties=Declaraties(breuken=(breuk,)))
    assert found == [
        "Wmo: hulp van 2020Q1 tot en met 2020Q4, naar de dag van ontvangst.",
        "Breuk in de facturering vanaf 2020Q1: Een rekening per maand.",
        "Er is geen schatting: er zijn 4 kwartalen, en er zijn er 5 nodig.",
    ]


def test_few_past_estimates_give_no_bounds() -> None:
    text = "\n".join(told(lines("01", 20, quarters=8), first=Quarter(2019, 1)))
    assert "(zonder marge: 0 eerdere schattingen, 6 nodig)" in text


def test_without_declarations() -> None:
    assert told(lines("01", 20)[:0])[1:] == ["Er zijn geen declaraties."]
