"""Feeds of journals and archives: RSS 2.0, RSS 1.0 and Atom, read by namespace, never by prefix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException  # type: ignore[import-untyped]
from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

from readinglist.core.contract import storable
from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import Draft, Person
from readinglist.formats import date_parsing, person_names
from readinglist.formats.xml import stream
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import Service

# No service of ours: any feed that the user subscribed to, asked for when the user wants it.
SERVICE = Service("feed", "The feed", "", "", 1.0, 3)
MOST = 500  # entries of a feed
_ACCEPT = "application/atom+xml, application/rss+xml, application/rdf+xml, application/xml, text/xml"
_ATOM, _DC = "http://www.w3.org/2005/Atom", "http://purl.org/dc/elements/1.1/"
_PRISM = "http://prismstandard.org/namespaces/"  # its versions follow
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_RSS = ("", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2")
_ENTITY_TITLE = re.compile(r"\s*\(arXiv:[^()]*\)\s*\.?$|^\[ASAP\]\s*")
_ANNOUNCED = re.compile(r"^arXiv:\S+\s+Announce Type:\s*\S+\s*(?:Abstract:\s*)?", re.IGNORECASE)
# What publishers write before an abstract, or in its place, and what they call their feeds.
_ONLINE = re.compile(r"^[^\n]{0,160}?Published online:[^;\n]{0,60};\s*doi:\S+\s*", re.IGNORECASE)
_SCIENCEDIRECT = re.compile(r"^Publication date:.*?Author\(s\):\s*(?P<people>[^\n]+)", re.DOTALL)
_FEED_WORDS = re.compile(
    r"^(?:ScienceDirect Publication|Wiley|tandf|SAGE Publications(?: \w+)?|MDPI|Elsevier)\s*:\s*"
    r"|\s*:\s*(?:Table of Contents|Latest Results|Current Issue|Advance Access).*$"
    r"|\s+-\s+(?:nature\.com science feeds|Issue\b.*|Latest\b.*|vol\..*)$",
    re.IGNORECASE,
)
_DECLARED = re.compile(r"^\s*<\?xml[^>]*\?>")


class Feed(NamedTuple):
    """What a feed is called, and the papers in it."""

    title: str
    drafts: list[Draft]


def fetch(client: Client, address: str) -> bytes:
    """Return the feed at an address. Raises Failure."""
    return client.fetch(address, SERVICE, accept=_ACCEPT).body


def parse(body: bytes, address: str = "") -> Feed | None:
    """Return what a feed holds, None for what is no feed; an address in it may be relative to its own."""
    root = _root(body)
    if root is None:
        return None
    _space, name = _parts(root.tag)
    if name not in ("rss", "RDF", "feed", "channel"):
        return None
    channel = next((one for one in root.iter() if _parts(one.tag)[1] == "channel"), root)
    title = _FEED_WORDS.sub("", replies.text(_text(channel, "title")))
    entries = (one for one in root.iter() if _parts(one.tag)[1] in ("item", "entry"))
    found = (_draft(entry, title, address) for entry, _count in zip(entries, range(MOST), strict=False))
    return Feed(title, [draft for draft in found if draft is not None])


def _root(body: bytes) -> Element | None:
    """Return the root of XML without a DTD; what is wrong with its signs alone (`&nbsp;`) is mended."""
    try:
        return _element(fromstring(body, forbid_dtd=True))
    except (DefusedXmlException, RecursionError):
        return None
    except (ParseError, ValueError, LookupError):
        pass
    text = _DECLARED.sub("", body.decode("utf-8", "replace").lstrip("\ufeff"))
    try:
        return _element(fromstring(stream.repaired(text), forbid_dtd=True))
    except (ParseError, DefusedXmlException, ValueError, LookupError, RecursionError):
        return None


def _element(root: object) -> Element | None:
    return root if isinstance(root, Element) else None


def _parts(tag: object) -> tuple[str, str]:
    """Return the namespace and the name of a tag."""
    if not isinstance(tag, str):  # a comment
        return "", ""
    space, _, name = tag.rpartition("}")
    return space.lstrip("{"), name


def _all(entry: Element, *names: str) -> Iterator[tuple[str, Element]]:
    """Yield those of an element's children that are called so, with their namespace."""
    for child in entry:
        space, name = _parts(child.tag)
        if name in names:
            yield space, child


