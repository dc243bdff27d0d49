"""Where the deliveries and published figures of a municipality come from: the part `bronnen` of gemeente.yml.

Field names are those of the yml file, so they are Dutch. Which deliveries and columns there are is known to
`socdom.sources.delivery_spec`; a name that does not exist there is told when the sources are opened.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from socdom.parameters.strict import QuarterText, Strict


def _pattern_of_date(text: str) -> str:
    parts = sorted(re.findall("jjjj|mm|dd|[a-z]+", text))
    if parts != ["dd", "jjjj", "mm"] or re.sub(r"[a-z\-/. ]", "", text):
        raise ValueError("schrijf een datum met dd, mm en jjjj, zoals dd-mm-jjjj of jjjjmmdd")
    return text


# How a date in text is written; "jjjjmmdd" has nothing between its parts.
DatePattern = Annotated[str, AfterValidator(_pattern_of_date)]
CbsTheme = Literal["bevolking", "wmo", "jeugd", "bijstand", "uitkeringen", "stapeling"]
Percentage = Annotated[float, Field(ge=0, le=100)]
_HIDDEN_WORDS = ("password", "passwd", "pwd")


def _place_of_password(text: str) -> str:
    if text and not re.fullmatch(r"(omgeving|sleutelring):\S+", text):
        raise ValueError(
            "schrijf omgeving:NAAM of sleutelring:NAAM; een wachtwoord zelf hoort niet in dit bestand"
        )
    return text


class Vorm(Strict):
    """How the rows of one delivery are written, where that differs from socdom's own form.

    Attributes:
        kolommen: column of socdom ("bsn") → column of the delivery ("BSN cliënt"); what is not named keeps its name.
        waarden: column of socdom → value in the delivery → value of socdom ("M" → "man").
        vast: column of socdom that the delivery does not have → its value in every row.
        datum: how a date in text is written; a cell that is a date needs none.
        getal: how a number in text is written; a cell that is a number needs none.
    """

    kolommen: dict[str, str] = {}
    waarden: dict[str, dict[str, str]] = {}
    vast: dict[str, str] = {}
    datum: DatePattern = "dd-mm-jjjj"
    getal: Literal["1.234,56", "1,234.56"] = "1.234,56"


class Bestand(Vorm):
    """One delivery in files: csv, txt, xlsx, ods or parquet, by the ending of the name; Iv3 also as json.

    Attributes:
        bestand: name in the folder of the deliveries, or a pattern as "wmo_*.xlsx"; all files it fits are read.
        blad: sheet of a spreadsheet; the first one when empty.
        kopregel: row with the names of the columns, counted from 1.
        codering: of text; None is guessed, and said.
        scheiding: what stands between two fields of a line; None is guessed, and said.
        bedragen: of Iv3 as JSON: amounts in euros, or in thousands of euros.
    """

    bestand: str = Field(min_length=1)
    blad: str = ""
    kopregel: int = Field(1, ge=1, le=100)
    codering: Literal["utf-8", "cp1252"] | None = None
    scheiding: Literal[";", ",", "tab", "|"] | None = None
    bedragen: Literal["euro", "duizend"] = "euro"


class Tabel(Vorm):
    """One delivery in a database: a table or view by its name, or a query that only reads."""

    tabel: str = ""
    query: str = ""

    @model_validator(mode="after")
    def _one(self) -> Tabel:
        if bool(self.tabel) == bool(self.query):
            raise ValueError("vul tabel in, of query")
        return self


class Database(Strict):
    """A database with deliveries, read only.

    Attributes:
        adres: SQLAlchemy address without a password, as "postgresql+psycopg://lezer@10.0.0.5/wmo".
        wachtwoord: where the password is: "omgeving:NAAM" (an environment variable) or "sleutelring:NAAM" (the entry
            of that name in the keyring of the system, for the user in the address); "" when none is needed.
        tabellen: delivery ("clienten") → where it is.
    """

    adres: str = Field(min_length=1)
    wachtwoord: Annotated[str, AfterValidator(_place_of_password)] = ""
    tabellen: dict[str, Tabel] = {}

    @model_validator(mode="after")
    def _without_password(self) -> Database:
        user = self.adres.partition("://")[2].rpartition("@")[0]
        if ":" in user or any(word in self.adres.casefold() for word in _HIDDEN_WORDS):
            raise ValueError("een wachtwoord hoort niet in dit bestand")
        return self


class Berichten(Strict):
    """Messages of iWmo and iJw 3.2.

    Attributes:
        map: folder or zip file within the folder of the deliveries.
        xsd: folder with `wmo/` and `jw/` (or `wmo/xsd/` and `jw/xsd/`) that hold the schemas of the standard; relative
            to the folder of the project.
    """

    map: str = "berichten"
    xsd: str = Field(min_length=1)


class Controle(Strict):
    """From where a delivery is told about, and from where it is refused; in percent unless said otherwise.

    Attributes:
        onleesbaar: rows of a file that may be left out because something in them is wrong; above it: refused.
        berichten_apart: messages of iWmo and iJw that may be set aside because they are not right; above it: refused.
        volume_opmerking: rows fewer or more than in the delivery before.
        volume_afgekeurd: rows fewer; that there are more is told only.
        kwartaal_opmerking: rows of the quarter fewer or more than in the same quarter a year earlier.
        leeg_opmerking: rows of a column that are empty where that is allowed.
        zonder_wijk_opmerking: clients whose wijk is not known.
        dagen_oud_opmerking: days between the newest row and the end of the quarter that is asked for.
    """

    onleesbaar: Percentage = 0
    berichten_apart: Percentage = 5
    volume_opmerking: Percentage = 10
    volume_afgekeurd: Percentage = 50
    kwartaal_opmerking: Percentage = 25
    leeg_opmerking: Percentage = 20
    zonder_wijk_opmerking: Percentage = 5
    dagen_oud_opmerking: int = Field(31, ge=0, le=366)


class Bewaren(Strict):
    """Which vintages are kept: all of the last months, and of before the last one of each quarter."""

    alle_maanden: int = Field(24, ge=1, le=600)


class Bronnen(Strict):
    """Which sources the municipality has.

    Attributes:
        leveringen: the municipality delivers its own registrations.
        leveringen_vanaf: first quarter the registrations are complete for; before it nothing is known.
        later_vanaf: name of a delivered file that is complete from a later quarter only → that quarter.
        bestanden: delivery ("clienten") → the files it comes in; without it the file of socdom's own form.
        databases: databases with deliveries.
        berichten: messages of iWmo and iJw.
        controle, bewaren: how a delivery is judged, and how long vintages are kept.
        iv3: years of Iv3 (finance per taakveld) to show, oldest first.
        kwb: years of Kerncijfers wijken en buurten to show.
        cbs: themes of other tables of CBS to show.
    """

    leveringen: bool = False
    leveringen_vanaf: QuarterText = "2016Q1"
    later_vanaf: dict[str, QuarterText] = {}
    bestanden: dict[str, Bestand] = {}
    databases: tuple[Database, ...] = ()
    berichten: Berichten | None = None
    controle: Controle = Controle()
    bewaren: Bewaren = Bewaren()
    iv3: tuple[int, ...] = ()
    kwb: tuple[int, ...] = ()
    cbs: tuple[CbsTheme, ...] = ()
