"""A work that a paper cites, as its reference list names it, and when that is a paper of the library."""

from __future__ import annotations

from typing import NamedTuple

from readinglist.core.identity import identifiers, match
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.text import sort_key
from readinglist.core.titles import title_key
from readinglist.i18n import _

FEW_WORDS = 4  # a title of fewer words, and no author to compare, says too little


class Reference(NamedTuple):
    """One line of a reference list. `author` is the first one; ids are normalised, `None` where there is none."""

    title: str = ""
    author: str = ""
    year: int | None = None
    doi: str | None = None
    arxiv: str | None = None
    openalex: str | None = None

    @property
    def identifier(self) -> Identifier | None:
        """By what a service can be asked about it, the surest first."""
        named = (("doi", self.doi), ("arxiv", self.arxiv), ("openalex", self.openalex))
        return next((Identifier(scheme, value) for scheme, value in named if value), None)

    @property
    def name(self) -> str:
        """What it is written as where one has to name it: its id, else its title."""
        if self.doi:
            return self.doi
        return f"arXiv:{self.arxiv}" if self.arxiv else self.openalex or self.title

    @property
    def words(self) -> str:
        """It in words: title, first author and year, as far as they are known."""
        by = " ".join(filter(None, (self.author, str(self.year or ""))))
        if not self.title:
            return f"{self.name} ({by})" if by else self.name
        return _("{title} ({by})").format(title=self.title, by=by) if by else self.title


class Titled(NamedTuple):
    """A paper of the library that has the title of a reference, with what may speak against its being that."""

    author: str | None
    year: int | None
    doi: str | None
    arxiv: str | None


def reference(
    title: str = "", author: str = "", year: int | None = None, doi: str | None = None, openalex: str | None = None,
    arxiv: str | None = None,
) -> Reference:  # fmt: skip
    """Return a reference with its ids normalised: a DOI that arXiv gave is its number."""
    found = (identifiers.doi(doi) or "").lower()
    if found.startswith(match.ARXIV_DOI):
        found, arxiv = "", arxiv or found.removeprefix(match.ARXIV_DOI)
    number = identifiers.arxiv_key(arxiv) if arxiv else None
    return Reference(title, author, year, found or None, number, openalex)


def joined(one: Reference, other: Reference) -> Reference:
    """Return what two lists say of the same work together."""
    said = {name: value for name, value in one._asdict().items() if value}
    return other._replace(**said)


def united(*lists: list[Reference]) -> list[Reference]:
    """Return several lists of one paper's references as one, each work once, in the order of the first that has it."""
    found: list[Reference] = []
    place: dict[str, int] = {}
    for one in (one for listed in lists for one in listed):
        names = _names(one)
        at = next((place[name] for name in names if name in place), None)
        if at is None:
            at = len(found)
            found.append(one)
        else:
            found[at] = joined(found[at], one)
        place |= dict.fromkeys(_names(found[at]), at)
    return found


def _names(one: Reference) -> list[str]:
    ids = (("doi", one.doi), ("arxiv", one.arxiv), ("openalex", one.openalex))
    names = [f"{scheme} {value}" for scheme, value in ids if value]
    key = title_key(one.title)
    if key and one.year and len(key.split()) >= FEW_WORDS:
        names.append(f"title {one.year} {key}")
    return names


def is_same(one: Reference, paper: Titled) -> bool:
    """Return whether a paper with the title of a reference is what that cites: author and year have to fit.

    Ids that contradict each other are two works; a preprint may be a few years older than what was published.
    """
    if one.arxiv and paper.arxiv and one.arxiv != identifiers.arxiv_key(paper.arxiv):
        return False
    theirs = match.Known(0)
    mine = match.Known(0)
    for record, doi in ((mine, one.doi), (theirs, paper.doi)):
        if doi:
            match.add_name(record, "doi", doi)
    if match.contradicts(mine, theirs, "doi"):
        return False
    if one.year and paper.year and abs(one.year - paper.year) > match.PREPRINT_YEARS:
        return False
    author = sort_key(one.author) or ""
    if author and paper.author:
        return _one_person(author, paper.author)
    return bool(one.year and paper.year) and len((title_key(one.title) or "").split()) >= FEW_WORDS


def _one_person(written: str, sorted_name: str) -> bool:
    """Whether a name in any order ("g hinton", "hinton, geoffrey") can be that of a paper's first author."""
    family = sorted_name.replace(",", " ").split()
    words = written.replace(",", " ").replace(".", " ").split()
    return bool(family) and family[0] in words
