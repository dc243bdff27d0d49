"""From concept to definitive, to a correction, and back to the same bytes; through whole runs without documents."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from socdom import __version__, pipeline
from socdom.editions.frozen import newest_frozen
from socdom.errors import EditionError, FrozenError, NotEqualError, NotReadyError, ParameterError
from socdom.parameters import Places
from tests.lib.small_town import CODE, QUARTER, ROOT, SLUG, make_workplace

SERIES = ROOT / "parameters" / "lindeveen" / "beleidsindicatoren.csv"
FIRST, SECOND = f"{QUARTER}-v1.0", f"{QUARTER}-v2.0"
ERRATUM = "errata:\n  - {datum: 2021-03-15, waar: Tabel 1, fout: 51 procent, goed: 52 procent}\n"
DRAFT = "---\nthema: jeugd\nstatus: concept\n---\n## Waarom?\n\nTekst.\n"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Figures that the municipality keeps itself, no registration and no documents: a run takes a second."""
    places = make_workplace(tmp_path_factory.mktemp("definitief"))
    folder = places.parameters / SLUG
    settings = (folder / "gemeente.yml").read_text(encoding="utf-8").split("bronnen:")[0]
    (folder / "gemeente.yml").write_text(settings + "bronnen:\n  leveringen: false\n", encoding="utf-8")
    series = SERIES.read_text(encoding="utf-8").replace("GM9999", CODE)
    (folder / SERIES.name).write_text(series, encoding="utf-8")
    write(places, "")
    return places


def write(places: Places, text: str) -> None:
    """Give kwartaal.yml these lines beside those every test has."""
    path = places.parameters / SLUG / QUARTER / "kwartaal.yml"
    fixed = f"kwartaal: {QUARTER}\nterugblik: 8\ncijfers_per: 2021-02-15\ndocumenten: []\n"
    path.write_text(fixed + text, encoding="utf-8")


def home(places: Places) -> Path:
    return places.rendered / SLUG


def leads_to(places: Places) -> dict[str, str]:
    """Name of each link → state and version of the edition it leads to."""
    told = {
        p.name: (p / "edition.json").read_text(encoding="utf-8")
        for p in home(places).iterdir()
        if p.is_symlink()
    }
    return {
        name: " ".join(re.search(rf'"{key}": "([^"]*)"', text)[1] for key in ("state", "version"))  # type: ignore[index]
        for name, text in told.items()
    }


def made(places: Places, *, definitive: bool = False) -> tuple[str, bool, str]:
    """What a run gave: name of the edition, whether it stood there, and what is told."""
    done = pipeline.quarter(QUARTER, SLUG, definitive=definitive, places=places)
    return done.folder.name, done.reused, " ".join(done.notes)


def test_a_draft_stops_it_and_the_concept_stays(workplace: Places) -> None:
    assert made(workplace)[:2] == (QUARTER, False)
    draft = workplace.parameters / SLUG / QUARTER / "duiding" / "jeugd.md"
    draft.parent.mkdir()
    draft.write_text(DRAFT, encoding="utf-8")
    with pytest.raises(NotReadyError, match="duiding bij thema jeugd: deze tekst is nog concept"):
        made(workplace, definitive=True)
    shutil.rmtree(draft.parent)
    assert leads_to(workplace) == {QUARTER: "concept 1.0"}


def test_a_theme_there_is_not_stops_a_concept_too(workplace: Places) -> None:
    write(workplace, "geen_duiding: [jeugdd]\n")
    with pytest.raises(ParameterError, match="Bedoelt u jeugd"):
        made(workplace)
    write(workplace, "")


def test_it_becomes_definitive_and_stays_as_it_is(workplace: Places) -> None:
    assert made(workplace, definitive=True)[:2] == (FIRST, False)
    assert leads_to(workplace) == {QUARTER: "definitief 1.0", FIRST: "definitief 1.0"}
    inode = (home(workplace) / FIRST / "figures.parquet").stat().st_ino
    for definitive in (False, True):
        name, reused, told = made(workplace, definitive=definitive)
        assert (name, reused) == (FIRST, True)
        assert told == "Versie 1.0 is definitief en blijft zoals zij is."
    assert (home(workplace) / QUARTER / "figures.parquet").stat().st_ino == inode


