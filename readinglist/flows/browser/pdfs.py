"""PDFs that an extension sends: kept in the library's own folder under a name, and given to their paper once."""

from __future__ import annotations

from pathlib import Path

from readinglist.core import errors
from readinglist.core.files.names import file_name
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, File
from readinglist.flows import disk_errors
from readinglist.flows.browser import saving
from readinglist.flows.browser.saving import Stored
from readinglist.flows.browser.sessions import SECONDS, Session
from readinglist.flows.files import attaching, copies
from readinglist.flows.files.attaching import Prepared
from readinglist.flows.files.content import content_of
from readinglist.flows.opening import contents
from readinglist.i18n import _
from readinglist.library.library import Library

KINDS = ("pdf", "epub")


def folder_of(library: Path) -> Path:
    """Return the folder in which a library keeps files of its own, made if it is not there. Raises Refused."""
    folder = copies.library_folder(library)
    with disk_errors.in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def checked(file: Path) -> str:
    """Return what kind of file came. Raises Refused for what is none of those that papers are."""
    kind = contents.kind_of(file)
    if kind not in KINDS:
        raise errors.Refused(_("This is no PDF."))
    return kind


def attach(library: Library, session: Session, paper: int, file: Path, title: str) -> None:
    """Give a paper of a save a file that came, as part of its step; one of the same bytes is there once.

    Raises NoPaper where the paper is gone, Refused.
    """
    found = library.papers.get(paper)
    if found.trashed is not None:
        raise errors.NoPaper(_("What was saved is not in the library any more."))
    content = content_of(file)
    if not any(one.sha256 == content.sha256 and Path(one.path).exists() for one in found.files):
        _give(library, session, paper, _kept(library, file, found), title)


def store(library: Library, session: Session, file: Path, url: str, title: str) -> Stored:
    """Store a file that came alone as a paper: what it says itself, else what the browser calls it.

    A paper that has a file of the same bytes is that paper. Raises Refused.
    """
    here = library.files.sharing(content_of(file).sha256, 0)
    if here:
        session.papers = [here[0][0]]
        return Stored(session.papers, [here[0][1]], frozenset())
    draft = saving.of_file(url, title)
    kept = _kept(library, file, draft)
    with library.step(Op.ADD, 1, joined_key=session.step, joined_for=SECONDS):
        stored = saving.store(library, session, [draft])
        _give(library, session, stored.papers[0], kept, "")
    return stored


def _kept(library: Library, file: Path, paper: Draft) -> File:
    """Give a file that came its place and name. Raises Refused."""
    kind = checked(file)
    path, content = copies.copy(file, folder_of(library.path), file_name(paper, None, f".{kind}"))
    return File(path=str(path), kind=kind, sha256=content.sha256, size=content.size)


def _give(library: Library, session: Session, paper: int, file: File, title: str) -> None:
    with library.step(Op.ATTACH, 1, Path(file.path).name, joined_key=session.step, joined_for=SECONDS):
        attaching.attach(library, paper, [Prepared(file.path, file)], title)
