"""A service that stopped: which ends are told, to which municipality, and what is no service of ours."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from socdom.errors import ParameterError
from socdom.parameters import Places
from socdom.pipeline.unattended import stopped

NOW = datetime(2026, 3, 2, 3, 0, tzinfo=UTC)


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def keep(places: Places, gemeente: str, part: str, *, now: datetime) -> bool:
        found.append((gemeente, part))
        return True

    monkeypatch.setattr(stopped, "tell_stopped", keep)
    return found


@pytest.mark.parametrize(
    ("unit", "result", "expected"),
    [
        ("socdom-dashboard@lindeveen.service", "exit-code", [("lindeveen", "dashboard")]),
        ("socdom-dashboard@lindeveen.service", "", [("lindeveen", "dashboard")]),
        ("socdom-run-due@de-ronde-venen.service", "timeout", [("de-ronde-venen", "run-due")]),
        ("socdom-run-due@lindeveen.service", "oom-kill", [("lindeveen", "run-due")]),
        ("socdom-run-due@lindeveen.service", "exit-code", []),
        ("socdom-run-due@lindeveen.service", "", []),
    ],
)
def test_what_is_told(
    told: list[tuple[str, str]], unit: str, result: str, expected: list[tuple[str, str]]
) -> None:
    places = Places(Path("."), Path("data"), None, Path("sleutel"))
    environ = {"MONITOR_SERVICE_RESULT": result} if result else {}
    assert stopped.service_stopped(unit, environ, now=NOW, places=places) is bool(expected)
    assert told == expected


@pytest.mark.parametrize(
    "unit", ["", "nginx.service", "socdom-dashboard@../x.service", "socdom-dashboard@.service"]
)
def test_what_is_no_service_of_ours_is_refused(told: list[tuple[str, str]], unit: str) -> None:
    with pytest.raises(ParameterError):
        stopped.service_stopped(unit, {}, now=NOW)
    assert not told
