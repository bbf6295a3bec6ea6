"""Runs commands on a disk that fails: started with the shim, it takes a JSON line for each and answers with one.

Every command runs in a process of its own, forked, so that a thousand cost one start:
{"folder", "argv", "at", "error", "sticky", "kinds", "kill"} is answered by {"code", "out", "err", "counted", "failed"};
`code` is -9 where it was killed, -1 where an exception came out at the top.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from readinglist.cli import open_library
from readinglist.cli.main import main as command_line
from readinglist.library.library import Library
from tests.reliability.disk import deeds, faults
from tests.reliability.disk.shim import Disk


def swallowing(argv: list[str]) -> int:
    """Set a rating as a careless program would: what goes wrong is not told. The negative control."""
    with Library.open(Path(os.environ["READINGLIST_LIBRARY"])) as library, contextlib.suppress(Exception):
        deeds.deed(library, 8)
    print("Done.")
    return 0


def run(disk: Disk, wanted: dict[str, Any], answer: int) -> None:
    """Run one command and write what came of it."""
    os.chdir(wanted["folder"])
    os.environ["READINGLIST_LIBRARY"] = str(Path(wanted["folder"], "library.db"))
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in "oe")
    sys.stdout, sys.stderr = out, err
    code = -1
    open_library.changes.clear()
    face = swallowing if wanted["argv"][0] == "swallow" else command_line
    with deeds.still(2):
        disk.arm(Path(wanted["folder"]), at=wanted["at"], error=wanted["error"], sticky=wanted["sticky"],
                 kinds=wanted["kinds"], kill=wanted["kill"])  # fmt: skip
        try:
            code = face(wanted["argv"])
        except BaseException:
            traceback.print_exc(file=err)
        counted, failed = disk.counted, disk.failed
        disk.disarm()
    said = {"code": code, "out": out.buffer.getvalue().decode(), "err": err.buffer.getvalue().decode()}
    os.write(answer, json.dumps({**said, "counted": counted, "failed": failed}).encode())


def warm_up() -> None:
    """Run every command once, so that the children find all modules loaded."""
    said = sys.stdout, sys.stderr
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder, "warm")
        faults.fill(place)
        os.environ["READINGLIST_LIBRARY"] = str(place / "library.db")
        os.chdir(place)
        sys.stdout = sys.stderr = io.StringIO()
        for argv in faults.COMMANDS:
            command_line(list(argv))
        os.chdir("/")
    sys.stdout, sys.stderr = said


def main() -> None:
    """Answer every line of standard input."""
    disk = Disk()
    warm_up()
    print("ready", flush=True)
    for line in sys.stdin:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                run(disk, json.loads(line), writer)
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read()
        _pid, status = os.waitpid(child, 0)
        killed = {"code": -9, "out": "", "err": "", "counted": 0, "failed": 0}
        print(answer.decode() or json.dumps({**killed, "code": -(status & 0x7F)}), flush=True)


if __name__ == "__main__":
    main()
