"""What a reader can fetch of earlier reports, and cannot: over HTTP, with the addresses of an attacker."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from socdom.dashboard.downloads.fetched import archived_file, saved_name
from socdom.dashboard.downloads.offered import documents
from socdom.editions.read import Edition
from socdom.editions.write import write_archive, write_manifest
from socdom.pipeline.archive import archive_record, standing_reports
from tests.lib.archived import lead, write_edition
from tests.lib.file_server import Server, serving
from tests.lib.sample_edition import write_sample


def make_current(rendered: Path) -> Path:
    """The edition `actueel` with an archive of a definitive edition, one that was replaced and a concept."""
    home = rendered / "lindeveen"
    write_edition(home, "2020Q3-v1.0")
    write_edition(home, "2020Q3-v2.0", version="2.0")
    write_edition(home, "2020Q4", state="concept")
    write_edition(home, "2020Q3-concept", version="3.0", state="concept")
    place = write_sample(rendered, name="actueel", kind="actueel", state="actueel")
    folder = place.resolve()
    write_archive(folder, archive_record(standing_reports(home, "2020Q4", concepts=True)))
    write_manifest(folder, fingerprint="test", inputs={}, parameters={})
    return place


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(make_current(tmp_path_factory.mktemp("rapporten"))) as started:
        yield started


@pytest.mark.parametrize("name", ["2020Q3-v1.0", "2020Q3-v2.0", "2020Q4"])
def test_a_report_in_the_archive_is_given(server: Server, name: str) -> None:
    status, headers, body = server.ask(f"/rapporten/{name}/kwartaalrapport.html")
    assert (status, body) == (200, (server.home / name / "kwartaalrapport.html").read_bytes())
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("2020Q3-v2.0/kwartaalrapport.pdf", 'inline; filename="2020-K3-sociaal-domein-kern-v2.0.pdf"'),
        ("2020Q4/kwartaalrapport.pdf", 'inline; filename="2020-K4-sociaal-domein-kern-v1.0-concept.pdf"'),
        ("2020Q3-v1.0/cijfers.csv", 'attachment; filename="2020-K3-sociaal-domein-cijfers-v1.0.csv"'),
    ],
)
def test_a_file_is_saved_under_a_name_that_tells_what_it_is(server: Server, path: str, header: str) -> None:
    assert server.ask(f"/rapporten/{path}")[1]["Content-Disposition"] == header


def test_the_head_and_a_part_can_be_asked_for(server: Server) -> None:
    path = "/rapporten/2020Q3-v1.0/kwartaalrapport.pdf"
    whole = (server.home / "2020Q3-v1.0" / "kwartaalrapport.pdf").read_bytes()
    status, headers, body = server.ask(path, "HEAD")
    assert (status, headers["Content-Length"], body) == (200, str(len(whole)), b"")
    status, headers, body = server.ask(path, Range="bytes=4-7")
    assert (status, body) == (206, whole[4:8])
    assert server.ask(path, Range="bytes=99999999-")[0] == 416


def test_a_browser_that_kept_a_concept_gets_the_one_that_took_its_place(tmp_path: Path) -> None:
    """What was wrong in it may be why there is another one; a definitive report is not sent twice."""
    place, page = make_current(tmp_path), "/rapporten/2020Q4/kwartaalrapport.html"
    fixed = "/rapporten/2020Q3-v1.0/kwartaalrapport.html"
    with serving(place) as server:
        kept, same = (server.ask(path)[1]["Etag"] for path in (page, fixed))
        assert server.ask(page, **{"If-None-Match": kept})[0] == 304
        write_edition(place.parent, "2020Q4", state="concept", version="1.1")
        newer = shutil.copytree(place.resolve(), place.parent / ".edities" / "actueel-nieuw")
        write_archive(newer, archive_record(standing_reports(place.parent, "2020Q4", concepts=True)))
        write_manifest(newer, fingerprint="test", inputs={}, parameters={})
        lead(place.parent, "actueel", newer)
        status, headers, body = server.ask(page, **{"If-None-Match": kept})
        assert (status, body) == (200, b"<!doctype html><title>2020Q4 1.1</title>")
        assert headers["Etag"] != kept
        assert server.ask(fixed, **{"If-None-Match": same})[0] == 304


REFUSED = (
    "/rapporten/",
    "/rapporten/2020Q3-v1.0",
    "/rapporten/2020Q3-v1.0/",
    "/rapporten/2020Q3-v1.0/manifest.json",
    "/rapporten/2020Q3-v1.0/edition.json",
    "/rapporten/2020Q3-v1.0/kwartaalrapport.ipynb",
    "/rapporten/2020Q3-v1.0/raadsinformatiebrief.docx",
    "/rapporten/2020Q3-v1.0/bestaat-niet.pdf",
    "/rapporten/2020Q3-concept/kwartaalrapport.pdf",
    "/rapporten/2020Q3/kwartaalrapport.pdf",
    "/rapporten/2019Q4-v1.0/kwartaalrapport.pdf",
    "/rapporten/actueel/cijfers.csv",
    "/rapporten/.edities/2020Q3-v1.0-1.0-definitief/kwartaalrapport.pdf",
    "/rapporten/2020Q3-v1.0/../2020Q3-concept/kwartaalrapport.pdf",
    "/rapporten/2020Q3-v1.0/..%2f2020Q3-concept%2fkwartaalrapport.pdf",
    "/rapporten/2020Q3-v1.0%2f..%2f2020Q3-concept/kwartaalrapport.pdf",
    "/rapporten/2020Q3-v1.0/./kwartaalrapport.pdf",
    "/rapporten//2020Q3-v1.0/kwartaalrapport.pdf",
    "/rapporten/2020Q3-v1.0//kwartaalrapport.pdf",
    "/rapporten/2020Q3-v1.0/kwartaalrapport.pdf/",
    "/rapporten/2020Q3-v1.0/kwartaalrapport.pdf%00.html",
    "/rapporten/2020Q3-v1.0\\kwartaalrapport.pdf",
    "/rapporten/../lindeveen/2020Q4/kwartaalrapport.pdf",
    "/rapporten/%2e%2e/%2e%2e/etc/passwd",
)


@pytest.mark.parametrize("path", REFUSED)
def test_anything_else_does_not_exist(server: Server, path: str) -> None:
    for method in ("GET", "HEAD"):
        status, _, body = server.ask(path, method)
        assert status == 404
        assert body in (b"fout 404", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_changed(server: Server, method: str) -> None:
    status = server.ask("/rapporten/2020Q3-v1.0/kwartaalrapport.pdf", method, **{"Content-Length": "0"})[0]
    assert status == 405
    assert (server.home / "2020Q3-v1.0" / "kwartaalrapport.pdf").is_file()


def test_a_report_that_is_not_as_it_was_made_is_not_given(tmp_path: Path) -> None:
    place = make_current(tmp_path)
    archive, home = Edition(place).archive, place.parent

    def given(path: str) -> bool:
        return archived_file(home, archive, path) is not None

    page, pdf = "2020Q3-v1.0/kwartaalrapport.html", "2020Q3-v1.0/kwartaalrapport.pdf"
    assert given(page)
    (home / page).write_text("iets anders", encoding="utf-8")
    assert (given(page), given(pdf)) == (False, True)
    # The same bytes behind a link are not a file of the edition.
    elsewhere = tmp_path / "elders.pdf"
    (home / pdf).rename(elsewhere)
    (home / pdf).symlink_to(elsewhere)
    assert not given(pdf)
    # Another edition under the same name, one that was withdrawn, and one whose list was changed.
    csv = "2020Q3-v2.0/cijfers.csv"
    (home / "2020Q3-v2.0" / "manifest.json").write_text('{"files": {}}', encoding="utf-8")
    assert not given(csv)
    assert given("2020Q4/cijfers.csv")
    (home / "2020Q4").unlink()
    assert not given("2020Q4/cijfers.csv")


def test_a_report_beside_the_figures_of_now_keeps_the_name_of_its_own_edition(tmp_path: Path) -> None:
    edition = Edition(make_current(tmp_path))
    assert saved_name(edition, "kwartaalrapport.pdf") == "2020-K4-sociaal-domein-kern-v1.0-concept.pdf"
    assert saved_name(edition, "cijfers.csv") == "2020-K4-sociaal-domein-cijfers-actueel-2021-02-15.csv"


def test_the_overview_says_that_the_report_is_a_concept(tmp_path: Path) -> None:
    edition = Edition(make_current(tmp_path))
    (edition.folder / "kwartaalrapport.html").write_text("rapport", encoding="utf-8")
    labels = {link.address: link.label for link in documents(edition)}
    assert labels["bestanden/kwartaalrapport.html"].startswith("Kwartaalrapport lezen (webpagina, concept, ")
    assert "concept" not in labels["bestanden/cijfers.csv"]
