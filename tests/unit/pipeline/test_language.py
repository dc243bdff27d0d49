"""The language check: our own texts pass it, and what it says of the texts of a municipality."""

from __future__ import annotations

from pathlib import Path

import pytest

from socdom import cli
from socdom.editions.read import Edition
from socdom.errors import ParameterError
from socdom.indicators import catalogue
from socdom.parameters.places import Places
from socdom.pipeline.language import check_language, edition_texts
from socdom.plain_language import Gravity, Text, Voice, check
from socdom.plain_language.length import length

ROOT = Path(__file__).resolve().parents[3]
PLAIN = "## Waarom?\n\nDe wijkteams helpen sinds mei meer jongeren in Veenpoort.\n"
HARD = "## Waarom?\n\nDe wijkteams mitigeren de problemen. Zie de notitie van de POH.\n\nDe gemeete helpt.\n"


def places_of(root: Path) -> Places:
    return Places(root=root, data=root / "data", open_data=None, key=root / "key")


@pytest.fixture
def town(tmp_path: Path) -> Places:
    """A municipality with a text."""
    folder = tmp_path / "parameters" / "veenstad"
    (folder / "2020Q4" / "duiding").mkdir(parents=True)
    (folder / "gemeente.yml").write_text("naam: Veenstad\ncode: GM9999\n", encoding="utf-8")
    (folder / "gebieden.csv").write_text("code;naam;niveau\nWK999901;Veenpoort;wijk\n", encoding="utf-8")
    (folder / "2020Q4" / "duiding" / "jeugd.md").write_text(PLAIN, encoding="utf-8")
    return places_of(tmp_path)


def duiding(places: Places) -> Path:
    return places.parameters / "veenstad" / "2020Q4" / "duiding" / "jeugd.md"


def test_our_own_texts_are_plain(tmp_path: Path) -> None:
    """Code, templates, notebooks and Dutch documents, and the texts of the municipalities we bring along."""
    for name in ("docs", "notebooks", "parameters"):
        (tmp_path / name).symlink_to(ROOT / name)
    looked = check_language(places=places_of(tmp_path))
    assert looked.spelled
    assert looked.texts > 3000
    assert [f"{r.place}:{r.line} {r.why} {r.proposal} [{r.found}]" for r in looked.faults] == []


def test_computed_sentences_are_plain(sample: Edition, rich: Edition) -> None:
    texts = [*edition_texts(sample, "sample"), *edition_texts(rich, "rich")]
    assert len(texts) > 100
    assert [remark for remark in check(texts) if remark.gravity is Gravity.FAULT] == []


def test_the_sentence_of_every_indicator_is_short_with_its_number_and_period() -> None:
    too_long = []
    for item in catalogue().values():
        number = "100,0 procent" if item.format == "procent" else "1.000"
        told = item.says.replace("{}", number).replace("het kwartaal", "het 4e kwartaal 2020")
        too_long += [remark.place for remark in length(Text(item.id, 0, f"{told}.", Voice.COMPUTED))]
    assert too_long == []


def test_names_of_areas_are_no_spelling_faults(town: Places) -> None:
    assert check_language(gemeente="veenstad", places=town).faults == ()


def test_a_municipality_adds_words_of_its_own(town: Places) -> None:
    duiding(town).write_text("De Zorgo helpt jongeren.\n", encoding="utf-8")
    assert [r.found for r in check_language(gemeente="veenstad", places=town).faults] == ["Zorgo"]
    (town.parameters / "veenstad" / "woorden.txt").write_text("Zorgo\n", encoding="utf-8")
    assert check_language(gemeente="veenstad", places=town).faults == ()


def test_what_is_wrong_and_where(town: Places) -> None:
    duiding(town).write_text(HARD, encoding="utf-8")
    found = [(r.place, r.line, r.found) for r in check_language(gemeente="veenstad", places=town).faults]
    place = "parameters/veenstad/2020Q4/duiding/jeugd.md"
    assert found == [(place, 3, "POH"), (place, 3, "mitigeren"), (place, 5, "gemeete")]


def test_only_the_files_that_are_named(town: Places, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_text("Wij helpen u middels geld.\n", encoding="utf-8")
    looked = check_language([file], places=town)
    assert looked.texts == 1
    assert [(r.place, r.line, r.found) for r in looked.faults] == [("brief.md", 1, "middels")]


def test_all_that_cannot_be_read_is_told_at_once(town: Places, tmp_path: Path) -> None:
    broken = tmp_path / "stuk.md"
    broken.write_bytes(b"\xff\xfe caf\xe9")
    with pytest.raises(ParameterError) as refused:
        check_language([tmp_path / "weg.md", broken], places=town)
    told = str(refused.value)
    assert "2 punten" in told
    assert "weg.md: dit bestand of deze map moet er zijn" in told
    assert "stuk.md: dit bestand is niet te lezen" in told


def test_a_municipality_that_is_not_there(town: Places) -> None:
    with pytest.raises(
        ParameterError, match=r"gemeente veenstat: deze gemeente is niet ingericht\. Bedoelt u veenstad\?"
    ):
        check_language(gemeente="veenstat", places=town)


# The command


def run(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[object, str]:
    monkeypatch.setattr("sys.argv", ["socdom", "taalcheck", *words])
    with pytest.raises(SystemExit) as end:
        cli.main()
    said = capsys.readouterr()
    return end.value.code, said.out + said.err


def test_the_command_tells_where_what_and_what_instead(
    town: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOCDOM_ROOT", str(town.root))
    code, said = run(["-g", "veenstad"], monkeypatch, capsys)
    assert (code or 0, "Er is niets dat beter moet." in said) == (0, True)
    duiding(town).write_text(f"{HARD}\nHet werk wordt gedaan.\n", encoding="utf-8")
    code, said = run(["-g", "veenstad"], monkeypatch, capsys)
    assert code == 1
    assert "duiding/jeugd.md:3" in said
    assert "fout: Dit woord kennen veel lezers niet. Schrijf: verminderen." in said
    assert "Te verbeteren: 3. Om op te letten: 1 (zie --alles)." in said
    assert "lijdend" not in said
    _, said = run(["-g", "veenstad", "--alles"], monkeypatch, capsys)
    assert "let op: Deze zin lijkt lijdend. Zeg wie het doet." in said


def test_without_a_dictionary_that_is_said(
    town: Places, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOCDOM_ROOT", str(town.root))
    monkeypatch.setattr("socdom.pipeline.language.spelling_is_checked", lambda: False)
    _, said = run(["-g", "veenstad"], monkeypatch, capsys)
    assert (
        "De spelling is niet bekeken. Installeer daarvoor de pakketten `hunspell` en `hunspell-nl`." in said
    )
