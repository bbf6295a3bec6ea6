"""A process that does deeds and acknowledges each, until it is killed; run by `test_kill.py`, never imported.

It forks for every life, so that a hundred lives cost one start: a line `PATH MODE` on stdin begins one, `pid N` says
who to kill, `ack N` that deed N is done, `end` that the life is over.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from readinglist.core.ops import Op
from readinglist.core.paper import Draft
from readinglist.library.library import Library

STATUSES = ("to_read", "reading", "read", "inbox", "dropped", "paused")


def one_deed(library: Library, n: int) -> None:
    """Deed `n` writes its number in two places, every fourth time in a third, and adds a paper after that: so half of
    it would show."""
    library.db.execute("INSERT OR REPLACE INTO setting (key, value) VALUES ('last', ?)", (str(n),))
    library.papers.set_note(1, f"deed {n} " + "words " * (n % 50))
    if n % 4 == 0:
        library.papers.update([2], Op.EDIT, {"title": f"deed {n}"})
    elif n % 4 == 1:
        library.papers.add(Draft(title=f"paper {n}", abstract="text " * (n % 300), tags=[f"tag {n % 7}"]))
    elif n % 4 == 2:
        library.readings.set_status([3, 4], STATUSES[n % 6])
        library.queue.move([3 + n % 3], 1)
    else:
        library.tags.edit([3, 5], [f"tag {n % 7}"], [f"tag {(n + 1) % 7}"])


def live(path: Path, mode: str) -> None:
    """Do deeds for ever. `early` acknowledges before the COMMIT: what must not be done, to see that it is found out."""
    library = Library.open(path)
    last = library.db.execute("SELECT value FROM setting WHERE key = 'last'").fetchone()
    n = int(last[0]) if last else 0
    while True:
        n += 1
        with library.step(Op.IMPORT, 1):
            one_deed(library, n)
            if mode == "early":
                os.write(1, f"ack {n}\n".encode())
        if mode != "early":
            os.write(1, f"ack {n}\n".encode())


def main() -> None:
    """Begin a life for every line."""
    for line in sys.stdin:
        path, mode = line.rstrip("\n").rsplit(" ", 1)
        child = os.fork()
        if child == 0:
            try:
                os.write(1, f"pid {os.getpid()}\n".encode())  # here, so that it comes before all else that a life says
                live(Path(path), mode)
            finally:
                os._exit(1)
        _pid, status = os.waitpid(child, 0)
        os.write(1, f"end {status}\n".encode())


if __name__ == "__main__":
    main()
