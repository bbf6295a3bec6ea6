"""Links between papers: what a paper links to and what links to it, and renames followed in all notes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readinglist.core.ops import Op
from readinglist.library.library import Library


class Around(NamedTuple):
    """What a paper links to (`out`) and what links to it (`back`), as id and title."""

    out: list[tuple[int, str]]
    back: list[tuple[int, str]]


def around(library: Library, paper: int) -> Around:
    """Return the links from and to a paper."""
    out, back = library.links.outgoing(paper), library.links.backlinks(paper)
    names = library.links.names([*out, *back])
    return Around([(number, names[number][0]) for number in out], [(number, names[number][0]) for number in back])


def change(
    library: Library, paper: int, cites: Sequence[str] = (), related: Sequence[str] = (), remove: Sequence[str] = ()
) -> int:
    """Note what a paper cites and is related to, and take references off again, as one step. Returns how many changed.

    A reference is a DOI, arXiv id, citation key or title.
    """
    known = library.links
    with library.step("link", 1):
        added = known.add(paper, cites) + known.add(paper, related, "related")
        return added + sum(known.remove(paper, reference) for reference in remove)


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
