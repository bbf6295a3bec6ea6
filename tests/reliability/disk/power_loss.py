"""Simulated power loss: deeds are done once under the shim, and every state that the disk may then hold is opened."""

from __future__ import annotations

import atexit
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from readinglist.core import errors
from readinglist.library.file import connection
from readinglist.library.library import Library
from tests.reliability.disk import deeds, power, shim

ROOT = Path(__file__).parents[3]


@dataclass
class Result:
    """How many states, all different, were looked at, how many opened by the program itself, and what was wrong."""

    states: int = 0
    opened: int = 0
    acknowledged: int = 0
    operations: int = 0
    wrong: Counter[str] = field(default_factory=Counter)

    def add(self, other: Result) -> None:
        """Count another run in."""
        self.states += other.states
        self.opened += other.opened
        self.acknowledged += other.acknowledged
        self.operations += other.operations
        self.wrong += other.wrong


def quick_folder() -> str | None:
    """Return where temporary files are quickest: we only play that the power goes."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(mode: str, *, count: int, states: int, seed: int) -> Result:
    """Do `count` deeds under the shim, and open so many states that the power may have left at any operation."""
    first = 1 + seed * count % 500
    result = Result(acknowledged=count)
    with tempfile.TemporaryDirectory(prefix="power-", dir=quick_folder()) as name:
        folder = Path(name)
        live = folder / "live" / "library.db"
        live.parent.mkdir()
        shutil.copy(begun(), live)
        base = {str(live): live.read_bytes()}
        twin = folder / "twin.db"
        shutil.copy(live, twin)
        log = _logged(live, first, count, mode, folder)
        result.operations = len(log)
        place = folder / "left"
        place.mkdir()
        look = Look(place / live.name, deeds.twins(twin, first, count, mode))
        for crash in power.crashes(base, log, states, seed):
            result.states += 1
            wrong = look.compared(crash, max(0, crash.acknowledged - first + 1))
            if wrong:
                result.wrong[wrong] += 1
        result.opened = look.opened
    return result


@cache
def begun() -> Path:
    """Return the library that every run begins with."""
    folder = tempfile.mkdtemp(prefix="begun-", dir=quick_folder())
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    deeds.make(Path(folder, "library.db"))
    return Path(folder, "library.db")


def _logged(live: Path, first: int, count: int, mode: str, folder: Path) -> list[shim.Logged]:
    log = folder / "log"
    command = [sys.executable, "-m", "tests.reliability.disk.deeds", live, str(first), str(count), mode, log]
    environment = {**os.environ, "LD_PRELOAD": str(shim.compiled())}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    return list(shim.read_log(log))


class Look:
    """Opens what is left at `path`, and compares it with the dumps that are `expected` before and after each deed."""

    def __init__(self, path: Path, expected: list[str]) -> None:
        self.path = path
        self.expected = expected
        self.opened = self._looks = 0
        self._known: dict[bytes, str] = {}  # what files are known to hold, byte for byte

    def compared(self, crash: power.Crash, acknowledged: int) -> str:
        """Return "" where it holds all that was acknowledged and at most the deed after it whole, else what is wrong.

        SQLite itself brings back each file by its journal. What it then is, byte for byte, need be opened by the
        program and read row by row only once; every fiftieth is opened as it was left.
        """
        self._looks += 1
        try:
            found = self._found(power.contents(crash.files))
        except (errors.Refused, sqlite3.DatabaseError) as problem:
            return f"not opened: {type(problem).__name__}"
        if found in self.expected[acknowledged : acknowledged + 2]:
            return ""
        return "lost" if found in self.expected[:acknowledged] else "neither before nor after"

    def _found(self, files: dict[str, bytes]) -> str:
        alone = not any(content for name, content in files.items() if name != self.path.name)
        content = files.get(self.path.name, b"")
        if self._looks % 50 and alone and content in self._known:
            return self._known[content]
        power.put(files, self.path.parent)
        if self._looks % 50 == 0:
            return self._dump()
        if not alone:
            self._bring_back()
            content = self.path.read_bytes()
        if content not in self._known:
            self._known[content] = self._dump()
        return self._known[content]

    def _bring_back(self) -> None:
        db = sqlite3.connect(self.path, isolation_level=None)
        try:
            db.execute("PRAGMA schema_version").fetchall()  # the first look; without the schema, which takes longer
        finally:
            db.close()

    def _dump(self) -> str:
        self.opened += 1
        connection._opened.clear()  # each file is another one, though it may have the number of the last
        Library.open(self.path).close()
        return deeds.dump(self.path)
