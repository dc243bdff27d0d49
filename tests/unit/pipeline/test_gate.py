"""What a timer may not publish by itself, on deliveries made up by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.parameters.bronnen import Controle
from socdom.pipeline.gate import Gate
from socdom.sources.examine import DeliveryReport, Previous
from socdom.sources.examine.model import DeliveryCounts
from socdom.sources.vintages import Vintage, seal_all

KEY = b"k" * 32
DAY = date(2021, 2, 1)


def kept(number: int, **sources: str) -> Vintage:
    """A delivery that came in on a day of January."""
    return Vintage(Path(str(number)), date(2021, 1, number), number, "", seal_all(sources, KEY), {}, "", {})


def report(**quarters: dict[str, int]) -> DeliveryReport:
    counts = tuple(
        DeliveryCounts(name, (f"{name}.csv",), rows=sum(rows.values()), per_quarter=rows)
        for name, rows in quarters.items()
    )
    return DeliveryReport("2020Q4", False, DAY, None, counts, (), (), ())


def told(
    gate: Gate, found: DeliveryReport, earlier: list[Vintage], previous: Previous | None, **now: str
) -> list[str]:
    return [str(fault) for fault in gate.faults(found, earlier, previous, now, KEY)]


@pytest.mark.parametrize(
    ("fall", "own", "expected"),
    [
        (20, {}, 20),
        (5, {}, 10),  # what is not worth telling is no reason to stop
        (80, {}, 50),  # never milder than for a person
        (20, {"volume_afgekeurd": 15}, 15),
        (20, {"volume_opmerking": 30}, 30),
    ],
)
def test_a_fall_is_judged_more_strictly_and_nothing_else(
    fall: float, own: dict[str, float], expected: float
) -> None:
    before = Controle(**own)
    strict = Gate(fall).controle(before)
    assert strict.volume_afgekeurd == expected
    assert strict.model_copy(update={"volume_afgekeurd": before.volume_afgekeurd}) == before


def test_a_file_that_came_back_is_told_with_its_day() -> None:
    earlier = [kept(4, a="old", b="same"), kept(11, a="new", b="same")]
    found = told(Gate(20), report(), earlier, None, a="old", b="same")
    assert len(found) == 1
    assert found[0].startswith("a: dit is de levering van 4 januari 2021 opnieuw")
    assert told(Gate(20), report(), earlier, None, a="newer", b="same") == []
    assert told(Gate(20), report(), earlier, None, a="new", b="same") == []


def test_the_first_deliveries_and_new_files_pass() -> None:
    assert told(Gate(20), report(), [], None, a="x") == []
    assert told(Gate(20), report(), [kept(4, a="x")], None, a="y", b="z") == []


def test_a_delivery_that_ends_sooner_is_told() -> None:
    before = Previous(DAY, {"aanvragen": 60}, {"aanvragen": {"2020Q3": 30, "2020Q4": 30}})
    sooner = told(Gate(20), report(aanvragen={"2020Q2": 9, "2020Q3": 31}), [], before)
    assert len(sooner) == 1
    assert "van 2020Q4 en later zijn er geen rijen" in sooner[0]
    assert told(Gate(20), report(aanvragen={"2020Q4": 1}), [], before) == []
    assert told(Gate(20), report(aanvragen={"2021Q1": 25}), [], before) == []


def test_of_a_few_rows_it_says_nothing_that_there_are_none() -> None:
    before = Previous(DAY, {"aanvragen": 49}, {"aanvragen": {"2020Q3": 30, "2020Q4": 19}})
    assert told(Gate(20), report(aanvragen={"2020Q3": 30}), [], before) == []
