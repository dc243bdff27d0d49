"""Runs of `socdom` of which a process is killed at a random moment, and what must hold afterwards.

A moment is drawn between the begin of a run and what one takes that is left alone; half of the time all processes of
the run are killed at once, as when a machine stops, and else one of them, as a system does that has no memory left.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from socdom.editions.frozen import BUSY_PREFIX, STORE
from socdom.editions.intact import is_intact
from socdom.editions.releases import earlier_figures
from socdom.editions.sums import sum_faults
from socdom.parameters import Places
from socdom.pipeline.lock import exclusive
from socdom.sources.vintages import damaged, read_vintage, vintages
from tests.lib.small_town import ROOT, SLUG, places_in

PATIENCE = 120.0  # seconds
_TEMPORARY = "t"
# One thread for each library: a process that forks has none beside its own.
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "ARROW_NUM_THREADS"), "1")


class Run(Protocol):
    """A run that is going on; `pid` is the session of all its processes."""

    pid: int

    def ended(self) -> bool: ...

    def code(self) -> int: ...


class Runs(Protocol):
    """Starts runs."""

    def start(self, places: Places, words: Sequence[str], log: Path) -> Run: ...


class _Cold:
    """A process of its own for each run, as on a server."""

    def start(self, places: Places, words: Sequence[str], log: Path) -> Run:
        with log.open("ab") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "socdom", *words],
                env={**os.environ, **_environment(places)},
                cwd=places.root,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return _ColdRun(process)


class _ColdRun:
    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self._process, self.pid = process, process.pid

    def ended(self) -> bool:
        return self._process.poll() is not None

    def code(self) -> int:
        return self._process.wait(PATIENCE)


class _Warm:
    """A fork of one process that has imported all."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, places: Places, words: Sequence[str], log: Path) -> Run:
        order = {
            "words": list(words),
            "environment": _environment(places),
            "folder": str(places.root),
            "log": str(log),
        }
        assert self._process.stdin is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)
        return _WarmRun(self._process)


class _WarmRun:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        assert process.stdout is not None
        self._said = process.stdout
        self.pid = int(self._said.readline())

    def ended(self) -> bool:
        # Ended and not waited for is a zombie until the process that forked it has seen it.
        return state_of(self.pid) in ("", "Z")

    def code(self) -> int:
        return int(self._said.readline())


def cold_runs() -> Runs:
    """Each run as a command on its own."""
    return _Cold()


