"""PDFs that came in are kept as the user has it: where they are, or copied beside the library; and may be opened."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from readinglist.core.paper import Draft
from readinglist.flows.files import attaching
from readinglist.flows.files.copies import library_folder
from readinglist.flows.opening import let
from readinglist.flows.pdfs.reading import KIND
from readinglist.library.library import Library


def folder(library: Path, attach_by: object) -> Path | None:
    """Return where copies of PDFs go by the setting `attach_by`, None where they stay where they are."""
    return library_folder(library) if attach_by == "copy" else None


def kept(draft: Draft, into: Path | None) -> Draft:
    """Return a draft with its PDF copied into a folder; as it is without one. Raises Refused where that fails."""
    if into is None or not draft.files:
        return draft
    files = []
    for file in draft.files:
        (copy,) = attaching.prepare([file.path], into)
        files.append(replace(copy.file, pages=file.pages, kind=KIND) if copy.file else file)
    return replace(draft, files=files)


def let_open(library: Library, papers: Iterable[int | None], paths: set[str]) -> None:
    """Remember that these files of papers may be opened without being asked about: the user gave them by hand."""
    for paper in papers:
        if paper is not None:
            files = [file for file in library.files.of(paper) if file.path in paths]
            with contextlib.suppress(OSError):  # then it is asked before the first is opened
                let(library, files)
