"""Makes backups: a copy, the check of it, its readable form, its name; and removes what need not be kept."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import shutil
import sqlite3
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from readinglist.core import errors
from readinglist.library.backup import copying, readable, record, retention
from readinglist.library.backup.opening import opened
from readinglist.library.backup.record import Backup
from readinglist.library.check import check
from readinglist.library.file import backup_folder, rights
from readinglist.library.file.backup_folder import COPYING, DATABASE, GONE, PART, PENDING, READABLE
from readinglist.library.library import Library

if sys.platform != "win32":
    import fcntl

_LEFT = 24 * 3600  # seconds after which a copy that was never finished is nobody's
_PENDING_NAME = re.compile(rf"{re.escape(PENDING)}(\d{{8}}-\d{{6}})-([a-z0-9-]+?)(?:\.\d+)?")


def numbers(db: sqlite3.Connection) -> tuple[str, int, int]:
    """Return what says whether a library has changed: its uid, the last step and the last change."""
    uid, step, change = db.execute("SELECT uid, step, change FROM library").fetchone()
    return str(uid), int(step), int(change)


def is_changed(library: Library) -> bool:
    """True when the library is not what the newest verified backup holds."""
    newest = record.newest_verified(backup_folder.folder_of(library.path))
    if newest is None:
        return not library.papers.is_empty()
    return (newest.uid, newest.step, newest.change) != numbers(library.db)


def copy_now(library: Library, reason: str, now: dt.datetime | None = None) -> Path:
    """Copy the library as it is at this moment, to be verified later by `finish_pending`. Returns the copy's folder.

    For what is done before a deed that changes much. Raises OSError, sqlite3.Error.
    """
    folder = _folder(library.path)
    copying_in = folder / f"{COPYING}{os.getpid()}-{os.urandom(4).hex()}"
    rights.make_folder(copying_in)
    try:
        copying.copy(library.db, copying_in / DATABASE, at_once=True)
        return backup_folder.named(copying_in, folder / f"{PENDING}{_stamp(now)}-{reason}")
    except BaseException:
        shutil.rmtree(copying_in, ignore_errors=True)
        raise


def make(library: Library, reason: str, *, second: Path | None = None, now: dt.datetime | None = None) -> Backup | None:
    """Make a verified backup now, finish copies that wait for it, and remove what need not be kept.

    Returns None where another program is at it. `second` is the folder that gets a copy of each, too. Raises OSError,
    sqlite3.Error, Refused.
    """
    folder = _folder(library.path)
    with _alone(folder) as alone:
        if not alone:
            return None
        _sweep(folder)
        part = folder / f"{PART}{_stamp(now)}-{reason}"
        rights.make_folder(part)
        copying.copy(library.db, part / DATABASE)
        made = _finish(part, folder, reason, now or dt.datetime.now(dt.UTC))
        _finish_all(folder)
        prune(folder, now)
    if second is not None:
        mirror(folder, second, now)
    return made


def finish_pending(library: Path, *, second: Path | None = None) -> None:
    """Verify the copies that were made before deeds. Raises OSError, sqlite3.Error."""
    folder = _folder(library)
    with _alone(folder) as alone:
        if alone:
            _sweep(folder)
            _finish_all(folder)
            prune(folder)
    if second is not None:
        mirror(folder, second)


def _finish_all(folder: Path) -> None:
    for waiting in backup_folder.pending(folder):
        named = _PENDING_NAME.fullmatch(waiting.name)
        if named:
            made = dt.datetime.strptime(named[1], "%Y%m%d-%H%M%S").replace(tzinfo=dt.UTC)
            _finish(waiting, folder, named[2], made)


def _finish(part: Path, folder: Path, reason: str, made: dt.datetime) -> Backup:
    """Verify the copy in `part`, write its readable form and record, and give it its name: from then on it counts."""
    found = _verified(part, reason, made)
    record.write(part, found)
    backup_folder.sync(part)
    final = backup_folder.named(part, folder / f"{made.astimezone(dt.UTC):%Y%m%d-%H%M%S}-{reason}")
    backup_folder.sync(folder)
    finished = record.read(final)
    assert finished is not None
    return finished


def _verified(part: Path, reason: str, made: dt.datetime) -> Backup:
    """Look the copy over as `check` does; one of an older format is brought up to date in a private copy for that."""
    copy = part / DATABASE
    told = {"made": made, "reason": reason, "size": copy.stat().st_size, "sha256": record.sha256_of(copy)}
    try:
        with opened(copy) as (library, version):
            findings = check(library)
            uid, step, change = numbers(library.db)
            readable.write(library, part / READABLE)
    except (errors.Refused, sqlite3.Error, UnicodeDecodeError) as problem:
        return Backup(part, **told, papers=0, format=0, findings=[str(problem)])  # type: ignore[arg-type]
    return Backup(
        part, **told, papers=findings.papers, format=version, uid=uid, step=step, change=change,  # type: ignore[arg-type]
        verified=findings.sound, findings=[*findings.damage, *findings.index],
    )  # fmt: skip


def prune(folder: Path, now: dt.datetime | None = None) -> list[str]:
    """Remove the backups that need not be kept. Returns their names."""
    found = record.all_in(folder)
    keep = retention.to_keep(
        [retention.Kept(one.name, one.made, one.verified, one.papers, one.size) for one in found],
        now or dt.datetime.now(dt.UTC),
    )
    gone = [one for one in found if one.name not in keep]
    for one in gone:
        with contextlib.suppress(OSError):  # one that cannot be removed stays
            aside = folder / f"{GONE}{one.name}"
            one.folder.rename(aside)
            shutil.rmtree(aside, ignore_errors=True)
    return [one.name for one in gone]


def mirror(folder: Path, second: Path, now: dt.datetime | None = None) -> None:
    """Bring what the second folder lacks of the verified backups, each whole and compared, or not at all.

    Raises OSError where the folder cannot be written, such as a disk that is not there.
    """
    rights.make_folder(second)
    there = {one.name for one in record.all_in(second)}
    keep = {one.name for one in record.all_in(folder) if one.verified}
    for entry in backup_folder.finished(folder):
        if entry.name in there or entry.name not in keep:
            continue
        part = second / f"{PART}{entry.name}"
        shutil.rmtree(part, ignore_errors=True)
        shutil.copytree(entry, part)
        copied = record.read(part)
        if copied is None or not copied.whole():
            shutil.rmtree(part, ignore_errors=True)
            raise OSError(f"{part} is not what was copied there")
        for file in part.iterdir():
            backup_folder.sync(file)
        backup_folder.named(part, second / entry.name)
    backup_folder.sync(second)
    prune(second, now)


def to_file(library: Library, target: Path) -> None:
    """Write a verified copy of the library to a new file. Raises FileExistsError, OSError, Damaged."""
    part = target.with_name(f".{target.name[:100]}.{os.urandom(4).hex()}.part")
    try:
        copying.copy(library.db, part)
        with opened(part) as (copied, _version):
            findings = check(copied)
        if not findings.sound:
            raise errors.Damaged(" ".join(findings.damage))
        os.link(part, target)  # fails where there is something by now
        part.unlink()
        backup_folder.sync(target.parent)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def _folder(library: Path) -> Path:
    folder = backup_folder.folder_of(library)
    rights.make_folder(folder)
    return folder


def _stamp(now: dt.datetime | None) -> str:
    return f"{(now or dt.datetime.now(dt.UTC)).astimezone(dt.UTC):%Y%m%d-%H%M%S}"


def _sweep(folder: Path) -> None:
    """Remove what programs left that were killed while they made or removed a backup."""
    for entry in folder.iterdir():
        old = entry.name.startswith(COPYING) and time.time() - entry.stat().st_mtime > _LEFT
        if old or entry.name.startswith((PART, GONE)):
            shutil.rmtree(entry, ignore_errors=True)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[bool]:
    """Hold the lock of the folder inside this block; yields False where another program has it."""
    rights.begin(folder / ".lock")
    with (folder / ".lock").open("ab") as lock:
        if sys.platform != "win32":
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                yield False
                return
        yield True
