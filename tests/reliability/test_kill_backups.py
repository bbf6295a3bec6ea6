"""Killed at any moment of a backup or a restore, a verified backup is left, and the library is never worse."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core import errors
from readinglist.core.paper import Draft
from readinglist.library.backup import making, record
from readinglist.library.check import check
from readinglist.library.library import Library

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="lives are forked")
ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("backups_until_killed.py")
PAPERS = 40


class Observer:
    """Stands outside: starts lives, kills them, and looks at the library and its backups."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with Library.open(path, create=True) as library:
            library.papers.add_many([Draft(title=f"P {n}", abstract="words " * 200) for n in range(PAPERS)])
            made = making.make(library, "asked")
            assert made is not None
            assert made.verified
        self.process = subprocess.Popen(
            [sys.executable, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def one_life(self, mode: str, rounds: int, wait: float) -> None:
        """Let a life begin so many rounds, then kill it after `wait` seconds."""
        assert self.process.stdin
        assert self.process.stdout
        print(f"{self.path} {mode}", file=self.process.stdin, flush=True)
        pid = 0
        for line in self.process.stdout:
            word, _space, number = line.partition(" ")
            if word == "pid":
                pid = int(number)
            elif word == "end":
                assert int(number) == signal.SIGKILL, f"the life ended by itself: {line}"
                return
            else:
                rounds -= 1
                if rounds == 0:
                    signal.sigtimedwait([], wait)
                    os.kill(pid, signal.SIGKILL)

    def worse(self) -> list[str]:
        """Return what is worse than before."""
        found = []
        try:
            with Library.open(self.path) as library:
                if not check(library).sound or len(library.papers.every()) != PAPERS:
                    found.append("the library")
        except errors.Refused as problem:
            found.append(f"the library: {problem.what}")
        verified = [one for one in record.of_library(self.path) if one.verified]
        if not verified:
            found.append("no verified backup is left")
        found += [f"{one.name} is not whole" for one in verified[:2] if not one.whole()]
        return found

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def observer(folder: Path) -> Iterator[Observer]:
    made = Observer(folder / "library.db")
    yield made
    made.close()


def survive(observer: Observer, kills: int) -> None:
    chance = random.Random(kills)
    for _kill in range(kills):
        for mode in ("backup", "restore"):
            observer.one_life(mode, chance.choice((1, 1, 2)), chance.random() * 0.08)
            assert observer.worse() == []


def test_twenty_kills_leave_a_verified_backup_and_a_sound_library(observer: Observer) -> None:
    survive(observer, 10)


@pytest.mark.long
def test_a_thousand_kills_do(observer: Observer) -> None:
    survive(observer, 500)


def test_writing_over_the_library_is_found_out(observer: Observer) -> None:
    """The negative control."""
    for _life in range(10):
        observer.one_life("careless", 5, 0.0002)
        if observer.worse():
            return
    pytest.fail("nothing was found")
