"""Parameters: what is wrong is told in Dutch, all at once, with the way out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from yaml import safe_dump

from socdom.errors import ParameterError
from socdom.parameters import Places, load_gemeente, load_kwartaal

ROOT = Path(__file__).resolve().parents[3]
GEMEENTE = {
    "naam": "Ergens",
    "code": "GM1234",
    "griffie": {"email": "griffie@ergens.example"},
    "bronnen": {"leveringen": True},
}
KWARTAAL = {"kwartaal": "2020Q4", "cijfers_per": date(2021, 2, 15)}


def _write(folder: Path, gemeente: dict[str, object], kwartaal: dict[str, object] | None = None) -> Path:
    home = folder / "parameters" / "ergens"
    (home / "2020Q4").mkdir(parents=True)
    (home / "gemeente.yml").write_text(safe_dump(gemeente), encoding="utf-8")
    if kwartaal is not None:
        (home / "2020Q4" / "kwartaal.yml").write_text(safe_dump(kwartaal), encoding="utf-8")
    return home


@pytest.mark.parametrize("slug", sorted(p.parent.name for p in ROOT.glob("parameters/*/gemeente.yml")))
def test_our_own_parameters_are_valid(slug: str) -> None:
    folder = ROOT / "parameters" / slug
    assert load_gemeente(folder).code.startswith("GM")
    for path in folder.glob("*/kwartaal.yml"):
        assert load_kwartaal(folder, path.parent.name).kwartaal == path.parent.name


def test_defaults(tmp_path: Path) -> None:
    home = _write(tmp_path, GEMEENTE, KWARTAAL)
    gemeente, kwartaal = load_gemeente(home), load_kwartaal(home, "2020Q4")
    assert (gemeente.profiel, gemeente.bescherming.regel, gemeente.fictief) == ("met duiding", "cbs5", False)
    assert (kwartaal.editie, kwartaal.terugblik, kwartaal.versie) == ("kern", 12, "1.0")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"profeil": "met duiding"}, r"profeil: dit veld bestaat niet. Bedoelt u profiel\?"),
        ({"code": "0766"}, "code: dit heeft niet de goede vorm; gevonden: '0766'"),
        ({"profiel": "soms"}, "kies uit 'met duiding' of 'zonder duiding'; gevonden: 'soms'"),
        ({"griffie": {}}, r"griffie\.email: dit veld is verplicht"),
        ({"bronnen": {"iv3": "2023"}}, r"bronnen\.iv3: hier hoort een lijst"),
        ({"naam": "Ergens\nBcc: a@b.example"}, "naam: dit heeft niet de goede vorm"),
        ({"vandaag": "gisteren"}, "vandaag: hier hoort een datum als 2021-02-15"),
    ],
)
def test_a_fault_in_gemeente_yml(tmp_path: Path, change: dict[str, object], message: str) -> None:
    home = _write(tmp_path, {**GEMEENTE, **change})
    with pytest.raises(ParameterError, match=message):
        load_gemeente(home)


def test_all_faults_at_once(tmp_path: Path) -> None:
    home = _write(tmp_path, {"code": "x", "griffie": {"email": "geen"}, "extra": 1})
    with pytest.raises(ParameterError) as caught:
        load_gemeente(home)
    assert len(caught.value.faults) == 5  # naam, code, griffie.email, bronnen, extra


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kwartaal": "2020Q3"}, "kwartaal moet 2020Q4 zijn, net als de map; gevonden: 2020Q3"),
        ({"terugblik": 2}, "terugblik: dit moet ten minste 4 zijn; gevonden: 2"),
        ({"versie": "een"}, "versie: dit heeft niet de goede vorm"),
    ],
)
def test_a_fault_in_kwartaal_yml(tmp_path: Path, change: dict[str, object], message: str) -> None:
    home = _write(tmp_path, GEMEENTE, {**KWARTAAL, **change})
    with pytest.raises(ParameterError, match=message):
        load_kwartaal(home, "2020Q4")


def test_an_unknown_municipality_gets_the_nearest_name(tmp_path: Path) -> None:
    home = _write(tmp_path, GEMEENTE)
    with pytest.raises(ParameterError, match=r"niet ingericht. Bedoelt u ergens\?"):
        load_gemeente(home.parent / "ergons")


def test_a_missing_quarter_and_a_broken_file(tmp_path: Path) -> None:
    home = _write(tmp_path, GEMEENTE)
    with pytest.raises(ParameterError, match=r"2020Q4/kwartaal\.yml: dit bestand ontbreekt"):
        load_kwartaal(home, "2020Q4")
    (home / "gemeente.yml").write_text("naam: [\n", encoding="utf-8")
    with pytest.raises(ParameterError, match="geen geldig yml-bestand; het gaat mis op regel"):
        load_gemeente(home)


def test_a_name_that_stands_twice_is_refused_and_not_overwritten(tmp_path: Path) -> None:
    home = _write(tmp_path, GEMEENTE)
    path = home / "gemeente.yml"
    above = path.read_text(encoding="utf-8").count("\n")
    with path.open("a", encoding="utf-8") as file:
        file.write("bronnen:\n  leveringen: false\n")
    with pytest.raises(
        ParameterError, match=rf"bronnen staat er twee keer, op regel \d en {above + 1}\. Laat er één"
    ):
        load_gemeente(home)
    # The same name under two headings, and what another part gives by reference, are no doubles.
    path.write_text(
        "naam: &naam Ergens\ncode: GM1234\ngriffie: {email: a@b.example}\n"
        "bronnen:\n  bestanden:\n    clienten: &vorm {bestand: c.csv, getal: '1.234,56'}\n"
        "    aanvragen: {<<: *vorm, bestand: a.csv}\n",
        encoding="utf-8",
    )
    files = load_gemeente(home).bronnen.bestanden
    assert [(one.bestand, one.getal) for one in files.values()] == [
        ("c.csv", "1.234,56"),
        ("a.csv", "1.234,56"),
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"cijfers_per: 2021-02-30\n", r"kwartaal\.yml: er staat een datum of tijd in die niet bestaat"),
        (
            "pc_document: café\n".encode("cp1252"),
            r"kwartaal\.yml: dit bestand moet als utf-8 zijn opgeslagen",
        ),
        (b"- kwartaal\n", r"kwartaal\.yml: hier horen regels als naam: waarde\.$"),
    ],
)
def test_a_file_that_is_no_list_of_settings(tmp_path: Path, content: bytes, message: str) -> None:
    home = _write(tmp_path, GEMEENTE, KWARTAAL)
    (home / "2020Q4" / "kwartaal.yml").write_bytes(content)
    with pytest.raises(ParameterError, match=message):
        load_kwartaal(home, "2020Q4")


def test_places_follow_the_environment(tmp_path: Path) -> None:
    places = Places.from_environment(
        {"SOCDOM_ROOT": str(tmp_path), "SOCDOM_OPEN_DATA": str(tmp_path / "open")}
    )
    assert places.deliveries("lindeveen") == tmp_path / "data" / "lindeveen" / "leveringen"
    assert places.open_data == tmp_path / "open"
    assert tmp_path not in places.key.parents
