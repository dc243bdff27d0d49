"""The files for a server, with systemd's own programs: units that are valid and shut, folders that keep each user out."""

from __future__ import annotations

import configparser
import os
import shutil
import subprocess
from pathlib import Path
from tempfile import gettempdir

import pytest

from socdom.dashboard.serving.server import DEFAULT_PORT
from socdom.errors import ParameterError

DEPLOY = Path(__file__).resolve().parents[2] / "socdom" / "share" / "deploy"
SYSTEMD = DEPLOY / "systemd"
WEB, JOB = "socdom-dashboard", "socdom-run-due"
# Of ten; a unit without any of it has 9.6. What is left is the network that a server needs.
MOST_EXPOSED = {WEB: 1.3, JOB: 1.7}
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root makes users and folders of others")


def run(*command: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "LC_ALL": "C.UTF-8", **variables}
    return subprocess.run(list(map(str, command)), env=environ, capture_output=True, text=True, check=False)


def unit(name: str) -> configparser.RawConfigParser:
    """A unit as settings; one that stands there twice has its last value."""
    found = configparser.RawConfigParser(strict=False, delimiters=("=",), interpolation=None)
    found.optionxform = str  # type: ignore[assignment,method-assign]
    found.read(SYSTEMD / name, encoding="utf-8")
    return found


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units for one municipality; what they start is there."""
    for path in [*SYSTEMD.glob("*.service"), *SYSTEMD.glob("*.timer")]:
        text = path.read_text(encoding="utf-8").replace("/opt/socdom/.venv/bin/socdom", "/bin/true")
        (tmp_path / path.name.replace("@.", "@lindeveen.")).write_text(text, encoding="utf-8")
    shutil.copy(tmp_path / "socdom-storing@lindeveen.service", tmp_path / "socdom-storing@.service")
    return tmp_path


@pytest.mark.parametrize(
    "name", [f"{WEB}@lindeveen.service", f"{JOB}@lindeveen.service", f"{JOB}@lindeveen.timer"]
)
def test_systemd_finds_nothing_wrong_with_a_unit(units: Path, name: str) -> None:
    found = run("systemd-analyze", "verify", "--man=no", "--recursive-errors=no", units / name)
    assert (found.returncode, found.stderr) == (0, "")


def test_systemd_would_tell_of_a_wrong_line(units: Path) -> None:
    path = units / f"{WEB}@lindeveen.service"
    path.write_text(path.read_text().replace("ProtectSystem=strict", "ProtectSystem=heel"), encoding="utf-8")
    assert "heel" in run("systemd-analyze", "verify", "--man=no", path).stderr


@pytest.mark.parametrize("name", [WEB, JOB])
def test_a_unit_leaves_little_open(units: Path, name: str) -> None:
    limit = str(round(10 * MOST_EXPOSED[name]))
    path = units / f"{name}@lindeveen.service"
    found = run("systemd-analyze", "security", "--offline=true", f"--threshold={limit}", path)
    assert found.returncode == 0, found.stdout


def test_the_dashboard_sees_no_person_and_no_key() -> None:
    service = (SYSTEMD / f"{WEB}@.service").read_text(encoding="utf-8")
    binds = [line for line in service.splitlines() if line.startswith(("Bind", "Read", "LoadCredential"))]
    assert "TemporaryFileSystem=/var/lib/socdom:ro" in service
    assert "TemporaryFileSystem=/etc/socdom:ro" in service
    assert binds
    assert not [line for line in binds if "data" in line or "/sleutel" in line or "mailwachtwoord" in line]
    settings = unit(f"{WEB}@.service")["Service"]
    assert settings["User"] != unit(f"{JOB}@.service")["Service"]["User"]
    assert {"SOCDOM_SLEUTEL", "SOCDOM_DATA"} <= set(settings["UnsetEnvironment"].split())
    assert (settings["IPAddressDeny"], settings["IPAddressAllow"]) == ("any", "localhost")


def test_a_dashboard_that_stops_is_started_again_and_told_of() -> None:
    service, section = unit(f"{WEB}@.service")["Service"], unit(f"{WEB}@.service")["Unit"]
    assert (service["Restart"], service["Type"], service["OOMPolicy"]) == ("on-failure", "notify", "continue")
    # Before somebody is mailed it is tried for minutes, and never longer than the interval in which tries are counted.
    assert 300 < int(section["StartLimitBurst"]) * int(service["RestartSec"]) < 1800
    assert section["StartLimitIntervalSec"] == "1h"
    assert service["RestartPreventExitStatus"] == str(ParameterError.exit_code)
    assert section["OnFailure"].startswith("socdom-storing@")


def test_the_timer_looks_every_night_and_makes_up_for_a_missed_one() -> None:
    timer = unit(f"{JOB}@.timer")["Timer"]
    assert timer["Persistent"] == "yes"
    moments = run(
        "systemd-analyze", "calendar", "--iterations=25", timer["OnCalendar"], TZ="Europe/Amsterdam"
    )
    hours = {line.split()[-2][:5] for line in moments.stdout.splitlines() if "CE" in line or "CEST" in line}
    assert {"01:00", "05:45"} <= hours
    assert all("01:00" <= hour <= "05:45" for hour in hours)


def test_cron_does_the_same_as_the_timer() -> None:
    [line] = [
        text for text in (DEPLOY / "cron" / "socdom").read_text().splitlines() if text[:1] in "*0123456789"
    ]
    minute, hour, *days, user, _ = line.split(None, 6)
    assert (minute, hour, days, user) == ("*/15", "1-5", ["*", "*", "*"], "socdom")
    assert (
        unit(f"{JOB}@.service")["Service"]["ExecStart"].split("socdom ", 1)[1].replace("%i", "lindeveen")
        in line
    )


def test_the_port_is_the_one_the_command_has() -> None:
    assert f"Environment=SOCDOM_POORT={DEFAULT_PORT}\n" in (SYSTEMD / f"{WEB}@.service").read_text()


@pytest.mark.parametrize(
    ("typed", "user"),
    [
        (["refresh", "-g", "toegang"], "socdom"),
        (["--debug", "toegang", "lijst"], "socdom-web"),
        (["--debug", "backup", "-g", "x"], ""),
        (["restore", "x.tar.gz"], ""),
        ([], "socdom"),
    ],
)
def test_the_command_of_a_server_picks_its_user(typed: list[str], user: str, tmp_path: Path) -> None:
    for name, line in {"setpriv": 'echo "$2"', "id": "echo 0", "programme": "echo root"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    (tmp_path / "omgeving").touch()
    text = (DEPLOY / "socdom").read_text(encoding="utf-8")
    text = text.replace("/opt/socdom/.venv/bin/socdom", str(tmp_path / "programme"))
    command = tmp_path / "socdom"
    command.write_text(text.replace("/etc/socdom/omgeving", str(tmp_path / "omgeving")), encoding="utf-8")
    path = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    done = subprocess.run(["sh", command, *typed], env=path, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == (user or "root")


@as_root
class TestSetUp:
    """`inrichten` in a folder in the place of /."""

    @pytest.fixture
    def server(self, tmp_path: Path) -> Path:
        """A server that was set up, with something in every folder, made by root."""
        (tmp_path / "opt/socdom/notebooks").mkdir(parents=True)
        self._set_up(tmp_path)
        work = tmp_path / "var/lib/socdom"
        (work / "parameters/lindeveen").mkdir()
        for place in (
            "data/lindeveen/leveringen/levering.csv",
            "rendered/lindeveen/edition.json",
            "parameters/lindeveen/gemeente.yml",
            "beheer/lindeveen/journaal.json",
            "beheer/lindeveen/toegang/accounts.db",
            "beheer/lindeveen/gebruik/2026.json",
        ):
            (work / place).write_text("x", encoding="utf-8")
        (tmp_path / "etc/socdom/sleutel").write_text("x", encoding="utf-8")
        self._set_up(tmp_path)
        return tmp_path

    def test_who_may_do_what(self, server: Path) -> None:
        may = {user: self._rights(server, user) for user in ("socdom", "socdom-web")}
        assert may == {
            "socdom": {
                "data/lindeveen/leveringen/levering.csv": "rw",
                "rendered/lindeveen/edition.json": "rw",
                "parameters/lindeveen/gemeente.yml": "rw",
                "beheer/lindeveen/journaal.json": "rw",
                "beheer/lindeveen/toegang/accounts.db": "",
                "beheer/lindeveen/gebruik/2026.json": "r",
                "sleutel": "rw",
                "omgeving": "r",
            },
            "socdom-web": {
                "data/lindeveen/leveringen/levering.csv": "",
                "rendered/lindeveen/edition.json": "r",
                "parameters/lindeveen/gemeente.yml": "r",
                "beheer/lindeveen/journaal.json": "r",
                "beheer/lindeveen/toegang/accounts.db": "rw",
                "beheer/lindeveen/gebruik/2026.json": "rw",
                "sleutel": "",
                "omgeving": "",
            },
        }

    def test_the_job_cannot_take_accounts_or_settings_away(self, server: Path) -> None:
        work = server / "var/lib/socdom"
        accounts = work / "beheer/lindeveen/toegang"
        for path in (accounts, server / "etc/socdom/omgeving"):
            assert self._as(server, "socdom", "mv", path, path.with_name("weg")) != 0
        journal = work / "beheer/lindeveen/journaal.json"
        assert self._as(server, "socdom", "mv", journal, journal.with_name("eerder.json")) == 0
        assert self._as(server, "socdom-web", "touch", work / "beheer/lindeveen/journaal.json") != 0

    @pytest.mark.parametrize("name", ["Lindeveen", "../data", "-x", "a b", "lindeveen; true", ""])
    def test_what_is_no_name_of_a_municipality_is_refused(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "opt/socdom").mkdir(parents=True)
        found = run(DEPLOY / "inrichten", name, INRICHTEN_IN=str(tmp_path))
        assert (found.returncode, "geen naam van een gemeente" in found.stderr) == (2, True)
        assert not (tmp_path / "etc").exists()

    def _set_up(self, root: Path) -> None:
        found = run(DEPLOY / "inrichten", "lindeveen", INRICHTEN_IN=str(root))
        assert found.returncode == 0, found.stderr
        # The users must get there; the folders of pytest are its own.
        for folder in (root, *root.parents):
            if folder.is_relative_to(gettempdir()) and folder != Path(gettempdir()):
                folder.chmod(0o755)

    def _rights(self, server: Path, user: str) -> dict[str, str]:
        work = server / "var/lib/socdom"
        places = {str(path.relative_to(work)): path for path in work.rglob("*.*") if path.is_file()}
        places = {name: path for name, path in places.items() if not Path(name).name.startswith(".")}
        places |= {name: server / "etc/socdom" / name for name in ("sleutel", "omgeving")}
        return {
            name: "".join(
                letter for letter in "rw" if self._as(server, user, "test", f"-{letter}", path) == 0
            )
            for name, path in places.items()
        }

    def _as(self, server: Path, user: str, *command: str | Path) -> int:
        """The exit code of a command of one of the users, whose numbers are those of this server."""
        lines = (server / "etc/passwd").read_text().splitlines()
        [number] = [line.split(":")[2] for line in lines if line.startswith(f"{user}:")]
        other = ["setpriv", f"--reuid={number}", f"--regid={number}", "--clear-groups", *command]
        return run(*other).returncode
