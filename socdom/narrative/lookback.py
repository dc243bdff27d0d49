"""What came of what earlier editions said, in Dutch; and what a figure was years ago. No cause."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.editions.lookback import ToldEdition, ToldExpected, ToldFigure, ToldSignal
from socdom.editions.model import Description, Figure
from socdom.editions.read import Edition
from socdom.judgement.lookback import Miss, miss
from socdom.quarters import period_phrase

SIGNAL_NOW = {
    "er nog": "Er nog",
    "voorbij": "Niet meer in het nieuwste cijfer",
    "door herziening": "Achteraf geen signaal",
    "niet te beoordelen": "Niet meer te beoordelen",
    "vervallen": "Het cijfer is er niet meer",
}
_NOT_NOW = {"geheim": "nu geheim", "ontbreekt": "geen cijfer meer", "onvolledig": "nog niet bekend"}
_WITHIN = {True: "Ja", False: "Nee", None: "Geen marge genoemd"}
NOTHING_BEFORE = (
    "Er is geen eerdere uitgave die wij naast deze kunnen leggen.",
    "Daarom staat hier nog niet wat er van onze woorden kwam.",
)


def said_heading(told: ToldEdition) -> str:
    """ "Wat zeiden wij in de uitgave over het 3e kwartaal 2020?" """
    return f"Wat zeiden wij in de uitgave over {period_phrase(told.edition)}?"


def said_sentence(told: ToldEdition) -> str:
    """From which day what follows is, and that lines were left out."""
    told_on = (
        f"Dit waren de hoofdlijnen. De cijfers waren toen bijgewerkt tot {dutch.day(told.figures_as_of)}."
    )
    if not told.lines:
        told_on = f"De cijfers waren toen bijgewerkt tot {dutch.day(told.figures_as_of)}."
    if not told.lines_left_out:
        return told_on
    noun = "hoofdlijn herhalen" if told.lines_left_out == 1 else "hoofdlijnen herhalen"
    left = (
        f"{dutch.number(told.lines_left_out)} {noun} wij niet: daarin kan een cijfer staan dat nu geheim is."
    )
    return f"{told_on} {left}"


def figures_sentence(figures: Sequence[ToldFigure]) -> str:
    """How many key figures are another number now."""
    revised = sum(bool(item.reason) for item in figures)
    gone = sum(item.new is None for item in figures)
    number = f"Van de {dutch.number(len(figures))} kerngetallen van toen"
    if not revised and not gone:
        return f"{number} is er geen veranderd."
    parts = [f"{'is' if revised == 1 else 'zijn'} er {dutch.number(revised)} herzien"] if revised else []
    parts += [f"{'is' if gone == 1 else 'zijn'} er {dutch.number(gone)} nu niet te tonen"] if gone else []
    return f"{number} {dutch.listing(parts)}."


def now_text(description: Description, item: ToldFigure) -> str:
    """The figure now, or why it is not there."""
    return _NOT_NOW.get(item.status, "geen cijfer meer") if item.new is None else description.text(item.new)


def outcome_text(description: Description, item: ToldExpected) -> str:
    """The amount it became, or why that is not there."""
    return (
        _NOT_NOW.get(item.status, "geen cijfer meer")
        if item.outcome is None
        else description.text(item.outcome)
    )


def miss_text(found: Miss | None) -> str:
    """ "0,6% te laag": how far what was expected lay from what it became."""
    if found is None:
        return "–"
    size = dutch.percent(abs(found.percent), 1)
    if size == dutch.percent(0.0, 1):
        return "geen verschil"
    return f"{size} te {'hoog' if found.percent > 0 else 'laag'}"


def within_text(found: Miss | None) -> str:
    """Whether the outcome lay within the range that was told."""
    return "–" if found is None else _WITHIN[found.within]


def expected_summary(items: Sequence[ToldExpected]) -> str:
    """How often what became of an amount lay within the range that was told."""
    known = [found for item in items if (found := miss(item)) is not None]
    if not known:
        return "Van geen van deze verwachtingen is de uitkomst al bekend."
    ranged = [found for found in known if found.within is not None]
    within = sum(bool(found.within) for found in ranged)
    number = f"Van {dutch.number(len(known))} van de {dutch.number(len(items))} verwachtingen is de uitkomst bekend."
    if len(items) == 1:
        number = "Van de verwachting is de uitkomst bekend."
    if not ranged:
        return number
    return f"{number} {_how_often(within, len(ranged))} binnen de marge die wij noemden."


def _how_often(within: int, among: int) -> str:
    """ "De uitkomst lag 2 van de 3 keer" """
    if within == among:
        return "De uitkomst lag" if among == 1 else "Elke uitkomst lag"
    return (
        "Geen uitkomst lag"
        if not within
        else f"De uitkomst lag {dutch.number(within)} van de {dutch.number(among)} keer"
    )


def signals_summary(items: Sequence[ToldSignal]) -> str:
    """How many signals of then are still in the figures."""
    still = sum(item.now == "er nog" for item in items)
    number = "Het signaal" if len(items) == 1 else f"Van de {dutch.number(len(items))} signalen"
    if len(items) == 1:
        return f"{number} van toen is {'er nog' if still else 'er niet meer'}."
    return f"{number} van toen {'is' if still == 1 else 'zijn'} er {dutch.number(still)} nog in de cijfers."


def states_summary(pairs: Sequence[tuple[str, str]], one: str, more: str) -> str:
    """How many goals, promises or motions stand otherwise than then.

    Args:
        pairs: state then and state now of each.
        one, more: what they are ("doel", "doelen").
    """
    changed = sum(old != new for old, new in pairs)
    number = f"{dutch.number(len(pairs))} {one if len(pairs) == 1 else more}"
    verb = "staat" if changed == 1 else "staan"
    told = "geen" if not changed else dutch.number(changed)
    return f"Van {number} {verb if changed else 'staat'} er {told} nu anders voor dan toen."


def years_finding(edition: Edition, indicator: str) -> str:
    """Heading of a line over years: the same period in the first year that may be compared, and now."""
    about, pair = edition.descriptions[indicator], years_apart(edition, indicator)
    if pair is None:
        return f"{about.short}: geen eerder jaar om mee te vergelijken"
    first, now = pair
    when = first.period[:4]
    old, new = about.text(first.value), about.text(now.value)
    if old == new:
        return f"{about.short}: {new}, net als in {when}"
    return f"{about.short}: {old} in {when}, nu {new}"


def years_apart(edition: Edition, indicator: str) -> tuple[Figure, Figure] | None:
    """The newest figure that is complete, and the same period of the first year shown that may be compared."""
    about = edition.descriptions[indicator]
    usable = [f for f in edition.series(indicator) if f.shown and f.status != "onvolledig"]
    if not usable:
        return None
    now = usable[-1]
    same = (f for f in usable[:-1] if f.period[4:] == now.period[4:])
    first = next((f for f in same if about.break_between(f.period, now.period) is None), None)
    return None if first is None else (first, now)


def what_years(quarterly: bool, quarter: int) -> str:
    """What the figures in the table of years are: of which quarter of each year."""
    return f"Van elk jaar staat er het {quarter}e kwartaal." if quarterly else "De cijfers zijn per jaar."
