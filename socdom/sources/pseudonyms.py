"""A person becomes a number at intake: a keyed hash, so that nobody without the key can find the person back.

HMAC-SHA256 (RFC 2104, FIPS 198-1) cut to 63 bits. With a million identifiers the chance that two collide is
below one in ten million. Each kind of identifier ("person", "household") has a key of its own, derived from
the one in the file.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from pathlib import Path

import numpy as np
import pandas as pd

from socdom.errors import Fault, ParameterError

_KEY_BYTES = 32
# Of SHA-256.
_BLOCK = 64


def load_key(path: Path, root: Path | None = None) -> bytes:
    """Read the key of the pseudonyms; make it on first use.

    Args:
        path: file outside the repository; made with mode 0600 in a folder of mode 0700.
        root: folder of the repository; a key inside it is refused.

    Raises:
        ParameterError: the key lies inside `root`, others can read it, or it is damaged.
    """
    place = f"sleutel {path.name}"
    if root is not None and path.resolve().is_relative_to(root.resolve()):
        raise ParameterError(
            Fault(
                place,
                "de sleutel staat buiten de projectmap",
                remedy="Kies met SOCDOM_SLEUTEL een plek buiten het project.",
            )
        )
    try:
        return _read(path, place)
    except FileNotFoundError:
        _make(path)
        return _read(path, place)


def _make(path: Path) -> None:
    """Write a fresh key whole under another name first: a second process sees no key or a complete one."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first; its key counts
    finally:
        draft.unlink()


def _read(path: Path, place: str) -> bytes:
    with path.open("rb") as file:
        mode = os.fstat(file.fileno()).st_mode
        key = file.read(_KEY_BYTES + 1)
    if mode & 0o077:
        raise ParameterError(
            Fault(
                place, "alleen u mag de sleutel kunnen lezen", remedy="Zet de rechten van het bestand op 600."
            )
        )
    if len(key) != _KEY_BYTES:
        raise ParameterError(
            Fault(
                place,
                f"een sleutel is precies {_KEY_BYTES} bytes lang",
                remedy="Zet de reservekopie terug. Een nieuwe sleutel geeft elke persoon een ander nummer.",
            )
        )
    return key


def pseudonyms(values: pd.Series, key: bytes, kind: str) -> pd.Series:
    """Keyed hashes of identifiers.

    Args:
        values: text; the same text always gives the same number.
        key: from `load_key`.
        kind: what is identified; the same text of another kind gives another number.

    Returns:
        int64 in 0 .. 2^63 - 1, with the index of `values`.
    """
    own_key = hmac.digest(key, kind.encode(), "sha256")
    places, distinct = pd.factorize(values)
    numbers = (np.frombuffer(_digests(distinct.tolist(), own_key), dtype=">u8") >> np.uint64(1)).astype(
        "int64"
    )
    return pd.Series(numbers[places], index=values.index, name=values.name)


def _digests(texts: list[str], key: bytes) -> bytes:
    """The first eight bytes of the HMAC-SHA256 of each text, one after another.

    Written out as RFC 2104 says: what is made of the key is made once, which is three times as fast as `hmac.digest`.
    """
    block = key.ljust(_BLOCK, b"\0")  # a key of ours is never longer
    inner = hashlib.sha256(bytes(byte ^ 0x36 for byte in block))
    outer = hashlib.sha256(bytes(byte ^ 0x5C for byte in block))
    found = []
    for text in texts:
        first, second = inner.copy(), outer.copy()
        first.update(text.encode())
        second.update(first.digest())
        found.append(second.digest()[:8])
    return b"".join(found)


def sealed(checksum: str, key: bytes) -> str:
    """Keyed hash of the checksum of a delivery, to publish in its place.

    A plain checksum answers guesses: for a delivery with a row or two it takes no more than trying all BSNs. This one
    only says whether a delivery is the same as before.

    Args:
        checksum: of the file, see `socdom.whole_files.checksum`.
        key: from `load_key`.

    Returns:
        64 hexadecimal digits.
    """
    own_key = hmac.digest(key, b"checksum", "sha256")
    return hmac.digest(own_key, checksum.encode(), "sha256").hex()
