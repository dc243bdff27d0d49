"""The mapping as text: it loads, it says what to look at, and it names nobody."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.errors import DeliveryError
from socdom.parameters.bronnen import Bestand, Bronnen
from socdom.sources.as_delivered import form_faults
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.mapping import propose, to_yaml
from tests.lib.looks import look_of

BSNS = ["999990019", "999990020", "999990032", "999990044"] * 5
ROWS = len(BSNS)
CLIENTS: dict[str, list[object]] = {
    'BSN "cliënt"\n(verplicht)': list(BSNS),
    "Naam": ["A. Geheimschrijver"] * ROWS,
    "Geb.dat.": ["31/12/1980"] * ROWS,
    "Geslacht": ["M"] * 10 + ["V"] * 10,
    "Gezinsnummer": [f"G-{row}" for row in range(ROWS)],
    "Geldig van": ["01/02/2020"] * ROWS,
    "Geldig t/m": [""] * ROWS,
}


@pytest.mark.parametrize(
    ("sheet", "line"),
    [
        ("Export", 'blad: "Export"  # controleer: het bestand heeft 2 bladen; gelezen is nummer 2'),
        (
            "Geheimschrijver",
            "# controleer: het bestand heeft 2 bladen; gelezen is nummer 2; zet de naam bij blad",
        ),
    ],
)
def test_of_several_sheets_it_says_which_was_read(sheet: str, line: str) -> None:
    look = look_of(CLIENTS, kind="xlsx", sheets=("Uitleg", sheet), sheet=sheet)
    text = to_yaml(propose(look, "clienten.xlsx"))
    assert line in [one.strip() for one in text.splitlines()]
    assert "Geheimschrijver" not in text


def loaded(text: str) -> tuple[str, Bestand]:
    """The delivery and its form, as the parameters read them."""
    bronnen = Bronnen.model_validate(yaml.safe_load(text)["bronnen"])
    ((delivery, form),) = bronnen.bestanden.items()
    assert form_faults(DELIVERIES[delivery], form, "bronnen.bestanden") == []
    return delivery, form


def test_it_loads_as_the_form_of_a_delivery() -> None:
    delivery, form = loaded(
        to_yaml(propose(look_of(CLIENTS, encoding="cp1252", separator="\t"), "a [1].csv"))
    )
    assert delivery == "clienten"
    assert form == Bestand(
        bestand="a ?1].csv",
        codering="cp1252",
        scheiding="tab",
        datum="dd/mm/jjjj",
        kolommen={
            "bsn": 'BSN "cliënt"\n(verplicht)',
            "geboortedatum": "Geb.dat.",
            "geslacht": "Geslacht",
            "huishoudnummer": "Gezinsnummer",
            "van": "Geldig van",
            "tot": "Geldig t/m",
        },
        waarden={"geslacht": {"M": "man", "V": "vrouw", "O": "onbekend", "X": "onbekend"}},
    )


def test_a_spreadsheet_has_its_sheet_and_its_row_of_names() -> None:
    look = look_of(
        CLIENTS, kind="xlsx", encoding="", separator="", sheets=("Info", "Data"), sheet="Data", header_row=4
    )
    _, form = loaded(to_yaml(propose(look, "export.xlsx")))
    assert (form.blad, form.kopregel, form.codering, form.scheiding) == ("Data", 4, None, None)


def test_what_must_be_looked_at_is_said() -> None:
    text = to_yaml(propose(look_of(CLIENTS), "export 2020.csv"))
    assert "# controleer: heet het bestand elke keer anders?" in text
    assert '(verplicht)"  # controleer: de naam lijkt erop; is dit de goede kolom?' in text
    assert "# ontbreekt: buurtcode (een buurtcode); de buurtcode van CBS, als BU07660000;" in text
    assert '# niet nodig: "Naam"' in text


def test_it_names_nobody() -> None:
    text = to_yaml(propose(look_of(CLIENTS), "export.csv"))
    for cell in (*BSNS, "Geheimschrijver", "1980", "G-1", "01/02/2020"):
        assert cell not in text


@pytest.mark.parametrize("delivery", DELIVERIES)
def test_a_file_of_which_little_is_known_still_loads(delivery: str) -> None:
    columns = DELIVERIES[delivery].columns[:2]
    table: dict[str, list[object]] = {column.header: ["x"] * 3 for column in columns}
    name, form = loaded(to_yaml(propose(look_of(table), "export.csv", delivery)))
    assert (name, set(form.kolommen)) == (delivery, {column.header for column in columns})


TEXTS = st.text(max_size=40)


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_whatever_is_in_a_file_the_mapping_loads_and_keeps_cells_to_itself(data: st.DataObject) -> None:
    names = [
        "BSN",
        "Categorie",
        "Vorm",
        "Reden einde",
        "Toewijzingnummer",
        *data.draw(st.lists(TEXTS, max_size=3)),
    ]
    table: dict[str, list[object]] = {
        name: data.draw(st.lists(TEXTS | st.integers() | st.none(), min_size=3, max_size=12))
        for name in names
    }
    rows = min(len(cells) for cells in table.values())
    table = {
        name: [f"geheim{row}q" for row in range(rows)] if name == "BSN" else cells[:rows]
        for name, cells in table.items()
    }
    text = ""
    with suppress(DeliveryError):  # it may look like no delivery
        text = to_yaml(propose(look_of(table), "export.csv", "voorzieningen_wmo"))
    if text:
        loaded(text)
    assert not re.search(r"geheim\dq", text)
