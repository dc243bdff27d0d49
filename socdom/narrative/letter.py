"""What the letter to the council says of figures: few lines, because the letter is one page."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.editions.read import Edition
from socdom.narrative.changes import change_lines
from socdom.narrative.opening import budget_sentences
from socdom.narrative.overview import MARKED, MainLine, main_lines, status_note
from socdom.narrative.spending import Spending, budget_difference, key_spending, spending
from socdom.narrative.wording import in_sentence
from socdom.quarters import Quarter

_MOST_LINES, _MOST_CHANGES, _MOST_POSTS = 3, 4, 3


def letter_lines(edition: Edition) -> tuple[MainLine, ...]:
    """The main lines of the letter, at most three; spending beside a budget has a part of its own."""
    apart = {"geld"} if spending(edition) else set()
    lines = main_lines(edition, limit=_MOST_LINES + len(apart))
    return tuple(line for line in lines if line.theme not in apart)[:_MOST_LINES]


def letter_status(edition: Edition) -> str:
    """Which figures are provisional or incomplete; marks such as those of a page the letter has not."""
    return status_note(edition).removesuffix(MARKED).rstrip()


def letter_money(edition: Edition) -> tuple[str, ...]:
    """Spending beside the budget: after the fourth quarter the differences, before it the shares; () without one."""
    money = spending(edition)
    if not money:
        return ()
    told = key_spending(edition, money)[:_MOST_POSTS]
    after = budget_sentences(edition, told)
    sentences = [*after, _differences(edition, told)] if after else [_shares(edition, told)]
    return tuple(sentence for sentence in (*sentences, _certainty(told)) if sentence)


def letter_changes(edition: Edition) -> tuple[str, ...]:
    """What changed since the edition before, at most four sentences; () without one before."""
    record = edition.changes
    if record is None:
        return ()
    # That there is a new quarter the letter says itself; without anything revised, only that is new.
    told = record.model_copy(update={"new_periods": ()}) if record.revised else record
    return change_lines(edition, told)[:_MOST_CHANGES]


def _differences(edition: Edition, money: Sequence[Spending]) -> str:
    """ "Het verschil is € 100.000 voor jeugd en € 1,0 mln. voor Wmo." What is about equal is left out."""
    found = [(abs(budget_difference(pair)), _object(edition, pair)) for pair in money]
    told = [f"{dutch.euro(size)} voor {name}" for size, name in found if size]
    return f"Het verschil is {dutch.listing(told)}." if told else ""


def _shares(edition: Edition, money: Sequence[Spending]) -> str:
    quarter = Quarter.parse(money[0].realised.period)
    told = [f"{_object(edition, pair)} {dutch.percent(pair.share, 0)}" for pair in money]
    return (
        f"Van de begroting voor {quarter.year} is tot en met het {quarter.number}e kwartaal uitgegeven: "
        f"{dutch.listing(told)}."
    )


def _object(edition: Edition, pair: Spending) -> str:
    """What was spent on: "jeugd" of "Lasten jeugd"."""
    short = edition.descriptions[pair.indicator].short
    return short.partition(" ")[2] or in_sentence(short)


def _certainty(money: Sequence[Spending]) -> str:
    states = {pair.realised.status for pair in money}
    if "onvolledig" in states:
        return "Deze bedragen zijn nog onvolledig."
    return "Deze bedragen zijn voorlopig." if "voorlopig" in states else ""
