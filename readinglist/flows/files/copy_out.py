"""Copies the files of papers into a folder, named by a template; nothing there is overwritten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from readinglist.core import errors
from readinglist.core.files.names import file_name
from readinglist.core.paper import File, Paper
from readinglist.flows.files.copies import copy
from readinglist.flows.opening import contents, places
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.place.whereabouts import is_missing


@dataclass
class CopiedOut:
    """Where the copies are, by the uids of the files, and in words what could not be copied."""

    copies: dict[str, Path] = field(default_factory=dict)
    refused: list[str] = field(default_factory=list)


def copy_out(
    library: Library,
    papers: Sequence[int],
    folder: Path,
    template: str,
    heard: Callable[[int], object] = lambda _count: None,
) -> CopiedOut:
    """Copy every file of these papers; `heard` is told how many are done, and what it raises ends it."""
    done = CopiedOut()
    for paper in library.papers.many(papers):
        for file in paper.files:
            try:
                done.copies[file.uid] = _copy(paper, file, folder, template)
            except errors.Refused as problem:
                done.refused.append(str(problem))
            heard(len(done.copies))
    return done


def _copy(paper: Paper, file: File, folder: Path, template: str) -> Path:
    source = places.local(file.path)
    if is_missing(file.path):
        raise errors.Refused(_("{file} is not there any more.").format(file=contents.shown(file.path)))
    ending = source.suffix.lower() if len(source.suffix) <= 9 else ""
    return copy(source, folder, file_name(paper, file.title, ending, template))[0]
