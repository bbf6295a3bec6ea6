"""The tables other programs export, column by column: Goodreads, Zotero, Readwise, and any with known headers."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePosixPath

from readinglist.core.identity import identifiers
from readinglist.core.paper import Draft, File, Highlight, Person, Reading
from readinglist.core.text import clean
from readinglist.formats import date_parsing, draft_fields, item_types, markup, status_words
from readinglist.formats.person_names import read_name, read_names
from readinglist.i18n import _

Convert = Callable[[dict[str, str]], Draft]

# What headers mean, in letters and digits only and lower case.
_HEADERS = {
    "title": ("title", "documenttitle", "articletitle", "papertitle", "publicationtitle1", "name"),
    "authors": ("authors", "author", "authornames", "authorfullnames", "creators", "authorsfullnames"),
    "date": ("date", "publicationdate", "published", "publishdate", "issued", "coverdate", "onlinedate"),
    "year": ("year", "publicationyear", "yearpublished", "pubyear", "py"),
    "venue": (
        "publicationtitle", "journal", "sourcetitle", "venue", "publication", "journalbook", "journaltitle", "source",
        "containertitle", "conference", "booktitle", "journalname",
    ),
    "abstract": ("abstract", "abstractnote", "summary", "abstracttext"),
    "doi": ("doi", "doilink", "digitalobjectidentifier"),
    "arxiv": ("arxiv", "arxivid", "eprint"),
    "url": ("url", "link", "pdflink", "website", "articleurl"),
    "type": ("type", "itemtype", "documenttype", "entrytype", "itemtypes", "contenttype"),
    "key": ("key", "citationkey", "citekey", "bibtexkey"),
    "pmid": ("pmid", "pubmedid"),
    "pmcid": ("pmcid",),
    "isbn": ("isbn", "isbns", "isbn13"),
    "issn": ("issn", "eissn", "issns"),
    "tags": ("tags", "keywords", "manualtags", "documenttags", "labels"),
    "keyword": ("authorkeywords", "automatictags", "indexkeywords", "ieeeterms"),
    "note": ("notes", "note", "comments", "privatenotes", "myreview"),
    "extra": ("extra",),
    "added": ("dateadded", "added", "saveddate"),
    "rating": ("rating", "myrating", "stars"),
    "status": ("status", "readstatus", "readingstatus", "exclusiveshelf"),
    "priority": ("priority",),
    "volume": ("volume", "vol"),
    "issue": ("issue", "number"),
    "page": ("page", "pages", "pagerange"),
    "pages": ("numpages", "numberofpages", "pagecount"),
    "first": ("startpage", "pagestart", "firstpage", "beginningpage"),
    "last": ("endpage", "pageend", "lastpage", "endingpage"),
    "publisher": ("publisher",),
    "publisher-place": ("place", "publisherlocation", "placepublished"),
    "language": ("language",),
    "edition": ("edition",),
    "collection-title": ("series",),
    "title-short": ("shorttitle",),
    "container-title-short": ("journalabbreviation", "abbreviatedsourcetitle"),
    "files": ("fileattachments", "file", "files"),
}  # fmt: skip
_MEANING = {header: field for field, headers in _HEADERS.items() for header in headers}
_CSL = frozenset((
    "volume", "issue", "page", "publisher", "publisher-place", "language", "edition", "collection-title", "title-short",
    "container-title-short",
))  # fmt: skip
_ZOTEROS = frozenset(("Key", "Item Type", "Date Added", "Manual Tags"))
_POSITION = re.compile(r"([^()]+?) ?\(#(\d{1,6})\)")


def _bare(header: str) -> str:
    return re.sub(r"[^a-z0-9]", "", header.lower())


def find(columns: list[str]) -> Convert | None:
    """Return what turns a row under these columns into a draft; None where nothing is called like a title."""
    have = set(columns)
    if {"Exclusive Shelf", "Title"} <= have or {"Bookshelves with positions", "Title"} <= have:
        return goodreads
    if {"Highlight", "Book Title"} <= have:
        return readwise_highlight
    if {"Reading progress", "Location", "Title"} <= have:
        return readwise_reader
    return table if any(_MEANING.get(_bare(column)) == "title" for column in columns) else None


def sureness(columns: list[str]) -> float:
    """Return how sure it is that these are columns of papers: a title, and how many others are known."""
    if len(columns) < 2 or find(columns) is None:
        return 0.0
    known = sum(1 for column in columns if _bare(column) in _MEANING)
    return 0.9 if find(columns) is not table else min(0.3 + 0.1 * known, 0.85)


def goodreads(cells: dict[str, str]) -> Draft:
    """Read a row of Goodreads' library export; the exclusive shelf is the status, other shelves are tags."""
    draft = Draft(type="book", title=markup.plain(cells.get("Title", "")))
    first = cells.get("Author l-f") or cells.get("Author", "")
    names = [first, *cells.get("Additional Authors", "").split(",")]
    draft.authors = [person for name in names if (person := read_name(name))]
    draft.date = date_parsing.read_date(cells.get("Original Publication Year") or cells.get("Year Published", ""))
    for column in ("ISBN", "ISBN13"):
        for value in identifiers.isbns(cells.get(column, "")):
            draft_fields.identify(draft, "isbn", value)
    draft_fields.identify(draft, "goodreads", cells.get("Book Id", "").strip() or None)
    draft.rating = _int(cells.get("My Rating", "")) or None
    draft.pages = _int(cells.get("Number of Pages", ""))
    draft.added = date_parsing.read_date(cells.get("Date Added", ""))
    notes = (markup.plain(cells.get(column, ""), lines=True) for column in ("My Review", "Private Notes"))
    draft.note = "\n\n".join(filter(None, notes)) or None
    if cells.get("Publisher"):
        draft_fields.csl(draft)["publisher"] = cells["Publisher"]
    _shelves(draft, cells)
    _history(draft, cells)
    _keep_unknown(draft, cells, _GOODREADS_KNOWN)
    return _titled(draft)


