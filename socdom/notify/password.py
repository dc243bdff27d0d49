"""The password of the mail server: in a file outside the parameters, never in a setting or on a command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from socdom.errors import Fault, ParameterError

VARIABLE = "SOCDOM_MAILWACHTWOORD"
# systemd puts what LoadCredential names in this folder, for that service only.
_CREDENTIALS, _NAME = "CREDENTIALS_DIRECTORY", "mailwachtwoord"
_LONGEST = 1024


def read_password(environ: Mapping[str, str] = os.environ) -> str:
    """What stands in the file that SOCDOM_MAILWACHTWOORD names, or in the credential `mailwachtwoord` of systemd.

    Raises:
        ParameterError: neither is there, or it is empty or no single line of text. The content is never told.
    """
    path = _place(environ)
    if path is None:
        raise ParameterError(
            Fault(
                VARIABLE,
                "de mailserver heeft een gebruiker, en nergens staat waar het wachtwoord ligt",
                remedy=f"Zet het wachtwoord in een bestand en het pad daarvan in {VARIABLE}.",
            )
        )
    try:
        text = path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError):
        raise ParameterError(
            Fault(
                VARIABLE,
                "dit bestand is niet te lezen",
                remedy="Kijk of het er staat en of deze gebruiker het mag lezen.",
            )
        ) from None
    if not 0 < len(text) <= _LONGEST or not text.isprintable():
        raise ParameterError(Fault(VARIABLE, "in dit bestand hoort één regel met het wachtwoord"))
    return text


def _place(environ: Mapping[str, str]) -> Path | None:
    if named := environ.get(VARIABLE):
        return Path(named)
    folder = environ.get(_CREDENTIALS)
    credential = Path(folder) / _NAME if folder else None
    return credential if credential is not None and credential.is_file() else None