def _text(entry: Element, *names: str, space: str | None = None) -> str:
    """Return the first filled text of children called so, of the names in their order."""
    for name in names:
        for at, child in _all(entry, name):
            if space is None or at.startswith(space):
                said = "".join(child.itertext()).strip()
                if said:
                    return said
    return ""


def _draft(entry: Element, journal: str, address: str) -> Draft | None:
    title = _ENTITY_TITLE.sub("", replies.text(_text(entry, "title"))).strip()
    if not title:
        return None
    draft = Draft(title=str(storable(title)))
    draft.url = _link(entry, address)
    draft.authors = list(_people(entry))
    draft.date = _date(_text(entry, "publicationDate", "published", "date", "pubDate", "issued", "updated"))
    said = _text(entry, "encoded", space=_CONTENT) or _text(entry, "summary", "description", "content")
    draft.abstract = _abstract(said) if said else None
    listed = _SCIENCEDIRECT.match(replies.abstract(said) or "") if not draft.authors else None
    if listed is not None:
        draft.authors = person_names.read_names(listed["people"], ",")[0]
    _identify(draft, entry)
    if draft.arxiv:
        draft.type = "article"
    else:
        draft.venue = replies.text(_text(entry, "publicationName", space=_PRISM)) or journal or None
    return draft


def _abstract(said: str) -> str | None:
    """Return what an entry says of its paper; a line that only names it again is none."""
    found = replies.abstract(said)
    found = _ONLINE.sub("", _ANNOUNCED.sub("", found)).strip() if found else ""
    if found.startswith("Publication date:"):
        return None
    return found if len(found) > 80 else None  # shorter: "Nature, Published online: 27 May 2015; doi:..."


def _link(entry: Element, address: str) -> str | None:
    """Return where an entry leads."""
    links = [child for _space, child in _all(entry, "link")]
    best = [child for child in links if child.get("rel", "alternate") == "alternate"]
    found = next((said for child in (*best, *links) if (said := child.get("href") or (child.text or "").strip())), "")
    found = found or _text(entry, "guid", "id")
    try:
        whole = urljoin(address, found)
    except ValueError:
        return None
    return whole if whole.startswith(("http://", "https://")) else None


def _people(entry: Element) -> Iterator[Person]:
    for space, child in _all(entry, "author", "creator", "contributor"):
        names = [_text(child, "name")] if space == _ATOM else ["".join(child.itertext())]
        for name in names:
            yield from _named(replies.text(name))


def _named(name: str) -> Iterator[Person]:
    """Yield the people of a name, or of a list of them; an e-mail address with a name behind it is that name."""
    name = re.sub(r"^\S+@\S+\s*\((.*)\)$", r"\1", name).strip()
    if not name or "@" in name:
        return
    if ";" in name or person_names.listed_by_commas(name):
        yield from person_names.read_names(name, ";" if ";" in name else ",")[0]
        return
    one = person_names.read_name(name) if "," in name else person(name)
    if one is not None:
        yield one


def _date(text: str) -> str | None:
    if re.match(r"\d{4}", text):
        return date_parsing.read_date(text[:10])
    try:
        return parsedate_to_datetime(text).strftime("%Y-%m-%d")
    except (ValueError, TypeError, IndexError, OverflowError):
        return date_parsing.read_date(text)


def _identify(draft: Draft, entry: Element) -> None:
    """Take DOI and arXiv id of an entry from its own elements, else from where it leads."""
    own = _text(entry, "doi", space=_PRISM) or _text(entry, "doi")
    named = [said for name in ("identifier", "guid", "id") if (said := _text(entry, name))]
    address = draft.url or ""
    number = next(filter(None, map(identifiers.arxiv_in, (address, *named))), None)
    draft.arxiv = re.sub(r"v\d+$", "", number) if number else None
    dois = (identifiers.doi(said) for said in (own, *named, address))
    draft.doi = next(filter(None, dois), None)
    if draft.arxiv and draft.doi and "arxiv" in draft.doi.lower():
        draft.doi = None
