"""Which messages iWmo and iJw 3.2 have, and how a message says which one it is.

Source: COD002-VEKTIS and the schemas of iWmo and iJw 3.2, informatiemodel.istandaarden.nl.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

RELEASE = "3.2"
# The first of each pair is sent, the second is the answer of who received it.
_PAIRS = (
    ("301", "302"),
    ("305", "306"),
    ("307", "308"),
    ("315", "316"),
    ("317", "318"),
    ("319", "320"),
    ("323", "325"),
)
_ANSWERED = {answer: sent for sent, answer in _PAIRS}
_TYPES = frozenset(name for pair in _PAIRS for name in pair)
_STANDARDS = {"wmo": "iWmo", "jw": "iJw"}

_NAMESPACE = re.compile(
    r"http://www\.istandaarden\.nl/(?:iwmo|ijw)/([0-9]{1,2})_([0-9]{1,2})/(wmo|jw)([0-9]{3})/schema"
    r"(?:/([0-9]{1,2})_([0-9]{1,2}))?"
)


class Refused(Exception):
    """A message that cannot be read; the text is a Dutch reason without a value of the message.

    Attributes:
        line: where in the file, counted from 1; None when that is not known.
        unplaced: it does not fit its schema, and reading it whole would tell the line.
    """

    def __init__(self, reason: str, line: int | None = None, *, unplaced: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line
        self.unplaced = unplaced


@dataclass(frozen=True, order=True)
class Kind:
    """A type of message.

    Attributes:
        family: "wmo" or "jw", as in the name of the message and of its schema.
        number: "301" and the like.
    """

    family: str
    number: str

    @property
    def name(self) -> str:
        """Name of the message: "WMO301"."""
        return f"{self.family.upper()}{self.number}"

    @property
    def law(self) -> str:
        """The law as the tables name it: "wmo" or "jeugd"."""
        return "wmo" if self.family == "wmo" else "jeugd"

    @property
    def answers(self) -> Kind | None:
        """The type of message this one answers; None when it is no answer."""
        sent = _ANSWERED.get(self.number)
        return None if sent is None else Kind(self.family, sent)


def kind_of(namespace: str, root: str) -> Kind:
    """The type of a message, from the namespace and the name of its root element.

    Raises:
        Refused: it is no message of iWmo or iJw, is of another release, or is of a type that is not read.
    """
    found = _NAMESPACE.fullmatch(namespace)
    if found is None:
        if "StUF" in namespace or "soap" in namespace.casefold():
            raise Refused("het bericht zit in een envelop (StUF of SOAP); lever het bericht zelf")
        raise Refused("dit is geen bericht van iWmo of iJw")
    major, minor, family, number, late_major, late_minor = found.groups()
    # Up to 2.4 the release stood at the end, and the first one could lag behind.
    release = f"{int(late_major or major)}.{int(late_minor or minor)}"
    if release != RELEASE:
        raise Refused(f"bericht van {_STANDARDS[family]} {release}; socdom leest {RELEASE}")
    if root != "Bericht" or number not in _TYPES:
        raise Refused(f"socdom leest geen bericht {family.upper()}{number}")
    return Kind(family, number)
