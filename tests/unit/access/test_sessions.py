"""Sessions against a plain model: whatever happens in whatever order, valid is what the rules say and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from socdom.access import accounts
from socdom.access.sessions import Limits, begin, end, is_open, session_of
from socdom.access.store import hash_of, open_store
from tests.lib.access import START, WEEK

LIMITS = Limits(timedelta(hours=12), timedelta(days=7))
_HOUR = 3600.0
# "Seen" is written once a minute at most; near a limit by less than that the model says nothing.
_COARSE = 61.0


@dataclass
class Open:
    """A session as the model knows it."""

    mail: str
    begun: float
    seen: float
    ended: bool = False


class Sessions(RuleBasedStateMachine):
    """Two accounts, browsers that come and go, and time that passes."""

    codes = Bundle("codes")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp())
        self.store = open_store(self.folder)
        self.store.execute("pragma synchronous = off")
        self.now = START
        self.numbers: dict[str, str] = {}
        self.model: dict[str, Open] = {}

    def teardown(self) -> None:
        self.store.close()
        rmtree(self.folder)

    @rule(mail=st.sampled_from(["a@x.nl", "b@x.nl"]))
    def set_password(self, mail: str) -> None:
        (code,) = accounts.invite(self.store, [mail], self.now, WEEK)
        account = accounts.accept(self.store, code, "hash", self.now)
        assert account
        self.numbers[mail] = account
        self._end(mail)

    @rule(target=codes, mail=st.sampled_from(["a@x.nl", "b@x.nl"]))
    def log_in(self, mail: str) -> str:
        code = begin(self.store, self.numbers.get(mail, "niemand"), self.now, LIMITS)
        assert (code is not None) == (mail in self.numbers)
        if code:
            assert code not in self.model
            self.model[code] = Open(mail, self.now, self.now)
        return code or "geen"

    @rule(code=codes)
    def use(self, code: str) -> None:
        found = session_of(self.store, code, self.now, LIMITS)
        known = self.model.get(code)
        if known is None or known.ended:
            assert found is None
            return
        expected = self._valid(known)
        if expected is None:
            known.ended = found is None
            return
        assert (found is not None) == expected
        if found:
            assert (found.account, found.name) == (self.numbers[known.mail], hash_of(code))
            known.seen = self.now
        known.ended = not expected

    @rule(code=codes)
    def log_out(self, code: str) -> None:
        end(self.store, code)
        if code in self.model:
            self.model[code].ended = True

    @rule(mail=st.sampled_from(["a@x.nl", "b@x.nl"]))
    def revoke(self, mail: str) -> None:
        assert accounts.revoke(self.store, [mail]) == ([] if mail in self.numbers else [mail])
        self.numbers.pop(mail, None)
        self._end(mail)

    @rule(hours=st.sampled_from([0.01, 1.0, 5.0, 11.0, 13.0, 100.0]))
    def wait(self, hours: float) -> None:
        self.now += hours * _HOUR

    @invariant()
    def what_is_open_is_what_the_rules_say(self) -> None:
        for code, known in self.model.items():
            expected = False if known.ended else self._valid(known)
            if expected is not None:
                assert is_open(self.store, hash_of(code), self.now, LIMITS) == expected
        assert session_of(self.store, "verzonnen", self.now, LIMITS) is None

    def _valid(self, known: Open) -> bool | None:
        """Whether a session is valid; None where it is too close to tell."""
        left = min(known.seen + 12 * _HOUR, known.begun + 7 * 24 * _HOUR) - self.now
        return (
            None
            if -1 <= left <= _COARSE or known.seen - known.begun < _COARSE and abs(left) < _COARSE
            else left > 0
        )

    def _end(self, mail: str) -> None:
        for known in self.model.values():
            known.ended |= known.mail == mail


TestSessions = Sessions.TestCase
TestSessions.settings = settings(max_examples=30, stateful_step_count=20, deadline=None)


def test_use_is_written_once_a_minute_and_sessions_that_are_over_are_taken_out(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    (invitation,) = accounts.invite(store, ["a@x.nl"], START, WEEK)
    account = accounts.accept(store, invitation, "hash", START)
    assert account
    code = begin(store, account, START, LIMITS)
    assert code
    changes = store.total_changes
    for second in range(59):
        assert session_of(store, code, START + second, LIMITS)
    assert store.total_changes == changes
    session_of(store, code, START + 60, LIMITS)
    assert store.total_changes == changes + 1
    begin(store, account, START + 60 + 12 * _HOUR, LIMITS)
    assert store.execute("select count(*) from sessions").fetchone() == (1,)
    store.close()


def test_who_is_logged_in_reads_on_when_nothing_can_be_written(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    (invitation,) = accounts.invite(store, ["a@x.nl"], START, WEEK)
    account = accounts.accept(store, invitation, "hash", START)
    assert account
    code = begin(store, account, START, LIMITS)
    assert code
    store.execute("pragma query_only = on")  # as on a full disk
    assert session_of(store, code, START + _HOUR, LIMITS)
    assert session_of(store, code, START + 12 * _HOUR, LIMITS) is None
    store.close()
