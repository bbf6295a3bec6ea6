"""PDFs that an extension sends: read, kept in the library's own folder under a name, given to their paper once."""

from __future__ import annotations

from pathlib import Path

from readinglist.core import errors, provenance
from readinglist.core.files.names import file_name
from readinglist.core.identity import merge
from readinglist.core.identity.match import alike
from readinglist.core.ops import Op
from readinglist.core.paper import Draft, File, Paper
from readinglist.flows import disk_errors
from readinglist.flows.browser import saving
from readinglist.flows.browser.saving import Stored
from readinglist.flows.browser.sessions import SECONDS, Session
from readinglist.flows.files import attaching, copies
from readinglist.flows.files.attaching import Prepared
from readinglist.flows.files.content import content_of
from readinglist.flows.opening import contents
from readinglist.formats.front_page import reading
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.pdf.client import Pdfs

KINDS = ("pdf", "epub")
# What is believed of the first pages, beside the details of the page in the browser.
_TOLD = ("abstract", "authors", "date", "doi", "arxiv", "pages")


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


def read(file: Path) -> Draft:
    """Return what a file says of the paper that it is; nothing at all where it cannot be read, within ten seconds."""
    try:
        if checked(file) != "pdf":
            return Draft()
        with Pdfs() as pdfs:
            found = reading.read(pdfs.front(file))
    except errors.Refused:
        return Draft()
    found.extra |= provenance.said(provenance.FILE)
    return found


def attach(library: Library, session: Session, paper: int, file: Path, title: str, says: Draft) -> None:
    """Give a paper of a save a file that came, as part of its step; one of the same bytes is there once.

    What the paper lacks it gets from what the file `says`, where that is of the same title. Raises NoPaper where the
    paper is gone, Refused.
    """
    found = library.papers.get(paper)
    if found.trashed is not None:
        raise errors.NoPaper(_("What was saved is not in the library any more."))
    content = content_of(file)
    if any(one.sha256 == content.sha256 and Path(one.path).exists() for one in found.files):
        return
    kept = _kept(library, file, found, says)
    with library.step(Op.ATTACH, 1, Path(kept.path).name, joined_key=session.step, joined_for=SECONDS):
        attaching.attach(library, paper, [Prepared(kept.path, kept)], title)
        lacking = _lacking(found, says)
        if lacking:
            library.merging.apply(found, lacking)


def store(library: Library, session: Session, file: Path, url: str, title: str, says: Draft) -> Stored:
    """Store a file that came alone as a paper: what it `says` itself, else what the browser calls it.

    A paper that has a file of the same bytes is that paper. Raises Refused.
    """
    here = library.files.sharing(content_of(file).sha256, 0)
    if here:
        session.papers = [here[0][0]]
        return Stored(session.papers, [here[0][1]], frozenset())
    draft = saving.of_file(url, title, says)
    kept = _kept(library, file, draft, says)
    with library.step(Op.ADD, 1, joined_key=session.step, joined_for=SECONDS):
        stored = saving.store(library, session, [draft])
        attaching.attach(library, stored.papers[0], [Prepared(kept.path, kept)])
    if says.title:
        session.recognised = saving.shown(draft)
    return stored


def _kept(library: Library, file: Path, paper: Draft, says: Draft) -> File:
    """Give a file that came its place and name. Raises Refused."""
    kind = checked(file)
    path, content = copies.copy(file, folder_of(library.path), file_name(paper, None, f".{kind}"))
    return File(path=str(path), kind=kind, sha256=content.sha256, size=content.size, pages=says.pages)


def _lacking(paper: Paper, says: Draft) -> merge.Changes:
    """Return what a file says of its paper that the paper lacks; nothing where it may be another paper's."""
    if not (says.title and alike(says.title.casefold(), paper.title.casefold())):
        return {}
    found = {name: getattr(says, name) for name in _TOLD if getattr(says, name) and not getattr(paper, name)}
    if not found:
        return {}
    return merge.changes(paper, Draft(title=paper.title, type=paper.type, extra=says.extra, **found))
