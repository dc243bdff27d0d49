"""How people are protected, in Dutch: every sentence is made from the thresholds of the edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socdom import dutch
from socdom.editions.protection import DecisionRecord, ProtectionRecord

_MULTIPLES = {
    5: "vijftallen",
    10: "tientallen",
    20: "twintigtallen",
    50: "vijftigtallen",
    100: "honderdtallen",
}
_PARTS = {0.25: "een kwart", 0.5: "de helft", 0.75: "driekwart"}


def _few(rules: ProtectionRecord) -> str:
    return f"Van 0 tot en met {rules.hidden_up_to}"


def multiples(step: int) -> str:
    """What counts are rounded to: "vijftallen", "veelvouden van 15"."""
    return _MULTIPLES.get(step, f"veelvouden van {step}")


def _part(part: float) -> str:
    return _PARTS.get(part, f"{round(part * 100)} procent")


def _count(rules: ProtectionRecord) -> str:
    return f"{_few(rules)} laten we geen cijfer zien. Andere aantallen ronden we af op {multiples(rules.round_to)}."


def _euros(rules: ProtectionRecord) -> str:
    return f"{dutch.number(rules.amount_round_to)} euro"


_OF_FEW = "Hoort het geld vooral bij één of twee mensen, dan blijft het ook geheim."
_TOLD: Mapping[str, Callable[[ProtectionRecord], str]] = MappingProxyType(
    {
        "personen": lambda rules: (
            f"{_count(rules)} Telt (bijna) iedereen mee, dan blijft het cijfer ook geheim."
        ),
        "aandeel": lambda rules: (
            f"{_count(rules)} Het deel berekenen we uit die afgeronde aantallen. "
            "Telt (bijna) iedereen mee, dan blijft het cijfer ook geheim."
        ),
        "duur": lambda rules: f"Een mediaan laten we zien vanaf {rules.statistic_base} gevallen.",
        "percentiel": lambda rules: f"Een percentiel laten we zien vanaf {rules.percentile_base} gevallen.",
        "bedrag": lambda rules: (
            f"{_few(rules)} personen laten we geen bedrag zien. {_OF_FEW} "
            f"Andere bedragen ronden we af op {_euros(rules)}."
        ),
        "gemiddelde": lambda rules: (
            f"{_few(rules)} personen laten we geen cijfer zien. {_OF_FEW} We ronden het bedrag af op {_euros(rules)} "
            f"en het aantal personen op {multiples(rules.round_to)}."
        ),
        "prijs": lambda rules: (
            f"{_few(rules)} personen laten we geen prijs zien. {_OF_FEW} "
            f"Er moeten ten minste {rules.providers_base} aanbieders zijn."
        ),
        "verschil": lambda rules: (
            f"{_few(rules)} personen laten we geen verschil zien. {_OF_FEW} "
            f"Andere bedragen ronden we af op {_euros(rules)}."
        ),
        "aandeel_bedrag": lambda rules: (
            f"{_few(rules)} personen laten we geen cijfer zien. {_OF_FEW} Buiten de grootste aanbieders moeten er "
            f"nog ten minste {rules.providers_base} zijn. De bedragen erachter laten we niet zien."
        ),
        "openbaar": lambda _rules: "Over dit cijfer hoeft niets geheim te blijven.",
    }
)
PROTECTIONS_TOLD = frozenset(_TOLD)
_LATE_BILLS = (
    "Soms komen er later rekeningen bij van weinig mensen. Dan blijft het bedrag staan dat er stond. Zo ziet niemand "
    "wat hun hulp kost. Het bedrag kan dus achterlopen. Het verschil komt er later bij."
)


def protected_how(protection: str, rules: ProtectionRecord) -> str:
    """How a figure is protected, for its entry in the catalogue.

    Args:
        protection: of the description, one of PROTECTIONS_TOLD.
        rules: the thresholds.
    """
    return _TOLD[protection](rules)


def protection_sentences(rules: ProtectionRecord) -> tuple[str, ...]:
    """The rules of an edition for the page "over deze cijfers": one paragraph per subject, the most important first."""
    found = (
        f"{_few(rules)} mensen laten we geen cijfer zien. U ziet dan een punt. Ook een 0 tonen we niet. "
        f"Andere aantallen ronden we af op {multiples(rules.round_to)}.",
        "Soms is een cijfer te herleiden uit de cijfers eromheen. Dan laten we nog een cijfer weg. "
        "Daardoor tellen wijken samen niet altijd precies op tot het totaal van de gemeente.",
        _everybody(rules),
        _shares(rules),
        _money(rules),
        _providers(rules),
        f"Een middelste waarde (mediaan) laten we zien vanaf {rules.statistic_base} gevallen. Een percentiel laten we "
        f"zien vanaf {rules.percentile_base} gevallen.",
        _revisions(rules),
        _LATE_BILLS,
        rules.source,
        _decision(rules.decision),
    )
    return tuple(text for text in found if text)


def _everybody(rules: ProtectionRecord) -> str:
    return (
        "Krijgt iedereen in een groep hulp, dan blijft het cijfer geheim. Dat doen we ook als het er hooguit "
        f"{rules.hidden_up_to} niet zijn. Anders weet u het van ieder van hen."
    )


def _shares(rules: ProtectionRecord) -> str:
    told = "Percentages berekenen we uit de afgeronde aantallen."
    base, decimals = rules.share_decimals[0]
    if base is None or decimals:
        return told
    return (
        f"{told} Gaat het om een deel van minder dan {dutch.number(base)}? Dan schrijven we hele procenten."
    )


def _money(rules: ProtectionRecord) -> str:
    return (
        f"Over {rules.hidden_up_to} of minder mensen laten we geen bedrag zien. Andere bedragen ronden we af op "
        f"{_euros(rules)}. Hoort meer dan {_part(rules.dominance_one)} van een bedrag bij één persoon? "
        f"Of meer dan {_part(rules.dominance_two)} bij twee? Dan blijft het bedrag geheim."
    )


def _providers(rules: ProtectionRecord) -> str:
    if rules.providers_base < 2:
        return ""
    return (
        f"Een prijs laten we zien als er ten minste {rules.providers_base} aanbieders zijn. Het deel van de grootste "
        f"aanbieders laten we zien als er daarnaast nog ten minste {rules.providers_base} zijn."
    )


def _revisions(rules: ProtectionRecord) -> str:
    if not rules.kept_within:
        return ""
    few = "één persoon" if rules.kept_within == 1 else f"hooguit {rules.kept_within} mensen"
    return (
        "Soms komen er later gegevens bij. Past het aantal nog bij het cijfer dat er stond, of scheelt het "
        f"{few}? Dan laten we het oude cijfer staan. Zo ziet niemand dat er een persoon bij kwam."
    )


def _decision(decision: DecisionRecord | None) -> str:
    if decision is None:
        return ""
    told = (
        f"De gemeente heeft eigen grenzen. Dat besloot: {decision.who}, op {dutch.day(decision.when)} (kenmerk "
        f"{decision.reference}). De reden: {dutch.sentence(decision.why)}"
    )
    if decision.laxer:
        told += f" Minder streng dan gewoonlijk: {'; '.join(decision.laxer)}."
    return told
