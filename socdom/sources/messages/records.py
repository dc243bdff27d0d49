"""What is kept of a message: facts about care, without names, addresses or remarks.

Texts are as in the message: dates 2020-12-31, amounts in eurocents. `line` is where the record starts in its file.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from socdom.sources.messages.standard import Kind


class Client(NamedTuple):
    """A person as a message describes him; `sex` 0, 1 or 2 (COD046)."""

    bsn: str
    born: str
    sex: str


class Allocation(NamedTuple):
    """A product the municipality assigns to a provider (301); "" where the message has nothing."""

    bsn: str
    number: str
    reference: str
    category: str
    assigned: str
    time: str
    start: str
    end: str
    change_reason: str
    line: int

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others in the same message."""
        return self.bsn, self.number


class Start(NamedTuple):
    """A provider began (305); `status` is COD467."""

    bsn: str
    number: str
    category: str
    code: str
    start: str
    status: str
    line: int

    @property
    def key(self) -> tuple[str, ...]:
        """The logical key of IV008."""
        return self.bsn, self.number, self.category, self.code, self.start


class Stop(NamedTuple):
    """A provider stopped, for now (reason 20) or for good (307)."""

    bsn: str
    number: str
    category: str
    code: str
    start: str
    reason: str
    end: str
    status: str
    line: int

    @property
    def key(self) -> tuple[str, ...]:
        """The logical key of IV008."""
        return self.bsn, self.number, self.category, self.code, self.start, self.reason, self.end


class Request(NamedTuple):
    """A product a provider asks for (315), with who referred the client (COD327)."""

    bsn: str
    reference: str
    referrer: str
    line: int

    @property
    def number(self) -> str:
        """Of an allocation: there is none yet."""
        return ""

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others in the same message."""
        return self.bsn, self.reference


class Performance(NamedTuple):
    """A line of a declaration (323): `cents` and `volume` are negative for a credit."""

    bsn: str
    reference: str
    previous: str
    number: str
    category: str
    start: str
    volume: int
    unit: str
    cents: int
    line: int

    @property
    def key(self) -> tuple[str, ...]:
        """What tells it from others in the same message."""
        return self.bsn, self.reference


Record = Allocation | Start | Stop | Request | Performance


@dataclass(frozen=True)
class Rejection:
    """What an answer refuses of the message it answers.

    Attributes:
        whole: all of it.
        persons: every record of these clients.
        keys: these records.
    """

    whole: bool = False
    persons: frozenset[str] = frozenset()
    keys: frozenset[tuple[str, ...]] = frozenset()

    def of(self, record: Record) -> bool:
        """Whether a record of that message is refused."""
        return self.whole or record.bsn in self.persons or record.key in self.keys


class MessageId(NamedTuple):
    """What a message is known by: unique per type of message for its sender (TR056)."""

    kind: Kind
    sender: str
    number: str


@dataclass(frozen=True)
class Message:
    """A message that was read.

    Attributes:
        identity: of the message itself.
        dated: date of the message (dagtekening).
        provider: AGB code of the provider who sent it or to whom it was sent.
        clients: persons it describes.
        records: what it says about them.
        declared: date of the declaration, for a 323.
        answers: the message it answers; None when it is no answer.
        rejection: what it refuses of that message.
        digest: the same for messages with the same content, however they are laid out.
        file: number of the file it was in.
    """

    identity: MessageId
    dated: str
    provider: str
    clients: tuple[Client, ...]
    records: tuple[Record, ...]
    declared: str = ""
    answers: MessageId | None = None
    rejection: Rejection = Rejection()
    digest: str = ""
    file: int = 0


@dataclass(frozen=True)
class SetAside:
    """A message that is not used.

    Attributes:
        file: name of the file within what was delivered; long numbers in it are masked.
        line: where it goes wrong, counted from 1; None when that is not known or not about a line.
        reason: why, in Dutch, without a value of the message.
    """

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        where = self.file if self.line is None else f"{self.file}, regel {self.line}"
        return f"{where}: {self.reason}"
