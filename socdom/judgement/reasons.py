"""Why a series is not judged, or what was done before judging: Dutch sentences."""

from __future__ import annotations

from socdom import dutch
from socdom.judgement.model import Adjustment

NO_QUARTERS = "Van dit cijfer zijn er geen kwartalen."
YEARLY = "Dit is een cijfer per jaar. Wij beoordelen alleen cijfers per kwartaal."
WITHIN_YEAR = "Dit cijfer gaat over het jaar, niet over één kwartaal. Kwartalen zijn dan niet te vergelijken."
OF_CHANGE = "Dit cijfer is zelf al een verschil met een jaar eerder."
ELSEWHERE = "Dit cijfer is niet van deze gemeente. Wij beoordelen alleen eigen cijfers."
INCOMPLETE = "Er is nog geen kwartaal dat volledig is."
UNSETTLED = "Over de nieuwste kwartalen komen nog gegevens binnen. Die tellen hier nog niet mee."
NOT_SHOWN = "Het nieuwste cijfer is niet getoond. Daarom kunnen wij er niets over zeggen."
BASE_NOT_SHOWN = "Een eerder kwartaal is niet getoond. Daarom is het verschil daarmee niet bekend."
FLAT = "De cijfers verschillen niet van elkaar. Dan zijn er geen grenzen te bepalen."
FLAT_CHANGE = "Dit cijfer verandert elke keer evenveel. Dan zijn er geen grenzen te bepalen."
STILL = "Dit cijfer staat meestal stil en verspringt soms. Dan zeggen grenzen niets."
SCATTERED = "Er staan te weinig kwartalen na elkaar om grenzen te bepalen."
ON_THE_MEDIAN = "Te veel kwartalen hebben hetzelfde cijfer om iets te kunnen zeggen."
BASELINE_ELSEWHERE = "De vastgezette grenzen gaan over andere kwartalen. Daarom gelden ze niet meer."
BASELINE_SHORT = "De vastgezette grenzen rusten op te weinig kwartalen. Daarom gelden ze niet."

BEFORE = {
    Adjustment.NONE: "",
    Adjustment.SEASON: "Dit cijfer gaat op en neer met het seizoen. Wij beoordelen het zonder het seizoen.",
    Adjustment.SAME_QUARTER: "Dit cijfer gaat op en neer met het seizoen. "
    "Wij beoordelen het verschil met hetzelfde kwartaal een jaar eerder.",
    Adjustment.CHANGE: "Dit cijfer lijkt elk kwartaal sterk op het kwartaal ervoor. Wij beoordelen de verandering.",
    Adjustment.SEASON_CHANGE: "Dit cijfer lijkt sterk op het kwartaal ervoor en heeft een seizoen. "
    "Wij beoordelen de verandering zonder het seizoen.",
}  # fmt: skip


def too_few(number: int, needed: int, how: Adjustment, *, broken: bool) -> str:
    """There are not enough quarters yet.

    Args:
        number: quarters that take part.
        needed: from how many on something can be said.
        broken: whether there were more, before a break.
    """
    quarters = "Er is 1 kwartaal" if number == 1 else f"Er zijn {dutch.number(number)} kwartalen"
    since = " sinds de breuk" if broken else ""
    counted = {
        Adjustment.NONE: "",
        Adjustment.CHANGE: " met een cijfer voor het kwartaal ervoor",
        Adjustment.SEASON: "",
        Adjustment.SAME_QUARTER: " met een cijfer van een jaar eerder",
        Adjustment.SEASON_CHANGE: " met een cijfer voor het kwartaal ervoor",
    }[how]
    return f"{quarters}{since}{counted}. Wij beoordelen vanaf {dutch.number(needed)} kwartalen."


def too_small(least: int) -> str:
    """The counts are so small that chance alone moves them much."""
    return (
        f"Het gaat om gemiddeld minder dan {dutch.number(least)} gevallen per kwartaal. "
        "Zulke kleine aantallen schommelen vanzelf."
    )


def joined(*sentences: str) -> str:
    """Sentences after each other, without the empty ones."""
    return " ".join(sentence for sentence in sentences if sentence)
