"""Makes the library that stands between a program and the disk (`disk.c`), and speaks to it from within the program."""

from __future__ import annotations

import atexit
import ctypes
import errno
import itertools
import os
import shutil
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

SOURCE = Path(__file__).with_name("disk.c")
READS, WRITES, SYNCS, NAMES = 1, 2, 4, 8
ALL = READS | WRITES | SYNCS | NAMES

# Which operations may fail by each error, as a real disk, quota or file system would let them.
ERRORS = {
    errno.EIO: ALL,
    errno.ENOSPC: WRITES | NAMES,
    errno.EDQUOT: WRITES | NAMES,
    errno.EROFS: WRITES | NAMES,
}


def missing() -> str:
    """Return in words why there can be no shim here, "" where there can."""
    if sys.platform != "linux":
        return "LD_PRELOAD as used here is Linux's"
    return "" if shutil.which("gcc") else "there is no gcc"


@cache
def compiled() -> Path:
    """Compile the shim, once a process, and return its path."""
    folder = tempfile.mkdtemp(prefix="shim-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = Path(folder, "disk.so")
    command = ["gcc", "-shared", "-fPIC", "-O1", "-w", "-o", str(made), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return made


class Disk:
    """The shim, seen from inside a process that was started with it."""

    def __init__(self) -> None:
        self._c = ctypes.CDLL(os.environ["LD_PRELOAD"])
        self._c.disk_counted.restype = self._c.disk_failed.restype = ctypes.c_long

    def arm(self, folder: Path, *, at: int = 0, error: int = 0, sticky: bool = False, kinds: int = ALL, kill: int = 0):
        """Count operations below `folder` from now on; let number `at` fail (all after it too), or be killed at one."""
        folder_ = os.fsencode(folder)
        self._c.disk_arm(folder_, ctypes.c_long(at), error, int(sticky), kinds, ctypes.c_long(kill))

    def disarm(self) -> None:
        """Let everything through, uncounted."""
        self._c.disk_arm(b"", ctypes.c_long(0), 0, 0, 0, ctypes.c_long(0))

    def log(self, path: Path) -> None:
        """Write all that reaches the system from now on into a log."""
        self._c.disk_log(os.fsencode(path))

    def mark(self, number: int) -> None:
        """Note in the log that deed `number` is acknowledged."""
        self._c.disk_mark(ctypes.c_int64(number))

    @property
    def counted(self) -> int:
        return int(self._c.disk_counted())

    @property
    def failed(self) -> int:
        return int(self._c.disk_failed())


class Logged(NamedTuple):
    """One operation: `c` create, `w` write, `t` truncate, `s` sync, `d` sync of a folder, `u` unlink, `r` rename to
    `other`, `a` deed number `at` is acknowledged."""

    what: str
    path: str
    other: str
    at: int
    data: bytes
    number: int = 0  # its place in the log


_HEAD = struct.Struct("<IIIqc")


def read_log(path: Path) -> Iterator[Logged]:
    """Yield what the log of a shim says, in its order."""
    content, at = path.read_bytes(), 0
    for number in itertools.count():
        if at == len(content):
            return
        name, other, length, place, what = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        parts = []
        for size in (name, other, length):
            parts.append(content[at : at + size])
            at += size
        yield Logged(what.decode(), parts[0].decode(), parts[1].decode(), place, parts[2], number)
