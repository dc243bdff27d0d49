"""Text files as suppliers send them: encodings, separators, broken ends. Expectations by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from socdom.parameters.bronnen import Bestand
from socdom.sources.delivery_spec import Column, DeliveryFile
from socdom.sources.files.read import read_delivered
from socdom.sources.files.separator import guessed_separator
from socdom.sources.raw import RawFile

SPEC = DeliveryFile(
    "export.csv",
    ("declarations",),
    (
        Column("nummer", "key", "key", "declaration"),
        Column("aanbieder", "provider", "text"),
        Column("dag", "start", "date"),
        Column("bedrag", "amount", "eurocents"),
        Column("reden", "reason", "two digits", optional=True),
    ),
)
HEADER = "nummer;aanbieder;dag;bedrag"
TWO = ["A1;Zorg één;1-2-2020;1.234,56", "A2;Jó;31-12-2020;-5"]
READ = [["A1", "A2"], ["Zorg één", "Jó"], ["01-02-2020", "31-12-2020"], ["1234,56", "-5"], ["", ""]]


def read(tmp_path: Path, content: bytes | list[str], name: str = "export.csv", **form: object):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else "\n".join(content).encode() + b"\n")
    return read_delivered(path, replace(SPEC, file=name), Bestand(bestand=name, **form))


def texts(found: tuple[RawFile | None, list]) -> list[list[str]]:
    raw, faults = found
    assert faults == []
    assert raw is not None
    assert list(raw.texts.columns) == ["key", "provider", "start", "amount", "reason"]
    assert {str(dtype) for dtype in raw.texts.dtypes} == {"str"}
    assert raw.rows.dtype == "int64"
    return [raw.texts[name].tolist() for name in raw.texts]


def told(found: tuple[RawFile | None, list]) -> list[str]:
    raw, faults = found
    assert raw is None
    return [str(fault) for fault in faults]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"], ids=["linux", "windows", "old mac"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_any_text_file_of_an_office_gives_the_same_texts(
    tmp_path: Path, mark: str, encoding: str, ending: str
) -> None:
    rows = [[f'"{cell}"' if mark in cell else cell for cell in line.split(";")] for line in [HEADER, *TWO]]
    content = "".join(mark.join(row) + ending for row in rows).encode(encoding)
    guessed = read(tmp_path, content)
    assert texts(guessed) == READ
    assert guessed[0].rows.tolist() == [2, 3]
    names = {";": "een puntkomma", ",": "een komma", "\t": "een tab", "|": "een staande streep"}
    own = encoding != "cp1252" and mark == ";"
    note = f"Gelezen als {encoding.removesuffix('-sig')}, met {names[mark]} tussen de velden."
    assert guessed[0].notes == (() if own else (note,))
    form = {"codering": encoding.removesuffix("-sig"), "scheiding": "tab" if mark == "\t" else mark}
    assert texts(read(tmp_path, content, **form)) == READ


def test_utf8_that_was_told_is_not_guessed_otherwise(tmp_path: Path) -> None:
    content = "\n".join([HEADER, *TWO, ""]).encode("cp1252")
    assert told(read(tmp_path, content, codering="utf-8")) == [
        "export.csv: er staan tekens in die niet te lezen zijn (2 rijen: 2, 3). Sla het bestand op als csv met utf-8."
    ]


def test_utf8_with_a_wrong_letter_is_not_taken_for_cp1252(tmp_path: Path) -> None:
    content = "\n".join([HEADER, *TWO, ""]).encode().replace("Jó".encode(), b"J\xf3")
    assert told(read(tmp_path, content)) == [
        "export.csv: er staan tekens in die niet te lezen zijn (1 rij: 3). Sla het bestand op als csv met utf-8."
    ]


def test_letters_that_cp1252_does_not_have_are_told(tmp_path: Path) -> None:
    content = "\n".join([HEADER, *TWO, ""]).encode("cp1252").replace(b"J\xf3", b"J\x8d")
    assert told(read(tmp_path, content)) == [
        "export.csv: er staan tekens in die niet te lezen zijn (1 rij: 3). Sla het bestand op als csv met utf-8."
    ]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_refused_with_what_to_do(tmp_path: Path, encoding: str) -> None:
    content = "\n".join([HEADER, *TWO]).encode(encoding)
    assert told(read(tmp_path, content)) == [
        "export.csv: het bestand is geschreven in utf-16, en dat leest socdom niet. Sla het op als csv met utf-8."
    ]


def test_half_a_file_that_ends_in_a_letter(tmp_path: Path) -> None:
    content = "\n".join([HEADER, *TWO]).encode()
    cut = content[: content.index("Jó".encode()) + 2]
    assert told(read(tmp_path, cut)) == [
        "export.csv: het bestand houdt op midden in een teken. Lever het hele bestand opnieuw."
    ]
    only = cut.replace("één".encode(), b"een")
    assert "midden in een teken" in told(read(tmp_path, only))[0], (
        "also when no other letter tells that it is utf-8"
    )


def test_half_a_file_that_ends_in_a_row(tmp_path: Path) -> None:
    raw, faults = read(tmp_path, "\n".join([HEADER, *TWO])[:-12].encode())
    assert raw.rows.tolist() == [2]
    assert [str(fault) for fault in faults] == [
        "export.csv: een rij heeft 4 velden, gescheiden door puntkomma's (1 rij: 3). Maak deze rijen heel."
    ]
    raw, faults = read(tmp_path, "\n".join([HEADER, *TWO])[:-1].encode())
    assert faults == []
    assert raw.notes == ("De laatste regel heeft geen regeleinde. Controleer of het bestand heel is.",)


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\r\n"])
def test_an_empty_file(tmp_path: Path, content: bytes) -> None:
    assert told(read(tmp_path, content)) == ["export.csv: het bestand is leeg. Lever het opnieuw."]


@pytest.mark.parametrize("below", [[], [""], [";;;", "", " ; ; ;"]])
def test_a_header_without_rows(tmp_path: Path, below: list[str]) -> None:
    raw, faults = read(tmp_path, [HEADER, *below])
    assert len(raw.texts) == len(raw.rows) == 0
    assert [str(fault) for fault in faults] == [
        "export.csv: er staan geen rijen in. Lever het bestand opnieuw."
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    form = Bestand(bestand="weg.csv")
    raw, (fault,) = read_delivered(tmp_path / "weg.csv", SPEC, form)
    assert (raw, str(fault)) == (None, "export.csv: dit bestand ontbreekt. Lever het alsnog.")
    assert read_delivered(tmp_path / "weg.csv", replace(SPEC, optional=True), form) == (None, [])


def test_the_wrong_separator_is_told(tmp_path: Path) -> None:
    assert told(read(tmp_path, [HEADER, *TWO], scheiding="|")) == [
        "export.csv: er is maar één kolom gevonden. Zet bij scheiding wat er tussen de "
        "velden staat: een puntkomma, een komma, tab of |."
    ]


def test_commas_in_amounts_and_titles_are_no_separators(tmp_path: Path) -> None:
    lines = ["nummer;aanbieder;dag;bedrag;a;b", *("A1;Zorg, één;1-2-2020;1,5;2,5;3,5" for _ in range(9))]
    assert read(tmp_path, lines)[0].texts["amount"].tolist() == ["1,50"] * 9
    titled = ["Export Wmo, jeugd, 2020", "", *lines]
    assert read(tmp_path, titled, kopregel=3)[0].rows.tolist() == list(range(4, 13))


@pytest.mark.parametrize(
    ("lines", "mark"),
    [
        (
            ["# Wmo; per gemeente; 2024; bron: CBS", "gemeente\t0-17\t18-64", "Assen\t1\t2", "Emmen\t3\t4"],
            "\t",
        ),
        (["a,b,c", "1,2,3", "4,5,6"], ","),
        (["naam;plaats", "Zorg, thuis, en meer, bv;x"], ";"),
        (["bsn;bedrag;a;b;c", "1;2,5;3,5;4,5;5,5", "1;2,5;3,5;4,5;5,5"], ";"),
        (['"a;b";"c"|d', '"e;f"|g'], "|"),
        (["bsn"], ";"),
        ([], ";"),
    ],
)
def test_the_separator_is_guessed(lines: list[str], mark: str) -> None:
    assert guessed_separator(lines) == mark


def test_a_header_lower_in_the_file(tmp_path: Path) -> None:
    lines = ['Export "Wmo', "", HEADER, TWO[0], "half", "", TWO[1]]
    raw, faults = read(tmp_path, lines, kopregel=3)
    assert raw.rows.tolist() == [4, 7]
    assert [fault.rows for fault in faults] == [(5,)]


def test_where_the_header_is_when_it_was_sought_elsewhere(tmp_path: Path) -> None:
    faults = told(read(tmp_path, ["Export;;;", "", HEADER, *TWO]))
    assert len(faults) == 1
    assert faults[0] == (
        "export.csv: de kolommen nummer, aanbieder, dag en bedrag ontbreken. De namen lijken in rij 3 te staan. Zet dan bij kopregel: 3."
    )
    assert told(read(tmp_path, [HEADER], kopregel=5)) == [
        "export.csv: rij 5 met de namen van de kolommen ontbreekt. Zet de juiste rij bij kopregel."
    ]


def test_the_first_line_of_excel_that_tells_the_separator(tmp_path: Path) -> None:
    found = read(tmp_path, ["sep=|", *(line.replace(";", "|") for line in [HEADER, *TWO])])
    assert texts(found) == READ
    assert found[0].rows.tolist() == [3, 4]


def test_names_are_sought_without_regard_to_capitals_and_spaces(tmp_path: Path) -> None:
    assert texts(read(tmp_path, ["NUMMER; Aanbieder ;dag;BEDRAG", *TWO])) == READ
    spaced = replace(SPEC, columns=(Column("nr  Cliënt", "key", "key"), *SPEC.columns[1:]))
    path = tmp_path / "export.csv"
    path.write_text("Nr cliënt;aanbieder;dag;bedrag\n" + TWO[0] + "\n")
    assert read_delivered(path, spaced, Bestand(bestand="export.csv"))[0].texts["key"].tolist() == ["A1"]


def test_a_name_that_is_there_twice_but_once_exactly_is_found(tmp_path: Path) -> None:
    lines = [f"{line};{extra}" for line, extra in zip([HEADER, *TWO], ["Nummer", "x", "y"], strict=True)]
    assert texts(read(tmp_path, lines)) == READ
    again = [lines[0].replace(";Nummer", ";nummer"), *lines[1:]]
    assert told(read(tmp_path, again)) == ["export.csv: de kolom nummer staat er 2 keer in."]
    neither = [lines[0].replace("nummer;", "NUMMER;"), *lines[1:]]
    assert told(read(tmp_path, neither)) == ["export.csv: de kolom nummer staat er 2 keer in."]


def test_columns_that_are_not_read_are_named_unless_they_may_be_a_person(tmp_path: Path) -> None:
    extra = ["Telefoon", "06-12345678", "j@x.nl", "", "Opmerking"]
    lines = [";".join([HEADER, *extra])] + [";".join([row, *"abcde"]) for row in TWO]
    raw, _ = read(tmp_path, lines)
    assert raw.notes == ("Niet gelezen: Telefoon, Opmerking en nog 2 kolommen.",)
    many = [";".join([HEADER, *(f"k{n}" for n in range(25))])] + [";".join([row, *["x"] * 25]) for row in TWO]
    raw, _ = read(tmp_path, many)
    assert raw.notes[0].endswith("k18, k19 en nog 5 kolommen.")


def test_a_file_without_a_header_names_nobody(tmp_path: Path) -> None:
    people = ["Annie Bak;06-11;1-2-2020;5", "Bram Cok;06-12;1-2-2020;6"]
    faults = told(read(tmp_path, people))
    assert len(faults) == 1
    assert not any(word in " ".join(faults) for word in ("Annie", "Bak", "06-11", "1-2-2020"))


def test_quotes_may_hold_separators_but_no_line_ends(tmp_path: Path) -> None:
    head = f"{HEADER};opmerking"
    raw, faults = read(tmp_path, [head, f'{TWO[0]};"belt; ""mailt"""', f"{TWO[1]};x"])
    assert (len(raw.texts), faults) == (2, [])
    assert told(read(tmp_path, [head, f'{TWO[0]};"belt', f'mailt";{TWO[1]};x'])) == [
        "export.csv: een tekst tussen aanhalingstekens staat in één rij (2 rijen: 2, 3). "
        "Haal losse aanhalingstekens en regeleinden uit deze rijen."
    ]


