"""The parameters of a municipality and of a quarter, typed. An unknown key is an error.

Field names are those of the yml files, so they are Dutch.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import Field, PastDate, ValidationInfo, field_validator, model_validator

from socdom.parameters.addresses import Mailbox, Site
from socdom.parameters.bronnen import Bronnen
from socdom.parameters.declaraties import Declaraties
from socdom.parameters.documenten import (
    SOORTEN,
    Bijeenkomst,
    Brief,
    BriefVast,
    Erratum,
    Gevraagd,
    Line,
    Soort,
)
from socdom.parameters.grenzen import Grenzen
from socdom.parameters.huisstijl import Huisstijl
from socdom.parameters.strict import GemeenteCode, QuarterText, Strict, Stripped
from socdom.parameters.toegankelijkheid import Toegankelijkheid
from socdom.parameters.vergelijking import Vergelijking
from socdom.parameters.verversen import Verversen

Profile = Literal["met duiding", "zonder duiding"]


class Griffie(Strict):
    """Where questions of council members go."""

    email: Mailbox = Field(min_length=1)
    antwoordtermijn_werkdagen: int = Field(5, ge=1, le=60)


Words = Annotated[str, Field(pattern=r"[^\W_]")]


class Besluit(Stripped):
    """Who decided on thresholds of their own, so that it can be found and asked about; spaces alone are no answer."""

    wie: Words = Field(min_length=3, description="functie of orgaan, geen naam")
    wanneer: PastDate
    waarom: Words = Field(min_length=10)
    kenmerk: Words = Field(min_length=2)


Part = Annotated[int | None, Field(ge=1, le=100, description="in procenten")]


class Bescherming(Strict):
    """How strict figures about people are protected: a rule by its name, or a rule with thresholds of their own.

    The thresholds are those of `socdom.disclosure.settings`, which also knows how lax they may be; None is that of the
    rule.
    """

    regel: Literal["cbs5", "n10"] = "cbs5"
    verborgen_tot_en_met: int | None = Field(None, ge=1, le=100)
    afronden_op: int | None = Field(None, ge=1, le=100)
    mediaan_vanaf: int | None = Field(None, ge=2, le=1000)
    percentiel_vanaf: int | None = Field(None, ge=2, le=1000)
    decimalen_mediaan: int | None = Field(None, ge=0, le=2)
    decimalen_prijs: int | None = Field(None, ge=0, le=2)
    decimaal_procent_vanaf: int | None = Field(None, ge=1, le=100_000)
    bedrag_afronden_op: int | None = Field(None, ge=1, le=1_000_000)
    bedrag_onzeker: Part = None
    grootste_client: Part = None
    grootste_twee_clienten: Part = None
    aanbieders_vanaf: int | None = Field(None, ge=1, le=100)
    blijft_staan_binnen: int | None = Field(None, ge=0, le=10)
    besluit: Besluit | None = None

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, value: Any) -> Any:
        """A rule by its name alone is that rule as it is."""
        return {"regel": value} if isinstance(value, str) else value

    @property
    def changes(self) -> dict[str, int]:
        """The thresholds that are written down, by their key."""
        return self.model_dump(exclude={"regel", "besluit"}, exclude_none=True)


class Gemeente(Strict):
    """`parameters/<gemeente>/gemeente.yml`."""

    # One line: it stands in the subject of a mail.
    naam: str = Field(min_length=2, pattern=r"^[^\x00-\x1f\x7f\x85\u2028\u2029]+$")
    code: GemeenteCode
    fictief: bool = False
    profiel: Profile = "met duiding"
    bescherming: Bescherming = Bescherming()
    huisstijl: Huisstijl = Huisstijl()
    griffie: Griffie
    bronnen: Bronnen
    declaraties: Declaraties = Declaraties()
    vergelijking: Vergelijking = Vergelijking()
    grenzen: Grenzen | None = Field(None, description="grenzen van de wijken, voor de kaart")
    brief: BriefVast = BriefVast()
    rapporten: Literal["definitief", "ook concept"] = Field(
        "definitief", description="welke rapporten de raad in het dashboard vindt"
    )
    dashboard_adres: Site = Field("", description="waar de raad het dashboard vindt")
    verversen: Verversen | None = Field(None, description="hoe oud cijfers mogen zijn")
    toegankelijkheid: Toegankelijkheid = Toegankelijkheid()
    vandaag: date | None = Field(None, description="vaste datum, alleen voor een fictieve gemeente")

    @field_validator("vergelijking")
    @classmethod
    def _with_others(cls, vergelijking: Vergelijking, info: ValidationInfo) -> Vergelijking:
        if info.data.get("code") in vergelijking.gemeenten:
            raise ValueError("de gemeente vergelijkt zich met andere gemeenten; haal haar eigen code weg")
        return vergelijking


class Kwartaal(Strict):
    """`parameters/<gemeente>/<kwartaal>/kwartaal.yml`.

    Attributes:
        terugblik: number of quarters the charts show, the newest included.
        cijfers_per: what was received after this day does not count.
        versie: goes up when a definitive report is corrected; each time with an erratum.
        removed: field of before → what to do instead.
    """

    removed: ClassVar[dict[str, str]] = {
        "status": "Haal deze regel weg. Elke run maakt een concept; definitief maakt u het met "
        "socdom quarter en --definitief."
    }

    kwartaal: QuarterText
    editie: Literal["kern", "uitgebreid"] = "kern"
    terugblik: int = Field(12, ge=4, le=60)
    cijfers_per: date
    versie: str = Field("1.0", pattern=r"^\d+\.\d+$")
    geen_duiding: tuple[str, ...] = Field((), description="thema's die bewust geen duiding hebben")
    terugblik_jaren: int = Field(5, ge=2, le=15, description="jaren in de terugblik van de editie uitgebreid")
    documenten: tuple[Soort, ...] = SOORTEN
    gevraagd: Gevraagd | None = Field(None, description="wat de raad met het rapport doet")
    gespreksvragen: tuple[Line, ...] = Field((), max_length=5)
    brief: Brief = Brief()
    bijeenkomst: Bijeenkomst = Bijeenkomst()
    errata: tuple[Erratum, ...] = ()
    pc_document: str = Field("", description="P&C-document waar de cijfers over geld bij horen")
