"""Copies a file under a name that is free: nothing is ever overwritten, and no half copy is left."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from readinglist.core import errors
from readinglist.flows.files.content import Content, Heard, content_of
from readinglist.flows.opening import contents
from readinglist.i18n import _

_MOST = 10_000  # numbers that are tried behind a name


def library_folder(library: Path) -> Path:
    """Return the folder in which a library keeps its copies: `papers files` beside `papers.db`."""
    return library.with_name(f"{library.stem} files")


def copy(source: Path, folder: Path, name: str, heard: Heard = lambda _count: None) -> tuple[Path, Content]:
    """Copy a file into a folder, made where it is not there, under `name` or it with a number behind it.

    Where a file of these bytes already has that name, or one of these, it is taken. Raises Refused.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part = folder / f".{os.urandom(6).hex()}.part"
        with contextlib.ExitStack() as end:
            end.callback(part.unlink, missing_ok=True)
            with part.open("xb") as stream:
                found = content_of(source, heard, stream)
                stream.flush()
                os.fsync(stream.fileno())
            return _named(part, folder, name, found), found
    except OSError as why:
        words = _("{file} could not be copied into {folder}: {why}.")
        raise errors.Refused(
            words.format(file=contents.shown(source), folder=contents.shown(folder), why=why.strerror or why),
            safe=_("The file itself is as it was."),
        ) from why


def _named(part: Path, folder: Path, name: str, found: Content) -> Path:
    """Give a finished copy the first free name; or return the file that holds the same already."""
    stem, ending = Path(name).stem, Path(name).suffix
    for number in range(1, _MOST):
        target = folder / (name if number == 1 else f"{stem} ({number}){ending}")
        if _same(target, found):
            return target
        try:
            os.link(part, target)  # fails where there is something, which a rename would overwrite
        except FileExistsError:
            continue
        except OSError:  # a disk without links
            if not _take_name(target):
                continue
            part.replace(target)
        return target
    raise OSError(0, _("there are too many files of that name"))


def _take_name(target: Path) -> bool:
    """Make an empty file of that name. Returns False where there is something."""
    try:
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
    except FileExistsError:
        return False
    return True


def _same(target: Path, found: Content) -> bool:
    with contextlib.suppress(OSError, errors.Refused):
        return target.stat().st_size == found.size and content_of(target).sha256 == found.sha256
    return False
