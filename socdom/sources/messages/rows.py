"""Rows for the core: texts in socdom's own written form, under the columns of the deliveries."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.messages.provisions import Provision
from socdom.sources.messages.records import Client, Message, Performance
from socdom.sources.messages.told import Told
from socdom.sources.raw import UNREADABLE, RawFile

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_SEXES = {"1": "man", "2": "vrouw"}
# The message of the municipality itself, which knows a person best.
_BEST = "301"


def dutch_day(text: str) -> str:
    """2020-12-31 → 31-12-2020; "" stays, and a year of five digits is UNREADABLE."""
    if not text:
        return ""
    found = _DAY.fullmatch(text)
    return f"{found[3]}-{found[2]}-{found[1]}" if found else UNREADABLE


def dutch_euros(cents: int) -> str:
    """-123456 → -1234,56."""
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100},{abs(cents) % 100:02d}"


class Numbers:
    """What provisions are called: the number of the allocation, as declarations name it.

    A number is unique within its law only (TR332). One that both laws use has its law in front.
    """

    def __init__(self, rows: Iterable[Provision], lines: Iterable[Told[Performance]]) -> None:
        used = {(row.law, row.number) for row in rows} | {line.product for line in lines}
        self._both = {number for law, number in used if law == "wmo" and ("jeugd", number) in used}

    def of(self, law: str, number: str, part: int = 1) -> str:
        """Name of a stretch of an allocation: "123", or "123/2" for the second one."""
        name = f"{law} {number}" if number in self._both else number
        return name if part == 1 else f"{name}/{part}"


def provision_rows(rows: Sequence[Provision], law: str, numbers: Numbers, notes: Sequence[str]) -> RawFile:
    """The provisions of one law."""
    texts = [
        {
            "provision": numbers.of(row.law, row.number, row.part),
            "person": row.person,
            "category": row.category,
            "form": "zin",
            "provider": row.provider,
            "referrer": row.referrer,
            "assigned": dutch_day(row.assigned),
            "start": dutch_day(row.start),
            "end": dutch_day(row.end),
            "end_reason": row.end_reason,
            "change_reason": row.change_reason,
        }
        for row in rows
        if row.law == law
    ]
    return _raw(f"voorzieningen_{law}", texts, notes)


def declaration_rows(lines: Sequence[Told[Performance]], numbers: Numbers, notes: Sequence[str]) -> RawFile:
    """The lines of declarations; a line is known by law, provider and its number."""
    texts = [
        {
            "declaration": f"{line.law} {line.message.provider} {line.record.reference}",
            "provision": numbers.of(line.law, line.record.number),
            "person": line.record.bsn,
            "law": line.law,
            "category": line.record.category,
            "provider": line.message.provider,
            "service_start": dutch_day(line.record.start),
            "received": dutch_day(line.message.declared),
            "volume": str(line.record.volume),
            "unit": line.record.unit,
            "amount": dutch_euros(line.record.cents),
        }
        for line in lines
    ]
    return _raw("declaraties", texts, notes)


def known_clients(messages: Iterable[Message], persons: set[str]) -> dict[str, tuple[Client, Message]]:
    """BSN → what is known of a person, sorted; for the persons that have rows.

    What the municipality sent itself counts above what a provider sent, and then the newest.
    """
    best: dict[str, tuple[tuple, Client, Message]] = {}
    for message in messages:
        for client in message.clients:
            if client.bsn in persons:
                rank = (message.identity.kind.number == _BEST, message.dated, message.identity, client)
                if client.bsn not in best or rank > best[client.bsn][0]:
                    best[client.bsn] = (rank, client, message)
    return {bsn: best[bsn][1:] for bsn in sorted(best)}


def client_rows(clients: Iterable[Client]) -> RawFile:
    """Persons without an address: alone in a household of their own, since the day they were born."""
    texts = [
        {
            "person": client.bsn,
            "birth_date": dutch_day(client.born),
            "sex": _SEXES.get(client.sex, "onbekend"),
            "household": client.bsn,
            "area": "",
            "start": dutch_day(client.born),
            "end": "",
        }
        for client in clients
    ]
    return _raw("clienten", texts)


def _raw(delivery: str, texts: list[dict[str, str]], notes: Sequence[str] = ()) -> RawFile:
    columns = [column.name for column in DELIVERIES[delivery].columns]
    frame = pd.DataFrame(
        {name: pd.Series([row[name] for row in texts], dtype="str") for name in columns}, columns=columns
    )
    return RawFile(frame, np.arange(1, len(texts) + 1, dtype="int64"), tuple(notes))
