"""What was corrected since an earlier version, in Dutch sentences."""

from __future__ import annotations

from socdom import dutch
from socdom.editions.documents import ErratumRecord
from socdom.editions.read import Edition

_STILL_CONCEPT = "Deze verbetering is nog een concept. Tot die definitief is, geldt de eerdere versie."


def errata_title(edition: Edition) -> str:
    """Which version this is a correction of; "" without errata."""
    meta = edition.meta
    if not edition.documents.errata:
        return ""
    if not meta.replaces:
        return f"Verbeterd: dit is versie {meta.version}"
    return f"Verbeterd: versie {meta.version} vervangt versie {meta.replaces}"


def correction_status(edition: Edition) -> str:
    """That the correction does not count yet; "" when it is definitive, or when there is none."""
    is_draft = edition.documents.errata and edition.meta.state == "concept"
    return _STILL_CONCEPT if is_draft else ""


def newest_errata(edition: Edition) -> list[ErratumRecord]:
    """The errata, newest first."""
    return sorted(edition.documents.errata, key=lambda item: item.day, reverse=True)


def errata_lines(edition: Edition) -> list[str]:
    """All of it as plain lines, for a letter; none without errata."""
    if not edition.documents.errata:
        return []
    told = [
        f"{item.where} (verbeterd op {dutch.day(item.day)}). Er stond: {_stop(item.wrong)} "
        f"Dit moet zijn: {_stop(item.right)}"
        for item in newest_errata(edition)
    ]
    return [f"{errata_title(edition)}.", *filter(None, [correction_status(edition)]), *told]


def _stop(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
