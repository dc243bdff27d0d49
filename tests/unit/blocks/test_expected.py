"""The table under a chart says what the chart shows of an amount that is expected."""

from __future__ import annotations

import re
from pathlib import Path

from socdom import blocks
from socdom.editions.additions import Additions
from socdom.editions.expected import ExpectedRecord
from tests.lib.small_edition import GEMEENTE, description, figure, periods, small_edition

WIJK = "WK999901"


def statuses(html: str) -> list[str]:
    cells = re.findall(r'<td data-kop="Status"[^>]*>(.*?)</td>', html, re.DOTALL)
    return [cell.strip().replace("\N{NO-BREAK SPACE}", " ") for cell in cells]


def test_the_status_of_the_incomplete_quarter_tells_what_is_expected(tmp_path: Path) -> None:
    record = ExpectedRecord(
        indicator="proef", period="2020Q4", completeness=78, expected=900_000.0, method="ketenladder"
    )
    rows = [
        figure(period, 800_000.0, "onvolledig" if period == "2020Q4" else "definitief", area=code)
        for period in periods(3)
        for code in (GEMEENTE, WIJK)
    ]
    additions = Additions(expected=(record,))
    edition = small_edition(tmp_path / "e", rows, [description("euro")], {WIJK: "Noord"}, additions)
    final = ["definitief", "definitief"]
    told = "nog onvolledig, naar schatting 78% binnen, verwacht € 900.000"
    assert sorted(statuses(blocks.figure(edition, "proef", duiding=False))) == [*final, told]
    assert sorted(statuses(blocks.figure(edition, "proef", area=WIJK, duiding=False))) == [
        *final,
        "nog onvolledig",
    ]