@contextmanager
def warm_runs() -> Iterator[Runs]:
    """Runs that need no time to import."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.lib.warm_runs"],
        cwd=ROOT,
        env={**os.environ, **_ONE_THREAD, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "klaar\n"
        yield _Warm(process)
    finally:
        process.stdin.close()
        process.wait(PATIENCE)
        process.stdout.close()


def _environment(places: Places) -> dict[str, str]:
    return {
        "SOCDOM_ROOT": str(places.root),
        "SOCDOM_DATA": str(places.data),
        "SOCDOM_SLEUTEL": str(places.key),
        "SOCDOM_OPEN_DATA": "",
        "SOCDOM_BEHEER": "",
        "PYTHONPATH": str(ROOT),
        "TMPDIR": str(places.root.parent / _TEMPORARY),
    }


@dataclass
class Scenario:
    """A command in a state of a workplace.

    Attributes:
        name: to tell which.
        base: folder of a workplace (`places_in`) as it is before the command; never changed.
        words: the command; `{folder}` is the folder of the workplace.
        again: the command that finishes it; the same unless given.
        done_already: exit code with which that may say that there is nothing left to do.
        same: whether the end is the same, byte for byte, each time.
        look: what else must hold of a workplace after a kill, and at the end.
    """

    name: str
    base: Path
    words: tuple[str, ...]
    again: tuple[str, ...] = ()
    done_already: int = 0
    same: bool = True
    look: Callable[[Places], None] = field(default=lambda places: None)


@dataclass
class Tally:
    """How often what happened.

    Attributes:
        all_at_once, one: kills of all processes of a run, and of one of them.
        too_late: runs that were over before their moment came.
        new: after how many of the kills the new edition stood there already.
    """

    all_at_once: int = 0
    one: int = 0
    too_late: int = 0
    new: int = 0

    @property
    def kills(self) -> int:
        return self.all_at_once + self.one

    def __str__(self) -> str:
        return (
            f"{self.kills} kills ({self.all_at_once} of all, {self.one} of one process), "
            f"{self.too_late} too late, {self.new} after the new edition stood there"
        )


class Reference:
    """What a scenario gives when it is left alone: the workplace before and after, and how long it takes."""

    def __init__(self, runs: Runs, scenario: Scenario, folder: Path) -> None:
        self.scenario, self.folder = scenario, folder
        folder.mkdir()
        # Once more for the time: the first of all is slower, and a busy machine makes any run slow.
        self.seconds = PATIENCE
        for _ in range(2):
            places = _copied(scenario.base, folder / "ongestoord")
            self.before = contents(places)
            began = time.monotonic()
            code, told = _done(runs, places, scenario.words, folder / "log")
            self.seconds = min(self.seconds, time.monotonic() - began)
            assert code == 0, told
            self.after = contents(places)

    def kill_once(self, runs: Runs, rng: random.Random, tally: Tally) -> None:
        """Kill one run somewhere, look, finish it, and look again."""
        scenario, log = self.scenario, self.folder / "log"
        places = _copied(scenario.base, self.folder / "geraakt")
        moment, alone = rng.uniform(0.0, self.seconds), rng.random() < 0.5
        where = f"{scenario.name}: {'one process' if alone else 'all'} after {moment:.4f} s"
        run = runs.start(places, _words(scenario.words, places), log)
        hit = _kill(run, moment, rng if alone else None)
        code = run.code()
        _wait_until_gone(run.pid, where)
        if not hit:
            tally.too_late += 1
        elif alone:
            tally.one += 1
        else:
            tally.all_at_once += 1
        self._require_sound(places, where, tally, hit=hit)
        if not code:
            other = self._other_files(places)
            assert other == [], f"{where}: it ended well and gave something else: {other}"
        code, told = _done(runs, places, scenario.again or scenario.words, log)
        assert code in (0, scenario.done_already), f"{where}: the next run gave {code}: {told}"
        other, left = self._other_files(places), leftovers(places)
        assert other == [], f"{where}: the next run gave something else: {other}"
        assert left == [], f"{where}: something is left: {left}"
        scenario.look(places)

    def _other_files(self, places: Places) -> list[str]:
        return _differs(contents(places), self.after) if self.scenario.same else []

    def _require_sound(self, places: Places, where: str, tally: Tally, *, hit: bool) -> None:
        home = places.rendered / SLUG
        for link in (path for path in home.glob("*") if path.is_symlink()):
            assert is_intact(link), f"{where}: {link.name} is not whole"
            assert not sum_faults(link), f"{where}: {link.name} has other files than its list"
            name = f"rendered/{SLUG}/{link.name}/figures.parquet"
            allowed = {self.before.get(name), self.after.get(name)}
            found = hashlib.sha256((link / "figures.parquet").read_bytes()).hexdigest()
            assert found in allowed, f"{where}: {link.name} has figures that no run gave"
            tally.new += hit and found == self.after.get(name) != self.before.get(name)
        if home.exists():
            earlier_figures(home)  # refuses when an edition stands there that it does not know
        kept = places.data / SLUG / "vintages"
        assert damaged(kept) == [], where
        for one in vintages(kept):
            read_vintage(one)
        if home.exists():
            with exclusive(home, putting_back=True):
                pass
        self.scenario.look(places)


def contents(places: Places) -> dict[str, str]:
    """What a workplace holds: checksum of every file a reader or a next run can reach; not drafts, logs and locks."""
    found = {}
    for base in (
        places.rendered,
        places.data,
        places.key.parent,
        places.kept(SLUG).parent,
        places.parameters,
    ):
        for path in _files(base):
            name = f"{base.name}/{path.relative_to(base).as_posix()}"
            if not any(part.startswith((".bezig", ".getekend", BUSY_PREFIX)) for part in path.parts):
                found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def _files(base: Path) -> Iterator[Path]:
    """Files under a folder, those behind the link of an edition by the name of the link, and not by that of its folder."""
    for parent, folders, files in os.walk(base, followlinks=True):
        folders[:] = sorted(name for name in folders if name != STORE)
        yield from (Path(parent) / name for name in sorted(files))


def _differs(found: dict[str, str], wanted: dict[str, str]) -> list[str]:
    return sorted(name for name in {*found, *wanted} if found.get(name) != wanted.get(name))


def leftovers(places: Places) -> list[str]:
    """What a run makes for a while and must be gone after the next."""
    marks = (
        "bezig-",
        ".bezig-",
        ".concept-",
        ".weg-",
        ".controle-",
        ".terugzetten",
        ".teruggezet-",
        ".journaal-",
    )
    roots = (places.root.parent,)
    found = [path for root in roots for path in root.rglob("*") if path.name.startswith(marks)]
    found += [*places.data.glob("*/vintages.*"), *(places.root.parent / _TEMPORARY).iterdir()]
    found += [path for path in places.key.parent.glob(".*") if path.name != ".bezig"]
    return sorted(path.name for path in found)


def _copied(base: Path, target: Path) -> Places:
    """A workplace of its own, with the rights and times of the one it is a copy of."""
    if target.exists():
        _remove(target)
    shutil.copytree(base, target, symlinks=True)
    (target / _TEMPORARY).mkdir()
    return places_in(target)


def _remove(folder: Path) -> None:
    for parent, folders, _ in os.walk(folder):
        for name in folders:
            path = Path(parent) / name
            if not path.is_symlink():
                path.chmod(0o700)
    shutil.rmtree(folder)


def _done(runs: Runs, places: Places, words: Sequence[str], log: Path) -> tuple[int, str]:
    """Exit code of a run that is left alone, and the end of what it said."""
    log.unlink(missing_ok=True)
    run = runs.start(places, _words(words, places), log)
    end = time.monotonic() + PATIENCE
    while not run.ended() and time.monotonic() < end:
        time.sleep(0.002)
    assert run.ended(), f"{words} does not end"
    return run.code(), log.read_text(encoding="utf-8")[-2000:]


def _words(words: Sequence[str], places: Places) -> list[str]:
    return [word.format(folder=places.root.parent) for word in words]


def _kill(run: Run, moment: float, rng: random.Random | None) -> bool:
    """Kill a random process of a run, or all when there is no `rng`; False when the run was over before."""
    end = time.monotonic() + moment
    while time.monotonic() < end and not run.ended():
        time.sleep(min(0.002, max(0.0, end - time.monotonic())))
    if run.ended():
        return False
    if rng is not None:
        victims = [rng.choice(processes_of(run.pid) or [run.pid])]
    else:
        victims = [*processes_of(run.pid), run.pid]
    for victim in victims:
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
    return True


def processes_of(session: int) -> list[int]:
    """The processes of a session that have not ended, in order of number."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with suppress(OSError):
                told = (folder / "stat").read_text().rpartition(") ")[2].split()
                if told[0] not in "ZX" and int(told[3]) == session:
                    found.append(int(folder.name))
    return sorted(found)


def processes_under(parent: int) -> list[int]:
    """The processes that a process started, and those that these started."""
    found = []
    for folder in Path(f"/proc/{parent}/task").glob("*"):
        with suppress(OSError):
            for child in (folder / "children").read_text().split():
                found += [int(child), *processes_under(int(child))]
    return found


def state_of(pid: int) -> str:
    """Letter of the state of a process; "" when there is none."""
    with suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2].split()[0]
    return ""


def _wait_until_gone(session: int, where: str) -> None:
    end = time.monotonic() + PATIENCE
    while left := processes_of(session):
        assert time.monotonic() < end, f"{where}: {len(left)} processes are left"
        time.sleep(0.01)
