"""When two records are one paper: by identifier, else by title, author and year."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from readinglist.core.identity.identifiers import arxiv_key, doi_key, isbn13
from readinglist.core.paper import DEFAULT_TYPE, Draft
from readinglist.core.text import sort_key, words
from readinglist.core.titles import title_key
from readinglist.i18n import _

# Schemes that name what a paper is in, or a copy of it, never the paper itself.
NOT_THE_PAPER = frozenset({"issn", "eissn", "lccn", "oclc", "callnumber", "key"})
ISBN = "isbn"
ARXIV_DOI = "10.48550/arxiv."
# Words two titles must share, as a part of the shorter one, for an equal identifier to be believed.
BELIEVED = 0.4
# A preprint may be dated this many years before the publication.
PREPRINT_YEARS = 2
SHORT_TITLE = 3
# What is a part of a book or volume: its ISBN names the whole, and other parts have the same.
PARTS = frozenset({"chapter", "entry", "entry-dictionary", "entry-encyclopedia", "paper-conference"})
_BOOKS = frozenset({"book", "collection", "periodical"})
_KINDS = frozenset({"thesis", "dataset", "software", "patent", "motion_picture"})
# DOI prefixes of preprint servers (Crossref and DataCite): such a DOI does not speak against another one.
_PREPRINT_DOIS = (
    "10.1101/", "10.2139/ssrn", "10.20944/preprints", "10.21203/rs.", "10.26434/chemrxiv", "10.31219/", "10.31234/",
    "10.31235/", "10.33774/", "10.36227/techrxiv", "10.48550/", "10.5281/zenodo", "10.64898/",
)  # fmt: skip

# Schemes whose names are given by a program, once and for all: a record that has it is the same even where its title
# was corrected since.
_FOR_GOOD = frozenset({"uid", "zotero"})

Mark = tuple[str, str]  # (scheme, normalised value); the scheme `title` holds a folded title


@dataclass(slots=True)
class Known:
    """A record as far as comparing goes. `paper` is its id; a negative one stands for a draft not yet stored."""

    paper: int
    title: str = ""
    author: str = ""
    year: int | None = None
    type: str = ""
    venue: str = ""
    volume: str = ""
    first_page: str = ""
    key: str = ""
    names: dict[str, set[str]] = field(default_factory=dict)

    def marks(self) -> Iterator[Mark]:
        """Yield everything this record can be found by."""
        for scheme, values in self.names.items():
            for value in values:
                yield scheme, value
        if self.title:
            yield "title", self.title


def normal(scheme: str, value: str) -> Mark | None:
    """Return an identifier in the form in which two spellings of it are equal; None for what identifies no paper."""
    scheme, value = scheme.lower(), value.strip()
    if not value or scheme in NOT_THE_PAPER:
        return None
    if scheme == "doi":
        value = doi_key(value)
        return ("arxiv", arxiv_key(value.removeprefix(ARXIV_DOI))) if value.startswith(ARXIV_DOI) else (scheme, value)
    if scheme == "arxiv":
        return scheme, arxiv_key(value)
    if scheme == ISBN:
        bare = value.replace("-", "").replace(" ", "").upper()
        return scheme, isbn13(bare) if len(bare) in (10, 13) and bare[:9].isdigit() else bare
    return scheme, value.lower()


def only_named(draft: Draft) -> bool:
    """Return whether nothing is known of a paper but an identifier, which then stands as its title."""
    names = {draft.doi, draft.arxiv, draft.url, *(name for names in draft.identifiers.values() for name in names)}
    return draft.title in names and not draft.authors


def known(draft: Draft, paper: int = 0) -> Known:
    """Return what `draft` can be compared by."""
    first = draft.authors[0] if draft.authors else None
    record = Known(
        paper,
        title="" if only_named(draft) else title_key(draft.title) or "",
        author=(sort_key(first.sorting) or "") if first else "",
        year=draft.year,
        type=draft.type,
        venue=draft.venue or "",
        key=draft.key or "",
    )
    record.volume, record.first_page = place_of(draft.extra)
    given = [("uid", draft.uid), ("doi", draft.doi), ("arxiv", draft.arxiv)]
    for scheme, value in given:
        if value:
            add_name(record, scheme, value)
    for scheme, values in draft.identifiers.items():
        for value in values:
            add_name(record, scheme, value)
    return record


def place_of(extra: dict[str, Any]) -> tuple[str, str]:
    """Return volume and first page of a paper by what readers keep in `extra`; "" for what is not there."""
    found = ["", ""]
    for kept, names in (("csl", ("volume", "page")), ("bibtex", ("volume", "pages"))):
        fields = extra.get(kept)
        if not isinstance(fields, dict):
            continue
        for n, name in enumerate(names):
            value = fields.get(name, "")
            if not found[n] and isinstance(value, str | int):
                found[n] = str(value).replace("–", "-").split("-")[0].strip(" {}").lower()
    return found[0], found[1]


def add_name(record: Known, scheme: str, value: str) -> None:
    """Note an identifier of a record, if it is one that identifies."""
    mark = normal(scheme, value)
    if mark:
        record.names.setdefault(mark[0], set()).add(mark[1])


def same(one: Known, other: Known, scheme: str) -> bool:
    """Return whether two records that share a mark of `scheme` are one paper."""
    if scheme in _FOR_GOOD:
        return True
    if scheme == "title":
        return _same_by_title(one, other)
    if scheme == ISBN and (one.type != other.type or one.type in PARTS):
        return False
    return alike(one.title, other.title)


def _same_by_title(one: Known, other: Known) -> bool:
    return not any(apart(one, other) for apart in _APART)


def identified_apart(one: Known, other: Known) -> bool:
    """Return whether two records have identifiers that cannot both be one paper's."""
    return any(contradicts(one, other, scheme) for scheme in ("doi", "arxiv", ISBN))


