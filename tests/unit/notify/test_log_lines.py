"""Log lines for programs: their fields, and that nothing else gets in."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from socdom.dashboard.serving.guard import told
from socdom.notify.log_lines import EVENTS, JsonLines, log_as_json, log_event, wants_lines

PERSON = "Jan Jansen, 123456782"


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    root, stream = logging.getLogger(), io.StringIO()
    before = root.handlers[:], EVENTS.level, EVENTS.propagate
    log_as_json(stream)
    yield stream
    root.handlers[:], EVENTS.propagate = before[0], before[2]
    EVENTS.setLevel(before[1])


def read(stream: io.StringIO) -> list[dict[str, object]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_an_event_is_one_line_with_its_fields(lines: io.StringIO) -> None:
    log_event(
        "mislukt",
        task="concept 2026Q1",
        gemeente="lindeveen",
        edition="2026Q1",
        code=12,
        seconds=3.26,
        count=0,
    )
    (line,) = read(lines)
    moment = datetime.fromisoformat(str(line.pop("tijd")))
    assert moment.utcoffset() == timedelta(0)
    assert line == {
        "niveau": "info",
        "gebeurtenis": "mislukt",
        "taak": "concept 2026Q1",
        "gemeente": "lindeveen",
        "editie": "2026Q1",
        "code": 12,
        "seconden": 3.3,
        "aantal": 0,
    }


@pytest.mark.parametrize("field", ["task", "gemeente", "edition"])
def test_what_does_not_look_as_its_field_is_not_written(lines: io.StringIO, field: str) -> None:
    log_event("mislukt", **{field: PERSON})  # type: ignore[arg-type]
    assert "?" in read(lines)[0].values()
    assert "Jan" not in lines.getvalue()


def test_a_field_that_is_not_on_the_list_is_not_there_to_fill() -> None:
    with pytest.raises(TypeError):
        log_event("mislukt", tekst=PERSON)  # type: ignore[call-arg]


def test_of_a_fault_kind_and_place_are_told_and_no_message(lines: io.StringIO) -> None:
    try:
        raise ValueError(PERSON)
    except ValueError as error:
        logging.getLogger("socdom.dashboard").error("%s", told(type(error), error.__traceback__))
        logging.getLogger("een.bibliotheek").exception("row %s", PERSON)
        logging.getLogger("een.bibliotheek").warning("ValueError (met spatie.py:1) %s", PERSON)
    door, library, other = read(lines)
    assert (door["soort"], str(door["plaats"]).partition(":")[0]) == ("ValueError", "test_log_lines.py")
    assert set(library) == set(other) == {"tijd", "niveau", "gebeurtenis", "plaats"}
    assert (library["niveau"], other["niveau"]) == ("fout", "let op")
    assert "Jan" not in lines.getvalue()
    assert "Traceback" not in lines.getvalue()


def test_a_line_stays_one_line_whatever_is_logged(lines: io.StringIO) -> None:
    logging.getLogger("een.bibliotheek").error("een\n{}\n\u2028twee")
    assert len(lines.getvalue().splitlines()) == 1


def test_without_lines_for_programs_an_event_is_seen_nowhere(capfd: pytest.CaptureFixture[str]) -> None:
    log_event("gestopt", code=16, level=logging.ERROR)
    assert capfd.readouterr() == ("", "")


def test_lines_are_for_who_asks_and_not_for_a_screen() -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    assert wants_lines({"SOCDOM_LOG": "json"}, io.StringIO())
    assert not wants_lines({"SOCDOM_LOG": "json"}, Screen())
    assert not wants_lines({}, io.StringIO())
    assert JsonLines().format(logging.makeLogRecord({"msg": {"a": 1}})).startswith("{")
