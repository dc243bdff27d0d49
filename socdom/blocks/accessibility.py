"""The declaration of accessibility, in the form that Dutch governments use."""

from __future__ import annotations

from socdom import dutch
from socdom.blocks.render import render
from socdom.editions.accessibility import BarrierRecord
from socdom.editions.read import Edition

# Names of the register of declarations.
_STATUSES = {
    "A": "voldoet volledig",
    "B": "voldoet gedeeltelijk",
    "C": "eerste maatregelen genomen",
    "D": "voldoet niet",
}
_MEANINGS = {
    "A": "Onderzoek laat zien dat het dashboard aan alle eisen voldoet.",
    "B": "Onderzoek laat zien dat het dashboard aan een deel van de eisen voldoet.",
    "C": "Er is al veel gedaan. Of het dashboard aan alle eisen voldoet, is nog niet volledig onderzocht.",
    "D": "Het dashboard voldoet nog niet aan de eisen.",
}
# What is known of the software itself, whoever uses it.
_KNOWN = (
    BarrierRecord(
        what="Mensen die een schermlezer gebruiken, hebben het dashboard nog niet getest.",
        effect="Wij weten niet zeker of een schermlezer alles goed voorleest.",
        measure="Elke grafiek heeft een zin voor de schermlezer, en een tabel met dezelfde cijfers.",
    ),
    BarrierRecord(
        what="Het Word-bestand van de raadsinformatiebrief hebben wij niet getest.",
        effect="Het is een bestand om te bewerken. De raad krijgt het niet.",
        measure="Dezelfde brief is er als webpagina en als pdf. Die hebben wij wel getest.",
    ),
    BarrierRecord(
        what="Een tabel met veel kolommen past niet altijd op een telefoon.",
        effect="U moet zo’n tabel opzij schuiven.",
        measure="Lange tabellen staan op een telefoon onder elkaar waar dat kan.",
    ),
)


def accessibility(edition: Edition, *, heading_level: int = 2) -> str:
    """HTML of the declaration without its h1: status, what is known, how that was found, contact and complaints.

    It claims no more than was looked into: without an audit in the parameters it says that there was none.

    Args:
        edition: what the municipality declares, and for which version.
        heading_level: level of the headings of its parts.
    """
    meta = edition.meta
    told = meta.accessibility
    audit = told.audit
    return render(
        "accessibility",
        level=heading_level,
        title=meta.title,
        status=f"{told.status}: {_STATUSES[told.status]}",
        meaning=_MEANINGS[told.status],
        declaration=told.declaration,
        audit=audit and {"day": dutch.day(audit.day), "by": audit.by, "report": audit.report},
        barriers=[_barrier(item) for item in (*told.barriers, *_KNOWN)],
        version=edition.manifest["versions"]["socdom"],
        email=told.email or meta.griffie_email,
        phone=told.phone,
        days=meta.answer_days,
        as_of=dutch.day(meta.figures_as_of),
    )


def _barrier(item: BarrierRecord) -> dict[str, str]:
    ready = dutch.day(item.ready) if item.ready else ""
    return {"what": item.what, "effect": item.effect, "measure": item.measure, "ready": ready}
