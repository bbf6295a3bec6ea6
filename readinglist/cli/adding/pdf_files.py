"""PDFs and folders of PDFs among the words of `add`: read with a count on a terminal, and kept with their papers."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from readinglist.cli.output import end_progress, progress
from readinglist.core.errors import Problem, WrongUsage
from readinglist.core.paper import Draft
from readinglist.flows import typed
from readinglist.flows.importing.report import Report
from readinglist.flows.pdfs.folders import is_pdf, pdfs_in
from readinglist.flows.typed import Typed
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.settings import Settings


def apart(what: Sequence[str]) -> tuple[list[str], list[Path]]:
    """Return the words that are text, and the PDFs that others name. Raises WrongUsage for another file, or nothing."""
    words: list[str] = []
    files: list[Path] = []
    for word in what:
        if not word.strip():
            raise typed.nothing()
        if os.path.isdir(word):  # noqa: PTH112  # a title may hold what no path can
            found = pdfs_in(Path(word))
            if not found and os.sep in word:
                raise WrongUsage(_("There is no PDF in {folder}.").format(folder=word))
            files += found
            words += [] if found else [word]
        elif not os.path.isfile(word):  # noqa: PTH113
            words.append(word)
        elif is_pdf(Path(word)):
            files.append(Path(word))
        else:
            raise WrongUsage(
                _("{path} is a file.").format(path=word),
                do=_("Bring in what is listed in it with 'readinglist import'."),
            )
    return words, files


def folder(library: Path, settings: Settings) -> Path | None:
    """Return where copies of PDFs go by the settings, None where they stay where they are."""
    from readinglist.flows.pdfs import keeping  # 60 ms, only where there is a PDF

    return keeping.folder(library, settings.get("attach_by"))


def read(files: Sequence[Path], into: Path | None) -> list[Typed | Problem]:
    """Return the papers that PDFs are. Raises Refused where one cannot be copied."""
    from readinglist.flows.pdfs import keeping
    from readinglist.flows.pdfs.reading import PdfPapers

    found: list[Typed | Problem] = []
    common = os.path.commonpath([file.absolute().parent for file in files])
    show = progress()
    with PdfPapers() as pdfs:
        for file in files:
            item = pdfs.draft(file, os.path.relpath(file.absolute(), common))
            if isinstance(item, Draft):
                draft = keeping.kept(item, into)
                found.append(Typed(draft, typed.pending(draft)))
            else:
                found.append(item)
            if show:
                show(len(found), len(found) / len(files))
    end_progress()
    return found


def let_open(library: Library, lines: Sequence[Typed | Problem], report: Report) -> None:
    """Let the PDFs that were given by hand be opened without being asked about."""
    paths = {file.path for line in lines if isinstance(line, Typed) for file in line.draft.files}
    if paths:
        from readinglist.flows.pdfs import keeping

        keeping.let_open(library, [record.paper for record in report.records], paths)
