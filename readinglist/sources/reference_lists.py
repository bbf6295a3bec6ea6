"""Reference lists: OpenAlex names the works that a work cites by ids, Crossref line by line with their DOIs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from readinglist.core.identity import identifiers
from readinglist.core.identity.identifiers import Identifier
from readinglist.core.identity.match import ARXIV_DOI
from readinglist.core.identity.reference import Reference, reference
from readinglist.core.text import one_line
from readinglist.sources import crossref, openalex, replies
from readinglist.sources.client import Client

AT_ONCE = 50  # works of one question to OpenAlex
CROSSREF_AT_ONCE = 20  # of one to Crossref: lists are long, and the reply is to be no larger than allowed
FOUND_TITLES = 5  # works to choose from where a paper has nothing but a title
_SELECTED = "id,doi,title,publication_year,authorships,ids,locations"
_DOI, _PMID = "https://doi.org/", "pmid:"
_WORK = re.compile(r"(?:https?://openalex\.org/)?(W\d{1,12})")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_NO_COMMA = str.maketrans(",|:\"'", "     ")


class Listed(NamedTuple):
    """A work of OpenAlex's and the ids of those that it cites; `names` are those that OpenAlex knows it by."""

    work: Reference
    cites: list[str]
    names: frozenset[str] = frozenset()


def fetch_works(client: Client, numbers: Sequence[str]) -> bytes:
    """Return OpenAlex's reply about up to `AT_ONCE` works by their ids. Raises Failure."""
    query = {"filter": "openalex:" + "|".join(numbers), "per-page": str(AT_ONCE), "select": _SELECTED}
    return _ask(client, query, "|".join(numbers))


def fetch_listed(client: Client, names: Sequence[str]) -> bytes:
    """Return OpenAlex's reply about up to `AT_ONCE` works by names of one kind (`openalex_name`). Raises Failure."""
    kind, values = "openalex", [name.removeprefix(_DOI).removeprefix(_PMID) for name in names]
    if names[0].startswith(_DOI):
        kind = "doi"
    elif names[0].startswith(_PMID):
        kind = "pmid"
    listed = "|".join(values)
    query = {"filter": f"{kind}:{listed}", "per-page": str(2 * AT_ONCE), "select": f"{_SELECTED},referenced_works"}
    return _ask(client, query, f"{kind}:{listed}")


def kinds(names: Iterable[str]) -> list[list[str]]:
    """Return names by kind, in parts that fit a question; those that a question for many cannot hold are left out."""
    every = [name for name in dict.fromkeys(names) if "," not in name and "|" not in name]
    sorts = ([n for n in every if n.startswith(_DOI)], [n for n in every if n.startswith(_PMID)])
    rest = [n for n in every if not n.startswith((_DOI, _PMID))]
    return [sort[at : at + AT_ONCE] for sort in (*sorts, rest) for at in range(0, len(sort), AT_ONCE)]


def fetch_titled(client: Client, title: str) -> bytes:
    """Return OpenAlex's reply to the question which works have a title. Raises Failure."""
    words = one_line(title.translate(_NO_COMMA))
    query = {
        "filter": f"title.search:{words}",
        "per-page": str(FOUND_TITLES),
        "select": f"{_SELECTED},referenced_works",
    }
    return _ask(client, query, words)


def _ask(client: Client, query: dict[str, str], key: str) -> bytes:
    contact = {"mailto": client.contact} if client.contact else {}
    return client.ask(openalex.SERVICE, "/works", {**query, **contact}, accept="application/json", key=key)


def openalex_name(named: Identifier) -> str | None:
    """Return what OpenAlex knows an identifier by in the address of a work; None for one that it does not know."""
    value = named.value
    names = {
        "doi": f"{_DOI}{value.lower()}",
        "arxiv": f"{_DOI}{ARXIV_DOI}{identifiers.arxiv_key(value)}",
        "pmid": f"{_PMID}{value}",
        "openalex": value.upper(),
    }
    return names.get(named.scheme)


