"""`socdom status` and `socdom proefmail` as an operator types them, and what a journal of the system gets."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from socdom.cli import main
from socdom.cli.shown import console, errors
from socdom.notify.log_lines import EVENTS
from socdom.parameters import Places
from tests.lib.small_town import SLUG, make_workplace

Command = Callable[..., tuple[int, str]]


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Places:
    return make_workplace(tmp_path_factory.mktemp("status"))


@pytest.fixture
def socdom(places: Places, monkeypatch: pytest.MonkeyPatch) -> Iterator[Command]:
    """Run a command; gives its exit code, and all that it writes."""
    for name, value in (("ROOT", places.root), ("DATA", places.data), ("SLEUTEL", places.key)):
        monkeypatch.setenv(f"SOCDOM_{name}", str(value))
    root = logging.getLogger()
    before = root.handlers[:], EVENTS.level, EVENTS.propagate

    def run(*words: str) -> tuple[int, str]:
        written = io.StringIO()
        for one in (console, errors):
            # Not `file`: that gives the screen of this test, which would be put back for the tests after it.
            monkeypatch.setattr(one, "_file", written)
        monkeypatch.setattr("sys.stderr", written)
        monkeypatch.setattr("sys.argv", ["socdom", *words, "--gemeente", SLUG])
        with pytest.raises(SystemExit) as ended:
            main()
        return int(ended.value.code or 0), written.getvalue()

    yield run
    root.handlers[:] = before[0]
    EVENTS.setLevel(before[1])
    EVENTS.propagate = before[2]
    console.quiet = errors.quiet = False


def test_what_to_do_and_code_one(socdom: Command) -> None:
    code, text = socdom("status")
    assert code == 1
    assert text.splitlines()[0].startswith("Kleindorp, ")
    assert "Er is geen editie voor het dashboard." in text


def test_for_a_program(socdom: Command) -> None:
    code, text = socdom("status", "--json")
    assert code == 1
    found = json.loads(text)
    assert (found["gemeente"], found["status"], found["cijfers_van"]) == (SLUG, "let op", None)
    assert {item["bron"] for item in found["bronnen"]} >= {"clienten", "declaraties"}


def test_a_trial_without_a_mail_server(socdom: Command) -> None:
    code, text = socdom("proefmail")
    assert code == 11
    assert "er is geen mailserver ingevuld" in text


def test_a_journal_of_the_system_gets_lines_for_programs_only(
    socdom: Command, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOCDOM_LOG", "json")
    parameters: Path = places.parameters / SLUG / "gemeente.yml"
    text = parameters.read_text(encoding="utf-8")
    parameters.write_text(text.replace("naam:", "namm:"), encoding="utf-8")
    try:
        code, written = socdom("run-due")
    finally:
        parameters.write_text(text, encoding="utf-8")
    assert code == 11
    lines = [json.loads(line) for line in written.splitlines()]
    assert [(line["gebeurtenis"], line["code"]) for line in lines][0] == ("mislukt", 11)
    assert "namm" not in written
