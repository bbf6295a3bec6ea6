"""A process that runs commands which are ended while they import, and says how far they are; never imported.

It forks for every command, so that a hundred cost one start: a JSON line {"argv", "said", "reserve"} on stdin begins
one, `pid N` says who to end, `batch N` that N records are stored and committed, right before the next are read, `end N`
with what its life ended by. What it says on stderr goes into the file `said`.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path

from readinglist.cli.main import main as command_line
from readinglist.flows import importing
from readinglist.library.library import Library
from readinglist.library.place import reserve

TOLD = os.dup(1)
released = Library.released


def told(self: Library):
    """Say how far it is, once that is committed."""
    inner = released(self)
    inner.__enter__()
    os.write(TOLD, f"batch {self.told['done']}\n".encode())
    return _Entered(inner)


class _Entered:
    def __init__(self, inner) -> None:
        self.inner = inner

    def __enter__(self) -> None:
        return None

    def __exit__(self, *problem: object) -> object:
        return self.inner.__exit__(*problem)


def silent(said: str) -> None:
    """Send what a command says elsewhere."""
    for number, place in ((1, os.devnull), (2, said)):
        os.dup2(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)


def warm_up() -> None:
    """Import once, so that the children find all modules loaded."""
    with tempfile.TemporaryDirectory() as folder:
        bib = Path(folder, "one.bib")
        bib.write_text("@article{a, title={One}}\n" * 3)
        command_line(["--library", f"{folder}/library.db", "import", str(bib)])


def main() -> None:
    """Run a command for every line."""
    importing.BATCH = int(sys.argv[1])
    silent(os.devnull)
    warm_up()
    Library.released = told
    for line in sys.stdin:
        wanted = json.loads(line)
        child = os.fork()
        if child == 0:
            code = 99
            try:
                os.write(TOLD, f"pid {os.getpid()}\n".encode())  # before all else that a command says
                silent(wanted["said"])
                if not wanted["reserve"]:
                    reserve.keep = lambda _library, _added: None
                code = command_line(wanted["argv"])
                sys.stderr.flush()
            finally:
                os._exit(code)
        _pid, status = os.waitpid(child, 0)
        os.write(TOLD, f"end {os.waitstatus_to_exitcode(status)}\n".encode())


if __name__ == "__main__":
    main()
