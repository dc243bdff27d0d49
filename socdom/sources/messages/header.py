"""The header of a message: who sent it to whom, and what it is known by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from socdom.sources.messages.records import MessageId
from socdom.sources.messages.standard import Kind, Refused


@dataclass(frozen=True)
class Header:
    """The header of a message; fields as in `records.Message`."""

    identity: MessageId
    dated: str
    provider: str
    answers: MessageId | None


def read_header(kind: Kind, texts: Mapping[str, str], gemeenten: Collection[str]) -> Header:
    """The header from its texts ("Afzender", "BerichtIdentificatie/Identificatie").

    An answer has the sender, receiver and number of the message it answers, and a number of its own beside it (IV028).
    A 325 has a header of its own and names the declaration (IV087).

    Raises:
        Refused: none of the codes in `gemeenten` is sender or receiver, or a part is missing.
    """
    try:
        sender, receiver = texts["Afzender"], texts["Ontvanger"]
        number, dated = texts["BerichtIdentificatie/Identificatie"], texts["BerichtIdentificatie/Dagtekening"]
        if sender not in gemeenten and receiver not in gemeenten:
            raise Refused("bericht voor een andere gemeente")
        provider = receiver if sender in gemeenten else sender
        sent = kind.answers
        if sent is None:
            return Header(MessageId(kind, sender, number), dated, provider, None)
        if kind.number == "325":
            answers = MessageId(sent, provider, texts["DeclaratieIdentificatie/Identificatie"])
            return Header(MessageId(kind, sender, number), dated, provider, answers)
        own = MessageId(kind, receiver, texts["IdentificatieRetour"])
        return Header(own, texts["DagtekeningRetour"], provider, MessageId(sent, sender, number))
    except KeyError:
        raise Refused("de header van het bericht is niet volledig") from None
