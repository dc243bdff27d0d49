"""Messages of iWmo and iJw 3.2 → rows of provisions, declarations and clients.

Which messages there are and what they mean: informatiemodel.istandaarden.nl, release 3.2, rules UP, OP, IV and TR.
The order in which messages come has no meaning (OP080), and has none here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from socdom.sources.messages.collect import collect, counts, without_refused
from socdom.sources.messages.declared import declarations
from socdom.sources.messages.inbox import LIMITS, Limits, others
from socdom.sources.messages.provisions import provisions
from socdom.sources.messages.records import Message, SetAside
from socdom.sources.messages.rows import (
    Numbers,
    client_rows,
    declaration_rows,
    known_clients,
    provision_rows,
)
from socdom.sources.messages.said import declaration_notes, message_notes, provision_notes
from socdom.sources.messages.schemas import Schemas
from socdom.sources.messages.standard import Kind
from socdom.sources.raw import RawFile

_UNKNOWN_BIRTH = "1900-01-01"
_CARE = ("301", "305", "307", "315")
_DECLARED = ("323",)


@dataclass(frozen=True)
class Rows:
    """What messages say, as deliveries.

    Attributes:
        parts: delivery ("voorzieningen_wmo") → its rows; a delivery no message is about is not there.
        origins: delivery → for each row the number of the file and the line it came from.
        notes: Dutch sentences about what was left out or guessed; those of a part stand with the part as well.
    """

    parts: Mapping[str, RawFile]
    origins: Mapping[str, Sequence[tuple[int, int]]]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Messages(Rows):
    """What a folder or zip with messages gives.

    Attributes:
        set_aside: messages that are not used, in the order of the files.
        counts: type ("WMO301") → number of messages that were read.
        checksum: SHA-256 of all content, whatever the files are called.
        files: name of each file, with long numbers masked.
    """

    set_aside: tuple[SetAside, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    checksum: str = ""
    files: tuple[str, ...] = ()

    def place(self, delivery: str, row: int) -> str:
        """Where a row came from, for who looks for a fault: "map/bericht.xml, regel 12".

        Args:
            row: number of the row, as in `RawFile.rows`.
        """
        file, line = self.origins[delivery][row - 1]
        return f"{self.files[file]}, regel {line}"


def read_messages(
    place: Path, xsd: Path, gemeente: str, *, former: Sequence[str] = (), limits: Limits = LIMITS
) -> Messages:
    """Read all messages in a file, folder or zip.

    A message that is not right is set aside with the reason, and the rest goes on.

    Args:
        place: file, folder (with all below it; zips in it too) or zip.
        xsd: folder with the schemas, in `wmo/` and `jw/` or in `wmo/xsd/` and `jw/xsd/`.
        gemeente: CBS code ("GM0766"); messages of another municipality are set aside.
        former: codes of municipalities that became part of it, which old messages still have.

    Raises:
        ParameterError: schemas are missing.
        DeliveryError: there are no messages.
    """
    codes = frozenset(code.removeprefix("GM") for code in (gemeente, *former))
    collected = collect(place, Schemas(xsd), codes, limits)
    rows = rows_of(collected.messages)
    found = counts(collected.messages)
    tally = {"twice": collected.twice, "others": others(place)}
    return Messages(
        parts=rows.parts,
        origins=rows.origins,
        notes=(*message_notes(found, collected.set_aside, tally), *rows.notes),
        set_aside=collected.set_aside,
        counts=found,
        checksum=collected.checksum,
        files=collected.files,
    )


def rows_of(messages: Iterable[Message]) -> Rows:
    """The rows of messages that were read, each of which is there once; in any order."""
    kept, refused = without_refused(messages)
    of_law = {law: provisions(_about(kept, law, _CARE + _DECLARED)) for law in ("wmo", "jeugd")}
    rows = [row for found, _ in of_law.values() for row in found]
    lines, of_declarations = declarations(kept)
    numbers = Numbers(rows, lines)
    persons = {row.person for row in rows} | {line.record.bsn for line in lines}
    clients = known_clients(kept, persons)
    tally = Counter(
        refused=refused,
        strangers=len(persons - clients.keys()),
        unknown_birth=sum(client.born == _UNKNOWN_BIRTH for client, _ in clients.values()),
    )
    parts: dict[str, RawFile] = {}
    origins: dict[str, Sequence[tuple[int, int]]] = {}
    if clients:
        parts["clienten"] = client_rows(client for client, _ in clients.values())
        origins["clienten"] = [(message.file, 1) for _, message in clients.values()]
    for law, (own, left_out) in of_law.items():
        if _about(kept, law, _CARE):
            name = f"voorzieningen_{law}"
            parts[name] = provision_rows(own, law, numbers, provision_notes(left_out))
            origins[name] = [row.origin for row in own]
    if any(_about(kept, law, _DECLARED) for law in of_law):
        parts["declaraties"] = declaration_rows(lines, numbers, declaration_notes(of_declarations))
        origins["declaraties"] = [line.origin for line in lines]
    of_parts = [f"{name}: {note}" for name, raw in parts.items() for note in raw.notes]
    return Rows(parts, origins, (*message_notes({}, (), tally), *of_parts))


def _about(messages: Iterable[Message], law: str, numbers: Sequence[str]) -> list[Message]:
    kinds = [Kind("wmo" if law == "wmo" else "jw", number) for number in numbers]
    return [message for message in messages if message.identity.kind in kinds]
