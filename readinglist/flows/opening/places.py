"""Which paths may be looked at, and under which folder the files of one import lie."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from readinglist.core import errors
from readinglist.flows.opening.contents import shown
from readinglist.i18n import _

_ELSEWHERE = re.compile(r"(?i)[\\/]{2}|[a-z][a-z0-9+.-]+:")  # another machine, or an address; a drive has one letter
_SYSTEM = ("/proc", "/dev", "/sys", "/net", "/afs", "/run/user")  # looking there already does something


def local(path: str) -> Path:
    """Return a path on this machine that may be looked at. Raises Refused for every other, without touching it."""
    if _ELSEWHERE.match(path):
        why = _("{file} is not opened: it does not lie on this machine.")
    elif not Path(path).is_absolute():
        why = _("{file} is not opened: it does not say in which folder it lies.")
    elif not path.isprintable() or ".." in Path(path).parts or len(path) > 4096:
        why = _("{file} is not opened: its path is written to mislead.")
    elif any(Path(path).is_relative_to(place) for place in _SYSTEM):
        why = _("{file} is not opened: it is part of the system.")
    else:
        return Path(path)
    raise errors.Refused(why.format(file=shown(path)))


def common_folder(file: Path, others: Iterable[str]) -> Path:
    """Return the folder in which `file` and the other files of its import lie.

    Never one that has the user's own folder in it, such as `/`: then it is the file's folder, or else the file alone.
    """
    folders = [str(file.parent)]
    for other in others:
        try:
            folders.append(str(local(other).parent))
        except errors.Refused:
            continue
    try:
        together = Path(os.path.commonpath(folders))
    except ValueError:  # two drives
        together = file.parent
    return next((place for place in (together, file.parent) if not _too_wide(place)), file)


def _too_wide(folder: Path) -> bool:
    return len(folder.parts) < 3 or Path.home().is_relative_to(folder)
