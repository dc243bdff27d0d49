"""A delivery held against the one before it."""

from __future__ import annotations

from pathlib import Path

from socdom.pipeline.inputs import current_inputs
from socdom.pipeline.progress import silent
from tests.lib.small_town import SLUG, make_workplace


def test_deleted_allocations_are_no_change_in_volume(tmp_path: Path) -> None:
    """They reach no table, and yet both deliveries have them."""
    places = make_workplace(tmp_path)
    path = places.deliveries(SLUG) / "voorzieningen_wmo.csv"
    header, *rows = (line.split(";") for line in path.read_text(encoding="utf-8").splitlines())
    for row in rows[::4]:
        row[7:10] = [row[6], "19", "13"]
    path.write_text("\n".join(";".join(row) for row in [header, *rows]) + "\n", encoding="utf-8")
    assert current_inputs(places, SLUG).intake(silent).refusal is None
    other = places.deliveries(SLUG) / "aanvragen.csv"
    other.write_text("".join(other.read_text(encoding="utf-8").splitlines(True)[:-1]), encoding="utf-8")
    report = current_inputs(places, SLUG).intake(silent).report
    wmo = next(one for one in report.deliveries if one.delivery == "voorzieningen_wmo")
    assert wmo.rows == wmo.before == len(rows)
    assert not any("vorige levering" in found.rule for found in report.findings)
