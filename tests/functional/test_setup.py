"""`.ci/setup` on a machine that lacks something: what it says, what it leaves, and how it looks in a log."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Without apt-get, so that no test installs anything.
TOOLS = ("bash", "cp", "dirname", "env", "grep", "mkdir", "rm", "seq", "touch")
PACKAGES = 60

FAKE_PYTHON = f"""#!/usr/bin/env bash
case $* in
  "-c import sys; print"*) echo python3.11-venv ;;
  "-m venv .venv") mkdir -p .venv/bin && [ "$HAS_VENV" = 1 ] && cp "$FAKE" .venv/bin/python ;;
  *--require-hashes*)
    for n in $(seq {PACKAGES}); do echo "Collecting package-$n==1.0 (from -r test.lock (line $n))"; done
    [ "$HAS_INTERNET" = 1 ] || {{ echo "ERROR: No matching distribution found for package-1==1.0"; exit 1; }}
    echo "Installing collected packages: package-1" ;;
  *"-e .") touch installed ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A repository with nothing but the setup, on a machine without apt-get."""
    (tmp_path / "bin").mkdir()
    for tool in TOOLS:
        (tmp_path / "bin" / tool).symlink_to(shutil.which(tool) or tool)
    python = tmp_path / "bin" / "python3"
    python.write_text(FAKE_PYTHON)
    python.chmod(0o755)
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "setup", tmp_path / ".ci" / "setup")
    lock = "".join(f"package-{n}==1.0 \\\n    --hash=sha256:0\n" for n in range(1, PACKAGES + 1))
    (tmp_path / "test.lock").write_text(lock)
    return tmp_path


def setup(machine: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": str(machine / "bin"), "FAKE": str(machine / "bin" / "python3"), **settings}
    command = [str(machine / ".ci" / "setup"), "venv", "test.lock"]
    return subprocess.run(
        command, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60
    )


def test_log_has_a_line_for_every_25_packages_and_no_control_codes(machine: Path) -> None:
    run = setup(machine, HAS_VENV="1", HAS_INTERNET="1")
    assert run.returncode == 0, run.stderr
    assert [line.strip() for line in run.stdout.splitlines()[2:]] == [
        "25 van 60", "50 van 60", "uitpakken, ongeveer een minuut",
    ]  # fmt: skip
    assert all(character.isprintable() for character in run.stdout.replace("\n", ""))
    assert (machine / "installed").exists()


def test_without_internet_the_run_stops_in_dutch(machine: Path) -> None:
    run = setup(machine, HAS_VENV="1")
    assert run.returncode == 1
    assert "De Python-pakketten konden niet worden geïnstalleerd." in run.stderr
    assert not (machine / "installed").exists()


def test_without_venv_the_package_is_named_and_nothing_stays(machine: Path) -> None:
    run = setup(machine, HAS_INTERNET="1")
    assert run.returncode == 1
    assert "Installeer het pakket python3.11-venv" in run.stderr
    assert not (machine / ".venv").exists()


def test_an_environment_stopped_halfway_is_made_again(machine: Path) -> None:
    (machine / ".venv" / "bin").mkdir(parents=True)
    broken = machine / ".venv" / "bin" / "python"
    broken.write_text("#!/usr/bin/env bash\nexit 1\n")
    broken.chmod(0o755)
    (machine / ".venv" / "half").touch()
    assert setup(machine, HAS_VENV="1", HAS_INTERNET="1").returncode == 0
    assert not (machine / ".venv" / "half").exists()


def test_a_python_that_was_asked_for_and_is_not_there_is_no_other_python(machine: Path) -> None:
    run = setup(machine, HAS_VENV="1", HAS_INTERNET="1", PYTHON="python2.7")
    assert run.returncode == 1
    assert "PYTHON=python2.7" in run.stderr
    assert not (machine / ".venv").exists()


@pytest.mark.parametrize(
    ("what", "package"), [("hub", "node-configurable-http-proxy"), ("server", "systemd")]
)
def test_what_a_server_needs_is_named_where_it_cannot_be_installed(
    machine: Path, what: str, package: str
) -> None:
    command = [str(machine / ".ci" / "setup"), what]
    run = subprocess.run(
        command,
        env={"PATH": str(machine / "bin")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert run.returncode == 1
    assert package in run.stderr
    assert "Installeer" in run.stderr
