"""A process that makes backups, or restores, until it is killed; run by `test_kill_backups.py`, never imported.

It forks for every life: a line `PATH MODE` on stdin begins one, `pid N` says who to kill, `at` that a round has begun,
`end` that the life is over.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from readinglist.flows.recovery import restoring
from readinglist.library.backup import making, record
from readinglist.library.library import Library


def back_up(path: Path) -> None:
    """Make backups, each time of a changed library."""
    with Library.open(path) as library:
        while True:
            os.write(1, b"at\n")
            library.papers.set_note(1, f"{os.urandom(4).hex()}")
            making.copy_now(library, "before-import")
            making.make(library, "asked")


def restore(path: Path) -> None:
    """Restore the newest verified backup again and again."""
    newest = next(one for one in record.of_library(path) if one.verified)
    while True:
        os.write(1, b"at\n")
        with restoring.source(newest) as found:
            restoring.restore(path, found)
        for kept in path.parent.glob("*.before-restore-*"):
            kept.unlink()


def careless(path: Path) -> None:
    """What must not be done, to see that it is found out: the copy is written over the library itself."""
    newest = next(one for one in record.of_library(path) if one.verified)
    while True:
        os.write(1, b"at\n")
        with newest.database.open("rb") as source, path.open("wb") as target:
            shutil.copyfileobj(source, target, 4096)


def main() -> None:
    """Begin a life for every line."""
    for line in sys.stdin:
        path, mode = line.rstrip("\n").rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                os.write(1, f"pid {os.getpid()}\n".encode())  # here, so that it comes before all else that a life says
                {"backup": back_up, "restore": restore, "careless": careless}[mode](Path(path))
            finally:
                os._exit(1)
        _pid, status = os.waitpid(child, 0)
        os.write(1, f"end {status}\n".encode())


if __name__ == "__main__":
    main()
