"""A library of an older version while it is brought up to date: killed at every statement, robbed of its power.

Run as a program it brings one up to date under the shim and logs what reaches the disk:
    python -m tests.reliability.migrations LIBRARY LOG [off]
"""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path, PurePath
from typing import Any, NamedTuple
from unittest import mock

from readinglist.library.check import check
from readinglist.library.file import connection, schema
from readinglist.library.library import Library
from tests.library.lives import life
from tests.reliability.disk import power, shim

ROOT = Path(__file__).parents[2]
NAME = "library.db"
LITTLE_MEMORY = -40  # KiB: pages are written into the file in the midst of the migration


class Stopped(NamedTuple):
    """How many statements there were, and the different contents of the folder before them."""

    statements: int
    states: list[power.Content]


def with_pragma(name: str, value: str | int, found: str | int) -> Any:
    """Have one pragma of the connection otherwise, for as long as the context lasts."""
    others = tuple(pragma for pragma in connection.PRAGMAS if pragma[0] != name)
    return mock.patch.object(connection, "PRAGMAS", (*others, (name, value, found)))


def stopped(version: int, folder: Path) -> Stopped:
    """Bring a library up to date, and keep what the files hold before each statement: what a kill would leave."""
    path = life(version, folder / NAME)
    watch = _Watch(path)
    real = sqlite3.connect

    def traced(*given: Any, **named: Any) -> sqlite3.Connection:
        db = real(*given, **named)
        db.set_trace_callback(lambda _sql: watch.look())
        return db

    with with_pragma("cache_size", LITTLE_MEMORY, LITTLE_MEMORY), mock.patch.object(sqlite3, "connect", traced):
        Library.open(path).close()
    watch.look()
    return Stopped(watch.statements, watch.states)


class _Watch:
    """Keeps the contents of a library and of its journal whenever one of them is another than before."""

    def __init__(self, path: Path) -> None:
        self.statements = 0
        self.states: list[power.Content] = []
        self._files = (path, path.with_name(f"{path.name}-journal"))
        self._last: object = None

    def look(self) -> None:
        """Take note of one more statement."""
        self.statements += 1
        found = {file: file.stat() for file in self._files if file.exists()}
        marks = {file: (stat.st_ino, stat.st_size, stat.st_mtime_ns) for file, stat in found.items()}
        if marks != self._last:
            self._last = marks
            state = {str(file): file.read_bytes() for file in found}
            if state not in self.states[-1:]:
                self.states.append(state)


def wrong(states: Iterable[power.Content], before: bytes, folder: Path) -> tuple[int, list[str]]:
    """Open what each state holds; return how many were different, and what was neither old nor new in them."""
    seen: set[int] = set()
    found = []
    for state in states:
        named = {PurePath(path).name: content for path, content in state.items()}
        kept = {name: content for name, content in named.items() if name.startswith(NAME)}
        mark = hash(tuple(sorted(kept.items())))
        if mark not in seen:
            seen.add(mark)
            power.put(kept, folder)
            found.append(between(folder / NAME, before))
    return len(seen), [reason for reason in found if reason]


def between(path: Path, before: bytes) -> str:
    """Return "" where a library that is left is as it was, byte for byte, or new and sound; else what is wrong."""
    old = int.from_bytes(before[60:64], "big")  # user_version
    try:
        db = sqlite3.connect(path)
        version = db.execute("PRAGMA user_version").fetchone()[0]
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()  # what a journal holds is put back now
        db.close()
        if version == old:
            return "" if path.read_bytes() == before else "neither old nor new"
        if version != schema.VERSION:
            return f"of version {version}"
        connection._opened.clear()  # each file is another one, though it may have the number of the last
        with Library.open(path) as library:
            return "" if check(library).sound else "not sound"
    except Exception as problem:  # whatever it is, the library is not as it was
        return f"not opened: {type(problem).__name__}: {problem}"


def robbed(version: int, states: int, folder: Path, *, seed: int = 1, mode: str = "") -> tuple[int, list[str]]:
    """Bring a library up to date and take the power away at any operation; returns what `wrong` does."""
    live = folder / "live" / NAME
    live.parent.mkdir(parents=True)
    before = life(version, live).read_bytes()
    log = folder / "log"
    command = [sys.executable, "-m", "tests.reliability.migrations", str(live), str(log), mode]
    environment = {**os.environ, "LD_PRELOAD": str(shim.compiled())}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    beside = [one for one in shim.read_log(log) if PurePath(one.path).parent == live.parent or one.what == "d"]
    left = folder / "left"
    left.mkdir()
    crashes = power.crashes({str(live): before}, beside, states, seed)
    return wrong((power.contents(crash.files) for crash in crashes), before, left)


def main() -> None:
    """Bring one library up to date under the shim."""
    path, log, mode = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    disk = shim.Disk()
    disk.log(log)
    disk.arm(path.parent)
    synchronous = ("OFF", 0) if mode == "off" else ("EXTRA", 3)
    with with_pragma("cache_size", LITTLE_MEMORY, LITTLE_MEMORY), with_pragma("synchronous", *synchronous):
        Library.open(path).close()


if __name__ == "__main__":
    main()
