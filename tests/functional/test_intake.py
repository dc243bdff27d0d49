"""The command that looks at a file of a supplier: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from socdom import cli
from tests.fixtures.bad_deliveries.small_delivery import ANNA, MARKED_NAME, write_small

DELIVERY_REFUSED, PARAMETERS_WRONG = 12, 11


@dataclass(frozen=True)
class Done:
    """A command that ended."""

    code: int
    out: str
    err: str


def intake(folder: Path, *words: str) -> Done:
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.chdir(folder)
        patch.delenv("SOCDOM_DEBUG", raising=False)
        patch.setattr("sys.argv", ["socdom", "intake", *words])
        with pytest.raises(SystemExit) as end:
            cli.main()
    done = Done(int(end.value.code or 0), out.getvalue(), err.getvalue())
    assert ANNA not in done.out + done.err
    assert MARKED_NAME not in done.out + done.err
    return done


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_small(tmp_path)


def test_a_proposal_is_written_once_and_never_over_another(folder: Path) -> None:
    first = intake(folder, "clienten.csv", "--naar", "voorstel.yml")
    assert (first.code, first.err.count("Na te kijken")) == (0, 1)
    written = (folder / "voorstel.yml").read_text(encoding="utf-8")
    columns = yaml.safe_load(written)["bronnen"]["bestanden"]["clienten"]["kolommen"]
    assert columns["bsn"] == "bsn"
    second = intake(folder, "clienten.csv", "--naar", "voorstel.yml")
    assert second.code == PARAMETERS_WRONG
    assert "voorstel.yml: dit bestand bestaat al" in second.err
    assert (folder / "voorstel.yml").read_text(encoding="utf-8") == written


def test_without_a_place_the_proposal_is_printed_and_loads(folder: Path) -> None:
    done = intake(folder, "voorzieningen_wmo.csv", "--levering", "voorzieningen_wmo")
    assert done.code == 0
    assert set(yaml.safe_load(done.out)["bronnen"]["bestanden"]) == {"voorzieningen_wmo"}


def test_a_file_without_names_is_refused(folder: Path) -> None:
    lines = (folder / "clienten.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    (folder / "kaal.csv").write_text("\n".join(lines), encoding="utf-8")
    done = intake(folder, "kaal.csv")
    assert (done.code, done.out) == (DELIVERY_REFUSED, "")
    assert "hier horen de namen van de kolommen" in done.err
