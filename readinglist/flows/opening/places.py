"""Which paths may be looked at, and under which folder the files of one import lie."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from readinglist.core import errors
from readinglist.core.files.local_path import why_not
from readinglist.flows.opening.contents import shown
from readinglist.i18n import _


def local(path: str) -> Path:
    """Return a path on this machine that may be looked at. Raises Refused for every other, without touching it."""
    why = why_not(path)
    if why is None:
        return Path(path)
    raise errors.Refused(_(why).format(file=shown(path)))


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
    return next((place for place in (together, file.parent) if not too_wide(place)), file)


def too_wide(folder: Path) -> bool:
    """Whether a folder holds more than one user's papers: one near the root, or with the user's own folder in it."""
    return len(folder.parts) < 3 or Path.home().is_relative_to(folder)
