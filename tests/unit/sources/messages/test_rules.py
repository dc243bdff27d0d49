"""What messages together say, worked out by hand: allocations, starts and stops, requests, declarations, answers."""

from __future__ import annotations

import re

import pytest

from socdom.sources.messages.read import rows_of
from socdom.sources.messages.records import Allocation, Client, Performance, Rejection, Request, Start, Stop
from tests.lib.messages import Sent, answer, bsns

ANNA, BERT, CARL = bsns(3)
AGB, OTHER = "42420001", "42420002"
_count = iter(range(10**6))


def sent(number, dated, *records, family="jw", provider=AGB, born="2010-02-03", sex="2", **more):
    clients = tuple(Client(bsn, born, sex) for bsn in dict.fromkeys(record.bsn for record in records))
    return Sent(family, number, provider, f"n{next(_count)}", dated, clients, records, **more)


def given(number="101", start="2024-01-10", end="", *, at="2024-01-04", time="10:00:00", **more):
    base = {"bsn": ANNA, "reference": "", "category": "45", "change_reason": "", "line": 0}
    return Allocation(**(base | more), number=number, start=start, end=end, assigned=at, time=time)


def began(start, status="1", number="101", bsn=ANNA):
    return Start(bsn, number, "45", "45A01", start, status, 0)


def stopped(start, end, reason="31", status="1", number="101", bsn=ANNA):
    return Stop(bsn, number, "45", "45A01", start, reason, end, status, 0)


def declared(reference, cents, volume=10, *, previous="", number="101", start="2024-02-01", bsn=ANNA):
    return Performance(bsn, reference, previous, number, "45", start, volume, "04", cents, 0)


def rows(*messages, law="jeugd"):
    """The provisions as (number, start, end, reason), the same whatever the order of the messages."""
    read = [message.message(file) for file, message in enumerate(messages)]
    found = [rows_of(order).parts.get(f"voorzieningen_{law}") for order in (read, read[::-1])]
    first, second = (raw.texts if raw else None for raw in found)
    if first is None:
        assert second is None
        return []
    assert first.equals(second)
    return [tuple(row) for row in first[["provision", "start", "end", "end_reason"]].itertuples(index=False)]


def text(column, *messages, part="voorzieningen_jeugd"):
    return list(rows_of([message.message() for message in messages]).parts[part].texts[column])


def notes(*messages):
    """Without the name of the delivery that some have before them."""
    found = rows_of([message.message() for message in messages]).notes
    return [re.sub("^[a-z_]+: ", "", note) for note in found]


def test_an_allocation_without_a_start_has_its_own_days():
    assert rows(sent("301", "2024-01-05", given(end="2024-06-30"))) == [
        ("101", "10-01-2024", "30-06-2024", "")
    ]


def test_the_version_that_was_settled_last_counts_whatever_is_sent_last():
    # IV013: sent again later it keeps its date and time.
    first = given(end="2024-06-30")
    longer = given(end="2024-12-31", at="2024-05-01", change_reason="04")
    messages = [
        sent("301", "2024-01-05", first),
        sent("301", "2024-05-02", longer),
        sent("301", "2024-08-01", first),
    ]
    assert rows(*messages) == [("101", "10-01-2024", "31-12-2024", "")]
    # An extension keeps the number; the client got it on the first day.
    assert text("assigned", *messages) == ["04-01-2024"]
    assert text("change_reason", *messages) == ["04"]


def test_on_one_day_the_time_decides():
    early = given(end="2024-06-30", time="09:00:00")
    late = given(end="2024-07-31", time="09:00:01")
    assert rows(sent("301", "2024-01-05", late), sent("301", "2024-01-06", early))[0][2] == "31-07-2024"


def test_an_allocation_that_a_later_message_does_not_name_stays():
    # OP087: a 301 holds what is valid on its date, or changed.
    one, two = given("101", end="2024-02-29"), given("102", start="2024-03-01")
    assert [row[0] for row in rows(sent("301", "2024-01-05", one), sent("301", "2024-03-01", two))] == [
        "101",
        "102",
    ]


@pytest.mark.parametrize("reason", ["13", "01"])
def test_deleted_is_never_sent_also_after_a_start(reason):
    gone = given(end="2024-01-10", at="2024-01-09", change_reason=reason)
    messages = [
        sent("301", "2024-01-05", given()),
        sent("301", "2024-01-09", gone),
        sent("305", "2024-01-12", began("2024-01-11")),
    ]
    assert rows(*messages) == []
    assert "1 toewijzing is ingetrokken als verwijderd en telt niet mee." in notes(*messages)


def test_one_day_without_code_13_is_one_day():
    assert rows(sent("301", "2024-01-05", given(end="2024-01-10"))) == [
        ("101", "10-01-2024", "10-01-2024", "")
    ]


