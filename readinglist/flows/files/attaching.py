"""Attaching files to a paper: first read (and copied) where nobody waits for it, then stored as one step."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from readinglist.core import errors
from readinglist.core.files.names import fit
from readinglist.core.paper import File
from readinglist.flows.files.content import content_of
from readinglist.flows.files.copies import copy
from readinglist.flows.opening import contents, let, places
from readinglist.i18n import _
from readinglist.library.library import Library

ATTACHED, ALREADY, FOUND, REFUSED = "attached", "already", "found", "refused"
Heard = Callable[[int, int], object]  # is told how many of how many files are read; what it raises ends it


@dataclass(frozen=True)
class Prepared:
    """A file that was looked at: what is to be stored of it, or why it is `refused`, in words."""

    given: str
    file: File | None = None
    refused: str = ""


@dataclass(frozen=True)
class Attached:
    """What became of a file: `attached`, `already` there, there and `found` at a new place, or `refused` (`reason`).

    `also_on` are other papers, with titles, that have a file of the same bytes.
    """

    given: str
    result: str
    file: File | None = None
    reason: str = ""
    also_on: tuple[tuple[int, str], ...] = ()


def prepare(given: Sequence[str], folder: Path | None = None, heard: Heard = lambda _now, _all: None) -> list[Prepared]:
    """Read files, and copy them into `folder` where that is given. Touches no library, so it can run on a worker."""
    made = []
    for number, name in enumerate(given):
        heard(number, len(given))
        try:
            made.append(Prepared(name, _looked_at(name, folder, partial(_tell, heard, number, len(given)))))
        except errors.Refused as problem:
            made.append(Prepared(name, refused=str(problem)))
    return made


def _tell(heard: Heard, now: int, whole: int, _size: int) -> None:
    heard(now, whole)


def path_of(name: str) -> str:
    """Return the whole path that a file was named by; links in it are kept."""
    return os.path.abspath(os.path.expanduser(name))  # noqa: PTH100, PTH111 - resolve() would follow links


def _looked_at(name: str, folder: Path | None, heard: Callable[[int], object]) -> File:
    path = places.local(path_of(name))
    if path.is_dir():
        raise errors.Refused(_("{file} is a folder; files are attached one by one.").format(file=contents.shown(path)))
    if folder is None:
        found = content_of(path, heard)
    else:
        ending = path.suffix if len(path.suffix) <= 9 else ""
        path, found = copy(path, folder, fit(path.name.removesuffix(ending)) + ending, heard)
    return File(path=str(path), kind=found.kind, sha256=found.sha256, size=found.size)


def attach(library: Library, paper: int, prepared: Sequence[Prepared], label: str = "") -> list[Attached]:
    """Store prepared files as one step; a paper has files of the same bytes, or of the same path, once.

    The user chose them, so they may be opened without being asked about. Raises NoPaper, and what a step does.
    """
    library.papers.get(paper)
    there = library.files.of(paper)
    new: list[File] = []
    results: list[Attached] = []
    for one in prepared:
        if one.file is None:
            results.append(Attached(one.given, REFUSED, reason=one.refused))
            continue
        twin = next((file for file in [*there, *new] if _same(file, one.file)), None)
        also = tuple(library.files.sharing(one.file.sha256 or "", paper))
        if twin is None:
            one.file.title = label or None
            new.append(one.file)
            results.append(Attached(one.given, ATTACHED, one.file, also_on=also))
        else:
            results.append(Attached(one.given, _renew(library, twin, one.file), twin, also_on=also))
    if new:
        made = dict(zip(map(id, new), library.files.attach(paper, new, Path(new[0].path).name), strict=True))
        results = [Attached(r.given, r.result, made.get(id(r.file), r.file), r.reason, r.also_on) for r in results]
        with contextlib.suppress(OSError):  # then it is asked before it is opened
            let(library, made.values())
    return results


def _same(old: File, new: File) -> bool:
    return old.path == new.path or (old.sha256 is not None and old.sha256 == new.sha256)


def _renew(library: Library, old: File, new: File) -> str:
    """Keep what is known of a file by now that was attached before: what it holds, or where it lies."""
    if not old.uid:  # twice in one go
        return ALREADY
    if old.path == new.path:
        library.files.note({old.uid: {"sha256": new.sha256, "size": new.size, "kind": new.kind}})
        return ALREADY
    if os.path.lexists(old.path):
        return ALREADY
    library.files.note({old.uid: {"path": new.path}})
    old.path = new.path
    return FOUND


def in_words(results: Sequence[Attached]) -> list[str]:
    """Return what is worth saying of each file: why it was refused, where it was already, who else has it."""
    said = []
    for one in results:
        name = contents.shown(Path(one.given).name)
        if one.result == REFUSED:
            said.append(one.reason)
        elif one.result == FOUND:
            said.append(_("{file} was attached already; it is known at its new place now.").format(file=name))
        elif one.result == ALREADY:
            said.append(_("{file} was attached already.").format(file=name))
        if one.also_on:
            said.append(
                _("The same file is attached to {title} too.").format(
                    title=", ".join(f"“{other}”" for _number, other in one.also_on)
                )
            )
    return said
