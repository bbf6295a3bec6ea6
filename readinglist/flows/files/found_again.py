"""Finds files that were moved or renamed: by size first, then by the hash of their bytes, near where they were.

Looked through are the folder a file was in, the one around that, the folders of other files and the library's own; a
few levels deep, never a whole disk.
"""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from readinglist.core import errors
from readinglist.core.files.local_path import why_not
from readinglist.core.paper import File
from readinglist.flows.files.content import content_of
from readinglist.flows.opening import let_moved, places
from readinglist.library.library import Library
from readinglist.library.place.whereabouts import is_missing

_DEEP = 3  # levels of folders below each that is looked through
_MOST = 100_000  # entries that are looked at in all
Heard = Callable[[], object]  # is called between two folders; what it raises ends the search


def find_again(library: Library, files: Iterable[File], heard: Heard = lambda: None) -> dict[str, Path]:
    """Return where those of `files` are by now that are missing, by uid. Reads only, so it can run on a worker."""
    wanted = [file for file in files if file.sha256 and is_missing(file.path)]
    if not wanted:
        return {}
    others = {os.path.dirname(kept.file.path) for kept in library.files.all()}  # noqa: PTH120 - of many, quicker
    return _search(wanted, _roots(wanted, others, library.path), heard)


def keep(library: Library, files: Iterable[File], found: dict[str, Path]) -> None:
    """Note where files are that were found again; what might be opened before may be so there."""
    with contextlib.suppress(OSError):  # then it is asked before it is opened
        let_moved(library, [(file, found[file.uid]) for file in files if file.uid in found])
    library.files.note({uid: {"path": str(path)} for uid, path in found.items()})


def _roots(wanted: Sequence[File], others: Iterable[str], library: Path) -> Iterator[tuple[Path, int]]:
    """Yield the folders to look through, likeliest first, each with how many levels deep."""
    folders = dict.fromkeys(Path(file.path).parent for file in wanted if why_not(file.path) is None)
    near = [*folders, *(folder.parent for folder in folders)]
    far = [library.parent, *(Path(folder) for folder in sorted(others) if why_not(folder) is None)]
    for folder in dict.fromkeys([*near, *far]):
        if not places.too_wide(folder):
            yield folder, _DEEP
        elif folder == Path.home():
            yield folder, 1


def _search(wanted: Sequence[File], roots: Iterable[tuple[Path, int]], heard: Heard) -> dict[str, Path]:
    by_size: dict[int | None, list[File]] = defaultdict(list)
    by_name: dict[str, list[File]] = defaultdict(list)
    for file in wanted:
        if file.size is None:  # from a program that kept only the hash
            by_name[Path(file.path).name].append(file)
        else:
            by_size[file.size].append(file)
    found: dict[str, Path] = {}
    hashes: dict[Path, str | None] = {}
    for entry in _entries(roots, heard):
        left = [f for f in (*by_size.get(_size(entry), ()), *by_name.get(entry.name, ())) if f.uid not in found]
        if not left:
            continue
        path = Path(entry.path)
        if path not in hashes:
            hashes[path] = _hash(path)
        found |= {file.uid: path for file in left if file.sha256 == hashes[path]}
        if len(found) == len(wanted):
            break
    return found


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_size
    except OSError:  # it has just gone
        return -1


def _hash(path: Path) -> str | None:
    with contextlib.suppress(errors.Refused):
        places.local(str(path))
        return content_of(path).sha256
    return None


def _entries(roots: Iterable[tuple[Path, int]], heard: Heard) -> Iterator[os.DirEntry[str]]:
    """Yield the ordinary files below folders; links are not followed, hidden folders passed over."""
    seen: dict[str, int] = {}
    todo: deque[tuple[str, int]] = deque()
    count = 0
    for root, deep in roots:
        todo.append((str(root), deep))
        while todo:
            folder, levels = todo.popleft()
            if seen.get(folder, -1) >= levels:
                continue
            seen[folder] = levels
            heard()
            for entry in _listed(folder):
                count += 1
                if count > _MOST:
                    return
                if entry.is_dir(follow_symlinks=False):
                    if levels and not entry.name.startswith("."):
                        todo.append((entry.path, levels - 1))
                elif entry.is_file(follow_symlinks=False):
                    yield entry


def _listed(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
