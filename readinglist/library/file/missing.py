"""A place where no library is: never was one, is gone, or is a file of 0 bytes; in words."""

from __future__ import annotations

from pathlib import Path

from readinglist.core import errors
from readinglist.i18n import _
from readinglist.library.file import backup_folder


def no_library(path: Path) -> errors.NoLibrary:
    """Return the error for a place where no library is, and for one where there was one once."""
    if was_there(path):
        return errors.NoLibrary(
            _("The library {path} is gone: it has backups, or a journal, but the file is not there.").format(path=path),
            safe=_("Nothing was created in its place."),
            do=_("Put the file back, or run 'readinglist restore newest'. To begin anew, move {folder} away.").format(
                folder=backup_folder.folder_of(path)
            ),
        )
    return errors.NoLibrary(
        _("There is no library at {path}.").format(path=path),
        safe=_("Nothing was created."),
        do=_("Open the window, or run 'readinglist add' or 'readinglist import' to start one."),
    )


def check_new(path: Path) -> None:
    """Raise NoLibrary where a new library would take the place of one that is missing."""
    if was_there(path):
        raise no_library(path)


def was_there(path: Path) -> bool:
    """True when something is left of a library at this path: backups, or a journal."""
    return backup_folder.has_backups(path) or journal_of(path).exists()


def journal_of(path: Path) -> Path:
    """Return where SQLite keeps the journal of a file."""
    return path.with_name(f"{path.name}-journal")


def empty(path: Path) -> errors.NoLibrary:
    backups = backup_folder.has_backups(path)
    return errors.NoLibrary(
        _("The file {path} is empty (0 bytes): there is no library in it any more.").format(path=path),
        safe=_("Nothing was created in its place."),
        do=_("Run 'readinglist restore newest': there are backups.")
        if backups
        else _("Put a copy of the library there, or remove the empty file to begin a new library."),
    )
