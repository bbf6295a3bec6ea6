"""Where the backups of a library lie, and whether there are any: a folder beside it, a folder inside for each."""

from __future__ import annotations

import os
from pathlib import Path

DATABASE, RECORD, READABLE = "library.db", "backup.json", "library.jsonl.gz"
PENDING, COPYING, PART, GONE = ".pending-", ".copying-", ".part-", ".gone-"


def folder_of(library: Path) -> Path:
    """Return the folder of the backups of the library at this path: `library.backups` beside `library.db`."""
    real = Path(os.path.realpath(library))
    return real.with_name(f"{real.stem}.backups")


def finished(folder: Path) -> list[Path]:
    """Return the folders of finished backups, oldest first; none where the folder is not there or cannot be read."""
    try:
        found = sorted(entry for entry in folder.iterdir() if not entry.name.startswith("."))
    except OSError:
        return []
    return [entry for entry in found if (entry / RECORD).is_file()]


def pending(folder: Path) -> list[Path]:
    """Return the folders of copies that are whole and still to be verified, oldest first."""
    try:
        return sorted(entry for entry in folder.iterdir() if entry.name.startswith(PENDING))
    except OSError:
        return []


def has_backups(library: Path) -> bool:
    """True when there was a library at this path once: it has backups, verified or still to be."""
    folder = folder_of(library)
    return bool(finished(folder) or pending(folder))


def sync(path: Path) -> None:
    """Let a file or a folder reach the disk, as far as the system lets a folder be opened for that. Raises OSError."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        if path.is_dir():
            return
        raise
    try:
        os.fsync(handle)
    except OSError:
        if not path.is_dir():
            raise
    finally:
        os.close(handle)


def named(part: Path, wanted: Path) -> Path:
    """Give a folder its name, or the first free number behind it. Raises OSError."""
    number, name = 1, wanted
    while name.exists():
        number += 1
        name = wanted.with_name(f"{wanted.name}.{number}")
    part.rename(name)
    return name
