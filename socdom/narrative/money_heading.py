"""The heading over spending beside the budget: the difference of each post, or how much of the budget is used."""

from __future__ import annotations

from collections.abc import Sequence

from socdom import dutch
from socdom.editions.read import Edition
from socdom.narrative.spending import Spending, budget_difference, key_spending
from socdom.narrative.wording import capital, in_sentence

_MOST = 3
_ABOVE, _BELOW = "boven de begroting", "onder de begroting"


def money_heading(edition: Edition, money: Sequence[Spending]) -> str:
    """ "Boven de begroting: jeugd € 100.000 en Wmo € 300.000; onder de begroting: bijstand € 200.000".

    While the year runs: "Van de begroting uitgegeven: jeugd 74% en Wmo 73%". At most three posts are told,
    the key figures first.

    Args:
        money: what was spent beside its budget, at least one post.
    """
    told = key_spending(edition, money)[:_MOST]
    names = _names([edition.descriptions[pair.indicator].short for pair in told])
    if not all(pair.year_complete for pair in told):
        shares = [f"{name} {dutch.percent(pair.share, 0)}" for name, pair in zip(names, told, strict=True)]
        return f"Van de begroting uitgegeven: {dutch.listing(shares)}"
    groups: dict[str, list[str]] = {_ABOVE: [], _BELOW: []}
    for name, pair in zip(names, told, strict=True):
        if difference := budget_difference(pair):
            groups[_ABOVE if difference > 0 else _BELOW].append(f"{name} {dutch.euro(abs(difference))}")
    parts = [f"{where}: {dutch.listing(found)}" for where, found in groups.items() if found]
    text = "; ".join(parts) or "de uitgaven zijn ongeveer gelijk aan de begroting"
    return capital(text)


def _names(shorts: Sequence[str]) -> list[str]:
    """["Lasten jeugd", "Lasten Wmo"] → ["jeugd", "Wmo"]; names that do not share their first word stay whole."""
    heads = {short.partition(" ")[0] for short in shorts}
    if len(heads) == 1 and all(" " in short for short in shorts):
        return [short.partition(" ")[2] for short in shorts]
    return [in_sentence(short) for short in shorts]
