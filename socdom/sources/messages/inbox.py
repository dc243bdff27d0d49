"""The files messages come in: one file, a folder with all below it, or a zip, in a fixed order.

A zip is never unpacked to disk. Its members are counted and measured while they are read, for what a zip says of
itself may be untrue.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any, BinaryIO

from socdom.errors import DeliveryError, Fault
from socdom.person_numbers import COVER, covered
from socdom.sources.messages.standard import Refused

# A BSN, and also a number with dots or spaces in it.
_LONG_NUMBER = re.compile(r"[0-9](?:[. ]?[0-9]){7,}")


@dataclass(frozen=True)
class Limits:
    """How much may be delivered at once; sizes in bytes.

    Attributes:
        message: of one message. The standard allows 25 MB.
        members: messages in a zip.
        unpacked: of a zip, unpacked.
        ratio: unpacked against packed; text packs at most some dozens of times.
    """

    message: int = 200_000_000
    members: int = 200_000
    unpacked: int = 20_000_000_000
    ratio: int = 500


LIMITS = Limits()


@dataclass(frozen=True)
class Letter:
    """A file that may hold a message.

    Attributes:
        name: its name within what was delivered, with long numbers masked.
        open: gives its bytes from the start.
    """

    name: str
    open: Callable[[], BinaryIO]


def letters(place: Path, limits: Limits) -> Iterator[Letter]:
    """The files with messages in a file, folder or zip, sorted by name.

    A file that is there and cannot be read is a letter too, whose `open` raises Refused.

    Raises:
        DeliveryError: there is nothing at this place.
    """
    if not place.exists():
        remedy = "Zet de berichten daar neer, of pas bronnen.berichten.map in gemeente.yml aan."
        raise DeliveryError(Fault(place.name, "hier staat een map, een zip of een bericht", remedy=remedy))
    number = 0
    for name, path in _files(place):
        if path.suffix.casefold() == ".zip":
            for letter in _members(path, name, limits):
                number += 1
                yield Letter(_shown(letter.name, number), letter.open)
        elif path.suffix.casefold() == ".xml" or path == place:
            number += 1
            yield Letter(_shown(name, number), partial(_opened, path))


def others(place: Path) -> int:
    """Number of files in a folder that are no XML and no zip; hidden ones left out."""
    if not place.is_dir():
        return 0
    return sum(path.suffix.casefold() not in (".xml", ".zip") for _, path in _files(place))


def _files(place: Path) -> list[tuple[str, Path]]:
    if not place.is_dir():
        return [(place.name, place)]
    found = ((path.relative_to(place), path) for path in place.rglob("*") if path.is_file())
    return sorted((name.as_posix(), path) for name, path in found if not name.name.startswith("."))


def _shown(name: str, number: int) -> str:
    """A name without a number that may be a BSN; the number of the file tells which one it is."""
    masked = _LONG_NUMBER.sub(COVER, covered(name))
    masked = "".join(sign if sign.isprintable() else "?" for sign in masked)
    return masked if masked == name else f"{masked} (bestand {number})"


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError:
        raise Refused("het bestand kan niet worden gelezen") from None


def _members(path: Path, name: str, limits: Limits) -> Iterator[Letter]:
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError):
        yield Letter(name, _refusing("de zip is beschadigd of niet heel"))
        return
    with archive:
        members = sorted(
            (member for member in archive.infolist() if not member.is_dir()),
            key=lambda member: member.filename,
        )
        if len(members) > limits.members:
            yield Letter(name, _refusing(f"de zip heeft meer dan {limits.members} bestanden"))
            return
        budget = _Budget(limits)
        for member in members:
            if not _hidden(member.filename):
                reason = _wrong_member(member)
                open_ = _refusing(reason) if reason else budget.opener(archive, member)
                yield Letter(f"{name}/{member.filename}", open_)


def _hidden(name: str) -> bool:
    last = name.rsplit("/", 1)[-1]
    return last.startswith(".") and not last.startswith("..") or name.startswith("__MACOSX/")


def _wrong_member(member: zipfile.ZipInfo) -> str:
    path = member.filename.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or ":" in path:
        return "de naam in de zip wijst naar een plek buiten de zip"
    if path.casefold().endswith(".zip"):
        return "een zip in een zip wordt niet gelezen; pak hem eerst uit"
    if not path.casefold().endswith(".xml"):
        return "dit is geen XML-bestand"
    if member.flag_bits & 1:
        return "de zip heeft een wachtwoord; lever hem zonder"
    return ""


def _refusing(reason: str) -> Callable[[], BinaryIO]:
    def open_() -> BinaryIO:
        raise Refused(reason)

    return open_


class _Budget:
    """What may still be unpacked from one zip."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._left = limits.unpacked

    def opener(self, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
        def open_() -> BinaryIO:
            try:
                stream = archive.open(member)
            except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError):
                raise Refused("dit deel van de zip is beschadigd") from None
            return io.BufferedReader(_Unpacked(stream, member.compress_size, self), 1 << 16)

        return open_

    def spend(self, amount: int, total: int, packed: int) -> None:
        """Count what was unpacked.

        Raises:
            Refused: too much of one member for its packed size, or of the whole zip.
        """
        self._left -= amount
        if self._left < 0:
            raise Refused(f"de zip is uitgepakt groter dan {self._limits.unpacked // 1_000_000} MB")
        if total > 1_000_000 and total > packed * self._limits.ratio:
            raise Refused("dit deel van de zip wordt bij het uitpakken te groot")


class _Unpacked(io.RawIOBase):
    """A member of a zip that spends a budget while it is read."""

    def __init__(self, stream: IO[bytes], packed: int, budget: _Budget) -> None:
        self._stream = stream
        self._packed = packed
        self._budget = budget
        self._total = 0

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._stream.close()
        super().close()

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read(len(buffer))
        except (zipfile.BadZipFile, EOFError, OSError, ValueError):
            raise Refused("dit deel van de zip is beschadigd") from None
        except Exception as error:  # zlib, bz2 and lzma each have their own
            if type(error).__name__ not in ("error", "LZMAError"):
                raise
            raise Refused("dit deel van de zip is beschadigd") from None
        self._total += len(data)
        self._budget.spend(len(data), self._total, self._packed)
        buffer[: len(data)] = data
        return len(data)
