"""Made-up use of the dashboard of Lindeveen, so that the evaluation has something to show. Nobody did any of this."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

import numpy as np

from socdom.usage.cells import DEVICE, Act, Answer, Cell, Counts, Device
from socdom.usage.periods import months_between
from socdom.usage.told import Offered

_MONTHS = ("2020-02", "2021-01")
# A month with a new report is busier, and in July and August there are no meetings.
_BUSY = {2: 1.6, 5: 1.4, 7: 0.3, 8: 0.4, 11: 1.5, 12: 0.7}
_VIEWS_PER_MONTH = 480
_DEVICES = {Device.PHONE: 0.14, Device.TABLET: 0.31, Device.COMPUTER: 0.54, Device.OTHER: 0.01}
_ANSWERS = {Answer.YES: 0.64, Answer.PARTLY: 0.24, Answer.NO: 0.12}
_RANK = 0.87  # how much less a page is seen than the one before it
_ANSWERED, _CHOSEN, _FETCHED, _ASKED, _SEARCHED = 0.09, 0.5, 0.08, 0.035, 0.11


def made_up_usage(offered: Offered, today: date, seed: int = 2020) -> Counts:
    """A year of made-up counts, as they would be kept.

    Args:
        offered: what the dashboard offers; the first page of its menu is seen more than others.
        today: of the month it is in, and of later ones, there is nothing yet.
        seed: which chance.
    """
    chance = np.random.default_rng(seed)
    found: Counts = Counter()
    for month in months_between(*_MONTHS):
        if month < today.isoformat()[:7]:
            _add_month(found, offered, month, chance)
    return found


def _add_month(found: Counts, offered: Offered, month: str, chance: np.random.Generator) -> None:
    pages = _by_interest(offered)
    weights = _RANK ** np.arange(len(pages))
    seen = chance.poisson(_VIEWS_PER_MONTH * _BUSY.get(int(month[5:]), 1.0) * weights / weights.sum())
    total = int(seen.sum())
    _put(found, month, Act.SEEN, pages, seen)
    _put(found, month, DEVICE, list(_DEVICES), chance.multinomial(total, list(_DEVICES.values())))
    by_page = dict(zip(pages, seen, strict=True))
    choosing = [page for page in offered.choices if by_page[page]]
    _put(found, month, Act.CHOSEN, choosing, [chance.binomial(by_page[page], _CHOSEN) for page in choosing])
    kinds = list(offered.downloads)
    _put(found, month, Act.DOWNLOADED, kinds, chance.poisson(_FETCHED * total, len(kinds)))
    _put(found, month, Act.ASKED, ["vraag"], [chance.poisson(_ASKED * total)])
    _put(found, month, Act.SEARCHED, ["zoeken"], [chance.poisson(_SEARCHED * total)])
    for page in pages:
        given = chance.multinomial(chance.binomial(by_page[page], _ANSWERED), list(_ANSWERS.values()))
        for answer, number in zip(_ANSWERS, given, strict=True):
            _put(found, month, answer, [page], [number])


def _by_interest(offered: Offered) -> list[str]:
    """The first two pages of the menu, the pages with a choice, and the rest."""
    pages = list(offered.pages)
    return list(dict.fromkeys([*pages[:2], *offered.choices, *pages[2:]]))


def _put(found: Counts, month: str, what: str, names: Sequence[str], numbers: Iterable[int]) -> None:
    for name, number in zip(names, numbers, strict=True):
        if number:
            found[Cell(month, what, name)] += int(number)
