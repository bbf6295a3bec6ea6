"""What the disk says when a file cannot be written, in plain words; leaves the library's own file to the library."""

from __future__ import annotations

import contextlib
import errno
from collections.abc import Iterator
from pathlib import Path

from readinglist.atomic import IsDatabase
from readinglist.core.errors import DiskFull, ReadOnly, Refused, WrongUsage
from readinglist.i18n import _
from readinglist.library.file.connection import free_room

FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})


def taken(path: Path) -> WrongUsage:
    """Return the refusal to write a new file where there is something already."""
    return WrongUsage(
        _("{path} is there already.").format(path=path), safe=_("Nothing was written."), do=_("Name a new file.")
    )


def refused(problem: OSError, path: str | Path, safe: str = "") -> Refused:
    """Return the refusal that says in words why writing `path` failed, and what is `safe` all the same."""
    safe = safe or _("Nothing was written; your library is as it was.")
    if isinstance(problem, IsDatabase):
        return WrongUsage(
            _("{path} is a library or another database: nothing else is written in its place.").format(path=path),
            safe=safe,
            do=_("Name another file."),
        )
    if problem.errno in FULL:
        return DiskFull(
            _("Disk full: {room} where {path} was to go.").format(room=free_room(Path(path)), path=path),
            safe=safe,
            do=_("Make room, or choose another place."),
        )
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ReadOnly(
            _("{path} cannot be written: {why}.").format(path=path, why=problem.strerror),
            safe=safe,
            do=_("Choose another place, or check the permissions."),
        )
    return Refused(_("{path} cannot be written: {why}.").format(path=path, why=problem.strerror or problem), safe=safe)


@contextlib.contextmanager
def in_words(path: str | Path) -> Iterator[None]:
    """Turn an OSError inside the block into the refusal that says it in words. A closed pipe stays what it is."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as problem:
        raise refused(problem, path) from problem
