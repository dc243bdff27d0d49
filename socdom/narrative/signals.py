"""Sentences about a judgement: what is going on.

What is said most has a few wordings, so that one pattern does not repeat down a page. Numbers come from the judgement
alone; no sentence names a cause or says that a figure is good or bad.
"""

from __future__ import annotations

from socdom import dutch
from socdom.editions.read import Edition
from socdom.judgement.judge import judge
from socdom.judgement.labels import tone
from socdom.judgement.model import Adjustment, Judgement, Rule, Signal, Verdict
from socdom.narrative.wording import capital
from socdom.quarters import Quarter, period_phrase

_UP = {"kant": "boven", "grens": "bovengrens", "op": "omhoog", "meer": "hoger", "niet": "onder"}
_DOWN = {"kant": "onder", "grens": "ondergrens", "op": "omlaag", "meer": "lager", "niet": "boven"}
_SUBJECTS = {
    Adjustment.NONE: "het cijfer",
    Adjustment.SEASON: "het cijfer zonder seizoen",
    Adjustment.SAME_QUARTER: "het verschil met een jaar eerder",
    Adjustment.CHANGE: "het verschil met het kwartaal ervoor",
    Adjustment.SEASON_CHANGE: "de verandering zonder seizoen",
}
# A trend is looked for in the figure, also where its changes are judged.
_TREND_SUBJECTS = {
    **_SUBJECTS,
    Adjustment.CHANGE: "het cijfer",
    Adjustment.SEASON_CHANGE: "het cijfer zonder seizoen",
}
_FOUND = {
    Rule.OUTSIDE: (
        "Het cijfer ligt in {until} {meer} dan gewoon: {kant} de {grens}.",
        "In {until} ligt het cijfer {kant} de {grens} van wat gewoon is.",
        "{Until} ligt {meer} dan gewoon, {kant} de {grens}.",
    ),
    Rule.TREND: (
        "{Subject} ging {steps} keer op rij {op}.",
        "Sinds {since} gaat {subject} elk kwartaal {op}.",
        "Al {steps} keer op rij is {subject} {meer} dan een kwartaal eerder.",
    ),
    Rule.TWO_OF_THREE: (
        "Twee van de laatste drie kwartalen liggen dicht bij de {grens}, of er{kant}.",
        "Het cijfer ligt in twee van de laatste drie kwartalen dicht bij de {grens}, of er{kant}.",
        "In twee van de laatste drie kwartalen ligt het cijfer rond of {kant} de {grens}.",
    ),
    Rule.SHIFT: (
        "{Subject} ligt al {number} kwartalen {kant} het gemiddelde.",
        "Al {number} kwartalen ligt {subject} {kant} het gemiddelde.",
        "Sinds {since} ligt {subject} elk kwartaal {kant} het gemiddelde.",
    ),
    Rule.LONG_RUN: (
        "{Subject} ligt al {number} kwartalen {kant} het midden.",
        "Al {number} kwartalen ligt {subject} {kant} het midden.",
        "Sinds {since} ligt {subject} geen kwartaal {niet} het midden.",
    ),
    Rule.FEW_CROSSINGS: (
        "{Subject} wisselt weinig van kant en ligt nu {kant} het midden.",
        "Nu ligt {subject} {kant} het midden; van kant wisselen gebeurt weinig.",
        "{Subject} gaat weinig over het midden heen en ligt er nu {kant}.",
    ),
}
_OUTSIDE_LONGER = (
    "Het cijfer ligt al {number} kwartalen {kant} de {grens}.",
    "Al {number} kwartalen ligt het cijfer {kant} de {grens}.",
    "Sinds {since} ligt het cijfer elk kwartaal {kant} de {grens}.",
)
_BEYOND = (
    "Dat is meer dan de gewone schommeling.",
    "Dat past niet bij de gewone schommeling.",
    "Gewone schommeling is kleiner dan dit.",
)
_STEADY = (
    "Wij zien alleen de gewone schommeling.",
    "Het nieuwste cijfer past bij de gewone schommeling.",
    "De cijfers gaan op en neer zoals zij gewoon doen.",
)
_TONES = {
    "neutraal": ("", "", ""),
    "naar het doel": (
        "Dat is de kant van het doel op.",
        "Het gaat de kant van het doel op.",
        "Het doel van de raad ligt aan die kant.",
    ),
    "van het doel af": (
        "Dat is van het doel af.",
        "Het gaat van het doel af.",
        "Het doel van de raad ligt aan de andere kant.",
    ),
}
_WITHOUT_REASON = {
    Verdict.TOO_FEW: "Er zijn nog te weinig kwartalen om iets te zeggen.",
    Verdict.TOO_SMALL: "De aantallen zijn klein en schommelen vanzelf. Daarom geven wij geen signaal.",
    Verdict.NOT_SHOWN: "Het nieuwste cijfer is niet getoond. Daarom kunnen wij er niets over zeggen.",
    Verdict.NOT_JUDGED: "Dit cijfer beoordelen wij niet op signalen.",
}


