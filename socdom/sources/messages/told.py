"""Records with what their message says of them: when, by which provider, under which law."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from socdom.sources.messages.records import Message, Record

R = TypeVar("R", bound=Record)


class Told(NamedTuple, Generic[R]):
    """A record and its message."""

    record: R
    message: Message

    @property
    def law(self) -> str:
        """The law the message is about."""
        return self.message.identity.kind.law

    @property
    def product(self) -> tuple[str, str]:
        """Law and number of the allocation: a number is unique within its law (TR332)."""
        return self.law, self.record.number

    @property
    def care(self) -> tuple[str, str, str, str]:
        """The allocation with client and provider, which a start and a stop must share with it."""
        return (*self.product, self.record.bsn, self.message.provider)

    @property
    def order(self) -> tuple:
        """Sorts by the date of the message; the rest only makes the order the same each time."""
        return self.message.dated, self.message.identity, tuple(map(str, self.record[:-1]))

    @property
    def origin(self) -> tuple[int, int]:
        """Number of the file, and line in it."""
        return self.message.file, self.record.line


def told(messages: Iterable[Message], kind: type[R]) -> list[Told[R]]:
    """All records of one kind."""
    return [
        Told(record, message)
        for message in messages
        for record in message.records
        if isinstance(record, kind)
    ]
