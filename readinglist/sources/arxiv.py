"""arXiv: its Atom feed (https://info.arxiv.org/help/api/user-manual.html), many ids in one request."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import Draft, Person
from readinglist.core.tex import accents, dollars
from readinglist.core.text import one_line
from readinglist.formats import person_names
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["arxiv"]
AT_ONCE = 100  # ids in a request
_ATOM = "{http://www.w3.org/2005/Atom}"
_ARXIV = "{http://arxiv.org/schemas/atom}"
_INVERTED = re.compile(r"[^,]+, ?(?:[A-Z]\.[ -]?){1,4}")  # "Einstein, A."
_ID = re.compile(r"arxiv\.org/abs/(.+?)(v\d{1,3})?$")


def fetch(client: Client, ids: Sequence[str]) -> bytes:
    """Return the feed of these ids. Raises Failure."""
    listed = ",".join(ids[:AT_ONCE])
    query = {"id_list": listed, "max_results": str(AT_ONCE)}
    return client.ask(SERVICE, "/query", query, accept="application/atom+xml", key=listed)


def search(client: Client, title: str, most: int = 5) -> bytes:
    """Return the feed of the papers whose titles, authors or abstracts hold the words of `title`. Raises Failure."""
    words = " AND ".join(f"all:{word}" for word in re.findall(r"\w{3,}", title)[:12])
    query = {"search_query": words or f'ti:"{title}"', "max_results": str(most)}
    return client.ask(SERVICE, "/query", query, accept="application/atom+xml")


def latest(client: Client, question: str, most: int = AT_ONCE) -> bytes:
    """Return the feed of the papers submitted last that answer a question in arXiv's words. Raises Failure."""
    query = {"search_query": question, "sortBy": "submittedDate", "sortOrder": "descending", "max_results": str(most)}
    return client.ask(SERVICE, "/query", query, accept="application/atom+xml")


def parse(body: bytes) -> list[Draft]:
    """Return the papers of a feed; [] for what is no feed. Elements are known by namespace, never by prefix."""
    try:
        feed = fromstring(body, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return []
    entries = [feed] if feed.tag == f"{_ATOM}entry" else feed.iter(f"{_ATOM}entry")
    drafts = [_draft(entry) for entry in entries]
    return [draft for draft in drafts if draft is not None]


def _draft(entry: Element) -> Draft | None:
    found = _ID.search(_text(entry, f"{_ATOM}id"))
    title = _text(entry, f"{_ATOM}title")
    if not found or not title:  # an error is an entry too, with an address of its own
        return None
    number, version = found[1], found[2]
    draft = Draft(title=title, type="article", arxiv=number, url=f"https://arxiv.org/abs/{number}")
    draft.authors = _people(entry)
    day = _text(entry, f"{_ATOM}published")[:10]
    draft.date = day if re.fullmatch(r"\d{4}-\d{2}-\d{2}", day) else None
    draft.abstract = _text(entry, f"{_ATOM}summary") or None
    draft.doi = identifiers.doi(_text(entry, f"{_ARXIV}doi")) or _linked(entry)
    category = entry.find(f"{_ARXIV}primary_category")
    if category is None:
        category = entry.find(f"{_ATOM}category")
    draft.subject = (category.get("term") or None) if category is not None else None
    said = {
        "version": version,
        "updated": _text(entry, f"{_ATOM}updated")[:10] if version not in (None, "v1") else "",
        "journal_ref": _text(entry, f"{_ARXIV}journal_ref"),
        "comment": _text(entry, f"{_ARXIV}comment"),
    }
    kept = {name: value for name, value in said.items() if value}
    if kept:
        draft.extra["arxiv"] = kept
    return draft


def _people(entry: Element) -> list[Person]:
    """Return the authors; arXiv's colon behind a collaboration is none."""
    names = (_letters(one_line(name.text or "")) for name in entry.iter(f"{_ATOM}name"))
    known = [name for name in names if re.search(r"\w", name)]
    found = (person_names.read_name(name) if _INVERTED.fullmatch(name) else person(name) for name in known)
    return [one for one in found if one is not None]


def _linked(entry: Element) -> str | None:
    links = (link.get("href", "") for link in entry.iter(f"{_ATOM}link") if link.get("title") == "doi")
    return next(filter(None, map(identifiers.doi_in_address, links)), None)


def _text(entry: Element, name: str) -> str:
    element = entry.find(name)
    return _letters(one_line("".join(element.itertext()))) if element is not None else ""


def _letters(text: str) -> str:
    """Return text with the letters that authors wrote in TeX (`Poincar\\'e`); formulas stay as they are."""
    if "\\" not in text:
        return text
    parts, at = [], 0
    for formula in dollars.formulas(text):
        parts += [accents.decode_letters(text[at : formula.start()]), formula[0]]
        at = formula.end()
    return "".join((*parts, accents.decode_letters(text[at:])))