def variant_of(edition: Edition, indicator: str) -> int:
    """Which wording a figure takes: neighbours in the catalogue take another one."""
    return list(edition.descriptions).index(indicator)


def signal_sentence(judgement: Judgement, variant: int = 0) -> str:
    """What the signal is, in one sentence; "" without a signal.

    Args:
        judgement: of the series.
        variant: any number; another one may give another wording of the same.
    """
    signal = judgement.signal
    if signal is None:
        return ""
    subjects = _TREND_SUBJECTS if signal.rule is Rule.TREND else _SUBJECTS
    subject, number = subjects[judgement.adjustment], _number(judgement, signal)
    longer = signal.rule is Rule.OUTSIDE and number > 1
    until = period_phrase(signal.until)
    return _pick(_OUTSIDE_LONGER if longer else _FOUND[signal.rule], variant).format(
        subject=subject,
        Subject=capital(subject),
        number=dutch.number(number),
        steps=dutch.number(_quarters(signal) - 1),
        since=period_phrase(signal.since),
        until=until,
        Until=capital(until),
        **(_UP if signal.direction == "omhoog" else _DOWN),
    )


def signal_sentences(edition: Edition, judgement: Judgement, variant: int = 0) -> tuple[str, ...]:
    """What is going on: of a signal what it is and whether that is towards a goal; otherwise why there is none."""
    if judgement.verdict is Verdict.SIGNAL:
        towards = _pick(_TONES[tone(edition, judgement)], variant)
        told = (signal_sentence(judgement, variant), _pick(_BEYOND, variant), towards)
        return tuple(sentence for sentence in told if sentence)
    if judgement.verdict is Verdict.STEADY:
        return (_pick(_STEADY, variant),)
    return tuple(split(judgement.reason or _WITHOUT_REASON[judgement.verdict]))


def newest_signal(edition: Edition, indicator: str) -> str:
    """The signal of the newest figure of the municipality, as a sentence that names it; "" where that has none.

    Of an older one, while the newest is incomplete, it says nothing: beside the newest figure that would mislead.
    """
    judgement, now = judge(edition, indicator), edition.figure(indicator)
    if judgement.signal is None or now is None or judgement.until != now.period:
        return ""
    return f"Signaal: {lower(signal_sentence(judgement, variant_of(edition, indicator)))}"


def _number(judgement: Judgement, signal: Signal) -> int:
    """Quarters of the signal; of a run chart those beside the median, as one on it belongs to neither side."""
    if signal.rule not in (Rule.LONG_RUN, Rule.FEW_CROSSINGS):
        return _quarters(signal)
    side = 1 if signal.direction == "omhoog" else -1
    return sum(
        point.side == side for point in judgement.points if signal.since <= point.period <= signal.until
    )


def _quarters(signal: Signal) -> int:
    return Quarter.parse(signal.until).index - Quarter.parse(signal.since).index + 1


def _pick(wordings: tuple[str, ...], variant: int) -> str:
    return wordings[variant % len(wordings)]


def lower(text: str) -> str:
    """First letter lower case, the rest as it is."""
    return text[:1].lower() + text[1:]


def split(text: str) -> list[str]:
    """The sentences of a text."""
    return [part for part in text.replace(". ", ".\n").split("\n") if part]