def test_another_program_changes_nothing_and_is_told(
    workplace: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socdom.pipeline.inputs.program_hash", lambda places: "een ander programma")
    name, reused, told = made(workplace)
    assert (name, reused) == (FIRST, True)
    assert "alleen het programma veranderd" in told


def test_a_file_that_was_changed_by_hand_is_never_mended_in_silence(workplace: Places) -> None:
    path = home(workplace) / FIRST / "areas.json"
    before = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes(before + b" ")
    with pytest.raises(EditionError, match=f"verify {FIRST}"):
        made(workplace)
    path.write_bytes(before)
    path.chmod(0o444)


def test_other_inputs_are_refused_until_version_and_erratum_say_so(workplace: Places) -> None:
    write(workplace, "terugblik_jaren: 6\n")
    with pytest.raises(FrozenError) as refused:
        made(workplace, definitive=True)
    text = str(refused.value)
    assert f"{QUARTER}/kwartaal.yml: dit is veranderd sinds versie 1.0, bij terugblik_jaren" in text
    assert "versie 2.0" in text
    write(workplace, 'versie: "0.9"\n')
    with pytest.raises(FrozenError, match="al definitief"):
        made(workplace)
    write(workplace, 'versie: "2.0"\n')
    with pytest.raises(FrozenError, match="nergens staat wat er fout was"):
        made(workplace)
    assert leads_to(workplace) == {QUARTER: "definitief 1.0", FIRST: "definitief 1.0"}


def test_a_correction_is_a_concept_first_and_replaces_it_when_definitive(workplace: Places) -> None:
    write(workplace, f'versie: "2.0"\n{ERRATUM}')
    assert made(workplace)[:2] == (f"{QUARTER}-concept", False)
    assert leads_to(workplace) == {
        QUARTER: "definitief 1.0", FIRST: "definitief 1.0", f"{QUARTER}-concept": "concept 2.0"
    }  # fmt: skip
    assert made(workplace, definitive=True)[:2] == (SECOND, False)
    assert leads_to(workplace) == {
        QUARTER: "definitief 2.0", FIRST: "definitief 1.0", SECOND: "definitief 2.0"
    }  # fmt: skip
    names = [item.name for item in pipeline.releases(SLUG, places=workplace)]
    assert names == [QUARTER, FIRST, f"{QUARTER}-concept", SECOND]


def test_the_same_run_gives_the_same_bytes_and_leaves_no_trace(workplace: Places) -> None:
    def everything() -> dict[str, bytes]:
        paths = [*workplace.root.rglob("*"), *workplace.data.rglob("*")]
        return {str(path): path.read_bytes() for path in paths if path.is_file()}

    before = everything()
    found = pipeline.verify(SECOND, SLUG, places=workplace)
    found.require_equal()
    files = sum(1 for path in (home(workplace) / SECOND).rglob("*") if path.is_file())
    assert f"Nieuwe run: {files} bestanden zijn byte voor byte gelijk." in found.lines
    assert everything() == before


def test_the_version_before_can_be_checked_and_not_made_again(workplace: Places) -> None:
    found = pipeline.verify(FIRST, SLUG, places=workplace)
    assert found.lines[0].endswith("zijn zoals ze zijn gemaakt.")
    assert any(line.strip() == "instelling: kwartaal.versie" for line in found.lines)
    with pytest.raises(
        NotEqualError, match=r"wat erin gaat is nu anders\. Zet parameters, .* van toen terug"
    ):
        found.require_equal()
    path = home(workplace) / FIRST / "areas.json"
    path.chmod(0o644)
    path.write_bytes(path.read_bytes() + b" ")
    found = pipeline.verify(FIRST, SLUG, places=workplace)
    with pytest.raises(NotEqualError, match=r"areas\.json: dit bestand is veranderd") as caught:
        found.require_equal()
    assert "Zet de map terug uit een reservekopie." in str(caught.value)


def test_another_program_is_told_with_the_version_to_install(
    workplace: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socdom.pipeline.inputs.program_hash", lambda places: "0" * 64)
    found = pipeline.verify(SECOND, SLUG, places=workplace)
    with pytest.raises(
        NotEqualError, match=f"Het programma is nu anders. Installeer versie {__version__} om"
    ):
        found.require_equal()


def test_a_correction_that_is_withdrawn_gives_its_place_back(workplace: Places) -> None:
    assert pipeline.withdraw(SLUG, "Verkeerd", places=workplace).name == SECOND
    assert leads_to(workplace)[QUARTER] == "definitief 1.0"
    newest = newest_frozen(home(workplace), QUARTER)
    assert newest is not None
    assert newest.version == "1.0"
