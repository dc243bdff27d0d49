"""Deliveries as three invented suppliers send them: proposed, loaded and read, they say what the plain ones say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import yaml

from socdom.parameters.bronnen import Bestand, Bronnen
from socdom.pipeline.look import intake
from socdom.sources.as_delivered import as_delivered
from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.files.read import read_delivered
from tests.lib.small_town import NAME_MARK, write_deliveries

# A supplier: the name of each column, and what it writes for some values.
Names = dict[str, str]
Words = dict[str, dict[str, str]]

SPREADSHEET: Names = {
    "bsn": "BSN",
    "naam": "Naam cliënt",
    "geboortedatum": "Geb. datum",
    "geslacht": "Geslacht",
    "huishoudnummer": "Gezinsnr",
    "buurtcode": "Buurt (CBS)",
    "van": "Adres vanaf",
    "tot": "Adres t/m",
    "voorzieningnummer": "Beschikkingnummer",
    "productcategorie": "iWmo-categorie",
    "leveringsvorm": "ZIN/PGB",
    "aanbieder": "Leverancier",
    "toewijzingsdatum": "Datum beschikking",
    "begindatum": "Ingangsdatum",
    "einddatum": "Einddatum",
    "reden_beeindiging": "Reden einde",
    "reden_wijziging": "Reden wijziging",
    "uitkeringsnummer": "Uitkering nr.",
    "declaratienummer": "Declaratieregel",
    "wet": "Wet",
    "dienst_van": "Begindatum periode",
    "ontvangen": "Ontvangstdatum",
    "volume": "Aantal",
    "eenheid": "Eenheid",
    "bedrag": "Bedrag",
}
COMMAS: Names = {
    "bsn": "CLIENT_BSN",
    "voorzieningnummer": "TOEWIJZINGNUMMER",
    "productcategorie": "PRODUCTCATEGORIE",
    "leveringsvorm": "LEVERINGSVORM",
    "aanbieder": "ZORGAANBIEDER",
    "toewijzingsdatum": "DATUM_TOEWIJZING",
    "begindatum": "DATUM_INGANG",
    "einddatum": "DATUM_EINDE",
    "reden_beeindiging": "REDEN_BEËINDIGING",
    "reden_wijziging": "REDEN_WIJZIGING",
    "verwijzer": "VERWIJZER_TYPE",
    "aanvraagnummer": "ZAAKNUMMER",
    "wet": "DOMEIN",
    "ontvangen": "DATUM_ONTVANGST",
    "besluit": "DATUM_BESLUIT",
    "uitkomst": "RESULTAAT",
    "declaratienummer": "REFERENTIENUMMER",
    "dienst_van": "PRODUCTPERIODE_BEGIN",
    "volume": "GELEVERD_VOLUME",
    "eenheid": "EENHEID",
    "bedrag": "INGEDIEND_BEDRAG",
    "taakveld": "TAAKVELD",
    "kwartaal": "PERIODE",
    "soort": "L/B",
    "begroot": "BEGROTING_NA_WIJZIGING",
    "gerealiseerd": "REALISATIE",
}
COLUMNS: Names = {
    "bsn": "burgerServiceNummer",
    "naam": "achterNaam",
    "geboortedatum": "geboorteDatum",
    "geslacht": "geslachtsaanduiding",
    "huishoudnummer": "huishoudenId",
    "buurtcode": "buurtCode",
    "van": "geldigVan",
    "tot": "geldigTot",
    "reintegratienummer": "trajectId",
    "begindatum": "datumStart",
    "einddatum": "datumEinde",
    "reden_beeindiging": "redenUitstroom",
    "trajectnummer": "dossierNr",
    "aanmelddatum": "datumAanmelding",
    "signaalnummer": "meldingsnummer",
    "ontvangen": "datumMelding",
    "contactdatum": "datumEersteContact",
    "uitkomst": "resultaat",
    "kwartaal": "kwartaal",
    "leeftijd_van": "leeftijdVanaf",
    "leeftijd_tot": "leeftijdTotEnMet",
    "aantal": "aantal",
}
WORDS: Words = {
    "geslacht": {"man": "M", "vrouw": "V"},
    "leveringsvorm": {"zin": "Zorg in natura", "pgb": "PGB"},
    "wet": {"wmo": "WMO", "jeugd": "Jeugdwet"},
    "uitkomst": {"toegekend": "Toekenning", "hulp": "hulp aanvaard"},
    "soort": {"lasten": "L", "baten": "B", "huur": "Huurachterstand", "zorgverzekering": "Zorgverzekeraar"},
}


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("gewoon")
    write_deliveries(folder)
    return folder


def renamed(plain: Path, delivery: str, names: Names) -> tuple[pd.DataFrame, dict[str, str]]:
    """A delivery under a supplier's names and words, and own name → kind of its columns."""
    table = pd.read_csv(plain / f"{delivery}.csv", sep=";", dtype="str", keep_default_na=False)
    kinds = {column.header: column.kind for column in DELIVERIES[delivery].columns}
    for header, words in WORDS.items():
        if header in table.columns and kinds[header] == "text":
            table[header] = table[header].replace(words)
    return table.rename(columns=names), {names.get(header, header): kind for header, kind in kinds.items()}


