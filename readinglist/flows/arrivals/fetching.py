"""Asks the feeds what is new, and keeps what is neither in the library nor was here before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from typing import NamedTuple

from readinglist.core.contract import as_json
from readinglist.core.errors import Cancelled, Refused
from readinglist.core.identity.identifiers import arxiv_key, doi_key
from readinglist.core.paper import Draft
from readinglist.core.titles import title_key
from readinglist.flows import importing
from readinglist.flows.arrivals import subscribing
from readinglist.i18n import _
from readinglist.library.library import Library
from readinglist.library.tables.parts.arrivals import ADDRESS, Feed, Found
from readinglist.sources import arxiv, feeds
from readinglist.sources.client import Client
from readinglist.sources.failures import Odd

FORGOTTEN_DAYS = 60  # after which what nobody decided on goes
_TELLING_WORDS = 4  # of a title that is known again by itself

Report = Callable[[int, int], None]


class Fetched(NamedTuple):
    """How many papers arrived, and in words why some feeds could not be asked."""

    count: int  # type: ignore[assignment]  # hides the method of tuples
    problems: list[str]


def fetch(
    library: Library,
    client: Client,
    *,
    progress: Report | None = None,
    cancelled: Callable[[], bool] = lambda: False,
    now: dt.datetime | None = None,
) -> Fetched:
    """Ask every feed, and keep what is new as one step. Raises Cancelled, with everything as it was."""
    every = library.arrivals.feeds()
    found: dict[str, list[Draft]] = {}
    problems: list[str] = []
    for at, feed in enumerate(every):
        if cancelled():
            raise Cancelled
        if progress:
            progress(at, len(every))
        try:
            found[feed.uid] = _asked(library, client, feed)
        except Refused as problem:
            problems.append(f"{feed.name}: {problem.what}")
    if not found:
        return Fetched(0, problems)
    since = (now or dt.datetime.now(dt.UTC)) - dt.timedelta(days=FORGOTTEN_DAYS)
    fresh = _fresh(library, found)
    return Fetched(library.arrivals.put(fresh, since.strftime("%Y-%m-%dT%H:%M:%SZ")), problems)


def _asked(library: Library, client: Client, feed: Feed) -> list[Draft]:
    if feed.kind == ADDRESS:
        held = feeds.parse(feeds.fetch(client, feed.source), feed.source)
        if held is None:
            raise Odd(_("The feed"))
        return held.drafts
    body = arxiv.latest(client, subscribing.question(library, feed.kind, feed.source))
    drafts = arxiv.parse(body)
    if not drafts and feeds.parse(body) is None:
        raise Odd(arxiv.SERVICE.label)
    return drafts


def _fresh(library: Library, found: dict[str, list[Draft]]) -> dict[str, list[Found]]:
    """Return of each feed what was never here, each paper once, without what is in the library."""
    every = [draft for drafts in found.values() for draft in drafts]
    names, titles = library.arrivals.known(map(name_of, every), filter(None, map(_title_of, every)))
    here = _in_library(library, every)
    fresh: dict[str, list[Found]] = {}
    for feed, drafts in found.items():
        kept = fresh.setdefault(feed, [])
        for draft in drafts:
            name, title = name_of(draft), _title_of(draft)
            if name in names or title in titles or id(draft) in here:
                continue
            names.add(name)
            if title:
                titles.add(title)
            kept.append(Found(name, title, as_json(draft, complete=True)))
    return fresh


def _in_library(library: Library, drafts: Sequence[Draft]) -> set[int]:
    """Return which of these are papers of the library, by their place in memory."""
    seen = importing.preview(library, drafts)
    return {id(draft) for draft, one in zip(drafts, seen, strict=True) if one.verdict == importing.KNOWN}


def name_of(draft: Draft) -> str:
    """Return the name by which an arrival is known again: its arXiv id, DOI or address, else its title."""
    if draft.arxiv:
        return f"arxiv:{arxiv_key(draft.arxiv)}"
    if draft.doi:
        return f"doi:{doi_key(draft.doi)}"
    return f"url:{draft.url}" if draft.url else f"title:{title_key(draft.title)}"


def _title_of(draft: Draft) -> str | None:
    """Return a title that tells enough to know a paper again by it alone, at a journal and at arXiv."""
    return title_key(draft.title) if len(draft.title.split()) >= _TELLING_WORDS else None
