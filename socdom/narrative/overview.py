"""Sentences about an edition as a whole: main lines, leads of themes and the note on status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from socdom import dutch
from socdom.editions.model import THEMES, EditionMeta, Figure
from socdom.editions.read import Edition
from socdom.judgement.likeness import BUDGETED
from socdom.narrative import phrases
from socdom.narrative.comparison import Comparison, State, compare, tells_no_change
from socdom.narrative.opening import (
    BACKGROUND,
    SENTENCE_WORDS,
    TELLING,
    budget_sentences,
    key_pairs,
    spent_on,
)
from socdom.narrative.peers import peers
from socdom.narrative.sentences import number_of, sentence_of, statement, versus, year_of
from socdom.narrative.signals import newest_signal
from socdom.narrative.spending import Spending, against_budget, spending
from socdom.narrative.wording import (
    YEAR_EARLIER,
    capital,
    difference_text,
    in_sentence,
    versus_year_earlier,
    word_count,
)
from socdom.quarters import period_phrase

_NO_COMPARISON = {
    State.INCOMPLETE: "Dit cijfer is nog onvolledig.",
    State.BROKEN: f"Vergelijken met {YEAR_EARLIER} kan niet: de reeks is veranderd.",
    State.ALONE: f"Vergelijken met {YEAR_EARLIER} kan niet.",
    State.CHANGE: "",
}


_MOST_NAMES = 4
# True on a page and in the report, where every figure has its mark.
MARKED = "Dat staat er steeds bij."


@dataclass(frozen=True)
class MainLine:
    """One main line; `before` + `strong` + `after` make one or two sentences, `strong` holds the number.

    The second sentence of a line with a `signal` tells that.
    """

    theme: str
    label: str
    strong: str
    before: str
    after: str
    signal: bool = False


def main_lines(edition: Edition, limit: int = 5) -> tuple[MainLine, ...]:
    """The main lines of an edition, one per theme, key figures first.

    Of a theme the first key figure is told that has a signal; failing that, the first that is shown and complete;
    failing that, the first that is shown. Themes with a signal come first.
    """
    found = (_main_line(edition, theme, place) for place, theme in enumerate(edition.themes()))
    lines = [line for line in found if line is not None]
    # Where not all of them fit, what is background beside the other themes gives way.
    kept = sorted(lines, key=lambda line: (not line.signal, line.theme in BACKGROUND))[:limit]
    return tuple(sorted((line for line in lines if line in kept), key=lambda line: not line.signal))


def _main_line(edition: Edition, theme: str, place: int) -> MainLine | None:
    """The line of a theme; lines that follow each other say the year before in other words."""
    money = spending(edition) if theme == "geld" else ()
    if money:
        pair = compare(edition, money[0].indicator)
        # The sentence of the indicator names the quarter where it says "het kwartaal".
        named = sentence_of(pair) != pair.description.says
        return _line(theme, pair, against_budget(money[0], name_quarter=not named))
    pairs = [pair for pair in key_pairs(edition, theme) if _can_be_told(pair)]
    if not pairs:
        return None
    for pair in pairs:
        if told := newest_signal(edition, pair.description.id):
            return replace(_line(theme, pair, told), signal=True)
    pair = next((pair for pair in pairs if pair.state is not State.INCOMPLETE), pairs[0])
    return _line(theme, pair, _second_sentence(edition, pair, place % 2))


def _can_be_told(pair: Comparison) -> bool:
    return pair.value is not None and not tells_no_change(pair)


def _line(theme: str, pair: Comparison, second: str) -> MainLine:
    before, after = sentence_of(pair).split("{}", 1)
    strong = number_of(pair, words=True)
    noun = f" {pair.description.counted}"
    if pair.form == "aantal" and after.startswith(noun):
        strong, after = strong + noun, after.removeprefix(noun)
    after = dutch.sentence(strong + after).removeprefix(strong)
    return MainLine(theme, THEMES[theme], strong, capital(before), f"{after} {second}".rstrip())


def _second_sentence(edition: Edition, pair: Comparison, variant: int) -> str:
    if pair.state not in TELLING:
        return _without_comparison(edition, pair)
    if pair.state is State.EQUAL:
        return dutch.sentence(f"Dat is {phrases.about_equal(variant)}")
    if variant:
        return phrases.was(pair, YEAR_EARLIER, pair.earlier)
    # The comparison word of a figure ("meer") follows its difference here, as people say it.
    told = versus_year_earlier(pair).removeprefix("iets ")
    if pair.form != "aantal":
        return f"Dat is {difference_text(pair)} {told}."
    size = abs(pair.difference)
    return f"Dat {'is' if size == 1 else 'zijn'} er {pair.text(size)} {told}."


def _without_comparison(edition: Edition, pair: Comparison) -> str:
    """What is said where a year earlier cannot be: other municipalities, the year of the figure, or the reason."""
    if beside := peers(edition, pair):
        return f"{year_of(pair)} {beside.sentence()}".lstrip()
    return (year_of(pair) if pair.state is State.ALONE else "") or _NO_COMPARISON[pair.state]


def theme_lead(edition: Edition, theme: str) -> str:
    """Opening of a theme page: its first three key figures that are shown, a sentence each.

    Of spending it says how it stands beside the budget.
    """
    money = spending(edition) if theme == "geld" else ()
    if money:
        return " ".join(budget_sentences(edition, money) or [_share(edition, pair) for pair in money[:3]])
    pairs = [pair for pair in key_pairs(edition, theme) if _can_be_told(pair)][:3]
    if not pairs:
        return "Over dit thema zijn er nu geen cijfers die we kunnen tonen."
    return " ".join(_told(edition, pair, place % 2) for place, pair in enumerate(pairs))


def _share(edition: Edition, pair: Spending) -> str:
    name = spent_on([in_sentence(edition.descriptions[pair.indicator].short)])
    return f"{capital(name)} zijn {dutch.number(pair.share)} procent van de begroting voor het hele jaar."


def _told(edition: Edition, pair: Comparison, variant: int) -> str:
    """A key figure in a sentence, beside the year before: in words, or with its number."""
    sentence = capital(statement(pair, words=True))
    if year_of(pair) and pair.now is not None:
        sentence += f" ({pair.now.period})"
    ending = "nog onvolledig" if pair.state is State.INCOMPLETE else versus(edition, pair)
    longer = f"{sentence}, {ending}" if ending else sentence
    if variant and pair.state is State.EQUAL:
        longer = f"{sentence}, {phrases.about_equal(1)}"
    elif variant and pair.state in (State.HIGHER, State.LOWER):
        longer = f"{sentence}; {YEAR_EARLIER} was dat {phrases.bare_earlier(pair, words=True)}"
    return dutch.sentence(longer if word_count(longer) <= SENTENCE_WORDS else sentence)


def standing(meta: EditionMeta) -> tuple[str, str]:
    """Until when the figures run, as a word and a value.

    ("Cijfers tot en met", "4e kwartaal 2020"), or ("Stand", "15 februari 2025") where there are figures of
    years alone, of which the newest years differ.
    """
    if meta.own_registration:
        return "Cijfers tot en met", meta.quarter.label
    return "Stand", dutch.day(meta.figures_as_of)


def status_note(edition: Edition) -> str:
    """Which of the newest figures are provisional or incomplete; at least one sentence."""
    counted = [d for d in edition.indicators() if not d.id.startswith(BUDGETED)]
    newest = [figure for d in counted if (figure := edition.figure(d.id)) is not None and figure.shown]
    if not newest:
        return "Er zijn nu geen cijfers die we kunnen tonen."
    period = max(figure.period for figure in newest)
    # Quarters run together, and a year beside them says its status itself. The years of published figures differ:
    # where there are no quarters, all of them count.
    current = [figure for figure in newest if "Q" not in period or figure.period == period]
    note = _status_sentence(current, period if len({f.period for f in current}) == 1 else "")
    unfinished = [edition.descriptions[f.indicator].short for f in newest if f.status == "onvolledig"]
    return " ".join(part for part in (note, _unfinished_sentence(unfinished)) if part)


def _unfinished_sentence(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{capital(names[0])}: dit cijfer is nog onvolledig."
    if len(names) > _MOST_NAMES:
        return f"Nog onvolledig zijn {dutch.number(len(names))} cijfers. {MARKED}"
    named = dutch.listing([in_sentence(name) for name in names])
    return f"Deze cijfers zijn nog onvolledig: {named}." if names else ""


def _status_sentence(figures: Sequence[Figure], period: str) -> str:
    """Whether finished figures are provisional, of one period where that is named; "" when none is finished."""
    states = {figure.status for figure in figures if figure.status != "onvolledig"}
    about = f" over {period_phrase(period)}" if period else ""
    if states == {"voorlopig"}:
        return f"De cijfers{about} zijn voorlopig."
    if "voorlopig" in states:
        return f"Een deel van de cijfers{about} is voorlopig."
    return f"De cijfers{about} zijn definitief." if states else ""
