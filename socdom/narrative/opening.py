"""The opening of the overview: what is higher and lower, in whole sentences that group figures."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from socdom import dutch
from socdom.editions.read import Edition
from socdom.narrative.comparison import Comparison, State, compare
from socdom.narrative.peers import peers
from socdom.narrative.spending import Spending, budget_difference, key_spending, spending
from socdom.narrative.wording import HEIGHT, YEAR_EARLIER, capital, in_sentence, word_count

_K = TypeVar("_K")
_T = TypeVar("_T")
SENTENCE_WORDS = 20
# Beside figures of own registrations it is background how many people live somewhere, or need several laws.
BACKGROUND = frozenset({"samenhang", "bevolking"})
TELLING = (State.HIGHER, State.LOWER, State.EQUAL)
# First words of short names that are plural, so that they take "de" and "zijn".
_PLURALS = frozenset({"baten", "declaraties", "kosten", "lasten", "uitgaven"})


def lead(edition: Edition) -> str:
    """Opening of the overview: what went up or down, and spending beside budget."""
    money = spending(edition)
    aside = ({"geld"} if money else set()) | (BACKGROUND if edition.meta.own_registration else set())
    pairs = [
        pair for theme in edition.themes() if theme not in aside for pair in key_pairs(edition, theme)[:1]
    ]
    told = [*_past_sentences(pairs), *_peer_sentences(edition, pairs), *budget_sentences(edition, money)]
    return " ".join(told) or f"Dit zijn de cijfers over het sociaal domein van {edition.meta.name}."


def key_pairs(edition: Edition, theme: str) -> list[Comparison]:
    """The key figures of a theme, or all its figures where it has no key figures, each beside a year earlier."""
    descriptions = edition.indicators(theme)
    chosen = [description for description in descriptions if description.key_figure] or descriptions
    return [compare(edition, description.id) for description in chosen]


def budget_sentences(edition: Edition, money: Sequence[Spending]) -> list[str]:
    """After the fourth quarter: which spending was above, below or about at its budget; earlier nothing.

    Of the key figures, or of all spending where none is one.
    """
    told = key_spending(edition, money)
    if not told or not all(pair.year_complete for pair in told):
        return []
    names: dict[State, list[str]] = {State.HIGHER: [], State.LOWER: [], State.EQUAL: []}
    for pair in told:
        difference = budget_difference(pair)
        state = State.HIGHER if difference > 0 else State.LOWER if difference < 0 else State.EQUAL
        names[state].append(in_sentence(edition.descriptions[pair.indicator].short))
    return [
        f"{capital(spent_on(found))} zijn {HEIGHT[state]} begroot." for state, found in names.items() if found
    ]


def spent_on(names: Sequence[str]) -> str:
    """["lasten jeugd", "lasten Wmo"] → "de lasten voor jeugd en Wmo"; names that begin otherwise stay whole."""
    heads = {name.split(" ", 1)[0] for name in names}
    objects = [name.split(" ", 1)[1] for name in names if " " in name]
    if heads <= _PLURALS and len(heads) == 1 and len(objects) == len(names):
        return f"de {heads.pop()} voor {dutch.listing(objects)}"
    return f"de {dutch.listing(names)}"


def _past_sentences(pairs: Sequence[Comparison]) -> list[str]:
    """Higher first, then lower, then equal; numbers of people apart, because people say those differently."""
    sentences: list[str] = []
    said: set[str] = set()
    for state in TELLING:
        for year, found in _by(_year, [pair for pair in pairs if pair.state is state]):
            people = [pair for pair in found if _are_people(pair)]
            # The first sentence about a year says beside what; the next one is understood.
            joint = "als" if state is State.EQUAL else "dan"
            than = "" if year in said else f" {joint} {YEAR_EARLIER}"
            sentences.append(_people_sentence(people, state, year, than))
            said |= {year} if people else set()
            others = [pair for pair in found if pair not in people]
            sentences.append(_standing(others, year, f"{HEIGHT[state]} {YEAR_EARLIER}"))
    return [sentence for sentence in sentences if sentence]


def _peer_sentences(edition: Edition, pairs: Sequence[Comparison]) -> list[str]:
    """Of figures that cannot be set beside a year earlier: how they stand beside other municipalities."""
    found = [beside for pair in pairs if pair.state not in TELLING and (beside := peers(edition, pair))]
    groups = _by(lambda beside: (beside.height, _year(beside.pair)), found)
    return [_standing([beside.pair for beside in group], year, height) for (height, year), group in groups]


def _by(key: Callable[[_T], _K], items: Iterable[_T]) -> list[tuple[_K, list[_T]]]:
    """Items under their key, in the order in which the keys first come by."""
    groups: dict[_K, list[_T]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return list(groups.items())


def _year(pair: Comparison) -> str:
    """The year a figure is about; "" for a quarter, which every page names."""
    return "" if pair.now is None or "Q" in pair.now.period else pair.now.period


def _are_people(pair: Comparison) -> bool:
    """Whether one may say that there are more (or fewer, or as many) of them: the short name is their name.

    Of a rate the number of people must have moved the same way: it does not where the population grew or shrank.
    """
    noun = pair.description.counted
    if not noun or not in_sentence(pair.description.short).startswith(f"{noun} "):
        return False
    if pair.form == "aantal":
        return True
    number = pair.people_difference
    if number is None or pair.state is State.EQUAL:
        return number is not None and pair.is_rounding(number)
    return number > 0 if pair.state is State.HIGHER else number < 0


def _people_sentence(pairs: Sequence[Comparison], state: State, year: str, than: str) -> str:
    """ "Er zijn meer jongeren met jeugdhulp en meer inwoners met Wmo-hulp dan een jaar eerder." """
    start = f"In {year} waren er" if year else "Er zijn"
    if state is State.EQUAL:
        return _fitting(pairs, lambda names: f"{start} ongeveer evenveel {dutch.listing(names)}{than}.")
    amount = "meer" if state is State.HIGHER else "minder"
    return _fitting(
        pairs, lambda names: f"{start} {dutch.listing([f'{amount} {name}' for name in names])}{than}."
    )


def _standing(pairs: Sequence[Comparison], year: str, height: str) -> str:
    """ "In 2023 waren de lasten per inwoner lager dan in vergelijkbare gemeenten." """
    return _fitting(pairs, lambda names: _about(names, year, height))


def _about(names: Sequence[str], year: str, height: str) -> str:
    subject, plural = _subject(names)
    verb = ("waren" if plural else "was") if year else ("zijn" if plural else "is")
    told = f"in {year} {verb} {subject}" if year else f"{subject} {verb}"
    return f"{capital(told)} {height}."


def _subject(names: Sequence[str]) -> tuple[str, bool]:
    """Names as the subject of a sentence, and whether it is plural."""
    if all(name.split(" ", 1)[0] in _PLURALS for name in names):
        return f"de {dutch.listing(names)}", True
    if len(names) == 1:
        return f"het cijfer voor {names[0]}", False
    return f"de cijfers voor {dutch.listing(names)}", True


def _fitting(pairs: Sequence[Comparison], sentence: Callable[[Sequence[str]], str]) -> str:
    """A sentence with the names of figures; names that do not fit are left out. "" without figures."""
    names = [in_sentence(pair.description.short) for pair in pairs]
    while len(names) > 1 and word_count(sentence(names)) > SENTENCE_WORDS:
        names.pop()
    return sentence(names) if names else ""