def test_start_and_stop_are_the_days_of_the_provision():
    messages = [
        sent("301", "2024-01-05", given(end="2024-12-31")),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("307", "2024-05-05", stopped("2024-01-18", "2024-05-01")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "01-05-2024", "31")]
    assert rows(*messages[:2]) == [("101", "18-01-2024", "31-12-2024", "")]
    # Only the stop is in the folder: it names the start.
    assert rows(messages[0], messages[2]) == [("101", "18-01-2024", "01-05-2024", "31")]


def test_a_pause_gives_two_rows():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("307", "2024-03-05", stopped("2024-01-18", "2024-03-01", "20")),
        sent("305", "2024-04-05", began("2024-04-01")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "01-03-2024", "20"), ("101/2", "01-04-2024", "", "")]
    assert rows(*messages[:3]) == [("101", "18-01-2024", "01-03-2024", "20")]


def test_a_stop_for_good_after_a_pause_ends_it():
    # OP378: without a start in between.
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("307", "2024-03-05", stopped("2024-01-18", "2024-03-01", "20")),
        sent("307", "2024-06-05", stopped("2024-01-18", "2024-03-01", "32")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "01-03-2024", "32")]


def test_a_stop_for_good_on_the_day_of_the_pause_counts_whatever_its_code():
    messages = [
        sent("301", "2024-01-05", given(), family="wmo"),
        sent("307", "2024-03-05", stopped("2024-01-18", "2024-03-01", "20"), family="wmo"),
        sent("307", "2024-06-05", stopped("2024-01-18", "2024-03-01", "19"), family="wmo"),
    ]
    assert rows(*messages, law="wmo") == [("101", "18-01-2024", "01-03-2024", "19")]


def test_sent_and_deleted_on_one_day_is_gone():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("305", "2024-01-20", began("2024-01-18", "3")),
    ]
    assert rows(*messages) == [("101", "10-01-2024", "", "")]


def test_the_municipality_ends_what_was_paused():
    ended = given(end="2024-05-31", at="2024-05-20", change_reason="07")
    messages = [
        sent("301", "2024-05-21", ended),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("307", "2024-03-05", stopped("2024-01-18", "2024-03-01", "20")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "01-03-2024", "35")]


def test_a_wrong_start_is_deleted_and_sent_anew():
    # IV008: in one message, as the day is part of the key.
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-08")),
        sent("305", "2024-01-22", began("2024-01-08", "3"), began("2024-01-18")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "", "")]


def test_deleted_and_sent_again_on_one_day_stands():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("305", "2024-01-22", began("2024-01-18", "3")),
        sent("305", "2024-01-22", began("2024-01-18")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "", "")]
    assert rows(*messages[:3]) == [("101", "10-01-2024", "", "")]


def test_a_deleted_stop_is_no_stop():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("307", "2024-03-05", stopped("2024-01-18", "2024-03-01")),
        sent(
            "307",
            "2024-03-08",
            stopped("2024-01-18", "2024-03-01", status="3"),
            stopped("2024-01-18", "2024-03-04"),
        ),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "04-03-2024", "31")]
    assert rows(
        *messages[:3], sent("307", "2024-03-08", stopped("2024-01-18", "2024-03-01", status="3"))
    ) == [("101", "18-01-2024", "", "")]


def test_a_second_start_while_care_runs_begins_nothing():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18")),
        sent("305", "2024-02-20", began("2024-02-18")),
        sent("307", "2024-05-05", stopped("2024-02-18", "2024-05-01")),
    ]
    assert rows(*messages) == [("101", "18-01-2024", "01-05-2024", "31")]


def test_a_start_of_someone_else_or_without_allocation_does_not_count():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("305", "2024-01-20", began("2024-01-18"), provider=OTHER),
        sent("305", "2024-01-20", began("2024-01-18", bsn=BERT)),
        sent("305", "2024-01-20", began("2024-01-18"), family="wmo"),
        sent("305", "2024-01-20", began("2024-01-18", number="999")),
        sent("305", "2024-01-20", began("2024-01-18", number="")),
    ]
    assert rows(*messages) == [("101", "10-01-2024", "", "")]
    # Each law has its own: one start came under the other law.
    told = notes(*messages)
    assert "4 starts en stops horen bij geen toewijzing in de berichten en tellen niet mee." in told
    assert "1 start of stop hoort bij geen toewijzing in de berichten en telt niet mee." in told


def test_a_start_after_the_end_of_the_allocation_does_not_count():
    messages = [
        sent("301", "2024-01-05", given(end="2024-01-31")),
        sent("305", "2024-02-20", began("2024-02-18")),
    ]
    assert rows(*messages) == [("101", "10-01-2024", "31-01-2024", "")]
    assert any("na de einddatum van de toewijzing" in note for note in notes(*messages))


