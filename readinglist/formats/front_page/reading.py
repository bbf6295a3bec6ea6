"""A draft of the paper that a PDF is, from its first pages; nothing is asked of anybody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from readinglist.core.paper import Draft, Person
from readinglist.core.text import one_line
from readinglist.formats.front_page import years
from readinglist.formats.front_page.abstract import abstract
from readinglist.formats.front_page.authors import authors, confirmed, names_more, zone
from readinglist.formats.front_page.blocks import Block, body_size
from readinglist.formats.front_page.covers import is_cover
from readinglist.formats.front_page.furniture import abstract_head
from readinglist.formats.front_page.identifiers import arxiv_id, own_doi, references_at
from readinglist.formats.front_page.lines import Line, lines
from readinglist.formats.front_page.pages import Front
from readinglist.formats.front_page.title import plain, said_titles, title_block

_HEADS = 3  # lines at the top of later pages


@dataclass(slots=True)
class _Page:
    """What one page says."""

    number: int
    title: Block | None
    people: list[Person]
    abstract: str | None
    more: bool = False  # "et al." stands behind the names

    @property
    def worth(self) -> float:
        """How much speaks for its being the paper's first page."""
        return (self.title is not None) + 0.8 * bool(self.people) + 0.9 * bool(self.abstract)


def read(front: Front) -> Draft:
    """Return what the first pages say of the paper: title, authors, DOI, arXiv id, year, abstract, pages.

    What is not certain is left out; the title is "" where none was found.
    """
    pages = [lines(page, number) for number, page in enumerate(front.pages)]
    body = body_size(pages)
    first = _first_page(front, pages, body)
    own = pages[first.number] if pages else []
    arxiv, stamp = arxiv_id(front, pages)
    title = _title(first.title.full, front) if first.title else _said(front)
    doi = own_doi(front, pages)
    year = (
        years.of_stamp(stamp) or (years.of_arxiv(arxiv) if arxiv else None) or years.of_page(own[: references_at(own)])
    )
    draft = Draft(title=title, authors=first.people, abstract=first.abstract, doi=doi, arxiv=arxiv, pages=front.count)
    if not draft.authors:
        draft.authors = confirmed(front.info.get("Author", ""), " ".join(line.text for line in own))
    draft.authors_complete = not first.more
    draft.date = str(year) if year else None
    return draft


def _first_page(front: Front, pages: Sequence[Sequence[Line]], body: float) -> _Page:
    """Return the page that the paper begins on, with what it lacks from the one before or after."""
    read_pages = [_page(front, number, pages, body) for number in range(len(pages))]
    if not read_pages:
        return _Page(0, None, [], None)
    best = read_pages[0]
    for later in read_pages[1:]:
        cover = is_cover(pages[best.number])
        if cover and later.title and later.worth >= 1.8:
            best = later
        elif not cover:
            break
    if not best.abstract and best.number + 1 < len(read_pages):  # a title page, and the abstract behind it
        following = read_pages[best.number + 1]
        begins = any(abstract_head(line.text) for line in pages[following.number][:12])
        if begins:
            best.abstract = following.abstract
    return best


def _page(front: Front, number: int, pages: Sequence[Sequence[Line]], body: float) -> _Page:
    own = pages[number]
    heads = [line.text for later in pages[number + 1 :] for line in later[:_HEADS]]
    title = title_block(front, number, own, body, heads)
    if title is None:
        return _Page(number, None, [], abstract(own, 0))
    below = zone(own, title, front.pages[number].width)
    return _Page(number, title, authors(below), abstract(own, title.last + 1), names_more(below))


def _title(text: str, front: Front) -> str:
    """Return a title as it is printed; in the case of letters that the file says, where that is of the same words."""
    text = one_line(text).strip(" *∗†‡§¶#⋆.,;:") if not text.endswith("...") else text
    if text.isupper():
        for said in said_titles(front):
            if plain(said) == plain(text) and not said.isupper():
                return one_line(said)
    return text


def _said(front: Front) -> str:
    return next(iter(said_titles(front)), "")