def parse_works(body: bytes) -> list[Listed]:
    """Return the works of a reply of OpenAlex's, one or a list of them; [] for what is none."""
    value = replies.load(body)
    works = replies.items(value.get("results")) if isinstance(value, dict) and "results" in value else [value]
    return [found for found in map(_listed, works) if found is not None]


def _listed(work: Any) -> Listed | None:
    number = _number(replies.get(work, "id"))
    if number is None:
        return None
    title = replies.text(replies.get(work, "title") or replies.get(work, "display_name"))
    year = replies.get(work, "publication_year")
    cited = replies.get(work, "referenced_works")
    found = [_number(one) for one in cited[: replies.MOST_ITEMS]] if isinstance(cited, list) else []
    return Listed(
        reference(
            title,
            replies.text(replies.get(work, "authorships", 0, "author", "display_name")),
            year if isinstance(year, int) and 0 < year < 10_000 else None,
            replies.text(replies.get(work, "doi") or replies.get(work, "ids", "doi")),
            number,
            _arxiv(work),
        ),
        [one for one in dict.fromkeys(found) if one],
        frozenset(_names(work, number)),
    )


def _names(work: Any, number: str) -> Iterator[str]:
    yield number
    for said in (replies.get(work, "doi"), replies.get(work, "ids", "doi")):
        if found := identifiers.doi(replies.text(said)):
            yield f"{_DOI}{found.lower()}"
    if arxiv := _arxiv(work):
        yield f"{_DOI}{ARXIV_DOI}{identifiers.arxiv_key(arxiv)}"
    if pmid := identifiers.pmid(replies.text(replies.get(work, "ids", "pmid"))):
        yield f"{_PMID}{pmid}"


def _number(value: Any) -> str | None:
    found = _WORK.fullmatch(value) if isinstance(value, str) else None
    return found[1] if found else None


def _arxiv(work: Any) -> str | None:
    """Return the arXiv id of any place where a work lies: one that was published has its preprint among them."""
    for place in replies.items(replies.get(work, "locations")):
        found = identifiers.arxiv_in(replies.text(place.get("landing_page_url")))
        if found:
            return found
    return None


def parse_crossref(body: bytes) -> list[Reference]:
    """Return the list of references in Crossref's reply about a work; [] where it has none, or is no such reply."""
    return _lines(replies.get(replies.load(body), "message"))


def fetch_crossref(client: Client, dois: Sequence[str]) -> bytes:
    """Return Crossref's reply about the reference lists of up to `CROSSREF_AT_ONCE` DOIs. Raises Failure."""
    listed = ",".join(f"doi:{doi}" for doi in dois)
    contact = {"mailto": client.contact} if client.contact else {}
    query = {"filter": listed, "rows": str(2 * CROSSREF_AT_ONCE), "select": "DOI,reference", **contact}
    return client.ask(crossref.SERVICE, "/works", query, accept="application/json", key=f"references {listed}")


def parse_crossref_lists(body: bytes) -> dict[str, list[Reference]]:
    """Return the lists in Crossref's reply about several DOIs, by DOI in lower case; {} for what is no such reply."""
    works = replies.items(replies.get(replies.load(body), "message", "items"))
    named = ((identifiers.doi(replies.text(work.get("DOI"))), work) for work in works)
    return {doi.lower(): _lines(work) for doi, work in named if doi}


def _lines(message: Any) -> list[Reference]:
    found = [_line(item) for item in replies.items(replies.get(message, "reference"))]
    return [one for one in found if one is not None]


def _line(item: dict[str, Any]) -> Reference | None:
    year = _YEAR.search(replies.text(item.get("year")))
    title = next((said for name in ("article-title", "volume-title") if (said := replies.text(item.get(name)))), "")
    text = " ".join(replies.text(item.get(name)) for name in ("unstructured", "journal-title", "article-title"))
    found = reference(
        title,
        replies.text(item.get("author")),
        int(year[0]) if year else None,
        replies.text(item.get("DOI")),
        arxiv=identifiers.arxiv_in(text),
    )
    return found if found.identifier or found.title else None
