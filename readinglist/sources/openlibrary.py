"""Open Library: books by ISBN (https://openlibrary.org/dev/docs/api/books)."""

from __future__ import annotations

from typing import Any

from readinglist.core.identity import identifiers
from readinglist.core.names.person import person
from readinglist.core.paper import Draft
from readinglist.formats import date_parsing, person_names
from readinglist.sources import replies
from readinglist.sources.client import Client
from readinglist.sources.services import BY_ID

SERVICE = BY_ID["openlibrary"]


def fetch(client: Client, isbn: str) -> bytes:
    """Return the reply about an ISBN. Raises Failure."""
    query = {"bibkeys": f"ISBN:{isbn}", "format": "json", "jscmd": "data"}
    return client.ask(SERVICE, "/api/books", query, accept="application/json", key=isbn)


def parse(body: bytes) -> list[Draft]:
    """Return the books of a reply; [] for what is none, and where nothing is known of an ISBN."""
    value = replies.load(body)
    found = value.items() if isinstance(value, dict) else ()
    return [draft for key, book in found if (draft := _draft(key, book)) is not None]


def _draft(key: str, book: Any) -> Draft | None:
    title, subtitle = replies.text(replies.get(book, "title")), replies.text(replies.get(book, "subtitle"))
    if not title:
        return None
    draft = Draft(title=f"{title}: {subtitle}" if subtitle else title, type="book")
    names = (replies.text(item.get("name")) for item in replies.items(book.get("authors")))
    draft.authors = [person(name) for name in names if name]
    if not draft.authors:  # as the title page has them
        draft.authors, draft.authors_complete = person_names.read_names(
            replies.text(book.get("by_statement")).removeprefix("by ").rstrip(".").replace(" and ", "; ")
        )
    draft.date = date_parsing.read_date(replies.text(book.get("publish_date")))
    draft.url = replies.text(book.get("url")) or None
    number = book.get("number_of_pages")
    whole = isinstance(number, int) and not isinstance(number, bool)  # to Python true is 1
    draft.pages = number if whole and 0 < number < 100_000 else None
    isbns = identifiers.isbns(key) or identifiers.isbns(replies.text(replies.get(book, "identifiers", "isbn_13", 0)))
    if isbns:
        draft.identifiers["isbn"] = isbns
    publisher = replies.text(replies.get(book, "publishers", 0, "name"))
    place = replies.text(replies.get(book, "publish_places", 0, "name"))
    kept = {"publisher": publisher, "publisher-place": place}
    if publisher or place:
        draft.extra["csl"] = {name: text for name, text in kept.items() if text}
    return draft
