"""Writes a file whole or not at all, and into what is no file as it comes; leaves what is in it to the callers."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, TextIO, cast

_STREAM = re.compile(r"/dev/(stdout|stderr)|/dev/fd/(\d{1,6})|/proc/self/fd/(\d{1,6})")
_STREAMS = {"stdout": 1, "stderr": 2}
_DATABASE = b"SQLite format 3\0"  # https://www.sqlite.org/fileformat2.html, 1.3

# Databases that this process has open, by device and inode: looking into one would drop its locks when it is closed.
open_databases: set[tuple[int, int]] = set()


class IsDatabase(OSError):
    """What was to be replaced is a library, or another program's database. `filename` says which."""


@contextlib.contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """Yield a UTF-8 text stream whose content takes the place of `path` when the block ends well.

    Until then the old file stands as it was, and after an exception nothing is left behind. The new file is on the disk
    before it gets its name, keeps the permissions of the one it replaces, and a link stays a link. A device, a pipe or
    an open stream (`/dev/stdout`) is written into and never replaced. Raises OSError, IsDatabase for a file that holds
    a library.
    """
    with _in_place_of(path, mode="w", encoding="utf-8", newline="") as stream:
        yield cast(TextIO, stream)


@contextlib.contextmanager
def _in_place_of(path: Path, **how: Any) -> Iterator[IO[Any]]:
    into = _no_file(path)
    if into is not None:
        with os.fdopen(into, **how) as stream:
            yield stream
        return
    target = Path(os.path.realpath(path))
    if _is_database(target):
        raise IsDatabase(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0), 0o666)
    try:
        with os.fdopen(handle, **how) as stream:
            yield stream
            stream.flush()
            _keep_mode(target, stream.fileno())
            os.fsync(stream.fileno())
        part.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            part.unlink()
        raise
    _sync_folder(target.parent)


def _is_database(path: Path) -> bool:
    """True for a library or another database: no text that is written is meant to take its place."""
    try:
        found = path.stat()
        if (found.st_dev, found.st_ino) in open_databases:
            return True
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:  # there is none, or it cannot be read: then writing says so
        return False


def _no_file(path: Path) -> int | None:
    """Return a handle on what is no ordinary file, to write into; None for a file, or where nothing is yet."""
    name = os.path.abspath(path)  # noqa: PTH100 - resolve() would follow the links that these names are
    stream = _STREAM.fullmatch(name)
    if stream:
        return os.dup(_STREAMS.get(stream[1]) or int(stream[2] or stream[3]))
    try:
        mode = path.stat().st_mode
    except OSError:
        return None
    if stat.S_ISREG(mode) or stat.S_ISDIR(mode):
        return None
    return os.open(path, os.O_WRONLY | getattr(os, "O_CLOEXEC", 0))


def write(path: Path, text: str) -> None:
    """Put `text` in the place of `path`, whole or not at all. Raises OSError."""
    with writing(path) as stream:
        stream.write(text)


def write_bytes(path: Path, data: bytes) -> None:
    """Put `data` in the place of `path`, whole or not at all. Raises OSError."""
    with _in_place_of(path, mode="wb") as stream:
        stream.write(data)


def _keep_mode(target: Path, handle: int) -> None:
    if not hasattr(os, "fchmod"):
        return
    with contextlib.suppress(FileNotFoundError):
        os.fchmod(handle, stat.S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    """Make the new name durable too; not every system lets a folder be opened for that."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
