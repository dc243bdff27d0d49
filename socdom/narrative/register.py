"""The words of the signal register: how many signals there are, what each is, and how it stands."""

from __future__ import annotations

from dataclasses import replace

from socdom import dutch
from socdom.editions.model import Figure
from socdom.editions.read import Edition
from socdom.judgement.false_alarms import false_signal_rate
from socdom.judgement.labels import signal_words
from socdom.judgement.model import OF_CHANGES, Adjustment, Judgement, Method, Rule, Signal, Verdict
from socdom.judgement.register import Followed, Register, Standing
from socdom.judgement.usual import judged_quarters
from socdom.narrative.comparison import compare
from socdom.narrative.sentences import statement
from socdom.narrative.wording import capital, in_sentence
from socdom.quarters import period_phrase

# A stock is judged on its changes: one that moved to another level and stays there is silent from the next quarter on.
_LEVEL = "Het cijfer kan wel op het nieuwe niveau zijn gebleven."
NO_NEW = "Geen nieuwe signalen"
NOBODY = "Nog niet opgeschreven"
YEARLY_ONLY = (
    "Van deze gemeente zijn er alleen cijfers per jaar.",
    "Die beoordelen wij niet op signalen: daarvoor zijn cijfers per kwartaal nodig.",
    "Dat betekent niet dat er niets aan de hand is.",
)
# What is done before and beside the rules, for who wants to know how a signal comes about.
METHOD = (
    "Elk cijfer schommelt. Wij berekenen per cijfer hoe groot de gewone schommeling is.",
    "Daaruit volgen een gemiddelde, een bovengrens en een ondergrens.",
    "Zijn er weinig kwartalen? Dan kijken wij alleen naar het midden: de helft ligt hoger, de helft lager.",
    "Past het nieuwste cijfer bij een van de regels hieronder? Dan is er een signaal.",
    "Een signaal zegt niet of iets goed of slecht is, en niet waarom het zo is.",
)
# Rule → its name, and what it asks of a figure.
RULES = {
    Rule.OUTSIDE: (
        "Buiten de grenzen",
        "Het nieuwste cijfer ligt boven de bovengrens of onder de ondergrens.",
    ),
    Rule.TREND: (
        "Zeven op rij dezelfde kant op",
        "Zeven of meer cijfers op rij stijgen steeds, of dalen steeds.",
    ),
    Rule.TWO_OF_THREE: (
        "Twee van drie dicht bij de grens",
        "Van drie cijfers op rij liggen er twee dicht bij dezelfde grens, of erbuiten.",
    ),
    Rule.SHIFT: (
        "Zeven op rij aan één kant",
        "Zeven of meer cijfers op rij liggen boven het gemiddelde, of eronder.",
    ),
    Rule.LONG_RUN: (
        "Lange reeks aan één kant",
        "Bij weinig kwartalen: ongewoon veel cijfers op rij liggen aan één kant van het midden.",
    ),
    Rule.FEW_CROSSINGS: (
        "Weinig wisselingen",
        "Bij weinig kwartalen: de cijfers gaan ongewoon weinig keer over het midden heen.",
    ),
}
STANDINGS = {
    Standing.NEW: "Nog niet bekeken",
    Standing.WATCHED: "Wordt bekeken",
    Standing.EXPLAINED: "Verklaard",
    Standing.GONE: "Niet meer in de cijfers",
    Standing.NOT_JUDGED: "Nu niet te beoordelen",
    Standing.CLOSED: "Afgesloten",
}
_NOTED = "Opgemerkt"


def heading(found: Register) -> str:
    """How many signals there are, and how many nobody looked at; as a heading.

    A signal nobody looked at may be years old, and one that people explained may be of this quarter: what came in
    since the edition before is told by `socdom.narrative.changes`.
    """
    if not found.has_quarters:
        return "Geen signalen: alleen cijfers per jaar"
    if not found.judged and not found.open:
        return "Nog geen cijfers beoordeeld"
    if not found.open:
        return NO_NEW
    every, unseen = len(found.open), len(found.new)
    if not unseen:
        return f"{_signals(every)}, {'' if every == 1 else 'allemaal '}al bekeken"
    which = "" if unseen == every else f"waarvan {dutch.number(unseen)} "
    return f"{_signals(every)}, {which}nog niet bekeken"


def judged_sentence(found: Register) -> str:
    """How many series were judged."""
    if not found.judged:
        return "Er zijn nu geen cijfers die wij op signalen kunnen beoordelen."
    verb = "is" if found.judged == 1 else "zijn"
    return f"{capital(figures(found.judged))} {verb} op signalen beoordeeld."


def chance_sentence(expected: float) -> str:
    """How many signals are expected while nothing is going on.

    Args:
        expected: number of false signals expected in one quarter.
    """
    if expected < 0.5:
        return "Door toeval verwachten wij daarbij minder dan 1 signaal per kwartaal."
    number = dutch.number(expected)
    noun = "signaal" if number == "1" else "signalen"
    return f"Ook als er niets verandert, geeft toeval daarbij ongeveer {number} {noun} per kwartaal."


def finding(edition: Edition, item: Followed) -> str:
    """What stands out, as a heading: "Wachttijd jeugdhulp: blijvend hoger"."""
    description = edition.descriptions[item.indicator]
    place = "" if item.area == edition.meta.code else f", {edition.area_name(item.area)}"
    return f"{description.short}{place}: {signal_words(_as_signal(item))}"


