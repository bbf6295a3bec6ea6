"""Simulated power loss: deeds are done once under the shim, and every state that the disk may then hold is opened."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.core import errors
from readinglist.library.file import connection
from readinglist.library.library import Library
from tests.reliability.disk import deeds, power, shim

ROOT = Path(__file__).parents[3]


@dataclass
class Result:
    """How many states were opened, how many of them were unlike any before, and what was wrong."""

    states: int = 0
    different: int = 0
    acknowledged: int = 0
    operations: int = 0
    wrong: Counter[str] = field(default_factory=Counter)


def quick_folder() -> str | None:
    """Return where temporary files are quickest: we only play that the power goes."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def run(mode: str, *, count: int, states: int, seed: int) -> Result:
    """Do `count` deeds under the shim, and open so many states that the power may have left at any operation."""
    first = 1 + seed % 50
    result = Result(states=states, acknowledged=count)
    with tempfile.TemporaryDirectory(prefix="power-", dir=quick_folder()) as name:
        folder = Path(name)
        live = folder / "live" / "library.db"
        live.parent.mkdir()
        deeds.make(live)
        base = {str(live): live.read_bytes()}
        twin = folder / "twin.db"
        shutil.copy(live, twin)
        log = _logged(live, first, count, mode, folder)
        result.operations = len(log)
        expected = deeds.twins(twin, first, count, mode)
        place = folder / "left"
        place.mkdir()
        seen: set[bytes] = set()
        for crash in power.crashes(base, log, states, seed):
            if not _new(crash, seen):
                continue
            power.put(crash.files, place)
            wrong = compared(place / live.name, max(0, crash.acknowledged - first + 1), expected)
            if wrong:
                result.wrong[wrong] += 1
    result.different = len(seen)
    return result


def _logged(live: Path, first: int, count: int, mode: str, folder: Path) -> list[shim.Logged]:
    log = folder / "log"
    command = [sys.executable, "-m", "tests.reliability.disk.deeds", live, str(first), str(count), mode, log]
    environment = {**os.environ, "LD_PRELOAD": str(shim.compiled(folder))}
    subprocess.run(command, check=True, cwd=ROOT, env=environment)
    return list(shim.read_log(log))


def _new(crash: power.Crash, seen: set[bytes]) -> bool:
    """Return whether no state like this one, at the same deed, was opened before."""
    digest = hashlib.blake2b(str(crash.acknowledged).encode(), digest_size=16)
    for path, content in sorted(crash.files.items()):
        digest.update(path.encode() + b"\0")
        digest.update(content)
    before = len(seen)
    seen.add(digest.digest())
    return len(seen) > before


def compared(path: Path, acknowledged: int, expected: list[str]) -> str:
    """Open what is left; return "" where it holds all that was acknowledged and at most the deed after it whole."""
    connection._opened.clear()  # each file is another one, though it may have the number of the last
    try:
        Library.open(path).close()
        found = deeds.dump(path)
    except (errors.Refused, sqlite3.DatabaseError) as problem:
        return f"not opened: {type(problem).__name__}"
    if found in expected[acknowledged : acknowledged + 2]:
        return ""
    return "lost" if found in expected[:acknowledged] else "neither before nor after"
