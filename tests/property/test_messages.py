"""A made-up history of care, told in messages in any order, gives the rows of that history."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdom.sources.messages.read import read_messages, rows_of
from socdom.sources.messages.records import Allocation, Client, Performance, Rejection, Request, Start, Stop
from tests.lib.messages import Sent, answer, bsns, loose_schemas, write

BSNS = bsns(4)
PROVIDERS = ("42420001", "42420002")
BORN = {bsn: f"19{50 + number}-03-0{number + 1}" for number, bsn in enumerate(BSNS)}
ZERO = date(2024, 1, 1)
# Reason of the municipality → of the end of care, as the code lists say (07 differs between the laws).
TOLD = {"": "", "03": "36", "05": "36", "09": "38", "06": "39", "04": "", "12": ""}


def day(number: int) -> str:
    return str(ZERO + timedelta(days=number))


def dutch(number: int | None) -> str:
    return "" if number is None else f"{ZERO + timedelta(days=number):%d-%m-%Y}"


@dataclass
class Care:
    """What really happened with one allocation; days are numbers."""

    family: str
    number: str
    bsn: str
    provider: str
    settled: list[int]
    start: int
    end: int | None
    change: str
    deleted: bool
    stretches: list[tuple[int, int | None, str]]
    referrer: str
    lines: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def law(self) -> str:
        return "wmo" if self.family == "wmo" else "jeugd"

    @property
    def category(self) -> str:
        return "02" if self.family == "wmo" else "45"

    @property
    def lines_left(self) -> bool:
        """Some line of a declaration was not refused."""
        return any(fate != "refused" for _, _, fate in self.lines)

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """Provision, person, provider, assigned, start, end, reason: by the history alone."""
        if self.deleted:
            return []
        reason = TOLD[self.change] if self.end is not None else ""
        found = list(self.stretches) or [(self.start, None, "")]
        first, last, why = found[-1]
        if last is None:
            found[-1] = (first, self.end, reason)
        elif why == "20" and reason:
            found[-1] = (first, last, reason)
        return [
            (
                name if n == 0 else f"{name}/{n + 1}",
                self.bsn,
                self.provider,
                dutch(self.settled[0]),
                dutch(a),
                dutch(b),
                r,
            )
            for n, (a, b, r) in enumerate(found)
        ]


@st.composite
def care(draw, number: int) -> Care:
    family = draw(st.sampled_from(("jw", "wmo")))
    start = draw(st.integers(0, 60))
    stretches = []
    at = start
    for _ in range(draw(st.integers(0, 3))):
        first = at + draw(st.integers(0, 20))
        last = first + draw(st.integers(0, 60))
        stretches.append((first, last, "20"))
        at = last + 1
    if stretches:
        first, last, _ = stretches[-1]
        stretches[-1] = draw(st.sampled_from([(first, None, ""), (first, last, "20"), (first, last, "38")]))
    end = draw(st.none() | st.integers(at, at + 300))
    settled = sorted(draw(st.lists(st.integers(0, 200), min_size=1, max_size=3, unique=True)))
    lines = [
        (
            draw(st.integers(0, 300)),
            draw(st.integers(2, 10**6)),
            draw(st.sampled_from(("kept", "refused", "corrected"))),
        )
        for _ in range(draw(st.integers(0, 3)))
    ]
    return Care(
        family, str(draw(st.integers(0, 2)) * 100 + number), draw(st.sampled_from(BSNS)), draw(st.sampled_from(PROVIDERS)),
        settled, start, end, draw(st.sampled_from(sorted(TOLD))), draw(st.integers(0, 5)) == 0, stretches,
        draw(st.sampled_from(("", "01", "02", "08"))), lines,
    )  # fmt: skip


class Post:
    """Writes a history as messages, with mistakes that are put right and messages that are refused."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.sent: list[Sent] = []

    def send(self, one: Care, number: str, at: int, *records, **more) -> Sent:
        client = Client(one.bsn, BORN[one.bsn], "1")
        message = Sent(
            one.family, number, one.provider, f"n{len(self.sent)}", day(at), (client,), records, **more
        )
        self.sent.append(message)
        return message

    def refuse(self, message: Sent, *keys) -> None:
        rejection = Rejection(keys=frozenset(keys)) if keys else Rejection(whole=True)
        self.sent.append(answer(message, f"a{len(self.sent)}", rejection))

    def tell(self, one: Care) -> None:
        reference = f"ref{one.number}" if one.referrer else ""
        if reference:
            self.send(one, "315", 0, Request(one.bsn, reference, one.referrer, 0))
        self.allocate(one, reference)
        for first, last, reason in one.stretches:
            self.begin(one, first)
            if last is not None:
                self.stop(one, first, last, reason)
        for place, line in enumerate(one.lines):
            self.declare(one, place, *line)

    def allocate(self, one: Care, reference: str) -> None:
        """Versions: the last is what stands; some are sent again later, as they were."""
        for place, settled in enumerate(one.settled):
            latest = place == len(one.settled) - 1
            end = one.end if latest else one.start + 400 + place
            change = one.change if latest else ""
            if latest and one.deleted:
                end, change = one.start, "13"
            record = Allocation(
                one.bsn, one.number, reference if place == 0 else "", one.category, day(settled), "12:00:00",
                day(one.start), "" if end is None else day(end), change, 0,
            )  # fmt: skip
            self.send(one, "301", settled, record)
            if self.random.random() < 0.3:
                self.send(one, "301", settled + self.random.randint(1, 300), record)
            if self.random.random() < 0.2:
                wrong = record._replace(end=day(999), assigned=day(900), change_reason="04")
                self.refuse(self.send(one, "301", 900, wrong))

    def begin(self, one: Care, first: int) -> None:
        right = Start(one.bsn, one.number, one.category, "", day(first), "1", 0)
        if self.random.random() < 0.4:
            wrong = right._replace(start=day(first + 7))
            self.send(one, "305", first + 1, wrong)
            self.send(one, "305", first + 8, wrong._replace(status="3"), right)
        elif self.random.random() < 0.3:
            self.send(one, "305", first + 1, right)
            self.send(one, "305", first + 2, right._replace(status="3"))
            self.send(one, "305", first + 2, right)
        else:
            self.send(one, "305", first + 1, right)
        if self.random.random() < 0.2:
            wrong = right._replace(start=day(first + 3))
            self.refuse(self.send(one, "305", first + 4, wrong), wrong.key)

    def stop(self, one: Care, first: int, last: int, reason: str) -> None:
        right = Stop(one.bsn, one.number, one.category, "", day(first), reason, day(last), "1", 0)
        if self.random.random() < 0.3:
            wrong = right._replace(end=day(last + 9))
            self.send(one, "307", last + 1, wrong)
            self.send(one, "307", last + 2, wrong._replace(status="3"), right)
        else:
            if reason != "20" and self.random.random() < 0.4:  # first for now, then for good
                self.send(one, "307", last + 1, right._replace(reason="20"))
            self.send(one, "307", last + 3, right)

    def declare(self, one: Care, place: int, begin: int, cents: int, fate: str) -> None:
        name = f"{one.family}{one.number}.{place}"
        line = Performance(one.bsn, name, "", one.number, one.category, day(begin), 5, "04", cents, 0)
        message = self.send(one, "323", begin + 40, line, declared=day(begin + 39))
        if fate == "refused":
            self.refuse(message, line.key)
        if fate == "corrected":
            credit = line._replace(reference=f"{name}c", previous=name, cents=-cents, volume=-5)
            better = line._replace(reference=f"{name}n", cents=cents // 2, volume=3)
            self.send(one, "323", begin + 70, credit, better, declared=day(begin + 69))
        if self.random.random() < 0.2 and fate == "kept":
            self.send(one, "323", begin + 80, line, declared=day(begin + 79))


@st.composite
def histories(draw) -> tuple[list[Care], list[Sent]]:
    cares = [draw(care(number)) for number in range(draw(st.integers(1, 4)))]
    seen: dict[tuple[str, str], Care] = {}
    cares = [seen.setdefault((one.family, one.number), one) for one in cares]
    cares = list({id(one): one for one in cares}.values())
    post = Post(draw(st.integers(0, 10**6)))
    for one in cares:
        post.tell(one)
    return cares, post.sent


def names(cares: list[Care]) -> dict[tuple[str, str], str]:
    """What a provision is called: its number, with the law in front when both laws have it."""
    used = [(one.law, one.number) for one in cares if not one.deleted or one.lines_left]
    return {
        (law, number): f"{law} {number}" if sum(other == number for _, other in used) > 1 else number
        for law, number in ((one.law, one.number) for one in cares)
    }


def check(cares: list[Care], parts) -> None:
    called = names(cares)
    for law in ("wmo", "jeugd"):
        own = [one for one in cares if one.law == law]
        expected = sorted(row for one in own for row in one.rows(called[law, one.number]))
        if f"voorzieningen_{law}" not in parts:
            assert own == []
            continue
        texts = parts[f"voorzieningen_{law}"].texts
        columns = ["provision", "person", "provider", "assigned", "start", "end", "end_reason"]
        assert sorted(texts[columns].itertuples(index=False, name=None)) == expected
        if law == "jeugd":
            referrers = {called[law, one.number]: one.referrer for one in own}
            found = {row.provision: row.referrer for row in texts.itertuples()}
            assert all(referrer == referrers[name.split("/")[0]] for name, referrer in found.items())
    check_declarations(cares, called, parts)
    persons = {one.bsn for one in cares if one.lines_left or not one.deleted}
    found = parts["clienten"].texts["person"] if "clienten" in parts else []
    assert set(found) == persons


def check_declarations(cares: list[Care], called: dict[tuple[str, str], str], parts) -> None:
    expected = []
    for one in cares:
        name = called[one.law, one.number]
        for begin, cents, fate in one.lines:
            if fate != "refused":
                expected.append((name, dutch(begin), dutch(begin + 39), 5, cents))
            if fate == "corrected":
                expected.append((name, dutch(begin), dutch(begin + 69), -5, -cents))
                expected.append((name, dutch(begin), dutch(begin + 69), 3, cents // 2))
    found = []
    if "declaraties" in parts:
        for row in parts["declaraties"].texts.itertuples():
            euros, cents = row.amount.lstrip("-").split(",")
            amount = (int(euros) * 100 + int(cents)) * (-1 if row.amount.startswith("-") else 1)
            found.append((row.provision, row.service_start, row.received, int(row.volume), amount))
    assert sorted(found) == sorted(expected)


def in_any_order(history: tuple[list[Care], list[Sent]], shuffle: random.Random) -> None:
    cares, messages = history
    first = rows_of([message.message() for message in messages])
    check(cares, first.parts)
    shuffled = shuffle.sample(messages, len(messages))
    second = rows_of([message.message() for message in shuffled])
    assert sorted(first.parts) == sorted(second.parts)
    assert all(first.parts[name].texts.equals(second.parts[name].texts) for name in first.parts)
    assert first.notes == second.notes


@settings(max_examples=60, deadline=None)
@given(histories(), st.randoms(use_true_random=False))
def test_the_rows_are_the_history_in_any_order(history, shuffle):
    in_any_order(history, shuffle)


@pytest.mark.long
@settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(histories(), st.randoms(use_true_random=False))
def test_the_rows_are_the_history_in_any_order_often(history, shuffle):
    in_any_order(history, shuffle)


def through_files(history, shuffle: random.Random, folder: Path, xsd: Path) -> None:
    """Names of files and folders have no meaning; what is read is what was written."""
    cares, messages = history
    place = folder / str(len(list(folder.iterdir())))
    written = shuffle.sample(messages, len(messages))
    write(place, written[::2], [f"{shuffle.randrange(10**9)}_{n}.xml" for n in range(len(written))])
    write(place / "later", written[1::2])
    found = read_messages(place, xsd, "GM0766")
    assert found.set_aside == ()
    assert sum(found.counts.values()) == len(messages)
    check(cares, found.parts)


@pytest.fixture(scope="module")
def schemas(tmp_path_factory) -> Path:
    return loose_schemas(tmp_path_factory.mktemp("xsd"))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(history=histories(), shuffle=st.randoms(use_true_random=False))
def test_the_rows_are_the_history_through_files(tmp_path, schemas, history, shuffle):
    through_files(history, shuffle, tmp_path, schemas)


@pytest.mark.long
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(history=histories(), shuffle=st.randoms(use_true_random=False))
def test_histories_are_valid_by_the_standard(tmp_path, shared_data, history, shuffle):
    """Without answers of the Wmo, whose schemas are not there."""
    cares, messages = history
    cares = [one for one in cares if one.family == "jw"]
    messages = [message for message in messages if message.family == "jw"]
    if cares:
        through_files((cares, messages), shuffle, tmp_path, shared_data / "istandaarden")
