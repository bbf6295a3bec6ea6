"""What is known of a backup: read from the record beside the copy; lists all there are, newest first."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from readinglist.library.file import backup_folder
from readinglist.library.file.backup_folder import DATABASE, READABLE, RECORD


@dataclass(frozen=True, slots=True)
class Backup:
    """A finished backup in `folder`: when (UTC) and why it was made, what is in it, whether it was found sound."""

    folder: Path
    made: dt.datetime
    reason: str
    papers: int
    size: int
    sha256: str
    format: int
    uid: str = ""
    step: int = 0
    change: int = 0
    verified: bool = False
    findings: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name it goes by on the command line."""
        return self.folder.name

    @property
    def database(self) -> Path:
        """The copy of the library."""
        return self.folder / DATABASE

    @property
    def readable(self) -> Path:
        """The same as JSON lines, for programs without SQLite."""
        return self.folder / READABLE

    def as_json(self) -> dict[str, Any]:
        """Return it for scripts."""
        return {**asdict(self), "folder": str(self.folder), "name": self.name, "made": written(self.made)}

    def whole(self) -> bool:
        """True when the copy is byte for byte what was verified. Reads all of it."""
        try:
            return sha256_of(self.database) == self.sha256
        except OSError:
            return False


def written(moment: dt.datetime) -> str:
    """Return a time as the records have it."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file. Raises OSError."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def write(folder: Path, backup: Backup) -> None:
    """Write the record of a backup into the folder that it is being made in. Raises OSError."""
    told = {name: value for name, value in backup.as_json().items() if name not in ("folder", "name")}
    record = folder / RECORD
    record.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    backup_folder.sync(record)


def read(folder: Path) -> Backup | None:
    """Return the backup in a folder; None where its record cannot be read.

    A copy whose size is not what it was is no verified one any more.
    """
    try:
        told = json.loads((folder / RECORD).read_text(encoding="utf-8"))
        told["made"] = dt.datetime.fromisoformat(told["made"])
        found = Backup(folder, **told)
        size = found.database.stat().st_size
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if size != found.size:
        told |= {"verified": False, "findings": [*found.findings, "size"]}
        return Backup(folder, **told)
    return found


def all_in(folder: Path) -> list[Backup]:
    """Return the backups in a folder, newest first."""
    found = [backup for entry in backup_folder.finished(folder) if (backup := read(entry))]
    return sorted(found, key=lambda one: (one.made, one.name), reverse=True)


def newest_verified(folder: Path) -> Backup | None:
    """Return the newest verified backup in a folder; their names sort as they were made."""
    for entry in reversed(backup_folder.finished(folder)):
        found = read(entry)
        if found is not None and found.verified:
            return found
    return None


def of_library(library: Path, second: Path | None = None) -> list[Backup]:
    """Return all backups of the library at this path, newest first, those in a second folder behind their equals."""
    found = all_in(backup_folder.folder_of(library))
    names = {one.name for one in found}
    if second is not None:
        found += [one for one in all_in(second) if one.name not in names]
    return sorted(found, key=lambda one: (one.made, one.name), reverse=True)