def test_a_row_without_end(tmp_path: Path) -> None:
    assert told(read(tmp_path, [HEADER, *TWO, "A3;" + "x" * 3_000_000])) == [
        "export.csv: dit is geen goed csv-bestand. Lever het bestand opnieuw."
    ]


def test_two_columns_may_come_from_one(tmp_path: Path) -> None:
    spec = replace(
        SPEC,
        columns=(*SPEC.columns, Column("dag", "end", "open date"), Column("x", "law", "text", fixed="wmo")),
    )
    path = tmp_path / "export.csv"
    path.write_text("\n".join([HEADER, *TWO]) + "\n")
    raw, faults = read_delivered(path, spec, Bestand(bestand="export.csv"))
    assert faults == []
    assert raw.texts["end"].tolist() == raw.texts["start"].tolist() == READ[2]
    assert "law" not in raw.texts


def test_errors_a_spreadsheet_left_in_a_csv_are_unreadable(tmp_path: Path) -> None:
    raw, _ = read(tmp_path, [HEADER, "#N/B;#VERW!;#####;#DEEL/0!"])
    assert raw.texts.iloc[0].tolist() == ["?", "?", "?", "?", ""]


@pytest.mark.parametrize("suffix", ["txt", "tsv", "CSV"])
def test_text_has_other_endings_too(tmp_path: Path, suffix: str) -> None:
    assert texts(read(tmp_path, [HEADER, *TWO], name=f"export.{suffix}")) == READ
