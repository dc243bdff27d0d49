"""What happens to the rest of a delivery when a part, a row or a name of it is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socdom.errors import DeliveryError, ParameterError
from socdom.parameters.bronnen import Bestand
from socdom.parameters.gebieden import Gebieden
from socdom.sources.delivered import Delivered
from socdom.sources.deliveries import take_in
from tests.fixtures.bad_deliveries.small_delivery import ANNA, SMALL, Lines, small_gebieden, write_small
from tests.lib.small_supply import KEY, supply, taken


@pytest.fixture
def gebieden(tmp_path: Path) -> Gebieden:
    return small_gebieden(tmp_path / "parameters")


def told(found: Delivered) -> list[str]:
    return [str(fault) for fault in found.faults]


def other_sex(lines: Lines) -> Lines:
    """A sex that is on no list, at both addresses of Anna."""
    return [line.replace(";vrouw;11;", ";v;11;") for line in lines]


def unread_first(lines: Lines) -> Lines:
    return [line.replace("01-05-1990", "mei 1990") for line in other_sex(lines)]


@pytest.mark.parametrize("change", [other_sex, unread_first], ids=["twice", "and once unreadable"])
def test_a_person_with_a_wrong_value_goes_with_all_addresses(
    tmp_path: Path, gebieden: Gebieden, change
) -> None:
    found = taken(write_small(tmp_path / "in", "clienten.csv", change), gebieden, 100)
    tables = found.require()
    assert sorted(tables.persons["sex"]) == ["man", "vrouw"]
    assert len(tables.addresses) == 2
    assert set(tables.provisions["law"]) == {"jeugd"}  # those of the Wmo are all Anna's
    assert found.left_out["clienten"] == 2


def without_rows(folder: Path) -> None:
    (folder / "clienten.csv").write_text(SMALL["clienten.csv"][0] + "\n", encoding="utf-8")


def broken_rows(folder: Path) -> None:
    head, *rows = SMALL["clienten.csv"]
    text = "\n".join([head, rows[0], *(f"{row};meer" for row in rows[1:])])
    (folder / "clienten.csv").write_text(text + "\n", encoding="utf-8")


def one_of_two(folder: Path) -> None:
    (folder / "clienten.csv").rename(folder / "clienten_1.csv")
    (folder / "clienten_2.csv").write_text("bsn;naam\n", encoding="utf-8")


@pytest.mark.parametrize("spoil", [without_rows, broken_rows, one_of_two])
def test_nobody_is_called_unknown_while_clients_are_lost(tmp_path: Path, gebieden: Gebieden, spoil) -> None:
    folder = write_small(tmp_path / "in")
    spoil(folder)
    found = taken(folder, gebieden, clienten=Bestand(bestand="clienten*.csv"))
    assert found.tables is None
    assert len(found.faults) == 1
    assert found.faults[0].place.startswith("clienten")


def test_whoever_is_not_among_the_clients_counts_against_the_limit(
    tmp_path: Path, gebieden: Gebieden
) -> None:
    """One client cannot be read, which is excused; both his applications are then too many of two."""

    def spoiled(lines: Lines) -> Lines:
        return [line.replace(ANNA, "123") for line in lines]

    folder = write_small(tmp_path / "in", "clienten.csv", spoiled)
    assert taken(folder, gebieden, 60).tables is None
    assert any("elke persoon staat ook bij de cliënten" in line for line in told(taken(folder, gebieden, 60)))


def test_a_file_without_rows_has_no_rows(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in", "aanvragen.csv", lambda lines: lines[:1])
    found = taken(folder, gebieden, 100)
    assert told(found) == ["aanvragen.csv: er staan geen rijen in. Lever het bestand opnieuw."]
    assert found.tables is None
    assert {sheet.delivery: (len(sheet.frame), sheet.unread) for sheet in found.sheets}["aanvragen"] == (0, 0)


def test_a_part_that_cannot_be_read_is_never_excused(tmp_path: Path, gebieden: Gebieden) -> None:
    """An open quote is told with its rows, and yet nothing of the file is there."""
    folder = write_small(
        tmp_path / "in", "aanvragen.csv", lambda lines: [lines[0], f'"{lines[1]}', *lines[2:]]
    )
    assert taken(folder, gebieden, 100).tables is None


def test_the_same_number_in_a_file_and_in_messages(tmp_path: Path, gebieden: Gebieden) -> None:
    """Told as the supplier of the messages finds it: the number of a row means nothing there."""
    parts = list(supply(write_small(tmp_path / "in")).parts())
    own = next(part for part in parts if part.delivery == "voorzieningen_wmo")
    sent = replace(
        own, spec=replace(own.spec, file="berichten"), where=lambda row: f"b.xml, regel {row * 10}"
    )
    found = take_in([*parts, sent], gebieden, KEY)
    assert told(found) == [
        "berichten, kolom voorzieningnummer: elke voorziening heeft een eigen nummer, ook over de bestanden heen "
        "(b.xml, regel 20; b.xml, regel 30)."
    ]


@pytest.mark.parametrize("pattern", ["/leveringen/wmo.csv", "wmo**.csv"])
def test_a_pattern_that_cannot_be_is_told_before_anything_is_read(tmp_path: Path, pattern: str) -> None:
    wrong = supply(write_small(tmp_path), clienten=Bestand(bestand=pattern))
    for ask in (lambda: list(wrong.parts()), lambda: wrong.checksums):
        with pytest.raises(ParameterError, match=r"clienten\.bestand: schrijf een naam binnen de map"):
            ask()


def test_what_programs_leave_beside_a_file_is_not_delivered(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in")
    forms = {"clienten": Bestand(bestand="*clienten*")}
    before = supply(folder, **forms).checksums
    for name in ("~$clienten.csv", "._clienten.csv", ".~lock.clienten.csv#"):
        (folder / name).write_bytes(b"\0\1")
    assert taken(folder, gebieden, **forms).tables is not None
    assert supply(folder, **forms).checksums == before


def test_a_number_of_a_household_is_not_the_same_in_every_row(tmp_path: Path) -> None:
    form = Bestand(bestand="clienten.csv", vast={"huishoudnummer": "1"})
    with pytest.raises(
        ParameterError, match=r"vast\.huishoudnummer: een nummer van een persoon of huishouden"
    ):
        list(supply(write_small(tmp_path), clienten=form).parts())


def test_a_file_that_changes_while_it_is_read_is_refused(tmp_path: Path, gebieden: Gebieden) -> None:
    folder = write_small(tmp_path / "in")
    reading = supply(folder)
    assert reading.checksums
    reading.require_unchanged()
    with (folder / "aanvragen.csv").open("a", encoding="utf-8") as file:
        file.write(f"A3;{ANNA};wmo;01-12-2019;;\n")
    with pytest.raises(DeliveryError, match=r"aanvragen\.csv: dit is veranderd tijdens het lezen"):
        reading.require_unchanged()