def _as_signal(item: Followed) -> Judgement:
    """The judgement with the signal that is followed, also where the figures do not give it any more.

    How the series is judged now tells nothing of a signal that was there before: it is named after the figure itself.
    """
    if item.signal is not None:
        return item.judgement
    signal = Signal(item.indicator, item.area, item.rule, item.direction, item.since, item.judgement.until)
    return replace(item.judgement, verdict=Verdict.SIGNAL, adjustment=Adjustment.NONE, signal=signal)


def figure_sentence(edition: Edition, item: Followed) -> str:
    """The newest judged figure of a series: "Jongeren wachten 4,4 weken op jeugdhulp."; "" where none is shown."""
    now = _newest(edition, item)
    if now is None:
        return ""
    pair = compare(edition, item.indicator, now.period, item.area)
    return dutch.sentence(capital(statement(pair, words=True)))


def figure_period(edition: Edition, item: Followed) -> str:
    """Of which quarter that figure is, and whether it may still change: "4e kwartaal 2020, voorlopig"; "" without."""
    now = _newest(edition, item)
    if now is None:
        return ""
    return now.period_label if now.status == "definitief" else f"{now.period_label}, {now.status}"


def _newest(edition: Edition, item: Followed) -> Figure | None:
    until = item.judgement.until
    now = edition.figure(item.indicator, until, item.area) if until else None
    return now if now is not None and now.shown else None


def rule_text(rule: Rule) -> str:
    """A rule as it is printed beside a signal: its name and what it asks."""
    name, asks = RULES[rule]
    return f"{name}. {asks}"


def certainty(judgement: Judgement) -> str:
    """What the judgement rests on, in Dutch; "" when the series is not judged."""
    if not judgement.stretches:
        return ""
    stretch = judgement.stretches[-1]
    count = judged_quarters(judgement, stretch)
    if judgement.method is Method.RUN_CHART:
        return f"Minder zeker: er zijn pas {dutch.number(count)} kwartalen en nog geen grenzen."
    if stretch.baseline is not None:
        first, last = (period_phrase(period) for period in (stretch.baseline.first, stretch.baseline.last))
        chance = dutch.number(100 * false_signal_rate(judgement))
        return (
            f"Vastgezette grenzen, uit {first} tot en met {last}. "
            f"Ook als er niets verandert, geeft toeval hier ongeveer {chance} van de 100 keer een signaal."
        )
    if stretch.trial:
        return f"Voorlopige grenzen, uit {dutch.number(count)} kwartalen."
    return f"Grenzen uit {dutch.number(count)} kwartalen."


def gone_sentence(item: Followed) -> str:
    """Why a signal that people follow is not among those of the figures; "" when it is."""
    if item.standing is Standing.GONE:
        level = f"{_LEVEL} " if item.judgement.adjustment in OF_CHANGES else ""
        return f"De cijfers geven dit signaal niet meer. {level}Niemand heeft het nog afgesloten."
    if item.standing is Standing.NOT_JUDGED:
        return "De cijfers zijn nu niet te beoordelen. Wij weten dus niet of dit nog speelt."
    if item.standing is Standing.CLOSED and item.signal is not None:
        return "De cijfers geven dit signaal nog wel."
    return ""


def reason(judgement: Judgement) -> str:
    """Why a series is not judged; the same for series of which the same is the matter."""
    return judgement.reason or "Dit cijfer beoordelen wij niet op signalen."


def role_head(item: Followed) -> str:
    """What stands before the role: who looks at it, or who did."""
    done = item.standing in (Standing.EXPLAINED, Standing.CLOSED)
    return "Door wie" if done else "Wie kijkt ernaar"


def standing_text(item: Followed) -> str:
    """How it stands, by whom and since when, in one line: "Wordt bekeken, teamleider jeugd, 18 februari 2021"."""
    who = (item.role, dutch.unbroken(dutch.day(item.day))) if item.day else ()
    return ", ".join((standing_words(item.standing, noted=item.record is not None), *who))


def standing_words(standing: Standing, *, noted: bool) -> str:
    """How it stands with a signal; of a new one people may have written that they saw it, and no more (`noted`)."""
    return _NOTED if noted and standing is Standing.NEW else STANDINGS[standing]


def step_words(state: str, role: str) -> str:
    """ "Wordt bekeken door de beleidsadviseur jeugd"."""
    by = f"door de {in_sentence(role)}"
    return {
        "nieuw": f"{_NOTED} {by}",
        "wordt bekeken": f"Bekeken {by}",
        "verklaard": f"Verklaard {by}",
        "afgesloten": f"Afgesloten {by}",
    }.get(state, capital(state))


def more_sentence(number: int) -> str:
    """How many signals a short list leaves out; "" when it leaves out none."""
    if not number:
        return ""
    verb = "staat" if number == 1 else "staan"
    return f"Nog {_signals(number)} {verb} op de pagina Signalen van het dashboard."


def figures(number: int) -> str:
    """ "61 cijfers"."""
    return "1 cijfer" if number == 1 else f"{dutch.number(number)} cijfers"


def _signals(number: int) -> str:
    return "1 signaal" if number == 1 else f"{dutch.number(number)} signalen"
