"""Which paths lie on this machine and may be looked at: by how they are written, without touching anything."""

from __future__ import annotations

import re
from pathlib import Path

from readinglist.i18n import mark

_ELSEWHERE = re.compile(r"(?i)[\\/]{2}|[a-z][a-z0-9+.-]+:")  # another machine, or an address; a drive has one letter
_SYSTEM = ("/proc", "/dev", "/sys", "/net", "/afs", "/run/user")  # looking there already does something
ELSEWHERE = mark("{file} is not opened: it does not lie on this machine.")
NO_FOLDER = mark("{file} is not opened: it does not say in which folder it lies.")
MISLEADING = mark("{file} is not opened: its path is written to mislead.")
OF_THE_SYSTEM = mark("{file} is not opened: it is part of the system.")


def why_not(path: str) -> str | None:
    """Return why a path may not be looked at, as words with a place for the `{file}`; None for one that may."""
    if _ELSEWHERE.match(path):
        return ELSEWHERE
    if not Path(path).is_absolute():
        return NO_FOLDER
    if not path.isprintable() or ".." in Path(path).parts or len(path) > 4096:
        return MISLEADING
    if any(Path(path).is_relative_to(place) for place in _SYSTEM):
        return OF_THE_SYSTEM
    return None