def untold(record: Known) -> bool:
    """Return whether a title says too little for any other record to be the same paper by it alone."""
    return not record.author and _short(record)


def _short(record: Known) -> bool:
    return len(record.title.split()) < SHORT_TITLE


def _written_apart(one: Known, other: Known) -> bool:
    return not same_author(one.author, other.author) or untold(one)


def _dated_apart(one: Known, other: Known) -> bool:
    """Two years are two papers unless one may be a preprint; with a year missing, so are short titles of two types."""
    if one.year is None or other.year is None:
        return one.type != other.type and _short(one)
    years = abs(one.year - other.year)
    return years > 0 and (years > PREPRINT_YEARS or not (_preprint(one) or _preprint(other)))


def contradicts(one: Known, other: Known, scheme: str) -> bool:
    """Return whether two records have identifiers of a scheme, and none in common."""
    mine, theirs = one.names.get(scheme), other.names.get(scheme)
    if not mine or not theirs or mine & theirs:
        return False
    # A preprint server gives a DOI of its own; the publisher then gives another one.
    return scheme != "doi" or _preprint_doi(one) == _preprint_doi(other)


def _preprint_doi(record: Known) -> bool:
    return any(value.startswith(_PREPRINT_DOIS) for value in record.names.get("doi", ()))


def published_apart(one: Known, other: Known) -> bool:
    """A conference paper and the article of the same title are two publications; a preprint is none of its own."""
    if one.type == other.type or not (one.venue and other.venue) or _preprint(one) or _preprint(other):
        return False
    return not alike(one.venue, other.venue)


def too_little(one: Known, other: Known) -> bool:
    """Return whether nothing but a short title and an author speaks for one paper: no identifier, no year or no place.

    That is enough to know a record that comes again, but not to take two records of one file for one.
    """
    if not _short(one) or _preprint(one) or _preprint(other):
        return False
    if any(values & other.names.get(scheme, set()) for scheme, values in one.names.items()):
        return False
    nowhere = not one.venue and not other.venue and one.type not in _BOOKS
    return nowhere or None in (one.year, other.year)


def _other_kind(one: Known, other: Known) -> bool:
    """A book and the chapter of the same title are two publications; so are a thesis or a dataset and the article."""
    if (one.type in _BOOKS and other.type in PARTS) or (one.type in PARTS and other.type in _BOOKS):
        return True
    return one.type != other.type and bool({one.type, other.type} & _KINDS) and _firm(one) and _firm(other)


def _firm(record: Known) -> bool:
    """Return whether a record says what it is; a journal article without a journal may only not have said it."""
    return record.type in (_KINDS | _BOOKS | PARTS) or (record.type == DEFAULT_TYPE and bool(record.venue))


def _elsewhere(one: Known, other: Known) -> bool:
    """Two volumes of a book or journal are two publications; of "Editorial" or "Introduction" so are two pages, or the
    same in two journals.
    """
    if one.type != other.type or _preprint(one) or _preprint(other):
        return False
    if one.type not in PARTS and _differ(one.volume, other.volume):
        return True
    return _short(one) and (_differ(one.first_page, other.first_page) or not alike(one.venue, other.venue))


def _differ(one: str, other: str) -> bool:
    return bool(one and other and one != other)


# What makes two papers of two records with one title, the quickest to tell first.
_APART: tuple[Callable[[Known, Known], bool], ...] = (
    identified_apart, _written_apart, published_apart, _other_kind, _elsewhere, _dated_apart,
)  # fmt: skip


def _preprint(record: Known) -> bool:
    venue = record.venue.lower()
    named = "arxiv" in record.names or "arxiv" in venue or "preprint" in venue
    return named or record.type == "article" or _preprint_doi(record)


def preprint_and_published(one: Known, other: Known) -> bool:
    """Return whether one record is a preprint and the other one, of the same paper, is not."""
    return only_preprint(one) != only_preprint(other)


def only_preprint(record: Known) -> bool:
    """Return whether a record names no publication: no journal or proceedings, no publisher's DOI."""
    published = "doi" in record.names and not _preprint_doi(record)
    return _preprint(record) and not published and record.type not in ("article-journal", "paper-conference")


def same_author(one: str, other: str) -> bool:
    """Return whether two sort keys of names can be one person: equal, or one only a family name of the other."""
    if one == other:
        return True
    if not one or not other:
        return False
    first, second = words(one), words(other)
    if not first or not second or first[0] != second[0]:
        return False
    # "wang j" and "wang lu" are two people, "wang" and "wang lu", "wang l" and "wang lu" may be one.
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(first[1:], second[1:], strict=False))


def alike(one: str, other: str) -> bool:
    """Return whether two titles can be one: blank, or enough words of the shorter one stand in the other too."""
    mine, theirs = set(words(one)), set(words(other))
    if not mine or not theirs:
        return True
    return len(mine & theirs) >= BELIEVED * min(len(mine), len(theirs))


def reason(record: Known, other: Known) -> str:
    """Return in words by what two records were recognised as one."""
    labels = {"doi": "DOI", "arxiv": "arXiv", "pmid": "PubMed", "pmcid": "PubMed Central", ISBN: "ISBN"}
    theirs = set(other.marks())
    for mark in record.marks():
        if mark in theirs and mark[0] != "title":
            return _("same {scheme}").format(scheme=labels.get(mark[0], mark[0]))
    return _("same title and first author")
