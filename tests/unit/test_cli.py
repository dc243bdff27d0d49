"""What the command says when a verb ends in another way than it should."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import cli, pipeline
from socdom.errors import SocdomError
from socdom.pipeline.publish import Published
from socdom.pipeline.verify import Verified


def ended(words: list[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """The exit code of a command."""
    monkeypatch.setattr("sys.argv", ["socdom", *words])
    with pytest.raises(SystemExit) as end:
        cli.main()
    return end.value.code


@pytest.mark.parametrize(
    ("ending", "code", "told"),
    [
        (KeyboardInterrupt(), 130, "Afgebroken. Wat er al stond, staat er nog."),
        (RuntimeError("123456782 Jansen"), 70, "iets mis dat niet had mogen gebeuren (RuntimeError)"),
    ],
)
def test_a_verb_that_ends_early_is_told_in_dutch(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    ending: BaseException,
    code: int,
    told: str,
) -> None:
    def catalogue(folder: object) -> None:
        raise ending

    monkeypatch.setattr(pipeline, "catalogue", catalogue)
    monkeypatch.setattr("sys.argv", ["socdom", "catalogue"])
    monkeypatch.delenv("SOCDOM_DEBUG", raising=False)
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == code
    said = capsys.readouterr()
    assert told in said.err
    assert "Jansen" not in said.err + said.out


@pytest.mark.parametrize(("asked", "shown"), [("", False), ("1", True)])
def test_the_technical_message_is_shown_when_the_environment_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], asked: str, shown: bool
) -> None:
    def catalogue(folder: object) -> None:
        raise SocdomError("De map is er niet.")

    monkeypatch.setattr(pipeline, "catalogue", catalogue)
    monkeypatch.setenv("SOCDOM_DEBUG", asked)
    assert ended(["catalogue"], monkeypatch) == SocdomError.exit_code
    assert ("Traceback" in capsys.readouterr().err) == shown


def test_the_list_of_commands_cuts_no_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert ended(["--help"], monkeypatch) == 0
    _, commands = capsys.readouterr().out.split("Opdrachten:")
    assert len(commands.splitlines()) > 12
    assert all(line.endswith(".") and not line.endswith("..") for line in commands.splitlines() if line)


def test_what_is_missing_is_named_in_dutch(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ended(["intake"], monkeypatch) == cli.USAGE
    assert capsys.readouterr().err.startswith("bestand ontbreekt. Zie: ")


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["check", "-g"], "Bij de optie -g hoort een waarde."),
        (["check", "--gemente", "x"], "De optie --gemente bestaat hier niet."),
    ],
)
def test_an_option_is_told_by_what_is_wrong_with_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: list[str], told: str
) -> None:
    monkeypatch.setattr("sys.argv", ["socdom", *typed])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert end.value.code == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(("faults", "code"), [([], 0), (["manifest.json: dit bestand is veranderd"], 21)])
def test_a_check_of_an_edition_tells_what_it_found_and_ends_well_only_when_all_is_equal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], faults: list[str], code: int
) -> None:
    found = Verified(["Bestanden: alle 30 zijn zoals ze zijn gemaakt."], list(faults))
    monkeypatch.setattr(pipeline, "verify", lambda edition, gemeente, progress: found)
    assert (ended(["verify", "2020Q4", "-g", "lindeveen"], monkeypatch) or 0) == code
    said = capsys.readouterr()
    assert found.lines[0] in said.out
    assert all(fault in said.err for fault in faults)


def test_definitive_is_asked_for_and_what_became_of_it_is_told_with_its_documents(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    for name in ("index.html", "kwartaalrapport.pdf", "manifest.json"):
        (tmp_path / name).touch()
    asked: list[bool] = []

    def quarter(kwartaal: str, gemeente: str, *, definitive: bool, **rest: object) -> Published:
        asked.append(definitive)
        return Published(tmp_path, "definitief" if definitive else "concept", reused=False)

    monkeypatch.setattr(pipeline, "quarter", quarter)
    for words in (["--definitief"], []):
        assert not ended(["quarter", "2020Q4", "-g", "lindeveen", *words], monkeypatch)
    said = capsys.readouterr().out
    assert asked == [True, False]
    assert "is klaar en definitief" in said
    assert "is klaar, als concept" in said
    assert said.count("kwartaalrapport.pdf") == said.count("index.html") == 2
    assert "manifest.json" not in said
