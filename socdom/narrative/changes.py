"""What changed since the edition before, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.editions.changes import ChangesRecord, SignalChange
from socdom.editions.read import Edition
from socdom.narrative.wording import in_sentence
from socdom.quarters import period_phrase

_MOST_NAMES = 3
_SIGNALS = {
    "nieuw": ("Er kwam een signaal bij", "Er kwamen signalen bij"),
    "voorbij": ("Niet meer in het nieuwste cijfer", "Niet meer in de nieuwste cijfers"),
    "door herziening": ("Achteraf geen signaal", "Achteraf geen signaal"),
    "niet te beoordelen": ("Niet meer te beoordelen", "Niet meer te beoordelen"),
    "afgesloten": ("Afgesloten signaal", "Afgesloten signalen"),
}


def since(record: ChangesRecord) -> str:
    """ "sinds de uitgave over het 3e kwartaal 2020" """
    return f"sinds de uitgave over {period_phrase(record.before)}"


def change_lines(edition: Edition, record: ChangesRecord) -> tuple[str, ...]:
    """What changed, a sentence for each kind of change; also that figures or signals did not."""
    figures = [line for line in (_new(record.new_periods), _revised(len(record.revised))) if line]
    others = (
        *(_signals(edition, record, kind) for kind in _SIGNALS),
        _named("Nieuw in de lijst met cijfers", record.new_indicators),
        _named("Niet meer in de lijst met cijfers", record.gone_indicators),
        _named("Anders geteld of beschreven", [item.title for item in record.definitions]),
        _hidden(record),
    )
    return (*(figures or ["De cijfers zijn niet veranderd."]), *(line for line in others if line))


def signal_named(edition: Edition, item: SignalChange) -> str:
    """ "jongeren met jeugdhulp (hoger, sinds het 2e kwartaal 2019)" """
    direction = {"omhoog": "hoger", "omlaag": "lager"}[item.direction]
    return f"{name_of(edition, item.indicator)} ({direction}, sinds {period_phrase(item.since)})"


def _quoted(edition: Edition, item: SignalChange) -> str:
    """ "‘Besluit jeugd binnen acht weken’": a name that is itself half a sentence needs marks around it."""
    about = edition.descriptions.get(item.indicator)
    return f"‘{about.short if about else item.indicator}’"


def name_of(edition: Edition, indicator: str) -> str:
    """Short name of an indicator within a sentence; its id when this edition does not hold it."""
    about = edition.descriptions.get(indicator)
    return in_sentence(about.short) if about else indicator


def _new(periods: Sequence[str]) -> str:
    if not periods:
        return ""
    shown = [period_phrase(period) for period in periods if "Q" in period] or list(periods)
    return f"Nieuw zijn de cijfers over {dutch.listing(shown[-_MOST_NAMES:])}."


def _revised(number: int) -> str:
    if not number:
        return ""
    if number == 1:
        return "1 cijfer over een eerdere periode is herzien."
    return f"{dutch.number(number)} cijfers over eerdere perioden zijn herzien."


def _signals(edition: Edition, record: ChangesRecord, kind: str) -> str:
    found = [item for item in record.signals if item.kind == kind]
    if not found:
        return "Geen nieuwe signalen." if kind == "nieuw" else ""
    one, several = _SIGNALS[kind]
    names = [_quoted(edition, item) for item in found]
    return f"{one if len(found) == 1 else several}: {_listed(names)}."


def _named(words: str, names: Sequence[str]) -> str:
    return f"{words}: {_listed([in_sentence(name) for name in names])}." if names else ""


def _listed(names: Sequence[str]) -> str:
    """At most three names; of more the number of the others."""
    if len(names) <= _MOST_NAMES + 1:
        return dutch.listing(names)
    rest = f"{dutch.number(len(names) - _MOST_NAMES)} andere"
    return dutch.listing([*names[:_MOST_NAMES], rest])


def _hidden(record: ChangesRecord) -> str:
    if not record.hidden:
        return ""
    if record.hidden == 1:
        return "1 cijfer wordt niet meer getoond, om mensen te beschermen."
    return f"{dutch.number(record.hidden)} cijfers worden niet meer getoond, om mensen te beschermen."
