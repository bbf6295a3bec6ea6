"""A PDF as a draft of the paper that it is: what its pages say, the file itself, and what is to be asked about it."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path

from readinglist.core.errors import Problem, Refused
from readinglist.core.paper import PENDING, Draft, File
from readinglist.core.text import one_line
from readinglist.flows.files import attaching
from readinglist.formats.front_page import reading
from readinglist.i18n import _
from readinglist.pdf.client import Pdfs

KIND = "pdf"
_Key = tuple[str, int, int]


class PdfPapers:
    """Reads PDFs, each once for as long as it stays as it is; the child begins with the first. Close it at the end."""

    def __init__(self) -> None:
        self._pdfs = Pdfs()
        self._known: dict[_Key, Draft | Problem] = {}
        self._reading = threading.Lock()

    def __enter__(self) -> PdfPapers:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child; what was read stays known."""
        self._pdfs.close()

    def stop(self) -> None:
        """Let go at once, whatever is being read on another thread: that raises Cancelled, and so does asking more."""
        self._pdfs.give_up()

    def draft(self, path: Path, name: str = "") -> Draft | Problem:
        """Return the paper that a PDF is, or why it cannot be read; `name` is what the user knows the file by."""
        name = name or path.name
        with self._reading:
            try:
                told = path.stat()
                key = (str(path), told.st_size, told.st_mtime_ns)
            except OSError:
                key = (str(path), -1, -1)
            if key not in self._known:
                self._known[key] = self._read(path, name)
            return _again(self._known[key])

    def _read(self, path: Path, name: str) -> Draft | Problem:
        (looked_at,) = attaching.prepare([str(path)])
        if looked_at.file is None:
            return Problem(name, looked_at.refused, str(path), title=path.name)
        try:
            draft = reading.read(self._pdfs.front(path))
        except Refused as problem:
            return Problem(name, str(problem), str(path), title=path.name)
        return as_paper(draft, looked_at.file, path, name)


def as_paper(draft: Draft, file: File, path: Path, name: str) -> Draft:
    """Complete what the pages say: the file belongs to the paper, and services are to be asked about its identifier."""
    file.kind, file.pages = KIND, draft.pages
    draft.files = [file]
    draft.place, draft.raw = name, str(path)
    if draft.arxiv:
        draft.url = f"https://arxiv.org/abs/{draft.arxiv}"
    named = f"arxiv:{draft.arxiv}" if draft.arxiv else f"doi:{draft.doi}" if draft.doi else ""
    if named:
        draft.extra = {**draft.extra, PENDING: named}
    if not draft.title:
        draft.title = one_line(path.stem.replace("_", " ")) or path.name
        draft.doubt = _("Its title was not found in it; this is the file's name.")
    return draft


def _again(known: Draft | Problem) -> Draft | Problem:
    """Return what is known as an object of its own: whoever gets it may change it."""
    if isinstance(known, Problem):
        return known
    return copied(known)


def copied(draft: Draft) -> Draft:
    """Return a draft whose lists and file are its own."""
    own = replace(draft, authors=list(draft.authors), extra=dict(draft.extra), tags=list(draft.tags))
    own.files = [replace(file) for file in draft.files]
    own.identifiers = {name: list(values) for name, values in draft.identifiers.items()}
    return own
