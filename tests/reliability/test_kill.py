"""Killed at any moment, the library holds every deed that was acknowledged, and none by halves."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from readinglist.core.paper import Draft
from readinglist.library.library import Library
from tests.library.kit import assert_sound

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("deeds_until_killed.py")


class Observer:
    """Stands outside: starts lives, counts what they acknowledge, kills them, and looks at what is stored."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.acknowledged = self.kills = self.lost = self.halves = 0
        self.begin()
        self.process = subprocess.Popen(
            [sys.executable, SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip

    def begin(self) -> None:
        """Begin a new library."""
        self.path, self.last = self.folder / f"{self.kills}.db", 0
        with Library.open(self.path, create=True) as library:
            for n in range(1, 6):
                library.papers.add(Draft(title=f"P {n}"))

    def one_life(self, mode: str, acks: int, chance: random.Random) -> None:
        """Let a life acknowledge some deeds, kill it at a random moment after, and compare."""
        assert self.process.stdin
        assert self.process.stdout
        print(f"{self.path} {mode}", file=self.process.stdin, flush=True)
        pid, last, seen = 0, self.last, 0
        before = last
        for line in self.process.stdout:
            word, _space, number = line.partition(" ")
            if word == "pid":
                pid = int(number)
            elif word == "ack":
                last, seen = int(number), seen + 1
                if seen == acks:
                    if mode != "early":
                        signal.sigtimedwait([], chance.random() * 0.003)
                    os.kill(pid, signal.SIGKILL)
            else:
                assert int(number) == signal.SIGKILL, f"the life ended by itself: {line}"
                break
            if word == "pid" and acks == 0:
                signal.sigtimedwait([], chance.random() * 0.03)
                os.kill(pid, signal.SIGKILL)
        self.kills += 1
        self.acknowledged += last - before
        self.compare(last)

    def compare(self, acknowledged: int) -> None:
        """What was acknowledged is there; what is there is there in all its places."""
        with Library.open(self.path) as library:
            last = library.db.execute("SELECT value FROM setting WHERE key = 'last'").fetchone()
            self.last = n = int(last[0]) if last else 0
            self.lost += max(0, acknowledged - n)
            whole = n == 0 or (
                library.papers.note(1).startswith(f"deed {n} ")
                and library.papers.get(2).title == (f"deed {n - n % 4}" if n > 3 else "P 2")
                and len(library.search.ids()) == 5 + (n + 3) // 4
            )
            self.halves += not whole

    def close(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()
        assert self.process.stdout
        self.process.stdout.close()


@pytest.fixture
def observer(folder: Path) -> Iterator[Observer]:
    made = Observer(folder)
    yield made
    made.close()


def survive(observer: Observer, kills: int, acks: tuple[int, ...], least: int) -> None:
    """Kill so many lives, each behind a number of acknowledged deeds out of `acks`; a new library every hundred."""
    chance = random.Random(kills)
    for life in range(1, kills + 1):
        observer.one_life("late", chance.choice(acks), chance)
        if life % 100 == 0:
            assert_sound(observer.path)  # what was wrong between would still be: no later step makes a sum right
            observer.path.unlink()
            observer.begin()
    print(
        f"{observer.kills} kills, {observer.acknowledged} acknowledged, {observer.lost} lost, {observer.halves} halves"
    )
    assert (observer.lost, observer.halves) == (0, 0)
    assert observer.acknowledged >= least


def test_nothing_acknowledged_is_lost_in_a_hundred_kills(observer: Observer) -> None:
    survive(observer, 100, (0, 1, 5, 30, 60, 100), 3_000)


@pytest.mark.long
def test_nothing_acknowledged_is_lost_for_long(observer: Observer) -> None:
    survive(observer, 5_000, (0, 1, 5, 45, 80, 120), 200_000)


def test_acknowledging_before_the_commit_is_found_out(observer: Observer) -> None:
    """The negative control."""
    chance = random.Random(1)
    for _life in range(20):
        observer.one_life("early", chance.randint(1, 5), chance)
        if observer.lost:
            break
    assert observer.lost > 0
    assert observer.halves == 0
