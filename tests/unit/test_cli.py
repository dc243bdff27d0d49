"""What the command says when a verb ends in another way than it should."""

from __future__ import annotations

import pytest

from socdom import cli, pipeline
from socdom.errors import SocdomError


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
