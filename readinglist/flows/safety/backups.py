"""Backups as both faces use them: made on demand and by themselves, listed, found by name."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

from readinglist import paths
from readinglist.core import errors
from readinglist.flows.disk_errors import in_words, taken
from readinglist.i18n import _
from readinglist.library.backup import making, record
from readinglist.library.backup.record import Backup
from readinglist.library.file import backup_folder
from readinglist.library.file.connection import translated
from readinglist.library.library import Library
from readinglist.settings import Settings

SWITCH = "READINGLIST_BACKUPS"  # "off": none by themselves, for scripts that open many libraries
ASKED = "asked"
begun: list[subprocess.Popen[bytes]] = []  # the processes that make backups for this one
MANY = 50  # papers: a deed that brings in or deletes more is kept a copy before
EVERY_MINUTES = 30  # of change


def second_folder(library: Path) -> Path | None:
    """Return the folder that gets a copy of every backup of this library too; None where the user named none."""
    chosen = Settings().get("backup_folder")
    return Path(chosen).expanduser() / backup_folder.folder_of(library).name if chosen else None


def listed(library: Path) -> list[Backup]:
    """Return all backups of the library at this path, newest first."""
    return record.of_library(library, second_folder(library))


def make(library: Library, reason: str = ASKED) -> tuple[Backup, str]:
    """Make a backup now. Returns it, and in words why the second folder did not get it ("" where it did).

    Raises Refused.
    """
    with in_words(backup_folder.folder_of(library.path)), translated(library.path):
        made = making.make(library, reason)
    if made is None:
        raise errors.Locked(
            _("Another program is making a backup of this library."), do=_("Wait for it to finish, then try again.")
        )
    return made, _to_second(library.path)


def _to_second(library: Path) -> str:
    second = second_folder(library)
    if second is None:
        return ""
    try:
        making.mirror(backup_folder.folder_of(library), second)
    except OSError as problem:
        return _("The second folder {path} did not get it: {why}.").format(path=second, why=problem.strerror or problem)
    return ""


def make_file(library: Library, target: Path) -> None:
    """Write a verified copy of the library to a new file. Raises Refused, also where there is something already."""
    with in_words(target), translated(library.path):
        try:
            if target.exists():
                raise FileExistsError
            making.to_file(library, target)
        except FileExistsError:
            raise taken(target) from None


def automatically(library: Library, reason: str) -> Backup | None:
    """Make a backup if the library has changed since the last, and finish copies made before deeds. Raises Refused."""
    with in_words(backup_folder.folder_of(library.path)), translated(library.path):
        made = None
        if making.is_changed(library):
            made = making.make(library, reason)
        elif backup_folder.pending(backup_folder.folder_of(library.path)):
            making.finish_pending(library.path)
    _to_second(library.path)
    return made


def are_on() -> bool:
    """True unless the user, or a script, wants no backups by themselves."""
    return os.environ.get(SWITCH) != "off" and bool(Settings().get("backups"))


def is_due(library: Library) -> bool:
    """True when the library has changed since the last backup, or a copy waits to be verified."""
    if library.readonly:
        return False
    with contextlib.suppress(Exception):  # a damaged or busy library is for others to tell
        return making.is_changed(library) or bool(backup_folder.pending(backup_folder.folder_of(library.path)))
    return False


def begin(library: Path, reason: str) -> None:
    """Let a process of its own make the backup: nobody waits for it, and it goes on when this one ends."""
    place = os.pathsep.join(filter(None, (str(paths.PACKAGE.parent), os.environ.get("PYTHONPATH"))))
    words = [sys.executable, "-m", "readinglist", "--library", str(library), "backup", "--automatic", reason]
    with contextlib.suppress(OSError):
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": place}, start_new_session=True, close_fds=True,
        )  # fmt: skip
        begun[:] = [one for one in begun if one.poll() is None] + [process]


def is_old(library: Library) -> bool:
    """True where the newest verified backup is older than the time after which change is backed up."""
    newest = record.newest_verified(backup_folder.folder_of(library.path))
    return newest is None or dt.datetime.now(dt.UTC) - newest.made >= dt.timedelta(minutes=EVERY_MINUTES)


def begin_if_due(library: Library, reason: str) -> None:
    """Begin a backup beside what goes on, where one is due and they are on."""
    if are_on() and is_due(library):
        begin(library.path, reason)


def copy_wanted(library: Library) -> bool:
    """True where a copy is to be kept before a deed that changes much: none has what is in the library now."""
    if library.readonly or library.db.in_transaction or not are_on():
        return False
    with contextlib.suppress(OSError, errors.Refused), translated(library.path):
        return making.is_changed(library)
    return False


def before(library: Library, reason: str) -> None:
    """Keep the library as it is before a deed that changes much: a copy now, verified beside what goes on.

    Takes about a second for 100,000 papers: not on the thread of a window. A disk that has no room for it keeps nobody
    from the deed.
    """
    if copy_wanted(library):
        with contextlib.suppress(OSError, errors.Refused), translated(library.path):
            making.copy_now(library, reason)


def find(library: Path, name: str) -> Backup | Path:
    """Return the backup called `name` (`newest`: the newest verified one), or the file of that name.

    Raises WrongUsage.
    """
    found = listed(library)
    if name == "newest":
        verified = [one for one in found if one.verified]
        if verified:
            return verified[0]
    for one in found:
        if name in (one.name, str(one.folder)):
            return one
    file = Path(name).expanduser()
    if file.is_dir() and (there := record.read(file)):
        return there
    if file.is_file():
        return file
    raise errors.WrongUsage(
        _("There is no backup called {name}.").format(name=name),
        safe=_("Nothing was changed."),
        do=_("'readinglist backup list' shows them."),
    )
