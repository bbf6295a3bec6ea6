"""Feeds: what a person means by the words of a subscription, and how it ends."""

from __future__ import annotations

from readinglist.core import errors
from readinglist.core.query import language
from readinglist.core.text import fold, one_line
from readinglist.formats.listing import subjects
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables.parts.arrivals import ADDRESS, ARXIV, SAVED, SEARCH, Feed
from readinglist.sources import arxiv_question


def subscribe(library: Library, text: str) -> tuple[str, bool]:
    """Subscribe to a category of arXiv, an address, a saved search by its name, or a search of arXiv, as one step.

    Returns what the feed is called, and whether it is new. Raises WrongUsage for nothing, and WrongQuery or WrongUsage
    for a search that arXiv cannot answer.
    """
    kind, source, name = recognised(library, text)
    if kind in (SAVED, SEARCH):
        question(library, kind, source)
    return name, library.arrivals.subscribe(kind, source, name)


def recognised(library: Library, text: str) -> tuple[str, str, str]:
    """Return the kind of feed that is meant, its source and what it is called. Raises WrongUsage for nothing."""
    text = one_line(text)
    if not text:
        raise errors.WrongUsage(_("Name a category of arXiv, the address of a feed, or words to search for."))
    if text.lower().startswith(("http://", "https://")):
        return ADDRESS, text, text.partition("://")[2].rstrip("/")
    category = subjects.category(text.removeprefix("cat:"))
    if subjects.is_known(category) and (category in subjects.ARCHIVES or "." in category):
        return ARXIV, category, category
    saved = next((one for one in library.searches.all() if fold(one.name) == fold(text)), None)
    return (SAVED, saved.name, saved.name) if saved else (SEARCH, text, text)


def question(library: Library, kind: str, source: str) -> str:
    """Return the question to arXiv that a feed is.

    Raises WrongUsage where arXiv cannot answer it, or its saved search is gone; WrongQuery for a query that is none.
    """
    if kind == ARXIV:
        return arxiv_question.of_category(source)
    query = source
    if kind == SAVED:
        found = next((one.query for one in library.searches.all() if one.name == source), None)
        if found is None:
            raise errors.WrongUsage(_("There is no saved search called {name} any more.").format(name=source))
        query = found
    parsed = language.parse(query)
    if parsed.problem is not None:
        raise errors.WrongUsage(parsed.problem.message)
    try:
        if parsed.node is None:
            raise ValueError
        return arxiv_question.of_search(parsed.node)
    except ValueError:
        raise errors.WrongUsage(
            _("arXiv cannot be asked for {query}.").format(query=query),
            do=_("Words, author:, title:, abstract: and subject: can be asked for, with OR and -not."),
        ) from None


def find(library: Library, text: str) -> Feed:
    """Return the feed that is called so, by its name, source or number. Raises WrongUsage."""
    wanted = fold(one_line(text))
    for feed in library.arrivals.feeds():
        if wanted in (fold(feed.name), fold(feed.source), str(feed.id)):
            return feed
    raise errors.WrongUsage(_("There is no subscription called {name}.").format(name=text))
