"""Whatever bytes are delivered: a result, or a fault in Dutch that names nobody. Never anything else."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.readers import READERS, read_message
from tests.fuzz.samples import SAMPLES

ROOT = Path(__file__).resolve().parents[2]
FEW, MANY = 6, 600
SECONDS = 60
_CHECKS = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]


@cache
def sample(name: str) -> bytes:
    return SAMPLES[name]()


@st.composite
def spoiled(draw: st.DrawFn, content: bytes) -> bytes:
    """Bytes changed, cut out, put in, cut off or repeated; of a zip also within its members."""
    if content[:2] == b"PK" and draw(st.booleans()):
        return draw(spoiled_zip(content))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.integers(0, 12)))
        put = draw(
            st.binary(max_size=12)
            | st.sampled_from([b'"', b";", b"\n", b"\r", b"\x00", b"\xff\xfe", b"&", b"<"])
        )
        content = draw(
            st.sampled_from([content[:start] + put + content[end:], content[:start], content[:start] * 2])
        )
    return content


@st.composite
def spoiled_zip(draw: st.DrawFn, content: bytes) -> bytes:
    """A sound zip of which one member is spoiled."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        names = old.namelist()
        chosen = draw(st.sampled_from(names))
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as new:
            for name in names:
                inner = old.read(name)
                new.writestr(name, draw(spoiled(inner)) if name == chosen else inner)
    return held.getvalue()


def tried(name: str, examples: int) -> Callable[[Path], None]:
    """Feed a reader with a number of spoiled files, and with bytes of no kind at all."""

    def run(folder: Path) -> None:
        @settings(max_examples=examples, deadline=None, suppress_health_check=_CHECKS)
        @given(spoiled(sample(name)) | st.binary(max_size=200))
        def one(content: bytes) -> None:
            READERS[name](content, folder)

        one()

    return run


@pytest.mark.parametrize("name", READERS)
def test_the_sample_itself_can_be_read(name: str, tmp_path: Path) -> None:
    assert READERS[name](sample(name), tmp_path) is (name != "json")


@pytest.mark.parametrize("name", READERS)
def test_a_spoiled_file_gives_a_result_or_a_fault(name: str, tmp_path: Path) -> None:
    tried(name, FEW)(tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("name", READERS)
def test_many_spoiled_files_give_a_result_or_a_fault(name: str, tmp_path: Path) -> None:
    tried(name, MANY)(tmp_path)


def _messages(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*/berichten/*.xml"))]


@pytest.mark.parametrize("examples", [FEW, pytest.param(MANY, marks=pytest.mark.long)])
def test_a_spoiled_message_gives_a_result_or_a_fault(
    examples: int, shared_data: Path, tmp_path: Path
) -> None:
    schemas = shared_data / "istandaarden"
    messages = _messages(schemas)

    @settings(max_examples=examples, deadline=None, suppress_health_check=_CHECKS)
    @given(st.sampled_from(messages).flatmap(spoiled))
    def one(content: bytes) -> None:
        read_message(content, tmp_path, schemas)

    one()


@pytest.mark.long
@pytest.mark.parametrize("name", ["csv", "intake", "json", "xml"])
def test_a_reader_stands_a_minute_of_fuzzing(name: str) -> None:
    pytest.importorskip("atheris", reason="atheris is er niet voor deze Python")
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz", name, str(SECONDS)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS * 5,
    )
    assert done.returncode == 0, done.stderr[-3000:]
