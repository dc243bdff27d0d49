"""Messages that could not be used: each one is told, and too many of them refuse the delivery."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.errors import MAX_EXAMPLES
from socdom.parameters.bronnen import Controle
from socdom.sources.examine.model import REFUSED, REMARKS, Finding
from socdom.sources.examine.words import percentage, public
from socdom.sources.messages.records import SetAside

_PLACE = "berichten"
_NOTE = "Niet alle berichten over zorg konden worden gelezen. Sommige cijfers kunnen daardoor te laag zijn."
_REMEDY = "Vraag deze berichten opnieuw."


def aside_findings(set_aside: Sequence[SetAside], read: int, settings: Controle) -> list[Finding]:
    """What it means that messages were set aside.

    Args:
        set_aside: the messages that are not used.
        read: number of messages that are.
    """
    if not set_aside:
        return []
    number = len(set_aside)
    part = percentage(number, number + read)
    shown = "; ".join(str(one) for one in set_aside[:MAX_EXAMPLES])
    more = f"; en nog {dutch.number(number - MAX_EXAMPLES)}" if number > MAX_EXAMPLES else ""
    noun = "bericht ligt" if number == 1 else "berichten liggen"
    rule = f"{dutch.number(number)} {noun} apart ({dutch.number(part, 1)} procent): {shown}{more}"
    if part > settings.berichten_apart:
        return [Finding(REFUSED, "", _PLACE, rule, _REMEDY)]
    return [Finding(REMARKS, "", _PLACE, rule, _REMEDY, public(_NOTE, number))]
