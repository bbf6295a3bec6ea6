"""How the files of a paper stand: named, how large, and in words what is wrong with one."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from readinglist.core.paper import File
from readinglist.flows.files.found_again import find_again
from readinglist.flows.opening import contents
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.place.whereabouts import is_missing


class FileState(NamedTuple):
    """A file with its `name` to show, its size in `bytes` if known, and `words` where it is `missing`."""

    file: File
    name: str
    bytes: int | None
    missing: bool
    words: str


def state_of(file: File) -> FileState:
    """Look whether a file is where it is said to be, and how large it is."""
    missing = is_missing(file.path)
    size = file.size
    if not missing and size is None:
        try:
            size = os.stat(file.path).st_size  # noqa: PTH116
        except OSError:
            size = None
    words = _("missing: it was {path}").format(path=contents.shown(file.path)) if missing else ""
    return FileState(file, name_of(file), size, missing, words)


def name_of(file: File) -> str:
    """Return what a file is called: its label, else its own name."""
    return file.title or contents.shown(Path(file.path.replace("\\", "/")).name or file.path)


def look_at(
    library: Library, paper: int, heard: Callable[[], object] = lambda: None
) -> tuple[list[FileState], dict[str, Path]]:
    """Return how the files of a paper stand, and where those are that had moved: `found_again.keep` notes that."""
    files = library.files.of(paper)
    found = find_again(library, files, heard)
    return states(files, found), found


def states(files: Iterable[File], found: dict[str, Path]) -> list[FileState]:
    """Return how files stand, those `found` again where they are by now."""
    return [state_of(replace(f, path=str(found[f.uid])) if f.uid in found else f) for f in files]
