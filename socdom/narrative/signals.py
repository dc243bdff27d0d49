"""Sentences about a judgement: what is going on.

What is said most has a few wordings, so that one pattern does not repeat down a page. Numbers come from the judgement
alone; no sentence names a cause or says that a figure is good or bad.
"""

from __future__ import annotations

from socdom import dutch
from socdom.editions.read import Edition
from socdom.judgement.judge import judge
from socdom.judgement.labels import about_difference, move_words, tone
from socdom.judgement.model import OF_CHANGES, Adjustment, Judgement, Method, Rule, Signal, Verdict
from socdom.judgement.usual import usual
from socdom.narrative.phrases import variant_of
from socdom.narrative.wording import capital, lower, split
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
    "De gewone schommeling is kleiner dan dit verschil.",
)
# Of a row of quarters the newest figure may lie well within the limits: the row is unusual, not the height.
_SELDOM = (
    "Bij gewone schommeling komt dat zelden voor.",
    "Dat past niet bij de gewone schommeling.",
    "Dat komt zelden voor als een cijfer alleen gewoon schommelt.",
)
# Beyond limits that move along with an earlier quarter: the figure itself may be low after a rise.
_MOVED = (
    "In {until} {verb} het cijfer {size}.",
    "Het cijfer {verb} in {until} {size}.",
)
_DIFFERENCE_NEAR = "{Subject} ligt in twee van de laatste drie kwartalen dicht bij de {grens}, of er{kant}."
_NO_FIT = "Dat past niet bij de gewone schommeling."
# Without a signal: only what the rules say of the newest judged quarter, not that nothing is going on.
_STEADY = (
    "Het nieuwste cijfer past bij de gewone schommeling.",
    "Bij het nieuwste cijfer past geen regel voor een signaal.",
    "Het nieuwste cijfer wijkt niet af van de gewone schommeling.",
)
_STEADY_MIDDLE = "De cijfers liggen niet ongewoon lang aan één kant van het midden."
_STEADY_EARLIER = "{Until} past bij de gewone schommeling."
_STEADY_CHANGE = (
    "In {until} was er geen ongewone verandering.",
    "De verandering in {until} was niet ongewoon.",
    "{Until} bracht geen ongewone verandering.",
)
_STEADY_YEAR = "Het verschil tussen {until} en een jaar eerder past bij de gewone schommeling."
_WAS_UNUSUAL = "In {when} was de verandering wel ongewoon."
_LATER = "Latere kwartalen tellen nog niet mee."
_UP_TO = "Dit gaat over de tijd tot en met {until}."
# For how many quarters an unusual change is still told when the newest one is not.
_STILL_TOLD = 4
# About the direction, not about where the target lies: a figure can meet it and go away from it.
_TONES = {
    "neutraal": ("", "", ""),
    # Which way the council wants and no movement: a figure beyond a limit may be on its way back, or meet its target.
    "naar het doel": (
        "Dat is de kant die de raad wil.",
        "De raad wil die kant op.",
        "Dat past bij de richting van het doel.",
    ),
    "van het doel af": (
        "Dat is niet de kant die de raad wil.",
        "De raad wil de andere kant op.",
        "Dat past niet bij de richting van het doel.",
    ),
}
_WITHOUT_REASON = {
    Verdict.TOO_FEW: "Er zijn nog te weinig kwartalen om iets te zeggen.",
    Verdict.TOO_SMALL: "De aantallen zijn klein en schommelen vanzelf. Daarom geven wij geen signaal.",
    Verdict.NOT_SHOWN: "Het nieuwste cijfer is niet getoond. Daarom kunnen wij er niets over zeggen.",
    Verdict.NOT_JUDGED: "Dit cijfer beoordelen wij niet op signalen.",
}


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
    until = period_phrase(signal.until)
    verb, _, size = move_words(judgement).partition(" ")
    return _pick(_wordings(judgement, signal, number), variant).format(
        verb=verb,
        size=size,
        subject=subject,
        Subject=capital(subject),
        number=dutch.number(number),
        steps=dutch.number(_quarters(signal) - 1),
        since=period_phrase(signal.since),
        until=until,
        Until=capital(until),
        **(_UP if signal.direction == "omhoog" else _DOWN),
    )


