"""The server counts what people do and keeps nothing of them; a fault of the disk harms no page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

import pytest

from socdom.dashboard.pages import write_pages
from socdom.dashboard.serving.operations import Operations
from socdom.editions.read import Edition
from socdom.parameters.beheer import Beheer
from socdom.parameters.gebruik import Gebruik
from socdom.usage.cells import Cell, Counts
from socdom.usage.store import read
from tests.lib.browser import NOTEBOOKS
from tests.lib.rules import Asking, Nobody, asking, built
from tests.lib.sample_edition import write_sample

DAY = date(2026, 11, 22)
AGENT = (
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1"
)
PERSON = {"User-Agent": AGENT}
SECRET = "geplantwoord"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    folder = write_sample(tmp_path_factory.mktemp("gebruik"))
    write_pages(Edition(folder), folder.resolve())
    return Edition(folder)


class Served:
    """A server in this process with one visitor, and what it counted."""

    def __init__(self, visitor: Asking, usage: object, kept: Path) -> None:
        self._visitor, self._usage, self.kept = visitor, usage, kept

    def get(self, address: str, method: str = "GET", **headers: str) -> int:
        return self._visitor.fetch(address, method=method, headers=PERSON | headers).code

    def text(self, address: str) -> str:
        return self._visitor.fetch(address, headers=PERSON).body.decode()

    def answer(self, page: str, answer: str, **headers: str) -> tuple[int, str]:
        body = urlencode({"pagina": page, "antwoord": answer})
        sent = self._visitor.fetch(
            "/reactie", method="POST", body=body, headers=PERSON | headers, follow_redirects=False
        )
        return sent.code, sent.headers.get("Location", "")

    def counted(self) -> Counts:
        self._usage.close()  # type: ignore[attr-defined]
        return read(self.kept / "gebruik")


@contextmanager
def serving(
    edition: Edition, kept: Path, settings: Gebruik | None = None, provider: type[Nobody] | None = None
) -> Iterator[Served]:
    operations = Operations(Beheer(gebruik=settings or Gebruik()), kept)
    with built(edition.folder, NOTEBOOKS, provider, operations) as app:
        app.app.settings["clock"] = lambda: DAY
        with asking(app.app) as visitor:
            yield Served(visitor, app.app.settings["usage"], kept)


def test_pages_files_searches_and_questions_are_counted(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        for address in (
            "/",
            "/jeugd",
            "/jeugd?wijk=WK999901",
            "/vraag?pagina=jeugd",
            "/bestanden/cijfers.csv",
        ):
            assert served.get(address) == 200
        assert served.get(f"/zoeken?zoek={SECRET}") == 200
        assert served.counted() == Counter(
            {
                Cell("2026-11-22", "gezien", "overzicht"): 1,
                Cell("2026-11-22", "gezien", "jeugd"): 2,
                Cell("2026-11-22", "apparaat", "telefoon"): 3,
                Cell("2026-11-22", "vraag", "vraag"): 1,
                Cell("2026-11-22", "download", "bestanden"): 1,
                Cell("2026-11-22", "zoek", "zoeken"): 1,
            }
        )


def test_nothing_of_a_visitor_is_kept(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        served.get(
            f"/zoeken?zoek={SECRET}", Cookie="wie=geplantenaam", Referer="https://elders.example/geplant"
        )
        served.get("/jeugd?wijk=WK999901")
        served.answer("jeugd", "nee")
        assert sum(served.counted().values()) == 4
    kept = "\n".join(path.read_text() for path in (tmp_path / "gebruik").iterdir())
    for word in (
        SECRET,
        "geplant",
        "WK9999",
        "127.0.0.1",
        "::1",
        "iPhone",
        "AppleWebKit",
        "elders",
        ":00",
        "lezer",
    ):
        assert word not in kept


def test_what_nobody_looked_at_is_not_counted(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        assert served.get("/jeugd", "HEAD") == 200
        assert served.get("/bestaat-niet") == 404
        assert served.get("/jeugd?wijk=niets") == 404
        assert served.get("/static/raad.css") == 200
        for headers in (
            {"User-Agent": "Uptime-Kuma/1.23"},
            {"Sec-Purpose": "prefetch"},
            {"Sec-Fetch-Dest": "empty"},
        ):
            assert served.get("/jeugd", **headers) == 200
        assert served.counted() == Counter()
    assert not (tmp_path / "gebruik").exists()


def test_who_is_not_let_in_is_not_counted(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path, provider=Nobody) as served:
        assert served.get("/jeugd") == 403
        assert served.answer("jeugd", "ja")[0] == 403
        assert served.counted() == Counter()


def test_a_page_the_browser_still_had_is_counted(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        tag = served._visitor.fetch("/over", headers=PERSON).headers["Etag"]
        assert served.get("/over", **{"If-None-Match": tag}) == 304
        assert served.counted()[Cell("2026-11-22", "gezien", "over")] == 2


def test_an_answer_leads_back_to_its_page(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        assert served.answer("jeugd", "deels") == (303, "jeugd#reactie-dank")
        assert served.answer("overzicht", "ja") == (303, "./#reactie-dank")
        assert 'id="reactie-dank"' in served.text("/jeugd")
        assert served.counted() - Counter({Cell("2026-11-22", "gezien", "jeugd"): 1}) == Counter(
            {
                Cell("2026-11", "deels", "jeugd"): 1,
                Cell("2026-11", "ja", "overzicht"): 1,
                Cell("2026-11-22", "apparaat", "telefoon"): 1,
            }
        )


def test_any_other_answer_is_refused(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        for page, answer in (
            ("jeugd", "misschien"),
            ("bestaat-niet", "ja"),
            ("", ""),
            ("//elders.example", "ja"),
        ):
            assert served.answer(page, answer) == (400, "")
        assert served.counted() == Counter()


def test_the_answer_of_a_program_is_thanked_and_not_counted(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        assert served.answer("jeugd", "nee", **{"User-Agent": "curl/8.5.0"})[0] == 303
        assert served.counted() == Counter()


def test_another_site_cannot_answer_for_a_reader(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        for headers in (
            {"Origin": "https://elders.example"},
            {"Origin": "null"},
            {"Sec-Fetch-Site": "cross-site"},
        ):
            assert served.answer("jeugd", "nee", **headers)[0] == 403
        assert served.counted() == Counter()


def test_too_many_answers_of_one_visitor_are_refused(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path) as served:
        codes = [served.answer("jeugd", "nee")[0] for _ in range(62)]
        assert codes == [303] * 60 + [429] * 2
        assert served.counted()[Cell("2026-11", "nee", "jeugd")] == 60


def test_switched_off_nothing_is_counted_asked_or_said(edition: Edition, tmp_path: Path) -> None:
    with serving(edition, tmp_path, Gebruik(tellen=False, vraag=False)) as served:
        assert "reactie" not in served.text("/jeugd").replace("<!--reactie-->", "")
        assert served.answer("jeugd", "ja")[0] == 404
        assert served.counted() == Counter()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_harms_no_page(
    edition: Edition, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "gebruik").write_text("in de weg")
    with serving(edition, tmp_path) as served:
        assert served.get("/jeugd") == 200
        served.counted()
        assert served.get("/jeugd") == 200
    (told,) = [record.message for record in caplog.records if record.name == "socdom.dashboard"]
    assert re.fullmatch(r"FileExistsError in \w+\.py:\d+", told)
