"""What changed since the quarter before, through whole runs: told, traced, and never in the way of a new edition."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from socdom import pipeline
from socdom.editions.read import Edition
from socdom.errors import EditionError, ParameterError
from socdom.parameters import Places
from socdom.pipeline.earlier import edition_before, not_compared, readable
from tests.lib.small_town import CODE, QUARTER, ROOT, SLUG, make_workplace

BEFORE = "2020Q3"
SERIES = ROOT / "parameters" / "lindeveen" / "beleidsindicatoren.csv"
# A figure of before the first edition that is another one in the second.
WAS, IS = f"20;2016;{CODE};51,0;", f"20;2016;{CODE};52,5;"


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Two editions of figures that the municipality keeps itself: attacking registrations takes most of a run."""
    places = make_workplace(tmp_path_factory.mktemp("wijzigingen"))
    folder = places.parameters / SLUG
    (folder / BEFORE).mkdir()
    text = (folder / QUARTER / "kwartaal.yml").read_text(encoding="utf-8")
    earlier = text.replace(QUARTER, BEFORE).replace("2021-02-15", "2020-08-15")
    (folder / BEFORE / "kwartaal.yml").write_text(earlier, encoding="utf-8")
    settings = (folder / "gemeente.yml").read_text(encoding="utf-8").split("bronnen:")[0]
    (folder / "gemeente.yml").write_text(settings + "bronnen:\n  leveringen: false\n", encoding="utf-8")
    lines = SERIES.read_text(encoding="utf-8").replace("GM9999", CODE).splitlines()
    lines = [re.sub(rf"^20;2016;{CODE};[^;]*;", IS, line) for line in lines]
    assert sum(line.startswith(IS) for line in lines) == 1
    old = [line.replace(IS, WAS) for line in lines if "2020;" not in line]
    (folder / SERIES.name).write_text("\n".join(old) + "\n", encoding="utf-8")
    pipeline.quarter(BEFORE, SLUG, places=places)
    (folder / SERIES.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    pipeline.refresh(SLUG, places=places)
    return places


def shown(edition: Edition) -> dict[tuple[str, str], str]:
    """Indicator and period of the whole municipality → its figure, as a reader sees it."""
    rows = edition.figures
    own = rows[rows["area"].eq(CODE) & rows["dimension"].eq("") & rows["value"].notna()]
    return {
        (row.indicator, row.period): edition.descriptions[row.indicator].text(row.value)
        for row in own.itertuples()
    }


def test_the_first_edition_has_nothing_before_it(workplace: Places) -> None:
    edition = Edition(workplace.rendered / SLUG / BEFORE)
    assert edition.changes is None
    assert "Wat is er veranderd?" not in (edition.folder / "kwartaalrapport.html").read_text(encoding="utf-8")


def test_the_next_one_tells_what_differs(workplace: Places) -> None:
    before, now = (Edition(workplace.rendered / SLUG / name) for name in (BEFORE, "actueel"))
    record = now.changes
    assert record is not None
    assert record.before == BEFORE
    assert record.new_periods == ("2020",)
    old, new = shown(before), shown(now)
    assert {(item.indicator, item.period) for item in record.revised} == {
        key for key in old.keys() & new.keys() if old[key] != new[key]
    }
    (revised,) = record.revised
    assert (revised.period, revised.old, revised.new) == ("2016", 51.0, 52.5)
    assert revised.reason == "Nu tellen ook gegevens van na 15 augustus 2020 mee."
    page = (now.folder / "dashboard" / "overzicht.html").read_text(encoding="utf-8")
    assert "Wat is er veranderd?" in page
    assert "Nieuw zijn de cijfers over 2020." in page


def test_the_manifest_names_the_edition_before(workplace: Places) -> None:
    inputs = Edition(workplace.rendered / SLUG / "actueel").manifest["inputs"]
    assert f"vorige editie/{BEFORE}/manifest.json" in inputs
    assert pipeline.refresh(SLUG, places=workplace).reused


def test_the_command_tells_the_same(workplace: Places) -> None:
    now = Edition(workplace.rendered / SLUG / "actueel")
    told = pipeline.changes(SLUG, BEFORE, "actueel", places=workplace)
    assert not any(".." in line for line in told)
    assert told[0] == "Sinds de uitgave over het 3e kwartaal 2020:"
    assert now.changes is not None
    assert sum("Nu tellen" in line or "Het cijfer was" in line for line in told) == len(now.changes.revised)


@pytest.mark.parametrize(
    ("slug", "before", "now", "fault", "message"),
    [
        (SLUG, "actueel", BEFORE, ParameterError, "noem eerst de eerdere editie.*Draai de twee om"),
        (SLUG, BEFORE, "../x", ParameterError, "Een kwartaal ziet eruit als"),
        (SLUG, "2019Q1", "actueel", EditionError, "2019Q1: deze editie is er nog niet"),
        ("kleindrop", BEFORE, "actueel", ParameterError, "niet ingericht. Bedoelt u kleindorp?"),
    ],
)
def test_what_cannot_be_compared(
    workplace: Places, slug: str, before: str, now: str, fault: type[Exception], message: str
) -> None:
    with pytest.raises(fault, match=message):
        pipeline.changes(slug, before, now, places=workplace)


def test_who_runs_hears_that_the_edition_before_cannot_be_read(workplace: Places, tmp_path: Path) -> None:
    now = workplace.rendered / SLUG / "actueel"
    assert not_compared(now, workplace.rendered / SLUG / BEFORE, SLUG) == ()
    assert not_compared(tmp_path, None, SLUG) == ()
    (told,) = not_compared(tmp_path, tmp_path / BEFORE, SLUG)
    assert "socdom quarter 2020Q3 -g kleindorp" in told


def test_a_damaged_edition_before_is_left_aside(workplace: Places, tmp_path: Path) -> None:
    home = tmp_path / SLUG
    shutil.copytree((workplace.rendered / SLUG / BEFORE).resolve(), home / BEFORE)
    found = edition_before(home, QUARTER)
    assert found == home / BEFORE
    assert readable(found) is not None
    (home / BEFORE / "cijfers.csv").write_text("weg", encoding="utf-8")
    assert readable(edition_before(home, QUARTER)) is None
    assert edition_before(home, BEFORE) is None
