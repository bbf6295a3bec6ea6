"""Stores what an extension found: items of Zotero's kind, a web page, references, a PDF; never a paper twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from readinglist.core import dates, provenance, tex
from readinglist.core.ops import Op
from readinglist.core.paper import PENDING, Draft
from readinglist.core.text import clean, one_line
from readinglist.flows import importing
from readinglist.flows.browser.sessions import SECONDS, Session
from readinglist.flows.deeds import shortened
from readinglist.flows.importing import KNOWN
from readinglist.flows.importing.batch import Intake
from readinglist.flows.mixture import Mixture
from readinglist.formats import decoding, registry
from readinglist.formats.zotero import json_items
from readinglist.i18n import _, plural
from readinglist.library.library import Library

PAGE = "webpage"
MOST_ITEMS = 500
_LONGEST_TITLE = 2_000
_SAID = 60  # characters of a title that are said
# Of the extension's own, and no field of a paper.
_NO_FIELDS = ("id", "key", "itemKey", "uri", "attachments", "seeAlso", "relations", "complete", "proxy", "version")
_NOW = "CURRENT_TIMESTAMP"
_NO_REFERENCES = ("listing", "csv", "markdown")  # what a page of any text may look like


def of_items(items: object) -> Iterator[tuple[str, Draft]]:
    """Yield the drafts of items, each with what the extension calls it."""
    for item in items[:MOST_ITEMS] if isinstance(items, list) else ():
        found = json_items.inner(item)
        if found is None or json_items.is_child(found):
            continue
        fields = {name: dates.now() if value == _NOW else value for name, value in found.items()}
        draft = json_items.to_draft({name: value for name, value in fields.items() if name not in _NO_FIELDS})
        _settle(draft)
        if draft.title:
            yield str(found.get("id") or ""), draft


def of_page(url: str, title: str) -> Draft:
    """Return the draft of a web page."""
    item = {"itemType": PAGE, "title": title or _name_in(url), "url": url, "accessDate": dates.now()}
    draft = json_items.to_draft(item)
    _settle(draft)
    return draft


def of_references(text: str) -> list[Draft]:
    """Return the papers of a file of references, in whatever format it is; none where it is something else."""
    found = registry.detect(text[: decoding.HEAD])
    if found is None or found.id in _NO_REFERENCES:
        return []
    return [replace(item, place=None) for item in Mixture(text).records() if isinstance(item, Draft)][:MOST_ITEMS]


def of_file(url: str, title: str, says: Draft) -> Draft:
    """Return the draft of a file: what it `says` itself, where that is a title, else what the browser calls it.

    Services are to be asked about an identifier that it says.
    """
    if not says.title:
        draft = Draft(title=one_line(clean(title)) or _name_in(url), type="document", url=url or None)
        _settle(draft)
        return draft
    named = f"arxiv:{says.arxiv}" if says.arxiv else f"doi:{says.doi}" if says.doi else ""
    extra = {**says.extra, PENDING: named} if named else says.extra
    return replace(says, url=url or None, extra=extra)


def _settle(draft: Draft) -> None:
    """Let a draft say that it comes from the page, and drop what only a library of Zotero's has."""
    draft.title = draft.title[:_LONGEST_TITLE]
    zotero = draft.extra.get("zotero", {})
    if not zotero.get("key"):
        zotero.pop("key", None)
    if not zotero:
        draft.extra.pop("zotero", None)
    if draft.url is not None and not draft.url.startswith(("http://", "https://")):
        draft.url = None
    draft.extra |= provenance.said(provenance.PAGE)


def _name_in(url: str) -> str:
    """Return what an address says last, as a title."""
    parts = urlsplit(url)
    return one_line(clean(unquote(parts.path.rstrip("/").rpartition("/")[2]))) or parts.netloc


class Stored(NamedTuple):
    """The paper of each draft that was stored, with its title; `new` are those that were not in the library before."""

    papers: list[int]
    titles: list[str]
    new: frozenset[int]

    def in_words(self) -> str:
        """Return what came of it, for the user."""
        if len(self.papers) == 1:
            title = shortened(tex.line(self.titles[0]), _SAID)
            came = _("“{title}” came from the browser") if self.new else _("“{title}” is already in your library")
            return came.format(title=title)
        words = plural("{n} paper came from the browser", "{n} papers came from the browser", len(self.new))
        known = len(set(self.papers)) - len(self.new)
        here = plural("{n} already in your library", "{n} already in your library", known)
        return " · ".join(([words] if self.new else []) + ([here] if known else []))


def store(library: Library, session: Session, drafts: Sequence[Draft]) -> Stored:
    """Store drafts as the step of a save. Raises Refused."""
    first = library.papers.next_id()
    with library.step(Op.ADD, len(drafts), joined_key=session.step, joined_for=SECONDS):
        papers = [_paper(library, draft) for draft in drafts]
    session.papers += [paper for paper in dict.fromkeys(papers) if paper not in session.papers]
    return Stored(papers, [draft.title for draft in drafts], frozenset(paper for paper in papers if paper >= first))


def _paper(library: Library, draft: Draft) -> int:
    """Return the paper of a draft (inside the caller's step), made if there is none."""
    if draft.type == PAGE and draft.url:
        same = library.matching.at_address(draft.url)
        if same is not None:
            return same
        (found,) = importing.preview(library, [draft])
        if found.verdict == KNOWN and found.paper and library.papers.get(found.paper).type == PAGE:
            return library.papers.add(draft)  # another page of the same title
    (record,) = Intake(library, store=True).take([draft])
    assert record.paper is not None
    return record.paper


def shown(draft: Draft) -> dict[str, str]:
    """Return what the popup shows of a paper: its title, and its type by Zotero's name."""
    return {"title": draft.title, "itemType": _ZOTERO_TYPES.get(draft.type, "document")}


_ZOTERO_TYPES = {
    "article-journal": "journalArticle", "article": "preprint", "paper-conference": "conferencePaper", "book": "book",
    "chapter": "bookSection", "thesis": "thesis", "report": "report", "webpage": "webpage",
}  # fmt: skip