def dates(texts: pd.Series) -> pd.Series:
    return pd.to_datetime(texts, format="%d-%m-%Y", errors="coerce")


def amounts(texts: pd.Series) -> pd.Series:
    bare = texts.str.replace(".", "", regex=False).str.replace(",", ".", regex=False)
    return pd.to_numeric(bare, errors="coerce")


def as_spreadsheet(plain: Path, folder: Path, delivery: str) -> Path:
    """Three rows of title, real dates, numbers as numbers, and a second sheet."""
    table, kinds = renamed(plain, delivery, SPREADSHEET)
    for header, kind in kinds.items():
        if kind in ("date", "open date"):
            table[header] = dates(table[header])
        if kind in ("eurocents", "whole number"):
            table[header] = amounts(table[header])
    path = folder / f"{delivery} export.xlsx"
    with pd.ExcelWriter(path, engine="openpyxl") as book:
        table.to_excel(book, sheet_name="Gegevens", startrow=3, index=False)
        book.sheets["Gegevens"]["A1"] = "Overzicht voor de gemeente"
        pd.DataFrame({"Uitleg": ["tekst"]}).to_excel(book, sheet_name="Uitleg", index=False)
    return path


def as_commas(plain: Path, folder: Path, delivery: str) -> Path:
    """cp1252, commas between the fields, a decimal point, the year first."""
    table, kinds = renamed(plain, delivery, COMMAS)
    for header, kind in kinds.items():
        if kind in ("date", "open date"):
            table[header] = dates(table[header]).dt.strftime("%Y-%m-%d").fillna("")
        if kind in ("eurocents", "euros"):
            table[header] = amounts(table[header]).map("{:,.2f}".format)
    table["LOCATIE"] = "Café, 1e étage"
    path = folder / f"{delivery}.csv"
    table.to_csv(path, index=False, encoding="cp1252", lineterminator="\r\n")
    return path


def as_parquet(plain: Path, folder: Path, delivery: str) -> Path:
    """Typed columns."""
    table, kinds = renamed(plain, delivery, COLUMNS)
    for header, kind in kinds.items():
        if kind in ("date", "open date"):
            table[header] = dates(table[header])
        if kind in ("whole number", "open age"):
            table[header] = amounts(table[header]).astype("Int64")
    path = folder / f"{delivery}.parquet"
    table.to_parquet(path, index=False)
    return path


def values_of(path: Path, delivery: str, form: Bestand) -> pd.DataFrame:
    spec = as_delivered(DELIVERIES[delivery], form, path.name)
    raw, faults = read_delivered(path, spec, form)
    assert faults == []
    assert raw is not None
    read = {column.name: read_values(raw.texts[column.name], KINDS[column.kind]) for column in spec.columns}
    assert not any(wrong.any() for _, wrong in read.values())
    return pd.DataFrame({name: values for name, (values, _) in read.items()})


@pytest.mark.parametrize(
    ("supplier", "delivery"),
    [
        (as_spreadsheet, "clienten"),
        (as_spreadsheet, "voorzieningen_wmo"),
        (as_spreadsheet, "declaraties"),
        (as_commas, "voorzieningen_jeugd"),
        (as_commas, "aanvragen"),
        (as_commas, "begroting"),
        (as_parquet, "reintegratie"),
        (as_parquet, "schuldhulp"),
        (as_parquet, "vroegsignalen"),
        (as_parquet, "bevolking"),
    ],
)
def test_what_is_proposed_reads_the_same(
    plain: Path, tmp_path: Path, supplier: Callable[[Path, Path, str], Path], delivery: str
) -> None:
    path = supplier(plain, tmp_path, delivery)
    looked = intake(path)
    assert looked.delivery == delivery
    assert NAME_MARK not in looked.text
    assert "9999" not in looked.text.replace("31-12-9999", "")  # how every BSN here begins
    form = Bronnen.model_validate(yaml.safe_load(looked.text)["bronnen"]).bestanden[delivery]
    expected = values_of(plain / f"{delivery}.csv", delivery, Bestand(bestand=f"{delivery}.csv"))
    pd.testing.assert_frame_equal(values_of(path, delivery, form), expected)
