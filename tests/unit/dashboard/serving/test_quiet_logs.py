"""What the log tells: kind and place, and nothing of what libraries say."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from socdom.dashboard.serving.quiet_logs import keep_quiet


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    before = logging.getLogRecordFactory()
    keep_quiet()
    yield
    logging.setLogRecordFactory(before)


def test_a_library_tells_kind_and_place(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("geheim")
    except ValueError:
        logging.getLogger("traitlets").exception("Error in cell %r", "geheim = 5", stack_info=True)
    assert "geheim" not in caplog.text
    assert "Traceback" not in caplog.text
    assert "ValueError (test_quiet_logs.py:" in caplog.text


def test_what_we_say_ourselves_stays(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("socdom.dashboard").error("de %s is klaar", "editie")
    assert "de editie is klaar" in caplog.text
