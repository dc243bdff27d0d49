"""Duiding and goals through a whole run, of published figures alone: what is written and what is published."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from lxml import html

from socdom import pipeline
from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.publish import Published

EXAMPLE = Path(__file__).resolve().parents[2] / "parameters" / "lindeveen"
SLUG, QUARTER = "lindeveen", "2020Q4"
SECRET = "Zekerniettezien"
BEFORE = "Er kwamen meer aanvragen binnen."
GEMEENTE = """\
naam: Lindeveen
code: GM9999
fictief: true
vandaag: 2021-02-15
griffie:
  email: griffie@lindeveen.example
bronnen:
  leveringen: false
"""
GOALS = """\
doelen:
  - doel: In 2020 krijgt hooguit 12 procent van de jongeren jeugdhulp.
    indicator: bbv_29_jongeren_met_jeugdhulp
    streefwaarde: 12
    op: 2020
    richting: lager
    document: Programmabegroting 2020
    bladzijde: 12
    besloten: 2019-11-12
moties:
  - nummer: M-1
    titel: Vraag inwoners wat zij vinden
    datum: 2020-11-12
    stand: open
    stand_op: 2021-01-20
    tekst: Het college schrijft aan een voorstel.
"""


def _text(status: str, words: str) -> str:
    front = f"---\nindicator: {{}}\nrol: adviseur\ndatum: 2021-02-10\nstatus: {status}\n---\n"
    return f"{front}<!-- {SECRET} -->\n## Waarom?\n\n{words}\n\n<!-- {SECRET} -->\n"


def _write(folder: Path, quarter: str, indicator: str, text: str) -> None:
    target = folder / quarter / "duiding"
    target.mkdir(parents=True, exist_ok=True)
    (target / f"{indicator}.md").write_text(text.format(indicator), encoding="utf-8")


def _places(root: Path) -> Places:
    """One text that is approved and the same as last quarter's, one concept, and a goal."""
    folder = root / "parameters" / SLUG
    _write(folder, "2020Q3", "bbv_29_jongeren_met_jeugdhulp", _text("goedgekeurd", BEFORE))
    _write(folder, QUARTER, "bbv_29_jongeren_met_jeugdhulp", _text("goedgekeurd", BEFORE))
    _write(folder, QUARTER, "bbv_21_banen", _text("concept", SECRET))
    (folder / QUARTER / "kwartaal.yml").write_text(
        f"kwartaal: {QUARTER}\ncijfers_per: 2021-02-15\n", encoding="utf-8"
    )
    (folder / "gemeente.yml").write_text(GEMEENTE, encoding="utf-8")
    (folder / "doelen.yml").write_text(GOALS, encoding="utf-8")
    for name in ("gebieden.csv", "beleidsindicatoren.csv"):
        shutil.copy(EXAMPLE / name, folder / name)
    return Places.from_environment({"SOCDOM_ROOT": str(root), "SOCDOM_DATA": str(root / "data")})


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Places, Published]:
    places = _places(tmp_path_factory.mktemp("duiding"))
    return places, pipeline.refresh(SLUG, places=places)


def test_only_approved_duiding_is_published(run):
    edition = Edition(run[1].folder)
    assert [(item.indicator, item.parts["Waarom?"]) for item in edition.duiding] == [
        ("bbv_29_jongeren_met_jeugdhulp", BEFORE)
    ]


def test_no_concept_and_no_comment_is_in_any_file(run):
    found = [path for path in sorted(run[1].folder.rglob("*")) if path.is_file()]
    assert len(found) > 10
    assert [path.name for path in found if SECRET.encode() in path.read_bytes()] == []


def test_who_runs_hears_what_is_concept_and_what_is_repeated(run):
    notes = "\n".join(run[1].notes)
    assert "1 duiding is nog concept en staat niet in de editie: bbv_21_banen." in notes
    assert (
        "De duiding bij bbv_29_jongeren_met_jeugdhulp is woord voor woord die van het 3e kwartaal 2020."
        in notes
    )


def test_goals_and_motions_are_on_their_page(run):
    told = html.parse(run[1].folder / "dashboard" / "doelen.html").find(".//main").text_content()
    assert "In 2020 krijgt hooguit 12 procent van de jongeren jeugdhulp." in told
    assert "Programmabegroting 2020, pagina\N{NO-BREAK SPACE}12." in told
    assert "Behaald" in told
    assert "Vraag inwoners wat zij vinden" in told
    assert "Het college schrijft aan een voorstel." in told


def test_without_duiding_the_goal_stays_and_the_text_of_people_goes(tmp_path):
    places = _places(tmp_path)
    with (places.parameters / SLUG / "gemeente.yml").open("a", encoding="utf-8") as file:
        file.write("profiel: zonder duiding\n")
    published = pipeline.refresh(SLUG, places=places)
    told = (published.folder / "dashboard" / "doelen.html").read_text(encoding="utf-8")
    assert "hooguit 12 procent van de jongeren" in told
    assert "Vraag inwoners wat zij vinden" in told
    assert published.notes == ()
    for path in published.folder.rglob("*"):
        assert path.is_dir() or b"schrijft aan een voorstel" not in path.read_bytes(), path.name


def test_a_wrong_goal_stops_the_run_and_says_why(tmp_path):
    places = _places(tmp_path)
    path = places.parameters / SLUG / "doelen.yml"
    goal, motions = GOALS.removeprefix("doelen:\n").split("moties:")
    wrong = goal.replace("waarde: 12", "waarde: 120")
    unknown = goal.replace("bbv_29", "bbv_28").replace("op: 2020", "op: 2021")
    path.write_text(f"doelen:\n{wrong}{unknown}moties:{motions}", encoding="utf-8")
    with pytest.raises(ParameterError) as caught:
        pipeline.refresh(SLUG, places=places)
    told = str(caught.value)
    assert "doelen.yml, doel 1, streefwaarde: een streefwaarde van ten hoogste 100; gevonden: 120." in told
    assert (
        "doelen.yml, doel 2, indicator: een cijfer dat deze editie heeft; gevonden: bbv_28_jongeren" in told
    )
    assert "Bedoelt u bbv_29_jongeren_met_jeugdhulp?" in told
    assert not (places.rendered / SLUG / "actueel").exists()


def test_faults_in_all_texts_are_told_at_once_and_before_the_work(tmp_path):
    places = _places(tmp_path)
    folder = places.parameters / SLUG
    _write(folder, QUARTER, "half", _text("concept", "<!-- half"))
    (folder / "doelen.yml").write_text(GOALS.replace("lager", "omlaag"), encoding="utf-8")
    steps: list[str] = []
    with pytest.raises(ParameterError) as caught:
        pipeline.refresh(SLUG, places=places, progress=steps.append)
    told = [str(fault).split(": ")[0] for fault in caught.value.faults]
    assert told == ["duiding/half.md", "parameters/lindeveen/doelen.yml, doel 1, richting"]
    assert len(steps) == 1
