"""All messages of a delivery: each read, or set aside with the reason."""

from __future__ import annotations

import hashlib
import io
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from socdom.errors import DeliveryError, Fault, ParameterError
from socdom.sources.messages.inbox import Letter, Limits, letters
from socdom.sources.messages.parse import read_message
from socdom.sources.messages.records import Message, MessageId, SetAside
from socdom.sources.messages.schemas import MissingSchema, Schemas, missing_fault
from socdom.sources.messages.standard import Refused
from socdom.sources.messages.xml_stream import Content, first_invalid, opening

# To say the line of a fault a message is read whole, which takes some ten times its size.
_MAX_TO_LOCATE = 8_000_000


@dataclass(frozen=True)
class Collected:
    """What was delivered.

    Attributes:
        messages: those that count, in an order that does not depend on the files.
        set_aside: those that do not, in the order of the files.
        twice: number of messages that were there more than once, with the same content.
        files: name of each file, masked, by its number.
        checksum: SHA-256 of all content, whatever the files are called.
    """

    messages: tuple[Message, ...]
    set_aside: tuple[SetAside, ...]
    twice: int
    files: tuple[str, ...]
    checksum: str


def collect(place: Path, schemas: Schemas, gemeenten: Collection[str], limits: Limits) -> Collected:
    """Read all messages in a file, folder or zip.

    Args:
        gemeenten: codes of the municipality in four digits.

    Raises:
        DeliveryError: there is nothing there.
        ParameterError: a schema that a message asks for is not there.
    """
    read: list[Message] = []
    aside: list[tuple[int, SetAside]] = []
    files: list[str] = []
    sums: list[str] = []
    missing: set[str] = set()
    for number, letter in enumerate(letters(place, limits)):
        files.append(letter.name)
        try:
            message, checksum = _read(letter, number, schemas, gemeenten, limits)
            if isinstance(message, Message):
                read.append(message)
            else:
                aside.append((number, SetAside(letter.name, message.line, message.reason)))
            sums.append(checksum)
        except MissingSchema as error:
            missing.add(str(error))
    if missing:
        raise ParameterError(missing_fault(missing))
    if not files:
        remedy = "Zet de berichten daar neer, of haal bronnen.berichten weg uit gemeente.yml."
        raise DeliveryError(Fault(place.name, "hier staan berichten: bestanden met .xml", remedy=remedy))
    messages, double, twice = once(read)
    aside += [(message.file, _double(files[message.file])) for message in double]
    aside.sort(key=lambda item: item[0])
    whole = hashlib.sha256("".join(sorted(sums)).encode()).hexdigest()
    return Collected(messages, tuple(item for _, item in aside), twice, tuple(files), whole)


def _read(
    letter: Letter, number: int, schemas: Schemas, gemeenten: Collection[str], limits: Limits
) -> tuple[Message | Refused, str]:
    """A message or the reason it is refused, and the checksum of the file ("" when it cannot be opened)."""
    try:
        stream = letter.open()
    except Refused as refused:
        return refused, ""
    with stream:
        content = Content(stream, limits.message)
        try:
            kind, head = opening(content)
            schema = schemas.of(kind)
            return read_message(content, head, kind, schema, gemeenten, number), content.checksum()
        except Refused as refused:
            try:
                checksum = content.checksum()
            except Refused:  # a damaged zip
                checksum = ""
            if refused.unplaced and content.seen <= _MAX_TO_LOCATE:
                with letter.open() as again:
                    refused = first_invalid(io.BytesIO(again.read(_MAX_TO_LOCATE)), schema) or refused
            return refused, checksum


def once(messages: Iterable[Message]) -> tuple[tuple[Message, ...], list[Message], int]:
    """Each message once (TR056: its number is unique for its sender), sorted by what it is known by.

    Returns:
        The messages that count; those with the number of another and other content, of which the oldest counts; and
        how many were there again with the same content.
    """
    first: dict[MessageId, Message] = {}
    double: list[Message] = []
    twice = 0
    for message in sorted(
        messages, key=lambda found: (found.identity, found.dated, found.digest, found.file)
    ):
        known = first.setdefault(message.identity, message)
        if known is not message:
            same = known.digest == message.digest
            twice += same
            double += [] if same else [message]
    return tuple(first.values()), double, twice


def _double(file: str) -> SetAside:
    return SetAside(file, None, "een ander bericht van deze afzender heeft hetzelfde nummer; het oudste telt")


def counts(messages: Iterable[Message]) -> dict[str, int]:
    """Name of the type ("WMO301") → number of messages."""
    return dict(sorted(Counter(message.identity.kind.name for message in messages).items()))


def without_refused(messages: Iterable[Message]) -> tuple[list[Message], int]:
    """The messages that are no answers, without the records that an answer refused, and how many records that were."""
    messages = tuple(messages)
    refusals: dict[MessageId, list] = {}
    for message in messages:
        if message.answers is not None:
            refusals.setdefault(message.answers, []).append(message.rejection)
    kept: list[Message] = []
    gone = 0
    for message in messages:
        if message.answers is None:
            said = refusals.get(message.identity, [])
            records = tuple(r for r in message.records if not any(refusal.of(r) for refusal in said))
            gone += len(message.records) - len(records)
            kept.append(replace(message, records=records))
    return kept, gone
