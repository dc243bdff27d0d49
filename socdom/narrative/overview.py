"""Sentences about an edition as a whole: main lines, leads and the note on status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from socdom import dutch
from socdom.editions.model import THEMES, Figure
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State, compare
from socdom.narrative.peers import peers
from socdom.narrative.sentences import sentence_of, statement, versus, year_of
from socdom.narrative.spending import BUDGETED, Spending, against_budget, budget_difference, spending
from socdom.narrative.wording import (
    YEAR_EARLIER,
    capital,
    difference_text,
    in_sentence,
    versus_year_earlier,
    word_count,
)
from socdom.quarters import period_phrase

SENTENCE_WORDS = 20
_TELLING = (State.HIGHER, State.LOWER, State.EQUAL)
_NO_COMPARISON = {
    State.INCOMPLETE: "Dit cijfer is nog onvolledig.",
    State.BROKEN: f"Vergelijken met {YEAR_EARLIER} kan niet: de reeks is veranderd.",
    State.ALONE: f"Vergelijken met {YEAR_EARLIER} kan niet.",
}
_GROUPS = (
    (State.HIGHER, f"Hoger dan {YEAR_EARLIER}"),
    (State.LOWER, f"Lager dan {YEAR_EARLIER}"),
    (State.EQUAL, f"Ongeveer gelijk aan {YEAR_EARLIER}"),
)


@dataclass(frozen=True)
class MainLine:
    """One main line; `before` + `strong` + `after` make one or two sentences, `strong` holds the number."""

    theme: str
    label: str
    strong: str
    before: str
    after: str


def main_lines(edition: Edition, limit: int = 5) -> tuple[MainLine, ...]:
    """The main lines of an edition, one per theme, key figures first.

    Of a theme the first key figure is told that is shown and complete; failing that, the first that is shown.
    """
    lines = [_main_line(edition, theme) for theme in edition.themes()]
    return tuple(line for line in lines if line is not None)[:limit]


def _main_line(edition: Edition, theme: str) -> MainLine | None:
    money = spending(edition) if theme == "geld" else ()
    if money:
        pair = compare(edition, money[0].indicator)
        # The sentence of the indicator names the quarter where it says "het kwartaal".
        named = sentence_of(pair) != pair.description.says
        return _line(theme, pair, against_budget(money[0], name_quarter=not named))
    pairs = [pair for pair in _key_pairs(edition, theme) if pair.value is not None]
    if not pairs:
        return None
    pair = next((pair for pair in pairs if pair.state is not State.INCOMPLETE), pairs[0])
    return _line(theme, pair, _second_sentence(edition, pair))


def _key_pairs(edition: Edition, theme: str) -> list[Comparison]:
    descriptions = edition.indicators(theme)
    chosen = [description for description in descriptions if description.key_figure] or descriptions
    return [compare(edition, description.id) for description in chosen]


def _line(theme: str, pair: Comparison, second: str) -> MainLine:
    before, after = sentence_of(pair).split("{}", 1)
    strong = pair.text(pair.value, words=True)
    noun = f" {pair.description.counted}"
    if pair.form == "aantal" and after.startswith(noun):
        strong, after = strong + noun, after.removeprefix(noun)
    after = dutch.sentence(strong + after).removeprefix(strong)
    return MainLine(theme, THEMES[theme], strong, capital(before), f"{after} {second}".rstrip())


def _second_sentence(edition: Edition, pair: Comparison) -> str:
    if pair.state not in _TELLING:
        return _without_comparison(edition, pair)
    if pair.state is State.EQUAL:
        return f"Dat is {versus_year_earlier(pair)}."
    # The comparison word of a figure ("meer") follows its difference here, as people say it.
    told = versus_year_earlier(pair).removeprefix("iets ")
    if pair.form != "aantal":
        return f"Dat is {difference_text(pair)} {told}."
    size = abs(pair.difference)
    return f"Dat {'is' if size == 1 else 'zijn'} er {pair.text(size)} {told}."


def _without_comparison(edition: Edition, pair: Comparison) -> str:
    """What is said where a year earlier cannot be: other municipalities, the year of the figure, or the reason."""
    if beside := peers(edition, pair):
        return beside.sentence(name_period=True)
    return (year_of(pair) if pair.state is State.ALONE else "") or _NO_COMPARISON[pair.state]


def lead(edition: Edition) -> str:
    """Opening of the overview: what went up or down, and spending beside budget."""
    money = spending(edition)
    # How many people live somewhere is background beside figures of own registrations.
    aside = ({"geld"} if money else set()) | ({"bevolking"} if edition.meta.own_registration else set())
    pairs = [
        pair for theme in edition.themes() if theme not in aside for pair in _key_pairs(edition, theme)[:1]
    ]
    told = [_named([p for p in pairs if p.state is state], start) for state, start in _GROUPS]
    told += [*_peer_groups(edition, pairs), *_budget_groups(edition, money)]
    sentences = [sentence for sentence in told if sentence]
    # Every page says until which quarter own registrations run, so the message can come first.
    if edition.meta.own_registration and sentences:
        return " ".join(sentences)
    return " ".join([_opening(edition), *sentences])


def _opening(edition: Edition) -> str:
    """Whose figures these are, and until when they run."""
    start = f"Dit zijn de cijfers over het sociaal domein van {edition.meta.name}"
    if edition.meta.own_registration:
        return f"{start} tot en met {period_phrase(edition.meta.period)}."
    newest = [
        figure.period for d in edition.indicators() if (figure := edition.figure(d.id)) and figure.shown
    ]
    if not newest:
        return f"{start}."
    years = list(dict.fromkeys([min(newest), max(newest)]))
    return f"{start}. De nieuwste cijfers gaan over {' tot en met '.join(map(period_phrase, years))}."


def _peer_groups(edition: Edition, pairs: Sequence[Comparison]) -> list[str]:
    """Of figures that cannot be set beside a year earlier: how they stand beside other municipalities."""
    found = [beside for pair in pairs if pair.state not in _TELLING and (beside := peers(edition, pair))]
    groups: dict[str, list[Comparison]] = {}
    for beside in found:
        words = {State.HIGHER: "Hoger dan in", State.LOWER: "Lager dan in"}
        start = f"{words.get(beside.pair.state, 'Ongeveer gelijk aan')} {beside.place}"
        groups.setdefault(start, []).append(beside.pair)
    return [_named(members, start) for start, members in groups.items()]


def _named(pairs: Sequence[Comparison], start: str) -> str:
    """ "Hoger dan een jaar eerder: ..." with the names of figures; names that do not fit are left out."""
    names = [in_sentence(pair.description.short) for pair in pairs]
    while len(names) > 1 and word_count(f"{start}: {dutch.listing(names)}") > SENTENCE_WORDS:
        names.pop()
    return f"{start}: {dutch.listing(names)}." if names else ""


def _budget_groups(edition: Edition, money: Sequence[Spending]) -> list[str]:
    """After the fourth quarter: which spending was above, below or about at its budget."""
    if not money or not all(pair.year_complete for pair in money):
        return []
    signs = [(budget_difference(pair), compare(edition, pair.indicator)) for pair in money]
    groups = [
        ([pair for sign, pair in signs if sign > 0], "Hoger dan begroot"),
        ([pair for sign, pair in signs if sign < 0], "Lager dan begroot"),
        ([pair for sign, pair in signs if sign == 0], "Ongeveer gelijk aan de begroting"),
    ]
    return [sentence for pairs, start in groups if (sentence := _named(pairs, start))]


def theme_lead(edition: Edition, theme: str) -> str:
    """Opening of a theme page: its first three key figures that are shown, a sentence each.

    Of spending it says how it stands beside the budget.
    """
    money = spending(edition) if theme == "geld" else ()
    if money:
        return " ".join(_budget_groups(edition, money) or [_share(edition, pair) for pair in money[:3]])
    pairs = [pair for pair in _key_pairs(edition, theme) if pair.value is not None][:3]
    if not pairs:
        return "Over dit thema zijn er nu geen cijfers die we kunnen tonen."
    return " ".join(_told(edition, pair) for pair in pairs)


def _share(edition: Edition, pair: Spending) -> str:
    name = edition.descriptions[pair.indicator].short
    return f"{capital(name)}: {dutch.number(pair.share)} procent van de begroting voor het hele jaar."


def _told(edition: Edition, pair: Comparison) -> str:
    sentence = capital(statement(pair, words=True))
    if pair.now is not None and "Q" not in pair.now.period:
        sentence += f" ({pair.now.period})"
    ending = "nog onvolledig" if pair.state is State.INCOMPLETE else versus(edition, pair)
    longer = f"{sentence}, {ending}" if ending else sentence
    return dutch.sentence(longer if word_count(longer) <= SENTENCE_WORDS else sentence)


def status_note(edition: Edition) -> str:
    """Which of the newest figures are provisional or incomplete; at least one sentence."""
    counted = [d for d in edition.indicators() if not d.id.startswith(BUDGETED)]
    newest = [figure for d in counted if (figure := edition.figure(d.id)) is not None and figure.shown]
    if not newest:
        return "Er zijn nu geen cijfers die we kunnen tonen."
    period = max(figure.period for figure in newest)
    # Quarters run together; the years of published figures differ, and then all of them count.
    current = [figure for figure in newest if "Q" not in figure.period or figure.period == period]
    note = _status_sentence(current, period if len({f.period for f in current}) == 1 else "")
    unfinished = [edition.descriptions[f.indicator].short for f in current if f.status == "onvolledig"]
    return " ".join(
        [note, *(f"{capital(name)}: dit cijfer is nog onvolledig." for name in unfinished)]
    ).strip()


def _status_sentence(figures: Sequence[Figure], period: str) -> str:
    """Whether finished figures are provisional, of one period where that is named; "" when none is finished."""
    states = {figure.status for figure in figures if figure.status != "onvolledig"}
    about = f" over {period_phrase(period)}" if period else ""
    if states == {"voorlopig"}:
        return f"De cijfers{about} zijn voorlopig."
    if "voorlopig" in states:
        return f"Een deel van de cijfers{about} is voorlopig."
    return f"De cijfers{about} zijn definitief." if states else ""
