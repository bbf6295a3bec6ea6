"""Links between papers as the faces use them: where a link goes, what links here, renames followed in all notes."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from readinglist.core.ops import Op
from readinglist.core.wiki_links import Link, links
from readinglist.library.library import Library


@dataclass(frozen=True, slots=True)
class Linked:
    """A link of a note with the paper that it means, or None where there is none (yet)."""

    link: Link
    paper: int | None


def links_of_note(library: Library, note: str) -> list[Linked]:
    """Return the links of a note as typed, each with its paper."""
    known = library.links
    return [Linked(link, known.resolve(link.target)) for link in links(note)]


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
