"""Very many deeds in one life, while the clock jumps and others write: nothing grows, nothing gets slower.

python3 tests -m long tests/reliability/test_soak.py        100,000 deeds, 50 kills
"""

from __future__ import annotations

import contextlib
import gc
import os
import random
import sqlite3
import threading
import time
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import pytest

from readinglist.core import dates, errors
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from tests.library.kit import assert_sound
from tests.reliability.deeds_until_killed import STATUSES
from tests.reliability.test_kill import Observer, observer

__all__ = ["observer"]

pytestmark = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="what a process has is read from /proc")
PAPERS, WARM = 60, 300  # deeds, until what is kept in memory is there
JUMPS = ("2026-01-02T03:04:05Z", "2026-01-02T03:04:06Z", "1999-12-31T23:59:59Z", "2040-02-29T12:00:00Z")


class Has(NamedTuple):
    """What this process has: memory in MB, open files, threads."""

    memory: float
    files: int
    threads: int


def has() -> Has:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Has(
        pages * os.sysconf("SC_PAGE_SIZE") / 1e6, len(list(Path("/proc/self/fd").iterdir())), threading.active_count()
    )


def deed(library: Library, n: int, chance: random.Random) -> None:
    """Do one of many things; as many papers go as come."""
    papers = chance.sample(library.papers.every(), 3)
    kind = n % 8
    if kind == 0:
        library.papers.delete(papers[:1])
        library.papers.add(Draft(title=f"Soak {n}", abstract="words " * (n % 200), tags=[f"tag {n % 9}"]))
    elif kind in (1, 5):
        library.papers.set_note(papers[0], f"Note {n} " + "text " * (n % 99), typing=kind == 5)
    elif kind == 2:
        library.readings.set_status(papers, STATUSES[n % 6])
    elif kind == 3:
        library.papers.update(papers[:2], Op.EDIT, {"title": f"Title {n}", "rating": n % 6})
    elif kind == 4:
        library.tags.edit(papers, [f"tag {n % 9}"], [f"tag {(n + 1) % 9}"])
    elif kind == 6:
        library.undo()
        library.search.ids()
    elif n % 16 == 7:
        with contextlib.suppress(errors.NothingToUndo):  # others wrote in between
            library.redo()
    else:
        library.queue.add(papers[:1])


def soak(path: Path, deeds: int, keep: int | None = None) -> tuple[Has, list[float]]:
    """Do so many deeds in one life. Returns what the process has more than after the first, and the time of each (CPU).

    `keep` holds on to a connection every so many deeds: the negative control.
    """
    chance, times, kept, before = random.Random(deeds), [], [], has()
    with Library.open(path, create=True) as library, Library.open(path, origin="cli") as other:
        library.papers.add_many([Draft(title=f"P {n}") for n in range(PAPERS)])
        for n in range(deeds):
            with mock.patch.object(dates, "now", return_value=chance.choice(JUMPS)):
                begun = time.thread_time()
                deed(library, n, chance)
                times.append(time.thread_time() - begun)
                if n % 50 == 0:
                    other.papers.set_note(other.papers.every()[0], f"Beside {n}")
                    library.poll()
            if keep and n % keep == 0:
                kept.append(sqlite3.connect(path))
                kept[-1].execute("SELECT count(*) FROM paper").fetchall()
            if n == WARM:
                before = has()
        after = has()
    for connection in kept:
        connection.close()
    assert_sound(path)
    return Has(*(late - early for late, early in zip(after, before, strict=True))), times


def p95(times: list[float]) -> float:
    return sorted(times)[len(times) * 95 // 100]


def test_nothing_grows_in_a_thousand_deeds(folder: Path) -> None:
    grown, times = soak(folder / "library.db", 1_000)
    print(grown, f"p95 {p95(times) * 1000:.1f} ms")
    assert grown.memory < 50
    assert (grown.files, grown.threads) == (0, 0)


def test_what_is_kept_open_is_found_out(folder: Path) -> None:
    """The negative control."""
    grown, _times = soak(folder / "library.db", WARM + 20, keep=5)
    assert grown.files > 0


@pytest.mark.long
def test_nor_in_a_hundred_thousand(folder: Path) -> None:
    grown, times = soak(folder / "library.db", 100_000)
    early, late = p95(times[1_000:11_000]), p95(times[-10_000:])
    print(grown, f"p95 {early * 1000:.1f} ms at first, {late * 1000:.1f} ms at last")
    assert grown.memory < 50
    assert (grown.files, grown.threads) == (0, 0)
    assert late < 1.2 * early


@pytest.mark.long
def test_fifty_kills_between_many_deeds(observer: Observer) -> None:
    chance = random.Random(50)
    for _life in range(50):
        observer.one_life("late", 400, chance)
    print(f"{observer.kills} kills, {observer.acknowledged} acknowledged, {observer.lost} lost")
    assert (observer.lost, observer.halves) == (0, 0)
