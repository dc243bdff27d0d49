"""What changed between two editions, for the command line."""

from __future__ import annotations

from socdom.editions.read import open_edition
from socdom.judgement.changes import compare_editions
from socdom.narrative.changes import change_lines, signal_named, since
from socdom.narrative.wording import capital
from socdom.parameters import Places
from socdom.quarters import period_label


def changes(gemeente: str, before: str, now: str, *, places: Places | None = None) -> tuple[str, ...]:
    """What a reader of edition `before` must know of edition `now`: Dutch lines, of shown figures only.

    Raises:
        EditionError: one of the two is not there, is damaged, or is of another version of the package.
    """
    old, new = (open_edition(gemeente, name, places) for name in (before, now))
    record = compare_editions(old, new)
    revised = [
        f"  {new.descriptions[item.indicator].short}, {period_label(item.period)}: "
        f"{new.descriptions[item.indicator].text(item.old)} → {new.descriptions[item.indicator].text(item.new)}. "
        f"{item.reason}"
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
