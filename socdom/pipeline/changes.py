"""What changed between two editions, for the command line."""

from __future__ import annotations

from socdom.editions.model import Description
from socdom.editions.put_back import ACTUEEL
from socdom.editions.read import Edition, open_edition
from socdom.errors import Fault, ParameterError
from socdom.judgement.changes import compare_editions
from socdom.narrative.changes import change_lines, signal_named, since
from socdom.narrative.wording import capital
from socdom.parameters import Places, load_gemeente
from socdom.quarters import Quarter, period_label


def changes(gemeente: str, before: str, now: str, *, places: Places | None = None) -> tuple[str, ...]:
    """What a reader of edition `before` must know of edition `now`: Dutch lines, of shown figures only.

    Args:
        before, now: a quarter ("2020Q4"), or "actueel".

    Raises:
        ParameterError: the municipality is unknown, a name is no edition's, or `before` is the later one: then each
            line would say the opposite of what happened.
        EditionError: one of the two is not there, is damaged, or is of another version of the package.
    """
    places = places or Places.from_environment()
    load_gemeente(places.parameters / gemeente)
    old, new = (open_edition(gemeente, _name(name), places) for name in (before, now))
    if _age(old) > _age(new):
        rule = f"noem eerst de eerdere editie, dan de latere; gevonden: {before} en {now}"
        raise ParameterError(Fault(f"gemeente {gemeente}", rule, remedy="Draai de twee om."))
    record = compare_editions(old, new)
    revised = [
        f"  {new.descriptions[item.indicator].short}, {period_label(item.period)}: "
        f"{_both(new.descriptions[item.indicator], item.old, item.new)} {item.reason}"
        for item in record.revised
    ]
    signals = [f"  {capital(item.kind)}: {signal_named(new, item)}" for item in record.signals]
    defined = [f"  {item.title}: {', '.join(item.what)}" for item in record.definitions]
    return (
        capital(f"{since(record)}:"),
        *change_lines(new, record),
        *(("Herzien:", *revised) if revised else ()),
        *(("Signalen:", *signals) if signals else ()),
        *(("Anders geteld of beschreven:", *defined) if defined else ()),
    )


def _name(typed: str) -> str:
    return typed if typed == ACTUEEL else str(Quarter.parse(typed))


def _age(edition: Edition) -> tuple[str, bool]:
    """Of the same quarter the current edition is the later one, or was made together with the other."""
    return edition.meta.period, edition.meta.kind == "actueel"


def _both(description: Description, old: float, new: float) -> str:
    """Old and new, closed by one full stop: an amount in millions ends in one."""
    return f"{description.text(old)} → {description.text(new)}".removesuffix(".") + "."