_GOODREADS_KNOWN = frozenset((
    "Title", "Author", "Author l-f", "Additional Authors", "Original Publication Year", "ISBN", "ISBN13", "Book Id",
    "My Rating", "Number of Pages", "Date Added", "My Review", "Private Notes", "Publisher", "Bookshelves",
    "Bookshelves with positions", "Exclusive Shelf", "Date Read",
))  # fmt: skip


def _shelves(draft: Draft, cells: dict[str, str]) -> None:
    exclusive = cells.get("Exclusive Shelf", "").strip()
    draft.status = status_words.GOODREADS.get(exclusive, exclusive or None)
    shelves = (cells.get("Bookshelves with positions") or cells.get("Bookshelves", "")).split(",")
    for shelf in filter(None, map(str.strip, shelves)):
        found = _POSITION.fullmatch(shelf)
        name, position = (found[1], found[2]) if found else (shelf, None)
        if position and status_words.GOODREADS.get(name) == "to_read" and name == (exclusive or name):
            draft.queue_position = int(position)
        if name != exclusive and name not in status_words.GOODREADS:
            draft.tags.append(name)


def _history(draft: Draft, cells: dict[str, str]) -> None:
    finished = date_parsing.read_date(cells.get("Date Read", ""))
    if finished:
        draft.finished = finished
        draft.readings.append(Reading(finished=finished, ended="finished"))


def readwise_reader(cells: dict[str, str]) -> Draft:
    """Read a row of Readwise Reader's export; its location is the status."""
    draft = Draft(type="webpage", title=markup.plain(cells.get("Title", "")))
    draft_fields.address(draft, cells.get("URL", ""))
    draft.status = status_words.READWISE.get(cells.get("Location", "").strip().lower())
    draft.added = _time(cells.get("Saved date", ""))
    draft.tags = _tags(cells.get("Document tags", "").strip("[]").replace("'", ""), ",")
    draft_fields.identify(draft, "readwise", cells.get("ID", "").strip() or None)
    _keep_unknown(draft, cells, frozenset(("Title", "URL", "Saved date", "Document tags", "ID")))
    return _titled(draft)


def readwise_highlight(cells: dict[str, str]) -> Draft:
    """Read a row of Readwise's highlights: a draft of the document with this one highlight."""
    draft = Draft(type="book", title=markup.plain(cells.get("Book Title", "")))
    draft.authors, draft.authors_complete = _authors(cells.get("Book Author", ""))
    page = _int(cells.get("Location", "")) if cells.get("Location Type", "") == "page" else None
    draft.highlights = [
        Highlight(
            page=page,
            quote=clean(cells.get("Highlight", "")),
            comment=clean(cells.get("Note", "")),
            created=_time(cells.get("Highlighted at", "")),
        )
    ]
    draft.tags = _tags(cells.get("Document tags", ""), ",")
    return _titled(draft)


def continues(last: Draft, draft: Draft) -> bool:
    """True where `draft` only adds highlights to the document of the row before it."""
    return bool(draft.highlights) and (last.title, last.authors) == (draft.title, draft.authors)


