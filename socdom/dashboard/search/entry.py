"""One thing that Zoeken can find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from socdom.editions.record import Record

Kind = Literal["cijfer", "wijk", "antwoord", "duiding", "signaal", "afspraak", "uitleg", "pagina"]


class Entry(Record):
    """Something that can be found.

    Attributes:
        name: what it is called.
        what: a line about what it is.
        words: what is searched beside the name; weighs more than the text.
        text: what else is searched.
        address: where it leads to, relative to the root of the dashboard.
        explained: address of the definition of a figure; "" for none.
        indicator, area: which figure or area it is; "" for neither.
        weight: how much it comes before others that have as much of what was asked.
    """

    kind: Kind
    name: str
    what: str = ""
    words: str = ""
    text: str = ""
    address: str
    explained: str = ""
    indicator: str = ""
    area: str = ""
    weight: float = 1.0


def page_with(part: str, ids: Mapping[str, frozenset[str]]) -> str:
    """Address of a part of a page, wherever it stands; "" when it stands nowhere."""
    return next((f"{page}#{part}" for page in sorted(ids) if part in ids[page]), "")
