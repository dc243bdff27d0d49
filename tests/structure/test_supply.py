"""Parts of others: each is known, with a licence that goes together with ours, and comes in by a lock only."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.lib.browser import free_port
from tests.supply.advisories import Advisories
from tests.supply.audit import FOUND, NONE_KNOWN, NOT_ASKED, audit
from tests.supply.bom import parts_list
from tests.supply.licences import accepted
from tests.supply.lock import LOCK, ROOT, read_lock
from tests.supply.table import PAGE, UNKNOWN, installed_licence, told
from tests.supply.vendored import VENDORED, Vendored

RENEW = "Voer uit: .venv/bin/python -m tests.supply licences"


class TestLicences:
    def test_every_locked_package_is_in_the_table_and_nothing_else(self) -> None:
        text = LOCK.read_text(encoding="utf-8")
        locked = set(re.findall(r"^([a-z0-9_.-]+)==(\S+)", text, re.MULTILINE))
        assert set(told()) == locked, RENEW

    def test_the_table_says_what_the_installed_packages_say(self) -> None:
        here = {line.name: line.version for line in read_lock() if line.needed_here}
        wrong = {name for (name, version), licence in told().items() if here.get(name) == version and installed_licence(name) != licence}  # fmt: skip
        assert wrong == set(), RENEW
        assert len(here) > 150

    def test_every_licence_goes_together_with_ours(self) -> None:
        unknown = [name for (name, _), licence in told().items() if licence == UNKNOWN]
        refused = [
            name for (name, _), licence in told().items() if licence != UNKNOWN and not accepted(licence)
        ]
        assert (unknown, refused) == ([], []), (
            "Lees de licentie. Past zij bij EUPL-1.2, zet haar dan in tests/supply/licences.py; anders een ander pakket."
        )

    @pytest.mark.parametrize(
        ("expression", "fits"),
        [
            ("MIT", True),
            ("LGPL-3.0-only", True),
            ("GPL-3.0-only", False),
            ("AGPL-3.0-or-later", False),
            ("MIT AND GPL-2.0-only", False),
            ("GPL-2.0-or-later OR MPL-1.1", True),
            ("Apache-2.0 AND (GPL-3.0-only OR BSD-3-Clause)", True),
            ("GPL-3.0-only WITH GCC-exception-3.1", False),
        ],
    )
    def test_of_a_choice_one_is_enough_and_of_a_sum_all_must(self, expression: str, fits: bool) -> None:
        assert accepted(expression) is fits


class TestShipped:
    @pytest.mark.parametrize("part", VENDORED, ids=lambda part: part.name)
    def test_its_licence_lies_beside_it_and_the_page_tells_of_it(self, part: Vendored) -> None:
        name, words = part.states
        assert part.files(ROOT)
        assert words in (ROOT / part.folder / name).read_text(encoding="utf-8")
        version = part.version_in(ROOT) or "niet genoemd"
        row = f"| {part.name} | {version} | {part.licence} | `{part.folder.as_posix()}/`"
        assert row in PAGE.read_text(encoding="utf-8")

    def test_no_file_of_others_is_left_out(self) -> None:
        ours = {"raad.css", "icoon.svg", "dia.js", "kiezen.js", "link.js", "reactie.js"}
        static = ROOT / "socdom" / "share" / "static"
        known = {file for part in VENDORED for file in part.files(ROOT)}
        known |= {ROOT / part.folder / name for part in VENDORED for name in (part.states[0], "README.md")}
        others = {
            file
            for file in static.rglob("*")
            if file.is_file() and file.relative_to(static).as_posix() not in ours
        }
        assert others <= known

    def test_the_page_names_every_debian_package_of_the_setup(self) -> None:
        setup = (ROOT / ".ci" / "setup").read_text(encoding="utf-8")
        lists = re.findall(r"packages?=\(?([a-z][\w .+-]*)\)?$", setup, re.MULTILINE)
        named = {name for words in lists for name in words.split()}
        assert {"libpango-1.0-0", "postgresql"} <= named
        page = PAGE.read_text(encoding="utf-8")
        assert {
            name for name in named if not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", page)
        } == set()


class TestLocks:
    def test_nothing_is_installed_past_a_lock(self) -> None:
        names = subprocess.run(
            ["git", "ls-files", "--cached", "--others", "--exclude-standard", "Makefile", ".ci", "socdom/share/deploy"],
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout.splitlines()  # fmt: skip
        command = re.compile(r"(?:pip3?|npm|conda|gem|cargo|uv pip) +install.*")
        found = [
            line
            for name in names
            if (ROOT / name).is_file()
            for line in command.findall((ROOT / name).read_text(encoding="utf-8", errors="ignore"))
        ]
        assert found
        assert [line for line in found if not _by_lock(line)] == []

    def test_every_hash_of_the_lock_is_read(self) -> None:
        text = LOCK.read_text(encoding="utf-8")
        assert sum(len(line.hashes) for line in read_lock()) == text.count("--hash=sha256:")
        assert all(line.hashes for line in read_lock())

    def test_a_line_without_an_exact_version_is_refused(self, tmp_path: Path) -> None:
        lock = tmp_path / "los.lock"
        lock.write_text("jinja2>=3 \\\n    --hash=sha256:" + 64 * "0" + "\n", encoding="utf-8")
        with pytest.raises(ValueError, match="vaste versie"):
            read_lock(lock)


def _by_lock(line: str) -> bool:
    """Checked by hash, or our own package without what it needs; the setup begins pip without either."""
    return (
        "--require-hashes" in line or "--no-deps" in line or "--disable-pip-version-check --no-input" in line
    )


@pytest.fixture(scope="module")
def written() -> str:
    return parts_list()


class TestPartsList:
    def test_same_lock_same_bytes_and_no_address(self, written: str) -> None:
        assert parts_list() == written
        assert re.findall(r"\w+://[^\"/]+", written) == ["http://cyclonedx.org"]

    def test_it_holds_what_runs_here_with_version_licence_and_hashes(self, written: str) -> None:
        listed = {part["name"]: part for part in json.loads(written)["components"]}
        needed = {line.name: line for line in read_lock() if line.needed_here}
        shipped = {part.name for part in VENDORED}
        assert set(listed) == set(needed) | shipped
        for name, line in needed.items():
            hashes = [one["content"] for one in listed[name]["externalReferences"][0]["hashes"]]
            assert (listed[name]["version"], sorted(hashes)) == (line.version, sorted(line.hashes))
            assert listed[name]["licenses"]

    def test_shipped_files_have_the_checksum_of_the_file(self, written: str) -> None:
        listed = {part["name"]: part for part in json.loads(written)["components"]}
        files = [file for part in VENDORED for file in listed[part.name]["components"]]
        assert len(files) == 5
        for file in files:
            content = (ROOT / file["name"]).read_bytes()
            assert file["hashes"] == [{"alg": "SHA-256", "content": hashlib.sha256(content).hexdigest()}]

    def test_it_tells_what_needs_what(self, written: str) -> None:
        needs = {one["ref"]: set(one.get("dependsOn", [])) for one in json.loads(written)["dependencies"]}
        assert {"voila", "papermill", "reveal.js"} <= needs["socdom"]
        assert "psycopg-binary" in needs["psycopg"]
        reached, todo = set(), ["socdom"]
        while todo:
            one = todo.pop()
            if one not in reached:
                reached.add(one)
                todo += needs.get(one, ())
        # What builds our own package is in the lock and needed by nothing that runs.
        apart = {line.name for line in read_lock() if line.needed_here} - reached
        assert {"hatchling", "editables"} <= apart
        assert len(apart) < 12

    def test_another_version_than_the_lock_stops_it(self, tmp_path: Path) -> None:
        lock = tmp_path / "ander.lock"
        lock.write_text(f"jinja2==0.1 --hash=sha256:{64 * '0'}\n", encoding="utf-8")
        with pytest.raises(ValueError, match="jinja2"):
            parts_list(lock)


def _advisory(*events: dict[str, str], name: str = "Jinja2", **more: object) -> dict:
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}] if events else []
    affected = {"package": {"name": name, "ecosystem": "PyPI"}, "ranges": ranges, "versions": []}
    return {"schema_version": "1.6.0", "id": "VOORBEELD-1", "summary": "x", "affected": [affected], **more}


def _export(folder: Path, *records: dict) -> Path:
    path = folder / "all.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for number, record in enumerate(records):
            archive.writestr(f"{number}.json", json.dumps(record))
    return path


class TestAdvisories:
    @pytest.mark.parametrize(
        ("events", "under"),
        [
            ([{"introduced": "0"}], True),
            ([{"introduced": "0"}, {"fixed": "3.1.6"}], False),
            ([{"introduced": "0"}, {"fixed": "3.1.10"}], True),
            ([{"introduced": "3.1.7"}], False),
            ([{"introduced": "3.1.6"}], True),
            ([{"introduced": "0"}, {"last_affected": "3.1.6"}], True),
            ([{"introduced": "0"}, {"last_affected": "3.1.5"}], False),
            ([{"introduced": "0"}, {"fixed": "2"}, {"introduced": "3"}, {"fixed": "4"}], True),
            ([{"fixed": "4"}, {"introduced": "3"}, {"fixed": "2"}, {"introduced": "0"}], True),
            ([{"introduced": "0"}, {"fixed": "2"}, {"introduced": "3.2"}], False),
        ],
    )
    def test_a_version_falls_under_a_range(self, tmp_path: Path, events: list[dict], under: bool) -> None:
        known = Advisories(_export(tmp_path, _advisory(*events)))
        assert bool(known.about("jinja2", "3.1.6")) is under

    def test_a_list_of_versions_counts_and_another_package_does_not(self, tmp_path: Path) -> None:
        listed = _advisory()
        listed["affected"][0]["versions"] = ["3.1.6"]
        known = Advisories(_export(tmp_path, listed, _advisory({"introduced": "0"}, name="anders")))
        assert [one["id"] for one in known.about("jinja2", "3.1.6")] == ["VOORBEELD-1"]
        assert known.about("jinja2", "3.1.5") == []

    def test_a_withdrawn_advisory_does_not_count(self, tmp_path: Path) -> None:
        known = Advisories(
            _export(tmp_path, _advisory({"introduced": "0"}, withdrawn="2026-01-01T00:00:00Z"))
        )
        assert known.about("jinja2", "3.1.6") == []


class TestAudit:
    @pytest.fixture
    def lock(self, tmp_path: Path) -> Path:
        path = tmp_path / "een.lock"
        path.write_text(f"jinja2==3.1.6 --hash=sha256:{64 * '0'}\n", encoding="utf-8")
        return path

    @pytest.mark.parametrize(("mended", "code"), [("4", FOUND), ("3", NONE_KNOWN)])
    def test_a_leak_is_told_with_what_mends_it(
        self, tmp_path: Path, lock: Path, capsys: pytest.CaptureFixture[str], mended: str, code: int
    ) -> None:
        export = _export(tmp_path, _advisory({"introduced": "0"}, {"fixed": mended}))
        assert audit(export, lock) == code
        told = capsys.readouterr().out
        assert ("jinja2 3.1.6: VOORBEELD-1, verholpen in: 4" in told) == (code == FOUND)
        assert ("geen lek bekend" in told) == (code == NONE_KNOWN)

    def test_no_answer_is_no_good_news(self, lock: Path, capsys: pytest.CaptureFixture[str]) -> None:
        assert audit(None, lock, f"http://127.0.0.1:{free_port()}/") == NOT_ASKED
        assert "make audit ADVIEZEN=" in capsys.readouterr().err

    @pytest.mark.parametrize("content", [b"geen zip", b""])
    def test_a_file_that_is_no_export_is_told(
        self, tmp_path: Path, lock: Path, capsys: pytest.CaptureFixture[str], content: bytes
    ) -> None:
        broken = tmp_path / "stuk.zip"
        broken.write_bytes(content)
        assert audit(broken, lock) == NOT_ASKED
        assert "niet te lezen" in capsys.readouterr().err
