"""What the documents say of the repository is true."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from socdom import __version__
from socdom.cli import INTERRUPTED, app
from socdom.errors import UNEXPECTED_CODE, SocdomError

ROOT = Path(__file__).resolve().parents[2]
TEXTS = [
    *sorted(path.name for path in ROOT.glob("*.md")),
    *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")),
]


def _tree() -> list[str]:
    """Paths in the annotated tree of ARCHITECTURE.md; every line is indented two spaces a level."""
    text = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    block = re.search(r"## The tree.*?```\n(.*?)```", text, re.DOTALL)
    assert block, "ARCHITECTURE.md has no tree"
    stack: list[str] = []
    paths = []
    for line in block[1].splitlines():
        entry = re.match(r"( *)(\S+)", line)
        if entry is None:
            continue
        depth = len(entry[1]) // 2
        stack[depth:] = [entry[2]]
        paths.append("/".join(part.rstrip("/") for part in stack))
    return paths


@pytest.mark.parametrize("path", _tree())
def test_the_tree_names_what_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_tree_names_every_package_and_top_level_entry() -> None:
    named = set(_tree())
    packages = {p.parent.relative_to(ROOT).as_posix() for p in (ROOT / "socdom").glob("*/*.py")}
    modules = {p.relative_to(ROOT).as_posix() for p in (ROOT / "socdom").glob("*.py")} - {
        "socdom/__init__.py",
        "socdom/__main__.py",
    }
    tests = {
        p.relative_to(ROOT).as_posix()
        for p in (ROOT / "tests").iterdir()
        if p.is_dir() and any(p.rglob("*.*")) and p.name != "__pycache__"
    }
    assert packages | modules | tests <= named


def test_readme_tells_every_exit_code() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    told = {int(code) for code in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)}
    kinds = {kind.exit_code for kind in SocdomError.__subclasses__()}
    assert told == kinds | {0, 1, 2, INTERRUPTED, UNEXPECTED_CODE}


def test_readme_tells_every_command() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"## Use\n\n```\n(.*?)```", text, re.DOTALL)
    assert block, "README.md has no list of commands"
    told = set(re.findall(r"^socdom ([\w-]+)", block[1], re.MULTILINE))
    # Nobody types what is hidden; `make demo` is the example; what the version is nobody has to look up.
    typed = {name for name, command in get_command(app).commands.items() if not command.hidden}
    assert told == typed - {"demo", "version"}


@pytest.mark.parametrize("name", TEXTS)
def test_paths_in_documents_exist(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    paths = re.findall(r"`((?:socdom|tests|notebooks|parameters|docs|\.ci)/[\w./-]*)`", text)
    assert [path for path in paths if not (ROOT / path).exists()] == []


def _requirements(lines: list[str]) -> set[str]:
    """Without extras, which conda packages do not have."""
    return {re.sub(r"\[.*\]", "", line).replace(" ", "").lower() for line in lines}


def test_environment_yml_equals_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    environment = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    conda = [item for item in environment if isinstance(item, str)]
    expected = _requirements([*project["dependencies"], f"python{project['requires-python']}", "pip"])
    assert _requirements(conda) == expected


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock", "requirements-bench.lock"])
def test_locks_hold_exact_versions_with_hashes_and_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert "index" not in re.sub(r"^[a-z].*==.*$", "", text, flags=re.MULTILINE)
    packages = re.findall(r"^([a-z0-9_.-]+)(.*?)(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert packages
    assert [name for name, rest in packages if "==" not in rest or "--hash=sha256:" not in rest] == []


def test_the_lock_meets_pyproject() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    locked = set(
        re.findall(
            r"^([a-z0-9_.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE
        )
    )
    wanted = {re.split(r"[<>=]", item)[0] for item in _requirements(project["dependencies"])}
    assert wanted <= locked


def test_one_version_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    public = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert project["version"] == __version__ == public["softwareVersion"]
    assert f"## {__version__}" in changelog


def test_publiccode_keeps_to_its_standard() -> None:
    """What publiccode.yml 0.4 asks of lengths, lists and files; two compulsory keys are left out, and it says so."""
    text = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    public = yaml.safe_load(text)
    asked = {"publiccodeYmlVersion", "name", "platforms", "categories", "developmentStatus", "softwareType"}
    assert asked | {"description", "legal", "maintenance", "localisation"} <= set(public)
    assert "`url`" in text
    assert "url" not in public, "an address that is real can stand here: change this test and the comment"
    assert set(public["categories"]) <= {
        *("data-analytics", "data-visualization", "business-intelligence", "financial-reporting")
    }
    for told in public["description"].values():
        assert len(told["shortDescription"]) <= 150
        assert 150 <= len(told["longDescription"]) <= 10_000
        assert 5 <= len(told["features"]) <= 20
        assert [path for path in told["screenshots"] if not (ROOT / path).is_file()] == []


def test_no_path_of_a_machine_and_no_registry() -> None:
    # Put together here, so that this file does not hold what it looks for.
    forbidden = re.compile(
        "|".join(
            [
                "/" + "work/",
                "/" + "root/",
                "py" + r"pi\.org",
                "registry\\." + "npmjs",
                "conda\\." + "anaconda",
            ]
        )
    )
    names = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    files = [ROOT / name for name in names if not name.endswith((".woff2", ".ttf", ".parquet", ".png"))]
    found = [
        p.relative_to(ROOT).as_posix()
        for p in files
        if forbidden.search(p.read_text(encoding="utf-8", errors="ignore"))
    ]
    assert found == []
