"""Sound files to spoil: a few clients, in every kind of file."""

from __future__ import annotations

import io
import json

import pandas as pd

from socdom.sources.messages.records import Allocation, Client
from tests.fuzz.readers import MARK
from tests.lib.messages import Sent
from tests.lib.visitor import framed

_ROWS = [
    ["999990019", MARK, "29-02-1940", "vrouw", "11", "BU99980101", "01-05-1990", ""],
    ["999990020", f"{MARK}, é", "14-07-2009", "man", "12", "BU99980101", "14-07-2009", "31-12-2020"],
    ["999990032", MARK, "03-03-1985", "vrouw", "12", "", "01-01-2015", ""],
]
_NAMES = ["bsn", "naam", "geboortedatum", "geslacht", "huishoudnummer", "buurtcode", "van", "tot"]
TABLE = pd.DataFrame(_ROWS, columns=_NAMES, dtype="str")


def csv() -> bytes:
    return TABLE.to_csv(index=False, sep=";").encode()


def workbook(engine: str) -> bytes:
    """Args: engine: "openpyxl" (xlsx) or "odf" (ods)."""
    held = io.BytesIO()
    with pd.ExcelWriter(held, engine=engine) as book:
        TABLE.to_excel(book, index=False)
    return held.getvalue()


def parquet() -> bytes:
    held = io.BytesIO()
    TABLE.to_parquet(held, index=False)
    return held.getvalue()


def iv3() -> bytes:
    amounts = [{"taakveld": "6.3", "categorie": "L4.1.1", "bedrag": 1200}]
    about = {
        "overheidslaag": "Gemeente",
        "overheidsnummer": "0766",
        "overheidsnaam": "Dongen",
        "boekjaar": "2025",
        "periode": 0,
        "status": "Begroting",
        "datum": "2025-01-31",
        "details_openbaar": False,
        "financieel_pakket": "x",
        "export_software": "x",
    }
    contact = {"naam": MARK, "email": "x@example.nl", "telefoon": "0000"}
    data = {
        "lasten": amounts,
        "baten": [],
        "balans_lasten": [],
        "balans_baten": [],
        "balans_standen": [],
        "kengetallen": [],
        "beleidsindicatoren": [],
    }
    return json.dumps({"metadata": about, "contact": contact, "data": data}).encode()


def message() -> bytes:
    client = Client("999990019", "1950-01-31", "2")
    product = Allocation(client.bsn, "101", "", "01", "2024-01-04", "10:00:00", "2024-01-10", "", "", 0)
    return Sent("wmo", "301", "42420001", "1", "2024-01-05", (client,), (product,)).xml()


def choice() -> bytes:
    data = {"method": "update", "state": {"index": 2}, "buffer_paths": []}
    return framed("comm_msg", {"comm_id": "a1", "data": data})


SAMPLES = {
    "csv": csv,
    "xlsx": lambda: workbook("openpyxl"),
    "ods": lambda: workbook("odf"),
    "parquet": parquet,
    "json": iv3,
    "xml": message,
    "intake": csv,
    "kies": choice,
}
