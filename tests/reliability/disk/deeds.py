"""Deeds through the library's public door, the same in every run: one clock, one stream of ids, one order.

Run as a program it does so many of them and acknowledges each, in the log of the shim where there is one, on standard
output in any case:    python -m tests.reliability.disk.deeds LIBRARY FIRST COUNT MODE [LOG]
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from unittest import mock

from readinglist.core import dates
from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.library import Library
from tests.reliability.deeds_until_killed import STATUSES
from tests.reliability.disk.shim import Disk

MODES = {
    "sound": (),
    "early": (),  # acknowledges before the COMMIT
    "full": ("PRAGMA synchronous = FULL",),
    "off": ("PRAGMA synchronous = OFF",),
    "wal": ("PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL"),
}


@contextlib.contextmanager
def still(seed: int) -> Iterator[None]:
    """Stop the clock, and make what is random the same in every run: twins must be alike in every byte of content."""
    ids = random.Random(seed).randbytes
    with mock.patch.object(dates, "now", return_value="2026-01-02T03:04:05Z"), mock.patch.object(os, "urandom", ids):
        yield


def make(path: Path) -> None:
    """Make the library that every run begins with."""
    with still(1), Library.open(path, create=True) as library:
        for n in range(1, 9):
            library.papers.add(Draft(title=f"Paper {n}", abstract="words " * 40, tags=[f"tag {n % 3}"]))
        library.queue.add([1, 2, 3])


def deed(library: Library, n: int) -> None:
    """Do deed `n`, one step that touches several tables."""
    kinds: tuple[Callable[[], object], ...] = (
        lambda: library.papers.set_note(1 + n % 8, f"Deed {n}. " + "words " * (n % 90)),
        lambda: library.papers.update([1 + n % 8], Op.EDIT, {"title": f"Deed {n}", "rating": n % 6}),
        lambda: library.readings.set_status([1 + n % 8, 1 + (n + 3) % 8], STATUSES[n % 6]),
        lambda: library.papers.add(Draft(title=f"New {n}", abstract="text " * (n * 7 % 900), tags=[f"tag {n % 7}"])),
        lambda: library.tags.edit([2, 4, 6], [f"tag {n % 7}"], [f"tag {(n + 1) % 7}"]),
        lambda: library.queue.move([1 + n % 3], 1),
        library.undo,
    )
    with_number = kinds[n % len(kinds)]
    with_number()


def live(path: Path, first: int, count: int, mode: str, acknowledge: Callable[[int], object]) -> None:
    """Do `count` deeds from number `first` on, and acknowledge each."""
    with Library.open(path) as library:
        for pragma in MODES[mode]:
            library.db.execute(pragma).fetchall()
        for n in range(first, first + count):
            if mode == "early":
                with library.step(Op.EDIT):
                    library.papers.set_note(1, f"Deed {n}")
                    acknowledge(n)
            else:
                deed(library, n)
                acknowledge(n)


def dump(path: Path) -> str:
    """Return a digest of every row of every table that is not derived: the whole content of a library."""
    db = sqlite3.connect(path)
    try:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'find%' ORDER BY name"
        found = hashlib.sha256()
        for (table,) in db.execute(tables).fetchall():
            found.update(table.encode())
            for row in sorted(map(repr, db.execute(f"SELECT * FROM {table}"))):
                found.update(row.encode())
        return found.hexdigest()
    finally:
        db.close()


def twins(path: Path, first: int, count: int, mode: str) -> list[str]:
    """Do the same deeds beside, and return the dumps before the first and after each."""
    found = [dump(path)]
    with still(2):
        live(path, first, count, mode, lambda _n: found.append(dump(path)))
    if mode == "early":  # what it acknowledged was not stored yet
        found = [*found[:1], *found[2:], dump(path)]
    return found


def main() -> None:
    """Live one life under the shim."""
    path, first, count, mode, log = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5]
    disk = Disk()
    disk.log(Path(log))
    disk.arm(path.parent)
    with still(2):
        live(path, first, count, mode, disk.mark)


if __name__ == "__main__":
    main()