def table(cells: dict[str, str]) -> Draft:
    """Read a row under known headers, of whatever program (Zotero, Scopus, IEEE Xplore, PubMed ...)."""
    found: dict[str, str] = {}
    unknown: dict[str, str] = {}
    for header, cell in cells.items():
        field = _MEANING.get(_bare(header))
        if field and cell.strip():
            found.setdefault(field, cell.strip())
        elif cell.strip():
            unknown[header] = cell
    draft = Draft(title=markup.plain(found.get("title", "")))
    draft.authors, draft.authors_complete = _authors(found.get("authors", ""))
    draft.date = date_parsing.read_date(found.get("date", "")) or date_parsing.read_date(found.get("year", ""))
    draft.venue = markup.plain(found.get("venue", "")) or None
    draft.abstract = markup.plain(found.get("abstract", ""), lines=True) or None
    draft.type = item_types.from_words(found.get("type", ""))
    if cells.keys() >= _ZOTEROS:  # whose "Key" is the item's, not one to cite by
        draft_fields.identify(draft, "zotero", f"user/{found.pop('key', '')}" if "key" in found else None)
    draft.key = found.get("key")
    draft.files = [File(path=path, kind=_ending(path)) for path in _paths(found.get("files", ""))]
    _addresses(draft, found)
    _reading_fields(draft, found)
    _bibliographic(draft, found)
    if unknown:
        draft.extra["csv"] = unknown
    return _titled(draft)


def _paths(text: str) -> list[str]:
    """Return the paths in a cell, which semicolons part."""
    return [path for part in text.split(";") if (path := part.strip())]


def _ending(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).suffix.lstrip(".").lower() or "file"


def _addresses(draft: Draft, found: dict[str, str]) -> None:
    draft_fields.take_doi(draft, found.get("doi", ""))
    draft.arxiv = identifiers.arxiv(found.get("arxiv", "")) or draft.arxiv
    draft_fields.address(draft, found.get("url", ""))
    draft_fields.identify(draft, "pmid", identifiers.pmid(found.get("pmid", "")))
    draft_fields.identify(draft, "pmcid", identifiers.pmcid(found.get("pmcid", "")))
    draft_fields.identify_serials(draft, found.get("isbn", ""))
    draft_fields.identify_serials(draft, found.get("issn", ""))


def _reading_fields(draft: Draft, found: dict[str, str]) -> None:
    draft.tags = _tags(found.get("tags", ""), ";" if ";" in found.get("tags", "") else ",")
    draft.note = markup.plain(found["note"], lines=True) if "note" in found else None
    draft.added = _time(found.get("added", ""))
    rating = _int(found.get("rating", ""))
    draft.rating = rating if rating is not None and rating <= 5 else None
    status, _since, rest = status_words.from_zotero_extra(found.get("extra", ""))
    given = found.get("status", "").lower()
    draft.status = (
        status_words.ZOTERO.get(given) or status_words.GOODREADS.get(given) or (given.replace(" ", "_") or status)
    )
    draft.priority = found.get("priority", "").lower() if found.get("priority", "").lower() in _PRIORITIES else None
    if rest:
        draft_fields.csl(draft)["note"] = rest


_PRIORITIES = ("high", "medium", "low")


def _bibliographic(draft: Draft, found: dict[str, str]) -> None:
    fields = {name: found[name] for name in _CSL if name in found}
    if "first" in found and "page" not in fields:
        fields["page"] = "-".join(filter(None, (found["first"], found.get("last", ""))))
    if "keyword" in found:
        fields["keyword"] = found["keyword"]
    if fields:
        draft_fields.csl(draft).update(sorted(fields.items()))
        draft_fields.settle_csl(draft)
    draft.pages = _int(found.get("pages", ""))


def _authors(text: str) -> tuple[list[Person], bool]:
    """Read a cell of authors: by semicolons; else by commas where these cannot divide family from given names."""
    text = re.sub(r"\s*\(\d{5,}\)", "", text)  # Scopus: "Doe, Jane (57200000000)"
    if ";" in text or "\n" in text:
        return read_names(text)
    if " and " in text:
        return read_names(re.sub(r",?\s+and\s+", ";", text))
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if len(parts) > 2 or (len(parts) == 2 and all(" " in part for part in parts)):
        return read_names(";".join(parts))
    return read_names(text)


def _tags(text: str, divider: str) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in text.split(divider) if part.strip()))


def _int(text: str) -> int | None:
    found = re.match(r"\s*(\d{1,9})(?:\.0*)?\s*$", text)
    return int(found[1]) if found else None


def _time(text: str) -> str | None:
    """Return a UTC time for `2024-05-01 10:11:12` and its kin, else the day."""
    found = re.match(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?::(\d\d))?(?:\.\d+)?(?:Z|\+00:00)?\s*$", text.strip())
    if found and date_parsing.read_date(found[1]) == found[1]:
        return f"{found[1]}T{found[2]}:{found[3] or '00'}Z"
    return date_parsing.read_date(text)


def _keep_unknown(draft: Draft, cells: dict[str, str], known: frozenset[str]) -> None:
    unknown = {name: cell for name, cell in cells.items() if name not in known and cell.strip()}
    if unknown:
        draft.extra["csv"] = unknown


def _titled(draft: Draft) -> Draft:
    if not draft.title and not draft.doi and not draft.url:
        raise ValueError(_("This row has no title."))
    return draft
