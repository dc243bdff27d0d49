"""The list of signals for who follows them, and the files to start with."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from socdom import cli
from socdom.errors import EditionError, ParameterError
from socdom.parameters import Places
from socdom.parameters.opvolging import read_opvolging
from socdom.pipeline import signal_files
from socdom.pipeline.signal_files import list_signals
from tests.lib.sample_edition import write_sample
from tests.lib.signals import judgement, record, with_signals

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A workplace with the sample edition, as a quarter and as the current one."""
    for name in ("2020Q4", "actueel"):
        write_sample(tmp_path / "rendered", name)
    (tmp_path / "parameters" / "lindeveen").mkdir(parents=True)
    for name in ("gemeente.yml", "logo.svg"):
        shutil.copy(ROOT / "parameters" / "lindeveen" / name, tmp_path / "parameters" / "lindeveen")
    return Places(tmp_path, tmp_path / "data", None, tmp_path / "sleutel")


@pytest.fixture
def signals(monkeypatch, sample_folder: Path) -> None:
    """The edition that is opened has two new signals, and one that is looked at."""
    edition = with_signals(
        monkeypatch,
        sample_folder,
        [
            judgement("jeugdhulp_wachttijd", "omhoog", since="2019Q2"),
            judgement("wmo_clienten", "omhoog", since="2018Q4"),
            judgement("bijstand_huishoudens", "omlaag"),
        ],
        [record("bijstand_huishoudens", "omlaag", role="beleidsadviseur werk")],
    )
    monkeypatch.setattr(signal_files, "open_edition", lambda *_: edition)


def test_a_list_tells_how_each_signal_stands(signals, places: Places) -> None:
    found = list_signals("lindeveen", places=places)
    assert found.heading == "3 signalen, waarvan 2 nog niet bekeken"
    assert found.lines == (
        ("Nog niet bekeken", "Wachttijd jeugdhulp: al langer hoger (sinds 2e kwartaal 2019)"),
        ("Nog niet bekeken", "Inwoners met Wmo-hulp: al langer hoger (sinds 4e kwartaal 2018)"),
        ("Wordt bekeken", "Huishoudens met bijstand: al langer lager (sinds 2e kwartaal 2019), beleidsadviseur werk"),
    )  # fmt: skip
    assert found.made == found.kept == ()
    assert not (places.parameters / "lindeveen" / "signalen").exists()


def test_a_file_is_made_for_each_new_signal_and_never_written_over(signals, places: Places) -> None:
    folder = places.parameters / "lindeveen" / "signalen"
    first = list_signals("lindeveen", make=True, places=places)
    assert [path.name for path in first.made] == [
        "jeugdhulp_wachttijd-omhoog-2019Q2.md",
        "wmo_clienten-omhoog-2018Q4.md",
    ]
    item = read_opvolging(first.made[0])
    assert (item.indicator, item.regel, item.richting, item.sinds) == (
        "jeugdhulp_wachttijd", "zeven_aan_een_kant", "omhoog", "2019Q2",
    )  # fmt: skip
    assert [(step.dag, step.staat, step.concept) for step in item.stappen] == [
        (date(2021, 2, 15), "nieuw", True)
    ]
    first.made[0].write_text(first.made[0].read_text().replace("2021-02-15", "2021-02-19"))
    first.made[1].rename(folder / "anders.md")
    again = list_signals("lindeveen", make=True, places=places)
    assert again.made == ()
    assert again.kept == (first.made[0], folder / "anders.md")
    assert "2021-02-19" in first.made[0].read_text()


def test_a_file_of_that_name_about_something_else_stays(signals, places: Places) -> None:
    list_signals("lindeveen", make=True, places=places)
    path = places.parameters / "lindeveen" / "signalen" / "wmo_clienten-omhoog-2018Q4.md"
    other = path.read_text().replace("omhoog", "omlaag")
    path.write_text(other)
    assert path in list_signals("lindeveen", make=True, places=places).kept
    assert path.read_text() == other


def test_what_is_unknown_is_told(places: Places) -> None:
    with pytest.raises(ParameterError, match=r"deze gemeente is niet ingericht\. Bedoelt u lindeveen"):
        list_signals("lindeven", places=places)
    with pytest.raises(ParameterError, match="Een kwartaal ziet eruit als 2020Q4"):
        list_signals("lindeveen", "../2020Q4", places=places)
    with pytest.raises(EditionError, match="deze editie is er nog niet"):
        list_signals("lindeveen", "2019Q1", places=places)


def test_the_command_says_it_all(signals, places: Places, monkeypatch, capsys) -> None:
    monkeypatch.setenv("SOCDOM_ROOT", str(places.root))
    monkeypatch.chdir(places.root)
    monkeypatch.setattr("sys.argv", ["socdom", "signals", "-g", "lindeveen", "--maak"])
    with pytest.raises(SystemExit) as end:
        cli.main()
    assert not end.value.code
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "3 signalen, waarvan 2 nog niet bekeken."
    assert lines[1] == "  Nog niet bekeken  Wachttijd jeugdhulp: al langer hoger (sinds 2e kwartaal 2019)"
    assert "Gemaakt: parameters/lindeveen/signalen/jeugdhulp_wachttijd-omhoog-2019Q2.md" in lines
    assert lines[-2:] == [
        "Vul elk bestand in. Wat nog [in te vullen] is, komt niet in de editie.",
        "Draai daarna socdom refresh -g lindeveen.",
    ]
