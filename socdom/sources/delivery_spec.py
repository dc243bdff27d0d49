"""What a municipality delivers: which file holds which columns, and what each becomes.

Adding a file is adding data here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Column:
    """A column of a delivery.

    Attributes:
        header: name in the file.
        name: name in the table.
        kind: how its text is read, a key of `socdom.sources.delivery_values.KINDS`.
        identifies: for "bsn" and "key": the kind of pseudonym.
        optional: the file may do without; every row is then empty here. For kinds that may be empty.
        values: what the supplier writes → what socdom reads, for a column of codes.
        fixed: the text of every row, for a column that the file does not have; None when it has.
    """

    header: str
    name: str
    kind: str
    identifies: str = ""
    optional: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    fixed: str | None = None


@dataclass(frozen=True)
class DeliveryFile:
    """A file of a delivery.

    Attributes:
        file: its name.
        tables: the tables its rows go to; more than one when a row says several things.
        columns: the columns that are read; any other column is never read.
        constants: columns of the table that are the same for the whole file.
        optional: a delivery may do without; its tables then have no rows.
    """

    file: str
    tables: tuple[str, ...]
    columns: tuple[Column, ...]
    constants: Mapping[str, str] = field(default_factory=dict)
    optional: bool = False

    @property
    def delivery(self) -> str:
        """Name of the delivery, as in the parameters: "clienten"."""
        return self.file.removesuffix(".csv")

    @property
    def delivered(self) -> tuple[Column, ...]:
        """The columns that a supplier gives: all but the fixed ones."""
        return tuple(column for column in self.columns if column.fixed is None)

    @property
    def headers(self) -> dict[str, str]:
        """Column of the table → header in the file."""
        return {column.name: column.header for column in self.columns}


_BSN = Column("bsn", "person", "bsn", "person")
_HOUSEHOLD = Column("huishoudnummer", "household", "key", "household")
_PROVISION = Column("voorzieningnummer", "provision", "key", "provision")
_START = Column("begindatum", "start", "date")
_END = Column("einddatum", "end", "open date")
_END_REASON = Column("reden_beeindiging", "end_reason", "text")
_CATEGORY = Column("productcategorie", "category", "two digits")
_PROVIDER = Column("aanbieder", "provider", "text")
_LAW = Column("wet", "law", "text")
_AREA = Column("buurtcode", "area", "area")
_QUARTER = Column("kwartaal", "quarter", "quarter")
_SEX = Column("geslacht", "sex", "text")

_PROVISION_COLUMNS = (
    _PROVISION,
    _BSN,
    _CATEGORY,
    Column("leveringsvorm", "form", "text"),
    _PROVIDER,
    Column("toewijzingsdatum", "assigned", "date"),
    _START,
    _END,
    Column("reden_beeindiging", "end_reason", "two digits"),
    Column("reden_wijziging", "change_reason", "two digits", optional=True),
)

CLIENTS = DeliveryFile(
    "clienten.csv",
    ("persons", "addresses"),
    (
        _BSN,
        Column("geboortedatum", "birth_date", "date"),
        _SEX,
        _HOUSEHOLD,
        _AREA,
        Column("van", "start", "date"),
        Column("tot", "end", "open date"),
    ),
)

FILES: tuple[DeliveryFile, ...] = (
    CLIENTS,
    DeliveryFile(
        "voorzieningen_wmo.csv", ("provisions",), _PROVISION_COLUMNS, {"law": "wmo", "referrer": ""}
    ),
    DeliveryFile(
        "voorzieningen_jeugd.csv",
        ("provisions",),
        (*_PROVISION_COLUMNS, Column("verwijzer", "referrer", "two digits")),
        {"law": "jeugd"},
    ),
    DeliveryFile(
        "aanvragen.csv",
        ("applications",),
        (
            Column("aanvraagnummer", "application", "key", "application"),
            _BSN,
            _LAW,
            Column("ontvangen", "received", "date"),
            Column("besluit", "decided", "open date"),
            Column("uitkomst", "outcome", "text"),
        ),
    ),
    DeliveryFile(
        "uitkeringen.csv",
        ("benefits",),
        (
            Column("uitkeringsnummer", "benefit", "key", "benefit"),
            _HOUSEHOLD,
            _BSN,
            _START,
            _END,
            _END_REASON,
        ),
    ),
    DeliveryFile(
        "reintegratie.csv",
        ("reintegrations",),
        (
            Column("reintegratienummer", "reintegration", "key", "reintegration"),
            _BSN,
            Column("soort", "category", "text"),
            _START,
            _END,
            _END_REASON,
        ),
        optional=True,
    ),
    DeliveryFile(
        "schuldhulp.csv",
        ("debt_trajectories",),
        (
            Column("trajectnummer", "trajectory", "key", "trajectory"),
            _BSN,
            _HOUSEHOLD,
            Column("aanmelddatum", "registered", "date"),
            _START,
            _END,
            _END_REASON,
        ),
    ),
    DeliveryFile(
        "vroegsignalen.csv",
        ("debt_signals",),
        (
            Column("signaalnummer", "signal", "key", "signal"),
            _BSN,
            _HOUSEHOLD,
            Column("ontvangen", "received", "date"),
            Column("soort", "kind", "text"),
            Column("contactdatum", "contacted", "open date"),
            Column("uitkomst", "result", "text"),
        ),
        optional=True,
    ),
    DeliveryFile(
        "declaraties.csv",
        ("declarations",),
        (
            Column("declaratienummer", "declaration", "key", "declaration"),
            _PROVISION,
            _BSN,
            _LAW,
            _CATEGORY,
            _PROVIDER,
            Column("dienst_van", "service_start", "date"),
            Column("ontvangen", "received", "date"),
            Column("volume", "volume", "whole number"),
            Column("eenheid", "unit", "two digits"),
            Column("bedrag", "amount", "eurocents"),
        ),
    ),
    DeliveryFile(
        "bevolking.csv",
        ("population",),
        (
            _AREA,
            _QUARTER,
            Column("leeftijd_van", "age_from", "whole number"),
            Column("leeftijd_tot", "age_to", "open age"),
            _SEX,
            Column("aantal", "persons", "whole number"),
        ),
    ),
    DeliveryFile(
        "huishoudens.csv", ("households",), (_AREA, _QUARTER, Column("aantal", "households", "whole number"))
    ),
    DeliveryFile(
        "begroting.csv",
        ("budget",),
        (
            Column("taakveld", "taakveld", "text"),
            _QUARTER,
            Column("soort", "side", "text"),
            Column("begroot", "budget", "euros"),
            Column("gerealiseerd", "realised", "euros"),
        ),
    ),
)

DELIVERIES: Mapping[str, DeliveryFile] = {spec.delivery: spec for spec in FILES}