@pytest.mark.parametrize(
    ("family", "code", "reason"),
    [("jw", "02", "02"), ("jw", "05", "36"), ("jw", "07", "35"), ("wmo", "07", "31"), ("wmo", "09", "38"),
     ("wmo", "06", "39"), ("wmo", "12", ""), ("wmo", "04", ""), ("wmo", "14", "")],
)  # fmt: skip
def test_without_a_stop_the_municipality_tells_the_reason(family, code, reason):
    # The column "Reden beëindiging" of WMO002 and JZ002: 31 is a move in the Wmo, and "as planned" in youth care.
    product = given(end="2024-06-30", change_reason=code, category="01" if family == "wmo" else "45")
    law = "wmo" if family == "wmo" else "jeugd"
    assert rows(sent("301", "2024-05-05", product, family=family), law=law)[0][3] == reason


def test_code_31_stays_as_it_is_in_both_laws():
    for family, law in (("wmo", "wmo"), ("jw", "jeugd")):
        messages = [
            sent("301", "2024-01-05", given(), family=family),
            sent("307", "2024-05-05", stopped("2024-01-18", "2024-05-01", "31"), family=family),
        ]
        assert rows(*messages, law=law) == [("101", "18-01-2024", "01-05-2024", "31")]


def test_a_far_end_is_open():
    far = given(end="9999-12-31", change_reason="03")
    assert rows(sent("301", "2024-01-05", far)) == [("101", "10-01-2024", "", "")]


def test_the_category_of_an_open_allocation_comes_from_care_or_declaration():
    open_ = sent("301", "2024-01-05", given(category=""))
    assert rows(open_) == []
    assert any("geen productcategorie" in note for note in notes(open_))
    declaration = sent("323", "2024-03-01", declared("r1", 100), declared="2024-03-01")
    assert text("category", open_, declaration) == ["45"]
    assert text("category", open_, sent("305", "2024-01-20", began("2024-01-18"))) == ["45"]


def test_a_number_of_both_laws_has_the_law_in_front():
    # TR332: unique within a law.
    messages = [
        sent("301", "2024-01-05", given("7")),
        sent("301", "2024-01-05", given("7", category="01"), family="wmo"),
    ]
    assert [row[0] for row in rows(*messages)] == ["jeugd 7"]
    assert [row[0] for row in rows(*messages, law="wmo")] == ["wmo 7"]
    declaration = sent("323", "2024-03-01", declared("r1", 100, number="7"), declared="2024-03-01")
    assert text("provision", *messages, declaration, part="declaraties") == ["jeugd 7"]


def test_the_referrer_of_the_request_that_the_allocation_answers():
    request = sent("315", "2024-01-01", Request(ANNA, "ref1", "02", 0))
    later = given(at="2024-05-01", end="2024-12-31")  # TR379: the reference stands in the first version only
    messages = [request, sent("301", "2024-01-05", given(reference="ref1")), sent("301", "2024-05-01", later)]
    assert text("referrer", *messages) == ["02"]
    assert text("referrer", sent("301", "2024-01-05", given(reference="ref2")), request) == [""]
    other = sent("315", "2024-01-01", Request(ANNA, "ref1", "02", 0), provider=OTHER)
    assert text("referrer", other, messages[1]) == [""]
    refused = answer(request, "a1", Rejection(keys=frozenset({request.records[0].key})))
    assert text("referrer", *messages, refused) == [""]


def test_one_number_for_two_clients_is_told():
    messages = [
        sent("301", "2024-01-05", given()),
        sent("301", "2024-02-05", given(bsn=BERT, at="2024-02-05")),
    ]
    assert text("person", *messages) == [BERT]
    assert text("assigned", *messages) == ["05-02-2024"]
    assert any("meer dan één cliënt" in note for note in notes(*messages))


