"""Files for who writes duiding: what is offered, and that nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import cli
from socdom.editions.read import Edition
from socdom.errors import EditionError, ParameterError
from socdom.judgement.model import Judgement, Verdict
from socdom.parameters import Places, read_duiding
from socdom.pipeline import duiding_files
from socdom.pipeline.duiding_files import draft_duiding
from tests.lib.rich_edition import write_rich

SLUG, QUARTER = "lindeveen", "2020Q4"
GEMEENTE = "naam: Lindeveen\ncode: GM9999\ngriffie:\n  email: a@b.example\nbronnen:\n  leveringen: true\n"
LAST_TIME = "Er kwamen meer aanvragen binnen."


def _write(
    places: Places, quarter: str, name: str, subject: str, status: str = "goedgekeurd", words: str = LAST_TIME
) -> Path:
    target = places.parameters / SLUG / quarter / "duiding"
    target.mkdir(parents=True, exist_ok=True)
    front = f"---\n{subject}\nrol: adviseur Wmo\ndatum: 2020-11-10\nstatus: {status}\n---\n"
    (target / f"{name}.md").write_text(f"{front}## Waarom?\n\n{words}\n", encoding="utf-8")
    return target


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return write_rich(tmp_path_factory.mktemp("plek") / "rendered", "actueel")


@pytest.fixture
def places(rendered: Edition, tmp_path: Path) -> Places:
    """A workplace with the sample edition as the current one."""
    (tmp_path / "parameters" / SLUG).mkdir(parents=True)
    (tmp_path / "parameters" / SLUG / "gemeente.yml").write_text(GEMEENTE, encoding="utf-8")
    (tmp_path / "rendered").symlink_to(rendered.folder.parents[2])
    return Places.from_environment({"SOCDOM_ROOT": str(tmp_path)})


def test_each_key_figure_and_the_money_get_an_empty_concept(places, rendered):
    made = {path.stem: path for path in draft_duiding(SLUG, QUARTER, places).made}
    wanted = {d.id for d in rendered.indicators() if d.key_figure and d.theme != "geld"}
    assert wanted | {"geld"} <= made.keys()
    assert not any(name.startswith(("lasten_", "bbv_")) for name in made)
    read = read_duiding(places.parameters / SLUG / QUARTER / "duiding")
    assert {item.bestand for item in read} == {path.name for path in made.values()}
    assert all((item.status, item.rol, item.datum) == ("concept", "", None) for item in read)
    assert not any(item.is_written for item in read)
    text = made["jeugdhulp_gebruik"].read_text(encoding="utf-8")
    assert "11,6 procent van de jongeren" in text.split("-->")[0]


def test_a_figure_with_a_signal_gets_one_too(places, monkeypatch):
    signal = Judgement("wmo_einde", "GM9999", Verdict.SIGNAL)
    steady = Judgement("wmo_top_drie", "GM9999", Verdict.STEADY)
    monkeypatch.setattr(duiding_files, "judgements", lambda edition: (signal, steady))
    names = {path.stem for path in draft_duiding(SLUG, QUARTER, places).made}
    assert "wmo_einde" in names
    assert "wmo_top_drie" not in names


def test_last_time_is_offered_and_not_said(places):
    _write(places, "2020Q3", "wmo", "indicator: wmo_clienten")
    _write(places, "2020Q2", "oud", "indicator: wmo_clienten", words="Te oud.")
    made = {path.stem: path.read_text(encoding="utf-8") for path in draft_duiding(SLUG, QUARTER, places).made}
    assert (
        f"<!-- 3e kwartaal 2020, adviseur Wmo, 10 november 2020. Neem dit alleen over als het nog klopt.\n\n{LAST_TIME}"
        in (made["wmo_clienten"])
    )
    assert "Te oud." not in made["wmo_clienten"]
    assert LAST_TIME not in made["jeugdhulp_gebruik"]
    read = read_duiding(places.parameters / SLUG / QUARTER / "duiding")
    assert not any(LAST_TIME in part for item in read for part in item.parts.values())


def test_no_text_ends_the_comment_it_stands_in(places):
    target = _write(places, "2020Q3", "wmo", "indicator: wmo_clienten")
    path = target / "wmo.md"
    path.write_text(
        path.read_text(encoding="utf-8").replace("adviseur Wmo", "'adviseur --> Wmo'"), encoding="utf-8"
    )
    draft_duiding(SLUG, QUARTER, places)
    read = {item.subject: item for item in read_duiding(places.parameters / SLUG / QUARTER / "duiding")}
    assert not read["wmo_clienten"].is_written


def test_what_is_there_is_never_written_over(places):
    # The second is about another figure than its name says: the figure of that name gets no file then.
    target = _write(places, QUARTER, "mijn_tekst", "indicator: wmo_clienten")
    _write(
        places, QUARTER, "jeugdhulp_gebruik", "indicator: bijstand_huishoudens", "concept", "Zelf geschreven."
    )
    before = {path.name: path.read_bytes() for path in target.glob("*.md")}
    drafted = draft_duiding(SLUG, QUARTER, places)
    assert {name: (target / name).read_bytes() for name in before} == before
    assert not {"wmo_clienten", "bijstand_huishoudens", "jeugdhulp_gebruik"} & {
        path.stem for path in drafted.made
    }
    assert ([(item.path.name, item.note) for item in drafted.waiting], drafted.approved) == (
        [("jeugdhulp_gebruik.md", "")],
        1,
    )
    again = draft_duiding(SLUG, QUARTER, places)
    assert again.made == ()
    assert {item.note for item in again.waiting} == {"", "nog leeg"}


def test_a_concept_that_says_what_was_said_last_time_is_told(places):
    _write(places, "2020Q3", "wmo", "indicator: wmo_clienten")
    _write(places, QUARTER, "wmo_clienten", "indicator: wmo_clienten", "concept")
    notes = {item.path.stem: item.note for item in draft_duiding(SLUG, QUARTER, places).waiting}
    assert notes["wmo_clienten"] == "nog gelijk aan het 3e kwartaal 2020"


def test_without_edition_or_duiding_there_is_nothing_to_write(places):
    with pytest.raises(
        EditionError, match=r"er is nog geen editie van dit kwartaal\. Maak haar met socdom quarter 2018Q4"
    ):
        draft_duiding(SLUG, "2018Q4", places)
    with (places.parameters / SLUG / "gemeente.yml").open("a", encoding="utf-8") as file:
        file.write("profiel: zonder duiding\n")
    with pytest.raises(ParameterError, match="deze gemeente toont geen duiding"):
        draft_duiding(SLUG, QUARTER, places)
    assert not (places.parameters / SLUG / QUARTER).exists()


def test_the_command_says_what_it_made(places, capsys, monkeypatch):
    _write(places, QUARTER, "wmo_clienten", "indicator: wmo_clienten")
    monkeypatch.setenv("SOCDOM_ROOT", str(places.root))
    monkeypatch.setattr("sys.argv", ["socdom", "duiding", QUARTER, "-g", SLUG])
    for expected in ("Gemaakt: ", "Nog concept: "):
        with pytest.raises(SystemExit) as end:
            cli.main()
        assert not end.value.code
        said = capsys.readouterr().out
        assert said.count(expected) > 3
        assert "Goedgekeurd: 1." in said
        assert "Alleen wat is goedgekeurd, komt in de editie." in said
