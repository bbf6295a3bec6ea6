"""Reads the files of papers in turns, on a worker: hashes where none was taken, and the words of PDFs to search in."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from readinglist.core import errors
from readinglist.core.files.local_path import why_not
from readinglist.core.paper import File
from readinglist.flows.files.content import content_of
from readinglist.library.full_text.index import Document
from readinglist.library.full_text.joined import joined, text_hash
from readinglist.library.library import Library
from readinglist.library.place.whereabouts import is_missing
from readinglist.pdf.client import Pdfs
from readinglist.pdf.trouble import Unreadable

Heard = Callable[[int], object]  # is told how many files are left; what it raises ends the turn


@dataclass
class Turn:
    """What a turn has found: `facts` by the uids of files, for `library.files.note`; how many files are `left`."""

    facts: dict[str, dict[str, Any]] = field(default_factory=dict)
    read: int = 0
    left: int = 0


class Indexing:
    """One pass over the files of a library, in turns. What cannot be read is not tried twice."""

    def __init__(self) -> None:
        self._pdfs = Pdfs()
        self._todo: list[File] | None = None
        self._known: set[str] = set()  # of which files the words are known

    def close(self) -> None:
        """End the program that reads PDFs."""
        self._pdfs.close()

    def stop(self) -> None:
        """Let what is being read on another thread fail at once."""
        self._pdfs.stop()

    def turn(self, library: Library, seconds: float, heard: Heard = lambda _left: None) -> Turn:
        """Read files for about so long, and put their words into the index. Writes nothing to the library itself."""
        if self._todo is None:
            self._known = library.full_text.known()
            self._todo = self._unread(library)
        made, documents = Turn(), list[Document]()
        end = time.monotonic() + seconds
        try:
            while self._todo and (not made.read or time.monotonic() < end):
                heard(len(self._todo))
                file = self._todo.pop()
                found = self._read(file, documents, partial(heard, len(self._todo)))
                if found:
                    made.facts[file.uid] = found
                made.read += 1
        finally:
            if documents:
                library.full_text.put(documents)
        made.left = len(self._todo)
        return made

    def _unread(self, library: Library) -> list[File]:
        """Return the files of which the hash, or the words, are not known, and that are there; the newest last."""
        return [
            file
            for _paper, file in library.files.all()
            if (file.sha256 is None or (file.kind == "pdf" and file.sha256 not in self._known))
            and why_not(file.path) is None
            and not is_missing(file.path)
        ]

    def _read(self, file: File, documents: list[Document], heard: Callable[[], object]) -> dict[str, Any]:
        """Read a file; return what of it is new to the library."""
        try:
            content = content_of(Path(file.path), lambda _size: heard())
        except errors.Refused:
            return {}
        found: dict[str, Any] = {"sha256": content.sha256, "size": content.size, "kind": content.kind}
        if content.kind == "pdf" and content.sha256 not in self._known:
            document, pages = self._words(Path(file.path), content.sha256)
            heard()  # what failed because it was stopped is no trouble of the file's
            self._known.add(content.sha256)
            documents.append(document)
            if document.trouble is None:
                found |= {"pages": pages, "text_hash": text_hash(document.pages)}
        return {name: value for name, value in found.items() if getattr(file, name) != value}

    def _words(self, path: Path, sha256: str) -> tuple[Document, int]:
        try:
            pages = self._pdfs.texts(path)
        except Unreadable as problem:
            return Document(sha256, trouble=problem.trouble), 0
        return Document(sha256, joined(pages)), len(pages)


def index_all(library: Library, heard: Heard = lambda _left: None) -> int:
    """Read everything that is not known yet. Returns how many files were read."""
    count, left = 0, 1
    with contextlib.closing(Indexing()) as indexing:
        while left:
            turn = indexing.turn(library, 5.0, heard)
            library.files.note(turn.facts)
            count, left = count + turn.read, turn.left
    return count
