"""The edition before: what a new one is set beside for "wat is er veranderd"."""

from __future__ import annotations

from pathlib import Path

from socdom.editions.intact import is_intact
from socdom.editions.read import Edition
from socdom.errors import EditionError
from socdom.quarters import Quarter

# The quarter of a year ago is the last of them.
_QUARTERS = 4


def edition_before(home: Path, period: str) -> Path | None:
    """The newest quarterly edition that stands and is of an earlier quarter; None without one.

    Args:
        home: `rendered/<gemeente>`.
        period: quarter of the new edition.
    """
    made = sorted(path for path in home.glob("????Q?") if path.name < period and path.is_dir())
    return made[-1] if made else None


def earlier_editions(home: Path, period: str) -> tuple[Path, ...]:
    """The quarterly editions of the four quarters before, the one of a year ago among them; newest first.

    Args:
        home: `rendered/<gemeente>`.
        period: quarter of the new edition.
    """
    newest = Quarter.parse(period)
    places = (home / str(newest - back) for back in range(1, _QUARTERS + 1))
    return tuple(place for place in places if (place / "manifest.json").is_file())


def readable(place: Path | None) -> Edition | None:
    """That edition; None when there is none, or one that is damaged or of another version of the package."""
    if place is None or not is_intact(place):
        return None
    try:
        return Edition(place)
    except EditionError:
        return None


def not_compared(edition: Path, before: Path | None, slug: str) -> tuple[str, ...]:
    """For who runs: that `edition` does not tell what changed, where the one before could not be read; else nothing."""
    if before is None or (edition / "changes.json").is_file():
        return ()
    return (
        f"De editie {before.name} is beschadigd, of met een andere versie van socdom gemaakt. "
        "Daarom staat er niet in wat er sindsdien is veranderd. "
        f"Maak haar opnieuw met socdom quarter {before.name} -g {slug}, en daarna deze editie.",
    )
