"""Waits for who guesses passwords. They grow, and they end: nobody can shut another out for good.

Counted in the memory of the server only, so no address of anybody comes on a disk. An address without an account counts
like one with: the answers tell nothing. An attempt counts before its password is compared; many at once do not help.

Three counts: of one place (an address of the network) for one account, where waits grow from half a minute to a
quarter of an hour; of one place for all accounts, more patient, as a town hall is one place; of one account from all
places, a hundred a day (NIST SP 800-63B). The last one a stranger can use up; a new invitation then lets its owner in.
A place from which the account was logged in before has a hundred of its own, so strangers elsewhere do not reach it.
"""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

from socdom.access.accounts import normalised

_DAY = 24 * 3600.0
_MOST = 10_000  # counts that are kept
_LONGEST = 320  # characters of the longest mail address there is; what is longer has no account
_NETWORK = 64  # bits of an IPv6 address that one household or office has


@dataclass(frozen=True)
class Rule:
    """How patient a count is.

    Attributes:
        free: attempts without a wait.
        first: seconds of the first wait; each next one is twice as long.
        longest: seconds of the longest wait.
        forgotten: seconds after the last attempt, when all is forgotten.
    """

    free: int
    first: float
    longest: float
    forgotten: float


HERE = Rule(free=5, first=30, longest=15 * 60, forgotten=_DAY)
PLACE = Rule(free=30, first=2, longest=60, forgotten=3600)
ACCOUNT = Rule(free=100, first=_DAY, longest=_DAY, forgotten=_DAY)


class TooOften(Exception):
    """Somebody must wait.

    Attributes:
        seconds: how long.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass
class _Count:
    attempts: int = 0
    last: float = field(default=0.0)


class Guesses:
    """Counts of the attempts to log in that failed, or are not judged yet.

    Args:
        clock: seconds that never go back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: OrderedDict[tuple[str, ...], _Count] = OrderedDict()
        # Account and place of who logged in; who did so longest ago stands first.
        self._known: OrderedDict[tuple[str, str], None] = OrderedDict()

    def attempt(self, mail: str, place: str) -> None:
        """Count an attempt, before its password is looked at.

        Raises:
            TooOften: it is too early; then it counts not, and must not be looked at.
        """
        asked = self._asked(mail, place)
        wait = max(self._wait(key, rule) for key, rule in asked)
        if wait > 0:
            raise TooOften(wait)
        for key, _ in asked:
            count = self._counts.setdefault(key, _Count())
            count.attempts, count.last = count.attempts + 1, self._clock()
            self._counts.move_to_end(key)
        while len(self._counts) > _MOST:
            self._counts.popitem(last=False)

    def right(self, mail: str, place: str) -> None:
        """The attempt was right: it does not count for its place, and the account starts anew."""
        (here, _), (network, _), (account, _) = self._asked(mail, place)
        self._counts.pop(here, None)
        self._counts.pop(account, None)
        if network in self._counts:
            self._counts[network].attempts -= 1
        self._known[_who(mail, place)] = None
        self._known.move_to_end(_who(mail, place))
        while len(self._known) > _MOST:
            self._known.popitem(last=False)

    def forgive(self, mail: str) -> None:
        """An invitation was used: the account starts anew, from everywhere."""
        name, _ = _who(mail, "")
        for key in [key for key in self._counts if key[1:2] == (name,)]:
            del self._counts[key]
        for who in [who for who in self._known if who[0] == name]:
            del self._known[who]

    def _asked(self, mail: str, place: str) -> list[tuple[tuple[str, ...], Rule]]:
        name, network = who = _who(mail, place)
        account = ("account", *who) if who in self._known else ("account", name)
        return [(("here", name, network), HERE), (("place", "", network), PLACE), (account, ACCOUNT)]

    def _wait(self, key: tuple[str, ...], rule: Rule) -> float:
        count = self._counts.get(key)
        if count is None:
            return 0.0
        since = self._clock() - count.last
        if since >= rule.forgotten:
            del self._counts[key]
            return 0.0
        over = count.attempts - rule.free
        # The power is cut off before it becomes a number without end.
        wait = min(rule.first * 2 ** min(over, 20), rule.longest) if over >= 0 else 0.0
        return max(wait - since, 0.0)


def _who(mail: str, place: str) -> tuple[str, str]:
    return normalised(mail)[:_LONGEST], network_of(place)


def network_of(address: str) -> str:
    """Who is taken for one place: an address, or the network of an IPv6 address, of which one has billions."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return address
    if found.version == 4:
        return address
    return str(ipaddress.ip_network((found, _NETWORK), strict=False))
