"""What the report on a delivery says of the messages, in Dutch sentences with numbers and without values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from socdom.dutch import listing
from socdom.sources.messages.records import SetAside

# What `provisions` counts → one, more.
_PROVISIONS = {
    "deleted": (
        "1 toewijzing is ingetrokken als verwijderd en telt niet mee.",
        "{} toewijzingen zijn ingetrokken als verwijderd en tellen niet mee.",
    ),
    "not_started": (
        "Van 1 toewijzing is er geen startbericht: de dagen van de toewijzing tellen.",
        "Van {} toewijzingen is er geen startbericht: de dagen van de toewijzing tellen.",
    ),
    "without_category": (
        "1 toewijzing heeft geen productcategorie en geen start of declaratie waar die in staat; zij telt niet mee.",
        "{} toewijzingen hebben geen productcategorie en geen start of declaratie waar die in staat; "
        "zij tellen niet mee.",
    ),
    "late": (
        "Bij 1 toewijzing begon de zorg na de einddatum van de toewijzing; die start telt niet mee.",
        "Bij {} toewijzingen begon de zorg na de einddatum van de toewijzing; die start telt niet mee.",
    ),
    "unlinked": (
        "1 start of stop hoort bij geen toewijzing in de berichten en telt niet mee.",
        "{} starts en stops horen bij geen toewijzing in de berichten en tellen niet mee.",
    ),
    "shared": (
        "1 toewijzingsnummer staat bij meer dan één cliënt of aanbieder; de laatste telt.",
        "{} toewijzingsnummers staan bij meer dan één cliënt of aanbieder; de laatste telt.",
    ),
}
_DECLARATIONS = {
    "double": (
        "1 declaratieregel was er dubbel en telt één keer.",
        "{} declaratieregels waren er dubbel en tellen één keer.",
    ),
    "double_differs": (
        "Bij 1 dubbele declaratieregel is de inhoud niet gelijk; de oudste telt.",
        "Bij {} dubbele declaratieregels is de inhoud niet gelijk; de oudste telt.",
    ),
    "loose": (
        "1 correctie verwijst naar een regel die niet in de berichten staat.",
        "{} correcties verwijzen naar een regel die niet in de berichten staat.",
    ),
}
_MESSAGES = {
    "twice": (
        "1 bericht was er dubbel en is één keer gelezen.",
        "{} berichten waren er dubbel en zijn één keer gelezen.",
    ),
    "refused": (
        "1 onderdeel is in een retourbericht afgekeurd en telt niet mee.",
        "{} onderdelen zijn in retourberichten afgekeurd en tellen niet mee.",
    ),
    "others": (
        "1 bestand is geen XML of zip en is overgeslagen.",
        "{} bestanden zijn geen XML of zip en zijn overgeslagen.",
    ),
    "strangers": (
        "Van 1 persoon met een declaratie staan geboortedatum en geslacht niet in de berichten.",
        "Van {} personen met een declaratie staan geboortedatum en geslacht niet in de berichten.",
    ),
    "unknown_birth": (
        "Van 1 cliënt is de geboortedatum onbekend; die staat op 01-01-1900.",
        "Van {} cliënten is de geboortedatum onbekend; die staat op 01-01-1900.",
    ),
}


def provision_notes(tally: Mapping[str, int]) -> tuple[str, ...]:
    """About what `provisions` left out or guessed."""
    return _sentences(_PROVISIONS, tally)


def declaration_notes(tally: Mapping[str, int]) -> tuple[str, ...]:
    """About what `declarations` left out."""
    return _sentences(_DECLARATIONS, tally)


def message_notes(
    counts: Mapping[str, int], set_aside: Sequence[SetAside], tally: Mapping[str, int]
) -> tuple[str, ...]:
    """About the messages as a whole: how many of which type, and why others were set aside."""
    notes = []
    if counts:
        types = listing([f"{number} {name}" for name, number in counts.items()])
        notes.append(f"Gelezen berichten: {types}.")
    reasons = Counter(item.reason for item in set_aside)
    for reason, number in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        noun = "bericht is" if number == 1 else "berichten zijn"
        notes.append(f"{number} {noun} opzij gelegd: {reason}.")
    return (*notes, *_sentences(_MESSAGES, tally))


def _sentences(words: Mapping[str, tuple[str, str]], tally: Mapping[str, int]) -> tuple[str, ...]:
    found = ((one, more, tally.get(word, 0)) for word, (one, more) in words.items())
    return tuple(one if number == 1 else more.format(number) for one, more, number in found if number)
