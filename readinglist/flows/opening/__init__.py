"""Opening a paper: its file where that may be opened, else its link; an import's folder is let by the user once."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from readinglist.core import errors
from readinglist.core.ops import describe
from readinglist.core.paper import File, Paper
from readinglist.core.web_address import WebAddress, web_address
from readinglist.flows.opening import contents, places
from readinglist.i18n import _, mark
from readinglist.library.library import Library
from readinglist.library.tables.parts.files import Origin
from readinglist.settings import Confirmed

_EARLIER = mark("an import of long ago")


@dataclass(frozen=True)
class OpenFile:
    """A file that may be opened once its folder is confirmed: `path` without links, `folder` as it is asked about.

    `source` is the import that named it, for the record; `named_by` the same in words, "" where that is forgotten.
    """

    path: Path
    folder: Path
    source: str
    named_by: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether the user has let this folder, or one around it, for this import."""
        return Confirmed().holds(self.source, self.path)

    def confirm(self) -> None:
        """Remember that the user lets it. Raises OSError."""
        Confirmed().add(self.source, self.folder)


def what_to_open(library: Library, paper: Paper) -> OpenFile | WebAddress:
    """Return the first file of a paper that may be opened, else its link. Raises Refused, saying why, for neither."""
    refused: errors.Refused | None = None
    for file in paper.files:
        try:
            return file_to_open(library, file)
        except errors.Refused as problem:
            refused = refused or problem
    link = best_link(paper)
    if link is not None:
        return address(link)
    raise refused or NowhereToGo(_("This paper has no file and no link yet."))


def question(found: OpenFile) -> str:
    """Return what is asked before the first file of an import is opened, for both faces."""
    if found.folder == found.path:
        return _("It was named by: {step}. Let Reading List open this file?").format(step=found.named_by or _(_EARLIER))
    return _("It was named by: {step}. Let Reading List open the files that this import named in {folder}?").format(
        step=found.named_by or _(_EARLIER), folder=contents.shown(found.folder)
    )


def let(library: Library, files: Iterable[File]) -> None:
    """Remember that the user lets these files, which were attached by hand, be opened. Raises OSError."""
    Confirmed().add_all(
        (_source(library, library.files.origin(file.uid)), Path(os.path.realpath(file.path))) for file in files
    )


def let_moved(library: Library, moved: Iterable[tuple[File, Path]]) -> None:
    """Where a file might be opened that was found again elsewhere by its bytes, it may be there. Raises OSError."""
    confirmed = Confirmed()
    places = [(_source(library, library.files.origin(file.uid)), file, to) for file, to in moved]
    let_too = [(source, Path(os.path.realpath(to))) for source, file, to in places
               if confirmed.holds(source, Path(file.path))]  # fmt: skip
    if let_too:
        confirmed.add_all(let_too)


def _source(library: Library, origin: Origin | None) -> str:
    """Return by what the answer about an import is kept."""
    return f"{library.path}#older" if origin is None else f"{library.path}#{origin.step}@{origin.at}"


class NowhereToGo(errors.Refused):
    """A paper without file and link."""


def address(link: str) -> WebAddress:
    """Return where a link leads. Raises Refused for one that is not opened."""
    found = web_address(link)
    if found is None:
        raise errors.Refused(_("This link is not opened: {link}").format(link=contents.shown(link[:200])))
    return found


def best_link(paper: Paper) -> str | None:
    """Return where a paper can be read: its address first, then its arXiv id or DOI; None where it has none."""
    if paper.url:
        return paper.url
    if paper.arxiv:
        return f"arxiv:{paper.arxiv}"
    return f"doi:{paper.doi}" if paper.doi else None


def file_to_open(library: Library, file: File) -> OpenFile:
    """Look at one file of a paper. Raises Refused where it is gone, or none that is opened."""
    path = file.path
    named = places.local(path)
    try:
        real = places.local(str(named.resolve(strict=True)))
    except (OSError, RuntimeError, ValueError) as why:
        raise errors.Refused(_("{file} is not there any more.").format(file=contents.shown(path))) from why
    contents.kind_of(real)
    origin = library.files.origin(file.uid)
    where = places.common_folder(named, origin.paths if origin else ()).resolve()
    if not real.is_relative_to(where):  # a link out of the folder that would be asked about
        where = places.common_folder(real, ())
    words = "" if origin is None else describe(origin.op, origin.count, origin.detail)
    return OpenFile(real, where, _source(library, origin), words)
