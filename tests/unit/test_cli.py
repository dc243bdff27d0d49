"""What the command says when a verb ends in another way than it should."""

from __future__ import annotations

import pytest

from socdom import cli, pipeline


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