class TestDeclarations:
    def amounts(self, *messages):
        read = [message.message(file) for file, message in enumerate(messages)]
        tables = [rows_of(order).parts["declaraties"].texts for order in (read, read[::-1])]
        assert tables[0].equals(tables[1])
        return list(tables[0]["amount"])

    def test_a_line_as_it_is(self):
        message = sent("323", "2024-03-02", declared("r1", 123456, 7), declared="2024-03-01")
        raw = rows_of([message.message()]).parts["declaraties"]
        assert raw.texts.to_dict("records") == [
            {
                "declaration": f"jeugd {AGB} r1", "provision": "101", "person": ANNA, "law": "jeugd", "category": "45",
                "provider": AGB, "service_start": "01-02-2024", "received": "01-03-2024", "volume": "7", "unit": "04",
                "amount": "1234,56",
            }
        ]  # fmt: skip
        assert set(raw.texts.dtypes.astype(str)) == {"str"}

    def test_a_correction_is_three_lines_and_the_sum_is_right(self):
        messages = [
            sent("323", "2024-03-01", declared("r1", 10005), declared="2024-03-01"),
            sent("323", "2024-04-01", declared("r2", -10005, -10, previous="r1"), declared="2024-04-01"),
            sent("323", "2024-05-01", declared("r3", 9000, 9), declared="2024-05-01"),
        ]
        assert self.amounts(*messages) == ["100,05", "-100,05", "90,00"]
        assert text("volume", *messages, part="declaraties") == ["10", "-10", "9"]
        assert not any("correctie" in note for note in notes(*messages))
        assert "1 correctie verwijst naar een regel die niet in de berichten staat." in notes(*messages[1:])

    def test_the_same_line_twice_counts_once(self):
        lines = [
            sent("323", f"2024-0{month}-01", declared("r1", 100), declared=f"2024-0{month}-01")
            for month in (3, 4)
        ]
        assert self.amounts(*lines) == ["1,00"]
        assert text("received", *lines[::-1], part="declaraties") == ["01-03-2024"]
        other = sent("323", "2024-03-01", declared("r1", 100), declared="2024-03-01", provider=OTHER)
        wmo = sent("323", "2024-03-01", declared("r1", 100), declared="2024-03-01", family="wmo")
        assert self.amounts(lines[0], other, wmo) == ["1,00"] * 3

    def test_an_answer_refuses_a_line_a_client_or_all(self):
        lines = (declared("r1", 100), declared("r2", 200), declared("r3", 400, bsn=BERT))
        message = sent("323", "2024-03-01", *lines, declared="2024-03-01")
        for rejection, left in (
            (Rejection(), ["1,00", "2,00", "4,00"]),
            (Rejection(keys=frozenset({lines[1].key})), ["1,00", "4,00"]),
            (Rejection(persons=frozenset({ANNA})), ["4,00"]),
            (Rejection(whole=True), []),
        ):
            assert self.amounts(message, answer(message, "a1", rejection)) == left

    def test_a_line_refused_as_double_leaves_the_first(self):
        first = sent("323", "2024-03-01", declared("r1", 100), declared="2024-03-01")
        again = sent("323", "2024-04-01", declared("r1", 100), declared="2024-04-01")
        refused = answer(again, "a1", Rejection(keys=frozenset({again.records[0].key})))
        assert text("received", first, again, refused, part="declaraties") == ["01-03-2024"]


def test_an_answer_refuses_an_allocation_or_a_start():
    allocation = sent("301", "2024-01-05", given(), given("102"))
    start = sent("305", "2024-01-20", began("2024-01-18"))
    no_start = answer(start, "a1", Rejection(whole=True))
    assert [row[1] for row in rows(allocation, start, no_start)] == ["10-01-2024", "10-01-2024"]
    no_second = answer(allocation, "a2", Rejection(keys=frozenset({allocation.records[1].key})))
    assert rows(allocation, start, no_second) == [("101", "18-01-2024", "", "")]
    assert "1 onderdeel is in een retourbericht afgekeurd en telt niet mee." in notes(allocation, no_second)


def test_clients_with_rows_as_the_municipality_knows_them():
    own = sent("301", "2024-01-05", given(), born="2010-02-03", sex="0")
    from_provider = sent("305", "2024-06-20", began("2024-01-18"), born="2010-02-04", sex="1")
    asked_only = sent("315", "2024-06-20", Request(CARL, "r", "02", 0))
    stranger = sent("323", "2024-03-01", declared("r1", 100, bsn=BERT), declared="2024-03-01")
    found = rows_of([m.message() for m in (from_provider, own, asked_only, stranger)])
    assert found.parts["clienten"].texts.to_dict("records") == [
        {"person": ANNA, "birth_date": "03-02-2010", "sex": "onbekend", "household": ANNA, "area": "",
         "start": "03-02-2010", "end": ""}
    ]  # fmt: skip
    assert any("Van 1 persoon met een declaratie" in note for note in found.notes)


def test_parts_are_there_when_messages_are_about_them():
    only_wmo = rows_of([sent("301", "2024-01-05", given(), family="wmo").message()])
    assert sorted(only_wmo.parts) == ["clienten", "voorzieningen_wmo"]
    assert sorted(rows_of([]).parts) == []
    nothing_left = rows_of([sent("305", "2024-01-20", began("2024-01-18")).message()])
    assert [len(raw.rows) for raw in nothing_left.parts.values()] == [0]
    assert "referrer" in nothing_left.parts["voorzieningen_jeugd"].texts
