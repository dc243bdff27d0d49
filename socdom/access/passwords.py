"""Hashes of passwords: argon2id with the parameters of RFC 9106 for less memory, as argon2-cffi has them by default."""

from __future__ import annotations

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

_NOBODYS = "een wachtwoord dat niemand heeft"


class Passwords:
    """Makes and compares hashes. Each takes some 64 MB and a tenth of a second: not on the loop of a server.

    Args:
        hasher: another one for tests, which takes less.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobodys = self._hasher.hash(_NOBODYS)

    def hash(self, password: str) -> str:
        """What is kept of a password."""
        return self._hasher.hash(_same_written(password))

    def matches(self, kept: str | None, password: str) -> bool:
        """Whether it is the password; takes as long when there is no such account (`kept` is None)."""
        try:
            self._hasher.verify(kept or self._nobodys, _same_written(password))
        except (VerificationError, InvalidHashError):
            return False
        return kept is not None

    def renewed(self, kept: str, password: str) -> str | None:
        """A new hash of the same password, when hashes are made in another way by now; None otherwise."""
        return self.hash(password) if self._hasher.check_needs_rehash(kept) else None


def _same_written(password: str) -> str:
    """The same text for the same letters, whichever keyboard made them (NIST SP 800-63B)."""
    return unicodedata.normalize("NFKC", password)
