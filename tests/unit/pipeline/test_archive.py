"""Which editions the council can get: by their state, in their order, undamaged, of any version of the package."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from socdom.editions.intact import checksum
from socdom.editions.write import write_changes
from socdom.pipeline.archive import archive_record, damaged_notes, intact_reports, standing_reports
from tests.lib.agreed import changes
from tests.lib.archived import KEPT_BACK, OFFERED, lead, write_edition
from tests.lib.sample_edition import write_sample


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A definitive quarter, one with a correction, one that is a concept, a correction under way, and `actueel`."""
    home = tmp_path / "lindeveen"
    lead(home, "2020Q2", write_edition(home, "2020Q2-v1.0"))
    write_edition(home, "2020Q3-v1.0")
    write_edition(home, "2020Q3-v1.9", version="1.9")
    newest = write_edition(home, "2020Q3-v1.10", version="1.10")
    lead(home, "2020Q3", newest)
    write_edition(home, "2020Q3-concept", version="2.0", state="concept")
    write_edition(home, "2020Q4", state="concept")
    write_edition(home, "actueel", state="actueel")
    (home / ".uitgaven").mkdir()
    return home


def names(places: list[Path]) -> list[str]:
    return [place.name for place in places]


DEFINITIVE = ["2020Q3-v1.10", "2020Q3-v1.9", "2020Q3-v1.0", "2020Q2-v1.0"]


def test_the_council_gets_what_is_definitive(home: Path) -> None:
    assert names(standing_reports(home, "2020Q4", concepts=False)) == DEFINITIVE


def test_a_concept_comes_only_where_the_municipality_says_so(home: Path) -> None:
    assert names(standing_reports(home, "2020Q4", concepts=True)) == ["2020Q4", *DEFINITIVE]


def test_a_correction_under_way_is_never_offered(home: Path) -> None:
    assert "2020Q3-concept" not in names(standing_reports(home, "2020Q4", concepts=True))


def test_no_later_quarter_is_offered(home: Path) -> None:
    assert names(standing_reports(home, "2020Q2", concepts=True)) == ["2020Q2-v1.0"]


def test_a_place_without_editions_has_none(tmp_path: Path) -> None:
    assert standing_reports(tmp_path, "2020Q4", concepts=True) == []


def test_what_was_taken_away_or_is_no_edition_is_left_out(home: Path) -> None:
    (home / "2020Q2-v1.0").unlink()
    (home / "2019Q1-v1.0").symlink_to("nergens")
    (home / "2019Q2").mkdir()
    assert names(standing_reports(home, "2020Q4", concepts=True)) == ["2020Q4", *DEFINITIVE[:3]]


def test_a_damaged_edition_is_left_out_and_told(home: Path) -> None:
    (home / "2020Q3-v1.9" / "kwartaalrapport.pdf").write_bytes(b"%PDF anders")
    places = standing_reports(home, "2020Q4", concepts=False)
    assert names(list(intact_reports(places))) == [name for name in DEFINITIVE if name != "2020Q3-v1.9"]
    [note] = damaged_notes(places)
    assert note.startswith("De editie 2020Q3-v1.9 is beschadigd")


def test_what_is_told_of_an_edition(home: Path) -> None:
    erratum = {"day": "2021-03-01", "where": "Tabel 1", "wrong": "412", "right": "421"}
    place = write_edition(home, "2020Q4-v2.0", version="2.0", pages=7, errata=(erratum,))
    [found] = archive_record([place]).editions
    assert (found.name, found.period, found.version, found.state) == (
        "2020Q4-v2.0",
        "2020Q4",
        "2.0",
        "definitief",
    )
    assert (found.edition, found.figures_as_of) == ("kern", date(2021, 2, 15))
    assert found.manifest == checksum(place / "manifest.json")
    assert [item.model_dump(mode="json") for item in found.errata] == [erratum]
    assert found.changed is None


def test_only_files_that_are_offered_are_told_of(home: Path) -> None:
    [found] = archive_record([home / "2020Q2-v1.0"]).editions
    assert [item.name for item in found.files] == list(OFFERED)
    assert not {item.name for item in found.files} & set(KEPT_BACK)
    by_name = {item.name: item for item in found.files}
    assert {name: item.pages for name, item in by_name.items()} == dict.fromkeys(OFFERED) | {
        "kwartaalrapport.pdf": 8
    }
    for name, item in by_name.items():
        path = home / "2020Q2-v1.0" / name
        assert (item.size, item.checksum) == (len(path.read_bytes()), checksum(path))


def test_an_older_version_says_which_one_replaced_it(home: Path) -> None:
    found = archive_record(standing_reports(home, "2020Q4", concepts=True)).editions
    assert {item.name: item.replaced_by for item in found} == {
        "2020Q4": "",
        "2020Q3-v1.10": "",
        "2020Q3-v1.9": "1.10",
        "2020Q3-v1.0": "1.10",
        "2020Q2-v1.0": "",
    }


def test_what_changed_is_told_where_the_edition_can_be_read(tmp_path: Path) -> None:
    place = write_sample(tmp_path)
    folder = place.resolve()
    write_changes(folder, changes())
    (folder / "manifest.json").write_text('{"fingerprint": "x", "files": {}}', encoding="utf-8")
    [found] = archive_record([place]).editions
    assert found.changed is not None
    assert found.changed.since == "sinds de uitgave over het 3e kwartaal 2020"
    assert "2 cijfers over eerdere perioden zijn herzien." in found.changed.lines
    assert any("signaal" in line for line in found.changed.lines)
    # 71.4 and 71.6 per 1,000 inhabitants and 9.1 and 9.0 percent: as the record of the test says.
    texts = [
        (line.title, line.was.replace("\N{NO-BREAK SPACE}", " "), line.now) for line in found.changed.revised
    ]
    assert [text[0] for text in texts] == ["Inwoners met Wmo-hulp", "Jongeren met jeugdhulp"]
    assert "71,4" in texts[0][1]
    assert "9,0" in texts[1][2]
    assert found.changed.more == 0
    assert found.changed.definitions == ("Nieuwe inwoners met Wmo-hulp: wie meetelt",)
