"""The file of a copy: a tar of regular files, compressed; the list stands first in it.

The same files give the same bytes: members stand in order of name, and owner, rights and time stand in the list alone.
Reading believes nothing: a member that is no regular file, is not on the list, is there twice, has another length or
another checksum, or leads elsewhere is refused before a byte of it is put anywhere.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import IO

from pydantic import ValidationError

from socdom.errors import Fault, NotEqualError
from socdom.pipeline.copies.manifest import MANIFEST, CopyManifest, File, is_inside

_MOST_MANIFEST = 256 * 2**20
_PIECE = 2**20
_OTHER = "een bestand heeft een andere inhoud dan op de inhoudslijst staat"
_REMEDY = "Gebruik een andere reservekopie."
_BROKEN = (tarfile.TarError, EOFError, gzip.BadGzipFile, zlib.error)

Receive = Callable[[str, File], AbstractContextManager[IO[bytes]]]


def write_archive(target: Path, manifest: CopyManifest, sources: Mapping[str, Path]) -> None:
    """Write a copy that only the owner can read, and wait until it is on the disk.

    Args:
        target: a new file.
        sources: name of each file of the list → where it is read.

    Raises:
        NotEqualError: a file was changed while it was read.
    """
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as raw:
        with (
            gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0, compresslevel=6) as packed,
            tarfile.open(fileobj=packed, mode="w|", format=tarfile.PAX_FORMAT) as tar,
        ):
            listed = manifest.model_dump_json(indent=1).encode()
            tar.addfile(_member(MANIFEST, len(listed)), io.BytesIO(listed))
            for name, file in sorted(manifest.files.items()):
                _add(tar, name, file, sources[name])
        raw.flush()
        os.fsync(descriptor)


def _add(tar: tarfile.TarFile, name: str, file: File, source: Path) -> None:
    with source.open("rb") as opened:
        counted = _Counted(opened)
        whole = os.fstat(opened.fileno()).st_size == file.size
        if whole:
            tar.addfile(_member(name, file.size), counted)
        if not whole or counted.checksum != file.checksum:
            rule = "een bestand veranderde tijdens het kopiëren"
            raise NotEqualError(Fault("reservekopie", rule, remedy="Probeer het opnieuw."))


def read_manifest(archive: Path) -> CopyManifest:
    """The list of a copy, without looking at the rest.

    Raises:
        NotEqualError: the file is no copy, or a damaged one.
        StorageError: it cannot be read.
    """
    with _opened(archive) as (tar, _):
        return _manifest(archive, tar)


def read_archive(archive: Path, receive: Receive | None = None) -> CopyManifest:
    """Go through a whole copy and hold every file against the list.

    Args:
        receive: gives an open file for the name of each file, to write it to; None only looks.

    Raises:
        NotEqualError: something is not as the list says; what was received must not be used.
    """
    with _opened(archive) as (tar, packed):
        manifest = _manifest(archive, tar)
        seen: set[str] = set()
        while (member := tar.next()) is not None:
            if member.name in seen:
                raise _wrong(archive, "een bestand staat er twee keer in")
            _take(archive, tar, member, manifest, receive)
            seen.add(member.name)
        # At its very end stands the checksum of all of it.
        while packed.read(_PIECE):
            pass
    if missing := len(manifest.files.keys() - seen):
        raise _wrong(
            archive, "er ontbreekt 1 bestand" if missing == 1 else f"er ontbreken {missing} bestanden"
        )
    return manifest


def _take(
    archive: Path,
    tar: tarfile.TarFile,
    member: tarfile.TarInfo,
    manifest: CopyManifest,
    receive: Receive | None,
) -> None:
    file = manifest.files.get(member.name)
    if not member.isreg() or file is None or not is_inside(member.name):
        raise _wrong(archive, "er staat iets in dat niet op de inhoudslijst staat")
    if member.size != file.size:
        # Before a byte is unpacked: a small file can hold more zeros than the disk.
        raise _wrong(archive, _OTHER)
    # Who receives the bytes writes them: tarfile puts nothing anywhere, so its filters are not needed. The Python of
    # Debian 12 does not have them.
    content = tar.extractfile(member)
    assert content is not None
    counted = _Counted(content)
    if receive is None:
        for _ in counted.pieces():
            pass
    else:
        with receive(member.name, file) as target:
            for piece in counted.pieces():
                target.write(piece)
            target.flush()
            os.fsync(target.fileno())
    if counted.checksum != file.checksum:
        raise _wrong(archive, _OTHER)


@contextmanager
def _opened(archive: Path) -> Iterator[tuple[tarfile.TarFile, gzip.GzipFile]]:
    try:
        with gzip.open(archive, "rb") as packed, tarfile.open(fileobj=packed, mode="r|") as tar:
            yield tar, packed
    except FileNotFoundError:
        raise NotEqualError(Fault(archive.name, "dit bestand is er niet")) from None
    except _BROKEN:
        raise _wrong(archive, "het bestand is beschadigd, of het is geen reservekopie") from None


def _manifest(archive: Path, tar: tarfile.TarFile) -> CopyManifest:
    member = tar.next()
    if member is None or member.name != MANIFEST or not member.isreg() or member.size > _MOST_MANIFEST:
        raise _wrong(archive, "de inhoudslijst staat niet vooraan")
    content = tar.extractfile(member)
    assert content is not None
    try:
        return CopyManifest.model_validate_json(content.read())
    except ValidationError:
        remedy = "Is zij met een nieuwere socdom gemaakt? Gebruik dan die versie."
        raise _wrong(archive, "de inhoudslijst is niet te lezen", remedy) from None


def _wrong(archive: Path, rule: str, remedy: str = _REMEDY) -> NotEqualError:
    return NotEqualError(Fault(archive.name, rule, remedy=remedy))


def _member(name: str, size: int) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


class _Counted(io.RawIOBase):
    """Reads on, and counts the checksum of what went by."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source, self._digest = source, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        piece = self._source.read(size)
        self._digest.update(piece)
        return piece

    def pieces(self) -> Iterator[bytes]:
        """All of it, in pieces that fit in memory."""
        while piece := self.read(_PIECE):
            yield piece

    @property
    def checksum(self) -> str:
        return self._digest.hexdigest()