def _wordings(judgement: Judgement, signal: Signal, number: int) -> tuple[str, ...]:
    if move_words(judgement):
        return _MOVED
    if signal.rule is Rule.OUTSIDE and number > 1:
        return _OUTSIDE_LONGER
    if signal.rule is Rule.TWO_OF_THREE and about_difference(judgement):
        return (_DIFFERENCE_NEAR,)
    return _FOUND[signal.rule]


def signal_sentences(edition: Edition, judgement: Judgement, variant: int = 0) -> tuple[str, ...]:
    """What is going on: of a signal what it is and whether that is towards a goal; otherwise why there is none."""
    if judgement.verdict is Verdict.SIGNAL:
        towards = _pick(_TONES[tone(edition, judgement)], variant)
        beyond = _NO_FIT if move_words(judgement) else _pick(_beyond(judgement), variant)
        told = (signal_sentence(judgement, variant), beyond, towards, *_up_to(judgement))
        return tuple(sentence for sentence in told if sentence)
    if judgement.verdict is Verdict.STEADY:
        return _steady(judgement, variant)
    return tuple(split(judgement.reason or _WITHOUT_REASON[judgement.verdict]))


def _beyond(judgement: Judgement) -> tuple[str, ...]:
    return _BEYOND if judgement.signal and judgement.signal.rule is Rule.OUTSIDE else _SELDOM


def _up_to(judgement: Judgement) -> tuple[str, ...]:
    """Up to which quarter a signal goes, where the newest one takes no part; nothing when it does."""
    return (_UP_TO.format(until=period_phrase(judgement.until)),) if _is_of_earlier(judgement) else ()


def _is_of_earlier(judgement: Judgement) -> bool:
    """Whether there is a newer quarter than the newest judged one."""
    return bool(judgement.points) and judgement.until != judgement.points[-1].period


def _steady(judgement: Judgement, variant: int) -> tuple[str, ...]:
    """What may be said without a signal; of a quarter that is not the newest with its name."""
    until, earlier = period_phrase(judgement.until), _is_of_earlier(judgement)
    if judgement.adjustment in OF_CHANGES:
        told = _pick(_STEADY_CHANGE, variant)
    elif judgement.adjustment is Adjustment.SAME_QUARTER:
        told = _STEADY_YEAR
    elif judgement.method is Method.RUN_CHART:
        told = _STEADY_MIDDLE
    else:
        told = _STEADY_EARLIER if earlier else _pick(_STEADY, variant)
    sentences = (
        told.format(until=until, Until=capital(until)),
        _was_unusual(judgement),
        _LATER if earlier else "",
    )
    return tuple(sentence for sentence in sentences if sentence)


def _was_unusual(judgement: Judgement) -> str:
    """That a change shortly before was unusual: a stock that moved to another level is silent a quarter later."""
    if judgement.adjustment not in OF_CHANGES:
        return ""
    judged = [point for point in judgement.points if point.period < judgement.until]
    recent = [point.period for point in judged[-_STILL_TOLD:] if Rule.OUTSIDE in point.rules]
    return _WAS_UNUSUAL.format(when=period_phrase(recent[-1])) if recent else ""


def newest_signal(edition: Edition, indicator: str) -> str:
    """The signal of the newest figure of the municipality, as a sentence that names it; "" where that has none.

    Of an older one, while the newest is incomplete, it says nothing: beside the newest figure that would mislead.
    """
    judgement, now = judge(edition, indicator), edition.figure(indicator)
    if judgement.signal is None or now is None or judgement.until != now.period:
        return ""
    told = lower(signal_sentence(judgement, variant_of(edition, indicator)))
    return f"Signaal: {_with_mean(edition, judgement, told)}"


def _with_mean(edition: Edition, judgement: Judgement, told: str) -> str:
    """A row of quarters on one side of the mean with that mean, so that a reader sees how far it is.

    The rules know no size: seven quarters of 5,3 weeks beside a mean of 5,2 are a signal as well.
    """
    found = usual(judgement)
    of_figure = judgement.adjustment is Adjustment.NONE and judgement.method is not Method.RUN_CHART
    if found is None or not of_figure or judgement.signal is None or judgement.signal.rule is not Rule.SHIFT:
        return told
    mean = edition.descriptions[judgement.indicator].text(found.centre)
    return dutch.sentence(f"{told.removesuffix('.')} van {mean}")


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
