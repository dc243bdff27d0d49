"""Iv3 deliveries in JSON: figures by hand in each regime, and deliveries that are refused."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdom.sources.delivery_spec import DELIVERIES
from socdom.sources.delivery_values import KINDS, read_values
from socdom.sources.iv3_json import read_iv3_json

SECRET = "Piet Afzender"
# The list of CBS of 2025, without the sociaal domein: makes the lasten as large as those of a municipality.
ROADS = ("2.1", "3.8", 40_000_000)


def lines(*cells):
    return [{"taakveld": t, "categorie": c, "bedrag": amount} for t, c, amount in cells]


def document(year, period, lasten, baten=(), *, made="2026-02-01T10:00:00+01:00", **metadata):
    """A delivery of Dongen as the schema wants it; lasten and baten: (taakveld, categorie, bedrag)."""
    return {
        "metadata": {
            "overheidslaag": "Gemeente",
            "overheidsnummer": "0766",
            "overheidsnaam": "Dongen",
            "boekjaar": year,
            "periode": period,
            "status": "Realisatie" if period else "Begroting",
            "datum": made,
            "details_openbaar": False,
            "financieel_pakket": "Key2Financiën",
            "export_software": "Cognos",
            **metadata,
        },
        "contact": {"naam": SECRET, "email": "p.afzender@dongen.example", "telefoon": "0612345678"},
        "data": {
            "lasten": lines(ROADS, *lasten),
            "baten": lines(*baten),
            "balans_lasten": [{"balanscode": "A111", "categorie": "6.1", "bedrag": 5}],
            "balans_baten": [],
            "balans_standen": [{"balanscode": "A111", "standper": "1-1-2026", "bedrag": 5}],
        },
    }


@pytest.fixture
def deliver(tmp_path):
    """Write documents as files and read them; text is written as it is."""

    def write(*documents, **how):
        for number, content in enumerate(documents, start=1):
            text = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
            (tmp_path / f"iv3_{number}.json").write_text(text, encoding="utf-8")
        return read_iv3_json(sorted(tmp_path.glob("*.json")), "GM0766", **how)

    return write


def cell(raw, taakveld, quarter, side="lasten"):
    rows = raw.texts
    rows = rows[rows["taakveld"].eq(taakveld) & rows["quarter"].eq(quarter) & rows["side"].eq(side)]
    assert len(rows) == 1
    return rows.iloc[0]["budget"], rows.iloc[0]["realised"]


def test_a_year_by_hand(deliver):
    raw, faults = deliver(
        document(2025, 0, [("6.3", "4.1.1", 4_000_000), ("6.3", "1.1", 500_000)], [("6.3", "4.3.1", 3e6)]),
        document(2025, 1, [("6.3", "4.1.1", 1_000_000.25), ("6.3", "7.5", 0.5), ("6.711", "3.4.1", -7)]),
        document(2025, 2, [("6.3", "4.1.1", 2_100_000)], [("6.3", "4.3.1", 1_500_000.005)]),
    )
    assert not faults
    # All categories of a taakveld together, settlements (7.5) too; the budget is that of the year.
    assert cell(raw, "6.3", "2025Q1") == ("4500000,00", "1000000,75")
    assert cell(raw, "6.3", "2025Q2") == ("4500000,00", "2100000,00")
    assert cell(raw, "6.3", "2025Q2", "baten") == ("3000000,00", "1500000,01")
    assert cell(raw, "6.711", "2025Q1") == ("0,00", "-7,00")
    # 26 taakvelden in 2025, two sides, two quarters; of roads and the balance nothing.
    assert len(raw.texts) == 26 * 2 * 2 == len(raw.rows)
    assert raw.texts["taakveld"].str.startswith("6").all()
    assert raw.rows[0] == 1
    assert raw.notes == ()


def test_the_core_reads_every_text(deliver):
    raw, _ = deliver(document(2025, 0, []), document(2025, 1, [("6.3", "4.1.1", 1e9)]))
    for column in DELIVERIES["begroting"].columns:
        _, wrong = read_values(raw.texts[column.name], KINDS[column.kind])
        assert not wrong.any()


@pytest.mark.parametrize(
    ("year", "code", "other"),
    [(2017, "6.71", "6.711"), (2022, "6.2", "6.21"), (2023, "6.71a", "6.711"), (2024, "6.82b", "6.822")]
    + [(2025, "6.791", "6.71"), (2026, "6.23", "6.2")],
)
def test_only_taakvelden_of_the_year(deliver, year, code, other):
    raw, faults = deliver(document(year, 0, [(code, "1.1", 5)]), document(year, 3, [(code, "1.1", 8)]))
    assert not faults
    assert cell(raw, code, f"{year}Q3") == ("5,00", "8,00")
    _, faults = deliver(document(year, 0, [(other, "1.1", 5)]), document(year, 3, [(code, "1.1", 8)]))
    assert f"iv3_1.json, lasten: een taakveld dat in {year} bestond (1 rij: 2)" in str(faults[0])


def test_jaarrekening_takes_the_place_of_the_fourth_quarter(deliver):
    budget = document(2024, 0, [("6.3", "1.1", 9)])
    fourth, accounts = (
        document(2024, 4, [("6.3", "1.1", 7)]),
        document(2024, 5, [("6.3", "1.1", 8)], made="2025-07-01T09:00:00Z"),
    )
    raw, _ = deliver(budget, fourth, accounts)
    assert cell(raw, "6.3", "2024Q4") == ("9,00", "8,00")
    assert "telt de jaarrekening" in " ".join(raw.notes)
    assert "geen levering van kwartaal 1, kwartaal 2 en kwartaal 3" in " ".join(raw.notes)


def test_the_newest_delivery_of_a_period_counts(deliver):
    budget = document(2025, 0, [("6.3", "1.1", 9)])
    # In UTC the second one was made first, although its clock says later.
    late = document(2025, 1, [("6.3", "1.1", 1)], made="2025-04-28T10:30:00+00:00")
    early = document(2025, 1, [("6.3", "1.1", 2)], made="2025-04-28T11:00:00+02:00")
    raw, faults = deliver(budget, late, early)
    assert not faults
    assert cell(raw, "6.3", "2025Q1")[1] == "1,00"
    assert "het 1e kwartaal van 2025: iv3_2.json is later gemaakt dan iv3_3.json" in raw.notes[0]
    # The same twice is no matter; another one of the same moment is a fault.
    _, faults = deliver(budget, late, late)
    assert not faults
    other = document(2025, 1, [("6.3", "1.1", 3)], made="2025-04-28T10:30:00+00:00")
    _, faults = deliver(budget, late, other)
    assert "iv3_2.json en iv3_3.json" in str(faults[0])


def test_a_fall_within_the_year_is_told(deliver):
    raw, faults = deliver(
        document(2025, 0, [("6.3", "1.1", 9)]),
        document(2025, 1, [("6.3", "1.1", 500)]),
        document(2025, 3, [("6.3", "1.1", 400)]),
    )
    assert not faults
    assert any("tot en met kwartaal 3 zijn lager dan die tot en met kwartaal 1" in note for note in raw.notes)


def test_reserves_do_not_count_and_are_told(deliver):
    raw, _ = deliver(document(2025, 0, []), document(2025, 1, [("6.3", "7.1", 500), ("6.3", "1.1", 1)]))
    assert cell(raw, "6.3", "2025Q1")[1] == "1,00"
    assert "1 regels op taakveld 6 gaan over reserves" in raw.notes[0]


def test_without_a_budget_or_a_quarter(deliver, tmp_path):
    raw, faults = deliver(document(2025, 1, [("6.3", "1.1", 500)]))
    assert raw is None
    assert "begroting.csv, Iv3 2025: de levering van de begroting van 2025 (periode 0) is erbij" in str(
        faults[0]
    )
    raw, faults = deliver(document(2025, 0, [("6.3", "1.1", 500)]))
    assert raw is None
    assert "ten minste één kwartaal" in str(faults[0])
    assert read_iv3_json([], "GM0766")[0] is None


def test_thousands_are_asked_for_and_guarded(deliver):
    small = document(2025, 0, [("6.3", "1.1", 12.5)]), document(2025, 1, [("6.3", "1.1", 3)])
    for one in small:
        one["data"]["lasten"][0]["bedrag"] = 60_000
    raw, faults = deliver(*small, thousands=True)
    assert not faults
    assert cell(raw, "6.3", "2025Q1") == ("12500,00", "3000,00")
    _, faults = deliver(*small)
    assert all("deze lijken in duizenden euro's te staan" in str(fault) for fault in faults[:2])
    _, faults = deliver(document(2025, 0, []), thousands=True)
    assert "deze lijken in euro's te staan" in str(faults[0])


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"overheidsnummer": "0268"}, "overheidsnummer: deze levering is niet van gemeente GM0766"),
        ({"overheidslaag": "GR"}, "niet van gemeente GM0766"),
        ({"boekjaar": 2016}, "boekjaar: een jaar vanaf 2017"),
        ({"boekjaar": 2025.5}, "boekjaar: een jaar vanaf 2017"),
        ({"boekjaar": "2025"}, "niet van de goede soort: boekjaar"),
        ({"periode": 6}, "periode: 0 (begroting)"),
        ({"periode": True}, "niet van de goede soort: periode"),
        ({"status": "Realisatie"}, "status: Begroting bij periode 0"),
        ({"datum": "28-4-2025 10:00:00"}, "datum: een dag en tijd"),
        ({"details_openbaar": "nee"}, "niet van de goede soort: details_openbaar"),
        ({SECRET: 1}, "onbekend: 1"),
    ],
)
def test_wrong_metadata(deliver, change, told):
    raw, faults = deliver(document(2025, 0, [], **change))
    assert raw is None
    assert told in str(faults[0])
    assert SECRET not in " ".join(str(fault) for fault in faults)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("text", "een regel heeft een taakveld, een categorie en een bedrag"),
        ({"taakveld": "6.3", "categorie": "1.1"}, "een regel heeft een taakveld"),
        ({"taakveld": 6.3, "categorie": "1.1", "bedrag": 1}, "zijn tekst"),
        ({"taakveld": "6.", "categorie": "1.1", "bedrag": 1}, "totalen horen er niet bij"),
        ({"taakveld": "6.3", "categorie": "Tot_cat_l", "bedrag": 1}, "totalen horen er niet bij"),
        ({"taakveld": "6.3", "categorie": "1.1", "bedrag": "1"}, "een bedrag is een getal"),
        ({"taakveld": "6.3", "categorie": "1.1", "bedrag": True}, "een bedrag is een getal"),
        ({"taakveld": "6.3", "categorie": "1.1", "bedrag": None}, "een bedrag is een getal"),
        ({"taakveld": "6.3", "categorie": "1.1", "bedrag": 10**12}, "een bedrag is een getal"),
    ],
)
def test_wrong_lines_are_counted(deliver, line, told):
    broken = document(2025, 0, [])
    broken["data"]["lasten"] += [line, line]
    raw, faults = deliver(broken)
    assert raw is None
    assert told in str(faults[0])
    assert "(2 rijen: 2, 3)" in str(faults[0])


def test_all_faults_at_once(deliver):
    missing = document(2025, 1, [])
    del missing["data"]["balans_baten"], missing["contact"]["naam"], missing["metadata"]["datum"]
    _, faults = deliver(document(2025, 0, [], overheidsnummer="1"), missing)
    text = "\n".join(str(fault) for fault in faults)
    assert "iv3_1.json, overheidsnummer" in text
    assert "iv3_2.json, metadata: deze onderdelen ontbreken: datum" in text
    assert "iv3_2.json, contact: deze onderdelen ontbreken: naam" in text
    assert "iv3_2.json, data: deze onderdelen ontbreken: balans_baten" in text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[1",
        "null",
        '{"metadata": NaN}',
        '{"metadata": -Infinity}',
        '{"metadata": 1, "metadata": 2}',
        '{"metadata": [], "contact": 1, "data": "x"}',
        "[" * 100_000 + "]" * 100_000,
        '{"metadata": ' + "9" * 5000 + "}",
        "\x00",
    ],
)
def test_what_is_no_delivery(deliver, text):
    raw, faults = deliver(text)
    assert raw is None
    assert faults[0].place.startswith("iv3_1.json")


def test_a_number_without_end_costs_nothing(deliver):
    text = json.dumps(document(2025, 0, [("6.3", "1.1", 123.5)]))
    _, faults = deliver(text.replace("123.5", "1e999999999"))
    assert "een bedrag is een getal" in str(faults[0])
    _, faults = deliver(text.replace("2025,", "1e999999999,"))
    assert "boekjaar" in str(faults[0])


def test_windows_characters_and_a_byte_order_mark(deliver, tmp_path):
    for encoding in ("cp1252", "utf-8-sig"):
        for number, period in ((1, 0), (2, 1)):
            text = json.dumps(document(2025, period, [("6.3", "1.1", 4)]), ensure_ascii=False)
            (tmp_path / f"iv3_{number}.json").write_text(text, encoding=encoding)
        raw, faults = read_iv3_json(sorted(tmp_path.glob("*.json")), "GM0766")
        assert not faults
        assert cell(raw, "6.3", "2025Q1") == ("4,00", "4,00")


def test_too_large_a_file_is_not_read(deliver, monkeypatch):
    monkeypatch.setattr("socdom.sources.iv3_json_file._MAX_BYTES", 10)
    raw, faults = deliver(document(2025, 0, []))
    assert raw is None
    assert "100 MB" in str(faults[0])


_AMOUNTS = st.lists(
    st.tuples(st.sampled_from(["6.1", "6.21", "6.92"]), st.integers(-(10**8), 10**8)), max_size=8
)


@settings(max_examples=25, deadline=None)
@given(budget=_AMOUNTS, quarter=_AMOUNTS)
def test_cents_add_up(tmp_path_factory, budget, quarter):
    """Sums in whole cents, by another road: integers."""
    folder = tmp_path_factory.mktemp("iv3")
    for number, (period, cells) in enumerate(((0, budget), (2, quarter))):
        marks = [(code, "1.1", f"@{place}@") for place, (code, _) in enumerate(cells)]
        text = json.dumps(document(2025, period, marks))
        for place, (_, cents) in enumerate(cells):
            written = f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"
            text = text.replace(f'"@{place}@"', written)
        (folder / f"{number}.json").write_text(text, encoding="utf-8")
    raw, faults = read_iv3_json(sorted(folder.glob("*.json")), "GM0766")
    assert not faults
    for code in ("6.1", "6.21", "6.92"):
        expected = [sum(cents for other, cents in cells if other == code) for cells in (budget, quarter)]
        found = [Decimal(text.replace(",", ".")) * 100 for text in cell(raw, code, "2025Q2")]
        assert found == expected
