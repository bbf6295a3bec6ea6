"""Links between papers: what a paper links to and what links to it, and renames followed in all notes."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readinglist.core.errors import NoPaper, WrongUsage
from readinglist.core.identity.reference import Reference
from readinglist.core.ops import Op
from readinglist.core.text import one_line
from readinglist.i18n import _
from readinglist.library.library import Library

_NUMBER = re.compile(r"[0-9]{1,17}")
_UID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Around(NamedTuple):
    """What a paper links to (`out`) and what links to it (`back`), as id and title."""

    out: list[tuple[int, str]]
    back: list[tuple[int, str]]


def around(library: Library, paper: int) -> Around:
    """Return the links from and to a paper."""
    out, back = library.links.outgoing(paper), library.links.backlinks(paper)
    names = library.links.names([*out, *back])
    return Around([(number, names[number][0]) for number in out], [(number, names[number][0]) for number in back])


class Missing(NamedTuple):
    """What a paper links to that is not in the library: `kind` is `note`, `cites` or `related`, `name` what it is.

    `line` is what its reference list says of it, None where it is not from there.
    """

    kind: str
    name: str
    line: Reference | None = None

    @property
    def words(self) -> str:
        """It in words."""
        return self.line.words if self.line else self.name


def missing(library: Library, paper: int) -> list[Missing]:
    """Return what a paper links to that is not in the library; each goes to its paper as soon as that is there."""
    noted = [Missing(kind, _shown(name) if kind != "note" else name) for kind, name in library.links.unresolved(paper)]
    names = {one.name.lower() for one in noted}
    listed = [Missing("cites", line.name, line) for line in library.references.missing(paper)]
    return noted + [one for one in listed if one.name.lower() not in names]


def _shown(name: str) -> str:
    scheme, _colon, value = name.partition(":")
    return f"arXiv:{value}" if scheme == "arxiv" else value


def change(
    library: Library, paper: int, cites: Sequence[str] = (), related: Sequence[str] = (), remove: Sequence[str] = ()
) -> int:
    """Note what a paper cites and is related to, and take references off again, as one step. Returns how many changed.

    A reference is a DOI, arXiv id, citation key, title, or a paper's number or uid. Raises NoPaper for a number that no
    paper has, WrongUsage for the paper itself.
    """
    known = library.links
    with library.step("link", 1):
        added = known.add(paper, [_name(library, paper, one) for one in cites])
        added += known.add(paper, [_name(library, paper, one) for one in related], "related")
        return added + sum(_remove(library, paper, reference) for reference in remove)


def _name(library: Library, paper: int, reference: str) -> str:
    """Return the reference in words that mean the paper in any library: a number means one only in this."""
    reference = one_line(reference)
    if not (_NUMBER.fullmatch(reference) or _UID.fullmatch(reference)):
        return reference
    try:
        named = library.papers.get(library.papers.find(reference))
    except NoPaper:
        if library.links.resolve(reference) is not None:
            return reference  # a title that looks like a number
        raise
    if named.id == paper:
        raise WrongUsage(_("A paper cannot be linked to itself."), safe=_("Nothing was changed."))
    return named.doi or named.arxiv or named.key or named.title or ""


def _remove(library: Library, paper: int, reference: str) -> bool:
    """Take a reference off, written as it was or as the number of its paper; off the list of references as well."""
    if library.links.remove(paper, reference) or library.references.remove(paper, reference):
        return True
    try:
        named = library.papers.get(library.papers.find(reference))
    except NoPaper:
        return False
    names = filter(None, (named.doi, named.arxiv, named.key, named.title))
    return sum(library.links.remove(paper, name) for name in names) > 0


@contextlib.contextmanager
def following(library: Library, papers: Sequence[int], detail: str = "") -> Iterator[None]:
    """Change titles or citation keys of `papers` inside this block; links to them in notes follow, all as one step."""
    known = library.links
    with library.step(Op.EDIT, len(papers), detail):
        before = known.names(papers)
        yield
        for paper, (title, key) in known.names(papers).items():
            old_title, old_key = before.get(paper, (title, key))
            if old_key and key and old_key != key:
                known.follow(old_key, key)
            # A title that another paper has as well still means that other one.
            if old_title and title and old_title != title and known.resolve(old_title) is None:
                known.follow(old_title, title)
